package rules

import "hegui/internal/catalog"

// Lints lists what LintSources and LintTests may remark on, for documentation.
func Lints() []Lint {
	return []Lint{
		lintUnformatted, lintFormats, lintFloatVerb, lintWalk, lintSeparator, lintPatternComputed, lintPatternInvalid,
		lintPatternSize, lintUnannotated, lintAnnotation, lintSchemas, lintFolder, lintHelper, lintTestHelper, lintPrivate,
		lintFlag, lintUnused, lintUntested, lintSkipped, lintTwice, lintTestCompile,
	}
}

var (
	lintUnformatted = Lint{
		"unformatted",
		catalog.Text{ZH: "排版与 opa fmt 的结果不同，从本行起", EN: "is not formatted as opa fmt does it, from this line on"},
		catalog.Text{ZH: "运行 hegui pack check --fix，或 opa fmt -w", EN: "run hegui pack check --fix, or opa fmt -w"},
	}
	lintFormats = Lint{
		"formats-text",
		catalog.Text{ZH: "规则里用 %s 拼接文字：即使没有人看，每次评估也要付出代价，而且只有一种语言", EN: "%s formats text in a rule: it costs time in every evaluation, read or not, and speaks one language"},
		catalog.Text{ZH: "把数值放进 args，把文字写进要求目录的 message（用 {名称} 引用数值）", EN: "put the values into args, and the text into the message of the catalog, which fills in {name}"},
	}
	lintFloatVerb = Lint{
		"float-verb",
		catalog.Text{ZH: "sprintf 的 %s 遇到整数会输出 %%!f(int=…) 之类的乱码", EN: "%s of sprintf prints something like %%!f(int=…) when the number is whole"},
		catalog.Text{ZH: "以 %%v 代替 %[1]s，或把数值放进 args", EN: "use %%v in place of %[1]s, or put the number into args"},
	}
	lintWalk = Lint{
		"walk",
		catalog.Text{ZH: "walk 要访问整份申报书，一条这样的规则就会使评估明显变慢", EN: "walk visits the whole proposal: one such rule makes every evaluation markedly slower"},
		catalog.Text{ZH: "逐一写出要看的字段路径", EN: "write out the paths of the fields that matter"},
	}
	lintSeparator = Lint{
		"computed-separator",
		catalog.Text{ZH: "concat 的分隔符 %s 是算出来的：分隔符很长时，内存和时间都没有上限", EN: "the separator %s of concat is computed: a long one takes memory and time without a limit"},
		catalog.Text{ZH: "分隔符直接写成文字，例如 concat(\"_\", …)", EN: "write the separator out, as in concat(\"_\", …)"},
	}
	lintPatternComputed = Lint{
		"computed-pattern",
		catalog.Text{ZH: "正则表达式 %s 是算出来的，无法事先得知其代价", EN: "the pattern %s is computed: what it costs cannot be known beforehand"},
		catalog.Text{ZH: "把表达式直接写出来，或写成本包内的一个常量规则", EN: "write the pattern out, in the call or as a constant rule of the package"},
	}
	lintPatternInvalid = Lint{
		"invalid-pattern",
		catalog.Text{ZH: "正则表达式有误：%s", EN: "the pattern is not a regular expression: %s"},
		catalog.Text{ZH: "按 RE2 语法改正；没有前瞻、后顾和反向引用", EN: "correct it by the syntax of RE2, which has no look-around and no back-references"},
	}
	lintPatternSize = Lint{
		"large-pattern",
		catalog.Text{ZH: "正则表达式编译后有 %d 条指令，超过 %d 条", EN: "the pattern has %d instructions when it is compiled, more than %d"},
		catalog.Text{ZH: "减少 {n,m} 这样的重复次数，或拆成几个表达式", EN: "lower counts such as {n,m}, or split the pattern"},
	}
	lintUnannotated = Lint{
		"no-metadata",
		catalog.Text{ZH: "包 %s 没有 METADATA 注释", EN: "package %s has no METADATA"},
		catalog.Text{ZH: "在 package 之前写 # METADATA、# title: 和 # description:", EN: "write # METADATA, # title: and # description: before the package"},
	}
	lintAnnotation = Lint{
		"incomplete-metadata",
		catalog.Text{ZH: "包 %s 的 METADATA 缺少 %s", EN: "the METADATA of package %s has no %s"},
		catalog.Text{ZH: "补上这一行", EN: "add the line"},
	}
	lintSchemas = Lint{
		"no-schemas",
		catalog.Text{ZH: "包 %s 没有声明 scope: subpackages 和 schemas：字段名写错时规则不会报错，而是什么都找不到", EN: "package %s declares no schemas with scope: subpackages: a rule that misspells a field would find nothing, and say nothing"},
		catalog.Text{ZH: "在该包的 METADATA 中写 scope: subpackages，schemas 列出 input.proposal: schema.proposal", EN: "write scope: subpackages into the METADATA of the package, and schemas with input.proposal: schema.proposal"},
	}
	lintFolder = Lint{
		"package-folder",
		catalog.Text{ZH: "包名 %s 与所在目录不符，应为 %s", EN: "package %s lies in the folder of %s"},
		catalog.Text{ZH: "改包名，或把文件移到与包名相同的目录", EN: "rename the package, or move the file into the folder of its package"},
	}
	lintHelper = Lint{
		"helper-name",
		catalog.Text{ZH: "规则包对外只有 applies、findings、credit、manual；辅助规则 %s 的名称应以 _ 开头", EN: "a requirement's package states applies, findings, credit and manual, and nothing else; %s is a helper and begins with _"},
		catalog.Text{ZH: "在名称前加 _；几条规则共用的内容移到 checks", EN: "put _ before the name; what several rules need belongs into checks"},
	}
	lintTestHelper = Lint{
		"test-helper-name",
		catalog.Text{ZH: "测试包里 %s 不以 test_ 开头，不会运行；辅助规则的名称应以 _ 开头", EN: "%s in a test package does not begin with test_ and is not run; a helper begins with _"},
		catalog.Text{ZH: "是测试就改名为 test_…，是辅助规则就改名为 _…", EN: "rename it to test_… if it is a test, to _… if it is a helper"},
	}
	lintPrivate = Lint{
		"private-read",
		catalog.Text{ZH: "引用了包 %[2]s 的内部规则 %[1]s", EN: "reads %s, which is private to package %s"},
		catalog.Text{ZH: "去掉那条规则名称前的 _，或改用该包对外的规则", EN: "take the _ off the rule's name, or read what the package has for others"},
	}
	lintFlag = Lint{
		"undefined-flag",
		catalog.Text{ZH: "没有规则定义 %s：读取它的规则永远得不到值，也不会报错", EN: "nothing defines %s: a rule that reads it finds nothing, and says nothing"},
		catalog.Text{ZH: "改正拼写，或在 rego/…/flags 中定义", EN: "correct the spelling, or define it in rego/…/flags"},
	}
	lintUnused = Lint{
		"unused-rule",
		catalog.Text{ZH: "没有规则引用 %s", EN: "no rule refers to %s"},
		catalog.Text{ZH: "删去它，或在应当使用之处使用它", EN: "delete it, or use it where it was meant to be used"},
	}
	lintUntested = Lint{
		"untested-package",
		catalog.Text{ZH: "包 %s 没有测试", EN: "package %s has no test"},
		catalog.Text{ZH: "在同一目录写 …_test.rego，包名加 _test，至少一条 test_… 规则", EN: "write a file …_test.rego beside it, its package with _test at the end, with at least one rule test_…"},
	}
	lintSkipped = Lint{
		"skipped-test",
		catalog.Text{ZH: "%s 以 todo_ 开头，不会运行", EN: "%s begins with todo_ and is not run"},
		catalog.Text{ZH: "去掉 todo_ 使其通过，或删去", EN: "take todo_ off and make it pass, or delete it"},
	}
	lintTwice = Lint{
		"duplicate-test",
		catalog.Text{ZH: "测试 %s 在第 %d 行已有同名的一条，失败时无法区分", EN: "test %s stands at line %d already: when one fails, nobody knows which"},
		catalog.Text{ZH: "改名，或合并成一张用例表", EN: "rename it, or make one table of both"},
	}
	lintTestCompile = Lint{
		"broken-test",
		catalog.Text{ZH: "测试无法编译：%s", EN: "the test does not compile: %s"},
		catalog.Text{ZH: "改正后用 hegui pack test 运行", EN: "correct it and run hegui pack test"},
	}
)
