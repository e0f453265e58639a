# METADATA
# title: Consultation and statutory procedure for lay-offs
# description: >-
#   Where as many people leave as the Labour Contract Law (Art. 41) counts as a collective lay-off, its procedure is kept:
#   the union or all staff are consulted 30 days ahead, with minutes, the plan is reported to the labour authority, and
#   compensation is in the budget. What the exits are called makes no difference.
package aiplus.rules.empl_04

import data.aiplus.checks.budget
import data.aiplus.checks.evidence
import data.aiplus.checks.headcount
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates
import data.lib.fields

default applies := false

applies if flags.exit_big

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["employment", "consultation"]

_needed contains ["employment", "consultation", field] if {
	count(input.proposal.employment.consultation) > 0
	some field in ["union", "date", "minutes", "art41_applies", "notice_days", "labour_authority_report"]
}

# When people leave decides by when they must have been heard.
_needed contains ["employment", "occupations", i, "timing"] if some i in _leaving

_needed contains ["finance", "items"]

_leaving := {i | some i, occupation in input.proposal.employment.occupations; occupation.exit > 0}

findings contains {
	"code": "art41_denied",
	"path": ["employment", "consultation", "art41_applies"],
	"related": array.concat(_exits, [["applicant", "employees"]]),
	"args": {
		"exits": headcount.people("exit"),
		"people": thresholds.exit_people_min.value,
		"pct": thresholds.exit_staff_pct_min.value,
	},
} if {
	input.proposal.employment.consultation.art41_applies == false
}

findings contains {
	"code": "not_consulted",
	"path": ["employment", "consultation", "union"],
	"related": _exits,
	"args": {"exits": headcount.people("exit")},
} if {
	input.proposal.employment.consultation.union == false
}

_exits := [["employment", "occupations", i, "exit"] | some i in _leaving]

findings contains {
	"code": _lateness(days),
	"path": ["employment", "consultation", "date"],
	"related": [_deadline[1]],
	"args": {
		"date": input.proposal.employment.consultation.date,
		"limit": _deadline[0],
		"days": days,
		"min": thresholds.empl_notice_days_min.value,
	},
} if {
	days := dates.days_between(input.proposal.employment.consultation.date, _deadline[0])
	days < thresholds.empl_notice_days_min.value
}

_lateness(days) := "consulted_after" if {
	days < 0
} else := "consulted_late"

# The first day on which something goes live or somebody leaves, and where it is written.
_deadline := min(_going_live | _going)

_going_live := {[milestone.due, ["plan", "milestones", i, "due"]] |
	some i, milestone in input.proposal.plan.milestones
	milestone.kind == "go_live"
}

_going := {[input.proposal.employment.occupations[i].timing, ["employment", "occupations", i, "timing"]] | some i in _leaving}

findings contains {
	"code": "notice_short",
	"path": ["employment", "consultation", "notice_days"],
	"args": {"days": days, "min": thresholds.empl_notice_days_min.value},
} if {
	days := input.proposal.employment.consultation.notice_days
	days < thresholds.empl_notice_days_min.value
}

findings contains {
	"code": "not_reported",
	"path": ["employment", "consultation", "labour_authority_report"],
	"args": {"exits": headcount.people("exit")},
} if {
	input.proposal.employment.consultation.labour_authority_report == false
}

# Apart, because how often a file may be cited is a number of ours, and that must not veto.
findings contains object.union(disagreement, {"code": code}) if {
	some disagreement in evidence.weak(
		["employment", "consultation", "minutes"],
		input.proposal.employment.consultation.minutes,
	)
	code := _weakness(disagreement.args.flaw.term)
}

_weakness("evidence_reused") := "minutes_reused"

_weakness(flaw) := "minutes_weak" if flaw != "evidence_reused"

# There is no category of its own for compensation; these two are where it can be.
findings contains {
	"code": "compensation_unfunded",
	"path": ["finance", "items"],
	"related": _exits,
	"args": {
		"exits": headcount.people("exit"),
		"categories": [{"term": "item_other"}, {"term": "item_contingency"}],
	},
} if {
	count(input.proposal.finance.items) > 0
	budget.items("other") + budget.items("contingency") == 0
}
