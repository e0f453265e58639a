package aiplus.rules.comp_04_test

import data.aiplus.rules.comp_04 as rule

_facility := {
	"location_city": "西峰区", "hub": "甘肃", "cluster": "庆阳", "new_build": true,
	"annual_mwh": 302220, "green_power_pct": 82, "green_power_proof": "ppa", "green_contract_mwh": 250000,
	"flexible_load_pct": 12, "siting_reason_zh": "距330千伏变电站6公里",
}

_contract := {"id": "EV-08", "title_zh": "五年期绿电购买合同", "kind": "contract", "issuer": "某电力公司", "issued_on": "2026-08-05", "sha256": "a"}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "compute_facility"},
	"compute": {"need": {"train_gpu_hours": 24000000}, "facility": _facility},
	"plan": {"milestones": [{"id": "N6", "due": "2028-06-30", "kind": "normal", "accept_zh": "接入省需求响应平台，可调负荷≥4.8兆瓦"}]},
	"evidence": [_contract],
}

_with(changes) := object.union(_base, {"compute": {"facility": object.union(_facility, changes)}})

_elsewhere := {"location_city": "榆林市", "hub": "none", "cluster": "none"}

_evidence(changes) := object.union(_base, {"evidence": [object.union(_contract, changes)]})

_proof(proof, changes) := object.union(_with({"green_power_proof": proof}), {"evidence": [object.union(_contract, changes)]})

_unplanned := object.union(_base, {"plan": {"milestones": []}})

_passing := {
	"green, and proven": _base,
	"just green enough": _with({"green_power_pct": 80}),
	"less green outside the hubs": _with(object.union(_elsewhere, {"green_power_pct": 30})),
	"not green at all outside the hubs": object.union(
		_with(object.union(_elsewhere, {"green_power_pct": 0, "green_power_proof": "none", "green_contract_mwh": 0})),
		{"evidence": []},
	),
	"a direct line": _proof("direct", {"title_zh": "新能源直连专线批复", "kind": "letter"}),
	"certificates": _proof("cert", {"title_zh": "绿证交易凭证", "kind": "certificate", "number": "GEC-1"}),
	"less green in a hub, built before": object.union(
		_with({"new_build": false, "green_power_pct": 30}),
		{"project": {"type": "application"}},
	),
	"just flexible enough": _with({"flexible_load_pct": 5}),
	"stored instead, in one megawatt-hour": _with({"flexible_load_pct": 0, "storage_mwh": 1}),
	"stored instead": _with({"flexible_load_pct": 0, "storage_mwh": 40}),
	"inference, with storage": object.union(_with({"storage_mwh": 40}), {"compute": {"need": {"train_gpu_hours": 0}}}),
	"response told with the site": object.union(
		_unplanned,
		{"compute": {"facility": object.union(_facility, {"siting_reason_zh": "已签需求响应协议，可调4.8兆瓦"})}},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_fields := ["green_power_pct", "green_power_proof", "green_contract_mwh", "flexible_load_pct", "annual_mwh"]

test_fails_without_field[field] if {
	some field in _fields
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["compute/facility", field])])
	found == {{"code": "missing", "path": ["compute", "facility", field], "args": {}}}
}

test_fails_without_hours if {
	found := rule.findings with input.proposal as json.remove(_base, ["compute/need"])
	found == {{"code": "missing", "path": ["compute", "need", "train_gpu_hours"], "args": {}}}
}

