package sample

import (
	"fmt"
	"slices"
)

func (d *draft) deploys() bool { return d.stage != "research" && d.stage != "prototype" }

func (d *draft) innovation() *node {
	n := obj()
	if d.a.model != "" || d.a.typ == "research" || d.chance(50) {
		list := []*node{}
		for _, p := range draw(d.dice, d.a.parts, d.more(1, 1, 2)) {
			c := obj("name_zh", d.fill(p), "origin", pick(d.dice, []string{"self_developed", "self_developed", "co_developed"}))
			if d.has(false) {
				c.set("evidence", []string{d.cite("ip", say{"{发明专利证书|软件著作权登记证书}（{0}）", "{Patent|Software copyright} for {0}"}, d.fill(say{"国家知识产权局", "National IP Administration"}), d.before(60, 600), d.fill(p))})
			}
			list = append(list, c)
		}
		n.set("core_components", list)
	}
	if d.a.typ == "research" || d.a.domain == "science" {
		n.set("basic_research", d.basicResearch())
	}
	if d.deploys() && d.a.typ != "compute_facility" && d.has(false) {
		n.set("translation", d.translation())
	}
	if d.a.typ == "smart_terminal" {
		n.set("terminals", []*node{obj("name_zh", d.fill(say{"{thing}监测终端（{壁挂|床旁|便携}）", "Device for {thing}"}), "protocols", draw(d.dice, []string{"matter", "mqtt", "bluetooth_mesh", "wifi"}, d.in(2, 3)),
			"third_party_interop_count", d.in(2, 8), "interop_test", d.cite("report", say{"互联互通测试报告", "Interoperability test"}, d.org("public_institution"), d.before(20, 160)),
			"security_update_years", d.in(3, 7), "offline_functions_zh", d.fill(say{"断网时本地识别、语音询问和声光报警照常，数据缓存{3..9}天", "Without a network it still recognises, asks and alarms, and keeps {3..9} days of data"}), "ipv6", true)})
	}
	return n
}

func (d *draft) basicResearch() *node {
	last := d.end.addMonths(-2)
	outputs := []*node{}
	for i, t := range draw(d.dice, []string{"paper", "dataset", "algorithm", "software", "patent", "theory"}, d.more(3, 4, 6)) {
		outputs = append(outputs, obj("type", t, "count", d.in(1, 4), "due", d.start.between(last, 30+i*11+d.in(0, 8)).String()))
	}
	return obj(
		"questions_zh", []string{
			d.fill(say{"假设一：{局域有序|界面缺陷|溶剂效应}是{thing}外推失效的主因；加入该特征后留出体系误差应下降{30..60}%，否则不成立。", "Hypothesis one: {local order|interfaces|solvents} cause the failure on unseen {thing}; with that feature the error should fall by {30..60} per cent, or the hypothesis is wrong."}),
			d.fill(say{"问题二：不确定度校准后按信息增益选点，命中率是否显著高于按预测值选点？", "Question two: does choosing by gain of information, after calibration, hit more often than choosing by the predicted value?"}),
		},
		"paradigm_zh", d.fill(say{"传统做法凭经验圈定后逐点试制，信息留在记录本里；本项目由模型带着可信区间选下一批，每周{12..30}个，失败样品同样进入训练。", "Today rules choose and notebooks keep the result; here the model chooses {12..30} a week with intervals, and failures are trained on too."}),
		"validation_zh", d.fill(say{"{3..5}个体系共{600..2400}条记录全程封存，五个随机种子训练，配对检验显著性0.05；闭环与随机选点各{8..12}批对照，偏差超{5..10}%重做。", "{3..5} systems with {600..2400} records are sealed; five seeds, paired tests at 0.05; {8..12} batches of the loop against chance."}),
		"failure_criteria_zh", d.fill(say{"到{0}，若留出误差下降不足{15..30}%，或五次训练有三次不显著，判定假设失败，停止该方向并公开负结果。", "If by {0} the error falls by less than {15..30} per cent, or three of five trainings are not significant, the hypothesis has failed; work stops and the result is published."}, d.during(45, 65)),
		"outputs", outputs, "reproducibility", pick(d.dice, []string{"open_code", "controlled"}))
}

