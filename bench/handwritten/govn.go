package main

import (
	"regexp"
	"slices"
	"strings"

	"hegui/internal/catalog"
)

var (
	vagueAuthority = regexp.MustCompile(`^(?:(?:政府|国家|各级|行业|当地|地方|上级|业务|有关|相关|主管|监管)*(?:部门|单位|机构|政府|机关|领导)|无|暂无|待定|不适用|none|n/?a|tbd|(?:the )?(?:competent|relevant|responsible) (?:authority|authorities|department|departments|bodies))$`)
	triggers       = []struct {
		kind  string
		words []string
	}{
		{"version", []string{
			"版本", "模型更新", "模型变更", "更新模型", "升级", "重训", "再训练", "迭代", "换模型",
			"version", "retrain", "upgrade", "new model", "model update", "change of model",
		}},
		{"law", []string{"法律", "法规", "标准", "规定", "监管", "政策", "条例", "law", "standard", "regulation", "statut"}},
		{"incident", []string{"事件", "事故", "故障", "险情", "泄露", "incident", "accident", "breach"}},
	}
)

// govn01: dynamic, collaborative governance.
func govn01(s *subject, r *report) {
	l, small := s.limits, s.is(micro)
	section := get(s.root, "governance")
	body, review, stakeholders := get(section, "body"), get(section, "review"), list(section, "stakeholders")
	r.fields(section, at("governance"), "body", "review", "stakeholders")
	r.fields(s.project, at("project"), "start")
	if !empty(body) {
		r.fields(body, at("governance", "body"), "members", "charter")
		if !small {
			r.fields(body, at("governance", "body"), "name", "meets_per_year")
		}
	}
	if !empty(review) {
		r.fields(review, at("governance", "review"), "interval_months", "change_triggers_zh", "regulator_contact")
	}
	r.rows(stakeholders, []any{"governance", "stakeholders"}, "group", "how_zh", "when")
	s.members(r, get(body, "members"), small)

	if meetings := get(body, "meets_per_year"); !small && below(meetings, l.meetings.n) {
		r.say("meets_seldom", at("governance", "body", "meets_per_year"), catalog.Args{"meetings": written(meetings), "min": l.meetings.arg})
	}
	charter := text(get(body, "charter"))
	document := strings.HasPrefix(charter, "EV-")
	if document {
		s.weak(r, "charter_weak", at("governance", "body", "charter"), charter, nil)
	}
	if !small && charter != "" && !hasNumber(charter) {
		r.say("charter_vague", at("governance", "body", "charter"), nil)
	}
	changes := list(review, "change_triggers_zh")
	s.reviewed(r, review, changes)
	s.heard(r, stakeholders)

	texts := make([]passage, 0, 1+len(changes)+len(stakeholders))
	if charter != "" && !document {
		texts = append(texts, passage{path: at("governance", "body", "charter"), plain: charter})
	}
	for i, change := range changes {
		texts = append(texts, passage{path: at("governance", "review", "change_triggers_zh", i), plain: text(change)})
	}
	for i, row := range stakeholders {
		if how := text(get(row, "how_zh")); how != "" {
			texts = append(texts, passage{path: at("governance", "stakeholders", i, "how_zh"), plain: how})
		}
	}
	s.copied(r, "copied", texts, func(passage) catalog.Args { return nil })
}

