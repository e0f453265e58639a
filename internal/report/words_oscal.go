package report

import "hegui/internal/catalog"

// oscalWords are the phrases of OSCAL documents in one language.
type oscalWords struct {
	title, plan, planHelp  string
	tool, proposal, result string
	unreadable, none       string
	reviewed, evidence     string
	met, severity          string
}

func oscalWordsIn(lang catalog.Lang) *oscalWords {
	if lang == catalog.ZH {
		return &chineseOSCAL
	}
	return &englishOSCAL
}

var chineseOSCAL = oscalWords{
	title: "申报书评估结果", plan: "规则包 %s %s，评审方案“%s”", planHelp: "没有单独的评估计划：规则包、评审方案和评估日期即是计划。",
	tool: "按规则包核对申报书的程序", proposal: "申报书", result: "%s 的评估结果", unreadable: "%s 读不了", none: "没有评估任何要求：申报书读不了。",
	reviewed: "评审方案要求且适用于本申报书的各项要求", evidence: "%s，第 %d 行第 %d 列", met: "满足", severity: "要求“%s”未满足",
}

var englishOSCAL = oscalWords{
	title: "Assessment of proposals", plan: "Pack %s %s, profile “%s”", planHelp: "There is no assessment plan of its own: pack, profile and date are the plan.",
	tool: "A program that holds proposals against a pack", proposal: "Proposal", result: "Assessment of %s", unreadable: "%s could not be read", none: "Nothing was assessed: the proposal could not be read.",
	reviewed: "The requirements that the profile asks for and that apply to this proposal", evidence: "%s, line %d, column %d", met: "met", severity: "Requirement “%s” is not met",
}
