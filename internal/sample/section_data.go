package sample

import "fmt"

func (d *draft) dataSection() *node {
	a := d.a
	if len(a.contents) == 0 || d.sketches() {
		return nil
	}
	n := obj()
	count := min(d.more(d.in(1, 2), 2, 3), len(a.contents))
	if d.size == brief {
		count = 1
	}
	records := d.in(a.records[0], a.records[1]) * 1000
	need := scale(records, d.in(80, 96), 100) / 100 * 100
	if d.has(true) {
		n.set("need", obj("task_zh", d.fill(say{"{thing}的{识别与判级|分类与定位|预测与排序}", "{Recognition|Classification|Ranking} of {thing}"}), "required_records", need,
			"derivation_zh", d.fill(say{"按学习曲线，每类样本由{8..18}百增至{20..36}百时指标只再提高0.{2..7}个百分点，取拐点；{4..9}类合计并留{8..15}%余量，共需{0}条，现有数据已满足。", "On the learning curve the gain from {8..18} to {20..36} hundred samples a class is 0.{2..7} points; {4..9} classes with {8..15} per cent to spare need {0} records, which exist."}, need)))
	}
	sets := []*node{}
	test := fmt.Sprintf("D%d", count)
	for i := range count {
		sets = append(sets, d.dataset(i, records, count, test))
	}
	n.set("datasets", sets)
	if d.has(false) {
		n.set("governance", obj("owner", d.who("data"), "lifecycle", []string{"need", "plan", "collect", "preprocess", "annotate", "validate", "operate", "retire"}, "versioning", true, "lineage", d.has(false), "review_months", pick(d.dice, []int{6, 12})))
	}
	if d.has(false) {
		s := obj("mode", pick(d.dice, []string{"conditional", "restricted", "conditional"}), "platform", d.fill(say{"{region}数据流通平台（按申请提供脱敏样本）", "Data room of {region}, on request"}))
		n.set("sharing", s)
	}
	if len(d.partners) > 0 && d.has(false) {
		n.set("benefit_sharing", d.benefits())
	}
	return n
}

func (d *draft) benefits() *node {
	ids := []string{"applicant"}
	weights := []int{60}
	for _, p := range d.partners {
		ids, weights = append(ids, p.id), append(weights, 18)
	}
	shares := d.split(100, 1, weights...)
	roles := d.fills([]say{{"采集、标注与运营", "Collection and operation"}, {"提供历史数据与复核", "Records and review"}, {"提供样本与口径编制", "Samples and definitions"}, {"评测与质量核查", "Evaluation"}}, len(ids))
	basis := d.fills([]say{{"承担{50..80}%标注与平台费用，按有效样本折算", "{50..80} % of labelling and platform"}, {"提供{8..30}%有效样本，按稀缺度系数折算", "{8..30} % of the valid samples"}, {"投入{40..300}人日专家工时", "{40..300} expert days"}, {"按协议第{3..9}条约定的固定比例", "Fixed share of clause {3..9}"}}, len(ids))
	parties := []*node{}
	for i, id := range ids {
		parties = append(parties, obj("party", id, "role", roles[i%len(roles)], "basis_zh", basis[i%len(basis)], "share_pct", shares[i]))
	}
	method := "contribution_share"
	if !d.a.income {
		method = "service_in_kind"
	}
	return obj("method", method, "parties", parties, "agreement", d.cite("contract", say{"数据收益分配协议", "Agreement on data benefits"}, d.fill(say{"各方", "all parties"}), d.before(15, 80)),
		"settlement_months", pick(d.dice, []int{3, 6, 12}), "audit_right", true)
}

// kinds name modalities.
var kinds = map[string]say{"image": {"图像", "images"}, "timeseries": {"时序", "series"}, "text": {"文本", "texts"}, "tabular": {"表格", "tables"}, "video": {"视频", "video"}}

var strataNames = map[string][]say{
	"region":     {{"城区", "towns"}, {"北片", "north"}, {"南片", "south"}, {"山区", "hills"}},
	"device":     {{"固定设备", "fixed devices"}, {"移动设备", "mobile devices"}, {"旧型号", "old models"}, {"新型号", "new models"}},
	"season":     {{"春夏", "spring and summer"}, {"秋冬", "autumn and winter"}},
	"defect":     {{"甲类", "class A"}, {"乙类", "class B"}, {"丙类", "class C"}, {"正常样本", "normal"}},
	"age":        {{"60岁以上老年人", "over 60"}, {"35至59岁", "35 to 59"}, {"18至34岁", "18 to 34"}, {"7至17岁未成年人", "minors, 7 to 17"}},
	"sex":        {{"男", "male"}, {"女", "female"}},
	"site_level": {{"市级", "city level"}, {"县级", "county level"}, {"乡镇级", "township level"}},
}

