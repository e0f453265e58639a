package aiplus.rules.data_05_test

import data.aiplus.rules.data_05 as rule

_annotation := {
	"needed": true,
	"guideline": "EV-01",
	"annotators": 4,
	"experts": 1,
	"person_days": 180,
	"double_pct": 15,
	"agreement_metric": "kappa",
	"agreement_value": 0.86,
	"accuracy_pct": 96.2,
	"sampled_n": 600,
}

_dataset := {
	"id": "D1",
	"tier": "industry_general",
	"purpose": ["finetune"],
	"source": "collected",
	"records": 26000,
	"annotation": _annotation,
	"synthetic": {"share_pct": 0},
}

_operation := {
	"id": "D3",
	"purpose": ["operation"],
	"source": "collected",
	"annotation": {"needed": false},
	"synthetic": {"share_pct": 0},
}

_generated := {"share_pct": 30, "generator": "扩散模型按缺陷模板生成", "validation_zh": "与1200张真实图像比对，F1下降0.6个百分点"}

_evidence := {
	"id": "EV-01",
	"kind": "dataset_card",
	"issuer": "申报单位",
	"issued_on": "2026-09-28",
	"sha256": "0000000000000000000000000000000000000000000000000000000000000001",
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"title_zh": "苹果园病虫害识别", "stage": "pilot", "sector_gb4754": "A01"},
	"data": {"need": {"task_zh": "病虫害检测"}, "datasets": [_dataset]},
	"evidence": [_evidence],
}

_research := {
	"project": {"stage": "prototype"},
	"plan": {"milestones": [{"id": "N1", "due": "2027-03-31", "kind": "normal", "accept_zh": "双人标注一致性κ≥0.8"}]},
	"finance": {"items": [{"category": "data", "amount": 3, "wp_id": "W1"}]},
}

_later := ["annotation/agreement_value", "annotation/accuracy_pct", "annotation/sampled_n"]

_with_datasets(datasets) := object.union(_base, {"data": {"datasets": datasets}})

_with_dataset(edit) := _with_datasets([object.union(_dataset, edit)])

_with_annotation(edit) := _with_dataset({"annotation": edit})

_with_synthetic(synthetic) := _with_dataset({"synthetic": synthetic})

_without(paths) := _with_datasets([json.remove(_dataset, paths)])

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"annotated and checked": _base,
	"no word on experts where none is needed": _without(["annotation/experts"]),
	"no experts where none is needed": _with_annotation({"experts": 0}),
	"nothing synthetic to validate": _with_synthetic({"share_pct": 0, "validation_zh": "不涉及"}),
	"operation beside, not annotated": _with_datasets([_dataset, _operation]),
	"10 % twice": _with_annotation({"double_pct": 10}),
	"kappa of 0.7": _with_annotation({"agreement_value": 0.7}),
	"alpha of 0.7": _with_annotation({"agreement_metric": "alpha", "agreement_value": 0.7}),
	"another coefficient of 0.7": _with_annotation({"agreement_metric": "other", "agreement_value": 0.7}),
	"IoU of 0.75": _with_annotation({"agreement_metric": "iou", "agreement_value": 0.75}),
	"character errors of 5 %": _with_annotation({"agreement_metric": "cer", "agreement_value": 0.05}),
	"accuracy of 95": _with_annotation({"accuracy_pct": 95}),
	"a sample of 200": _with_annotation({"sampled_n": 200}),
	"a small dataset checked whole": _with_dataset({"records": 120, "annotation": {"sampled_n": 120}}),
	"98.9 without high agreement": _with_annotation({"accuracy_pct": 98.9}),
	"99 with high agreement": _with_annotation({"accuracy_pct": 99, "agreement_value": 0.9}),
	"99 with few character errors": _with_annotation({
		"accuracy_pct": 99,
		"agreement_metric": "cer",
		"agreement_value": 0.05,
	}),
	"99 where everything is labelled twice": _with_annotation({"accuracy_pct": 99, "double_pct": 100}),
	"5000 labels a day": _with_dataset({"records": 1000000, "annotation": {"double_pct": 10, "person_days": 220}}),
	"300 outlines a day": _with_dataset({"records": 30000, "annotation": {
		"agreement_metric": "iou",
		"double_pct": 10,
		"person_days": 110,
	}}),
	"a specialist dataset with an expert": _with_dataset({"tier": "industry_specialist"}),
	"synthetic, disclosed and validated": _with_synthetic(_generated),
	"a synthetic source, disclosed": _with_dataset({"source": "synthetic", "synthetic": object.union(_generated, {"share_pct": 100})}),
	"in prototype, with a plan instead of results": object.union(
		_with_datasets([json.remove(_dataset, _later)]),
		_research,
	),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_plans := {"双人标注一致性κ≥0.8", "2000 records annotated twice", "Label accuracy of 96 %"}

test_passes_with_plan[accept] if {
	some accept in _plans
	milestone := object.union(_research.plan.milestones[0], {"accept_zh": accept})
	planned := object.union(_research, {"plan": {"milestones": [milestone]}})
	_codes(object.union(_with_datasets([json.remove(_dataset, _later)]), planned)) == []
}

