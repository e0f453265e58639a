package aiplus.rules.taln_01_test

import data.aiplus.rules.taln_01 as rule

_member(id, role, fte) := {"id": id, "role": role, "level": "senior", "fte": fte, "org": "applicant"}

_team := [
	_member("T1", ["pi", "product"], 0.2),
	_member("T2", ["ai", "data"], 1),
	_member("T3", ["domain"], 0.4),
	_member("T4", ["security", "legal"], 0.4),
]

_scenario := {"id": "S1", "subject": "environment", "decision_impact": "advisory", "target_groups": ["farmers"]}

# Two people for a year.
_base := {
	"project": {"type": "application", "sector_gb4754": "A01", "start": "2027-01-01", "end": "2027-12-31"},
	"applicant": {"name": "甲", "size": "large", "employees": 400},
	"partners": [{"id": "P1", "name": "乙"}],
	"scenarios": [_scenario],
	"employment": {"assessment": {"scope_headcount": 0}},
	"opensource": {"strategy": "closed"},
	"talent": {"team": _team},
	"finance": {"items": [{"category": "personnel", "amount": 14}]},
}

_with(edit) := object.union(_base, edit)

_without(path) := json.remove(_base, [path])

_joined(members) := _with({"talent": {"team": array.concat(_team, members)}})

_owners := {
	"safety": {
		"risks": [{"id": "R1", "owner": "T4"}],
		"monitoring": {"metrics": [{"id": "M1", "owner": "T4"}]},
		"data_security": {"responsible": "T2"},
		"privacy": {"officer": "T4"},
	},
	"data": {"governance": {"owner": "T2"}},
	"employment": {"response": {"owner": "T1"}},
}

_occupation := {"id": "O1", "headcount": 40, "effect": "transform", "exposure": "g2"}

_jobs := {"employment": {"assessment": {"scope_headcount": 40}, "occupations": [_occupation]}}

_small := {"applicant": {"size": "na", "employees": 12}}

_people := {"scenarios": [object.union(_scenario, {"subject": "natural_person", "decision_impact": "significant"})]}

_health := {"project": {"sector_gb4754": "Q84"}}

# Everything that a role may be called for.
_all_called := object.union(_with(_jobs), {
	"project": {"sector_gb4754": "Q84", "type": "compute_facility"},
	"models": [{"id": "M1"}],
	"opensource": {"strategy": "open"},
})

