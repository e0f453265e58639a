package handbook

import "hegui/internal/catalog"

// words are the phrases of the handbook in one language.
type words struct {
	Handbook, Language, Intro        string
	Source, Publisher, File          string
	Dimensions, Dimension            string
	Requirements, Requirement        string
	Weight, WeightHere, Weighs       string
	Severity, Applies, VetoWhen      string
	More, None, Default              string
	Document, DocumentHelp           string
	Profiles, ProfilesHelp, Profile  string
	PassMark, Floor, FloorShare      string
	FloorOf, Excludes, LeftOut       string
	InProfiles                       string
	Flags, FlagsHelp                 string
	NeededBy, ExcludedBy, Vetoes     string
	WhenOff, WhenOn                  string
	Guards, GuardsHelp               string
	Checks, ChecksHelp, UsedBy, Uses string
	Thresholds, ThresholdsHelp       string
	Threshold, Value, Basis          string
	Readings, ReadingsHelp, Decides  string
	OtherReadings, OtherCodes        string
	Paragraph                        string
	Grades, Grade, From              string
	Quote, Reading, Confirm, Codes   string
	CommonCodes, CommonCodesHead     string
	CommonCodesLink                  string
	Hints, HintsHelp, Repair         string
	Example, Files, Catalogue        string
	Rule, Tests, Mutant              string
	Comma, Colon, Aside              string

	severity map[catalog.Severity]string
}

func wordsIn(lang catalog.Lang) *words {
	if lang == catalog.ZH {
		return &chinese
	}
	return &english
}

var chinese = words{
	Handbook: "手册", Language: "中文", Intro: "本手册由规则包 %s %s 生成，列出它要求什么、依据哪句原文、怎样算失分、怎样修改。内容与 hegui explain 一致。",
	Source: "政策原文", Publisher: "发布机关", File: "文件",
	Dimensions: "维度", Dimension: "维度", Requirements: "要求", Requirement: "要求",
	Weight: "权重", WeightHere: "本方案权重", Weighs: "分量", Severity: "性质", Applies: "适用于", VetoWhen: "升级为否决项",
	More: "其他各页", None: "无", Default: "默认",
	Document: "原文逐句", DocumentHelp: "文件的每一句，以及它由哪些要求落实，或者为什么不作要求。",
	Profiles: "评审方案", ProfilesHelp: "各类征集的合格线、维度底线和权重调整，及其理由。", Profile: "评审方案",
	PassMark: "合格线", Floor: "维度底线", FloorShare: "判底线所需的最低权重占比", FloorOf: "%s 的底线", Excludes: "不要求", LeftOut: "不要求", InProfiles: "各评审方案中的权重",
	Flags: "项目特征", FlagsHelp: "由申报书内容推定，决定哪些要求适用。", NeededBy: "据此适用", ExcludedBy: "具备时不适用", Vetoes: "据此否决",
	WhenOff: "不具备时的说明", WhenOn: "具备时的说明", Guards: "自相矛盾", GuardsHelp: "申报书的说法与其内容不一致时，以内容为准，并作如下说明。",
	Checks: "核对", ChecksHelp: "规则共用的跨字段核对：金额、日期、关联、佐证和合理性。", UsedBy: "用于", Uses: "用到的核对",
	Thresholds: "数值", ThresholdsHelp: "规则用到的每个数值、单位、依据和来源。依据为“本工具默认值 †”的，只影响得分，不构成否决。",
	Threshold: "数值名称", Value: "取值", Basis: "依据",
	Readings: "不同读法", ReadingsHelp: "原文中可以有多种读法的表述。要求按第一种判断；hegui check --readings 逐一比较，看结论是否取决于读法。", Decides: "涉及",
	OtherReadings: "“%s”有多种读法（%s）：",
	OtherCodes:    "其他读法的失分情形", Paragraph: "第 %s 行",
	Grades: "等级", Grade: "等级", From: "得分不低于",
	Quote: "原文", Reading: "解读", Confirm: "人工核对", Codes: "失分情形", CommonCodes: "另见%s。", CommonCodesHead: "各项要求共有的失分情形", CommonCodesLink: "各项要求共有的失分情形",
	Hints: "提醒", HintsHelp: "疑似笔误或须由人判断之处，不扣分。", Repair: "修改",
	Example: "可参考的写法", Files: "文件", Catalogue: "目录", Rule: "规则", Tests: "测试", Mutant: "变异样本",
	Comma: "、", Colon: "：", Aside: "（%s）",
	severity: map[catalog.Severity]string{catalog.Veto: "否决项", catalog.Major: "主要项", catalog.Minor: "次要项"},
}

