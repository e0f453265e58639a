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

# Other thresholds than ours find what they say.
test_any_likeness_can_be_asked_for[pct] if {
	some pct in [40, 60, 95, 100]
	found := copies.of(_pairs([_control, _control])) with thresholds.copies_alike_pct_min.value as pct
	count(found) == 1
}
