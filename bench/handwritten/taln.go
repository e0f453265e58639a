package main

import (
	"math"
	"slices"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// taln01: capability and effort of the team.
func taln01(s *subject, r *report) {
	l := s.limits
	r.need(get(s.root, "talent", "team"), "talent", "team")
	r.fields(s.project, at("project"), "start", "end")
	r.fields(s.finance, at("finance"), "items")
	r.rows(s.team, []any{"talent", "team"}, "id", "role", "level", "fte", "org")
	s.deciding(r)
	s.roles(r)
	for i, p := range s.team {
		if fte := get(p, "fte"); has(get(p, "role"), "pi") && below(fte, l.piFTE.n) && above(fte, 0) {
			args := catalog.Args{"person": nameOf(p, i+1), "fte": written(fte), "min": l.piFTE.arg}
			r.say("pi_fte_low", at("talent", "team", i, "fte"), args)
		}
		if org := get(p, "org"); there(org) && !s.takesPart(s.party(text(org))) {
			r.say("org_unknown", at("talent", "team", i, "org"), catalog.Args{"id": written(org), "person": nameOf(p, i+1)})
		}
	}
	s.persons(r)
	if len(s.items) > 0 && s.start != "" && s.end != "" {
		s.personnel(r)
	}
	r.early("end_before_start", at("project", "end"), s.end, s.start, at("project", "start"), nil)
	if len(s.team) > 0 {
		s.owners(r)
	}
}

func (s *subject) plays(role string) bool {
	for _, p := range s.team {
		if has(get(p, "role"), role) {
			return true
		}
	}
	return false
}

// deciding says what is missing that decides whether a role is needed, unless somebody has it.
func (s *subject) deciding(r *report) {
	if !s.plays("ops") {
		r.fields(s.project, at("project"), "type")
	}
	if !s.plays("opensource") {
		r.need(get(s.root, "opensource", "strategy"), "opensource", "strategy")
	}
	if !s.plays("ethics") {
		r.need(get(s.root, "scenarios"), "scenarios")
		r.fields(s.project, at("project"), "sector_gb4754")
		r.rows(s.scenarios, []any{"scenarios"}, "subject", "decision_impact", "target_groups")
	}
	if !s.plays("hr") {
		r.need(s.scope(), "employment", "assessment", "scope_headcount")
		if s.is(work) {
			r.need(get(s.root, "employment", "occupations"), "employment", "occupations")
		}
		r.rows(s.occupations, []any{"employment", "occupations"}, "headcount", "effect", "exposure")
	}
}

// roles says which the project needs and nobody has.
func (s *subject) roles(r *report) {
	if len(s.team) == 0 {
		return
	}
	say := func(role string, because []proposal.Path) {
		r.say("role_absent", at("talent", "team"), catalog.Args{"role": term("role", role)}, because...)
	}
	for _, role := range [...]string{"pi", "domain", "security"} {
		if !s.plays(role) {
			say(role, nil)
		}
	}
	for _, called := range [...]struct {
		role string
		flag trait
	}{{"ai", model}, {"data", dataBearing}, {"ops", facility}, {"hr", workBig}, {"opensource", opened}} {
		if s.is(called.flag) && !s.plays(called.role) {
			say(called.role, s.because(called.flag))
		}
	}
	if (s.is(people) || s.is(health)) && !s.plays("ethics") {
		say("ethics", join(s.because(people), s.because(health)))
	}
}

// persons says who gives impossible time or has too many roles, in all of their rows.
func (s *subject) persons(r *report) {
	limit := s.limits.roles
	if s.is(micro) {
		limit = s.limits.rolesMicro
	}
	for i, p := range s.team {
		id := text(get(p, "id"))
		rows := []int{i}
		if id != "" {
			if s.member(id) != i {
				continue // was with the first row
			}
			for j := i + 1; j < len(s.team); j++ {
				if text(get(s.team[j], "id")) == id {
					rows = append(rows, j)
				}
			}
		}
		var share float64
		var stated []int
		var held []string
		for _, row := range rows {
			if fte, ok := number(get(s.team[row], "fte")); ok {
				share += math.Round(fte * 100)
				stated = append(stated, row)
			}
			for _, role := range list(s.team[row], "role") {
				if !slices.Contains(held, text(role)) {
					held = append(held, text(role))
				}
			}
		}
		others := func(rows []int, field string) (paths []proposal.Path) {
			for _, row := range rows[1:] {
				paths = append(paths, at("talent", "team", row, field))
			}
			return paths
		}
		if share /= 100; stated != nil && (share <= 0 || share > 1) {
			args := catalog.Args{"person": nameOf(p, i+1), "fte": decimal(share)}
			r.say("fte_impossible", at("talent", "team", stated[0], "fte"), args, others(stated, "fte")...)
		}
		if float64(len(held)) > limit.n {
			args := catalog.Args{"person": nameOf(p, i+1), "count": whole(len(held)), "max": limit.arg}
			r.say("roles_many", at("talent", "team", i, "role"), args, others(rows, "role")...)
		}
	}
}

// member gives the first row of somebody in the team, -1 for nobody.
func (s *subject) member(id string) int {
	return slices.IndexFunc(s.team, func(p *value) bool {
		pid := get(p, "id")
		return there(pid) && text(pid) == id
	})
}

// personnel says that the budget pays too little or too much for a year of a person.
func (s *subject) personnel(r *report) {
	low, high := s.limits.personYearMin, s.limits.personYearMax
	years := s.posted(every) / 100 * float64(day(s.end)-day(s.start)+1) / 365
	if years <= 0 {
		return
	}
	cost := s.spent("personnel")
	each := float64(cost) / years
	var price float64
	switch {
	case each < float64(fenOf(low.n)):
		price = math.Floor(each/10000) / 100
	case each > float64(fenOf(high.n)):
		price = math.Ceil(each/10000) / 100
	default:
		return
	}
	r.say("personnel_cost", at("finance", "items"), catalog.Args{
		"personnel_wan": wan(cost), "years": decimal(math.Round(years*10) / 10), "price": decimal(price), "min": low.arg, "max": high.arg,
	}, at("talent", "team"), at("project", "start"), at("project", "end"))
}

// owners says who answers for something and is not in the team.
func (s *subject) owners(r *report) {
	owner := func(v *value, path ...any) {
		if there(v) && s.member(text(v)) < 0 {
			r.say("owner_unknown", at(path...), catalog.Args{"id": written(v)})
		}
	}
	for i, risk := range s.risks {
		owner(get(risk, "owner"), "safety", "risks", i, "owner")
	}
	for i, metric := range list(s.safety, "monitoring", "metrics") {
		owner(get(metric, "owner"), "safety", "monitoring", "metrics", i, "owner")
	}
	owner(get(s.root, "data", "governance", "owner"), "data", "governance", "owner")
	owner(get(s.safety, "data_security", "responsible"), "safety", "data_security", "responsible")
	owner(get(s.safety, "privacy", "officer"), "safety", "privacy", "officer")
	owner(get(s.root, "employment", "response", "owner"), "employment", "response", "owner")
}

// taln02: structure of the team.
func taln02(s *subject, r *report) {
	l, team := s.limits, at("talent", "team")
	r.need(get(s.root, "talent", "team"), "talent", "team")
	r.rows(s.team, []any{"talent", "team"}, "role", "level", "fte")
	if len(s.team) == 0 {
		return
	}
	all := s.posted(every)
	if all == 0 {
		r.say("no_time", team, nil)
	}
	var levels []string
	for _, p := range s.team {
		if level := text(get(p, "level")); level != "" && above(get(p, "fte"), 0) && !slices.Contains(levels, level) {
			levels = append(levels, level)
		}
	}
	pct := func(fte float64) catalog.Arg { return decimal(math.Round(fte*1000/all) / 10) }
	if all > 0 && float64(len(levels)) < l.levelsMin.n {
		slices.Sort(levels)
		args := catalog.Args{"levels": terms("level", levels...), "count": whole(len(levels)), "min": l.levelsMin.arg}
		r.say("levels_few", team, args, each(s.team, func(p *value) bool { return there(get(p, "level")) }, "level", "talent", "team")...)
	}
	leads := func(p *value) bool { return text(get(p, "level")) == "leading" }
	if fte := s.posted(leads); fte*100 > l.leadingMax.n*all {
		r.say("leading_heavy", team, catalog.Args{"share": pct(fte), "max": l.leadingMax.arg}, each(s.team, leads, "level", "talent", "team")...)
	}
	for _, role := range [...]string{"ai", "domain"} {
		plays := func(p *value) bool { return has(get(p, "role"), role) }
		if fte := s.posted(plays); all > 0 && fte*100 < l.roleMin.n*all {
			args := catalog.Args{"role": term("role", role), "share": pct(fte), "min": l.roleMin.arg}
			r.say("discipline_thin", team, args, each(s.team, plays, "role", "talent", "team")...)
		}
	}
}

// taln03: programmes that train people together with a partner.
func taln03(s *subject, r *report) {
	rows := list(s.root, "talent", "programmes")
	r.need(get(s.root, "talent", "programmes"), "talent", "programmes")
	r.rows(rows, []any{"talent", "programmes"}, "kind")
	if s.is(deploy) || s.is(work) {
		r.need(get(s.root, "employment", "training"), "employment", "training")
	}
	r.rows(s.training, []any{"employment", "training"}, "provider", "trainees", "hours")
	trains := false
	for i, p := range rows {
		if text(get(p, "kind")) == "competition" {
			continue
		}
		trains = true
		s.programme(r, i, p)
	}
	if len(rows) > 0 && !trains {
		r.say("only_competitions", at("talent", "programmes"), nil)
	}
}

func (s *subject) programme(r *report, i int, p *value) {
	number := catalog.Args{"programme": whole(i + 1)}
	where := func(field string) proposal.Path { return at("talent", "programmes", i, field) }
	for _, field := range [...]string{"partner", "people", "hours", "by", "agreement"} {
		r.need(get(p, field), "talent", "programmes", i, field)
	}
	people, hours, partner := get(p, "people"), get(p, "hours"), get(p, "partner")
	if zero(people) {
		r.say("nobody_trained", where("people"), number)
	}
	if zero(hours) {
		r.say("nobody_trained", where("hours"), number)
	}
	body := s.party(text(partner))
	if there(partner) && body == "applicant" {
		r.say("partner_self", where("partner"), catalog.Args{"programme": whole(i + 1), "partner": written(partner)})
	}
	if agreement := text(get(p, "agreement")); agreement != "" {
		s.weak(r, "agreement_weak", where("agreement"), agreement, number)
		for j, item := range s.evidence {
			if kind := text(get(item, "kind")); kind != "" && text(get(item, "id")) == agreement && !is(kind, "contract", "letter") {
				args := catalog.Args{"programme": whole(i + 1), "evidence": words(agreement), "kind": term("evidence_kind", kind)}
				r.say("agreement_kind", where("agreement"), args, at("evidence", j))
			}
		}
	}
	by := text(get(p, "by"))
	r.late("after_project_end", where("by"), by, s.end, at("project", "end"), number)
	r.early("before_start", where("by"), by, s.start, at("project", "start"), number)
	if !there(people) {
		return
	}
	for j, t := range s.training {
		if !sameNumber(get(t, "trainees"), people) {
			continue
		}
		provider := get(t, "provider")
		if sameNumber(get(t, "hours"), hours) || there(provider) && there(partner) && s.party(text(provider)) == body {
			args := catalog.Args{"programme": whole(i + 1), "people": written(people), "training": whole(j + 1)}
			r.say("counted_twice", where("people"), args, at("employment", "training", j, "trainees"))
		}
	}
}

func sameNumber(a, b *value) bool {
	x, ok := number(a)
	y, also := number(b)
	return ok && also && x == y
}
