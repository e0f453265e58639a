# METADATA
# title: Response plan for affected workers
# description: >-
#   A project with a large effect on jobs says when it will act and how, has posts and money for the people it moves, and
#   names the person in human resources who answers for it.
package aiplus.rules.empl_03

import data.aiplus.checks.budget
import data.aiplus.checks.headcount
import data.aiplus.checks.links
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.work_big

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["employment", "response"]

_needed contains ["employment", "response", field] if {
	count(input.proposal.employment.response) > 0
	some field in ["triggers", "redeploy_positions", "transition_budget_cny_wan", "support_zh", "owner"]
}

_needed contains ["employment", "response", "triggers", i, field] if {
	some i, _ in input.proposal.employment.response.triggers
	some field in ["metric_zh", "threshold", "action_zh"]
}

# Without the people there is nothing to hold posts and money against.
_needed contains ["employment", "occupations"]

_needed contains ["employment", "occupations", i, field] if {
	some i, _ in input.proposal.employment.occupations
	some field in ["redeploy", "retrain"]
}

_needed contains ["finance", "items"] if _budget > 0

# The same metric twice is one trigger.
findings contains {
	"code": "triggers_few",
	"path": ["employment", "response", "triggers"],
	"args": {"count": triggers, "min": thresholds.empl_triggers_min.value},
} if {
	triggers := count({object.get(trigger, "metric_zh", i) | some i, trigger in input.proposal.employment.response.triggers})
	triggers > 0
	triggers < thresholds.empl_triggers_min.value
}

findings contains {
	"code": "positions_short",
	"path": ["employment", "response", "redeploy_positions"],
	"related": _numbers(["redeploy"]),
	"args": {"positions": positions, "redeploy": redeploy},
} if {
	positions := input.proposal.employment.response.redeploy_positions
	redeploy := headcount.people("redeploy")
	positions < redeploy
}

# Nobody who moves, no money for moving: a budget of 0 is honest where everybody stays.
findings contains {
	"code": "transition_unfunded",
	"path": _budget_path,
	"related": _numbers(["redeploy", "retrain", "exit"]),
	"args": {"people": moving},
} if {
	_budget == 0
	moving := (headcount.people("redeploy") + headcount.people("retrain")) + headcount.people("exit")
	moving > 0
}

findings contains {
	"code": "transition_low",
	"path": _budget_path,
	"related": _numbers(["redeploy", "retrain"]),
	"args": {
		"stated_wan": _budget,
		"needed_wan": money.wan(needed),
		"people": staying,
		"each_wan": thresholds.empl_transition_wan_per_person.value,
	},
} if {
	_budget > 0
	staying := headcount.people("redeploy") + headcount.people("retrain")
	needed := money.fen(thresholds.empl_transition_wan_per_person.value) * staying
	money.fen(_budget) < needed
}

findings contains {
	"code": "transition_not_budgeted",
	"path": _budget_path,
	"related": [["finance", "items"]],
	"args": {"stated_wan": _budget, "budgeted_wan": money.wan(budgeted)},
} if {
	count(input.proposal.finance.items) > 0
	budgeted := budget.items("training") + budget.items("personnel")
	budgeted < money.fen(_budget)
}

findings contains object.union(disagreement, {"code": "owner_unfit"}) if {
	some disagreement in links.person(
		["employment", "response", "owner"],
		input.proposal.employment.response.owner,
		"hr",
	)
}

_budget_path := ["employment", "response", "transition_budget_cny_wan"]

_budget := input.proposal.employment.response.transition_budget_cny_wan

# Where the numbers stand that are not 0.
_numbers(names) := [["employment", "occupations", i, field] |
	some i, occupation in input.proposal.employment.occupations
	some field in names
	occupation[field] > 0
]
