package aiplus.rules.data_01_test

import data.aiplus.rules.data_01 as rule

_dataset := {
	"id": "D1",
	"purpose": ["finetune"],
	"records": 10000,
	"volume_gb": 20,
	"modalities": ["image"],
	"split": {"train": 8000, "val": 1000, "test": 1000},
}

_need := {
	"required_records": 9000,
	"derivation_zh": "以2026年试验的学习曲线外推，每类约750张时F1增益低于0.3个百分点，12类共需9000张",
}

_milestone := {"id": "N1", "wp_id": "W1", "due": "2027-03-31", "kind": "normal", "accept_zh": "入库合格图像≥12000张"}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"data": {"need": _need, "datasets": [_dataset]},
	"plan": {"milestones": [_milestone]},
	"finance": {"items": [{"category": "data", "amount": 12, "wp_id": "W1"}]},
}

_edited(edit) := object.union(_base, edit)

_with_need(edit) := _edited({"data": {"need": edit}})

_with_dataset(edit) := _with_datasets([object.union(_dataset, edit)])

_with_datasets(datasets) := _edited({"data": {"datasets": datasets}})

_without(paths) := json.remove(_base, paths)

_short := {"required_records": 12000, "gap_plan_zh": "差额2000条由两个示范园在果季补采"}

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

# A training set of few records that is tested on another dataset needs no test part of its own.
_trained_only := object.union(_dataset, {
	"split": {"train": 9000, "val": 1000, "test": 0},
	"validation": {"test_set_id": "D2"},
})

_test_set := {
	"id": "D2",
	"purpose": ["eval"],
	"records": 900,
	"volume_gb": 2,
	"modalities": ["image"],
}

_operation := {"id": "D3", "purpose": ["operation"], "records": 5400, "volume_gb": 0.02, "modalities": ["tabular"]}

_not_yet := _edited({
	"project": {"stage": "research"},
	"data": {
		"need": {"gap_plan_zh": "分两批采集，见里程碑N1"},
		"datasets": [
			object.union(_dataset, {
				"records": 0,
				"volume_gb": 0,
				"split": {"train": 0, "val": 0, "test": 0},
				"validation": {"test_set_id": "D2"},
			}),
			_test_set,
		],
	},
})

# English as well as Chinese: the milestone counts whatever the data are called.
_words := {"样本", "采集", "图像", "语料", "标注", "记录", "病例", "数据", "data", "samples", "records", "corpus", "corpora", "images"}

test_passes_with_milestone_about[word] if {
	some word in _words
	milestone := object.union(_milestone, {"accept_zh": concat(" ", ["12000", word])})
	_codes(object.union(_with_need(_short), {"plan": {"milestones": [milestone]}})) == []
}

