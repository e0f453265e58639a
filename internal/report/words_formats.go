package report

import "hegui/internal/catalog"

// formatWords are the phrases of formats for CI in one language, beside those that all formats share.
type formatWords struct {
	ruleTitle map[string]string // of rules that are no requirements
	ruleText  map[string]string

	verdict     string // verdict and score
	verdictWhy  string // verdict, score and reasons
	withRemedy  string // a message and what to do about it
	withWaiver  string // a message and who excused it
	separator   string // between reasons or messages in one sentence
	helpQuote   string // sentence and quote
	helpReading string
	helpCodes   string // heads the ways to miss a requirement
	helpCode    string // a way to miss it, the repair
	baseWork    string // what relative file names start from
	baseRoot    string
	baseUp      string   // so many folders above
	because     string   // a status and why
	place       string   // file, line, column, path
	dropped     string   // annotations that did not fit
	totals      string   // proposals, and how many of them pass, wait, fail, could not be assessed, could not be read
	proposals   []string // columns of the table of proposals
	dimensions  []string // of dimensions; a bar stands in the third
	findings    []string // of what to repair
	at          string   // a line and what is said of it
	more        string   // findings that are not listed
	tableCut    string   // proposals that the table leaves out
	truncated   string   // proposals and parts that are left out
	nothing     string   // there was no proposal
}

func formatWordsIn(lang catalog.Lang) formatWords {
	if lang == catalog.ZH {
		return chineseFormats
	}
	return englishFormats
}

var chineseFormats = formatWords{
	ruleTitle: map[string]string{
		ruleVerdict: "总体结论", ruleForm: "格式问题", ruleConflict: "自述与内容矛盾", ruleHint: "疑似笔误", ruleWarning: "读取提醒", ruleUnreadable: "文件读不了",
	},
	ruleText: map[string]string{
		ruleVerdict:    "对整份申报书的结论、得分和原因。",
		ruleForm:       "申报书须符合规则包的格式：字段名、类型和必填项。有格式问题的申报书不能通过。",
		ruleConflict:   "申报书对自身的说法与其内容不一致，按内容认定。",
		ruleHint:       "看起来像写错单位一类的笔误，不扣分。",
		ruleWarning:    "读取文件时发现、值得人工看一眼的写法，不影响评估。",
		ruleUnreadable: "文件无法解析，因此没有评估。",
	},
	verdict:     "%s %s / 100",
	verdictWhy:  "%s，得分 %s / 100：%s",
	withRemedy:  "%s。修改：%s",
	withWaiver:  "%s。已豁免：%s",
	separator:   "；",
	helpQuote:   "原文（%s）：“%s”",
	helpReading: "解读：%s",
	helpCodes:   "未满足的情形与修改办法：",
	helpCode:    "%s。修改：%s",
	baseWork:    "运行 hegui 的目录",
	baseRoot:    "文件系统的根目录",
	baseUp:      "运行 hegui 的目录向上 %d 级",
	because:     "%s：%s",
	place:       "%s:%d:%d %s",
	dropped:     "另有 %d 个错误、%d 个警告、%d 个提示未列出；GitHub 每一步各最多显示 10 条。完整结果请看其他报告格式。",
	totals:      "共 %d 份：通过 %d，待复核 %d，不通过 %d，无法评估 %d，读不了 %d",
	proposals:   []string{"申报书", "结论", "得分", "失分要求", "格式问题"},
	dimensions:  []string{"维度", "得分", "图示", "权重"},
	findings:    []string{"位置", "问题", "修改"},
	at:          "第 %d 行：%s",
	more:        "……另有 %d 处",
	tableCut:    "……表中另有 %d 份未列出",
	truncated:   "**内容已截断**：GitHub 的评论最多 65,536 个字符，还有 %d 份申报书、%d 个段落未列出。完整结果请用 `hegui check` 查看。",
	nothing:     "没有申报书。",
}

var englishFormats = formatWords{
	ruleTitle: map[string]string{
		ruleVerdict: "Overall verdict", ruleForm: "Defect of form", ruleConflict: "Conflict with itself", ruleHint: "Likely slip", ruleWarning: "Noticed while reading", ruleUnreadable: "File that cannot be read",
	},
	ruleText: map[string]string{
		ruleVerdict:    "The verdict on the whole proposal, its score and the reasons.",
		ruleForm:       "A proposal has the form that the pack asks for: names of fields, types, required fields. With a defect of form it cannot pass.",
		ruleConflict:   "The proposal says one thing of itself and shows another; what it shows counts.",
		ruleHint:       "What looks like a slip, such as a wrong unit. It costs nothing.",
		ruleWarning:    "Something that a person should look at was noticed while reading the file. It changes no result.",
		ruleUnreadable: "The file could not be parsed and was not assessed.",
	},
	verdict:     "%s %s / 100",
	verdictWhy:  "%s, %s / 100: %s",
	withRemedy:  "%s. Repair: %s",
	withWaiver:  "%s. Waived: %s",
	separator:   "; ",
	helpQuote:   "Source (%s): “%s”",
	helpReading: "What it asks: %s",
	helpCodes:   "How it is missed, and the repair:",
	helpCode:    "%s. Repair: %s",
	baseWork:    "the folder in which hegui was started",
	baseRoot:    "the root of the file system",
	baseUp:      "the folder %d levels above the one in which hegui was started",
	because:     "%s: %s",
	place:       "%s:%d:%d %s",
	dropped:     "%d more errors, %d more warnings and %d more notices are not shown: GitHub shows ten of each per step. The other formats list everything.",
	totals:      "%d proposals: %d pass, %d for review, %d fail, %d not evaluated, %d unreadable",
	proposals:   []string{"proposal", "verdict", "score", "requirements that lost points", "defects of form"},
	dimensions:  []string{"dimension", "score", "bar", "weight"},
	findings:    []string{"place", "finding", "repair"},
	at:          "line %d: %s",
	more:        "… and %d more",
	tableCut:    "… and %d more proposals that the table does not list",
	truncated:   "**Truncated**: a comment on GitHub holds at most 65,536 characters; %d more proposals and %d more parts are not shown. `hegui check` shows everything.",
	nothing:     "No proposals.",
}
