package sample

var percent = say{"%", "%"}

var manufacturing = archetype{
	id: "manufacturing", share: 14, english: 8, typ: "application", domain: "industry", sector: "C36",
	stages: []string{"pilot", "pilot", "deployment", "prototype"}, applicant: "private",
	applicantName: say{"{region}{brand}{汽车零部件|精密机械|轴承|电器|紧固件}{股份|集团}有限公司", "{region} {brand} {Auto Parts|Precision Machinery|Bearings|Appliances} Co., Ltd."},
	partner:       []string{"university", "private", "private", "public_institution"},
	staff:         [2]int{180, 4800}, total: [2]int{260, 4200}, months: []int{18, 24, 30, 36},
	model: "fine_tuned", params: [2]int{5, 45}, outputs: []string{"score"}, modality: "image", records: [2]int{40, 480}, kb: [2]int{300, 9000},
	subject: "equipment", significant: true, autonomy: 2, groups: []string{"workers"}, chain: []string{"production", "operation", "service"}, income: true, open: 35,
	words: map[string]say{
		"thing": {"{压铸件|轴承套圈|注塑件|冲压件|焊缝|线束}", "{die castings|bearing rings|moulded parts|stampings|weld seams}"},
		"who":   {"{检验员|质检班组|工艺员}", "{inspectors|quality teams|process engineers}"},
		"unit":  {"产线", "production lines"}, "harm": {"缺陷件流入客户", "defective parts shipped"},
		"field": {"汽车制造业", "Manufacturing"},
	},
	titles: []say{
		{"{region}{thing}缺陷在线检测与工艺优化", "In-line inspection and process tuning for {thing} in {region}"},
		{"{city}多工厂{thing}质量智能判级", "Quality grading of {thing} at several plants in {city}"},
		{"{thing}生产过程{质量预测|参数推荐}与{协同质检|设备点检}", "{Quality prediction|Parameter advice} for the making of {thing}"},
	},
	problems: []say{
		{"{0}年申报单位共有{thing}{12..260}万件返工，另有{800..9600}件缺陷件流入客户，外部索赔{210..2900}万元；{36..220}名{who}每班目检约{600..1500}件，连续作业两小时后漏检率由0.{21..38}%升至0.{45..88}%，换型调机平均{32..75}分钟。", "In {0} the applicant reworked {120..2600} thousand {thing} and {800..9600} defective parts reached customers, for claims of CNY {2..29} million. {36..220} {who} look at {600..1500} parts a shift; after two hours the share of missed defects rises from 0.{21..38} to 0.{45..88} per cent."},
		{"{0}年{city}{4..12}条{unit}综合良率{88..95}.{1..9}%，{thing}的不良中{51..73}%到终检才被发现；判级口径靠{who}口传，两个厂区对同一批样件的结论有{9..24}%不一致，每月因此产生争议{30..110}起，停线{12..60}小时。", "In {0} the yield of {4..12} {unit} in {city} was {88..95}.{1..9} per cent, and {51..73} per cent of the bad {thing} were found only at the end. Two plants disagree on {9..24} per cent of the same samples, which causes {30..110} disputes and {12..60} hours of standstill a month."},
	},
	scenes: []scene{
		{say{"{thing}外观与内部缺陷在线检测", "In-line detection of defects of {thing}"}, say{"目前由{who}在灯箱下目检并抽样拍片，{换班前后口径不一|每小时只能复核{60..200}件}。", "Today {who} look at the parts under a lamp and X-ray a sample."}, say{"项目后由模型给出缺陷类别与置信度，临界件转入复判工位由人下结论，模型不单独报废工件。", "In the project a model names the defect and its confidence; doubtful parts go to a person, and the model scraps nothing by itself."}},
		{say{"{工艺参数|换型调机}建议", "Advice on process parameters"}, say{"现有流程由工艺员凭经验试件调机，平均{30..60}分钟，{参数记在本子上|异地工厂难以复用}。", "Today a setter tries parts until they fit, {30..60} minutes on average."}, say{"模型汇总检测结果和设备读数给出调整建议，工艺人员授权后下发，越界建议由规则层拦截。", "The model reads inspection and machine data and proposes a change; a process engineer releases it, and a rule layer stops what leaves the window."}},
		{say{"供应商协同质检", "Shared inspection with suppliers"}, say{"现在供应商出厂全检、到货再抽检，口径不一，每月争议{20..90}起。", "Suppliers inspect before shipping and the plant inspects again, with {20..90} disputes a month."}, say{"项目后双方共用判级口径和样件库，供应商上传图像即得判级和返修建议，争议件由质量工程师裁定。", "Both sides use one grading standard; a supplier uploads images and gets a grade, and a quality engineer settles disputes."}},
	},
	kpis: []kpi{
		{say{"缺陷漏检率", "Share of missed defects"}, "quality", percent, false, [2]int{28, 90}, [2]int{45, 75}, say{"第三方每季度抽取{2000..6000}件出厂合格件复检", "A third party re-inspects {2000..6000} good parts a quarter"}},
		{say{"检验工位人均日检测件数", "Parts inspected per person and day"}, "productivity", say{"件/人日", "parts per person-day"}, true, [2]int{60000, 160000}, [2]int{40, 130}, say{"由制造执行系统统计，含复判工位在岗人日", "From the execution system, review posts included"}},
		{say{"换型调机时间", "Set-up time"}, "productivity", say{"分钟/次", "minutes"}, false, [2]int{3000, 7500}, [2]int{20, 45}, say{"停机换模至连续五件合格的平均时间", "From stop to five good parts in a row, mean of all changes"}},
		{say{"单件能耗", "Energy per part"}, "energy", say{"kWh/件", "kWh per part"}, false, [2]int{90, 420}, [2]int{6, 18}, say{"分表电量除以合格件产量，剔除停产日", "Sub-meter reading over good parts, idle days left out"}},
		{say{"千件质量损失", "Quality loss per thousand parts"}, "cost", say{"元/千件", "CNY per 1,000 parts"}, false, [2]int{18000, 62000}, [2]int{20, 45}, say{"返工、报废、索赔合计除以产量，会计师抽核", "Rework, scrap and claims over output, audited"}},
		{say{"过检率", "Share of good parts rejected"}, "quality", percent, false, [2]int{240, 560}, [2]int{35, 60}, say{"判废件中复核为合格的比例，每月抽{200..400}件", "Rejected parts that a second check finds good, {200..400} a month"}},
	},
	risks: []risk{
		{"model_algorithm", say{"{微裂纹|冷隔|夹杂}等低频缺陷漏检，{harm}", "Rare defects are missed and {harm}"}, say{"低置信度与关键件一律人工复判，每周盲样抽测，难例{5..10}日内回流", "Doubtful and critical parts go to a person, blind samples every week, hard cases return within {5..10} days"}},
		{"application", say{"参数建议越界造成批量报废或设备损伤", "Advice outside the process window scraps a batch or damages a machine"}, say{"按工艺窗口硬拦截，授权后才下发，首{3..6}件停线确认", "Hard limits of the process window, release by a person, stop after the first {3..6} parts"}},
		{"operation", say{"换光源、换模具使成像分布改变，性能悄然下降", "A new lamp or tool changes the images and the model decays unnoticed"}, say{"每班标准样校验，分布指标超限自动加大复判比例", "Reference part every shift, more review when the distribution drifts"}},
		{"supply_chain", say{"供应商交付的样本夹带错误标签，污染训练集", "Suppliers deliver wrongly labelled samples"}, say{"入库哈希登记，批次隔离{2..5}天，金标样件对照后并入", "Hash on delivery, {2..5} days of quarantine, comparison with reference parts"}},
	},
	jobs: []job{
		{say{"{thing}检验员", "Inspector of {thing}"}, "6-31-03-05", "7543"}, {say{"检验班组长", "Inspection foreman"}, "6-31-03-05", "3122"},
		{say{"工艺员", "Process engineer"}, "2-02-07-02", "3115"},
	},
	contents: []say{{"{thing}缺陷图像", "Defect images of {thing}"}, {"供应商来料图像", "Images of supplied parts"}, {"盲测样件图像", "Images of blind-test parts"}},
	parts:    []say{{"小样本缺陷增量检测组件", "Incremental detection of rare defects"}, {"{thing}工艺窗口校验模块", "Process-window check for {thing}"}, {"难例回流与主动采样工具", "Active sampling of hard cases"}},
}