_passing := {
	"a derived need that is met": _base,
	"the need met exactly": _with_need({"required_records": 10000}),
	"forty characters": _with_need({"derivation_zh": concat("", ["需3万张", _of_length(36)])}),
	"several datasets together": _edited({"data": {
		"need": {"required_records": 10900},
		"datasets": [_dataset, _test_set],
	}}),
	"operation beside, without split or strata": _with_datasets([_dataset, _operation]),
	"a gap with plan, milestone and money": _with_need(_short),
	"a gap whose plan cites a milestone": _edited({
		"data": {"need": object.union(_short, {"gap_plan_zh": "差额2000条见里程碑N1"})},
		"plan": {"milestones": [object.union(_milestone, {"accept_zh": "示范园6处"})]},
	}),
	"a plan where there is no gap": json.remove(
		_with_need({"required_records": 10000, "gap_plan_zh": "不需补采"}),
		["plan", "finance"],
	),
	"operation that is split in part": _with_datasets([_dataset, object.union(_operation, {"split": {"train": 10}})]),
	"a gap filled by a partner in kind": object.union(
		object.remove(_with_need(_short), ["finance"]),
		{"finance": {"sources": [{"kind": "partner_in_kind", "amount": 3}]}},
	),
	"tested on another dataset": _with_datasets([_trained_only, _test_set]),
	"nothing collected yet, planned and paid for": _not_yet,
	"nothing collected yet, and one record wanted": object.union(_not_yet, {"data": {"need": {"required_records": 901}}}),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"no data section": {"proposal": _without(["data"]), "codes": ["missing", "missing", "missing"]},
	"no datasets": {"proposal": _without(["data/datasets"]), "codes": ["missing"]},
	"an empty list of datasets": {"proposal": _with_datasets([]), "codes": ["missing"]},
	"no need": {"proposal": _without(["data/need"]), "codes": ["missing", "missing"]},
	"no required records": {"proposal": _without(["data/need/required_records"]), "codes": ["missing"]},
	"no derivation": {"proposal": _without(["data/need/derivation_zh"]), "codes": ["missing"]},
	"nothing required": {"proposal": _with_need({"required_records": 0}), "codes": ["need_not_positive"]},
	"thirty-nine characters": {
		"proposal": _with_need({"derivation_zh": concat("", ["需3万张", _of_length(35)])}),
		"codes": ["derivation_short"],
	},
	"padded with spaces": {
		"proposal": _with_need({"derivation_zh": concat("", ["需3万张", concat("   ", split(_of_length(35), ""))])}),
		"codes": ["derivation_short"],
	},
	"a derivation without a number": {
		"proposal": _with_need({"derivation_zh": _of_length(60)}),
		"codes": ["derivation_without_number"],
	},
	"one record short": {"proposal": _with_need({"required_records": 10001}), "codes": ["records_short"]},
	"only operation": {
		"proposal": _with_datasets([_operation]),
		"codes": ["records_short"],
	},
	"operation does not count": {
		"proposal": _edited({"data": {
			"need": {"required_records": 10001},
			"datasets": [_dataset, _operation],
		}}),
		"codes": ["records_short"],
	},
	"a gap nobody pays for": {
		"proposal": object.union(_with_need(_short), {"finance": {"items": [{"category": "travel", "amount": 12, "wp_id": "W1"}]}}),
		"codes": ["gap_without_budget"],
	},
	"a gap without plan and money": {
		"proposal": object.remove(_with_need({"required_records": 12000}), ["finance"]),
		"codes": ["gap_without_budget", "records_short"],
	},
	"a gap without plan and milestone": {
		"proposal": json.remove(_with_need({"required_records": 12000}), ["plan"]),
		"codes": ["records_short"],
	},
	"a plan without milestone": {
		"proposal": object.union(_with_need(_short), {"plan": {"milestones": []}}),
		"codes": ["gap_without_milestone"],
	},
	"one record short, a plan without milestone": {
		"proposal": object.union(
			_with_need(object.union(_short, {"required_records": 10001})),
			{"plan": {"milestones": []}},
		),
		"codes": ["gap_without_milestone"],
	},
	"one record short that nobody pays for": {
		"proposal": object.remove(_with_need(object.union(_short, {"required_records": 10001})), ["finance"]),
		"codes": ["gap_without_budget"],
	},
	"a plan whose milestone is over": {
		"proposal": object.union(_with_need(_short), {"plan": {"milestones": [object.union(_milestone, {"due": "2026-10-14"})]}}),
		"codes": ["gap_without_milestone"],
	},
	"a milestone about something else": {
		"proposal": object.union(
			_with_need(_short),
			{"plan": {"milestones": [object.union(_milestone, {"accept_zh": "示范园6处"})]}},
		),
		"codes": ["gap_without_milestone"],
	},
	"no records": {
		"proposal": _with_dataset({"records": 0, "split": {"train": 0, "val": 0, "test": 0}}),
		"codes": ["records_short", "records_zero", "split_test_small"],
	},
	"no volume": {"proposal": _with_dataset({"volume_gb": 0}), "codes": ["volume_zero"]},
	"records left out": {"proposal": _without(["data/datasets/0/records"]), "codes": ["missing"]},
	"volume left out": {"proposal": _without(["data/datasets/0/volume_gb"]), "codes": ["missing"]},
	"modalities left out": {"proposal": _without(["data/datasets/0/modalities"]), "codes": ["missing"]},
	"a modality that is not readable": {"proposal": _with_dataset({"modalities": ["image", ""]}), "codes": ["missing"]},
	"purpose left out": {"proposal": _without(["data/datasets/0/purpose"]), "codes": ["missing"]},
	"split left out": {"proposal": _without(["data/datasets/0/split"]), "codes": ["missing"]},
	"an empty split": {
		"proposal": _with_datasets([object.union(object.remove(_dataset, ["split"]), {"split": {}})]),
		"codes": ["missing"],
	},
	"test part left out": {"proposal": _without(["data/datasets/0/split/test"]), "codes": ["missing"]},
	"two parts left out": {
		"proposal": _without(["data/datasets/0/split/val", "data/datasets/0/split/test"]),
		"codes": ["missing", "missing"],
	},
	"half a GB of images": {"proposal": _with_dataset({"volume_gb": 0.04}), "codes": ["volume_out_of_band"]},
	"parts that do not add up": {
		"proposal": _with_dataset({"split": {"train": 8001, "val": 1000, "test": 1000}}),
		"codes": ["split_sum"],
	},
	"operation in parts that do not add up": {
		"proposal": _with_datasets([_dataset, object.union(_operation, {"split": {"train": 1, "val": 1, "test": 1}})]),
		"codes": ["split_sum"],
	},
	"a small test part": {
		"proposal": _with_dataset({"split": {"train": 8501, "val": 1000, "test": 499}}),
		"codes": ["split_test_small"],
	},
	"tested on itself": {
		"proposal": _with_dataset({
			"split": {"train": 9000, "val": 1000, "test": 0},
			"validation": {"test_set_id": "D1"},
			"purpose": ["finetune", "eval"],
		}),
		"codes": ["split_test_small"],
	},
	"tested on what is no test set": {
		"proposal": _with_datasets([_trained_only, object.union(_test_set, {"purpose": ["rag"]})]),
		"codes": ["split_test_small"],
	},
	"not tested, though there is a test set": {
		"proposal": _with_datasets([object.remove(_trained_only, ["validation"]), _test_set]),
		"codes": ["split_test_small"],
	},
	"nothing collected yet, without plan": {
		"proposal": json.remove(_not_yet, ["data/need/gap_plan_zh"]),
		"codes": ["records_short", "records_zero", "volume_zero"],
	},
	"nothing collected yet, without milestone": {
		"proposal": json.remove(_not_yet, ["plan"]),
		"codes": ["gap_without_milestone", "records_zero", "volume_zero"],
	},
	"nothing collected yet, without money": {
		"proposal": json.remove(_not_yet, ["finance"]),
		"codes": ["gap_without_budget", "records_zero", "volume_zero"],
	},
	"an empty dataset that nothing waits for": {
		"proposal": object.union(_not_yet, {"data": {
			"need": {"required_records": 10900},
			"datasets": array.concat(_not_yet.data.datasets, [object.union(_dataset, {"id": "D4"})]),
		}}),
		"codes": ["records_zero", "volume_zero"],
	},
	"nothing collected at the pilot, though planned": {
		"proposal": _edited({"data": {
			"need": {"gap_plan_zh": "分两批采集，见里程碑N1"},
			"datasets": [object.union(_test_set, {"records": 0, "volume_gb": 0})],
		}}),
		"codes": ["records_zero", "volume_zero"],
	},
}

