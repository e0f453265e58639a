package report

import (
	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// compareWords are the phrases of comparisons in one language.
type compareWords struct {
	split, packFirst, corners    string
	unsplit                      map[assess.Unsplit]string
	before, after, side, renamed string
	nothing                      string
	requirements, form           string
	change, changeSplit, weight  string
	absent, credit, waived       string
	vetoNew, vetoGone            string
	isNew, isGone                string
	findings, unchanged          string
	onlyBefore, onlyAfter        string
	dimension, difference        string // of the table in Markdown
}

func compareWordsIn(lang catalog.Lang) compareWords {
	if lang == catalog.ZH {
		return chineseCompare
	}
	return englishCompare
}

var chineseCompare = compareWords{
	split:     "其中文本改动 %s，规则改动（规则包、评审方案、日期、豁免）%s",
	packFirst: "若先换规则、后换文本：规则 %s，文本 %s；交互项 %s",
	corners:   "旧规则下，旧文本 %s（%s），新文本 %s（%s）；新规则下，旧文本 %s（%s），新文本 %s（%s）",
	unsplit: map[assess.Unsplit]string{
		assess.UnsplitBoth:    "文本和规则都变了，仅凭结果无法拆分各占多少；请直接比较两份申报书，并指明两边的规则包、评审方案和日期。",
		assess.UnsplitNeither: "文本和规则都相同，得分却不同：其中一份结果不可信。",
	},
	before: "之前", after: "之后", side: "%s · 规则包 %s %s · 评审方案 %s · 评估日期 %s",
	renamed:      "两边的项目编号不同：“%s”与“%s”",
	nothing:      "评估结果没有变化。",
	requirements: "有变化的要求 %d 项，影响大的在前", form: "格式问题：新增 %d 处，消除 %d 处，不变 %d 处",
	change: "%s → %s · 总分 %s", changeSplit: "%s → %s · 总分 %s（文本 %s，规则 %s）", weight: "权重 %d → %d",
	absent: "无此要求", credit: "%s %d%%", waived: "%s（已豁免）",
	vetoNew: "新触发否决", vetoGone: "否决已解除",
	isNew: "新增", isGone: "消除",
	findings: "问题：新增 %d，消除 %d，不变 %d。", unchanged: "要求：有变化 %d 项，未变 %d 项。",
	onlyBefore: "%s（%s）只在之前的结果中", onlyAfter: "%s（%s）只在之后的结果中",
	dimension: "维度", difference: "变化",
}

var englishCompare = compareWords{
	split:     "of which the text makes %s and the rules (pack, profile, date, waivers) %s",
	packFirst: "with the rules changed first: rules %s, text %s; interaction %s",
	corners:   "under the old rules the old text has %s (%s), the new text %s (%s); under the new rules the old text has %s (%s), the new text %s (%s)",
	unsplit: map[assess.Unsplit]string{
		assess.UnsplitBoth:    "Text and rules differ, and results alone cannot tell how much each makes: compare the two proposals themselves, naming pack, profile and date of both sides.",
		assess.UnsplitNeither: "Text and rules are the same and yet the scores differ: one of the results is not genuine.",
	},
	before: "before", after: "after", side: "%s · pack %s %s · profile %s · as of %s",
	renamed:      "the two sides have different project ids: %q and %q",
	nothing:      "Nothing in the assessment changed.",
	requirements: "Requirements that changed: %d, what moves the score most first", form: "Defects of form: %d new, %d gone, %d unchanged",
	change: "%s → %s · score %s", changeSplit: "%s → %s · score %s (text %s, rules %s)", weight: "weight %d → %d",
	absent: "not asked for", credit: "%s %d%%", waived: "%s (waived)",
	vetoNew: "now vetoes", vetoGone: "no longer vetoes",
	isNew: "new", isGone: "gone",
	findings: "Findings: %d new, %d gone, %d unchanged.", unchanged: "Requirements: %d changed, %d unchanged.",
	onlyBefore: "%s (%s) is only among the results before", onlyAfter: "%s (%s) is only among the results after",
	dimension: "Dimension", difference: "Change",
}
