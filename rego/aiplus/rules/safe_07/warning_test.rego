package aiplus.rules.safe_07_test

import data.aiplus.rules.safe_07 as rule

_rows := [
	{
		"level": "I", "criteria_zh": "个人信息泄露≥1000人", "respond_min": 15, "report_deadline_min": 60,
		"authority": "cac_province",
	},
	{
		"level": "II", "criteria_zh": "停检≥2小时", "respond_min": 30, "report_deadline_min": 120,
		"authority": "cac_province",
	},
	{
		"level": "III", "criteria_zh": "停检≥1小时", "respond_min": 60, "report_deadline_min": 240,
		"authority": "sector_regulator",
	},
	{"level": "IV", "criteria_zh": "停检≥30分钟", "respond_min": 120, "report_deadline_min": 1440, "authority": "none"},
]

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot"},
	"applicant": {"org_type": "private"},
	"data": {"datasets": [{"id": "D1", "pi": {"contains": true}}]},
	"safety": {
		"warning": {"cii": false, "levels": _rows},
		"monitoring": {"mttr_target_min": 15},
	},
}

_levels(rows) := object.union(_base, {"safety": {"warning": {"levels": rows}}})

_row(i, changes) := _levels([_changed(i, j, row, changes) | some j, row in _rows])

_changed(i, j, row, _) := row if i != j

_changed(i, i, row, changes) := object.union(row, changes)

# All three that have to be reported, within the minutes.
_reported(minutes) := [object.union(row, {"report_deadline_min": min([row.report_deadline_min, minutes])}) | some row in _rows]

_operator(rows, cii, applicant) := object.union(_levels(rows), {"safety": {"warning": {"cii": cii}}, "applicant": applicant})