_of_length(n) := concat("", ["样" | some _ in numbers.range(1, n)])

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

test_fails_naming_the_missing_path if {
	{finding.path | some finding in _findings(_without(["data"]))} == {
		["data", "datasets"],
		["data", "need", "required_records"],
		["data", "need", "derivation_zh"],
	}
}

# What each code says: where, about what else, with which values.
_said := {
	"need_not_positive": {
		"case": "nothing required",
		"path": ["data", "need", "required_records"],
		"args": {},
	},
	"derivation_short": {
		"case": "padded with spaces",
		"path": ["data", "need", "derivation_zh"],
		"args": {"length": 39, "min": 40},
	},
	"derivation_without_number": {
		"case": "a derivation without a number",
		"path": ["data", "need", "derivation_zh"],
		"args": {},
	},
	"records_short": {
		"case": "one record short",
		"path": ["data", "need", "required_records"],
		"related": [["data", "datasets", 0, "records"]],
		"args": {"records": 10000, "required": 10001},
	},
	"gap_without_milestone": {
		"case": "a milestone about something else",
		"path": ["data", "need", "gap_plan_zh"],
		"related": [["plan", "milestones"]],
		"args": {"gap": 2000},
	},
	"gap_without_budget": {
		"case": "a gap nobody pays for",
		"path": ["finance", "items"],
		"related": [["data", "need", "required_records"]],
		"args": {"gap": 2000},
	},
	"volume_out_of_band": {
		"case": "half a GB of images",
		"path": ["data", "datasets", 0, "volume_gb"],
		"related": [["data", "datasets", 0, "records"], ["data", "datasets", 0, "modalities"]],
		"args": {"dataset": "D1", "kb": 4, "max": 50000, "min": 5},
	},
	"split_sum": {
		"case": "operation in parts that do not add up",
		"path": ["data", "datasets", 1, "split"],
		"related": [["data", "datasets", 1, "records"]],
		"args": {"dataset": "D3", "records": 5400, "sum": 3},
	},
	"split_test_small": {
		"case": "a small test part",
		"path": ["data", "datasets", 0, "split", "test"],
		"related": [["data", "datasets", 0, "records"]],
		"args": {"dataset": "D1", "min": 500, "test": 499},
	},
	"records_zero": {
		"case": "nothing collected at the pilot, though planned",
		"path": ["data", "datasets", 0, "records"],
		"args": {"dataset": "D2"},
	},
	"volume_zero": {
		"case": "no volume",
		"path": ["data", "datasets", 0, "volume_gb"],
		"args": {"dataset": "D1"},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	want in _findings(_failing[tc.case].proposal)
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_without_data if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}
