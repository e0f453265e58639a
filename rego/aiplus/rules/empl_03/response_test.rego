package aiplus.rules.empl_03_test

import data.aiplus.rules.empl_03 as rule

_response := {
	"triggers": [
		{"metric_zh": "转岗人员在岗率(%)", "threshold": 85, "action_zh": "二次转岗"},
		{"metric_zh": "劳动争议(件/季)", "threshold": 0, "action_zh": "暂停下一批调整"},
	],
	"redeploy_positions": 58,
	"transition_budget_cny_wan": 28.8,
	"support_zh": "45岁以上人员一对一帮扶",
	"owner": "T1",
}

_base := {
	"applicant": {"employees": 4200},
	"employment": {
		"assessment": {"scope_headcount": 96},
		"occupations": [
			{"id": "O1", "headcount": 60, "effect": "displace", "redeploy": 58, "retrain": 2, "exit": 0},
			{"id": "O2", "headcount": 36, "effect": "transform", "redeploy": 0, "retrain": 36, "exit": 0},
		],
		"response": _response,
	},
	"talent": {"team": [{"id": "T1", "role": ["hr"], "fte": 0.5}, {"id": "T2", "role": ["pi"], "fte": 0.5}]},
	"finance": {"items": [
		{"category": "training", "amount": 20},
		{"category": "personnel", "amount": 8.8},
		{"category": "other", "amount": 90},
	]},
}

_with(edit) := object.union(_base, edit)

_responding(edit) := _with({"employment": {"response": edit}})

_without(path) := json.remove(_base, [path])

# Thirty people whose work changes and who all stay in their posts.
_everybody_stays := _with({"employment": {
	"occupations": [{"id": "O1", "headcount": 30, "effect": "augment", "exposure": "g3", "redeploy": 0, "retrain": 0, "exit": 0}],
	"response": {"transition_budget_cny_wan": 0, "redeploy_positions": 0},
}})

