# METADATA
# title: Budget balances
# description: >-
#   Items, sources, years and work packages each add up to the total, the items of each work package to its budget; what
#   partners get is part of the total, and the years lie in the project.
package aiplus.rules.fina_01

import data.aiplus.checks.ledger
import data.aiplus.flags
import data.lib.fields
import data.lib.money

default applies := false

applies if flags.all

_total := ["finance", "total_cny_wan"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _total

_needed contains ["finance", table] if some table in ["items", "sources", "annual"]

_needed contains ["plan", "work_packages"]

_needed contains ["finance", "items", i, field] if {
	some i, _ in input.proposal.finance.items
	some field in ["amount", "wp_id"]
}

_needed contains ["finance", "sources", i, "amount"] if some i, _ in input.proposal.finance.sources

_needed contains ["finance", "annual", i, field] if {
	some i, _ in input.proposal.finance.annual
	some field in ["year", "amount"]
}

_needed contains ["plan", "work_packages", i, field] if {
	some i, _ in input.proposal.plan.work_packages
	some field in ["id", "budget_cny_wan"]
}

_needed contains ["partners", i, "budget_cny_wan"] if some i, _ in input.proposal.partners

_needed contains ["project", field] if some field in ["start", "end"]

findings contains {"code": "total_zero", "path": _total, "args": {}} if input.proposal.finance.total_cny_wan == 0

findings contains object.union(disagreement, {"code": "table_differs"}) if some disagreement in ledger.totals

findings contains object.union(disagreement, {"code": "package_differs"}) if some disagreement in ledger.packages

findings contains {
	"code": "partners_above_total",
	"path": ["partners"],
	"related": array.concat([_total], [["partners", i, "budget_cny_wan"] | some i, _ in input.proposal.partners]),
	"args": {"partners_wan": money.wan(given), "total_wan": input.proposal.finance.total_cny_wan},
} if {
	given := sum([money.fen(partner.budget_cny_wan) | some partner in input.proposal.partners])
	given > money.fen(input.proposal.finance.total_cny_wan)
}

findings contains {"code": "negative", "path": path, "args": {"amount": amount}} if {
	some [path, amount] in _amounts
	amount < 0
}

_amounts contains [["finance", table, i, "amount"], row.amount] if {
	some table in ["items", "sources", "annual"]
	some i, row in input.proposal.finance[table]
}

_amounts contains [["plan", "work_packages", i, "budget_cny_wan"], task.budget_cny_wan] if {
	some i, task in input.proposal.plan.work_packages
}

_amounts contains [["partners", i, "budget_cny_wan"], partner.budget_cny_wan] if {
	some i, partner in input.proposal.partners
}

_amounts contains [_total, input.proposal.finance.total_cny_wan]

# A year lies in the project when some day of it does.
findings contains {
	"code": "year_outside",
	"path": ["finance", table, i, "year"],
	"related": [["project", "start"], ["project", "end"]],
	"args": {"year": row.year, "from": from, "to": to},
} if {
	from := to_number(substring(input.proposal.project.start, 0, 4))
	to := to_number(substring(input.proposal.project.end, 0, 4))
	some table in ["annual", "items"]
	some i, row in input.proposal.finance[table]
	_outside(row.year, from, to)
}

_outside(year, from, _) if year < from

_outside(year, _, to) if year > to
