package handbook

import "hegui/internal/catalog"

// traceWords are the phrases of traces in one language. Their names are exported for the template alone.
type traceWords struct {
	Head, Counts, Proofs            string // of the text
	NoGap, GapsHead                 string
	Because, Judges, HeldBy         string
	RuleFile, TestFile, MutantFile  string
	MutantText, ComputedCase        string
	Title, Skip, Overview           string // of the page
	Sentences, Requirements, Cases  string
	Mutants, Gaps, GapsHelp         string
	Document, DocumentHelp          string
	Unruled, UnruledHelp            string
	RequirementsHelp, Quote         string
	Reading, Applies, VetoWhen      string
	Confirm, Rule, Tests, Mutant    string
	AlsoHolds, ToText               string
	NoCase, AllCases, CasesHelp     string
	Provenance, Pack, Digest        string
	Source, Publisher, SourceDigest string
	Sentence, Coverage              string

	coverage map[Coverage]string // a word or two
	meaning  map[Coverage]string // what it stands for
	expects  map[Expectation]string
	gap      map[GapKind]string
}

func traceWordsIn(lang catalog.Lang) *traceWords {
	if lang == catalog.ZH {
		return &chineseTrace
	}
	return &englishTrace
}

var chineseTrace = traceWords{
	Head:     "%s · 规则包 %s %s",
	Counts:   "共 %d 句：设规则 %d，由别处落实 %d，由人判断 %d，不作要求 %d，没有着落 %d",
	Proofs:   "要求 %d 项，测试用例 %d 个，变异样本 %d 个",
	NoGap:    "没有缺口：每一句都有着落，每项要求都有应通过和应失分的用例。",
	GapsHead: "缺口 %d 处：",
	Because:  "理由：", Judges: "请人判断：", HeldBy: "由 %s %s 落实（见 %s）",
	RuleFile: "规则：", TestFile: "测试：", MutantFile: "变异样本：", MutantText: "%s → %s",
	ComputedCase: "%s（用例名称运行时才产生）",
	Title:        "原文与规则对照", Skip: "跳到正文", Overview: "总览",
	Sentences: "句子", Requirements: "要求", Cases: "测试用例", Mutants: "变异样本",
	Gaps: "缺口", GapsHelp: "没有着落的句子，以及缺少应通过或应失分用例的要求。",
	Document: "原文", DocumentHelp: "每句的底色、下划线和句末符号都表示它如何落实；点击句子或编号，可看对应的要求或理由。",
	Unruled: "未设规则的句子", UnruledHelp: "由别处落实、由人判断或不作要求的句子，及其理由。",
	RequirementsHelp: "按维度排列。每项列出所引原文、解读、规则文件、测试文件和全部用例。",
	Quote:            "原文", Reading: "解读", Applies: "适用于", VetoWhen: "升级为否决项", Confirm: "人工核对",
	Rule: "规则", Tests: "测试", Mutant: "变异样本", AlsoHolds: "同时落实", ToText: "回到原文",
	NoCase: "没有测试用例", AllCases: "全部用例（%d 个）", CasesHelp: "应通过 %d · 应失分 %d · 适用范围 %d · 其他 %d",
	Provenance: "依据", Pack: "规则包", Digest: "规则包摘要", Source: "政策原文", Publisher: "发布机关", SourceDigest: "原文 SHA-256",
	Sentence: "句子", Coverage: "如何落实",
	coverage: map[Coverage]string{Ruled: "设规则", Held: "由别处落实", Person: "由人判断", Context: "不作要求", Uncovered: "没有着落"},
	meaning: map[Coverage]string{
		Ruled: "有要求引用这一句，并有规则核查", Held: "由引用其他句子的要求一并落实", Person: "规则不判断，请人判断",
		Context: "不对单个项目提出要求，已写明理由", Uncovered: "还没有要求，也没有写明理由",
	},
	expects: map[Expectation]string{
		Passes: "应通过的用例 %d 个：", Fails: "应失分的用例 %d 个：", Asked: "应适用的用例 %d 个：", Exempt: "应不适用的用例 %d 个：", Other: "其他用例 %d 个：",
	},
	gap: map[GapKind]string{
		UncoveredSentence: "%s：没有着落", NoRule: "%s：没有规则", NoPassingCase: "%s：没有应通过的用例", NoFailingCase: "%s：没有应失分的用例", NoMutant: "%s：没有变异样本",
	},
}

var englishTrace = traceWords{
	Head:     "%s · pack %s %s",
	Counts:   "Sentences: %d; ruled %d, held elsewhere %d, for a person %d, asking nothing %d, uncovered %d",
	Proofs:   "Requirements: %d; test cases: %d; mutants: %d",
	NoGap:    "No gap: every sentence is accounted for, and every requirement has cases that pass and cases that fail.",
	GapsHead: "Gaps: %d",
	Because:  "because: ", Judges: "a person judges: ", HeldBy: "held by %s %s (see %s)",
	RuleFile: "rule:   ", TestFile: "tests:  ", MutantFile: "mutant: ", MutantText: "%s → %s",
	ComputedCase: "%s (its cases get their names when it runs)",
	Title:        "The document and its rules", Skip: "Skip to the content", Overview: "Overview",
	Sentences: "Sentences", Requirements: "Requirements", Cases: "Test cases", Mutants: "Mutants",
	Gaps: "Gaps", GapsHelp: "Sentences that nothing accounts for, and requirements without a case that passes or one that fails.",
	Document: "The document", DocumentHelp: "Shade, underline and the sign at its end say how a sentence is covered. A sentence and each id lead to the requirement or the reason.",
	Unruled: "Sentences without a rule of their own", UnruledHelp: "What is held elsewhere, left to a person or asks nothing, and why.",
	RequirementsHelp: "By dimension: quote, reading, rule, tests and all cases of each.",
	Quote:            "Source", Reading: "Asks", Applies: "Applies to", VetoWhen: "Vetoes if", Confirm: "A person",
	Rule: "Rule", Tests: "Tests", Mutant: "Mutant", AlsoHolds: "Also holds", ToText: "Back to the document",
	NoCase: "no test cases", AllCases: "All cases (%d)", CasesHelp: "pass %d · fail %d · scope %d · other %d",
	Provenance: "What this rests on", Pack: "Pack", Digest: "Digest of the pack", Source: "Source document", Publisher: "Publisher", SourceDigest: "SHA-256 of the source",
	Sentence: "Sentence", Coverage: "How it is covered",
	coverage: map[Coverage]string{Ruled: "ruled", Held: "held elsewhere", Person: "for a person", Context: "asks nothing", Uncovered: "uncovered"},
	meaning: map[Coverage]string{
		Ruled: "requirements quote it, and rules check it", Held: "requirements that quote another sentence hold it too", Person: "no rule decides; a person has to judge",
		Context: "it asks nothing of a single project, for the reason given", Uncovered: "no requirement yet, and no reason why not",
	},
	expects: map[Expectation]string{
		Passes: "cases that pass: %d", Fails: "cases that fail: %d", Asked: "cases in which it applies: %d", Exempt: "cases in which it does not apply: %d", Other: "other cases: %d",
	},
	gap: map[GapKind]string{
		UncoveredSentence: "%s: nothing accounts for it", NoRule: "%s: no rule", NoPassingCase: "%s: no case that passes", NoFailingCase: "%s: no case that fails", NoMutant: "%s: no mutant",
	},
}
