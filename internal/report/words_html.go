package report

import "hegui/internal/catalog"

// pageWords are the phrases of HTML reports in one language, beside those that every format shares. Their names are
// exported for the templates alone.
type pageWords struct {
	Kind, BatchKind                         string // what the page is
	Skip                                    string // link to the content
	File, Project, Profile, AsOf            string
	Overview, Dimensions, Dimension         string
	Score, Weight, Points, Credit           string
	Below, RadarTitle, RadarText, BarLegend string
	Why, Guards, Form, FormRest             string
	Losses, Asks, Repair, Related           string
	Cause, Example, Waiver, Dagger          string
	RepairPath, RepairHelp, RepairForm      string
	Confirm, ConfirmHelp, Waivers           string
	Hints, HintsHelp, Readings              string
	Passed, NotApplicable, Excluded         string
	Arithmetic, ArithmeticHelp, Sum         string
	Traits, TraitsHelp                      string
	Requirement, Status                     string
	Provenance, Pack, Digest, Engine        string
	FileDigest, ContentDigest, Source       string
	SourceDigest, Publisher, Limits         string
	Nothing                                 string
	BatchTitle, Number                      string
	Assessed, Skipped                       string
	Distribution, DistributionText, Band    string
	Spreads, SpreadsHelp, Applies, Mean     string
	Lowest, Quartile1, Median, Quartile3    string
	Highest, Total, BoxHead                 string
	Missed, MissedHelp, MissedBy, Vetoes    string
	Outliers, OutlierRule, OutlierNone      string
	OutlierFew, OutlierMore                 string
	OutlierLow, OutlierHigh                 string
	Ranking, RankingHelp, Rank, Proposal    string
	Lost, More, Unreadable, Requirements    string
	RequirementsHelp, Details, DetailsHelp  string
	DetailsLeftOut, NoDetail, ToRanking     string
	Filter, FilterVerdict, FilterAll        string
	Untitled, Verdict, Terms, Bands, Far    string
}

func pageWordsIn(lang catalog.Lang) *pageWords {
	if lang == catalog.ZH {
		return &chinesePage
	}
	return &englishPage
}

// LanguageTag names a language as HTML and office formats do (BCP 47).
func LanguageTag(lang catalog.Lang) string {
	if lang == catalog.ZH {
		return "zh-CN"
	}
	return "en"
}

