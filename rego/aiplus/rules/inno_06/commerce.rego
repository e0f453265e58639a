# METADATA
# title: Path to commercial scale
# description: >-
#   Three years of income and costs that begin when something is sold, a price above its cost by then or a subsidy that is
#   named and in the budget, income that price and users make together, and at least one customer who has signed.
package aiplus.rules.inno_06

import data.aiplus.checks.adopters
import data.aiplus.checks.kpis
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money
import data.lib.text

default applies := false

applies if {
	flags.deploy
	flags.commercial
}

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["finance", field] if {
	some field in ["cashflow", "unit_price_cny", "unit_cost_cny", "price_basis_zh"]
}

_needed contains ["finance", "cashflow", i, field] if {
	some i, _ in input.proposal.finance.cashflow
	some field in ["year", "income_cny_wan", "opex_cny_wan"]
}

_needed contains ["scenarios"]

_needed contains ["scenarios", i, "users_annual"] if some i, _ in input.proposal.scenarios

_needed contains ["plan", "milestones", i, "due"] if some i in _launches

_needed contains path if some path in adopters.needed

# Years.

_years := {entry.year | some entry in input.proposal.finance.cashflow}

findings contains {
	"code": "years_few",
	"path": ["finance", "cashflow"],
	"args": {"count": count(_years), "min": thresholds.inno_cashflow_years_min.value},
} if {
	count(_years) > 0
	every entry in input.proposal.finance.cashflow {
		entry.year
	}
	count(_years) < thresholds.inno_cashflow_years_min.value
}

findings contains {
	"code": "costs_nothing",
	"path": ["finance", "cashflow", i, "opex_cny_wan"],
	"related": [["finance", "cashflow", i, "income_cny_wan"]],
	"args": {"year": object.get(entry, "year", i + 1), "income_wan": entry.income_cny_wan},
} if {
	some i, entry in input.proposal.finance.cashflow
	entry.income_cny_wan > 0
	entry.opex_cny_wan == 0
}

# Nothing is sold before it is there. A project that scales up what is in use already may have income from the first day.

_launches := {i | some i, milestone in input.proposal.plan.milestones; milestone.kind == "go_live"}

_scaling if input.proposal.project.stage == "scaling"

findings contains {
	"code": "launch_absent",
	"path": ["plan", "milestones"],
	"related": [["finance", "cashflow"]],
	"args": {},
} if {
	not _scaling
	count(_launches) == 0
}

findings contains {
	"code": "income_before_launch",
	"path": ["finance", "cashflow", i, "income_cny_wan"],
	"related": [path],
	"args": {"year": entry.year, "income_wan": entry.income_cny_wan, "launch": launch},
} if {
	not _scaling
	[launch, path] := min([[due, ["plan", "milestones", k, "due"]] |
		some k in _launches
		due := input.proposal.plan.milestones[k].due
	])
	some i, entry in input.proposal.finance.cashflow
	entry.income_cny_wan > 0
	entry.year < to_number(substring(launch, 0, 4))
}

# Price, cost and users.

findings contains {
	"code": "price_below_cost",
	"path": ["finance", "unit_price_cny"],
	"related": [["finance", "unit_cost_cny"]],
	"args": {"price": input.proposal.finance.unit_price_cny, "cost": input.proposal.finance.unit_cost_cny},
} if {
	not _subsidised
	input.proposal.finance.unit_price_cny <= input.proposal.finance.unit_cost_cny
}

# A margin on paper that the cash flow does not show.
findings contains {
	"code": "loss_in_third_year",
	"path": ["finance", "cashflow"],
	"related": [["finance", "unit_price_cny"], ["finance", "unit_cost_cny"]],
	"args": {"year": year, "income_wan": money.wan(income), "opex_wan": money.wan(opex)},
} if {
	not _subsidised
	input.proposal.finance.unit_price_cny > input.proposal.finance.unit_cost_cny
	year := sort(_years)[thresholds.inno_cashflow_years_min.value - 1]
	income := _in(year, "income_cny_wan")
	opex := _in(year, "opex_cny_wan")
	income < opex
}

_in(year, field) := sum([money.fen(entry[field]) |
	some entry in input.proposal.finance.cashflow
	entry.year == year
])

# A subsidy is named with its size where the price is explained, and is among the sources of money.
_subsidised if {
	some source in input.proposal.finance.sources
	source.kind in {"central_fiscal", "local_fiscal"}
	source.amount > 0
	basis := lower(input.proposal.finance.price_basis_zh)
	text.has_number(basis)
	some word in ["补贴", "补助", "购买服务", "财政", "subsid", "grant"]
	contains(basis, word)
}

findings contains object.union(disagreement, {"code": "sales_do_not_add_up"}) if {
	some disagreement in kpis.sales
}

findings contains {"code": "basis_vague", "path": ["finance", "price_basis_zh"], "args": {}} if {
	basis := input.proposal.finance.price_basis_zh
	basis != ""
	not text.has_number(basis)
}

# Customers.

findings contains object.union(disagreement, {"code": "contract_weak"}) if some disagreement in adopters.weak

findings contains object.union(disagreement, {"code": "contract_kind"}) if some disagreement in adopters.other_kind