_failing := {
	"not green enough": {"proposal": _with({"green_power_pct": 79.9}), "want": {"green_low"}},
	"not green enough, hub left out": {
		"proposal": json.remove(_with({"green_power_pct": 79.9}), ["compute/facility/hub"]),
		"want": {"green_low"},
	},
	"no proof": {"proposal": _with({"green_power_proof": "none"}), "want": {"green_unproven"}},
	"a contract that is not listed": {"proposal": object.union(_base, {"evidence": []}), "want": {"proof_unlisted"}},
	"a contract about something else": {"proposal": _evidence({"title_zh": "设备采购合同"}), "want": {"proof_unlisted"}},
	"a photo of a contract": {"proposal": _evidence({"kind": "photo"}), "want": {"proof_unlisted"}},
	"a contract without a file": {
		"proposal": object.union(_base, {"evidence": [object.remove(_contract, ["sha256"])]}),
		"want": {"proof_unlisted"},
	},
	"all green, on a contract for less": {"proposal": _with({"green_power_pct": 100}), "want": {"contract_short"}},
	"not flexible enough": {"proposal": _with({"flexible_load_pct": 4.9}), "want": {"flexible_low"}},
	"not flexible, storage of nothing": {"proposal": _with({"flexible_load_pct": 0, "storage_mwh": 0}), "want": {"flexible_low"}},
	"one per cent green, unproven": {
		"proposal": _with(object.union(_elsewhere, {"green_power_pct": 1, "green_power_proof": "none"})),
		"want": {"green_unproven"},
	},
	"inference only, and not flexible": {
		"proposal": object.union(_with({"flexible_load_pct": 0}), {"compute": {"need": {"train_gpu_hours": 0}}}),
		"want": {"flexible_low"},
	},
	"inference only, and hardly flexible": {
		"proposal": object.union(_with({"flexible_load_pct": 1}), {"compute": {"need": {"train_gpu_hours": 0}}}),
		"want": {"flexible_low", "nothing_to_shift"},
	},
	"inference only": {"proposal": object.union(_base, {"compute": {"need": {"train_gpu_hours": 0}}}), "want": {"nothing_to_shift"}},
	"no response": {"proposal": _unplanned, "want": {"response_unplanned"}},
	"a response without a number": {
		"proposal": object.union(
			_unplanned,
			{"compute": {"facility": object.union(_facility, {"siting_reason_zh": "将参与需求响应"})}},
		),
		"want": {"response_unplanned"},
	},
	"a response, and no reason for the site": {
		"proposal": json.remove(_unplanned, ["compute/facility/siting_reason_zh"]),
		"want": {"response_unplanned"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

_at(field) := ["compute", "facility", field]

# What each code says: where, about what else, with which values.
_said := {
	"green_low": {
		"case": "not green enough",
		"path": _at("green_power_pct"),
		"related": [_at("hub"), _at("location_city")],
		"args": {"share": 79.9, "min": 80},
	},
	"green_unproven": {
		"case": "no proof",
		"path": _at("green_power_proof"),
		"related": [_at("green_power_pct")],
		"args": {"share": 82},
	},
	"proof_unlisted": {
		"case": "a contract that is not listed",
		"path": _at("green_power_proof"),
		"related": [["evidence"]],
		"args": {"proof": {"term": "green_proof_ppa"}},
	},
	"contract_short": {
		"case": "all green, on a contract for less",
		"path": _at("green_contract_mwh"),
		"related": [_at("annual_mwh"), _at("green_power_pct")],
		"args": {"contract": 250000, "claimed": 302220, "share": 95},
	},
	"flexible_low": {
		"case": "not flexible enough",
		"path": _at("flexible_load_pct"),
		"related": [_at("storage_mwh")],
		"args": {"share": 4.9, "min": 5},
	},
	"nothing_to_shift": {
		"case": "inference only",
		"path": _at("flexible_load_pct"),
		"related": [["compute", "need", "train_gpu_hours"], _at("storage_mwh")],
		"args": {"share": 12},
	},
	"response_unplanned": {
		"case": "no response",
		"path": _at("flexible_load_pct"),
		"related": [["plan", "milestones"], _at("siting_reason_zh")],
		"args": {},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	found := rule.findings with input.proposal as _failing[tc.case].proposal
	want in found
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_without_facility if {
	not rule.applies with input.proposal as {"project": {"type": "application"}}
}
