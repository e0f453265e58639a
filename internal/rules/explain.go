package rules

import (
	"regexp"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/catalog"
)

// refused says why a built-in of OPA is not on the allow-list; nil when OPA has no built-in of that name, or it is allowed.
func refused(name string) *catalog.Text {
	known := false
	for _, b := range ast.Builtins {
		known = known || b.Name == name
	}
	for _, ok := range allowed {
		known = known && ok != name
	}
	if !known {
		return nil
	}
	for _, r := range reasons {
		if r.names.MatchString(name) {
			return &r.why
		}
	}
	return &catalog.Text{
		ZH: "它不在允许之列：那里只有结果只取决于参数、并且能按时结束的函数",
		EN: "the list holds only what depends on its arguments alone and is known to end in time",
	}
}

var reasons = []struct {
	names *regexp.Regexp
	why   catalog.Text
}{
	{regexp.MustCompile(`^(http\.|net\.|providers\.|providers$)`), catalog.Text{
		ZH: "它会访问网络，评估结果不能取决于外界", EN: "it reaches the network, and an assessment must not depend on the world outside",
	}},
	{regexp.MustCompile(`^(time\.now_ns|io\.jwt\.decode_verify)$`), catalog.Text{
		ZH: "它读取时钟；评估日期由 input.as_of 给出", EN: "it reads the clock; the date of an assessment is input.as_of",
	}},
	{regexp.MustCompile(`^(rand\.|uuid\.)`), catalog.Text{
		ZH: "它的结果是随机的，同一份申报书每次都应得到同样的结果", EN: "it is random, and the same proposal must get the same result every time",
	}},
	{regexp.MustCompile(`^(opa\.|trace$)`), catalog.Text{
		ZH: "它会暴露运行环境", EN: "it shows the environment of the program",
	}},
	{regexp.MustCompile(`^json\.(match|verify)_schema$`), catalog.Text{
		ZH: "它能通过 $ref 读取本机文件", EN: "it reads local files by way of $ref",
	}},
	{regexp.MustCompile(`^(bits\.|graph\.reachable_paths|strings\.render_template|indexof_n|json\.patch|graphql\.|regex\.(globs_match|template_match|find_all_string_submatch_n))`), catalog.Text{
		ZH: "它开始后无法中断，超时也停不下来", EN: "it cannot be interrupted once it runs, not even when the time is up",
	}},
	{regexp.MustCompile(`^(crypto\.|io\.jwt\.)`), catalog.Text{
		ZH: "除 crypto.sha256 外，规则不需要密码学函数", EN: "no rule needs more of cryptography than crypto.sha256",
	}},
}

// explanation is a message of OPA, or of this package, with its Chinese and what mends it. Both are templates of the
// expression: $1 is its first group.
type explanation struct {
	message *regexp.Regexp
	zh      string
	repair  catalog.Text
}

