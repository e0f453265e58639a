package sample

import (
	"fmt"
	"slices"
)

func (d *draft) large() bool { return d.total >= 100000 }

func (d *draft) ecosystem() *node {
	a := d.a
	n := obj()
	state := slices.Contains([]string{"soe", "government", "public_institution"}, a.applicant)
	if state && d.has(false) {
		n.set("demonstration", obj("owner", "applicant", "sites", min(d.sites, d.in(1, 9)), "replication_target", d.in(2, 8), "kit", d.names["kit"]))
	}
	if d.deploys() && (state || a.fiscal) && d.has(false) {
		issuer := d.fill(say{"{city}市{工业和信息化局|科学技术局}", "{city} Science Bureau"})
		n.set("tolerance", obj("policy", d.cite("policy", say{"应用试点容错与尽职认定办法", "Rules on errors made in good faith"}, issuer, d.before(60, 260)), "issuer", issuer,
			"covered_zh", d.firsts([]say{{"技术路线经评审后仍未达到预期，过程记录完整", "A reviewed approach that fails, with full records"}, {"指标低于目标但履行了尽职义务", "A missed target after due care"}, {"因政策调整造成进度延后", "A delay by a change of rules"}}, d.more(2, 2, 3)),
			"excluded_zh", d.fills([]say{{"造成人身伤害或安全事故", "Harm to people or an accident"}, {"泄露个人信息或数据安全事件", "A leak of personal data"}, {"弄虚作假、套取资金", "Fraud"}}, 3),
			"decision_body", d.fill(say{"{五|七|九}名外部专家组成的评议组，项目组成员回避", "{Five|Seven} outside experts, without the project"}), "stop_loss_cny_wan", d.round(d.total*money(d.in(10, 25))/100)))
	}
	if state && d.has(false) {
		n.set("openings", []*node{obj("scenario_zh", d.fill(say{"{thing}{算法比测|接口开放}", "Open tests of {thing}"}), "owner", "applicant", "data_offered_zh", d.fill(say{"提供{800..4000}条脱敏样本和评测接口", "{800..4000} samples and an interface"}),
			"eligible", pick(d.dice, []string{"all", "sme"}), "publish_on", d.during(25, 70).String(), "channel_url", "https://open."+a.id+".example.invalid/scenes", "slots", d.in(6, 30))})
	}
	if a.typ == "pilot_base" {
		n.set("pilot_base", obj("services", []string{"compute", "model", "data", "validation", "resource_pooling", "standards_evaluation"}, "capacity_zh", d.fill(say{"算力{40..200}PFLOPS；行业模型{6..24}个；数据集{8..30}套；验证工位{12..60}个；汇聚{20..90}家供应商；年出评测报告{80..400}份", "{40..200} PFLOPS; {6..24} models; {8..30} datasets; {12..60} stands; {20..90} suppliers; {80..400} evaluation reports a year"}),
			"external_users_target", d.in(40, 160), "external_share_pct", d.in(32, 60), "tariff_zh", d.fill(say{"工位{900..2400}元/日，报告每份{1..4}万元起，中小企业{七|八}折，每年公布", "CNY {900..2400} a day, reports from CNY {10..40} thousand, less for small firms, published every year"}),
			"neutrality_zh", d.fill(say{"自有项目与外部用户同等排队、同价计费，占用不超过{45..55}%", "Own projects wait and pay like others, at most {45..55} per cent"}), "evaluation_standard", "GB/T 45288.2-2025"))
	}
	if (a.typ == "pilot_base" || d.large() && d.chance(60)) && d.has(false) {
		n.set("platform", obj("components", d.fills([]say{{"判级接口", "Grading"}, {"数据隔离调用", "Isolated data"}, {"评测服务", "Evaluation"}}, 3), "api_docs", d.cite("other", say{"开放接口文档V1.{0..9}", "Interface manual 1.{0..9}"}, d.applicant.name, d.before(5, 60)), "sla_pct", hundredths(9900+d.in(0, 9)*10), "external_users", d.in(10, 160)))
	}
	if (d.large() || a.typ == "research" || a.typ == "pilot_base") && d.has(false) {
		n.set("transfer", obj("targets", []*node{obj("kind", "contract", "count", d.in(2, 20), "value_cny_wan", d.in(40, 900), "by", d.during(70, 95).String()), obj("kind", pick(d.dice, []string{"licence", "product", "standard"}), "count", d.in(1, 4), "value_cny_wan", d.in(20, 300), "by", d.during(70, 95).String())},
			"ip_terms", d.cite("contract", say{"知识产权归属与收益约定", "Terms of intellectual property"}, d.fill(say{"各方", "all parties"}), d.before(10, 90))))
	}
	if d.large() && d.sme > 0 && d.has(false) {
		n.set("sme", obj("budget_share_pct", hundredths(scale(int(d.sme), 1000, int(d.total))*10), "payment_days", pick(d.dice, []int{30, 45, 60}), "tools_opened_zh", d.fill(say{"向中小企业开放判级接口和上线工具包，首批{5..30}家免费{6..18}个月", "Interfaces and a kit for small firms, the first {5..30} free for {6..18} months"})))
	}
	return n
}

