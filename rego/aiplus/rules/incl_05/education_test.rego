package aiplus.rules.incl_05_test

import data.aiplus.rules.incl_05 as rule

_scenario := {
	"id": "S1",
	"name_zh": "口语陪练",
	"subject": "natural_person",
	"decision_impact": "advisory",
	"human_role": "on_loop",
	"target_groups": ["minors"],
}

_base := {
	"project": {"title_zh": "小学英语学伴", "stage": "pilot", "sector_gb4754": "P83"},
	"applicant": {"name": "某智能科技有限公司"},
	"scenarios": [_scenario],
	"inclusion": {"education": {
		"stages": ["primary"],
		"teacher_in_loop": true,
		"eval_design_zh": "两校平行班对照，前后测",
		"eval_n": 60,
		"content_review_zh": "教研员每周抽检10%",
		"minutes_cap_day": 120,
	}},
	"talent": {"team": [{"id": "T4", "role": ["domain"], "fte": 0.5}, {"id": "T5", "role": ["ai"], "fte": 1}]},
	"safety": {"transparency": {"appeal_channel_zh": "班主任", "appeal_sla_days": 3}},
}

_edited(edit) := object.union(_base, edit)

_with(edit) := _edited({"inclusion": {"education": edit}})

_without(path) := json.remove(_base, [path])

_no_domain := _edited({"talent": {"team": [{"id": "T5", "role": ["ai"], "fte": 1}, {"id": "T6", "role": ["domain"], "fte": 0}]}})

_adults := json.remove(
	object.union(_with({"stages": ["adult"]}), {"scenarios": [object.union(_scenario, {"target_groups": ["workers"]})]}),
	["inclusion/education/minutes_cap_day"],
)

_planned := json.remove(
	_edited({
		"project": {"stage": "research"},
		"plan": {"milestones": [{"id": "N1", "due": "2027-03-31", "kind": "normal", "accept_zh": "完成120人对照评估"}]},
		"finance": {"items": [{"category": "testing", "amount": 3}]},
	}),
	["inclusion/education/eval_design_zh", "inclusion/education/eval_n"],
)

_silent(scenario) := json.remove(_edited({"scenarios": [object.union(_scenario, scenario)]}), ["safety"])

