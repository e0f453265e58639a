package cli

// diffWords are the phrases of diff.
type diffWords struct {
	use, short, long, example                                       string
	flagFormat, flagPackBefore, flagProfile, flagProfileBefore      string
	flagAsOf, flagAsOfBefore, flagVerbose                           string
	twoFiles, oneStdin, badFormat, onlyDrafts, notBefore, noPartner string
	tooMany, nothing                                                string
}

var chineseDiff = diffWords{
	use:   "diff 之前 之后",
	short: "比较两稿申报书或两份评估结果",
	long: `比较同一项目的两稿申报书，或 hegui check --format json 写出的两份结果：总分和结论怎样变了，
哪些要求得分、哪些失分，新增和消除了哪些问题。

总分的变化拆分为两部分：文本改动的，和规则改动的（规则包、评审方案、日期），两者之和恰为总分之差。
先换文本、后换规则；另列出先换规则时的数值。每项要求的份额之和也恰为总分之差。
给出的是两份结果时，只有文本或规则之一相同才能拆分。

一份是申报书、另一份是结果时，申报书按结果的评审方案和日期评估，除非另行指明。
结果含多份评估时，按项目编号、再按文件名配对，每份文件至多 1000 份。

退出码：0 已作比较，不论结果好坏；2 用法错误；3 有文件读不了，或没有可比的一对；4 规则包无效。`,
	example: `  hegui diff 初稿.yaml 二稿.yaml
  hegui diff 上月.json 二稿.yaml
  hegui diff --as-of 2026-11-01 --pack-before ./去年规则 --pack ./今年规则 申报书.yaml 申报书.yaml
  hegui diff --format markdown 旧结果.json 新结果.json`,
	flagFormat:     "输出格式：text、json、markdown",
	flagPackBefore: "之前一方的规则包（默认同 --pack）",
	flagProfile:    "评审方案（默认 general）", flagProfileBefore: "之前一方的评审方案（默认同 --profile）",
	flagAsOf: "评估日期 YYYY-MM-DD（默认今天，北京时间）", flagAsOfBefore: "之前一方的评估日期（默认同 --as-of）",
	flagVerbose: "列出每项要求的全部问题",
	twoFiles:    "请给出两个文件；例如：hegui diff 初稿.yaml 二稿.yaml",
	oneStdin:    "标准输入“-”只能用于一方",
	badFormat:   "没有格式“%s”；可用：%s",
	onlyDrafts:  "--%s 只用于申报书：结果已有自己的规则包、评审方案和日期",
	notBefore:   "--%s 只用于申报书，而 %s 是评估结果",
	noPartner:   "%s 中没有与 %s（项目“%s”）对应的唯一结果",
	tooMany:     "%s：一次最多比较 %d 份结果",
	nothing:     "两边没有可比的一对：项目编号和文件名都对不上",
}

var englishDiff = diffWords{
	use:   "diff BEFORE AFTER",
	short: "compare two drafts of a proposal, or two results",
	long: `Compares two drafts of a proposal, or two results that hegui check --format json wrote: how score and
verdict changed, what each requirement gained or lost, which findings are new and which are gone.

The change of the score is split into what the text makes and what the rules make (pack, profile, date).
The two add up to it exactly. The text is changed first, then the rules; the parts in the other order are
shown beside it. The shares of all requirements add up to the change exactly, too. Two results can be split
only when either the text or the rules are the same.

When one is a proposal and the other a result, the proposal is assessed under the profile and on the date of
the result unless flags say otherwise. Results of several proposals are matched by project id, then by file,
up to 1000 in one file.

Exit codes: 0 the comparison was made, whatever it says; 2 wrong usage; 3 a file cannot be read, or nothing
on one side matches the other; 4 the pack is invalid.`,
	example: `  hegui diff first.yaml second.yaml
  hegui diff last-month.json second.yaml
  hegui diff --as-of 2026-11-01 --pack-before ./last-year --pack ./this-year proposal.yaml proposal.yaml
  hegui diff --format markdown old.json new.json`,
	flagFormat:     "output format: text, json, markdown",
	flagPackBefore: "pack of the side before (default as --pack)",
	flagProfile:    "profile of the call (default general)", flagProfileBefore: "profile of the side before (default as --profile)",
	flagAsOf: "date of the assessment, YYYY-MM-DD (default today in Beijing)", flagAsOfBefore: "date of the side before (default as --as-of)",
	flagVerbose: "list all findings of every requirement",
	twoFiles:    "two files are needed; for example: hegui diff first.yaml second.yaml",
	oneStdin:    `only one side can be standard input, "-"`,
	badFormat:   "unknown format %q; known are %s",
	onlyDrafts:  "--%s is for proposals: results have their pack, profile and date",
	notBefore:   "--%s is for proposals, and %s is a result",
	noPartner:   "%s has no single result that matches %s (project %q)",
	tooMany:     "%s: at most %d results can be compared at a time",
	nothing:     "nothing to compare: no project id and no file is on both sides",
}
