package aiplus.rules.comp_03_test

import data.aiplus.rules.comp_03 as rule

_facility := {
	"location_city": "西峰区", "hub": "甘肃", "cluster": "庆阳", "new_build": true, "racks": 1200,
	"it_power_mw": 40, "load_pct": 75, "pue_design": 1.15, "wue": 0.4, "annual_mwh": 302220,
	"energy_review": "approved", "heat_reuse": false,
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "compute_facility", "start": "2027-01-16"},
	"compute": {"facility": _facility},
	"evidence": [
		{"id": "EV-05", "title_zh": "固定资产投资项目节能审查意见", "kind": "policy", "number": "12号", "issuer": "省发展改革委", "issued_on": "2026-08-05", "sha256": "a"},
		{"id": "EV-06", "title_zh": "节能审查意见", "kind": "report", "issued_on": "2026-08-05", "sha256": "b"},
	],
}

_with(changes) := object.union(_base, {"compute": {"facility": object.union(_facility, changes)}})

# A PUE with the energy that goes with it.
_pue(pue, changes) := _with(object.union(changes, {"pue_design": pue, "annual_mwh": 262800 * pue}))

_elsewhere := {"location_city": "榆林市", "hub": "none", "cluster": "none"}

_small := {"location_city": "榆林市", "hub": "none", "cluster": "none", "racks": 300, "it_power_mw": 7.4, "annual_mwh": 72927}

_passing := {
	"a facility in a hub": _base,
	"at the limit of hubs": _pue(1.2, {}),
	"at the limit elsewhere": _pue(1.25, _elsewhere),
	"a small one elsewhere": _with(object.union(_small, {"pue_design": 1.5})),
	"one that was there already": object.union(_pue(1.4, {"new_build": false}), {"project": {"type": "application"}, "models": []}),
	"review in progress": _with({"energy_review": "in_progress"}),
	"review in progress, with a date": object.union(_with({"energy_review": "in_progress"}), {
		"evidence": [],
		"plan": {"milestones": [{"id": "N1", "due": "2026-12-20", "accept_zh": "取得节能审查意见，核定年耗电≤30.3万兆瓦时"}]},
	}),
	"heat reused": _with({"heat_reuse": true}),
	"no water": _with({"wue": 0}),
	"approved, whenever it was submitted": json.remove(_base, ["meta"]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_fields := ["pue_design", "wue", "energy_review", "annual_mwh", "it_power_mw", "load_pct", "heat_reuse"]

test_fails_without_field[field] if {
	some field in _fields
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["compute/facility", field])])
	found == {{"code": "missing", "path": ["compute", "facility", field], "args": {}}}
}

test_fails_without_facility if {
	found := rule.findings with input.proposal as {"project": {"type": "compute_facility"}}
	{[f.code, f.path] | some f in found} == {["missing", ["compute", "facility", field]] | some field in _fields}
}

_failing := {
	"above the limit of hubs": {"proposal": _pue(1.21, {}), "want": {"pue_high"}},
	"above the limit of hubs, hub denied": {"proposal": _pue(1.21, {"hub": "none", "cluster": "none"}), "want": {"pue_high"}},
	"above the limit elsewhere": {"proposal": _pue(1.26, _elsewhere), "want": {"pue_high"}},
	"above the limit, racks left out": {
		"proposal": json.remove(_with(object.union(_small, {"pue_design": 1.5})), ["compute/facility/racks"]),
		"want": {"pue_high"},
	},
	"above the limit, and not new, it says": {"proposal": _pue(1.21, {"new_build": false}), "want": {"pue_high"}},
	"no cooling": {"proposal": _pue(1, {}), "want": {"pue_impossible"}},
	"less energy than that": {"proposal": _with({"annual_mwh": 180000}), "want": {"energy_off"}},
	"no review, and soon to start": {"proposal": object.union(_with({"energy_review": "none"}), {"project": {"start": "2027-01-15"}}), "want": {"review_late"}},
	"no review": {"proposal": _with({"energy_review": "none"}), "want": {"review_none"}},
	"no review, and no start": {
		"proposal": json.remove(_with({"energy_review": "none"}), ["project/start"]),
		"want": {"missing"},
	},
	"approved by nobody": {"proposal": object.union(_base, {"evidence": [_base.evidence[1]]}), "want": {"review_unproven"}},
	"in progress, as it says": {
		"proposal": object.union(_with({"energy_review": "in_progress"}), {"evidence": [], "plan": {"milestones": [{"id": "N1", "due": "2026-12-20", "accept_zh": "主体封顶1栋"}]}}),
		"want": {"review_undated"},
	},
	"approved without evidence": {"proposal": object.remove(_base, ["evidence"]), "want": {"review_unproven"}},
	"no review, and no date of submission": {
		"proposal": json.remove(_with({"energy_review": "none"}), ["meta/submitted_on"]),
		"want": {"missing", "review_none"},
	},
	"approved, as a report on something else shows": {
		"proposal": object.union(_base, {"evidence": [object.union(_base.evidence[0], {"title_zh": "土地使用权证"})]}),
		"want": {"review_unproven"},
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
	"pue_high": {
		"case": "above the limit elsewhere",
		"path": _at("pue_design"),
		"related": [_at("hub"), _at("racks"), _at("it_power_mw")],
		"args": {"pue": 1.26, "max": 1.25},
	},
	"pue_impossible": {
		"case": "no cooling",
		"path": _at("pue_design"),
		"related": [],
		"args": {"pue": 1, "min": 1},
	},
	"energy_off": {
		"case": "less energy than that",
		"path": _at("annual_mwh"),
		"related": [_at("it_power_mw"), _at("load_pct"), _at("pue_design")],
		"args": {"annual": 180000, "reckoned": 302220, "tolerance": 20},
	},
	"review_late": {
		"case": "no review, and soon to start",
		"path": _at("energy_review"),
		"related": [["project", "start"]],
		"args": {"start": "2027-01-15", "months": 3},
	},
	"review_none": {
		"case": "no review",
		"path": _at("energy_review"),
		"related": [["project", "start"]],
		"args": {"start": "2027-01-16", "months": 3},
	},
	"review_undated": {
		"case": "in progress, as it says",
		"path": _at("energy_review"),
		"related": [["evidence"], ["plan", "milestones"]],
		"args": {},
	},
	"review_unproven": {
		"case": "approved by nobody",
		"path": _at("energy_review"),
		"related": [["evidence"]],
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
	not rule.applies with input.proposal as {"project": {"type": "application"}, "compute": {"need": {"train_gpu_hours": 90000}}}
}
