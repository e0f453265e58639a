package aiplus.checks.flops_test

import data.aiplus.checks.flops

_path := ["compute", "need", "train_gpu_hours"]

# 6 × 30e9 × 8e12 operations are 809,000 hours of an H100 at 50 % and 1,348,000 at 30 %.
_model := {"id": "M1", "origin": "self_trained", "params_b": 30, "train_tokens_b": 8000, "output_modalities": ["text"]}

_vision := {"id": "M2", "origin": "self_trained", "params_b": 0.3, "train_tokens_b": 900, "output_modalities": ["score"]}

# 6 × 69e9 × 129e9 operations are 30,000 hours at 50 % and 50,000 at 30 %, to the hour.
_round := object.union(_model, {"params_b": 69, "train_tokens_b": 129})

_dense := "6ND估算"

_in_range := {
	"in the middle": {"models": [_model], "hours": 1010000, "derivation": _dense},
	"a third of the least": {"models": [_model], "hours": 269633, "derivation": _dense},
	"three times the most": {"models": [_model], "hours": 4044489, "derivation": _dense},
	"more, for other models too": {"models": [_model, _vision], "hours": 9000000, "derivation": _dense},
	"more, on slower cards": {"models": [_model], "hours": 8100000, "derivation": "按昇腾910B估算"},
	"on two kinds of cards": {"models": [_model], "hours": 8100000, "derivation": "H100与H20各半"},
	"only some parameters are active": {"models": [_model], "hours": 100000, "derivation": "MoE激活参数3.5B"},
	"active parameters in 亿": {"models": [_model], "hours": 100000, "derivation": "每词元激活35亿参数"},
	"third-party": {"models": [object.union(_model, {"origin": "third_party_api"})], "hours": 10, "derivation": _dense},
	"vision alone": {"models": [_vision], "hours": 10, "derivation": _dense},
	"a small model for speech": {"models": [object.union(_model, {"params_b": 0.3})], "hours": 10, "derivation": _dense},
	"no tokens": {"models": [object.remove(_model, ["train_tokens_b"])], "hours": 10, "derivation": _dense},
	"no models": {"models": [], "hours": 10, "derivation": _dense},
	"exactly a third of the least": {"models": [_round], "hours": 10000, "derivation": _dense},
	"exactly three times the most": {"models": [_round], "hours": 150000, "derivation": _dense},
	"weights of others": {"models": [object.union(_model, {"origin": "third_party_weights"})], "hours": 10, "derivation": _dense},
	"a large model for pictures": {"models": [object.union(_model, {"output_modalities": ["image"]})], "hours": 10, "derivation": _dense},
	"0 tokens": {"models": [object.union(_model, {"train_tokens_b": 0})], "hours": 10, "derivation": _dense},
	"more, for a model that leaves out its size": {
		"models": [_model, object.remove(_model, ["params_b"])],
		"hours": 9000000, "derivation": _dense,
	},
	"some parameters are active, beside a larger model of others": {
		"models": [_model, object.union(_model, {"origin": "third_party_api", "params_b": 100})],
		"hours": 100000, "derivation": "MoE激活参数3.5B",
	},
	"0 parameters are said to be active": {"models": [_model], "hours": 1010000, "derivation": "激活参数0B"},
}

test_in_range[name] if {
	some name, tc in _in_range
	got := flops.hours_off(_path, tc.hours, tc.derivation) with input.proposal.models as tc.models
	got == set()
}

_off := {
	"below a third of the least": {"models": [_model], "hours": 269632, "derivation": _dense, "low": 808897, "high": 1348164},
	"above three times the most": {"models": [_model], "hours": 4044493, "derivation": _dense, "low": 808897, "high": 1348164},
	"eight times": {"models": [_model], "hours": 8100000, "derivation": "按H100估算", "low": 808897, "high": 1348164},
	"too few although others are trained": {
		"models": [_model, _vision], "hours": 200000, "derivation": _dense,
		"low": 808897, "high": 1348164,
	},
	"on slow cards": {"models": [_model], "hours": 500000, "derivation": "H20", "low": 5405405, "high": 9009010},
	"output left out": {
		"models": [object.remove(_model, ["output_modalities", "origin"])], "hours": 10, "derivation": _dense,
		"low": 808897, "high": 1348164,
	},
	"more active than there are": {"models": [_model], "hours": 10, "derivation": "激活参数300B", "low": 808897, "high": 1348164},
	"two models": {
		"models": [_model, object.union(_model, {"id": "M2", "params_b": 10})], "hours": 10, "derivation": "激活3B",
		"low": 350522, "high": 584205,
	},
	"an hour below a third of the least": {"models": [_round], "hours": 9999, "derivation": _dense, "low": 30000, "high": 50000},
	"an hour above three times the most": {"models": [_round], "hours": 150001, "derivation": _dense, "low": 30000, "high": 50000},
	"an empty list of outputs": {
		"models": [object.union(_model, {"output_modalities": []})], "hours": 10, "derivation": _dense,
		"low": 808897, "high": 1348164,
	},
	"pictures and text": {
		"models": [object.union(_model, {"output_modalities": ["image", "text"]})], "hours": 10, "derivation": _dense,
		"low": 808897, "high": 1348164,
	},
	"the smallest size of a language model": {
		"models": [object.union(_model, {"params_b": 0.5})], "hours": 10, "derivation": _dense,
		"low": 13481, "high": 22470,
	},
	"10^9 tokens": {
		"models": [object.union(_model, {"train_tokens_b": 1})], "hours": 10, "derivation": _dense,
		"low": 101, "high": 169,
	},
	"active, in b": {"models": [_model], "hours": 10, "derivation": "activates 3b", "low": 80889, "high": 134817},
	"active, in 亿": {"models": [_model], "hours": 10, "derivation": "激活30亿参数", "low": 80889, "high": 134817},
	"half of 10^9 active": {"models": [_model], "hours": 10, "derivation": "激活参数0.5B", "low": 13481, "high": 22470},
}

test_off[name] if {
	some name, tc in _off
	got := flops.hours_off(_path, tc.hours, tc.derivation) with input.proposal.models as tc.models
	some disagreement in got
	disagreement.args == {"hours": tc.hours, "low": tc.low, "high": tc.high, "factor": 3}
}

test_off_with_paths if {
	got := flops.hours_off(_path, 10, _dense) with input.proposal.models as [_vision, _model]
	some disagreement in got
	disagreement.path == _path
	disagreement.related == [["models", 1, "params_b"], ["models", 1, "train_tokens_b"]]
}
