package aiplus.rules.safe_01_test

import data.aiplus.rules.safe_01 as rule

_risk(id, category, text, control) := {
	"id": id, "category": category, "text_zh": text, "owner": "T2", "control_zh": control,
	"likelihood": 2, "impact": 4, "residual_likelihood": 1, "residual_impact": 4,
}

_model := object.union(
	_risk("R1", "model_algorithm", "新病害漏检导致延误防治", "低置信度强制植保员复核并回流标注"),
	{"likelihood": 3, "monitor_ids": ["MT1", "MT2"]},
)

_data := _risk("R2", "data", "错误标注或恶意投毒样本进入训练集", "双人标注和入库哈希校验，异常批次隔离")

_application := _risk("R3", "application", "用药提示不当造成药害或残留超标", "提示仅引用登记农药目录并由植保员确认")

_labour := _risk("R4", "labour", "图像初审岗位减少引起人员顾虑", "两名初审员转训为人工智能训练师")

_supply := object.union(
	_risk("R5", "supply_chain", "基座模型停止维护", "留存权重与许可文本快照"),
	{"impact": 2, "residual_impact": 2},
)

_risks := [_model, _data, _application, _labour, _supply]

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"applicant": {"size": "large", "employees": 600, "revenue_cny_wan": 42000, "sector_gb4754": "I65"},
	"safety": {"risks": _risks, "monitoring": {"metrics": [{"id": "MT1"}, {"id": "MT2"}]}},
	"talent": {"team": [{"id": "T2", "role": ["data"], "fte": 1}]},
	"finance": {"items": [{"category": "safety", "amount": 5}]},
}

_edited(edit) := object.union(_base, edit)

_with(risks) := _edited({"safety": {"risks": risks}})

# The first risk, the only high one, changed.
_first(changes) := _with(array.concat([object.union(_model, changes)], array.slice(_risks, 1, 5)))

_first_without(field) := _with(array.concat([object.remove(_model, [field])], array.slice(_risks, 1, 5)))

_unpaid(proposal) := object.union(proposal, {"finance": {"items": [{"category": "equipment", "amount": 5}]}})

_milestone := {"id": "N1", "due": "2027-03-31", "accept_zh": "R1控制措施验收，漏检率≤2%"}

_micro := {"applicant": {"size": "small", "employees": 12, "revenue_cny_wan": 420, "sector_gb4754": "I65"}}

