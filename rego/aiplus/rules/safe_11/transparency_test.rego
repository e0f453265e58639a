package aiplus.rules.safe_11_test

import data.aiplus.rules.safe_11 as rule

_transparency := {
	"ai_notice_zh": "首屏提示“您正在与人工智能客服对话”",
	"user_doc": "EV-16",
	"model_card": "EV-11",
	"explanation": "case",
	"appeal_channel_zh": "官网“智能服务申诉”入口",
	"appeal_sla_days": 15,
	"public_page": "https://www.example.com/ai",
}

_scenario := {"id": "S1", "public_facing": true, "subject": "natural_person", "decision_impact": "significant"}

_evidence(id) := {"id": id, "kind": "report", "issuer": "客户服务部", "issued_on": "2026-10-08", "sha256": id}

_base := {
	"meta": {"submitted_on": "2026-10-22"},
	"project": {"type": "application"},
	"scenarios": [_scenario],
	"models": [{"id": "M1", "origin": "fine_tuned"}],
	"safety": {"transparency": _transparency},
	"talent": {"team": [{"id": "T1", "role": ["pi"], "fte": 1}, {"id": "T7", "role": ["domain", "legal"], "fte": 0.2}]},
	"evidence": [_evidence("EV-11"), _evidence("EV-16")],
}

_with(edit) := object.union(_base, edit)

_stated(edit) := _with({"safety": {"transparency": edit}})

_without(path) := json.remove(_base, [path])

_scenes(edit) := {"scenarios": [object.union(_scenario, edit)]}

# Open to the public, and nobody's interests at stake.
_advisory := _with(_scenes({"decision_impact": "advisory"}))

# Interests at stake, and not open to the public.
_internal := _with(_scenes({"public_facing": false}))

_opaque(edit) := _with({"models": [
	{"id": "M1", "origin": "self_trained"},
	object.union({"id": "M2", "origin": "third_party_api"}, edit),
]})

