package aiplus.rules.comp_06_test

import data.aiplus.rules.comp_06 as rule

_own := {
	"suite": "果园独立测试集D2-test", "baseline": 78.5, "value": 88.3, "target": 90, "date": "2026-10-08",
	"evaluator": "self", "set_public": false,
}

_other := {
	"suite": "异地黄陵测试集", "baseline": 71, "value": 83.6, "target": 87, "date": "2026-10-08",
	"evaluator": "third_party", "set_public": false,
}

_model := {
	"id": "M1",
	"origin": "fine_tuned",
	"evals": [_own, _other],
	"efficiency": {"metric": "单张识别延迟ms", "value": 180},
}

# A model that the project only uses.
_helper := {"id": "M2", "origin": "third_party_api", "evals": [object.union(_own, {"suite": "语音识别字错率", "baseline": 9, "value": 7, "target": 6})]}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"models": [_model],
	"finance": {"total_cny_wan": 999.99},
}

_with(models) := object.union(_base, {"models": models})

_first(changes) := _with([object.union(_model, changes)])

_evals(evals) := _first({"evals": evals})

_eval(changes) := _evals([object.union(_own, changes), _other])

_suites(names) := _evals([object.union(_other, {"suite": name}) | some name in names])

_public := [object.union(eval, {"set_public": true}) | some eval in [_own, _other]]

_decontaminated(dataset) := object.union(_evals(_public), {"data": {"datasets": [dataset, {"id": "D2"}]}})

_large := {"finance": {"total_cny_wan": 1000}}

_by(evaluator) := [object.union(eval, {"evaluator": evaluator}) | some eval in [_own, _other]]

_later := {
	"project": {"stage": "research", "trl": {"current": 2, "target": 4}},
	"plan": {"milestones": [{"id": "N1", "due": "2027-12-31", "kind": "normal", "accept_zh": "独立测试集平均误差≤8%"}]},
	"finance": {"items": [{"category": "testing", "amount": 6}]},
}

_unmeasured := _with([object.union(object.remove(_model, ["efficiency"]), {
	"evals": [object.remove(eval, ["value", "date"]) | some eval in [_own, _other]],
	"efficiency": {"metric": "单张识别延迟ms"},
})])

_efficiency(metric) := _first({"efficiency": {"metric": metric, "value": 1.2}})

_fault(suite) := _eval({"suite": suite, "baseline": 9, "value": 6, "target": 5})

_helped(changes) := _with([_model, object.union(_helper, changes)])

