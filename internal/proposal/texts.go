package proposal

import "maps"

// texts holds the words for every code: "E_TAG", or "E_TAG/merge" for a variant of it. Errors are
//
//	before parsing: E_EMPTY E_TOO_LARGE E_ENCODING E_LINE_BREAK E_CONTROL E_STRUCTURE E_MULTI_DOC
//	while parsing:  E_SYNTAX
//	of shape:       E_ROOT E_DEPTH E_NODES E_SEQUENCE E_SCALAR_SIZE E_KEY_SIZE E_ALIAS_BUDGET E_ALIAS_CYCLE
//	of content:     E_KEY_TYPE E_DUP_KEY E_TAG E_NUMBER_FORM E_NUMBER_RANGE E_INVISIBLE E_CONTROL
//
// and the one warning is W_INVISIBLE.
var texts = func() map[string]text {
	all := map[string]text{}
	for _, part := range []map[string]text{textsOfBytes, textsOfSyntax, textsOfShape, textsOfContent} {
		maps.Copy(all, part)
	}
	return all
}()

var textsOfBytes = map[string]text{
	"E_EMPTY": {
		bilingual{"文件里没有内容", "the file has no content"},
		bilingual{"用 hegui init 生成初稿，再逐项填写。", "Write a first draft with hegui init and fill it in."},
	},
	"E_TOO_LARGE": {
		bilingual{"文件超过上限 {limit} 字节", "the file is larger than the limit of {limit} bytes"},
		bilingual{
			"申报书只写文字和数字；图片、附件另行提交，并在 evidence 中登记。",
			"A proposal holds text and numbers; submit pictures and attachments apart and list them under evidence.",
		},
	},
	"E_ENCODING": {
		bilingual{"文件不是 UTF-8 编码，看起来像 {guess}", "the file is not UTF-8; it looks like {guess}"},
		bilingual{"在编辑器中选“另存为”，编码选 UTF-8。", "Save it as UTF-8: in most editors under Save as."},
	},
	"E_ENCODING/damaged": {
		bilingual{"UTF-8 文字在这里损坏（字节 {char}）", "the UTF-8 text is damaged here (byte {char})"},
		bilingual{
			"重新输入这个字；若文件是下载或拼接得来的，请重新获取完整文件。",
			"Type the character again; if the file was downloaded or cut together, get it whole.",
		},
	},
	"E_ENCODING/surrogate": {
		bilingual{
			"这里有半个 UTF-16 字符（字节 {char}），不是合法的 UTF-8",
			"half of a UTF-16 character stands here (bytes {char}), which is not UTF-8",
		},
		bilingual{"重新输入这个字（多为表情符号或生僻字），再以 UTF-8 保存。", "Type the character again, often an emoji, and save as UTF-8."},
	},
	"E_ENCODING/mark": {
		bilingual{"文件中间有字节顺序标记 {char}", "a byte order mark {char} stands inside the file"},
		bilingual{
			"删除该标记；它多半来自几个文件的拼接，且只能位于文件开头。",
			"Delete it; it most likely comes from joining files, and may stand at the very start only.",
		},
	},
	"E_LINE_BREAK": {
		bilingual{
			"有不规范的换行符 {char}：人看到的行与程序读到的行会不一致",
			"there is an unusual line break {char}: a reader and a program would see different lines",
		},
		bilingual{"删除该字符，用回车键换行。", "Delete the character and break the line with the Enter key."},
	},
	"E_CONTROL": {
		bilingual{"有控制字符 {char}", "there is a control character {char}"},
		bilingual{
			"删除该字符（引号内可能写成 \\ 开头的转义）；它多半来自复制粘贴。",
			"Delete the character, in quotes perhaps an escape with \\; it most likely came with copied text.",
		},
	},
	"E_STRUCTURE": {
		bilingual{"文件的结构符号（冒号、逗号、换行等）超过 {limit} 个", "the file has more than {limit} structural characters (colons, commas, line breaks)"},
		bilingual{
			"申报书通常不足一万个；请检查文件是否损坏或放错。",
			"A proposal usually has under ten thousand; check whether it is damaged or the wrong file.",
		},
	},
	"E_MULTI_DOC": {
		bilingual{"这里开始了第二份文档", "a second document begins here"},
		bilingual{
			"一个文件只写一份申报书：删除 --- 或 ... 及其后的内容，或另存为文件。",
			"Keep one proposal per file: remove the --- or ... and what follows, or save it as a file of its own.",
		},
	},
}