var explanations = []explanation{
	{regexp.MustCompile(`^package (\S+) is outside (\S+), which is all that this file may state$`), "包 $1 不在 $2 之内，这个文件只能定义 $2", catalog.Text{
		ZH: "改正 package 一行，或把文件移到相应目录", EN: "correct the package line, or move the file to its folder",
	}},
	{regexp.MustCompile(`^(?:package|rule) (\S+) is in the place of the document (\S+)$`), "$1 占了文档 $2 的位置", catalog.Text{
		ZH: "给规则换一个名称", EN: "give the rule another name",
	}},
	{regexp.MustCompile(`^requirement (\S+) has rules in (\S+) and in (\S+)$`), "要求 $1 在 $2 和 $3 各有规则", catalog.Text{
		ZH: "只留一处", EN: "keep one of them",
	}},
	{regexp.MustCompile(`^the rules have (\d+) bytes, more than (\d+)$`), "规则共 $1 字节，超过 $2", catalog.Text{
		ZH: "精简规则", EN: "make the rules shorter",
	}},
	{regexp.MustCompile(`^there are (?:more than )?(\d+) rules(?:, more than \d+)?$`), "规则太多（$1 条）", catalog.Text{
		ZH: "合并相似的规则", EN: "join rules that are alike",
	}},
	{regexp.MustCompile(`^(\S+): the pattern compiles to (\d+) instructions, more than (\d+); split it$`), "$1：正则表达式编译后有 $2 条指令，超过 $3", catalog.Text{
		ZH: "拆成几个较短的表达式", EN: "split it into shorter ones",
	}},
	{regexp.MustCompile(`^with (\S+): built-ins are replaced in tests only$`), "with $1：内置函数只能在测试中替换", catalog.Text{
		ZH: "去掉这个 with", EN: "take the with away",
	}},
	{regexp.MustCompile(`^undefined function (\S+)$`), "没有函数 $1", catalog.Text{
		ZH: "检查拼写；函数在其他包里时，用 import 引入那个包", EN: "check the spelling; import the package that has the function",
	}},
	{regexp.MustCompile(`(?s)^undefined ref: (\S+); there are (.*)$`), "没有 $1；有 $2", catalog.Text{
		ZH: "改用现有的名称，或在 thresholds.yaml 中补上", EN: "use one of the names that are there, or add it to thresholds.yaml",
	}},
	{regexp.MustCompile(`(?s)^undefined ref: (.*)$`), "没有 $1", catalog.Text{
		ZH: "按 schema/proposal.json 或 thresholds.yaml 中的名称改正", EN: "correct the name to one of schema/proposal.json or thresholds.yaml",
	}},
	{regexp.MustCompile(`^var (\S+) is unsafe$`), "变量 $1 没有得到值", catalog.Text{
		ZH: "先用 some … in 或 := 给它一个值，再用于 not、比较或函数", EN: "bind it with some … in or := before it is negated, compared or passed on",
	}},
	{regexp.MustCompile(`^import (\S+) unused$`), "import $1 没有用到", catalog.Text{ZH: "删去这一行", EN: "delete the line"}},
	{regexp.MustCompile(`^(?:assigned|declared) var (\S+) unused$`), "变量 $1 没有用到", catalog.Text{
		ZH: "删去它，或以 _ 代替", EN: "delete it, or write _ in its place",
	}},
	{regexp.MustCompile(`^unused argument (\S+)\.?.*$`), "参数 $1 没有用到", catalog.Text{ZH: "以 _ 代替", EN: "write _ in its place"}},
	{regexp.MustCompile(`^rule (\S+) is recursive: (.*)$`), "规则 $1 引用了自己：$2", catalog.Text{
		ZH: "改写成不循环的规则", EN: "rewrite the rules without the circle",
	}},
	{regexp.MustCompile(`^(?:conflicting rules|multiple default rules) (.*)found.*$`), "规则 $1 的定义互相矛盾", catalog.Text{
		ZH: "同名规则应是同一种：都是值、都是集合，或都是函数", EN: "rules of one name are of one kind: values, sets or functions",
	}},
	{regexp.MustCompile(`(?s)^match error(.*)$`), "两边的类型不可能相等$1", catalog.Text{
		ZH: "比较同一类型的值", EN: "compare values of one type",
	}},
	{regexp.MustCompile(`(?s)^(\S+): (?:invalid argument\(s\)|arity mismatch)(.*)$`), "$1 的参数不符$2", catalog.Text{
		ZH: "按函数要求的类型和个数给出参数", EN: "give the arguments that the function takes, in number and type",
	}},
	{regexp.MustCompile(`(?s)^((?:unexpected|illegal|non-terminated|expected|var cannot|rule body|empty).*)$`), "Rego 语法有误：$1", catalog.Text{
		ZH: "改正本行或上一行的语法", EN: "correct the syntax of this line or the one above",
	}},
	{regexp.MustCompile(`^(schema.*)$`), "schema 有误：$1", catalog.Text{
		ZH: "$ref 只能指向 #/$defs/名称，且不能循环", EN: "let $ref lead to #/$defs/NAME only, and not in a circle",
	}},
}

// Explain gives the message of a *CompileError in both languages, and what mends it.
func Explain(message string) (text, repair catalog.Text) {
	if name, ok := strings.CutPrefix(message, "undefined function "); ok {
		name, _, _ = strings.Cut(name, ":")
		if why := refused(name); why != nil {
			return catalog.Text{ZH: "不允许使用内置函数 " + name + "：" + why.ZH, EN: message}, catalog.Text{
				ZH: "规则需要的内容放进申报书或 thresholds.yaml，由规则读取", EN: "let the rule read what it needs from the proposal or from thresholds.yaml",
			}
		}
	}
	for _, e := range explanations {
		if m := e.message.FindStringSubmatchIndex(message); m != nil {
			return catalog.Text{ZH: string(e.message.ExpandString(nil, e.zh, message, m)), EN: message}, e.repair
		}
	}
	return catalog.Text{ZH: "Rego 有误：" + message, EN: message}, catalog.Text{
		ZH: "按 OPA 的提示改正", EN: "correct it as OPA says",
	}
}
