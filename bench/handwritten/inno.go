package main

import (
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

var (
	impossible = []string{
		"无法", "不能", "不可", "不成立", "失效", "失去", "停止", "停摆", "中断", "消失", "不复", "做不到", "不再",
		"cannot", "can not", "unable", "impossible", "no longer", "stops", "ceases", "would not exist", "not exist",
	}
	counted = []string{
		"元", "户", "账号", "用户", "客户", "家", "人", "单位", "套",
		"cny", "rmb", "yuan", "user", "customer", "subscri", "account", "compan", "client",
	}
)

// inno04: a product that is native to AI.
func inno04(s *subject, r *report) {
	l := s.limits
	native, cashflow := get(s.root, "innovation", "ai_native"), list(s.finance, "cashflow")
	where := func(field string) proposal.Path { return at("innovation", "ai_native", field) }
	r.fields(native, at("innovation", "ai_native"), "role_of_ai_zh", "without_ai_effect_zh", "new_offering_zh", "revenue_share_pct")
	r.need(get(s.root, "scenarios"), "scenarios")
	r.rows(s.scenarios, []any{"scenarios"}, "autonomy_level")
	r.need(get(s.finance, "cashflow"), "finance", "cashflow")
	r.rows(cashflow, []any{"finance", "cashflow"}, "year", "income_cny_wan")
	if effect := text(get(native, "without_ai_effect_zh")); effect != "" && !contains(strings.ToLower(effect), impossible) {
		r.say("works_without_ai", where("without_ai_effect_zh"), nil)
	}
	if offering := strings.ToLower(text(get(native, "new_offering_zh"))); offering != "" && !(contains(offering, counted) && hasNumber(offering)) {
		r.say("offering_vague", where("new_offering_zh"), nil)
	}
	if zero(get(native, "revenue_share_pct")) {
		r.say("no_revenue", where("revenue_share_pct"), nil)
	}
	begin, known := 0.0, false
	for _, entry := range cashflow {
		if year, ok := number(get(entry, "year")); ok && (!known || year < begin) {
			begin, known = year, true
		}
	}
	income := false
	for _, entry := range cashflow {
		income = income || earns(entry) && below(get(entry, "year"), begin+l.incomeYear.n)
	}
	if known && !income {
		r.say("no_income", at("finance", "cashflow"), catalog.Args{"year": l.incomeYear.arg}, where("revenue_share_pct"))
	}
	highest, levels := 0.0, 0
	for _, scenario := range s.scenarios {
		if level, ok := number(get(scenario, "autonomy_level")); ok {
			highest = max(highest, level)
			levels++
		}
	}
	if levels > 0 && levels == len(s.scenarios) && highest < l.nativeAutonomy.n {
		args := catalog.Args{"level": decimal(highest), "min": l.nativeAutonomy.arg}
		r.say("autonomy_low", at("scenarios"), args, each(s.scenarios, every, "autonomy_level", "scenarios")...)
	}
}
