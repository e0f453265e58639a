# METADATA
# title: Funding is secured
# description: >-
#   Most of the total is secured or committed, each such source with evidence of its own that can prove it, and what the
#   applicant pays itself is within what it earns.
package aiplus.rules.fina_02

import data.aiplus.checks.evidence
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.all

_at(i, field) := ["finance", "sources", i, field]

_sources := input.proposal.finance.sources

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["finance", "sources"]

_needed contains ["finance", "total_cny_wan"]

_needed contains _at(i, field) if {
	some i, _ in _sources
	some field in ["kind", "amount", "status"]
}

_needed contains ["applicant", "revenue_cny_wan"] if {
	_own_money > 0
	not _funded_by_others
}

_proven := {"secured", "committed"}

findings contains {
	"code": "unproven",
	"path": _at(i, "evidence"),
	"related": [_at(i, "status")],
	"args": {"source": i + 1, "kind": _kind(source), "status": {"term": concat("_", ["funding", source.status])}},
} if {
	some i, source in _sources
	source.status in _proven
	not source.evidence
}

findings contains object.union(disagreement, {
	"code": "evidence_weak",
	"args": object.union(disagreement.args, {"source": i + 1, "kind": _kind(source)}),
}) if {
	some i, source in _sources
	source.status in _proven
	some disagreement in evidence.weak(_at(i, "evidence"), source.evidence)
}

# One letter of a bank or an investor is about one sum. Partners may well confirm theirs in one document.
findings contains {
	"code": "letter_twice",
	"path": _at(i, "evidence"),
	"related": [_at(j, "evidence") | some j in earlier],
	"args": {"source": i + 1, "kind": _kind(source), "evidence": source.evidence},
} if {
	some i, source in _sources
	earlier := [j |
		some j, other in _sources
		j < i
		other.evidence == source.evidence
		count({object.get(source, "kind", ""), object.get(other, "kind", "")} & {"bank_loan", "equity", "bond"}) > 0
	]
	count(earlier) > 0
}

# What is said to be secured counts here; whether it is proven is said above.
findings contains {
	"code": "funding_short",
	"path": ["finance", "sources"],
	"related": [_at(i, "status") | some i, source in _sources; source.status == "planned"],
	"args": {"pct": floor((certain * 1000) / total) / 10, "min": needed},
} if {
	_stated
	total := money.fen(input.proposal.finance.total_cny_wan)
	certain := sum([money.fen(source.amount) | some source in _sources; source.status in _proven])
	needed := thresholds.funding_certain_pct_min.value
	certain * 100 < needed * total
}

# A source without its amount or status may be the one that is needed: that is the finding then.
_stated if {
	count(_sources) > 0
	every source in _sources {
		source.amount >= 0
		source.status
	}
}

findings contains {
	"code": "self_beyond_revenue",
	"path": ["finance", "sources"],
	"related": array.concat(
		[["applicant", "revenue_cny_wan"]],
		[_at(i, "amount") | some i, source in _sources; source.kind == "self"],
	),
	"args": {
		"self_wan": money.wan(_own_money),
		"revenue_wan": input.proposal.applicant.revenue_cny_wan,
		"times": times,
	},
} if {
	not _funded_by_others
	times := thresholds.self_raised_revenue_max.value
	_own_money > times * money.fen(input.proposal.applicant.revenue_cny_wan)
}

_own_money := sum([money.fen(source.amount) | some source in _sources; source.kind == "self"])

# Whoever lives on allocations has no revenue that says what it can pay: authorities and those who do research.
_funded_by_others if input.proposal.applicant.org_type in {"research_institute", "university", "government"}

_funded_by_others if {
	input.proposal.applicant.org_type == "public_institution"
	input.proposal.applicant.sector_gb4754 in {"M", "M73"}
}

_kind(source) := {"term": concat("_", ["source_kind", object.get(source, "kind", "unsaid")])}