// plan cuts the work into packages and the budget with it.
func (d *draft) plan() *node {
	names := []say{{"数据集建设与治理", "Data"}, {"模型研制与安全测试", "Models and tests"}, {"{unit}接入与应用", "Deployment at {unit}"}, {"人员培训与推广", "Training and transfer"}, {"标准、开源与成果共享", "Standards and sharing"}}
	if d.a.typ == "compute_facility" {
		names = []say{{"土建与供配电", "Building and power"}, {"集群与网络", "Cluster and network"}, {"调度平台与绿电接入", "Scheduling and green power"}, {"运营与培训", "Operation and training"}}
	}
	n := min(d.more(d.in(2, 3), d.in(3, 4), 5), len(names))
	if d.size == brief {
		n = 2
	}
	weights := []int{26, 34, 30, 12, 10}[:n]
	unit := 100
	if d.total < 8000 {
		unit = 10
	}
	packs, miles := []*node{}, []*node{}
	for i, b := range d.split(int(d.total), unit, weights...) {
		p := pack{id: fmt.Sprintf("W%d", i+1), budget: money(b)}
		p.start = d.start.between(d.end, i*12)
		p.end = d.start.between(d.end, min(99, 45+i*16+d.in(0, 8)))
		if i == 0 {
			p.start = d.start
		}
		if i == n-1 {
			p.end = d.end
		}
		lead := "applicant"
		if i > 0 && i <= len(d.partners) && d.chance(60) {
			lead = d.partners[i-1].id
		}
		d.packages = append(d.packages, p)
		packs = append(packs, obj("id", p.id, "name_zh", d.fill(names[i]), "lead", lead, "start", p.start.String(), "end", p.end.String(), "budget_cny_wan", p.budget,
			"outputs", d.fills([]say{{"{thing}数据集", "datasets"}, {"模型与评测报告", "models and reports"}, {"运行规程", "procedures"}, {"接入点位{3..20}个", "{3..20} sites"}, {"培训教材", "course"}, {"质控月报", "monthly reports"}}, d.in(1, 2))))
		for range d.more(d.in(1, 2), d.in(1, 2), 2) {
			kind := "normal"
			at := d.in(25, 82)
			if i == n-1 {
				at = d.in(20, 75)
			}
			if i == 1 && d.deploys() && len(miles) < 3 {
				kind, at = "go_live", d.in(40, 60)
			}
			miles = append(miles, obj("id", "", "wp_id", p.id, "due", p.start.between(p.end, at).String(), "kind", kind,
				"accept_zh", d.fill(say{"{完成|通过}{3..20}{个点位接入|项测试|批样本验收}，{差错率≤{1..6}.{1..9}%|可用性≥99.{1..9}%|合格率≥{88..97}%}，{风险控制措施逐项验收|操作人员考核通过|版本登记完成}", "{3..20} {sites|tests|lots} passed, {errors at most {1..6}.{1..9} %|availability of 99.{1..9} %}, {controls checked one by one|versions recorded}"}), "kpi_ids", []string{fmt.Sprintf("K%d", d.in(1, 3))}))
		}
	}
	for _, promise := range d.promises() {
		if d.has(false) {
			miles = append(miles, obj("id", "", "wp_id", d.packages[n-1].id, "due", d.start.between(d.end, d.in(30, 80)).String(), "kind", "normal", "accept_zh", d.fill(promise), "kpi_ids", []string{"K2"}))
		}
	}
	if d.training > 0 {
		miles = append(miles, obj("id", "", "wp_id", d.packages[n-1].id, "due", d.start.between(d.end, d.in(10, 24)).String(), "kind", "first_training", "accept_zh", d.fill(say{"首批{10..60}人开班，出勤率≥9{0..7}%", "The first {10..60} people start, {90..97} % attend"}), "kpi_ids", []string{"K1"}))
		d.packages[n-1].start = d.start
		packs[n-1].set("start", d.start.String())
	}
	miles = append(miles, obj("id", "", "wp_id", d.packages[n-1].id, "due", d.start.between(d.end, 98).String(), "kind", "acceptance", "accept_zh", d.fill(say{"{kpis}项指标全部达到目标值，{1..3}处点位现场复测误差≤{2..5}%", "All {kpis} indicators at their targets, {1..3} sites measured again within {2..5} %"}), "kpi_ids", []string{"K1", "K2", "K3"}))
	slices.SortStableFunc(miles, func(a, b *node) int { return slices.Compare([]string{a.get("due").text}, []string{b.get("due").text}) })
	for i, m := range miles {
		m.fields = append([]field{{key: "id", value: value(fmt.Sprintf("N%d", i+1))}}, m.fields...)
	}
	if d.has(false) {
		outputs := packs[n-1].get("outputs")
		outputs.items = append(outputs.items, value(d.names["kit"]))
	}
	plan := obj("work_packages", packs, "milestones", miles)
	if d.chance(30) {
		plan.set("open_issues", []*node{obj("issue_zh", d.fill(say{"{电价|收费|接口权限|数据口径}尚待明确", "{Tariffs|Access} to be settled"}), "counterpart", d.fill(say{"{city}市{发展和改革委员会|数据局}", "{city} Bureau"}), "proposal_zh", d.fill(say{"{开工前|首个里程碑前}书面确认，不影响其余任务", "In writing before the first milestone"}))})
	}
	return plan
}

