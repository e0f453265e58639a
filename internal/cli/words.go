package cli

import "hegui/internal/catalog"

// words are the program's own phrases in one language. Whole phrases only: values go into them, never other phrases.
type words struct {
	rootShort, rootLong                                   string
	helpTemplate, usageTemplate                           string
	unknownCommand, seeHelp, interrupted                  string
	noPack, noPackFolder, packFolders                     string
	flagLang, flagPack, flagFormat, flagProfile, flagAsOf string
	flagWaivers, flagColor, flagVerbose, flagReadings     string
	flagOutput, flagBrief, flagFailOn, flagMinScore       string
	flagBaseline, flagResume, flagWorkers                 string
	flagEngine, badEngine, enginePlan, engineOPA          string

	checkUse, checkShort, checkLong, checkExample string
	checkNoFile, noProfile, badAsOf               string
	badWorkers, badScore, overwrites              string
	interruptedAt, interruptedGoOn                string // the report goes to standard output
	interruptedFileAt, interruptedFileGoOn        string // or to files
	gateScore, gateFinding, gateNew               string
	slowShare                                     string
	progressUnit, progressBar                     string
	progressLine, progressOpen                    string

	explainUse, explainShort, explainLong, explainExample, explainHint string
	noRequirement, noRequirementNear                                   string

	schemaShort, schemaLong, schemaExample            string
	versionShort, versionText                         string
	helpShort, helpFlag, versionFlag, completionShort string
	completionLong                                    string
	init                                              initWords
	diff                                              diffWords
	similar                                           similarWords
	sample                                            sampleWords
	auth                                              authWords
	serve                                             serveWords
	store                                             storeWords
	worker                                            workerWords
	pack                                              packWords
	packTrace                                         packTraceWords
	packDocs                                          packDocsWords
	packNew                                           packNewWords
	packBundle                                        packBundleWords
	packReplay                                        packReplayWords
	packExport                                        packExportWords
	packSolve                                         packSolveWords
	packMutate                                        packMutateWords
	receipt                                           receiptWords
	usage                                             usageWords
	failure                                           failureWords
}

func wordsIn(lang catalog.Lang) words {
	if lang == catalog.ZH {
		return chinese
	}
	return english
}

