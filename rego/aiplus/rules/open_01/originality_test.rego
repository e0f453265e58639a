package aiplus.rules.open_01_test

import data.aiplus.rules.open_01 as rule

_component := {"name_zh": "小样本增量学习组件", "origin": "self_developed", "evidence": ["EV-01"]}

_licensed := {"name_zh": "相机驱动", "origin": "licensed"}

_model := {"id": "M1", "origin": "fine_tuned", "base_model": {"name": "RT-DETR-R18"}}

_api := {"id": "M1", "origin": "third_party_api", "base_model": {"name": "星河-API"}}

_item(id, kind) := {"id": id, "kind": kind, "issuer": "某单位", "issued_on": "2026-05-20", "sha256": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"innovation": {"core_components": [_component, _licensed]},
	"models": [_model],
	"evidence": [
		object.union(_item("EV-01", "ip"), {"number": "2026SR0000001"}),
		object.union(_item("EV-02", "report"), {"number": "doi:10.1000/182"}),
		_item("EV-03", "report"),
		object.union(_item("EV-04", "policy"), {"number": "1号"}),
		_item("EV-05", "ip"),
		object.union(_item("EV-06", "ip"), {"number": "2", "issued_on": "2026-10-16"}),
		object.union(_item("EV-07", "ip"), {"number": "3", "issued_on": "2026-10-15"}),
	],
}

_with(edit) := object.union(_base, edit)

_components(list) := _with({"innovation": {"core_components": list}})

_changed(edit) := _components([object.union(_component, edit)])

_without(path) := json.remove(_base, [path])

_together := object.union(_component, {"name_zh": "标注平台", "origin": "co_developed"})

_weights := object.union(_model, {"origin": "third_party_weights"})