// promises are what other sections say will happen, as milestones that can be checked.
func (d *draft) promises() []say {
	var out []say
	if d.openTypes != nil {
		out = append(out, say{"开源产物发布，外部贡献者≥{3..9}名，下载量≥{200..900}次", "Released, {3..9} outside contributors and {200..900} downloads"})
	}
	if d.done["ecosystem"].get("demonstration") != nil {
		out = append(out, say{"举办开放日{1..3}次，接待{40..160}人，{kit}交付{2..6}家", "{1..3} open days for {40..160} visitors, the {kit} handed to {2..6}"})
	}
	if d.judges() {
		out = append(out, say{"伦理审查意见的{2..4}项跟踪条件全部关闭", "The {2..4} conditions of the ethics committee are met"})
	}
	return out
}

// judges says whether the project is subject to an ethics review.
func (d *draft) judges() bool {
	return d.a.significant && d.a.subject == "natural_person" || d.a.sensitive || d.a.autonomy >= 3
}

// finance divides each package by category, so that the tables add up.
func (d *draft) finance() *node {
	items := []*node{}
	add := func(i int, category string, amount money) {
		if amount > 0 {
			items = append(items, obj("category", category, "amount", amount, "wp_id", d.packages[i].id))
		}
	}
	last := len(d.packages) - 1
	fixed := make([]money, last+1)
	put := func(i int, category string, amount money) {
		for i < last && fixed[i]+amount > d.packages[i].budget*8/10 {
			i++
		}
		add(i, category, amount)
		fixed[i] += amount
	}
	put(last, "training", d.training)
	put(min(1, last), "safety", d.safety)
	put(min(1, last), "opensource", d.community)
	categories := []string{"personnel", "equipment", "data", "compute", "software", "testing", "travel", "indirect", "contingency"}
	weights := [][]int{{38, 6, 26, 6, 8, 6, 2, 4, 8}, {44, 4, 4, 20, 8, 10, 2, 4, 6}, {38, 26, 2, 6, 8, 6, 3, 5, 6}, {52, 2, 2, 2, 6, 8, 6, 6, 7}, {50, 2, 4, 4, 8, 10, 4, 6, 6}}
	for i, p := range d.packages {
		w := slices.Clone(weights[i])
		if d.total > 250000 {
			w[0], w[3] = w[0]/3, w[3]+20
		}
		if d.a.typ == "compute_facility" {
			w = []int{4, 55, 0, 14, 6, 3, 1, 3, 6}
		}
		if d.size == brief { // a sketch has four categories
			for _, j := range d.order(len(w))[4:] {
				if j != 0 && j != len(w)-1 {
					w[j] = 0
				}
			}
		}
		left := max(0, p.budget-fixed[i])
		unit := 10
		if left < 600 {
			unit = 1
		}
		for j, amount := range d.split(int(left), unit, w...) {
			add(i, categories[j], money(amount))
		}
	}
	n := obj("total_cny_wan", d.total, "items", items, "sources", d.sources(), "annual", d.annual())
	if d.large() && d.has(false) {
		n.set("risk_sharing", []*node{obj("instrument", pick(d.dice, []string{"insurance", "guarantee", "risk_pool"}), "bearer", d.fill(say{"{city}{财产保险|融资担保}{公司|分公司}", "{city} Insurance"}), "covers_risk_ids", d.risks[:min(3, len(d.risks))], "cover_cny_wan", d.round(d.total/10),
			"terms", d.cite("contract", say{"科技项目保险合同", "Insurance contract"}, d.fill(say{"{city}财产保险分公司", "{city} Insurance"}), d.before(10, 60)))})
	}
	if d.a.income && d.has(false) {
		d.cashflow(n)
	}
	return n
}

