package aiplus.rules.govn_02_test

import data.aiplus.rules.govn_02 as rule

_scenario := {
	"id": "S1",
	"subject": "natural_person",
	"decision_impact": "significant",
	"human_role": "in_loop",
	"autonomy_level": 1,
	"target_groups": ["general"],
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"start": "2026-11-01", "end": "2028-10-31", "sector_gb4754": "J66"},
	"applicant": {"name": "某县人民医院"},
	"scenarios": [_scenario],
	"plan": {"milestones": [
		{"id": "N1", "due": "2027-06-30", "accept_zh": "伦理审查意见两项条件全部关闭"},
		{"id": "N2", "due": "2028-06-30", "accept_zh": "系统上线"},
	]},
	"governance": {"ethics": {
		"required": true,
		"reason_zh": "影响患者诊疗",
		"body": "own",
		"opinion": "EV-40",
		"date": "2026-11-01",
	}},
	"evidence": [{"id": "EV-40", "kind": "report", "issuer": "某县人民医院", "issued_on": "2026-10-15", "sha256": "40"}],
}

_edited(edit) := object.union(_base, edit)

_with(edit) := _edited({"governance": {"ethics": edit}})

_issued(edit) := {"evidence": [object.union(_base.evidence[0], edit)]}

_without(path) := json.remove(_base, [path])

# An agent for machines, whose makers see no need for a review.
_machines := {
	"project": {"sector_gb4754": "C36"},
	"scenarios": [{
		"id": "S1",
		"subject": "equipment",
		"decision_impact": "significant",
		"autonomy_level": 3,
		"target_groups": ["workers"],
	}],
	"governance": {"ethics": {"required": false, "reason_zh": "只作用于机床，不涉及人"}},
}

_agent(edit) := object.union(_machines, {"scenarios": [object.union(_machines.scenarios[0], edit)]})

