package sample

var smartCity = archetype{
	id: "smart-city", share: 7, english: 4, faker: true, typ: "application", domain: "governance", sector: "S92",
	stages: []string{"deployment", "pilot", "scaling"}, applicant: "soe", applicantName: orgNames["soe"],
	partner: []string{"private", "private"}, staff: [2]int{60, 420}, total: [2]int{900, 6800}, months: []int{12, 18, 24},
	model: "self_trained", generative: true, params: [2]int{700, 7000}, outputs: []string{"text", "image"}, modality: "video", records: [2]int{10, 900}, kb: [2]int{500, 60000},
	personal: true, public: true, subject: "natural_person", significant: true, autonomy: 4, groups: []string{"general"}, fiscal: true, income: true, open: 30,
	words: map[string]say{
		"thing": {"{城市运行|市容秩序|社区治理|交通秩序}", "{city operations|street order|community matters|traffic}"},
		"who":   {"{网格员|城管队员|值班员}", "{wardens|officers}"}, "unit": {"街道", "districts"}, "harm": {"处置不当", "people are treated wrongly"},
		"field": {"城市治理", "City"},
	},
	titles:   []say{{"{city}{thing}“城市大脑”{二期|升级}工程", "{city} brain for {thing}, phase two"}, {"{city}全域{thing}智能体平台", "An agent platform for {thing} in all of {city}"}},
	problems: []say{{"当前{city}{thing}仍存在感知不全面、数据不共享、处置不闭环、服务不精准等突出问题，群众获得感有待提升，亟需以人工智能全面赋能，推动治理体系和治理能力现代化，打造全国领先的标杆，{0}年以来各级领导高度重视，社会各界广泛关注。", "In {city} the perception of {thing} is still incomplete, data are not shared and services lack precision; citizens expect more. Artificial intelligence must empower all of it and build a leading example for the country, which everybody has called for since {0}."}},
	scenes: []scene{
		{say{"{thing}全域感知", "Perception of {thing} everywhere"}, say{"现有流程以人工巡查为主，效率有待提升。", "Today it is walked by people, and efficiency can be raised."}, say{"项目后全面感知、智能研判、自动处置、闭环管理，大幅提升治理效能，形成可复制可推广的经验。", "In the project everything is perceived, judged, handled and closed by intelligence, and efficiency rises a lot."}},
		{say{"市民智能问答", "Answers for citizens"}, say{"现有服务渠道分散，群众办事不便。", "Channels are scattered."}, say{"统一智能入口，全天候精准服务，让数据多跑路、群众少跑腿，切实增强获得感幸福感。", "One intelligent door, precise service at all hours, and citizens will feel it."}},
	},
	kpis: []kpi{
		{say{"治理效能提升率", "Efficiency raised"}, "service", percent, true, [2]int{0, 0}, [2]int{100, 100}, say{"专家评价", "Judged by experts"}},
		{say{"智能化覆盖率", "Coverage"}, "service", percent, true, [2]int{1000, 3000}, [2]int{230, 900}, say{"平台自动统计", "Counted by the platform"}},
		{say{"群众满意度", "Satisfaction"}, "service", percent, true, [2]int{8000, 9000}, [2]int{10, 20}, say{"问卷调查", "A survey"}},
		{say{"事件处置时长", "Time to handle"}, "productivity", say{"分钟", "minutes"}, false, [2]int{6000, 24000}, [2]int{30, 90}, say{"平台自动统计", "Counted by the platform"}},
	},
	risks: []risk{
		{"model_algorithm", say{"模型可能存在一定风险", "The model may have some risk"}, say{"加强管理", "Management is strengthened"}},
		{"data", say{"数据可能存在一定风险", "The data may have some risk"}, say{"加强管理", "Management is strengthened"}},
		{"application", say{"应用可能存在一定风险", "Use may have some risk"}, say{"严格落实责任", "Responsibility is enforced"}},
	},
	jobs:     []job{{say{"网格员", "Community warden"}, "3-02-03-01", "5414"}, {say{"视频巡查员", "Video operator"}, "4-04-05-05", "4413"}},
	contents: []say{{"{thing}视频", "Video of {thing}"}, {"政务问答", "Questions of citizens"}},
	parts:    []say{{"城市大脑核心引擎", "Core engine of the brain"}, {"全域感知中台", "Perception platform"}},
}

