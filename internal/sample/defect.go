package sample

// defect is a family of mistakes that applicants make.
type defect struct {
	family string
	rate   int  // in 100 ordinary proposals; careless ones have twice as many, careful ones two fifths
	form   bool // the schema is violated
	spoil  func(*draft) bool
}

// defects are all families, in the order in which they are put in. A family that finds nothing to spoil leaves the
// proposal as it is.
var defects = []defect{
	{"missing_field", 20, false, (*draft).leaveOut},
	{"sum_off", 12, false, (*draft).sumOff},
	{"share_off", 7, false, (*draft).shareOff},
	{"date_reversed", 9, false, (*draft).dateReversed},
	{"evidence_unknown", 10, false, (*draft).evidenceUnknown},
	{"evidence_weak", 6, false, (*draft).evidenceWeak},
	{"unit_slip", 7, false, (*draft).unitSlip},
	{"checkbox", 9, false, (*draft).checkbox},
	{"policy_copied", 8, false, (*draft).policyCopied},
	{"text_repeated", 5, false, (*draft).textRepeated},
	{"too_good", 7, false, (*draft).tooGood},
	{"headcount_off", 6, false, (*draft).headcountOff},
	{"person_unknown", 5, false, (*draft).personUnknown},
	{"wrong_type", 4, true, (*draft).wrongType},
	{"unknown_key", 3, true, (*draft).unknownKey},
	{"unknown_value", 3, true, (*draft).unknownValue},
	{"required_missing", 3, true, (*draft).requiredMissing},
}

// Families are the families of defects that Write may put in.
func Families() []string {
	out := make([]string, len(defects))
	for i, f := range defects {
		out[i] = f.family
	}
	return out
}

// spoil puts defects in and says whether one of them is of form.
func (d *draft) spoil() (offForm bool) {
	for _, f := range defects {
		rate := f.rate * []int{10, 5, 2}[d.care] / 5
		if d.a.faker && d.care == careless && (f.family == "checkbox" || f.family == "policy_copied") {
			rate = 90
		}
		if d.chance(rate) && f.spoil(d) {
			d.defects = append(d.defects, f.family)
			offForm = offForm || f.form
		}
	}
	return offForm
}

// one gives a random item of a list of the proposal, nil when there is none.
func (d *draft) one(path ...any) *node {
	items := d.root.get(path...).all()
	if len(items) == 0 {
		return nil
	}
	return pick(d.dice, items)
}

// dropped removes a key of n.
func dropped(n *node, key string) bool { return n != nil && n.drop(key) }

// changed replaces a value that is there.
func changed(n *node, key string, v any) bool {
	if n.get(key) == nil {
		return false
	}
	n.set(key, v)
	return true
}

// any tries spoilers in random order until one finds something.
func (d *draft) any(tries ...func() bool) bool {
	for _, i := range d.order(len(tries)) {
		if tries[i]() {
			return true
		}
	}
	return false
}

func (d *draft) leaveOut() bool {
	return d.any(
		func() bool { return dropped(d.root.get("data"), "need") },
		func() bool { return dropped(d.root.get("data"), "governance") },
		func() bool { return dropped(d.one("data", "datasets"), "strata") },
		func() bool { return dropped(d.one("data", "datasets"), "quality") },
		func() bool { return dropped(d.one("data", "datasets"), "docs") },
		func() bool { return dropped(d.one("models"), "robustness") },
		func() bool { return dropped(d.one("models"), "card") },
		func() bool { return dropped(d.root.get("safety"), "monitoring") },
		func() bool { return dropped(d.root.get("safety"), "emergency") },
		func() bool { return dropped(d.root.get("safety"), "privacy") },
		func() bool { return dropped(d.root.get("safety", "warning"), "levels") },
		func() bool { return dropped(d.root.get("employment"), "training") },
		func() bool { return dropped(d.root.get("employment", "assessment"), "evidence") },
		func() bool { return dropped(d.root.get("opensource"), "dependencies") },
		func() bool { return dropped(d.one("finance", "sources"), "evidence") },
	)
}

func (d *draft) sumOff() bool {
	shift := func(list, key string) func() bool {
		return func() bool {
			n := d.one("finance", list)
			return changed(n, key, d.amount(n.get(key))+money(d.in(1, 40)*100))
		}
	}
	return d.any(shift("annual", "amount"), shift("items", "amount"), shift("sources", "amount"), func() bool {
		n := d.one("plan", "work_packages")
		return changed(n, "budget_cny_wan", d.amount(n.get("budget_cny_wan"))+money(d.in(1, 25)*100))
	})
}

