package aiplus.rules.empl_06_test

import data.aiplus.rules.empl_06 as rule

_patrol := {"id": "O1", "code_cn": "5-05-02-01", "headcount": 40, "effect": "augment"}

_reviewer := {"id": "O2", "code_cn": "4-04-05-05", "headcount": 60, "effect": "transform"}

_agent := {"id": "O3", "code_cn": "4-04-05-03", "headcount": 40, "effect": "displace"}

_retraining := {
	"audience": "affected", "occupation_ids": ["O2", "O3"], "trainees": 90, "target_code_cn": "4-04-05-05",
	"curriculum": "EV-13", "certificate": "vocational_level", "completion_pct": 80,
}

_course := {
	"audience": "all_staff", "occupation_ids": [], "trainees": 90, "curriculum": "六讲", "certificate": "none",
	"completion_pct": 95,
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"employment": {
		"assessment": {"scope_headcount": 140},
		"occupations": [_patrol, _reviewer, _agent],
		"training": [_retraining, _course],
	},
	"evidence": [
		{"id": "EV-13", "kind": "other", "issuer": "县职教中心", "issued_on": "2026-09-15", "sha256": "d"},
		{"id": "EV-14", "kind": "other", "issuer": "县职教中心", "sha256": "e"},
	],
}

_with(training) := object.union(_base, {"employment": {"training": training}})

_first(changes) := _with([object.union(_retraining, changes), _course])

_among(occupations) := object.union(_base, {"employment": {"occupations": occupations}})

_removed(field) := object.union(
	object.remove(_base, ["employment"]),
	{"employment": object.remove(_base.employment, [field])},
)