var english = words{
	Handbook: "Handbook", Language: "English", Intro: "This handbook is generated from the pack %s %s: what it asks, which sentence of the document says so, what loses points and how to repair it. It says what hegui explain says.",
	Source: "Source document", Publisher: "Publisher", File: "File",
	Dimensions: "Dimensions", Dimension: "Dimension", Requirements: "Requirements", Requirement: "Requirement",
	Weight: "Weight", WeightHere: "Weight here", Weighs: "Weighs", Severity: "Severity", Applies: "Applies to", VetoWhen: "Vetoes if",
	More: "Other pages", None: "none", Default: "default",
	Document: "The document, sentence by sentence", DocumentHelp: "Every sentence of the document, and which requirements hold it or why nothing is asked.",
	Profiles: "Profiles", ProfilesHelp: "Pass mark, floors and weights for each kind of call, and why.", Profile: "Profile",
	PassMark: "Pass mark", Floor: "Floor of a dimension", FloorShare: "Least share of the weight for a floor to be judged", FloorOf: "Floor of %s", Excludes: "Not asked for", LeftOut: "not asked for", InProfiles: "Weight in profiles",
	Flags: "Traits of proposals", FlagsHelp: "Derived from what a proposal shows; they decide which requirements apply.", NeededBy: "Make these apply", ExcludedBy: "Keep these from applying", Vetoes: "Make these a veto",
	WhenOff: "Said when it is absent", WhenOn: "Said when it is there", Guards: "Contradictions", GuardsHelp: "Where a proposal says one thing and shows another, what it shows counts, and this is said.",
	Checks: "Checks", ChecksHelp: "Checks across fields that rules share: sums, dates, links, evidence, plausibility.", UsedBy: "Used by", Uses: "Uses",
	Thresholds: "Numbers", ThresholdsHelp: `Every number that a rule compares with: unit, basis and source. A "default of this tool †" lowers the score and never vetoes.`,
	Threshold: "Number", Value: "Value", Basis: "Rests on",
	Readings: "Readings", ReadingsHelp: "Clauses that can be read in more than one way. Requirements judge by the first; hegui check --readings compares them and says whether a verdict rests on the choice.", Decides: "Decides",
	OtherReadings: "“%s” can be read in more than one way (%s):",
	OtherCodes:    "What other readings may find missing", Paragraph: "Line %s",
	Grades: "Grades", Grade: "Grade", From: "Score from",
	Quote: "What the document says", Reading: "How it is read", Confirm: "A person should look", Codes: "How it is missed", CommonCodes: "See also %s.", CommonCodesHead: "Codes that any requirement may raise", CommonCodesLink: "the codes that any requirement may raise",
	Hints: "Hints", HintsHelp: "What looks like a slip, or has to be judged by a person. Hints cost nothing.", Repair: "Repair",
	Example: "An example that satisfies it", Files: "Files", Catalogue: "Catalogue", Rule: "Rule", Tests: "Tests", Mutant: "Mutant",
	Comma: ", ", Colon: ": ", Aside: " (%s)",
	severity: map[catalog.Severity]string{catalog.Veto: "veto", catalog.Major: "major", catalog.Minor: "minor"},
}