// members says what is wrong with who sits in the body.
func (s *subject) members(r *report, members *value, small bool) {
	var organisations []string // of the members
	with := func(organisation string) {
		if !slices.Contains(organisations, organisation) {
			organisations = append(organisations, organisation)
		}
	}
	for i, member := range members.Items() {
		id := text(member)
		if s.partner(id) {
			with(s.party(id))
			continue
		}
		code := "member_overloaded"
		if s.unfit(id, "") == "person_unknown" {
			code = "member_unknown"
		}
		s.person(r, code, at("governance", "body", "members", i), id, "", nil)
	}
	security, domain, staff := false, false, false
	for _, p := range s.team {
		if id := text(get(p, "id")); id == "" || !has(members, id) {
			continue
		}
		with(s.organisation(p))
		roles := get(p, "role")
		security = security || has(roles, "security")
		domain = domain || has(roles, "domain")
		staff = staff || has(roles, "hr")
	}
	if small {
		return
	}
	others := len(organisations) > 1 || len(organisations) == 1 && organisations[0] != "applicant"
	if len(organisations) == 1 && s.hasOthers() {
		r.say("one_organisation", at("governance", "body", "members"), catalog.Args{"count": whole(len(members.Items()))}, at("partners"))
	}
	if len(members.Items()) == 0 {
		return
	}
	for _, side := range [...]struct {
		name string
		sits bool
	}{{"security", security}, {"domain", domain}, {"people", staff || others}} {
		if !side.sits {
			r.say("side_absent", at("governance", "body", "members"), catalog.Args{"side": term("side", side.name)}, at("talent", "team"))
		}
	}
}

func (s *subject) partner(id string) bool {
	for _, p := range s.partners {
		if pid := get(p, "id"); there(pid) && text(pid) == id {
			return true
		}
	}
	return false
}

// organisation gives whom somebody works for: the applicant, where it is not said.
func (s *subject) organisation(person *value) string {
	if org := text(get(person, "org")); org != "" {
		return s.party(org)
	}
	return "applicant"
}

// hasOthers says whether anybody but the applicant takes part, or the project is large.
func (s *subject) hasOthers() bool {
	if s.is(large) || len(s.partners) > 0 {
		return true
	}
	for _, p := range s.team {
		if s.organisation(p) != "applicant" {
			return true
		}
	}
	for _, task := range list(s.root, "plan", "work_packages") {
		if lead := text(get(task, "lead")); lead != "" && s.party(lead) != "applicant" {
			return true
		}
	}
	return false
}

func (s *subject) reviewed(r *report, review *value, changes []*value) {
	if months := get(review, "interval_months"); there(months) && (!above(months, 0) || above(months, s.limits.reviewMax.n)) {
		r.say("interval_out", at("governance", "review", "interval_months"), catalog.Args{"months": written(months), "max": s.limits.reviewMax.arg})
	}
	if len(changes) > 0 {
		all := make([]string, len(changes))
		for i, change := range changes {
			all[i] = text(change)
		}
		together := strings.ToLower(strings.Join(all, "\n"))
		for _, trigger := range triggers {
			if !contains(together, trigger.words) {
				r.say("trigger_absent", at("governance", "review", "change_triggers_zh"), catalog.Args{"trigger": term("trigger", trigger.kind)})
			}
		}
	}
	if contact := get(review, "regulator_contact"); there(contact) && vagueAuthority.MatchString(strings.ToLower(strings.TrimSpace(text(contact)))) {
		r.say("regulator_vague", at("governance", "review", "regulator_contact"), catalog.Args{"contact": written(contact)})
	}
}

func (s *subject) heard(r *report, stakeholders []*value) {
	first, row, dates := "", 0, 0
	ways, quantity := 0, false
	for i, stakeholder := range stakeholders {
		if when := text(get(stakeholder, "when")); when != "" {
			dates++
			if first == "" || when < first {
				first, row = when, i
			}
		}
		if how := text(get(stakeholder, "how_zh")); how != "" {
			ways++
			quantity = quantity || hasNumber(how)
		}
	}
	if dates == len(stakeholders) {
		r.late("heard_late", at("governance", "stakeholders", row, "when"), first, s.start, at("project", "start"), nil)
	}
	if ways > 0 && ways == len(stakeholders) && !quantity {
		r.say("how_vague", at("governance", "stakeholders"), nil, each(stakeholders, every, "how_zh", "governance", "stakeholders")...)
	}
}
