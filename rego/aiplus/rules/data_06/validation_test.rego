package aiplus.rules.data_06_test

import data.aiplus.rules.data_06 as rule

_validation := {"metric": "macro-F1", "without": 78.5, "with": 86.9, "test_set_id": "D2", "decontaminated": true}

_training_set := {
	"id": "D1",
	"purpose": ["finetune", "eval"],
	"records": 10000,
	"split": {"train": 8000, "val": 1000, "test": 1000},
	"validation": _validation,
}

_test_set := {"id": "D2", "purpose": ["eval"], "records": 600, "split": {"train": 0, "val": 0, "test": 600}}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"models": [{"id": "M1", "origin": "fine_tuned", "evals": [{"suite": "D2", "value": 86.9, "date": "2026-10-15"}]}],
	"data": {"datasets": [_training_set, _test_set]},
}

_with(sets) := object.union(_base, {"data": {"datasets": sets}})

_validated(changes) := _with([object.union(_training_set, {"validation": object.union(_validation, changes)}), _test_set])

_without(field) := _with([object.union(object.remove(_training_set, ["validation"]), {"validation": object.remove(_validation, [field])}), _test_set])

_unvalidated := _with([object.remove(_training_set, ["validation"]), _test_set])

_early(proposal, plan) := object.union(proposal, {
	"project": {"stage": "research"},
	"plan": {"milestones": plan},
	"kpis": [{"id": "K1", "baseline": 70, "target": 85}, {"id": "K2", "baseline": 70, "target": 70}],
})