_passing := {
	"a committee of its own, in time": _base,
	"entrusted": object.union(_with({"body": "entrusted"}), _issued({"issuer": "省医学伦理中心"})),
	"in English": _edited({"plan": {"milestones": [{"due": "2027-06-30", "accept_zh": "The 2 conditions of the ethics opinion are met"}]}}),
	"reviewed, whoever is concerned": json.remove(_base, ["scenarios", "project/sector_gb4754"]),
	"reviewed, with a scenario that does not say whom it concerns": json.remove(_base, [
		"scenarios/0/subject",
		"scenarios/0/target_groups",
	]),
	"reviewed, with a group that is not readable": _edited({"scenarios": [object.union(_scenario, {"target_groups": ["general", null]})]}),
	"a committee of its own, of an applicant without a name": _without("applicant"),
	"an opinion of the team about something else": _edited({"evidence": [
		_base.evidence[0],
		object.union(_base.evidence[0], {"id": "EV-41", "issuer": "影像项目组", "sha256": "41"}),
	]}),
	"an agent for machines": _machines,
	# What is said about a review that is not required is not held against anybody.
	"an agent for machines, with a late opinion that is not listed": object.union(_machines, {
		"project": {"start": "2026-11-01"},
		"plan": {"milestones": [{"id": "N1", "due": "2027-06-30", "accept_zh": "系统上线"}]},
		"governance": {"ethics": {"body": "none", "opinion": "EV-99", "date": "2026-12-01"}},
	}),
	"an agent for machines, with an opinion of its team": object.union(_machines, {
		"governance": {"ethics": {"body": "entrusted", "opinion": "EV-40"}},
		"evidence": [object.union(_base.evidence[0], {"issuer": "机床项目组"})],
	}),
	"a tool for people, not required": _agent({
		"subject": "natural_person",
		"decision_impact": "advisory",
		"human_role": "on_loop",
		"autonomy_level": 1,
	}),
	"an agent that advises people through a person": _agent({
		"subject": "natural_person",
		"decision_impact": "advisory",
		"human_role": "in_loop",
	}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["governance", "ethics", name]

test_fails_without[path] if {
	some path, want in {
		"governance/ethics/required": {_field("required")},
		"governance/ethics/reason_zh": {_field("reason_zh")},
		"governance": {_field("required"), _field("reason_zh")},
		"governance/ethics/body": {_field("body")},
		"governance/ethics/opinion": {_field("opinion")},
		"governance/ethics/date": {_field("date")},
		"project/start": {["project", "start"]},
		"plan": {["plan", "milestones"]},
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

test_fails_without_a_subject[path] if {
	some path, want in {
		"scenarios": ["scenarios"],
		"scenarios/0/subject": ["scenarios", 0, "subject"],
		"scenarios/0/target_groups": ["scenarios", 0, "target_groups"],
		"project": ["project", "sector_gb4754"],
	}
	got := rule.findings with input.proposal as json.remove(_machines, [path])
	got == {{"code": "missing", "path": want, "args": {}}}
}

test_fails_with_a_group_that_is_not_readable if {
	got := rule.findings with input.proposal as _agent({"target_groups": ["workers", null]})
	got == {{"code": "missing", "path": ["scenarios", 0, "target_groups", 1], "args": {}}}
}

test_fails_without_milestones_in_the_list if {
	got := rule.findings with input.proposal as _edited({"plan": {"milestones": []}})
	got == {{"code": "missing", "path": ["plan", "milestones"], "args": {}}}
}

test_fails_without_the_name_of_the_applicant[body] if {
	some body in ["entrusted", "regional"]
	proposal := json.remove(object.union(_with({"body": body}), _issued({"issuer": "省医学伦理中心"})), ["applicant"])
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": ["applicant", "name"], "args": {}}}
}

_start := ["project", "start"]

_denied(path) := {["review_denied", _field("required"), [path], {"count": 1}]}

_failing := {
	"people, not required": {
		"proposal": _with({"required": false}),
		"want": _denied(["scenarios", 0, "decision_impact"]),
	},
	"older people, not required": {
		"proposal": _agent({"target_groups": ["elderly"]}),
		"want": _denied(["scenarios", 0, "target_groups", 0]),
	},
	"health, not required": {
		"proposal": object.union(_machines, {"project": {"sector_gb4754": "Q84"}}),
		"want": _denied(["project", "sector_gb4754"]),
	},
	"health in teaching, not required": {
		"proposal": object.union(_machines, {"project": {"sector_gb4754": "Q84", "title_zh": "护理教学智能体"}}),
		"want": _denied(["project", "sector_gb4754"]),
	},
	"tests with users, not required": {
		"proposal": object.union(_machines, {"inclusion": {"accessibility": {"user_tests_n": 1}}}),
		"want": _denied(["inclusion", "accessibility", "user_tests_n"]),
	},
	"an agent that talks to people, not required": {
		"proposal": _agent({"subject": "natural_person", "decision_impact": "advisory", "human_role": "on_loop"}),
		"want": _denied(["scenarios", 0, "subject"]),
	},
	"pupils that no scenario names, not required": {
		"proposal": object.union(_machines, {"inclusion": {"education": {"stages": ["primary"]}}}),
		"want": _denied(["inclusion", "education", "stages"]),
	},
	"a title about diagnosis, not required": {
		"proposal": object.union(_machines, {"project": {"title_zh": "肺结节筛查"}}),
		"want": _denied(["project", "title_zh"]),
	},
	"by nobody": {
		"proposal": _with({"body": "none"}),
		"want": {["no_body", _field("body"), [_field("required")], {}]},
	},
	"an opinion that is not listed": {
		"proposal": _without("evidence"),
		"want": {["opinion_weak", _field("opinion"), [["evidence"]], {"evidence": "EV-40", "flaw": {"term": "evidence_unknown"}}]},
	},
	"by the team": {
		"proposal": _edited(_issued({"issuer": "某县人民医院影像项目组"})),
		"want": {[
			"own_opinion", _field("opinion"), [["evidence", 0, "issuer"], _field("body")],
			{"evidence": "EV-40", "issuer": "某县人民医院影像项目组"},
		]},
	},
	"by a regional centre that is the applicant": {
		"proposal": _with({"body": "regional"}),
		"want": {[
			"own_opinion", _field("opinion"), [["evidence", 0, "issuer"], _field("body")],
			{"evidence": "EV-40", "issuer": "某县人民医院"},
		]},
	},
	"entrusted to the applicant": {
		"proposal": _with({"body": "entrusted"}),
		"want": {[
			"own_opinion", _field("opinion"), [["evidence", 0, "issuer"], _field("body")],
			{"evidence": "EV-40", "issuer": "某县人民医院"},
		]},
	},
	"the day after the start": {
		"proposal": _with({"date": "2026-11-02"}),
		"want": {["reviewed_late", _field("date"), [_start], {"date": "2026-11-02", "limit": "2026-11-01"}]},
	},
	"an opinion written after the start": {
		"proposal": object.union(
			_edited({"project": {"start": "2026-10-14"}}),
			{"governance": {"ethics": {"date": "2026-10-01"}}},
		),
		"want": {["opinion_late", ["evidence", 0, "issued_on"], [_start], {"date": "2026-10-15", "limit": "2026-10-14"}]},
	},
	"conditions that nobody keeps": {
		"proposal": _edited({"plan": {"milestones": [{"due": "2027-06-30", "accept_zh": "通过伦理审查"}]}}),
		"want": {["conditions_untracked", ["plan", "milestones"], [_field("opinion")], {}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_applies[name] if {
	some name, proposal in {
		"people": _base,
		"an agent": _machines,
		"health": {"project": {"sector_gb4754": "Q84"}},
		"older people": {"scenarios": [{"target_groups": ["elderly"]}]},
		"research on people": {"inclusion": {"education": {"eval_n": 60}}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"scenarios": [{"subject": "equipment", "autonomy_level": 1}]}
}
