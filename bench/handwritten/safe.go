package main

import (
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// safe08: emergency response.
func safe08(s *subject, r *report) {
	section := get(s.safety, "emergency")
	where := func(field string) proposal.Path { return at("safety", "emergency", field) }
	running := !is(text(get(s.project, "stage")), "research", "prototype", "pilot")
	mttr := get(s.safety, "monitoring", "mttr_target_min")
	r.fields(section, at("safety", "emergency"), "plan", "kill_switch_zh", "rollback_zh", "rto_min", "drills_per_year", "fallback_manual_zh")
	r.need(mttr, "safety", "monitoring", "mttr_target_min")
	r.need(s.scope(), "employment", "assessment", "scope_headcount")
	if s.is(work) {
		r.need(get(s.root, "employment", "occupations"), "employment", "occupations")
	}
	r.rows(s.occupations, []any{"employment", "occupations"}, "headcount", "exit")
	s.weak(r, "plan_weak", where("plan"), text(get(section, "plan")), nil)
	for _, pair := range [...][2]string{
		{"kill_switch_zh", "rollback_zh"}, {"kill_switch_zh", "fallback_manual_zh"}, {"rollback_zh", "fallback_manual_zh"},
	} {
		if said := text(get(section, pair[1])); said != "" && said == text(get(section, pair[0])) {
			args := catalog.Args{"what": term("emergency", pair[1]), "other": term("emergency", pair[0])}
			r.say("text_repeated", where(pair[1]), args, where(pair[0]))
		}
	}
	rto := get(section, "rto_min")
	if zero(rto) {
		r.say("rto_zero", where("rto_min"), nil)
	}
	if n, ok := number(mttr); ok && above(rto, n) {
		r.say("rto_above_mttr", where("rto_min"), catalog.Args{"rto": written(rto), "mttr": written(mttr)}, at("safety", "monitoring", "mttr_target_min"))
	}
	if drills := get(section, "drills_per_year"); below(drills, s.limits.drills.n) {
		r.say("drills_few", where("drills_per_year"), catalog.Args{"count": written(drills), "min": s.limits.drills.arg})
	}
	if running {
		r.fields(section, at("safety", "emergency"), "last_drill")
		r.late("drill_in_future", where("last_drill"), text(get(section, "last_drill")), s.submitted, at("meta", "submitted_on"), nil)
	}
	if plan := text(get(section, "fallback_manual_zh")); plan != "" {
		s.fallback(r, plan, where("fallback_manual_zh"))
	}
}

// fallback says that a plan does not say who takes over by hand, or that nobody is left who could.
func (s *subject) fallback(r *report, plan string, path proposal.Path) {
	lower, named, someone := strings.ToLower(plan), make([]bool, len(s.occupations)), false
	for i, o := range s.occupations {
		title, id := text(get(o, "title_zh")), text(get(o, "id"))
		named[i] = title != "" && strings.Contains(lower, strings.ToLower(title)) || id != "" && hasWord(plan, id)
		someone = someone || named[i]
	}
	if !someone && !hasNumber(plan) {
		r.say("fallback_vague", path, nil)
	}
	for i, o := range s.occupations {
		exit, headcount := get(o, "exit"), get(o, "headcount")
		n, ok := number(headcount)
		if !ok || !leaves(o) {
			continue
		}
		staying := n - or(exit, 0)
		for j, other := range s.occupations {
			if people, ok := number(get(other, "headcount")); ok && j != i && named[j] {
				if gone, ok := number(get(other, "exit")); ok {
					staying += people - gone
				}
			}
		}
		if staying*100 > (100-s.limits.fallbackExit.n)*n {
			continue
		}
		name := nameOf(o, i+1)
		if title := get(o, "title_zh"); there(title) {
			name = written(title)
		}
		args := catalog.Args{"occupation": name, "exits": written(exit), "headcount": written(headcount)}
		r.say("fallback_unmanned", path, args, at("employment", "occupations", i, "exit"), at("employment", "occupations", i, "headcount"))
	}
}

// safe10: labels of generated content.
func safe10(s *subject, r *report) {
	section := get(s.safety, "labelling")
	where := func(field string) proposal.Path { return at("safety", "labelling", field) }
	r.fields(section, at("safety", "labelling"), "explicit", "implicit", "on_export", "standard", "log_days")
	r.rows(s.models, []any{"models"}, "output_modalities")
	for i, m := range s.models {
		for j, output := range list(m, "output_modalities") {
			r.need(output, "models", i, "output_modalities", j)
		}
	}
	if explicit := get(section, "explicit"); !empty(explicit) {
		for _, modality := range [...]string{"text", "image", "audio", "video"} {
			if has(explicit, modality) {
				continue
			}
			puts := each(s.models, func(m *value) bool { return has(get(m, "output_modalities"), modality) }, "output_modalities", "models")
			if puts != nil {
				r.say("modality_unlabelled", where("explicit"), catalog.Args{"modality": term("modality", modality)}, puts...)
			}
		}
	}
	if no(get(section, "implicit")) {
		r.say("implicit_off", where("implicit"), nil)
	}
	if no(get(section, "on_export")) {
		r.say("lost_on_export", where("on_export"), nil)
	}
	if text(get(section, "standard")) == "other" {
		r.say("standard_other", where("standard"), nil)
	}
	if days := get(section, "log_days"); below(days, s.limits.labelDays.n) {
		r.say("log_short", where("log_days"), catalog.Args{"days": written(days), "min": s.limits.labelDays.arg})
	}
}

// safe15: resourcing of safety.
func safe15(s *subject, r *report) {
	l := s.limits
	investment, total := get(s.safety, "investment"), get(s.finance, "total_cny_wan")
	budget, fte := get(investment, "budget_cny_wan"), get(investment, "fte")
	money, time := at("safety", "investment", "budget_cny_wan"), at("safety", "investment", "fte")
	r.fields(investment, at("safety", "investment"), "budget_cny_wan", "fte")
	r.fields(s.finance, at("finance"), "total_cny_wan", "items")
	r.need(get(s.root, "talent", "team"), "talent", "team")
	stated, ok := fen(budget)
	all, known := fen(total)
	under := func(pct float64) bool { return ok && known && float64(stated)*100 < pct*float64(all) }
	if under(l.safeBudgetPublic.n) {
		r.need(get(s.root, "scenarios"), "scenarios")
		r.rows(s.scenarios, []any{"scenarios"}, "public_facing", "subject", "decision_impact")
	}
	share := l.safeBudget
	if s.is(public) || s.is(people) {
		share = l.safeBudgetPublic
	}
	if under(share.n) {
		args := catalog.Args{"wan": written(budget), "total_wan": written(total), "min": share.arg}
		r.say("budget_low", money, args, join([]proposal.Path{at("finance", "total_cny_wan")}, s.because(public), s.because(people))...)
	}
	if ok && len(s.items) > 0 {
		s.mismatch(r, "budget_mismatch", money, stated, written(budget), "safety")
	}
	if ok && stated < fenOf(l.safeClaims.n) {
		s.unpaid(r, budget, money)
	}
	needed := l.safeFTE
	if s.is(micro) {
		needed = l.safeFTEMicro
	}
	given, ok := number(fte)
	if !ok {
		return
	}
	if given < needed.n {
		r.say("fte_low", time, catalog.Args{"fte": written(fte), "min": needed.arg})
	}
	if len(s.team) > 0 {
		available := s.posted(func(p *value) bool { return hasAny(get(p, "role"), "security", "ethics") }) / 100
		if given > available {
			r.say("fte_unstaffed", time, catalog.Args{"fte": written(fte), "team": decimal(available)}, at("talent", "team"))
		}
	}
}

// unpaid says that three costly promises are made with little money.
func (s *subject) unpaid(r *report, budget *value, money proposal.Path) {
	level, coverage := get(s.safety, "data_security", "mlps_level"), get(s.safety, "monitoring", "coverage")
	if or(level, 3) < 3 || there(coverage) && text(coverage) != "24x7" || !s.is(dataBearing) || !s.is(deploy) || !s.is(genai) {
		return
	}
	for i, m := range s.models {
		tests := list(m, "robustness")
		attacked := len(tests) == 0
		for _, test := range tests {
			threat := get(test, "threat")
			attacked = attacked || !there(threat) || is(text(threat), "prompt_injection", "jailbreak")
		}
		if !attacked {
			continue
		}
		r.say("promises_unpaid", money, catalog.Args{
			"wan": written(budget), "min": s.limits.safeClaims.arg, "promises": terms("promise", "mlps", "attacks", "watch"),
		}, at("models", i, "robustness"), at("safety", "data_security", "mlps_level"), at("safety", "monitoring", "coverage"))
		return
	}
}