var wind = archetype{
	id: "wind", share: 6, english: 100, typ: "application", domain: "industry", sector: "D44",
	stages: []string{"pilot", "pilot", "deployment"}, applicant: "foreign_invested", applicantName: orgNames["foreign_invested"],
	partner: []string{"university", "private", "private"}, staff: [2]int{90, 900}, total: [2]int{280, 1600}, months: []int{24, 30},
	model: "self_trained", params: [2]int{1, 20}, outputs: []string{"score"}, modality: "timeseries", records: [2]int{60, 900}, kb: [2]int{20, 420},
	subject: "equipment", significant: true, autonomy: 1, groups: []string{"workers"}, chain: []string{"operation", "service"}, income: true, open: 50,
	words: map[string]say{
		"thing": {"{齿轮箱|主轴承|变桨系统|叶片}", "{gearbox|main bearing|pitch system|blade|generator}"},
		"who":   {"检修人员", "{technicians|planners|analysts}"}, "unit": {"风电场", "wind farms"}, "harm": {"停机", "the turbine stands still"},
		"field": {"风电", "Wind power"},
	},
	titles: []say{
		{"{thing}预测性维护", "Predictive maintenance of wind-turbine {gearboxes|main bearings|pitch systems}"},
		{"{thing}损伤早期识别", "Early detection of {bearing|blade|gear} damage at wind farms in {region}"},
		{"海上风电运维计划", "Planning of {offshore|coastal} wind-farm service from vibration and SCADA data"},
	},
	problems: []say{
		{"", "In {0} the {60..240} turbines in this project lost {2100..9800} hours to {thing} faults. Of {12..44} exchanges, {6..30} had to be made with a crane hired at short notice at an extra cost of CNY {280..620} thousand each; {58..79} per cent of {900..2600} alarms were false, and damage was confirmed only {5..14} days before the stop."},
		{"", "Operators of {3..9} {unit} in {region} follow {8..16} turbines per technician and read threshold alarms by hand. In {0} they answered {700..3100} alarms, {55..80} per cent of them without a finding, while {9..27} failures of a {thing} came without any warning and cost {1..6}.{1..9} per cent of the yearly yield."},
	},
	scenes: []scene{
		{say{"", "Early detection of {thing} damage"}, say{"", "Today a threshold alarm is read by an analyst, who asks for an oil sample or an endoscopy if in doubt."}, say{"", "In the project a model gives the kind of damage, a probability and similar past cases; the analyst confirms or rejects it, and rejected cases are kept for the next training."}},
		{say{"", "Planning of {thing} exchanges"}, say{"", "Today dates are fixed from experience, and more than {40..60} per cent of the exchanges are unplanned."}, say{"", "The model estimates remaining life with an interval; the planner chooses a weather window, orders the part and books the crane."}},
		{say{"", "Ranking of inspections before winter"}, say{"", "Inspections follow a fixed interval whatever the state of a turbine."}, say{"", "The model ranks turbines by the need of an inspection and says why; the site manager changes the order as he sees fit."}},
	},
	kpis: []kpi{
		{say{"", "Median lead time of confirmed warnings"}, "quality", say{"", "days"}, true, [2]int{600, 1500}, [2]int{90, 280}, say{"", "Days from the first confirmed warning to the stop, all events of twelve months"}},
		{say{"", "Turbine hours lost"}, "productivity", say{"", "hours per turbine and year"}, false, [2]int{2800, 6400}, [2]int{25, 50}, say{"", "Stop codes of the controllers, checked against work orders"}},
		{say{"", "Turbines followed per technician"}, "productivity", say{"", "turbines"}, true, [2]int{800, 1400}, [2]int{30, 70}, say{"", "Turbines under monitoring over technicians on duty, mean of a quarter"}},
		{say{"", "Share of false alarms"}, "quality", percent, false, [2]int{5500, 7900}, [2]int{40, 65}, say{"", "Alarms without a finding, counted by the university every quarter"}},
		{say{"", "Extra cost of unplanned crane work"}, "cost", say{"", "CNY 10,000 per year"}, false, [2]int{24000, 80000}, [2]int{30, 60}, say{"", "Invoices of crane hire less the framework price"}},
	},
	risks: []risk{
		{"model_algorithm", say{"", "Damage is missed and {harm} with secondary damage"}, say{"", "Threshold alarms stay in force; oil samples every quarter whatever the model says"}},
		{"infrastructure", say{"", "The edge computer opens a way into the turbine controller"}, say{"", "One-way data diode, signed updates, no write access"}},
		{"application", say{"", "A wrong remaining life leads to a needless exchange"}, say{"", "An exchange needs an endoscopy and the signature of a planner"}},
		{"labour", say{"", "Technicians distrust the model or feel judged by it"}, say{"", "Training before the pilot, no personal statistics, round table every quarter"}},
	},
	jobs:     []job{{say{"", "Condition-monitoring analyst"}, "6-31-01-01", "3115"}, {say{"", "Control-room operator"}, "6-28-01-05", "3131"}, {say{"", "Endoscopy and sampling technician"}, "6-31-01-02", "7233"}},
	contents: []say{{"", "{thing} vibration"}, {"", "SCADA and inspections"}, {"", "Blind test of opened units"}},
	parts:    []say{{"", "Order tracking for variable speed"}, {"", "Survival model with intervals for the {thing}"}, {"", "Edge recorder with signed updates"}},
}

