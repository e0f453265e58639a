package editor

import "hegui/internal/catalog"

// words are the editor's own phrases in one language. A phrase is whole: values go into it, never other phrases.
type words struct {
	named, unit                                      string // of a field
	kinds                                            map[string]string
	list                                             string
	required, when                                   string
	low, high, between                               string
	shortest, longest, lengths                       string
	values, refersTo, example                        string
	separator, comma                                 string
	newItem, exampleValue                            string
	findings, remedy, requirements, more             string
	requirement, confirm                             string
	failure                                          string
	vetoes, costs, looks, costsNothing, form, failed string // how grave a finding is
}

func wordsIn(lang catalog.Lang) words {
	if lang == catalog.ZH {
		return chinese
	}
	return english
}

var chinese = words{
	named: "%s（%s）", unit: "单位：%s",
	kinds: map[string]string{
		"object": "键值结构", "string": "文字", "integer": "整数", "number": "数字", "boolean": "true 或 false", "date": "日期，写作 2026-10-15",
	},
	list:     "列表，每项为%s",
	required: "必填", when: "在此情形下须填：%s",
	low: "不小于 %s", high: "不大于 %s", between: "%s 至 %s",
	shortest: "至少 %d 个字符", longest: "最多 %d 个字符", lengths: "%d 至 %d 个字符",
	values: "可填：%s", refersTo: "填写以下各处的编号或名称：%s", example: "例如 %s",
	separator: " · ", comma: "、",
	newItem: "新的一项", exampleValue: "示例，请改为实际内容",
	findings: "此处的问题", remedy: "修改：%s", requirements: "用到此项的要求", more: "另有 %d 项",
	requirement: "**%s** %s（权重 %d）：“%s”", confirm: "请人工核对：%s",
	failure: "该要求无法评估：%s",
	vetoes:  "否决", costs: "失分", looks: "须人工判断", costsNothing: "提示", form: "格式", failed: "无法评估",
}

var english = words{
	named: "%s (%s)", unit: "unit: %s",
	kinds: map[string]string{
		"object": "a mapping", "string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "date": "a date like 2026-10-15",
	},
	list:     "a list; each entry is %s",
	required: "required", when: "needed when: %s",
	low: "at least %s", high: "at most %s", between: "%s to %s",
	shortest: "at least %d characters", longest: "at most %d characters", lengths: "%d to %d characters",
	values: "one of: %s", refersTo: "an id or name from: %s", example: "such as %s",
	separator: " · ", comma: ", ",
	newItem: "another entry", exampleValue: "an example; replace it with your own",
	findings: "Findings here", remedy: "Repair: %s", requirements: "Requirements that use this field", more: "%d more",
	requirement: "**%s** %s (weight %d): “%s”", confirm: "a person should check: %s",
	failure: "the requirement could not be evaluated: %s",
	vetoes:  "veto", costs: "costs points", looks: "a person must judge", costsNothing: "hint", form: "form", failed: "not evaluated",
}
