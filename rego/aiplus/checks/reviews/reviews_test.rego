package aiplus.checks.reviews_test

import data.aiplus.checks.reviews

# 100,000 cases a year are what one reviewer can look at: 400 on each of 250 days.
_case(scenarios, oversight) := {"scenarios": scenarios, "safety": {"oversight": oversight}}

_disagreement(related, args) := {{
	"path": ["safety", "oversight", "reviewers"],
	"related": array.concat(related, [["safety", "oversight", "sample_review_pct"]]),
	"args": object.union({"max": 400}, args),
}}

_first := ["scenarios", 0, "cases_annual"]

test_stamped[name] if {
	some name, tc in {
		"as many as one can": {
			"scenarios": [{"cases_annual": 100000, "human_role": "in_loop"}],
			"oversight": {"reviewers": 1, "sample_review_pct": 3},
			"want": set(),
		},
		"one more": {
			"scenarios": [{"cases_annual": 100001, "human_role": "in_loop"}],
			"oversight": {"reviewers": 1, "sample_review_pct": 3},
			"want": _disagreement([_first], {"reviews": 401, "reviewers": 1}),
		},
		"a sample": {
			"scenarios": [
				{"cases_annual": 2000000, "human_role": "on_loop"},
				{"cases_annual": 1000000, "human_role": "out_of_loop"},
			],
			"oversight": {"reviewers": 2, "sample_review_pct": 6},
			"want": set(),
		},
		"a sample too large": {
			"scenarios": [
				{"cases_annual": 2000000, "human_role": "on_loop"},
				{"cases_annual": 1000000, "human_role": "out_of_loop"},
			],
			"oversight": {"reviewers": 2, "sample_review_pct": 7},
			"want": _disagreement([_first, ["scenarios", 1, "cases_annual"]], {"reviews": 420, "reviewers": 2}),
		},
		"the role of people left open": {
			"scenarios": [{"cases_annual": 200000}],
			"oversight": {"reviewers": 1, "sample_review_pct": 1},
			"want": _disagreement([_first], {"reviews": 800, "reviewers": 1}),
		},
		"every case, whatever the share": {
			"scenarios": [{"cases_annual": 2300000, "human_role": "in_loop"}],
			"oversight": {"reviewers": 8},
			"want": _disagreement([_first], {"reviews": 1150, "reviewers": 8}),
		},
		"cases not stated": {
			"scenarios": [{"human_role": "in_loop"}],
			"oversight": {"reviewers": 1},
			"want": set(),
		},
		"nobody": {
			"scenarios": [{"cases_annual": 100001, "human_role": "in_loop"}],
			"oversight": {"reviewers": 0},
			"want": set(),
		},
		"nobody stated": {
			"scenarios": [{"cases_annual": 100001, "human_role": "in_loop"}],
			"oversight": {},
			"want": set(),
		},
	}
	reviews.stamped == tc.want with input.proposal as _case(tc.scenarios, tc.oversight)
}
