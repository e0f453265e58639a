package sample

import "fmt"

// employment says whose work changes, who is trained, and what posts there will be.
func (d *draft) employment() *node {
	a := d.a
	if len(a.jobs) == 0 || a.typ == "compute_facility" {
		n := obj("assessment", obj("scope_headcount", 0, "none_reason_zh", d.fill(say{"{新建设施|基础研究}，没有被替换的现有岗位，{who}的工作内容不因项目减少", "No existing post is replaced, and the work of {who} does not become less"})))
		if d.deploys() {
			n.set("jobs_created", d.posts())
			n.set("training", []*node{d.programme("all_staff", []string{}, d.in(20, 90), 40, "enterprise")})
		}
		return n
	}
	occupations, ids, change := d.occupations()
	scope := 0
	for _, o := range occupations {
		var n int
		fmt.Sscan(o.get("headcount").text, &n)
		scope += n
	}
	assess := obj("done_on", d.before(40, 120).String(), "method", pick(d.dice, []string{"task_exposure", "expert_panel", "ilo_genai_index"}), "assessor", d.org("university"), "scope_headcount", scope,
		"horizon_months", pick(d.dice, []int{24, 36}), "evidence", d.cite("report", say{"{who}岗位就业影响评估报告", "Assessment of the effect on {who}"}, d.fill(say{"{city}{劳动关系研究中心|人才发展协会}", "{city} Labour Institute"}), d.before(20, 38)))
	n := obj("assessment", assess, "occupations", occupations)
	if d.deploys() && d.has(false) {
		n.set("jobs_created", d.posts())
	}
	if d.has(true) {
		list := []*node{d.programme("affected", ids, max(change, min(scope, 6)), d.in(40, 56), pick(d.dice, []string{"vocational_level", "enterprise"}))}
		if d.size > thin {
			list = append(list, d.programme("all_staff", ids[:1], min(d.applicant.staff, d.in(8, max(10, min(120, d.staff/8)))), d.in(8, 16), "enterprise"))
		}
		n.set("training", list)
	}
	if change >= 20 || change >= 5 && change*10 >= d.staff {
		if d.has(true) {
			d.response(n, change)
		}
	}
	if d.total >= 100000 && d.has(false) {
		n.set("entrepreneurship", []*node{obj("kind", pick(d.dice, []string{"incubator", "open_api", "compute_voucher"}), "beneficiaries", d.in(8, 60), "budget_cny_wan", d.in(8, 30), "period_months", d.in(12, 24))})
	}
	return n
}

// occupations gives the posts, their ids, and how many people do other work afterwards.
func (d *draft) occupations() (out []*node, ids []string, change int) {
	for i, j := range d.a.jobs[:min(len(d.a.jobs), d.more(1, 2, 3))] {
		id := fmt.Sprintf("O%d", i+1)
		head := d.in(max(1, d.applicant.staff/40), max(2, d.applicant.staff/8))
		effect, exposure, share := "augment", pick(d.dice, []string{"minimal", "g1", "g2"}), d.in(8, 30)
		redeploy, retrain := 0, 0
		if i == 0 && (d.a.chain != nil && d.chance(35)) {
			effect, exposure, share = pick(d.dice, []string{"transform", "displace"}), "g3", d.in(35, 68)
			redeploy = head * d.in(20, 70) / 100
			retrain = head - redeploy
			change += head
		}
		ids = append(ids, id)
		out = append(out, obj("id", id, "title_zh", d.fill(j.title), "code_cn", j.china, "code_isco08", j.isco, "headcount", head, "exposure", exposure, "automated_task_pct", share,
			"effect", effect, "redeploy", redeploy, "retrain", retrain, "exit", 0, "hazardous", false, "timing", d.during(40, 90).String()))
	}
	return out, ids, change
}

func (d *draft) posts() []*node {
	out := []*node{}
	for i := range d.more(1, 1, 2) {
		title := []say{{"人工智能训练师", "AI trainer"}, {"智能系统运维员", "Operator of the AI system"}}[i]
		out = append(out, obj("title_zh", d.fill(title), "code_cn", []string{"4-04-05-05", "4-04-05-13"}[i], "count", d.in(1, max(2, min(30, int(d.total)/20000))), "kind", "direct", "employer", "applicant", "by", d.during(45, 90).String(),
			"basis_zh", d.fill(say{"每{周|月}复核{200..900}条，人均{120..300}条，另留轮休", "{200..900} cases to review, {120..300} per person, with time off"})))
	}
	return out
}

// programme is one training programme; its cost goes into the budget.
func (d *draft) programme(audience string, ids []string, people, hours int, certificate string) *node {
	cost := max(10, money(people*hours*d.in(45, 110)/100))
	if cost > d.total/20 {
		cost = max(money(people*hours*6/100)+1, d.total/20)
	}
	d.training += cost
	curriculum := d.fill(say{"{thing}系统的使用、核对与停用，{4..12}讲，附{3..9}个案例", "Use, check and stop of the system, {4..12} lessons with {3..9} cases"})
	if audience == "affected" && d.has(false) {
		curriculum = d.cite("other", say{"{who}培训大纲", "Syllabus for {who}"}, d.org("university"), d.before(10, 80))
	}
	return obj("audience", audience, "occupation_ids", ids, "trainees", people, "hours", hours, "provider", d.fill(say{"{city}{职业技术学院|技师学院|行业协会}", "{city} {Vocational College|Technical Institute}"}),
		"target_code_cn", "4-04-05-05", "curriculum", curriculum, "certificate", certificate, "completion_pct", d.in(85, 98), "cost_cny_wan", cost, "by", d.start.between(d.end, d.in(12, 24)).String())
}

