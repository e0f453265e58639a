package main

import (
	"strings"

	"hegui/internal/proposal"
)

// trait is one kind of project.
type trait int

const (
	aiNative trait = iota
	consumer
	dataBearing
	deploy
	edu
	elder
	exitBig
	facility
	fiscal
	genai
	health
	large
	live
	micro
	model
	ofState
	opened
	people
	platform
	public
	train
	work
	workBig
	flagCount
)

// flagState remembers what turned a flag on: no path when it is off.
type flagState struct {
	known bool
	paths []proposal.Path
}

// on says that one of the flags is.
func on(flags ...trait) func(*subject) bool {
	return func(s *subject) bool {
		for _, f := range flags {
			if s.is(f) {
				return true
			}
		}
		return false
	}
}

func (s *subject) is(f trait) bool { return len(s.because(f)) > 0 }

func (s *subject) because(f trait) []proposal.Path {
	state := &s.flags[f]
	if !state.known {
		state.known = true
		state.paths = s.cause(f)
	}
	return state.paths
}

// when gives the path if the condition holds.
func when(holds bool, path ...any) []proposal.Path {
	if !holds {
		return nil
	}
	return []proposal.Path{at(path...)}
}

func (s *subject) typ() string { return text(get(s.project, "type")) }

func (s *subject) domain() string { return text(get(s.project, "ai_plus_domain")) }

func (s *subject) cause(f trait) []proposal.Path {
	switch f {
	case aiNative:
		return when(yes(get(s.root, "innovation", "ai_native", "claimed")), "innovation", "ai_native", "claimed")
	case consumer:
		return when(s.domain() == "consumption", "project", "ai_plus_domain")
	case dataBearing:
		return s.bearsData()
	case deploy:
		return when(s.inUse() || s.goesLive(), "project", "stage")
	case edu:
		return s.educates()
	case elder:
		return s.caresForOld()
	case exitBig:
		return s.exits()
	case facility:
		return append(when(s.typ() == "compute_facility", "project", "type"),
			when(!empty(get(s.root, "compute", "facility")), "compute", "facility")...)
	case fiscal:
		return s.publiclyFunded()
	case genai:
		return s.generates()
	case health:
		return s.heals()
	case large:
		return s.isLarge()
	case live:
		paths := when(s.domain() == "livelihood", "project", "ai_plus_domain")
		return join(paths, s.because(health), s.because(elder), s.because(edu))
	case micro:
		return when(s.isSmall(), "applicant", "size")
	case model:
		paths := when(len(s.models) > 0, "models")
		return append(paths, when(!is(s.typ(), "dataset", "compute_facility", "pilot_base"), "project", "type")...)
	case ofState:
		paths := when(stateOwned(s.applicant), "applicant", "org_type")
		return append(paths, each(s.partners, stateOwned, "org_type", "partners")...)
	case opened:
		return when(is(text(get(s.root, "opensource", "strategy")), "open", "partial"), "opensource", "strategy")
	case people:
		return each(s.scenarios, func(v *value) bool {
			return text(get(v, "subject")) == "natural_person" && text(get(v, "decision_impact")) == "significant"
		}, "decision_impact", "scenarios")
	case platform:
		return when(is(s.typ(), "common_platform", "pilot_base"), "project", "type")
	case public:
		return each(s.scenarios, s.servesPublic, "public_facing", "scenarios")
	case train:
		return s.trains()
	case work:
		return when(s.affectsWork(), "employment", "assessment", "scope_headcount")
	case workBig:
		return s.affectsMany()
	}
	return nil
}

func stateOwned(v *value) bool {
	return is(text(get(v, "org_type")), "government", "soe", "public_institution")
}