_passing := {
	"compared, with a teacher": _base,
	"in English": _with({
		"eval_design_zh": "Classes assigned at random, one term",
		"content_review_zh": "T4 reads every exercise before it is published",
	}),
	"a school takes part": object.union(_no_domain, {"partners": [{"name": "某市第二小学"}]}),
	"a school applies": object.union(_no_domain, {"applicant": {"name": "Riverside School"}}),
	"adults without a limit": _adults,
	"adults for as long as they like": object.union(_adults, {"inclusion": {"education": {"minutes_cap_day": 600}}}),
	"research with a plan": _planned,
	"research with a plan and a first result": object.union(_planned, {"inclusion": {"education": {
		"eval_design_zh": "前后测",
		"eval_n": 20,
	}}}),
	"advice without an appeal": _silent({}),
	"looked at one by one": _silent({"name_zh": "升学建议", "decision_impact": "significant", "human_role": "in_loop"}),
	"significant, with an appeal": _edited({"scenarios": [object.union(_scenario, {"decision_impact": "significant"})]}),
	"a company and a school take part": object.union(_no_domain, {"partners": [{"name": "某数据公司"}, {"name": "某市第二小学"}]}),
	"a reviewer of the team, by name": object.union(
		_with({"content_review_zh": "Wang 逐条审核"}),
		{"talent": {"team": array.concat(_base.talent.team, [{"id": "Wang", "role": ["legal"], "fte": 1}])}},
	),
	"a significant decision about machines": _silent({"subject": "equipment", "decision_impact": "significant"}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["inclusion", "education", name]

test_fails_without[path] if {
	some path, want in {
		"inclusion/education/stages": _field("stages"),
		"inclusion/education/teacher_in_loop": _field("teacher_in_loop"),
		"inclusion/education/eval_design_zh": _field("eval_design_zh"),
		"inclusion/education/eval_n": _field("eval_n"),
		"inclusion/education/content_review_zh": _field("content_review_zh"),
		"inclusion/education/minutes_cap_day": _field("minutes_cap_day"),
		"scenarios": ["scenarios"],
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": want, "args": {}}}
}

test_fails_without_anything if {
	got := rule.findings with input.proposal as {}
	fields := {_field(name) |
		some name in ["stages", "teacher_in_loop", "eval_design_zh", "eval_n", "content_review_zh", "minutes_cap_day"]
	}
	got == {{"code": "missing", "path": path, "args": {}} | some path in (fields | {["scenarios"]})}
}

# Whoever does not say that there are minors among the learners shows it by the stages.
test_fails_without_a_limit_for_pupils if {
	proposal := json.remove(
		_edited({"scenarios": [object.union(_scenario, {"target_groups": ["general"]})]}),
		["inclusion/education/minutes_cap_day"],
	)
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": _field("minutes_cap_day"), "args": {}}}
}

test_fails_with_empty[name] if {
	some name in ["eval_design_zh", "content_review_zh"]
	got := rule.findings with input.proposal as _with({name: ""})
	got == {{"code": "missing", "path": _field(name), "args": {}}}
}

_appeal := {[
	"no_appeal", ["safety", "transparency", field], [["scenarios", 0, "human_role"]],
	{"scenarios": ["S1"]},
] |
	some field in ["appeal_channel_zh", "appeal_sla_days"]
}

_failing := {
	"before and after": {
		"proposal": _with({"eval_design_zh": "前后对比，提分显著"}),
		"want": {["no_comparison", _field("eval_design_zh"), [_field("eval_n")], {}]},
	},
	"without a control group": {
		"proposal": _with({"eval_design_zh": "两个班前后测，不设对照组"}),
		"want": {["no_comparison", _field("eval_design_zh"), [_field("eval_n")], {}]},
	},
	"without one, in English": {
		"proposal": _with({"eval_design_zh": "One class for a term, without any control group"}),
		"want": {["no_comparison", _field("eval_design_zh"), [_field("eval_n")], {}]},
	},
	"59 learners": {
		"proposal": _with({"eval_n": 59}),
		"want": {["sample_small", _field("eval_n"), [], {"learners": 59, "min": 60}]},
	},
	"no teacher": {
		"proposal": _with({"teacher_in_loop": false}),
		"want": {["no_teacher", _field("teacher_in_loop"), [], {}]},
	},
	"a teacher nowhere": {
		"proposal": object.union(_no_domain, {"partners": [{"name": "某数据公司"}]}),
		"want": {["teacher_absent", _field("teacher_in_loop"), [["partners"], ["talent", "team"]], {"role": {"term": "role_domain"}}]},
	},
	"a review without anything": {
		"proposal": _with({"content_review_zh": "建立严格的内容审核机制"}),
		"want": {["review_vague", _field("content_review_zh"), [], {}]},
	},
	"121 minutes": {
		"proposal": _with({"minutes_cap_day": 121}),
		"want": {["cap_unreal", _field("minutes_cap_day"), [_field("stages")], {"minutes": 121, "max": 120}]},
	},
	"a limit of 0": {
		"proposal": _with({"minutes_cap_day": 0}),
		"want": {["cap_unreal", _field("minutes_cap_day"), [_field("stages")], {"minutes": 0, "max": 120}]},
	},
	"decided without an appeal": {"proposal": _silent({"decision_impact": "significant"}), "want": _appeal},
	"admission without an appeal": {"proposal": _silent({"name_zh": "升学推荐"}), "want": _appeal},
	"a scenario without a name": {"proposal": json.remove(_silent({}), ["scenarios/0/name_zh"]), "want": _appeal},
	"a scenario without its impact": {"proposal": json.remove(_silent({}), ["scenarios/0/decision_impact"]), "want": _appeal},
	"no time for the answer": {
		"proposal": _edited({
			"scenarios": [object.union(_scenario, {"decision_impact": "significant"})],
			"safety": {"transparency": {"appeal_sla_days": 0}},
		}),
		"want": {["no_appeal", ["safety", "transparency", "appeal_sla_days"], [["scenarios", 0, "human_role"]], {"scenarios": ["S1"]}]},
	},
	"an empty list of stages": {
		"proposal": object.union(_adults, {"inclusion": {"education": {"stages": []}}}),
		"want": {["missing", _field("stages"), [], {}], ["missing", _field("minutes_cap_day"), [], {}]},
	},
	"decided without an appeal, in a scenario without an id": {
		"proposal": json.remove(_silent({"decision_impact": "significant"}), ["scenarios/0/id"]),
		"want": {[code, path, related, {"scenarios": [1]}] | some [code, path, related, _] in _appeal},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"project": {"sector_gb4754": "C36"}}
}
