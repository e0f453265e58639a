# METADATA
# title: The tables of money
# description: >-
#   Items, sources, years and work packages each add up to the total, and the items of a work package to its budget
#   (X-SUM). Sums are of whole fen. A table with an amount missing is not judged here: the amount is reported as missing
#   by the rule that needs it.
# custom:
#   title_zh: 资金表
#   description_zh: "科目、来源、年度和工作包各自合计等于总额，工作包下的科目合计等于该工作包预算（X-SUM）。合计以分为单位取整。\
#     缺金额的表此处不判：由需要该金额的规则报告缺项。"
package aiplus.checks.ledger

import data.aiplus.thresholds
import data.lib.money

# METADATA
# description: A disagreement for each table that does not add up to the total; args table, sum_wan and total_wan.
totals contains {
	"path": path,
	"related": [["finance", "total_cny_wan"]],
	"args": {
		"table": {"term": concat("_", ["table", name])},
		"sum_wan": money.wan(sum(amounts)),
		"total_wan": input.proposal.finance.total_cny_wan,
	},
} if {
	some name, [path, amounts] in _tables
	not _same(sum(amounts), money.fen(input.proposal.finance.total_cny_wan))
}

# METADATA
# description: >-
#   A disagreement for each work package whose budget is not what its items add up to; args package, sum_wan and
#   budget_wan. Not judged while an item lacks its amount or its work package.
packages contains {
	"path": ["plan", "work_packages", i, "budget_cny_wan"],
	"related": [["finance", "items"]],
	"args": {"package": task.id, "sum_wan": money.wan(spent), "budget_wan": task.budget_cny_wan},
} if {
	_tables.items
	_assigned
	some i, task in input.proposal.plan.work_packages
	spent := sum([money.fen(item.amount) | some item in input.proposal.finance.items; item.wp_id == task.id])
	not _same(spent, money.fen(task.budget_cny_wan))
}

_assigned if {
	every item in input.proposal.finance.items {
		item.wp_id
	}
}

_same(a, b) if money.same(a, b, money.fen(thresholds.budget_tolerance_wan.value))

_tables["items"] := [["finance", "items"], amounts] if {
	items := input.proposal.finance.items
	amounts := [money.fen(item.amount) | some item in items]
	_whole(amounts, items)
}

_tables["sources"] := [["finance", "sources"], amounts] if {
	sources := input.proposal.finance.sources
	amounts := [money.fen(source.amount) | some source in sources]
	_whole(amounts, sources)
}

_tables["annual"] := [["finance", "annual"], amounts] if {
	years := input.proposal.finance.annual
	amounts := [money.fen(year.amount) | some year in years]
	_whole(amounts, years)
}

_tables["packages"] := [["plan", "work_packages"], amounts] if {
	tasks := input.proposal.plan.work_packages
	amounts := [money.fen(task.budget_cny_wan) | some task in tasks]
	_whole(amounts, tasks)
}

# Every entry has its amount, and there are entries.
_whole(amounts, entries) if {
	count(amounts) > 0
	count(amounts) == count(entries)
}
