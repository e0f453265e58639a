package aiplus.rules.data_02_test

import data.aiplus.rules.data_02 as rule

_measure(dimension, value) := {
	"dimension": dimension,
	"value_pct": value,
	"target_pct": 95,
	"method_zh": "专家抽检",
	"sample_n": 260,
	"measured_on": "2026-09-26",
}

_quality := [
	_measure("normativity", 99.1),
	_measure("completeness", 97.6),
	_measure("accuracy", 96.2),
	_measure("consistency", 98.4),
	_measure("timeliness", 95.3),
]

_dataset := {
	"id": "D1",
	"purpose": ["finetune"],
	"records": 26000,
	"update_freq": "weekly",
	"quality": _quality,
	"annotation": {"needed": true, "agreement_metric": "kappa", "agreement_value": 0.86},
}

_operation := {"id": "D3", "purpose": ["operation"], "records": 5400, "update_freq": "none"}

_milestone := {"id": "N1", "wp_id": "W1", "due": "2027-03-31", "kind": "normal", "accept_zh": "抽检准确率≥96%"}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"data": {"datasets": [_dataset]},
}

_planned := object.union(_base, {
	"project": {"stage": "research"},
	"plan": {"milestones": [object.union(_milestone, {"accept_zh": "六维质量实测均≥95%"})]},
	"finance": {"items": [{"category": "testing", "amount": 3, "wp_id": "W1"}]},
})

_with_datasets(datasets) := object.union(_base, {"data": {"datasets": datasets}})

_with_dataset(edit) := _with_datasets([object.union(_dataset, edit)])

_with_quality(quality) := _with_dataset({"quality": quality})

# The third measure, accuracy, changed.
_with_accuracy(edit) := _with_quality([changed |
	some measure in _quality
	changed := _changed(measure, edit)
])

_changed(measure, edit) := object.union(measure, edit) if {
	measure.dimension == "accuracy"
} else := measure

_without(dimensions) := _with_quality([measure | some measure in _quality; not measure.dimension in dimensions])

