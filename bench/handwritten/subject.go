package main

import (
	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// subject is a proposal while it is checked: what several checks look at is looked up once.
type subject struct {
	limits                                                      *limits
	root, project, applicant, finance, safety                   *value
	partners, models, datasets, scenarios, team                 []*value
	items, sources, evidence, occupations, training, milestones []*value
	risks, artifacts                                            []*value
	submitted, start, end                                       string
	flags                                                       [flagCount]flagState
	undeclaredKnown, undeclared                                 bool
	sections                                                    []uint16
	budget                                                      []amount
	staff                                                       float64
}

type amount struct {
	category string
	fen      int64
}

func newSubject(l *limits, root *value) *subject {
	s := &subject{limits: l, root: root}
	s.project, s.applicant, s.finance, s.safety = get(root, "project"), get(root, "applicant"), get(root, "finance"), get(root, "safety")
	s.partners, s.models, s.datasets, s.scenarios = list(root, "partners"), list(root, "models"), list(root, "data", "datasets"), list(root, "scenarios")
	s.team, s.items, s.sources = list(root, "talent", "team"), list(s.finance, "items"), list(s.finance, "sources")
	s.evidence, s.occupations = list(root, "evidence"), list(root, "employment", "occupations")
	s.training, s.milestones = list(root, "employment", "training"), list(root, "plan", "milestones")
	s.risks, s.artifacts = list(s.safety, "risks"), list(root, "opensource", "artifacts")
	s.submitted = text(get(root, "meta", "submitted_on"))
	s.start, s.end = text(get(s.project, "start")), text(get(s.project, "end"))
	s.staff = or(get(s.applicant, "employees"), 0)
	for _, p := range s.partners {
		s.staff += or(get(p, "employees"), 0)
	}
	for _, item := range s.items {
		category := text(get(item, "category"))
		if n, ok := fen(get(item, "amount")); ok && category != "" {
			s.spend(category, n)
		}
	}
	return s
}

func (s *subject) spend(category string, n int64) {
	for i := range s.budget {
		if s.budget[i].category == category {
			s.budget[i].fen += n
			return
		}
	}
	s.budget = append(s.budget, amount{category, n})
}

// spent gives the fen that the budget has for a category.
func (s *subject) spent(category string) int64 {
	for _, a := range s.budget {
		if a.category == category {
			return a.fen
		}
	}
	return 0
}

// report is what a check finds.
type report struct {
	findings, manual []assess.RawFinding
}

func (r *report) say(code string, path proposal.Path, args catalog.Args, related ...proposal.Path) {
	r.findings = append(r.findings, assess.RawFinding{Code: code, Path: path, Related: related, Args: args})
}

// need says that something is missing where nothing is written.
func (r *report) need(v *value, path ...any) {
	if empty(v) {
		r.say("missing", at(path...), nil)
	}
}

// fields says which fields are missing of a mapping that stands at a path.
func (r *report) fields(v *value, path proposal.Path, names ...string) {
	for _, name := range names {
		if empty(get(v, name)) {
			r.say("missing", path.Append(proposal.Key(name)), nil)
		}
	}
}

// rows says which fields are missing of the rows of a list that stands at a path of keys.
func (r *report) rows(rows []*value, section []any, names ...string) {
	for i, row := range rows {
		for _, name := range names {
			if empty(get(row, name)) {
				r.say("missing", rowPath(section, i, name), nil)
			}
		}
	}
}

// late says that a date is later than a limit, early that it is earlier.
func (r *report) late(code string, path proposal.Path, date, limit string, where proposal.Path, more catalog.Args) {
	if date != "" && limit != "" && date > limit {
		r.say(code, path, dated(date, limit, more), where)
	}
}

func (r *report) early(code string, path proposal.Path, date, limit string, where proposal.Path, more catalog.Args) {
	if date != "" && limit != "" && date < limit {
		r.say(code, path, dated(date, limit, more), where)
	}
}

func dated(date, limit string, more catalog.Args) catalog.Args {
	args := catalog.Args{"date": words(date), "limit": words(limit)}
	for k, v := range more {
		args[k] = v
	}
	return args
}

// check is one requirement.
type check struct {
	stem    string
	applies func(*subject) bool
	find    func(*subject, *report)
}

// evaluate asks all checks about a proposal.
func evaluate(l *limits, checks []check, root *value) map[string]assess.Outcome {
	s := newSubject(l, root)
	out := make(map[string]assess.Outcome, len(checks))
	for _, c := range checks {
		var o assess.Outcome
		if c.applies(s) {
			var r report
			c.find(s, &r)
			o = assess.Outcome{Applies: true, Findings: r.findings, Manual: r.manual}
		}
		out[c.stem] = o
	}
	return out
}

func always(*subject) bool { return true }

func allChecks() []check {
	return []check{
		{"comp_05", on(facility), comp05},
		{"data_10", on(dataBearing), data10},
		{"ecos_03", on(ofState), ecos03},
		{"empl_04", on(exitBig), empl04},
		{"empl_05", on(deploy, work), empl05},
		{"empl_08", on(platform, large), empl08},
		{"fina_01", always, fina01},
		{"fina_02", always, fina02},
		{"fina_03", on(large), fina03},
		{"govn_01", always, govn01},
		{"incl_02", on(live, consumer), incl02},
		{"inno_04", on(aiNative), inno04},
		{"open_02", always, open02},
		{"safe_01", always, safe01},
		{"safe_08", on(deploy), safe08},
		{"safe_10", func(s *subject) bool { return s.is(public) && s.is(genai) }, safe10},
		{"safe_15", always, safe15},
		{"taln_01", always, taln01},
		{"taln_02", on(large), taln02},
		{"taln_03", on(large, fiscal), taln03},
	}
}
