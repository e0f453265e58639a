package report

import "hegui/internal/catalog"

// replayWords are the phrases about what a change of rules does to many proposals, in one language.
type replayWords struct {
	title, side, before, after, comma  string
	assessed, same, changed, skipped   string
	proposals, flips, better, worse    string // of tiles and heads
	verdicts, verdictsText, noFlip     string
	verdictsHead, flipList, flipHead   string
	scores, scoresText, noScore        string
	spreadText, change, number         string
	bin, binSame, more                 string
	ranks, ranksText, tau, noTau       string
	noRank, moves, rankHead, scoreHead string
	climb, proposal                    string
	dimensions, dimensionsText         string
	dimension, mean, rose, fell        string
	appliesBoth, appeared, vanished    string
	requirements, requirementsText     string
	requirement, statuses, otherChange string
	moved, flow, absent                string
	findings, findingsText, finding    string
	newIn, goneIn, form                string
	groups, groupsText, groupsFew      string
	noNotable, notableFlips            string
	notableAbove, notableBelow         string
	cause, group                       string
	inGroup, flipRate, restFlipRate    string
	median, restMedian, verdictTest    string
	scoreTest, few, p, pNotable, rate  string
	groupName, leftOut, unreadable     string
	noneFound, provides                string

	trait map[string]string // by its id
	value map[string]string // "trait/value"
}

func replayWordsIn(lang catalog.Lang) *replayWords {
	if lang == catalog.ZH {
		return &chineseReplay
	}
	return &englishReplay
}

