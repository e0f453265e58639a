package cli

// packTraceWords are the phrases of `hegui pack trace`.
type packTraceWords struct {
	short, long, example              string
	flagFormat, flagOutput, flagBrief string
}

var chinesePackTrace = packTraceWords{
	short: "核对原文每一句落在哪项要求、哪条规则、哪些用例上",
	long: `逐句列出文件原文如何落实：由哪项要求引用，规则和测试在哪个文件，有哪些用例，哪个变异样本证明规则会发现问题。
先列缺口：没有着落的句子，缺少应通过或应失分用例的要求。用例从测试文件中读出，不运行；运行用例请用测试命令。

--format html 生成一个独立网页：原文照排，每句的底色和记号表示它如何落实，并可跳到对应的要求。

退出码：0 已列出，不论有无缺口；2 用法错误；3 文件写不了；4 规则包无效。`,
	example: `  hegui pack trace
  hegui pack trace --brief
  hegui pack trace --format html --output 对照.html
  hegui pack trace --format json --pack 我的规则包/`,
	flagFormat: "输出格式：text、json、html",
	flagOutput: "写入文件；未给出 --format 时按扩展名 .txt、.json、.html 决定格式",
	flagBrief:  "只列用例数目，不列名称",
}

var englishPackTrace = packTraceWords{
	short: "follow each sentence of the document to its requirement, rule and test cases",
	long: `Lists the document sentence by sentence: which requirements quote it, in which files their rules and tests are, which
cases there are, and which mutant shows that the rule notices. Gaps come first: sentences that nothing accounts
for, and requirements without a case that passes or one that fails. Cases are read from the tests, not run.

--format html makes one page of its own: the document as running text, each sentence shaded and marked by how it
is covered, with links to its requirements.

Exit codes: 0 done, whatever the gaps; 2 wrong usage; 3 the file cannot be written; 4 the pack is invalid.`,
	example: `  hegui pack trace
  hegui pack trace --brief
  hegui pack trace --format html --output trace.html
  hegui pack trace --format json --pack my-pack/`,
	flagFormat: "output format: text, json, html",
	flagOutput: "write to a file; without --format its extension (.txt, .json, .html) tells the format",
	flagBrief:  "count cases instead of naming them",
}
