package aiplus.rules.comp_01_test

import data.aiplus.rules.comp_01 as rule

_need := {
	"train_gpu_hours": 1010000,
	"derivation_zh": "6×300亿×8万亿次运算，按H100、利用率40%估算",
	"infer_qps_peak": 120,
	"storage_tb": 60,
	"growth_zh": "语料每年增加20%",
}

_base := {
	"project": {"type": "foundation_model"},
	"models": [{"id": "M1", "origin": "self_trained", "params_b": 30, "train_tokens_b": 8000, "output_modalities": ["text"]}],
	"data": {"datasets": [{"id": "D1", "volume_gb": 32000}, {"id": "D2", "volume_gb": 28000}]},
	"compute": {"need": _need},
	"finance": {"items": [{"category": "compute", "amount": 1515}, {"category": "personnel", "amount": 900}]},
}

# A facility, whose users train and infer.
_facility := {
	"project": {"type": "compute_facility"},
	"compute": {
		"need": object.union(_need, {"train_gpu_hours": 24000000, "derivation_zh": "48家意向用户，按昇腾910C统计"}),
		"facility": {"it_power_mw": 40, "pflops_fp16": 20000},
	},
	"finance": {"items": [{"category": "equipment", "amount": 130000}]},
}

_with(changes) := object.union(_base, {"compute": {"need": object.union(_need, changes)}})

_paid(items) := object.union(_base, {"finance": {"items": items}})

_on_own(items) := object.union(_paid(items), {"compute": {"sources": [{"kind": "own"}]}})

_facility_need(changes) := object.union(_facility, {"compute": {"need": object.union(_facility.compute.need, changes)}})

_in_kind(wan) := object.union(_paid([]), {"finance": {"sources": [{"kind": "partner_in_kind", "amount": wan}, {"kind": "self", "amount": 1}]}})

_hour(items) := object.union(_with({"train_gpu_hours": 1}), {"finance": {"items": items}})

_passing := {
	"a language model": _base,
	"a facility": _facility,
	"a facility ten times the demand": _facility_need({"train_gpu_hours": 17714864}),
	"a facility that serves, with hours of inference": _facility_need({"infer_qps_peak": 0}),
	"hours for one yuan": _paid([{"category": "compute", "amount": 101}]),
	"hours for sixty yuan": _paid([{"category": "compute", "amount": 6060}]),
	"hours of a partner": _in_kind(101),
	"hours on machines of one's own": _on_own([{"category": "equipment", "amount": 2000}]),
	"hours bought, and machines of one's own": _on_own([
		{"category": "compute", "amount": 50},
		{"category": "equipment", "amount": 51},
	]),
	"storage as large as the data": _with({"storage_tb": 60}),
	"inference only": object.union(
		object.remove(_with({"train_gpu_hours": 0, "infer_qps_peak": 900}), ["models"]),
		{"finance": {"items": []}},
	),
	"training only": _with({"infer_qps_peak": 0}),
	"an item for travel, not yet priced": _paid([{"category": "compute", "amount": 1515}, {"category": "travel"}]),
	"a facility that buys computing besides": object.union(_facility, {"finance": {"items": [{"category": "compute", "amount": 200000}]}}),
	"hours on machines of one's own and in a cloud": object.union(
		_paid([{"category": "equipment", "amount": 2000}]),
		{"compute": {"sources": [{"kind": "public_cloud"}, {"kind": "own"}]}},
	),
	"hours on machines at the edge": object.union(
		_paid([{"category": "equipment", "amount": 2000}]),
		{"compute": {"sources": [{"kind": "edge"}]}},
	),
	"a facility of exactly ten times the demand": object.union(
		_facility_need({"train_gpu_hours": 876000}),
		{"compute": {"facility": {"pflops_fp16": 989}}},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"everything": {
		"proposal": object.remove(_base, ["compute"]),
		"want": {["compute", "need", field] | some field, _ in _need},
	},
	"models to train": {"proposal": object.remove(_base, ["models"]), "want": {["models"]}},
	"size of a language model": {
		"proposal": object.union(_base, {"models": [object.remove(_base.models[0], ["params_b"])]}),
		"want": {["models", 0, "params_b"]},
	},
	"tokens of a language model": {
		"proposal": object.union(_base, {"models": [object.remove(_base.models[0], ["train_tokens_b"])]}),
		"want": {["models", 0, "train_tokens_b"]},
	},
	"size of the facility": {
		"proposal": json.remove(_facility, ["compute/facility/pflops_fp16"]),
		"want": {["compute", "facility", "pflops_fp16"]},
	},
	"amount for computing": {
		"proposal": _paid([{"category": "compute", "amount": 1515}, {"category": "compute"}]),
		"want": {["finance", "items", 1, "amount"]},
	},
	"what an amount is for": {
		"proposal": _paid([{"category": "compute", "amount": 1515}, {"amount": 10}]),
		"want": {["finance", "items", 1, "category"]},
	},
	"volume of a dataset": {
		"proposal": object.union(_base, {"data": {"datasets": [{"id": "D1", "volume_gb": 32000}, {"id": "D2"}]}}),
		"want": {["data", "datasets", 1, "volume_gb"]},
	},
	"models to train for an hour": {"proposal": object.remove(_hour([{"category": "compute", "amount": 0.003}]), ["models"]), "want": {["models"]}},
	"a derivation, written": {"proposal": _with({"derivation_zh": ""}), "want": {["compute", "need", "derivation_zh"]}},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

test_fails_without_field[field] if {
	some field, _ in _need
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["compute", "need", field])])
	found == {{"code": "missing", "path": ["compute", "need", field], "args": {}}}
}