var textsOfShape = map[string]text{
	"E_ROOT": {
		bilingual{"文件的最外层不是“字段: 内容”", "the outermost level is not \"field: content\""},
		bilingual{
			"从 apiVersion: hegui/v1 开始逐项填写；hegui init 可生成初稿。冒号用半角，后面留一个空格。",
			"Begin with apiVersion: hegui/v1; hegui init writes a first draft. Put a space after each colon.",
		},
	},
	"E_DEPTH": {
		bilingual{"嵌套超过 {limit} 层", "nesting is deeper than {limit} levels"},
		bilingual{"减少嵌套；申报书不超过十层。", "Nest less; a proposal needs fewer than ten levels."},
	},
	"E_NODES": {
		bilingual{"内容超过 {limit} 项", "there are more than {limit} keys and values"},
		bilingual{
			"删去与申报无关的明细，或放到佐证材料里。",
			"Leave out details that do not belong to the proposal, or move them into the evidence.",
		},
	},
	"E_KEY_SIZE": {
		bilingual{"字段名有 {size} 字节，超过上限 {limit} 字节", "the key has {size} bytes, more than the limit of {limit}"},
		bilingual{
			"检查是否漏了冒号或引号，把内容当成了字段名。",
			"Check for a missing colon or quote that turned content into a key.",
		},
	},
	"E_SCALAR_SIZE": {
		bilingual{"这段文字有 {size} 字节，超过上限 {limit} 字节", "the text has {size} bytes, more than the limit of {limit}"},
		bilingual{"缩短文字，细节放到佐证材料里。", "Shorten it and move details into the evidence."},
	},
	"E_SEQUENCE": {
		bilingual{"列表超过 {limit} 项", "the list has more than {limit} entries"},
		bilingual{"合并或汇总列表项。", "Merge or summarise entries."},
	},
	"E_ALIAS_BUDGET": {
		bilingual{"引用（*）展开后超过 {limit} 项", "the aliases (*) stand for more than {limit} keys and values"},
		bilingual{"去掉引用，直接写出内容。", "Write the content out instead of using aliases."},
	},
	"E_ALIAS_BUDGET/bytes": {
		bilingual{"引用（*）展开后的文字超过 {limit} 字节", "the aliases (*) stand for more than {limit} bytes of text"},
		bilingual{"去掉引用，直接写出内容。", "Write the content out instead of using aliases."},
	},
	"E_ALIAS_BUDGET/count": {
		bilingual{"引用（*）超过 {limit} 处", "there are more than {limit} aliases (*)"},
		bilingual{"去掉引用，直接写出内容。", "Write the content out instead of using aliases."},
	},
	"E_ALIAS_CYCLE": {
		bilingual{"引用“*{anchor}”指向了包含它自身的内容", "the alias \"*{anchor}\" refers to content that contains it"},
		bilingual{"去掉引用，直接写出内容。", "Write the content out instead of using the alias."},
	},
}

