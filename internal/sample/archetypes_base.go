package sample

var openModel = archetype{
	id: "open-model", share: 6, english: 12, typ: "foundation_model", domain: "infrastructure", sector: "I65",
	stages: []string{"prototype", "pilot", "pilot"}, applicant: "private", applicantName: say{"{city}{brand}智能科技股份有限公司", "{city} {brand} AI Inc."},
	partner: []string{"university", "research_institute", "private"}, staff: [2]int{90, 800}, total: [2]int{2400, 14000}, months: []int{24, 30, 36},
	model: "self_trained", generative: true, params: [2]int{300, 3200}, outputs: []string{"text", "code"}, modality: "text", records: [2]int{4000, 90000}, kb: [2]int{3, 40},
	public: true, subject: "none", autonomy: 1, groups: []string{"general", "sme"}, income: true, fiscal: true, open: 100,
	words: map[string]say{
		"thing": {"{科技文献|中文代码|法律文书|工程文档}", "{scientific papers|code|legal texts|engineering documents}"}, "who": {"{科研人员|开发者|中小软件企业}", "{researchers|developers|small software firms}"},
		"unit": {"用户单位", "organisations"}, "harm": {"引文失实", "citations are false"}, "field": {"软件业", "Software"},
	},
	titles:   []say{{"面向{thing}的开源基础模型研制", "An open foundation model for {thing}"}, {"{brand}{thing}大模型及开源工具链", "{brand}: an open model and tools for {thing}"}},
	problems: []say{{"{0}年对{120..420}家{unit}的调查，{54..78}%因费用或许可放弃使用{thing}模型；公开模型在{1200..3600}题{thing}测评上得分{38..56}，引文可核验的只有{41..63}%；可离线部署且许可清楚的不足{3..8}个，{who}重复训练每年浪费约{80..460}万卡时。", "Of {120..420} {unit} asked in {0}, {54..78} per cent gave up models of {thing} for cost or licence. Public models score {38..56} of 100 on {1200..3600} questions, {41..63} per cent of their citations can be checked, and {who} waste {800..4600} thousand GPU hours a year on the same training."}},
	scenes: []scene{
		{say{"{thing}检索与起草", "Search and drafting for {thing}"}, say{"目前{who}用关键词检索后逐篇阅读，核对引文耗时。", "Today {who} search by words and read one by one."}, say{"模型给出答案和可点开的出处，无出处时拒答，结论由使用者判断。", "The model answers with sources and refuses without; the user judges."}},
		{say{"离线部署与微调", "Deployment without a network"}, say{"现在多数单位只能调用外部接口，数据不能出域。", "Most can only call outside services."}, say{"提供两卡可运行的权重、部署镜像和微调脚本，由用户在本地完成适配。", "Weights for two cards, an image and scripts; users adapt them at home."}},
	},
	kpis: []kpi{
		{say{"{thing}测评得分", "Score on {thing}"}, "quality", say{"分", "points"}, true, [2]int{3800, 5600}, [2]int{35, 70}, say{"校外机构在{1200..3000}题封存集上评测", "Measured outside on {1200..3000} sealed questions"}},
		{say{"引文可核验率", "Citations that can be checked"}, "quality", percent, true, [2]int{4100, 6300}, [2]int{35, 50}, say{"随机抽{500..1500}条逐条打开", "{500..1500} opened at random"}},
		{say{"单卡吞吐", "Throughput of a card"}, "productivity", say{"词元/秒", "tokens per second"}, true, [2]int{90000, 220000}, [2]int{40, 120}, say{"同一台服务器同一批请求", "Same server, same requests"}},
		{say{"采用单位数", "Adopters"}, "revenue", say{"家", "organisations"}, true, [2]int{400, 1500}, [2]int{300, 800}, say{"签约或公开登记的部署", "Signed or registered"}},
	},
	risks: []risk{
		{"content", say{"生成内容编造出处，{harm}", "Sources are made up, {harm}"}, say{"出处逐条核验，无出处拒答，公开错误清单", "Every source is checked, errors are published"}},
		{"data", say{"语料权属不清或含个人信息", "Texts without a right or with personal data"}, say{"逐来源登记许可，去重去标识，{5..15}个工作日内受理下架", "A licence per source, taken down within {5..15} days"}},
		{"model_algorithm", say{"训练损失发散或能力不达预期", "Training diverges"}, say{"小规模缩放试验先行，偏差超{2..5}%暂停追加", "Small runs first, stop at {2..5} per cent"}},
		{"supply_chain", say{"加速卡供应变化使训练延期", "Cards come late"}, say{"两种卡适配，预留{10..25}%机时", "Two kinds of cards, {10..25} per cent spare"}},
	},
	jobs:     []job{{say{"内容校勘编辑", "Copy editor"}, "2-10-02-01", "2642"}},
	contents: []say{{"{thing}语料", "Corpus of {thing}"}, {"宽松许可源代码", "Permissive source code"}, {"封存评测题", "Sealed questions"}},
	parts:    []say{{"长上下文并行训练框架", "Parallel training for long contexts"}, {"出处核验组件", "Check of sources"}},
}

