package aiplus.rules.safe_15_test

import data.aiplus.rules.safe_15 as rule

_scenario := {"id": "S1", "public_facing": false, "subject": "equipment", "decision_impact": "significant"}

# Three per cent of the total, and half a post.
_base := {
	"project": {"type": "application", "stage": "pilot"},
	"applicant": {"size": "large", "employees": 4200},
	"scenarios": [_scenario],
	"models": [{"id": "M1", "generative": true}],
	"safety": {"investment": {"budget_cny_wan": 30, "fte": 0.5}, "monitoring": {"coverage": "8x5"}},
	"finance": {"total_cny_wan": 1000, "items": [
		{"category": "personnel", "amount": 300},
		{"category": "safety", "amount": 20},
		{"category": "safety", "amount": 10},
	]},
	"talent": {"team": [
		{"id": "T1", "role": ["pi", "ethics"], "fte": 0.2},
		{"id": "T2", "role": ["security", "ethics"], "fte": 0.3},
		{"id": "T3", "role": ["ai"], "fte": 1},
	]},
}

_with(edit) := object.union(_base, edit)

_without(path) := json.remove(_base, [path])

_spent(wan) := {
	"safety": {"investment": {"budget_cny_wan": wan}},
	"finance": {"items": [{"category": "safety", "amount": wan}]},
}

_open := {"scenarios": [object.union(_scenario, {"public_facing": true})]}

_about_people := {"scenarios": [object.union(_scenario, {"subject": "natural_person"})]}

_small := {"applicant": {"size": "na", "employees": 12}}

# All three costly promises, on the money for two of them.
_promising := object.union(_with(_spent(29.99)), {
	"finance": {"total_cny_wan": 500},
	"models": [
		{"id": "M1", "generative": true, "robustness": [{"threat": "drift"}]},
		{"id": "M2", "generative": true, "robustness": [{"threat": "ood"}, {"threat": "jailbreak"}]},
	],
	"safety": {
		"data_security": {"mlps_level": 3},
		"monitoring": {"coverage": "24x7"},
	},
})

