package aiplus.rules.safe_03_test

import data.aiplus.rules.safe_03 as rule

_security := {
	"classification_done": true,
	"mlps_level": 2,
	"mlps_status": "planned",
	"encryption": ["at_rest", "in_transit"],
	"access_control_zh": "按角色授权并双因素登录",
	"poisoning_controls_zh": "入库哈希和异常批次隔离",
	"assessed_on": "2026-09-10",
	"next_assessment": "2028-09-10",
}

_dataset := {"id": "D1", "name_zh": "病虫害图像", "source": "collected", "level": "general", "pi": {"contains": false}}

_people := {"contains": true, "sensitive": false, "minors": false, "subjects": 60}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"data": {"datasets": [_dataset, object.union(_dataset, {"id": "D2", "pi": _people})]},
	"safety": {"data_security": _security},
	"finance": {"items": [{"category": "safety", "amount": 5}]},
}

_edited(edit) := object.union(_base, edit)

_with(changes) := _edited({"safety": {"data_security": changes}})

_without(field) := object.union(
	object.remove(_base, ["safety"]),
	{"safety": {"data_security": object.remove(_security, [field])}},
)

_data(changes) := _edited({"data": {"datasets": [object.union(_dataset, changes)]}})

_important := _data({"level": "important"})

_level_three := {"safety": {"data_security": {"mlps_level": 3}}}

