package aiplus.rules.govn_01_test

import data.aiplus.rules.govn_01 as rule

_governance := {
	"body": {
		"name": "智能质检治理委员会", "members": ["T1", "T7", "T9", "T11", "P1"], "charter": "EV-41",
		"meets_per_year": 2,
	},
	"review": {
		"interval_months": 12,
		"change_triggers_zh": ["模型或基座版本更新", "法律法规或国家标准变更", "发生III级及以上事件"],
		"regulator_contact": "宁波市经济和信息化局智能制造处",
	},
	"stakeholders": [
		{"group": "工会与检验员代表", "how_zh": "四厂各一场座谈，听取意见63条", "when": "2026-09-05"},
		{"group": "供应商代表", "how_zh": "每季座谈并记录意见", "when": "2027-12-20"},
	],
}

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"start": "2026-12-01", "end": "2028-11-30"},
	"applicant": {"name": "某汽车零部件公司", "size": "large", "employees": 4200},
	"partners": [{"id": "P1", "name": "某研究院"}],
	"talent": {"team": [
		{"id": "T1", "role": ["pi"], "fte": 0.5, "org": "applicant"},
		{"id": "T7", "role": ["domain"], "fte": 1},
		{"id": "T9", "role": ["security"], "fte": 1, "org": "applicant"},
		{"id": "T11", "role": ["hr"], "fte": 0.8, "org": "applicant"},
		{"id": "T2", "role": ["ai"], "fte": 1, "org": "P1"},
	]},
	"finance": {"total_cny_wan": 3600},
	"governance": _governance,
	"evidence": [
		{"id": "EV-41", "kind": "policy", "issuer": "某公司", "issued_on": "2026-07-08", "number": "7", "sha256": "a"},
		{"id": "EV-42", "kind": "policy", "issuer": "某公司", "issued_on": "2026-07-08", "number": "8"},
	],
}

_with(section, changes) := object.union(_base, {"governance": {section: changes}})

_seated(members) := _with("body", {"members": members})

_heard(stakeholders) := object.union(_base, {"governance": {"stakeholders": stakeholders}})

_triggered(triggers) := _with("review", {"change_triggers_zh": triggers})

_micro := object.union(_base, {
	"applicant": {"size": "micro", "employees": 8, "revenue_cny_wan": 90, "sector_gb4754": "I65"},
	"finance": {"total_cny_wan": 60},
	"partners": [],
	"governance": {"body": {"members": ["T1"], "charter": "每季度核对风险清单与用药投诉", "meets_per_year": 1}},
})

# A small project of one organisation.
_alone := json.remove(
	object.union(_base, {
		"finance": {"total_cny_wan": 300},
		"partners": [],
		"governance": {"body": {"members": ["T1", "T7", "T9", "T11"]}},
		"plan": {"work_packages": [{"id": "W1", "lead": "applicant"}]},
	}),
	["talent/team/4"],
)

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"a person of the partner for the partner": _seated(["T1", "T7", "T9", "T2"]),
		"a charter in words": _with("body", {"charter": "每季度召开会议，三分之二以上成员到会方可表决，议题提前5日送达"}),
		"reviewed every month": _with("review", {"interval_months": 1}),
		"triggers in English, in one text": _triggered(["New version of a model, change of a law, incident of level III"]),
		"heard on the first day": _heard([{"group": "工会", "how_zh": "座谈1次", "when": "2026-12-01"}]),
		"micro: an owner and a checklist": _micro,
		"micro without name and meetings": json.remove(_micro, ["governance/body/name", "governance/body/meets_per_year"]),
		"a small project of one organisation": _alone,
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"governance/body": ["governance", "body"],
	"governance/body/name": ["governance", "body", "name"],
	"governance/body/members": ["governance", "body", "members"],
	"governance/body/charter": ["governance", "body", "charter"],
	"governance/body/meets_per_year": ["governance", "body", "meets_per_year"],
	"governance/review": ["governance", "review"],
	"governance/review/interval_months": ["governance", "review", "interval_months"],
	"governance/review/change_triggers_zh": ["governance", "review", "change_triggers_zh"],
	"governance/review/regulator_contact": ["governance", "review", "regulator_contact"],
	"governance/stakeholders": ["governance", "stakeholders"],
	"governance/stakeholders/1/group": ["governance", "stakeholders", 1, "group"],
	"governance/stakeholders/1/how_zh": ["governance", "stakeholders", 1, "how_zh"],
	"governance/stakeholders/1/when": ["governance", "stakeholders", 1, "when"],
	"project/start": ["project", "start"],
}

test_fails_without[removed] if {
	some removed, path in _missing
	got := rule.findings with input.proposal as json.remove(_base, [removed])
	got == {{"code": "missing", "path": path, "args": {}}}
}

