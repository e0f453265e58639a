package aiplus.rules.empl_08_test

import data.aiplus.rules.empl_08 as rule

_incubator := {"kind": "incubator", "beneficiaries": 20, "budget_cny_wan": 6, "period_months": 18}

_api := {"kind": "open_api", "beneficiaries": 14, "period_months": 12}

_voucher := {"kind": "compute_voucher", "beneficiaries": 30, "period_months": 12}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "common_platform"},
	"employment": {"entrepreneurship": [_incubator, _api]},
	"ecosystem": {"platform": {"components": ["条款检索接口"], "api_docs": "EV-20"}},
	"finance": {"total_cny_wan": 1450},
	"evidence": [
		{"id": "EV-20", "kind": "other", "issuer": "某公司", "issued_on": "2026-09-12", "sha256": "20"},
		{"id": "EV-21", "kind": "other", "issuer": "某公司", "issued_on": "2026-10-16", "sha256": "21"},
	],
}

_with(programmes) := object.union(_base, {"employment": {"entrepreneurship": programmes}})

_first(changes) := _with([object.union(_incubator, changes), _api])

_documented(docs) := object.union(_base, {"ecosystem": {"platform": {"api_docs": docs}}})

_undocumented := object.union(object.remove(_base, ["ecosystem"]), {"ecosystem": {"platform": {"components": ["接口"]}}})

_sharing(proposal, sharing) := object.union(proposal, {"compute": {"sharing": sharing}})

_passing := {
	"with money and in kind": _base,
	"documented in words": _documented("https://api.example.invalid/docs，共42个接口"),
	"money for the interface as well": _with([object.union(_api, {"budget_cny_wan": 15})]),
	"no money for the interface": _with([object.union(_api, {"budget_cny_wan": 0})]),
	"no interface, documents of no use": object.union(_documented("EV-99"), {"employment": {"entrepreneurship": [_incubator]}}),
	"no interface, no documents": object.remove(_with([_incubator]), ["ecosystem"]),
	"computing time at a discount": _sharing(_with([_voucher]), {"sme_discount_pct": 30}),
	"computing time for the public": _sharing(_with([object.union(_voucher, {"budget_cny_wan": 0})]), {"public_share_pct": 0.1}),
	"computing time paid for": _with([object.union(_voucher, {"budget_cny_wan": 0.01})]),
	"the whole budget": _first({"budget_cny_wan": 1450}),
	"no total, and no money": object.remove(_with([_api]), ["finance"]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_only_where_it_applies[name] if {
	some name, proposal in {
		"a platform": {"project": {"type": "common_platform"}},
		"a pilot base": {"project": {"type": "pilot_base"}},
		"a large project": {"project": {"type": "application"}, "finance": {"total_cny_wan": 1000}},
	}
	rule.applies with input.proposal as proposal
}

_section := ["employment", "entrepreneurship"]

_missing := {
	"everything": {"proposal": {"project": {"type": "pilot_base"}}, "want": {_section}},
	"employment": {"proposal": object.remove(_base, ["employment"]), "want": {_section}},
	"programmes": {"proposal": _with([]), "want": {_section}},
	"total": {"proposal": object.remove(_base, ["finance"]), "want": {["finance", "total_cny_wan"]}},
	"money for computing time": {
		"proposal": _with([_voucher]),
		"want": {["employment", "entrepreneurship", 0, "budget_cny_wan"]},
	},
	"money for computing time that is not shared": {
		"proposal": _sharing(_with([_voucher]), {"platform": "省级算力平台", "public_share_pct": 0}),
		"want": {["employment", "entrepreneurship", 0, "budget_cny_wan"]},
	},
	"money for what computing time does not pay": {
		"proposal": _sharing(_with([object.remove(_incubator, ["budget_cny_wan"])]), {"public_share_pct": 50}),
		"want": {["employment", "entrepreneurship", 0, "budget_cny_wan"]},
	},
	"kind and money": {
		"proposal": _with([_incubator, object.remove(_api, ["kind"])]),
		"want": {
			["employment", "entrepreneurship", 1, "kind"],
			["employment", "entrepreneurship", 1, "budget_cny_wan"],
		},
	},
	"total, for a fen": {
		"proposal": object.remove(_with([object.union(_incubator, {"budget_cny_wan": 0.000001})]), ["finance"]),
		"want": {["finance", "total_cny_wan"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

test_fails_without_field[field] if {
	some field in ["kind", "beneficiaries", "budget_cny_wan", "period_months"]
	found := rule.findings with input.proposal as _with([_api, object.remove(_incubator, [field])])
	got := {[f.code, f.path] | some f in found}
	got == {["missing", ["employment", "entrepreneurship", 1, field]]}
}

_failing := {
	"nobody": {"proposal": _first({"beneficiaries": 0}), "want": {"nobody_reached"}},
	"no month": {"proposal": _first({"period_months": 0}), "want": {"no_time"}},
	"no money": {"proposal": _first({"budget_cny_wan": 0}), "want": {"no_means"}},
	"no money for computing time": {
		"proposal": _with([object.union(_voucher, {"budget_cny_wan": 0})]),
		"want": {"no_means"},
	},
	"interface without documents": {"proposal": _undocumented, "want": {"api_undocumented"}},
	"interface without a platform": {"proposal": object.remove(_base, ["ecosystem"]), "want": {"api_undocumented"}},
	"interface with money and without documents": {
		"proposal": object.remove(_with([object.union(_api, {"budget_cny_wan": 15})]), ["ecosystem"]),
		"want": {"api_undocumented"},
	},
	"documents not listed": {"proposal": _documented("EV-99"), "want": {"api_docs_weak"}},
	"documents from after the submission": {"proposal": _documented("EV-21"), "want": {"api_docs_weak"}},
	"more than there is": {
		"proposal": _with([object.union(_incubator, {"budget_cny_wan": 1449}), object.union(_api, {"budget_cny_wan": 1.01})]),
		"want": {"above_total"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_programme[field] if {
	some field, code in {"beneficiaries": "nobody_reached", "period_months": "no_time", "budget_cny_wan": "no_means"}
	got := rule.findings with input.proposal as _with([_api, object.union(_incubator, {field: 0})])
	got == {{
		"code": code,
		"path": ["employment", "entrepreneurship", 1, field],
		"args": {"programme": 2},
	}}
}

test_fails_once_for_all_interfaces if {
	got := rule.findings with input.proposal as object.remove(_with([_api, _api]), ["ecosystem"])
	got == {{
		"code": "api_undocumented",
		"path": ["ecosystem", "platform", "api_docs"],
		"related": [["employment", "entrepreneurship", 0, "kind"], ["employment", "entrepreneurship", 1, "kind"]],
		"args": {},
	}}
}

test_fails_with_both_amounts if {
	got := rule.findings with input.proposal as _with([
		object.union(_incubator, {"budget_cny_wan": 1449}),
		object.union(_api, {"budget_cny_wan": 1.01}),
	])
	got == {{
		"code": "above_total",
		"path": ["employment", "entrepreneurship"],
		"related": [["finance", "total_cny_wan"]],
		"args": {"budget_wan": 1450.01, "total_wan": 1450},
	}}
}

test_does_not_apply_to_a_small_application if {
	not rule.applies with input.proposal as {"project": {"type": "application"}, "finance": {"total_cny_wan": 999.99}}
}
