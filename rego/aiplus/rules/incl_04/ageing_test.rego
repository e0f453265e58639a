package aiplus.rules.incl_04_test

import data.aiplus.rules.incl_04 as rule

# Ten alarms a day of 171 minutes take the whole time of five people.
_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"title_zh": "独居老人跌倒监测", "stage": "pilot", "sector_gb4754": "Q85"},
	"inclusion": {
		"accessibility": {
			"standards": ["移动互联网应用适老化通用设计规范"],
			"min_font_dp": 18,
			"contrast": 4.5,
			"voice": true,
			"human_service": true,
			"user_tests_n": 10,
		},
		"eldercare": {"false_alarm_per_day": 0.05, "response_min": 171, "responder": "P2"},
		"coverage": {"sites_total": 200},
	},
	"partners": [
		{"id": "P1", "name": "研究所", "employees": 1},
		{"id": "P2", "name": "社区养老服务中心", "employees": 5, "agreement": "EV-07"},
	],
	"talent": {"team": [
		{"id": "T1", "role": ["ops"], "fte": 1},
		{"id": "T2", "role": ["ops", "security"], "fte": 1},
	]},
	"evidence": [{"id": "EV-07", "kind": "contract", "issuer": "社区养老服务中心", "issued_on": "2026-09-01", "sha256": "07"}],
}

_edited(edit) := object.union(_base, edit)

_designed(edit) := _edited({"inclusion": {"accessibility": edit}})

_cared(edit) := _edited({"inclusion": {"eldercare": edit}})

_without(path) := json.remove(_base, [path])

# The team answers itself, with so many people.
_own(posts) := object.union(_cared({"responder": "T1"}), {"talent": {"team": [
{"id": concat("", ["T", format_int(n, 10)]), "role": ["ops"], "fte": 1} |
	some n in numbers.range(1, posts)
]}})

_contract := {
	"safety": {"monitoring": {"soc_contract": "EV-09"}},
	"evidence": [
		_base.evidence[0],
		{"id": "EV-09", "kind": "contract", "issuer": "应急呼叫中心", "issued_on": "2026-09-02", "sha256": "09"},
	],
}

# A service for everybody that older people use as well.
_counter := json.remove(
	_edited({
		"project": {"title_zh": "政务服务智能问答", "summary_zh": "一站式办理", "sector_gb4754": "S92"},
		"scenarios": [{"name_zh": "办事咨询", "target_groups": ["general", "elderly"]}],
	}),
	["inclusion/eldercare", "inclusion/coverage"],
)

_planned := json.remove(
	_edited({
		"project": {"stage": "prototype"},
		"plan": {"milestones": [{"id": "N1", "due": "2027-03-31", "kind": "normal", "accept_zh": "完成20名老人的用户测试"}]},
		"finance": {"items": [{"category": "testing", "amount": 3}]},
	}),
	["inclusion/accessibility/user_tests_n"],
)

