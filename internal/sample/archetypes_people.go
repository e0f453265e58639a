package sample

var hospital = archetype{
	id: "county-hospital", share: 10, english: 5, typ: "application", domain: "livelihood", sector: "Q84",
	stages: []string{"pilot", "pilot", "prototype"}, applicant: "public_institution",
	applicantName: say{"{county}{人民医院|中医院|第二人民医院}", "{county} {People's|Central} Hospital"},
	partner:       []string{"public_institution", "private", "university"}, staff: [2]int{240, 1400}, total: [2]int{180, 980}, months: []int{18, 24},
	model: "fine_tuned", params: [2]int{5, 40}, outputs: []string{"score"}, modality: "image", records: [2]int{6, 60}, kb: [2]int{4000, 30000},
	personal: true, sensitive: true, subject: "natural_person", significant: true, autonomy: 1, groups: []string{"patients"}, chain: []string{"service"},
	live: true, fiscal: true, open: 12,
	words: map[string]say{
		"thing": {"{胸部影像|心电图|眼底照片|病理切片}", "{chest images|electrocardiograms|fundus photographs|pathology slides}"},
		"who":   {"{值班医师|影像科医师|乡镇医生}", "{duty physicians|radiologists|township doctors}"}, "unit": {"乡镇卫生院", "township clinics"},
		"harm": {"延误诊治", "treatment is late"}, "field": {"医疗", "Health"},
	},
	titles: []say{
		{"{county}县域医共体{thing}辅助阅片", "Assisted reading of {thing} in {county}"},
		{"{county}基层{thing}辅助判读与质控", "Reading and quality control of {thing} in {county}"},
	},
	problems: []say{
		{"{county}常住人口{21..88}.{1..9}万人，{0}年全县完成{thing}检查{1..6}.{11..98}万人次，{6..18}家乡镇卫生院占一半以上，却只有{1..4}名取得资格的医师；报告平均等待{14..40}小时，当日取得的只有{24..46}%，抽查{600..1500}份漏报{7..15}.{1..9}%，群众往返县城平均花费{32..78}元。", "{county} has {210..880} thousand inhabitants and read {1..6}{0..9} thousand {thing} in {0}. {6..18} {unit} take more than half of them but have {1..4} qualified doctors. A report takes {14..40} hours; {24..46} per cent come the same day, and {7..15}.{1..9} per cent of {600..1500} checked reports missed a finding."},
	},
	scenes: []scene{
		{say{"{unit}{thing}远程阅片提示", "Remote reading of {thing} for {unit}"}, say{"目前各院上传后由{who}按到达顺序逐份阅片，午后积压最多{60..190}份。", "Today {who} read what the clinics send in the order of arrival, up to {60..190} in the queue."}, say{"项目后模型标出疑似病灶并调整顺序，急症排前，医师看原图后书写并签发报告。", "The model marks suspicious spots and puts urgent cases first; a physician reads the original and signs the report."}},
		{say{"县级医院{thing}随访比对", "Follow-up of {thing} at the county hospital"}, say{"旧片比对靠人工翻找，随访间隔由医师凭记忆掌握。", "Earlier images are looked up by hand."}, say{"模型与历次检查配准并列出变化供参考，是否随访由医师与患者商定。", "The model aligns earlier examinations and lists changes; physician and patient decide."}},
	},
	kpis: []kpi{
		{say{"乡镇报告平均出具时间", "Mean time to a report"}, "service", say{"小时", "hours"}, false, [2]int{1400, 4000}, [2]int{60, 84}, say{"检查完成至签发的时间差，按月平均，夜间一并计入", "From examination to signature, monthly mean, nights included"}},
		{say{"漏报率", "Share of missed findings"}, "quality", percent, false, [2]int{700, 1500}, [2]int{35, 55}, say{"疾控中心每年抽{800..1500}份由外院医师复阅", "{800..1500} reports a year re-read by outside physicians"}},
		{say{"当日取得报告的占比", "Reports on the same day"}, "inclusion", percent, true, [2]int{2600, 4600}, [2]int{90, 110}, say{"当日24时前签发份数除以检查份数", "Signed by midnight over examinations"}},
		{say{"单份阅片用时", "Reading time"}, "productivity", say{"分钟", "minutes"}, false, [2]int{600, 1200}, [2]int{20, 38}, say{"插件记录首次打开到提交的有效时长", "From opening to submission, logged by the plug-in"}},
		{say{"基层人员考核合格率", "Staff who pass the test"}, "employment", percent, true, [2]int{5200, 6800}, [2]int{30, 42}, say{"县医学会统一命题，含读片和质控两部分", "Test of the county medical society"}},
	},
	risks: []risk{
		{"model_algorithm", say{"旧设备成像质量差，病灶漏提示，{harm}", "Images of old devices hide a finding and {harm}"}, say{"医师必阅原图，每周抽{60..150}份双阅，设备差异单列考核", "The physician always reads the original, {60..150} double readings a week"}},
		{"ethics", say{"医师过度依赖提示，年轻医师读片能力下降", "Physicians rely on the hints too much"}, say{"每月{20..40}份盲读考核，提示默认延后{3..8}秒显示", "{20..40} blind readings a month, hints shown after {3..8} seconds"}},
		{"application", say{"急症被排到队尾，错过救治窗口", "An urgent case is put last"}, say{"急诊检查不参与排序，超{20..40}分钟未阅自动电话提醒", "Emergencies are not ranked, a call after {20..40} minutes"}},
		{"data", say{"患者影像外泄或被用于其他目的", "Images of patients leak"}, say{"只在院内受控环境处理，导出双人审批并留痕", "Processed inside the hospital only, two people approve an export"}},
	},
	jobs:     []job{{say{"诊断医师", "Diagnostic physician"}, "2-05-01-15", "2212"}, {say{"影像技师", "Imaging technician"}, "2-05-07-01", "3211"}},
	contents: []say{{"{thing}检查", "{thing}"}, {"独立测试病例", "Independent test cases"}, {"随访病例", "Follow-up cases"}},
	parts:    []say{{"旧设备图像归一化组件", "Normalisation for old devices"}, {"多期配准与变化计算组件", "Alignment of examinations"}},
}