var textsOfContent = map[string]text{
	"E_KEY_TYPE": {
		bilingual{"字段名“{key}”不是文字", "the key \"{key}\" is not text"},
		bilingual{
			"字段名须是文字；数字、true、null 等作字段名时加双引号。",
			"A key must be text; put a number, true or null in double quotes to use it as one.",
		},
	},
	"E_KEY_TYPE/empty": {
		bilingual{"冒号前没有字段名", "there is no key before the colon"},
		bilingual{"在冒号前写上字段名，或删除这一行。", "Write the key before the colon, or remove the line."},
	},
	"E_KEY_TYPE/structure": {
		bilingual{"字段名是列表、键值结构或引用，不是文字", "the key is a list, a mapping or an alias, not text"},
		bilingual{
			"字段名须是文字；以 [、{ 或 * 开头的文字要加双引号。",
			"A key must be text; put text that begins with [, { or * in double quotes.",
		},
	},
	"E_DUP_KEY": {
		bilingual{"字段“{key}”重复：第 {first} 行和第 {second} 行", "the key \"{key}\" stands twice: on line {first} and on line {second}"},
		bilingual{"保留一处，删除另一处。", "Keep one and remove the other."},
	},
	"E_TAG": {
		bilingual{"这里不能使用标记“{tag}”", "the tag \"{tag}\" cannot be used here"},
		bilingual{
			"删除该标记；文字本身以感叹号开头时加双引号。",
			"Remove the tag; put text that begins with an exclamation mark in double quotes.",
		},
	},
	"E_TAG/content": {
		bilingual{"“{text}”与标记“{tag}”不符", "\"{text}\" is not what the tag \"{tag}\" says"},
		bilingual{"删除该标记。", "Remove the tag."},
	},
	"E_TAG/merge": {
		bilingual{"合并符 {tag} 后面不是键值结构", "what stands after the merge key {tag} is not a mapping"},
		bilingual{
			"{tag} 后只能引用键值结构（如 {tag}: *base）；否则删除这一行。",
			"Only a mapping can be merged, as in {tag}: *base; otherwise remove the line.",
		},
	},
	"E_NUMBER_FORM": {
		bilingual{"“{number}”不是普通的十进制数", "\"{number}\" is not a plain decimal number"},
		bilingual{
			"写成普通十进制数（如 8、0.5、1000）；若是文字，加引号写成 '{number}'；若没有数值，删除这一行。",
			"Write a plain decimal (8, 0.5, 1000), or '{number}' in quotes if it is text; without a value, remove the line.",
		},
	},
	"E_NUMBER_FORM/form": {
		bilingual{"“{number}”这种写法有的工具读作数字，有的读作文字", "\"{number}\" is a number to some tools and text to others"},
		bilingual{"若是数字，写成 {plain}；若是文字，加引号写成 '{number}'。", "Write {plain} for the number, or '{number}' in quotes for text."},
	},
	"E_NUMBER_FORM/sixty": {
		bilingual{"“{number}”有的工具读作六十进制的数，有的读作文字", "\"{number}\" is a number to base 60 to some tools and text to others"},
		bilingual{"若是时刻或比例，加引号写成 '{number}'；若是时长，按该项的单位写成一个数。", "Write '{number}' in quotes for a time of day or a ratio, or one number in the field's unit for a duration."},
	},
	"E_NUMBER_FORM/octal": {
		bilingual{"“{number}”有的工具读作 {octal}，有的读作 {plain}", "\"{number}\" is {octal} to some tools and {plain} to others"},
		bilingual{
			"写成 {octal} 或 {plain}；若是编码，加引号写成 '{number}'。",
			"Write {octal} or {plain} for the number, or '{number}' in quotes for a code.",
		},
	},
	"E_NUMBER_RANGE/digits": {
		bilingual{"数字“{number}”超过 15 位有效数字", "the number \"{number}\" has more than 15 significant digits"},
		bilingual{
			"编码、账号、证书号请加引号；数量请四舍五入。",
			"Put codes, accounts and certificate numbers in quotes; round an amount.",
		},
	},
	"E_NUMBER_RANGE/large": {
		bilingual{"数字“{number}”过大：须小于 10^15", "the number \"{number}\" is too large: it must be below 10^15"},
		bilingual{"核对单位和位数；编码请加引号。", "Check the unit and the digits; put a code in quotes."},
	},
	"E_NUMBER_RANGE/small": {
		bilingual{"数字“{number}”过小：不为 0 时须不小于 0.000001", "the number \"{number}\" is too small: it must be 0 or at least 0.000001"},
		bilingual{"核对单位和位数，或写 0。", "Check the unit and the digits, or write 0."},
	},
	"E_INVISIBLE/hidden": {
		bilingual{"字段名里有看不见的字符 {char}", "the key has an invisible character {char}"},
		bilingual{"把字段名删掉重新输入。", "Delete the key and type it again."},
	},
	"E_INVISIBLE/space": {
		bilingual{"字段名里有特殊空格 {char}（如全角空格）", "the key has an unusual space {char}"},
		bilingual{"改用普通半角空格；缩进也只能用半角空格。", "Use the ordinary space; indentation takes no other."},
	},
	"E_INVISIBLE/combining": {
		bilingual{"字段名里有成堆的附加符号（{char}）", "the key has a pile of combining marks ({char})"},
		bilingual{"把字段名删掉重新输入。", "Delete the key and type it again."},
	},
	"E_INVISIBLE/lookalike": {
		bilingual{"字段名里有形似拉丁字母的其他字母 {char}", "the key mixes Latin letters with one that looks like them, {char}"},
		bilingual{"切换到英文输入法，把字段名重新输入。", "Type the key again with a Latin keyboard."},
	},
	"W_INVISIBLE/hidden": {
		message: bilingual{
			"文字中有看不见的字符 {char}，所见可能与实际不同；请重新输入这段文字",
			"the text has an invisible character {char} and may not be what it seems; type it again",
		},
	},
	"W_INVISIBLE/combining": {
		message: bilingual{
			"文字中有成堆的附加符号（{char}），会遮住上下行；请重新输入这段文字",
			"the text has a pile of combining marks ({char}) that covers other lines; type it again",
		},
	},
	"W_INVISIBLE/lookalike": {
		message: bilingual{
			"一个词里混用了拉丁字母和形似的西里尔字母 {char}；请重新输入这个词",
			"a word mixes Latin letters with Cyrillic ones that look alike, {char}; type it again",
		},
	},
}
