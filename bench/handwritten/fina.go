package main

import (
	"math"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// fina01: the budget balances.
func fina01(s *subject, r *report) {
	total := get(s.finance, "total_cny_wan")
	annual, packages := list(s.finance, "annual"), list(s.root, "plan", "work_packages")
	r.fields(s.finance, at("finance"), "total_cny_wan", "items", "sources", "annual")
	r.need(get(s.root, "plan", "work_packages"), "plan", "work_packages")
	r.rows(s.items, []any{"finance", "items"}, "amount", "wp_id")
	r.rows(s.sources, []any{"finance", "sources"}, "amount")
	r.rows(annual, []any{"finance", "annual"}, "year", "amount")
	r.rows(packages, []any{"plan", "work_packages"}, "id", "budget_cny_wan")
	r.rows(s.partners, []any{"partners"}, "budget_cny_wan")
	r.fields(s.project, at("project"), "start", "end")
	if zero(total) {
		r.say("total_zero", at("finance", "total_cny_wan"), nil)
	}
	all, known := fen(total)
	s.table(r, s.items, "amount", "items", all, known, "finance", "items")
	s.table(r, s.sources, "amount", "sources", all, known, "finance", "sources")
	s.table(r, annual, "amount", "annual", all, known, "finance", "annual")
	s.table(r, packages, "budget_cny_wan", "packages", all, known, "plan", "work_packages")
	s.packages(r, packages)
	if given, _ := sum(s.partners, "budget_cny_wan"); known && given > all {
		related := append([]proposal.Path{at("finance", "total_cny_wan")}, each(s.partners, every, "budget_cny_wan", "partners")...)
		r.say("partners_above_total", at("partners"), catalog.Args{"partners_wan": wan(given), "total_wan": written(total)}, related...)
	}
	if below(total, 0) {
		r.say("negative", at("finance", "total_cny_wan"), catalog.Args{"amount": written(total)})
	}
	negative(r, s.items, "amount", "finance", "items")
	negative(r, s.sources, "amount", "finance", "sources")
	negative(r, annual, "amount", "finance", "annual")
	negative(r, packages, "budget_cny_wan", "plan", "work_packages")
	negative(r, s.partners, "budget_cny_wan", "partners")
	if s.start != "" && s.end != "" {
		s.years(r, annual, "annual")
		s.years(r, s.items, "items")
	}
}

// table says that a table with all of its amounts does not add up to the total.
func (s *subject) table(r *report, rows []*value, field, name string, total int64, known bool, path ...any) {
	amount, stated := sum(rows, field)
	if !known || len(rows) == 0 || stated < len(rows) || s.same(amount, total) {
		return
	}
	args := catalog.Args{"table": term("table", name), "sum_wan": wan(amount), "total_wan": written(get(s.finance, "total_cny_wan"))}
	r.say("table_differs", at(path...), args, at("finance", "total_cny_wan"))
}

// packages says that the items of a work package are not its budget, where all items are complete.
func (s *subject) packages(r *report, packages []*value) {
	for _, item := range s.items {
		if !there(get(item, "amount")) || !there(get(item, "wp_id")) {
			return
		}
	}
	if len(s.items) == 0 {
		return
	}
	for i, task := range packages {
		id := get(task, "id")
		budget, ok := fen(get(task, "budget_cny_wan"))
		if !ok || !there(id) {
			continue
		}
		var spent int64
		for _, item := range s.items {
			if text(get(item, "wp_id")) == text(id) {
				n, _ := fen(get(item, "amount"))
				spent += n
			}
		}
		if !s.same(spent, budget) {
			args := catalog.Args{"package": written(id), "sum_wan": wan(spent), "budget_wan": written(get(task, "budget_cny_wan"))}
			r.say("package_differs", at("plan", "work_packages", i, "budget_cny_wan"), args, at("finance", "items"))
		}
	}
}

func negative(r *report, rows []*value, field string, section ...any) {
	for i, row := range rows {
		if amount := get(row, field); below(amount, 0) {
			r.say("negative", rowPath(section, i, field), catalog.Args{"amount": written(amount)})
		}
	}
}

func (s *subject) years(r *report, rows []*value, table string) {
	from, to := digits(s.start, 0, 4), digits(s.end, 0, 4)
	for i, row := range rows {
		if year := get(row, "year"); below(year, float64(from)) || above(year, float64(to)) {
			args := catalog.Args{"year": written(year), "from": whole(from), "to": whole(to)}
			r.say("year_outside", at("finance", table, i, "year"), args, at("project", "start"), at("project", "end"))
		}
	}
}

func sourceKind(source *value) catalog.Arg {
	if kind := get(source, "kind"); there(kind) {
		return term("source_kind", text(kind))
	}
	return term("source_kind", "unsaid")
}

func proven(source *value) bool { return is(text(get(source, "status")), "secured", "committed") }

// fina02: funding is secured.
func fina02(s *subject, r *report) {
	total := get(s.finance, "total_cny_wan")
	r.fields(s.finance, at("finance"), "sources", "total_cny_wan")
	r.rows(s.sources, []any{"finance", "sources"}, "kind", "amount", "status")
	var own, certain int64
	stated := len(s.sources) > 0
	for i, source := range s.sources {
		status, amount := text(get(source, "status")), get(source, "amount")
		n, ok := fen(amount)
		if ok && text(get(source, "kind")) == "self" {
			own += n
		}
		if ok && proven(source) {
			certain += n
		}
		stated = stated && ok && n >= 0 && status != ""
		cited := text(get(source, "evidence"))
		switch {
		case !proven(source):
		case cited == "":
			args := catalog.Args{"source": whole(i + 1), "kind": sourceKind(source), "status": term("funding", status)}
			r.say("unproven", at("finance", "sources", i, "evidence"), args, at("finance", "sources", i, "status"))
		default:
			s.weak(r, "evidence_weak", at("finance", "sources", i, "evidence"), cited, catalog.Args{"source": whole(i + 1), "kind": sourceKind(source)})
		}
		if cited != "" {
			s.again(r, i, source, cited)
		}
	}
	if n, ok := fen(total); ok && stated && n > 0 && float64(certain)*100 < s.limits.fundingCertain.n*float64(n) {
		args := catalog.Args{"pct": decimal(float64(certain*1000/n) / 10), "min": s.limits.fundingCertain.arg}
		r.say("funding_short", at("finance", "sources"), args, each(s.sources, func(v *value) bool {
			return text(get(v, "status")) == "planned"
		}, "status", "finance", "sources")...)
	}
	if kind := text(get(s.applicant, "org_type")); is(kind, "research_institute", "university", "government") ||
		kind == "public_institution" && is(text(get(s.applicant, "sector_gb4754")), "M", "M73") {
		return
	}
	revenue := get(s.applicant, "revenue_cny_wan")
	if own > 0 {
		r.need(revenue, "applicant", "revenue_cny_wan")
	}
	if n, ok := fen(revenue); ok && float64(own) > s.limits.selfRaised.n*float64(n) {
		related := each(s.sources, func(v *value) bool { return text(get(v, "kind")) == "self" }, "amount", "finance", "sources")
		args := catalog.Args{"self_wan": wan(own), "revenue_wan": written(revenue), "times": s.limits.selfRaised.arg}
		r.say("self_beyond_revenue", at("finance", "sources"), args, append(related, at("applicant", "revenue_cny_wan"))...)
	}
}

// again says that one letter of a bank or an investor is to prove two sums.
func (s *subject) again(r *report, i int, source *value, cited string) {
	lends := func(v *value) bool { return is(text(get(v, "kind")), "bank_loan", "equity", "bond") }
	var earlier []proposal.Path
	for j, other := range s.sources[:i] {
		if text(get(other, "evidence")) == cited && (lends(source) || lends(other)) {
			earlier = append(earlier, at("finance", "sources", j, "evidence"))
		}
	}
	if earlier != nil {
		args := catalog.Args{"source": whole(i + 1), "kind": sourceKind(source), "evidence": words(cited)}
		r.say("letter_twice", at("finance", "sources", i, "evidence"), args, earlier...)
	}
}

var (
	treasury     = []string{"财政", "政府", "国库", "treasury", "government", "fiscal"}
	institutions = []string{"公司", "担保", "保险", "银行", "基金", "company", "ltd", "corp", "insur", "guarantee", "bank", "fund"}
)

// fina03: risk sharing.
func fina03(s *subject, r *report) {
	l := s.limits
	sharing, total := get(s.finance, "risk_sharing"), get(s.finance, "total_cny_wan")
	rows := sharing.Items()
	r.fields(s.finance, at("finance"), "risk_sharing", "items", "total_cny_wan")
	r.rows(rows, []any{"finance", "risk_sharing"}, "instrument", "bearer", "covers_risk_ids", "cover_cny_wan", "terms")
	all, known := fen(total)
	fiscally := len(rows) > 0
	var bearers []catalog.Arg
	for i, row := range rows {
		where := func(field string) proposal.Path { return at("finance", "risk_sharing", i, field) }
		cover := get(row, "cover_cny_wan")
		if zero(cover) {
			r.say("cover_zero", where("cover_cny_wan"), catalog.Args{"instrument": whole(i + 1)})
		}
		if n, ok := fen(cover); ok && known && n > all {
			args := catalog.Args{"instrument": whole(i + 1), "cover_wan": written(cover), "total_wan": written(total)}
			r.say("cover_above_total", where("cover_cny_wan"), args, at("finance", "total_cny_wan"))
		}
		for j, id := range list(row, "covers_risk_ids") {
			if !s.risky(text(id)) {
				r.say("risk_unknown", at("finance", "risk_sharing", i, "covers_risk_ids", j), catalog.Args{"id": written(id), "instrument": whole(i + 1)})
			}
		}
		s.weak(r, "terms_weak", where("terms"), text(get(row, "terms")), catalog.Args{"instrument": whole(i + 1)})
		bearer := get(row, "bearer")
		bearers = append(bearers, written(bearer))
		fiscally = fiscally && there(bearer) && s.ofBudget(text(bearer))
	}
	if fiscally {
		r.say("bearer_fiscal", at("finance", "risk_sharing"), catalog.Args{"bearers": {List: bearers}}, each(rows, every, "bearer", "finance", "risk_sharing")...)
	}
	if all <= 0 {
		return
	}
	contingency := float64(s.spent("contingency"))
	args := func(limit limit) catalog.Args {
		return catalog.Args{"pct": decimal(math.Round(contingency*10000/float64(all)) / 100), "limit": limit.arg}
	}
	if len(s.items) > 0 && contingency*100 < l.contingencyMin.n*float64(all) {
		r.say("contingency_low", at("finance", "items"), args(l.contingencyMin), at("finance", "total_cny_wan"))
	}
	if contingency*100 > l.contingencyMax.n*float64(all) {
		r.say("contingency_high", at("finance", "items"), args(l.contingencyMax), at("finance", "total_cny_wan"))
	}
}

func (s *subject) risky(id string) bool {
	for _, risk := range s.risks {
		if rid := get(risk, "id"); there(rid) && text(rid) == id {
			return true
		}
	}
	return false
}

// ofBudget says whether a party is the state's budget.
func (s *subject) ofBudget(bearer string) bool {
	party := s.party(bearer)
	if party == "applicant" && text(get(s.applicant, "org_type")) == "government" {
		return true
	}
	for _, p := range s.partners {
		if id := text(get(p, "id")); id != "" && text(get(p, "org_type")) == "government" && s.party(id) == party {
			return true
		}
	}
	said := strings.ToLower(bearer)
	return contains(said, treasury) && !contains(said, institutions)
}