_passing := {
	"a copyright": _base,
	"a paper": _changed({"evidence": ["EV-02"]}),
	"one numbered proof beside another": _changed({"evidence": ["EV-03", "EV-01"]}),
	"issued on the day of submission": _changed({"evidence": ["EV-07"]}),
	"developed together": _changed({"origin": "co_developed"}),
	"a model trained from nothing": _with({"models": [{"id": "M1", "origin": "self_trained"}]}),
	"something of its own around an interface": _with({"models": [_api]}),
	"something of its own beside something developed together, around an interface": _with({
		"innovation": {"core_components": [_component, _together]},
		"models": [_api],
	}),
	"a model of its own beside one of others, with something developed together": _with({
		"innovation": {"core_components": [_together]},
		"models": [_model, _api],
	}),
	"evidence for something else, of no kind": _with({"evidence": array.concat(_base.evidence, [{"id": "EV-08"}])}),
	"a tool for models of others": object.union(_changed({"name_zh": "模型评测工具"}), {"models": [_api]}),
	"a model of its own beside one of others": object.union(
		_changed({"name_zh": "缺陷检测模型"}),
		{"models": [_model, _api]},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_applying := {
	"a model": {"project": {"type": "dataset"}, "models": [_model]},
	"research on data": {"project": {"type": "dataset", "ai_plus_domain": "science"}},
}

test_applies[name] if {
	some name, proposal in _applying
	rule.applies with input.proposal as proposal
}

test_does_not_apply_to_a_facility if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}

# Research on data alone has no model to name.
test_passes_without_a_model if {
	proposal := object.union(_without("models"), {"project": {"type": "dataset", "ai_plus_domain": "science"}})
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"components": {"proposal": _without("innovation"), "want": {["innovation", "core_components"]}},
	"a name": {
		"proposal": _without("innovation/core_components/0/name_zh"),
		"want": {["innovation", "core_components", 0, "name_zh"]},
	},
	"any component": {"proposal": _components([]), "want": {["innovation", "core_components"]}},
	"any model, where something is developed together": {
		"proposal": _with({"innovation": {"core_components": [_together]}, "models": []}),
		"want": {["models"]},
	},
	"any model, where one is called one's own": {
		"proposal": object.union(_changed({"name_zh": "城市大模型"}), {"models": []}),
		"want": {["models"]},
	},
	"the base whose weights are used": {
		"proposal": _with({"models": [object.remove(_weights, ["base_model"])]}),
		"want": {["models", 0, "base_model", "name"]},
	},
	"an origin": {
		"proposal": _without("innovation/core_components/1/origin"),
		"want": {["innovation", "core_components", 1, "origin"]},
	},
	"the evidence": {
		"proposal": _without("innovation/core_components/0/evidence"),
		"want": {["innovation", "core_components", 0, "evidence"]},
	},
	"evidence in an empty list": {
		"proposal": _changed({"evidence": []}),
		"want": {["innovation", "core_components", 0, "evidence"]},
	},
	"the kind of the evidence": {"proposal": _without("evidence/0/kind"), "want": {["evidence", 0, "kind"]}},
	"the submission": {"proposal": _without("meta"), "want": {["meta", "submitted_on"]}},
	"models": {"proposal": _without("models"), "want": {["models"]}},
	"the origin of a model": {"proposal": _without("models/0/origin"), "want": {["models", 0, "origin"]}},
	"the base of a model": {"proposal": _without("models/0/base_model"), "want": {["models", 0, "base_model", "name"]}},
	"the base behind an interface": {
		"proposal": _with({"models": [object.remove(_api, ["base_model"])]}),
		"want": {["models", 0, "base_model", "name"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"all from others": {
		"proposal": _components([_licensed, {"name_zh": "框架", "origin": "open_source"}]),
		"want": {"nothing_own"},
	},
	"one component, from others": {"proposal": _components([_licensed]), "want": {"nothing_own"}},
	"all from others, and no day of submission": {
		"proposal": object.remove(_components([_licensed]), ["meta"]),
		"want": {"nothing_own"},
	},
	"all from others, around an interface": {
		"proposal": object.union(_components([_licensed]), {"models": [_api]}),
		"want": {"nothing_own"},
	},
	"a paper that cannot be found, beside a policy that can": {
		"proposal": _changed({"evidence": ["EV-03", "EV-04"]}),
		"want": {"evidence_unnumbered"},
	},
	"one of two models of others called by its name": {
		"proposal": object.union(_changed({"name_zh": "rt-detr-r18"}), {"models": [_api, _weights]}),
		"want": {"model_not_own"},
	},
	"evidence that is not listed": {"proposal": _changed({"evidence": ["EV-99"]}), "want": {"evidence_weak"}},
	"evidence issued after the submission": {"proposal": _changed({"evidence": ["EV-06"]}), "want": {"evidence_weak"}},
	"a certificate without number": {"proposal": _changed({"evidence": ["EV-05"]}), "want": {"evidence_weak"}},
	"a weak proof beside a good one": {"proposal": _changed({"evidence": ["EV-01", "EV-99"]}), "want": {"evidence_weak"}},
	"a policy": {"proposal": _changed({"evidence": ["EV-04"]}), "want": {"evidence_wrong_kind"}},
	"a paper that cannot be found": {"proposal": _changed({"evidence": ["EV-03"]}), "want": {"evidence_unnumbered"}},
	"an interface with something developed together": {
		"proposal": object.union(_changed({"origin": "co_developed"}), {"models": [_api]}),
		"want": {"thin_wrapper"},
	},
	"a model of others called one's own": {
		"proposal": object.union(_changed({"name_zh": "自主城市大模型"}), {"models": [_api]}),
		"want": {"model_not_own"},
	},
	"weights of others called by their name": {
		"proposal": object.union(
			_changed({"name_zh": "rt-detr-r18"}),
			{"models": [_weights]},
		),
		"want": {"model_not_own"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

# A component without a name is called by its number.
test_names_the_component if {
	proposal := _components([_licensed, object.union(object.remove(_component, ["name_zh"]), {"evidence": ["EV-04"]})])
	found := rule.findings with input.proposal as proposal
	{f.args | some f in found; f.code == "evidence_wrong_kind"} == {{
		"component": 2,
		"given": [{"term": "evidence_kind_policy"}],
	}}
}
