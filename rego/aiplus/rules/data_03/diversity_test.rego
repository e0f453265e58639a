package aiplus.rules.data_03_test

import data.aiplus.rules.data_03 as rule

_strata := [
	{"dimension": "season", "name": "夏梢期", "share_pct": 58, "target": true},
	{"dimension": "season", "name": "采收期", "share_pct": 42, "target": true},
	{"dimension": "device", "name": "手机", "share_pct": 81, "target": true},
	{"dimension": "device", "name": "测报灯", "share_pct": 19, "target": false},
]

_dataset := {
	"id": "D1",
	"name_zh": "2025-洛川-种植业-病虫害图像-检测",
	"purpose": ["finetune", "eval"],
	"modalities": ["image"],
	"regions": ["610600"],
	"strata": _strata,
}

_operation := {"id": "D3", "purpose": ["operation"], "modalities": ["tabular"]}

_scenario := {
	"id": "S1",
	"regions": ["610629"],
	"subject": "environment",
	"decision_impact": "advisory",
	"target_groups": ["farmers"],
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot", "ai_plus_domain": "industry"},
	"scenarios": [_scenario],
	"data": {"need": {"task_zh": "病虫害检测"}, "datasets": [_dataset]},
}

_research := object.union(_base, {
	"project": {"stage": "research"},
	"plan": {"milestones": [{"id": "N1", "due": "2027-03-31", "kind": "normal", "accept_zh": "三个季节分层占比均≥20%"}]},
	"finance": {"items": [{"category": "data", "amount": 3, "wp_id": "W1"}]},
})

_edited(edit) := object.union(_base, edit)

_with_datasets(datasets) := _edited({"data": {"datasets": datasets}})

_with_dataset(edit) := _with_datasets([object.union(_dataset, edit)])

_with_strata(strata) := _with_dataset({"strata": strata})

_with_more(strata) := _with_strata(array.concat(_strata, strata))

# The last stratum, the lamp, changed.
_with_lamp(edit) := _with_strata(array.concat(
	array.concat(array.slice(_strata, 0, 2), [object.union(_strata[2], {"share_pct": 100 - _share(edit)})]),
	[object.union(_strata[3], edit)],
))

_share(edit) := object.get(edit, "share_pct", 19)

_with_scenario(edit) := _edited({"scenarios": [object.union(_scenario, edit)]})

_without(path) := json.remove(_base, [path])

_ages(shares) := [{"dimension": "age", "name": name, "share_pct": share} | some name, share in shares]

_sexes := [{"dimension": "sex", "name": "男", "share_pct": 48}, {"dimension": "sex", "name": "女", "share_pct": 52}]

_areas := [
	{"dimension": "region", "name": "城区", "share_pct": 40},
	{"dimension": "region", "name": "乡镇", "share_pct": 60},
]

_people_strata := array.concat(_ages({"18-44岁": 60, "45-64岁": 40}), array.concat(_sexes, _areas))

_significant := {"scenarios": [object.union(_scenario, {"subject": "natural_person", "decision_impact": "significant"})]}

_for_group(group, strata) := object.union(
	_with_more(strata),
	{"scenarios": [object.union(_scenario, {"target_groups": [group]})]},
)

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

# What a plan may be about, in either language.
_plans := {
	"各季节分层占比≥20%", "样本多样性覆盖3个季节", "覆盖3个季节", "3个季节样本均衡", "三个季节占比均≥20%", "3 strata of 20 % each",
	"diversity over 3 seasons", "coverage of 3 seasons", "3 seasons in balance",
}

test_passes_with_plan[accept] if {
	some accept in _plans
	every category in ["data", "testing"] {
		_codes(object.union(_research, {
			"data": {"datasets": [object.remove(_dataset, ["strata"])]},
			"plan": {"milestones": [object.union(_research.plan.milestones[0], {"accept_zh": accept})]},
			"finance": {"items": [{"category": category, "amount": 3, "wp_id": "W1"}]},
		})) == []
	}
}