_passing := {
	"case by case": _base,
	"the general logic, where nothing is decided": object.union(
		_advisory,
		{"safety": {"transparency": {"explanation": "global"}}},
	),
	"local, where nothing is decided": object.union(_advisory, {"safety": {"transparency": {"explanation": "local"}}}),
	"no public page inside": json.remove(_internal, ["safety/transparency/public_page"]),
	"a number to call": _stated({"appeal_channel_zh": "拨打 95500 转 9"}),
	"in English": _stated({"ai_notice_zh": "You talk to an AI system", "appeal_channel_zh": "A form for appeals"}),
	"the same day": _stated({"appeal_sla_days": 0}),
	"a card for somebody else's model": _opaque({"card": "EV-11"}),
	"the general logic of somebody else's model": object.union(
		_opaque({}),
		object.union(_scenes({"decision_impact": "advisory"}), {"safety": {"transparency": {"explanation": "global"}}}),
	),
	"no models in a data set": json.remove(_with({"project": {"type": "dataset"}}), ["models"]),
	"the time of two people": _with({"talent": {"team": [{"role": ["ethics"], "fte": 0.1}, {"role": ["legal"], "fte": 0.1}]}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["safety", "transparency", field]

test_fails_without[path] if {
	some path, want in {
		"safety/transparency": ["safety", "transparency"],
		"safety/transparency/ai_notice_zh": _at("ai_notice_zh"),
		"safety/transparency/user_doc": _at("user_doc"),
		"safety/transparency/model_card": _at("model_card"),
		"safety/transparency/explanation": _at("explanation"),
		"safety/transparency/appeal_channel_zh": _at("appeal_channel_zh"),
		"safety/transparency/appeal_sla_days": _at("appeal_sla_days"),
		"safety/transparency/public_page": _at("public_page"),
		"talent": ["talent", "team"],
		"models": ["models"],
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": want, "args": {}}}
}

test_fails_with_an_empty_list_or_section_once[name] if {
	some name, tc in {
		"the section": {"proposal": object.union(_without("safety"), {"safety": {"transparency": {}}}), "want": ["safety", "transparency"]},
		"the team": {"proposal": _with({"talent": {"team": []}}), "want": ["talent", "team"]},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

# One field shows that the section is meant to be there.
test_fails_without_the_rest_of_the_section if {
	proposal := object.union(_without("safety"), {"safety": {"transparency": {"explanation": "case"}}})
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": _at(field), "args": {}} |
		some field in ["ai_notice_zh", "user_doc", "model_card", "appeal_channel_zh", "appeal_sla_days", "public_page"]
	}
}

test_fails_when_it_is_open_who_is_concerned[field] if {
	some field in ["public_facing", "subject", "decision_impact"]
	path := ["scenarios", 1, field]
	proposal := _with({"scenarios": [_scenario, object.remove(_scenario, [field])]})
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": path, "args": {}}}
}

test_fails_without_scenarios if {
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as _without("scenarios")
	got == {["scenarios"]}
}

_failing := {
	"a notice that does not say it": {
		"proposal": _stated({"ai_notice_zh": "公开透明"}),
		"want": {["notice_silent", _at("ai_notice_zh"), [], {}]},
	},
	"a document that is not listed": {
		"proposal": _stated({"user_doc": "EV-99"}),
		"want": {[
			"document_weak", _at("user_doc"), [["evidence"]],
			{"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
		]},
	},
	"a card without a hash": {
		"proposal": json.remove(_base, ["evidence/0/sha256"]),
		"want": {[
			"document_weak", _at("model_card"), [["evidence", 0]],
			{"evidence": "EV-11", "flaw": {"term": "evidence_no_hash"}},
		]},
	},
	"no explanation": {
		"proposal": object.union(_advisory, {"safety": {"transparency": {"explanation": "none"}}}),
		"want": {["explanation_none", _at("explanation"), [], {}]},
	},
	"no explanation of decisions": {
		"proposal": _stated({"explanation": "none"}),
		"want": {[
			"explanation_shallow", _at("explanation"), [["scenarios", 0, "decision_impact"]],
			{"level": {"term": "explanation_none"}},
		]},
	},
	"the general logic of decisions": {
		"proposal": object.union(_internal, {"safety": {"transparency": {"explanation": "global"}}}),
		"want": {[
			"explanation_shallow", _at("explanation"), [["scenarios", 0, "decision_impact"]],
			{"level": {"term": "explanation_global"}},
		]},
	},
	"somebody else's model without a card": {
		"proposal": _opaque({}),
		"want": {[
			"explanation_opaque", _at("explanation"), [["models", 1, "card"], ["models", 1, "origin"]],
			{"model": "M2"},
		]},
	},
	"somebody else's model with a card that is not listed": {
		"proposal": _opaque({"card": "EV-99"}),
		"want": {[
			"explanation_opaque", _at("explanation"), [["models", 1, "card"], ["models", 1, "origin"]],
			{"model": "M2"},
		]},
	},
	"a model from nowhere": {
		"proposal": _with({"models": [{}]}),
		"want": {[
			"explanation_opaque", _at("explanation"), [["models", 0, "card"], ["models", 0, "origin"]],
			{"model": 1},
		]},
	},
	"somebody else's model without a card, explained locally where nothing is decided": {
		"proposal": object.union(
			_opaque({}),
			object.union(_scenes({"decision_impact": "advisory"}), {"safety": {"transparency": {"explanation": "local"}}}),
		),
		"want": {[
			"explanation_opaque", _at("explanation"), [["models", 1, "card"], ["models", 1, "origin"]],
			{"model": "M2"},
		]},
	},
	"a channel that is none": {
		"proposal": _stated({"appeal_channel_zh": "畅通申诉渠道，构建协同治理格局"}),
		"want": {["channel_vague", _at("appeal_channel_zh"), [], {}]},
	},
	"an answer after 16 days": {
		"proposal": _stated({"appeal_sla_days": 16}),
		"want": {["appeal_slow", _at("appeal_sla_days"), [], {"days": 16, "max": 15}]},
	},
	"the only one of the team without time to answer": {
		"proposal": _with({"talent": {"team": [{"role": ["domain"], "fte": 0.19}]}}),
		"want": {[
			"nobody_decides", ["talent", "team"], [_at("appeal_sla_days")],
			{
				"fte": 0.19, "min": 0.2,
				"roles": [{"term": "role_domain"}, {"term": "role_ethics"}, {"term": "role_legal"}],
			},
		]},
	},
	"nobody with time to answer": {
		"proposal": _with({"talent": {"team": [{"role": ["pi", "ai"], "fte": 1}, {"role": ["domain"], "fte": 0.19}]}}),
		"want": {[
			"nobody_decides", ["talent", "team"], [_at("appeal_sla_days")],
			{
				"fte": 0.19, "min": 0.2,
				"roles": [{"term": "role_domain"}, {"term": "role_ethics"}, {"term": "role_legal"}],
			},
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
	some name, proposal in {"public": _advisory, "people": _internal}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as _with(_scenes({"public_facing": false, "decision_impact": "advisory"}))
}
