# METADATA
# title: Sub-budgets
# description: An amount stated in one section against the items of the budget that pay for it (X-BUD).
# custom:
#   title_zh: 分项预算
#   description_zh: 其他章节写明的金额，与预算中对应科目是否相符（X-BUD）。
package aiplus.checks.budget

import data.aiplus.thresholds
import data.lib.money

# METADATA
# description: What the budget holds for a category, in fen; 0 when it names none.
items(category) := object.get(_totals, category, 0)

_totals := {category: sum([amount | some amount in amounts]) | some category, amounts in _amounts}

# By category, the amount of each item; the index keeps equal amounts apart.
_amounts[item.category][i] := money.fen(item.amount) if some i, item in input.proposal.finance.items

# METADATA
# description: A disagreement when the amount stated, in 万元, is not what the items of the category add up to.
mismatch(path, wan, category) := {{
	"path": path,
	"related": [["finance", "items"]],
	"args": {
		"stated_wan": wan,
		"budgeted_wan": money.wan(budgeted),
		"category": {"term": concat("_", ["item", category])},
	},
} |
	budgeted := items(category)
	not money.same(money.fen(wan), budgeted, money.fen(thresholds.budget_tolerance_wan.value))
}
