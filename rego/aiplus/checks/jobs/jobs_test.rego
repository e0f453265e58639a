package aiplus.checks.jobs_test

import data.aiplus.checks.jobs

_signs(proposal) := {d.args.sign | some d in jobs.undeclared with input.proposal as proposal}

_kpi(name, category, direction) := {"kpis": [{"id": "K1", "name_zh": name, "unit": "%", "category": category, "direction": direction}]}

test_indicator_is_a_sign[name] if {
	some name, tc in {
		"人效提升": ["productivity", "up"],
		"减员比例": ["cost", "up"],
		"岗位替代率": ["productivity", "up"],
		"人工成本": ["cost", "down"],
		"单线用工人数": ["cost", "down"],
		"人力投入": ["productivity", "down"],
		"节省人力": ["cost", "up"],
		"用工减少比例": ["employment", "up"],
		"Headcount per line": ["cost", "down"],
		"Labour cost": ["cost", "down"],
		"labor cost saving": ["cost", "up"],
		"Staffing": ["employment", "down"],
	}
	[category, direction] := tc
	_signs(_kpi(name, category, direction)) == {name}
}

test_indicator_is_no_sign[name] if {
	some name, tc in {
		"亩均农药用量": ["cost", "down"],
		"单名植保员日均诊断园块数": ["productivity", "up"],
		"减员率": ["employment", "down"],
		"新增用工人数": ["employment", "up"],
		"人工成本指数": ["cost", "up"],
		"关键部件国产替代率": ["productivity", "up"],
		"人效满意度": ["service", "up"],
		"单位能耗降低比例": ["cost", "up"],
	}
	[category, direction] := tc
	_signs(_kpi(name, category, direction)) == set()
}

test_unit_counts_too[name] if {
	some name, tc in {
		"beside a name": {"kpi": {"name_zh": "单线成本"}, "sign": "单线成本"},
		"without one": {"kpi": {}, "sign": "万元人工成本/年"},
	}
	kpi := object.union({"category": "cost", "unit": "万元人工成本/年", "direction": "down"}, tc.kpi)
	_signs({"kpis": [kpi]}) == {tc.sign}
}

test_without_unit_and_direction[name] if {
	some name in ["人效", "用工人数"]
	_signs({"kpis": [{"id": "K1", "name_zh": name, "category": "productivity"}]}) == {name}
}

test_summary_is_a_sign[summary] if {
	some summary, sign in {
		"上线后预计减少420人，成本下降": "减少420人",
		"可减少约三百名人": "减少约三百名人",
		"压减一线用工并提高质量": "压减一线用工",
		"减少质检员配置": "减少质检员",
		"逐步替代八成人工坐席岗位": "替代八成人工坐席岗位",
		"全面取代现有审核人员": "取代现有审核人员",
		"The system replaces 600 call-centre jobs within a year.": "replaces 600 call-centre jobs",
		"It will reduce the headcount of the night shift.": "reduce the headcount",
		"减少\uff14\uff12\uff10人": "减少\uff14\uff12\uff10人",
	}
	_signs({"project": {"summary_zh": summary}}) == {sign}
}

test_summary_is_no_sign[summary] if {
	some summary in [
		"减少人员伤亡和设备停机",
		"减少患者往返3万人次",
		"减少2万人次排队",
		"加快关键部件国产替代，稳定岗位",
		"减少误报。培训一线人员",
		"减少用药量，培训果农60人",
		"Replaces the paper form. Jobs are not affected.",
		"新增30个岗位",
	]
	_signs({"project": {"summary_zh": summary}}) == set()
}

test_declared_is_nobodys_business_here[headcount] if {
	some headcount in [1, 600]
	proposal := object.union(
		_kpi("人效", "productivity", "up"),
		{"project": {"summary_zh": "减少420人"}, "employment": {"assessment": {"scope_headcount": headcount}}},
	)
	_signs(proposal) == set()
}

test_nought_is_a_declaration_too if {
	proposal := object.union(
		_kpi("人效", "productivity", "up"),
		{"project": {"summary_zh": "减少420人"}, "employment": {"assessment": {"scope_headcount": 0}}},
	)
	got := jobs.undeclared with input.proposal as proposal
	got == {
		{
			"path": ["employment", "assessment", "scope_headcount"],
			"related": [["kpis", 0]],
			"args": {"sign": "人效"},
		},
		{
			"path": ["employment", "assessment", "scope_headcount"],
			"related": [["project", "summary_zh"]],
			"args": {"sign": "减少420人"},
		},
	}
}

test_nothing_said_is_no_sign if _signs({}) == set()
