package aiplus.checks.copies_test

# Each limit just met and just missed.

_letters := "abcdefghijklmnopqrstuvwxyz0123456789"

_document := "推进模型算法数据资源等安全能力建设建立风险监测预警体系构建动态协同治理格局推动人工智能应用合规透明发展确保技术创新与安全保障协同推进"

# From the document are that many pieces of five characters, the others are not.
_of_document(pieces, others) := concat("", [
	substring(_document, 0, pieces * 5),
	substring(concat("", [_letters, _letters]), 0, others * 5),
])

test_limits[name] if {
	some name, tc in {
		"three pieces of five from the document": {"texts": [_of_document(3, 2)], "copied": {[0, "copy_of_source"]}},
		"thirteen pieces of twenty-two, which is 59 %": {"texts": [_of_document(13, 9)], "copied": set()},
		"ten characters of the document": {"texts": ["建立风险监测预警体系"], "copied": {[0, "copy_of_source"]}},
		"nine characters of the document": {"texts": ["就业风险评估与应对"], "copied": set()},
		"four shingles of five, which is 80 %": {"texts": [substring(_letters, 0, 8), substring(_letters, 0, 9)], "copied": {[1, "copy_of_text"]}},
		"nineteen shingles of twenty-four, which is 79 %": {"texts": [substring(_letters, 0, 23), substring(_letters, 0, 28)], "copied": set()},
	}
	_copied(tc.texts) == tc.copied
}

# The first of forty is a copy of none.
test_forty_texts_are_compared if count(_copied([_control | some _ in numbers.range(1, 45)])) == 39