var chinesePage = pageWords{
	Kind: "申报书评估报告", BatchKind: "申报书批量评估报告", Skip: "跳到正文",
	File: "文件", Project: "项目编号", Profile: "评审方案", AsOf: "评估日期", Overview: "总体情况", Dimensions: "各维度得分", Dimension: "维度",
	Score: "得分", Weight: "权重", Points: "得分值", Credit: "得分率", Below: "▼ 低于底线 %s", RadarTitle: "各维度得分雷达图", RadarText: "%s %s", BarLegend: "竖线为底线。占适用权重不足 %s%% 的维度不判底线。",
	Why: "为何不是“通过”", Guards: "自相矛盾之处", Form: "格式问题", FormRest: "另外 %d 处",
	Losses: "失分项", Asks: "解读", Repair: "修改", Related: "另见",
	Cause: "原因", Example: "可参考的写法", Waiver: "豁免", Dagger: "† 该问题的依据是本工具的默认读法，只影响得分，不构成否决。",
	RepairPath: "最省的修改路径", RepairHelp: "按顺序逐项完成并勾选；每项写明所需人日、增加的分数和完成后的得分。", RepairForm: "先改正 %d 处格式问题",
	Confirm: "请人工核对", ConfirmHelp: "以下要求规则已判定满足，仍请人工看一眼：", Waivers: "未生效的豁免",
	Hints: "提醒", HintsHelp: "以下疑似笔误，不扣分：", Readings: "对模糊表述的不同读法",
	Passed: "已满足的要求（%d 项）", NotApplicable: "不适用的要求（%d 项）", Excluded: "本评审方案不要求",
	Arithmetic: "算分过程", ArithmeticHelp: "得分值＝权重×得分率；得分＝得分值之和÷（适用权重之和×100），向下取到 0.01 分。", Sum: "合计",
	Traits: "项目特征（%d 项）", TraitsHelp: "由申报书内容推定，决定哪些要求适用：",
	Requirement: "要求", Status: "结果", Provenance: "评估依据", Pack: "规则包", Digest: "规则包摘要", Engine: "hegui 版本",
	FileDigest: "申报书文件 SHA-256", ContentDigest: "申报书内容 SHA-256", Source: "政策原文",
	SourceDigest: "原文 SHA-256", Publisher: "发布机关",
	Limits:  "本工具核对格式、算术、日期、关联与矛盾，不能判断材料真伪；佐证材料请人工核实。",
	Nothing: "没有评估任何申报书。",

	BatchTitle: "%d 份申报书的评估结果", Number: "份数", Assessed: "已评估", Skipped: "读不了",
	Distribution: "得分分布", DistributionText: "各分数段的份数：%s。", Band: "分数段",
	Spreads: "各维度得分的分布", SpreadsHelp: "箱体为中间一半，粗线为中位数，两端为最低与最高。四分位数按电子表格 QUARTILE.INC 的定义计算，向下取到 0.01 分。",
	Applies: "适用份数", Mean: "平均", Lowest: "最低", Quartile1: "下四分位", Median: "中位数", Quartile3: "上四分位", Highest: "最高",
	Total: "总分", BoxHead: "0 至 100",
	Missed: "失分最多的要求", MissedHelp: "按失分份数排列，同数时按合计失分。", MissedBy: "失分份数", Vetoes: "构成否决",
	Outliers:    "离群的得分",
	OutlierRule: "判定规则（Tukey 界限）：低于下四分位数减 1.5 倍四分位距，或高于上四分位数加 1.5 倍四分位距；总分与各维度分别判定，少于 %d 份不判。▼\u00a0偏低，▲\u00a0偏高。",
	OutlierNone: "没有离群的得分。", OutlierFew: "份数太少，不判离群。", OutlierMore: "另有 %d 份偏离较小，未列出。", OutlierLow: "▼", OutlierHigh: "▲",
	Ranking: "排名", RankingHelp: "先按结论（通过、待复核、不通过、无法评估），再按得分从高到低；结论和得分相同的并列。", Rank: "名次", Proposal: "申报书",
	Lost: "失分的要求", More: "等 %d 项", Unreadable: "读不了的文件", Requirements: "要求原文",
	RequirementsHelp: "本批次中有人失分的要求：原文整句、解读和可参考的写法。", Details: "逐份明细", DetailsHelp: "点开可见失分、位置与修改建议。",
	DetailsLeftOut: "为使本文件能在浏览器中打开，只收录按输入顺序前 %d 份的明细；其余 %d 份请单独评估：hegui check --format html 文件。",
	NoDetail:       "明细未收录", ToRanking: "回到排名",
	Filter: "筛选文字", FilterVerdict: "筛选结论", FilterAll: "全部", Untitled: "（未写项目名称）", Verdict: "结论", Terms: "逐项计算", Bands: "各分数段的份数", Far: "%s %s %s",
}