func (d *draft) sources() []*node {
	out := []*node{}
	kinds, weights := []string{"self", "bank_loan", "partner_in_kind"}, []int{60, 25, 15}
	if d.a.fiscal {
		kinds, weights = []string{"self", "local_fiscal", "partner_in_kind"}, []int{50, 38, 12}
	}
	if d.size <= thin || len(d.partners) == 0 {
		kinds, weights = kinds[:2], weights[:2]
	}
	for i, amount := range d.split(int(d.total), 100, weights...) {
		status := []string{"secured", "committed", "committed"}[i]
		n := obj("kind", kinds[i], "amount", money(amount), "status", status)
		if d.has(true) {
			n.set("evidence", d.cite([]string{"certificate", "letter", "letter"}[i], say{"{0}落实证明", "Proof of funds, {0}"}, d.fill(say{"{city}{农商|发展|城市}银行", "{city} Bank"}), d.before(2, 40),
				map[string]say{"self": {"自筹资金", "own"}, "bank_loan": {"项目贷款", "loan"}, "partner_in_kind": {"实物投入", "in kind"}, "local_fiscal": {"财政资金", "public"}}[kinds[i]][d.lang]))
		}
		out = append(out, n)
	}
	return out
}

func (d *draft) annual() []*node {
	out := []*node{}
	first, last := d.start.time().Year(), d.end.time().Year()
	weights := []int{}
	for y := first; y <= last; y++ {
		from, to := max(d.start, date(y, 1, 1)), min(d.end, date(y, 12, 31))
		weights = append(weights, int(to-from)+1)
	}
	for i, amount := range d.split(int(d.total), 100, weights...) {
		out = append(out, obj("year", first+i, "amount", money(amount)))
	}
	return out
}

// cashflow makes the income of the last year the price times the users served.
func (d *draft) cashflow(n *node) {
	users := 0
	for _, s := range d.done["scenarios"].items {
		var u int
		fmt.Sscan(s.get("users_annual").text, &u)
		users += u
	}
	last := d.end.time().Year() + 1
	price := max(1, scale(int(d.total), d.in(30, 70), max(1, users)))
	if price > 100 {
		price = price / 10 * 10
	}
	income := money(scale(price, users, 100))
	flow := []*node{}
	for i := range 3 {
		part := money(scale(int(income), []int{35, 70, 100}[i], 100))
		flow = append(flow, obj("year", last-2+i, "income_cny_wan", part, "opex_cny_wan", money(scale(int(income), []int{55, 60, 72}[i], 100))))
	}
	n.set("cashflow", flow)
	n.set("unit_price_cny", price)
	n.set("unit_cost_cny", max(1, price*d.in(55, 78)/100))
	n.set("price_basis_zh", d.fill(say{"按{户|账号|件}每年{0}元计，参照{city}{3..9}家用户访谈和现行替代方案价格", "CNY {0} a year and user, from {3..9} interviews and the price of what is used today"}, price))
}