var computeCentre = archetype{
	id: "compute-centre", share: 5, english: 8, typ: "compute_facility", domain: "infrastructure", sector: "I65",
	stages: []string{"deployment", "pilot"}, applicant: "soe", applicantName: say{"{city}{算力|数据}{投资运营|科技}集团有限公司", "{city} Computing Operations Group Co., Ltd."},
	partner: []string{"private", "private", "university"}, staff: [2]int{120, 900}, total: [2]int{24000, 190000}, months: []int{24, 36},
	subject: "equipment", groups: []string{"sme", "general"}, chain: []string{"service", "operation"}, income: true, open: 10,
	words: map[string]say{
		"thing": {"{智算|算力|集群}", "{computing|cluster}"}, "who": {"{运维员|用户单位|调度员}", "{operators|customers}"}, "unit": {"用户", "customers"}, "harm": {"任务中断", "jobs break off"},
		"field": {"数据中心", "Computing"},
	},
	titles:   []say{{"{city}集群{智算|绿色算力}中心{一|二|三}期", "{city} cluster computing centre, phase {one|two|three}"}},
	problems: []say{{"{0}年{city}登记在册的新增算力需求折合{12..44}兆瓦，已有{2..9}家用户因无法扩容改投他处；省内中小企业租用异地算力平均每卡时{7..13}.{1..9}元，单向时延{18..38}毫秒；同期当地新能源年弃电约{2..7}.{1..9}亿千瓦时，缺少可就近消纳、可调节的负荷。", "New demand for computing in {city} came to {12..44} MW in {0}; {2..9} customers went elsewhere. Small firms in the province pay CNY {7..13}.{1..9} a GPU hour with {18..38} ms of latency, while {200..700} GWh of renewable power are lost a year for want of a load that can follow."}},
	scenes: []scene{
		{say{"机架托管与专用集群", "Colocation and dedicated clusters"}, say{"现有流程为用户逐家谈判、人工开通，平均{30..60}天。", "Today each customer negotiates, {30..60} days."}, say{"项目后按标准单元签约，电力、制冷、网络一次交付，开通缩短到{6..14}天以内。", "Standard units with power, cooling and network, within {6..14} days."}},
		{say{"共享{thing}与算力券服务", "Shared {thing} and vouchers"}, say{"现在需提前两周书面申请并排队。", "A written request two weeks ahead."}, say{"在线提交任务，平台按时延、价格和绿电推荐时段，用户确认后执行，可延后的任务避开高峰。", "Jobs are sent online; the platform proposes a time by latency, price and green power, and the customer confirms."}},
	},
	kpis: []kpi{
		{say{"设计工况PUE", "PUE"}, "energy", say{"比值", "ratio"}, false, [2]int{128, 145}, [2]int{7, 14}, say{"第三方全年计量", "Metered for a year by a third party"}},
		{say{"上架率", "Racks in use"}, "productivity", percent, true, [2]int{3000, 4800}, [2]int{35, 70}, say{"按月在用机架除以总数", "Racks in use over racks"}},
		{say{"绿电占比", "Green power"}, "energy", percent, true, [2]int{3500, 5200}, [2]int{55, 75}, say{"合同与结算单核对", "Contracts and bills"}},
		{say{"中小企业用户数", "Small customers"}, "inclusion", say{"家", "firms"}, true, [2]int{2000, 6000}, [2]int{110, 280}, say{"签约且当季有用量", "Signed and active in the quarter"}},
	},
	risks: []risk{
		{"infrastructure", say{"冷板漏液造成整柜停机", "A leak stops a rack"}, say{"双环路与漏液监测，{2..5}分钟自动隔离", "Two loops, isolated within {2..5} minutes"}},
		{"operation", say{"电网调节信号使{harm}", "A signal of the grid and {harm}"}, say{"只移可延后任务，提前{1..3}小时通知", "Only jobs that can wait, {1..3} hours ahead"}},
		{"supply_chain", say{"加速卡到货推迟", "Cards arrive late"}, say{"分{2..4}批采购，延期违约条款", "{2..4} lots with penalties"}},
		{"data", say{"用户数据在共享集群中被他人读取", "Customers read each other's data"}, say{"租户隔离与清盘留痕，每季渗透测试", "Tenants apart, wiped disks, a test a quarter"}},
	},
	jobs:  []job{{say{"数据中心运维员", "Data-centre operator"}, "4-04-04-01", "3511"}},
	parts: []say{{"绿电时段调度系统", "Scheduling by green power"}, {"冷板液冷换热站", "Liquid cooling"}},
}