var education = archetype{
	id: "education", share: 8, english: 6, typ: "application", domain: "livelihood", sector: "P83",
	stages: []string{"pilot", "pilot", "deployment"}, applicant: "private",
	applicantName: say{"{city}{brand}教育科技有限公司", "{city} {brand} Learning Technology Co., Ltd."},
	partner:       []string{"university", "social_org"}, staff: [2]int{18, 260}, total: [2]int{120, 990}, months: []int{12, 18, 24},
	model: "fine_tuned", generative: true, params: [2]int{700, 1400}, outputs: []string{"text"}, modality: "text", records: [2]int{30, 400}, kb: [2]int{1, 12},
	personal: true, sensitive: true, public: true, subject: "natural_person", autonomy: 2, groups: []string{"minors"}, live: true, income: true, open: 20,
	words: map[string]say{
		"thing": {"{小学数学|初中物理|英语口语|语文阅读}", "{primary mathematics|physics|spoken English|reading}"},
		"who":   {"{学生|教师|教研员}", "{pupils|teachers|subject advisers}"}, "unit": {"学校", "schools"}, "harm": {"学生信以为真", "pupils believe it"},
		"field": {"教育", "Education"},
	},
	titles: []say{
		{"{region}{thing}课后{学伴|辅学}应用", "A {learning companion|study helper} for {thing} in {region}"},
		{"面向乡村学校的{thing}分步辅导", "Step-by-step help in {thing} for village schools"},
	},
	problems: []say{
		{"{0}年{city}{24..90}所学校测评，{thing}能独立订正错题的学生只有{31..52}%；一名教师平均面对{38..52}名学生，课后答疑每人不足{2..5}分钟；乡镇学生家庭中{44..68}%的监护人表示辅导不了，市场同类服务每年{240..980}元，{52..77}%的家庭认为负担不起。", "A test at {24..90} schools in {city} in {0} found that {31..52} per cent of the pupils can correct their own mistakes in {thing}. A teacher has {38..52} pupils and less than {2..5} minutes for each after class; {44..68} per cent of the guardians in villages cannot help, and services on the market cost CNY {240..980} a year."},
	},
	scenes: []scene{
		{say{"家庭{thing}作业伴学", "Homework in {thing} at home"}, say{"目前由家长自行讲解或在群里询问老师，{有的直接搜答案|晚间常无人回复}。", "Today parents explain or ask in a chat."}, say{"项目后分步引导，先问学生想法，连续{2..4}次答错才给解析，到时自动结束，监护人可查记录。", "The helper asks first and explains after {2..4} wrong answers; it ends at the daily limit, and guardians see the record."}},
		{say{"课后服务{thing}辅学", "After-class help in {thing}"}, say{"现在一名教师巡回答疑，问题多的学生要排队。", "One teacher walks from desk to desk."}, say{"教师布置任务，学伴分组答疑，教师在后台看到卡点；学伴不评等第、不排名。", "The teacher sets a task and sees who is stuck; the helper gives no marks and no ranks."}},
	},
	kpis: []kpi{
		{say{"错题独立订正率", "Mistakes corrected alone"}, "quality", percent, true, [2]int{3100, 5200}, [2]int{25, 60}, say{"{6..16}个平行班前后测，对照组同卷", "Tests before and after in {6..16} classes with a control group"}},
		{say{"教师单次答疑用时", "Minutes per question"}, "productivity", say{"分钟", "minutes"}, false, [2]int{400, 900}, [2]int{30, 55}, say{"课后服务教室抽样计时", "Timed samples after class"}},
		{say{"乡镇学生使用占比", "Pupils from villages"}, "inclusion", percent, true, [2]int{1800, 3600}, [2]int{40, 90}, say{"后台按学校统计，教育局核对", "Counted by school, checked by the bureau"}},
		{say{"讲解差错率", "Wrong explanations"}, "safety", percent, false, [2]int{180, 480}, [2]int{40, 70}, say{"教研员每周抽检{300..700}段", "Advisers check {300..700} a week"}},
	},
	risks: []risk{
		{"content", say{"讲解出现知识性错误，{harm}", "An explanation is wrong and {harm}"}, say{"只依据授权解析作答，每周抽检{300..700}段，{24..72}小时内更正并推送", "Answers from licensed solutions only, {300..700} checks a week, corrected within {24..72} hours"}},
		{"model_algorithm", say{"学生诱导学伴代写作文或谈论不宜话题", "Pupils make it write their essays"}, say{"输入输出双重过滤，越界话题固定回复，版本更新前用{600..1300}条样本重测", "Filters on both sides, {600..1300} test prompts before each release"}},
		{"ethics", say{"学生依赖学伴、跳过思考或用时过长", "Pupils stop thinking for themselves"}, say{"先问后讲，{15..25}分钟提醒，到限停用，教师查看求助异常", "Question first, reminder after {15..25} minutes, a hard daily limit"}},
		{"data", say{"作业图像和作答记录泄露或超期保存", "Records of pupils leak or are kept too long"}, say{"编号与身份分库加密，到期自动删除并出具清单", "Names kept apart and encrypted, deleted on time"}},
	},
	jobs:     []job{{say{"课后服务辅导员", "After-class tutor"}, "4-04-05-05", "5312"}},
	contents: []say{{"{thing}习题与解析", "Exercises and solutions, {thing}"}, {"答疑评测题", "Evaluation questions"}, {"课堂问答实录", "Questions from class"}},
	parts:    []say{{"分步引导策略组件", "Step-by-step strategy"}, {"讲解出处校验组件", "Check of sources"}},
}

