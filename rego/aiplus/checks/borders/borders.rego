# METADATA
# title: Ways across the border
# description: >-
#   Ways in which data about people leave the mainland although no dataset says so: a foreign model reached through an
#   API, or computing outside the mainland (X-BORDER). Whether there are data about people is for the caller to know.
# custom:
#   title_zh: 数据出境途径
#   description_zh: "没有数据集申报出境，涉及个人的数据却会离开境内的途径：通过接口调用境外模型，或在境外计算（X-BORDER）\
#     。是否含有个人数据，由调用它的规则判断。"
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