var chineseReplay = replayWords{
	title: "规则变动推演", side: "规则包 %s %s（摘要 %s）· 评审方案 %s · 评估日期 %s", before: "变动前", after: "变动后", comma: "、",
	assessed: "按变动前后的规则各评估了 %d 份申报书。", same: "没有任何变化：结论、得分、名次、各项要求的结果和问题全部相同。",
	changed: "其中 %d 份的评估结果有变化（结论、得分、某项要求的结果或问题）。", skipped: "另有 %d 份读不了，列在最后，不计入以下各数。",
	proposals: "申报书", flips: "结论改变", better: "变好", worse: "变差",
	verdicts: "结论", verdictsText: "%d 份的结论改变：%d 份变好，%d 份变差（由好到差：通过、待复核、不通过、无法评估）。下表每行是变动前的结论，每列是变动后的结论。",
	noFlip: "没有一份的结论改变。", verdictsHead: "变动前 ＼ 变动后", flipList: "结论改变的申报书", flipHead: "结论",
	scores: "得分", scoresText: "%d 份得分上升，%d 份下降，%d 份不变。", noScore: "没有一份的得分改变。",
	spreadText: "变化的中位数为 %s 分，中间一半在 %s 与 %s 之间；最大降幅一端为 %s，最大升幅一端为 %s，平均 %s。四分位数与平均数均向零取到 0.01 分。",
	change:     "变化（分）", number: "份数", bin: "%s 至 %s", binSame: "不变", more: "另有 %d 行未列出；--format json 含全部。",
	ranks:     "名次",
	ranksText: "%d 份的名次改变（按得分排名，同分并列）。任取两份，共 %d 对：%d 对先后不变，%d 对先后颠倒，其余 %d 对在变动前或变动后同分。",
	tau:       "Kendall 等级相关系数 τ-b 为 %s：1 表示次序完全相同，−1 表示完全颠倒。", noTau: "有一方所有得分都相同，等级相关系数没有定义。",
	noRank: "没有一份的名次改变。", moves: "名次变动最大的申报书", rankHead: "名次", scoreHead: "得分", climb: "升降", proposal: "申报书",
	dimensions: "各维度", dimensionsText: "变化只计变动前后都适用该维度的申报书；平均数向零取到 0.01 分。只在一方适用的另列。",
	dimension: "维度", mean: "平均变化", rose: "上升", fell: "下降", appliesBoth: "两方适用", appeared: "仅变动后适用", vanished: "仅变动前适用",
	requirements: "各项要求", requirementsText: "有变化的要求 %d 项，影响总分大的在前。“对平均分的影响”把总分之差按各项要求拆开再取平均。",
	requirement: "要求", statuses: "结果改变", otherChange: "结果相同、别处有变", moved: "对平均分的影响", flow: "%s→%s %d", absent: "无此要求",
	findings: "问题", findingsText: "新出现或不再出现的问题 %d 种，涉及申报书多的在前。", finding: "问题", newIn: "新出现（份）", goneIn: "不再出现（份）", form: "格式",
	groups: "各类申报书",
	groupsText: "每类与其余同类可比者相比：结论改变的比例用 Fisher 精确检验，得分变化用中位数检验（同样精确计算），共做 %d 次检验，p 值已按检验次数修正（Holm 法），" +
		"不超过 0.05 的称为显著。全部检验合起来，纯属偶然而被称为显著的可能性不超过百分之五。",
	groupsFew:    "一类或其余不足 %d 份的只列数字，不作判断。",
	noNotable:    "没有一类与其余有显著差别；这不等于证明没有差别。",
	notableFlips: "%s：%d 份中有 %d 份结论改变（%s%%，其中变差 %d 份），其余 %d 份中有 %d 份（%s%%，其中变差 %d 份）；差别显著（修正后 p ≤ %s）。",
	notableAbove: "%s：得分变化的中位数为 %s 分，其余为 %s 分；变化高于两者合计中位数的，前者 %d 份中有 %d 份，其余 %d 份中有 %d 份；差别显著（修正后 p ≤ %s）。",
	notableBelow: "%s：得分变化的中位数为 %s 分，其余为 %s 分；变化低于两者合计中位数的，前者 %d 份中有 %d 份，其余 %d 份中有 %d 份；差别显著（修正后 p ≤ %s）。",
	cause:        "差别显著不说明原因：各类之间还有别的不同，同一份申报书也同属几类。请人工查看。",
	group:        "类别", inGroup: "份数", flipRate: "结论改变", restFlipRate: "其余", median: "变化中位数", restMedian: "其余",
	verdictTest: "结论差别", scoreTest: "得分差别", few: "份数太少", p: "未见显著（p ≤ %s）", pNotable: "显著（p ≤ %s）", rate: "%d/%d（%s%%）",
	groupName: "%s：%s", leftOut: "另有 %d 类（各特征最大的 %d 类之外）没有比较。", unreadable: "读不了的文件",
	noneFound: "没有一份申报书读得出来，无从比较。", provides: "hegui 变动推演：只说明规则对这批申报书的影响，不预测今后的申报书。",
	trait: map[string]string{
		"small": "小微", "size": "企业规模", "headcount": "从业人数", "organisation": "单位性质", "region": "地区", "province": "省份",
		"industry": "行业", "type": "项目类型", "field": "领域", "stage": "阶段",
	},
	value: map[string]string{
		"small/small_micro": "小型和微型企业", "size/large": "大型", "size/medium": "中型", "size/small": "小型", "size/micro": "微型", "size/na": "不适用划型",
		"headcount/0-19": "20 人以下", "headcount/20-299": "20 至 299 人", "headcount/300-999": "300 至 999 人", "headcount/1000+": "1000 人及以上",
		"organisation/soe": "国有企业", "organisation/private": "民营企业", "organisation/foreign_invested": "外商投资企业",
		"organisation/public_institution": "事业单位", "organisation/university": "高等学校", "organisation/research_institute": "科研院所",
		"organisation/government": "政府机关", "organisation/social_org": "社会组织",
		"region/east": "东部", "region/central": "中部", "region/west": "西部", "region/northeast": "东北",
		"province/11": "北京", "province/12": "天津", "province/13": "河北", "province/14": "山西", "province/15": "内蒙古", "province/21": "辽宁",
		"province/22": "吉林", "province/23": "黑龙江", "province/31": "上海", "province/32": "江苏", "province/33": "浙江", "province/34": "安徽",
		"province/35": "福建", "province/36": "江西", "province/37": "山东", "province/41": "河南", "province/42": "湖北", "province/43": "湖南",
		"province/44": "广东", "province/45": "广西", "province/46": "海南", "province/50": "重庆", "province/51": "四川", "province/52": "贵州",
		"province/53": "云南", "province/54": "西藏", "province/61": "陕西", "province/62": "甘肃", "province/63": "青海", "province/64": "宁夏", "province/65": "新疆",
		"industry/A": "农、林、牧、渔业", "industry/B": "采矿业", "industry/C": "制造业", "industry/D": "电力、热力、燃气及水生产和供应业", "industry/E": "建筑业",
		"industry/F": "批发和零售业", "industry/G": "交通运输、仓储和邮政业", "industry/H": "住宿和餐饮业", "industry/I": "信息传输、软件和信息技术服务业",
		"industry/J": "金融业", "industry/K": "房地产业", "industry/L": "租赁和商务服务业", "industry/M": "科学研究和技术服务业",
		"industry/N": "水利、环境和公共设施管理业", "industry/O": "居民服务、修理和其他服务业", "industry/P": "教育", "industry/Q": "卫生和社会工作",
		"industry/R": "文化、体育和娱乐业", "industry/S": "公共管理、社会保障和社会组织", "industry/T": "国际组织",
		"type/application": "应用", "type/foundation_model": "基础模型", "type/dataset": "数据集", "type/compute_facility": "算力设施", "type/pilot_base": "中试基地",
		"type/common_platform": "公共平台", "type/smart_terminal": "智能终端", "type/research": "研究", "type/open_source": "开源", "type/governance_service": "治理服务",
		"field/science": "科学技术", "field/industry": "产业发展", "field/consumption": "消费提质", "field/livelihood": "民生福祉", "field/governance": "治理能力",
		"field/global": "全球合作", "field/infrastructure": "基础支撑",
		"stage/research": "研究", "stage/prototype": "样机", "stage/pilot": "试点", "stage/deployment": "部署", "stage/scaling": "推广",
	},
}

