package aiplus.rules.inno_03_test

import data.aiplus.rules.inno_03 as rule

_kpis := [
	{
		"id": "K1", "name_zh": "人均日检测件数", "category": "productivity", "unit": "件/人日", "direction": "up",
		"baseline": 1180, "baseline_date": "2026-06-30", "baseline_source": "EV-05", "target": 2650,
		"target_date": "2028-10-31", "verifier": "third_party",
	},
	{
		"id": "K2", "name_zh": "过检率", "category": "quality", "unit": "%", "direction": "down", "baseline": 3.6,
		"baseline_date": "2026-06-30", "baseline_source": "2026年上半年质量月报，12期", "target": 1.5,
		"target_date": "2028-06-30", "verifier": "self",
	},
	{
		"id": "K3", "name_zh": "单件能耗", "category": "energy", "unit": "kWh/件", "direction": "down", "baseline": 1.84,
		"baseline_date": "2026-06-30", "baseline_source": "EV-05", "target": 1.62, "target_date": "2028-10-31",
		"verifier": "self",
	},
]

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"ai_plus_domain": "industry", "start": "2026-12-01", "end": "2028-11-30"},
	"applicant": {"size": "large", "employees": 4200},
	"scenarios": [{"id": "S1", "value_chain": ["production"]}, {"id": "S2", "value_chain": ["production", "service"]}],
	"kpis": _kpis,
	"evidence": [
		{"id": "EV-05", "kind": "report", "issuer": "某所", "issued_on": "2026-09-21", "sha256": "a"},
		{"id": "EV-06", "kind": "report", "issuer": "某所", "issued_on": "2026-09-21"},
	],
}

_micro := {"size": "micro", "employees": 8, "revenue_cny_wan": 90, "sector_gb4754": "I65"}

_edited(edit) := object.union(_base, edit)

_first(changes) := _edited({"kpis": [object.union(_kpis[0], changes), _kpis[1], _kpis[2]]})

_codes(proposal) := codes if {
	codes := {finding.code | some finding in rule.findings} with input.proposal as proposal
}

_one_stage := [{"id": "S1", "value_chain": ["production", "production"]}]

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"verified by a customer": _first({"verifier": "customer"}),
		"verified by a regulator": _first({"verifier": "regulator"}),
		"a micro enterprise with one stage": _edited({"applicant": _micro, "scenarios": _one_stage}),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := array.concat(
	[["kpis", 0, field] | some field in [
		"name_zh", "category", "unit", "direction", "baseline", "baseline_date",
		"baseline_source", "target", "target_date", "verifier",
	]],
	[
		["kpis"], ["scenarios"], ["scenarios", 1, "value_chain"], ["meta", "submitted_on"], ["project", "start"],
		["project", "end"],
	],
)

# json.remove wants the index of an array as text.
_without(paths) := json.remove(_base, [written |
	some path in paths
	written := concat("/", [trim(json.marshal(step), `"`) | some step in path])
])

test_fails_without[name] if {
	some name, path in _missing
	got := rule.findings with input.proposal as _without([path])
	got == {{"code": "missing", "path": path, "args": {}}}
}

_undated := object.remove(_base, ["meta"])

# Of what is not listed nothing else is asked.
test_fails_on_empty_lists_once[name] if {
	some name, tc in {
		"no indicators": {"proposal": object.union(_undated, {"kpis": []}), "want": {["missing", ["kpis"]]}},
		"no scenarios": {"proposal": _edited({"scenarios": []}), "want": {["missing", ["scenarios"]]}},
		"a scenario without stages, beside one with one": {
			"proposal": _edited({"scenarios": [{"id": "S1", "value_chain": ["production"]}, {"id": "S2", "value_chain": []}]}),
			"want": {["missing", ["scenarios", 1, "value_chain"]]},
		},
		"one indicator, and no day of submission": {
			"proposal": object.union(_undated, {"kpis": [_kpis[0]]}),
			"want": {["indicators_few", ["kpis"]], ["missing", ["meta", "submitted_on"]]},
		},
	}
	found := rule.findings with input.proposal as tc.proposal
	{[f.code, f.path] | some f in found} == tc.want
}

