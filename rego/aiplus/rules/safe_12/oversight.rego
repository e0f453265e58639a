# METADATA
# title: Human oversight and agent authority tiers
# description: >-
#   What the system may do is divided into what only the user does, what it does when the user allows it, and what it does
#   on its own; nothing that cannot be undone is left to it. People who are there can overrule it, stop it in time, and
#   look at as many cases as they are said to look at.
package aiplus.rules.safe_12

import data.aiplus.checks.links
import data.aiplus.checks.people
import data.aiplus.checks.reviews
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.agent

applies if flags.people

_section := ["safety", "oversight"]

_at(field) := ["safety", "oversight", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(field) if {
	count(input.proposal.safety.oversight) > 0
	some field in ["tiers", "override", "reviewer_role", "reviewers", "sample_review_pct", "stop_min"]
}

_needed contains ["safety", "oversight", "tiers", i, field] if {
	some i, _ in input.proposal.safety.oversight.tiers
	some field in ["action_zh", "tier"]
}

# What people do themselves may be irreversible.
_needed contains ["safety", "oversight", "tiers", i, "irreversible"] if {
	some i, tier in input.proposal.safety.oversight.tiers
	not tier.tier in {"user_only", "user_authorised"}
}

_needed contains ["scenarios"]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["subject", "decision_impact", "autonomy_level", "human_role", "cases_annual"]
}

_needed contains ["models"] if flags.model

_needed contains ["models", i, "output_modalities"] if some i, _ in input.proposal.models

_needed contains ["talent", "team"]

_needed contains ["applicant", "employees"]

# Authority.

findings contains {"code": "nothing_reserved", "path": _at("tiers"), "args": {}} if {
	tiers := {tier.tier | some tier in input.proposal.safety.oversight.tiers}
	tiers == {"autonomous"}
}

findings contains {
	"code": "acts_unlisted",
	"path": _at("tiers"),
	"related": [["scenarios", i, "autonomy_level"]],
	"args": {"scenario": _scenario(i), "level": scenario.autonomy_level},
} if {
	tiers := {tier.tier | some tier in input.proposal.safety.oversight.tiers}
	tiers == {"user_only"}
	some i, scenario in input.proposal.scenarios
	scenario.autonomy_level >= thresholds.agent_autonomy_min.value
}

findings contains {
	"code": "irreversible_alone",
	"path": ["safety", "oversight", "tiers", i, "tier"],
	"related": [["safety", "oversight", "tiers", i, "irreversible"]],
	"args": {"action": object.get(tier, "action_zh", i + 1)},
} if {
	some i, tier in input.proposal.safety.oversight.tiers
	tier.tier == "autonomous"
	tier.irreversible
}

# Some actions cannot be undone whatever the switch says.
findings contains {
	"code": "irreversible_in_words",
	"path": ["safety", "oversight", "tiers", i, "irreversible"],
	"related": [["safety", "oversight", "tiers", i, "action_zh"]],
	"args": {"action": tier.action_zh, "words": words},
} if {
	some i, tier in input.proposal.safety.oversight.tiers
	tier.tier == "autonomous"
	tier.irreversible == false
	action := lower(tier.action_zh)
	words := [word | some word in _final; contains(action, word)][0]
}

_final := [
	"报废", "销毁", "注销", "转账", "付款", "汇款", "处罚", "罚款", "辞退", "解雇", "开除", "拒赔", "退保", "停电",
	"scrapping", "destroy", "money transfer", "pay out", "dismissal", "fining",
]

findings contains {"code": "no_override", "path": _at("override"), "args": {}} if {
	input.proposal.safety.oversight.override == false
}

# What moves things has to stop at once. A limit for the rest applies where the proposal shows that nothing is moved.
findings contains {
	"code": "stop_slow",
	"path": _at("stop_min"),
	"related": _moving,
	"args": {"stop": stop, "max": _stop_max},
} if {
	stop := input.proposal.safety.oversight.stop_min
	stop > _stop_max
}

_stop_max := thresholds.safe_stop_physical_max.value if {
	count(_moving) > 0
} else := thresholds.safe_stop_max.value

# Actions on things: a model that puts out actions, and a scenario whose subject is no person or organisation. What is
# left open counts as both.
_moving := [path | some path in array.concat(_acting, _things)] if {
	count(_acting) > 0
	count(_things) > 0
} else := []

_acting := [["models", i, "output_modalities"] |
	some i, model in input.proposal.models
	"action" in object.get(model, "output_modalities", ["action"])
]

_things := [["scenarios", i, "subject"] |
	some i, scenario in input.proposal.scenarios
	object.get(scenario, "subject", "equipment") in {"equipment", "environment"}
]

# Review.

findings contains object.union(disagreement, {"code": "reviewer_role_unknown"}) if {
	count(input.proposal.talent.team) > 0
	some disagreement in links.unknown(_at("reviewer_role"), input.proposal.safety.oversight.reviewer_role, people.roles)
}

findings contains {"code": "no_reviewers", "path": _at("reviewers"), "args": {}} if {
	input.proposal.safety.oversight.reviewers == 0
}

findings contains {
	"code": "reviewers_above_staff",
	"path": _at("reviewers"),
	"related": array.concat(
		[["applicant", "employees"]],
		[["partners", i, "employees"] | some i, partner in input.proposal.partners; partner.employees],
	),
	"args": {"reviewers": reviewers, "staff": staff},
} if {
	reviewers := input.proposal.safety.oversight.reviewers
	staff := input.proposal.applicant.employees + sum([partner.employees | some partner in input.proposal.partners])
	reviewers > staff
}

findings contains object.union(disagreement, {"code": "rubber_stamp"}) if some disagreement in reviews.stamped

# With a person in the loop of every scenario all cases are seen, and a sample adds nothing.
findings contains {
	"code": "nothing_sampled",
	"path": _at("sample_review_pct"),
	"related": [["scenarios", i, "human_role"] | some i in unwatched],
	"args": {},
} if {
	input.proposal.safety.oversight.sample_review_pct == 0
	unwatched := [i |
		some i, scenario in input.proposal.scenarios
		object.get(scenario, "human_role", "out_of_loop") != "in_loop"
	]
	count(unwatched) > 0
}

findings contains {
	"code": "out_of_loop",
	"path": ["scenarios", i, "human_role"],
	"related": [["scenarios", i, "autonomy_level"], ["scenarios", i, "decision_impact"]],
	"args": {"scenario": _scenario(i), "level": scenario.autonomy_level},
} if {
	some i, scenario in input.proposal.scenarios
	scenario.human_role == "out_of_loop"
	scenario.decision_impact == "significant"
	scenario.autonomy_level >= thresholds.safe_watched_autonomy_min.value
}

_scenario(i) := object.get(input.proposal.scenarios[i], "id", i + 1)