var chinese = words{
	rootShort: "按政府资助文件的要求评估项目申报书",
	rootLong: `hegui（合规）按政府资助文件的要求评估 YAML 格式的项目申报书：
每失一分，都说明是文件的哪句话提出的要求、缺在申报书的哪一行、怎样修改最省事。

三步上手：
  hegui init 我的申报书.yaml      生成带注释的申报书初稿
  hegui check 我的申报书.yaml     评估，逐条说明失分和改法
  hegui explain DATA-07           查看一项要求的原文、解读和写法

退出码：0 通过或待复核；1 不通过；2 用法错误；3 文件读不了；4 规则包无效；5 程序内部错误；130 被中断。`,
	helpTemplate: `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`,
	usageTemplate: `用法：
  {{if .HasAvailableSubCommands}}{{.CommandPath}} [命令]{{else}}{{.UseLine}}{{end}}
{{if .HasExample}}
示例：
{{.Example}}
{{end}}{{if .HasAvailableSubCommands}}
命令：
{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}  {{rpad .Name .NamePadding}} {{.Short}}
{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}
选项：
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
通用选项：
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}`,
	unknownCommand: "没有命令“%s”；运行 hegui --help 查看全部命令",
	seeHelp:        "%s\n运行 %s --help 查看用法",
	interrupted:    "已中断",
	noPack:         "没有名为“%s”的规则包；现有：%s",
	noPackFolder:   "%s：不是规则包目录（其中应有 policies/、rego/ 和 seeds/）",
	packFolders:    "%s：policies/ 下应恰有一个规则包，实有 %d 个",
	flagLang:       "输出语言：zh 或 en（默认取自系统语言）",
	flagPack:       "规则包：内置规则包的名称、规则包所在目录（如 ./my-pack），或包文件（如 ./my-pack.tar.gz）",
	flagFormat:     "输出格式：%s",
	flagProfile:    "评审方案",
	flagAsOf:       "评估日期 YYYY-MM-DD（默认今天，北京时间）",
	flagWaivers:    "豁免文件（YAML）",
	flagColor:      "是否着色：auto、always、never",
	flagVerbose:    "同时列出已满足和不适用的要求及计算过程，并说明有多少份不能快速解析",
	flagReadings:   "说明原文的模糊表述换一种读法时，结论是否改变",
	flagOutput:     "把报告写入文件，可多次给出；写作“格式=文件”，或由 --format、扩展名决定格式",
	flagBrief:      "每份申报书一行，最后汇总（超过 5 份时默认如此）",
	flagFailOn:     "何时不放行（退出码 1）：never、fail、review、finding",
	flagMinScore:   "得分低于此数（0 至 100）不放行",
	flagBaseline:   "以前的结果（JSON 或 NDJSON）；其中已有的申报书只因新问题、无法评估或低于 --min-score 而不放行",
	flagResume:     "状态文件：中断后接着做，只重评有变化的申报书",
	flagWorkers:    "同时评估的份数",
	flagEngine:     "由谁给出规则的结果：plan（编译后的执行计划）或 opa（OPA 自带的求值器，较慢）；默认取自 HEGUI_ENGINE，否则为 plan",
	badEngine:      "求值方式 %q 有误，可选 plan、opa（--engine 或 HEGUI_ENGINE）",

	checkUse:   "check 文件…",
	checkShort: "评估申报书",
	checkLong: `评估一份或多份申报书。可以给出文件、目录（取其中的 .yaml、.yml）、通配符、
.zip、.tar、.tar.gz、.ndjson（每行一份），以及表示标准输入的“-”。一份读不了，不影响其余各份。

放行条件：默认结论为“不通过”或“无法评估”时不放行；用 --fail-on、--min-score、--baseline 调整。

退出码：0 全部放行；1 有申报书不放行；2 用法错误；3 有文件读不了；4 规则包无效；5 程序内部错误；130 被中断。`,
	checkExample: `  hegui check 申报书.yaml
  hegui check --fail-on review --min-score 80 -o 报告.html -o 结果.json 全部申报书.zip
  hegui check --baseline 上次结果.json --format github 申报书.yaml
  hegui check --resume 进度.state -o 结果.ndjson 申报书目录/
  hegui check --lang en --format json 申报书.yaml > 结果.json
  hegui check --waivers 豁免.yaml --as-of 2026-11-01 申报书.yaml
  hegui check --receipts 回执/ --receipt-key 签名.key 申报书目录/
  cat 申报书.yaml | hegui check -`,
	checkNoFile: "没有给出要评估的文件；例如：hegui check 申报书.yaml",
	noProfile:   "没有评审方案“%s”；现有：%s",
	badAsOf:     "--as-of “%s”不是 2026-11-01 这样的日期",
	badWorkers:  "--workers %d：至少为 1",
	badScore:    "--min-score “%s”不是 0 至 100 的分数（最多两位小数）",
	overwrites:  "%s：会覆盖要读取的输入文件；请另取一个输出文件名",

	interruptedAt:       "已中断：报告中只有前 %d 份。下次加上 --resume 状态文件，中断后可以接着做",
	interruptedGoOn:     "已中断：报告中只有前 %d 份。再次运行同样的命令（--resume %s）即接着做",
	interruptedFileAt:   "已中断：评估了 %d 份。-o 指定的文件没有写，原有的保持不变。下次加上 --resume 状态文件，中断后可以接着做",
	interruptedFileGoOn: "已中断：评估了 %d 份。-o 指定的文件没有写，原有的保持不变。再次运行同样的命令（--resume %s）即接着做",
	gateScore:           "不放行：%d 份得分低于 %s\n",
	gateFinding:         "不放行：%d 份有失分或格式问题\n",
	gateNew:             "不放行：%d 份有新问题，共 %d 个\n",
	slowShare:           "读取：%[2]d 份中有 %[1]d 份（%.1[3]f%%）的写法需要完整的 YAML 解析器，其余由快速解析读取\n",
	progressUnit:        "份",
	progressBar:         "通过 %d，待复核 %d，不通过 %d，出错 %d",
	progressLine:        "hegui: 已评 %d/%d 份，每秒 %.1f 份，约剩 %s；通过 %d，待复核 %d，不通过 %d，出错 %d\n",
	progressOpen:        "hegui: 已评 %d 份，每秒 %.1f 份；通过 %d，待复核 %d，不通过 %d，出错 %d\n",

	explainUse:   "explain [要求编号…]",
	explainShort: "说明一项要求：原文、解读、扣分情形和写法",
	explainLong: `说明一项或多项要求：文件原文、解读、哪些情形会失分、如何修改、用到的数值及其来源，以及可参考的写法。
不带编号时列出全部要求。`,
	explainExample: `  hegui explain
  hegui explain DATA-07 EMPL-01`,
	explainHint:       "用 hegui explain 编号 查看其中一项。",
	noRequirement:     "没有要求“%s”；运行 hegui explain 查看全部",
	noRequirementNear: "没有要求“%s”，是否想查 %s？",

	schemaShort:     "输出申报书的 JSON Schema",
	schemaLong:      "输出申报书的 JSON Schema（2020-12），供编辑器补全和校验使用。",
	schemaExample:   "  hegui schema > proposal.schema.json",
	versionShort:    "显示版本和规则包摘要",
	versionText:     "hegui %s\n规则包 %s %s\n摘要 %s\n规则由%s求值\n",
	enginePlan:      "编译后的执行计划",
	engineOPA:       " OPA 自带的求值器",
	helpShort:       "查看某个命令的帮助",
	helpFlag:        "查看帮助",
	versionFlag:     "显示版本",
	completionShort: "生成命令行补全脚本（bash、zsh、fish、powershell）",
	completionLong: `生成命令行补全脚本。例如在 bash 中：

  source <(hegui completion bash)`,
	init: chineseInit, diff: chineseDiff, similar: chineseSimilar, receipt: chineseReceipt, usage: chineseUsage, failure: chineseFailure, sample: chineseSample, auth: chineseAuth, serve: chineseServe, store: chineseStore, worker: chineseWorker, pack: chinesePack, packTrace: chinesePackTrace, packDocs: chinesePackDocs,
	packNew:    chinesePackNew,
	packBundle: chinesePackBundle,
	packReplay: chinesePackReplay, packExport: chinesePackExport,
	packSolve:  chinesePackSolve,
	packMutate: chinesePackMutate,
}

