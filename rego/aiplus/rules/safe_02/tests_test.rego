package aiplus.rules.safe_02_test

import data.aiplus.rules.safe_02 as rule

_test(threat, n, pass, target) := {"threat": threat, "n": n, "pass_pct": pass, "target_pct": target, "date": "2026-10-05"}

_tests := [
	_test("ood", 400, 93.5, 90),
	_test("drift", 600, 91.2, 90),
	_test("adversarial", 300, 84, 80),
	_test("poisoning", 200, 95.5, 95),
]

_vision := {
	"id": "M1", "origin": "fine_tuned", "generative": false, "params_b": 0.02,
	"output_modalities": ["score"], "robustness": _tests,
}

_chat := {
	"id": "M2", "origin": "fine_tuned", "generative": true, "params_b": 14, "output_modalities": ["text"],
	"robustness": [
		_test("prompt_injection", 1200, 97.6, 95),
		_test("jailbreak", 800, 98.1, 97),
		_test("extraction", 300, 99, 98),
		_test("poisoning", 260, 96.2, 95),
	],
}

_bought := object.union(_chat, {"origin": "third_party_api", "robustness": array.slice(_chat.robustness, 0, 3)})

_from_partner := {
	"id": "D2", "purpose": ["finetune"], "source": "agreement", "rights": {"hold": ["P1"]},
}

_own := {"id": "D1", "purpose": ["finetune"], "source": "collected", "rights": {"hold": ["applicant"]}}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"models": [_vision],
	"data": {"datasets": [_own, _from_partner]},
	"finance": {"items": [{"category": "testing", "amount": 3}]},
	"governance": {"review": {"change_triggers_zh": ["法规变更", "模型版本更新"]}},
}

_early := {"project": {"stage": "prototype"}}

_milestone := {"id": "N1", "due": "2027-03-31", "accept_zh": "第三方测试通过率≥90%"}

_edited(edit) := object.union(_base, edit)

_with(models) := _edited({"models": models})

_model(changes) := _with([object.union(_vision, changes)])

_tested(tests) := _model({"robustness": tests})

# The first test changed.
_first(changes) := _tested(array.concat([object.union(_tests[0], changes)], array.slice(_tests, 1, 4)))

_first_without(field) := _tested(array.concat([object.remove(_tests[0], [field])], array.slice(_tests, 1, 4)))

_only(threats) := _tested([test | some test in _tests; test.threat in threats])