// join puts sets of paths together.
func join(sets ...[]proposal.Path) []proposal.Path {
	var out []proposal.Path
	for _, set := range sets {
		for _, p := range set {
			if !hasPath(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

func hasPath(paths []proposal.Path, p proposal.Path) bool {
	for _, q := range paths {
		if q.Compare(p) == 0 {
			return true
		}
	}
	return false
}

func (s *subject) bearsData() []proposal.Path {
	typ := s.typ()
	application := typ == "application"
	unlisted := len(s.datasets) == 0 && len(s.models) > 0 && (application || s.is(train))
	paths := when(len(s.datasets) > 0 || unlisted, "data", "datasets")
	paths = join(paths, s.because(train))
	return join(paths, when(application || is(typ, "foundation_model", "dataset", "governance_service", ""), "project", "type"))
}

func (s *subject) trains() []proposal.Path {
	paths := each(s.models, func(v *value) bool { return is(text(get(v, "origin")), "self_trained", "fine_tuned") }, "origin", "models")
	paths = append(paths, when(s.typ() == "dataset", "project", "type")...)
	for _, m := range s.models {
		if !there(get(m, "origin")) {
			return append(paths, each(s.datasets, func(v *value) bool {
				return hasAny(get(v, "purpose"), "pretrain", "finetune", "rl")
			}, "purpose", "data", "datasets")...)
		}
	}
	return paths
}

func (s *subject) inUse() bool {
	return is(text(get(s.project, "stage")), "pilot", "deployment", "scaling")
}

// goesLive says whether a mature project has a milestone of going live within its term.
func (s *subject) goesLive() bool {
	if !least(get(s.project, "trl", "target"), s.limits.deployTRL.n) {
		return false
	}
	for _, m := range s.milestones {
		due := text(get(m, "due"))
		if text(get(m, "kind")) == "go_live" && (due == "" || (s.start == "" || due >= s.start) && (s.end == "" || due <= s.end)) {
			return true
		}
	}
	return false
}

func (s *subject) exits() []proposal.Path {
	var all float64
	for _, o := range s.occupations {
		all += or(get(o, "exit"), 0)
	}
	if all < s.limits.exitPeople.n && all*100 < s.limits.exitStaff.n*or(get(s.applicant, "employees"), 0) {
		return nil
	}
	return each(s.occupations, leaves, "exit", "employment", "occupations")
}

func leaves(occupation *value) bool { return above(get(occupation, "exit"), 0) }

func (s *subject) publiclyFunded() []proposal.Path {
	var money int64
	for _, source := range s.sources {
		if n, ok := fen(get(source, "amount")); ok && isFiscal(source) {
			money += n
		}
	}
	total, ok := fen(get(s.finance, "total_cny_wan"))
	if !ok {
		total, _ = sum(s.sources, "amount")
	}
	if money < fenOf(s.limits.fiscal.n) && float64(money)*100 < s.limits.fiscalPct.n*float64(total) {
		return nil
	}
	return each(s.sources, isFiscal, "amount", "finance", "sources")
}

func isFiscal(source *value) bool {
	return is(text(get(source, "kind")), "central_fiscal", "local_fiscal") && above(get(source, "amount"), 0)
}

func (s *subject) isLarge() []proposal.Path {
	if total := get(s.finance, "total_cny_wan"); there(total) {
		return when(least(total, s.limits.large.n), "finance", "total_cny_wan")
	}
	items, _ := sum(s.items, "amount")
	sources, _ := sum(s.sources, "amount")
	limit := fenOf(s.limits.large.n)
	return append(when(items >= limit, "finance", "items"), when(sources >= limit, "finance", "sources")...)
}

var openChannels = []string{"小程序", "应用商店", "应用市场", "12345", "app store", "google play", "mini program", "mini-program"}

func (s *subject) servesPublic(v *value) bool {
	if yes(get(v, "public_facing")) || above(get(v, "users_annual"), s.limits.usersPerStaff.n*s.staff) {
		return true
	}
	for _, field := range [...]string{"name_zh", "description_zh"} {
		said := strings.ToLower(text(get(v, field)))
		if contains(said, openChannels) && contains(innerChannel.ReplaceAllString(said, ""), openChannels) {
			return true
		}
	}
	return false
}

func (s *subject) generates() []proposal.Path {
	var paths []proposal.Path
	for i, m := range s.models {
		generative := get(m, "generative")
		content := or(get(m, "params_b"), s.limits.genaiParams.n) >= s.limits.genaiParams.n
		outputs := get(m, "output_modalities")
		shown := content && hasAny(outputs, "text", "image", "audio", "video")
		if yes(generative) || no(generative) && shown {
			paths = append(paths, at("models", i, "generative"))
		}
		if shown || content && has(outputs, "code") {
			paths = append(paths, at("models", i, "output_modalities"))
		}
	}
	return paths
}
