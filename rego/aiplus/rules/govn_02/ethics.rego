# METADATA
# title: Ethics review
# description: >-
#   A project about people, or one that acts by itself, has its ethics reviewed before it starts, by a body that is not
#   the project team, and keeps the conditions of the opinion in its milestones. Only an agent that touches nobody may
#   decide that it needs none.
package aiplus.rules.govn_02

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.checks.plans
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.people

applies if flags.health

applies if flags.vuln

applies if flags.agent

applies if flags.human_research

_at(field) := ["governance", "ethics", field]

_ethics := object.get(input.proposal, ["governance", "ethics"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if some field in ["required", "reason_zh"]

# Not required: then it has to be known on whom the agent acts.

_needed contains path if {
	_ethics.required == false
	some path in [["scenarios"], ["project", "sector_gb4754"]]
}

_needed contains ["scenarios", i, field] if {
	_ethics.required == false
	some i, _ in input.proposal.scenarios
	some field in ["subject", "target_groups"]
}

_needed contains ["scenarios", i, "target_groups", j] if {
	_ethics.required == false
	some i, scenario in input.proposal.scenarios
	some j, _ in scenario.target_groups
}

_needed contains path if {
	_ethics.required
	some path in [_at("body"), _at("opinion"), _at("date"), ["project", "start"], ["plan", "milestones"]]
}

# Whether a body is outside is seen by the applicant's name.
_needed contains ["applicant", "name"] if {
	_ethics.required
	_ethics.body in {"entrusted", "regional"}
}

# The decision.

findings contains {
	"code": "review_denied",
	"path": _at("required"),
	"related": [path | some path in _on_people],
	"args": {"count": count(_on_people)},
} if {
	_ethics.required == false
	count(_on_people) > 0
}

_on_people contains path if {
	some flag in _about_people
	some path in flags.because[flag]
	not path in _denials
}

# Where a guard turned the flag on, what it rests on concerns people, not the place that denies it.
_on_people contains path if {
	some guard in flags.guards
	guard.flag in _about_people
	some path in guard.related
}

_denials := {guard.path | some guard in flags.guards; guard.flag in _about_people}

_about_people := {"people", "health", "vuln", "human_research"}

# An agent that people are subject to without a person who looks at each case.
_on_people contains ["scenarios", i, "subject"] if {
	flags.agent
	some i, scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
	not _each_looked_at(scenario)
}

_each_looked_at(scenario) if scenario.human_role == "in_loop"

# The review.

findings contains {"code": "no_body", "path": _at("body"), "related": [_at("required")], "args": {}} if {
	_ethics.required
	_ethics.body == "none"
}

findings contains object.union(disagreement, {"code": "opinion_weak"}) if {
	_ethics.required
	some disagreement in evidence.weak(_at("opinion"), _ethics.opinion)
}

findings contains {
	"code": "own_opinion",
	"path": _at("opinion"),
	"related": [_at("body"), ["evidence", i, "issuer"]],
	"args": {"evidence": _ethics.opinion, "issuer": item.issuer},
} if {
	some i, item in _opinions
	_not_independent(item.issuer)
}

_opinions[i] := item if {
	_ethics.required
	some i, item in input.proposal.evidence
	item.id == _ethics.opinion
}

_not_independent(issuer) if {
	regex.match(`项目组|课题组|项目团队|课题团队|研发团队|开发团队|项目部|project (?:team|group|office)|research team|development team`, lower(issuer))
}

# A body that is said to be outside is not the applicant.
_not_independent(issuer) if {
	_ethics.body in {"entrusted", "regional"}
	parties.of(issuer) == "applicant"
}

findings contains object.union(disagreement, {"code": "reviewed_late"}) if {
	_ethics.required
	some disagreement in dates.after(_at("date"), _ethics.date, ["project", "start"], input.proposal.project.start)
}

# A date of its own does not make the opinion any older.
findings contains object.union(disagreement, {"code": "opinion_late"}) if {
	some i, item in _opinions
	some disagreement in dates.after(
		["evidence", i, "issued_on"], item.issued_on,
		["project", "start"], input.proposal.project.start,
	)
}

findings contains {
	"code": "conditions_untracked",
	"path": ["plan", "milestones"],
	"related": [_at("opinion")],
	"args": {},
} if {
	_ethics.required
	count(input.proposal.plan.milestones) > 0
	count(plans.milestones({"伦理", "ethic"})) == 0
}
