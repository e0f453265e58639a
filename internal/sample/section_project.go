package sample

import (
	"fmt"
	"strings"
)

func (d *draft) meta() *node {
	call := ""
	if d.chance(70) {
		call = fmt.Sprintf("%s-AI-2026-%03d", pick(d.dice, []string{"ZJ", "JS", "SD", "HN", "GD", "SC", "SN", "LN", "NDRC"}), d.in(1, 320))
	}
	return obj("call_id", call, "submitted_on", d.submitted.String(), "language", []string{"zh", "en"}[d.lang], "confidentiality", pick(d.dice, []string{"public", "internal", "internal", "restricted"}))
}

var summaryTails = []say{
	{"周期{months}个月，先在{unit}小范围试点，再分批推广。", "It runs for {months} months, first with a few {unit}, then with the others in turn."},
	{"项目由{applicant}牵头，数据权利、收益分配和安全测试均有书面约定。", "{applicant} leads it; rights in the data, the sharing of benefits and safety tests are agreed in writing."},
	{"上线前完成岗位影响评估，{who}先培训后使用，结论仍由人作出。", "Before it goes live the effect on posts is assessed and {who} are trained; people keep the decision."},
	{"以{kpis}项有基线、有目标、有测量方法的指标验收，其中关键指标由第三方或客户核验。", "{kpis} indicators with a baseline, a target and a method decide on acceptance, the main ones measured by others."},
	{"总投资{total}万元，资金已落实大部分，按任务和年度分解。", "It costs {total} ten-thousand CNY, most of it secured, divided by package and year."},
	{"模型在{city}现场数据上训练和盲测，低置信度结果一律转人工，出现异常可在数分钟内停用并回退。", "The models are trained and tested on data from {city}; doubtful results go to people, and everything can be stopped and rolled back within minutes."},
	{"项目同步建立风险登记册、监测指标和分级预警，每年至少演练{1..3}次。", "A risk register, monitoring metrics and warning levels are kept, with {2..4} drills a year."},
	{"成果包括数据集、模型、运行规程和推广材料，向{region}内同类单位开放。", "Results are datasets, models, procedures and a kit that others in {region} may use."},
}

func (d *draft) project() *node {
	a := d.a
	d.kpis = d.more(3, 4, len(a.kpis))
	d.names["months"], d.names["applicant"], d.names["kpis"], d.names["total"] = fmt.Sprint(d.months), d.applicant.name, fmt.Sprint(min(d.kpis, len(a.kpis))), d.total.String()
	title := d.fill(pick(d.dice, a.titles))
	first := d.fill(say{"本项目面向{city}{field}领域，围绕{thing}开展{研制|应用|改造}。", "This project is about {thing} in {city}."})
	summary := d.length(first, summaryTails, d.more(202, 260, 360))
	trl := d.in(4, 6)
	target := trl + d.in(1, 2)
	if a.typ == "research" {
		trl, target = d.in(2, 3), d.in(4, 5)
	}
	if d.stage == "deployment" || d.stage == "scaling" {
		trl, target = d.in(7, 8), 9
	}
	d.trl = [2]int{trl, target}
	problem := obj("statement_zh", d.fill(pick(d.dice, a.problems), d.submitted.time().Year()-1))
	if a.live || d.chance(60) {
		d.peopleAffected = d.in(60, 4000)
		if a.live {
			d.peopleAffected *= 20
		}
		problem.set("affected_people", d.peopleAffected)
	}
	problem.set("evidence", []string{d.cite("report", say{"{0}年{city}{thing}{调查|统计|质量分析}报告", "Report on {thing} in {city}, {0}"}, d.fill(say{"{city}{统计|行业|质量}{协会|中心}", "{city} {Industry|Quality} Association"}), d.before(60, 240), d.submitted.time().Year()-1)})
	n := obj("id", d.slug(), "title_zh", title)
	if d.lang == zh && d.chance(45) {
		n.set("title_en", d.in2(en, func() string { return d.fill(pick(d.dice, a.titles)) }))
	}
	n.set("summary_zh", summary)
	n.fields = append(n.fields, obj("type", a.typ, "ai_plus_domain", a.domain, "sector_gb4754", a.sector, "stage", d.stage,
		"trl", obj("current", trl, "target", target), "region", obj("province_gb2260", d.place.province, "city_gb2260", d.place.city),
		"start", d.start.String(), "end", d.end.String(), "investment_code", d.investmentCode(), "problem", problem).fields...)
	n.set("policy_alignment", d.alignment())
	return n
}

// in2 makes a text in another language, with names of its own.
func (d *draft) in2(lang int, text func() string) string {
	keep, names := d.lang, d.names
	d.lang, d.names = lang, map[string]string{"city": d.place.name[lang], "region": d.place.region[lang]}
	for _, name := range []string{"thing", "unit", "who", "harm", "field"} {
		d.names[name] = d.fill(d.a.words[name])
	}
	d.names["county"], d.names["brand"] = d.county(), d.brand()
	s := text()
	d.lang, d.names = keep, names
	if len(s) > 118 {
		s = s[:118]
	}
	return s
}