_passing := {
	"two suites": _base,
	"a helper with one suite": _with([_model, _helper]),
	"a helper of other weights with one suite": _helped({"origin": "third_party_weights"}),
	"a helper on a leaderboard": _helped({"evals": [object.union(_other, {"suite": "MMLU"})]}),
	"a helper on a public suite": _helped({"evals": [object.union(_other, {"set_public": true})]}),
	"a helper whose effort is unclear": _helped({"efficiency": {"metric": "综合性能", "value": 1}}),
	"a helper that takes nothing": _helped({"efficiency": {"metric": "延迟ms", "value": 0}}),
	"only a third-party model": _first({"origin": "third_party_weights"}),
	"one leaderboard beside a suite of the field": _suites(["C-Eval", "农技问答评测"]),
	"public suites, decontaminated": _decontaminated({"id": "D1", "validation": {"decontaminated": true, "test_set_id": "D2"}}),
	"one suite of two is public": _eval({"set_public": true}),
	"an error rate goes down": _fault("漏检率评测"),
	"an English error rate goes down": _fault("WER on field recordings"),
	"hallucinations go down": _fault("幻觉专项评测"),
	"exactly at the baseline": _eval({"value": 78.5}),
	"an error rate exactly at its baseline": _eval({"suite": "漏检率评测", "baseline": 9, "value": 9, "target": 5}),
	"a total that is not said, evaluated by others": object.remove(_base, ["finance"]),
	"one millisecond": _first({"efficiency": {"metric": "延迟ms", "value": 1}}),
	"measured on the day of submission": _eval({"date": "2026-10-15"}),
	"not large, all by itself": _evals(_by("self")),
	"large, one by another": object.union(_base, _large),
	"large, a helper evaluated by the project": object.union(_with([_model, _helper]), _large),
	"seconds": _efficiency("单次建议耗时秒(外部接口方案7.5)"),
	"in English": _efficiency("Seconds per gearbox and day (today 95)"),
	"a unit alone": _efficiency("p95 ms"),
	"money": _efficiency("千次调用成本元"),
	"three suites of the same value": _evals([object.union(_other, {"suite": suite, "value": 86}) | some suite in ["a", "b", "c"]]),
	"research with a plan instead of values": object.union(_unmeasured, _later),
	"research with a plan, to be measured after submission": object.union(
		_evals([object.remove(object.union(_own, {"date": "2027-12-31"}), ["value"]), _other]),
		_later,
	),
	"research with a plan, worse than the baseline until then": object.union(_eval({"value": 70}), _later),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_failing := {
	"one suite": {"proposal": _evals([_own]), "want": {"suites_few"}},
	"one suite twice": {"proposal": _suites(["测试集D2", "测试集d2"]), "want": {"suites_few"}},
	"only third-party models, one suite each": {"proposal": _with([_helper, object.union(_helper, {"id": "M3"})]), "want": {"suites_few", "missing"}},
	"a model of unknown origin, one suite": {
		"proposal": _with([_model, object.union(object.remove(_helper, ["origin"]), {"efficiency": _model.efficiency})]),
		"want": {"suites_few"},
	},
	"leaderboards only": {"proposal": _suites(["CMMLU", "公开榜单综合排名"]), "want": {"no_domain_suite", "public_only"}},
	"one leaderboard": {
		"proposal": _suites(["CMMLU"]),
		"want": {"suites_few", "no_domain_suite", "public_only"},
	},
	"public suites": {"proposal": _evals(_public), "want": {"public_only"}},
	"public suites, contaminated": {
		"proposal": _decontaminated({"id": "D1", "validation": {"decontaminated": false, "test_set_id": "D2"}}),
		"want": {"public_only"},
	},
	"public suites, decontaminated against nothing": {
		"proposal": _decontaminated({"id": "D1", "validation": {"decontaminated": true, "test_set_id": "D9"}}),
		"want": {"public_only"},
	},
	"a leaderboard that calls itself closed, and a public suite": {
		"proposal": _evals([object.union(_own, {"suite": "MMLU"}), object.union(_other, {"set_public": true})]),
		"want": {"public_only"},
	},
	"target at the baseline": {"proposal": _eval({"target": 78.5}), "want": {"target_same"}},
	"the target of an error rate at the baseline": {
		"proposal": _eval({"suite": "字错率评测", "baseline": 9, "value": 9, "target": 9}),
		"want": {"target_same"},
	},
	"target at the baseline, and worse until now": {
		"proposal": _eval({"target": 78.5, "value": 78.4}),
		"want": {"target_same", "below_baseline"},
	},
	"target below the baseline": {"proposal": _eval({"target": 70, "value": 70}), "want": {"target_backwards"}},
	"an error rate that goes up": {"proposal": _eval({"suite": "字错率评测"}), "want": {"target_backwards"}},
	"just below the baseline": {"proposal": _eval({"value": 78.4}), "want": {"below_baseline"}},
	"an error rate above its baseline": {
		"proposal": _eval({"suite": "漏检率评测", "baseline": 9, "value": 9.1, "target": 5}),
		"want": {"below_baseline"},
	},
	"a day after submission": {"proposal": _eval({"date": "2026-10-16"}), "want": {"measured_in_future"}},
	"a value of zero measured later": {
		"proposal": _eval({"suite": "漏检率", "baseline": 9, "value": 0, "target": 1, "date": "2028-05-31"}),
		"want": {"measured_in_future"},
	},
	"four suites of the same value": {
		"proposal": _evals([object.union(_other, {"suite": suite, "value": 86}) | some suite in ["a", "b", "c", "d"]]),
		"want": {"values_alike"},
	},
	"large, all by itself": {"proposal": object.union(_evals(_by("self")), _large), "want": {"self_evaluated"}},
	"large, one of two models by itself": {
		"proposal": object.union(_with([_model, object.union(_model, {"id": "M2", "evals": _by("self")})]), _large),
		"want": {"self_evaluated"},
	},
	"large, the only suite by itself": {
		"proposal": object.union(_evals([_own]), _large),
		"want": {"suites_few", "self_evaluated"},
	},
	"no effort named": {"proposal": _efficiency("综合性能"), "want": {"efficiency_unclear"}},
	"nothing at all": {"proposal": _first({"efficiency": {"metric": "延迟ms", "value": 0}}), "want": {"efficiency_nothing"}},
	"research without a plan": {
		"proposal": object.union(_unmeasured, {"project": {"stage": "research", "trl": {"current": 2, "target": 4}}}),
		"want": {"missing"},
	},
	"a plan, but at the pilot": {
		"proposal": object.union(object.union(_unmeasured, _later), {"project": {"stage": "pilot"}}),
		"want": {"missing"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

_missing := {
	"models": {"proposal": object.remove(_base, ["models"]), "want": ["models"]},
	"any model": {"proposal": _with([]), "want": ["models"]},
	"the day of submission": {"proposal": object.remove(_base, ["meta"]), "want": ["meta", "submitted_on"]},
	"the total, when all is evaluated by the applicant": {
		"proposal": object.remove(_evals(_by("self")), ["finance"]),
		"want": ["finance", "total_cny_wan"],
	},
	"the total, when one of two models is evaluated by the applicant": {
		"proposal": object.remove(_with([_model, object.union(_model, {"id": "M2", "evals": _by("self")})]), ["finance"]),
		"want": ["finance", "total_cny_wan"],
	},
	"evaluations": {"proposal": _evals([]), "want": ["models", 0, "evals"]},
	"evaluations, where the total is not said": {
		"proposal": object.remove(_evals([]), ["finance"]),
		"want": ["models", 0, "evals"],
	},
	"evaluations of a helper": {
		"proposal": _with([_model, object.remove(_helper, ["evals"])]),
		"want": ["models", 1, "evals"],
	},
	"efficiency metric": {
		"proposal": _with([object.union(object.remove(_model, ["efficiency"]), {"efficiency": {"value": 180}})]),
		"want": ["models", 0, "efficiency", "metric"],
	},
	"efficiency value": {
		"proposal": _with([object.union(object.remove(_model, ["efficiency"]), {"efficiency": {"metric": "延迟ms"}})]),
		"want": ["models", 0, "efficiency", "value"],
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	found == {{"code": "missing", "path": tc.want, "args": {}}}
}

test_fails_without_field[field] if {
	some field in ["suite", "baseline", "target", "value", "date", "evaluator", "set_public"]
	found := rule.findings with input.proposal as _evals([_other, object.remove(_own, [field])])
	found == {{"code": "missing", "path": ["models", 0, "evals", 1, field], "args": {}}}
}

# What each code says: where, about what else, with which values.
_said := {
	"suites_few": {
		"case": "one suite",
		"path": ["models", 0, "evals"],
		"args": {"model": "M1", "count": 1, "min": 2},
	},
	"no_domain_suite": {
		"case": "leaderboards only",
		"path": ["models", 0, "evals"],
		"args": {"model": "M1", "suites": ["CMMLU", "公开榜单综合排名"]},
	},
	"public_only": {
		"case": "public suites",
		"path": ["models", 0, "evals"],
		"related": [["models", 0, "evals", 0, "set_public"], ["models", 0, "evals", 1, "set_public"]],
		"args": {"model": "M1"},
	},
	"target_same": {
		"case": "target at the baseline",
		"path": ["models", 0, "evals", 0, "target"],
		"related": [["models", 0, "evals", 0, "baseline"]],
		"args": {"model": "M1", "suite": "果园独立测试集D2-test", "value": 78.5},
	},
	"target_backwards": {
		"case": "target below the baseline",
		"path": ["models", 0, "evals", 0, "target"],
		"related": [["models", 0, "evals", 0, "baseline"]],
		"args": {"model": "M1", "suite": "果园独立测试集D2-test", "target": 70, "baseline": 78.5},
	},
	"below_baseline": {
		"case": "just below the baseline",
		"path": ["models", 0, "evals", 0, "value"],
		"related": [["models", 0, "evals", 0, "baseline"]],
		"args": {"model": "M1", "suite": "果园独立测试集D2-test", "value": 78.4, "baseline": 78.5},
	},
	"measured_in_future": {
		"case": "a day after submission",
		"path": ["models", 0, "evals", 0, "date"],
		"related": [["meta", "submitted_on"]],
		"args": {"model": "M1", "suite": "果园独立测试集D2-test", "date": "2026-10-16", "limit": "2026-10-15"},
	},
	"values_alike": {
		"case": "four suites of the same value",
		"path": ["models", 0, "evals"],
		"related": [],
		"args": {"model": "M1", "flaw": {"term": "measures_all_equal"}, "value": 86, "n": 4},
	},
	"self_evaluated": {
		"case": "large, all by itself",
		"path": ["models", 0, "evals"],
		"related": [
			["models", 0, "evals", 0, "evaluator"], ["models", 0, "evals", 1, "evaluator"], ["finance", "total_cny_wan"],
		],
		"args": {"model": "M1", "min_wan": 1000},
	},
	"efficiency_unclear": {
		"case": "no effort named",
		"path": ["models", 0, "efficiency", "metric"],
		"args": {"model": "M1", "metric": "综合性能"},
	},
	"efficiency_nothing": {
		"case": "nothing at all",
		"path": ["models", 0, "efficiency", "value"],
		"args": {"model": "M1"},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	found := rule.findings with input.proposal as _failing[tc.case].proposal
	want in found
}

# What has no name is called by its place in the list.
test_names_model_and_suite_by_place if {
	unnamed := object.union(object.remove(_model, ["id"]), {"evals": [_other, object.remove(
		object.union(_own, {"date": "2026-10-16"}),
		["suite"],
	)]})
	found := rule.findings with input.proposal as _with([_model, unnamed])
	{[f.args.model, f.args.suite] | some f in found; f.code == "measured_in_future"} == {[2, 2]}
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_without_model if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}