_passing := {
	"as it should be": _base,
	"more than enough": _responding({"redeploy_positions": 80, "transition_budget_cny_wan": 28.8}),
	"nobody moves and no money for it": _everybody_stays,
	"nobody moves and no budget at all": json.remove(_everybody_stays, ["finance"]),
	"a trigger at 0": _responding({"triggers": [
		{"metric_zh": "甲", "threshold": 0, "action_zh": "丙"},
		{"metric_zh": "乙", "threshold": -1.5, "action_zh": "丁"},
	]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"employment": {["employment", "response"], ["employment", "occupations"]},
	"employment/response": {["employment", "response"]},
	"employment/response/triggers": {["employment", "response", "triggers"]},
	"employment/response/triggers/1/metric_zh": {["employment", "response", "triggers", 1, "metric_zh"]},
	"employment/response/triggers/1/threshold": {["employment", "response", "triggers", 1, "threshold"]},
	"employment/response/triggers/1/action_zh": {["employment", "response", "triggers", 1, "action_zh"]},
	"employment/response/redeploy_positions": {["employment", "response", "redeploy_positions"]},
	"employment/response/transition_budget_cny_wan": {["employment", "response", "transition_budget_cny_wan"]},
	"employment/response/support_zh": {["employment", "response", "support_zh"]},
	"employment/response/owner": {["employment", "response", "owner"]},
	"employment/occupations": {["employment", "occupations"]},
	"employment/occupations/1/redeploy": {["employment", "occupations", 1, "redeploy"]},
	"employment/occupations/1/retrain": {["employment", "occupations", 1, "retrain"]},
	"finance": {["finance", "items"]},
	"finance/items": {["finance", "items"]},
}

test_fails_without[path] if {
	some path, want in _missing
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

test_fails_with_nothing_in[name] if {
	some name, tc in {
		"the response": {
			"proposal": object.union(_without("employment/response"), {"employment": {"response": {}}}),
			"want": ["employment", "response"],
		},
		"the budget, of one 万元": {
			"proposal": json.remove(object.union(_everybody_stays, {"employment": {"response": {"transition_budget_cny_wan": 1}}}), ["finance"]),
			"want": ["finance", "items"],
		},
		"the budget": {"proposal": _with({"finance": {"items": []}}), "want": ["finance", "items"]},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

test_fails_with_an_owner_and_no_more if {
	proposal := object.union(_without("employment/response"), {"employment": {"response": {"owner": "T1"}}})
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": ["employment", "response", field], "args": {}} |
		some field, _ in object.remove(_response, ["owner"])
	}
}

test_fails_without_numbers_in_triggers if {
	got := rule.findings with input.proposal as _responding({"triggers": [object.remove(t, ["threshold"]) | some t in _response.triggers]})
	got == {{"code": "missing", "path": ["employment", "response", "triggers", i, "threshold"], "args": {}} | some i in [0, 1]}
}

_field(name) := ["employment", "response", name]

_redeployed := [["employment", "occupations", 0, "redeploy"]]

_moved := array.concat(_redeployed, [
	["employment", "occupations", 0, "retrain"],
	["employment", "occupations", 1, "retrain"],
])

_failing := {
	"one trigger": {
		"proposal": _responding({"triggers": [_response.triggers[0]]}),
		"want": {["triggers_few", _field("triggers"), [], {"count": 1, "min": 2}]},
	},
	"one trigger twice": {
		"proposal": _responding({"triggers": [_response.triggers[0], object.union(_response.triggers[0], {"threshold": 80})]}),
		"want": {["triggers_few", _field("triggers"), [], {"count": 1, "min": 2}]},
	},
	"a post too few": {
		"proposal": _responding({"redeploy_positions": 57}),
		"want": {["positions_short", _field("redeploy_positions"), _redeployed, {"positions": 57, "redeploy": 58}]},
	},
	"no money": {
		"proposal": _responding({"transition_budget_cny_wan": 0}),
		"want": {["transition_unfunded", _field("transition_budget_cny_wan"), _moved, {"people": 96}]},
	},
	"no money for those who leave": {
		"proposal": object.union(_everybody_stays, {"employment": {"occupations": [{"redeploy": 0, "retrain": 0, "exit": 30}]}}),
		"want": {[
			"transition_unfunded", _field("transition_budget_cny_wan"), [["employment", "occupations", 0, "exit"]],
			{"people": 30},
		]},
	},
	"a fen too little": {
		"proposal": _responding({"transition_budget_cny_wan": 28.79}),
		"want": {[
			"transition_low", _field("transition_budget_cny_wan"), _moved,
			{"stated_wan": 28.79, "needed_wan": 28.8, "people": 96, "each_wan": 0.3},
		]},
	},
	"more than is budgeted": {
		"proposal": _responding({"transition_budget_cny_wan": 28.81}),
		"want": {[
			"transition_not_budgeted", _field("transition_budget_cny_wan"), [["finance", "items"]],
			{"stated_wan": 28.81, "budgeted_wan": 28.8},
		]},
	},
	"somebody else": {
		"proposal": _responding({"owner": "T2"}),
		"want": {[
			"owner_unfit", _field("owner"), [["talent", "team"]],
			{"id": "T2", "role": {"term": "role_hr"}, "flaw": {"term": "person_without_role"}},
		]},
	},
	"somebody not in the team": {
		"proposal": _without("talent"),
		"want": {[
			"owner_unfit", _field("owner"), [["talent", "team"]],
			{"id": "T1", "role": {"term": "role_hr"}, "flaw": {"term": "person_unknown"}},
		]},
	},
	"one person moved, and no money": {
		"proposal": object.union(_everybody_stays, {"employment": {
			"occupations": [{"id": "O1", "headcount": 30, "effect": "transform", "redeploy": 1, "retrain": 0, "exit": 0}],
			"response": {"redeploy_positions": 1},
		}}),
		"want": {["transition_unfunded", _field("transition_budget_cny_wan"), _redeployed, {"people": 1}]},
	},
	"one 万元 for many": {
		"proposal": _responding({"transition_budget_cny_wan": 1}),
		"want": {[
			"transition_low", _field("transition_budget_cny_wan"), _moved,
			{"stated_wan": 1, "needed_wan": 28.8, "people": 96, "each_wan": 0.3},
		]},
	},
	"a budget of one item": {
		"proposal": _with({"finance": {"items": [{"category": "training", "amount": 20}]}}),
		"want": {[
			"transition_not_budgeted", _field("transition_budget_cny_wan"), [["finance", "items"]],
			{"stated_wan": 28.8, "budgeted_wan": 20},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_to_a_small_change if {
	not rule.applies with input.proposal as _with({"employment": {"occupations": [{"headcount": 19, "effect": "displace"}]}})
}
