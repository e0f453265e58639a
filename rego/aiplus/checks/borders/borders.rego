# METADATA
# title: Ways across the border
# description: >-
#   Ways in which data about people leave the mainland although no dataset says so: a foreign model reached through an
#   API, or computing outside the mainland (X-BORDER). Whether there are data about people is for the caller to know.
package aiplus.checks.borders

# METADATA
# description: >-
#   One disagreement for each way, at the datasets that deny it; none once any dataset declares a transfer. Args country:
#   where the data go.
undeclared contains _way(["models", i, "base_model", "country"], model.base_model.country) if {
	not _declared
	some i, model in input.proposal.models
	model.origin == "third_party_api"
	model.base_model.country != "CN"
}

undeclared contains _way(["compute", "sources", i, "region"], source.region) if {
	not _declared
	some i, source in input.proposal.compute.sources
	not _mainland(source.region)
}

_declared if {
	some dataset in input.proposal.data.datasets
	dataset.cross_border.planned
}

# A code of GB/T 2260, but for the three regions whose data regime is their own: Hong Kong, Macao and Taiwan.
_mainland("CN")

_mainland(region) if {
	regex.match(`^[1-6][0-9]{5}$`, region)
}

_way(path, country) := {"path": ["data", "datasets"], "related": [path], "args": {"country": country}}
