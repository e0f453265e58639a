# METADATA
# title: Resourcing of safety
# description: >-
#   Safety has its own money and people: a share of the total that the budget really holds, working time that people of
#   the team really give, and not so little of both that what is promised elsewhere cannot be paid.
package aiplus.rules.safe_15

import data.aiplus.checks.budget
import data.aiplus.checks.people
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.all

_money := ["safety", "investment", "budget_cny_wan"]

_time := ["safety", "investment", "fte"]

_total := ["finance", "total_cny_wan"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains path if some path in [_money, _time, _total, ["finance", "items"], ["talent", "team"]]

# A smaller share is enough where nobody outside is concerned, and that has to be seen.
_needed contains ["scenarios"] if _below(thresholds.safe_budget_public_pct_min.value)

_needed contains ["scenarios", i, field] if {
	_below(thresholds.safe_budget_public_pct_min.value)
	some i, _ in input.proposal.scenarios
	some field in ["public_facing", "subject", "decision_impact"]
}

# Money.

_below(pct) if {
	budgeted := money.fen(input.proposal.safety.investment.budget_cny_wan)
	budgeted * 100 < pct * money.fen(input.proposal.finance.total_cny_wan)
}

_share_min := thresholds.safe_budget_public_pct_min.value if {
	flags.public
} else := thresholds.safe_budget_public_pct_min.value if {
	flags.people
} else := thresholds.safe_budget_pct_min.value

findings contains {
	"code": "budget_low",
	"path": _money,
	"related": array.concat([_total], [path | some flag in ["public", "people"]; some path in flags.because[flag]]),
	"args": {
		"wan": input.proposal.safety.investment.budget_cny_wan,
		"total_wan": input.proposal.finance.total_cny_wan,
		"min": _share_min,
	},
} if {
	_below(_share_min)
}

# The budget has its own findings when it is missing.
findings contains object.union(disagreement, {"code": "budget_mismatch"}) if {
	count(input.proposal.finance.items) > 0
	some disagreement in budget.mismatch(_money, input.proposal.safety.investment.budget_cny_wan, "safety")
}

# Three costly promises at once. What the project has to have and leaves open counts as promised.
findings contains {
	"code": "promises_unpaid",
	"path": _money,
	"related": [path | some _, path in _promises],
	"args": {
		"wan": input.proposal.safety.investment.budget_cny_wan,
		"min": needed,
		"promises": [{"term": concat("_", ["promise", promise])} | some promise in _costly],
	},
} if {
	every promise in _costly {
		_promises[promise]
	}
	needed := thresholds.safe_claims_wan_min.value
	money.fen(input.proposal.safety.investment.budget_cny_wan) < money.fen(needed)
}

_costly := ["mlps", "attacks", "watch"]

_promises["mlps"] := ["safety", "data_security", "mlps_level"] if {
	flags.data_bearing
	object.get(input.proposal, ["safety", "data_security", "mlps_level"], 3) >= 3
}

_promises["attacks"] := ["models", min(_attacked), "robustness"] if {
	flags.genai
}

_attacked contains i if {
	some i, model in input.proposal.models
	some test in model.robustness
	object.get(test, "threat", "jailbreak") in {"prompt_injection", "jailbreak"}
}

_attacked contains i if {
	some i, model in input.proposal.models
	not _tested(model)
}

_tested(model) if count(model.robustness) > 0

_promises["watch"] := ["safety", "monitoring", "coverage"] if {
	flags.deploy
	object.get(input.proposal, ["safety", "monitoring", "coverage"], "24x7") == "24x7"
}

# People.

_fte_min := thresholds.safe_fte_micro_min.value if {
	flags.micro
} else := thresholds.safe_fte_min.value

findings contains {
	"code": "fte_low",
	"path": _time,
	"args": {"fte": fte, "min": _fte_min},
} if {
	fte := input.proposal.safety.investment.fte
	fte < _fte_min
}

findings contains {
	"code": "fte_unstaffed",
	"path": _time,
	"related": [["talent", "team"]],
	"args": {"fte": fte, "team": available},
} if {
	count(input.proposal.talent.team) > 0
	fte := input.proposal.safety.investment.fte
	available := people.fte({"security", "ethics"})
	fte > available
}
