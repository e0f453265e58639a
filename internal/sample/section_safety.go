package sample

import (
	"fmt"
	"slices"
)

var commonRisks = []risk{
	{"infrastructure", say{"推理节点或网络中断，服务停摆", "A node or the network fails and the service stops"}, say{"双节点热备，{2..6}分钟自动切换，停用时转人工", "Two nodes, {2..6} minutes to switch, then by hand"}},
	{"supply_chain", say{"基座模型或组件停止维护、出现高危漏洞", "A base model or library is abandoned or has a hole"}, say{"锁定版本，按周比对漏洞库，备选组件已适配", "Pinned versions, weekly check, a second choice is ready"}},
	{"application", say{"使用者把建议当作结论，越过人工确认", "Users take advice for a decision"}, say{"未确认的建议不能下发，每月抽查{40..200}条操作记录", "Nothing is released without a confirmation, {40..200} records checked a month"}},
	{"data", say{"训练样本夹带错误标签或恶意样本", "Wrong or hostile samples enter the training"}, say{"哈希登记，隔离{2..6}天，金标样本对照", "Hashes, {2..6} days of quarantine, reference samples"}},
	{"labour", say{"{who}担心岗位变化，不愿使用", "{who} fear for their posts"}, say{"先培训后上线，不与个人考核挂钩，工会列席例会", "Training first, no link to appraisal, the union attends"}},
	{"operation", say{"人员轮换后操作不熟，误用停用键", "New staff do not know the routine"}, say{"操作卡上墙，新人{4..12}学时考核后上岗", "A card on the wall, {4..12} hours and a test for new staff"}},
	{"ethics", say{"结果被用于对个人的不当评价", "Results are used to judge people"}, say{"统计到班组为止，用途变更须经{治理委员会|职代会}同意", "Statistics per team only, other uses need consent"}},
	{"content", say{"说明文字夸大能力，使用者误信", "Texts promise too much"}, say{"界面注明适用范围和错误率，每季度核对宣传材料", "Limits and error rates on the screen, checked every quarter"}},
}

func (d *draft) micro() bool { return d.applicant.staff < 50 }

