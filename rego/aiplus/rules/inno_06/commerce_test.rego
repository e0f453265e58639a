package aiplus.rules.inno_06_test

import data.aiplus.rules.inno_06 as rule

_cashflow := [
	{"year": 2030, "income_cny_wan": 1728, "opex_cny_wan": 1238},
	{"year": 2028, "income_cny_wan": 468, "opex_cny_wan": 640},
	{"year": 2029, "income_cny_wan": 1116, "opex_cny_wan": 1225},
]

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"stage": "pilot", "type": "application"},
	"scenarios": [{"id": "S1", "users_annual": 600}, {"id": "S2", "users_annual": 840}],
	"finance": {
		"cashflow": _cashflow,
		"unit_price_cny": 12000,
		"unit_cost_cny": 8600,
		"price_basis_zh": "按账号每年1.2万元；外委判图人均每年约1.9万元",
		"sources": [{"kind": "local_fiscal", "amount": 600}, {"kind": "self", "amount": 1850}],
	},
	"plan": {"milestones": [
		{"id": "N6", "kind": "go_live", "due": "2028-12-20"},
		{"id": "N4", "kind": "go_live", "due": "2028-06-30"},
		{"id": "N1", "kind": "normal", "due": "2027-03-31"},
	]},
	"innovation": {"translation": {"adopters": [{"name": "舜拓压铸", "agreement": "EV-28"}]}},
	"evidence": [
		{"id": "EV-28", "kind": "letter", "issuer": "舜拓压铸", "issued_on": "2026-09-12", "sha256": "a"},
		{"id": "EV-29", "kind": "report", "issuer": "某所", "issued_on": "2026-09-12", "sha256": "b"},
	],
}

_finance(changes) := object.union(_base, {"finance": changes})

_years(changes) := _finance({"cashflow": [object.union(entry, object.get(changes, format_int(entry.year, 10), {})) |
	some entry in _cashflow
]})

_planned(milestones) := object.union(_base, {"plan": {"milestones": milestones}})

_adopted(adopters) := object.union(_base, {"innovation": {"translation": {"adopters": adopters}}})

_subsidy := {"unit_cost_cny": 13000, "price_basis_zh": "每账号每年1.2万元，市财政按每账号补贴2000元"}

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"income in the year of the launch": _planned([{"id": "N4", "kind": "go_live", "due": "2028-12-31"}]),
		"in use already, launched again later": object.union(
			_planned([{"id": "N4", "kind": "go_live", "due": "2029-01-31"}]),
			{"project": {"stage": "scaling"}},
		),
		"below cost with a small subsidy of the state": _finance(object.union(_subsidy, {"sources": [{"kind": "central_fiscal", "amount": 1}]})),
		"nothing earned before the launch": object.union(
			_years({"2028": {"income_cny_wan": 0, "opex_cny_wan": 0}}),
			{"plan": {"milestones": [{"id": "N4", "kind": "go_live", "due": "2029-01-31"}]}},
		),
		"in use already, scaled up": object.union(_planned([]), {"project": {"stage": "scaling"}}),
		"no profit, no loss in the third year": _years({"2030": {"opex_cny_wan": 1728}}),
		"below cost with a subsidy": _finance(_subsidy),
		"a loss with a subsidy": object.union(
			_years({"2030": {"opex_cny_wan": 1900}}),
			{"finance": {"price_basis_zh": _subsidy.price_basis_zh}},
		),
		"one who signed beside one who did not": _adopted([{"name": "某厂", "agreement": "EV-29"}, {"name": "舜拓压铸", "agreement": "EV-28"}]),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := [
	["finance", "cashflow"], ["finance", "unit_price_cny"], ["finance", "unit_cost_cny"], ["finance", "price_basis_zh"],
	["finance", "cashflow", 1, "year"], ["finance", "cashflow", 1, "income_cny_wan"],
	["finance", "cashflow", 1, "opex_cny_wan"], ["scenarios"], ["scenarios", 0, "users_annual"],
	["plan", "milestones", 0, "due"], ["innovation", "translation", "adopters"],
	["innovation", "translation", "adopters", 0, "agreement"],
]

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