_passing := {
	"a partner comes": _base,
	"a partner by its name": _cared({"responder": " 社区养老服务中心 "}),
	"five of the team": _own(5),
	"two of the team and a contract": object.union(_own(2), _contract),
	"no care": _counter,
	"a prototype with a plan": _planned,
	"a prototype with a plan and first tests": object.union(_planned, {"inclusion": {"accessibility": {"user_tests_n": 3}}}),
	"one standard named": _designed({"standards": ["适老化设计", "WCAG"]}),
	"care only in the id of the project": object.union(_counter, {"project": {"id": "养老-2026"}}),
	"an agreement of another partner that is not listed": _edited({"partners": [
		object.union(_base.partners[0], {"agreement": "EV-99"}),
		_base.partners[1],
	]}),
	"a partner of ten beside a team of five": object.union(_cared({"response_min": 172}), {
		"partners": [object.union(_base.partners[1], {"employees": 10})],
		"talent": _own(5).talent,
	}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_design(name) := ["inclusion", "accessibility", name]

_care(name) := ["inclusion", "eldercare", name]

_sites := ["inclusion", "coverage", "sites_total"]

test_fails_without[path] if {
	some path, want in {
		"inclusion/accessibility/standards": {_design("standards")},
		"inclusion/accessibility/min_font_dp": {_design("min_font_dp")},
		"inclusion/accessibility/contrast": {_design("contrast")},
		"inclusion/accessibility/voice": {_design("voice")},
		"inclusion/accessibility/human_service": {_design("human_service")},
		"inclusion/accessibility/user_tests_n": {_design("user_tests_n")},
		"inclusion/eldercare/false_alarm_per_day": {_care("false_alarm_per_day")},
		"inclusion/eldercare/response_min": {_care("response_min")},
		"inclusion/eldercare/responder": {_care("responder")},
		"inclusion/eldercare": {_care("false_alarm_per_day"), _care("response_min"), _care("responder")},
		"inclusion/coverage": {_sites},
		"partners/1/agreement": {["partners", 1, "agreement"]},
		"partners/1/employees": {["partners", 1, "employees"]},
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

# What tells that somebody is looked after.
test_care_is_needed[name] if {
	some name, edit in {
		"sector": {"project": {"sector_gb4754": "Q85"}},
		"section of sectors": {"project": {"sector_gb4754": "Q"}},
		"title": {"project": {"title_zh": "智慧助残出行"}},
		"summary": {"project": {"summary_zh": "为独居者提供上门照护"}},
		"scenario": {"scenarios": [{"name_zh": "Falls at home"}]},
		"one scenario of two": {"scenarios": [{"name_zh": "办事咨询"}, {"name_zh": "居家照护"}]},
		"a section": {"inclusion": {"eldercare": {"note": 1}}},
	}
	got := rule.findings with input.proposal as object.union(_counter, edit)
	got == {{"code": "missing", "path": p, "args": {}} |
		some p in [_sites, _care("false_alarm_per_day"), _care("response_min"), _care("responder")]
	}
}

_failing := {
	"a style": {
		"proposal": _designed({"standards": ["适老化设计"]}),
		"want": {["standard_unnamed", _design("standards"), [], {}]},
	},
	"17.9 dp": {
		"proposal": _designed({"min_font_dp": 17.9}),
		"want": {["font_small", _design("min_font_dp"), [], {"font": 17.9, "min": 18}]},
	},
	"4.4 to 1": {
		"proposal": _designed({"contrast": 4.4}),
		"want": {["contrast_low", _design("contrast"), [], {"contrast": 4.4, "min": 4.5}]},
	},
	"not heard": {"proposal": _designed({"voice": false}), "want": {["no_voice", _design("voice"), [], {}]}},
	"nobody answers": {
		"proposal": _designed({"human_service": false}),
		"want": {["no_human_service", _design("human_service"), [], {}]},
	},
	"nine users": {
		"proposal": _designed({"user_tests_n": 9}),
		"want": {["user_tests_few", _design("user_tests_n"), [], {"people": 9, "min": 10}]},
	},
	"never wrong": {
		"proposal": _cared({"false_alarm_per_day": 0}),
		"want": {["alarms_zero", _care("false_alarm_per_day"), [], {}]},
	},
	"at once": {
		"proposal": _cared({"response_min": 0}),
		"want": {["response_zero", _care("response_min"), [], {}]},
	},
	"somebody unknown": {
		"proposal": _cared({"responder": "社区"}),
		"want": {[
			"responder_unknown", _care("responder"), [["talent", "team"]],
			{"id": "社区", "role": {"term": "role_any"}, "flaw": {"term": "person_unknown"}},
		]},
	},
	"an agreement that is not listed": {
		"proposal": _without("evidence"),
		"want": {[
			"responder_agreement_weak", ["partners", 1, "agreement"], [["evidence"]],
			{"evidence": "EV-07", "flaw": {"term": "evidence_unknown"}},
		]},
	},
	"a partner of four": {
		"proposal": object.union(_cared({"response_min": 1}), {"partners": [object.union(_base.partners[1], {"employees": 4})]}),
		"want": {["responder_thin", ["partners", 0, "employees"], [_care("responder")], {"staff": 4, "min": 4.2}]},
	},
	"two of the team": {
		"proposal": _own(2),
		"want": {[
			"watch_short", _care("responder"), [["talent", "team"], ["safety", "monitoring", "soc_contract"]],
			{"fte": 2, "min": 4.2},
		]},
	},
	"too many alarms for a partner": {
		"proposal": _cared({"response_min": 172}),
		"want": {[
			"response_impossible", _care("response_min"),
			[_care("false_alarm_per_day"), _sites, ["partners", 1, "employees"]],
			{"alarms": 10, "sites": 200, "minutes": 172, "needed": 1720, "staff": 5, "capacity": 1710},
		]},
	},
	"too many alarms for the team": {
		"proposal": object.union(_own(5), {"inclusion": {"coverage": {"sites_total": 201}}}),
		"want": {[
			"response_impossible", _care("response_min"),
			[_care("false_alarm_per_day"), _sites, ["talent", "team"]],
			{"alarms": 10.1, "sites": 201, "minutes": 171, "needed": 1719, "staff": 5, "capacity": 1710},
		]},
	},
	"no standard in the list": {
		"proposal": _designed({"standards": []}),
		"want": {["missing", _design("standards"), [], {}]},
	},
	"too many alarms for just enough of the team": {
		"proposal": object.union(_own(5), {"talent": {"team": array.concat(
			[{"id": concat("", ["T", format_int(n, 10)]), "role": ["ops"], "fte": 1} | some n in numbers.range(1, 4)],
			[{"id": "T5", "role": ["ops"], "fte": 0.2}],
		)}}),
		"want": {[
			"response_impossible", _care("response_min"),
			[_care("false_alarm_per_day"), _sites, ["talent", "team"]],
			{"alarms": 10, "sites": 200, "minutes": 171, "needed": 1710, "staff": 4.2, "capacity": 1436},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"project": {"sector_gb4754": "C36"}}
}

# Whoever has just as many people as a watch takes is not too few.
test_passes_with_exactly_the_people_of_a_watch if {
	proposal := object.union(_cared({"response_min": 1}), {"partners": [object.union(_base.partners[1], {"employees": 4})]})
	found := rule.findings with input.proposal as proposal with data.aiplus.thresholds.shift_fte_min.value as 4
	found == set()
}
