# METADATA
# title: Employment impact assessment is done
# description: >-
#   A project that changes posts has assessed what it does to them, by the day it is submitted and before it goes live, by
#   a method and somebody named, for the people it concerns, with a report to show for it.
package aiplus.rules.empl_01

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.headcount
import data.aiplus.checks.jobs
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.work

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _assessment

_needed contains array.concat(_assessment, [field]) if {
	count(input.proposal.employment.assessment) > 0
	some field in ["done_on", "method", "assessor", "scope_headcount", "horizon_months"]
}

_needed contains array.concat(_assessment, ["evidence"]) if {
	count(input.proposal.employment.assessment) > 0
	not _still_planned
}

_needed contains ["employment", "occupations"] if _scope >= 1

_needed contains ["employment", "occupations", i, "headcount"] if {
	_scope >= 1
	some i, _ in input.proposal.employment.occupations
}

_assessment := ["employment", "assessment"]

_scope := input.proposal.employment.assessment.scope_headcount

# "No posts are affected" beside a promise to do with fewer people, or beside a list of people, or without a reason.

findings contains object.union(sign, {"code": "undeclared"}) if {
	_scope == 0
	some sign in jobs.undeclared
}

findings contains {
	"code": "listed_not_counted",
	"path": array.concat(_assessment, ["scope_headcount"]),
	"related": [["employment", "occupations"]],
	"args": {"listed": listed},
} if {
	_scope == 0
	listed := headcount.people("headcount")
	listed > 0
}

findings contains {
	"code": "zero_unexplained",
	"path": array.concat(_assessment, ["none_reason_zh"]),
	"related": [array.concat(_assessment, ["scope_headcount"])],
	"args": {},
} if {
	_scope == 0
	not input.proposal.employment.assessment.none_reason_zh
}

findings contains {
	"code": "coverage_low",
	"path": ["employment", "occupations"],
	"related": [array.concat(_assessment, ["scope_headcount"])],
	"args": {"listed": listed, "scope": _scope, "min_pct": thresholds.empl_coverage_pct_min.value},
} if {
	count(input.proposal.employment.occupations) > 0
	every occupation in input.proposal.employment.occupations {
		is_number(occupation.headcount)
	}
	listed := headcount.people("headcount")
	listed * 100 < thresholds.empl_coverage_pct_min.value * _scope
}

findings contains object.union(disagreement, {"code": "assessed_after_go_live"}) if {
	some disagreement in dates.after(
		array.concat(_assessment, ["done_on"]), input.proposal.employment.assessment.done_on,
		["plan", "milestones", _go_live[1], "due"], _go_live[0],
	)
}

_after_go_live if input.proposal.employment.assessment.done_on > _go_live[0]

# The first date on which something goes live, and which milestone that is.
_go_live := min({[milestone.due, i] |
	some i, milestone in input.proposal.plan.milestones
	milestone.kind == "go_live"
})

# One wrong date is one defect: after going live is the graver way to be too late.
findings contains object.union(disagreement, {"code": "assessed_in_future"}) if {
	not _still_planned
	not _after_go_live
	some disagreement in dates.after(
		array.concat(_assessment, ["done_on"]), input.proposal.employment.assessment.done_on,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# Before the pilot an assessment may still lie ahead, if a milestone promises it and money is set aside.
_still_planned if {
	input.proposal.employment.assessment.done_on > input.proposal.meta.submitted_on
	plans.replaces(
		{"就业影响", "就业风险", "岗位影响", "employment impact", "impact on jobs"},
		{"personnel", "training", "testing", "indirect", "contingency", "other"},
	)
}

findings contains {
	"code": "horizon_short",
	"path": array.concat(_assessment, ["horizon_months"]),
	"args": {"months": months, "min": thresholds.empl_horizon_months_min.value},
} if {
	months := input.proposal.employment.assessment.horizon_months
	months < thresholds.empl_horizon_months_min.value
}

# Apart, because how often a file may be cited is a number of ours, and that must not veto.
findings contains object.union(disagreement, {"code": code}) if {
	some disagreement in evidence.weak(
		array.concat(_assessment, ["evidence"]),
		input.proposal.employment.assessment.evidence,
	)
	code := _weakness(disagreement.args.flaw.term)
}

_weakness("evidence_reused") := "evidence_reused"

_weakness(flaw) := "evidence_weak" if flaw != "evidence_reused"
