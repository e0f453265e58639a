package aiplus.rules.ecos_04_test

import data.aiplus.rules.ecos_04 as rule

_pilot_base := {
	"services": ["compute", "model", "data", "validation", "standards_evaluation", "investment"],
	"capacity_zh": "智算1200P；行业模型18个，数据集26套；验证工位40个；每年出具评测报告300份；对接机构若干",
	"external_users_target": 1,
	"external_share_pct": 30,
	"tariff_zh": "算力3.6元/卡时，中小企业八折",
	"neutrality_zh": "运营方自有项目与外部用户同等排队",
	"evaluation_standard": "GB/T 45288.2-2025",
}

_adopter := {"name": "沈北重机", "agreement": "EV-28"}

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"type": "pilot_base", "stage": "pilot"},
	"applicant": {"name": "装备院"},
	"partners": [{"id": "P1", "name": "数控公司"}],
	"ecosystem": {"pilot_base": _pilot_base},
	"innovation": {"translation": {"adopters": [{"name": "数控公司", "agreement": "EV-28"}, _adopter]}},
	"evidence": [{"id": "EV-28", "issuer": "双方", "issued_on": "2026-09-30", "sha256": "28"}],
}

_with(edit) := object.union(_base, edit)

_offering(edit) := _with({"ecosystem": {"pilot_base": edit}})

_adopted(adopters) := _with({"innovation": {"translation": {"adopters": adopters}}})

_planned := object.union(json.remove(_base, ["innovation"]), {
	"project": {"stage": "research"},
	"plan": {"milestones": [{"id": "N1", "due": "2027-06-30", "accept_zh": "入驻外部企业≥30家"}]},
	"finance": {"items": [{"category": "equipment", "amount": 300}]},
})

_passing := {
	"five services with figures": _base,
	"no charge": _offering({"tariff_zh": "对中小企业免费"}),
	"in English": _offering({
		"capacity_zh": "40 GPU nodes; 18 models; 26 datasets; 40 trial stations, 12 experts. 300 evaluations a year",
		"tariff_zh": "Free of charge",
		"neutrality_zh": "The operator has no exclusive access",
		"evaluation_standard": "ISO/IEC 25059",
	}),
	"users to come, before the pilot": _planned,
	"exactly five services": _offering({"services": ["compute", "model", "data", "validation", "standards_evaluation"]}),
	"users to come, of whom nothing is asked yet": object.union(json.remove(_planned, ["applicant"]), {"partners": [{"id": "P1"}]}),
	"its own products first, users to come": object.union(
		_planned,
		{"innovation": {"translation": {"adopters": [{"name": "装备院", "agreement": "EV-28"}]}}},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["ecosystem", "pilot_base", field]

_adopters := ["innovation", "translation", "adopters"]

_missing := array.concat(
	[["ecosystem", "pilot_base"], _adopters, ["applicant", "name"], ["partners", 0, "name"]],
	[_at(field) | some field, _ in _pilot_base],
)

test_fails_without[pointer] if {
	some path in _missing
	pointer := concat("/", [sprintf("%v", [step]) | some step in path])
	got := rule.findings with input.proposal as json.remove(_base, [pointer])
	got == {{"code": "missing", "path": path, "args": {}}}
}

_few := ["compute", "model", "data", "validation"]

_failing := {
	"four services": {"proposal": _offering({"services": _few}), "want": {[
		"services_few", _at("services"), [],
		{"count": 4, "min": 5},
	]}},
	"figures for one of eight": {
		"proposal": _offering({
			"services": array.concat(_few, ["resource_pooling", "standards_evaluation", "individual_indicators", "investment"]),
			"capacity_zh": "智算1200P，具备模型、数据、验证、评测等八类能力",
		}),
		"want": {["capacity_unstated", _at("capacity_zh"), [_at("services")], {
			"count": 1,
			"min": 5,
			"services": [{"term": concat("_", ["service", service])} |
				some service in [
					"data", "individual_indicators", "investment", "model", "resource_pooling", "standards_evaluation", "validation",
				]
			],
		}]},
	},
	"nobody from outside": {"proposal": _offering({"external_users_target": 0}), "want": {[
		"no_external_users", _at("external_users_target"), [],
		{},
	]}},
	"mostly for itself": {"proposal": _offering({"external_share_pct": 29.9}), "want": {[
		"external_share_low", _at("external_share_pct"), [],
		{"share": 29.9, "min": 30},
	]}},
	"its own products": {"proposal": _adopted([{"name": "装备院", "agreement": "EV-28"}, {"name": "P1", "agreement": "EV-28"}]), "want": {[
		"own_products_only", _adopters, [_at("external_users_target")],
		{},
	]}},
	"a user who has not agreed": {"proposal": _adopted([object.union(_adopter, {"agreement": "EV-99"}), {"name": "全国企业"}]), "want": {[
		"own_products_only", _adopters, [_at("external_users_target")],
		{},
	]}},
	"a price to be agreed": {"proposal": _offering({"tariff_zh": "面议"}), "want": {["tariff_unpriced", _at("tariff_zh"), [], {}]}},
	"neutral in a word": {"proposal": _offering({"neutrality_zh": "坚持中立运营"}), "want": {["operator_unbound", _at("neutrality_zh"), [], {}]}},
	"fair to nobody named": {"proposal": _offering({"neutrality_zh": "各方同等对待"}), "want": {["operator_unbound", _at("neutrality_zh"), [], {}]}},
	"standards": {"proposal": _offering({"evaluation_standard": "相关国家标准"}), "want": {[
		"standard_unnumbered", _at("evaluation_standard"), [],
		{"standard": "相关国家标准"},
	]}},
	"an empty section": {
		"proposal": object.union(object.remove(_base, ["ecosystem"]), {"ecosystem": {"pilot_base": {}}}),
		"want": {["missing", ["ecosystem", "pilot_base"], [], {}]},
	},
	"a section with its services": {
		"proposal": object.union(object.remove(_base, ["ecosystem"]), {"ecosystem": {"pilot_base": {"services": _pilot_base.services}}}),
		"want": {["missing", _at(field), [], {}] | some field, _ in object.remove(_pilot_base, ["services"])},
	},
	"one service": {"proposal": _offering({"services": ["compute"]}), "want": {["services_few", _at("services"), [], {"count": 1, "min": 5}]}},
	"figures for two of exactly five, and for what is not offered": {
		"proposal": _offering({
			"services": ["compute", "model", "data", "resource_pooling", "individual_indicators"],
			"capacity_zh": "智算1200P；行业模型18个；验证工位40个；每年出具评测报告300份；基金2亿元",
		}),
		"want": {["capacity_unstated", _at("capacity_zh"), [_at("services")], {
			"count": 2,
			"min": 5,
			"services": [{"term": concat("_", ["service", service])} | some service in ["data", "individual_indicators", "resource_pooling"]],
		}]},
	},
	"an empty list of users": {"proposal": _adopted([]), "want": {["missing", _adopters, [], {}]}},
	"its own product, and one": {
		"proposal": _adopted([{"name": "装备院", "agreement": "EV-28"}]),
		"want": {["own_products_only", _adopters, [_at("external_users_target")], {}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply_to_an_application if {
	not rule.applies with input.proposal as {"project": {"type": "application", "title_zh": "质检"}}
}
