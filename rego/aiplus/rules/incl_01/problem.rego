# METADATA
# title: A real livelihood problem
# description: >-
#   The problem is stated in numbers, with the people who have it, and shown by evidence that somebody else issued; and at
#   least one indicator of service or inclusion, with a documented baseline, promises to make it smaller.
package aiplus.rules.incl_01

import data.aiplus.checks.evidence
import data.aiplus.checks.kpis
import data.aiplus.checks.parties
import data.aiplus.flags
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.live

_at(field) := ["project", "problem", field]

_problem := object.get(input.proposal, ["project", "problem"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if some field in ["statement_zh", "affected_people", "evidence"]

_needed contains ["kpis"]

# What evidence and indicators are judged by.
_needed contains path if {
	some path in [["meta", "submitted_on"], ["project", "start"], ["project", "end"], ["applicant", "name"]]
}

_needed contains ["kpis", i, field] if {
	count(_good) == 0
	some i in _serving
	some field in [
		"name_zh", "unit", "direction", "baseline", "baseline_date", "baseline_source",
		"target", "target_date",
	]
}

# The problem.

findings contains {"code": "nobody_affected", "path": _at("affected_people"), "args": {}} if {
	_problem.affected_people == 0
}

findings contains {"code": "statement_without_number", "path": _at("statement_zh"), "args": {}} if {
	statement := _problem.statement_zh
	statement != ""
	not text.has_number(statement)
}

findings contains object.union(disagreement, {"code": "evidence_weak"}) if {
	some disagreement in evidence.weak_all(_at("evidence"), _problem.evidence)
}

# What only the applicant says of the problem is a brochure. The figures of an authority are statistics.
findings contains {
	"code": "own_evidence",
	"path": _at("evidence"),
	"related": [["evidence", i, "issuer"] | some i, _ in _proofs],
	"args": {},
} if {
	count(_proofs) > 0
	not _authority
	every item in _proofs {
		parties.of(item.issuer) == "applicant"
	}
}

_proofs[i] := item if {
	some i, item in input.proposal.evidence
	item.id in _problem.evidence
	item.id in evidence.solid
}

_authority if input.proposal.applicant.org_type == "government"

# The indicator.

_serving := {i |
	some i, kpi in input.proposal.kpis
	kpi.category in {"service", "inclusion"}
}

_good := {i |
	some i in (_serving & kpis.sound)
	input.proposal.kpis[i].baseline_source in evidence.solid
}

findings contains {
	"code": "no_service_indicator",
	"path": ["kpis"],
	"related": [["kpis", i, "category"] | some i, kpi in input.proposal.kpis; kpi.category],
	"args": {},
} if {
	count(input.proposal.kpis) > 0
	count(_serving) == 0
}

findings contains {
	"code": "indicator_unsound",
	"path": flaw.path,
	"related": flaw.related,
	"args": {"kpi": flaw.args.kpi, "flaw": {"term": concat("_", ["kpi", flaw.flaw])}},
} if {
	count(_good) == 0
	some flaw in kpis.flaws
	flaw.index in _serving
}

findings contains {
	"code": "baseline_undocumented",
	"path": ["kpis", i, "baseline_source"],
	"related": [_at("evidence")],
	"args": {"kpi": kpis.name(i)},
} if {
	count(_good) == 0
	some i in _serving
	source := input.proposal.kpis[i].baseline_source
	source != ""
	not source in evidence.solid
}