func (d *draft) slug() string {
	city := strings.ToLower(strings.NewReplacer("'", "", " ", "-").Replace(d.place.name[en]))
	return fmt.Sprintf("%.24s-%s-%03d", d.a.id, city, d.in(1, 999))
}

func (d *draft) investmentCode() string {
	if d.a.typ != "compute_facility" {
		return ""
	}
	return fmt.Sprintf("26%02d-%s-04-01-%06d", d.in(1, 8), d.place.city, d.in(1e5, 999999))
}

var contributions = []struct {
	clause string
	text   say
}{
	{"L17-S3", say{"在{n}个{unit}同时改造{thing}的{检测|处理|调度}环节，以人均产出和差错率衡量变化", "Changes the work on {thing} at {n} {unit} and measures output per person and errors"}},
	{"L19-S2", say{"建成{2..5}套可复用的{field}数据集，与联合单位约定持有、使用、经营三项权利", "Builds {2..5} datasets of {field} and agrees on the rights to hold, use and operate them"}},
	{"L21-S2", say{"先评估、先培训，再上线；{who}全部完成不少于{16..48}学时培训并留任或转岗", "Assesses and trains before the start; all {who} get {16..48} hours and keep a post"}},
	{"L21-S3", say{"对每个模型做{3..5}类安全测试，运行中监测{5..9}项指标并分四级预警", "Tests each model against {3..5} threats and watches {5..9} metrics with four warning levels"}},
	{"L20-S5", say{"由中小企业牵头一项任务，账期{30..60}天，并向至少{12..60}家同行开放接口", "A small firm leads one package and is paid within {30..60} days; {12..60} others may use the interfaces"}},
	{"L19-S4", say{"自主研发{thing}核心组件，评测代码与部分数据以宽松许可证公开", "Develops the core for {thing} and publishes code and data under permissive licences"}},
	{"L18-S2", say{"降低{who}的使用门槛，上手不超过{2..9}小时，弱网和旧设备可用", "Lowers the threshold for {who}: {2..9} hours to learn, usable on old devices"}},
	{"L20-S4", say{"为{region}{20..90}家单位提供共用的{thing}验证与成果转化服务", "Gives {20..90} organisations in {region} shared tests and transfer of results"}},
	{"L17-S2", say{"把实验室成果放到{n}个真实现场检验，不达标即停，达标后复制", "Takes results to {n} real sites, stops what fails and repeats what works"}},
}

func (d *draft) alignment() []*node {
	out := []*node{}
	d.names["n"] = fmt.Sprint(d.in(3, 16))
	for _, c := range draw(d.dice, contributions, d.more(1, 2, 4)) {
		ids := []string{}
		for _, i := range draw(d.dice, []int{1, 2, 3}, d.in(1, 2)) {
			ids = append(ids, fmt.Sprintf("K%d", i))
		}
		text := d.fill(c.text)
		text = d.length(text, []say{{"，由{applicant}落实，按季核对进度", "; {applicant} answers for it"}, {"，相关费用已列入预算", "; the cost is in the budget"}}, 34)
		out = append(out, obj("clause_id", c.clause, "contribution_zh", text, "kpi_ids", ids))
	}
	return out
}

func (d *draft) applicantSection() *node {
	p := d.applicant
	contact := obj("name", d.fill(say{"{项目|科技|数字化|信息}{管理部|办公室|中心}", "{Project|Digital} Office"}), "role", d.fill(say{"{项目联络人|申报专员}", "project contact"}),
		"email", fmt.Sprintf("%s@%s.example.invalid", pick(d.dice, []string{"ai-project", "keji", "office", "shenbao"}), strings.ToLower(d.slug()[:6]+fmt.Sprint(d.in(10, 99)))))
	n := obj("name", p.name, "uscc", d.uscc(orgKinds[p.kind], d.place.city), "org_type", p.kind, "size", p.size, "employees", p.staff,
		"revenue_cny_wan", p.revenue, "sector_gb4754", d.a.sector, "contact", contact)
	if d.chance(20) {
		n.set("credit_evidence", d.cite("report", say{"信用报告（{city}）", "Credit report"}, d.fill(say{"{region}信用中心", "{region} Credit Centre"}), d.before(10, 60)))
	}
	return n
}

var partnerRoles = []say{
	{"牵头{thing}数据采集与标注，派{2..6}名人员驻场，负责{unit}现场接入", "Collects and labels data on {thing}, with {2..6} people on site"},
	{"承担模型研制和鲁棒性测试，提供{3..9}台服务器机时，组织第三方评测", "Develops and tests the models on {3..9} servers"},
	{"提供本单位历史数据和{1..4}个试用点位，参加判级口径和界面评审", "Provides its records and {1..4} sites, and reviews the interface"},
	{"负责推广材料、{who}培训和使用反馈收集，牵头一项任务", "Trains {who}, collects their views and leads a package"},
}