_without_category(category, more) := object.union(
	_with([object.union(risk, {"category": other}) |
		some risk in _risks
		other := {true: "ethics", false: risk.category}[risk.category == category]
	]),
	more,
)

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"five risks of five categories": _base,
	"five risks of four categories": _with(array.concat(array.slice(_risks, 0, 4), [object.union(_supply, {"category": "data"})])),
	"a small applicant with three": object.union(_with([_model, _data, _application]), _micro),
	"a control that changes nothing": _first({"residual_likelihood": 3, "residual_impact": 4}),
	"two risks rated alike": _with(array.concat(array.slice(_risks, 0, 4), [object.union(_supply, {"likelihood": 1})])),
	"a risk just below the high ones": _unpaid(object.union(_first({"likelihood": 2, "impact": 5, "monitor_ids": []}), {})),
	"a high risk with a milestone": object.union(_unpaid(_base), {"plan": {"milestones": [_milestone]}}),
	"a high risk before the pilot, not watched yet": object.union(_first_without("monitor_ids"), {"project": {"stage": "research"}}),
	"labour, with training": object.union(
		_with(array.concat(array.slice(_risks, 0, 3), [
			object.union(_labour, {"likelihood": 4, "monitor_ids": ["MT1"]}),
			_supply,
		])),
		{"finance": {"items": [{"category": "training", "amount": 1}, {"category": "testing", "amount": 1}]}},
	),
	"a high risk with a fen against it": object.union(_base, {"finance": {"items": [{"category": "safety", "amount": 0.000001}]}}),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"nothing": {"proposal": {}, "codes": ["missing"]},
	"no risks": {"proposal": _with([]), "codes": ["missing"]},
	"four risks": {"proposal": _with(array.slice(_risks, 0, 4)), "codes": ["risks_few"]},
	"two risks of a small applicant": {
		"proposal": object.union(_with([_model, _application]), _micro),
		"codes": ["categories_few", "category_absent", "risks_few"],
	},
	"five risks of three categories": {
		"proposal": _with(array.concat(array.slice(_risks, 0, 3), [
			object.union(_labour, {"category": "data"}),
			object.union(_supply, {"category": "data"}),
		])),
		"codes": ["categories_few"],
	},
	"a category missing": {"proposal": _first_without("category"), "codes": ["missing"]},
	"an unknown owner": {"proposal": _first({"owner": "T9"}), "codes": ["owner_unfit"]},
	"residual above initial": {"proposal": _first({"residual_likelihood": 3, "residual_impact": 5}), "codes": ["residual_above_initial"]},
	"all rated alike": {
		"proposal": _with([object.union(risk, {"likelihood": 2, "impact": 2, "residual_impact": 2}) | some risk in _risks]),
		"codes": ["scores_identical"],
	},
	"a control from the policy document": {
		"proposal": _first({"control_zh": "推进模型算法、数据资源等安全能力建设，建立风险监测预警体系。"}),
		"codes": ["text_copied"],
	},
	"one control for two risks": {
		"proposal": _first({"control_zh": _data.control_zh}),
		"codes": ["text_copied"],
	},
	"a control that repeats the risk": {
		"proposal": _first({"control_zh": _model.text_zh}),
		"codes": ["text_copied"],
	},
	"an unknown metric": {"proposal": _first({"monitor_ids": ["MT1", "MT9"]}), "codes": ["metric_unknown"]},
	"no metrics": {
		"proposal": _edited({"safety": {"risks": _risks, "monitoring": {"metrics": []}}}),
		"codes": ["metric_unknown", "metric_unknown"],
	},
	"a high risk nobody watches": {"proposal": _first_without("monitor_ids"), "codes": ["high_risk_unwatched"]},
	"a high risk with an empty list": {"proposal": _first({"monitor_ids": []}), "codes": ["high_risk_unwatched"]},
	"a high risk without money or milestone": {"proposal": _unpaid(_base), "codes": ["high_risk_untreated"]},
	"a high risk without any budget": {"proposal": object.remove(_base, ["finance"]), "codes": ["high_risk_untreated"]},
	"a milestone about another risk": {
		"proposal": object.union(_unpaid(_base), {"plan": {"milestones": [object.union(_milestone, {"accept_zh": "R10验收"})]}}),
		"codes": ["high_risk_untreated"],
	},
	"a high risk without an id": {
		"proposal": object.union(_unpaid(_first_without("id")), {"plan": {"milestones": [_milestone]}}),
		"codes": ["high_risk_untreated"],
	},
	"a high risk before the pilot, untreated": {
		"proposal": object.union(_unpaid(_base), {"project": {"stage": "research"}}),
		"codes": ["high_risk_untreated"],
	},
	"one risk": {
		"proposal": _with([_model]),
		"codes": ["categories_few", "category_absent", "category_absent", "risks_few"],
	},
	"three risks of a small applicant, all rated alike": {
		"proposal": object.union(
			_with([object.union(risk, {"likelihood": 2, "impact": 2, "residual_impact": 2}) | some risk in [_model, _data, _application]]),
			_micro,
		),
		"codes": ["scores_identical"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

test_each_field_is_needed[field] if {
	some field in ["text_zh", "likelihood", "impact", "owner", "control_zh", "residual_likelihood", "residual_impact"]
	_findings(_first_without(field)) == {{"code": "missing", "path": ["safety", "risks", 0, field], "args": {}}}
}

_absent := {
	"application": {},
	"model_algorithm": {},
	"data": {},
	"labour": {"employment": {"assessment": {"scope_headcount": 2}}},
	"infrastructure": {"compute": {"facility": {"it_power_mw": 1}}},
	"content": {"models": [{"generative": true}]},
}

test_fails_without_the_category[category] if {
	some category, more in _absent
	proposal := _without_category(category, more)
	{finding.args.category.term | some finding in _findings(proposal); finding.code == "category_absent"} == {concat("_", ["risk", category])}
}

test_a_category_is_due_because_of_something if {
	some finding in _findings(_without_category("labour", _absent.labour))
	finding.related == [["employment", "assessment", "scope_headcount"]]
}

# Who has no model and no data is not asked for their risks.
test_passes_without_the_risks_of_others[category] if {
	some category in ["model_algorithm", "data"]
	_codes(object.union(_without_category(category, {}), {"project": {"type": "pilot_base"}})) == []
}

test_says_how_all_are_rated if {
	some finding in _findings(_with([object.union(risk, {"likelihood": 2, "impact": 3, "residual_impact": 3}) | some risk in _risks]))
	finding.args == {"count": 5, "likelihood": 2, "impact": 3}
}

# A finding names the risk by its place when it has no id.
test_names_a_risk_without_id if {
	some finding in _findings(_with(array.concat([object.remove(object.union(_model, {"owner": "T9"}), ["id"])], array.slice(_risks, 1, 5))))
	finding.args.risk == 1
	finding.args.flaw == {"term": "person_unknown"}
}

test_applies_to_everybody if rule.applies with input.proposal as {}

test_applies_default if rule.applies == false with data.aiplus.flags.all as false