var smallFirm = archetype{
	id: "small-firm", share: 10, english: 6, typ: "application", domain: "consumption", sector: "I65",
	stages: []string{"pilot", "prototype", "pilot"}, applicant: "private",
	applicantName: say{"{city}{brand}{科技|软件|数字}{工作室|有限公司}", "{city} {brand} {Software|Digital} Studio Ltd."},
	partner:       []string{"social_org", "private"}, staff: [2]int{2, 12}, total: [2]int{18, 160}, months: []int{12, 12, 18},
	model: "fine_tuned", params: [2]int{2, 30}, outputs: []string{"score"}, modality: "image", records: [2]int{3, 40}, kb: [2]int{80, 1800},
	subject: "organisation", autonomy: 1, groups: []string{"sme"}, chain: []string{"service"}, income: true, open: 45,
	words: map[string]say{
		"thing": {"{小票|货架|菜品|门店客流|布样|手工艺品}", "{receipts|shelves|dishes|fabric samples|craft goods}"},
		"who":   {"{店主|店员|个体户}", "{shopkeepers|clerks|craftspeople}"}, "unit": {"门店", "shops"}, "harm": {"盘点出错", "stock is wrong"},
		"field": {"零售", "Retail"},
	},
	titles: []say{
		{"{city}小店{thing}智能识别小工具", "A small tool that recognises {thing} for shops in {city}"},
		{"面向{who}的{thing}识别与记账助手", "Book-keeping from {thing} for {who}"},
		{"{region}{thing}拍照识别服务", "Photo recognition of {thing} in {region}"},
	},
	problems: []say{
		{"{city}有{180..2600}家同类{unit}，{0}年抽样走访的{26..90}家中，{who}每天花{35..110}分钟核对{thing}，差错率{4..11}.{1..9}%，因此每店每月损失约{120..900}元；现有软件每年收费{1800..6800}元，{61..86}%的小店用不起。", "{city} has {180..2600} such {unit}. In {26..90} of them, visited in {0}, {who} spend {35..110} minutes a day on {thing} with {4..11}.{1..9} per cent of errors and lose CNY {120..900} a month; software on the market costs CNY {1800..6800} a year, which {61..86} per cent cannot pay."},
	},
	scenes: []scene{
		{say{"{unit}{thing}拍照识别", "Photo recognition of {thing} in {unit}"}, say{"目前{who}手工抄录{thing}，晚上再逐条录入表格，{错漏要到月底才发现|一周只能盘点一次}。", "Today {who} copy {thing} by hand and type the list into a table at night."}, say{"项目后拍照即得清单，存疑项标黄由{who}确认，手机断网时先存本地，联网后补传。", "A photo gives the list; doubtful items are marked and confirmed by a person, and the phone works without a network."}},
		{say{"{thing}月度对账", "Monthly accounts of {thing}"}, say{"现在靠记忆和小票对账，每月要花{1..3}天。", "Accounts are made from memory and take {1..3} days a month."}, say{"工具按供货单位归集并提示差异，由店主核对后导出。", "The tool groups by supplier and shows differences; the owner checks and exports."}},
	},
	kpis: []kpi{
		{say{"单店日核对用时", "Minutes of checking a day"}, "productivity", say{"分钟", "minutes"}, false, [2]int{4000, 10000}, [2]int{40, 70}, say{"{12..30}家试用店连续两周计时", "Timed for two weeks in {12..30} shops"}},
		{say{"识别准确率", "Accuracy"}, "quality", percent, true, [2]int{7600, 8600}, [2]int{6, 13}, say{"协会抽{500..1200}张照片人工复核", "The association checks {500..1200} photos"}},
		{say{"月均差错金额", "Value of errors a month"}, "cost", say{"元/店", "CNY per shop"}, false, [2]int{15000, 70000}, [2]int{30, 60}, say{"试用店账本与供货单比对", "Books against delivery notes"}},
		{say{"活跃门店数", "Active shops"}, "inclusion", say{"家", "shops"}, true, [2]int{900, 3000}, [2]int{120, 260}, say{"当月使用不少于{8..15}天的店数", "Shops that used it on {8..15} days of the month"}},
	},
	risks: []risk{
		{"model_algorithm", say{"逆光和手写体识别错，{harm}", "Backlight and handwriting are misread and {harm}"}, say{"低置信度一律标黄确认，每月用{200..500}张新照片重测", "Low confidence is confirmed by a person, {200..500} new photos are tested a month"}},
		{"data", say{"照片带出顾客人脸或电话", "A photo shows a customer or a number"}, say{"上传前在手机上裁切并模糊，原图不上传", "Cropped and blurred on the phone, the original stays there"}},
		{"operation", say{"两名开发人员请假时无人处理故障", "Nobody repairs a fault when the developers are away"}, say{"写清值班表和回退步骤，协会志愿者可一键退回上版", "A rota and written steps; a volunteer can go back one version"}},
	},
	jobs:     []job{{say{"{unit}记账员", "Book-keeper of small shops"}, "4-04-05-05", "4311"}},
	contents: []say{{"{thing}照片", "Photos of {thing}"}, {"测试照片", "Test photos"}},
	parts:    []say{{"端侧轻量识别组件", "Light recogniser for phones"}, {"离线同步模块", "Offline synchronisation"}},
}