func (d *draft) partnerSection() *node {
	out := []*node{}
	roles := d.fills(partnerRoles, len(d.partners))
	for i, p := range d.partners {
		share := money(int(d.total) * d.in(5, 12) / 100 / 100 * 100)
		if p.size == "small" || p.size == "micro" || p.size == "medium" {
			d.sme += share
		}
		n := obj("id", p.id, "name", p.name, "uscc", d.uscc(orgKinds[p.kind], d.place.city), "org_type", p.kind, "size", p.size)
		if d.has(false) {
			n.set("employees", p.staff)
			n.set("revenue_cny_wan", p.revenue)
		}
		n.set("role_zh", roles[i])
		n.set("budget_cny_wan", share)
		n.set("agreement", d.cite("contract", say{"联合实施协议（{0}）", "Cooperation agreement with {0}"}, d.fill(say{"双方", "both parties"}), d.before(20, 120), p.name))
		out = append(out, n)
	}
	return value(out)
}

func (d *draft) scenarios() *node {
	a := d.a
	n := min(d.more(1, d.in(1, 2), 3), len(a.scenes))
	d.scenes = n
	out := []*node{}
	for i, s := range draw(d.dice, a.scenes, n) {
		users := d.in(20, max(30, d.applicant.staff*9/n))
		if a.public {
			users = d.in(4, 90) * 1000
		}
		join := []string{"", " "}[d.lang]
		text := d.fill(s.today) + join + d.fill(s.then)
		sites := d.in(1, 14)
		d.sites += sites
		o := obj("id", fmt.Sprintf("S%d", i+1), "name_zh", d.fill(s.name), "description_zh", d.length(text, sceneTails, 62), "sites", sites,
			"regions", []string{d.place.city}, "users_annual", users)
		impact := "advisory"
		if a.significant && i == 0 {
			impact = "significant"
		}
		if a.subject == "none" {
			impact = "none"
		}
		if a.significant || a.subject == "natural_person" || d.chance(50) {
			o.set("cases_annual", users*d.in(2, 30)/10+40)
		}
		o.fields = append(o.fields, obj("public_facing", a.public, "subject", a.subject, "decision_impact", impact, "autonomy_level", a.autonomy, "human_role", d.humanRole(),
			"target_groups", a.groups).fields...)
		if len(a.chain) > 0 {
			o.set("value_chain", draw(d.dice, a.chain, d.in(1, len(a.chain))))
		}
		out = append(out, o)
	}
	return value(out)
}

func (d *draft) humanRole() string {
	if d.a.autonomy > 3 {
		return "out_of_loop"
	}
	return pick(d.dice, []string{"in_loop", "in_loop", "in_loop", "on_loop"})
}

var sceneTails = []say{
	{"使用者为{who}，全程留痕，可随时停用。", "It is used by {who}, logged, and can be switched off at any time."},
	{"首批覆盖{2..9}个{unit}，每月复盘一次误判。", "It starts with {2..9} {unit}; errors are reviewed every month."},
}

func (d *draft) indicators() *node {
	out := []*node{}
	source := d.cite("report", say{"{thing}基线测定报告", "Baseline of {thing}"}, d.fill(say{"{city}{会计师事务所|检测中心|统计事务所}", "{city} Measurement Office"}), d.before(5, 90))
	for i, k := range draw(d.dice, d.a.kpis, d.kpis) {
		base := d.in(k.base[0], k.base[1])
		gain := base * d.in(k.pct[0], k.pct[1]) / 100
		target := base - gain
		if k.up {
			target = base + gain
		}
		if k.unit == percent && target > 9850 {
			target = d.in(9550, 9850)
		}
		switch { // people count in whole numbers, and measure with one or two digits
		case base > 3000 || k.unit != percent && base > 500:
			base, target = base/100*100, target/100*100
		case base > 500:
			base, target = base/10*10, target/10*10
		}
		direction := []string{"down", "up"}
		if d.size == brief && d.chance(50) || d.size <= thin && d.care == careless && d.chance(40) {
			source = d.fill(say{"内部统计", "own records"})
		}
		out = append(out, obj("id", fmt.Sprintf("K%d", i+1), "name_zh", d.fill(k.name), "category", k.category, "unit", d.fill(k.unit),
			"direction", direction[b2i(k.up)], "baseline", hundredths(base), "baseline_date", d.before(60, 300).String(), "baseline_source", source,
			"target", hundredths(target), "target_date", d.during(70, 97).String(), "method_zh", d.fill(k.method),
			"verifier", pick(d.dice, []string{"third_party", "third_party", "customer", "regulator", "self"})))
	}
	return value(out)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