_plan(accept) := {"plan": {"milestones": [object.union(_milestone, {"accept_zh": accept})]}}

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"five of six dimensions": _base,
	"operation beside, without quality": _with_datasets([_dataset, _operation]),
	"operation beside, measured badly": _with_datasets([_dataset, object.union(_operation, {
		"annotation": {"needed": true, "agreement_metric": "kappa", "agreement_value": 0.5},
		"quality": [
			object.union(_measure("accuracy", 100), {"sample_n": 3, "measured_on": "2026-12-01"}),
			object.union(_measure("completeness", 80), {"sample_n": 3, "measured_on": "2020-01-01"}),
			{"dimension": "consistency"},
		],
	})]),
	"retrieval beside, without quality": _with_datasets([_dataset, object.union(_operation, {"purpose": ["rag"]})]),
	"a value of 95": _with_accuracy({"value_pct": 95}),
	"below 95, raised by a milestone about accuracy": object.union(
		_with_accuracy({"value_pct": 94.9}),
		_plan("抽检准确率≥96%"),
	),
	"below 95, raised by a milestone about quality": object.union(
		_with_accuracy({"value_pct": 80}),
		_plan("Data quality at 95 % or above"),
	),
	"a sample of one in a hundred": _with_accuracy({"sample_n": 260}),
	"a sample of 200 of few": _with_dataset({
		"records": 3000,
		"quality": [object.union(measure, {"sample_n": 200}) | some measure in _quality],
	}),
	"a sample of 4000 of very many": _with_dataset({
		"records": 90000000,
		"quality": [object.union(measure, {"sample_n": 4000}) | some measure in _quality],
	}),
	"all of a very small dataset": _with_dataset({
		"records": 90,
		"quality": [object.union(measure, {"sample_n": 90}) | some measure in _quality],
	}),
	"measured on the day of submission": _with_accuracy({"measured_on": "2026-10-15"}),
	"measured a year before": _with_accuracy({"measured_on": "2025-10-15"}),
	"three values of 100": _with_quality(array.concat(
		[_measure("normativity", 100), _measure("consistency", 100), _measure("timeliness", 100)],
		[_measure("completeness", 97.6), _measure("accuracy", 96.2)],
	)),
	"accuracy of 100 with an agreement of 0.9": _with_datasets([object.union(
		_with_accuracy({"value_pct": 100}).data.datasets[0],
		{"annotation": {"agreement_value": 0.9}},
	)]),
	"timely operation that is updated": _with_dataset({"purpose": ["finetune", "operation"]}),
	"training that is never updated": _with_dataset({"update_freq": "none"}),
	"operation that is not updated and says so": _with_datasets([_dataset, object.union(
		_operation,
		{"quality": [_measure("timeliness", 94.9)]},
	)]),
	"research with a plan instead of measures": object.union(
		_planned,
		{"data": {"datasets": [object.remove(_dataset, ["quality"])]}},
	),
	"research with a plan paid from the data budget": object.union(
		_planned,
		{
			"data": {"datasets": [object.remove(_dataset, ["quality"])]},
			"finance": {"items": [{"category": "data", "amount": 3, "wp_id": "W1"}]},
		},
	),
	"research with a plan instead of values": object.union(
		_planned,
		{"data": {"datasets": [object.union(_dataset, {"quality": [object.remove(
			_quality[0],
			["value_pct", "sample_n", "measured_on"],
		)]})]}},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

# A milestone about the dimension raises its value, in either language, and no other.
_raising := {
	"normativity": {"格式规范率≥97%", "normativity 97 %"},
	"completeness": {"字段完整率≥97%", "completeness 97 %"},
	"accuracy": {"抽检准确率≥97%", "accuracy 97 %", "97 % accurate"},
	"consistency": {"编码一致率≥97%", "consistency 97 %"},
	"timeliness": {"时效达标率≥97%", "timeliness 97 %"},
	"accessibility": {"可访问率≥97%", "accessibility 97 %"},
	"authenticity": {"真实性抽查≥97%", "authenticity 97 %"},
	"cleanliness": {"清洁率≥97%", "干净率≥97%", "cleanliness 97 %"},
	"uniqueness": {"唯一率≥97%", "重复率≤3%", "uniqueness 97 %", "duplicates below 3 %"},
}

test_passes_with_milestone[accept] if {
	some dimension, accepts in _raising
	some accept in accepts
	low := {finding.args.dimension.term |
		some finding in _findings(object.union(_all_low, _plan(accept)))
		finding.code == "value_low"
	}
	low == {concat("_", ["quality", other]) | some other, _ in _raising; other != dimension}
}

_all_low := _with_quality([_measure(dimension, 80 + count(accepts)) | some dimension, accepts in _raising])

_failing := {
	"no data section": {"proposal": object.remove(_base, ["data"]), "codes": ["missing"]},
	"no datasets": {"proposal": _with_datasets([]), "codes": ["missing"]},
	"no date of submission": {"proposal": object.remove(_base, ["meta"]), "codes": ["missing"]},
	"only operation": {"proposal": _with_datasets([_operation]), "codes": ["only_operation_data"]},
	"only retrieval, without quality": {
		"proposal": _with_datasets([object.union(_operation, {"purpose": ["rag"]})]),
		"codes": ["missing"],
	},
	"no quality": {"proposal": _with_datasets([object.remove(_dataset, ["quality"])]), "codes": ["missing"]},
	"an empty list of measures": {"proposal": _with_quality([]), "codes": ["missing"]},
	"no quality at the pilot, though planned": {
		"proposal": object.union(_planned, {
			"project": {"stage": "pilot"},
			"data": {"datasets": [object.remove(_dataset, ["quality"])]},
		}),
		"codes": ["missing"],
	},
	"no quality in research, without money for the plan": {
		"proposal": object.union(object.remove(_planned, ["finance"]), {"data": {"datasets": [object.remove(
			_dataset,
			["quality"],
		)]}}),
		"codes": ["missing"],
	},
	"no quality of the test set": {
		"proposal": _with_datasets([_dataset, {"id": "D2", "purpose": ["eval"], "records": 900}]),
		"codes": ["missing"],
	},
	"a plan without target and method": {
		"proposal": object.union(_planned, {"data": {"datasets": [object.union(_dataset, {"quality": [{"dimension": "accuracy"}]})]}}),
		"codes": ["missing", "missing"],
	},
	"a measure of nothing": {
		"proposal": _with_quality(array.concat(_quality, [{"method_zh": "符合国家标准"}])),
		"codes": ["missing", "missing", "missing", "missing", "missing"],
	},
	"one dimension": {
		"proposal": _with_quality([_measure("accuracy", 96.2)]),
		"codes": ["core_dimension_absent", "dimensions_few"],
	},
	"four dimensions": {"proposal": _without({"timeliness"}), "codes": ["dimensions_few"]},
	"a dimension outside the standard does not count": {
		"proposal": _with_quality(array.concat(_without({"timeliness"}).data.datasets[0].quality, [_measure("uniqueness", 99)])),
		"codes": ["dimensions_few"],
	},
	"a dimension named twice counts once": {
		"proposal": _with_quality(array.concat(_without({"timeliness"}).data.datasets[0].quality, [_measure("accuracy", 97)])),
		"codes": ["dimensions_few"],
	},
	"without accuracy": {"proposal": _without({"accuracy"}), "codes": ["core_dimension_absent"]},
	"without completeness": {"proposal": _without({"completeness"}), "codes": ["core_dimension_absent"]},
	"without accuracy and another": {
		"proposal": _without({"accuracy", "timeliness"}),
		"codes": ["core_dimension_absent", "dimensions_few"],
	},
	"just below 95": {"proposal": _with_accuracy({"value_pct": 94.9}), "codes": ["value_low"]},
	"below 95, raised to less than 95": {
		"proposal": object.union(_with_accuracy({"value_pct": 80, "target_pct": 90}), _plan("抽检准确率≥90%")),
		"codes": ["value_low"],
	},
	"below 95, a milestone about another dimension": {
		"proposal": object.union(_with_accuracy({"value_pct": 80}), _plan("字段完整率≥99%")),
		"codes": ["value_low"],
	},
	"everything at 100": {
		"proposal": _with_quality([object.union(measure, {"value_pct": 100}) | some measure in _quality]),
		"codes": ["accuracy_beyond_agreement", "not_measured"],
	},
	"everything at 98": {
		"proposal": _with_quality([object.union(measure, {"value_pct": 98}) | some measure in _quality]),
		"codes": ["not_measured"],
	},
	"100 on a handful": {
		"proposal": _with_dataset({
			"records": 49,
			"quality": array.concat(
				[object.union(_measure("normativity", 100), {"sample_n": 49})],
				[object.union(measure, {"sample_n": 49}) | some measure in array.slice(_quality, 1, 5)],
			),
		}),
		"codes": ["not_measured"],
	},
	"a sample of less than one in a hundred": {"proposal": _with_accuracy({"sample_n": 259}), "codes": ["sample_small"]},
	"a sample of less than 200 of few": {
		"proposal": _with_dataset({
			"records": 3000,
			"quality": [object.union(measure, {"sample_n": 199}) | some measure in _quality],
		}),
		"codes": ["sample_small", "sample_small", "sample_small", "sample_small", "sample_small"],
	},
	"a sample of less than 4000 of very many": {
		"proposal": _with_dataset({
			"records": 90000000,
			"quality": array.concat([object.union(_quality[0], {"sample_n": 3999})], [measure |
				some given in array.slice(_quality, 1, 5)
				measure := object.union(given, {"sample_n": 4000})
			]),
		}),
		"codes": ["sample_small"],
	},
	"measured after submission": {
		"proposal": _with_accuracy({"measured_on": "2026-10-16"}),
		"codes": ["measured_after_submission"],
	},
	"measured more than a year before": {
		"proposal": _with_accuracy({"measured_on": "2025-10-14"}),
		"codes": ["measured_long_ago"],
	},
	"accuracy of 100 with little agreement": {
		"proposal": _with_accuracy({"value_pct": 100}),
		"codes": ["accuracy_beyond_agreement"],
	},
	"timely operation that is never updated": {
		"proposal": _with_dataset({"purpose": ["finetune", "operation"], "update_freq": "none"}),
		"codes": ["timely_without_updates"],
	},
	"operation beside that is timely at 95 and never updated": {
		"proposal": _with_datasets([_dataset, object.union(_operation, {"quality": [_measure("timeliness", 95)]})]),
		"codes": ["timely_without_updates"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

_missing_fields := {"dimension", "value_pct", "target_pct", "method_zh", "sample_n", "measured_on"}

# Consistency goes without the field: without its name four dimensions are left, so the test looks at the path.
test_fails_without[field] if {
	some field in _missing_fields
	quality := [measure |
		some j, given in _quality
		measure := object.remove(given, [name | some name in [field]; j == 3])
	]
	{
		"code": "missing",
		"path": ["data", "datasets", 0, "quality", 3, field],
		"args": {},
	} in _findings(_with_quality(quality))
}

# What each code says: where, about what else, with which values.
_said := {
	"only_operation_data": {
		"case": "only operation",
		"path": ["data", "datasets"],
		"args": {},
	},
	"dimensions_few": {
		"case": "a dimension named twice counts once",
		"path": ["data", "datasets", 0, "quality"],
		"args": {"absent": [{"term": "quality_timeliness"}, {"term": "quality_accessibility"}], "count": 4, "dataset": "D1", "min": 5},
	},
	"core_dimension_absent": {
		"case": "without accuracy",
		"path": ["data", "datasets", 0, "quality"],
		"args": {"dataset": "D1", "dimension": {"term": "quality_accuracy"}},
	},
	"value_low": {
		"case": "below 95, a milestone about another dimension",
		"path": ["data", "datasets", 0, "quality", 2, "value_pct"],
		"args": {"dataset": "D1", "dimension": {"term": "quality_accuracy"}, "min": 95, "value": 80},
	},
	"not_measured": {
		"case": "100 on a handful",
		"path": ["data", "datasets", 0, "quality", 0],
		"related": [],
		"args": {"dataset": "D1", "flaw": {"term": "measure_full_on_few"}, "n": 49, "value": 100},
	},
	"sample_small": {
		"case": "a sample of less than 4000 of very many",
		"path": ["data", "datasets", 0, "quality", 0, "sample_n"],
		"related": [["data", "datasets", 0, "records"]],
		"args": {"dataset": "D1", "dimension": {"term": "quality_normativity"}, "min": 4000, "n": 3999},
	},
	"measured_after_submission": {
		"case": "measured after submission",
		"path": ["data", "datasets", 0, "quality", 2, "measured_on"],
		"related": [["meta", "submitted_on"]],
		"args": {"dataset": "D1", "date": "2026-10-16", "limit": "2026-10-15"},
	},
	"measured_long_ago": {
		"case": "measured more than a year before",
		"path": ["data", "datasets", 0, "quality", 2, "measured_on"],
		"related": [["meta", "submitted_on"]],
		"args": {"dataset": "D1", "date": "2025-10-14", "limit": "2025-10-15", "months": 12},
	},
	"accuracy_beyond_agreement": {
		"case": "accuracy of 100 with little agreement",
		"path": ["data", "datasets", 0, "quality", 2, "value_pct"],
		"related": [["data", "datasets", 0, "annotation", "agreement_value"]],
		"args": {"agreement": 0.86, "dataset": "D1", "value": 100},
	},
	"timely_without_updates": {
		"case": "timely operation that is never updated",
		"path": ["data", "datasets", 0, "update_freq"],
		"related": [["data", "datasets", 0, "quality", 4, "value_pct"]],
		"args": {"dataset": "D1", "value": 95.3},
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
