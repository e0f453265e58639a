package cli

// packReplayWords are the phrases of `hegui pack replay`.
type packReplayWords struct {
	use, short, long, example       string
	flagFormat, flagOutput          string
	flagProfileAfter, flagAsOfAfter string
	flagFailOnFlip, tooFew          string
}

var chinesePackReplay = packReplayWords{
	use:   "replay 旧规则包 新规则包 申报书…",
	short: "推演：规则改动对一批申报书有什么影响",
	long: `用新旧两个规则包各评估一遍同一批申报书，说明：哪些申报书的结论改变，名次怎样变动，得分变化的分布，
各维度、各项要求、各种问题的变化，以及小微企业、各地区、各行业等类别与其余相比有无显著差别。

规则包写内置的编号（如 aiplus）或所在目录；两个规则包可以相同，而评审方案或日期不同。
申报书可以是文件、目录、通配符、压缩包、NDJSON 或“-”（标准输入），与 hegui check 相同。读不了的列在报告里，不影响其余。

所有数字都是整数或精确计算所得。类别之间的差别用精确检验判断，并按检验次数修正；份数太少的不作判断。

退出码：0 已作比较；1 有结论改变且给了 --fail-on-flip；2 用法错误；3 没有一份申报书读得出来；4 规则包无效；5 程序内部错误；130 被中断。`,
	example: `  hegui pack replay aiplus ./修改后的规则包 去年申报书.zip
  hegui pack replay aiplus ./修改后的规则包 申报书/ --format html -o 推演.html
  hegui pack replay aiplus aiplus 申报书/ --profile general --profile-after small-firm
  hegui pack replay aiplus ./修改后的规则包 申报书/ --fail-on-flip`,
	flagFormat:       "输出格式：text、json、html",
	flagOutput:       "把报告写入文件",
	flagProfileAfter: "变动后的评审方案（默认同 --profile）",
	flagAsOfAfter:    "变动后的评估日期（默认同 --as-of）",
	flagFailOnFlip:   "有任何一份的结论改变时，退出码为 1",
	tooFew:           "请给出旧规则包、新规则包和申报书；例如：hegui pack replay aiplus ./修改后的规则包 申报书/",
}

var englishPackReplay = packReplayWords{
	use:   "replay OLD NEW PROPOSAL…",
	short: "what a change of rules does to many proposals",
	long: `Assesses the same proposals under two packs and says which get another verdict, who moves in rank, how the changes
of scores are distributed, what becomes of every dimension, requirement and finding, and whether groups such as
small firms, regions or industries fare notably otherwise than the rest.

A pack is the id of a built-in one (such as aiplus) or a folder; both may be the same, with other profiles or
dates. Proposals are named as for hegui check: files, folders, patterns, archives, NDJSON, "-" for standard
input. Those that cannot be read are listed and do not stop the others.

All figures are integers or computed exactly. Whether a group differs is judged by exact tests that allow for how
many of them are made; a group that is too small is not judged.

Exit codes: 0 the comparison was made; 1 a verdict changed and --fail-on-flip was given; 2 wrong usage; 3 no
proposal could be read; 4 a pack is invalid; 5 internal error; 130 interrupted.`,
	example: `  hegui pack replay aiplus ./changed-pack last-year.zip
  hegui pack replay aiplus ./changed-pack proposals/ --format html -o replay.html
  hegui pack replay aiplus aiplus proposals/ --profile general --profile-after small-firm
  hegui pack replay aiplus ./changed-pack proposals/ --fail-on-flip`,
	flagFormat:       "output format: text, json, html",
	flagOutput:       "write the report to a file",
	flagProfileAfter: "profile of the side after (default as --profile)",
	flagAsOfAfter:    "date of the side after (default as --as-of)",
	flagFailOnFlip:   "exit with 1 when any verdict changes",
	tooFew:           "an old pack, a new pack and proposals are needed; for example: hegui pack replay aiplus ./changed-pack proposals/",
}
