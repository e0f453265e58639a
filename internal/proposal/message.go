package proposal

import (
	"fmt"
	"strings"
)

// ParseError says why a proposal could not be read, where, and what to do.
type ParseError struct {
	Name     string            // as given to Parse
	Position Position          // never zero
	Code     string            // E_…, stable
	Args     map[string]string // what the messages fill in
}

// Error gives "name:line:col: message" in English.
func (e *ParseError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Name, e.Position.Line, e.Position.Column, e.Message("en"))
}

// Message says what is wrong, in "zh" or "en".
func (e *ParseError) Message(lang string) string { return fill(texts[e.Code].message, lang, e.Args) }

// Remedy says what to do, in "zh" or "en".
func (e *ParseError) Remedy(lang string) string { return fill(texts[e.Code].remedy, lang, e.Args) }

// Warning is something a person should look at that does not stop an assessment.
type Warning struct {
	Code     string // W_…, stable
	Position Position
	Args     map[string]string
}

// Message says what was seen, in "zh" or "en".
func (w Warning) Message(lang string) string { return fill(texts[w.Code].message, lang, w.Args) }

// bilingual is one text in Chinese and English.
type bilingual struct{ zh, en string }

type text struct{ message, remedy bilingual }

func fill(t bilingual, lang string, args map[string]string) string {
	s := t.en
	if lang == "zh" {
		s = t.zh
	}
	for name, value := range args {
		s = strings.ReplaceAll(s, "{"+name+"}", value)
	}
	return s
}

