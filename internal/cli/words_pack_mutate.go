package cli

import "hegui/internal/mutate"

// packMutateWords are the phrases of pack mutate.
type packMutateWords struct {
	use, short, long, example                                      string
	flagRun, flagSample, flagSeed, flagWorkers, flagLimit          string
	flagMinKill, flagEquivalent, flagFormat                        string
	badRun, badSample, badLimit, badMinKill, badFormat, badWorkers string
	noMutants, badEquivalent                                       string

	progressUnit, progressBar, progressLine string
	partial, summary, rate, equivalents     string
	speed                                   string
	filesTitle, file                        string
	survivorsTitle, noSurvivors             string
	unseen, dropped, stale, belowMin        string
	operator                                map[mutate.Operator]string
}

var chinesePackMutate = packMutateWords{
	use:   "mutate",
	short: "逐一改坏规则，看测试能否发现",
	long: `对规则包做变异测试：每次只改动规则、判定、检查、公共函数或阈值中的一处（一个变异），再运行规则包自己的测试。
测试失败，说明测试能发现这处错误；测试照样通过，则列出该处的文件、行号和改动前后的写法。

改动包括：比较符放宽或取反，数字加一、减一、加倍，被比较的文字，省去或否定一个条件，some 与 every 互换，
default 取反，省去同名规则中的一条，阈值上下各移一步。

发现率 = 被发现的变异 ÷（被发现的 + 未被发现的）。不合语法的变异不计；--equivalent 所列、与原规则等价的变异也不计。

退出码：0 运行完毕；1 发现率低于 --min-kill；2 用法错误；3 清单读不了；4 规则包无效；5 测试未通过或程序内部错误；
130 被中断（已完成部分照样输出）。`,
	example: `  hegui pack mutate --sample 200 --seed 1
  hegui pack mutate --run rules/data_ --min-kill 95
  hegui pack mutate --pack ./my-pack --equivalent equivalent.yaml --format json > 变异.json`,
	flagRun:        "只变异路径与此正则表达式匹配的文件",
	flagSample:     "随机抽取的变异数，0 表示全部",
	flagSeed:       "抽样的种子：种子相同，抽样相同",
	flagWorkers:    "同时运行的变异数",
	flagLimit:      "时间上限（如 10m），到时输出已完成的部分；0 表示不限",
	flagMinKill:    "发现率低于此百分比时退出码为 1",
	flagEquivalent: "等价变异清单（YAML）：file、rule、before、after 和 reason",
	flagFormat:     "输出格式：text、json",
	badRun:         "--run “%s”不是正则表达式：%v",
	badSample:      "--sample %d：不能为负数",
	badLimit:       "--limit %s：不能为负数",
	badMinKill:     "--min-kill “%s”不是 0 至 100 的百分比（最多两位小数）",
	badFormat:      "没有输出格式“%s”；现有：text、json",
	badWorkers:     "--workers %d：至少为 1",
	noMutants:      "没有可变异之处与 --run “%s”匹配",
	badEquivalent:  "%s：%v",

	progressUnit:   "个",
	progressBar:    "发现 %d，未发现 %d",
	progressLine:   "hegui: 已运行 %d/%d 个变异，每秒 %.1f 个；发现 %d，未发现 %d\n",
	partial:        "未运行完：%d 个变异中只运行了 %d 个，以下只是这一部分的结果。\n",
	summary:        "变异 %d 个：发现 %d（其中测试超时 %d），未发现 %d（其中没有测试运行到的 %d），等价 %d，不合语法 %d\n",
	rate:           "发现率 %s%%\n",
	equivalents:    "等价清单中有 %d 项不再对应任何未被发现的变异：\n",
	speed:          "测试规则 %d 条；准备 %s，共 %s，每秒 %.1f 个变异\n",
	filesTitle:     "\n各文件（未发现的多者在前）：\n",
	file:           "  %6s%%  未发现 %d / %d  %s\n",
	survivorsTitle: "\n未被发现的变异：\n",
	noSurvivors:    "\n所有变异都被发现。\n",
	unseen:         "没有测试运行到这条规则",
	dropped:        "（省去）",
	stale:          "  第 %d 行：%s  %s  %s → %s\n",
	belowMin:       "发现率 %s%% 低于 --min-kill %s%%",
	operator: map[mutate.Operator]string{
		mutate.Boundary: "边界", mutate.Negation: "比较取反", mutate.Constant: "数字", mutate.Word: "文字",
		mutate.Drop: "省去条件", mutate.Not: "否定条件", mutate.Quantifier: "some/every", mutate.Default: "默认值",
		mutate.DropRule: "省去规则", mutate.Threshold: "阈值",
	},
}

