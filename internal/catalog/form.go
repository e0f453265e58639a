package catalog

// formCodes are the defects of form. They are the engine's own, so every pack has them; they carry no points and no
// basis, and a proposal that has one cannot pass.
var formCodes = map[string]Code{
	"missing_key": {
		Message: Text{ZH: "缺少必填项“{label}”（{path}）", EN: `required field "{label}" ({path}) is missing`},
		Remedy:  Text{ZH: "补填这一项。", EN: "Fill in this field."},
	},
	"misspelt_key": {
		Message: Text{ZH: "字段“{key}”不存在，是否想写“{near}”？", EN: `there is no field "{key}"; did you mean "{near}"?`},
		Remedy:  Text{ZH: "改为“{near}”。", EN: `Change it to "{near}".`},
	},
	"misplaced_key": {
		Message: Text{ZH: "字段“{key}”不属于这里，它属于 {place}", EN: `field "{key}" does not belong here but under {place}`},
		Remedy:  Text{ZH: "把它移到 {place} 下，并注意缩进。", EN: "Move it under {place}, and mind the indentation."},
	},
	"unknown_key": {
		Message: Text{ZH: "字段“{key}”不存在", EN: `there is no field "{key}"`},
		Remedy:  Text{ZH: "删除它；这一层可用的字段：{known}。", EN: "Remove it; fields known at this place: {known}."},
	},
	"wrong_type": {
		Message: Text{ZH: "“{label}”应为{want}，实为{got}", EN: `"{label}" must be {want}, not {got}`},
		Remedy:  Text{ZH: "按要求的类型改写；编码、日期等文字含数字时请加引号。", EN: "Write a value of that type; put codes that look like numbers in quotes."},
	},
	"number_full_width": {
		Message: Text{ZH: "“{label}”的值“{got}”用了全角数字，读不成数字", EN: `"{got}" in "{label}" is written in full-width digits, which are no number`},
		Remedy:  Text{ZH: "用半角数字写成 {number}。", EN: "Write {number} in ordinary digits."},
	},
	"number_numeral": {
		Message: Text{ZH: "“{label}”的值“{got}”是中文数字，读不成数字", EN: `"{got}" in "{label}" is a number in Chinese numerals, which cannot be calculated with`},
		Remedy:  Text{ZH: "用阿拉伯数字写成 {number}。", EN: "Write {number}."},
	},
	"number_words": {
		Message: Text{ZH: "“{label}”的值“{got}”在数字旁写了文字，读不成数字", EN: `"{got}" in "{label}" has words or a unit beside the number`},
		Remedy:  Text{ZH: "只写数字 {number}，换算成本字段的单位；“约”“余”等字不写。", EN: "Write the number alone, {number}, converted to the unit of this field."},
	},
	"comma_cut": {
		Message: Text{ZH: "“{key}”被读成了一个没有值的字段：大括号里的英文逗号把“{field}”的内容截断了", EN: `"{key}" is read as a field without a value: a comma inside the braces has cut the text of "{field}"`},
		Remedy:  Text{ZH: "给“{field}”的内容加上引号，或改用中文逗号。", EN: `Put the text of "{field}" in quotes.`},
	},
	"not_allowed": {
		Message: Text{ZH: "“{label}”的取值“{got}”不在允许范围内", EN: `"{got}" is not an allowed value of "{label}"`},
		Remedy:  Text{ZH: "改为下列之一：{want}。", EN: "Use one of: {want}."},
	},
	"bad_date": {
		Message: Text{ZH: "“{label}”的值“{got}”不是有效日期", EN: `"{got}" in "{label}" is not a valid date`},
		Remedy:  Text{ZH: "写成 2026-10-15 这样的日期。", EN: "Write a date like 2026-10-15."},
	},
	"bad_form": {
		Message: Text{ZH: "“{label}”的值“{got}”格式不符", EN: `"{got}" does not have the form that "{label}" needs`},
		Remedy:  Text{ZH: "写成 {want} 这样的形式。", EN: "Write it like {want}."},
	},
	"too_low": {
		Message: Text{ZH: "“{label}”为 {got}，不得小于 {want}", EN: `"{label}" is {got}, below the lowest possible {want}`},
		Remedy:  Text{ZH: "核对数值和单位。", EN: "Check the number and its unit."},
	},
	"too_high": {
		Message: Text{ZH: "“{label}”为 {got}，不得大于 {want}", EN: `"{label}" is {got}, above the highest possible {want}`},
		Remedy:  Text{ZH: "核对数值和单位。", EN: "Check the number and its unit."},
	},
	"too_precise": {
		Message: Text{ZH: "“{label}”为 {got}，应为 {want} 的整数倍", EN: `"{label}" is {got}, which is not a multiple of {want}`},
		Remedy:  Text{ZH: "按该精度四舍五入，并让合计保持一致。", EN: "Round it to that precision and keep the sums equal."},
	},
	"too_short": {
		Message: Text{ZH: "“{label}”只有 {got} 个字符，至少需要 {want} 个", EN: `"{label}" has {got} characters and needs at least {want}`},
		Remedy:  Text{ZH: "补充具体内容：数字、对象、地点和时间。", EN: "Add substance: numbers, subjects, places and dates."},
	},
	"too_long": {
		Message: Text{ZH: "“{label}”有 {got} 个字符，最多 {want} 个", EN: `"{label}" has {got} characters and may have at most {want}`},
		Remedy:  Text{ZH: "删去重复和空泛的内容。", EN: "Cut what repeats or says little."},
	},
	"too_few": {
		Message: Text{ZH: "“{label}”有 {got} 项，至少需要 {want} 项", EN: `"{label}" has {got} entries and needs at least {want}`},
		Remedy:  Text{ZH: "补足所需的项数。", EN: "Add the entries that are missing."},
	},
	"listed_twice": {
		Message: Text{ZH: "“{label}”中有重复的项", EN: `"{label}" lists the same entry twice`},
		Remedy:  Text{ZH: "删除重复的一项。", EN: "Remove the second one."},
	},
}

// formTerms are the words that form codes use, beside the terms of the pack.
var formTerms = map[string]Text{
	"type_object":  {ZH: "键值结构", EN: "a mapping"},
	"type_array":   {ZH: "列表", EN: "a list"},
	"type_string":  {ZH: "文字", EN: "text"},
	"type_integer": {ZH: "整数", EN: "a whole number"},
	"type_number":  {ZH: "数字", EN: "a number"},
	"type_boolean": {ZH: "true 或 false", EN: "true or false"},
	"type_null":    {ZH: "空值", EN: "empty"},
}