var englishReplay = replayWords{
	title: "What a change of rules does", side: "pack %s %s (digest %s) · profile %s · as of %s", before: "Before", after: "After", comma: ", ",
	assessed: "Proposals assessed under both sets of rules: %d.", same: "Nothing changed: verdicts, scores, ranks, the result of every requirement and all findings are the same.",
	changed: "Those whose assessment changed in verdict, score, any requirement or any finding: %d.", skipped: "Files that could not be read: %d. They are listed at the end and are in none of the figures.",
	proposals: "Proposals", flips: "Other verdict", better: "Better", worse: "Worse",
	verdicts: "Verdicts", verdictsText: "Proposals that get another verdict: %d; a better one %d, a worse one %d (from best to worst: pass, review, fail, error). Each row of the table is a verdict before, each column one after.",
	noFlip: "No proposal gets another verdict.", verdictsHead: "before \\ after", flipList: "Proposals with another verdict", flipHead: "Verdict",
	scores: "Scores", scoresText: "Scores that rose: %d; that fell: %d; unchanged: %d.", noScore: "No score changed.",
	spreadText: "The median change is %s points, and the middle half lies between %s and %s; the changes reach from %s to %s, and their mean is %s. Quartiles and mean are rounded towards zero to 0.01.",
	change:     "Change (points)", number: "Proposals", bin: "%s to %s", binSame: "unchanged", more: "%d more rows are not listed; --format json has them all.",
	ranks:     "Ranks",
	ranksText: "Proposals that move in rank: %d (by score; equal scores share a rank). Of all %d pairs of proposals, %d keep their order, %d are reversed, and %d have equal scores before or after.",
	tau:       "Kendall's tau-b is %s: 1 is the same order, −1 the reverse.", noTau: "On one side all scores are equal, so that Kendall's tau is not defined.",
	noRank: "No proposal moves in rank.", moves: "Largest moves in rank", rankHead: "Rank", scoreHead: "Score", climb: "Move", proposal: "Proposal",
	dimensions: "Dimensions", dimensionsText: "Changes are of the proposals to which a dimension applies on both sides; means are rounded towards zero to 0.01. Those to which it applies on one side alone are counted apart.",
	dimension: "Dimension", mean: "Mean change", rose: "Rose", fell: "Fell", appliesBoth: "Applies", appeared: "Only after", vanished: "Only before",
	requirements: "Requirements", requirementsText: "Requirements that changed: %d, what moves scores most first. “On the mean score” splits the change of every score among the requirements and takes the mean.",
	requirement: "Requirement", statuses: "Other result", otherChange: "Same result, else changed", moved: "On the mean score", flow: "%s→%s %d", absent: "not asked for",
	findings: "Findings", findingsText: "Kinds of findings that appear or vanish: %d, those in most proposals first.", finding: "Finding", newIn: "Appears in", goneIn: "Vanishes from", form: "form",
	groups: "Groups of proposals",
	groupsText: "Each group is compared with the other proposals of which the trait is known: the share of other verdicts by Fisher's exact test, the change of scores by the median test, computed exactly too. " +
		"Tests made: %d. The probabilities p allow for that number (Holm's method), and at most 0.05 is called notable: taken together, chance alone leads to any such call at most once in twenty replays.",
	groupsFew:    "Where a group or its rest has fewer than %d proposals, the numbers are listed and nothing is judged.",
	noNotable:    "No group differs notably from its rest; that is no proof that none does.",
	notableFlips: "%s: of %d proposals %d get another verdict (%s %%; a worse one: %d), of the other %d it is %d (%s %%; a worse one: %d). The difference is notable (adjusted p ≤ %s).",
	notableAbove: "%s: the median change of the score is %s points, of the others %s. Above the median of both together lie, of these %d, %d; of the other %d, %d. The difference is notable (adjusted p ≤ %s).",
	notableBelow: "%s: the median change of the score is %s points, of the others %s. Below the median of both together lie, of these %d, %d; of the other %d, %d. The difference is notable (adjusted p ≤ %s).",
	cause:        "A notable difference does not tell its cause: groups differ in other ways too, and a proposal is in several. A person should look.",
	group:        "Group", inGroup: "Proposals", flipRate: "Other verdict", restFlipRate: "Rest", median: "Median change", restMedian: "Rest",
	verdictTest: "Verdicts differ", scoreTest: "Scores differ", few: "too few", p: "not shown (p ≤ %s)", pNotable: "yes (p ≤ %s)", rate: "%d/%d (%s %%)",
	groupName: "%s: %s", leftOut: "Groups beyond the largest of their trait that were not compared: %d (%d of each are).", unreadable: "Files that could not be read",
	noneFound: "No proposal could be read: there is nothing to compare.", provides: "This says what the rules do to these proposals. It does not predict others.",
	trait: map[string]string{
		"small": "Small firms", "size": "Size of the applicant", "headcount": "Employees", "organisation": "Kind of applicant", "region": "Region", "province": "Province",
		"industry": "Industry", "type": "Type of project", "field": "Field", "stage": "Stage",
	},
	value: map[string]string{
		"small/small_micro": "small and micro enterprises", "size/large": "large", "size/medium": "medium", "size/small": "small", "size/micro": "micro", "size/na": "no enterprise",
		"headcount/0-19": "fewer than 20", "headcount/20-299": "20 to 299", "headcount/300-999": "300 to 999", "headcount/1000+": "1,000 and more",
		"organisation/soe": "state-owned enterprise", "organisation/private": "private enterprise", "organisation/foreign_invested": "foreign-invested enterprise",
		"organisation/public_institution": "public institution", "organisation/university": "university", "organisation/research_institute": "research institute",
		"organisation/government": "government body", "organisation/social_org": "social organisation",
		"region/east": "East", "region/central": "Centre", "region/west": "West", "region/northeast": "Northeast",
		"province/11": "Beijing", "province/12": "Tianjin", "province/13": "Hebei", "province/14": "Shanxi", "province/15": "Inner Mongolia", "province/21": "Liaoning",
		"province/22": "Jilin", "province/23": "Heilongjiang", "province/31": "Shanghai", "province/32": "Jiangsu", "province/33": "Zhejiang", "province/34": "Anhui",
		"province/35": "Fujian", "province/36": "Jiangxi", "province/37": "Shandong", "province/41": "Henan", "province/42": "Hubei", "province/43": "Hunan",
		"province/44": "Guangdong", "province/45": "Guangxi", "province/46": "Hainan", "province/50": "Chongqing", "province/51": "Sichuan", "province/52": "Guizhou",
		"province/53": "Yunnan", "province/54": "Tibet", "province/61": "Shaanxi", "province/62": "Gansu", "province/63": "Qinghai", "province/64": "Ningxia", "province/65": "Xinjiang",
		"industry/A": "farming, forestry, fishing", "industry/B": "mining", "industry/C": "manufacturing", "industry/D": "electricity, heat, gas, water", "industry/E": "construction",
		"industry/F": "wholesale and retail", "industry/G": "transport, storage, post", "industry/H": "hotels and catering", "industry/I": "information, software and IT services",
		"industry/J": "finance", "industry/K": "real estate", "industry/L": "leasing and business services", "industry/M": "research and technical services",
		"industry/N": "water, environment, public facilities", "industry/O": "household, repair and other services", "industry/P": "education", "industry/Q": "health and social work",
		"industry/R": "culture, sports, entertainment", "industry/S": "public administration, social organisations", "industry/T": "international organisations",
		"type/application": "application", "type/foundation_model": "foundation model", "type/dataset": "dataset", "type/compute_facility": "compute facility", "type/pilot_base": "pilot base",
		"type/common_platform": "common platform", "type/smart_terminal": "smart terminal", "type/research": "research", "type/open_source": "open source", "type/governance_service": "governance service",
		"field/science": "science", "field/industry": "industry", "field/consumption": "consumption", "field/livelihood": "livelihood", "field/governance": "governance",
		"field/global": "global cooperation", "field/infrastructure": "infrastructure",
		"stage/research": "research", "stage/prototype": "prototype", "stage/pilot": "pilot", "stage/deployment": "deployment", "stage/scaling": "scaling",
	},
}