_passing := {
	"tested on another dataset": _base,
	"tested on a part of its own": _validated({"test_set_id": "D1"}),
	"other datasets do not matter": _with([_training_set, _test_set, {"id": "D3", "purpose": ["eval"], "records": 9}]),
	"a metric where less is better": _validated({"metric": "RMSE (mm)", "without": 3.2, "with": 2.1}),
	"a Chinese metric where less is better": _validated({"metric": "字错率", "without": 8.1, "with": 6.4}),
	"the accuracy of finding errors": _validated({"metric": "error detection accuracy", "without": 81, "with": 90}),
	"the Chinese accuracy of finding errors": _validated({"metric": "误检率图像准确率", "without": 81, "with": 90}),
	"letters of a metric inside a word": _validated({"metric": "answer-relevance", "without": 81, "with": 90}),
	"a dataset to look things up in": _with([_training_set, _test_set, {"id": "D3", "purpose": ["rag", "operation"]}]),
	"a test part as small as allowed": _with([
		_training_set,
		object.union(_test_set, {"purpose": ["finetune"], "records": 4000, "split": {"train": 3800, "val": 0, "test": 200}, "validation": object.union(_validation, {"test_set_id": "D1"})}),
	]),
	"evaluation without value may be in the future": object.union(
		_base,
		{"models": [{"origin": "fine_tuned", "evals": [{"suite": "D2", "target": 90, "date": "2027-10-15"}]}]},
	),
	"evaluation of a model from elsewhere": object.union(
		_base,
		{"models": [
			{"origin": "self_trained"},
			{"origin": "third_party_api", "evals": [{"value": 90, "date": "2026-12-01"}]},
		]},
	),
	"planned by an indicator": _early(_unvalidated, [{"due": "2026-10-16", "kpi_ids": ["K1"]}]),
	"a metric that names both": _validated({"metric": "召回率(漏检率的补)", "without": 81, "with": 90}),
	"planned by a first training": _early(
		_unvalidated,
		[{"due": "2027-06-30", "kind": "first_training", "accept_zh": "F1较基线提高5个百分点"}],
	),
	"measured at an early stage": _early(_base, []),
	"measured in part and planned": _early(_without("decontaminated"), [{"due": "2027-06-30", "kpi_ids": ["K1"]}]),
	"a dataset that nothing learns from may state what it likes": _with([
		_training_set, _test_set,
		{
			"id": "D3", "purpose": ["eval"], "records": 4000, "split": {"train": 1, "val": 0, "test": 1},
			"validation": {"metric": "F1", "without": 9, "with": 8, "test_set_id": "D4", "decontaminated": false},
		},
		{"id": "D4", "purpose": ["eval"], "records": 10, "split": {"train": 1, "val": 0, "test": 1}},
		{"id": "D5", "purpose": ["eval"], "validation": {"metric": "F1"}},
	]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

# Which way is up, for every word that decides it: all metrics in one proposal, each told to have risen.
_lower := [
	"val_loss", "CER", "WER", "MAE", "MSE", "RMSE", "nRMSE", "MAPE", "perplexity", "PPL", "EER", "DER", "FID", "FPR",
	"FNR", "P95 latency", "errors", "top-1 error", "预测误差", "错误率", "误识率", "误报率", "误检率", "误判率", "误诊率", "漏报率",
	"漏检率", "漏诊率", "拒识率", "字错率", "词错率", "失败率", "幻觉率", "困惑度", "损失", "偏差", "延迟", "时延",
]

_higher := [
	"accuracy of error detection", "precision on errors", "recall of errors", "F1 of error spans", "AUC (error)",
	"AUROC (error)", "mAP, localisation error", "IoU of error masks", "Dice of error masks", "误判率的判别准确率", "误报率复核正确率",
	"误报率复核精确率", "漏检率复核召回率", "漏检率复核检出率", "macro-F1", "BLEU", "correlation", "concert", "满意度",
]

test_passes_or_fails_by_metric if {
	found := rule.findings with input.proposal as _with(array.concat([_test_set], [set |
		some metric in array.concat(_lower, _higher)
		set := object.union(_training_set, {"id": metric, "validation": {"metric": metric, "without": 2, "with": 3}})
	]))
	{f.args.dataset | some f in found} == {metric | some metric in _lower}
}

test_passes_only_where_it_applies if {
	rule.applies with input.proposal as _base
}

_missing := {
	"everything": {
		"proposal": object.remove(_base, ["data"]),
		"want": {["data", "datasets"]},
	},
	"datasets": {"proposal": _with([]), "want": {["data", "datasets"]}},
	"purpose": {
		"proposal": _with([_training_set, object.remove(_test_set, ["purpose"])]),
		"want": {["data", "datasets", 1, "purpose"]},
	},
	"one purpose of two": {
		"proposal": _with([_training_set, object.union(_test_set, {"purpose": ["eval", ""]})]),
		"want": {["data", "datasets", 1, "purpose", 1]},
	},
	"every purpose": {
		"proposal": _with([object.remove(_training_set, ["purpose"])]),
		"want": {["data", "datasets", 0, "purpose"]},
	},
	"validation, which is empty": {
		"proposal": _with([object.union(object.remove(_training_set, ["validation"]), {"validation": {}}), _test_set]),
		"want": {["data", "datasets", 0, "validation"]},
	},
	"purpose, which is empty": {
		"proposal": _with([object.union(_training_set, {"purpose": []})]),
		"want": {["data", "datasets", 0, "purpose"]},
	},
	"validation": {"proposal": _unvalidated, "want": {["data", "datasets", 0, "validation"]}},
	"validation at an early stage, in part, without plan": {
		"proposal": _early(_without("with"), []),
		"want": {["data", "datasets", 0, "validation", "with"]},
	},
	"metric": {"proposal": _without("metric"), "want": {["data", "datasets", 0, "validation", "metric"]}},
	"without": {"proposal": _without("without"), "want": {["data", "datasets", 0, "validation", "without"]}},
	"with": {"proposal": _without("with"), "want": {["data", "datasets", 0, "validation", "with"]}},
	"test set": {"proposal": _without("test_set_id"), "want": {["data", "datasets", 0, "validation", "test_set_id"]}},
	"decontaminated": {"proposal": _without("decontaminated"), "want": {["data", "datasets", 0, "validation", "decontaminated"]}},
	"purpose of one of two": {
		"proposal": _with([_test_set, object.remove(_training_set, ["purpose"])]),
		"want": {["data", "datasets", 1, "purpose"]},
	},
	"all but the metric": {
		"proposal": _with([object.union(object.remove(_training_set, ["validation"]), {"validation": {"metric": "macro-F1"}}), _test_set]),
		"want": {["data", "datasets", 0, "validation", field] | some field in ["without", "with", "test_set_id", "decontaminated"]},
	},
	"with, at a pilot, though planned": {
		"proposal": object.union(
			_early(_without("with"), [{"due": "2027-06-30", "kpi_ids": ["K1"]}]),
			{"project": {"stage": "pilot"}},
		),
		"want": {["data", "datasets", 0, "validation", "with"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"no dataset to learn from": {"proposal": _with([_test_set]), "want": {"no_training_dataset"}},
	"no gain": {"proposal": _validated({"with": 78.5}), "want": {"no_gain"}},
	"no gain by an unnamed metric": {
		"proposal": _with([
			object.union(object.remove(_training_set, ["validation"]), {"validation": {
				"without": 80, "with": 80,
				"test_set_id": "D2",
				"decontaminated": true,
			}}),
			_test_set,
		]),
		"want": {"missing", "no_gain"},
	},
	"worse": {"proposal": _validated({"with": 78.4}), "want": {"got_worse"}},
	"worse where less is better": {
		"proposal": _validated({"metric": "MAE", "without": 3.2, "with": 3.3}),
		"want": {"got_worse"},
	},
	"worse where less is better in Chinese": {
		"proposal": _validated({"metric": "漏检率", "without": 3.2, "with": 3.3}),
		"want": {"got_worse"},
	},
	"test set not listed": {"proposal": _validated({"test_set_id": "D9"}), "want": {"test_set_unknown"}},
	"tested on what it learnt": {
		"proposal": _with([object.union(
			_training_set,
			{"split": {"train": 9000, "test": 0}, "validation": {"test_set_id": "D1"}},
		)]),
		"want": {"test_set_not_held_out"},
	},
	"tested on another training set": {
		"proposal": _with([
			_training_set,
			object.union(object.remove(_test_set, ["split"]), {"purpose": ["pretrain"], "validation": object.union(_validation, {"test_set_id": "D1"})}),
		]),
		"want": {"test_set_not_held_out"},
	},
	"test part one too small": {
		"proposal": _with([
			_training_set,
			object.union(_test_set, {"records": 4000, "split": {"train": 3801, "val": 0, "test": 199}}),
		]),
		"want": {"test_set_small"},
	},
	"parts overlap": {
		"proposal": _with([
			object.union(_training_set, {"split": {"train": 10000, "val": 0, "test": 1000}, "validation": {"test_set_id": "D1"}}),
			_test_set,
		]),
		"want": {"split_sum"},
	},
	"contaminated": {"proposal": _validated({"decontaminated": false}), "want": {"not_decontaminated"}},
	"self-trained and evaluated after submission": {
		"proposal": object.union(_base, {"models": [{"origin": "self_trained", "evals": [{"value": 90, "date": "2026-10-16"}]}]}),
		"want": {"evaluated_in_future"},
	},
	"planned for another kind of day": {
		"proposal": _early(_unvalidated, [{"due": "2027-06-30", "kind": "normal", "accept_zh": "F1较基线提高5个百分点"}]),
		"want": {"validation_unplanned"},
	},
	"evaluated after submission": {
		"proposal": object.union(_base, {"models": [{"origin": "fine_tuned", "evals": [{"value": 0, "date": "2026-10-16"}]}]}),
		"want": {"evaluated_in_future"},
	},
	"neither measured nor planned": {"proposal": _early(_unvalidated, []), "want": {"validation_unplanned"}},
	"planned for a day that is over": {
		"proposal": _early(_unvalidated, [{"due": "2026-10-15", "kpi_ids": ["K1"]}]),
		"want": {"validation_unplanned"},
	},
	"planned without a date": {
		"proposal": _early(_unvalidated, [{"kpi_ids": ["K1"]}]),
		"want": {"validation_unplanned"},
	},
	"planned with an indicator that does not move": {
		"proposal": _early(_unvalidated, [{"due": "2027-06-30", "kpi_ids": ["K2", "K9"]}]),
		"want": {"validation_unplanned"},
	},
	"planned without a target": {
		"proposal": _early(_unvalidated, [{"due": "2027-06-30", "kind": "first_training", "accept_zh": "完成首轮训练"}]),
		"want": {"validation_unplanned"},
	},
	"planned at a pilot": {
		"proposal": object.union(
			_early(_unvalidated, [{"due": "2027-06-30", "kpi_ids": ["K1"]}]),
			{"project": {"stage": "pilot"}},
		),
		"want": {"missing"},
	},
	"measured worse in spite of a plan": {
		"proposal": _early(_validated({"with": 70}), [{"due": "2027-06-30", "kpi_ids": ["K1"]}]),
		"want": {"got_worse"},
	},
	"a test part of one record": {
		"proposal": _with([
			object.union(_training_set, {"split": {"train": 9999, "val": 0, "test": 1}, "validation": {"test_set_id": "D1"}}),
			_test_set,
		]),
		"want": {"test_set_small"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_both_values if {
	got := rule.findings with input.proposal as _validated({"with": 78.5})
	got == {{
		"code": "no_gain",
		"path": ["data", "datasets", 0, "validation", "with"],
		"related": [["data", "datasets", 0, "validation", "without"]],
		"args": {"dataset": "D1", "without": 78.5, "with": 78.5},
	}}
}

test_fails_with_what_made_it_apply if {
	got := rule.findings with input.proposal as _with([_test_set])
	got == {{
		"code": "no_training_dataset",
		"path": ["data", "datasets"],
		"related": [["models", 0, "origin"]],
		"args": {},
	}}
}

# Where every code points, and what it shows beside it.
test_fails_at_the_field if {
	got := {[f.code, f.path, object.get(f, "related", [])] |
		some tc in _failing
		found := rule.findings with input.proposal as tc.proposal
		some f in found
		f.code != "missing"
	}
	got == {
		["evaluated_in_future", ["models", 0, "evals", 0, "date"], [["meta", "submitted_on"]]],
		["got_worse", ["data", "datasets", 0, "validation", "with"], [["data", "datasets", 0, "validation", "without"]]],
		["no_gain", ["data", "datasets", 0, "validation", "with"], [["data", "datasets", 0, "validation", "without"]]],
		["no_training_dataset", ["data", "datasets"], [["models", 0, "origin"]]],
		["not_decontaminated", ["data", "datasets", 0, "validation", "decontaminated"], []],
		["split_sum", ["data", "datasets", 0, "split"], [["data", "datasets", 0, "records"]]],
		["test_set_not_held_out", ["data", "datasets", 0, "validation", "test_set_id"], [["data", "datasets", 0, "split"]]],
		["test_set_not_held_out", ["data", "datasets", 0, "validation", "test_set_id"], [["data", "datasets", 1, "split"]]],
		["test_set_small", ["data", "datasets", 0, "split", "test"], [["data", "datasets", 0, "records"]]],
		["test_set_small", ["data", "datasets", 1, "split", "test"], [["data", "datasets", 1, "records"]]],
		["test_set_unknown", ["data", "datasets", 0, "validation", "test_set_id"], []],
		["validation_unplanned", ["data", "datasets", 0, "validation"], [["plan", "milestones"]]],
	}
}

test_does_not_apply_without_training if {
	not rule.applies with input.proposal as object.union(_base, {"models": [{"origin": "third_party_api"}]})
}
