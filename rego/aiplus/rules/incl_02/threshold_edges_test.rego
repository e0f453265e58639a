# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.incl_02_threshold_edges_test

import data.aiplus.rules.incl_02 as this
import data.lib.edits_test as edits

_bases := {
	"10": {"proposal": {"finance": {"cashflow": [{"income_cny_wan": 0, "year": 2027}, {"income_cny_wan": 12, "year": 2028}], "price_basis_zh": "同类线下服务每月98元"}, "inclusion": {"threshold": {"benchmark_price_cny": 98, "device_min_zh": "安卓9以上、3GB内存的普通手机，售价5000元以内；不需要独立显卡，推理在云端GPU完成", "languages": ["普通话"], "offline": false, "onboarding_hours": 40, "price_model": "paid", "unit_price_cny": 98}}, "project": {"ai_plus_domain": "livelihood"}}},
	"31": {"proposal": {"finance": {"cashflow": [{"income_cny_wan": 0, "year": 2027}, {"income_cny_wan": 12, "year": 2028}], "price_basis_zh": "按市场行情确定"}, "inclusion": {"threshold": {"benchmark_price_cny": 98, "device_min_zh": "安卓9以上、3GB内存的普通手机，售价5000元以内；不需要独立显卡，推理在云端GPU完成", "languages": ["普通话"], "offline": true, "onboarding_hours": 40, "price_model": "paid", "unit_price_cny": 98}}, "project": {"ai_plus_domain": "livelihood"}}},
	"35": {"proposal": {"finance": {"cashflow": [{"income_cny_wan": 0}], "price_basis_zh": "同类线下服务每月98元"}, "inclusion": {"threshold": {"benchmark_price_cny": 98, "device_min_zh": "安卓9以上、3GB内存的普通手机，售价5000元以内；不需要独立显卡，推理在云端GPU完成", "languages": ["普通话"], "offline": true, "onboarding_hours": 40, "price_model": "free", "unit_price_cny": 1}}, "project": {"ai_plus_domain": "livelihood"}}},
	"37": {"proposal": {"finance": {"cashflow": [{"year": 2027}], "price_basis_zh": "同类线下服务每月98元"}, "inclusion": {"threshold": {"benchmark_price_cny": 98, "device_min_zh": "安卓9以上、3GB内存的普通手机，售价5000元以内；不需要独立显卡，推理在云端GPU完成", "languages": ["普通话"], "offline": true, "onboarding_hours": 40, "price_model": "free", "unit_price_cny": 0}}, "project": {"ai_plus_domain": "livelihood"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"37 inclusion threshold: {}": {"base": "37", "path": ["proposal", "inclusion", "threshold"], "value": {}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "benchmark_price_cny"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "unit_price_cny"]}}}},
	"31 inclusion threshold price_model: freemium": {"base": "31", "path": ["proposal", "inclusion", "threshold", "price_model"], "value": "freemium", "says": {"applies": true, "findings": {{"args": {}, "code": "price_basis_vague", "path": ["finance", "price_basis_zh"], "related": [["inclusion", "threshold", "benchmark_price_cny"]]}}}},
	"31 inclusion threshold price_model: paid_without_price": {"base": "31", "path": ["proposal", "inclusion", "threshold", "price_model"], "value": "paid_without_price", "says": {"applies": true, "findings": set()}},
	"10 inclusion threshold benchmark_price_cny: 0.5": {"base": "10", "path": ["proposal", "inclusion", "threshold", "benchmark_price_cny"], "value": 0.5, "says": {"applies": true, "findings": {{"args": {}, "code": "online_only", "path": ["inclusion", "threshold", "offline"]}, {"args": {"benchmark": 0.5, "price": 98}, "code": "price_above_benchmark", "path": ["inclusion", "threshold", "unit_price_cny"], "related": [["inclusion", "threshold", "benchmark_price_cny"]]}}}},
	"35 finance cashflow 0 income_cny_wan: 1": {"base": "35", "path": ["proposal", "finance", "cashflow", 0, "income_cny_wan"], "value": 1, "says": {"applies": true, "findings": {{"args": {}, "code": "free_with_income", "path": ["inclusion", "threshold", "price_model"], "related": [["finance", "cashflow", 0, "income_cny_wan"]]}, {"args": {"price": 1}, "code": "free_with_price", "path": ["inclusion", "threshold", "price_model"], "related": [["inclusion", "threshold", "unit_price_cny"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