_own_data(proposal) := object.union(proposal, {"data": {"datasets": [_own]}})

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"one model": _base,
	"a generative model": _with([_vision, _chat]),
	"a model that is bought learns from nobody": _with([_bought]),
	"data of one's own, no poisoning": _own_data(_only({"ood", "drift", "adversarial"})),
	"weights of others learn from nobody": object.union(
		_only({"ood", "drift", "adversarial"}),
		{"models": [object.union(_vision, {
			"origin": "third_party_weights",
			"robustness": array.slice(_tests, 0, 3),
		})]},
	),
	"data nobody learns from": object.union(
		_only({"ood", "drift", "adversarial"}),
		{"data": {"datasets": [object.union(_from_partner, {"purpose": ["eval"]})]}},
	),
	"a sample of 100": _first({"n": 100}),
	"a full score on enough": _first({"n": 100, "pass_pct": 100}),
	"the target just reached": _first({"pass_pct": 90}),
	"tested on the day of submission": _first({"date": "2026-10-15"}),
	"money for safety": _edited({"finance": {"items": [{"category": "safety", "amount": 1}]}}),
	"a milestone instead of a trigger": _edited({
		"governance": {"review": {"change_triggers_zh": ["法规变更"]}},
		"plan": {"milestones": [_milestone]},
	}),
	"a trigger in English": _edited({"governance": {"review": {"change_triggers_zh": ["New version of a MODEL"]}}}),
	"before the pilot, a plan instead of tests": object.union(
		_with([object.remove(_vision, ["robustness"])]),
		object.union(_early, {"plan": {"milestones": [_milestone]}}),
	),
	"before the pilot, tests to come": object.union(
		_tested([object.union(object.remove(test, ["pass_pct"]), {"date": "2027-01-31"}) | some test in _tests]),
		_early,
	),
	"before the pilot, below the target": object.union(_first({"pass_pct": 70}), _early),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"nothing": {"proposal": {}, "codes": ["missing", "missing"]},
	"no models": {"proposal": _with([]), "codes": ["missing"]},
	"no tests": {"proposal": _with([object.remove(_vision, ["robustness"])]), "codes": ["missing"]},
	"no tests at the pilot, with a plan": {
		"proposal": object.union(
			_with([object.remove(_vision, ["robustness"])]),
			{"plan": {"milestones": [_milestone]}},
		),
		"codes": ["missing"],
	},
	"no tests before the pilot, without a plan": {
		"proposal": object.union(_with([object.remove(_vision, ["robustness"])]), _early),
		"codes": ["missing"],
	},
	"a test without result at the pilot": {"proposal": _first_without("pass_pct"), "codes": ["missing"]},
	"a test to come at the pilot": {
		"proposal": _tested(array.concat(
			[object.union(object.remove(_tests[0], ["pass_pct"]), {"date": "2027-01-31"})],
			array.slice(_tests, 1, 4),
		)),
		"codes": ["missing", "tested_in_future"],
	},
	"a test of the past without result before the pilot": {
		"proposal": object.union(_first_without("pass_pct"), _early),
		"codes": ["missing"],
	},
	"a test on the day of submission without result, before the pilot": {
		"proposal": object.union(
			_tested(array.concat(
				[object.union(object.remove(_tests[0], ["pass_pct"]), {"date": "2026-10-15"})],
				array.slice(_tests, 1, 4),
			)),
			_early,
		),
		"codes": ["missing"],
	},
	"a list without tests": {"proposal": _tested([]), "codes": ["missing"]},
	"one test": {"proposal": _tested([_tests[0]]), "codes": ["threat_untested", "threats_few"]},
	"not said whether it generates": {"proposal": _with([object.remove(_vision, ["generative"])]), "codes": ["missing"]},
	"a threat not named": {"proposal": _first_without("threat"), "codes": ["missing"]},
	"one of two threats not named": {
		"proposal": _tested([_tests[0], object.remove(_tests[1], ["threat"])]),
		"codes": ["missing"],
	},
	"a threat not named, on few": {
		"proposal": _tested(array.concat(
			[object.union(object.remove(_tests[0], ["threat"]), {"n": 20})],
			array.slice(_tests, 1, 4),
		)),
		"codes": ["missing", "sample_small"],
	},
	"two threats": {"proposal": _only({"ood", "poisoning"}), "codes": ["threats_few"]},
	"the same threat three times": {
		"proposal": _tested([_tests[0], _tests[0], _tests[0], _tests[3]]),
		"codes": ["threats_few"],
	},
	"a camera tested for jailbreaks": {
		"proposal": _tested(array.concat(_tests, [_test("jailbreak", 400, 98, 95)])),
		"codes": ["threat_unfit"],
	},
	"a threat that fits does not replace one that does not": {
		"proposal": _tested([_tests[0], _tests[3], _test("jailbreak", 400, 98, 95)]),
		"codes": ["threat_unfit", "threats_few"],
	},
	"a generative model without its threats": {
		"proposal": _with([object.union(_chat, {"robustness": _tests})]),
		"codes": ["threat_untested"],
	},
	"text from a model that is said not to generate": {
		"proposal": _with([object.union(_chat, {"generative": false, "robustness": _tests})]),
		"codes": ["threat_untested"],
	},
	"data of others, no poisoning": {"proposal": _only({"ood", "drift", "adversarial"}), "codes": ["threat_untested"]},
	"data of unknown purpose, no poisoning": {
		"proposal": object.union(
			_only({"ood", "drift", "adversarial"}),
			{"data": {"datasets": [object.remove(_from_partner, ["purpose"])]}},
		),
		"codes": ["threat_untested"],
	},
	"nothing about recognition": {
		"proposal": _tested([_tests[3], _test("extraction", 200, 90, 90), object.union(_tests[3], {"n": 300})]),
		"codes": ["recognition_untested", "threats_few"],
	},
	"a sample of 99": {"proposal": _first({"n": 99}), "codes": ["sample_small"]},
	"a target of nothing": {"proposal": _first({"target_pct": 0}), "codes": ["target_zero"]},
	"below the target": {"proposal": _first({"pass_pct": 89.9}), "codes": ["target_missed"]},
	"a full score on a handful": {
		"proposal": _first({"n": 20, "pass_pct": 100}),
		"codes": ["results_implausible", "sample_small"],
	},
	"a full score on nothing": {
		"proposal": _first({"n": 0, "pass_pct": 100}),
		"codes": ["results_implausible", "sample_small"],
	},
	"nothing passed anywhere": {
		"proposal": _tested([object.union(test, {"pass_pct": 0}) | some test in _tests]),
		"codes": ["results_implausible", "target_missed", "target_missed", "target_missed", "target_missed"],
	},
	"full scores everywhere": {
		"proposal": _tested([object.union(test, {"pass_pct": 100}) | some test in _tests]),
		"codes": ["results_implausible"],
	},
	"tested after the submission": {"proposal": _first({"date": "2026-10-16"}), "codes": ["tested_in_future"]},
	"a result before the test": {
		"proposal": object.union(_first({"date": "2026-12-01"}), _early),
		"codes": ["tested_in_future"],
	},
	"no money": {
		"proposal": _edited({"finance": {"items": [{"category": "equipment", "amount": 3}]}}),
		"codes": ["tests_unfunded"],
	},
	"a budget without items": {"proposal": _edited({"finance": {"items": []}}), "codes": ["missing"]},
	"no models, and no review": {
		"proposal": object.remove(_with([]), ["governance"]),
		"codes": ["missing"],
	},
	"no budget": {"proposal": object.remove(_base, ["finance"]), "codes": ["missing"]},
	"nothing when the model changes": {
		"proposal": _edited({"governance": {"review": {"change_triggers_zh": ["法规变更"]}}}),
		"codes": ["retest_unplanned"],
	},
	"no review": {"proposal": object.remove(_base, ["governance"]), "codes": ["retest_unplanned"]},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