func (d *draft) shareOff() bool {
	shift := func(n *node) bool {
		return n != nil && changed(n, "share_pct", hundredths(d.amount(n.get("share_pct")))+hundredths(d.in(3, 14)*100))
	}
	return d.any(
		func() bool { return shift(d.one("data", "benefit_sharing", "parties")) },
		func() bool { return shift(d.one("data", "datasets", 0, "strata")) },
	)
}

func (d *draft) dateReversed() bool {
	return d.any(
		func() bool {
			n := d.one("plan", "work_packages")
			start, end := n.get("start").text, n.get("end").text
			return changed(n, "start", end) && changed(n, "end", start)
		},
		func() bool { return changed(d.one("kpis"), "target_date", d.before(1, 90).String()) },
		func() bool { return changed(d.one("plan", "milestones"), "due", (d.end + day(d.in(20, 200))).String()) },
		func() bool { return changed(d.one("kpis"), "baseline_date", (d.start + day(d.in(10, 90))).String()) },
	)
}

func (d *draft) evidenceUnknown() bool {
	cited := []*node{}
	d.root.each(func(n *node) {
		if n.kind == leaf && len(n.text) == 5 && n.text[:3] == "EV-" {
			cited = append(cited, n)
		}
	})
	listed := map[*node]bool{}
	for _, e := range d.root.get("evidence").all() {
		listed[e.get("id")] = true
	}
	for _, i := range d.order(len(cited)) {
		if !listed[cited[i]] {
			cited[i].text = "EV-9" + string(rune('0'+d.in(0, 9)))
			return true
		}
	}
	return false
}

func (d *draft) evidenceWeak() bool {
	items := d.root.get("evidence").all()
	return d.any(
		func() bool {
			return changed(pick(d.dice, items), "issued_on", (d.submitted + day(d.in(5, 120))).String())
		},
		func() bool { return len(items) > 1 && changed(items[0], "sha256", items[1].get("sha256").text) },
		func() bool {
			for _, e := range items {
				if dropped(e, "number") {
					return true
				}
			}
			return false
		},
	)
}

// unitSlip writes yuan where 万元 is asked, or the other way round.
func (d *draft) unitSlip() bool {
	yuan := func(n *node, key string) bool {
		return n.get(key) != nil && changed(n, key, int(d.amount(n.get(key)))*100)
	}
	return d.any(
		func() bool { return yuan(d.one("finance", "items"), "amount") },
		func() bool { return yuan(d.root.get("safety", "investment"), "budget_cny_wan") },
		func() bool { return yuan(d.one("employment", "training"), "cost_cny_wan") },
		func() bool { return yuan(d.root.get("applicant"), "revenue_cny_wan") },
		func() bool {
			price := d.root.get("finance", "unit_price_cny")
			return price != nil && changed(d.root.get("finance"), "unit_price_cny", hundredths(max(1, d.amount(price)/10000)))
		},
	)
}

// checkbox says that a thing is done and nothing about it.
func (d *draft) checkbox() bool {
	empty := []say{{"已落实", "done"}, {"按规定执行", "as required"}, {"加强管理，确保安全", "to be strengthened"}, {"符合要求", "fulfilled"}, {"制度健全，责任到人", "all in order"}}
	done := false
	for _, place := range [][2]string{{"emergency", "kill_switch_zh"}, {"emergency", "fallback_manual_zh"}, {"data_security", "access_control_zh"}, {"data_security", "poisoning_controls_zh"}, {"privacy", "minimisation_zh"}} {
		if d.chance(60) && changed(d.root.get("safety", place[0]), place[1], d.fill(pick(d.dice, empty))) {
			done = true
		}
	}
	for _, m := range d.root.get("plan", "milestones").all() {
		if d.chance(50) {
			done = changed(m, "accept_zh", d.fill(say{"{完成|通过}{验收|评审}", "Accepted"})) || done
		}
	}
	for _, r := range d.root.get("safety", "risks").all() {
		if d.chance(40) {
			done = changed(r, "control_zh", d.fill(pick(d.dice, empty))) || done
		}
	}
	return done
}

// Sentences of the policy document that applicants like to hand in as their own.
var policy = []string{
	"优化智算基础设施布局，发挥“东数西算”工程作用，促进数算电网协同，建设高质量行业数据集，完善数据产权制度和收益分配机制。",
	"深化产业全要素智能化转型，推动工业、农业、服务业智能化升级，发展智能原生技术产品，培育新业态新模式。",
	"重点在就业、健康、养老、教育等民生领域降低技术应用门槛，推进健康助手、智能学伴等产品普惠应用。",
	"有序推动人工智能在社会治理、安全治理等领域应用，构建高效协同治理格局，践行人工智能普惠发展理念。",
	"构建动态协同治理格局，推动人工智能应用合规透明发展，确保技术创新与安全保障协同推进。",
	"推进模型算法、数据资源等安全能力建设，建立风险监测预警体系，开展人工智能技能培训，促进就业创业。",
}