var welfare = archetype{
	id: "welfare", share: 7, english: 5, typ: "smart_terminal", domain: "livelihood", sector: "Q85",
	stages: []string{"pilot", "pilot", "prototype"}, applicant: "social_org", applicantName: orgNames["social_org"],
	partner: []string{"private", "university"}, staff: [2]int{9, 80}, total: [2]int{60, 420}, months: []int{12, 18, 24},
	model: "fine_tuned", params: [2]int{1, 10}, outputs: []string{"score", "action"}, modality: "timeseries", records: [2]int{8, 90}, kb: [2]int{5, 300},
	personal: true, sensitive: true, subject: "natural_person", autonomy: 2, groups: []string{"elderly"}, live: true, fiscal: true, open: 40,
	words: map[string]say{
		"thing": {"{跌倒|离床|夜间走失|用药遗漏}", "{falls|leaving bed|wandering at night|missed medicine}"},
		"who":   {"{助老员|社区值守人员|护理员}", "{care workers|community wardens}"}, "unit": {"独居老人家庭", "homes of old people living alone"}, "harm": {"无人发现", "nobody notices"},
		"field": {"养老", "Care"},
	},
	titles: []say{
		{"{county}独居老人{thing}监测与上门响应", "Detection of {thing} for old people in {county}"},
		{"{city}社区{thing}预警与助老服务", "Warning of {thing} in communities of {city}"},
	},
	problems: []say{
		{"{city}有独居老人{1200..9800}名，{0}年登记{thing}事件{160..900}起，{38..66}%超过两小时才被发现；{9..40}名{who}人均照看{60..160}户，夜间无人值守；市场同类设备每户每年{900..2200}元，{71..93}%的家庭没有安装。", "{city} has {1200..9800} old people who live alone. {160..900} cases of {thing} were recorded in {0}, {38..66} per cent found after more than two hours. {9..40} {who} look after {60..160} homes each, nobody at night; devices on the market cost CNY {900..2200} a year."},
	},
	scenes: []scene{
		{say{"{unit}{thing}监测", "Detection of {thing} at home"}, say{"目前靠{who}每周电话探访和邻里照看，夜间出事常到次日才发现。", "Today {who} call once a week; what happens at night is found the next day."}, say{"项目后终端本地识别，先语音询问，无应答则通知值守，由人电话核实后派人上门。", "The device asks by voice; without an answer a warden calls and sends somebody."}},
		{say{"家属与社区联动", "Families and community"}, say{"家属多在外地，消息靠转述。", "Families live far away."}, say{"核实后同步告知家属，记录上门时间，助老员填写处置结果。", "Families are told after the call, and the visit is recorded."}},
	},
	kpis: []kpi{
		{say{"{thing}检出率", "Detection of {thing}"}, "quality", percent, true, [2]int{6200, 7600}, [2]int{18, 30}, say{"{30..80}户模拟与真实事件合并统计", "Simulated and real cases in {30..80} homes"}},
		{say{"到户平均时间", "Time to the door"}, "service", say{"分钟", "minutes"}, false, [2]int{3500, 9000}, [2]int{45, 75}, say{"报警至助老员签到的时间差", "From alarm to arrival"}},
		{say{"每户每日误报次数", "False alarms per home and day"}, "quality", say{"次", "alarms"}, false, [2]int{10, 30}, [2]int{40, 70}, say{"值守记录核实为误报的次数除以户日", "False alarms over home-days"}},
		{say{"覆盖户数", "Homes covered"}, "inclusion", say{"户", "homes"}, true, [2]int{2000, 6000}, [2]int{120, 260}, say{"民政局按月核对在线户数", "Checked monthly by the bureau"}},
	},
	risks: []risk{
		{"model_algorithm", say{"卫生间多径环境下{thing}漏检，{harm}", "{thing} are missed in bathrooms and {harm}"}, say{"漏检高发位置加装终端，每月{10..30}户模拟复测", "More devices where cases are missed, {10..30} homes tested a month"}},
		{"ethics", say{"老人感到被监视，拔掉电源", "People feel watched and unplug it"}, say{"不装摄像头，入户逐项说明并可随时停用", "No camera; explained at home, off at any time"}},
		{"operation", say{"夜间值守空缺，报警无人接", "Nobody answers at night"}, say{"双人轮值加街道备岗，{3..8}分钟未接自动转拨", "Two on duty, forwarded after {3..8} minutes"}},
		{"data", say{"住址与作息信息外泄", "Addresses and habits leak"}, say{"终端本地处理，只上传事件，名单加密分存", "Processed on the device, only events are sent"}},
	},
	jobs:     []job{{say{"社区助老员", "Community care worker"}, "4-10-01-05", "5322"}, {say{"热线接听员", "Operator"}, "4-04-05-03", "4222"}},
	contents: []say{{"{thing}时序记录", "Series of {thing}"}, {"模拟测试记录", "Simulated tests"}},
	parts:    []say{{"{thing}时序检测算法", "Detector of {thing}"}, {"误报自适应组件", "Adaptation to false alarms"}},
}