test_fails_on_no_triggers_once if {
	got := rule.findings with input.proposal as _triggered([])
	got == {{"code": "missing", "path": ["governance", "review", "change_triggers_zh"], "args": {}}}
}

test_fails_on_an_empty_charter_once if {
	got := rule.findings with input.proposal as _with("body", {"charter": ""})
	got == {{"code": "missing", "path": ["governance", "body", "charter"], "args": {}}}
}

_members := ["governance", "body", "members"]

_no_side(side) := {
	"code": "side_absent",
	"path": _members,
	"related": [["talent", "team"]],
	"args": {"side": {"term": side}},
}

_one_organisation(count) := {
	"code": "one_organisation",
	"path": _members,
	"related": [["partners"]],
	"args": {"count": count},
}

_busy := {
	"talent": {"team": array.concat(
		[object.union(_base.talent.team[0], {"fte": 0.2})],
		array.slice(_base.talent.team, 1, 5),
	)},
	"safety": {"risks": [{"owner": "T1"} | some _ in numbers.range(1, 6)]},
}

test_fails[name] if {
	some name, tc in {
		"a member nobody knows": {"proposal": _seated(["T1", "T7", "T9", "T11", "P1", "T99"]), "want": {{
			"code": "member_unknown",
			"path": array.concat(_members, [5]),
			"related": [["talent", "team"]],
			"args": {"id": "T99", "role": {"term": "role_any"}, "flaw": {"term": "person_unknown"}},
		}}},
		"a member with six posts and no time": {"proposal": object.union(_base, _busy), "want": {{
			"code": "member_overloaded",
			"path": array.concat(_members, [0]),
			"related": [["talent", "team"]],
			"args": {"id": "T1", "role": {"term": "role_any"}, "flaw": {"term": "person_overloaded"}},
		}}},
		"all of one organisation": {"proposal": _seated(["T1", "T7", "T9", "T11"]), "want": {_one_organisation(4)}},
		"all of one organisation, others lead a task": {
			"proposal": object.union(_alone, {"plan": {"work_packages": [{"id": "W1", "lead": "P1"}]}}),
			"want": {_one_organisation(4)},
		},
		"all of one organisation, others lead one task of two": {
			"proposal": object.union(_alone, {"plan": {"work_packages": [{"id": "W1", "lead": "applicant"}, {"id": "W2", "lead": "P1"}]}}),
			"want": {_one_organisation(4)},
		},
		"all of one organisation, others in the team": {
			"proposal": object.union(_alone, {"talent": {"team": _base.talent.team}}),
			"want": {_one_organisation(4)},
		},
		"all of one organisation, with a partner": {
			"proposal": object.union(_alone, {"partners": [{"id": "P1", "name": "某研究院"}]}),
			"want": {_one_organisation(4)},
		},
		"alone in a large project": {
			"proposal": object.union(_alone, {"finance": {"total_cny_wan": 1000}}),
			"want": {_one_organisation(4)},
		},
		"nobody for security": {"proposal": _seated(["T1", "T7", "T11", "P1"]), "want": {_no_side("side_security")}},
		"nobody for the domain": {"proposal": _seated(["T1", "T9", "T11", "P1"]), "want": {_no_side("side_domain")}},
		"nobody for the people": {
			"proposal": object.union(_alone, {"governance": {"body": {"members": ["T7", "T9"]}}}),
			"want": {_no_side("side_people")},
		},
		"one meeting": {"proposal": _with("body", {"meets_per_year": 1}), "want": {{
			"code": "meets_seldom",
			"path": ["governance", "body", "meets_per_year"],
			"args": {"meetings": 1, "min": 2},
		}}},
		"a charter without a file": {"proposal": _with("body", {"charter": "EV-42"}), "want": {{
			"code": "charter_weak",
			"path": ["governance", "body", "charter"],
			"related": [["evidence", 1]],
			"args": {"evidence": "EV-42", "flaw": {"term": "evidence_no_hash"}},
		}}},
		"a charter of no substance": {"proposal": _with("body", {"charter": "统筹协调各项工作"}), "want": {{
			"code": "charter_vague",
			"path": ["governance", "body", "charter"],
			"args": {},
		}}},
		"a review after more than a year": {"proposal": _with("review", {"interval_months": 13}), "want": {{
			"code": "interval_out",
			"path": ["governance", "review", "interval_months"],
			"args": {"months": 13, "max": 12},
		}}},
		"no review": {"proposal": _with("review", {"interval_months": 0}), "want": {{
			"code": "interval_out",
			"path": ["governance", "review", "interval_months"],
			"args": {"months": 0, "max": 12},
		}}},
		"no incident among the triggers": {"proposal": _triggered(["模型版本更新", "法律法规变更"]), "want": {{
			"code": "trigger_absent",
			"path": ["governance", "review", "change_triggers_zh"],
			"args": {"trigger": {"term": "trigger_incident"}},
		}}},
		"departments concerned": {"proposal": _with("review", {"regulator_contact": "有关部门"}), "want": {{
			"code": "regulator_vague",
			"path": ["governance", "review", "regulator_contact"],
			"args": {"contact": "有关部门"},
		}}},
		"heard when it has begun": {
			"proposal": _heard([
				{"group": "供应商", "how_zh": "座谈2次", "when": "2027-12-20"},
				{"group": "工会", "how_zh": "座谈1次", "when": "2026-12-02"},
			]),
			"want": {{
				"code": "heard_late",
				"path": ["governance", "stakeholders", 1, "when"],
				"related": [["project", "start"]],
				"args": {"date": "2026-12-02", "limit": "2026-12-01"},
			}},
		},
		"heard in no number": {
			"proposal": _heard([{"group": "社会各界", "how_zh": "广泛听取意见", "when": "2026-09-05"}]),
			"want": {{
				"code": "how_vague",
				"path": ["governance", "stakeholders"],
				"related": [["governance", "stakeholders", 0, "how_zh"]],
				"args": {},
			}},
		},
		"one text for two": {
			"proposal": _heard([
				{"group": "工会", "how_zh": "召开专题座谈会3次并逐条答复意见", "when": "2026-09-05"},
				{"group": "客户", "how_zh": "召开专题座谈会3次并逐条答复意见", "when": "2026-09-06"},
			]),
			"want": {{
				"code": "copied",
				"path": ["governance", "stakeholders", 1, "how_zh"],
				"related": [["governance", "stakeholders", 0, "how_zh"]],
				"args": {"flaw": {"term": "copy_of_text"}, "pct": 100},
			}},
		},
		"the words of the policy": {
			"proposal": object.union(_micro, {"governance": {"body": {"charter": "构建动态协同治理格局，推动人工智能应用合规透明发展"}}}),
			"want": {{
				"code": "copied",
				"path": ["governance", "body", "charter"],
				"related": [],
				"args": {"flaw": {"term": "copy_of_source"}, "pct": 100},
			}},
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == tc.want
}

# Without its own words for a thing, no trigger is taken for it.
test_fails_on_each_trigger_that_is_absent if {
	found := rule.findings with input.proposal as _triggered(["情况变化"])
	{finding.args.trigger.term | some finding in found} == {"trigger_version", "trigger_law", "trigger_incident"}
}

test_applies_to_every_project if {
	rule.applies with input.proposal as {}
}

test_applies_by_default_to_nothing if {
	rule.applies == false with data.aiplus.flags.all as false
}

# An empty section or list is one finding, and one entry in it is not yet the rest.
test_fails_on_what_is_empty[name] if {
	some name, tc in {
		"a body": {"proposal": _only("body", {}), "want": {["governance", "body"]}},
		"a body with a charter": {"proposal": _only("body", {"charter": "EV-41"}), "want": {_members, ["governance", "body", "name"], ["governance", "body", "meets_per_year"]}},
		"members": {"proposal": _seated([]), "want": {_members}},
		"a review": {"proposal": _only("review", {}), "want": {["governance", "review"]}},
		"a review with an interval": {
			"proposal": _only("review", {"interval_months": 12}),
			"want": {["governance", "review", "change_triggers_zh"], ["governance", "review", "regulator_contact"]},
		},
		"stakeholders": {"proposal": _heard([]), "want": {["governance", "stakeholders"]}},
		"how one is heard, beside one heard in no number": {
			"proposal": _heard([
				{"group": "工会", "how_zh": "", "when": "2026-09-05"},
				{"group": "社会各界", "how_zh": "广泛听取意见", "when": "2026-09-05"},
			]),
			"want": {["governance", "stakeholders", 0, "how_zh"]},
		},
		"when one is heard, beside one heard late": {
			"proposal": _heard([
				{"group": "工会", "how_zh": "座谈1次"},
				{"group": "供应商", "how_zh": "座谈2次", "when": "2027-12-20"},
			]),
			"want": {["governance", "stakeholders", 0, "when"]},
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": path, "args": {}} | some path in tc.want}
}

_only(section, content) := object.union(
	json.remove(_base, [concat("/", ["governance", section])]),
	{"governance": {section: content}},
)

test_fails_on_one_member_of_one_side if {
	got := rule.findings with input.proposal as _seated(["T9"])
	got == {_no_side("side_domain"), _no_side("side_people"), _one_organisation(1)}
}

# What names a document is judged as a document, whatever follows its number.
test_fails_on_a_charter_behind_the_number_of_a_document if {
	charter := "EV-41 构建动态协同治理格局，推动人工智能应用合规透明发展"
	found := rule.findings with input.proposal as _with("body", {"charter": charter})
	{[finding.code, finding.args.flaw.term] | some finding in found} == {["charter_weak", "evidence_unknown"]}
}
