package lib.text_test

import data.lib.text

test_length[name] if {
	some name, tc in {
		"nothing": {"text": "", "length": 0},
		"ascii": {"text": "abc", "length": 3},
		"chinese": {"text": "病虫害识别", "length": 5},
		"spaces inside": {"text": "a b", "length": 2},
		"a folded scalar": {"text": "果园 病虫害\n识别", "length": 7},
		"white space only": {"text": "\u3000\u00a0\t \r\n", "length": 0},
	}
	text.length(tc.text) == tc.length
}

test_has_number[s] if {
	some s in [
		"提高 3 成", "\uff15\uff0e\uff18天", "1.9万户", "覆盖三成农户", "百分之八十", "千分之五", "三分之一", "两倍以上", "两个县",
		"三家企业", "十余家", "二十个示范点", "五百人", "三十多台", "一百五十万元", "一年内", "每一小时", "一成五", "四百二十名坐席",
	]
	text.has_number(s)
}

test_has_no_number[s] if {
	some s in [
		"", "一些", "一定", "统一", "第一", "第三次", "第二十二条", "一个平台", "一次", "一项", "万一", "十分重要", "一成不变", "千家万户", "千人千面",
		"三天两头", "数百家", "几十人", "一人一档", "百年大计", "二十大精神", "三农", "显著提升",
	]
	not text.has_number(s)
}