_passing := {
	"four levels": _base,
	"in another order": _levels(array.reverse(_rows)),
	"critical infrastructure in time": _operator(_reported(60), true, {"org_type": "soe"}),
	"a central body in time": _operator(_reported(120), false, {"org_type": "government", "name": "国家数据局"}),
	"a municipal body": _operator(_rows, false, {"org_type": "government", "name": "某市政务服务局"}),
	"a provincial institute": _operator(_rows, false, {"org_type": "public_institution", "name": "某省国家质检中心"}),
	"a central company": _operator(_rows, false, {"org_type": "soe", "name": "国家电网有限公司信息局"}),
	"no personal information": object.union(
		_row(0, {"criteria_zh": "停检≥8小时"}),
		{"data": {"datasets": [{"id": "D1", "pi": {"contains": false}}]}},
	),
	"leaks in English": _row(0, {"criteria_zh": "Data of 100 people disclosed"}),
	"two levels alike, not all": _row(1, {"respond_min": 15}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_to_research if {
	not rule.applies with input.proposal as {"project": {"stage": "research"}}
}

_missing := {
	"anything": {"proposal": {"project": {"stage": "pilot"}}, "want": {
		["safety", "warning", "levels"], ["safety", "warning", "cii"], ["safety", "monitoring", "mttr_target_min"],
		["applicant", "org_type"],
	}},
	"levels": {"proposal": _levels([]), "want": {["safety", "warning", "levels"]}},
	"cii": {"proposal": json.remove(_base, ["safety/warning/cii"]), "want": {["safety", "warning", "cii"]}},
	"mttr": {
		"proposal": json.remove(_base, ["safety/monitoring/mttr_target_min"]),
		"want": {["safety", "monitoring", "mttr_target_min"]},
	},
	"org_type": {"proposal": json.remove(_base, ["applicant/org_type"]), "want": {["applicant", "org_type"]}},
	"the name of a public body": {
		"proposal": _operator(_rows, false, {"org_type": "public_institution"}),
		"want": {["applicant", "name"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	{[f.code, f.path] | some f in found} == {["missing", path] | some path in tc.want}
}

# One finding for the field, and none for what cannot be said without it.
test_fails_without_field[field] if {
	some field in ["level", "criteria_zh", "respond_min", "report_deadline_min", "authority"]
	found := rule.findings with input.proposal as _levels(array.concat([object.remove(_rows[0], [field])], array.slice(_rows, 1, 4)))
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "warning", "levels", 0, field]]}
}

test_fails_without_field_of_equal_levels if {
	rows := [object.union(row, {"respond_min": 10}) | some row in array.slice(_rows, 1, 4)]
	found := rule.findings with input.proposal as _levels(array.concat([object.remove(_rows[0], ["respond_min"])], rows))
	{f.code | some f in found} == {"missing"}
}

_at(i, field) := ["safety", "warning", "levels", i, field]

_section := ["safety", "warning", "levels"]

_who := [["applicant", "org_type"], ["safety", "warning", "cii"]]

_failing := {
	"two levels": {
		"proposal": _levels(array.slice(_rows, 0, 2)),
		"want": {["levels_absent", _section, [], {"levels": ["III", "IV"]}]},
	},
	"one level twice": {
		"proposal": _row(3, {"level": "III", "authority": "cac_province", "report_deadline_min": 240}),
		"want": {
			["levels_absent", _section, [], {"levels": ["IV"]}],
			["level_repeated", _at(3, "level"), [_at(2, "level")], {"level": "III"}],
		},
	},
	"slower for graver ones": {
		"proposal": _row(0, {"respond_min": 31, "report_deadline_min": 31}),
		"want": {
			[
				"not_stricter", _at(0, "respond_min"), [_at(1, "respond_min")],
				{"level": "I", "next": "II", "time": {"term": "warning_respond_min"}, "minutes": 31, "limit": 30},
			],
			["recovery_before_response", ["safety", "monitoring", "mttr_target_min"], [_at(0, "respond_min")], {"recover": 15, "respond": 31}],
		},
	},
	"all alike": {
		"proposal": _levels([object.union(row, {"respond_min": 10}) | some row in _rows]),
		"want": {["all_alike", _section, [_at(i, "respond_min") | some i in [0, 1, 2, 3]], {"minutes": 10}]},
	},
	"criteria without a number": {
		"proposal": _row(1, {"criteria_zh": "影响严重"}),
		"want": {["criteria_unmeasured", _at(1, "criteria_zh"), [], {"level": "II"}]},
	},
	"the same criteria": {
		"proposal": _row(2, {"criteria_zh": "停检≥2小时"}),
		"want": {["criteria_repeated", _at(2, "criteria_zh"), [_at(1, "criteria_zh")], {"level": "III", "other": "II"}]},
	},
	"critical infrastructure after an hour": {
		"proposal": _operator(_reported(61), true, {"org_type": "government", "name": "国家数据局"}),
		"want": {["report_late", _at(i, "report_deadline_min"), _who, {
			"level": _rows[i].level, "minutes": 61, "max": 60,
			"operator": {"term": "operator_cii"},
		}] |
			some i in [1, 2]
		},
	},
	"a central body after two hours": {
		"proposal": _operator(_reported(121), false, {"org_type": "public_institution", "name": "工业和信息化部信息中心"}),
		"want": {["report_late", _at(2, "report_deadline_min"), _who, {
			"level": "III", "minutes": 121, "max": 120,
			"operator": {"term": "operator_central"},
		}]},
	},
	"anybody after four hours": {
		"proposal": _row(2, {"report_deadline_min": 241}),
		"want": {["report_late", _at(2, "report_deadline_min"), _who, {
			"level": "III", "minutes": 241, "max": 240,
			"operator": {"term": "operator_other"},
		}]},
	},
	"hours for minutes": {
		"proposal": _row(0, {"report_deadline_min": 1}),
		"want": {["report_before_response", _at(0, "report_deadline_min"), [_at(0, "respond_min")], {"level": "I", "minutes": 1, "respond": 15}]},
	},
	"nobody is told": {
		"proposal": _row(2, {"authority": "none"}),
		"want": {["authority_none", _at(2, "authority"), [], {"level": "III"}]},
	},
	"leaks not covered": {
		"proposal": _row(0, {"criteria_zh": "停检≥8小时"}),
		"want": {["leak_not_covered", _section, [["data", "datasets", 0, "pi", "contains"]], {}]},
	},
	"leaks in the lightest level alone": {
		"proposal": _levels([object.union(row, {"criteria_zh": _leaking(i)}) | some i, row in _rows]),
		"want": {["leak_not_covered", _section, [["data", "datasets", 0, "pi", "contains"]], {}]},
	},
	"recovered before anybody responds": {
		"proposal": object.union(_base, {"safety": {"monitoring": {"mttr_target_min": 14}}}),
		"want": {["recovery_before_response", ["safety", "monitoring", "mttr_target_min"], [_at(0, "respond_min")], {"recover": 14, "respond": 15}]},
	},
	"one level, silent about leaks": {
		"proposal": _levels([object.union(_rows[0], {"criteria_zh": "停检≥8小时"})]),
		"want": {
			["levels_absent", _section, [], {"levels": ["II", "III", "IV"]}],
			["leak_not_covered", _section, [["data", "datasets", 0, "pi", "contains"]], {}],
		},
	},
	"two levels, all alike": {
		"proposal": _levels([object.union(row, {"respond_min": 10}) | some row in array.slice(_rows, 0, 2)]),
		"want": {
			["levels_absent", _section, [], {"levels": ["III", "IV"]}],
			["all_alike", _section, [_at(0, "respond_min"), _at(1, "respond_min")], {"minutes": 10}],
		},
	},
	"a criterion in an empty text": {
		"proposal": _row(1, {"criteria_zh": ""}),
		"want": {["missing", _at(1, "criteria_zh"), [], {}]},
	},
	"criteria without a number, of a level that is not named": {
		"proposal": _levels(array.concat([object.remove(_rows[0], ["level"])], [
			object.union(object.remove(_rows[1], ["level"]), {"criteria_zh": "影响严重"}),
			_rows[2], _rows[3],
		])),
		"want": {
			["missing", _at(0, "level"), [], {}],
			["missing", _at(1, "level"), [], {}],
			["criteria_unmeasured", _at(1, "criteria_zh"), [], {"level": 2}],
		},
	},
}

_leaking(3) := "个人信息泄露1人"

_leaking(i) := ["停检≥8小时", "停检≥2小时", "停检≥1小时"][i]

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_central_in_English if {
	proposal := _operator(_rows, false, {"org_type": "government", "name": "Ministry of Commerce"})
	found := rule.findings with input.proposal as proposal
	{f.code | some f in found} == {"report_late"}
}