_passing := {
	"three per cent": _base,
	"five per cent for the public": object.union(_with(_spent(50)), _open),
	"five per cent where people are concerned": object.union(_with(_spent(50)), _about_people),
	"a fifth of a post for a small applicant": object.union(
		_with(_small),
		{"safety": {"investment": {"fte": 0.2}}},
	),
	"all promises, and the money": object.union(_promising, _spent(30)),
	"two promises: no attacks": object.union(_promising, {"models": [{"id": "M1", "generative": false}]}),
	"two promises: level 2": object.union(_promising, {"safety": {"data_security": {"mlps_level": 2}}}),
	"two promises: no data": object.union(_promising, {
		"project": {"type": "compute_facility"},
		"models": [{"id": "M1", "origin": "third_party_api", "generative": true, "robustness": [{"threat": "jailbreak"}]}],
	}),
	"two promises: office hours": object.union(_promising, {"safety": {"monitoring": {"coverage": "8x5"}}}),
	"two promises: not in use": object.union(_promising, {"project": {"stage": "research"}}),
	"two promises: other threats": object.union(_promising, {"models": [{
		"generative": true,
		"robustness": [{"threat": "extraction"}],
	}]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_money := ["safety", "investment", "budget_cny_wan"]

_time := ["safety", "investment", "fte"]

test_fails_without[path] if {
	some path, want in {
		"safety/investment/budget_cny_wan": _money,
		"safety/investment/fte": _time,
		"finance/total_cny_wan": ["finance", "total_cny_wan"],
		"finance/items": ["finance", "items"],
		"talent": ["talent", "team"],
		"scenarios": ["scenarios"],
		"scenarios/0/public_facing": ["scenarios", 0, "public_facing"],
		"scenarios/0/subject": ["scenarios", 0, "subject"],
		"scenarios/0/decision_impact": ["scenarios", 0, "decision_impact"],
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": want, "args": {}}}
}

# Who spends five per cent need not show who is concerned.
test_passes_without_who_is_concerned[path] if {
	some path in ["scenarios", "scenarios/0/public_facing", "scenarios/0/subject", "scenarios/0/decision_impact"]
	got := rule.findings with input.proposal as json.remove(_with(_spent(50)), [path])
	got == set()
}

# Of a list without entries nothing else is said.
test_fails_with_an_empty_list_once[name] if {
	some name, tc in {
		"items of the budget": {"edit": {"finance": {"items": []}}, "want": ["finance", "items"]},
		"people of the team": {"edit": {"talent": {"team": []}}, "want": ["talent", "team"]},
	}
	got := rule.findings with input.proposal as _with(tc.edit)
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

# Each of the two attacks by words is one, and a list without tests leaves it open.
test_promises_to_withstand_attacks[name] if {
	some name, tests in {
		"injected prompts": [{"threat": "prompt_injection"}],
		"jailbreaks": [{"threat": "jailbreak"}],
		"no tests yet": [],
	}
	proposal := object.union(_promising, {"models": [{"id": "M1", "generative": true, "robustness": tests}]})
	got := {f.code | some f in rule.findings} with input.proposal as proposal
	got == {"promises_unpaid"}
}

# What is left open counts as promised.
test_fails_as_before_without[path] if {
	some path in [
		"safety/data_security",
		"safety/monitoring",
		"models/1/robustness",
		"models/1/robustness/1/threat",
	]
	got := {f.code | some f in rule.findings} with input.proposal as json.remove(_promising, [path])
	got == {"promises_unpaid"}
}

_failing := {
	"less than three per cent": {
		"proposal": _with(_spent(29.99)),
		"want": {[
			"budget_low", _money, [["finance", "total_cny_wan"]],
			{"wan": 29.99, "total_wan": 1000, "min": 3},
		]},
	},
	"less than five per cent for the public": {
		"proposal": object.union(_with(_spent(49.99)), _open),
		"want": {[
			"budget_low", _money, [["finance", "total_cny_wan"], ["scenarios", 0, "public_facing"]],
			{"wan": 49.99, "total_wan": 1000, "min": 5},
		]},
	},
	"less than five per cent where people are concerned": {
		"proposal": object.union(_with(_spent(49.99)), _about_people),
		"want": {[
			"budget_low", _money, [["finance", "total_cny_wan"], ["scenarios", 0, "decision_impact"]],
			{"wan": 49.99, "total_wan": 1000, "min": 5},
		]},
	},
	"not what the budget holds": {
		"proposal": _with({"safety": {"investment": {"budget_cny_wan": 60}}}),
		"want": {[
			"budget_mismatch", _money, [["finance", "items"]],
			{"stated_wan": 60, "budgeted_wan": 30, "category": {"term": "item_safety"}},
		]},
	},
	"not what the only item holds": {
		"proposal": object.union(
			_with({"safety": {"investment": {"budget_cny_wan": 60}}}),
			{"finance": {"items": [{"category": "safety", "amount": 30}]}},
		),
		"want": {[
			"budget_mismatch", _money, [["finance", "items"]],
			{"stated_wan": 60, "budgeted_wan": 30, "category": {"term": "item_safety"}},
		]},
	},
	"three promises on the money for two": {
		"proposal": _promising,
		"want": {[
			"promises_unpaid",
			_money,
			[["models", 1, "robustness"], ["safety", "data_security", "mlps_level"], ["safety", "monitoring", "coverage"]],
			{"wan": 29.99, "min": 30, "promises": [
				{"term": "promise_mlps"},
				{"term": "promise_attacks"},
				{"term": "promise_watch"},
			]},
		]},
	},
	"less than half a post": {
		"proposal": _with({"safety": {"investment": {"fte": 0.49}}}),
		"want": {["fte_low", _time, [], {"fte": 0.49, "min": 0.5}]},
	},
	"less than a fifth of a post": {
		"proposal": object.union(_with(_small), {"safety": {"investment": {"fte": 0.19}}}),
		"want": {["fte_low", _time, [], {"fte": 0.19, "min": 0.2}]},
	},
	"more than the only one of the team has": {
		"proposal": object.union(
			_with({"safety": {"investment": {"fte": 0.51}}}),
			{"talent": {"team": [{"id": "T2", "role": ["security"], "fte": 0.5}]}},
		),
		"want": {["fte_unstaffed", _time, [["talent", "team"]], {"fte": 0.51, "team": 0.5}]},
	},
	"more than the team has": {
		"proposal": _with({"safety": {"investment": {"fte": 0.51}}}),
		"want": {["fte_unstaffed", _time, [["talent", "team"]], {"fte": 0.51, "team": 0.5}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as {}
}

test_does_not_apply_without_the_flag if {
	not rule.applies with data.aiplus.flags.all as false
}
