package aiplus.checks.milestones_test

import data.aiplus.checks.milestones

# 100 days from the first to the last; the tail is its last nine, the tenth before the end is not in it.
_proposal := {
	"project": {"start": "2026-01-01", "end": "2026-04-11"},
	"plan": {
		"work_packages": [{"id": "W1"}, {"id": "W2"}, {"name_zh": "未编号"}],
		"milestones": [
			{"id": "N1", "wp_id": "W1", "due": "2026-02-01", "accept_zh": "入库100条"},
			{"id": "N2", "wp_id": "W1", "due": "2026-04-01", "accept_zh": "F1≥90%"},
		],
	},
}

_due(dues) := object.union(_proposal, {"plan": {"milestones": [{"id": "N", "due": due} | some due in dues]}})

test_of if milestones.of("W1") == {0, 1} with input.proposal as _proposal

test_unmarked if {
	got := milestones.unmarked with input.proposal as _proposal
	got == {{
		"path": ["plan", "work_packages", 1],
		"related": [["plan", "milestones", 0, "wp_id"], ["plan", "milestones", 1, "wp_id"]],
		"args": {"package": "W2"},
	}}
}

test_bunched[name] if {
	some name, tc in {
		"spread": {"dues": ["2026-02-01", "2026-03-01"], "want": []},
		"half in the tail": {"dues": ["2026-02-01", "2026-04-11"], "want": []},
		"more than half": {"dues": ["2026-02-01", "2026-04-11", "2026-04-11"], "want": [[2, 3]]},
		"one more than half of many": {
			"dues": array.concat(["2026-02-01" | some _ in numbers.range(1, 49)], ["2026-04-11" | some _ in numbers.range(1, 50)]),
			"want": [[50, 99]],
		},
		"before the tail": {"dues": ["2026-04-01"], "want": []},
		"the first day of the tail": {"dues": ["2026-04-02"], "want": [[1, 1]]},
		"after the end": {"dues": ["2026-05-01"], "want": [[1, 1]]},
		"none": {"dues": [], "want": []},
	}
	got := milestones.bunched with input.proposal as _due(tc.dues)
	[[d.args.late, d.args.total] | some d in got] == tc.want
}

# 991 days, of which the last 99 are the tail.
test_bunched_on_the_first_day_of_a_long_tail if {
	long := {"start": "2026-01-01", "end": "2028-09-18"}
	first := milestones.bunched with input.proposal as object.union(_due(["2028-06-11"]), {"project": long})
	count(first) == 1
	before := milestones.bunched with input.proposal as object.union(_due(["2028-06-10"]), {"project": long})
	before == set()
}

test_bunched_says_all if {
	got := milestones.bunched with input.proposal as _due(["2026-04-11"])
	got == {{
		"path": ["plan", "milestones"],
		"related": [["plan", "milestones", 0, "due"], ["project", "end"]],
		"args": {"late": 1, "total": 1, "pct": 10, "max": 50},
	}}
}

test_nothing_without_a_project if milestones.bunched == set() with input.proposal.plan.milestones as [{"due": "2026-04-11"}]

test_unmeasured if {
	got := milestones.unmeasured with input.proposal.plan.milestones as [
		{"id": "N1", "accept_zh": "三成以上"},
		{"id": "N2", "accept_zh": "质量明显提升"},
		{"accept_zh": "done"},
		{"id": "N4", "accept_zh": ""},
		{"id": "N5"},
	]
	got == {
		{"path": ["plan", "milestones", 1, "accept_zh"], "related": [], "args": {"milestone": "N2"}},
		{"path": ["plan", "milestones", 2, "accept_zh"], "related": [], "args": {"milestone": 3}},
	}
}