test_fails_on_an_empty_basis_once if {
	got := rule.findings with input.proposal as _finance({"price_basis_zh": ""})
	got == {{"code": "missing", "path": ["finance", "price_basis_zh"], "args": {}}}
}

test_fails[name] if {
	some name, tc in {
		"one year": {
			"proposal": _finance({"cashflow": [_cashflow[0]]}),
			"want": {"code": "years_few", "path": ["finance", "cashflow"], "args": {"count": 1, "min": 3}},
		},
		"an empty cash flow": {
			"proposal": _finance({"cashflow": []}),
			"want": {"code": "missing", "path": ["finance", "cashflow"], "args": {}},
		},
		"a little income that costs nothing": {
			"proposal": _years({"2029": {"income_cny_wan": 1, "opex_cny_wan": 0}}),
			"want": {
				"code": "costs_nothing",
				"path": ["finance", "cashflow", 2, "opex_cny_wan"],
				"related": [["finance", "cashflow", 2, "income_cny_wan"]],
				"args": {"year": 2029, "income_wan": 1},
			},
		},
		"a little income between a milestone and the launch": {
			"proposal": object.union(
				_years({"2028": {"income_cny_wan": 1}}),
				{"plan": {"milestones": [{"id": "N1", "kind": "normal", "due": "2027-03-31"}, {"id": "N4", "kind": "go_live", "due": "2029-01-31"}]}},
			),
			"want": {
				"code": "income_before_launch",
				"path": ["finance", "cashflow", 1, "income_cny_wan"],
				"related": [["plan", "milestones", 1, "due"]],
				"args": {"year": 2028, "income_wan": 1, "launch": "2029-01-31"},
			},
		},
		"price at cost, and a loss": {
			"proposal": object.union(_years({"2030": {"opex_cny_wan": 1900}}), {"finance": {"unit_cost_cny": 12000}}),
			"want": {
				"code": "price_below_cost",
				"path": ["finance", "unit_price_cny"],
				"related": [["finance", "unit_cost_cny"]],
				"args": {"price": 12000, "cost": 12000},
			},
		},
		"a subsidy, and no money but one's own": {
			"proposal": _finance(object.union(_subsidy, {"sources": [{"kind": "self", "amount": 1850}]})),
			"want": {
				"code": "price_below_cost",
				"path": ["finance", "unit_price_cny"],
				"related": [["finance", "unit_cost_cny"]],
				"args": {"price": 12000, "cost": 13000},
			},
		},
		"two years": {
			"proposal": _finance({"cashflow": [_cashflow[0], _cashflow[2]]}),
			"want": {"code": "years_few", "path": ["finance", "cashflow"], "args": {"count": 2, "min": 3}},
		},
		"one year twice": {
			"proposal": _finance({"cashflow": [_cashflow[0], _cashflow[2], _cashflow[2]]}),
			"want": {"code": "years_few", "path": ["finance", "cashflow"], "args": {"count": 2, "min": 3}},
		},
		"income that costs nothing": {
			"proposal": _years({"2029": {"opex_cny_wan": 0}}),
			"want": {
				"code": "costs_nothing",
				"path": ["finance", "cashflow", 2, "opex_cny_wan"],
				"related": [["finance", "cashflow", 2, "income_cny_wan"]],
				"args": {"year": 2029, "income_wan": 1116},
			},
		},
		"no launch": {
			"proposal": _planned([{"id": "N1", "kind": "normal", "due": "2027-03-31"}]),
			"want": {
				"code": "launch_absent",
				"path": ["plan", "milestones"],
				"related": [["finance", "cashflow"]],
				"args": {},
			},
		},
		"income before the first launch": {
			"proposal": _planned([{"id": "N4", "kind": "go_live", "due": "2029-01-31"}, {"kind": "go_live", "due": "2030-01-31"}]),
			"want": {
				"code": "income_before_launch",
				"path": ["finance", "cashflow", 1, "income_cny_wan"],
				"related": [["plan", "milestones", 0, "due"]],
				"args": {"year": 2028, "income_wan": 468, "launch": "2029-01-31"},
			},
		},
		"price at cost": {
			"proposal": _finance({"unit_cost_cny": 12000}),
			"want": {
				"code": "price_below_cost",
				"path": ["finance", "unit_price_cny"],
				"related": [["finance", "unit_cost_cny"]],
				"args": {"price": 12000, "cost": 12000},
			},
		},
		"a subsidy of no size": {
			"proposal": _finance({"unit_cost_cny": 13000, "price_basis_zh": "第三方评估定价1.2万元"}),
			"want": {
				"code": "price_below_cost",
				"path": ["finance", "unit_price_cny"],
				"related": [["finance", "unit_cost_cny"]],
				"args": {"price": 12000, "cost": 13000},
			},
		},
		"a subsidy that nobody pays": {
			"proposal": _finance(object.union(_subsidy, {"sources": [{"kind": "local_fiscal", "amount": 0}]})),
			"want": {
				"code": "price_below_cost",
				"path": ["finance", "unit_price_cny"],
				"related": [["finance", "unit_cost_cny"]],
				"args": {"price": 12000, "cost": 13000},
			},
		},
		"a loss in the third year": {
			"proposal": _years({"2030": {"opex_cny_wan": 1728.01}}),
			"want": {
				"code": "loss_in_third_year",
				"path": ["finance", "cashflow"],
				"related": [["finance", "unit_price_cny"], ["finance", "unit_cost_cny"]],
				"args": {"year": 2030, "income_wan": 1728, "opex_wan": 1728.01},
			},
		},
		"ten times the price": {
			"proposal": _finance({"unit_price_cny": 120000}),
			"want": {
				"code": "sales_do_not_add_up",
				"path": ["finance", "unit_price_cny"],
				"related": [
					["finance", "cashflow", 0, "income_cny_wan"],
					["scenarios", 0, "users_annual"], ["scenarios", 1, "users_annual"],
				],
				"args": {"year": 2030, "income_wan": 1728, "price": 120000, "users": 1440, "pct": 20},
			},
		},
		"no basis": {
			"proposal": _finance({"price_basis_zh": "市场空间千亿"}),
			"want": {"code": "basis_vague", "path": ["finance", "price_basis_zh"], "args": {}},
		},
		"a contract nobody knows": {
			"proposal": _adopted([{"name": "某厂", "agreement": "EV-99"}]),
			"want": {
				"code": "contract_weak",
				"path": ["innovation", "translation", "adopters", 0, "agreement"],
				"related": [["evidence"]],
				"args": {"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
			},
		},
		"a report for a contract": {
			"proposal": _adopted([{"name": "某厂", "agreement": "EV-29"}]),
			"want": {
				"code": "contract_kind",
				"path": ["innovation", "translation", "adopters", 0, "agreement"],
				"related": [["evidence", 1, "kind"]],
				"args": {
					"evidence": "EV-29",
					"kinds": [{"term": "evidence_kind_contract"}, {"term": "evidence_kind_letter"}],
				},
			},
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {tc.want}
}

# A year that is not stated is called by its place.
test_fails_on_a_year_without_number_that_costs_nothing if {
	proposal := _finance({"cashflow": array.concat(_cashflow, [{"income_cny_wan": 20, "opex_cny_wan": 0}])})
	found := rule.findings with input.proposal as proposal
	{[f.code, f.path] | some f in found} == {
		["missing", ["finance", "cashflow", 3, "year"]],
		["costs_nothing", ["finance", "cashflow", 3, "opex_cny_wan"]],
	}
	[f.args.year | some f in found; f.code == "costs_nothing"] == [4]
}

# "The city subsidises it" names no size.
test_fails_on_a_subsidy_without_a_number if {
	found := rule.findings with input.proposal as _finance({"unit_cost_cny": 13000, "price_basis_zh": "由市财政补贴"})
	{f.code | some f in found} == {"price_below_cost", "basis_vague"}
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply[name] if {
	some name, proposal in {
		"before the pilot": object.union(_base, {"project": {"stage": "research"}}),
		"without income": object.remove(_base, ["finance"]),
	}
	not rule.applies with input.proposal as proposal
}
