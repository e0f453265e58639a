package aiplus.rules.safe_14_test

import data.aiplus.rules.safe_14 as rule

_scenario := {"id": "S1", "name_zh": "守护", "description_zh": "值守人员接警", "public_facing": false, "target_groups": ["elderly"]}

_adult := {"id": "D1", "purpose": ["finetune"], "pi": {"contains": true, "minors": false, "sensitive": true, "legal_basis": "consent"}}

_child := {"id": "D2", "purpose": ["eval"], "pi": {"contains": true, "minors": true, "sensitive": true, "legal_basis": "separate_consent"}}

# Older people at home.
_elderly := {
	"project": {"title_zh": "独居老人跌倒监测", "sector_gb4754": "Q85"},
	"scenarios": [_scenario],
	"data": {"datasets": [_adult, {"id": "D3", "pi": {"contains": false}}]},
	"safety": {"vulnerable": {"elderly_guidance": true, "human_channel": true}},
	"inclusion": {"accessibility": {"human_service": true, "user_tests_n": 24}},
}

# Pupils at a primary school.
_pupils := {
	"project": {"title_zh": "作业辅导", "sector_gb4754": "P83"},
	"scenarios": [object.union(_scenario, {"target_groups": ["minors"]})],
	"data": {"datasets": [_child]},
	"safety": {"vulnerable": {"minor_mode": true, "guardian_consent": true}},
	"inclusion": {"education": {"stages": ["primary"], "minutes_cap_day": 30}},
}

# Somebody to talk to.
_company := {
	"project": {"title_zh": "夜间倾听"},
	"scenarios": [object.union(_scenario, {"target_groups": ["emotional_companionship"]})],
	"data": {"datasets": [object.union(_adult, {"pi": {"legal_basis": "separate_consent"}})]},
	"safety": {"vulnerable": {
		"crisis_protocol_zh": "识别自伤表达后 2 分钟内人工接手，可随时退出",
		"usage_reminder_min": 120,
	}},
}

_said(proposal, edit) := object.union(proposal, {"safety": {"vulnerable": edit}})

_for_group(group, edit) := {
	"project": {"title_zh": "辅助器具"},
	"scenarios": [object.union(_scenario, {"target_groups": [group], "public_facing": true})],
	"safety": {"vulnerable": edit},
}

_seniors := object.union(_pupils, {
	"data": {"datasets": [_adult]},
	"inclusion": {"education": {"stages": ["senior", "vocational"]}},
})

_described(text) := object.union(_pupils, {"scenarios": [{
	"id": "S1", "name_zh": "作业辅导", "description_zh": text,
	"public_facing": false, "target_groups": ["minors"],
}]})

_seniors_without_guardians := json.remove(_seniors, ["safety/vulnerable/guardian_consent"])

_capped(minutes) := object.union(_pupils, {"inclusion": {"education": {"minutes_cap_day": minutes}}})

_uncapped := json.remove(_pupils, ["inclusion/education/minutes_cap_day"])

_untested := json.remove(_elderly, ["inclusion/accessibility/user_tests_n"])

_trained(courses) := object.union(_untested, {"employment": {"training": courses}})

_resting_on(basis) := object.union(_pupils, {"data": {"datasets": [object.union(_child, {"pi": {"legal_basis": basis}})]}})

