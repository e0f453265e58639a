package sample

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// build decides what a proposal is about and writes its sections. Sections that others refer to come first: people
// before owners, programmes before budgets.
func (d *draft) build() {
	d.decide()
	d.people()
	parts := map[string]*node{}
	d.done = parts
	parts["meta"] = d.meta()
	parts["project"] = d.project()
	parts["applicant"] = d.applicantSection()
	parts["partners"] = d.partnerSection()
	parts["scenarios"] = d.scenarios()
	parts["kpis"] = d.indicators()
	parts["data"] = d.dataSection()
	parts["models"] = d.modelSection()
	parts["safety"] = d.safetySection()
	parts["employment"] = d.employment()
	parts["opensource"] = d.openSource()
	parts["innovation"] = d.innovation()
	parts["inclusion"] = d.inclusion()
	parts["talent"] = d.talent()
	parts["ecosystem"] = d.ecosystem()
	parts["plan"] = d.plan()
	parts["finance"] = d.finance()
	parts["compute"] = d.compute()
	parts["governance"] = d.governance()
	parts["evidence"] = value(d.evidence)
	parts["declarations"] = obj("truthful", true, "no_duplicate_funding", true, "signed_on", d.before(0, 4).String())
	d.root = obj("apiVersion", "hegui/v1", "kind", "Proposal")
	for _, key := range sectionOrder {
		if n := parts[key]; n != nil && len(n.fields)+len(n.items) > 0 {
			d.root.set(key, n)
		}
	}
}

var sectionOrder = []string{
	"meta", "project", "applicant", "partners", "scenarios", "kpis", "innovation", "data", "models", "safety", "employment",
	"opensource", "compute", "inclusion", "talent", "ecosystem", "finance", "plan", "governance", "evidence", "declarations",
}

var sectionTitles = [2]map[string]string{
	zh: {
		"project": "项目概况", "applicant": "申报单位", "partners": "联合单位", "scenarios": "应用场景", "kpis": "绩效指标", "innovation": "创新与转化",
		"data": "数据", "models": "模型", "safety": "安全", "employment": "就业", "opensource": "开源", "compute": "算力", "inclusion": "普惠与民生",
		"talent": "团队与人才", "ecosystem": "应用生态", "finance": "资金", "plan": "实施计划", "governance": "治理", "evidence": "佐证材料", "declarations": "承诺",
	},
	en: {
		"project": "project", "applicant": "applicant", "partners": "partners", "scenarios": "scenarios", "kpis": "indicators", "innovation": "innovation",
		"data": "data", "models": "models", "safety": "safety", "employment": "employment", "opensource": "open source", "compute": "computing", "inclusion": "inclusion",
		"talent": "team", "ecosystem": "ecosystem", "finance": "finance", "plan": "plan", "governance": "governance", "evidence": "evidence", "declarations": "declarations",
	},
}

// decide draws what the whole proposal has in common.
func (d *draft) decide() {
	a := d.a
	d.submitted = date(2026, time.Month(d.in(9, 10)), d.in(1, 28))
	d.start = date(2026, 11, 1).addMonths(d.in(0, 5))
	d.months = pick(d.dice, a.months)
	d.end = d.start.addMonths(d.months) - 1
	d.stage = pick(d.dice, a.stages)
	d.place = pick(d.dice, places)
	hub := hubs[d.in(0, len(hubs)-1)]
	if a.typ == "compute_facility" {
		d.place = hub.place
	}
	d.names = map[string]string{"city": d.place.name[d.lang], "region": d.place.region[d.lang], "district": hub.district[d.lang], "hub": hub.hub, "cluster": hub.cluster}
	d.names["county"], d.names["brand"] = d.county(), d.brand()
	for _, name := range []string{"thing", "unit", "who", "harm", "field"} { // one meaning throughout a proposal
		d.names[name] = d.fill(a.words[name])
	}
	d.names["kit"] = d.fill(say{"{thing}应用{部署|推广|示范}材料包", "{deployment|transfer} kit"})
	d.total = money(d.in(a.total[0], a.total[1]) * 100)
	if d.total > 100000 {
		d.total = d.total / 1000 * 1000
	}
	if d.size <= thin && a.typ != "compute_facility" && d.chance(60) {
		d.total = max(money(a.total[0]*100), d.total/300*100)
	}
	kind := a.applicant
	staff := d.in(a.staff[0], a.staff[1])
	d.applicant = d.party("applicant", kind, staff)
	n := d.more(d.in(0, 1), d.in(1, 2), d.in(2, 3))
	for i := range min(n, len(a.partner)) {
		d.partners = append(d.partners, d.party(fmt.Sprintf("P%d", i+1), a.partner[i], d.in(24, 280)))
	}
	d.staff = d.applicant.staff
	for _, p := range d.partners {
		d.staff += p.staff
	}
	share := 35
	if a.public || a.significant && a.subject == "natural_person" {
		share = 55
	}
	d.safety = d.round(money(int(d.total) * d.in(share, share+25) / 1000))
	if a.public && d.total >= 30000 {
		d.safety = max(d.safety, 3000+money(d.in(0, 9)*100)) // what level 3, attack tests and a watch cost
	}
}

