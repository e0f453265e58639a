package aiplus.checks.kpis_test

import data.aiplus.checks.kpis

_kpi := {
	"id": "K1", "name_zh": "缺陷漏检率", "unit": "%", "direction": "down", "baseline": 0.42, "baseline_date": "2026-06-30",
	"baseline_source": "EV-05", "target": 0.12, "target_date": "2028-10-31", "verifier": "third_party",
}

_other := object.union(_kpi, {"id": "K2", "name_zh": "人均日检测件数", "unit": "件", "direction": "up", "baseline": 100, "target": 265})

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"start": "2026-12-01", "end": "2028-11-30"},
	"kpis": [_kpi, _other],
	"evidence": [{"id": "EV-05", "kind": "report", "issuer": "某所", "issued_on": "2026-09-21", "sha256": "a"}],
}

_with(changes) := object.union(_base, {"kpis": [object.union(_kpi, changes), _other]})

_sound := {
	"as it is": _base,
	"baseline on the day of submission": _with({"baseline_date": "2026-10-20"}),
	"target on the first day": _with({"target_date": "2026-12-01"}),
	"target on the last day": _with({"target_date": "2028-11-30"}),
	"twenty times": _with({"direction": "up", "baseline": 5, "target": 100}),
	"twenty times, measured by itself": _with({"direction": "up", "baseline": 5, "target": 100, "verifier": "self"}),
	"a leap that others measure": _with({"direction": "up", "baseline": 5, "target": 101}),
	"from nothing, measured by others": _with({"direction": "up", "baseline": 0, "target": 12}),
	"below zero": _with({"baseline": -2, "target": -8}),
	"one name, one unit": _with({"name_zh": "人均日检测件数 ", "unit": "件"}),
}

test_sound[name] if {
	some name, proposal in _sound
	flaws := kpis.flaws with input.proposal as proposal
	flaws == set()
	sound := kpis.sound with input.proposal as proposal
	sound == {0, 1}
}

test_not_sound_without[field] if {
	some field in ["name_zh", "unit", "direction", "baseline", "baseline_date", "target", "target_date"]
	proposal := object.union(_base, {"kpis": [object.remove(_kpi, [field]), _other]})
	flaws := kpis.flaws with input.proposal as proposal
	flaws == set()
	sound := kpis.sound with input.proposal as proposal
	sound == {1}
}

_flawed := {
	"nothing changes": {"proposal": _with({"target": 0.42}), "want": {"target_is_baseline"}},
	"zero stays zero": {"proposal": _with({"baseline": 0, "target": 0}), "want": {"target_is_baseline"}},
	"zero stays zero, measured by itself": {
		"proposal": _with({"baseline": 0, "target": 0, "verifier": "self"}),
		"want": {"target_is_baseline"},
	},
	"more than twenty times a fraction": {
		"proposal": _with({"direction": "up", "baseline": 0.5, "target": 10.01, "verifier": "self"}),
		"want": {"leap"},
	},
	"down goes up": {"proposal": _with({"target": 0.43}), "want": {"wrong_direction"}},
	"up goes down": {"proposal": _with({"direction": "up"}), "want": {"wrong_direction"}},
	"baseline a day after submission": {"proposal": _with({"baseline_date": "2026-10-21"}), "want": {"baseline_future"}},
	"target a day before the start": {"proposal": _with({"target_date": "2026-11-30"}), "want": {"target_early"}},
	"target a day after the end": {"proposal": _with({"target_date": "2028-12-01"}), "want": {"target_late"}},
	"a leap measured by itself": {
		"proposal": _with({"direction": "up", "baseline": 5, "target": 101, "verifier": "self"}),
		"want": {"leap"},
	},
	"a leap from hearsay": {
		"proposal": _with({"direction": "up", "baseline": 5, "target": 101, "baseline_source": "经验值"}),
		"want": {"leap"},
	},
	"from nothing": {
		"proposal": _with({"direction": "up", "baseline": 0, "target": 60, "verifier": "self"}),
		"want": {"leap"},
	},
	"to nothing": {"proposal": _with({"target": 0, "verifier": "self"}), "want": {"leap"}},
	"one name, two units": {"proposal": _with({"name_zh": "人均日检测件数", "direction": "down"}), "want": {"units_differ"}},
}

test_flawed[name] if {
	some name, tc in _flawed
	got := {flaw.flaw | some flaw in kpis.flaws} with input.proposal as tc.proposal
	got == tc.want
	sound := kpis.sound with input.proposal as tc.proposal
	count(sound) == 1
}

_found(changes) := flaws if {
	flaws := kpis.flaws with input.proposal as _with(changes)
}