_health(subjects) := object.union(
	_with({"mlps_level": 3}),
	{
		"project": {"sector_gb4754": "Q84"},
		"data": {"datasets": [object.union(_dataset, {"pi": object.union(_people, {"subjects": subjects})})]},
	},
)

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"level 2": _base,
	"what was done is not asked": _without("classification_done"),
	"sensitive, level 3": object.union(_data({"pi": object.union(_people, {"sensitive": true})}), _level_three),
	"level 2, without a budget": object.remove(_base, ["finance"]),
	"level 2 for nothing": _edited({"finance": {"items": [{"category": "data", "amount": 5}]}}),
	"a population, and nothing of health": _data({"pi": object.union(_people, {"subjects": 1000000})}),
	"health of a population, most of it in important data": object.union(_health(1), {
		"data": {"datasets": [
			object.union(_dataset, {"pi": object.union(_people, {"subjects": 1})}),
			object.union(_dataset, {"level": "important", "pi": object.union(_people, {"subjects": 999999})}),
		]},
		"safety": {"data_security": {"next_assessment": "2027-09-10"}},
	}),
	"health of less than a population": _health(999999),
	"next assessment on the last day": _with({"next_assessment": "2029-09-10"}),
	"next assessment on the day of submission": _with({"next_assessment": "2026-10-15"}),
	"never assessed, and soon": _without("assessed_on"),
	"important data, a year": object.union(
		_important,
		object.union(_level_three, {"safety": {"data_security": {"next_assessment": "2027-09-10"}}}),
	),
	"scaling, assessed": object.union(_with({"mlps_status": "assessed"}), {"project": {"stage": "scaling"}}),
	"assessed on the day of submission": _with({"assessed_on": "2026-10-15"}),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"no data": {"proposal": object.remove(_base, ["data"]), "codes": ["missing"]},
	"no data security": {"proposal": object.remove(_base, ["safety"]), "codes": ["missing"]},
	"no level of a dataset": {
		"proposal": _edited({"data": {"datasets": [object.remove(_dataset, ["level"])]}}),
		"codes": ["missing"],
	},
	"not said whether there are people in the data": {
		"proposal": _edited({"data": {"datasets": [object.remove(_dataset, ["pi"])]}}),
		"codes": ["missing"],
	},
	"health of a population": {"proposal": _health(1000000), "codes": ["level_doubtful"]},
	"encrypted at rest only": {"proposal": _with({"encryption": ["at_rest"]}), "codes": ["encryption_partial"]},
	"encrypted in use only": {"proposal": _with({"encryption": ["in_use"]}), "codes": ["encryption_partial"]},
	"no encryption": {"proposal": _with({"encryption": []}), "codes": ["missing"]},
	"access control from the policy document": {
		"proposal": _with({"access_control_zh": "推进模型算法、数据资源等安全能力建设，建立风险监测预警体系。"}),
		"codes": ["text_copied"],
	},
	"one text for both": {
		"proposal": _with({"poisoning_controls_zh": _security.access_control_zh}),
		"codes": ["text_copied"],
	},
	"level 1": {"proposal": _with({"mlps_level": 1}), "codes": ["mlps_low"]},
	"no protection begun": {"proposal": _with({"mlps_status": "none"}), "codes": ["mlps_unplanned"]},
	"scaling, filed": {
		"proposal": object.union(_with({"mlps_status": "filed"}), {"project": {"stage": "scaling"}}),
		"codes": ["mlps_unassessed"],
	},
	"scaling, planned": {
		"proposal": object.union(_with({"mlps_status": "planned"}), {"project": {"stage": "scaling"}}),
		"codes": ["mlps_unassessed"],
	},
	"scaling, not begun": {
		"proposal": object.union(_with({"mlps_status": "none"}), {"project": {"stage": "scaling"}}),
		"codes": ["mlps_unplanned"],
	},
	"level 3 for nothing": {
		"proposal": object.union(_with({"mlps_level": 3}), {"finance": {"items": [{"category": "data", "amount": 5}]}}),
		"codes": ["mlps_unfunded"],
	},
	"level 3 without a budget": {
		"proposal": object.remove(_with({"mlps_level": 3}), ["finance"]),
		"codes": ["missing"],
	},
	"level 3 on a budget without items": {
		"proposal": object.union(_with({"mlps_level": 3}), {"finance": {"items": []}}),
		"codes": ["missing"],
	},
	"nothing about data security": {
		"proposal": object.union(object.remove(_base, ["safety"]), {"safety": {"data_security": {}}}),
		"codes": ["missing"],
	},
	"nothing about data security but its level": {
		"proposal": object.union(object.remove(_base, ["safety"]), {"safety": {"data_security": {"mlps_level": 2}}}),
		"codes": ["missing", "missing", "missing", "missing", "missing"],
	},
	"assessed after the submission": {"proposal": _with({"assessed_on": "2026-10-16"}), "codes": ["assessed_in_future"]},
	"next assessment over": {"proposal": _with({"next_assessment": "2026-10-14"}), "codes": ["assessment_overdue"]},
	"next assessment too late": {"proposal": _with({"next_assessment": "2029-09-11"}), "codes": ["assessment_late"]},
	"never assessed, and late": {
		"proposal": object.union(_without("assessed_on"), {"safety": {"data_security": {"next_assessment": "2029-10-16"}}}),
		"codes": ["assessment_late"],
	},
	"important data, two years": {
		"proposal": object.union(_important, _level_three),
		"codes": ["assessment_late"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

test_each_field_is_needed[field] if {
	some field in ["mlps_level", "mlps_status", "encryption", "access_control_zh", "poisoning_controls_zh", "next_assessment"]
	_findings(_without(field)) == {{"code": "missing", "path": ["safety", "data_security", field], "args": {}}}
}

_calling_for_more := {
	"sensitive data": {
		"proposal": _data({"pi": object.union(_people, {"sensitive": true})}),
		"related": [["data", "datasets", 0, "pi", "sensitive"]],
	},
	"children": {
		"proposal": _data({"pi": object.union(_people, {"minors": true})}),
		"related": [["data", "datasets", 0, "pi", "minors"]],
	},
	"people, and nothing said": {
		"proposal": _data({"pi": {"contains": true}}),
		"related": [["data", "datasets", 0, "pi", "contains"]],
	},
	"important data": {
		"proposal": object.union(_important, {"safety": {"data_security": {"next_assessment": "2027-09-10"}}}),
		"related": [["data", "datasets", 0, "level"]],
	},
	"government": {
		"proposal": _edited({"project": {"ai_plus_domain": "governance"}}),
		"related": [["project", "ai_plus_domain"]],
	},
	"health": {
		"proposal": _edited({"project": {"sector_gb4754": "Q84"}}),
		"related": [["project", "sector_gb4754"]],
	},
}

test_fails_with_level_2[name] if {
	some name, tc in _calling_for_more
	_findings(tc.proposal) == {{
		"code": "mlps_low",
		"path": ["safety", "data_security", "mlps_level"],
		"related": tc.related,
		"args": {"level": 2, "min": 3},
	}}
}

_maps := {
	"a map": {"name_zh": "2026-全国-测绘-高精地图"},
	"in English": {"name_zh": "2026-Jiangsu-Geospatial-Parcels"},
}

test_asks_a_person_about_maps[name] if {
	some name, changes in _maps
	manual := rule.manual with input.proposal as _data(changes)
	manual == {{
		"code": "map_level",
		"path": ["data", "datasets", 0, "level"],
		"related": [["data", "datasets", 0, "name_zh"]],
		"args": {"dataset": "D1"},
	}}
}

test_asks_nobody[name] if {
	some name, proposal in {
		"no maps": _base,
		"open maps": _data({"name_zh": "高精地图", "source": "open_licence"}),
		"maps as important data": _data({"name_zh": "高精地图", "level": "important"}),
	}
	manual := rule.manual with input.proposal as proposal
	manual == set()
}

test_applies_with_data if rule.applies with input.proposal as _base

test_does_not_apply_without if rule.applies == false with input.proposal as {"project": {"type": "compute_facility"}}
