package cli

// packExportWords are the phrases of `hegui pack export`.
type packExportWords struct {
	short, long, example              string
	flagOSCAL, flagProfile            string
	flagCatalog, flagAsOf, flagOutput string
	noArgument, noFormat              string
}

var chinesePackExport = packExportWords{
	short: "把规则包导出为 OSCAL 文件",
	long: `把规则包写成 OSCAL（美国国家标准与技术研究院的开放安全控制评估语言，1.1.3 版）的目录文件（catalog）：
维度为组，要求为控制项，门槛数值为参数，政策原文列在附件。给出 --profile 时，写成该评审方案的基线文件（profile）。

正文用 --lang 指定的语言，另一种语言写在译文部分和属性里；原文引句始终是原文的语言。
同一规则包、同一日期，写出的字节完全相同。评估结果的 OSCAL 文件用 hegui check --format oscal。

退出码：0 已写出；2 用法错误；4 规则包无效。`,
	example: `  hegui pack export --oscal -o catalog.json
  hegui pack export --oscal --profile industry -o profile.json
  hegui check --format oscal -o results.json 申报书/`,
	flagOSCAL: "写成 OSCAL（目前唯一的格式）", flagProfile: "写这一评审方案的基线文件，而不是目录文件",
	flagCatalog: "基线文件中引用目录文件时所用的文件名", flagAsOf: "文件日期 YYYY-MM-DD（默认今天，北京时间）", flagOutput: "写入文件",
	noArgument: "pack export 不需要“%s”；规则包用 --pack 指定", noFormat: "请写明格式：hegui pack export --oscal",
}

var englishPackExport = packExportWords{
	short: "export a pack as OSCAL",
	long: `Writes a pack as a catalog of OSCAL, NIST's Open Security Controls Assessment Language, version 1.1.3: dimensions as
groups, requirements as controls, thresholds as parameters, the source document in the back matter. With --profile it
writes that profile of the pack as an OSCAL profile.

Titles and prose are in the language of --lang; the other language stands beside them in translations and properties.
Quotes stay in the language of the source. The same pack and date give the same bytes. Assessment results are written
by hegui check --format oscal.

Exit codes: 0 written; 2 wrong usage; 4 the pack is invalid.`,
	example: `  hegui pack export --oscal -o catalog.json
  hegui pack export --oscal --profile industry -o profile.json
  hegui check --format oscal -o results.json proposals/`,
	flagOSCAL: "write OSCAL (the only format)", flagProfile: "write this profile instead of the catalog",
	flagCatalog: "name of the file by which a profile refers to the catalog", flagAsOf: "date of the document, YYYY-MM-DD (default today in Beijing)", flagOutput: "write to a file",
	noArgument: "pack export takes no %q; --pack names the pack", noFormat: "name the format: hegui pack export --oscal",
}
