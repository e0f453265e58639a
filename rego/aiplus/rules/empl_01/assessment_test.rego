package aiplus.rules.empl_01_test

import data.aiplus.rules.empl_01 as rule

_assessment := {
	"done_on": "2026-09-30",
	"method": "ilo_genai_index",
	"assessor": "联合评估小组",
	"scope_headcount": 100,
	"horizon_months": 24,
	"evidence": "EV-12",
}

_report := {"id": "EV-12", "kind": "report", "issuer": "联合评估小组", "issued_on": "2026-09-30", "sha256": "0c"}

_live := [
	{"id": "N1", "due": "2027-01-31", "kind": "normal"},
	{"id": "N2", "due": "2027-09-30", "kind": "go_live"},
	{"id": "N3", "due": "2027-05-31", "kind": "go_live"},
]

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot"},
	"employment": {
		"assessment": _assessment,
		"occupations": [{"id": "O1", "headcount": 96}, {"id": "O2", "headcount": 4}],
	},
	"plan": {"milestones": _live},
	"evidence": [_report],
}

_with(edit) := object.union(_base, edit)

_assessed(edit) := _with({"employment": {"assessment": edit}})

_reported(edit) := _with({"evidence": [object.union(_report, edit)]})

_without(paths) := json.remove(_base, paths)

_labour_cost := {"kpis": [{"id": "K1", "name_zh": "人工成本", "category": "cost", "direction": "down", "baseline": 100, "target": 30}]}

_denied(edit) := object.union(
	json.remove(_assessed({"scope_headcount": 0, "none_reason_zh": "不涉及"}), ["employment/occupations"]),
	edit,
)

# Before the pilot, the assessment still ahead.
_early := object.union(
	json.remove(_assessed({"done_on": "2026-12-31"}), ["employment/assessment/evidence"]),
	{"project": {"stage": "prototype"}},
)

_promised := object.union(_early, {
	"plan": {"milestones": [{"id": "N1", "due": "2026-12-31", "kind": "normal", "accept_zh": "就业影响评估覆盖岗位≥90%"}]},
	"finance": {"items": [{"category": "personnel", "amount": 3}]},
})

