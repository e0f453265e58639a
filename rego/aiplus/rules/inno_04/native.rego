# METADATA
# title: AI-native product or business
# description: >-
#   Who calls a product AI-native shows that it does not exist without AI: what then cannot be done, a scenario in which
#   the system acts by itself, an offering with a price or a number of users, and income from it by the third year.
package aiplus.rules.inno_04

import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.ai_native

_at(field) := ["innovation", "ai_native", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["role_of_ai_zh", "without_ai_effect_zh", "new_offering_zh", "revenue_share_pct"]
}

_needed contains ["scenarios"]

_needed contains ["scenarios", i, "autonomy_level"] if some i, _ in input.proposal.scenarios

_needed contains ["finance", "cashflow"]

_needed contains ["finance", "cashflow", i, field] if {
	some i, _ in input.proposal.finance.cashflow
	some field in ["year", "income_cny_wan"]
}

# Slower, dearer or less exact is what any tool is without which one works: native is what then cannot be done at all.
findings contains {"code": "works_without_ai", "path": _at("without_ai_effect_zh"), "args": {}} if {
	effect := lower(input.proposal.innovation.ai_native.without_ai_effect_zh)
	effect != ""
	not _impossible(effect)
}

_impossible(effect) if {
	some word in [
		"无法", "不能", "不可", "不成立", "失效", "失去", "停止", "停摆", "中断", "消失", "不复", "做不到", "不再",
		"cannot", "can not", "unable", "impossible", "no longer", "stops", "ceases", "would not exist", "not exist",
	]
	contains(effect, word)
}

# A price or a number of users: a number, and what it counts.
findings contains {"code": "offering_vague", "path": _at("new_offering_zh"), "args": {}} if {
	offering := lower(input.proposal.innovation.ai_native.new_offering_zh)
	offering != ""
	not _priced(offering)
}

_priced(offering) if {
	text.has_number(offering)
	some word in [
		"元", "户", "账号", "用户", "客户", "家", "人", "单位", "套",
		"cny", "rmb", "yuan", "user", "customer", "subscri", "account", "compan", "client",
	]
	contains(offering, word)
}

findings contains {"code": "no_revenue", "path": _at("revenue_share_pct"), "args": {}} if {
	input.proposal.innovation.ai_native.revenue_share_pct == 0
}

# A share of nothing is nothing: by the third year the cash flow has income.
findings contains {
	"code": "no_income",
	"path": ["finance", "cashflow"],
	"related": [_at("revenue_share_pct")],
	"args": {"year": thresholds.inno_income_by_year.value},
} if {
	years := {entry.year | some entry in input.proposal.finance.cashflow}
	count(years) > 0
	limit := min(years) + thresholds.inno_income_by_year.value
	count([1 | some entry in input.proposal.finance.cashflow; entry.year < limit; entry.income_cny_wan > 0]) == 0
}

findings contains {
	"code": "autonomy_low",
	"path": ["scenarios"],
	"related": [["scenarios", i, "autonomy_level"] | some i, _ in input.proposal.scenarios],
	"args": {"level": max(levels), "min": thresholds.inno_native_autonomy_min.value},
} if {
	levels := [scenario.autonomy_level | some scenario in input.proposal.scenarios]
	count(levels) == count(input.proposal.scenarios)
	max(levels) < thresholds.inno_native_autonomy_min.value
}
