package aiplus.flags

import data.aiplus.thresholds
import data.lib.money

# Money. When the total is left out, the tables speak for it.

default large := false

large if count(because.large) > 0

because.large contains ["finance", "total_cny_wan"] if {
	input.proposal.finance.total_cny_wan >= thresholds.large_cny_wan_min.value
}

because.large contains ["finance", table] if {
	not input.proposal.finance.total_cny_wan
	some table, amount in _tables
	amount >= money.fen(thresholds.large_cny_wan_min.value)
}

_tables := {
	"items": sum([money.fen(item.amount) | some item in input.proposal.finance.items]),
	"sources": sum([money.fen(source.amount) | some source in input.proposal.finance.sources]),
}

default fiscal := false

fiscal if count(because.fiscal) > 0

because.fiscal contains ["finance", "sources", i, "amount"] if {
	_publicly_funded
	some i in _fiscal_sources
}

_fiscal_sources := [i |
	some i, source in input.proposal.finance.sources
	source.kind in {"central_fiscal", "local_fiscal"}
	source.amount > 0
]

_fiscal_money := sum([money.fen(input.proposal.finance.sources[i].amount) | some i in _fiscal_sources])

_total := money.fen(input.proposal.finance.total_cny_wan)

_total := _tables.sources if not input.proposal.finance.total_cny_wan

_publicly_funded if _fiscal_money >= money.fen(thresholds.fiscal_cny_wan_min.value)

_publicly_funded if _fiscal_money * 100 >= thresholds.fiscal_pct_min.value * _total

# Income planned.

default commercial := false

commercial if count(because.commercial) > 0

because.commercial contains ["finance", "cashflow", i, "income_cny_wan"] if {
	some i, year in input.proposal.finance.cashflow
	year.income_cny_wan > 0
}

because.commercial contains ["inclusion", "threshold", "price_model"] if {
	input.proposal.inclusion.threshold.price_model in {"paid", "freemium"}
	not _not_for_profit
}

_not_for_profit if {
	input.proposal.applicant.org_type in {"public_institution", "university", "research_institute", "government", "social_org"}
}

because.commercial contains guard.path if some guard in _commercial_guards

_commercial_guards contains {
	"flag": "commercial",
	"code": "paid_without_cashflow",
	"path": ["finance", "cashflow"],
	"related": [["inclusion", "threshold", "price_model"]],
	"args": {},
} if {
	input.proposal.inclusion.threshold.price_model == "paid"
	not _has_cashflow
}

_has_cashflow if count(input.proposal.finance.cashflow) > 0
