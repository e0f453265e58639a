package aiplus.rules.fina_01_test

import data.aiplus.rules.fina_01 as rule

_base := {
	"project": {"start": "2026-11-01", "end": "2028-04-30"},
	"partners": [{"id": "P1", "budget_cny_wan": 10}],
	"finance": {
		"total_cny_wan": 86,
		"items": [
			{"category": "data", "amount": 50, "wp_id": "W1"},
			{"category": "personnel", "amount": 36, "wp_id": "W2", "year": 2027},
		],
		"sources": [{"kind": "self", "amount": 56}, {"kind": "local_fiscal", "amount": 30}],
		"annual": [{"year": 2026, "amount": 14}, {"year": 2027, "amount": 52}, {"year": 2028, "amount": 20}],
	},
	"plan": {"work_packages": [{"id": "W1", "budget_cny_wan": 50}, {"id": "W2", "budget_cny_wan": 36}]},
}

_edited(edit) := object.union(_base, edit)

_money(changes) := _edited({"finance": changes})

_annual(years) := _money({"annual": years})

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"balanced": _base,
	"no partners": object.remove(_base, ["partners"]),
	"partners get all": _edited({"partners": [{"budget_cny_wan": 86}]}),
	"one year": _annual([{"year": 2027, "amount": 86}]),
	"income in years after the project": _money({"cashflow": [{"year": 2030, "income_cny_wan": 18}]}),
	"a table of one's own": _money({"corrections": [{"amount": -1}]}),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"nothing": {"proposal": {}, "codes": ["missing", "missing", "missing", "missing", "missing", "missing", "missing"]},
	"a total of nothing": {
		"proposal": _money({"total_cny_wan": 0}),
		"codes": ["partners_above_total", "table_differs", "table_differs", "table_differs", "table_differs", "total_zero"],
	},
	"a year that is short": {
		"proposal": _annual([{"year": 2026, "amount": 14}, {"year": 2027, "amount": 51}, {"year": 2028, "amount": 20}]),
		"codes": ["table_differs"],
	},
	"a package that is short": {
		"proposal": _money({"items": [
			{"category": "data", "amount": 49, "wp_id": "W1"},
			{"category": "personnel", "amount": 37, "wp_id": "W2"},
		]}),
		"codes": ["package_differs", "package_differs"],
	},
	"partners get more than all": {
		"proposal": _edited({"partners": [{"budget_cny_wan": 80}, {"budget_cny_wan": 6.01}]}),
		"codes": ["partners_above_total"],
	},
	"a negative year": {
		"proposal": _annual([{"year": 2026, "amount": -14}, {"year": 2027, "amount": 100}]),
		"codes": ["negative"],
	},
	"a negative partner": {"proposal": _edited({"partners": [{"budget_cny_wan": -1}]}), "codes": ["negative"]},
	"a negative package": {
		"proposal": _edited({"plan": {"work_packages": [{"id": "W1", "budget_cny_wan": 87}, {"id": "W2", "budget_cny_wan": -1}]}}),
		"codes": ["negative", "package_differs", "package_differs"],
	},
	"the year before": {
		"proposal": _annual([{"year": 2025, "amount": 14}, {"year": 2027, "amount": 72}]),
		"codes": ["year_outside"],
	},
	"the year after": {
		"proposal": _annual([{"year": 2029, "amount": 14}, {"year": 2027, "amount": 72}]),
		"codes": ["year_outside"],
	},
	"an item of the year after": {
		"proposal": _money({"items": [
			{"category": "data", "amount": 50, "wp_id": "W1", "year": 2029},
			{"category": "personnel", "amount": 36, "wp_id": "W2"},
		]}),
		"codes": ["year_outside"],
	},
	"a negative total": {
		"proposal": _money({"total_cny_wan": -86}),
		"codes": ["negative", "partners_above_total", "table_differs", "table_differs", "table_differs", "table_differs"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

_needed := {
	"total": ["finance", "total_cny_wan"],
	"items": ["finance", "items"],
	"amount of an item": ["finance", "items", 0, "amount"],
	"package of an item": ["finance", "items", 0, "wp_id"],
	"sources": ["finance", "sources"],
	"amount of a source": ["finance", "sources", 0, "amount"],
	"years": ["finance", "annual"],
	"which year": ["finance", "annual", 0, "year"],
	"amount of a year": ["finance", "annual", 0, "amount"],
	"packages": ["plan", "work_packages"],
	"id of a package": ["plan", "work_packages", 0, "id"],
	"budget of a package": ["plan", "work_packages", 0, "budget_cny_wan"],
	"budget of a partner": ["partners", 0, "budget_cny_wan"],
	"start": ["project", "start"],
	"end": ["project", "end"],
}

test_each_field_is_needed[name] if {
	some name, path in _needed
	written := concat("/", [_written(key) | some key in path])
	_findings(json.remove(_base, [written])) == {{"code": "missing", "path": path, "args": {}}}
}

_written(key) := format_int(key, 10) if is_number(key)

_written(key) := key if is_string(key)

test_applies_to_everybody if rule.applies with input.proposal as {}

test_applies_default if rule.applies == false with data.aiplus.flags.all as false