var englishPackMutate = packMutateWords{
	use:   "mutate",
	short: "break rules one at a time and see whether the tests notice",
	long: `Mutation testing of a pack: changes one small thing at a time in a rule, flag, check, library or threshold (a
mutant) and runs the pack's own tests. When a test fails, such a mistake would be noticed; when all pass, the place is
listed with file, line, and what stood there before and after.

What is changed: comparisons are widened, narrowed or turned round; numbers are one more, one less or doubled; texts that
are compared with; conditions are left out or negated; some and every are exchanged; defaults are flipped; one of several
rules of a name is left out; thresholds are moved by one step up and down.

The kill rate is the share of mutants that a test notices. Mutants that are no valid Rego do not count, nor do those that
--equivalent lists because they say the same as the rule.

Exit codes: 0 the run is done; 1 the kill rate is below --min-kill; 2 wrong usage; 3 the list cannot be read; 4 the pack
is invalid; 5 the tests do not pass, or internal error; 130 interrupted (what is done is reported).`,
	example: `  hegui pack mutate --sample 200 --seed 1
  hegui pack mutate --run rules/data_ --min-kill 95
  hegui pack mutate --pack ./my-pack --equivalent equivalent.yaml --format json > mutants.json`,
	flagRun:        "mutate only files whose path matches this regular expression",
	flagSample:     "how many mutants to draw at random; 0 is all",
	flagSeed:       "seed of the draw: the same seed draws the same mutants",
	flagWorkers:    "mutants run at the same time",
	flagLimit:      "time limit (such as 10m), after which what is done is reported; 0 is none",
	flagMinKill:    "exit with 1 when the kill rate is below this percentage",
	flagEquivalent: "list of equivalent mutants (YAML): file, rule, before, after and reason",
	flagFormat:     "output format: text, json",
	badRun:         "--run %q is no regular expression: %v",
	badSample:      "--sample %d: not below 0",
	badLimit:       "--limit %s: not below 0",
	badMinKill:     "--min-kill %q is not a percentage from 0 to 100 (two decimals at most)",
	badFormat:      "there is no format %q; known are text, json",
	badWorkers:     "--workers %d: at least 1",
	noMutants:      "nothing to mutate matches --run %q",
	badEquivalent:  "%s: %v",

	progressUnit:   "mutants",
	progressBar:    "killed %d, survived %d",
	progressLine:   "hegui: %d of %d mutants, %.1f/s; killed %d, survived %d\n",
	partial:        "Not finished: of %d mutants %d were run; what follows is about those.\n",
	summary:        "%d mutants: %d killed (%d by a test that no longer ends), %d survived (%d seen by no test), %d equivalent, %d no valid Rego\n",
	rate:           "Kill rate %s%%\n",
	equivalents:    "Entries of the list of equivalent mutants that name no survivor any more: %d\n",
	speed:          "%d test rules; prepared in %s, %s in all, %.1f mutants a second\n",
	filesTitle:     "\nBy file, most survivors first:\n",
	file:           "  %6s%%  survived %d of %d  %s\n",
	survivorsTitle: "\nSurvivors:\n",
	noSurvivors:    "\nNo mutant survived.\n",
	unseen:         "no test evaluates this rule",
	dropped:        "(left out)",
	stale:          "  line %d: %s  %s  %s → %s\n",
	belowMin:       "kill rate %s%% is below --min-kill %s%%",
	operator: map[mutate.Operator]string{
		mutate.Boundary: "boundary", mutate.Negation: "comparison turned round", mutate.Constant: "number", mutate.Word: "text",
		mutate.Drop: "condition left out", mutate.Not: "condition negated", mutate.Quantifier: "some/every",
		mutate.Default: "default", mutate.DropRule: "rule left out", mutate.Threshold: "threshold",
	},
}
