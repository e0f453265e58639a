# METADATA
# title: International cooperation and the digital divide
# description: >-
#   Cooperation abroad is with partners in another country under an agreement, builds capacity for people, shares artifacts
#   that exist under open licences, takes part in standards, was checked for export control, and leaves the data where
#   the proposal says they stay.
package aiplus.rules.govn_04

import data.aiplus.checks.borders
import data.aiplus.checks.evidence
import data.aiplus.checks.licences
import data.aiplus.checks.links
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.intl

_at(field) := ["governance", "international", field]

_partner(i, field) := ["governance", "international", "partners", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["partners", "capacity_people", "artifacts_shared", "standards", "export_control_check"]
}

_needed contains _partner(i, field) if {
	some i, _ in input.proposal.governance.international.partners
	some field in ["country", "org", "agreement"]
}

_needed contains ["governance", "international", "standards", i, field] if {
	some i, _ in input.proposal.governance.international.standards
	some field in ["body", "role"]
}

# Whether the data stay is said for each dataset.
_needed contains ["data", "datasets", i, "cross_border", "planned"] if some i, _ in input.proposal.data.datasets

# By which ways they could leave.

_needed contains ["models", i, "origin"] if {
	count(input.proposal.data.datasets) > 0
	some i, _ in input.proposal.models
}

_needed contains ["models", i, "base_model", "country"] if {
	count(input.proposal.data.datasets) > 0
	some i, model in input.proposal.models
	model.origin == "third_party_api"
}

_needed contains ["evidence", j, "kind"] if {
	some j, item in input.proposal.evidence
	some partner in input.proposal.governance.international.partners
	item.id == partner.agreement
}

# What is shared, so that its licence can be judged.
_needed contains ["opensource", "artifacts", i, field] if {
	some i in _shared
	some field in ["type", "licence_spdx"]
}

# Partners.

# Hong Kong, Macao and Taiwan are no foreign countries.
findings contains {
	"code": "no_partner_abroad",
	"path": _at("partners"),
	"related": [_partner(i, "country") | some i, _ in input.proposal.governance.international.partners],
	"args": {},
} if {
	count(input.proposal.governance.international.partners) > 0
	every partner in input.proposal.governance.international.partners {
		partner.country in {"CN", "HK", "MO", "TW"}
	}
}

findings contains object.union(
	disagreement,
	{"code": "agreement_weak", "args": object.union(disagreement.args, {"org": _org(i)})},
) if {
	some i, partner in input.proposal.governance.international.partners
	some disagreement in evidence.weak(_partner(i, "agreement"), partner.agreement)
}

findings contains {
	"code": "agreement_wrong_kind",
	"path": _partner(i, "agreement"),
	"related": [["evidence", j, "kind"]],
	"args": {
		"org": _org(i),
		"evidence": item.id,
		"given": {"term": concat("_", ["evidence_kind", item.kind])},
	},
} if {
	some i, partner in input.proposal.governance.international.partners
	partner.agreement in evidence.solid
	some j, item in input.proposal.evidence
	item.id == partner.agreement
	not item.kind in {"contract", "letter"}
}

_org(i) := object.get(input.proposal.governance.international.partners[i], "org", i + 1)

# What others get from it.

findings contains {"code": "no_capacity", "path": _at("capacity_people"), "args": {}} if {
	input.proposal.governance.international.capacity_people == 0
}

findings contains object.union(disagreement, {"code": "artifact_unknown", "related": [["opensource", "artifacts"]]}) if {
	known := {artifact.id | some artifact in input.proposal.opensource.artifacts}
	some i, id in input.proposal.governance.international.artifacts_shared
	some disagreement in links.unknown(array.concat(_at("artifacts_shared"), [i]), id, known)
}

findings contains {
	"code": "artifact_not_open",
	"path": _at("artifacts_shared"),
	"related": [["opensource", "artifacts", i, "licence_spdx"]],
	"args": {
		"artifact": artifact.id,
		"type": {"term": concat("_", ["artifact", artifact.type])},
		"licence": artifact.licence_spdx,
		"accepted": licences.suggested(artifact.type),
	},
} if {
	some i in _shared
	artifact := input.proposal.opensource.artifacts[i]
	licences.openness(artifact.licence_spdx, artifact.type) != "open"
}

_shared contains i if {
	some i, artifact in input.proposal.opensource.artifacts
	artifact.id in input.proposal.governance.international.artifacts_shared
}

# Control.

findings contains {"code": "export_not_checked", "path": _at("export_control_check"), "args": {}} if {
	input.proposal.governance.international.export_control_check == false
}

findings contains object.union(disagreement, {"code": "data_leave"}) if {
	count(input.proposal.data.datasets) > 0
	some disagreement in borders.undeclared
}