var hotline = archetype{
	id: "hotline", share: 7, english: 4, typ: "governance_service", domain: "governance", sector: "S92",
	stages: []string{"pilot", "deployment"}, applicant: "government", applicantName: say{"{city}市政务服务{局|中心}", "{city} Bureau of Government Services"},
	partner: []string{"private", "university"}, staff: [2]int{60, 260}, total: [2]int{320, 1800}, months: []int{12, 18},
	model: "fine_tuned", generative: true, params: [2]int{700, 3200}, outputs: []string{"text"}, modality: "text", records: [2]int{120, 900}, kb: [2]int{1, 8},
	personal: true, sensitive: true, public: true, significant: true, subject: "natural_person", autonomy: 3, groups: []string{"general"}, chain: []string{"service"}, fiscal: true, open: 15,
	words: map[string]say{
		"thing": {"{热线工单|咨询答复|办结核查}", "{tickets|answers|closing checks}"}, "who": {"{话务员|派单坐席|审核员}", "{operators|dispatchers|reviewers}"},
		"unit": {"分平台", "branches"}, "harm": {"群众白跑一趟", "people go in vain"}, "field": {"政务服务", "Government"},
	},
	titles: []say{{"{city}12345热线{工单|受理派单}智能体", "A ticket agent for the 12345 hotline of {city}"}, {"{city}政务热线{thing}辅助", "Help with {thing} at the hotline of {city}"}},
	problems: []say{
		{"{0}年{city}热线受理{48..260}万件，高峰接通率{62..84}%；派单平均用时{28..70}分钟，首派退回{9..19}.{1..9}%；知识库{8000..42000}条中失效未下架{4..12}%，抽查{600..1500}件答复有{5..12}%依据过期；{60..160}名{who}月均加班{14..40}小时。", "The hotline of {city} took {480..2600} thousand calls in {0} and answered {62..84} per cent at the peak. A dispatch takes {28..70} minutes, {9..19}.{1..9} per cent come back; {5..12} per cent of {600..1500} checked answers rest on repealed rules, and {60..160} {who} work {14..40} hours of overtime a month."},
	},
	scenes: []scene{
		{say{"咨询受理与答复起草", "Drafts of answers"}, say{"目前{who}边接边翻知识库，平均通话{5..8}分钟，政策更新后两三天容易答错。", "Today {who} search while they talk, {5..8} minutes a call."}, say{"智能体检索现行文件并起草带依据的答复，审核员确认后才告知，不单独对外答复。", "The agent drafts an answer with its source; a reviewer confirms before anybody hears it."}},
		{say{"工单生成与派单", "Tickets and dispatch"}, say{"现有流程逐件研判，疑难件打电话求证。", "Each ticket is judged by hand."}, say{"智能体生成要素并按权责清单推荐承办单位和理由，审核班确认后流转，承办单位可申请改派。", "The agent fills the ticket and proposes an office with a reason; reviewers confirm, and the office may object."}},
	},
	kpis: []kpi{
		{say{"派单平均用时", "Time to dispatch"}, "productivity", say{"分钟", "minutes"}, false, [2]int{2800, 7000}, [2]int{40, 75}, say{"系统流水，按月全量", "All tickets of a month"}},
		{say{"首派退回率", "Tickets sent back"}, "quality", percent, false, [2]int{900, 1900}, [2]int{35, 60}, say{"退回件数除以首派件数", "Returned over dispatched"}},
		{say{"高峰接通率", "Calls answered at the peak"}, "service", percent, true, [2]int{6200, 8400}, [2]int{10, 16}, say{"话务平台高峰时段统计，审计局抽核", "From the switch, audited"}},
		{say{"答复依据有效率", "Answers with a valid source"}, "quality", percent, true, [2]int{8600, 9300}, [2]int{4, 6}, say{"第三方每月抽{400..900}件", "{400..900} answers a month by a third party"}},
	},
	risks: []risk{
		{"content", say{"答复引用已废止政策，{harm}", "An answer cites a repealed rule and {harm}"}, say{"只检索现行文件，失效当日下架，错答{2..4}日内回访更正", "Valid rules only, taken down on the day, corrected within {2..4} days"}},
		{"application", say{"紧急诉求被判为一般件，派单延误", "An urgent call is taken for an ordinary one"}, say{"{18..30}类关键词直接升级并电话通知，模型无降级权限", "{18..30} kinds of words escalate at once, the model cannot lower them"}},
		{"ethics", say{"方言重的来电被听错，山区诉求派得更慢", "Callers with a dialect are served worse"}, say{"低置信度自动转老坐席，每月公布分县差异", "Doubtful calls go to experienced staff, differences are published"}},
		{"labour", say{"派单坐席岗位内容改变，转任不适应", "Dispatchers get other work"}, say{"先培训后调整，待遇不降，保留{4..8}个月返岗选择", "Training first, same pay, {4..8} months to return"}},
	},
	jobs:     []job{{say{"热线受理话务员", "Hotline operator"}, "4-04-05-03", "4222"}, {say{"派单坐席", "Dispatcher"}, "4-04-05-03", "4222"}},
	contents: []say{{"历史工单", "Past tickets"}, {"政策知识条目", "Rules in force"}, {"评测问答", "Evaluation questions"}},
	parts:    []say{{"权责清单推理组件", "Reasoning over duties"}, {"失效文件识别组件", "Detection of repealed rules"}},
}

