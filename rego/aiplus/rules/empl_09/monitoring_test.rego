package aiplus.rules.empl_09_test

import data.aiplus.rules.empl_09 as rule

_monitoring := {
	"indicators": [
		{"name_zh": "转岗人员三个月在岗率(%)", "baseline": 93, "warn": 85},
		{"name_zh": "劳动争议", "baseline": 0, "warn": 5},
	],
	"interval_months": 6,
	"report_to": "公司工会委员会",
}

_base := {
	"project": {"start": "2026-12-01", "end": "2028-05-31"},
	"applicant": {"employees": 4200},
	"employment": {
		"assessment": {"scope_headcount": 96},
		"occupations": [{"id": "O1", "headcount": 96, "effect": "displace"}],
		"response": {"triggers": [
			{"metric_zh": "三个月在岗率（%）"},
			{"metric_zh": "涉岗位调整 劳动争议(件/季)", "threshold": 5},
		]},
		"monitoring": _monitoring,
	},
	"talent": {"team": [{"id": "T1", "role": ["pi", "hr"]}, {"id": "T2", "role": ["pi"]}]},
}

_with(edit) := object.union(_base, edit)

_monitored(edit) := _with({"employment": {"monitoring": edit}})

_without(path) := json.remove(_base, [path])

_measured(edit) := _monitored({"indicators": [_monitoring.indicators[0], object.union(_monitoring.indicators[1], edit)]})

_lasting(start, end, months) := object.union(_monitored({"interval_months": months}), {"project": {"start": start, "end": end}})

