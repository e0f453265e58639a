package report

import "hegui/internal/catalog"

// explainWords are the phrases that explain a requirement.
type explainWords struct {
	severity, vetoWhen, applies, quote, sentence, reading, codes string
	remedy, thresholds, example, rule, or, and, notFlag          string
	confirm, otherReadings                                       string
	severityText                                                 map[catalog.Severity]string
	basis                                                        map[catalog.Basis]string // of a defect
	arithmetic, number                                           string                   // of a threshold
}

// restsOn gives the basis of a threshold: one of arithmetic is the outcome of a sum, where a defect is a contradiction.
func (w *explainWords) restsOn(b catalog.Basis) string {
	if b == catalog.BasisArithmetic {
		return w.arithmetic
	}
	return w.basis[b]
}

func explainWordsIn(lang catalog.Lang) *explainWords {
	if lang == catalog.ZH {
		return &explainChinese
	}
	return &explainEnglish
}

var explainChinese = explainWords{
	severity: "分量：", vetoWhen: "升级为否决项：", applies: "适用于：", quote: "原文：", sentence: "所在句：", reading: "解读：",
	codes: "失分情形：", remedy: "修改：", thresholds: "用到的数值：", example: "可参考的写法：", rule: "规则：", or: " 或 ", and: " 且 ", notFlag: "不属于“%s”",
	confirm: "人工核对：", otherReadings: "“%s”的不同读法（第一种为默认，check --readings 逐一比较）：",
	severityText: map[catalog.Severity]string{
		catalog.Veto: "否决项，权重 %d；修改约需 %d 人日", catalog.Major: "主要项，权重 %d；修改约需 %d 人日", catalog.Minor: "次要项，权重 %d；修改约需 %d 人日",
	},
	basis: map[catalog.Basis]string{
		catalog.BasisSource: "依据原文", catalog.BasisLaw: "依据法规", catalog.BasisStandard: "依据标准",
		catalog.BasisArithmetic: "申报书自相矛盾", catalog.BasisDefault: "本工具默认值 †",
	},
	arithmetic: "由计算得出", number: "  %s：%s（%s；%s）\n",
}

var explainEnglish = explainWords{
	severity: "weighs:    ", vetoWhen: "vetoes if:  ", applies: "applies to: ", quote: "source:    ", sentence: "sentence:  ", reading: "reading:   ",
	codes: "How it is missed:", remedy: "repair: ", thresholds: "Numbers it uses:", example: "Example:", rule: "Rule: ", or: " or ", and: " and ", notFlag: `not "%s"`,
	confirm: "a person: ", otherReadings: "“%s” can be read in more than one way (the first is the default; check --readings compares them):",
	severityText: map[catalog.Severity]string{
		catalog.Veto: "veto, weight %d; about %d person-days to repair", catalog.Major: "major, weight %d; about %d person-days to repair",
		catalog.Minor: "minor, weight %d; about %d person-days to repair",
	},
	basis: map[catalog.Basis]string{
		catalog.BasisSource: "the document", catalog.BasisLaw: "law", catalog.BasisStandard: "standard",
		catalog.BasisArithmetic: "contradiction", catalog.BasisDefault: "default of this tool †",
	},
	arithmetic: "arithmetic", number: "  %s: %s (%s; %s)\n",
}
