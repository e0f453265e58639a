package pack

import (
	"fmt"
	"strings"

	"hegui/internal/catalog"
)

// phrase says in Chinese what a fault's English format says, and what mends it. Formats take the same values as the
// English one, by number where the order differs.
type phrase struct {
	zh     string
	repair catalog.Text
}

// say gives a fault in both languages, with its repair.
func say(format string, args []any) (text, repair catalog.Text) {
	p, ok := phrases[format]
	if !ok {
		p.zh = format
	}
	text = catalog.Text{ZH: filled(p.zh, args), EN: filled(format, args)}
	return text, catalog.Text{ZH: filled(p.repair.ZH, args), EN: filled(p.repair.EN, args)}
}

func filled(format string, args []any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

var (
	repairQuote = catalog.Text{
		ZH: "从原文逐字复制引文；offset 是引文在全文中的位置，按字符从 0 数起", EN: "copy the quote from the document, character by character; offset counts the characters of the document before it",
	}
	repairBasis = catalog.Text{ZH: "改为其中之一", EN: "write one of them"}
	repairYAML  = catalog.Text{ZH: "改正本行的 YAML", EN: "correct the YAML of this line"}
	repairJSON  = catalog.Text{ZH: "改正这份 JSON Schema", EN: "correct the JSON Schema"}
	repairNamed = catalog.Text{ZH: "改正编号，或补上这项要求", EN: "correct the id, or add the requirement"}
)

// phrases holds every format that the loader uses, by its English.
var phrases = map[string]phrase{
	"%s: %q is no field that holds one text": {"%s：%q 不是只放一个文本的字段", catalog.Text{
		ZH: "写上架构中一个字符串字段的路径，如 project.id", EN: "name the path of a text field of the schema, such as project.id",
	}},
	"more than %d files": {"文件超过 %d 个", catalog.Text{
		ZH: "删去不属于规则包的文件", EN: "take out the files that do not belong to the pack",
	}},
	"larger than %d bytes": {"超过 %d 字节", catalog.Text{
		ZH: "把文件改小或拆开", EN: "make the file smaller, or split it",
	}},
	"requirement %s stands in %s too":            {"要求 %s 在 %s 中已经有了", catalog.Text{ZH: "两处保留一处", EN: "keep one of the two"}},
	"%s: the quote stands at offset %d, not %d":  {"%s：引文在原文的位置是 %d，不是 %d", repairQuote},
	"%s: quote %q is not in the source document": {"%s：原文中没有引文 %q", repairQuote},
	"%s: the quote is not inside sentence %s":    {"%s：引文不在句子 %s 之内", repairQuote},
	"%s: the source document has no sentence %q": {"%s：原文中没有句子 %q", repairQuote},
	"%s: a text is missing in Chinese or in English": {"%s：缺少中文或英文", catalog.Text{
		ZH: "补上缺少的一种语言（zh、en）", EN: "add the language that is missing (zh, en)",
	}},
	"version %q is not of the form 1.2.3":     {"版本 %q 不是 1.2.3 这样的形式", catalog.Text{ZH: "写成三段数字", EN: "write three numbers"}},
	"dimensions and grades must not be empty": {"dimensions 和 grades 不能为空", catalog.Text{ZH: "至少写一个维度和一个等级", EN: "write at least one dimension and one grade"}},
	"grades must fall from at most 10000 to at least 0": {"等级的起点应从不超过 10000 逐个降到不低于 0", catalog.Text{
		ZH: "按 from 从高到低排列", EN: "order them by from, highest first",
	}},
	"source.file is missing":        {"缺少 source.file", catalog.Text{ZH: "写明原文的路径，例如 seeds/文件.txt", EN: "name the document, such as seeds/document.txt"}},
	"source document %s is missing": {"缺少原文 %s", catalog.Text{ZH: "把原文放到这个路径，或改正 source.file", EN: "put the document there, or correct source.file"}},
	"the source document is not UTF-8; convert it and pin the SHA-256 of what comes out": {"原文不是 UTF-8", catalog.Text{
		ZH: "转换为 UTF-8，并把转换后的 SHA-256 写入 source.sha256", EN: "convert it to UTF-8 and write the SHA-256 of the result into source.sha256",
	}},
	"source document %s has SHA-256 %s, not %s: the document has changed": {"原文 %s 的 SHA-256 是 %s，不是 %s：原文已有改动", catalog.Text{
		ZH: "换回原来的文件；确实要改用新文本时，更新 sha256 并逐条核对引文", EN: "put the old file back; if the new text is meant, update sha256 and check every quote",
	}},
	"threshold %s needs a value, a unit and a source": {"数值 %s 必须有 value，以及中英文的 unit 和 source", catalog.Text{
		ZH: "补上缺少的一项，例如 unit: {zh: 个月, en: months}、source: {zh: 第三条, en: Article 3}", EN: "add what is missing, such as unit: {zh: 个月, en: months} or source: {zh: 第三条, en: Article 3}",
	}},
	"threshold %s has basis %q; known are %v": {"数值 %s 的依据 %q 不在 %v 之列", repairBasis},
	"does not describe thresholds.yaml": {"与 thresholds.yaml 不符", catalog.Text{
		ZH: "运行 hegui pack generate --pack 目录，或 hegui pack check --fix", EN: "run hegui pack generate --pack DIR, or hegui pack check --fix",
	}},
	"id %q belongs into %s.yaml":              {"编号 %q 应写在 %s.yaml 中", catalog.Text{ZH: "改编号，或改文件名", EN: "change the id, or rename the file"}},
	"unknown dimension %q":                    {"没有维度 %q", catalog.Text{ZH: "改为 pack.yaml 的 dimensions 中的一个", EN: "write one of the dimensions of pack.yaml"}},
	"severity %q is not veto, major or minor": {"严重程度 %q 不是 veto、major 或 minor", repairBasis},
	"weight %d is outside 1..1000":            {"权重 %d 不在 1 至 1000 之间", catalog.Text{ZH: "改为 1 至 1000 的整数", EN: "write a whole number from 1 to 1000"}},
	"effort %d is outside 1..250 person-days": {"工作量 %d 不在 1 至 250 人日之间", catalog.Text{ZH: "改为 1 至 250 的整数", EN: "write a whole number from 1 to 250"}},
	"applies names no flag":                   {"applies 没有写任何特征", catalog.Text{ZH: "适用于所有项目时写 [all]", EN: "write [all] if every project is meant"}},
	"unknown flag %q":                         {"没有特征 %q", catalog.Text{ZH: "改正拼写，或在 flags.yaml 中补上", EN: "correct the spelling, or add it to flags.yaml"}},
	"flags/%s/on: a text is missing in Chinese or in English; %s does not apply while the flag is on": {
		"flags/%s/on：缺少中文或英文；有此特征时 %s 不适用", catalog.Text{ZH: "写明有此特征时要求为何不适用", EN: "say why the requirement does not apply while the flag is on"},
	},
	"no codes":                           {"没有 codes", catalog.Text{ZH: "至少写一种失分情形", EN: "write at least one code"}},
	"code %s has basis %q; known are %v": {"代码 %s 的依据 %q 不在 %v 之列", repairBasis},
	"code %s: the Chinese message fills %v, the English %v": {"代码 %s：中文引用的数值是 %v，英文是 %v", catalog.Text{
		ZH: "两种语言引用同样的 {名称}", EN: "let both languages fill in the same {names}",
	}},
	"no profile":                             {"没有评审方案", catalog.Text{ZH: "至少写一个 profiles/general.yaml", EN: "write at least profiles/general.yaml"}},
	"%s %d is outside 0..10000 basis points": {"%s 为 %d，不在 0 至 10000（万分数）之间", catalog.Text{ZH: "以万分之一为单位，六成写为 6000", EN: "the unit is a hundredth of a per cent: write 6000 for sixty per cent"}},
	"a pass mark of 0 lets everything pass":  {"合格线为 0，任何申报书都会通过", catalog.Text{ZH: "写一个大于 0 的合格线", EN: "write a pass mark above 0"}},
	"unknown requirement %q":                 {"没有要求 %q", repairNamed},
	"%s is a veto and may not be left out":   {"%s 是一票否决项，不能排除", catalog.Text{ZH: "从 exclude 中删去", EN: "take it out of exclude"}},
	"weight %d of %s is outside %d..%d, a quarter to four times its weight in the catalogue": {
		"权重 %d（%s）不在 %d 至 %d 之间，即目录中权重的四分之一到四倍", catalog.Text{ZH: "改为 %[3]d 至 %[4]d 的整数", EN: "write a number from %[3]d to %[4]d"},
	},
	"what is left out weighs %d of %d, more than half of the catalogue": {"排除的要求权重合计 %d（共 %d），超过目录的一半", catalog.Text{
		ZH: "少排除几项", EN: "leave out fewer",
	}},
	"requirement %s has no rule: rego/%s/rules/%s": {"要求 %s 没有规则：rego/%s/rules/%s", catalog.Text{
		ZH: "写出规则，或删去要求", EN: "write the rule, or delete the requirement",
	}},
	"the rule has no requirement: policies/%s/requirements/%s.yaml": {"规则没有对应的要求：policies/%s/requirements/%s.yaml", catalog.Text{
		ZH: "写出要求，或删去规则", EN: "write the requirement, or delete the rule",
	}},
	"package %s belongs into a folder of that name": {"包 %s 应放在同名目录中", catalog.Text{ZH: "移动文件，或改包名", EN: "move the file, or rename the package"}},
	"the rule does not define %q": {"规则没有定义 %q", catalog.Text{
		ZH: "写出 default applies := false 和 findings contains …", EN: "write default applies := false, and findings contains …",
	}},
	"the rule lacks a test that passes (test_passes…) or one that fails (test_fails…)": {
		"规则缺少一条通过的测试（test_passes…）或一条不通过的测试（test_fails…）",
		catalog.Text{ZH: "在 …_test.rego 中补上缺少的一种", EN: "add the one that is missing to the file …_test.rego"},
	},
	"sentence %s: unknown reason %q": {"句子 %s：没有理由 %q", catalog.Text{ZH: "改为 reasons 中的一个，或在那里补上", EN: "write one of reasons, or add it there"}},
	"reason %q is not used":          {"理由 %q 没有用到", catalog.Text{ZH: "删去", EN: "delete it"}},
	"sentence %s does not follow here; the document has %s": {"此处不应是句子 %s；原文此处是 %s", catalog.Text{
		ZH: "按原文顺序列出每一句", EN: "list every sentence in the order of the document",
	}},
	"sentence %s (%s) is not what the document says: %q": {"句子 %s（%s）与原文不符，原文是 %q", catalog.Text{
		ZH: "从原文逐字复制", EN: "copy it from the document",
	}},
	"sentence %s stands at bytes [%d, %d], not [%d, %d]": {"句子 %s 在原文的字节位置是 [%d, %d]，不是 [%d, %d]", catalog.Text{
		ZH: "写 bytes: [%[2]d, %[3]d]", EN: "write bytes: [%[2]d, %[3]d]",
	}},
	"sentence %s is missing":              {"缺少句子 %s", catalog.Text{ZH: "补上它，并写明由哪项要求负责，或为何不要求", EN: "add it, with what rules it or why nothing does"}},
	"sentence %s: unknown requirement %q": {"句子 %s：没有要求 %q", repairNamed},
	"sentence %s is quoted by %s, which ruled_by does not name": {"句子 %s 被 %s 引用，但 ruled_by 中没有它", catalog.Text{
		ZH: "在 ruled_by 中加上 %[2]s", EN: "add %[2]s to ruled_by",
	}},
	"sentence %s is not quoted by %s; a requirement that holds it through another quote belongs to held_by": {
		"句子 %s 没有被 %s 引用", catalog.Text{ZH: "通过别处的引文负责这一句的要求写入 held_by", EN: "a requirement that holds it through another quote belongs to held_by"},
	},
	"sentence %s is asked of projects and has a reason why it is not": {"句子 %s 已有要求负责，却又写了不作要求的理由", catalog.Text{
		ZH: "两者保留其一", EN: "keep one of the two",
	}},
	"sentence %s is neither ruled nor judged by a person, and no reason says why": {"句子 %s 既没有规则，也不由人判断，又没有写明理由", catalog.Text{
		ZH: "写 ruled_by、manual 或 reason 之一", EN: "write ruled_by, manual or reason",
	}},
	"the file is missing":          {"缺少这个文件", catalog.Text{ZH: "补上", EN: "add it"}},
	"the file is empty":            {"文件是空的", catalog.Text{ZH: "补上内容", EN: "write what it is to hold"}},
	"unknown field %q":             {"没有字段 %q", catalog.Text{ZH: "改正拼写或缩进，或删去", EN: "correct its spelling or indentation, or delete it"}},
	"%s stands on line %s already": {"%s 在第 %s 行已经写过", catalog.Text{ZH: "两处保留一处", EN: "keep one of the two"}},
	"expected a whole number":      {"此处应为整数", catalog.Text{ZH: "改为整数，不加引号", EN: "write a whole number, without quotes"}},
	"expected a text":              {"此处应为文字", catalog.Text{ZH: "改为一段文字；含冒号、逗号或括号时加双引号", EN: "write one text, in double quotes where it has colons, commas or brackets"}},
	"expected a text in Chinese and in English": {"此处应为中英文两种文字", catalog.Text{
		ZH: "写成 {zh: …, en: …}", EN: "write {zh: …, en: …}",
	}},
	"expected a list":                           {"此处应为列表", catalog.Text{ZH: "写成 [甲, 乙]，或每项一行、以 - 开头", EN: "write [a, b], or one item on a line, each after a dash"}},
	"expected fields with their values":         {"此处应为字段和内容", catalog.Text{ZH: "写成“字段: 内容”，每个字段一行", EN: "write \"field: content\", a line for each"}},
	"the JSON ends before it is complete":       {"JSON 不完整，到此就结束了", catalog.Text{ZH: "补上缺少的内容和右括号", EN: "add what is missing, and the brackets that close it"}},
	"this is not JSON":                          {"此处不是合法的 JSON", catalog.Text{ZH: "检查这一行和上一行的逗号、引号和括号", EN: "look at the commas, quotes and brackets of this line and the one above"}},
	"the JSON has ended, and more text follows": {"JSON 已经结束，后面还有内容", catalog.Text{ZH: "删去后面的内容，或检查括号是否早了", EN: "delete what follows, or see whether a bracket closes too early"}},
	"%s":                                {"YAML 有误：%s", repairYAML},
	"id %q is not the folder's name %q": {"编号 %q 与目录名 %q 不符", catalog.Text{ZH: "改编号，或改目录名", EN: "change the id, or rename the folder"}},
	"%v":                                {"%v", repairJSON},
	"applies: %v":                       {"applies 有误：%v", catalog.Text{ZH: "每项写一个特征，或用 & 连接几个，! 表示没有", EN: "write a flag, or several joined by &, ! for one that must be off"}},
	"id %q is not the file's name %q":   {"编号 %q 与文件名 %q 不符", catalog.Text{ZH: "改编号，或改文件名", EN: "change the id, or rename the file"}},
	"%s: x-ref names no list of items with an id, and no section": {"%s：x-ref 指向的既不是带 id 的列表，也不是申报书的一节", catalog.Text{
		ZH: "改为这样的列表或一节", EN: "name a list whose items have an id, or a section",
	}},
	"reading %s names no requirement":    {"读法 %s 没有写明涉及哪项要求", catalog.Text{ZH: "在 requirements 中列出", EN: "list them in requirements"}},
	"reading %s: unknown requirement %q": {"读法 %s：没有要求 %q", repairNamed},
	"reading %s needs the alternative %q and at least one more": {"读法 %s 的第一种应是 %q，并且至少还有一种", catalog.Text{
		ZH: "补上", EN: "add what is missing",
	}},
	"reading %s: alternative %q has no rule: rego/%s/readings/%s, alternatives.%s": {
		"读法 %s 的 %q 没有规则：rego/%s/readings/%s 中的 alternatives.%s", catalog.Text{ZH: "写出规则，或删去这种读法", EN: "write the rule, or delete the alternative"},
	},
	"reading %s: code %s has basis %q; known are %v": {"读法 %s：代码 %s 的依据 %q 不在 %v 之列", repairBasis},
}