var farm = archetype{
	id: "farm", share: 9, english: 6, typ: "application", domain: "industry", sector: "A01",
	stages: []string{"pilot", "prototype", "pilot"}, applicant: "private",
	applicantName: say{"{county}{brand}农业科技有限公司", "{county} {brand} Agritech Ltd."},
	partner:       []string{"university", "social_org"}, staff: [2]int{8, 60}, total: [2]int{45, 320}, months: []int{12, 18, 24},
	model: "fine_tuned", params: [2]int{1, 12}, outputs: []string{"score"}, modality: "image", records: [2]int{12, 80}, kb: [2]int{200, 4200},
	subject: "environment", autonomy: 1, groups: []string{"farmers"}, chain: []string{"production", "service"}, income: true, fiscal: true, open: 55,
	words: map[string]say{
		"thing": {"{苹果|茶叶|柑橘|番茄|水稻}病虫害", "pests of {apples|tea|citrus|tomatoes|rice}"},
		"who":   {"{果农|茶农|植保员|合作社社员}", "{growers|plant-protection officers|members of cooperatives}"}, "unit": {"合作社", "cooperatives"}, "harm": {"错过防治期", "the time to act is missed"},
		"field": {"种植业", "Farming"},
	},
	titles: []say{{"{county}{thing}识别与测报", "Recognition and forecasts of {thing} in {county}"}, {"{city}{thing}巡田助手", "A field helper for {thing} in {city}"}},
	problems: []say{
		{"{county}约{2..9}.{1..9}万户种植户，{0}年抽查{300..900}户，因{thing}漏检造成的商品损失平均{6..15}.{1..9}%；专职植保员{9..40}人，人均负责{6000..16000}亩，从发病到确认平均{4..9}.{1..9}天，晚于防治窗口；亩均用药{7..13}.{1..9}次，其中约三成没有必要。", "About {20..90} thousand growers in {county} lost {6..15}.{1..9} per cent of their crop to {thing} in {0} ({300..900} asked). {9..40} officers cover {400..1100} hectares each; it takes {4..9}.{1..9} days to confirm a case, and about a third of the spraying is needless."},
	},
	scenes: []scene{
		{say{"田间{thing}拍照识别", "Photo recognition of {thing}"}, say{"目前{who}凭经验判断，拿不准时拍照发群，平均隔天才有回复。", "Today {who} judge from experience and wait a day for an answer in a chat."}, say{"项目后拍照得到种类、置信度和处置建议，低置信度由植保员复核后回复，断网时也能识别。", "A photo gives the kind, a confidence and advice; an officer checks doubtful cases, and it works offline."}},
		{say{"{thing}测报发布", "Forecasts of {thing}"}, say{"现在每旬人工数灯诱虫体，汇总要三天。", "Traps are counted by hand every ten days."}, say{"模型初数并给出趋势，植保站签发后才发布。", "The model counts and shows a trend; the station signs the forecast."}},
	},
	kpis: []kpi{
		{say{"田间识别准确率", "Accuracy in the field"}, "quality", percent, true, [2]int{6800, 7900}, [2]int{12, 22}, say{"植保站每季抽{300..700}张复核", "{300..700} photos checked a quarter"}},
		{say{"亩均用药次数", "Sprayings per field"}, "cost", say{"次", "times"}, false, [2]int{700, 1300}, [2]int{15, 35}, say{"{60..160}户记录本与购药票据核对", "Records and receipts of {60..160} growers"}},
		{say{"发病到确认天数", "Days to confirm"}, "productivity", say{"天", "days"}, false, [2]int{400, 900}, [2]int{45, 75}, say{"首次拍照至签发的时间差", "From the first photo to the signature"}},
		{say{"每名植保员覆盖户数", "Growers per officer"}, "productivity", say{"户/人", "growers"}, true, [2]int{18000, 40000}, [2]int{40, 90}, say{"当季复核有记录的户数除以人数", "Growers with a checked case over officers"}},
	},
	risks: []risk{
		{"model_algorithm", say{"早期症状相似，误认病种，{harm}", "Early signs look alike and {harm}"}, say{"相似病种并列给出，置信度不足转人工，每季补采{800..3000}张", "Similar kinds are shown together, {800..3000} new photos a season"}},
		{"application", say{"建议用药不当造成药害或残留超标", "Wrong advice harms the crop"}, say{"只引用登记农药目录，剂量由植保员确认", "Registered products only, doses confirmed by an officer"}},
		{"operation", say{"农忙季拥堵，手机打不开", "The service is slow in the season"}, say{"端侧模型离线可用，高峰预留{2..4}倍算力", "The model runs on the phone, {2..4} times the capacity in the season"}},
		{"data", say{"照片定位暴露农户地块", "Photos reveal whose field it is"}, say{"上传前去除定位，仅保留到乡镇", "Positions are cut to the township"}},
	},
	jobs:     []job{{say{"植保巡查员", "Plant-protection officer"}, "5-05-02-01", "3142"}, {say{"图像初审员", "Image clerk"}, "4-04-05-05", "4413"}},
	contents: []say{{"{thing}田间图像", "Field images, {thing}"}, {"测报灯图像", "Trap images"}, {"独立测试图像", "Test images"}},
	parts:    []say{{"端侧轻量识别模型", "Light model for phones"}, {"虫体计数组件", "Insect counter"}},
}
