package aiplus.rules.safe_10_test

import data.aiplus.rules.safe_10 as rule

_base := {
	"scenarios": [{"public_facing": true}],
	"models": [
		{"id": "M1", "generative": true, "output_modalities": ["text", "audio"]},
		{"id": "M2", "generative": false, "output_modalities": ["score"]},
	],
	"safety": {"labelling": {
		"explicit": ["text", "audio", "ui"], "implicit": true, "on_export": true,
		"standard": "GB45438-2025", "log_days": 180,
	}},
}

_with(changes) := object.union(_base, {"safety": {"labelling": changes}})

test_passes[name] if {
	some name, proposal in {
		"each kind of content": _base,
		"an interface for code": object.union(
			_with({"explicit": ["ui"]}),
			{"models": [{"id": "M1", "generative": true, "output_modalities": ["code"]}]},
		),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply[name] if {
	some name, proposal in {
		"not public": object.union(_base, {"scenarios": [{"public_facing": false}]}),
		"not generative": object.union(_base, {"models": [_base.models[1]]}),
	}
	not rule.applies with input.proposal as proposal
}

_fields := ["explicit", "implicit", "on_export", "standard", "log_days"]

test_fails_without_labelling if {
	found := rule.findings with input.proposal as object.remove(_base, ["safety"])
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "labelling", field]] | some field in _fields}
}

test_fails_without_field[field] if {
	some field in _fields
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["safety/labelling", field])])
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "labelling", field]]}
}

test_fails_without_labels if {
	found := rule.findings with input.proposal as _with({"explicit": []})
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "labelling", "explicit"]]}
}

test_fails_without_outputs if {
	found := rule.findings with input.proposal as json.remove(_base, ["models/1/output_modalities"])
	{[f.code, f.path] | some f in found} == {["missing", ["models", 1, "output_modalities"]]}
}

test_fails_without_one_of_the_outputs if {
	found := rule.findings with input.proposal as object.union(
		_with({"explicit": ["text"]}),
		{"models": [{"id": "M1", "generative": true, "output_modalities": ["text", ""]}]},
	)
	{[f.code, f.path] | some f in found} == {["missing", ["models", 0, "output_modalities", 1]]}
}

_failing := {
	"speech without a label": {
		"proposal": _with({"explicit": ["text", "ui"]}),
		"want": {[
			"modality_unlabelled", ["safety", "labelling", "explicit"], [["models", 0, "output_modalities"]],
			{"modality": {"term": "modality_audio"}},
		]},
	},
	"a notice in the interface": {
		"proposal": _with({"explicit": ["ui"]}),
		"want": {
			[
				"modality_unlabelled", ["safety", "labelling", "explicit"], [["models", 0, "output_modalities"]],
				{"modality": {"term": "modality_audio"}},
			],
			[
				"modality_unlabelled", ["safety", "labelling", "explicit"], [["models", 0, "output_modalities"]],
				{"modality": {"term": "modality_text"}},
			],
		},
	},
	"nothing in the file": {
		"proposal": _with({"implicit": false}),
		"want": {["implicit_off", ["safety", "labelling", "implicit"], [], {}]},
	},
	"lost on the way out": {
		"proposal": _with({"on_export": false}),
		"want": {["lost_on_export", ["safety", "labelling", "on_export"], [], {}]},
	},
	"another standard": {
		"proposal": _with({"standard": "other"}),
		"want": {["standard_other", ["safety", "labelling", "standard"], [], {}]},
	},
	"179 days": {
		"proposal": _with({"log_days": 179}),
		"want": {["log_short", ["safety", "labelling", "log_days"], [], {"days": 179, "min": 180}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}