_passing := {
	"two dimensions that add up": _base,
	"one point over": _with_strata(array.concat([object.union(_strata[0], {"share_pct": 59})], array.slice(_strata, 1, 4))),
	"operation beside, without strata and regions": _with_datasets([_dataset, _operation]),
	"retrieval beside, without strata": _with_datasets([_dataset, {
		"id": "D2",
		"purpose": ["rag"],
		"regions": ["100000"],
		"modalities": ["text"],
	}]),
	"a target of 5 %": _with_lamp({"share_pct": 5, "target": true}),
	"a thin target with a mitigation": _with_lamp({"share_pct": 4, "target": true, "mitigation_zh": "过采样并单独评测"}),
	"a thin stratum that is no target": _with_lamp({"share_pct": 4}),
	"people, with age, sex and region": object.union(_with_more(_people_strata), _significant),
	"people, shown by one dataset of two": object.union(
		_with_datasets([_dataset, object.union(_dataset, {"id": "D2", "strata": _people_strata})]),
		_significant,
	),
	"livelihood, with age, sex and region": object.union(
		_with_more(_people_strata),
		{"project": {"ai_plus_domain": "livelihood"}},
	),
	"elderly at 5 %": _for_group("elderly", array.concat(
		_ages({"0-17岁": 15, "18-59岁": 80, "60岁以上": 5}),
		array.concat(_sexes, _areas),
	)),
	"elderly at 5 % in two strata": _for_group("elderly", array.concat(
		_ages({"59岁以下": 95, "60-69": 3, "70岁及以上": 2}),
		array.concat(_sexes, _areas),
	)),
	"older people as a population": _for_group("elderly", array.concat(
		[
			{"dimension": "population", "name": "老年人", "share_pct": 30},
			{"dimension": "population", "name": "其他成年人", "share_pct": 70},
		],
		_people_strata,
	)),
	"few older people where they are no target group": _with_more([
		{"dimension": "age", "name": "18-59岁", "share_pct": 97},
		{"dimension": "age", "name": "60岁以上", "share_pct": 3, "target": false},
	]),
	"people in research with a plan": object.union(
		_research,
		object.union(_significant, {"data": {"datasets": [object.union(_dataset, {"strata": _sexes})]}}),
	),
	"minors as a stratum": _for_group("minors", _ages({"小学生": 70, "初中生": 30})),
	"multimodal with two kinds": _edited({"data": {
		"need": {"task_zh": "多模态病虫害检测"},
		"datasets": [object.union(_dataset, {"name_zh": "2025-洛川-种植业-多模态病虫害-检测", "modalities": ["image", "text"]})],
	}}),
	"a multimodal task over two datasets": _edited({"data": {
		"need": {"task_zh": "Multi-modal detection"},
		"datasets": [_dataset, object.union(_dataset, {"id": "D2", "modalities": ["text"]})],
	}}),
	"research with a plan instead of strata": object.union(
		_research,
		{"data": {"datasets": [object.remove(_dataset, ["strata"])]}},
	),
	"research with a plan and a first dimension": object.union(
		_research,
		{"data": {"datasets": [object.union(_dataset, {"strata": array.slice(_strata, 0, 2)})]}},
	),
	"operation beside, with a stratum that has no name": _with_datasets([_dataset, object.union(_operation, {"strata": [{"dimension": "season", "share_pct": 100}]})]),
	"operation beside, with a thin stratum": _with_datasets([_dataset, object.union(_operation, {"strata": _ages({"a": 97, "b": 3})})]),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"no data section": {"proposal": _without("data"), "codes": ["missing"]},
	"no datasets": {"proposal": _with_datasets([]), "codes": ["missing"]},
	"no scenarios": {"proposal": _without("scenarios"), "codes": ["missing"]},
	"no regions of a scenario": {"proposal": _without("scenarios/0/regions"), "codes": ["missing"]},
	"no target groups": {"proposal": _without("scenarios/0/target_groups"), "codes": ["missing"]},
	"no regions of a dataset": {"proposal": _without("data/datasets/0/regions"), "codes": ["missing"]},
	"an empty list of regions": {"proposal": _with_dataset({"regions": []}), "codes": ["missing"]},
	"no strata": {"proposal": _without("data/datasets/0/strata"), "codes": ["missing"]},
	"an empty list of strata": {"proposal": _with_strata([]), "codes": ["missing"]},
	"no strata, and it is for older people": {
		"proposal": object.union(
			_without("data/datasets/0/strata"),
			{"scenarios": [object.union(_scenario, {"target_groups": ["elderly"]})]},
		),
		"codes": ["missing"],
	},
	"no strata, and it is about people": {
		"proposal": object.union(_without("data/datasets/0/strata"), _significant),
		"codes": ["missing"],
	},
	"no strata at the pilot, though planned": {
		"proposal": object.union(_research, {
			"project": {"stage": "pilot"},
			"data": {"datasets": [object.remove(_dataset, ["strata"])]},
		}),
		"codes": ["missing"],
	},
	"a stratum without name": {"proposal": _without("data/datasets/0/strata/0/name"), "codes": ["missing"]},
	"a stratum without share": {"proposal": _without("data/datasets/0/strata/0/share_pct"), "codes": ["missing"]},
	"only operation": {
		"proposal": _with_datasets([_operation]),
		"codes": ["only_operation_data"],
	},
	"only retrieval, without strata": {
		"proposal": _with_datasets([{"id": "D2", "purpose": ["rag"], "regions": ["100000"], "modalities": ["text"]}]),
		"codes": ["missing"],
	},
	"one dimension": {"proposal": _with_strata(array.slice(_strata, 0, 2)), "codes": ["dimensions_few"]},
	"two dimensions, one of a single stratum": {
		"proposal": _with_strata(array.concat(
			array.slice(_strata, 0, 2),
			[{"dimension": "region", "name": "全国", "share_pct": 100}],
		)),
		"codes": ["dimensions_few"],
	},
	"three dimensions of a single stratum": {
		"proposal": _with_strata([
			{"dimension": "region", "name": "全国", "share_pct": 100},
			{"dimension": "season", "name": "全年", "share_pct": 100},
			{"dimension": "device", "name": "各类设备", "share_pct": 100},
		]),
		"codes": ["dimensions_few"],
	},
	"shares of 112": {
		"proposal": _with_strata(array.concat([object.union(_strata[0], {"share_pct": 70})], array.slice(_strata, 1, 4))),
		"codes": ["strata_sum"],
	},
	"shares of an operation dataset": {
		"proposal": _with_datasets([_dataset, object.union(_operation, {"strata": _ages({"a": 50, "b": 40})})]),
		"codes": ["strata_sum"],
	},
	"a target below 5 %": {"proposal": _with_lamp({"share_pct": 4.9, "target": true}), "codes": ["stratum_thin"]},
	"a thin stratum that says nothing": {
		"proposal": _with_strata(array.concat(
			[object.union(_strata[0], {"share_pct": 54})],
			array.concat(array.slice(_strata, 1, 4), [{"dimension": "season", "name": "冬季", "share_pct": 4}]),
		)),
		"codes": ["stratum_thin"],
	},
	"few older people where they are a stratum like others": {
		"proposal": _with_more(_ages({"18-59岁": 97, "60岁以上": 3})),
		"codes": ["stratum_thin"],
	},
	"few of others where older people are the target group": {
		"proposal": _for_group("elderly", array.concat(
			_ages({"0-17岁": 3, "18-59岁": 60, "60岁以上": 37}),
			array.concat(_sexes, _areas),
		)),
		"codes": ["stratum_thin"],
	},
	"nothing is a target": {
		"proposal": _with_strata([object.union(stratum, {"target": false}) | some stratum in _strata]),
		"codes": ["nothing_targeted"],
	},
	"used where no data come from": {
		"proposal": _with_scenario({"regions": ["610629", "330100"]}),
		"codes": ["region_uncovered"],
	},
	"used in the whole country": {"proposal": _with_scenario({"regions": ["100000"]}), "codes": ["region_uncovered"]},
	"people, without age, sex and region": {
		"proposal": object.union(_base, _significant),
		"codes": ["people_dimension_absent", "people_dimension_absent", "people_dimension_absent"],
	},
	"livelihood, without sex": {
		"proposal": object.union(
			_with_more(array.concat(_ages({"18-44岁": 60, "45-64岁": 40}), _areas)),
			{"project": {"ai_plus_domain": "livelihood"}},
		),
		"codes": ["people_dimension_absent"],
	},
	"elderly below 5 %": {
		"proposal": _for_group("elderly", array.concat(
			_ages({"0-17岁": 15, "18-59岁": 80.1, "60岁以上": 4.9}),
			array.concat(_sexes, _areas),
		)),
		"codes": ["elderly_thin"],
	},
	"elderly nowhere": {
		"proposal": _for_group("elderly", _people_strata),
		"codes": ["group_absent"],
	},
	"an old town is no age": {
		"proposal": _for_group("elderly", array.concat(_people_strata, [
			{"dimension": "site_level", "name": "老城区", "share_pct": 50},
			{"dimension": "site_level", "name": "新城区", "share_pct": 50},
		])),
		"codes": ["group_absent"],
	},
	"minors nowhere": {"proposal": _for_group("minors", _people_strata), "codes": ["group_absent"]},
	"multimodal by name": {
		"proposal": _with_dataset({"name_zh": "2025-洛川-种植业-多模态病虫害-检测"}),
		"codes": ["modality_single"],
	},
	"multimodal by task": {
		"proposal": _edited({"data": {"need": {"task_zh": "跨模态病虫害检索"}}}),
		"codes": ["task_modality_single"],
	},
	"a single stratum": {
		"proposal": _with_strata([{"dimension": "season", "name": "全年", "share_pct": 100}]),
		"codes": ["dimensions_few"],
	},
	"a single stratum that is no target": {
		"proposal": _with_strata([{"dimension": "season", "name": "全年", "share_pct": 100, "target": false}]),
		"codes": ["dimensions_few", "nothing_targeted"],
	},
	"a single stratum of people": {
		"proposal": object.union(_with_strata(_ages({"18-59岁": 100})), _significant),
		"codes": ["dimensions_few", "people_dimension_absent", "people_dimension_absent"],
	},
	"nothing is a target but in operation": {
		"proposal": _with_datasets([
			object.union(_dataset, {"strata": [object.union(stratum, {"target": false}) | some stratum in _strata]}),
			object.union(_operation, {"strata": [{"dimension": "season", "name": "全年", "share_pct": 100, "target": true}]}),
		]),
		"codes": ["nothing_targeted"],
	},
	"used elsewhere, and one dataset does not say where it comes from": {
		"proposal": object.union(
			_with_datasets([_dataset, object.remove(object.union(_dataset, {"id": "D2"}), ["regions"])]),
			{"scenarios": [object.union(_scenario, {"regions": ["330100"]})]},
		),
		"codes": ["missing"],
	},
	"people, with sex in operation only": {
		"proposal": object.union(
			_with_datasets([
				object.union(_dataset, {"strata": array.concat(_ages({"18-44岁": 60, "45-64岁": 40}), _areas)}),
				object.union(_operation, {"strata": _sexes}),
			]),
			_significant,
		),
		"codes": ["people_dimension_absent"],
	},
	"elderly below 5 % but in operation": {
		"proposal": object.union(
			_with_datasets([
				object.union(_dataset, {"strata": array.flatten([_ages({"0-17岁": 15, "18-59岁": 80.1, "60岁以上": 4.9}), _sexes, _areas])}),
				object.union(_operation, {"strata": _ages({"18-59岁": 50, "60岁以上": 50})}),
			]),
			{"scenarios": [object.union(_scenario, {"target_groups": ["elderly"]})]},
		),
		"codes": ["elderly_thin"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

# A stratum without its dimension is also lacking in the sum it belongs to, so the test looks at the path.
test_fails_without_dimension if {
	missing := {"code": "missing", "path": ["data", "datasets", 0, "strata", 0, "dimension"], "args": {}}
	missing in _findings(_without("data/datasets/0/strata/0/dimension"))
}

_names := {
	"elderly": {
		"60岁以上", "60岁及以上", "65周岁或以上", "65-74", "70 至 79岁", "80+", "≥60", ">65岁", "超过70岁", "老年人",
		"Elderly", "aged 65 and over", "over 60",
	},
	"minors": {
		"未成年人", "儿童", "小学三至六年级", "6-12岁", "0至3岁", "14~17", "<14", "不满18岁", "14岁以下", "under 16",
		"Children", "pupils",
	},
	"neither": {"18-59岁", "45-60岁", "18-60", "60岁以下", "成年人", "160cm以上", "25-34", "18岁以上", "18-80岁"},
}

test_passes_on_stratum_names[name] if {
	some group, names in _names
	some name in names
	proposal := object.union(
		_with_more(_ages({name: 100})),
		{"scenarios": [object.union(_scenario, {"target_groups": ["elderly", "minors"]})]},
	)
	absent := {finding.args.group.term | some finding in _findings(proposal); finding.code == "group_absent"}
	absent == {"group_elderly", "group_minors"} - {concat("_", ["group", group])}
}

# What each code says: where, about what else, with which values.
_said := {
	"only_operation_data": {
		"case": "only operation",
		"path": ["data", "datasets"],
		"args": {},
	},
	"dimensions_few": {
		"case": "one dimension",
		"path": ["data", "datasets", 0, "strata"],
		"args": {"count": 1, "dataset": "D1", "min": 2},
	},
	"strata_sum": {
		"case": "shares of 112",
		"path": ["data", "datasets", 0, "strata"],
		"related": [["data", "datasets", 0, "strata", 0, "share_pct"], ["data", "datasets", 0, "strata", 1, "share_pct"]],
		"args": {"dataset": "D1", "dimension": {"term": "strata_season"}, "sum": 112},
	},
	"stratum_thin": {
		"case": "a target below 5 %",
		"path": ["data", "datasets", 0, "strata", 3, "share_pct"],
		"args": {"dataset": "D1", "min": 5, "share": 4.9, "stratum": "测报灯"},
	},
	"nothing_targeted": {
		"case": "nothing is a target",
		"path": ["data", "datasets"],
		"related": [["data", "datasets", 0, "strata", 0, "target"], ["data", "datasets", 0, "strata", 1, "target"], ["data", "datasets", 0, "strata", 2, "target"], ["data", "datasets", 0, "strata", 3, "target"]],
		"args": {},
	},
	"region_uncovered": {
		"case": "used in the whole country",
		"path": ["scenarios", 0, "regions", 0],
		"related": [["data", "datasets", 0, "regions"]],
		"args": {"region": "100000", "scenario": "S1"},
	},
	"people_dimension_absent": {
		"case": "livelihood, without sex",
		"path": ["data", "datasets"],
		"related": [["project", "ai_plus_domain"]],
		"args": {"dimension": {"term": "strata_sex"}},
	},
	"group_absent": {
		"case": "an old town is no age",
		"path": ["data", "datasets"],
		"related": [["scenarios", 0, "target_groups", 0]],
		"args": {"group": {"term": "group_elderly"}},
	},
	"elderly_thin": {
		"case": "elderly below 5 %",
		"path": ["data", "datasets"],
		"related": [["scenarios", 0, "target_groups", 0]],
		"args": {"min": 5, "share": 4.9},
	},
	"modality_single": {
		"case": "multimodal by name",
		"path": ["data", "datasets", 0, "modalities"],
		"related": [["data", "datasets", 0, "name_zh"]],
		"args": {"dataset": "D1", "modality": {"term": "modality_image"}},
	},
	"task_modality_single": {
		"case": "multimodal by task",
		"path": ["data", "need", "task_zh"],
		"related": [["data", "datasets", 0, "modalities"]],
		"args": {"modality": {"term": "modality_image"}},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	want in _findings(_failing[tc.case].proposal)
}

test_fails_saying_why_people_count if {
	_findings(object.union(_with_more(array.concat(_sexes, _areas)), _significant)) == {{
		"code": "people_dimension_absent",
		"path": ["data", "datasets"],
		"related": [["scenarios", 0, "decision_impact"]],
		"args": {"dimension": {"term": "strata_age"}},
	}}
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_without_data if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}
