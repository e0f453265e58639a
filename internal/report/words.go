package report

import (
	"errors"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// words are the report's own phrases in one language. A phrase is whole: values go into it, never other phrases.
type words struct {
	verdict map[assess.Verdict]string
	status  map[assess.Status]string
	reason  map[assess.ReasonCode]string
	why     map[assess.ReasonCode]string

	under, arithmetic, unwaived                   string
	belowFloor, comma                             string
	veto, lost, lostNot, nothingLost, lossHeading string
	nothingApplies                                string // the reason of an error without requirements
	quote, reading, remedy, example               string
	related, failure, unreadable                  string
	missing, field, missingRemedy                 string // of fields that are missing side by side
	formHeading, more, dagger                     string
	guard, warning                                string
	waiver, waiverText                            string
	waiverIdle                                    map[assess.WaiverState]string
	repairHeading, repairForm                     string
	repairStep                                    string
	restHeading, excluded                         string
	confirm                                       string
	readingsHeading                               string
	readingsOne, readingsSame, readingsDiffer     string
	readingsIdle                                  string
	readingDecides, readingIdle                   string
	readingLine                                   string
	unreadableShort, summary, spread              string // of a batch
	missedMost                                    string
	labelWidth                                    int // columns of the labels, so that paragraphs line up
}

func wordsIn(lang catalog.Lang) words {
	if lang == catalog.ZH {
		return chinese
	}
	return english
}

var chinese = words{
	verdict: map[assess.Verdict]string{
		assess.VerdictPass: "通过", assess.VerdictFail: "不通过", assess.VerdictReview: "待复核", assess.VerdictError: "无法评估",
	},
	status: map[assess.Status]string{
		assess.StatusPass: "满足", assess.StatusPartial: "部分满足", assess.StatusFail: "未满足",
		assess.StatusNotApplicable: "不适用", assess.StatusManual: "须人工判断", assess.StatusError: "无法评估",
	},
	reason: map[assess.ReasonCode]string{
		assess.ReasonError:    "有要求无法评估：%s",
		assess.ReasonForm:     "申报书有 %d 处不符合格式",
		assess.ReasonVeto:     "否决项未满足：%s",
		assess.ReasonPassMark: "总分低于合格线 %s",
		assess.ReasonFloor:    "以下维度低于底线：%s",
		assess.ReasonManual:   "以下要求须人工判断：%s",
	},
	why: map[assess.ReasonCode]string{
		assess.ReasonVeto: "解除否决", assess.ReasonFloor: "补足维度底线", assess.ReasonPassMark: "达到合格线",
	},
	under:      "规则包 %s %s · %s · 评估日期 %s · 适用要求已评 %d/%d 项，目录共 %d 项",
	arithmetic: "得分 = %d ÷ %d = %s（权重×得分率，向下取整）",
	unwaived:   "不计豁免时：%s，%s",
	belowFloor: "低于底线", comma: "、",
	veto: "否决", lost: "%s · 失 %s 分（权重 %d/%d）", lostNot: "%s · 已豁免，不失分（权重 %d/%d）", nothingLost: "适用的要求全部满足。", nothingApplies: "没有一项要求适用于本申报书，或适用的都已豁免", lossHeading: "失分 %d 项",
	quote: "原文", reading: "解读", remedy: "修改", example: "可参考的写法：",
	related: "另见", failure: "原因", unreadable: "读不了",
	missing: "缺少：%s", field: "%s（%s）", missingRemedy: "逐项补填，写明可核实的内容。",
	formHeading: "格式问题 %d 处", more: "……另有 %d 处，用 -v 查看全部",
	dagger: "该问题的依据是本工具的默认读法，只影响得分，不构成否决。",
	guard:  "矛盾", warning: "提醒",
	waiver: "豁免", waiverText: "%s 批准，至 %s；理由：%s",
	waiverIdle: map[assess.WaiverState]string{
		assess.WaiverExpired: "%s 的豁免已于 %s 到期，不再生效",
		assess.WaiverUnused:  "%s 的豁免（至 %s）没有用到，可以删除",
	},
	repairHeading: "最省的修改路径：做到“%s”约需 %d 人日，得分 %s",
	repairForm:    "先改正 %d 处格式问题",
	repairStep:    "%s %s：%d 人日，+%s → %s（%s）",
	restHeading:   "其余要求", excluded: "本评审方案不要求",
	confirm:         "以下要求规则已判定满足，仍请人工核对：%s",
	readingsHeading: "对模糊表述的不同读法",
	readingsOne:     "只有一种读法组合，结论是“%s”，得分 %s。",
	readingsSame:    "%d 种读法组合的结论都是“%s”，得分在 %s 与 %s 之间。",
	readingsDiffer:  "结论取决于读法：%d 种读法组合得出 %s，得分在 %s 与 %s 之间。",
	readingsIdle:    "对本申报书怎样读都一样：%s",
	readingDecides:  "结论取决于此", readingIdle: "不影响结论",
	readingLine:     "%s → %s，%s",
	unreadableShort: "读不了", summary: "共评估 %d 份，另有 %d 份读不了",
	spread:     "得分：最低 %s，四分之一位 %s，中位 %s，四分之三位 %s，最高 %s",
	missedMost: "失分最多的要求（份数）：",
	labelWidth: 6,
}

var english = words{
	verdict: map[assess.Verdict]string{
		assess.VerdictPass: "PASS", assess.VerdictFail: "FAIL", assess.VerdictReview: "REVIEW", assess.VerdictError: "ERROR",
	},
	status: map[assess.Status]string{
		assess.StatusPass: "pass", assess.StatusPartial: "partial", assess.StatusFail: "fail",
		assess.StatusNotApplicable: "n/a", assess.StatusManual: "manual", assess.StatusError: "error",
	},
	reason: map[assess.ReasonCode]string{
		assess.ReasonError:    "requirements that could not be evaluated: %s",
		assess.ReasonForm:     "the proposal is not in the required form: %d places",
		assess.ReasonVeto:     "veto requirements not met: %s",
		assess.ReasonPassMark: "the score is below the pass mark of %s",
		assess.ReasonFloor:    "dimensions below their floor: %s",
		assess.ReasonManual:   "a person must judge: %s",
	},
	why: map[assess.ReasonCode]string{
		assess.ReasonVeto: "lifts a veto", assess.ReasonFloor: "lifts a dimension to its floor", assess.ReasonPassMark: "reaches the pass mark",
	},
	under:      "pack %s %s · %s · as of %s · %d of %d applicable requirements evaluated, %d in the catalog",
	arithmetic: "score = %d ÷ %d = %s (weight × credit, rounded down)",
	unwaived:   "without waivers: %s, %s",
	belowFloor: "below floor", comma: ", ",
	veto: "veto", lost: "%s · %s points lost (weight %d of %d)", lostNot: "%s · waived, no points lost (weight %d of %d)", nothingLost: "Every applicable requirement is met.", nothingApplies: "no requirement applies to this proposal, or all that do are waived", lossHeading: "Requirements that lost points: %d",
	quote: "source", reading: "asks", remedy: "repair", example: "An example that satisfies it:",
	related: "see", failure: "cause", unreadable: "unreadable",
	missing: "missing: %s", field: "%s (%s)", missingRemedy: "Fill in each with something that can be verified.",
	formHeading: "Defects of form: %d", more: "… and %d more; -v shows all",
	dagger: "rests on a default reading of this tool: it lowers the score and never vetoes.",
	guard:  "conflict", warning: "warning",
	waiver: "waiver", waiverText: "approved by %s until %s: %s",
	waiverIdle: map[assess.WaiverState]string{
		assess.WaiverExpired: "the waiver for %s expired on %s and has no effect",
		assess.WaiverUnused:  "the waiver for %s (until %s) was not needed and can go",
	},
	repairHeading: "Cheapest repair to %s: about %d person-days, then %s",
	repairForm:    "first repair the form (places: %d)",
	repairStep:    "%s %s: %d days, +%s → %s (%s)",
	restHeading:   "Other requirements", excluded: "not asked for by this profile",
	confirm:         "the rules are satisfied here, and a person should still look: %s",
	readingsHeading: "If vague clauses are read otherwise",
	readingsOne:     "There is one combination of readings, with the verdict %s and a score of %s.",
	readingsSame:    "All %d combinations of readings give the verdict %s, with scores between %s and %s.",
	readingsDiffer:  "The verdict depends on the reading: %d combinations give %s, with scores between %s and %s.",
	readingsIdle:    "Make no difference to this proposal: %s",
	readingDecides:  "the verdict depends on it", readingIdle: "changes no verdict",
	readingLine:     "%s → %s, %s",
	unreadableShort: "UNREAD", summary: "Proposals assessed: %d; files that cannot be read: %d",
	spread:     "scores: lowest %s, lower quartile %s, median %s, upper quartile %s, highest %s",
	missedMost: "Requirements that most proposals lost points at:",
	labelWidth: 10,
}

// positionOf gives the place that a parse error names.
func positionOf(err error) (proposal.Position, bool) {
	if parse := parseError(err); parse != nil {
		return parse.Position, true
	}
	var written *unreadableThen
	if errors.As(err, &written) && written.Position != nil {
		return *written.Position, true
	}
	return proposal.Position{}, false
}

// parseError gives the parser's refusal when an error is one, else nil.
func parseError(err error) *proposal.ParseError {
	var parse *proposal.ParseError
	errors.As(err, &parse)
	return parse
}