test_flaw_says[name] if {
	some name, tc in {
		"target is baseline": {"got": _found({"target": 0.42}), "want": {
			"index": 0,
			"flaw": "target_is_baseline",
			"path": ["kpis", 0, "target"],
			"related": [["kpis", 0, "baseline"]],
			"args": {"kpi": "缺陷漏检率", "value": 0.42},
		}},
		"wrong direction": {"got": _found({"target": 0.5}), "want": {
			"index": 0,
			"flaw": "wrong_direction",
			"path": ["kpis", 0, "target"],
			"related": [["kpis", 0, "baseline"], ["kpis", 0, "direction"]],
			"args": {"kpi": "缺陷漏检率", "baseline": 0.42, "target": 0.5, "direction": {"term": "direction_down"}},
		}},
		"leap": {"got": _found({"target": 0, "verifier": "self"}), "want": {
			"index": 0,
			"flaw": "leap",
			"path": ["kpis", 0, "target"],
			"related": [["kpis", 0, "baseline"], ["kpis", 0, "baseline_source"], ["kpis", 0, "verifier"]],
			"args": {"kpi": "缺陷漏检率", "baseline": 0.42, "target": 0, "max": 20},
		}},
		"late": {"got": _found({"target_date": "2029-01-01"}), "want": {
			"index": 0,
			"flaw": "target_late",
			"path": ["kpis", 0, "target_date"],
			"related": [["project", "end"]],
			"args": {"kpi": "缺陷漏检率", "date": "2029-01-01", "limit": "2028-11-30"},
		}},
		"units": {"got": _found({"name_zh": "人均日检测件数", "direction": "down"}), "want": {
			"index": 1,
			"flaw": "units_differ",
			"path": ["kpis", 1, "unit"],
			"related": [["kpis", 0, "unit"]],
			"args": {"kpi": "人均日检测件数", "unit": "件", "other": "%"},
		}},
	}
	tc.got == {tc.want}
}

# Without its unit an indicator says nothing about the unit of others.
test_units_differ_beside_an_indicator_without_unit if {
	unitless := object.remove(_kpi, ["unit"])
	got := kpis.flaws with input.proposal as object.union(_base, {"kpis": [unitless, _kpi, object.union(_kpi, {"unit": "件"})]})
	{[flaw.flaw, flaw.path, flaw.related] | some flaw in got} == {["units_differ", ["kpis", 2, "unit"], [["kpis", 1, "unit"]]]}
}

test_name_is_the_place_in_the_list if {
	got := kpis.name(1) with input.proposal as {"kpis": [{}, {}]}
	got == 2
}

# Sales.

_scenarios := [
	{"users_annual": 600, "cases_annual": 20000, "sites": 4},
	{"users_annual": 400, "cases_annual": 10000, "sites": 12},
]

_trade := {
	"scenarios": _scenarios,
	"finance": {
		"unit_price_cny": 12000,
		"cashflow": [
			{"year": 2030, "income_cny_wan": 1200},
			{"year": 2028, "income_cny_wan": 100},
		],
	},
}

_sold(price, income) := object.union(_trade, {"finance": {"unit_price_cny": price, "cashflow": [{"year": 2030, "income_cny_wan": income}]}})

test_sales_agree[name] if {
	some name, proposal in {
		"users": _trade,
		"a fifth more": _sold(12000, 1440),
		"a fifth less": _sold(12000, 960),
		"cases": _sold(2, 6),
		"sites": _sold(500000, 800),
		"sites, of which one scenario has none": object.union(
			_sold(500000, 800),
			{"scenarios": [{"users_annual": 600, "sites": 0}, {"users_annual": 400, "sites": 16}]},
		),
		"one scenario": object.union(_trade, {"scenarios": [{"users_annual": 1000}]}),
		"a fen from one user": object.union(_sold(0.01, 0.000001), {"scenarios": [{"users_annual": 1}]}),
		"no price": json.remove(_trade, ["finance/unit_price_cny"]),
		"no cash flow": json.remove(_trade, ["finance/cashflow"]),
	}
	got := kpis.sales with input.proposal as proposal
	got == set()
}

test_sales_disagree[name] if {
	some name, proposal in {
		"more than a fifth more": _sold(12000, 1440.01),
		"more than a fifth less": _sold(12000, 959.99),
		"ten times the price": _sold(120000, 1200),
		"one scenario, ten times the price": object.union(_sold(120000, 1200), {"scenarios": [{"users_annual": 1000}]}),
		"for nothing": _sold(0, 1200),
		"nothing for nothing": _sold(0, 0),
		"no income": _sold(12000, 0),
		"cases left out by one scenario": object.union(
			_sold(2, 6),
			{"scenarios": [_scenarios[0], object.remove(_scenarios[1], ["cases_annual"])]},
		),
	}
	got := kpis.sales with input.proposal as proposal
	count(got) == 1
}

test_sales_say_what_disagrees if {
	got := kpis.sales with input.proposal as object.union(_trade, {"finance": {"unit_price_cny": 120000}})
	got == {{
		"path": ["finance", "unit_price_cny"],
		"related": [
			["finance", "cashflow", 0, "income_cny_wan"],
			["scenarios", 0, "users_annual"], ["scenarios", 1, "users_annual"],
		],
		"args": {"year": 2030, "income_wan": 1200, "price": 120000, "users": 1000, "pct": 20},
	}}
}

test_sales_without_users_are_not_judged if {
	got := kpis.sales with input.proposal as object.union(_sold(120000, 1200), {"scenarios": []})
	got == set()
}