func (d *draft) policyCopied() bool {
	done := false
	texts := draw(d.dice, policy, len(policy))
	for i, a := range d.root.get("project", "policy_alignment").all() {
		done = changed(a, "contribution_zh", texts[i%len(texts)]) || done
	}
	if d.chance(50) {
		done = changed(d.one("safety", "risks"), "control_zh", texts[len(texts)-1]) || done
	}
	return done
}

func (d *draft) textRepeated() bool {
	lists := [][]*node{d.root.get("safety", "risks").all(), d.root.get("kpis").all(), d.root.get("plan", "milestones").all()}
	keys := []string{"control_zh", "method_zh", "accept_zh"}
	i := d.in(0, 2)
	done := false
	for j, n := range lists[i] {
		if j > 0 && lists[i][0].get(keys[i]) != nil {
			done = changed(n, keys[i], lists[i][0].get(keys[i]).text) || done
		}
	}
	return done
}

// tooGood gives figures that nobody measures.
func (d *draft) tooGood() bool {
	return d.any(
		func() bool {
			done := false
			for _, q := range d.one("data", "datasets").get("quality").all() {
				done = changed(q, "value_pct", 100) && changed(q, "sample_n", d.in(10, 30)) || done
			}
			return done
		},
		func() bool {
			done := false
			for _, r := range d.one("models").get("robustness").all() {
				done = changed(r, "pass_pct", 100) && changed(r, "n", d.in(5, 30)) || done
			}
			return done
		},
		func() bool {
			k := d.one("kpis")
			return k.get("direction").text == "up" && changed(k, "target", d.amount(k.get("baseline"))*money(d.in(25, 90))+100)
		},
	)
}

func (d *draft) headcountOff() bool {
	n := d.one("employment", "occupations")
	return n != nil && changed(n, "redeploy", int(d.amount(n.get("headcount"))/100)+d.in(1, 30))
}

func (d *draft) personUnknown() bool {
	return d.any(
		func() bool { return changed(d.one("safety", "risks"), "owner", "T9"+string(rune('0'+d.in(0, 9)))) },
		func() bool { return changed(d.one("plan", "work_packages"), "lead", "P9") },
	)
}

func (d *draft) wrongType() bool {
	about := say{"约{20..900}", "about {20..900}"}
	return d.any(
		func() bool { return changed(d.root.get("applicant"), "employees", d.fill(about)) },
		func() bool { return changed(d.one("scenarios"), "sites", d.fill(say{"{若干|多}个", "several"})) },
		func() bool { return changed(d.one("kpis"), "target", d.fill(about)) },
		func() bool { return changed(d.root.get("safety", "warning"), "cii", d.fill(say{"否", "none"})) },
		func() bool { return changed(d.one("finance", "sources"), "amount", d.fill(about)) },
	)
}

func (d *draft) unknownKey() bool {
	add := func(n *node, key string, v any) func() bool {
		return func() bool {
			if n == nil || n.get(key) != nil {
				return false
			}
			n.set(key, v)
			return true
		}
	}
	return d.any(
		add(d.root.get("project"), "keywords", []string{d.names["thing"], d.names["field"]}), add(d.root.get("applicant"), "address", d.names["city"]),
		add(d.one("kpis"), "weight", d.in(5, 40)), add(d.root.get("finance"), "total_wan", d.total), add(d.one("safety", "risks"), "mitigation", d.fill(say{"同上", "as above"})),
	)
}

func (d *draft) unknownValue() bool {
	return d.any(
		func() bool { return changed(d.root.get("project"), "stage", d.fill(say{"试点", "trial"})) },
		func() bool { return changed(d.root.get("applicant"), "size", d.fill(say{"中小", "sme"})) },
		func() bool { return changed(d.one("kpis"), "verifier", d.fill(say{"专家", "experts"})) },
		func() bool {
			return changed(d.one("safety", "risks"), "category", d.fill(say{"技术风险", "technical"}))
		},
		func() bool {
			return changed(d.one("finance", "items"), "category", d.fill(say{"设备费", "devices"}))
		},
	)
}

func (d *draft) requiredMissing() bool {
	return d.any(
		func() bool { return dropped(d.root.get("meta"), "language") },
		func() bool { return dropped(d.root.get("governance"), "ethics") },
		func() bool { return dropped(d.root, "declarations") },
		func() bool { return dropped(d.one("scenarios"), "human_role") },
		func() bool { return dropped(d.root.get("applicant"), "uscc") },
		func() bool { return dropped(d.root.get("plan"), "milestones") },
	)
}