_passing := {
	"nine tenths reached, half of the trainees certified": _base,
	"everybody reached": _first({"trainees": 140}),
	"two programmes": _with([
		object.union(_retraining, {"trainees": 50, "occupation_ids": ["O2"]}),
		object.union(_retraining, {"trainees": 40, "occupation_ids": ["O3"]}),
	]),
	"an occupation in a programme for all staff": _with([
		object.union(_retraining, {"occupation_ids": ["O3"]}),
		object.union(_course, {"occupation_ids": ["O1", "O2"]}),
	]),
	"no target where the post stays": object.union(
		_with([object.union(object.remove(_retraining, ["target_code_cn"]), {"occupation_ids": ["O2"]})]),
		{"employment": {"occupations": [_patrol, _reviewer]}},
	),
	"a target in one of two programmes": _with([
		object.union(object.remove(_retraining, ["target_code_cn"]), {"trainees": 50}),
		object.union(_retraining, {"trainees": 40}),
	]),
	"a target and no code of the post": _among([_patrol, _reviewer, object.remove(_agent, ["code_cn"])]),
	"a certificate of the enterprise needs no evidence": _first({"certificate": "enterprise", "curriculum": "十讲"}),
	"nobody affected": object.union(
		_with([object.union(_course, {"certificate": "micro"})]),
		{"employment": {"occupations": [_patrol, {"headcount": 3, "effect": "augment"}]}},
	),
	"evidence without a date, where no certificate rests on it": _with([
		_retraining,
		object.union(_course, {"curriculum": "EV-14"}),
	]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_only_where_it_applies if {
	rule.applies with input.proposal as _base
}

_missing := {
	"everything": {
		"proposal": {"employment": {"assessment": {"scope_headcount": 140}}},
		"want": {["employment", "training"], ["employment", "occupations"]},
	},
	"the section": {"proposal": {}, "want": {["employment", "training"], ["employment", "occupations"]}},
	"training": {"proposal": _removed("training"), "want": {["employment", "training"]}},
	"programmes": {"proposal": _with([]), "want": {["employment", "training"]}},
	"occupations": {"proposal": _removed("occupations"), "want": {["employment", "occupations"]}},
	"id of a displaced post": {
		"proposal": _among([_patrol, _reviewer, object.remove(_agent, ["id"])]),
		"want": {["employment", "occupations", 2, "id"]},
	},
	"headcount of a post that stays": {
		"proposal": _among([object.remove(_patrol, ["headcount"]), _reviewer, _agent]),
		"want": {["employment", "occupations", 0, "headcount"]},
	},
	"effect": {
		"proposal": _among([_patrol, object.remove(_reviewer, ["effect"]), _agent]),
		"want": {["employment", "occupations", 1, "effect"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

test_fails_without_field[field] if {
	some field in ["audience", "occupation_ids", "trainees", "curriculum", "certificate", "completion_pct"]
	found := rule.findings with input.proposal as _with([object.remove(_retraining, [field]), _course])
	got := {[f.code, f.path] | some f in found}
	got == {["missing", ["employment", "training", 0, field]]}
}

_failing := {
	"just too few": {
		"proposal": _with([
			object.union(_retraining, {"trainees": 89}),
			object.union(_course, {"trainees": 89}),
		]),
		"want": {"coverage_short"},
	},
	"just too few, and more left out": {
		"proposal": _with([
			object.remove(object.union(_retraining, {"trainees": 89}), ["completion_pct"]),
			object.union(_course, {"trainees": 89}),
		]),
		"want": {"missing", "coverage_short"},
	},
	"too few for those who are counted": {
		"proposal": object.union(
			_with([object.union(_retraining, {"trainees": 53, "certificate": "micro"})]),
			{"employment": {"occupations": [_patrol, _reviewer, object.remove(_agent, ["headcount"])]}},
		),
		"want": {"missing", "coverage_short"},
	},
	"only managers": {
		"proposal": _with([object.union(_course, {"certificate": "enterprise"})]),
		"want": {"coverage_short"},
	},
	"only the public, without certificate": {
		"proposal": _with([object.union(_course, {"audience": "public", "occupation_ids": ["O2", "O3"]})]),
		"want": {"coverage_short", "uncertified", "no_target"},
	},
	"more than there are": {"proposal": _first({"trainees": 141}), "want": {"trainees_above_headcount"}},
	"a changing occupation left out": {"proposal": _first({"occupation_ids": ["O3"]}), "want": {"occupation_untrained"}},
	"an occupation that is not listed": {
		"proposal": _first({"occupation_ids": ["O2", "O3", "O9"]}),
		"want": {"occupation_unknown"},
	},
	"an occupation that is not listed, none has an id": {
		"proposal": object.union(
			_with([object.union(_course, {"occupation_ids": ["O1"], "certificate": "micro"})]),
			{"employment": {"occupations": [object.remove(_patrol, ["id"])]}},
		),
		"want": {"occupation_unknown"},
	},
	"no target for a post that goes": {
		"proposal": _with([object.remove(_retraining, ["target_code_cn"]), _course]),
		"want": {"no_target"},
	},
	"trained for the post that goes": {"proposal": _first({"target_code_cn": "4-04-05-03"}), "want": {"no_target"}},
	"just too few certificates": {
		"proposal": _with([_retraining, object.union(_course, {"trainees": 91})]),
		"want": {"uncertified"},
	},
	"no certificates": {"proposal": _first({"certificate": "none"}), "want": {"uncertified"}},
	"too few finish": {"proposal": _first({"completion_pct": 79.9}), "want": {"completion_low"}},
	"a level certificate on somebody's word": {"proposal": _first({"curriculum": "十讲"}), "want": {"certificate_unproven"}},
	"1+X on somebody's word": {
		"proposal": _first({"certificate": "1+X", "curriculum": "十讲"}),
		"want": {"certificate_unproven"},
	},
	"a level certificate on evidence that is not listed": {
		"proposal": _first({"curriculum": "EV-99"}),
		"want": {"curriculum_weak"},
	},
	"just too few of a thousand": {
		"proposal": object.union(
			_with([object.union(_retraining, {"trainees": 899})]),
			{"employment": {"occupations": [
				_patrol,
				object.union(_reviewer, {"headcount": 600}),
				object.union(_agent, {"headcount": 400}),
			]}},
		),
		"want": {"coverage_short"},
	},
	"a target in the programme for another post": {
		"proposal": _with([
			object.union(object.remove(_retraining, ["target_code_cn"]), {"trainees": 50, "occupation_ids": ["O3"]}),
			object.union(_retraining, {"trainees": 40, "occupation_ids": ["O2"]}),
		]),
		"want": {"no_target"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_people if {
	got := rule.findings with input.proposal as _with([object.union(_course, {"certificate": "enterprise"})])
	got == {{
		"code": "coverage_short",
		"path": ["employment", "training"],
		"related": [["employment", "occupations", 1, "headcount"], ["employment", "occupations", 2, "headcount"]],
		"args": {"trainees": 0, "workers": 100, "min": 90},
	}}
}

test_fails_with_more_people_than_there_are if {
	got := rule.findings with input.proposal as _first({"trainees": 141})
	got == {{
		"code": "trainees_above_headcount",
		"path": ["employment", "training"],
		"related": [
			["employment", "training", 0, "trainees"],
			["employment", "occupations", 0, "headcount"],
			["employment", "occupations", 1, "headcount"],
			["employment", "occupations", 2, "headcount"],
		],
		"args": {"trainees": 141, "headcount": 140},
	}}
}

test_fails_with_the_occupation_left_out if {
	got := rule.findings with input.proposal as _first({"occupation_ids": ["O3"]})
	got == {{
		"code": "occupation_untrained",
		"path": ["employment", "occupations", 1, "id"],
		"related": [["employment", "training", 0, "occupation_ids"]],
		"args": {"occupation": "O2"},
	}}
}

test_fails_with_the_occupation_unknown if {
	got := rule.findings with input.proposal as _first({"occupation_ids": ["O2", "O3", "O9"]})
	got == {{
		"code": "occupation_unknown",
		"path": ["employment", "training", 0, "occupation_ids", 2],
		"related": [],
		"args": {"programme": 1, "id": "O9"},
	}}
}

test_fails_with_the_target if {
	got := rule.findings with input.proposal as _with([_course, object.remove(_retraining, ["target_code_cn"])])
	got == {{
		"code": "no_target",
		"path": ["employment", "training", 1, "target_code_cn"],
		"related": [["employment", "occupations", 2, "effect"]],
		"args": {"occupation": "O3"},
	}}
}

test_fails_with_the_certificates if {
	got := rule.findings with input.proposal as _with([_retraining, object.union(_course, {"trainees": 91})])
	got == {{
		"code": "uncertified",
		"path": ["employment", "training"],
		"related": [["employment", "training", 1, "certificate"]],
		"args": {"certified": 90, "trainees": 181, "min": 50},
	}}
}

test_fails_with_the_completion if {
	got := rule.findings with input.proposal as _with([_retraining, object.union(_course, {"completion_pct": 79})])
	got == {{
		"code": "completion_low",
		"path": ["employment", "training", 1, "completion_pct"],
		"args": {"programme": 2, "completion": 79, "min": 80},
	}}
}

test_fails_with_the_certificate if {
	got := rule.findings with input.proposal as _with([_retraining, object.union(_course, {"certificate": "1+X"})])
	got == {{
		"code": "certificate_unproven",
		"path": ["employment", "training", 1, "curriculum"],
		"related": [["employment", "training", 1, "certificate"]],
		"args": {"programme": 2},
	}}
}

test_fails_with_the_evidence if {
	got := rule.findings with input.proposal as _first({"curriculum": "EV-14"})
	got == {{
		"code": "curriculum_weak",
		"path": ["employment", "training", 0, "curriculum"],
		"related": [["evidence", 1], ["employment", "training", 0, "certificate"]],
		"args": {"programme": 1, "evidence": "EV-14", "flaw": {"term": "evidence_undated"}},
	}}
}

test_does_not_apply_without_posts_in_scope if {
	not rule.applies with input.proposal as {"employment": {"assessment": {"scope_headcount": 0}}}
}
