package aiplus.rules.fina_03_test

import data.aiplus.rules.fina_03 as rule

_insurance := {
	"instrument": "insurance", "bearer": "甬江财产保险股份有限公司", "covers_risk_ids": ["R1", "R3"], "cover_cny_wan": 400,
	"terms": "EV-39",
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"applicant": {"name": "某集团", "org_type": "private"},
	"partners": [{"id": "P1", "name": "某市数据局", "org_type": "government"}],
	"safety": {"risks": [{"id": "R1"}, {"id": "R3"}]},
	"finance": {
		"total_cny_wan": 1000,
		"items": [{"category": "personnel", "amount": 970}, {"category": "contingency", "amount": 30}],
		"risk_sharing": [_insurance],
	},
	"evidence": [
		{"id": "EV-39", "kind": "contract", "issuer": "保险公司", "issued_on": "2026-09-01", "sha256": "a"},
		{"id": "EV-40", "kind": "contract", "issued_on": "2026-09-01", "sha256": "b"},
	],
}

_rows(rows) := object.union(_base, {"finance": {"risk_sharing": rows}})

_with(changes) := _rows([object.union(_insurance, changes)])

_reserve(amounts) := object.union(_base, {"finance": {"items": [{"category": "contingency", "amount": amount} | some amount in amounts]}})

_passing := {
	"insured": _base,
	"covered in full": _with({"cover_cny_wan": 1000}),
	"ten per cent": _reserve([40, 60]),
	"the treasury beside an insurer": _rows([object.union(_insurance, {"bearer": "市财政局"}), _insurance]),
	"a guarantor that the government owns": _with({"bearer": "某市政府性融资担保公司"}),
	"the applicant": _with({"bearer": "applicant"}),
	"a partner that is no authority": object.union(_with({"bearer": "某厂"}), {"partners": [
		_base.partners[0],
		{"id": "P2", "name": "某厂", "org_type": "private"},
	]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_to_a_small_project if {
	not rule.applies with input.proposal as {"finance": {"total_cny_wan": 999}}
}

test_fails_without_anything if {
	found := rule.findings with input.proposal as {"applicant": {"org_type": "private"}}
	{[f.code, f.path] | some f in found} == {["missing", ["finance", field]] | some field in ["risk_sharing", "items", "total_cny_wan"]}
}

test_fails_without_field[field] if {
	some field, _ in _insurance
	found := rule.findings with input.proposal as _rows([object.remove(_insurance, [field])])
	{[f.code, f.path] | some f in found} == {["missing", ["finance", "risk_sharing", 0, field]]}
}

_at(i, field) := ["finance", "risk_sharing", i, field]

_failing := {
	"no cover": {"proposal": _with({"cover_cny_wan": 0}), "want": {["cover_zero", _at(0, "cover_cny_wan"), [], {"instrument": 1}]}},
	"more cover than money": {
		"proposal": _with({"cover_cny_wan": 1000.01}),
		"want": {[
			"cover_above_total", _at(0, "cover_cny_wan"), [["finance", "total_cny_wan"]],
			{"instrument": 1, "cover_wan": 1000.01, "total_wan": 1000},
		]},
	},
	"a risk that is not there": {
		"proposal": _with({"covers_risk_ids": ["R1", "R99"]}),
		"want": {["risk_unknown", ["finance", "risk_sharing", 0, "covers_risk_ids", 1], [], {"instrument": 1, "id": "R99"}]},
	},
	"terms without an issuer": {
		"proposal": _with({"terms": "EV-40"}),
		"want": {[
			"terms_weak", _at(0, "terms"), [["evidence", 1]],
			{"instrument": 1, "evidence": "EV-40", "flaw": {"term": "evidence_no_issuer"}},
		]},
	},
	"the treasury alone": {
		"proposal": _with({"bearer": "市财政局"}),
		"want": {["bearer_fiscal", ["finance", "risk_sharing"], [_at(0, "bearer")], {"bearers": ["市财政局"]}]},
	},
	"a partner that is the government": {
		"proposal": _with({"bearer": "某市数据局"}),
		"want": {["bearer_fiscal", ["finance", "risk_sharing"], [_at(0, "bearer")], {"bearers": ["某市数据局"]}]},
	},
	"an applicant that is the government": {
		"proposal": object.union(_with({"bearer": "申报单位"}), {"applicant": {"org_type": "government"}}),
		"want": {["bearer_fiscal", ["finance", "risk_sharing"], [_at(0, "bearer")], {"bearers": ["申报单位"]}]},
	},
	"hardly any contingency": {
		"proposal": _reserve([29.99]),
		"want": {["contingency_low", ["finance", "items"], [["finance", "total_cny_wan"]], {"pct": 3, "limit": 3}]},
	},
	"a cushion": {
		"proposal": _reserve([100.06]),
		"want": {["contingency_high", ["finance", "items"], [["finance", "total_cny_wan"]], {"pct": 10.01, "limit": 10}]},
	},
	"no contingency": {
		"proposal": object.union(_base, {"finance": {"items": [{"category": "personnel", "amount": 1000}]}}),
		"want": {["contingency_low", ["finance", "items"], [["finance", "total_cny_wan"]], {"pct": 0, "limit": 3}]},
	},
	"instruments in an empty list": {"proposal": _rows([]), "want": {["missing", ["finance", "risk_sharing"], [], {}]}},
	"items in an empty list": {
		"proposal": object.union(_base, {"finance": {"items": []}}),
		"want": {["missing", ["finance", "items"], [], {}]},
	},
	"mostly a cushion": {
		"proposal": _reserve([600]),
		"want": {["contingency_high", ["finance", "items"], [["finance", "total_cny_wan"]], {"pct": 60, "limit": 10}]},
	},
	"a total of nothing": {
		"proposal": object.union(_base, {"finance": {"total_cny_wan": 0}}),
		"want": {[
			"cover_above_total", _at(0, "cover_cny_wan"), [["finance", "total_cny_wan"]],
			{"instrument": 1, "cover_wan": 400, "total_wan": 0},
		]},
	},
	"a total of one fen, all of it a cushion": {
		"proposal": object.union(_reserve([0.000001]), {"finance": {
			"total_cny_wan": 0.000001,
			"risk_sharing": [object.union(_insurance, {"cover_cny_wan": 0.000001})],
		}}),
		"want": {["contingency_high", ["finance", "items"], [["finance", "total_cny_wan"]], {"pct": 100, "limit": 10}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}
