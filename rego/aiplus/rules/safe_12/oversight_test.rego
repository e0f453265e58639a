package aiplus.rules.safe_12_test

import data.aiplus.rules.safe_12 as rule

_tiers := [
	{"action_zh": "查询办理进度", "tier": "autonomous", "irreversible": false},
	{"action_zh": "变更联系方式", "tier": "user_authorised"},
	{"action_zh": "赔付结论", "tier": "user_only", "irreversible": true},
]

_oversight := {
	"tiers": _tiers,
	"override": true,
	"reviewer_role": "domain",
	"reviewers": 12,
	"sample_review_pct": 3,
	"stop_min": 10,
}

_scenario := {
	"id": "S1",
	"subject": "natural_person",
	"decision_impact": "significant",
	"autonomy_level": 3,
	"human_role": "on_loop",
	"cases_annual": 420000,
}

_base := {
	"project": {"type": "application"},
	"applicant": {"employees": 12},
	"scenarios": [_scenario],
	"models": [{"id": "M1", "output_modalities": ["text"]}],
	"safety": {"oversight": _oversight},
	"talent": {"team": [{"id": "T1", "role": ["pi"], "fte": 1}, {"id": "T7", "role": ["domain"], "fte": 1}]},
}

_with(edit) := object.union(_base, edit)

_stated(edit) := _with({"safety": {"oversight": edit}})

_scene(edit) := _with({"scenarios": [object.union(_scenario, edit)]})

_without(path) := json.remove(_base, [path])

# A robot: actions on equipment.
_robot(stop) := object.union(
	_stated({"stop_min": stop}),
	{
		"models": [{"id": "M1", "output_modalities": ["text"]}, {"id": "M2", "output_modalities": ["text", "action"]}],
		"scenarios": [_scenario, object.union(_scenario, {"subject": "equipment"})],
	},
)