test_fails_on_an_empty_source_once if {
	got := rule.findings with input.proposal as _first({"baseline_source": ""})
	got == {{"code": "missing", "path": ["kpis", 0, "baseline_source"], "args": {}}}
}

test_fails[name] if {
	some name, tc in {
		"one stage": {"proposal": _edited({"scenarios": _one_stage}), "want": {"chain_short"}},
		"one stage, named once": {
			"proposal": _edited({"scenarios": [{"id": "S1", "value_chain": ["production"]}]}),
			"want": {"chain_short"},
		},
		"one indicator, of quality and verified by itself": {
			"proposal": _edited({"kpis": [_kpis[1]]}),
			"want": {"indicators_few", "productivity_absent", "verified_by_nobody_else"},
		},
		"two indicators": {"proposal": _edited({"kpis": array.slice(_kpis, 0, 2)}), "want": {"indicators_few"}},
		"one indicator three times": {
			"proposal": _edited({"kpis": [_kpis[0], _kpis[0], _kpis[1]]}),
			"want": {"indicators_few"},
		},
		"no productivity": {"proposal": _first({"category": "quality"}), "want": {"productivity_absent"}},
		"verified by itself": {"proposal": _first({"verifier": "self"}), "want": {"verified_by_nobody_else"}},
		"nothing changes": {"proposal": _first({"target": 1180}), "want": {"target_is_baseline"}},
		"fewer is more": {"proposal": _first({"target": 900}), "want": {"wrong_direction"}},
		"a leap from hearsay": {
			"proposal": _first({"target": 23601, "baseline_source": "2026年统计"}),
			"want": {"leap"},
		},
		"baseline of the future": {"proposal": _first({"baseline_date": "2027-07-31"}), "want": {"baseline_future"}},
		"target before the project": {"proposal": _first({"target_date": "2026-11-01"}), "want": {"target_early"}},
		"target after the project": {"proposal": _first({"target_date": "2029-01-01"}), "want": {"target_late"}},
		"one name, two units": {
			"proposal": _edited({"kpis": array.concat(_kpis, [object.union(_kpis[0], {"unit": "件/班"})])}),
			"want": {"units_differ"},
		},
		"source not listed": {"proposal": _first({"baseline_source": "EV-99"}), "want": {"source_weak"}},
		"source without a file": {"proposal": _first({"baseline_source": "EV-06"}), "want": {"source_weak"}},
		"source of no substance": {"proposal": _first({"baseline_source": "项目组经验值"}), "want": {"source_vague"}},
	}
	_codes(tc.proposal) == tc.want
}

test_fails_with_where_and_what[name] if {
	some name, tc in {
		"stages": {"proposal": _edited({"scenarios": _one_stage}), "want": {
			"code": "chain_short",
			"path": ["scenarios"],
			"related": [["scenarios", 0, "value_chain"]],
			"args": {"count": 1, "min": 2},
		}},
		"target": {"proposal": _first({"target": 1180}), "want": {
			"code": "target_is_baseline",
			"path": ["kpis", 0, "target"],
			"related": [["kpis", 0, "baseline"]],
			"args": {"kpi": "人均日检测件数", "value": 1180},
		}},
		"verifier": {"proposal": _first({"verifier": "self"}), "want": {
			"code": "verified_by_nobody_else",
			"path": ["kpis"],
			"related": [["kpis", 0, "verifier"], ["kpis", 1, "verifier"], ["kpis", 2, "verifier"]],
			"args": {"count": 3},
		}},
		"file": {"proposal": _first({"baseline_source": "EV-06"}), "want": {
			"code": "source_weak",
			"path": ["kpis", 0, "baseline_source"],
			"related": [["evidence", 1]],
			"args": {"evidence": "EV-06", "flaw": {"term": "evidence_no_hash"}, "kpi": "人均日检测件数"},
		}},
		"words": {"proposal": _first({"baseline_source": "项目组经验值"}), "want": {
			"code": "source_vague",
			"path": ["kpis", 0, "baseline_source"],
			"args": {"kpi": "人均日检测件数", "source": "项目组经验值"},
		}},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {tc.want}
}

test_applies if {
	rule.applies with input.proposal as {"project": {"ai_plus_domain": "industry"}}
}

test_does_not_apply_to_livelihood if {
	not rule.applies with input.proposal as {"project": {"ai_plus_domain": "livelihood"}}
}
