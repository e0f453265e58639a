# METADATA
# title: Benefit distribution for data
# description: >-
#   Where data come from several parties, everybody who holds or annotates them has a part in the benefits, with a reason
#   and a share; the shares add up, an agreement proves them, they are settled and can be audited, and there is something
#   to distribute.
package aiplus.rules.data_09

import data.aiplus.checks.budget
import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.checks.sums
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.multi

_section := ["data", "benefit_sharing"]

_parties := ["data", "benefit_sharing", "parties"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains array.concat(_section, [field]) if {
	count(input.proposal.data.benefit_sharing) > 0
	not _none
	some field in ["method", "parties", "agreement", "settlement_months", "audit_right"]
}

_needed contains array.concat(_parties, [i, field]) if {
	not _none
	some i, _ in input.proposal.data.benefit_sharing.parties
	some field in ["party", "role", "basis_zh", "share_pct"]
}

# Who is owed a share is seen from who holds the data, and who annotates them.

_needed contains ["data", "datasets"] if count(input.proposal.data.benefit_sharing) > 0

_needed contains ["partners", i, "role_zh"] if {
	not _none
	some i, _ in input.proposal.partners
}

_needed contains ["data", "datasets", i, "rights", "hold"] if {
	count(input.proposal.data.benefit_sharing) > 0
	some i, _ in input.proposal.data.datasets
}

_none if input.proposal.data.benefit_sharing.method == "none"

# Who says that nothing is distributed has said it all: the rest is not asked for.
findings contains {
	"code": "no_distribution",
	"path": ["data", "benefit_sharing", "method"],
	"related": [path | some path in flags.because.multi],
	"args": {},
} if {
	_none
}

findings contains object.union(disagreement, {"code": "share_sum"}) if {
	not _none
	some disagreement in sums.shares(_parties, input.proposal.data.benefit_sharing.parties)
}

# Who must have a part: everybody but the applicant who holds data, unless an open licence or the authority has settled
# the terms, and every partner that annotates.
_contributors[party] contains ["data", "datasets", i, "rights", "hold"] if {
	some i, dataset in input.proposal.data.datasets
	not _settled(dataset)
	some party in parties.holders(dataset, "hold")
	party != "applicant"
}

_settled(dataset) if dataset.source in {"open_licence", "public_authorised"}

_annotators[party] contains ["partners", i, "role_zh"] if {
	some i, partner in input.proposal.partners
	regex.match(`(?i)标注|annotat|label`, partner.role_zh)
	party := _partner(partner)
}

_partner(partner) := parties.of(partner.id)

_partner(partner) := parties.of(partner.name) if not partner.id

findings contains {
	"code": code,
	"path": _parties,
	"related": [path | some path in paths],
	"args": {"party": parties.name(party)},
} if {
	not _none
	count(input.proposal.data.benefit_sharing.parties) > 0
	not _all_to_applicant
	some code, owed in {"holder_left_out": _contributors, "annotator_left_out": _annotators}
	some party, paths in owed
	not party in parties.sharing
}

# The applicant takes it all while others hold the data or annotate them.
findings contains {
	"code": "all_to_applicant",
	"path": array.concat(_parties, [i, "share_pct"]),
	"related": [path | some path in paths],
	"args": {"others": [parties.name(other) | some other in others], "share": row.share_pct},
} if {
	_all_to_applicant
	some i, row in input.proposal.data.benefit_sharing.parties
	parties.of(row.party) == "applicant"
	others := {party | some party, _ in _contributors} | {party | some party, _ in _annotators}
	paths := {path | some path in _contributors[_]} | {path | some path in _annotators[_]}
}

_all_to_applicant if {
	not _none
	count(_contributors) + count(_annotators) > 0
	sum([row.share_pct |
		some row in input.proposal.data.benefit_sharing.parties
		parties.of(row.party) == "applicant"
	]) >= 100
}

findings contains object.union(disagreement, {"code": "agreement_weak"}) if {
	not _none
	agreement := input.proposal.data.benefit_sharing.agreement
	some disagreement in evidence.weak(array.concat(_section, ["agreement"]), agreement)
}

# What binds several parties is something they agreed on.
findings contains {
	"code": "agreement_wrong_kind",
	"path": array.concat(_section, ["agreement"]),
	"related": [["evidence", i]],
	"args": {"evidence": item.id, "given": {"term": concat("_", ["evidence_kind", item.kind])}},
} if {
	not _none
	some i, item in input.proposal.evidence
	item.id == input.proposal.data.benefit_sharing.agreement
	not _binding(item)
}

_binding(item) if item.kind in {"contract", "policy", "minutes", "letter"}

findings contains {
	"code": "settled_rarely",
	"path": array.concat(_section, ["settlement_months"]),
	"args": {"months": months, "max": limit},
} if {
	not _none
	months := input.proposal.data.benefit_sharing.settlement_months
	limit := thresholds.data_settlement_months_max.value
	months > limit
}

findings contains {"code": "no_audit_right", "path": array.concat(_section, ["audit_right"]), "args": {}} if {
	not _none
	input.proposal.data.benefit_sharing.audit_right == false
}

# What there is to distribute.

findings contains {
	"code": "compensation_unbudgeted",
	"path": ["finance", "items"],
	"related": [array.concat(_section, ["method"])],
	"args": {},
} if {
	input.proposal.data.benefit_sharing.method == "cost_compensation"
	budget.items("data") == 0
}

findings contains {
	"code": "nothing_to_share",
	"path": ["finance", "cashflow"],
	"related": [array.concat(_section, ["method"])],
	"args": {"method": {"term": concat("_", ["benefit", method])}},
} if {
	method := input.proposal.data.benefit_sharing.method
	method in {"contribution_share", "licence_fee"}
	not _income
}

_income if {
	some year in input.proposal.finance.cashflow
	year.income_cny_wan > 0
}
