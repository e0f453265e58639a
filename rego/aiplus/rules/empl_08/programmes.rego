# METADATA
# title: Support for entrepreneurship and re-employment
# description: >-
#   At least one programme that helps people start or restart on their own, with whom it reaches, how long it lasts, and
#   the money for it or something that the project has to give.
package aiplus.rules.empl_08

import data.aiplus.checks.evidence
import data.aiplus.flags
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.platform

applies if flags.large

_section := ["employment", "entrepreneurship"]

_at(i, field) := ["employment", "entrepreneurship", i, field]

_docs := ["ecosystem", "platform", "api_docs"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.employment.entrepreneurship
	some field in ["kind", "beneficiaries", "period_months"]
}

_needed contains _at(i, "budget_cny_wan") if {
	some i, programme in input.proposal.employment.entrepreneurship
	not _in_kind(programme)
}

_needed contains ["finance", "total_cny_wan"] if _budgeted > 0

# An interface is given away by documenting it: whether it is documented is asked below. A voucher for computing time is
# worth what the project shares.
_in_kind(programme) if programme.kind == "open_api"

_in_kind(programme) if {
	programme.kind == "compute_voucher"
	some field in ["public_share_pct", "sme_discount_pct"]
	input.proposal.compute.sharing[field] > 0
}

findings contains {"code": "nobody_reached", "path": _at(i, "beneficiaries"), "args": {"programme": i + 1}} if {
	some i, programme in input.proposal.employment.entrepreneurship
	programme.beneficiaries == 0
}

findings contains {"code": "no_time", "path": _at(i, "period_months"), "args": {"programme": i + 1}} if {
	some i, programme in input.proposal.employment.entrepreneurship
	programme.period_months == 0
}

findings contains {"code": "no_means", "path": _at(i, "budget_cny_wan"), "args": {"programme": i + 1}} if {
	some i, programme in input.proposal.employment.entrepreneurship
	programme.budget_cny_wan == 0
	not _in_kind(programme)
}

_open := [_at(i, "kind") |
	some i, programme in input.proposal.employment.entrepreneurship
	programme.kind == "open_api"
]

findings contains {"code": "api_undocumented", "path": _docs, "related": _open, "args": {}} if {
	count(_open) > 0
	count(fields.absent(input.proposal, [_docs])) > 0
}

findings contains object.union(disagreement, {"code": "api_docs_weak"}) if {
	count(_open) > 0
	docs := input.proposal.ecosystem.platform.api_docs
	startswith(docs, "EV-")
	some disagreement in evidence.weak(_docs, docs)
}

_budgeted := sum([money.fen(programme.budget_cny_wan) | some programme in input.proposal.employment.entrepreneurship])

findings contains {
	"code": "above_total",
	"path": _section,
	"related": [["finance", "total_cny_wan"]],
	"args": {"budget_wan": money.wan(_budgeted), "total_wan": input.proposal.finance.total_cny_wan},
} if {
	_budgeted > money.fen(input.proposal.finance.total_cny_wan)
}