_passing := {
	"as it should be": _base,
	"every month": _monitored({"interval_months": 1}),
	"once, at the end of a short project": _lasting("2026-12-01", "2027-05-31", 6),
	"a project without dates": _without("project"),
	"names that differ in case and brackets": _with({"employment": {
		"response": {"triggers": [{"metric_zh": "Labour disputes (per quarter)"}, {"metric_zh": "三个月在岗率"}]},
		"monitoring": {"indicators": [
			{"name_zh": "labour  DISPUTES [per quarter]", "baseline": 1, "warn": 5},
			_monitoring.indicators[0],
		]},
	}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_reported_to[recipient] if {
	some recipient in [
		"工会", "职工代表大会", "人力资源部", "人事处", "市人社局", "县劳动监察大队", "就业服务中心", "省工信厅", "行业主管部门",
		"HR", "the works council", "Labour authority", "union and staff", "T1",
	]
	got := rule.findings with input.proposal as _monitored({"report_to": recipient})
	got == set()
}

_field(name) := ["employment", "monitoring", name]

_indicator(i, name) := ["employment", "monitoring", "indicators", i, name]

_missing := {
	"employment": {["employment", "monitoring"]},
	"employment/monitoring": {["employment", "monitoring"]},
	"employment/monitoring/indicators": {_field("indicators")},
	"employment/monitoring/interval_months": {_field("interval_months")},
	"employment/monitoring/report_to": {_field("report_to")},
	"employment/monitoring/indicators/1/name_zh": {_indicator(1, "name_zh")},
	"employment/monitoring/indicators/1/baseline": {_indicator(1, "baseline")},
	"employment/monitoring/indicators/1/warn": {_indicator(1, "warn")},
	"employment/response": {["employment", "response", "triggers"]},
	"employment/response/triggers": {["employment", "response", "triggers"]},
}

test_fails_without[path] if {
	some path, want in _missing
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

test_fails_with_nothing_in[name] if {
	some name, tc in {
		"monitoring": {
			"proposal": object.union(_without("employment/monitoring"), {"employment": {"monitoring": {}}}),
			"want": ["employment", "monitoring"],
		},
		"the indicators": {
			"proposal": json.remove(_monitored({"indicators": []}), ["employment/response"]),
			"want": _field("indicators"),
		},
		"the triggers": {
			"proposal": _with({"employment": {"response": {"triggers": []}}}),
			"want": ["employment", "response", "triggers"],
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

# One field, or one indicator, shows that there is monitoring: the rest of it is missing.
test_fails_without_the_rest if {
	got := rule.findings with input.proposal as object.union(
		_without("employment/monitoring"),
		{"employment": {"monitoring": {"report_to": "公司工会委员会"}}},
	)
	got == {{"code": "missing", "path": _field(field), "args": {}} | some field in ["indicators", "interval_months"]}
}

test_fails_without_triggers_for_one_indicator if {
	got := rule.findings with input.proposal as json.remove(
		_monitored({"indicators": [_monitoring.indicators[0]]}),
		["employment/response"],
	)
	{[f.code, f.path] | some f in got} == {
		["indicators_few", _field("indicators")],
		["missing", ["employment", "response", "triggers"]],
	}
}

_unanswered(name) := {[
	"indicator_unanswered", _indicator(1, "name_zh"), [["employment", "response", "triggers"]],
	{"indicator": name},
]}

_failing := {
	"one indicator": {
		"proposal": _monitored({"indicators": [_monitoring.indicators[0]]}),
		"want": {["indicators_few", _field("indicators"), [], {"count": 1, "min": 2}]},
	},
	"one indicator twice": {
		"proposal": _measured({"name_zh": _monitoring.indicators[0].name_zh}),
		"want": {["indicators_few", _field("indicators"), [], {"count": 1, "min": 2}]},
	},
	"a warning at the baseline": {
		"proposal": _measured({"warn": 0}),
		"want": {["warn_is_baseline", _indicator(1, "warn"), [_indicator(1, "baseline")], {"indicator": "劳动争议", "value": 0}]},
	},
	"a warning at the baseline of an indicator without name": {
		"proposal": json.remove(_measured({"warn": 0}), ["employment/monitoring/indicators/1/name_zh"]),
		"want": {
			["warn_is_baseline", _indicator(1, "warn"), [_indicator(1, "baseline")], {"indicator": 2, "value": 0}],
			["missing", _indicator(1, "name_zh"), [], {}],
		},
	},
	"a warning that sets nothing off": {
		"proposal": _measured({"name_zh": "员工满意度"}),
		"want": _unanswered("员工满意度"),
	},
	"a warning beside the only trigger": {
		"proposal": _with({"employment": {"response": {"triggers": [{"metric_zh": "三个月在岗率"}]}}}),
		"want": _unanswered("劳动争议"),
	},
	"a name that is only a unit": {
		"proposal": _measured({"name_zh": "(件/季)"}),
		"want": _unanswered("(件/季)"),
	},
	"a trigger that is only a unit": {
		"proposal": _with({"employment": {"response": {"triggers": [{"metric_zh": "三个月在岗率"}, {"metric_zh": "(件)"}]}}}),
		"want": _unanswered("劳动争议"),
	},
	"a trigger without metric": {
		"proposal": _without("employment/response/triggers/1/metric_zh"),
		"want": _unanswered("劳动争议"),
	},
	"an interval of nothing": {
		"proposal": _monitored({"interval_months": 0}),
		"want": {["interval_zero", _field("interval_months"), [], {}]},
	},
	"seven months": {
		"proposal": _monitored({"interval_months": 7}),
		"want": {["interval_long", _field("interval_months"), [], {"months": 7, "max": 6}]},
	},
	"two years, longer than the project": {
		"proposal": _monitored({"interval_months": 24}),
		"want": {["interval_long", _field("interval_months"), [], {"months": 24, "max": 6}]},
	},
	"longer than a short project": {
		"proposal": _lasting("2026-12-01", "2027-05-30", 6),
		"want": {[
			"interval_beyond_project", _field("interval_months"), [["project", "start"], ["project", "end"]],
			{"months": 6, "first": "2027-06-01", "end": "2027-05-30"},
		]},
	},
	"reported to the project itself": {
		"proposal": _monitored({"report_to": "项目领导小组"}),
		"want": {["report_to_nobody", _field("report_to"), [], {"recipient": "项目领导小组"}]},
	},
	"reported to somebody else in the team": {
		"proposal": _monitored({"report_to": "T2"}),
		"want": {["report_to_nobody", _field("report_to"), [], {"recipient": "T2"}]},
	},
	"reported to somebody whose name holds a word by chance": {
		"proposal": _monitored({"report_to": "Three unions of chr"}),
		"want": {["report_to_nobody", _field("report_to"), [], {"recipient": "Three unions of chr"}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_to_a_small_change if {
	not rule.applies with input.proposal as _with({"employment": {"occupations": [{"headcount": 19, "effect": "displace"}]}})
}
