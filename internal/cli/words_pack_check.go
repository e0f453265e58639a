package cli

// packCheckWords are the phrases of pack check.
type packCheckWords struct {
	short, long, example  string
	flagFormat, flagFix   string
	badFormat, fixBuiltIn string
	level                 map[string]string
	repair                string
	fixed                 string
	summary, clean        string
	invalid, howToMend    string
}

var chinesePackCheck = packCheckWords{
	short: "检查规则包",
	long: `检查规则包，一次列出全部问题，每个都注明文件、行号和改法：

错误——规则包无法使用：引文与原文不符、缺少中文或英文、规则与要求对不上、规则无法编译、用了不允许的内置函数等。
疑点——规则包可以使用，但多半不是本意：没有用到的数值、代码、特征、词语和提示，没有文字的代码，规则里拼接文字，
      算出来的正则表达式和分隔符，没有测试的包，排版等。
说明——无法事先核对之处，不影响退出码。

--fix 改正不需要人判断的问题：按 opa fmt 排版，重新生成 schema/thresholds.json。只能用于目录，不能用于内置规则包。

退出码：0 没有错误和疑点；1 只有疑点；2 用法错误；4 有错误。`,
	example: `  hegui pack check
  hegui pack check --pack ./my-pack
  hegui pack check --pack ./my-pack --fix
  hegui pack check --pack . --format github`,
	flagFormat: "输出格式：text、json、github",
	flagFix:    "改正不需要人判断的问题（排版、生成的文件）",
	badFormat:  "没有格式“%s”；有 %s",
	fixBuiltIn: "内置规则包不能改；用 --pack 指定目录，例如 --pack ./my-pack --fix",
	level:      map[string]string{"error": "错误", "warning": "疑点", "note": "说明"},
	repair:     "    改法：%s\n",
	fixed:      "hegui: 已改正 %s\n",
	summary:    "规则包 %s：错误 %d，疑点 %d，说明 %d\n",
	clean:      "规则包 %s：没有发现问题\n",
	invalid:    "规则包 %s 无效：",
	howToMend:  "运行 hegui pack check 查看改法",
}

var englishPackCheck = packCheckWords{
	short: "check a pack",
	long: `Checks a pack and lists everything at once, with file, line and repair:

errors    the pack cannot be used: a quote that is not in the document, a text missing in Chinese or English, a rule
          without a requirement, a rule that does not compile, a built-in that is not allowed.
warnings  the pack can be used, and something is probably not meant: thresholds, codes, flags, terms and hints that
          nothing uses, codes without texts, rules that format text, computed patterns and separators, packages
          without tests, formatting.
notes     what cannot be checked beforehand; they do not change the exit code.

--fix mends what needs no person: formatting as opa fmt has it, and schema/thresholds.json. It works on a folder, not on a
built-in pack.

Exit codes: 0 no errors and no warnings; 1 only warnings; 2 wrong usage; 4 errors.`,
	example: `  hegui pack check
  hegui pack check --pack ./my-pack
  hegui pack check --pack ./my-pack --fix
  hegui pack check --pack . --format github`,
	flagFormat: "output format: text, json, github",
	flagFix:    "mend what needs no person (formatting, generated files)",
	badFormat:  "there is no format %q; there are %s",
	fixBuiltIn: "a built-in pack cannot be changed; name a folder, as in --pack ./my-pack --fix",
	level:      map[string]string{"error": "error", "warning": "warning", "note": "note"},
	repair:     "    repair: %s\n",
	fixed:      "hegui: mended %s\n",
	summary:    "pack %s: errors %d, warnings %d, notes %d\n",
	clean:      "pack %s: nothing to remark\n",
	invalid:    "pack %s is invalid:",
	howToMend:  "hegui pack check says how to mend it",
}