var pilotBase = archetype{
	id: "pilot-base", share: 5, english: 8, typ: "pilot_base", domain: "industry", sector: "M73",
	stages: []string{"deployment", "pilot"}, applicant: "public_institution", applicantName: say{"{region}{装备工业|新材料|智能制造}研究院", "{region} Institute of {Equipment|Materials|Manufacturing}"},
	partner: []string{"private", "university", "soe", "private"}, staff: [2]int{160, 700}, total: [2]int{3200, 28000}, months: []int{24, 36},
	model: "fine_tuned", params: [2]int{5, 45}, outputs: []string{"score"}, modality: "timeseries", records: [2]int{40, 420}, kb: [2]int{30, 800},
	subject: "equipment", significant: true, autonomy: 1, groups: []string{"sme", "workers"}, chain: []string{"pilot_test", "production"}, income: true, fiscal: true, open: 60,
	words: map[string]say{
		"thing": {"{焊接机器人|数控机床|减速机|化工装置}", "{welding robots|machine tools|gear units|process plants}"}, "who": {"{试验检测员|中试工程师|中小企业}", "{test engineers|small firms}"},
		"unit": {"中试工位", "test stands"}, "harm": {"结论失真", "results are wrong"}, "field": {"装备制造", "Equipment"},
	},
	titles:   []say{{"{region}{thing}人工智能应用中试基地", "A pilot base for AI on {thing} in {region}"}, {"{city}装备领域人工智能中试与评测基地", "Pilot and evaluation base for equipment in {city}"}},
	problems: []say{{"{0}年对省内{140..420}家装备企业的走访，{58..81}%的模型停在实验室；缺少{thing}故障样本的占{49..72}%，自建试验台平均投入{180..620}万元、利用率只有{19..36}%；从样机到首个现场平均{14..26}个月，{who}很难负担，重复建设每年约{2000..9000}万元。", "Of {140..420} makers of equipment visited in {0}, {58..81} per cent have models that never left the laboratory. {49..72} per cent lack data on faults of {thing}; a test rig costs CNY {18..62} hundred thousand and is used {19..36} per cent of the time; the first site comes after {14..26} months."}},
	scenes: []scene{
		{say{"{thing}算法中试验证", "Pilot tests for {thing}"}, say{"目前企业各自找现场试用，排期{3..9}个月。", "Firms look for a site by themselves, {3..9} months."}, say{"在{unit}上用预制故障件验证，出具报告，用户数据不离开隔离区，结论由评测员签发。", "Prepared faults on {unit}, a signed report, and the firm's data stay apart."}},
		{say{"行业模型与数据调用", "Models and data on demand"}, say{"现在样本分散在各企业，互不相通。", "Samples lie with single firms."}, say{"按项目授权调用样本与模型，计量计费，自有项目与外部用户同等排队。", "Use by project and by meter; own projects wait in the same queue."}},
	},
	kpis: []kpi{
		{say{"中试周期", "Time of a pilot test"}, "productivity", say{"月", "months"}, false, [2]int{700, 1600}, [2]int{30, 55}, say{"受理至报告签发的平均时间", "From application to report"}},
		{say{"外部服务工时占比", "Hours for outsiders"}, "service", percent, true, [2]int{1200, 2800}, [2]int{60, 120}, say{"工位预约系统统计，审计抽核", "From bookings, audited"}},
		{say{"工位利用率", "Use of the stands"}, "productivity", percent, true, [2]int{1900, 3600}, [2]int{70, 120}, say{"实际占用小时除以可用小时", "Hours used over hours open"}},
		{say{"评测重复性偏差", "Spread of repeated tests"}, "quality", percent, false, [2]int{400, 900}, [2]int{40, 65}, say{"同一样件{5..12}次复测", "{5..12} repeats of one sample"}},
	},
	risks: []risk{
		{"data", say{"用户商业秘密在共用环境中泄露", "Secrets of customers leak"}, say{"每项目独立隔离域，离场清除并签字", "A domain per project, wiped and signed"}},
		{"operation", say{"自有项目占用工位，外部用户排不上", "Own projects block the stands"}, say{"占用上限{45..60}%，排队情况每周公示", "At most {45..60} per cent, the queue is public"}},
		{"model_algorithm", say{"评测集被反复调参，{harm}", "The test set is tuned on, {harm}"}, say{"盲测集封存，每年更换{20..40}%", "Sealed, {20..40} per cent new a year"}},
		{"infrastructure", say{"试验台故障造成试件飞出", "A rig throws a part"}, say{"防护罩联锁，人员离开后才可启动", "Interlocked guards"}},
	},
	jobs:     []job{{say{"试验检测员", "Test engineer"}, "6-31-03-01", "3119"}, {say{"设备点检员", "Inspection technician"}, "6-31-01-01", "7233"}},
	contents: []say{{"{thing}故障波形", "Fault signals of {thing}"}, {"合作企业运行记录", "Operating records"}, {"盲测样件记录", "Blind tests"}},
	parts:    []say{{"故障件预制与标定方法", "Prepared faults"}, {"数据隔离调用接口", "Isolated data access"}},
}