func (d *draft) translation() *node {
	stages := []*node{}
	names := []string{"pilot", "first_site", "replication", "scale"}[:d.more(2, 3, 4)]
	for i, s := range names {
		trl := d.trl[0] + (d.trl[1]-d.trl[0])*(i+1)/len(names)
		stages = append(stages, obj("name", s, "site", d.fill(say{"{city}第{1..6}{批|组}{unit}", "{unit}, group {1..6}"}), "due", d.start.between(d.end, 18+i*20+d.in(0, 9)).String(), "trl", trl,
			"exit_zh", d.fill(say{"连续{15..60}天{可用性≥9{6..9}.{1..9}%|采纳率≥{55..85}%|差错率≤{1..4}.{1..9}%}，严重差错{0..1}起", "{15..60} days with {an availability of 9{6..9}.{1..9} %|{55..85} % of the advice taken|at most {1..4}.{1..9} % errors}"})))
	}
	adopters := []*node{}
	for range d.more(1, 1, 2) {
		name := d.org("private")
		adopters = append(adopters, obj("name", name, "agreement", d.cite("contract", say{"{试用|接入}协议（{0}）", "Trial agreement, {0}"}, name, d.before(15, 90), name)))
	}
	return obj("stages", stages, "replication_sites", min(max(2, d.sites), d.in(2, 12)), "adopters", adopters)
}

func (d *draft) modelSection() *node {
	if d.a.model == "" || d.sketches() {
		return nil
	}
	out := []*node{}
	d.models = d.more(1, 1, d.in(1, 2))
	for i := range d.models {
		out = append(out, d.oneModel(i))
	}
	return value(out)
}

var bases = []say{{"观澜-{7B|14B|ViT-L}", "Guanlan-{7B|14B|ViT-L}"}, {"听潮-{8B|14B}-Instruct", "Tingchao-{8B|14B}"}, {"青衿-{S|B|L}", "Qingjin-{S|B|L}"}, {"云梯-Base", "Yunti-Base"}}

// baseModel names a base model, which the dependencies list too.
func (d *draft) baseModel() string {
	name := d.fill(pick(d.dice, bases))
	d.bases = append(d.bases, name)
	return name
}

func (d *draft) oneModel(i int) *node {
	a := d.a
	n := obj("id", fmt.Sprintf("M%d", i+1), "generative", a.generative, "recommender", false, "origin", a.model)
	if a.model == "fine_tuned" {
		base := obj("name", d.baseModel(), "licence", "Apache-2.0", "country", "CN")
		if a.generative {
			base.set("filing_no", d.fill(say{"生成式人工智能服务备案-示例{2024..2026}-{1000..9999}", "Filing-Example{2024..2026}-{1000..9999}"}))
		}
		n.set("base_model", base)
	}
	n.set("params_b", hundredths(d.in(a.params[0], a.params[1])))
	n.set("output_modalities", a.outputs)
	evals := []*node{}
	names := []say{{"{thing}独立盲测集", "Blind test of {thing}"}, {"跨{unit}泛化评测", "Other {unit}"}, {"{thing}困难样本专项", "Hard cases of {thing}"}, {"{who}满意度盲评", "Blind rating by {who}"}}
	for j, s := range draw(d.dice, names, d.more(2, 2, 3)) {
		base := d.in(440, 780)
		value := base + d.in(60, 150)
		evals = append(evals, obj("suite", d.fill(s), "baseline", thousandths(base*100), "value", thousandths(value*100), "target", thousandths((value+d.in(10, 60))*100),
			"date", d.before(3, 70).String(), "evaluator", []string{"third_party", "third_party", "self"}[min(j, 2)], "set_public", d.chance(20)))
	}
	n.set("evals", evals)
	threats := []string{"adversarial", "ood", "drift", "poisoning"}
	if a.generative {
		threats = []string{"prompt_injection", "jailbreak", "poisoning", "extraction"}
	}
	tests := []*node{}
	for _, t := range threats[:d.more(2+b2i(d.has(false)), 3, 4)] {
		pass := d.in(905, 985)
		tests = append(tests, obj("threat", t, "n", d.in(110, 1400), "pass_pct", hundredths(pass*10), "target_pct", d.in(80, 90), "date", d.before(3, 80).String()))
	}
	n.set("robustness", tests)
	people := a.subject == "natural_person" && a.significant
	if (people || a.generative) && d.has(false) {
		fair := []*node{}
		for _, s := range []say{{"性别", "sex"}, {"年龄", "age"}, {"地区", "region"}}[:d.more(2, 2, 3)] {
			gap := d.in(8, 42)
			fair = append(fair, obj("attribute", d.fill(s), "gap", hundredths(gap*10), "limit", d.in(5, 9), "n", d.in(120, 900)))
		}
		n.set("fairness", fair)
	}
	if a.generative && d.has(false) {
		n.set("hallucination", obj("method", d.fill(say{"逐条核对{thing}答复的出处，无出处或数值不符计一次", "Each answer on {thing} is checked against its source"}), "rate_pct", hundredths(d.in(8, 36)*10), "limit_pct", d.in(4, 8), "n", d.in(400, 2400)))
	}
	if d.has(false) {
		n.set("card", d.cite("report", say{"模型卡（{0}）", "Model card {0}"}, d.applicant.name, d.before(3, 40), fmt.Sprintf("M%d", i+1)))
	}
	if d.has(false) {
		n.set("efficiency", obj("metric", d.fill(say{"单次处理耗时（毫秒，现行{200..900}）", "Milliseconds per case (today {200..900})"}), "value", d.in(12, 190)))
	}
	return n
}

