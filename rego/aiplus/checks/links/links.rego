# METADATA
# title: References
# description: Names of people and of other things that must be found elsewhere in the same proposal (X-OWNER, X-LINK).
# custom:
#   title_zh: 引用
#   description_zh: 申报书中提到的人员和其他编号，须能在同一份申报书中找到（X-OWNER、X-LINK）。
package aiplus.checks.links

import data.aiplus.thresholds

# METADATA
# description: A disagreement when the id is none of the known ones.
unknown(path, id, known) := {{"path": path, "related": [], "args": {"id": id}} | not id in known}

# METADATA
# description: >-
#   A disagreement when nobody in the team has this id, when the person lacks the role ("" asks for none), or when the
#   person answers for more posts than so small a share of working time carries.
person(path, id, role) := {{
	"path": path,
	"related": [["talent", "team"]],
	"args": {"id": id, "role": {"term": _role_term(role)}, "flaw": {"term": flaw}},
} |
	flaw := _flaw(id, role)
}

_role_term("") := "role_any"

_role_term(role) := concat("_", ["role", role]) if role != ""

_flaw(id, role) := "person_unknown" if {
	not id in _team
} else := "person_without_role" if {
	role != ""
	not [id, role] in _roles
} else := "person_overloaded" if {
	id in _overloaded
}

_team := {person.id | some person in input.proposal.talent.team}

_roles := {[person.id, role] |
	some person in input.proposal.talent.team
	some role in person.role
}

# Somebody without a stated share of time is taken to have none to spare.
_overloaded := {person.id |
	some person in input.proposal.talent.team
	object.get(person, "fte", 0) < thresholds.owner_fte_min.value
	count([post | some post in _posts; post == person.id]) > thresholds.owner_posts_max.value
}

# Everybody who answers for something, as often as they do.
_posts := array.flatten([
	[risk.owner | some risk in input.proposal.safety.risks],
	[metric.owner | some metric in input.proposal.safety.monitoring.metrics],
	[owner |
		some owner in [
			object.get(input.proposal, ["data", "governance", "owner"], ""),
			object.get(input.proposal, ["safety", "data_security", "responsible"], ""),
			object.get(input.proposal, ["safety", "privacy", "officer"], ""),
			object.get(input.proposal, ["employment", "response", "owner"], ""),
			object.get(input.proposal, ["inclusion", "eldercare", "responder"], ""),
		]
	],
])