var research = archetype{
	id: "research", share: 8, english: 14, typ: "research", domain: "science", sector: "M73",
	stages: []string{"research", "research", "prototype"}, applicant: "university", applicantName: orgNames["university"],
	partner: []string{"research_institute", "university"}, staff: [2]int{900, 3600}, total: [2]int{120, 720}, months: []int{36, 36, 48},
	model: "self_trained", params: [2]int{1, 40}, outputs: []string{"score"}, modality: "tabular", records: [2]int{40, 400}, kb: [2]int{1, 60},
	subject: "none", groups: []string{"general"}, fiscal: true, open: 90,
	words: map[string]say{
		"thing": {"{高熵合金|固态电解质|催化剂|蛋白质构象|光伏材料}", "{high-entropy alloys|solid electrolytes|catalysts|protein shapes}"}, "who": {"{研究人员|研究生|实验员}", "{researchers|students}"},
		"unit": {"课题组", "groups"}, "harm": {"结论不可复现", "results cannot be repeated"}, "field": {"材料科学", "Science"},
	},
	titles:   []say{{"{thing}性能预测与闭环实验", "Prediction and closed-loop experiments for {thing}"}, {"物理约束的{thing}生成与验证", "Physics-constrained search for {thing}"}},
	problems: []say{{"{thing}的组合空间超过{2..9}亿种，{0}年前五年两家单位共制备{480..2100}种，达到目标的只有{4..19}种，命中率不足{1..3}%；现有经验判据在留出体系上的判断正确率{58..71}%，预测误差平均{110..240}个单位，不足以指导实验，失败样品的记录{61..88}%没有进入数据库。", "There are more than {200..900} million combinations of {thing}. Until {0} two groups made {480..2100} and {4..19} met the goal. Rules of thumb are right in {58..71} per cent of the unseen systems with an error of {110..240} units, and {61..88} per cent of the failed samples were never recorded."}},
	scenes: []scene{
		{say{"{thing}候选筛选", "Ranking of {thing}"}, say{"现有做法是用两三个经验判据圈定，再逐点试制，每名研究生一年约完成{25..60}个。", "Today a few rules choose, and a student makes {25..60} a year."}, say{"模型给出性能和可信区间并按不确定度排序，选做哪些由课题组例会决定。", "The model gives values with intervals and ranks them; the group decides."}},
		{say{"闭环实验", "Closed-loop experiments"}, say{"现有流程由两人手工配料和测试，一批{6..12}个样品需三周。", "By hand, {6..12} samples take three weeks."}, say{"算法每周给出一批，值班人员逐批核准后设备执行，未经核准不启动，结果回写数据库。", "The algorithm proposes a batch a week; a person approves each before any device starts."}},
	},
	kpis: []kpi{
		{say{"留出体系预测误差", "Error on unseen systems"}, "research", say{"单位", "units"}, false, [2]int{11000, 24000}, [2]int{35, 60}, say{"{3..6}个封存体系，五次训练取平均", "{3..6} sealed systems, mean of five trainings"}},
		{say{"闭环命中率", "Hits of the loop"}, "research", percent, true, [2]int{80, 290}, [2]int{150, 380}, say{"与随机选点各做{8..12}批平行对照", "{8..12} batches against random choice"}},
		{say{"公开数据条数", "Published records"}, "research", say{"万条", "10,000 records"}, true, [2]int{200, 600}, [2]int{180, 420}, say{"发布版本统计", "Counted in the release"}},
	},
	risks: []risk{
		{"model_algorithm", say{"模型在未见体系上过度自信，{harm}", "The model is too sure of unseen systems, {harm}"}, say{"区间覆盖率每月校验，低于{80..90}%暂停选点", "Coverage checked monthly, stop below {80..90} per cent"}},
		{"operation", say{"高温与真空设备误操作伤人", "Hot devices hurt somebody"}, say{"逐批核准，夜间不开炉，联锁每月检查", "Approval per batch, nothing at night"}},
		{"data", say{"两家实验室记录口径不同，混入系统误差", "Two laboratories record differently"}, say{"{20..60}个共用样品互测，字段对照表版本化", "{20..60} shared samples, a versioned table"}},
		{"ethics", say{"结果被断章取义用于宣传", "Results are quoted out of context"}, say{"对外材料由学术委员会审定，负结果同步公开", "Reviewed by the board, negative results are published"}},
	},
	contents: []say{{"{thing}计算与实验记录", "Records of {thing}"}, {"合作实验室测试记录", "Records of the partner"}, {"封存体系", "Sealed systems"}},
	parts:    []say{{"物理约束图网络", "Constrained graph network"}, {"带不确定度的调度算法", "Scheduling under uncertainty"}},
}
