# METADATA
# title: Text
# description: What can be counted in free text, Chinese or English.
package lib.text

# METADATA
# description: >-
#   Characters without white space. A folded YAML scalar puts spaces between Chinese characters that nobody typed, and
#   padding with spaces must not make a text long enough.
length(s) := count(regex.replace(s, `[\s\x{00a0}\x{3000}]+`, ""))

# METADATA
# description: >-
#   Whether the text states a number: ASCII or full-width digits, or Chinese numerals used as a quantity (三成, 百分之八十,
#   两个县). Numerals inside words (一些, 统一, 第一, 千家万户) are no quantity.
has_number(s) if regex.match(`[0-9\x{ff10}-\x{ff19}]`, s)

# A fraction or a multiple is a quantity whatever follows. Anything else needs a unit, and a bare 一 needs a unit that
# measures, because 一个, 一次 and 一项 mostly stand for the article "a".
has_number(s) if {
	regex.match(
		`[百千万]分之[零〇一二两三四五六七八九十百千万点半]|[一二两三四五六七八九十]分之[一二两三四五六七八九十]|[一二两三四五六七八九十][成倍]|(?:[二两三四五六七八九十]|一[十百千万亿])[零〇一二两三四五六七八九十百千万亿]*[余多]?(?:个|名|人|户|家|台|套|件|次|天|日|周|月|年|小时|分钟|秒|元|亩|吨|公斤|千克|公里|米|条|张|项|种|例|位|份|批|座|所|处|县|省|市|倍|折|轮|期|万|亿)|一(?:年|天|周|小时|分钟|个月|季度|公斤|公里|吨|亩|元)`,
		_without_idioms(s),
	)
}

# Ordinals, and set phrases that count nothing.
_without_idioms(s) := regex.replace(s, `第[零〇一二两三四五六七八九十百千万]+|一成不变|千家万户|千人千面|三天两头|[几数][十百千万亿]+`, "")
