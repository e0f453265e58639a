package aiplus.rules.ecos_02_test

import data.aiplus.rules.ecos_02 as rule

_tolerance := {
	"policy": "EV-33",
	"issuer": "研究院理事会",
	"covered_zh": ["技术路线经评审后仍未达到预期", "指标低于目标但履行了尽职义务", "短时停检，未造成伤亡或数据泄露"],
	"excluded_zh": ["造成人身伤害", "泄露个人信息", "弄虚作假"],
	"decision_body": "由七名外部专家组成的评议委员会，项目组成员不参加表决",
	"stop_loss_cny_wan": 540,
}

_policy := {
	"id": "EV-33", "kind": "policy", "number": "2026-17", "issuer": "研究院理事会",
	"issued_on": "2026-06-30", "sha256": "33",
}

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"stage": "pilot", "start": "2026-12-01", "end": "2027-11-30"},
	"applicant": {"name": "甬陆集团", "org_type": "soe"},
	"ecosystem": {"tolerance": _tolerance},
	"finance": {"total_cny_wan": 3600},
	"governance": {"review": {"interval_months": 6}},
	"evidence": [_policy],
}

_with(edit) := object.union(_base, edit)

_tolerating(edit) := _with({"ecosystem": {"tolerance": edit}})

_covering(texts) := _tolerating({"covered_zh": array.concat(array.slice(_tolerance.covered_zh, 0, 2), texts)})

_deciding(body) := _tolerating({"decision_body": body})

_every(months) := _with({"governance": {"review": {"interval_months": months}}})