_passing := {
	"three tiers, a sample, people to look": _base,
	"two tiers": _stated({"tiers": [_tiers[1], _tiers[2]]}),
	"only the user acts, where the system advises": object.union(
		_scene({"autonomy_level": 2}),
		{"safety": {"oversight": {"tiers": [_tiers[2]]}}},
	),
	"a robot that stops in a minute": _robot(1),
	"actions on records stop in ten": object.union(_base, {"models": [{"output_modalities": ["action"]}]}),
	"advice on machines stops in ten": _scene({"subject": "equipment"}),
	"reviewers of a partner": object.union(
		_stated({"reviewers": 15}),
		{"partners": [{"employees": 3}, {"name": "乙"}]},
	),
	"no sample, where people see every case": object.union(
		_scene({"human_role": "in_loop"}),
		{"safety": {"oversight": {"sample_review_pct": 0}}},
	),
	"on the loop of what acts by itself": _scene({"autonomy_level": 4}),
	"out of the loop at level 3": _scene({"human_role": "out_of_loop"}),
	"out of the loop of advice": _scene({"human_role": "out_of_loop", "autonomy_level": 5, "decision_impact": "advisory"}),
	"no models in a data set": json.remove(_with({"project": {"type": "dataset"}}), ["models"]),
	"only the user does it, and whether it can be undone is not said": _stated({"tiers": [
		_tiers[0],
		_tiers[1],
		object.remove(_tiers[2], ["irreversible"]),
	]}),
	"scrapping when the user allows it": _stated({"tiers": array.concat(_tiers, [{
		"action_zh": "报废整批",
		"tier": "user_authorised",
		"irreversible": false,
	}])}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["safety", "oversight", field]

test_fails_without[path] if {
	some path, want in {
		"safety/oversight": ["safety", "oversight"],
		"safety/oversight/tiers": _at("tiers"),
		"safety/oversight/override": _at("override"),
		"safety/oversight/reviewer_role": _at("reviewer_role"),
		"safety/oversight/reviewers": _at("reviewers"),
		"safety/oversight/sample_review_pct": _at("sample_review_pct"),
		"safety/oversight/stop_min": _at("stop_min"),
		"safety/oversight/tiers/0/action_zh": ["safety", "oversight", "tiers", 0, "action_zh"],
		"safety/oversight/tiers/1/tier": ["safety", "oversight", "tiers", 1, "tier"],
		"safety/oversight/tiers/0/irreversible": ["safety", "oversight", "tiers", 0, "irreversible"],
		"scenarios": ["scenarios"],
		"scenarios/0/subject": ["scenarios", 0, "subject"],
		"scenarios/0/decision_impact": ["scenarios", 0, "decision_impact"],
		"scenarios/0/autonomy_level": ["scenarios", 0, "autonomy_level"],
		"scenarios/0/human_role": ["scenarios", 0, "human_role"],
		"scenarios/0/cases_annual": ["scenarios", 0, "cases_annual"],
		"models": ["models"],
		"models/0/output_modalities": ["models", 0, "output_modalities"],
		"talent": ["talent", "team"],
		"applicant": ["applicant", "employees"],
	}
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as _without(path)
	want in got
}

# Leaving open what is moved, or who looks on, is no way to a looser limit.
test_fails_as_before_without[name] if {
	some name, tc in {
		"what the model puts out": {"proposal": json.remove(_robot(2), ["models/1/output_modalities"]), "code": "stop_slow"},
		"on what it acts": {"proposal": json.remove(_robot(2), ["scenarios/1/subject"]), "code": "stop_slow"},
		"the role of people": {
			"proposal": json.remove(_stated({"sample_review_pct": 0}), ["scenarios/0/human_role"]),
			"code": "nothing_sampled",
		},
	}
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	tc.code in got
}

_failing := {
	"everything by itself": {
		"proposal": _stated({"tiers": [_tiers[0]]}),
		"want": {["nothing_reserved", _at("tiers"), [], {}]},
	},
	"an agent that does nothing": {
		"proposal": _stated({"tiers": [_tiers[2]]}),
		"want": {[
			"acts_unlisted", _at("tiers"), [["scenarios", 0, "autonomy_level"]],
			{"scenario": "S1", "level": 3},
		]},
	},
	"what cannot be undone": {
		"proposal": _stated({"tiers": array.concat(_tiers, [{"action_zh": "报废整批", "tier": "autonomous", "irreversible": true}])}),
		"want": {[
			"irreversible_alone",
			["safety", "oversight", "tiers", 3, "tier"],
			[["safety", "oversight", "tiers", 3, "irreversible"]],
			{"action": "报废整批"},
		]},
	},
	"what cannot be undone, whatever is said": {
		"proposal": _stated({"tiers": array.concat(_tiers, [{"action_zh": "报废整批", "tier": "autonomous", "irreversible": false}])}),
		"want": {[
			"irreversible_in_words",
			["safety", "oversight", "tiers", 3, "irreversible"],
			[["safety", "oversight", "tiers", 3, "action_zh"]],
			{"action": "报废整批", "words": "报废"},
		]},
	},
	"no way to overrule it": {
		"proposal": _stated({"override": false}),
		"want": {["no_override", _at("override"), [], {}]},
	},
	"stopped too late": {
		"proposal": _stated({"stop_min": 10.5}),
		"want": {["stop_slow", _at("stop_min"), [], {"stop": 10.5, "max": 10}]},
	},
	"a robot that is stopped too late": {
		"proposal": _robot(1.5),
		"want": {[
			"stop_slow", _at("stop_min"), [["models", 1, "output_modalities"], ["scenarios", 1, "subject"]],
			{"stop": 1.5, "max": 1},
		]},
	},
	"reviewers nobody knows": {
		"proposal": _stated({"reviewer_role": "全体专家"}),
		"want": {["reviewer_role_unknown", _at("reviewer_role"), [], {"id": "全体专家"}]},
	},
	"nobody reviews": {
		"proposal": _stated({"reviewers": 0}),
		"want": {["no_reviewers", _at("reviewers"), [], {}]},
	},
	"more reviewers than staff": {
		"proposal": object.union(_stated({"reviewers": 16}), {"partners": [{"employees": 3}, {"name": "乙"}]}),
		"want": {[
			"reviewers_above_staff", _at("reviewers"), [["applicant", "employees"], ["partners", 0, "employees"]],
			{"reviewers": 16, "staff": 15},
		]},
	},
	"a stamp": {
		"proposal": _scene({"human_role": "in_loop", "cases_annual": 1200001}),
		"want": {[
			"rubber_stamp", _at("reviewers"), [_at("sample_review_pct"), ["scenarios", 0, "cases_annual"]],
			{"reviews": 401, "reviewers": 12, "max": 400},
		]},
	},
	"nobody looks": {
		"proposal": _stated({"sample_review_pct": 0}),
		"want": {["nothing_sampled", _at("sample_review_pct"), [["scenarios", 0, "human_role"]], {}]},
	},
	"people out of the loop": {
		"proposal": _scene({"human_role": "out_of_loop", "autonomy_level": 4}),
		"want": {[
			"out_of_loop",
			["scenarios", 0, "human_role"],
			[["scenarios", 0, "autonomy_level"], ["scenarios", 0, "decision_impact"]],
			{"scenario": "S1", "level": 4},
		]},
	},
	"oversight with nothing in it": {
		"proposal": object.union(_without("safety"), {"safety": {"oversight": {}}}),
		"want": {["missing", ["safety", "oversight"], [], {}]},
	},
	"oversight with only a stop in it": {
		"proposal": object.union(_without("safety"), {"safety": {"oversight": {"stop_min": 10}}}),
		"want": {["missing", _at(field), [], {}] | some field in (object.keys(_oversight) - {"stop_min"})},
	},
	"what cannot be undone, and is not named": {
		"proposal": _stated({"tiers": array.concat(_tiers, [{"tier": "autonomous", "irreversible": true}])}),
		"want": {
			["missing", ["safety", "oversight", "tiers", 3, "action_zh"], [], {}],
			[
				"irreversible_alone", ["safety", "oversight", "tiers", 3, "tier"],
				[["safety", "oversight", "tiers", 3, "irreversible"]], {"action": 4},
			],
		},
	},
	"a robot in the open that is stopped too late": {
		"proposal": object.union(_robot(1.5), {"scenarios": [_scenario, object.union(_scenario, {"subject": "environment"})]}),
		"want": {[
			"stop_slow", _at("stop_min"), [["models", 1, "output_modalities"], ["scenarios", 1, "subject"]],
			{"stop": 1.5, "max": 1},
		]},
	},
	"a team in an empty list": {
		"proposal": _with({"talent": {"team": []}}),
		"want": {["missing", ["talent", "team"], [], {}]},
	},
	"reviewers that the only one of the team is not": {
		"proposal": _with({"talent": {"team": [{"id": "T1", "role": ["pi"], "fte": 1}]}}),
		"want": {["reviewer_role_unknown", _at("reviewer_role"), [], {"id": "domain"}]},
	},
	"people out of the loop of a scenario without an id": {
		"proposal": _with({"scenarios": [_scenario, object.union(
			object.remove(_scenario, ["id"]),
			{"human_role": "out_of_loop", "autonomy_level": 4},
		)]}),
		"want": {[
			"out_of_loop",
			["scenarios", 1, "human_role"],
			[["scenarios", 1, "autonomy_level"], ["scenarios", 1, "decision_impact"]],
			{"scenario": 2, "level": 4},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_applies[name] if {
	some name, proposal in {
		"an agent": _scene({"decision_impact": "none"}),
		"people": _scene({"autonomy_level": 1}),
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as _scene({"autonomy_level": 2, "decision_impact": "advisory"})
}