func (d *draft) strata() []*node {
	dims := draw(d.dice, []string{"region", "device", "season", "defect", "site_level"}, d.more(2, 2, 3))
	if d.a.personal && d.care > careless {
		dims = []string{"sex", "age", "region"}
	}
	out := []*node{}
	for _, dim := range dims {
		names := draw(d.dice, strataNames[dim], d.more(2, 3, 4))
		weights := make([]int, len(names))
		for i := range weights {
			weights[i] = d.in(12, 40)
		}
		for i, share := range d.split(100, 1, weights...) {
			out = append(out, obj("dimension", dim, "name", d.fill(names[i]), "share_pct", share, "target", true))
		}
	}
	return out
}

func (d *draft) dataset(i, records, count int, test string) *node {
	a := d.a
	id := fmt.Sprintf("D%d", i+1)
	eval := count > 1 && i == count-1
	source, holders := "collected", []string{"applicant"}
	if i == 1 && !eval && len(d.partners) > 0 || !eval && len(d.partners) > 0 && d.chance(35) {
		source, holders = "agreement", []string{"applicant", d.partners[0].id}
	}
	purpose := []string{"finetune", "eval"}
	if a.typ == "foundation_model" {
		purpose = []string{"pretrain"}
	}
	if eval {
		records, purpose = max(400, scale(records, d.in(2, 6), 100)), []string{"eval"}
	} else if i > 0 {
		records = scale(records, d.in(20, 60), 100)
	}
	records = records / 100 * 100
	kb := d.in(a.kb[0], a.kb[1])
	from := d.before(500, 1500)
	to := d.before(45, 100)
	if eval {
		from, to = d.before(130, 200), d.before(40, 90)
	}
	content := d.fill(a.contents[i])
	name := fmt.Sprintf("%d-%d-%s-%s-%s-%s", from.time().Year(), to.time().Year(), d.names["region"], d.names["field"], content, d.fill(kinds[a.modality]))
	n := obj("id", id, "name_zh", name, "tier", []string{"industry_specialist", "industry_specialist", "industry_general"}[d.in(0, 2)], "purpose", purpose, "source", source,
		"source_detail_zh", d.fill(say{"{0}起由{1}在{2..30}个{unit}{采集|汇集}，附{类别|判级|处置}记录，用途已书面告知提供方", "Recorded since {0} by {1} at {2..30} {unit}, with labels, for the purpose agreed in writing"}, from, d.applicant.name))
	if source == "agreement" {
		ev := d.cite("contract", say{"{0}提供与使用协议", "Data agreement, {0}"}, d.fill(say{"双方", "both parties"}), d.before(50, 200), content)
		n.set("licence_spdx", "LicenseRef-contract-"+ev)
		n.set("licence_evidence", []string{ev})
	} else {
		n.set("licence_spdx", "LicenseRef-internal")
		n.set("licence_evidence", []string{d.cite("report", say{"{0}采集记录与设备台账", "Record of collection, {0}"}, d.applicant.name, d.before(20, 60), content)})
	}
	rights := obj("hold", holders, "use", holders, "operate", []string{"applicant"}, "valid_to", d.end.addMonths(d.in(6, 30)).String(),
		"restrictions_zh", d.fill(say{"限{thing}用途，{原始记录不出专网|不得转交第三方|可发布训练所得权重}", "For {thing} only; {records stay inside|not to be passed on}"}))
	n.fields = append(n.fields, obj("rights", rights, "records", records, "volume_gb", thousandths(max(1, scale(records, kb, 1000))), "modalities", []string{a.modality},
		"time_start", from.String(), "time_end", to.String(), "update_freq", pick(d.dice, []string{"daily", "weekly", "monthly", "yearly"}), "regions", []string{d.place.city}).fields...)
	if d.has(false) {
		n.set("strata", d.strata())
	}
	if a.model != "" {
		part := records / 10
		split := obj("train", records-2*part, "val", part, "test", part)
		if eval {
			split = obj("train", 0, "val", 0, "test", records)
		}
		n.set("split", split)
	}
	n.set("format_standard", pick(d.dice, []string{"TC609-5-2025-02", "TC609-5-2025-02", "croissant-1.1"}))
	if d.has(false) {
		sections := []string{"basic_info", "content_features", "construction", "application", "limitations", "maintenance"}
		n.set("docs", obj("datasheet", d.cite("dataset_card", say{"{0}数据集说明文档", "Datasheet, {0}"}, d.applicant.name, d.before(10, 60), id), "sections", sections[:d.in(4, 6)]))
	}
	if d.has(true) {
		n.set("quality", d.quality(records, to))
	}
	marks := d.annotation(records)
	n.set("annotation", marks)
	if marks.get("needed").text == "false" {
		n.set("tier", "industry_general")
	}
	n.set("synthetic", obj("share_pct", 0))
	if a.model != "" && !eval && d.has(false) {
		without := d.in(520, 760)
		n.set("validation", obj("metric", d.fill(say{"{宏平均F1|准确率|召回率}（%）", "{Macro F1|Accuracy|Recall} (%)"}), "without", thousandths(without*100), "with", thousandths((without+d.in(50, 160))*100), "test_set_id", test, "decontaminated", true))
	}
	d.privacyOf(n, records)
	n.set("level", "general")
	n.set("cross_border", obj("planned", false))
	return n
}