test_each_field_is_needed[field] if {
	some field in ["threat", "n", "target_pct", "date"]
	_findings(_first_without(field)) == {{"code": "missing", "path": ["models", 0, "robustness", 0, field], "args": {}}}
}

# Where the first test has no result, or no sample, the second is still found.
test_an_implausible_result_is_found_in_its_place[field] if {
	some field in ["pass_pct", "n"]
	tests := [object.remove(_tests[0], [field]), object.union(_tests[1], {"n": 20, "pass_pct": 100}), _tests[2], _tests[3]]
	some finding in _findings(_tested(tests))
	finding.code == "results_implausible"
	finding.path == ["models", 0, "robustness", 1, "pass_pct"]
}

test_a_list_is_named_as_a_whole if {
	some finding in _findings(_tested([object.union(test, {"pass_pct": 100}) | some test in _tests]))
	finding.path == ["models", 0, "robustness"]
}

test_names_a_model_without_id if {
	some finding in _findings(_with([object.remove(object.union(_vision, {"robustness": []}), ["id"]), object.remove(_chat, ["id"])])) with data.aiplus.thresholds.safety_threats_min.value as 9
	finding.code == "threats_few"
	finding.args.model == 2
}

test_applies_with_a_model if rule.applies with input.proposal as _base

test_does_not_apply_without if rule.applies == false with input.proposal as {"project": {"type": "compute_facility"}}