func (d *draft) safetySection() *node {
	n := obj("risks", d.riskRegister())
	if d.deploys() {
		if d.has(false) {
			n.set("monitoring", d.monitoring())
		}
		n.set("warning", d.warning())
		if d.has(false) {
			n.set("emergency", d.emergency())
		}
	} else {
		n.set("warning", obj("cii", false))
	}
	if len(d.a.contents) > 0 && d.has(false) {
		n.set("data_security", d.dataSecurity())
	}
	if d.a.personal && d.has(true) {
		n.set("privacy", obj("pipia_done_on", d.before(12, 90).String(), "pipia_evidence", d.cite("report", say{"个人信息保护影响评估报告", "Assessment of the effect on personal data"}, d.fill(say{"{city}{法务合规部|信息安全测评中心}", "Compliance office"}), d.before(5, 11)),
			"pipia_retention_years", d.in(3, 5), "officer", d.who("legal"), "notice", d.cite("policy", say{"个人信息处理告知书", "Privacy notice"}, d.applicant.name, d.before(90, 300)), "rights_sla_days", d.in(5, 15),
			"minimisation_zh", d.fill(say{"只保留{假名编号和时间|内容和镇级位置}，不采集{证件号|人脸|通讯录}，到期自动删除", "Only pseudonyms and times are kept, deleted when due"})))
	}
	if d.a.public && d.a.generative && d.has(true) {
		n.set("filings", d.filings())
		n.set("labelling", obj("explicit", d.labelled(), "implicit", true, "on_export", true, "standard", "GB45438-2025", "log_days", d.in(180, 365)))
	}
	if (d.a.public || d.a.subject == "natural_person" && d.a.significant) && d.has(false) {
		t := obj("ai_notice_zh", d.fill(say{"{首屏|接通首句|报告角标}提示“{本内容由人工智能起草|您正在与人工智能对话}，{可随时转人工|拿不准请问工作人员}”", "The first screen says that this is artificial intelligence and how to reach a person"}),
			"user_doc", d.cite("other", say{"使用说明与适用限制", "User guide and limits"}, d.applicant.name, d.before(5, 60)), "model_card", d.cite("report", say{"系统说明卡", "System card"}, d.applicant.name, d.before(5, 60)),
			"explanation", map[bool]string{true: "case", false: "local"}[d.a.significant], "appeal_channel_zh", d.fill(say{"{服务电话|线上入口}、{办事窗口|微信公众号}和{unit}三条渠道", "By telephone, online and at the {unit}"}), "appeal_sla_days", d.in(5, 15))
		if d.a.public {
			t.set("public_page", "https://"+d.a.id+".example.invalid/ai")
		}
		n.set("transparency", t)
	}
	if d.a.autonomy >= 3 || d.a.subject == "natural_person" && d.a.significant || d.size == full {
		n.set("oversight", d.oversight())
	}
	if len(d.a.groups) > 0 && (d.a.groups[0] == "minors" || d.a.groups[0] == "elderly") && d.has(true) {
		v := obj("elderly_guidance", true)
		if d.a.groups[0] == "minors" {
			v = obj("minor_mode", true, "guardian_consent", true, "usage_reminder_min", d.in(15, 40))
		}
		v.set("crisis_protocol_zh", d.fill(say{"识别到{自伤|走失|呼救}立即停止并提示求助，{3..8}分钟内由值守人员电话联系{监护人|家属}", "A cry for help stops it; within {3..8} minutes a person calls the family"}))
		v.set("human_channel", true)
		n.set("vulnerable", v)
	}
	if d.a.model != "" && d.has(false) {
		n.set("supply_chain", obj("sbom", d.cite("report", say{"软件物料清单", "Bill of software"}, d.applicant.name, d.before(2, 30)), "vuln_sla_days", d.in(7, 30)))
	}
	fte := 0
	for _, m := range d.team {
		if slices.Contains(m.roles, "security") {
			fte += m.fte
		}
	}
	n.set("investment", obj("budget_cny_wan", d.safety, "fte", hundredths(fte)))
	return n
}

func (d *draft) riskRegister() []*node {
	pool := append([]risk{}, d.a.risks...)
	switch {
	case d.care > careless:
		pool = append(pool, commonRisks...)
	case !d.a.faker:
		pool = append(pool, draw(d.dice, commonRisks, d.more(2, 4, 5))...)
	}
	pool = draw(d.dice, pool, len(pool))
	if d.care > careless { // the main categories first
		slices.SortStableFunc(pool, func(a, b risk) int { return rank(a.category) - rank(b.category) })
		seen := map[string]bool{}
		pool = slices.DeleteFunc(pool, func(r risk) bool {
			again := seen[r.category] && rank(r.category) < 5
			seen[r.category] = true
			return again
		})
	}
	d.metrics = d.more(5, 5, 6)
	out := []*node{}
	for i, r := range pool[:min(len(pool), d.more(5, 7, 9)-2*b2i(d.size == brief))] {
		id := fmt.Sprintf("R%d", i+1)
		d.risks = append(d.risks, id)
		l, im := d.in(1, 4), d.in(2, 5)
		if d.a.faker {
			l, im = 2, 2
		}
		n := obj("id", id, "category", r.category, "text_zh", d.fill(r.text), "likelihood", l, "impact", im, "owner", d.team[(i*5+2)%len(d.team)].id, "control_zh", d.fill(r.control),
			"residual_likelihood", max(1, l-d.in(0, 2)), "residual_impact", max(1, im-d.in(0, 2)))
		if d.deploys() && (l*im >= 9 || d.chance(50)) {
			n.set("monitor_ids", []string{fmt.Sprintf("MT%d", d.in(1, d.metrics))})
		}
		out = append(out, n)
	}
	return out
}

// labelled are the places where generated content is labelled: the interface, and what can carry a label.
func (d *draft) labelled() []string {
	out := []string{"ui"}
	for _, o := range d.a.outputs {
		if slices.Contains([]string{"text", "audio", "image", "video"}, o) {
			out = append(out, o)
		}
	}
	return out
}