_failing := {
	"a derivation without a number": {"proposal": _with({"derivation_zh": "需要千卡集群"}), "want": {"derivation_vague"}},
	"growth without a number": {"proposal": _with({"growth_zh": "预计快速增长"}), "want": {"growth_vague"}},
	"nothing to do": {
		"proposal": object.remove(_with({"train_gpu_hours": 0, "infer_qps_peak": 0}), ["models"]),
		"want": {"no_demand"},
	},
	"eight times the hours": {
		"proposal": object.union(_with({"train_gpu_hours": 8100000}), {"finance": {"items": [{"category": "compute", "amount": 9000}]}}),
		"want": {"hours_off"},
	},
	"a tenth of the hours": {
		"proposal": object.union(_with({"train_gpu_hours": 101000}), {"finance": {"items": [{"category": "compute", "amount": 300}]}}),
		"want": {"hours_off"},
	},
	"storage smaller than the data": {"proposal": _with({"storage_tb": 59.9}), "want": {"storage_small"}},
	"no storage": {
		"proposal": object.union(_with({"storage_tb": 0}), {"data": {"datasets": []}}),
		"want": {"storage_none"},
	},
	"no money": {"proposal": _paid([]), "want": {"not_budgeted"}},
	"no budget": {"proposal": object.remove(_base, ["finance"]), "want": {"not_budgeted"}},
	"machines of somebody's": {"proposal": _paid([{"category": "equipment", "amount": 2000}]), "want": {"not_budgeted"}},
	"own machines, not bought": {"proposal": _on_own([]), "want": {"not_budgeted"}},
	"hours for less than one yuan": {"proposal": _paid([{"category": "compute", "amount": 100.99}]), "want": {"hours_cheap"}},
	"hours of a partner for less than one yuan": {"proposal": _in_kind(100.99), "want": {"hours_cheap"}},
	"own machines for less than one yuan": {"proposal": _on_own([{"category": "equipment", "amount": 100.99}]), "want": {"hours_cheap"}},
	"hours for more than sixty yuan": {"proposal": _paid([{"category": "compute", "amount": 6060.01}]), "want": {"hours_dear"}},
	"a facility more than ten times the demand": {
		"proposal": _facility_need({"train_gpu_hours": 17714863}),
		"want": {"facility_oversized"},
	},
	"a facility for nobody": {"proposal": _facility_need({"train_gpu_hours": 0}), "want": {"facility_oversized"}},
	"a derivation of one character": {"proposal": _with({"derivation_zh": "大"}), "want": {"derivation_vague"}},
	"storage a little smaller than the data": {"proposal": _with({"storage_tb": 59.95}), "want": {"storage_small"}},
	"an hour that nobody pays": {"proposal": _hour([]), "want": {"not_budgeted", "hours_off"}},
	"an hour for one fen": {"proposal": _hour([{"category": "compute", "amount": 0.000001}]), "want": {"hours_cheap", "hours_off"}},
	"an hour for sixty-one yuan": {"proposal": _hour([{"category": "compute", "amount": 0.0061}]), "want": {"hours_dear", "hours_off"}},
	"hours for less than one yuan, beside machines of somebody's": {
		"proposal": _paid([{"category": "compute", "amount": 50}, {"category": "equipment", "amount": 2000}]),
		"want": {"hours_cheap"},
	},
	"own machines for one fen": {"proposal": _on_own([{"category": "equipment", "amount": 0.000001}]), "want": {"hours_cheap"}},
	"machines bought, and the hours in a cloud": {
		"proposal": object.union(_paid([{"category": "equipment", "amount": 2000}]), {"compute": {"sources": [{"kind": "public_cloud"}]}}),
		"want": {"not_budgeted"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

_hours := ["compute", "need", "train_gpu_hours"]

# What each code says: where, about what else, with which values.
_said := {
	"derivation_vague": {
		"case": "a derivation without a number",
		"path": ["compute", "need", "derivation_zh"],
		"args": {},
	},
	"growth_vague": {
		"case": "growth without a number",
		"path": ["compute", "need", "growth_zh"],
		"args": {},
	},
	"no_demand": {
		"case": "nothing to do",
		"path": _hours,
		"related": [["compute", "need", "infer_qps_peak"]],
		"args": {},
	},
	"hours_off": {
		"case": "eight times the hours",
		"path": _hours,
		"related": [["models", 0, "params_b"], ["models", 0, "train_tokens_b"]],
		"args": {"hours": 8100000, "low": 808897, "high": 1348164, "factor": 3},
	},
	"storage_small": {
		"case": "storage smaller than the data",
		"path": ["compute", "need", "storage_tb"],
		"related": [["data", "datasets", 0, "volume_gb"], ["data", "datasets", 1, "volume_gb"]],
		"args": {"storage": 59.9, "data": 60},
	},
	"storage_none": {
		"case": "no storage",
		"path": ["compute", "need", "storage_tb"],
		"args": {},
	},
	"not_budgeted": {
		"case": "no money",
		"path": _hours,
		"related": [["finance", "items"]],
		"args": {"hours": 1010000},
	},
	"hours_cheap": {
		"case": "hours for less than one yuan",
		"path": _hours,
		"related": [["finance", "items"]],
		"args": {"hours": 1010000, "price": 0.99, "min": 1},
	},
	"hours_dear": {
		"case": "hours for more than sixty yuan",
		"path": _hours,
		"related": [["finance", "items"]],
		"args": {"hours": 1010000, "price": 60.01, "max": 60},
	},
	"facility_oversized": {
		"case": "a facility more than ten times the demand",
		"path": ["compute", "facility", "pflops_fp16"],
		"related": [_hours],
		"args": {"capacity": 177148635, "hours": 17714863, "max": 10},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	found := rule.findings with input.proposal as _failing[tc.case].proposal
	want in found
}

test_applies[name] if {
	some name, proposal in {
		"a facility": {"project": {"type": "compute_facility"}},
		"many hours": _base,
		"much money": {"project": {"type": "application"}, "finance": {"items": [{"category": "compute", "amount": 500}]}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply_to_a_little_computing if {
	not rule.applies with input.proposal as {"project": {"type": "application"}, "compute": {"need": {"train_gpu_hours": 49999}}}
}

# Only volumes that are stated are named.
test_fails_saying_which_volumes_are_stored if {
	proposal := object.union(_with({"storage_tb": 31}), {"data": {"datasets": [{"id": "D1", "volume_gb": 32000}, {"id": "D2"}]}})
	found := rule.findings with input.proposal as proposal
	[f.related | some f in found; f.code == "storage_small"] == [[["data", "datasets", 0, "volume_gb"]]]
}
