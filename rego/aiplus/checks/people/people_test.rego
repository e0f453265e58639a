package aiplus.checks.people_test

import data.aiplus.checks.people

_team := [
	{"id": "T1", "role": ["pi", "ai"], "level": "leading", "fte": 0.35},
	{"id": "T2", "role": ["ai", "data"], "level": "senior", "fte": 0.6},
	{"id": "T3", "role": ["domain"], "level": "senior", "fte": 1},
	{"id": "T4", "role": ["hr"]},
]

test_time_of_roles[name] if {
	some name, tc in {
		"one role": {"roles": {"ai"}, "want": 0.95},
		"two roles of one person": {"roles": {"ai", "data"}, "want": 0.95},
		"two roles": {"roles": {"ai", "domain"}, "want": 1.95},
		"a role without a stated share": {"roles": {"hr"}, "want": 0},
		"nobody": {"roles": {"legal"}, "want": 0},
	}
	people.fte(tc.roles) == tc.want with input.proposal as {"talent": {"team": _team}}
}

test_time_without_a_team if {
	people.fte({"ai"}) == 0 with input.proposal as {}
}

test_time_of_levels if {
	people.fte_at("senior") == 1.6 with input.proposal as {"talent": {"team": _team}}
}

test_time_of_all if {
	people.fte_all == 1.95 with input.proposal as {"talent": {"team": _team}}
}

test_roles if {
	people.roles == {"pi", "ai", "data", "domain", "hr"} with input.proposal as {"talent": {"team": _team}}
}

test_overcommitted[name] if {
	some name, tc in {
		"shares that can be": {"team": _team, "want": set()},
		"all of it in two rows": {"team": [{"id": "T1", "fte": 0.4}, {"id": "T1", "fte": 0.6}], "want": set()},
		"more in two rows": {"team": [{"id": "T1", "fte": 0.4}, {"id": "T2", "fte": 1}, {"id": "T1", "fte": 0.61}], "want": {{
			"path": ["talent", "team", 0, "fte"],
			"related": [["talent", "team", 2, "fte"]],
			"args": {"person": "T1", "fte": 1.01},
		}}},
		"more in one row": {"team": [{"id": "T1", "fte": 1.4}], "want": {{
			"path": ["talent", "team", 0, "fte"],
			"related": [],
			"args": {"person": "T1", "fte": 1.4},
		}}},
		"none": {"team": [{"id": "T1", "fte": 0.01}, {"fte": 0}], "want": {{
			"path": ["talent", "team", 1, "fte"],
			"related": [],
			"args": {"person": 2, "fte": 0},
		}}},
	}
	people.overcommitted == tc.want with input.proposal as {"talent": {"team": tc.team}}
}

test_overloaded[name] if {
	some name, tc in {
		"as many as may be": {"team": [{"id": "T1", "role": ["a", "b", "c"]}, {"id": "T2", "role": ["a"]}], "want": set()},
		"the same in two rows": {"team": [{"id": "T1", "role": ["a", "b"]}, {"id": "T1", "role": ["b", "c"]}], "want": set()},
		"one more": {"team": [{"id": "T1", "role": ["a", "b"]}, {"id": "T1", "role": ["c", "d"]}], "want": {{
			"path": ["talent", "team", 0, "role"],
			"related": [["talent", "team", 1, "role"]],
			"args": {"person": "T1", "count": 4, "max": 3},
		}}},
		"no roles": {"team": [{"id": "T1"}], "want": set()},
	}
	people.overloaded(3) == tc.want with input.proposal as {"talent": {"team": tc.team}}
}

# Two people for 365 days.
_paid(amounts) := {
	"project": {"start": "2027-01-01", "end": "2027-12-31"},
	"talent": {"team": [{"fte": 1}, {"fte": 1}]},
	"finance": {"items": array.concat(
		[{"category": "travel", "amount": 900}],
		[{"category": "personnel", "amount": amount} | some amount in amounts],
	)},
}

_disagreement(args) := {{
	"path": ["finance", "items"],
	"related": [["talent", "team"], ["project", "start"], ["project", "end"]],
	"args": object.union({"years": 2, "min": 6, "max": 80}, args),
}}

test_unpaid[name] if {
	some name, tc in {
		"at the lower end": {"proposal": _paid([12]), "want": set()},
		"just below": {"proposal": _paid([11.99]), "want": _disagreement({"personnel_wan": 11.99, "price": 5.99})},
		"below by two fen a hundred": {"proposal": _paid([11.98]), "want": _disagreement({"personnel_wan": 11.98, "price": 5.99})},
		"so little below that it is cut": {"proposal": _paid([11.9998]), "want": _disagreement({"personnel_wan": 11.9998, "price": 5.99})},
		"one person for half a year": {
			"proposal": object.union(_paid([1]), {"project": {"end": "2027-07-02"}, "talent": {"team": [{"fte": 1}]}}),
			"want": _disagreement({"personnel_wan": 1, "years": 0.5, "price": 1.99}),
		},
		"nothing": {"proposal": _paid([]), "want": _disagreement({"personnel_wan": 0, "price": 0})},
		"at the upper end": {"proposal": _paid([100, 60]), "want": set()},
		"just above": {
			"proposal": _paid([100, 60.01]),
			"want": _disagreement({"personnel_wan": 160.01, "price": 80.01}),
		},
		"half a year more": {
			"proposal": object.union(_paid([160.01]), {"project": {"end": "2028-06-30"}}),
			"want": set(),
		},
		"dates in the wrong order": {
			"proposal": object.union(_paid([1]), {"project": {"end": "2026-06-30"}}),
			"want": set(),
		},
		"nobody gives time": {"proposal": object.union(_paid([1]), {"talent": {"team": [{"fte": 0}]}}), "want": set()},
		"no team": {"proposal": json.remove(_paid([1]), ["talent"]), "want": set()},
		"no dates": {"proposal": json.remove(_paid([1]), ["project/end"]), "want": set()},
	}
	people.unpaid == tc.want with input.proposal as tc.proposal
}
