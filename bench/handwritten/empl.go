package main

import (
	"math"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// empl04: collective lay-offs.
func empl04(s *subject, r *report) {
	notice := s.limits.notice
	consultation := get(s.root, "employment", "consultation")
	r.need(consultation, "employment", "consultation")
	if !empty(consultation) {
		r.fields(consultation, at("employment", "consultation"), "union", "date", "minutes", "art41_applies", "notice_days", "labour_authority_report")
	}
	r.need(get(s.finance, "items"), "finance", "items")
	var people float64
	for i, o := range s.occupations {
		people += or(get(o, "exit"), 0)
		if leaves(o) {
			r.need(get(o, "timing"), "employment", "occupations", i, "timing")
		}
	}
	exits := decimal(people)
	where := func(field string) proposal.Path { return at("employment", "consultation", field) }
	leaving := func() []proposal.Path { return each(s.occupations, leaves, "exit", "employment", "occupations") }
	if no(get(consultation, "art41_applies")) {
		args := catalog.Args{"exits": exits, "people": s.limits.exitPeople.arg, "pct": s.limits.exitStaff.arg}
		r.say("art41_denied", where("art41_applies"), args, append(leaving(), at("applicant", "employees"))...)
	}
	if no(get(consultation, "union")) {
		r.say("not_consulted", where("union"), catalog.Args{"exits": exits}, leaving()...)
	}
	if date := text(get(consultation, "date")); date != "" {
		if limit, path := s.deadline(); limit != "" {
			if days := day(limit) - day(date); float64(days) < notice.n {
				code := "consulted_late"
				if days < 0 {
					code = "consulted_after"
				}
				r.say(code, where("date"), dated(date, limit, catalog.Args{"days": whole(days), "min": notice.arg}), path)
			}
		}
	}
	if days := get(consultation, "notice_days"); below(days, notice.n) {
		r.say("notice_short", where("notice_days"), catalog.Args{"days": written(days), "min": notice.arg})
	}
	if no(get(consultation, "labour_authority_report")) {
		r.say("not_reported", where("labour_authority_report"), catalog.Args{"exits": exits})
	}
	if minutes := text(get(consultation, "minutes")); minutes != "" {
		code := "minutes_weak"
		if s.flaw(minutes) == "evidence_reused" {
			code = "minutes_reused"
		}
		s.weak(r, code, where("minutes"), minutes, nil)
	}
	if len(s.items) > 0 && s.spent("other")+s.spent("contingency") == 0 {
		r.say("compensation_unfunded", at("finance", "items"), catalog.Args{"exits": exits, "categories": terms("item", "other", "contingency")}, leaving()...)
	}
}

// deadline gives the first day on which somebody leaves or something goes live, and where it is written.
func (s *subject) deadline() (string, proposal.Path) {
	first, leaving, row := "", false, 0
	for i, o := range s.occupations {
		if on := text(get(o, "timing")); on != "" && leaves(o) && (first == "" || on < first) {
			first, leaving, row = on, true, i
		}
	}
	for i, m := range s.milestones {
		if due := text(get(m, "due")); due != "" && goLive(m) && (first == "" || due < first) {
			first, leaving, row = due, false, i
		}
	}
	if leaving {
		return first, at("employment", "occupations", row, "timing")
	}
	return first, at("plan", "milestones", row, "due")
}

func goLive(milestone *value) bool { return text(get(milestone, "kind")) == "go_live" }

// empl05: AI skills training plan.
func empl05(s *subject, r *report) {
	r.need(get(s.root, "employment", "training"), "employment", "training")
	r.rows(s.training, []any{"employment", "training"}, "audience", "trainees", "hours", "provider", "curriculum", "by", "cost_cny_wan")
	if len(s.training) == 0 {
		return
	}
	for _, p := range s.training {
		if is(text(get(p, "audience")), "affected", "all_staff") {
			r.need(get(s.applicant, "employees"), "applicant", "employees")
			break
		}
	}
	limit, path, code := s.end, at("project", "end"), "after_project_end"
	live, last, row := false, "", 0
	for i, m := range s.milestones {
		if goLive(m) {
			live = true
			due := text(get(m, "due"))
			r.need(get(m, "due"), "plan", "milestones", i, "due")
			if due != "" && due >= last {
				last, row = due, i
			}
		}
	}
	if !live {
		r.need(get(s.project, "end"), "project", "end")
	}
	if last != "" && (limit == "" || last <= limit) {
		limit, path, code = last, at("plan", "milestones", row, "due"), "after_go_live"
	}
	for i, p := range s.training {
		where := func(field string) proposal.Path { return at("employment", "training", i, field) }
		if zero(get(p, "trainees")) {
			r.say("no_trainees", where("trainees"), catalog.Args{"programme": whole(i + 1)})
		}
		needed := s.limits.trainingHours
		if text(get(p, "audience")) == "affected" {
			needed = s.limits.trainingAffected
		}
		if hours := get(p, "hours"); below(hours, needed.n) {
			r.say("hours_short", where("hours"), catalog.Args{"programme": whole(i + 1), "hours": written(hours), "min": needed.arg}, where("audience"))
		}
		if curriculum := text(get(p, "curriculum")); strings.HasPrefix(curriculum, "EV-") {
			s.weak(r, "curriculum_weak", where("curriculum"), curriculum, catalog.Args{"programme": whole(i + 1)})
		}
		if by := text(get(p, "by")); by != "" {
			more := catalog.Args{"programme": whole(i + 1)}
			r.late(code, where("by"), by, limit, path, more)
			r.early("before_start", where("by"), by, s.start, at("project", "start"), more)
		}
		s.trained(r, i, p)
	}
	if costs, stated := sum(s.training, "cost_cny_wan"); stated == len(s.training) {
		code := "budget_mismatch"
		if s.spent("training") == 0 {
			code = "not_budgeted"
		}
		s.mismatch(r, code, at("employment", "training"), costs, wan(costs), "training")
	}
}

// trained says that a programme costs too little or too much for its people and hours, or trains more people than there are.
func (s *subject) trained(r *report, i int, p *value) {
	low, high := s.limits.priceMin, s.limits.priceMax
	where := func(field string) proposal.Path { return at("employment", "training", i, field) }
	hours := or(get(p, "trainees"), 0) * or(get(p, "hours"), 0)
	if cost, ok := fen(get(p, "cost_cny_wan")); ok && hours > 0 {
		price := -1.0
		switch c := float64(cost); {
		case c < low.n*100*hours:
			price = math.Floor(c/hours) / 100
		case c > high.n*100*hours:
			price = math.Ceil(c/hours) / 100
		}
		if price >= 0 {
			args := catalog.Args{"price": decimal(price), "min": low.arg, "max": high.arg, "programme": whole(i + 1)}
			r.say("price", where("cost_cny_wan"), args, where("trainees"), where("hours"))
		}
	}
	own, ok := number(get(s.applicant, "employees"))
	staff, partners := own, true
	switch text(get(p, "audience")) {
	case "affected":
		staff = s.staff
	case "all_staff":
		partners = false
	case "partner_staff":
		staff = s.staff - own
	default:
		return
	}
	audience := text(get(p, "audience"))
	if trainees := get(p, "trainees"); (ok || audience == "partner_staff") && above(trainees, staff) {
		var related []proposal.Path
		if audience != "partner_staff" {
			related = append(related, at("applicant", "employees"))
		}
		if partners {
			related = append(related, each(s.partners, every, "employees", "partners")...)
		}
		r.say("trainees_above_staff", where("trainees"), catalog.Args{
			"programme": whole(i + 1), "trainees": written(trainees), "audience": term("audience", audience), "staff": decimal(staff),
		}, related...)
	}
}

// empl08: support for entrepreneurship and re-employment.
func empl08(s *subject, r *report) {
	programmes := get(s.root, "employment", "entrepreneurship")
	r.need(programmes, "employment", "entrepreneurship")
	rows := programmes.Items()
	r.rows(rows, []any{"employment", "entrepreneurship"}, "kind", "beneficiaries", "period_months")
	sharing := get(s.root, "compute", "sharing")
	vouchers := above(get(sharing, "public_share_pct"), 0) || above(get(sharing, "sme_discount_pct"), 0)
	interfaces := false
	for i, p := range rows {
		where := func(field string) proposal.Path { return at("employment", "entrepreneurship", i, field) }
		kind := text(get(p, "kind"))
		interfaces = interfaces || kind == "open_api"
		if zero(get(p, "beneficiaries")) {
			r.say("nobody_reached", where("beneficiaries"), catalog.Args{"programme": whole(i + 1)})
		}
		if zero(get(p, "period_months")) {
			r.say("no_time", where("period_months"), catalog.Args{"programme": whole(i + 1)})
		}
		if kind == "open_api" || kind == "compute_voucher" && vouchers {
			continue
		}
		budget := get(p, "budget_cny_wan")
		r.need(budget, "employment", "entrepreneurship", i, "budget_cny_wan")
		if zero(budget) {
			r.say("no_means", where("budget_cny_wan"), catalog.Args{"programme": whole(i + 1)})
		}
	}
	if interfaces {
		docs := text(get(s.root, "ecosystem", "platform", "api_docs"))
		switch {
		case docs == "":
			r.say("api_undocumented", at("ecosystem", "platform", "api_docs"), nil, each(rows, func(p *value) bool {
				return text(get(p, "kind")) == "open_api"
			}, "kind", "employment", "entrepreneurship")...)
		case strings.HasPrefix(docs, "EV-"):
			s.weak(r, "api_docs_weak", at("ecosystem", "platform", "api_docs"), docs, nil)
		}
	}
	budgeted, _ := sum(rows, "budget_cny_wan")
	total := get(s.finance, "total_cny_wan")
	if budgeted > 0 {
		r.need(total, "finance", "total_cny_wan")
	}
	if n, ok := fen(total); ok && budgeted > n {
		args := catalog.Args{"budget_wan": wan(budgeted), "total_wan": written(total)}
		r.say("above_total", at("employment", "entrepreneurship"), args, at("finance", "total_cny_wan"))
	}
}
