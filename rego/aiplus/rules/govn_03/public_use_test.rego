package aiplus.rules.govn_03_test

import data.aiplus.rules.govn_03 as rule

_public_use := {
	"legal_basis_zh": "《优化营商环境条例》第三十七条，《市12345热线管理办法（试行）》",
	"authority": "云汀市政务服务管理局",
	"scope_zh": "仅限热线工单分派建议，不用于信访认定",
	"human_decision": true,
	"impact_assessment": "EV-40",
	"exit_zh": "分派准确率连续两周低于90%即停用，4小时内恢复人工派单",
}

_scenario := {"id": "S1", "subject": "natural_person", "autonomy_level": 3, "human_role": "in_loop"}

_report := {"id": "EV-40", "kind": "report", "issuer": "第三方", "issued_on": "2026-09-30", "sha256": "40"}

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"ai_plus_domain": "governance"},
	"scenarios": [_scenario],
	"governance": {"public_use": _public_use},
	"evidence": [_report],
}

_using(edit) := object.union(_base, {"governance": {"public_use": edit}})

_where(edit) := object.union(_base, {"scenarios": [object.union(_scenario, edit)]})

_passing := {
	"with bounds": _base,
	"a machine decides about roads": object.union(_where({"subject": "equipment", "autonomy_level": 4, "human_role": "out_of_loop"}), {"governance": {"public_use": {"human_decision": false}}}),
	"the role told by the scenario": object.union(
		_using({"scope_zh": "仅限热线工单"}),
		{"scenarios": [object.union(_scenario, {"description_zh": "给出办理部门的建议"})]},
	),
	"in English": _using({
		"legal_basis_zh": "Regulations on the Business Environment, Art. 37",
		"authority": "Yunting Bureau of Public Services",
		"scope_zh": "Only suggests which office handles a call",
		"exit_zh": "Switched off within 4 hours",
	}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["governance", "public_use", field]

_missing := array.flatten([
	[["governance", "public_use"], ["scenarios"]],
	[_at(field) | some field, _ in _public_use],
	[["scenarios", 0, field] | some field in ["subject", "autonomy_level", "human_role"]],
])

test_fails_without[pointer] if {
	some path in _missing
	pointer := concat("/", [sprintf("%v", [step]) | some step in path])
	got := rule.findings with input.proposal as json.remove(_base, [pointer])
	got == {{"code": "missing", "path": path, "args": {}}}
}

_failing := {
	"a news item": {"proposal": _using({"legal_basis_zh": "新闻报道《市条例》"}), "want": {["basis_is_news", _at("legal_basis_zh"), [], {}]}},
	"no law": {"proposal": _using({"legal_basis_zh": "有关法律法规和《人民的热线》"}), "want": {["basis_unnamed", _at("legal_basis_zh"), [], {}]}},
	"somebody": {"proposal": _using({"authority": "有关部门"}), "want": {["authority_vague", _at("authority"), [], {"authority": "有关部门"}]}},
	"everything": {"proposal": _using({"scope_zh": "社会治理等领域的辅助决策"}), "want": {["scope_unbounded", _at("scope_zh"), [], {}]}},
	"more than it says": {"proposal": _using({"scope_zh": "包括但不限于工单分派建议"}), "want": {["scope_unbounded", _at("scope_zh"), [], {}]}},
	"no word of assisting": {"proposal": _using({"scope_zh": "仅限智能研判、自动处置"}), "want": {[
		"role_unstated", _at("scope_zh"), [["scenarios", 0, "description_zh"]],
		{},
	]}},
	"the machine decides": {"proposal": _using({"human_decision": false}), "want": {[
		"machine_decides", _at("human_decision"), [["scenarios", 0, "subject"]],
		{},
	]}},
	"a person decides, and the machine acts": {"proposal": _where({"autonomy_level": 4}), "want": {[
		"acts_by_itself", _at("human_decision"), [["scenarios", 0, "autonomy_level"]],
		{"scenario": "S1", "level": 4},
	]}},
	"a person decides, and is not there": {"proposal": _where({"human_role": "out_of_loop"}), "want": {[
		"nobody_in_the_loop", _at("human_decision"), [["scenarios", 0, "human_role"]],
		{"scenario": "S1"},
	]}},
	"an assessment to come": {"proposal": _using({"impact_assessment": "EV-41"}), "want": {[
		"assessment_weak", _at("impact_assessment"), [["evidence"]],
		{"evidence": "EV-41", "flaw": {"term": "evidence_unknown"}},
	]}},
	"an exit in words": {"proposal": _using({"exit_zh": "必要时退出"}), "want": {["exit_unmeasured", _at("exit_zh"), [], {}]}},
	"nothing said of the use": {
		"proposal": object.union(object.remove(_base, ["governance"]), {"governance": {"public_use": {}}}),
		"want": {["missing", ["governance", "public_use"], [], {}]},
	},
	"only the body said": {
		"proposal": object.union(object.remove(_base, ["governance"]), {"governance": {"public_use": {"authority": _public_use.authority}}}),
		"want": {["missing", _at(field), [], {}] | some field in (object.keys(_public_use) - {"authority"})},
	},
	"the machine decides about firms": {
		"proposal": object.union(_where({"subject": "organisation"}), {"governance": {"public_use": {"human_decision": false}}}),
		"want": {["machine_decides", _at("human_decision"), [["scenarios", 0, "subject"]], {}]},
	},
	"a person decides, in a scenario without an id the machine acts and nobody is there": {
		"proposal": object.union(_base, {"scenarios": [_scenario, object.union(
			object.remove(_scenario, ["id"]),
			{"autonomy_level": 4, "human_role": "out_of_loop"},
		)]}),
		"want": {
			["acts_by_itself", _at("human_decision"), [["scenarios", 1, "autonomy_level"]], {"scenario": 2, "level": 4}],
			["nobody_in_the_loop", _at("human_decision"), [["scenarios", 1, "human_role"]], {"scenario": 2}],
		},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply_to_industry if {
	not rule.applies with input.proposal as {"project": {"ai_plus_domain": "industry"}}
}