func (d *draft) quality(records int, after day) []*node {
	methods := map[string]say{
		"normativity":   {"字段、编码与命名按格式全量脚本校验", "Script over all records"},
		"completeness":  {"必填项齐备的记录占比", "Records with all required items"},
		"accuracy":      {"分层抽样由未参与标注者复核", "Second look by people who did not label"},
		"consistency":   {"与业务系统记录逐条比对", "Against the business system"},
		"timeliness":    {"发生至入库不超过约定时限的占比", "Stored within the agreed time"},
		"accessibility": {"按授权读取一次成功率，连测七日", "Authorised reads in a week"},
	}
	out := []*node{}
	dims := []string{"normativity", "completeness", "accuracy", "consistency", "timeliness", "accessibility"}
	for _, dim := range dims[:d.more(3+2*b2i(d.has(false)), 5, 6)] {
		v := d.in(9570, 9940)
		sample := max(min(records, 4000), 200)
		if dim != "normativity" && dim != "completeness" {
			sample = min(records, max(d.in(210, 900), records/90))
		}
		out = append(out, obj("dimension", dim, "value_pct", hundredths(v/10*10), "target_pct", d.in(90, 95), "method_zh", d.fill(methods[dim]), "sample_n", sample, "measured_on", min(after+day(d.in(3, 30)), d.submitted-2).String()))
	}
	return out
}

func (d *draft) annotation(records int) *node {
	if d.chance(18) || d.a.typ == "foundation_model" {
		return obj("needed", false)
	}
	days := max(12, records/d.in(120, 260))
	acc := d.in(952, 982)
	return obj("needed", true, "guideline", d.cite("other", say{"{thing}标注规范V{1..4}.{0..9}", "Labelling guide V{1..4}.{0..9}"}, d.applicant.name, d.before(100, 400)), "annotators", d.in(3, 24), "experts", d.in(1, 4), "person_days", days,
		"double_pct", d.in(10, 30), "agreement_metric", "kappa", "agreement_value", hundredths(d.in(72, 91)), "accuracy_pct", hundredths(acc*10), "sampled_n", d.in(210, 2400))
}

func (d *draft) privacyOf(n *node, records int) {
	if !d.a.personal {
		n.set("pi", obj("contains", false, "exclusion_zh", d.fill(say{"{采集范围|画面|记录}只含{thing}，交付前剔除人员信息，入库时再检测一次，不登记姓名和编号", "Only {thing} are recorded; anything about people is removed before delivery and looked for again on arrival"})))
		return
	}
	basis := "separate_consent"
	if !d.a.sensitive {
		basis = "consent"
	}
	if d.a.applicant == "government" {
		basis = "statutory_duty"
	}
	n.set("pi", obj("contains", true, "sensitive", d.a.sensitive, "subjects", max(20, scale(records, d.in(30, 70), 100)), "minors", len(d.a.groups) > 0 && d.a.groups[0] == "minors", "legal_basis", basis, "deidentified", "pseudonymised", "retention_days", d.in(1, 5)*365))
}
