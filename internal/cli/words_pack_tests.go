package cli

// packTestWords are the phrases of pack test.
type packTestWords struct {
	short, long, example                         string
	flagFormat, flagRun, flagVerbose, flagTrace  string
	flagCoverage, flagMin, flagWatch             string
	badFormat, badRun, badMin, noMatch           string
	watchBuiltIn, watching, again                string
	passed, failed, skipped                      string
	notTrue, got, want, missing, extra           string
	local, printed, cut, trace                   string
	summary, coverage, uncovered, coverageLow    string
	line, lines                                  string
	progressBar, progressLine, because, hintMore string
}

var chinesePackTest = packTestWords{
	short: "运行规则包的测试",
	long: `运行规则包的测试（rego 目录下 …_test.rego 中的 test_… 规则），逐个用例列出没有通过的：在哪一行，实际得到什么，
应当得到什么，两者差在哪里。测试里可以用 print(…) 输出内容，规则里的 print 同样有效。

--run 选择测试：正则表达式，匹配测试的全名（如 data.aiplus.rules.data_03_test.test_fails）；
写作“测试/用例”时，斜杠后的表达式匹配用例名。

退出码：0 全部通过；1 有测试不通过，或覆盖率低于 --min-coverage；2 用法错误，或没有测试可运行；4 规则包或测试无效；
130 被中断。`,
	example: `  hegui pack test
  hegui pack test --pack . --run data_03
  hegui pack test --pack . --run 'data_03_test.test_fails/标题' --trace
  hegui pack test --pack ./my-pack --watch
  hegui pack test --pack . --min-coverage 100 --format junit > 测试.xml`,
	flagFormat:   "输出格式：text、json、junit",
	flagRun:      "只运行名称匹配的测试：正则表达式，或“测试/用例”",
	flagVerbose:  "同时列出通过的用例、不通过用例中各名称的值，数值不截短",
	flagTrace:    "显示不通过用例的评估过程",
	flagCoverage: "列出测试没有评估到的行",
	flagMin:      "覆盖率（百分数）低于此数时退出码为 1",
	flagWatch:    "规则包目录中的文件变化后重新运行，直到按 Ctrl-C",
	badFormat:    "没有格式“%s”；有 %s",
	badRun:       "--run “%s”不是正则表达式：%s",
	badMin:       "--min-coverage “%s”不是 0 至 100 的数（最多两位小数）",
	noMatch:      "没有测试匹配 --run “%s”",
	watchBuiltIn: "内置规则包不会变化；用 --pack 指定目录，例如 --pack ./my-pack --watch",
	watching:     "hegui: 等待 %s 中的文件变化，按 Ctrl-C 结束\n",
	again:        "hegui: 文件有变化，重新运行\n",
	passed:       "通过    %s\n",
	failed:       "不通过  %s\n",
	skipped:      "跳过    %s\n",
	notTrue:      "  不成立：%s\n",
	got:          "  得到：%s\n",
	want:         "  应为：%s\n",
	missing:      "  缺少：%s\n",
	extra:        "  多出：%s\n",
	local:        "  %s 是 %s\n",
	printed:      "  输出：%s\n",
	cut:          "…（共 %d 个字符，用 -v 看全部）",
	trace:        "  评估过程：\n",
	because:      "  原因：%s\n",
	summary:      "测试：通过 %d，不通过 %d，跳过 %d\n",
	coverage:     "覆盖率：%s%%（%d/%d 行）\n",
	uncovered:    "  %s：%s%%，未评估到第 %s 行\n",
	coverageLow:  "不放行：覆盖率 %s%% 低于 %s%%\n",
	line:         "%d",
	lines:        "%d–%d",
	progressBar:  "测试",
	progressLine: "hegui: 已运行 %d/%d 项测试\n",
	hintMore:     "用 --trace 看评估过程，用 --run 只运行其中一项。\n",
}

var englishPackTest = packTestWords{
	short: "run the tests of a pack",
	long: `Runs the tests of a pack, the rules test_… of the files …_test.rego below rego, and lists every case that fails: its line,
what came, what was wanted, and how the two differ. Tests may print(…), and so may rules while they are tested.

--run selects tests by an expression for their full name (such as data.aiplus.rules.data_03_test.test_fails). In
TEST/CASE the expression after the slash is for the name of the case.

Exit codes: 0 all pass; 1 a test fails, or the coverage is below --min-coverage; 2 wrong usage, or no test to run; 4 the pack
or a test is invalid; 130 interrupted.`,
	example: `  hegui pack test
  hegui pack test --pack . --run data_03
  hegui pack test --pack . --run 'data_03_test.test_fails/title' --trace
  hegui pack test --pack ./my-pack --watch
  hegui pack test --pack . --min-coverage 100 --format junit > tests.xml`,
	flagFormat:   "output format: text, json, junit",
	flagRun:      "run only the tests whose name matches: an expression, or TEST/CASE",
	flagVerbose:  "list the cases that pass, too, and what names stand for in those that fail; cut no value",
	flagTrace:    "show how cases that fail were evaluated",
	flagCoverage: "list the lines that no test evaluates",
	flagMin:      "exit code 1 when the coverage, in per cent, is below",
	flagWatch:    "run again when files in the folder of the pack change, until Ctrl-C",
	badFormat:    "there is no format %q; there are %s",
	badRun:       "--run %q is not a regular expression: %s",
	badMin:       "--min-coverage %q is not a number from 0 to 100 (with at most two decimals)",
	noMatch:      "no test matches --run %q",
	watchBuiltIn: "a built-in pack does not change; name a folder, as in --pack ./my-pack --watch",
	watching:     "hegui: waiting for files in %s to change; Ctrl-C ends\n",
	again:        "hegui: files have changed, running again\n",
	passed:       "PASS  %s\n",
	failed:       "FAIL  %s\n",
	skipped:      "SKIP  %s\n",
	notTrue:      "  not true: %s\n",
	got:          "  got:  %s\n",
	want:         "  want: %s\n",
	missing:      "  missing: %s\n",
	extra:        "  too much: %s\n",
	local:        "  %s is %s\n",
	printed:      "  printed: %s\n",
	cut:          "… (%d characters; -v shows all)",
	trace:        "  evaluation:\n",
	because:      "  because: %s\n",
	summary:      "tests: %d passed, %d failed, %d skipped\n",
	coverage:     "coverage: %s%% (%d of %d lines)\n",
	uncovered:    "  %s: %s%%, not evaluated: lines %s\n",
	coverageLow:  "stopped: the coverage of %s%% is below %s%%\n",
	line:         "%d",
	lines:        "%d–%d",
	progressBar:  "tests",
	progressLine: "hegui: %d of %d tests done\n",
	hintMore:     "--trace shows the evaluation, --run runs one of them.\n",
}
