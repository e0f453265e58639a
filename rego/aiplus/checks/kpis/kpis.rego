# METADATA
# title: Indicators
# description: >-
#   What is wrong with a performance indicator as a promise: nothing changes, or to the worse, or more than anybody would
#   believe, at dates that cannot be; and income that the price and the users do not make (X-KPI).
# custom:
#   title_zh: 指标
#   description_zh: "作为承诺的绩效指标有何问题：没有变化、变差、好得难以置信，日期不可能；以及收入与价格、用户数对不上（X-KPI）\
#     。"
package aiplus.checks.kpis

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.thresholds
import data.lib.money

# METADATA
# description: >-
#   Every flaw of every indicator: its index, the name of the flaw, and the disagreement. Names: target_is_baseline,
#   wrong_direction, leap, baseline_future, target_early, target_late, units_differ. What an indicator leaves out is not
#   judged here.
flaws contains {
	"index": i,
	"flaw": "target_is_baseline",
	"path": ["kpis", i, "target"],
	"related": [["kpis", i, "baseline"]],
	"args": {"kpi": name(i), "value": kpi.target},
} if {
	some i, kpi in input.proposal.kpis
	kpi.target == kpi.baseline
}

flaws contains {
	"index": i,
	"flaw": "wrong_direction",
	"path": ["kpis", i, "target"],
	"related": [["kpis", i, "baseline"], ["kpis", i, "direction"]],
	"args": {
		"kpi": name(i),
		"baseline": kpi.baseline,
		"target": kpi.target,
		"direction": {"term": concat("_", ["direction", kpi.direction])},
	},
} if {
	some i, kpi in input.proposal.kpis
	_backwards(kpi)
}

_backwards(kpi) if {
	kpi.direction == "up"
	kpi.target < kpi.baseline
}

_backwards(kpi) if {
	kpi.direction == "down"
	kpi.target > kpi.baseline
}

# Nothing is a multiple of zero: such a change has to be justified like one that is too large. What grows from zero is
# more than any multiple of it.
flaws contains {
	"index": i,
	"flaw": "leap",
	"path": ["kpis", i, "target"],
	"related": [["kpis", i, "baseline"], ["kpis", i, "baseline_source"], ["kpis", i, "verifier"]],
	"args": {
		"kpi": name(i),
		"baseline": kpi.baseline,
		"target": kpi.target,
		"max": thresholds.kpi_ratio_max.value,
	},
} if {
	some i, kpi in input.proposal.kpis
	kpi.target != kpi.baseline
	_leaps(abs(kpi.baseline), abs(kpi.target))
	not _justified(kpi)
}

_leaps(_, 0)

_leaps(baseline, target) if target > thresholds.kpi_ratio_max.value * baseline

# A leap is believed when the baseline is documented and somebody else will measure the target.
_justified(kpi) if {
	kpi.baseline_source in evidence.solid
	kpi.verifier in outsiders
}

# METADATA
# description: Those who verify an indicator and are not the project itself.
outsiders := {"customer", "third_party", "regulator"}

flaws contains object.union(disagreement, {"index": i, "flaw": "baseline_future", "args": _dated(i, disagreement)}) if {
	some i, kpi in input.proposal.kpis
	some disagreement in dates.after(
		["kpis", i, "baseline_date"], kpi.baseline_date,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

flaws contains object.union(disagreement, {"index": i, "flaw": "target_early", "args": _dated(i, disagreement)}) if {
	some i, kpi in input.proposal.kpis
	some disagreement in dates.before(
		["kpis", i, "target_date"], kpi.target_date,
		["project", "start"], input.proposal.project.start,
	)
}

flaws contains object.union(disagreement, {"index": i, "flaw": "target_late", "args": _dated(i, disagreement)}) if {
	some i, kpi in input.proposal.kpis
	some disagreement in dates.after(
		["kpis", i, "target_date"], kpi.target_date,
		["project", "end"], input.proposal.project.end,
	)
}

_dated(i, disagreement) := object.union(disagreement.args, {"kpi": name(i)})

# One name measured in two units is two things, or one that cannot be compared with itself.
flaws contains {
	"index": i,
	"flaw": "units_differ",
	"path": ["kpis", i, "unit"],
	"related": [["kpis", first, "unit"]],
	"args": {"kpi": name(i), "unit": kpi.unit, "other": input.proposal.kpis[first].unit},
} if {
	some called, indexes in _namesakes
	first := min(indexes)
	some i in indexes
	kpi := input.proposal.kpis[i]
	_plain(kpi.unit) != _plain(input.proposal.kpis[first].unit)
}

# Indexes of the indicators that have a unit, by name.
_namesakes[_plain(kpi.name_zh)] contains i if {
	some i, kpi in input.proposal.kpis
	kpi.unit
}

_plain(s) := lower(trim_space(s))

# METADATA
# description: What a finding calls the indicator at the index, its name or its place in the list.
name(i) := object.get(input.proposal.kpis[i], "name_zh", i + 1)

# METADATA
# description: Indexes of the indicators that say all that is judged here and have no flaw.
sound := {i |
	some i, kpi in input.proposal.kpis
	every field in ["name_zh", "unit", "direction", "baseline", "baseline_date", "target", "target_date"] {
		object.get(kpi, field, "") != ""
	}
	not i in _flawed
}

_flawed := {flaw.index | some flaw in flaws}

# METADATA
# description: >-
#   A disagreement when the income of the last year of the cash flow does not come from as many sales at the unit price as
#   the scenarios have users, cases or sites in a year: the price is for one of these. Sums over scenarios that leave the
#   number out are not used; without income or price nothing is judged here.
sales contains {
	"path": ["finance", "unit_price_cny"],
	"related": array.concat(
		[["finance", "cashflow", i, "income_cny_wan"]],
		[["scenarios", k, "users_annual"] | some k, _ in input.proposal.scenarios],
	),
	"args": {
		"year": year,
		"income_wan": input.proposal.finance.cashflow[i].income_cny_wan,
		"price": input.proposal.finance.unit_price_cny,
		"users": _demand.users_annual,
		"pct": thresholds.kpi_sales_tolerance_pct.value,
	},
} if {
	[year, i] := max([[year, i] |
		some i, entry in input.proposal.finance.cashflow
		year := entry.year
	])
	income := money.fen(input.proposal.finance.cashflow[i].income_cny_wan)
	price := input.proposal.finance.unit_price_cny * 100
	count([1 | some units in _demand; _sold(income, price * units)]) == 0
}

_demand[field] := sum([scenario[field] | some scenario in input.proposal.scenarios]) if {
	some field in ["users_annual", "cases_annual", "sites"]
	count(input.proposal.scenarios) > 0
	every scenario in input.proposal.scenarios {
		scenario[field] >= 0
	}
}

_sold(income, expected) if {
	expected > 0
	abs(income - expected) * 100 <= thresholds.kpi_sales_tolerance_pct.value * expected
}
