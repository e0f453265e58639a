# METADATA
# title: Team capability and effort
# description: >-
#   Somebody in the team stands for everything that the project needs, with working time that one person can give and that
#   the budget can pay for, and whoever answers for something elsewhere is in the team.
package aiplus.rules.taln_01

import data.aiplus.checks.dates
import data.aiplus.checks.links
import data.aiplus.checks.parties
import data.aiplus.checks.people
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.all

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains path if {
	some path in [["talent", "team"], ["project", "start"], ["project", "end"], ["finance", "items"]]
}

_needed contains ["talent", "team", i, field] if {
	some i, _ in input.proposal.talent.team
	some field in ["id", "role", "level", "fte", "org"]
}

# Whether a role is needed rests on these. Who lacks the role has to show that it is not.

_needed contains path if {
	some role, paths in _deciding
	not role in people.roles
	some path in paths
}

_deciding := {
	"ops": {["project", "type"]},
	"opensource": {["opensource", "strategy"]},
	"ethics": union({
		{["scenarios"], ["project", "sector_gb4754"]},
		{["scenarios", i, field] |
			some i, _ in input.proposal.scenarios
			some field in ["subject", "decision_impact", "target_groups"]
		},
	}),
	"hr": union({
		{["employment", "assessment", "scope_headcount"]},
		{["employment", "occupations"] | flags.work},
		{["employment", "occupations", i, field] |
			some i, _ in input.proposal.employment.occupations
			some field in ["headcount", "effect", "exposure"]
		},
	}),
}

# Roles, and the paths that call for them.

_called["pi"] := {[]}

_called["domain"] := {[]}

_called["security"] := {[]}

_called["ai"] := flags.because.model if flags.model

_called["data"] := flags.because.data_bearing if flags.data_bearing

_called["ops"] := flags.because.facility if flags.facility

_called["hr"] := flags.because.work_big if flags.work_big

_called["opensource"] := flags.because.open if flags.open

_called["ethics"] := flags.because.people | flags.because.health if flags.people

_called["ethics"] := flags.because.people | flags.because.health if flags.health

findings contains {
	"code": "role_absent",
	"path": ["talent", "team"],
	"related": [path | some path in paths; count(path) > 0],
	"args": {"role": {"term": concat("_", ["role", role])}},
} if {
	count(input.proposal.talent.team) > 0
	some role, paths in _called
	not role in people.roles
}

# Time.

findings contains object.union(disagreement, {"code": "fte_impossible"}) if some disagreement in people.overcommitted

findings contains {
	"code": "pi_fte_low",
	"path": ["talent", "team", i, "fte"],
	"args": {"person": object.get(person, "id", i + 1), "fte": person.fte, "min": needed},
} if {
	some i, person in input.proposal.talent.team
	"pi" in person.role
	needed := thresholds.taln_pi_fte_min.value
	person.fte < needed
	person.fte > 0
}

_roles_max := thresholds.taln_roles_micro_max.value if {
	flags.micro
} else := thresholds.taln_roles_max.value

findings contains object.union(disagreement, {"code": "roles_many"}) if {
	some disagreement in people.overloaded(_roles_max)
}

findings contains object.union(disagreement, {"code": "personnel_cost"}) if {
	count(input.proposal.finance.items) > 0
	some disagreement in people.unpaid
}

# Between such dates no cost of a year can be reckoned.
findings contains object.union(disagreement, {"code": "end_before_start"}) if {
	some disagreement in dates.before(
		["project", "end"], input.proposal.project.end,
		["project", "start"], input.proposal.project.start,
	)
}

# Names.

findings contains object.union(disagreement, {"code": "org_unknown", "args": {"person": object.get(person, "id", i + 1)}}) if {
	some i, person in input.proposal.talent.team
	some found in links.unknown(["talent", "team", i, "org"], parties.of(person.org), parties.project)
	disagreement := object.union(found, {"args": {"id": person.org}})
}

findings contains object.union(disagreement, {"code": "owner_unknown"}) if {
	count(input.proposal.talent.team) > 0
	some [path, owner] in _owners
	some disagreement in links.unknown(path, owner, _members)
}

_members := {person.id | some person in input.proposal.talent.team}

_owners contains [["safety", "risks", i, "owner"], risk.owner] if some i, risk in input.proposal.safety.risks

_owners contains [["safety", "monitoring", "metrics", i, "owner"], metric.owner] if {
	some i, metric in input.proposal.safety.monitoring.metrics
}

_owners contains [path, owner] if {
	some path in [
		["data", "governance", "owner"],
		["safety", "data_security", "responsible"],
		["safety", "privacy", "officer"],
		["employment", "response", "owner"],
	]
	owner := fields.at(input.proposal, path)
}
