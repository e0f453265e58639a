package sample

import (
	"fmt"
	"slices"
)

func (d *draft) compute() *node {
	a := d.a
	if a.model == "" && a.typ != "compute_facility" {
		return nil
	}
	n := obj()
	spent := money(0)
	for _, i := range d.done["finance"].get("items").items {
		if i.get("category").text == "compute" {
			spent += d.amount(i.get("amount"))
		}
	}
	hours := int(spent) * 100 / d.in(6, 16)
	if d.has(false) || a.typ == "compute_facility" {
		n.set("need", obj("train_gpu_hours", max(60, hours), "derivation_zh", d.fill(say{"每轮训练约{0}卡时，全周期{6..20}轮，另留消融与超参搜索{8..20}%", "About {0} GPU hours a run, {6..20} runs, {8..20} per cent for search"}, max(4, hours/14)),
			"infer_qps_peak", d.in(4, 240), "storage_tb", d.in(2, 60), "growth_zh", d.fill(say{"按每年{6..20}%增长预留{2..3}年", "{6..20} per cent a year for {2..3} years"})))
	}
	// The tokens that a language model is trained on follow from the GPU hours: 6·N·D operations at 40 % of an H100.
	if a.model == "self_trained" && a.generative && len(a.outputs) > 0 && a.outputs[0] == "text" {
		for _, m := range d.done["models"].all() {
			m.set("train_tokens_b", hundredths(max(1, scale(hours, 989*40*36/6/100, d.amountOf(m.get("params_b"))*max(1, d.models)))))
		}
	}
	if a.model != "" {
		shares := d.split(100, 1, 60, 40)
		training := obj("kind", pick(d.dice, []string{"own", "public_cloud"}), "region", d.place.province, "share_pct", shares[0])
		if hours > 20000 || d.chance(30) {
			training = obj("kind", "hub_cluster", "region", pick(d.dice, hubs).city, "share_pct", shares[0])
		}
		n.set("sources", []*node{training, obj("kind", "edge", "region", d.place.city, "share_pct", shares[1], "latency_ms_max", d.in(5, 20))})
	}
	if a.typ == "compute_facility" {
		d.facility(n)
	}
	return n
}

func (d *draft) facility(n *node) {
	mw, load, pue, green := d.in(6, 44), d.in(60, 82), d.in(112, 119), d.in(80, 90)
	mwh := mw * 8760 * load / 100 * pue / 100
	racks := mw * 1000 / d.in(24, 36)
	n.set("facility", obj("location_city", d.names["district"], "hub", d.names["hub"], "cluster", d.names["cluster"], "new_build", true, "racks", racks, "it_power_mw", mw, "pflops_fp16", mw*d.in(60, 90), "load_pct", load,
		"pue_design", hundredths(pue), "wue", hundredths(d.in(20, 80)), "annual_mwh", mwh, "energy_review", pick(d.dice, []string{"approved", "in_progress"}), "heat_reuse", d.chance(60), "green_power_pct", green, "green_power_proof", pick(d.dice, []string{"ppa", "direct", "cert"}),
		"green_contract_mwh", mwh*green/100+d.in(10, 900), "flexible_load_pct", d.in(5, 18), "storage_mwh", d.in(10, 60), "utilisation_y3_pct", d.in(60, 82),
		"siting_reason_zh", d.fill(say{"场址距{110|220|330}千伏变电站{3..9}公里，年均气温{6..12}.{0..9}℃，全年约{210..300}天可用自然冷源，直连骨干节点单向时延{4..12}毫秒", "{3..9} km from a {110|220|330} kV station, {6..12} degrees on average, {210..300} days of free cooling, {4..12} ms to the backbone"})))
	n.set("sharing", obj("platform", d.fill(say{"全国一体化算力网{region}调度平台", "National scheduling platform, {region}"}), "public_share_pct", d.in(15, 35), "sme_discount_pct", d.in(15, 40), "external_users", d.in(40, 320)))
}

