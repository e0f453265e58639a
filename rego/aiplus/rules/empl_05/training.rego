# METADATA
# title: AI skills training plan
# description: >-
#   At least one training programme, each with its audience, people, hours, provider, curriculum, date and cost; finished
#   before the system goes live, long enough to learn something, at a price that can be, and paid for in the budget.
package aiplus.rules.empl_05

import data.aiplus.checks.budget
import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.training
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.deploy

applies if flags.work

_section := ["employment", "training"]

_at(i, field) := ["employment", "training", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.employment.training
	some field in ["audience", "trainees", "hours", "provider", "curriculum", "by", "cost_cny_wan"]
}

# What the programmes are measured against.

_needed contains ["applicant", "employees"] if {
	some programme in input.proposal.employment.training
	programme.audience in {"affected", "all_staff"}
}

_needed contains ["plan", "milestones", i, "due"] if {
	count(input.proposal.employment.training) > 0
	some i in _going_live
}

_needed contains ["project", "end"] if {
	count(input.proposal.employment.training) > 0
	count(_going_live) == 0
}

findings contains {
	"code": "no_trainees",
	"path": _at(i, "trainees"),
	"args": {"programme": i + 1},
} if {
	some i, programme in input.proposal.employment.training
	programme.trainees == 0
}

findings contains {
	"code": "hours_short",
	"path": _at(i, "hours"),
	"related": [_at(i, "audience")],
	"args": {"programme": i + 1, "hours": programme.hours, "min": needed},
} if {
	some i, programme in input.proposal.employment.training
	needed := _hours(object.get(programme, "audience", ""))
	programme.hours < needed
}

_hours("affected") := thresholds.training_hours_affected_min.value

_hours(audience) := thresholds.training_hours_min.value if audience != "affected"

findings contains object.union(disagreement, {"code": "curriculum_weak", "args": {"programme": i + 1}}) if {
	some i, programme in input.proposal.employment.training
	startswith(programme.curriculum, "EV-")
	some disagreement in evidence.weak(_at(i, "curriculum"), programme.curriculum)
}

# Time. People learn before they have to work with the system: the last step of going live is the limit, or the end of
# the project where no step is named or that comes first.

_going_live := {i | some i, milestone in input.proposal.plan.milestones; milestone.kind == "go_live"}

_deadlines contains max([[due, ["plan", "milestones", i, "due"]] |
	some i in _going_live
	due := input.proposal.plan.milestones[i].due
])

_deadlines contains [input.proposal.project.end, ["project", "end"]]

_late := {"plan": "after_go_live", "project": "after_project_end"}

findings contains object.union(disagreement, {"code": _late[path[0]], "args": {"programme": i + 1}}) if {
	[limit, path] := min(_deadlines)
	some i, programme in input.proposal.employment.training
	some disagreement in dates.after(_at(i, "by"), programme.by, path, limit)
}

findings contains object.union(disagreement, {"code": "before_start", "args": {"programme": i + 1}}) if {
	some i, programme in input.proposal.employment.training
	some disagreement in dates.before(
		_at(i, "by"), programme.by,
		["project", "start"], input.proposal.project.start,
	)
}

# Money.

findings contains object.union(disagreement, {"code": "price", "args": {"programme": i + 1}}) if {
	some i, programme in input.proposal.employment.training
	some disagreement in training.price(array.concat(_section, [i]), programme)
}

# Where a cost is left out, the sum says nothing about the budget.
_costs := [money.fen(programme.cost_cny_wan) | some programme in input.proposal.employment.training]

findings contains object.union(disagreement, {"code": _unpaid}) if {
	count(_costs) > 0
	count(_costs) == count(input.proposal.employment.training)
	some disagreement in budget.mismatch(_section, money.wan(sum(_costs)), "training")
}

_unpaid := "not_budgeted" if {
	budget.items("training") == 0
} else := "budget_mismatch"

# People. Affected workers may be a partner's; a partner that leaves its staff out makes nobody larger. Where the
# applicant's own staff is left out, that is the finding.

_partner_staff := sum([partner.employees | some partner in input.proposal.partners])

_partners := [["partners", i, "employees"] | some i, _ in input.proposal.partners]

_audience("affected") := {
	"people": input.proposal.applicant.employees + _partner_staff,
	"related": array.concat([["applicant", "employees"]], _partners),
}

_audience("all_staff") := {"people": input.proposal.applicant.employees, "related": [["applicant", "employees"]]}

_audience("partner_staff") := {"people": _partner_staff, "related": _partners}

findings contains {
	"code": "trainees_above_staff",
	"path": _at(i, "trainees"),
	"related": audience.related,
	"args": {
		"programme": i + 1,
		"trainees": programme.trainees,
		"audience": {"term": concat("_", ["audience", programme.audience])},
		"staff": audience.people,
	},
} if {
	some i, programme in input.proposal.employment.training
	audience := _audience(programme.audience)
	programme.trainees > audience.people
}
