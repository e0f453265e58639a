package aiplus.checks.links_test

import data.aiplus.checks.links

test_unknown[name] if {
	some name, tc in {
		"known": {"id": "W1", "want": set()},
		"unknown": {"id": "W9", "want": {{"path": ["wp_id"], "related": [], "args": {"id": "W9"}}}},
	}
	links.unknown(["wp_id"], tc.id, {"W1", "W2"}) == tc.want
}

_team := [
	{"id": "T1", "role": ["pi", "hr"], "fte": 0.5},
	{"id": "T2", "role": ["security"], "fte": 0.49},
	{"id": "T3", "role": ["data"]},
	{"id": "T4"},
]

# Everybody answers for five posts here; one more for one of them tips the scale.
_proposal(more) := {
	"talent": {"team": _team},
	"safety": {
		"risks": [{"id": "R1", "owner": owner} | some owner in more],
		"monitoring": {"metrics": [{"id": id, "owner": person.id} | some person in _team; some id in ["M1", "M2", "M3", "M4", "M5"]]},
	},
}

_flaw(id, role, more) := {d.args.flaw.term |
	some d in links.person(["owner"], id, role) with input.proposal as _proposal(more)
}

test_person[name] if {
	some name, tc in {
		"any role": {"id": "T1", "role": "", "flaw": set()},
		"the role": {"id": "T1", "role": "hr", "flaw": set()},
		"another role": {"id": "T2", "role": "hr", "flaw": {"person_without_role"}},
		"no role at all": {"id": "T4", "role": "hr", "flaw": {"person_without_role"}},
		"not in the team": {"id": "T9", "role": "", "flaw": {"person_unknown"}},
		"not in the team, whatever the role": {"id": "T9", "role": "hr", "flaw": {"person_unknown"}},
	}
	_flaw(tc.id, tc.role, []) == tc.flaw
}

test_overload[name] if {
	some name, tc in {
		"five posts": {"id": "T2", "more": [], "flaw": set()},
		"six posts": {"id": "T2", "more": ["T2"], "flaw": {"person_overloaded"}},
		"six posts of somebody else": {"id": "T2", "more": ["T3"], "flaw": set()},
		"six posts at half time": {"id": "T1", "more": ["T1"], "flaw": set()},
		"six posts and no time stated": {"id": "T3", "more": ["T3"], "flaw": {"person_overloaded"}},
	}
	_flaw(tc.id, "", tc.more) == tc.flaw
}

# Each kind of post counts.
test_posts_everywhere if {
	proposal := {
		"talent": {"team": [{"id": "T2", "fte": 0.1}]},
		"data": {"governance": {"owner": "T2"}},
		"safety": {
			"risks": [{"owner": "T2"}],
			"data_security": {"responsible": "T2"},
			"privacy": {"officer": "T2"},
		},
		"employment": {"response": {"owner": "T2"}},
		"inclusion": {"eldercare": {"responder": "T2"}},
	}
	got := links.person(["owner"], "T2", "") with input.proposal as proposal
	got == {{
		"path": ["owner"],
		"related": [["talent", "team"]],
		"args": {"id": "T2", "role": {"term": "role_any"}, "flaw": {"term": "person_overloaded"}},
	}}
}

test_a_role_is_named if {
	got := links.person(["owner"], "T9", "hr") with input.proposal as {}
	got == {{
		"path": ["owner"],
		"related": [["talent", "team"]],
		"args": {"id": "T9", "role": {"term": "role_hr"}, "flaw": {"term": "person_unknown"}},
	}}
}