// round makes an amount as round as people make it.
func (d *draft) round(m money) money {
	switch {
	case m > 2000:
		return m / 100 * 100
	case m > 300:
		return m / 10 * 10
	}
	return m
}

func (d *draft) party(id, kind string, staff int) party {
	p := party{id: id, kind: kind, staff: staff, sector: d.a.sector}
	per := map[string][2]int{"government": {10, 30}, "social_org": {8, 30}, "university": {40, 70}, "public_institution": {30, 60}}[kind]
	if per == [2]int{} {
		per = [2]int{28, 96}
	}
	if id != "applicant" {
		p.sector = ""
	}
	p.revenue = money(staff * d.in(per[0], per[1]) * 100)
	if own := d.total * 2 / 3; id == "applicant" && p.revenue < own {
		p.revenue = own // nobody is granted more than a firm can carry
	}
	keep := d.names["brand"]
	if id == "applicant" {
		p.name = d.fill(d.a.applicantName)
	} else {
		d.names["brand"] = d.brand()
		p.name = d.fill(orgNames[kind])
		d.names["brand"] = keep
	}
	p.size = class(kind, strings.TrimSpace(d.a.sector), staff, p.revenue)
	return p
}

// people makes the team: as many as the budget pays for, and every role with somebody.
func (d *draft) people() {
	n := min(max(int(d.total)/12000+5, 5), d.more(8, 11, 16))
	if d.size == brief {
		n = d.in(4, 6)
	}
	if d.applicant.staff < 13 {
		n = min(d.applicant.staff, d.in(2, 5))
	}
	groups := [][]string{
		{"pi", "product"}, {"ai"}, {"domain"}, {"data"}, {"security", "ops"}, {"legal", "ethics"}, {"hr"}, {"opensource", "ai"},
		{"domain"}, {"domain", "ops"}, {"ai"}, {"data"}, {"domain", "security"}, {"ai"}, {"ops"}, {"domain"},
	}
	switch {
	case n <= 2:
		groups = [][]string{{"pi", "ai", "data", "product", "opensource"}, {"domain", "security", "ops", "ethics", "hr"}}
	case n <= 4:
		groups = [][]string{{"pi", "product", "hr"}, {"ai", "data", "opensource"}, {"domain", "ethics", "legal"}, {"security", "ops"}}
	case n <= 7:
		groups = [][]string{{"pi", "product", "hr"}, {"ai", "opensource"}, {"domain"}, {"data"}, {"security", "ops"}, {"legal", "ethics"}, {"ai"}}
	}
	for i := range min(max(n, 2), len(groups)) {
		share := []int{50, 100, 100, 100, 100, 50, 50, 80, 100, 90, 90, 80, 60, 100, 100, 70}[i]
		if n <= 4 {
			share = 100
		}
		d.team = append(d.team, member{id: fmt.Sprintf("T%d", i+1), roles: groups[i], fte: share})
	}
	// A small budget does not pay for whole posts.
	sum := 0
	for _, m := range d.team {
		sum += m.fte
	}
	paid := int(d.total) * 36 / 100 * 12 / d.months / d.in(14, 30)
	for i, m := range d.team {
		if paid < sum {
			d.team[i].fte = max(20, m.fte*paid/sum/10*10)
		}
		if !d.micro() && d.care > careless && (slices.Contains(m.roles, "security") || slices.Contains(m.roles, "opensource")) {
			d.team[i].fte = max(50, d.team[i].fte)
		}
	}
}

func (d *draft) talent() *node {
	levels := []string{"leading", "senior", "senior", "engineer", "engineer", "senior", "engineer", "engineer", "senior", "technician", "engineer", "technician", "engineer", "engineer", "technician", "senior"}
	team := []*node{}
	for i, m := range d.team {
		org := "applicant"
		if len(d.partners) > 0 && i%4 == 1 {
			org = d.partners[d.in(0, len(d.partners)-1)].id
		}
		team = append(team, obj("id", m.id, "role", m.roles, "level", levels[i], "fte", hundredths(m.fte), "org", org))
	}
	n := obj("team", team)
	if (d.total >= 100000 || d.a.fiscal) && d.has(false) {
		kinds := []string{"joint_lab", "internship", "apprenticeship", "degree"}
		list := []*node{}
		for i := range d.more(1, 1, 2) {
			partner := d.org("university")
			list = append(list, obj("kind", pick(d.dice, kinds[i:]), "partner", partner, "people", d.in(6, 40), "hours", d.in(6, 48)*10, "by", d.during(60, 95).String(),
				"agreement", d.cite("contract", say{"{联合培养|实习|共建实验室}协议", "{Training|Internship|Laboratory} agreement"}, partner, d.before(40, 200))))
		}
		n.set("programmes", list)
	}
	return n
}