func rank(category string) int {
	i := slices.Index([]string{"application", "model_algorithm", "data", "infrastructure", "labour"}, category)
	if i < 0 {
		return 5
	}
	return i
}

func (d *draft) monitoring() *node {
	owners := []string{d.who("ai"), d.who("data"), d.who("ops"), d.who("security"), d.who("hr"), d.who("domain"), d.who("ops")}
	metrics := []*node{}
	for i, m := range []struct {
		kind, comparator string
		lo, hi           int
		source, unit     say
	}{
		{"model_quality", "gt", 20, 60, say{"每周盲样抽测", "weekly blind samples"}, say{"% 差错率", "% errors"}},
		{"input_data", "gt", 15, 40, say{"输入分布统计", "input statistics"}, say{"% 异常输入", "% odd inputs"}},
		{"availability", "lt", 985, 998, say{"接口探活", "probes"}, say{"% 日可用性", "% per day"}},
		{"misuse_content", "ge", 30, 200, say{"网关与过滤日志", "gateway log"}, say{"次拦截/小时", "stops per hour"}},
		{"employment", "lt", 700, 900, say{"培训与在岗台账", "staff records"}, say{"% 在岗率", "% in post"}},
		{"complaint", "ge", 20, 90, say{"意见台账", "complaints"}, say{"件/周", "per week"}},
		{"other", "gt", 30, 90, say{"接口耗时日志", "latency log"}, say{"秒 处理耗时", "seconds a case"}},
	}[:max(3, d.metrics-2*b2i(d.care == careless))] {
		metrics = append(metrics, obj("id", fmt.Sprintf("MT%d", i+1), "kind", m.kind, "source", d.fill(m.source), "comparator", m.comparator, "threshold", hundredths(d.in(m.lo, m.hi)*10), "unit", d.fill(m.unit),
			"interval_min", pick(d.dice, []int{5, 15, 30, 60}), "owner", owners[i], "channel", d.fill(say{"{电话|短信|企业即时通信|看板}", "{telephone|text message|e-mail}"})))
	}
	n := obj("metrics", metrics, "coverage", "8x5", "log_retention_days", d.in(6, 24)*30+5)
	if d.a.public {
		n.set("coverage", "24x7")
		n.set("soc_contract", d.cite("contract", say{"安全运营中心值守合同", "Contract with a security operations centre"}, d.org("private"), d.before(30, 150)))
	}
	n.set("mttd_target_min", d.in(10, 60))
	n.set("mttr_target_min", d.in(60, 480))
	return n
}

func (d *draft) warning() *node {
	n := obj("cii", false)
	if !d.has(false) {
		return n
	}
	d.names["leak"] = d.fill(say{"{差错波及|影响}", "errors"})
	if d.a.personal {
		d.names["leak"] = d.fill(say{"个人信息泄露", "leak of personal data"})
	}
	levels := []*node{}
	respond, report, many := d.in(5, 20), d.in(30, 60), d.in(3, 9)*100
	authorities := []string{"cac_province", "cac_province", "sector_regulator", "none"}
	for i, l := range []string{"I", "II", "III", "IV"} {
		criteria := d.fill(say{"{leak}≥{0}{人|条}，或服务中断≥{1}小时", "{leak} of {0} records, or {1} hours without the service"}, many, 8-2*i)
		levels = append(levels, obj("level", l, "criteria_zh", criteria, "respond_min", respond, "report_deadline_min", report, "authority", authorities[i]))
		respond, report, many = respond+d.in(10, 40), min(240, report+d.in(30, 60)), max(1, many/d.in(4, 8))
	}
	n.set("levels", levels)
	return n
}

