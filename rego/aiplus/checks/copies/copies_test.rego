package aiplus.checks.copies_test

import data.aiplus.checks.copies
import data.aiplus.thresholds

# Pairs as callers give them, with the place in the list as path.
_pairs(texts) := [[[i], text] | some i, text in texts]

_copied(texts) := {[disagreement.path[0], disagreement.args.flaw.term] | some disagreement in copies.of(_pairs(texts))}

_control := "低置信度强制植保员复核并回流标注，漏检在三日内补测，不再延误防治窗口"

# Sixteen characters without a character twice, so that its shingles can be counted.
_distinct := "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"

test_copies_are_found[name] if {
	some name, tc in {
		"a sentence of the document": {
			"texts": ["推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"],
			"copied": {[0, "copy_of_source"]},
		},
		"a short one": {"texts": ["筑牢安全可控发展防线。"], "copied": {[0, "copy_of_source"]}},
		"two sentences, in another order": {
			"texts": ["促进就业创业，加强就业风险评估与应对。开展人工智能技能培训！"],
			"copied": {[0, "copy_of_source"]},
		},
		"six pieces of ten": {
			"texts": [concat("", ["推进模型算法数据资源等安全能力建设建立风险监测预警体系构建动", _distinct, "午未申酉"])],
			"copied": {[0, "copy_of_source"]},
		},
		# Four pieces of five, and eight of eleven: a few other characters hide nothing, wherever they stand.
		"all but the middle": {
			"texts": ["推进模型算法数据资源甲乙丙丁戊建设建立风险监测预警"],
			"copied": {[0, "copy_of_source"]},
		},
		"all but three pieces": {
			"texts": ["推进模型算法数据资源甲乙丙丁戊建设建立风险监测预警体系构建动己庚辛壬癸态协同治理格局推动人工智能应用子丑寅卯辰"],
			"copied": {[0, "copy_of_source"]},
		},
		# Three pieces of five.
		"all but the beginning": {
			"texts": ["甲乙丙丁戊己庚辛壬癸等安全能力建设建立风险监测预警"],
			"copied": {[0, "copy_of_source"]},
		},
		"all but what follows the beginning": {
			"texts": ["推进模型算甲乙丙丁戊己庚辛壬癸建设建立风险监测预警"],
			"copied": {[0, "copy_of_source"]},
		},
		"the same text twice": {"texts": [_control, "双人标注和入库哈希校验", _control], "copied": {[2, "copy_of_text"]}},
		"other punctuation and spaces": {
			"texts": [_control, "低置信度 强制植保员复核并回流标注；漏检在三日内补测、不再延误防治窗口。"],
			"copied": {[1, "copy_of_text"]},
		},
		"other capitals": {
			"texts": ["Hash on delivery, quarantine for a week", "hash on delivery: quarantine for a WEEK"],
			"copied": {[1, "copy_of_text"]},
		},
		"another end": {"texts": [_control, concat("", [_control, "。按月通报"])], "copied": {[1, "copy_of_text"]}},
		"another word in a long text": {
			"texts": [
				concat("", [_control, _distinct, "午未申酉"]),
				concat("", [replace(_control, "三日", "两日"), _distinct, "午未申酉"]),
			],
			"copied": {[1, "copy_of_text"]},
		},
		"words of one's own, too short for a shingle": {"texts": ["抽检", "抽检"], "copied": {[1, "copy_of_text"]}},
		"the document, twice": {
			"texts": ["筑牢安全可控发展防线", "筑牢安全可控发展防线"],
			"copied": {[0, "copy_of_source"], [1, "copy_of_source"]},
		},
		# Four shingles of five.
		"eight characters of nine": {"texts": ["甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛壬"], "copied": {[1, "copy_of_text"]}},
		# Nine shingles of eleven.
		"eighty per cent": {"texts": ["甲乙丙丁戊己庚辛壬癸子丑寅", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰"], "copied": {[1, "copy_of_text"]}},
	}
	_copied(tc.texts) == tc.copied
}

test_nothing_is_found[name] if {
	some name, texts in {
		"no texts": [],
		"texts of their own": [_control, "双人标注和入库哈希校验，异常批次隔离", "提示仅引用登记农药目录并由植保员确认"],
		"nothing but punctuation": ["。。。", "……"],
		"a term of art": ["人工智能技能培训"],
		"half from the document": [concat("", ["推进模型算法数据资源等安全能力建设建立风险监测", _distinct, "午未申酉戌亥天地玄"])],
		"a piece in common": ["双人标注和入库哈希校验，异常批次隔离", "样本入库哈希校验后由数据负责人按周抽查并登记"],
		"pieces in common, and little else": [
			concat("", ["异常批次隔离", _control]),
			concat("", [_distinct, "异常批次隔离", "按周抽查并登记", _distinct]),
		],
		# Eight shingles of eleven.
		"less than eighty per cent": ["甲乙丙丁戊己庚辛壬癸子丑", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰"],
	}
	_copied(texts) == set()
}

test_the_earlier_text_is_named if {
	copies.of([[["risks", 0], "抽检并登记"], [["risks", 1], "双人标注"], [["risks", 2], "抽检，并登记"]]) == {{
		"path": ["risks", 2],
		"related": [["risks", 0]],
		"args": {"flaw": {"term": "copy_of_text"}, "pct": 100},
	}}
}

# Where everything is alike, enough of it is named.
test_the_work_is_bounded if {
	many := [_control | some _ in numbers.range(1, thresholds.copies_compared_max.value + 5)]
	count(copies.of(_pairs(many))) == thresholds.copies_compared_max.value - 1
}

# Who writes much of one's own hides no copy behind it: only what stands in other texts as well, and half of it at least,
# takes one of the places for comparison.
test_texts_of_their_own_hide_no_copy[name] if {
	many := numbers.range(1, thresholds.copies_compared_max.value)
	some name, own in {
		"shorter than a shingle": [format_int(1000 + i, 10) | some i in many],
		"a shingle": [format_int(10000 + i, 10) | some i in many],
		"a third in common": [concat("", ["按月抽查后", format_int(10000 + i, 10), format_int(20000 + i, 10)]) | some i in many],
	}
	texts := array.concat(own, [_control, _control])
	_copied(texts) == {[count(texts) - 1, "copy_of_text"]}
}

# Other thresholds than ours find what they say.
test_any_likeness_can_be_asked_for[pct] if {
	some pct in [1, 40, 60, 95, 100]
	found := copies.of(_pairs([_control, _control])) with thresholds.copies_alike_pct_min.value as pct
	count(found) == 1
}

# Of the shingles of two texts those that both have: nine of eleven, where only the last character is another, and one of
# two, where the one text is a shingle and the other a character longer.
test_likeness_counts_all_shingles[name] if {
	some name, tc in {
		"another last character": {"texts": ["甲乙丙丁戊己庚辛壬癸子丑寅卯", "甲乙丙丁戊己庚辛壬癸子丑寅辰"], "pct": 81},
		"another first character": {"texts": ["卯甲乙丙丁戊己庚辛壬癸子丑寅", "辰甲乙丙丁戊己庚辛壬癸子丑寅"], "pct": 81},
		"one character more": {"texts": ["甲乙丙丁戊", "甲乙丙丁戊己"], "pct": 50},
	}
	found := copies.of(_pairs(tc.texts)) with thresholds.copies_alike_pct_min.value as 40
	{disagreement.args.pct | some disagreement in found} == {tc.pct}
}

# Few pieces are all looked for; of more of them every fourth, the first in the middle of the first four.
test_pieces_that_are_looked_for[n] if {
	some n, places in {1: [0], 4: [0, 1, 2, 3], 5: [2], 6: [2], 7: [2, 6], 10: [2, 6], 11: [2, 6, 10]}
	copies._probes(numbers.range(0, n - 1)) == places
}

# The more alike two texts have to be, the further apart may the pieces be: less than 100 ÷ (101 − pct).
test_pieces_stand_closer_than_differences[pct] if {
	some pct, step in {1: 1, 51: 1, 68: 3, 80: 4, 95: 16, 100: 99}
	copies._step == step with thresholds.copies_alike_pct_min.value as pct
}