_failing := {
	"a dataset without the section": {
		"proposal": _with_datasets([_dataset, object.remove(_operation, ["annotation", "synthetic"])]),
		"codes": ["missing", "missing"],
	},
	"annotation of nothing": {
		"proposal": _with_datasets([object.union(object.remove(_dataset, ["annotation"]), {"annotation": {"needed": true}})]),
		"codes": ["missing", "missing", "missing", "missing", "missing", "missing", "missing", "missing"],
	},
	"no results at the pilot, though planned": {
		"proposal": object.union(
			_with_datasets([json.remove(_dataset, _later)]),
			object.union(_research, {"project": {"stage": "pilot"}}),
		),
		"codes": ["missing", "missing", "missing"],
	},
	"no results in prototype, without money": {
		"proposal": object.union(_with_datasets([json.remove(_dataset, _later)]), object.remove(_research, ["finance"])),
		"codes": ["missing", "missing", "missing"],
	},
	"a guideline that is not in the list": {
		"proposal": _with_annotation({"guideline": "EV-09"}),
		"codes": ["guideline_weak"],
	},
	"nobody": {"proposal": _with_annotation({"annotators": 0}), "codes": ["annotators_none"]},
	"one person twice": {"proposal": _with_annotation({"annotators": 1}), "codes": ["double_by_one"]},
	"one person, one per cent twice": {
		"proposal": _with_annotation({"annotators": 1, "double_pct": 1}),
		"codes": ["double_by_one", "double_few"],
	},
	"one person, nothing twice": {
		"proposal": _with_annotation({"annotators": 1, "double_pct": 0}),
		"codes": ["double_few"],
	},
	"less than 10 % twice": {"proposal": _with_annotation({"double_pct": 9.9}), "codes": ["double_few"]},
	"kappa below 0.7": {"proposal": _with_annotation({"agreement_value": 0.69}), "codes": ["agreement_low"]},
	"alpha below 0.7": {
		"proposal": _with_annotation({"agreement_metric": "alpha", "agreement_value": 0.69}),
		"codes": ["agreement_low"],
	},
	"another coefficient below 0.7": {
		"proposal": _with_annotation({"agreement_metric": "other", "agreement_value": 0.69}),
		"codes": ["agreement_low"],
	},
	"IoU below 0.75": {
		"proposal": _with_annotation({"agreement_metric": "iou", "agreement_value": 0.74}),
		"codes": ["agreement_low"],
	},
	"more character errors than 5 %": {
		"proposal": _with_annotation({"agreement_metric": "cer", "agreement_value": 0.06}),
		"codes": ["character_errors"],
	},
	"accuracy below 95": {"proposal": _with_annotation({"accuracy_pct": 94.9}), "codes": ["accuracy_low"]},
	"a sample below 200": {"proposal": _with_annotation({"sampled_n": 199}), "codes": ["sample_small"]},
	"a small dataset not checked whole": {
		"proposal": _with_dataset({"records": 120, "annotation": {"sampled_n": 119}}),
		"codes": ["sample_small"],
	},
	"99 without high agreement": {
		"proposal": _with_annotation({"accuracy_pct": 99, "agreement_value": 0.89}),
		"codes": ["accuracy_beyond_agreement"],
	},
	"99 where nearly everything is labelled twice": {
		"proposal": _with_annotation({"accuracy_pct": 99, "double_pct": 99}),
		"codes": ["accuracy_beyond_agreement"],
	},
	"more than 5000 labels a day": {
		"proposal": _with_dataset({"records": 1000001, "annotation": {"double_pct": 10, "person_days": 220}}),
		"codes": ["throughput"],
	},
	"no time at all": {"proposal": _with_annotation({"person_days": 0}), "codes": ["throughput"]},
	"more than 300 outlines a day": {
		"proposal": _with_dataset({"records": 30001, "annotation": {
			"agreement_metric": "iou",
			"double_pct": 10,
			"person_days": 110,
		}}),
		"codes": ["throughput"],
	},
	"more than 300 medical labels a day": {
		"proposal": object.union(
			_with_dataset({"records": 30001, "annotation": {"double_pct": 10, "person_days": 110}}),
			{"project": {"sector_gb4754": "Q84"}},
		),
		"codes": ["throughput"],
	},
	"a specialist dataset without experts": {
		"proposal": _with_dataset({"tier": "industry_specialist", "annotation": {"experts": 0}}),
		"codes": ["experts_none"],
	},
	"medical labels without experts": {
		"proposal": object.union(_with_annotation({"experts": 0}), {"project": {"sector_gb4754": "Q84"}}),
		"codes": ["experts_none"],
	},
	"medical labels without word on experts": {
		"proposal": object.union(_without(["annotation/experts"]), {"project": {"sector_gb4754": "Q84"}}),
		"codes": ["missing"],
	},
	"legal labels without experts, by title": {
		"proposal": object.union(_with_annotation({"experts": 0}), {"project": {"title_zh": "基层法律咨询助手"}}),
		"codes": ["experts_none"],
	},
	"legal labels without experts, by task": {
		"proposal": object.union(_with_annotation({"experts": 0}), {"data": {"need": {"task_zh": "Legal document review"}}}),
		"codes": ["experts_none"],
	},
	"a generator that is not named, unchecked": {
		"proposal": _with_synthetic({"share_pct": 0.1}),
		"codes": ["missing", "missing"],
	},
	"a validation without a number": {
		"proposal": _with_synthetic(object.union(_generated, {"validation_zh": "与真实数据一致"})),
		"codes": ["synthetic_validation_vague"],
	},
	"one per cent synthetic, a validation without a number": {
		"proposal": _with_synthetic(object.union(_generated, {"share_pct": 1, "validation_zh": "与真实数据一致"})),
		"codes": ["synthetic_validation_vague"],
	},
	"a synthetic source that is said to be real": {
		"proposal": _with_dataset({"source": "synthetic"}),
		"codes": ["synthetic_undisclosed"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

_fields := {
	"guideline", "annotators", "person_days", "double_pct", "agreement_metric", "agreement_value", "accuracy_pct",
	"sampled_n",
}

test_fails_without[field] if {
	some field in _fields
	_findings(_without([concat("/", ["annotation", field])])) == {{
		"code": "missing",
		"path": ["data", "datasets", 0, "annotation", field],
		"args": {},
	}}
}

# What each code says: where, about what else, with which values.
_said := {
	"guideline_weak": {
		"case": "a guideline that is not in the list",
		"path": ["data", "datasets", 0, "annotation", "guideline"],
		"related": [["evidence"]],
		"args": {"dataset": "D1", "evidence": "EV-09", "flaw": {"term": "evidence_unknown"}},
	},
	"annotators_none": {
		"case": "nobody",
		"path": ["data", "datasets", 0, "annotation", "annotators"],
		"args": {"dataset": "D1"},
	},
	"double_by_one": {
		"case": "one person twice",
		"path": ["data", "datasets", 0, "annotation", "annotators"],
		"related": [["data", "datasets", 0, "annotation", "double_pct"]],
		"args": {"dataset": "D1", "share": 15},
	},
	"double_few": {
		"case": "less than 10 % twice",
		"path": ["data", "datasets", 0, "annotation", "double_pct"],
		"args": {"dataset": "D1", "min": 10, "share": 9.9},
	},
	"agreement_low": {
		"case": "IoU below 0.75",
		"path": ["data", "datasets", 0, "annotation", "agreement_value"],
		"args": {"dataset": "D1", "metric": {"term": "agreement_iou"}, "min": 0.75, "value": 0.74},
	},
	"character_errors": {
		"case": "more character errors than 5 %",
		"path": ["data", "datasets", 0, "annotation", "agreement_value"],
		"args": {"dataset": "D1", "max": 0.05, "value": 0.06},
	},
	"accuracy_low": {
		"case": "accuracy below 95",
		"path": ["data", "datasets", 0, "annotation", "accuracy_pct"],
		"args": {"dataset": "D1", "min": 95, "value": 94.9},
	},
	"sample_small": {
		"case": "a sample below 200",
		"path": ["data", "datasets", 0, "annotation", "sampled_n"],
		"related": [["data", "datasets", 0, "records"]],
		"args": {"dataset": "D1", "min": 200, "n": 199},
	},
	"accuracy_beyond_agreement": {
		"case": "99 where nearly everything is labelled twice",
		"path": ["data", "datasets", 0, "annotation", "accuracy_pct"],
		"related": [["data", "datasets", 0, "annotation", "agreement_value"]],
		"args": {"agreement": 0.86, "dataset": "D1", "value": 99},
	},
	"throughput": {
		"case": "more than 300 medical labels a day",
		"path": ["data", "datasets", 0, "annotation", "person_days"],
		"related": [["data", "datasets", 0, "records"], ["data", "datasets", 0, "annotation", "double_pct"]],
		"args": {"dataset": "D1", "labels": 33002, "limit": 300, "person_days": 110},
	},
	"experts_none": {
		"case": "a specialist dataset without experts",
		"path": ["data", "datasets", 0, "annotation", "experts"],
		"args": {"dataset": "D1"},
	},
	"synthetic_undisclosed": {
		"case": "a synthetic source that is said to be real",
		"path": ["data", "datasets", 0, "synthetic", "share_pct"],
		"related": [["data", "datasets", 0, "source"]],
		"args": {"dataset": "D1"},
	},
	"synthetic_validation_vague": {
		"case": "a validation without a number",
		"path": ["data", "datasets", 0, "synthetic", "validation_zh"],
		"args": {"dataset": "D1"},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	want in _findings(_failing[tc.case].proposal)
}

test_applies if rule.applies with input.proposal as _base

test_applies_to_synthetic_data_alone if {
	rule.applies with input.proposal as _with_datasets([object.union(_operation, {"synthetic": _generated})])
}

test_does_not_apply_without_annotation if {
	not rule.applies with input.proposal as _with_datasets([_operation])
}
