package aiplus.checks.headcount_test

import data.aiplus.checks.headcount

_path := ["employment", "occupations", 1]

_occupation := {"id": "O2", "headcount": 96, "effect": "displace", "redeploy": 58, "retrain": 38, "exit": 0}

test_balanced[name] if {
	some name, changes in {
		"displaced and all placed": {},
		"transformed and all placed": {"effect": "transform"},
		"transformed and some stay": {"effect": "transform", "redeploy": 0},
		"augmented and all stay": {"effect": "augment", "redeploy": 0, "retrain": 0},
		"some let go": {"redeploy": 20, "exit": 38},
		"nobody there": {"headcount": 0, "redeploy": 0, "retrain": 0},
		"no effect stated": {"effect": "", "redeploy": 0},
	}
	headcount.balance(_path, object.union(_occupation, changes)) == set()
}

test_not_balanced[name] if {
	some name, tc in {
		"one too many": {"changes": {"redeploy": 59}, "placed": 97},
		"one too many of a transformed post": {"changes": {"effect": "transform", "exit": 1}, "placed": 97},
		"one too many of an augmented post": {"changes": {"effect": "augment", "retrain": 39}, "placed": 97},
		"one of a displaced post unaccounted for": {"changes": {"retrain": 37}, "placed": 95},
	}
	headcount.balance(_path, object.union(_occupation, tc.changes)) == {{
		"path": ["employment", "occupations", 1, "headcount"],
		"related": [
			["employment", "occupations", 1, "redeploy"],
			["employment", "occupations", 1, "retrain"],
			["employment", "occupations", 1, "exit"],
		],
		"args": {"occupation": "O2", "placed": tc.placed, "headcount": 96},
	}}
}

test_not_judged_without[field] if {
	some field in ["headcount", "redeploy", "retrain", "exit"]
	headcount.balance(_path, object.remove(object.union(_occupation, {"redeploy": 99}), [field])) == set()
}

test_named_by_its_place_without_id if headcount.name(_path, {}) == 2

_listed(employees, partners) := {
	"applicant": {"employees": employees},
	"partners": partners,
	"employment": {"occupations": [{"headcount": 30}, {"headcount": 10}, {"title_zh": "无人数"}]},
}

test_total_within_staff[name] if {
	some name, proposal in {
		"as many as the applicant employs": _listed(40, []),
		"with a partner": _listed(25, [{"employees": 15}]),
		"no occupations": {"applicant": {"employees": 0}},
		"no number of the applicant": {"employment": {"occupations": [{"headcount": 30}]}},
	}
	got := headcount.total with input.proposal as proposal
	got == set()
}

test_total_above_staff if {
	got := headcount.total with input.proposal as _listed(25, [{"name": "甲"}, {"employees": 14}])
	got == {{
		"path": ["employment", "occupations"],
		"related": [["applicant", "employees"], ["partners", 1, "employees"]],
		"args": {"listed": 40, "staff": 39},
	}}
}

test_people[field] if {
	some field, want in {"headcount": 40, "redeploy": 7, "retrain": 5, "exit": 0}
	got := headcount.people(field) with input.proposal.employment as {"occupations": [
		{"headcount": 30, "redeploy": 7},
		{"headcount": 10, "retrain": 5, "exit": 0},
	]}
	got == want
}

test_affected if {
	got := headcount.affected with input.proposal.employment as {"occupations": [
		{"effect": "transform", "headcount": 1},
		{"effect": "displace", "headcount": 20},
		{"effect": "augment", "headcount": 300},
		{"headcount": 4000},
	]}
	got == 21
}

test_affected_trainees if {
	got := headcount.affected_trainees with input.proposal.employment as {"training": [
		{"audience": "affected", "trainees": 5},
		{"audience": "affected", "trainees": 60},
		{"audience": "all_staff", "trainees": 700},
		{"trainees": 8000},
		{"audience": "affected"},
	]}
	got == 65
}

test_nobody_is_affected_by_nothing if {
	got := [headcount.affected, headcount.affected_trainees, headcount.people("exit")] with input.proposal as {}
	got == [0, 0, 0]
}
