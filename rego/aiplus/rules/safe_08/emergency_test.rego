package aiplus.rules.safe_08_test

import data.aiplus.rules.safe_08 as rule

_emergency := {
	"plan": "EV-21",
	"kill_switch_zh": "班长一键停用，30秒内切回灯检",
	"rollback_zh": "保留最近四个版本，十五分钟内回退",
	"rto_min": 60,
	"drills_per_year": 1,
	"fallback_manual_zh": "由零部件检验员按班次顶岗全检",
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot"},
	"employment": {
		"assessment": {"scope_headcount": 96},
		"occupations": [{"id": "O1", "title_zh": "零部件检验员", "headcount": 96, "exit": 0}],
	},
	"safety": {"emergency": _emergency, "monitoring": {"mttr_target_min": 60}},
	"evidence": [
		{"id": "EV-21", "kind": "report", "issuer": "申报单位", "issued_on": "2026-09-01", "sha256": "a"},
		{"id": "EV-22", "kind": "report", "issuer": "申报单位", "issued_on": "2026-09-01"},
	],
}

_with(changes) := object.union(_base, {"safety": {"emergency": changes}})

_in_use(changes) := object.union(_with(changes), {"project": {"stage": "deployment"}})

_posts(occupations, plan) := object.union(_with({"fallback_manual_zh": plan}), {"employment": {"occupations": occupations}})

_passing := {
	"a pilot": _base,
	"a drill that a pilot still has before it": _with({"last_drill": "2027-01-01"}),
	"a drill that research still has before it": object.union(_with({"last_drill": "2027-01-01"}), {"project": {"stage": "research"}}),
	"a drill that a prototype still has before it": object.union(_with({"last_drill": "2027-01-01"}), {"project": {"stage": "prototype"}}),
	"in use, practised on the last day": _in_use({"last_drill": "2026-10-15"}),
	"nobody affected": object.union(
		object.remove(_with({"fallback_manual_zh": "由4名值班员处理"}), ["employment"]),
		{"employment": {"assessment": {"scope_headcount": 0}}},
	),
	"a few leave": _posts([{"id": "O1", "headcount": 100, "exit": 79}], "由O1处理"),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_to_research if {
	not rule.applies with input.proposal as {"project": {"stage": "research"}}
}

test_fails_without_anything if {
	found := rule.findings with input.proposal as {"project": {"stage": "pilot"}}
	{[f.code, f.path] | some f in found} == {["missing", path] |
		some path in {
			["safety", "emergency", "plan"], ["safety", "emergency", "kill_switch_zh"],
			["safety", "emergency", "rollback_zh"], ["safety", "emergency", "rto_min"],
			["safety", "emergency", "drills_per_year"], ["safety", "emergency", "fallback_manual_zh"],
			["safety", "monitoring", "mttr_target_min"], ["employment", "assessment", "scope_headcount"],
		}
	}
}

test_fails_without_field[field] if {
	some field, _ in _emergency
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["safety/emergency", field])])
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "emergency", field]]}
}

# Nothing written is missing, and not vague or the same as something else as well.
test_fails_with_empty_texts if {
	found := rule.findings with input.proposal as _with({"kill_switch_zh": "", "rollback_zh": "", "fallback_manual_zh": ""})
	{f.code | some f in found} == {"missing"}
}

# Nor is anybody held to a plan that is not there.
test_fails_with_an_empty_plan_whoever_leaves if {
	found := rule.findings with input.proposal as _posts([{"id": "O1", "headcount": 120, "exit": 120}], "")
	{[f.code, f.path] | some f in found} == {["missing", _at("fallback_manual_zh")]}
}

test_fails_without_occupations if {
	found := rule.findings with input.proposal as json.remove(_with({"fallback_manual_zh": "4名值班员"}), ["employment/occupations"])
	{[f.code, f.path] | some f in found} == {["missing", ["employment", "occupations"]]}
}

test_fails_without_people[field] if {
	some field in ["headcount", "exit"]
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["employment/occupations/0", field])])
	{[f.code, f.path] | some f in found} == {["missing", ["employment", "occupations", 0, field]]}
}

test_fails_without_a_drill_in_use[name] if {
	some name, proposal in {
		"in use": _in_use({}),
		"at a stage that is not said": object.union(json.remove(_base, ["project/stage"]), {"project": {"type": "application"}}),
	}
	found := rule.findings with input.proposal as proposal
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "emergency", "last_drill"]]}
}

_at(field) := ["safety", "emergency", field]

_failing := {
	"a plan without a file": {
		"proposal": _with({"plan": "EV-22"}),
		"want": {["plan_weak", _at("plan"), [["evidence", 1]], {"evidence": "EV-22", "flaw": {"term": "evidence_no_hash"}}]},
	},
	"one sentence for two things": {
		"proposal": _with({"rollback_zh": _emergency.kill_switch_zh}),
		"want": {[
			"text_repeated", _at("rollback_zh"), [_at("kill_switch_zh")],
			{"what": {"term": "emergency_rollback_zh"}, "other": {"term": "emergency_kill_switch_zh"}},
		]},
	},
	"one sentence for the people too": {
		"proposal": _with({"fallback_manual_zh": _emergency.kill_switch_zh}),
		"want": {[
			"text_repeated", _at("fallback_manual_zh"), [_at("kill_switch_zh")],
			{"what": {"term": "emergency_fallback_manual_zh"}, "other": {"term": "emergency_kill_switch_zh"}},
		]},
	},
	"the rollback by hand": {
		"proposal": _with({"fallback_manual_zh": _emergency.rollback_zh}),
		"want": {[
			"text_repeated", _at("fallback_manual_zh"), [_at("rollback_zh")],
			{"what": {"term": "emergency_fallback_manual_zh"}, "other": {"term": "emergency_rollback_zh"}},
		]},
	},
	"in no time": {"proposal": _with({"rto_min": 0}), "want": {["rto_zero", _at("rto_min"), [], {}]}},
	"later than promised": {
		"proposal": _with({"rto_min": 61}),
		"want": {["rto_above_mttr", _at("rto_min"), [["safety", "monitoring", "mttr_target_min"]], {"rto": 61, "mttr": 60}]},
	},
	"no drills": {
		"proposal": _with({"drills_per_year": 0}),
		"want": {["drills_few", _at("drills_per_year"), [], {"count": 0, "min": 1}]},
	},
	"a drill that is still to come": {
		"proposal": _in_use({"last_drill": "2026-10-16"}),
		"want": {["drill_in_future", _at("last_drill"), [["meta", "submitted_on"]], {"date": "2026-10-16", "limit": "2026-10-15"}]},
	},
	"somebody will": {
		"proposal": _with({"fallback_manual_zh": "必要时转人工处理"}),
		"want": {["fallback_vague", _at("fallback_manual_zh"), [], {}]},
	},
	"those who left": {
		"proposal": _posts([{"id": "O1", "title_zh": "夜班坐席", "headcount": 120, "exit": 120}], "转夜班坐席"),
		"want": {[
			"fallback_unmanned", _at("fallback_manual_zh"),
			[["employment", "occupations", 0, "exit"], ["employment", "occupations", 0, "headcount"]],
			{"occupation": "夜班坐席", "exits": 120, "headcount": 120},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}