_passing := {
	"older people": _elderly,
	"guidance by a course": _trained([{"audience": "public", "hours": 2}]),
	"guidance by a course of an hour": _trained([{"audience": "public", "hours": 1}]),
	"guidance by one course of two": _trained([{"audience": "all_staff", "hours": 8}, {"audience": "public", "hours": 2}]),
	"a mode for minors, where there are none": _said(_elderly, {"minor_mode": true}),
	"a virtual relative, where there are no minors": object.union(_elderly, {"scenarios": [object.union(
		_scenario,
		{"description_zh": "陪老人聊天的虚拟亲人"},
	)]}),
	"a protocol without number and exit, where nobody is kept company": _said(_elderly, {"crisis_protocol_zh": "及时转人工"}),
	"older people, whose data rest on nothing that is said": json.remove(_elderly, ["data/datasets/0/pi/legal_basis"]),
	"guidance by an introduction": object.union(
		json.remove(_elderly, ["inclusion/accessibility"]),
		{"inclusion": {"threshold": {"onboarding_hours": 0.5}}},
	),
	"pupils": _pupils,
	"pupils without guidance for older people": _said(_pupils, {"elderly_guidance": false}),
	"pupils with guidance for older people, supported by nothing": _said(_pupils, {"elderly_guidance": true}),
	"pupils with a reminder": _said(_uncapped, {"usage_reminder_min": 40}),
	"pupils with a reminder at once": _said(_uncapped, {"usage_reminder_min": 1}),
	"pupils with a reminder as late as allowed": _said(_uncapped, {"usage_reminder_min": 120}),
	"pupils with a minute a day": _capped(1),
	"pupils with as much time a day as allowed": _capped(120),
	"pupils of fourteen and more, without guardians": _seniors_without_guardians,
	"pupils of fourteen and more, whose guardians are not asked": _said(_seniors, {"guardian_consent": false}),
	"data of children by consent": _resting_on("consent"),
	"data of children by statute": _resting_on("statutory_duty"),
	"data of children for public health": _resting_on("public_health"),
	"data of adults on another basis": object.union(_pupils, {"data": {"datasets": [
		_child,
		object.union(_adult, {"pi": {"legal_basis": "public_info"}}),
	]}}),
	"no partners offered": _described("不提供虚拟亲属、虚拟恋人等功能"),
	"no partners offered in English": _described("There are no virtual partners."),
	"company": _company,
	"company that learns from nobody": object.union(_company, {"data": {"datasets": [object.union(
		_adult,
		{"purpose": ["eval"]},
	)]}}),
	"company that learns from what holds nobody": object.union(_company, {"data": {"datasets": [
		{"id": "D4", "purpose": ["finetune"], "pi": {"contains": false}},
	]}}),
	"company that learns from what is not sensitive": object.union(_company, {"data": {"datasets": [object.union(
		_adult,
		{"pi": {"sensitive": false}},
	)]}}),
	"a way out in the description": object.union(
		_said(_company, {"crisis_protocol_zh": "拨打 12356 并转人工"}),
		{"scenarios": [object.union(_company.scenarios[0], {"description_zh": "一键退出"})]},
	),
	"disabled people": _for_group("disabled", {"human_channel": true}),
	"patients": _for_group("patients", {"human_channel": true}),
	"patients whom only staff serve, without a person": object.union(
		_for_group("patients", {"human_channel": false}),
		{"scenarios": [object.union(_scenario, {"target_groups": ["patients"]})]},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["safety", "vulnerable", field]

_pi(i, field) := ["data", "datasets", i, "pi", field]

_groups := [["scenarios", 0, "target_groups"]]

# What shows the pupils whom no scenario names.
_shown := [["data", "datasets", 0, "pi", "minors"], ["inclusion", "education", "stages"]]

test_fails_without[name] if {
	some name, tc in {
		"the section": {"proposal": json.remove(_elderly, ["safety"]), "want": ["safety", "vulnerable"]},
		"anything in the section": {
			"proposal": object.union(json.remove(_elderly, ["safety"]), {"safety": {"vulnerable": {}}}),
			"want": ["safety", "vulnerable"],
		},
		"guidance": {"proposal": json.remove(_elderly, ["safety/vulnerable/elderly_guidance"]), "want": _at("elderly_guidance")},
		"a person": {"proposal": json.remove(_elderly, ["safety/vulnerable/human_channel"]), "want": _at("human_channel")},
		"a mode for minors": {"proposal": json.remove(_pupils, ["safety/vulnerable/minor_mode"]), "want": _at("minor_mode")},
		"guardians": {
			"proposal": json.remove(_pupils, ["safety/vulnerable/guardian_consent"]),
			"want": _at("guardian_consent"),
		},
		"guardians of unknown pupils": {
			"proposal": object.union(
				json.remove(_pupils, ["safety/vulnerable/guardian_consent", "inclusion"]),
				{"project": {"sector_gb4754": "I65"}, "data": {"datasets": []}, "safety": {"vulnerable": {"usage_reminder_min": 30}}},
			),
			"want": _at("guardian_consent"),
		},
		"guardians of children in the data": {
			"proposal": object.union(
				json.remove(_seniors, ["safety/vulnerable/guardian_consent"]),
				{"data": {"datasets": [_child]}},
			),
			"want": _at("guardian_consent"),
		},
		"stages of school": {
			"proposal": json.remove(
				_said(_pupils, {"usage_reminder_min": 30}),
				["inclusion/education/stages"],
			),
			"want": ["inclusion", "education", "stages"],
		},
		"a protocol": {
			"proposal": object.union(
				json.remove(_company, ["safety/vulnerable/crisis_protocol_zh"]),
				{"scenarios": [object.union(_company.scenarios[0], {"description_zh": "一键退出"})]},
			),
			"want": _at("crisis_protocol_zh"),
		},
		"a reminder": {
			"proposal": json.remove(_company, ["safety/vulnerable/usage_reminder_min"]),
			"want": _at("usage_reminder_min"),
		},
		"the title": {"proposal": json.remove(_elderly, ["project/title_zh"]), "want": ["project", "title_zh"]},
		"whether it is public": {
			"proposal": json.remove(_elderly, ["scenarios/0/public_facing"]),
			"want": ["scenarios", 0, "public_facing"],
		},
		"a group besides another": {
			"proposal": object.union(_elderly, {"scenarios": [_scenario, object.remove(_scenario, ["target_groups"])]}),
			"want": ["scenarios", 1, "target_groups"],
		},
		"whether data are personal": {
			"proposal": json.remove(_elderly, ["data/datasets/1/pi"]),
			"want": _pi(1, "contains"),
		},
		"whether data are of children": {
			"proposal": json.remove(_elderly, ["data/datasets/0/pi/minors"]),
			"want": _pi(0, "minors"),
		},
		"what personal data rest on": {
			"proposal": json.remove(_company, ["data/datasets/0/pi/legal_basis"]),
			"want": _pi(0, "legal_basis"),
		},
		"a person for disabled people": {
			"proposal": _for_group("disabled", {"minor_mode": false}),
			"want": _at("human_channel"),
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

# Whoever serves younger pupils beside older ones asks their guardians.
test_fails_without_guardians_of_younger_pupils[stage] if {
	some stage in ["preschool", "primary", "junior"]
	proposal := object.union(_seniors_without_guardians, {"inclusion": {"education": {"stages": ["senior", stage]}}})
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": _at("guardian_consent"), "args": {}}}
}

# Without scenarios the title still speaks.
test_fails_without_scenarios if {
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as object.union(
		json.remove(_elderly, ["scenarios"]),
		{"project": {"title_zh": "社区养老"}},
	)
	got == {["scenarios"]}
}

# What is left open about talk counts as sensitive and as taught.
test_fails_as_before_without[path] if {
	some path in ["data/datasets/0/pi/sensitive", "data/datasets/0/purpose"]
	proposal := json.remove(object.union(_company, {"data": {"datasets": [_adult]}}), [path])
	got := {f.code | some f in rule.findings} with input.proposal as proposal
	got == {"talk_trained_on"}
}

_failing := {
	"pupils that no scenario names": {
		"proposal": object.union(_pupils, {"scenarios": [object.union(_scenario, {"target_groups": ["general"]})]}),
		"want": {["group_unnamed", ["scenarios"], _shown, {"group": {"term": "group_minors"}}]},
	},
	"no mode for minors": {
		"proposal": _said(_pupils, {"minor_mode": false}),
		"want": {["minor_mode_off", _at("minor_mode"), _groups, {}]},
	},
	"no mode for minors, and no limit": {
		"proposal": _said(_uncapped, {"minor_mode": false}),
		"want": {["minor_mode_off", _at("minor_mode"), _groups, {}]},
	},
	"a mode without a limit": {
		"proposal": _said(object.union(_pupils, {"inclusion": {"education": {"minutes_cap_day": 0}}}), {"usage_reminder_min": 121}),
		"want": {[
			"minor_mode_unlimited",
			_at("usage_reminder_min"),
			[["inclusion", "education", "minutes_cap_day"], _at("minor_mode")],
			{"max": 120},
		]},
	},
	"a cap of many hours": {
		"proposal": _said(object.union(_pupils, {"inclusion": {"education": {"minutes_cap_day": 121}}}), {"usage_reminder_min": 0}),
		"want": {[
			"minor_mode_unlimited",
			_at("usage_reminder_min"),
			[["inclusion", "education", "minutes_cap_day"], _at("minor_mode")],
			{"max": 120},
		]},
	},
	"guardians that are not asked": {
		"proposal": _said(_pupils, {"guardian_consent": false}),
		"want": {["guardians_not_asked", _at("guardian_consent"), _groups, {}]},
	},
	"guardians that are not asked, and data on another basis": {
		"proposal": _said(_resting_on("public_info"), {"guardian_consent": false}),
		"want": {["guardians_not_asked", _at("guardian_consent"), _groups, {}]},
	},
	"guardians that are not asked, and data on no basis": {
		"proposal": _said(json.remove(_pupils, ["data/datasets/0/pi/legal_basis"]), {"guardian_consent": false}),
		"want": {
			["missing", _pi(0, "legal_basis"), [], {}],
			["guardians_not_asked", _at("guardian_consent"), _groups, {}],
		},
	},
	"consent that data without a name do not know": {
		"proposal": object.union(_pupils, {"data": {"datasets": [_child, object.union(
			object.remove(_child, ["id"]),
			{"pi": {"legal_basis": "public_info"}},
		)]}}),
		"want": {[
			"consent_contradicted", _pi(1, "legal_basis"), [_pi(1, "minors"), _at("guardian_consent")],
			{"dataset": 2},
		]},
	},
	"consent that the data do not know": {
		"proposal": object.union(_pupils, {"data": {"datasets": [object.union(_child, {"pi": {"legal_basis": "public_info"}})]}}),
		"want": {[
			"consent_contradicted", _pi(0, "legal_basis"), [_pi(0, "minors"), _at("guardian_consent")],
			{"dataset": "D2"},
		]},
	},
	"a virtual partner": {
		"proposal": _described("陪伴学生的虚拟恋人"),
		"want": {["virtual_kin", ["scenarios", 0, "description_zh"], _groups, {"words": "虚拟恋人"}]},
	},
	"a virtual parent in the name": {
		"proposal": object.union(_pupils, {"scenarios": [object.union(
			_scenario,
			{"target_groups": ["minors"], "name_zh": "虚拟父母"},
		)]}),
		"want": {["virtual_kin", ["scenarios", 0, "name_zh"], _groups, {"words": "虚拟父母"}]},
	},
	"pupils that no scenario names, without a mode and without guardians": {
		"proposal": _said(
			object.union(_pupils, {"scenarios": [object.union(_scenario, {"target_groups": ["general"]})]}),
			{"minor_mode": false, "guardian_consent": false},
		),
		"want": {
			["group_unnamed", ["scenarios"], _shown, {"group": {"term": "group_minors"}}],
			["minor_mode_off", _at("minor_mode"), _shown, {}],
			["guardians_not_asked", _at("guardian_consent"), _shown, {}],
		},
	},
	"older people that only the title names, without a person": {
		"proposal": _said(
			object.union(_elderly, {
				"project": {"title_zh": "社区养老"},
				"scenarios": [object.union(_scenario, {"target_groups": ["general"]})],
			}),
			{"human_channel": false},
		),
		"want": {
			["group_unnamed", ["scenarios"], [["project", "title_zh"]], {"group": {"term": "group_elderly"}}],
			["elderly_without_person", _at("human_channel"), [["project", "title_zh"]], {}],
		},
	},
	"older people without guidance": {
		"proposal": _said(_elderly, {"elderly_guidance": false}),
		"want": {["elderly_not_guided", _at("elderly_guidance"), _groups, {}]},
	},
	"older people without guidance, and nothing that would support it": {
		"proposal": _said(_untested, {"elderly_guidance": false}),
		"want": {["elderly_not_guided", _at("elderly_guidance"), _groups, {}]},
	},
	"guidance in name": {
		"proposal": object.union(
			_elderly,
			{
				"inclusion": {"accessibility": {"user_tests_n": 0}, "threshold": {"onboarding_hours": 0}},
				"employment": {"training": [{"audience": "public", "hours": 0}, {"audience": "all_staff", "hours": 8}]},
			},
		),
		"want": {[
			"guidance_unsupported", _at("elderly_guidance"),
			[["inclusion", "accessibility", "user_tests_n"], ["inclusion", "threshold", "onboarding_hours"]],
			{},
		]},
	},
	"older people without a person": {
		"proposal": _said(_elderly, {"human_channel": false}),
		"want": {["elderly_without_person", _at("human_channel"), _groups, {}]},
	},
	"older people without a person, and without service": {
		"proposal": _said(
			object.union(_elderly, {"inclusion": {"accessibility": {"human_service": false}}}),
			{"human_channel": false},
		),
		"want": {["elderly_without_person", _at("human_channel"), _groups, {}]},
	},
	"a person who is not there": {
		"proposal": object.union(_elderly, {"inclusion": {"accessibility": {"human_service": false}}}),
		"want": {["person_contradicted", _at("human_channel"), [["inclusion", "accessibility", "human_service"]], {}]},
	},
	"disabled people without a person": {
		"proposal": _for_group("disabled", {"human_channel": false}),
		"want": {["group_without_person", _at("human_channel"), _groups, {"group": {"term": "helped_disabled"}}]},
	},
	"patients without a person": {
		"proposal": _for_group("patients", {"human_channel": false}),
		"want": {["group_without_person", _at("human_channel"), _groups, {"group": {"term": "helped_patients"}}]},
	},
	"a late reminder": {
		"proposal": _said(_company, {"usage_reminder_min": 121}),
		"want": {["reminder_late", _at("usage_reminder_min"), [], {"minutes": 121, "max": 120}]},
	},
	"no reminder": {
		"proposal": _said(_company, {"usage_reminder_min": 0}),
		"want": {["reminder_late", _at("usage_reminder_min"), [], {"minutes": 0, "max": 120}]},
	},
	"a vague protocol": {
		"proposal": _said(_company, {"crisis_protocol_zh": "及时人工介入，可随时退出"}),
		"want": {["crisis_vague", _at("crisis_protocol_zh"), [], {}]},
	},
	"no way out": {
		"proposal": _said(_company, {"crisis_protocol_zh": "拨打 12356 并转人工"}),
		"want": {["exit_unsaid", _at("crisis_protocol_zh"), [["scenarios", 0, "description_zh"]], {}]},
	},
	"taught with what was told": {
		"proposal": object.union(_company, {"data": {"datasets": [object.remove(_adult, ["id"])]}}),
		"want": {[
			"talk_trained_on",
			_pi(0, "legal_basis"),
			[_pi(0, "sensitive"), ["data", "datasets", 0, "purpose"]],
			{"dataset": 1},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_applies[name] if {
	some name, proposal in {"older people": _elderly, "pupils": _pupils, "company": _company}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as {
		"project": {"title_zh": "质量检测"},
		"scenarios": [object.union(_scenario, {"target_groups": ["workers"]})],
	}
}