func (d *draft) emergency() *node {
	n := obj("plan", d.cite("policy", say{"{thing}系统突发事件应急预案", "Emergency plan"}, d.applicant.name, d.before(60, 200)),
		"kill_switch_zh", d.fill(say{"{值班长|班长|管理员}一键停用，{30..90}秒内切回人工流程", "The person on duty switches it off; within {30..90} seconds people take over"}),
		"rollback_zh", d.fill(say{"模型、阈值和{提示词|规则}同版本打包，保留最近{3..6}版，{10..30}分钟内回退", "The last {3..6} versions of model and thresholds are kept, {10..30} minutes to go back"}),
		"rto_min", d.in(20, 60), "drills_per_year", d.in(1, 4))
	if d.chance(60) {
		n.set("last_drill", d.before(20, 150).String())
	}
	n.set("fallback_manual_zh", d.fill(say{"保留{4..24}名{who}的原有流程和资格，停用时按班次顶岗，每{季度|半年}演练一次", "{4..24} {who} keep the old routine and step in; it is practised twice a year"}))
	return n
}

func (d *draft) dataSecurity() *node {
	level := 2
	if d.a.sensitive || d.a.domain == "governance" || d.a.sector == "Q84" {
		level = 3
	}
	assessed := d.before(20, 110)
	return obj("classification_done", true, "responsible", d.who("security"), "mlps_level", level, "mlps_status", pick(d.dice, []string{"filed", "assessed"}), "encryption", []string{"at_rest", "in_transit"},
		"access_control_zh", d.fill(say{"{按角色最小授权|按点位授权}，{堡垒机|跳板机}双因素登录，{季度|月度}复核账号", "Least rights by role, two factors, accounts checked every quarter"}),
		"poisoning_controls_zh", d.fill(say{"入库哈希与批次隔离，训练前后用{200..500}条金标样本比对", "Hashes and quarantine, {200..500} reference samples before and after training"}),
		"assessed_on", assessed.String(), "next_assessment", assessed.addMonths(12).String())
}

func (d *draft) filings() []*node {
	due := func() string { return d.start.between(d.end, d.in(4, 14)).String() }
	filing := func(kind string, required bool, reason say, status string) *node {
		n := obj("kind", kind, "required", required, "reason_zh", d.fill(reason), "status", status)
		if required {
			n.set("due", due())
		}
		return n
	}
	own := d.a.model == "self_trained"
	not := say{"{使用已备案基座|按属地网信部门答复}，走另一程序", "The other procedure applies, as the authority answered"}
	yes := say{"面向公众提供生成式服务，上线前办理", "A generative service for the public, before it starts"}
	first, second := not, yes
	if own {
		first, second = yes, not
	}
	status := func(required bool) string {
		if required {
			if d.stage != "pilot" {
				return "submitted"
			}
			return pick(d.dice, []string{"planned", "submitted"})
		}
		return "none"
	}
	return []*node{
		filing("genai_filing", own, first, status(own)), filing("genai_registration", !own, second, status(!own)),
		filing("algorithm_filing", true, say{"属于生成合成类算法，须履行备案", "An algorithm that generates content"}, status(true)),
		filing("security_assessment", true, say{"上线前委托机构开展安全评估", "Assessed by others before the start"}, status(true)),
		filing("anthropomorphic_assessment", false, say{"不设人物形象，不提供情感陪伴", "No persona and no companionship"}, "none"),
	}
}

func (d *draft) oversight() *node {
	actions := []struct {
		text say
		tier string
		once bool
	}{
		{say{"检索资料并列出依据", "Look up and list sources"}, "autonomous", false}, {say{"调整处理顺序", "Change the order of work"}, "user_authorised", false},
		{say{"下发建议或回复", "Release advice or an answer"}, "user_authorised", false}, {say{"作出不利结论、停线或报废", "Decide against a person, stop or scrap"}, "user_only", true},
	}
	tiers := []*node{}
	for _, a := range actions[:d.more(3, 4, 4)] {
		tiers = append(tiers, obj("action_zh", d.fill(a.text), "tier", a.tier, "irreversible", a.once))
	}
	n := obj("tiers", tiers, "override", true, "reviewer_role", "domain", "reviewers", d.in(6, 40), "sample_review_pct", d.in(1, 5))
	if !d.a.public {
		n.set("sample_review_pct", 100)
	}
	n.set("stop_min", hundredths(d.in(1, 10)*50))
	return n
}