var texts = map[string]text{
	"E_EMPTY": {
		bilingual{"文件里没有内容", "the file has no content"},
		bilingual{"用 hegui init 生成初稿，再逐项填写。", "Write a first draft with hegui init and fill it in."},
	},
	"E_TOO_LARGE": {
		bilingual{"文件有 {size} 字节，超过上限 {limit} 字节", "the file has {size} bytes, more than the limit of {limit}"},
		bilingual{"申报书只写文字和数字；图片、附件另行提交并在 evidence 中登记。", "A proposal holds text and numbers; submit pictures and attachments apart and list them under evidence."},
	},
	"E_ENCODING": {
		bilingual{"文件不是 UTF-8 编码，看起来像 {guess}", "the file is not UTF-8; it looks like {guess}"},
		bilingual{"在编辑器中选择“另存为”，编码选 UTF-8。", "Save it as UTF-8 in your editor."},
	},
	"E_LINE_BREAK": {
		bilingual{"有不规范的换行符 {char}：人看到的行与程序读到的行会不一致", "there is an unusual line break {char}: a reader and a program would see different lines"},
		bilingual{"删除该字符，用回车键换行。", "Delete the character and break the line with the Enter key."},
	},
	"E_CONTROL": {
		bilingual{"有控制字符 {char}", "there is a control character {char}"},
		bilingual{"删除该字符；它多半来自复制粘贴。", "Delete the character; it most likely came with copied text."},
	},
	"E_INVISIBLE": {
		bilingual{"有看不见的字符 {char}", "there is an invisible character {char}"},
		bilingual{"把这个词删掉重新输入。", "Delete the word and type it again."},
	},
	"W_INVISIBLE": {
		bilingual{"文字中有看不见的字符 {char}，请核对", "the text holds an invisible character {char}; please look at it"},
		bilingual{"把这段文字重新输入。", "Type the text again."},
	},
	"E_STRUCTURE": {
		bilingual{"文件的结构符号超过 {limit} 个", "the file has more than {limit} structural characters"},
		bilingual{"申报书通常不足一万个；请检查文件是否损坏或放错。", "A proposal usually has under ten thousand; check whether it is damaged or the wrong file."},
	},
	"E_TAB": {
		bilingual{"用制表符（Tab）缩进", "the line is indented with a tab"},
		bilingual{"改用空格缩进，每级两个空格。", "Indent with spaces, two for each level."},
	},
	"E_SYNTAX": {
		bilingual{"YAML 语法有误：{problem}", "YAML syntax: {problem}"},
		bilingual{"检查这一行及上一行：冒号后要有空格，引号和括号要成对，含冒号或逗号的文字要加双引号，缩进要对齐。", "Look at this line and the one above: a space after each colon, quotes and brackets in pairs, text with colons or commas in double quotes, indentation aligned."},
	},
	"E_MULTI_DOC": {
		bilingual{"这里开始了第二份文档", "a second document begins here"},
		bilingual{"一个文件只写一份申报书：删除 --- 或 ... 及其后的内容，或另存为文件。", "Keep one proposal per file: remove the --- or ... and what follows, or save it as a file of its own."},
	},
	"E_ROOT": {
		bilingual{"文件的最外层不是“字段： 内容”", "the outermost level is not \"field: content\""},
		bilingual{"从 apiVersion: hegui/v1 开始逐项填写；hegui init 可生成初稿。", "Begin with apiVersion: hegui/v1; hegui init writes a first draft."},
	},
	"E_DEPTH": {
		bilingual{"嵌套超过 {limit} 层", "nesting is deeper than {limit} levels"},
		bilingual{"减少嵌套；申报书不超过十层。", "Nest less; a proposal needs fewer than ten levels."},
	},
	"E_NODES": {
		bilingual{"内容超过 {limit} 项", "there are more than {limit} keys and values"},
		bilingual{"删去与申报无关的明细，放到佐证材料里。", "Leave out details that do not belong to the proposal, or move them into the evidence."},
	},
	"E_KEY_TYPE": {
		bilingual{"字段名“{key}”不是文字", "the key \"{key}\" is not text"},
		bilingual{"字段名写成文字；数字等需加双引号。", "Write keys as text; put numbers and the like in double quotes."},
	},
	"E_KEY_SIZE": {
		bilingual{"字段名有 {size} 字节，超过上限 {limit} 字节", "the key has {size} bytes, more than the limit of {limit}"},
		bilingual{"检查是否漏了冒号或引号，把内容当成了字段名。", "Check for a missing colon or quote that turned content into a key."},
	},
	"E_SCALAR_SIZE": {
		bilingual{"这段文字有 {size} 字节，超过上限 {limit} 字节", "the text has {size} bytes, more than the limit of {limit}"},
		bilingual{"缩短文字，细节放到佐证材料里。", "Shorten it and move details into the evidence."},
	},
	"E_SEQUENCE": {
		bilingual{"列表超过 {limit} 项", "the list has more than {limit} entries"},
		bilingual{"合并或汇总列表项。", "Merge or summarise entries."},
	},
	"E_DUP_KEY": {
		bilingual{"字段“{key}”重复，第 {first} 行已经写过", "the key \"{key}\" stands twice, first on line {first}"},
		bilingual{"保留一处，删除另一处。", "Keep one and remove the other."},
	},
	"E_ALIAS_BUDGET": {
		bilingual{"引用（*）展开后的内容超过上限 {limit}", "what the aliases (*) stand for exceeds the limit of {limit}"},
		bilingual{"去掉引用，直接写出内容。", "Write the content out instead of using aliases."},
	},
	"E_ALIAS_CYCLE": {
		bilingual{"引用“*{anchor}”指向了自身", "the alias \"*{anchor}\" refers to itself"},
		bilingual{"去掉引用，直接写出内容。", "Write the content out instead of using aliases."},
	},
	"E_TAG": {
		bilingual{"这里不能使用标记“{tag}”", "the tag \"{tag}\" cannot be used here"},
		bilingual{"删除以感叹号开头的标记；合并符 << 后只能引用键值结构。", "Remove the tag that begins with an exclamation mark; << takes mappings only."},
	},
	"E_NUMBER_FORM": {
		bilingual{"“{number}”的写法在不同工具里是不同的数", "\"{number}\" is a different number to different tools"},
		bilingual{"是数字就写成普通十进制（如 8、0.5、1000）；是编码就加引号（'{number}'）。", "Write a plain decimal (8, 0.5, 1000), or, for a code, quotes ('{number}')."},
	},
	"E_NUMBER_RANGE": {
		bilingual{"数字“{number}”过大、过小或位数过多", "the number \"{number}\" is too large, too small or too long"},
		bilingual{"核对单位；编码、证书号请加引号。数字最多 15 位有效数字。", "Check the unit; put codes and certificate numbers in quotes. Numbers have at most 15 significant digits."},
	},
}
