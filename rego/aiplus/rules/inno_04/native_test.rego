package aiplus.rules.inno_04_test

import data.aiplus.rules.inno_04 as rule

_native := {
	"claimed": true,
	"role_of_ai_zh": "参数建议由智能体实时推理得出",
	"without_ai_effect_zh": "没有智能体，当班得不到判级与返修建议，该项服务无法成立",
	"new_offering_zh": "按账号订阅的协同质检服务，每账号每年1.2万元",
	"revenue_share_pct": 46,
}

_base := {
	"scenarios": [{"id": "S1", "autonomy_level": 1}, {"id": "S2", "autonomy_level": 3}],
	"innovation": {"ai_native": _native},
	"finance": {"cashflow": [
		{"year": 2030, "income_cny_wan": 120},
		{"year": 2029, "income_cny_wan": 0},
		{"year": 2028, "income_cny_wan": 0},
	]},
}

_with(changes) := object.union(_base, {"innovation": {"ai_native": changes}})

_earning(incomes) := object.union(_base, {"finance": {"cashflow": [{"year": 2028 + i, "income_cny_wan": income} |
	some i, income in incomes
]}})

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"in English": _with({
			"without_ai_effect_zh": "Without the agent suppliers cannot get a grade during the shift",
			"new_offering_zh": "Subscription at CNY 12,000 per account and year",
		}),
		"users instead of a price": _with({"new_offering_zh": "面向中小供应商的协同质检，2030年1440个账号"}),
		"a little revenue": _with({"revenue_share_pct": 0.1}),
		"a little income in the third year": _earning([0, 0, 1]),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := [
	["innovation", "ai_native", "role_of_ai_zh"],
	["innovation", "ai_native", "without_ai_effect_zh"],
	["innovation", "ai_native", "new_offering_zh"],
	["innovation", "ai_native", "revenue_share_pct"],
	["scenarios"],
	["scenarios", 1, "autonomy_level"],
	["finance", "cashflow"],
	["finance", "cashflow", 1, "year"],
	["finance", "cashflow", 1, "income_cny_wan"],
]

# json.remove wants the index of an array as text.
_without(paths) := json.remove(_base, [written |
	some path in paths
	written := concat("/", [trim(json.marshal(step), `"`) | some step in path])
])

test_fails_without[name] if {
	some name, path in _missing
	got := rule.findings with input.proposal as _without([path])
	got == {{"code": "missing", "path": path, "args": {}}}
}

test_fails_on_empty_text[field] if {
	some field in ["without_ai_effect_zh", "new_offering_zh"]
	got := rule.findings with input.proposal as _with({field: ""})
	got == {{"code": "missing", "path": ["innovation", "ai_native", field], "args": {}}}
}

test_fails[name] if {
	some name, tc in {
		"less efficient": {
			"proposal": _with({"without_ai_effect_zh": "效率下降"}),
			"want": {"code": "works_without_ai", "path": ["innovation", "ai_native", "without_ai_effect_zh"], "args": {}},
		},
		"an offering without a number": {
			"proposal": _with({"new_offering_zh": "面向广大用户的新业态新模式"}),
			"want": {"code": "offering_vague", "path": ["innovation", "ai_native", "new_offering_zh"], "args": {}},
		},
		"a number of nothing": {
			"proposal": _with({"new_offering_zh": "新模式3.0"}),
			"want": {"code": "offering_vague", "path": ["innovation", "ai_native", "new_offering_zh"], "args": {}},
		},
		"no revenue": {
			"proposal": _with({"revenue_share_pct": 0}),
			"want": {"code": "no_revenue", "path": ["innovation", "ai_native", "revenue_share_pct"], "args": {}},
		},
		"one year without income": {
			"proposal": _earning([0]),
			"want": {
				"code": "no_income",
				"path": ["finance", "cashflow"],
				"related": [["innovation", "ai_native", "revenue_share_pct"]],
				"args": {"year": 3},
			},
		},
		"income in the fourth year": {
			"proposal": _earning([0, 0, 0, 500]),
			"want": {
				"code": "no_income",
				"path": ["finance", "cashflow"],
				"related": [["innovation", "ai_native", "revenue_share_pct"]],
				"args": {"year": 3},
			},
		},
		"a tool": {
			"proposal": object.union(_base, {"scenarios": [{"autonomy_level": 2}, {"autonomy_level": 1}]}),
			"want": {
				"code": "autonomy_low",
				"path": ["scenarios"],
				"related": [["scenarios", 0, "autonomy_level"], ["scenarios", 1, "autonomy_level"]],
				"args": {"level": 2, "min": 3},
			},
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {tc.want}
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply_unclaimed if {
	not rule.applies with input.proposal as _with({"claimed": false})
}