var insurance = archetype{
	id: "customer-service", share: 7, english: 6, typ: "application", domain: "consumption", sector: "J68",
	stages: []string{"pilot", "deployment"}, applicant: "private", applicantName: say{"{brand}财产保险股份有限公司", "{brand} Property Insurance Co., Ltd."},
	partner: []string{"private", "university"}, staff: [2]int{600, 5200}, total: [2]int{480, 2600}, months: []int{18, 24},
	model: "fine_tuned", generative: true, params: [2]int{700, 1400}, outputs: []string{"text", "audio"}, modality: "text", records: [2]int{90, 800}, kb: [2]int{2, 40},
	personal: true, sensitive: true, public: true, significant: true, subject: "natural_person", autonomy: 3, groups: []string{"general"}, chain: []string{"service"}, income: true, open: 12,
	words: map[string]say{
		"thing": {"{车险报案|保全服务|理赔进度}", "{claims|policy changes|enquiries}"}, "who": {"{日间坐席|夜间坐席|核赔员}", "{agents|night agents|adjusters}"},
		"unit": {"客服中心", "call centres"}, "harm": {"误导客户", "customers are misled"}, "field": {"保险", "Insurance"},
	},
	titles: []say{{"{brand}保险{thing}智能客服", "An assistant for {thing} at {brand} Insurance"}, {"保险{thing}对话智能体与人工协同", "An agent for {thing} with people at its side"}},
	problems: []say{
		{"{0}年客服中心受理{180..760}万通电话，高峰等待{48..130}秒，一次解决率{61..72}%；{120..600}名坐席年流失{24..41}%，新人培训{5..9}周；夜间{thing}中{22..38}%转次日处理，客户投诉每万件{4..12}.{1..9}件，其中责任说明不一致占{28..46}%。", "In {0} the call centres took {1800..7600} thousand calls with {48..130} seconds of waiting at the peak; {61..72} per cent were settled at once. {120..600} agents, {24..41} per cent leave in a year; {22..38} per cent of {thing} at night wait for the next day, and there are {4..12}.{1..9} complaints in ten thousand."},
	},
	scenes: []scene{
		{say{"日间{thing}", "{thing} by day"}, say{"目前坐席逐条查条款答复，平均{4..9}分钟。", "Agents look up the terms, {4..9} minutes a call."}, say{"智能体依据在库条款答复并给出出处，无出处或客户说“人工”即转接，不作赔付结论。", "The assistant answers from the terms and names its source; without one, or at the word, a person takes over, and it decides no claim."}},
		{say{"夜间事故报案", "Accidents at night"}, say{"现在夜间值班{6..20}人，高峰排队。", "{6..20} people are on duty at night."}, say{"智能体登记要素并派单救援，值班坐席同时在线，{1..4}分钟无应答自动切换备用线路。", "The assistant records and sends help; people stay on duty, with a second line after {1..4} minutes."}},
	},
	kpis: []kpi{
		{say{"一次解决率", "Settled at the first call"}, "quality", percent, true, [2]int{6100, 7200}, [2]int{12, 22}, say{"七日内无重复来电的比例", "No second call within seven days"}},
		{say{"高峰平均等待", "Waiting at the peak"}, "service", say{"秒", "seconds"}, false, [2]int{4800, 13000}, [2]int{45, 75}, say{"话务平台统计，第三方抽核", "From the switch, checked by a third party"}},
		{say{"每万件投诉数", "Complaints in ten thousand"}, "quality", say{"件", "complaints"}, false, [2]int{400, 1200}, [2]int{30, 55}, say{"监管转办与自收合并", "Own and forwarded complaints"}},
		{say{"单件服务成本", "Cost of a case"}, "cost", say{"元/件", "CNY"}, false, [2]int{900, 1900}, [2]int{15, 35}, say{"财务口径，含坐席与平台费用", "From the accounts"}},
	},
	risks: []risk{
		{"content", say{"对保险责任作出错误说明，{harm}", "A wrong statement on cover, {harm}"}, say{"逐句出处校验，每日抽检，{2..5}日内更正回访", "Every sentence has a source, daily checks, corrected within {2..5} days"}},
		{"model_algorithm", say{"提示注入诱导越权查询他人保单", "Prompt injection to read another policy"}, say{"接口只认登录态，特征拦截，每版重测{500..1500}条", "Access by login only, {500..1500} tests per release"}},
		{"labour", say{"坐席岗位变化大，转岗不适应", "Many agents have to change posts"}, say{"先培训后上线，转岗岗位多于转岗人数，工会按季监督", "Training first, more posts than people, the union watches"}},
		{"operation", say{"夜间平台中断，报案无人应答", "The platform fails at night"}, say{"双机房热备，{2..5}分钟切换，每季演练", "Two sites, {2..5} minutes to switch, a drill a quarter"}},
	},
	jobs:     []job{{say{"日间客户服务坐席", "Agent, day"}, "4-04-05-03", "4222"}, {say{"夜间客户服务坐席", "Agent, night"}, "4-04-05-03", "4222"}},
	contents: []say{{"通话转写", "Transcripts"}, {"条款问答", "Terms and answers"}, {"评测会话", "Evaluation dialogues"}},
	parts:    []say{{"条款出处校验组件", "Check of terms"}, {"人机切换调度组件", "Handover to people"}},
}