var englishPage = pageWords{
	Kind: "Assessment of a proposal", BatchKind: "Assessment of a batch of proposals", Skip: "Skip to the content",
	File: "File", Project: "Project id", Profile: "Profile", AsOf: "As of", Overview: "Overview", Dimensions: "Scores by dimension", Dimension: "Dimension",
	Score: "Score", Weight: "Weight", Points: "Points", Credit: "Credit", Below: "▼ below the floor of %s", RadarTitle: "Radar of the scores by dimension", RadarText: "%s %s", BarLegend: "The upright mark is the floor. It is not judged in a dimension with less than %s %% of the applicable weight.",
	Why: "Why it does not pass", Guards: "Contradictions", Form: "Defects of form", FormRest: "%d more",
	Losses: "Requirements that lost points", Asks: "Asks", Repair: "Repair", Related: "See",
	Cause: "Cause", Example: "An example that satisfies it", Waiver: "Waiver", Dagger: "† rests on a default reading of this tool: it lowers the score and never vetoes.",
	RepairPath: "Cheapest repair", RepairHelp: "Tick off in this order; each step says its person-days, the points it adds and the score after it.", RepairForm: "First repair the form (places: %d)",
	Confirm: "A person should still look", ConfirmHelp: "The rules are satisfied here:", Waivers: "Waivers without effect",
	Hints: "Warnings", HintsHelp: "These look like slips and cost nothing:", Readings: "If vague clauses are read otherwise",
	Passed: "Requirements met (%d)", NotApplicable: "Requirements that do not apply (%d)", Excluded: "not asked for by this profile",
	Arithmetic: "Arithmetic", ArithmeticHelp: "Points = weight × credit; score = Σ points ÷ (Σ applicable weight × 100), rounded down to 0.01.", Sum: "Sum",
	Traits: "Traits of the project (%d)", TraitsHelp: "Derived from what the proposal shows; they decide which requirements apply:",
	Requirement: "Requirement", Status: "Result", Provenance: "What this rests on", Pack: "Pack", Digest: "Digest of the pack", Engine: "Version of hegui",
	FileDigest: "SHA-256 of the file", ContentDigest: "SHA-256 of its content", Source: "Source document",
	SourceDigest: "SHA-256 of the source", Publisher: "Publisher",
	Limits:  "This tool checks form, arithmetic, dates, links and contradictions. It cannot see whether a document is true: people verify evidence.",
	Nothing: "No proposal was assessed.",

	BatchTitle: "Results of %d proposals", Number: "Proposals", Assessed: "Assessed", Skipped: "Unreadable",
	Distribution: "Distribution of scores", DistributionText: "Proposals by band of scores: %s.", Band: "Band",
	Spreads: "Scores by dimension", SpreadsHelp: "The box holds the middle half, the thick line is the median, the ends are the lowest and the highest. Quartiles are those of QUARTILE.INC in spreadsheets, rounded down to 0.01.",
	Applies: "Applies to", Mean: "Mean", Lowest: "Lowest", Quartile1: "First quartile", Median: "Median", Quartile3: "Third quartile", Highest: "Highest",
	Total: "Total", BoxHead: "0 to 100",
	Missed: "Requirements missed most often", MissedHelp: "By number of proposals, then by what they cost in all.", MissedBy: "Missed by", Vetoes: "Vetoes",
	Outliers:    "Outliers",
	OutlierRule: "Rule (Tukey's fences): below the first quartile by more than 1.5 times the distance between the quartiles, or above the third by as much; judged for the total and for each dimension, of at least %d proposals. ▼\u00a0far below, ▲\u00a0far above.",
	OutlierNone: "There are none.", OutlierFew: "There are too few proposals to judge.", OutlierMore: "%d more proposals lie less far away and are not listed.", OutlierLow: "▼", OutlierHigh: "▲",
	Ranking: "Ranking", RankingHelp: "By verdict (pass, review, fail, error), then by score; equal verdict and score share a rank.", Rank: "Rank", Proposal: "Proposal",
	Lost: "Requirements lost", More: "%d in all", Unreadable: "Unreadable files", Requirements: "What the requirements ask",
	RequirementsHelp: "Requirements that any of these proposals missed: the whole sentence of the source, how it is read, and an example.", Details: "Details", DetailsHelp: "Open one for what was lost, where, and how to repair it.",
	DetailsLeftOut: "So that a browser can open this file, it holds the details of the first %d proposals in the order of input. For one of the other %d: hegui check --format html FILE.",
	NoDetail:       "details left out", ToRanking: "Back to the ranking",
	Filter: "Filter by text", FilterVerdict: "Filter by verdict", FilterAll: "all", Untitled: "(no title)", Verdict: "Verdict", Terms: "Term by term", Bands: "Proposals by band", Far: "%s %s %s",
}
