package main

import (
	"math"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// person says that somebody who answers for something is not in the team, lacks the role, or answers for too much.
func (s *subject) person(r *report, code string, path proposal.Path, id, role string, more catalog.Args) {
	if id == "" {
		return
	}
	flaw := s.unfit(id, role)
	if flaw == "" {
		return
	}
	if role == "" {
		role = "any"
	}
	args := catalog.Args{"id": words(id), "role": term("role", role), "flaw": {Term: flaw}}
	for k, v := range more {
		args[k] = v
	}
	r.say(code, path, args, at("talent", "team"))
}

func (s *subject) unfit(id, role string) string {
	known, able, busy := false, role == "", false
	for _, p := range s.team {
		if text(get(p, "id")) == id {
			known = true
			able = able || has(get(p, "role"), role)
			busy = busy || or(get(p, "fte"), 0) < s.limits.ownerFTE.n
		}
	}
	switch {
	case !known:
		return "person_unknown"
	case !able:
		return "person_without_role"
	case busy && float64(s.posts(id)) > s.limits.ownerPosts.n:
		return "person_overloaded"
	}
	return ""
}

// posts counts what somebody answers for.
func (s *subject) posts(id string) int {
	n := 0
	count := func(v *value) {
		if text(v) == id {
			n++
		}
	}
	for _, risk := range s.risks {
		count(get(risk, "owner"))
	}
	for _, metric := range list(s.safety, "monitoring", "metrics") {
		count(get(metric, "owner"))
	}
	count(get(s.root, "data", "governance", "owner"))
	count(get(s.safety, "data_security", "responsible"))
	count(get(s.safety, "privacy", "officer"))
	count(get(s.root, "employment", "response", "owner"))
	count(get(s.root, "inclusion", "eldercare", "responder"))
	return n
}

// party gives the one name of a party: "applicant", the id of a partner, or what is written.
func (s *subject) party(name string) string {
	name = strings.TrimSpace(name)
	own := text(get(s.applicant, "name"))
	if is(name, "applicant", "申报单位") || own != "" && name == own {
		return "applicant"
	}
	found := ""
	for _, p := range s.partners {
		id, called := text(get(p, "id")), text(get(p, "name"))
		if id != "" && called != "" && (name == id || name == called) && (found == "" || id < found) {
			found = id
		}
	}
	if found != "" {
		return found
	}
	return name
}

// takesPart says whether a party, as party gives it, is the applicant or a partner.
func (s *subject) takesPart(party string) bool {
	if party == "applicant" {
		return true
	}
	for _, p := range s.partners {
		id, name := text(get(p, "id")), text(get(p, "name"))
		if id != "" && s.party(id) == party || name != "" && s.party(name) == party {
			return true
		}
	}
	return false
}

// promised says whether a milestone to come promises something about one of the words.
func (s *subject) promised(about []string) bool {
	for _, m := range s.milestones {
		accept := text(get(m, "accept_zh"))
		if s.toCome(m) && contains(strings.ToLower(accept), about) && hasNumber(accept) {
			return true
		}
	}
	return false
}

// toCome says whether a milestone is dated and not over.
func (s *subject) toCome(milestone *value) bool {
	due := text(get(milestone, "due"))
	return due != "" && (s.submitted == "" || due >= s.submitted)
}

func (s *subject) early() bool {
	return is(text(get(s.project, "stage")), "research", "prototype") && !s.is(deploy)
}

// posted gives the working time of some people of the team, in hundredths of a post.
func (s *subject) posted(wanted func(person *value) bool) float64 {
	var all float64
	for _, p := range s.team {
		if n, ok := number(get(p, "fte")); ok && wanted(p) {
			all += math.Round(n * 100)
		}
	}
	return all
}

// mismatch says that an amount is not what the budget has for a category.
func (s *subject) mismatch(r *report, code string, path proposal.Path, stated int64, said catalog.Arg, category string) {
	budgeted := s.spent(category)
	if s.same(stated, budgeted) {
		return
	}
	r.say(code, path, catalog.Args{
		"stated_wan": said, "budgeted_wan": wan(budgeted), "category": term("item", category),
	}, at("finance", "items"))
}

func (s *subject) same(a, b int64) bool {
	d := a - b
	return max(d, -d) <= fenOf(s.limits.budgetTolerance.n)
}