_passing := {
	"the roles of an application": _base,
	"no AI and data in a facility": object.union(
		_with({"project": {"type": "compute_facility"}}),
		{"talent": {"team": [
			_member("T1", ["pi"], 0.6),
			_member("T3", ["domain"], 0.7),
			_member("T4", ["security", "ops"], 0.7),
		]}},
	),
	"every role": object.union(_all_called, {"talent": {"team": array.concat(
		_team,
		[_member("T5", ["ops", "hr", "opensource", "ethics"], 0.01)],
	)}}),
	"people of partners": _joined([
		object.union(_member("T5", ["ai"], 0.01), {"org": "P1"}),
		object.union(_member("T6", ["ai"], 0.01), {"org": "乙"}),
		object.union(_member("T7", ["ai"], 0.01), {"org": "甲"}),
	]),
	"four roles": _joined([_member("T5", ["ai", "ops", "hr", "opensource"], 0.01)]),
	"five roles of a small applicant": object.union(
		_with(_small),
		{"talent": {"team": array.concat(_team, [_member("T5", ["ai", "ops", "hr", "opensource", "legal"], 0.01)])}},
	),
	"owners who are there": _with(_owners),
	"few posts changed": object.union(_with(_jobs), {"employment": {"occupations": [object.union(_occupation, {"headcount": 1})]}}),
	"operations, whatever the type that is not stated": json.remove(_joined([_member("T5", ["ops"], 0.01)]), ["project/type"]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_fails_without[path] if {
	some path, want in {
		"talent": ["talent", "team"],
		"talent/team/3/id": ["talent", "team", 3, "id"],
		"talent/team/0/level": ["talent", "team", 0, "level"],
		"talent/team/2/org": ["talent", "team", 2, "org"],
		"project/start": ["project", "start"],
		"project/end": ["project", "end"],
		"finance": ["finance", "items"],
		"scenarios": ["scenarios"],
		"scenarios/0/subject": ["scenarios", 0, "subject"],
		"scenarios/0/decision_impact": ["scenarios", 0, "decision_impact"],
		"scenarios/0/target_groups": ["scenarios", 0, "target_groups"],
		"project/sector_gb4754": ["project", "sector_gb4754"],
		"opensource": ["opensource", "strategy"],
		"employment": ["employment", "assessment", "scope_headcount"],
	}
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as _without(path)
	want in got
}

test_fails_without_only[path] if {
	some path, want in {
		"talent/team/1/role": {["missing", ["talent", "team", 1, "role"]], ["role_absent", ["talent", "team"]]},
		"talent/team/1/fte": {["missing", ["talent", "team", 1, "fte"]]},
		"finance": {["missing", ["finance", "items"]]},
	}
	got := {[f.code, f.path] | some f in rule.findings} with input.proposal as _without(path)
	got == want
}

test_fails_without_the_kind_of_project if {
	got := rule.findings with input.proposal as json.remove(
		_with({"models": [{"id": "M1"}]}),
		["project/type"],
	)
	got == {{"code": "missing", "path": ["project", "type"], "args": {}}}
}

# Whether a role for the jobs is needed rests on the jobs.
test_fails_with_jobs_left_open[name] if {
	some name, tc in {
		"no occupations": {"path": "employment/occupations", "want": ["employment", "occupations"]},
		"no headcount": {
			"path": "employment/occupations/0/headcount",
			"want": ["employment", "occupations", 0, "headcount"],
		},
		"no effect": {"path": "employment/occupations/0/effect", "want": ["employment", "occupations", 0, "effect"]},
		"no exposure": {"path": "employment/occupations/0/exposure", "want": ["employment", "occupations", 0, "exposure"]},
	}
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as json.remove(_with(_jobs), [tc.path])
	got == {tc.want}
}

_roles_absent(proposal) := roles if {
	found := rule.findings with input.proposal as proposal
	roles := {f.args.role.term: f.related | some f in found; f.code == "role_absent"}
}

_nobody := {"talent": {"team": [_member("T1", ["product"], 1)]}}

test_fails_with_roles_that_nobody_has[name] if {
	some name, tc in {
		"always": {"proposal": _with(object.union(_nobody, {"project": {"type": "compute_facility"}})), "want": {
			"role_pi": [],
			"role_domain": [],
			"role_security": [],
			"role_ops": [["project", "type"]],
		}},
		"of an application": {"proposal": _with({"talent": {"team": [_member("T1", ["pi", "domain", "security"], 1)]}}), "want": {
			"role_ai": [["project", "type"]],
			"role_data": [["project", "type"]],
		}},
		"of an application with a model": {
			"proposal": _with({"models": [{"id": "M1"}], "talent": {"team": [_member("T1", ["pi", "domain", "security", "data"], 1)]}}),
			"want": {"role_ai": [["models"], ["project", "type"]]},
		},
		"for people": {"proposal": _with(_people), "want": {"role_ethics": [["scenarios", 0, "decision_impact"]]}},
		"for health": {"proposal": _with(_health), "want": {"role_ethics": [["project", "sector_gb4754"]]}},
		"for people and health": {"proposal": object.union(_with(_health), _people), "want": {"role_ethics": [
			["project", "sector_gb4754"],
			["scenarios", 0, "decision_impact"],
		]}},
		"for jobs": {"proposal": _with(_jobs), "want": {"role_hr": [["employment", "occupations", 0, "headcount"]]}},
		"for open source": {
			"proposal": _with({"opensource": {"strategy": "partial"}}),
			"want": {"role_opensource": [["opensource", "strategy"]]},
		},
	}
	_roles_absent(tc.proposal) == tc.want
}

_failing := {
	"more than there is": {
		"proposal": _joined([_member("T2", ["ai"], 0.01)]),
		"want": {["fte_impossible", ["talent", "team", 1, "fte"], [["talent", "team", 4, "fte"]], {"person": "T2", "fte": 1.01}]},
	},
	"nothing": {
		"proposal": _joined([_member("T5", ["pi"], 0)]),
		"want": {["fte_impossible", ["talent", "team", 4, "fte"], [], {"person": "T5", "fte": 0}]},
	},
	"an investigator in name": {
		"proposal": _joined([object.remove(_member("T5", ["pi"], 0.19), ["id"])]),
		"want": {
			["pi_fte_low", ["talent", "team", 4, "fte"], [], {"person": 5, "fte": 0.19, "min": 0.2}],
			["missing", ["talent", "team", 4, "id"], [], {}],
		},
	},
	"five roles": {
		"proposal": _joined([_member("T5", ["ai", "ops", "hr", "opensource", "legal"], 0.01)]),
		"want": {["roles_many", ["talent", "team", 4, "role"], [], {"person": "T5", "count": 5, "max": 4}]},
	},
	"six roles of a small applicant": {
		"proposal": object.union(
			_with(_small),
			{"talent": {"team": array.concat(
				_team,
				[_member("T5", ["ai", "ops", "hr", "opensource", "legal", "ethics"], 0.01)],
			)}},
		),
		"want": {["roles_many", ["talent", "team", 4, "role"], [], {"person": "T5", "count": 6, "max": 5}]},
	},
	"people who are paid too little": {
		"proposal": _with({"finance": {"items": [{"category": "personnel", "amount": 11.99}]}}),
		"want": {[
			"personnel_cost", ["finance", "items"], [["project", "end"], ["project", "start"], ["talent", "team"]],
			{"personnel_wan": 11.99, "years": 2, "price": 5.99, "min": 6, "max": 80},
		]},
	},
	"dates in the wrong order": {
		"proposal": _with({"project": {"end": "2026-12-30"}}),
		"want": {[
			"end_before_start", ["project", "end"], [["project", "start"]],
			{"date": "2026-12-30", "limit": "2027-01-01"},
		]},
	},
	"somebody of another house": {
		"proposal": _joined([object.union(_member("T5", ["ai"], 0.01), {"org": "P9"})]),
		"want": {["org_unknown", ["talent", "team", 4, "org"], [], {"person": "T5", "id": "P9"}]},
	},
	"owners whom nobody knows": {
		"proposal": _with({
			"safety": {
				"risks": [{"id": "R1", "owner": "T9"}],
				"monitoring": {"metrics": [{"id": "M1", "owner": "T9"}]},
				"data_security": {"responsible": "T9"},
				"privacy": {"officer": "T9"},
			},
			"data": {"governance": {"owner": "T9"}},
			"employment": {"response": {"owner": "T9"}},
		}),
		"want": {["owner_unknown", path, [], {"id": "T9"}] |
			some path in [
				["safety", "risks", 0, "owner"],
				["safety", "monitoring", "metrics", 0, "owner"],
				["safety", "data_security", "responsible"],
				["safety", "privacy", "officer"],
				["data", "governance", "owner"],
				["employment", "response", "owner"],
			]
		},
	},
	"an empty team": {"proposal": _with(object.union(_owners, {"talent": {"team": []}})), "want": {["missing", ["talent", "team"], [], {}]}},
	"an empty budget": {"proposal": _with({"finance": {"items": []}}), "want": {["missing", ["finance", "items"], [], {}]}},
	"somebody of another house, without an id": {
		"proposal": _joined([object.remove(object.union(_member("T5", ["ai"], 0.01), {"org": "P9"}), ["id"])]),
		"want": {
			["org_unknown", ["talent", "team", 4, "org"], [], {"person": 5, "id": "P9"}],
			["missing", ["talent", "team", 4, "id"], [], {}],
		},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as {}
}

test_does_not_apply_without_the_flag if {
	not rule.applies with data.aiplus.flags.all as false
}

test_fails_with_an_owner_beside_a_team_of_one if {
	found := rule.findings with input.proposal as _with(object.union(_nobody, {"data": {"governance": {"owner": "T2"}}}))
	[f.path | some f in found; f.code == "owner_unknown"] == [["data", "governance", "owner"]]
}