_passing := {
	"assessed": _base,
	"on the day it is submitted": _assessed({"done_on": "2026-10-15"}),
	"on the day it goes live": object.union(
		_with({"plan": {"milestones": [{"id": "N2", "due": "2026-09-30", "kind": "go_live"}]}}),
		{"project": {"stage": "scaling"}},
	),
	"nothing goes live": _with({"plan": {"milestones": [{"id": "N1", "due": "2026-01-31", "kind": "normal"}]}}),
	"a year ahead": _assessed({"horizon_months": 12}),
	"90 % covered": _with({"employment": {"occupations": [{"headcount": 90}]}}),
	"more people listed than in scope": _with({"employment": {"occupations": [{"headcount": 150}]}}),
	"signs of fewer people, and declared": _with(_labour_cost),
	"before the pilot, promised and funded": _promised,
	"before the pilot, and done": _with({"project": {"stage": "prototype"}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_in_scope := ["employment", "assessment", "scope_headcount"]

_missing := {
	"everything": {"proposal": json.remove(_base, ["employment"]), "want": {["employment", "assessment"]}},
	"the assessment": {"proposal": _without(["employment/assessment"]), "want": {["employment", "assessment"]}},
	"an empty assessment": {
		"proposal": object.union(_without(["employment/assessment"]), {"employment": {"assessment": {}}}),
		"want": {["employment", "assessment"]},
	},
	"its date": {"proposal": _without(["employment/assessment/done_on"]), "want": {["employment", "assessment", "done_on"]}},
	"its method": {"proposal": _without(["employment/assessment/method"]), "want": {["employment", "assessment", "method"]}},
	"its assessor": {"proposal": _without(["employment/assessment/assessor"]), "want": {["employment", "assessment", "assessor"]}},
	"its scope": {"proposal": _without(["employment/assessment/scope_headcount"]), "want": {_in_scope}},
	"its scope, with signs of fewer people": {
		"proposal": object.union(_without(["employment/assessment/scope_headcount"]), _labour_cost),
		"want": {_in_scope},
	},
	"its horizon": {
		"proposal": _without(["employment/assessment/horizon_months"]),
		"want": {["employment", "assessment", "horizon_months"]},
	},
	"its report": {"proposal": _without(["employment/assessment/evidence"]), "want": {["employment", "assessment", "evidence"]}},
	"the occupations": {"proposal": _without(["employment/occupations"]), "want": {["employment", "occupations"]}},
	"the occupations of a single person": {
		"proposal": json.remove(_assessed({"scope_headcount": 1}), ["employment/occupations"]),
		"want": {["employment", "occupations"]},
	},
	"any occupation": {"proposal": _with({"employment": {"occupations": []}}), "want": {["employment", "occupations"]}},
	"the one person of an occupation": {
		"proposal": json.remove(_assessed({"scope_headcount": 1}), ["employment/occupations/0/headcount"]),
		"want": {["employment", "occupations", 0, "headcount"]},
	},
	"its report before the pilot, done on the day": {
		"proposal": object.union(_promised, {"employment": {"assessment": {"done_on": "2026-10-15"}}}),
		"want": {["employment", "assessment", "evidence"]},
	},
	"people of an occupation": {
		"proposal": _without(["employment/occupations/0/headcount"]),
		"want": {["employment", "occupations", 0, "headcount"]},
	},
	"report and date before the pilot, though promised": {
		"proposal": json.remove(_promised, ["employment/assessment/done_on"]),
		"want": {["employment", "assessment", "done_on"], ["employment", "assessment", "evidence"]},
	},
	"all but its scope": {
		"proposal": object.union(_without(["employment/assessment"]), {"employment": {"assessment": {"scope_headcount": 100}}}),
		"want": {["employment", "assessment", field] | some field, _ in object.remove(_assessment, ["scope_headcount"])},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": path, "args": {}} | some path in tc.want}
}

_failing := {
	"denied, against an indicator": {
		"proposal": _denied(_labour_cost),
		"want": {["undeclared", _in_scope, [["kpis", 0]], {"sign": "人工成本"}]},
	},
	"denied, against a list of people": {
		"proposal": _assessed({"scope_headcount": 0, "none_reason_zh": "不涉及"}),
		"want": {["listed_not_counted", _in_scope, [["employment", "occupations"]], {"listed": 100}]},
	},
	"denied, and people not counted": {
		"proposal": object.union(_denied(_labour_cost), {"employment": {"occupations": [{"id": "O1"}]}}),
		"want": {["undeclared", _in_scope, [["kpis", 0]], {"sign": "人工成本"}]},
	},
	"denied without a reason": {
		"proposal": json.remove(_denied({}), ["employment/assessment/none_reason_zh"]),
		"want": {["zero_unexplained", ["employment", "assessment", "none_reason_zh"], [_in_scope], {}]},
	},
	"less than 90 % covered": {
		"proposal": _with({"employment": {"occupations": [{"headcount": 86}, {"headcount": 3}]}}),
		"want": {["coverage_low", ["employment", "occupations"], [_in_scope], {"listed": 89, "scope": 100, "min_pct": 90}]},
	},
	"after the first of two goes live": {
		"proposal": object.union(_assessed({"done_on": "2027-06-01"}), {"meta": {"submitted_on": "2027-06-01"}}),
		"want": {[
			"assessed_after_go_live", ["employment", "assessment", "done_on"], [["plan", "milestones", 2, "due"]],
			{"date": "2027-06-01", "limit": "2027-05-31"},
		]},
	},
	"after it goes live, and in the future": {
		"proposal": _assessed({"done_on": "2028-06-01"}),
		"want": {[
			"assessed_after_go_live", ["employment", "assessment", "done_on"], [["plan", "milestones", 2, "due"]],
			{"date": "2028-06-01", "limit": "2027-05-31"},
		]},
	},
	"in the future": {
		"proposal": _assessed({"done_on": "2026-10-16"}),
		"want": {[
			"assessed_in_future", ["employment", "assessment", "done_on"], [["meta", "submitted_on"]],
			{"date": "2026-10-16", "limit": "2026-10-15"},
		]},
	},
	"in the future, on the day it goes live": {
		"proposal": _assessed({"done_on": "2027-05-31"}),
		"want": {[
			"assessed_in_future", ["employment", "assessment", "done_on"], [["meta", "submitted_on"]],
			{"date": "2027-05-31", "limit": "2026-10-15"},
		]},
	},
	"in the future, without anything going live": {
		"proposal": json.remove(_assessed({"done_on": "2026-10-16"}), ["plan"]),
		"want": {[
			"assessed_in_future", ["employment", "assessment", "done_on"], [["meta", "submitted_on"]],
			{"date": "2026-10-16", "limit": "2026-10-15"},
		]},
	},
	"before the pilot, ahead and not promised": {
		"proposal": _early,
		"want": {
			[
				"assessed_in_future", ["employment", "assessment", "done_on"], [["meta", "submitted_on"]],
				{"date": "2026-12-31", "limit": "2026-10-15"},
			],
			["missing", ["employment", "assessment", "evidence"], [], {}],
		},
	},
	"promised at the pilot": {
		"proposal": object.union(_promised, {"project": {"stage": "pilot"}}),
		"want": {
			[
				"assessed_in_future", ["employment", "assessment", "done_on"], [["meta", "submitted_on"]],
				{"date": "2026-12-31", "limit": "2026-10-15"},
			],
			["missing", ["employment", "assessment", "evidence"], [], {}],
		},
	},
	"less than a year ahead": {
		"proposal": _assessed({"horizon_months": 11}),
		"want": {["horizon_short", ["employment", "assessment", "horizon_months"], [], {"months": 11, "min": 12}]},
	},
	"a report that is not listed": {
		"proposal": _assessed({"evidence": "EV-99"}),
		"want": {[
			"evidence_weak", ["employment", "assessment", "evidence"], [["evidence"]],
			{"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
		]},
	},
	"a report from the future": {
		"proposal": _reported({"issued_on": "2026-10-16"}),
		"want": {[
			"evidence_weak", ["employment", "assessment", "evidence"], [["evidence", 0]],
			{"evidence": "EV-12", "flaw": {"term": "evidence_future"}},
		]},
	},
	"a report that proves everything": {
		"proposal": _with({
			"safety": {"emergency": {"plan": "EV-12"}},
			"governance": {"body": {"charter": "EV-12"}},
		}),
		"want": {[
			"evidence_reused", ["employment", "assessment", "evidence"],
			[["governance", "body", "charter"], ["safety", "emergency", "plan"]],
			{"evidence": "EV-12", "flaw": {"term": "evidence_reused"}},
		]},
	},
	"denied, against one person": {
		"proposal": object.union(_denied({}), {"employment": {"occupations": [{"headcount": 1}]}}),
		"want": {["listed_not_counted", _in_scope, [["employment", "occupations"]], {"listed": 1}]},
	},
	"less than 90 % covered, by one occupation": {
		"proposal": object.union(_assessed({"scope_headcount": 1000}), {"employment": {"occupations": [{"headcount": 899}]}}),
		"want": {["coverage_low", ["employment", "occupations"], [_in_scope], {"listed": 899, "scope": 1000, "min_pct": 90}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_applies[name] if {
	some name, proposal in {
		"people in scope": {"employment": {"assessment": {"scope_headcount": 1}}},
		"people listed and denied": {"employment": {"assessment": {"scope_headcount": 0}, "occupations": [{"headcount": 1}]}},
		"signs of fewer people": _labour_cost,
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply_where_no_post_changes if {
	not rule.applies with input.proposal as {"employment": {"assessment": {"scope_headcount": 0}}}
}