_passing := {
	"as it should be": _base,
	"the issuer under another name": object.union(_tolerating({"issuer": "申报单位"}), {"evidence": [object.union(_policy, {"issuer": "甬陆集团"})]}),
	"a body of the issuer": _tolerating({"issuer": "浙东研究院理事会"}),
	"a part of the issuer": _tolerating({"issuer": "研究院"}),
	"in English": _tolerating({
		"covered_zh": [
			"The technical approach fails in spite of reviews",
			"Results fall short of the target with due diligence shown, without data leak",
		],
		"excluded_zh": ["Accidents", "Misuse of personal data", "Fraud"],
		"decision_body": "A board of five; members of the project team do not vote",
	}),
	"harm that is denied": _covering(["不涉及违法违规的探索偏差", "没有引发安全事件的中断"]),
	"a committee alone": _deciding("市科技局组织的专家委员会"),
	"the team stays out": _deciding("评议会，项目负责人回避"),
	"independent of the team": _deciding("独立于项目组的审计委员会"),
	"the limit just below the total": _tolerating({"stop_loss_cny_wan": 3599.99}),
	"one review at the end": _every(11),
	"other documents beside": _with({"evidence": [_policy, {"id": "EV-40", "kind": "photo", "issuer": "领导小组办公室"}]}),
	"reviewed every month": _every(1),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["ecosystem", "tolerance", field]

_missing := array.concat(
	[_at(field) | some field in ["policy", "issuer", "covered_zh", "excluded_zh", "decision_body", "stop_loss_cny_wan"]],
	[
		["ecosystem", "tolerance"],
		["finance", "total_cny_wan"],
		["governance", "review", "interval_months"],
		["project", "start"],
		["project", "end"],
	],
)

test_fails_without[concat("/", path)] if {
	some path in _missing
	got := rule.findings with input.proposal as json.remove(_base, [concat("/", path)])
	got == {{"code": "missing", "path": path, "args": {}}}
}

test_fails_without_a_kind if {
	got := rule.findings with input.proposal as json.remove(_base, ["evidence/0/kind"])
	got == {{"code": "missing", "path": ["evidence", 0, "kind"], "args": {}}}
}

test_fails_with_nothing_listed if {
	got := rule.findings with input.proposal as _tolerating({"covered_zh": [], "excluded_zh": []})
	got == {{"code": "missing", "path": _at(field), "args": {}} | some field in ["covered_zh", "excluded_zh"]}
}

test_fails_with_an_empty_item[field] if {
	some field in ["covered_zh", "excluded_zh"]
	situations := array.concat(_base.ecosystem.tolerance[field], [""])
	got := rule.findings with input.proposal as _tolerating({field: situations})
	got == {{"code": "missing", "path": array.concat(_at(field), [count(situations) - 1]), "args": {}}}
}

_failing := {
	"a file that is not there": {"proposal": json.remove(_base, ["evidence"]), "want": {[
		"policy_weak", _at("policy"), [["evidence"]],
		{"evidence": "EV-33", "flaw": {"term": "evidence_unknown"}},
	]}},
	"no policy": {"proposal": _with({"evidence": [object.union(_policy, {"kind": "photo"})]}), "want": {[
		"policy_kind", _at("policy"), [["evidence", 0, "kind"]],
		{"evidence": "EV-33", "kind": {"term": "evidence_kind_photo"}},
	]}},
	"somebody else's": {"proposal": _tolerating({"issuer": "领导小组办公室"}), "want": {[
		"issuer_differs", _at("issuer"), [["evidence", 0, "issuer"]],
		{"issuer": "领导小组办公室", "evidence": "EV-33", "named": "研究院理事会"},
	]}},
	"every failure": {"proposal": _covering(["全部情形"]), "want": {[
		"covered_all", ["ecosystem", "tolerance", "covered_zh", 2], [],
		{"text": "全部情形"},
	]}},
	"a breach": {"proposal": _covering(["数据安全事件，已及时处置"]), "want": {[
		"covered_shields", ["ecosystem", "tolerance", "covered_zh", 2], [_at("excluded_zh")],
		{"text": "数据安全事件，已及时处置"},
	]}},
	"a breach, in English": {"proposal": _covering(["A data breach that was reported in time"]), "want": {[
		"covered_shields", ["ecosystem", "tolerance", "covered_zh", 2], [_at("excluded_zh")],
		{"text": "A data breach that was reported in time"},
	]}},
	"a breach behind a denial": {"proposal": _covering(["未造成伤亡，但发生数据泄露的"]), "want": {[
		"covered_shields", ["ecosystem", "tolerance", "covered_zh", 2], [_at("excluded_zh")],
		{"text": "未造成伤亡，但发生数据泄露的"},
	]}},
	"a wrong without intent": {"proposal": _covering(["无主观故意的违规"]), "want": {[
		"covered_shields", ["ecosystem", "tolerance", "covered_zh", 2], [_at("excluded_zh")],
		{"text": "无主观故意的违规"},
	]}},
	"no word of the approach": {"proposal": _tolerating({"covered_zh": ["指标低于目标但履行了尽职义务"]}), "want": {[
		"covered_lacks", _at("covered_zh"), [],
		{"situation": {"term": "tolerated_route"}},
	]}},
	"results below target, duty or not": {
		"proposal": _tolerating({"covered_zh": ["技术路线失败，已尽职", "指标低于目标"]}),
		"want": {["covered_lacks", _at("covered_zh"), [], {"situation": {"term": "tolerated_results"}}]},
	},
	"nothing is excluded by name": {"proposal": _tolerating({"excluded_zh": ["主观故意"]}), "want": {
		["excluded_lacks", _at("excluded_zh"), [], {"situation": {"term": "excluded_safety"}}],
		["excluded_lacks", _at("excluded_zh"), [], {"situation": {"term": "excluded_privacy"}}],
		["excluded_lacks", _at("excluded_zh"), [], {"situation": {"term": "excluded_fraud"}}],
	}},
	"the team": {"proposal": _deciding("项目组"), "want": {[
		"decides_for_itself", _at("decision_body"), [],
		{"body": "项目组"},
	]}},
	"a committee of the team": {"proposal": _deciding("项目组专家委员会"), "want": {[
		"decides_for_itself", _at("decision_body"), [],
		{"body": "项目组专家委员会"},
	]}},
	"the team, in English": {"proposal": _deciding("Project team"), "want": {[
		"decides_for_itself", _at("decision_body"), [],
		{"body": "Project team"},
	]}},
	"it never begins": {"proposal": _tolerating({"stop_loss_cny_wan": 0}), "want": {["stop_loss_zero", _at("stop_loss_cny_wan"), [], {}]}},
	"it stops when all is spent": {"proposal": _tolerating({"stop_loss_cny_wan": 3600}), "want": {[
		"stop_loss_above_total", _at("stop_loss_cny_wan"), [["finance", "total_cny_wan"]],
		{"stop_loss_wan": 3600, "total_wan": 3600},
	]}},
	"reviewed when it is over": {"proposal": _every(12), "want": {[
		"not_reviewed", ["governance", "review", "interval_months"], [["project", "start"], ["project", "end"]],
		{"months": 12, "duration": 11},
	]}},
	"never reviewed": {"proposal": _every(0), "want": {[
		"not_reviewed", ["governance", "review", "interval_months"], [["project", "start"], ["project", "end"]],
		{"months": 0, "duration": 11},
	]}},
	"an empty section": {
		"proposal": object.union(object.remove(_base, ["ecosystem"]), {"ecosystem": {"tolerance": {}}}),
		"want": {["missing", ["ecosystem", "tolerance"], [], {}]},
	},
	"a policy and no more": {
		"proposal": object.union(object.remove(_base, ["ecosystem"]), {"ecosystem": {"tolerance": {"policy": "EV-33"}}}),
		"want": {["missing", _at(field), [], {}] | some field, _ in object.remove(_tolerance, ["policy"])},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies[name] if {
	some name, proposal in {
		"the state takes part": {"project": {"stage": "pilot"}, "applicant": {"org_type": "soe"}},
		"the state pays": {
			"project": {"stage": "pilot"},
			"finance": {"total_cny_wan": 300, "sources": [{"kind": "local_fiscal", "amount": 100}]},
		},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply[name] if {
	some name, proposal in {
		"research of the state": {
			"project": {"stage": "research"},
			"applicant": {"org_type": "soe"},
			"finance": {"total_cny_wan": 300, "sources": [{"kind": "local_fiscal", "amount": 100}]},
		},
		"a private pilot": {"project": {"stage": "pilot"}, "applicant": {"org_type": "private"}},
	}
	not rule.applies with input.proposal as proposal
}
