# METADATA
# title: Risk-sharing mechanism
# description: >-
#   A large project has at least one instrument that says who bears which of its risks up to what amount, on terms that
#   exist, and sets a contingency aside that is neither nothing nor a cushion.
package aiplus.rules.fina_03

import data.aiplus.checks.budget
import data.aiplus.checks.evidence
import data.aiplus.checks.links
import data.aiplus.checks.parties
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.large

_section := ["finance", "risk_sharing"]

_at(i, field) := ["finance", "risk_sharing", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains ["finance", "items"]

_needed contains ["finance", "total_cny_wan"]

_needed contains _at(i, field) if {
	some i, _ in input.proposal.finance.risk_sharing
	some field in ["instrument", "bearer", "covers_risk_ids", "cover_cny_wan", "terms"]
}

findings contains {"code": "cover_zero", "path": _at(i, "cover_cny_wan"), "args": {"instrument": i + 1}} if {
	some i, row in input.proposal.finance.risk_sharing
	row.cover_cny_wan == 0
}

findings contains {
	"code": "cover_above_total",
	"path": _at(i, "cover_cny_wan"),
	"related": [["finance", "total_cny_wan"]],
	"args": {"instrument": i + 1, "cover_wan": row.cover_cny_wan, "total_wan": total},
} if {
	some i, row in input.proposal.finance.risk_sharing
	total := input.proposal.finance.total_cny_wan
	money.fen(row.cover_cny_wan) > money.fen(total)
}

findings contains object.union(disagreement, {
	"code": "risk_unknown",
	"args": object.union(disagreement.args, {"instrument": i + 1}),
}) if {
	known := {risk.id | some risk in input.proposal.safety.risks}
	some i, row in input.proposal.finance.risk_sharing
	some j, id in row.covers_risk_ids
	some disagreement in links.unknown(array.concat(_at(i, "covers_risk_ids"), [j]), id, known)
}

findings contains object.union(disagreement, {
	"code": "terms_weak",
	"args": object.union(disagreement.args, {"instrument": i + 1}),
}) if {
	some i, row in input.proposal.finance.risk_sharing
	some disagreement in evidence.weak(_at(i, "terms"), row.terms)
}

# Who gives the money and bears the risk as well shares it with nobody.
findings contains {
	"code": "bearer_fiscal",
	"path": _section,
	"related": [_at(i, "bearer") | some i, _ in rows],
	"args": {"bearers": [row.bearer | some row in rows]},
} if {
	rows := input.proposal.finance.risk_sharing
	count(rows) > 0
	every row in rows {
		_fiscal(row.bearer)
	}
}

_fiscal(bearer) if parties.of(bearer) in _public_parties

_fiscal(bearer) if {
	regex.match(`财政|政府|国库|treasury|government|fiscal`, lower(bearer))
	not _institution(lower(bearer))
}

# Guarantors, insurers and funds that the state owns are not its budget.
_institution(bearer) if regex.match(`公司|担保|保险|银行|基金|company|ltd|corp|insur|guarantee|bank|fund`, bearer)

_public_parties contains "applicant" if input.proposal.applicant.org_type == "government"

_public_parties contains parties.of(partner.id) if {
	some partner in input.proposal.partners
	partner.org_type == "government"
}

# Contingency.

_contingency := budget.items("contingency")

_total := money.fen(input.proposal.finance.total_cny_wan)

_args(limit) := {"pct": round((_contingency * 10000) / _total) / 100, "limit": limit}

findings contains {
	"code": "contingency_low",
	"path": ["finance", "items"],
	"related": [["finance", "total_cny_wan"]],
	"args": _args(thresholds.risk_contingency_pct_min.value),
} if {
	count(input.proposal.finance.items) > 0
	_contingency * 100 < thresholds.risk_contingency_pct_min.value * _total
}

findings contains {
	"code": "contingency_high",
	"path": ["finance", "items"],
	"related": [["finance", "total_cny_wan"]],
	"args": _args(thresholds.risk_contingency_pct_max.value),
} if {
	_total > 0
	_contingency * 100 > thresholds.risk_contingency_pct_max.value * _total
}