func (d *draft) response(n *node, change int) {
	rate := d.fill(say{"转岗人员三个月在岗率(%)", "Redeployed staff in post after three months (%)"})
	pay := d.fill(say{"转训人员收入与原岗位之比(%)", "Pay against the former post (%)"})
	n.set("response", obj("triggers", []*node{
		obj("metric_zh", rate, "threshold", 88, "action_zh", d.fill(say{"{一|两}周内逐人回访，追加{20..40}学时培训", "A talk with each within two weeks, {20..40} more hours"})),
		obj("metric_zh", pay, "threshold", 95, "action_zh", d.fill(say{"过渡补贴延长{2..6}个月并重新核定岗级", "The allowance is paid for {2..6} more months"})),
	}, "redeploy_positions", change+d.in(2, 9), "transition_budget_cny_wan", money(change*d.in(35, 80)), "support_zh", d.fill(say{"45岁以上人员一对一带教，过渡期{4..8}个月保留原工资", "A mentor for those over 45, the former pay for {4..8} months"}), "owner", d.who("hr")))
	n.set("consultation", obj("union", true, "date", d.before(15, 36).String(), "minutes", d.cite("minutes", say{"职工代表大会协商会议纪要", "Minutes of the consultation"}, d.fill(say{"{city}市总工会", "Union committee"}), d.before(6, 14)), "art41_applies", false))
	n.set("monitoring", obj("indicators", []*node{obj("name_zh", rate, "baseline", 94, "warn", 88), obj("name_zh", pay, "baseline", 102, "warn", 95)}, "interval_months", pick(d.dice, []int{1, 3, 6}), "report_to", d.fill(say{"工会委员会和{city}市人力资源和社会保障局", "The union and the labour office of {city}"})))
}

func (d *draft) inclusion() *node {
	a := d.a
	n := obj()
	if a.live || a.domain == "consumption" || d.size == full && d.chance(40) {
		if d.has(false) {
			price := d.in(10, 180)
			model := "paid"
			if !a.income {
				price, model = 0, "free"
			}
			n.set("threshold", obj("price_model", model, "unit_price_cny", price, "benchmark_price_cny", price*d.in(13, 22)/10+20, "onboarding_hours", d.in(1, 9),
				"device_min_zh", d.fill(say{"{现有办公电脑|售价{600..1200}元的手机}即可，内存{4..8}GB", "A phone of CNY {600..1200} with {4..8} GB"}), "offline", d.chance(90), "languages", []string{d.fill(say{"普通话", "Mandarin"})}))
		}
	}
	if len(a.groups) > 0 && a.groups[0] == "elderly" {
		if d.has(false) {
			n.set("accessibility", obj("standards", []string{"GB/T 37668-2019"}, "min_font_dp", d.in(18, 24), "contrast", d.in(5, 9), "voice", true, "human_service", true, "user_tests_n", d.in(12, 40)))
		}
		responder := d.who("ops")
		if len(d.partners) > 0 && d.chance(80) {
			responder = d.partners[0].id
		}
		n.set("eldercare", obj("false_alarm_per_day", hundredths(d.in(2, 9)), "response_min", d.in(12, 30), "responder", responder))
	}
	if a.live || a.fiscal {
		total := d.in(6, 60)
		n.set("coverage", obj("sites_total", total, "sites_primary", total*d.in(35, 80)/100, "beneficiaries", max(40, d.peopleAffected*d.in(20, 80)/100), "disadvantaged_pct", d.in(22, 70)))
	}
	switch a.id {
	case "county-hospital":
		n.set("health", obj("intended_use_zh", d.fill(say{"供执业医师判读{thing}时参考，标出疑似位置与把握度，用于辅助；不给出诊断结论，不替代医师签发", "For licensed physicians who read {thing}: it marks places and says how sure it is; it makes no diagnosis and signs nothing"}), "physician_confirm", true, "eval_n", d.in(220, 1600),
			"sensitivity_pct", hundredths(d.in(880, 955)*10), "specificity_pct", hundredths(d.in(850, 935)*10), "eval_evidence", d.cite("report", say{"临床评价报告", "Clinical evaluation"}, d.org("university"), d.before(5, 60)), "device_class", "II"))
	case "education":
		n.set("education", obj("stages", []string{pick(d.dice, []string{"primary", "junior"})}, "teacher_in_loop", true, "eval_design_zh", d.fill(say{"{3..6}所学校{6..12}个平行班随机分组，对照组用纸质练习，为期{10..18}周，前后测同一量规", "{6..12} classes at {3..6} schools at random, paper exercises as control, {10..18} weeks, the same test before and after"}), "eval_n", d.in(120, 600),
			"content_review_zh", d.fill(say{"上架前教研员逐条审核，上线后每周抽检{300..700}段", "Reviewed before release, {300..700} checks a week"}), "minutes_cap_day", pick(d.dice, []int{20, 30, 40, 60})))
	}
	if len(n.fields) > 0 {
		n.set("sharing", obj("kit", d.names["kit"], "free_sites", d.in(2, 12)))
	}
	return n
}