var english = words{
	rootShort: "score project proposals against a government funding document",
	rootLong: `hegui scores project proposals, written in YAML, against the requirements of a government funding
document, and says for every point lost which sentence of the document asks for it, on which line of
the proposal it is missing, and what the cheapest repair is.

Three steps to start:
  hegui init proposal.yaml     write a commented first draft
  hegui check proposal.yaml    score it and say what to repair
  hegui explain DATA-07        show what a requirement asks, and an example

Exit codes: 0 passes, or waits for a person; 1 does not pass; 2 wrong usage; 3 a file cannot be read;
4 the pack is invalid; 5 internal error; 130 interrupted.`,
	helpTemplate: `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`,
	usageTemplate: `Usage:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} [command]{{else}}{{.UseLine}}{{end}}
{{if .HasExample}}
Examples:
{{.Example}}
{{end}}{{if .HasAvailableSubCommands}}
Commands:
{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}  {{rpad .Name .NamePadding}} {{.Short}}
{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}
Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
Global flags:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}`,
	unknownCommand: "there is no command %q; hegui --help lists them all",
	seeHelp:        "%s\nrun %s --help for usage",
	interrupted:    "interrupted",
	noPack:         "there is no pack %q; known are %s",
	noPackFolder:   "%s: not the folder of a pack (it holds policies/, rego/ and seeds/)",
	packFolders:    "%s: policies/ must hold exactly one pack, not %d",
	flagLang:       "language of the output: zh or en (default from the locale)",
	flagPack:       "pack: the name of a built-in one, a folder that holds one (such as ./my-pack), or a bundle (such as ./my-pack.tar.gz)",
	flagFormat:     "output format: %s",
	flagProfile:    "profile of the call",
	flagAsOf:       "date of the assessment, YYYY-MM-DD (default today in Beijing)",
	flagWaivers:    "file of waivers (YAML)",
	flagColor:      "colour: auto, always, never",
	flagVerbose:    "also list what passed and what does not apply, and the arithmetic; say how many could not be read by the fast parser",
	flagReadings:   "say whether the verdict changes if vague clauses of the document are read otherwise",
	flagOutput:     "write the report to a file; may be given several times; FORMAT=FILE, or --format or the extension tells the format",
	flagBrief:      "a line per proposal and a summary (the default for more than 5)",
	flagFailOn:     "what stops a proposal (exit code 1): never, fail, review, finding",
	flagMinScore:   "stop proposals that score less (0 to 100)",
	flagBaseline:   "an earlier result (JSON or NDJSON); proposals in it are stopped by new findings, by the verdict error and by --min-score only",
	flagResume:     "state file: go on after an interruption and assess only what changed",
	flagWorkers:    "proposals assessed at the same time",
	flagEngine:     "who answers for the rules: plan (compiled) or opa (OPA's own evaluator, slower); default from HEGUI_ENGINE, else plan",
	badEngine:      "engine %q is neither plan nor opa (--engine or HEGUI_ENGINE)",

	checkUse:   "check FILE…",
	checkShort: "score proposals",
	checkLong: `Scores any number of proposals: files, folders (their .yaml and .yml), patterns, .zip, .tar,
.tar.gz, .ndjson (one per line), and "-" for standard input. One that cannot be read does not stop the others.

The gate: a proposal is stopped when its verdict is fail or error; --fail-on, --min-score and --baseline
change that.

Exit codes: 0 none is stopped; 1 a proposal is stopped; 2 wrong usage; 3 a file cannot be read; 4 the pack
is invalid; 5 internal error; 130 interrupted.`,
	checkExample: `  hegui check proposal.yaml
  hegui check --fail-on review --min-score 80 -o report.html -o result.json submissions.zip
  hegui check --baseline last.json --format github proposal.yaml
  hegui check --resume batch.state -o results.ndjson submissions/
  hegui check --lang en --format json proposal.yaml > result.json
  hegui check --waivers waivers.yaml --as-of 2026-11-01 proposal.yaml
  hegui check --receipts receipts/ --receipt-key sign.key submissions/
  cat proposal.yaml | hegui check -`,
	checkNoFile: "no file to check; for example: hegui check proposal.yaml",
	noProfile:   "there is no profile %q; known are %s",
	badAsOf:     "--as-of %q is not a date like 2026-11-01",
	badWorkers:  "--workers %d: at least 1",
	badScore:    "--min-score %q is not a score from 0 to 100 (two decimals at most)",
	overwrites:  "%s: would overwrite an input; give the output another name",

	interruptedAt:       "interrupted: the report holds the first %d only. With --resume FILE the next run can go on from where it stopped",
	interruptedGoOn:     "interrupted: the report holds the first %d only. The same command again (--resume %s) goes on from here",
	interruptedFileAt:   "interrupted after %d proposals: the files of -o are not written, and what was there is unchanged. With --resume FILE the next run can go on from where it stopped",
	interruptedFileGoOn: "interrupted after %d proposals: the files of -o are not written, and what was there is unchanged. The same command again (--resume %s) goes on from here",
	gateScore:           "stopped for scoring less than %[2]s: %[1]d\n",
	gateFinding:         "stopped for losing points or a defect of form: %d\n",
	gateNew:             "stopped for new findings: %d, with %d findings\n",
	slowShare:           "reading: %d of %d (%.1f %%) are written in a way that needs the full YAML parser; the fast one read the rest\n",
	progressUnit:        "proposals",
	progressBar:         "pass %d, review %d, fail %d, error %d",
	progressLine:        "hegui: %d of %d, %.1f/s, about %s left; pass %d, review %d, fail %d, error %d\n",
	progressOpen:        "hegui: %d, %.1f/s; pass %d, review %d, fail %d, error %d\n",

	explainUse:   "explain [REQUIREMENT…]",
	explainShort: "explain a requirement: its source, reading, defects and an example",
	explainLong: `Explains requirements: the sentence that asks for each, how hegui reads it, what loses points and how to
repair it, the numbers it uses and where they come from, and an example.
Without an id it lists all requirements.`,
	explainExample: `  hegui explain
  hegui explain DATA-07 EMPL-01`,
	explainHint:       "hegui explain ID shows one of them.",
	noRequirement:     "there is no requirement %q; hegui explain lists them all",
	noRequirementNear: "there is no requirement %q; did you mean %s?",

	schemaShort:     "print the JSON Schema of a proposal",
	schemaLong:      "Prints the JSON Schema (2020-12) of a proposal, for completion and checks in editors.",
	schemaExample:   "  hegui schema > proposal.schema.json",
	versionShort:    "print the version and the digest of the pack",
	versionText:     "hegui %s\npack %s %s\ndigest %s\nrules are answered by %s\n",
	enginePlan:      "a compiled plan",
	engineOPA:       "OPA's own evaluator",
	helpShort:       "help about a command",
	helpFlag:        "show help",
	versionFlag:     "print the version",
	completionShort: "write the completion script of a shell (bash, zsh, fish, powershell)",
	completionLong: `Writes the completion script of a shell. In bash, for example:

  source <(hegui completion bash)`,
	init: englishInit, diff: englishDiff, similar: englishSimilar, receipt: englishReceipt, usage: englishUsage, failure: englishFailure, sample: englishSample, auth: englishAuth, serve: englishServe, store: englishStore, worker: englishWorker, pack: englishPack, packTrace: englishPackTrace, packDocs: englishPackDocs,
	packNew:    englishPackNew,
	packBundle: englishPackBundle,
	packReplay: englishPackReplay, packExport: englishPackExport,
	packSolve:  englishPackSolve,
	packMutate: englishPackMutate,
}