var reasons = []say{
	{"训练数据含联合单位商业信息，合同约定不得公开；评测方法和接口说明可按申请提供，项目结束后两年内再评估是否开放部分组件。", "The training data hold business information of partners and may not be published under the agreements; methods and interfaces are given on request, and part of it is reviewed for release within two years."},
	{"涉及个人信息和现场安全配置，公开权重存在成员推断风险；已向主管部门说明，改以评测报告和脱敏样例供同行核对。", "It concerns personal data and the security of sites, and published weights would allow inference; reports and samples without identities are given to peers instead."},
}

func (d *draft) openSource() *node {
	deps := []*node{}
	for _, x := range draw(d.dice, []struct{ name, licence, use string }{
		{"PyTorch", "BSD-3-Clause", "linked"}, {"ONNX Runtime", "MIT", "linked"}, {"OpenCV", "Apache-2.0", "linked"}, {"vLLM", "Apache-2.0", "linked"},
		{"NumPy", "BSD-3-Clause", "linked"}, {"scikit-learn", "BSD-3-Clause", "linked"}, {"FastAPI", "MIT", "linked"}, {"PaddlePaddle", "Apache-2.0", "linked"},
	}, d.more(3, 4, 6)) {
		deps = append(deps, obj("name", x.name, "licence_spdx", x.licence, "use", x.use))
	}
	if d.has(false) {
		for _, name := range slices.Compact(slices.Sorted(slices.Values(d.bases))) {
			deps = append(deps, obj("name", name, "licence_spdx", "Apache-2.0", "use", "weights_base"))
		}
	}
	if !d.chance(d.a.open) {
		n := obj("strategy", "closed", "reason_zh", d.fill(pick(d.dice, reasons)))
		if d.a.typ == "compute_facility" {
			n.set("reason_zh", d.fill(say{"项目建设和运营设施，不产生可公开的模型或数据集；调度接口说明和能效数据按年公布，供同类设施参考使用，后续再评估是否开放监控工具代码。", "The project builds a facility and makes no model or dataset; interfaces and energy data are published every year for other facilities."}))
		}
		if d.a.model != "" {
			n.set("dependencies", deps)
		}
		return n
	}
	types := draw(d.dice, []string{"code", "eval_code", "docs", "tool", "benchmark"}, d.more(1, 2, 3))
	if d.a.typ == "foundation_model" {
		types = []string{"weights", "training_code", "eval_code", "data_information"}
	}
	d.openTypes = types
	arts := []*node{}
	for i, t := range types {
		licence := pick(d.dice, []string{"Apache-2.0", "Apache-2.0", "MulanPSL-2.0", "MIT"})
		if t == "docs" || t == "data_information" || t == "benchmark" {
			licence = "CC-BY-4.0"
		}
		arts = append(arts, obj("id", fmt.Sprintf("A%d", i+1), "type", t, "licence_spdx", licence, "repo_url", fmt.Sprintf("https://gitee.com/%s-ai/%s-%d", d.a.id, t, d.in(10, 99)),
			"platform", "gitee", "status", "planned", "release_date", d.during(30, 85).String()))
	}
	d.community = d.round(max(50, money(int(d.total)*d.in(8, 18)/1000)))
	n := obj("strategy", pick(d.dice, []string{"open", "partial"}), "artifacts", arts)
	if d.a.typ == "foundation_model" {
		n.set("openness", obj("osaid_claim", false, "mof_class", "III"))
	}
	n.set("dependencies", deps)
	n.set("community", obj("maintainers", d.in(2, 5), "fte", hundredths(d.spare("opensource")), "budget_cny_wan", d.community, "contribution_terms", pick(d.dice, []string{"dco", "cla"}), "security_policy", true, "support_months", d.in(24, 40)))
	if d.has(false) {
		n.set("upstream", []*node{obj("project", pick(d.dice, []string{"ONNX Runtime", "vLLM", "OpenCV"}), "kind", d.fill(say{"{算子|文档|测试}补丁", "patches"}), "target_count", d.in(1, 5), "by", d.during(60, 90).String())})
	}
	return n
}
