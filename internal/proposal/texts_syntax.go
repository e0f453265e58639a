package proposal

// textsOfSyntax are the words for E_SYNTAX, a variant for each mistake that people make.
var textsOfSyntax = map[string]text{
	"E_SYNTAX": {
		bilingual{"YAML 语法有误（{problem}）", "this is not YAML ({problem})"},
		bilingual{
			"检查这一行及上一行：冒号后要有空格，引号和括号要成对，含冒号或逗号的文字要加双引号，缩进要对齐。",
			"Look at this line and the one above: a space after each colon, quotes and brackets in pairs, " +
				"text with colons or commas in double quotes, indentation aligned.",
		},
	},
	"E_SYNTAX/tab": {
		bilingual{"用制表符（Tab）缩进", "the line is indented with a tab"},
		bilingual{"改用空格缩进，每级两个空格。", "Indent with spaces, two for each level."},
	},
	"E_SYNTAX/colon": {
		bilingual{"没有加引号的文字里又出现了“: ”", "a \": \" stands inside a value without quotes"},
		bilingual{"给整个值加上双引号，或把冒号换成全角“：”。", "Put the whole value in double quotes."},
	},
	"E_SYNTAX/colon_space": {
		bilingual{"冒号后面没有空格", "there is no space after the colon"},
		bilingual{"写成“字段: 内容”，半角冒号后留一个空格。", "Write \"field: content\", with a space after the colon."},
	},
	"E_SYNTAX/wide_colon": {
		bilingual{"字段名后用了全角冒号“：”", "a full-width colon (：) follows the key"},
		bilingual{"改成半角冒号加一个空格：“字段: 内容”。", "Use an ordinary colon and a space: \"field: content\"."},
	},
	"E_SYNTAX/no_colon": {
		bilingual{"这一行不是“字段: 内容”", "this line is not \"field: content\""},
		bilingual{
			"补上字段名和冒号；若是上一行文字的延续，缩进要比上一个字段更深。",
			"Add the key and its colon; if the line continues the text above, indent it deeper than that text's key.",
		},
	},
	"E_SYNTAX/quote": {
		bilingual{"引号 {char} 没有配对", "the quote {char} is not closed"},
		bilingual{
			"在这段文字末尾补上 {char}；文字里不需要引号时把开头的引号去掉。",
			"Close the text with {char}, or remove the quote at its start.",
		},
	},
	"E_SYNTAX/quote_inside": {
		bilingual{"引号 {char} 在这里结束，后面却还有文字", "the quote {char} ends here, but text follows"},
		bilingual{
			"文字里的双引号写成 \\\" 或用中文引号“”；单引号写两个 ''；或改用另一种引号括起整段文字。",
			"Inside double quotes write \\\" for a quote, inside single quotes write '', or enclose the text in the other kind.",
		},
	},
	"E_SYNTAX/escape": {
		bilingual{"双引号里的“{text}”不是可用的转义", "\"{text}\" is no escape that double quotes know"},
		bilingual{
			"反斜杠写成 \\\\，或把双引号换成单引号（单引号里反斜杠就是反斜杠）。",
			"Write \\\\ for a backslash, or use single quotes, in which a backslash is just that.",
		},
	},
	"E_SYNTAX/bracket": {
		bilingual{"括号 {char} 没有配对", "the bracket {char} is not closed"},
		bilingual{
			"补上缺少的右括号；文字以括号开头时，给整个值加上双引号。",
			"Add the closing bracket; put a text that begins with a bracket in double quotes.",
		},
	},
	"E_SYNTAX/stray": {
		bilingual{"这里多了一个“{char}”", "there is a \"{char}\" too many here"},
		bilingual{
			"删除它，或补上与之配对的左括号；若是文字的开头，给整个值加上双引号。",
			"Remove it or add the bracket it belongs to; put a text that begins so in double quotes.",
		},
	},
	"E_SYNTAX/after": {
		bilingual{"右括号“{char}”后面还有内容", "something follows the closing \"{char}\""},
		bilingual{
			"删除多余的内容；若整行都是文字，给整个值加上双引号。",
			"Remove what follows; put the whole value in double quotes if it is text.",
		},
	},
	"E_SYNTAX/comma": {
		bilingual{"括号里缺少逗号，或没有加引号的文字里有“: ”", "a comma is missing in the brackets, or a value without quotes has a \": \""},
		bilingual{"各项之间用半角逗号分开；含冒号或逗号的文字加双引号。", "Part the entries with commas; put text with colons or commas in double quotes."},
	},
	"E_SYNTAX/indent": {
		bilingual{"缩进与上面任何一级都不对齐", "the indentation matches no level above"},
		bilingual{"同一级的字段左对齐，每级缩进两个空格。", "Align fields of one level; indent each level by two spaces."},
	},
	"E_SYNTAX/deeper": {
		bilingual{"缩进比上一行深，但上一行已经有内容", "the line is indented deeper than the one above, which already has a value"},
		bilingual{
			"与上一行左对齐；若这里是上一个字段的下级，上一行冒号后面应留空。",
			"Align it with the line above; if it belongs below that field, nothing may stand after that field's colon.",
		},
	},
	"E_SYNTAX/mixed": {
		bilingual{"同一级里混用了列表项（-）和字段", "list entries (-) and fields are mixed on one level"},
		bilingual{"同一级要么全是“- 内容”，要么全是“字段: 内容”；检查缩进。", "Use either \"- content\" or \"field: content\" on one level; check the indentation."},
	},
	"E_SYNTAX/dash": {
		bilingual{"列表项（-）写在了字段的同一行", "a list entry (-) stands on the line of its field"},
		bilingual{
			"冒号后换行，每项一行并缩进；或写成 [甲, 乙]；文字以 - 开头时加双引号。",
			"Begin a new line after the colon, one per entry, or write [a, b]; put a text that begins with - in double quotes.",
		},
	},
	"E_SYNTAX/dash_space": {
		bilingual{"列表的短横（-）后面没有空格", "there is no space after the dash of the list entry"},
		bilingual{"写成“- 内容”，短横后留一个空格。", "Write \"- content\", with a space after the dash."},
	},
	"E_SYNTAX/reserved": {
		bilingual{"没有加引号的文字不能以“{char}”开头", "a value without quotes cannot begin with \"{char}\""},
		bilingual{"给整个值加上双引号。", "Put the whole value in double quotes."},
	},
	"E_SYNTAX/anchor": {
		bilingual{"引用“*{anchor}”没有对应的“&{anchor}”", "the alias \"*{anchor}\" has no anchor \"&{anchor}\" before it"},
		bilingual{"文字以 * 开头时加双引号；否则直接写出内容。", "Put a text that begins with * in double quotes; otherwise write the content out."},
	},
	"E_SYNTAX/block": {
		bilingual{"“{char}”后面直接跟了文字", "text follows \"{char}\" on the same line"},
		bilingual{
			"“{char}”后换行，正文另起一行并缩进；文字以“{char}”开头时加双引号。",
			"Begin the text on the next line, indented; put a text that begins with \"{char}\" in double quotes.",
		},
	},
	"E_SYNTAX/directive": {
		bilingual{"以 % 开头的指令无法识别或位置不对", "the directive that begins with % is unknown or misplaced"},
		bilingual{"删除这一行；文字以 % 开头时加双引号。", "Remove the line; put a text that begins with % in double quotes."},
	},
}
