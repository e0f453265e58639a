package main

import (
	"slices"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// safe01: the risk register.
func safe01(s *subject, r *report) {
	l := s.limits
	least, kinds := l.risks, l.riskCategories
	if s.is(micro) {
		least, kinds = l.risksMicro, l.riskCategoriesMicro
	}
	r.fields(s.safety, at("safety"), "risks")
	r.rows(s.risks, []any{"safety", "risks"}, "category", "text_zh", "likelihood", "impact", "owner",
		"control_zh", "residual_likelihood", "residual_impact")
	if n := len(s.risks); n > 0 && float64(n) < least.n {
		r.say("risks_few", at("safety", "risks"), catalog.Args{"count": whole(n), "min": least.arg})
	}
	s.categories(r, kinds)
	s.alike(r)

	texts := make([]passage, 0, 2*len(s.risks))
	names := make([]catalog.Arg, len(s.risks))
	for i, risk := range s.risks {
		names[i] = nameOf(risk, i+1)
		for _, field := range [...]string{"text_zh", "control_zh"} {
			if said := text(get(risk, field)); said != "" {
				texts = append(texts, passage{path: at("safety", "risks", i, field), plain: said})
			}
		}
	}
	s.copied(r, "text_copied", texts, func(p passage) catalog.Args {
		i, _ := p.path[2].Index()
		return catalog.Args{"risk": names[i]}
	})
	metrics := list(s.safety, "monitoring", "metrics")
	for i, risk := range s.risks {
		s.risk(r, i, risk, metrics, names[i])
	}
}

// categories says that there are too few, or that one is missing that this kind of project has.
func (s *subject) categories(r *report, kinds limit) {
	var there []string
	for _, risk := range s.risks {
		category := text(get(risk, "category"))
		if category == "" {
			return
		}
		if !slices.Contains(there, category) {
			there = append(there, category)
		}
	}
	if len(there) == 0 {
		return
	}
	if float64(len(there)) < kinds.n {
		r.say("categories_few", at("safety", "risks"), catalog.Args{"count": whole(len(there)), "min": kinds.arg})
	}
	say := func(category string, because []proposal.Path) {
		if !slices.Contains(there, category) {
			r.say("category_absent", at("safety", "risks"), catalog.Args{"category": term("risk", category)}, because...)
		}
	}
	say("application", nil)
	for _, due := range [...]struct {
		category string
		flag     trait
	}{{"model_algorithm", model}, {"data", dataBearing}, {"infrastructure", facility}, {"labour", work}, {"content", genai}} {
		if s.is(due.flag) {
			say(due.category, s.because(due.flag))
		}
	}
}

// alike says that all risks are rated the same.
func (s *subject) alike(r *report) {
	var first [2]float64
	var likelihood, impact *value
	rated := 0
	for _, risk := range s.risks {
		l, i := get(risk, "likelihood"), get(risk, "impact")
		a, ok := number(l)
		b, also := number(i)
		if !ok || !also {
			continue
		}
		if rated == 0 {
			first, likelihood, impact = [2]float64{a, b}, l, i
		}
		if first != [2]float64{a, b} {
			return
		}
		rated++
	}
	if rated > 0 && float64(rated) >= s.limits.riskAlike.n {
		r.say("scores_identical", at("safety", "risks"), catalog.Args{
			"count": whole(rated), "likelihood": written(likelihood), "impact": written(impact),
		})
	}
}

func (s *subject) risk(r *report, i int, risk *value, metrics []*value, name catalog.Arg) {
	high := s.limits.riskHigh
	where := func(field string) proposal.Path { return at("safety", "risks", i, field) }
	s.person(r, "owner_unfit", where("owner"), text(get(risk, "owner")), "", catalog.Args{"risk": name})
	watched := list(risk, "monitor_ids")
	for j, id := range watched {
		known := false
		for _, metric := range metrics {
			mid := get(metric, "id")
			known = known || there(mid) && text(mid) == text(id)
		}
		if !known {
			args := catalog.Args{"risk": name, "id": written(id)}
			r.say("metric_unknown", at("safety", "risks", i, "monitor_ids", j), args, at("safety", "monitoring", "metrics"))
		}
	}
	score, rated := product(risk, "likelihood", "impact")
	if !rated {
		return
	}
	if residual, ok := product(risk, "residual_likelihood", "residual_impact"); ok && residual > score {
		args := catalog.Args{"risk": name, "residual": decimal(residual), "initial": decimal(score)}
		r.say("residual_above_initial", where("residual_impact"), args, where("residual_likelihood"), where("likelihood"), where("impact"))
	}
	if score < high.n {
		return
	}
	args := catalog.Args{"risk": name, "score": decimal(score), "min": high.arg}
	if len(watched) == 0 && !s.early() {
		r.say("high_risk_unwatched", where("monitor_ids"), args, where("likelihood"), where("impact"))
	}
	if category := text(get(risk, "category")); category != "" && !s.treated(text(get(risk, "id")), category) {
		r.say("high_risk_untreated", where("control_zh"), args, at("plan", "milestones"), at("finance", "items"))
	}
}

func product(v *value, a, b string) (float64, bool) {
	x, ok := number(get(v, a))
	y, also := number(get(v, b))
	return x * y, ok && also
}

// treated says whether a milestone to come names the risk, or the budget has money against it.
func (s *subject) treated(id, category string) bool {
	for _, m := range s.milestones {
		if id != "" && s.toCome(m) && hasWord(text(get(m, "accept_zh")), id) {
			return true
		}
	}
	switch category {
	case "model_algorithm", "application", "content":
		return s.spent("safety") > 0 || s.spent("testing") > 0
	case "data", "infrastructure", "ethics":
		return s.spent("safety") > 0
	case "supply_chain", "operation":
		return s.spent("contingency") > 0 || s.spent("safety") > 0
	case "labour":
		return s.spent("training") > 0
	}
	return false
}