func (d *draft) governance() *node {
	a := d.a
	members := []string{}
	if d.care > careless {
		for _, role := range []string{"pi", "security", "domain", "hr"} {
			if id := d.who(role); !slices.Contains(members, id) {
				members = append(members, id)
			}
		}
	}
	for _, m := range draw(d.dice, d.team, min(len(d.team), d.more(3, 4, 6))) {
		if !slices.Contains(members, m.id) {
			members = append(members, m.id)
		}
	}
	for _, p := range d.partners {
		members = append(members, p.id)
	}
	charter := d.fill(say{"{每季|每月}审议指标、风险和变更，重大事项{三分之二|过半数}同意，会议纪要归档", "Reviews indicators, risks and changes; main points need two thirds"})
	if d.has(false) {
		charter = d.cite("policy", say{"{thing}应用治理委员会章程", "Charter of the board"}, d.applicant.name, d.before(30, 160))
	}
	holders := []*node{}
	for _, s := range draw(d.dice, []struct{ group, how say }{
		{say{"{who}与工会代表", "{who} and the union"}, say{"{2..4}场座谈，收到意见{0}条，采纳{1}条并逐条答复", "{2..4} meetings, {0} remarks, {1} taken up"}},
		{say{"{unit}负责人", "heads of the {unit}"}, say{"走访{5..20}处，确认接入顺序和停用办法", "{5..20} visits, order and stops agreed"}},
		{say{"受影响的服务对象", "people concerned"}, say{"说明会{20..80}人，要求注明人工智能参与，已采纳", "A meeting of {20..80}; they want it labelled, which is done"}},
		{say{"行业协会与同行", "associations and peers"}, say{"书面征求{8..30}家意见，补充{2..6}项指标口径", "{8..30} asked in writing, {2..6} definitions added"}},
	}, d.more(1, 2, 3)) {
		heard := d.in(12, 60)
		holders = append(holders, obj("group", d.fill(s.group), "how_zh", d.fill(s.how, heard, heard*d.in(4, 9)/10), "when", d.before(10, 110).String()))
	}
	n := obj("body", obj("name", d.fill(say{"{thing}应用治理委员会", "Board for {thing}"}), "members", members, "charter", charter, "meets_per_year", d.in(2, 6)),
		"review", obj("interval_months", pick(d.dice, []int{3, 6, 6, 12}), "change_triggers_zh", d.firsts([]say{{"模型、阈值或数据换版本", "A new version of model or data"}, {"法律法规或国家标准调整", "A change of laws or standards"}, {"发生III级及以上事件", "An incident of level III or above"}, {"新增{unit}类型", "New kinds of {unit}"}}, d.more(3, 3, 4)),
			"regulator_contact", d.fill(say{"{city}市{工业和信息化局|数据局|科学技术局}{产业|应用}处", "{city} Bureau of {Industry|Data}"})),
		"stakeholders", holders)
	needs := d.judges()
	e := obj("required", needs, "reason_zh", d.fill(say{"{研究|项目}不涉及人、动物和遗传资源，也不对个人作出决定，不属于应审查的活动", "It does not concern people or animals and decides about nobody"}))
	if needs {
		e.set("reason_zh", d.fill(say{"结果影响个人的{办理|诊疗|学习|服务}过程并使用个人信息，属于应当审查的活动", "Results affect people and personal data are used"}))
		if d.has(false) {
			e.set("body", pick(d.dice, []string{"own", "entrusted", "regional"}))
			e.set("opinion", d.cite("report", say{"科技伦理审查意见", "Opinion of the ethics committee"}, d.fill(say{"{region}{大学|医学会}科技伦理委员会", "{region} Ethics Committee"}), d.before(5, 50)))
			e.set("date", d.before(5, 50).String())
		}
	}
	n.set("ethics", e)
	if a.domain == "governance" && d.has(false) {
		n.set("public_use", obj("legal_basis_zh", d.fill(say{"《{city}市政务服务便民热线管理办法》第{5..20}条关于受理、交办和反馈的规定", "Rules of {city} on public services, articles {5..20}"}), "authority", d.fill(say{"{city}市人民政府", "Government of {city}"}), "scope_zh", d.fill(say{"仅用于{thing}辅助，不用于许可、处罚和信用评价，不对个人打分", "Help with {thing} only; no permits, fines or scores"}),
			"human_decision", true, "impact_assessment", d.cite("report", say{"公共使用影响评估报告", "Assessment of public use"}, d.fill(say{"{region}行政管理学会", "{region} Institute of Administration"}), d.before(8, 60)), "exit_zh", d.fill(say{"指标连续{3..6}日低于下限或发生II级事件即停用，{20..40}日内复盘", "Stopped after {3..6} days below the limit, reviewed within {20..40} days"})))
	}
	if a.id == "open-model" && d.chance(50) || d.chance(3) {
		shared := []string{}
		if d.openTypes != nil {
			shared = append(shared, "A1")
		}
		n.set("international", obj("claims", true, "partners", []*node{obj("country", pick(d.dice, []string{"MY", "KZ", "TH", "BR"}), "org", d.fill(say{"{槟城|阿拉木图|清迈}应用科学大学", "{Penang|Almaty|Chiang Mai} University of Applied Sciences"}), "agreement", d.cite("contract", say{"国际合作备忘录", "Memorandum of cooperation"}, d.fill(say{"双方", "both parties"}), d.before(30, 200)))}, "capacity_people", d.in(20, 240), "artifacts_shared", shared, "standards", []*node{obj("body", "ISO/IEC JTC 1/SC 42", "role", d.fill(say{"参与{数据质量|可信度}工作组", "member of the working group on data quality"}))}, "export_control_check", true))
	}
	return n
}

func (d *draft) amountOf(n *node) int { return max(1, int(d.amount(n))) }

// amount reads a number back, in hundredths.
func (d *draft) amount(n *node) money {
	whole, cents := 0, 0
	if _, err := fmt.Sscanf(n.text+"00", "%d.%2d", &whole, &cents); err != nil {
		fmt.Sscan(n.text, &whole)
	}
	return money(whole*100 + cents)
}
