package aiplus.rules.incl_02_test

import data.aiplus.rules.incl_02 as rule

_base := {
	"project": {"ai_plus_domain": "livelihood"},
	"inclusion": {"threshold": {
		"price_model": "paid",
		"unit_price_cny": 98,
		"benchmark_price_cny": 98,
		"onboarding_hours": 40,
		"device_min_zh": "安卓9以上、3GB内存的普通手机，售价5000元以内；不需要独立显卡，推理在云端GPU完成",
		"offline": true,
		"languages": ["普通话"],
	}},
	"finance": {
		"price_basis_zh": "同类线下服务每月98元",
		"cashflow": [{"year": 2027, "income_cny_wan": 0}, {"year": 2028, "income_cny_wan": 12}],
	},
}

_with(edit) := object.union(_base, {"inclusion": {"threshold": edit}})

_free := object.union(_with({"price_model": "free", "unit_price_cny": 0}), {"finance": {"cashflow": [{"income_cny_wan": 0}]}})

_without(path) := json.remove(_base, [path])

_passing := {
	"at the price of today": _base,
	"some pay": _with({"price_model": "freemium"}),
	"the state pays": json.remove(_with({"price_model": "public_budget"}), ["finance/price_basis_zh"]),
	"free": json.remove(_free, ["finance/price_basis_zh"]),
	"free without a cash flow": json.remove(_free, ["finance"]),
	"paid, and an income that is not stated": object.union(_base, {"finance": {"cashflow": [{"year": 2027}]}}),
	"the state pays, on a vague basis": object.union(
		_with({"price_model": "public_budget"}),
		{"finance": {"price_basis_zh": "按市场行情确定"}},
	),
	"half an hour": _with({"onboarding_hours": 0.5}),
	"a dear device that nobody needs": _with({"device_min_zh": "安卓9以上手机；无需2万元的专用设备"}),
	"a card that nobody needs": _with({"device_min_zh": "2019年后的普通电脑，4GB内存，无独立显卡即可，没有GPU也行"}),
	"in English": _with({"device_min_zh": "Any phone from 2019, 3 GB of memory, about CNY 1,200; no graphics card"}),
	"of 5000": _with({"device_min_zh": "Any phone below CNY 5,000"}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["inclusion", "threshold", name]

test_fails_without[path] if {
	some path, want in {
		"inclusion/threshold/price_model": _field("price_model"),
		"inclusion/threshold/unit_price_cny": _field("unit_price_cny"),
		"inclusion/threshold/benchmark_price_cny": _field("benchmark_price_cny"),
		"inclusion/threshold/onboarding_hours": _field("onboarding_hours"),
		"inclusion/threshold/device_min_zh": _field("device_min_zh"),
		"inclusion/threshold/offline": _field("offline"),
		"inclusion/threshold/languages": _field("languages"),
		"finance/price_basis_zh": ["finance", "price_basis_zh"],
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": want, "args": {}}}
}

test_fails_without_anything if {
	got := rule.findings with input.proposal as {}
	count(got) == 7
	every finding in got {
		finding.code == "missing"
	}
}

test_fails_with_empty[name] if {
	some name, tc in {
		"languages": {"proposal": _with({"languages": []}), "want": _field("languages")},
		"device": {"proposal": _with({"device_min_zh": ""}), "want": _field("device_min_zh")},
		"basis": {"proposal": object.union(_base, {"finance": {"price_basis_zh": ""}}), "want": ["finance", "price_basis_zh"]},
		"basis of what some pay": {
			"proposal": object.union(_with({"price_model": "freemium"}), {"finance": {"price_basis_zh": ""}}),
			"want": ["finance", "price_basis_zh"],
		},
		"income": {
			"proposal": object.union(_free, {"finance": {"cashflow": [{"year": 2027}]}}),
			"want": ["finance", "cashflow", 0, "income_cny_wan"],
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

_failing := {
	"dearer than today": {
		"proposal": _with({"unit_price_cny": 98.01}),
		"want": {["price_above_benchmark", _field("unit_price_cny"), [_field("benchmark_price_cny")], {"price": 98.01, "benchmark": 98}]},
	},
	"twice what is hardly worth a price": {
		"proposal": _with({"unit_price_cny": 2, "benchmark_price_cny": 1}),
		"want": {["price_above_benchmark", _field("unit_price_cny"), [_field("benchmark_price_cny")], {"price": 2, "benchmark": 1}]},
	},
	"free with little income": {
		"proposal": object.union(_free, {"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 1}]}}),
		"want": {["free_with_income", _field("price_model"), [["finance", "cashflow", 0, "income_cny_wan"]], {}]},
	},
	"public money for something dearer": {
		"proposal": _with({"price_model": "public_budget", "unit_price_cny": 99}),
		"want": {["price_above_benchmark", _field("unit_price_cny"), [_field("benchmark_price_cny")], {"price": 99, "benchmark": 98}]},
	},
	"compared with nothing": {
		"proposal": object.union(_free, {"inclusion": {"threshold": {"benchmark_price_cny": 0}}}),
		"want": {["benchmark_zero", _field("benchmark_price_cny"), [_field("unit_price_cny")], {}]},
	},
	"a price compared with nothing": {
		"proposal": _with({"benchmark_price_cny": 0}),
		"want": {["benchmark_zero", _field("benchmark_price_cny"), [_field("unit_price_cny")], {}]},
	},
	"free at a price": {
		"proposal": object.union(_free, {"inclusion": {"threshold": {"unit_price_cny": 1}}}),
		"want": {["free_with_price", _field("price_model"), [_field("unit_price_cny")], {"price": 1}]},
	},
	"paid with nothing": {
		"proposal": _with({"unit_price_cny": 0}),
		"want": {["paid_without_price", _field("unit_price_cny"), [_field("price_model")], {}]},
	},
	"free with income": {
		"proposal": _with({"price_model": "free", "unit_price_cny": 0}),
		"want": {["free_with_income", _field("price_model"), [["finance", "cashflow", 1, "income_cny_wan"]], {}]},
	},
	"a price out of the air": {
		"proposal": object.union(_base, {"finance": {"price_basis_zh": "按市场行情确定"}}),
		"want": {["price_basis_vague", ["finance", "price_basis_zh"], [_field("benchmark_price_cny")], {}]},
	},
	"nothing to learn": {
		"proposal": _with({"onboarding_hours": 0}),
		"want": {["onboarding_zero", _field("onboarding_hours"), [], {}]},
	},
	"more than a week to learn": {
		"proposal": _with({"onboarding_hours": 41}),
		"want": {["onboarding_long", _field("onboarding_hours"), [], {"hours": 41, "max": 40}]},
	},
	"a strong network only": {
		"proposal": _with({"offline": false}),
		"want": {["online_only", _field("offline"), [], {}]},
	},
	"any device": {
		"proposal": _with({"device_min_zh": "普通手机即可"}),
		"want": {["device_vague", _field("device_min_zh"), [], {}]},
	},
	"a device for experts": {
		"proposal": _with({"device_min_zh": "配备24GB显存GPU的图形工作站"}),
		"want": {["device_special", _field("device_min_zh"), [], {"words": "gpu"}]},
	},
	"a headset": {
		"proposal": _with({"device_min_zh": "2 GB phone; a Headset of the second generation"}),
		"want": {["device_special", _field("device_min_zh"), [], {"words": "headset"}]},
	},
	"5001 yuan": {
		"proposal": _with({"device_min_zh": "5,001元的平板，另配300元支架"}),
		"want": {["device_dear", _field("device_min_zh"), [], {"price": 5001, "max": 5000}]},
	},
	"1.2 万元": {
		"proposal": _with({"device_min_zh": "1.2万元的一体机"}),
		"want": {["device_dear", _field("device_min_zh"), [], {"price": 12000, "max": 5000}]},
	},
	"CNY 5,000.5": {
		"proposal": _with({"device_min_zh": "A tablet of CNY 5,000.5"}),
		"want": {["device_dear", _field("device_min_zh"), [], {"price": 5000.5, "max": 5000}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies[name] if {
	some name, proposal in {
		"livelihood": {"project": {"ai_plus_domain": "livelihood"}},
		"consumption": {"project": {"ai_plus_domain": "consumption"}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"project": {"ai_plus_domain": "industry"}}
}
