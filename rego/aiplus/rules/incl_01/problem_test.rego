package aiplus.rules.incl_01_test

import data.aiplus.rules.incl_01 as rule

_kpi := {
	"id": "K1",
	"name_zh": "平均等待时间",
	"category": "service",
	"unit": "天",
	"direction": "down",
	"baseline": 6,
	"baseline_date": "2026-06-30",
	"baseline_source": "EV-01",
	"target": 1,
	"target_date": "2028-06-30",
	"verifier": "third_party",
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {
		"ai_plus_domain": "livelihood",
		"start": "2026-11-01",
		"end": "2028-10-31",
		"problem": {
			"statement_zh": "全县胸片报告平均等待6天",
			"affected_people": 1,
			"evidence": ["EV-01", "EV-02"],
		},
	},
	"applicant": {"name": "某县人民医院", "org_type": "public_institution"},
	"kpis": [_kpi, {"id": "K2", "name_zh": "收入", "category": "revenue", "unit": "万元"}],
	"evidence": [
		{"id": "EV-01", "kind": "report", "issuer": "市卫生健康委", "issued_on": "2026-07-10", "sha256": "01"},
		{"id": "EV-02", "kind": "other", "issuer": "某县人民医院", "issued_on": "2026-07-11", "sha256": "02"},
	],
}

_edited(edit) := object.union(_base, edit)

_with(edit) := _edited({"project": {"problem": edit}})

_measured(edit) := _edited({"kpis": [object.union(_kpi, edit)]})

_without(path) := json.remove(_base, [path])

_passing := {
	"in numbers, with evidence": _base,
	"inclusion": _measured({"category": "inclusion"}),
	"one bad indicator beside a good one": _edited({"kpis": [
		_kpi,
		object.union(_kpi, {"id": "K3", "name_zh": "满意度", "unit": "分", "target": 6, "baseline_source": "经验值"}),
	]}),
	"an authority knows its figures": object.union(
		_with({"evidence": ["EV-02"]}),
		{"applicant": {"org_type": "government"}},
	),
	"one indicator left open beside a good one": _edited({"kpis": [_kpi, {"id": "K3", "category": "inclusion"}]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["project", "problem", name]

test_fails_without[path] if {
	some path, want in {
		"project/problem/statement_zh": {_field("statement_zh")},
		"project/problem/affected_people": {_field("affected_people")},
		"project/problem/evidence": {_field("evidence")},
		"project/problem": {_field("statement_zh"), _field("affected_people"), _field("evidence")},
		"project/start": {["project", "start"]},
		"project/end": {["project", "end"]},
		"meta/submitted_on": {["meta", "submitted_on"]},
		"applicant/name": {["applicant", "name"]},
		"kpis": {["kpis"]},
		"kpis/0/name_zh": {["kpis", 0, "name_zh"]},
		"kpis/0/unit": {["kpis", 0, "unit"]},
		"kpis/0/direction": {["kpis", 0, "direction"]},
		"kpis/0/baseline": {["kpis", 0, "baseline"]},
		"kpis/0/baseline_date": {["kpis", 0, "baseline_date"]},
		"kpis/0/baseline_source": {["kpis", 0, "baseline_source"]},
		"kpis/0/target": {["kpis", 0, "target"]},
		"kpis/0/target_date": {["kpis", 0, "target_date"]},
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

test_fails_with_empty[name] if {
	some name, tc in {
		"statement": {"proposal": _with({"statement_zh": ""}), "want": _field("statement_zh")},
		"evidence": {"proposal": _with({"evidence": []}), "want": _field("evidence")},
		"indicators": {"proposal": _edited({"kpis": []}), "want": ["kpis"]},
		"baseline source": {"proposal": _measured({"baseline_source": ""}), "want": ["kpis", 0, "baseline_source"]},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

_at(name) := ["kpis", 0, name]

_flaw(name) := {"kpi": "平均等待时间", "flaw": {"term": name}}

_failing := {
	"nobody has it": {
		"proposal": _with({"affected_people": 0}),
		"want": {["nobody_affected", _field("affected_people"), [], {}]},
	},
	"a better life": {
		"proposal": _with({"statement_zh": "满足人民美好生活需要"}),
		"want": {["statement_without_number", _field("statement_zh"), [], {}]},
	},
	"evidence that is not listed": {
		"proposal": _with({"evidence": ["EV-01", "EV-09"]}),
		"want": {[
			"evidence_weak", array.concat(_field("evidence"), [1]), [["evidence"]],
			{"evidence": "EV-09", "flaw": {"term": "evidence_unknown"}},
		]},
	},
	"a brochure": {
		"proposal": _with({"evidence": ["EV-02"]}),
		"want": {["own_evidence", _field("evidence"), [["evidence", 1, "issuer"]], {}]},
	},
	"revenue only": {
		"proposal": _measured({"category": "revenue"}),
		"want": {["no_service_indicator", ["kpis"], [_at("category")], {}]},
	},
	"nothing changes": {
		"proposal": _measured({"target": 6}),
		"want": {["indicator_unsound", _at("target"), [_at("baseline")], _flaw("kpi_target_is_baseline")]},
	},
	"worse": {
		"proposal": _measured({"target": 7}),
		"want": {["indicator_unsound", _at("target"), [_at("baseline"), _at("direction")], _flaw("kpi_wrong_direction")]},
	},
	"measured next year": {
		"proposal": _measured({"baseline_date": "2027-01-01"}),
		"want": {["indicator_unsound", _at("baseline_date"), [["meta", "submitted_on"]], _flaw("kpi_baseline_future")]},
	},
	"reached before the start": {
		"proposal": _measured({"target_date": "2026-10-31"}),
		"want": {["indicator_unsound", _at("target_date"), [["project", "start"]], _flaw("kpi_target_early")]},
	},
	"reached after the end": {
		"proposal": _measured({"target_date": "2028-11-01"}),
		"want": {["indicator_unsound", _at("target_date"), [["project", "end"]], _flaw("kpi_target_late")]},
	},
	"from nothing to everything": {
		"proposal": _measured({"direction": "up", "baseline": 0, "target": 100, "verifier": "self"}),
		"want": {["indicator_unsound", _at("target"), [_at("baseline"), _at("baseline_source"), _at("verifier")], _flaw("kpi_leap")]},
	},
	"a guess": {
		"proposal": _measured({"baseline_source": "项目组经验值"}),
		"want": {["baseline_undocumented", _at("baseline_source"), [_field("evidence")], {"kpi": "平均等待时间"}]},
	},
	"a brochure, and a report without a file": {
		"proposal": object.union(_with({"evidence": ["EV-02", "EV-03"]}), {"evidence": array.concat(
			_base.evidence,
			[{"id": "EV-03", "kind": "report", "issuer": "市卫生健康委", "issued_on": "2026-07-10"}],
		)}),
		"want": {
			[
				"evidence_weak", array.concat(_field("evidence"), [1]), [["evidence", 2]],
				{"evidence": "EV-03", "flaw": {"term": "evidence_no_hash"}},
			],
			["own_evidence", _field("evidence"), [["evidence", 1, "issuer"]], {}],
		},
	},
	"revenue, and something of no category": {
		"proposal": _edited({"kpis": [{"id": "K1", "name_zh": "产量"}, _base.kpis[1]]}),
		"want": {["no_service_indicator", ["kpis"], [["kpis", 1, "category"]], {}]},
	},
	"a guess, beside a revenue that is a guess and does not change": {
		"proposal": _edited({"kpis": [
			object.union(_kpi, {"baseline_source": "项目组经验值"}),
			object.union(_kpi, {"id": "K2", "name_zh": "收入", "category": "revenue", "target": 6, "baseline_source": "经验值"}),
		]}),
		"want": {["baseline_undocumented", _at("baseline_source"), [_field("evidence")], {"kpi": "平均等待时间"}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_fails_with_two_units if {
	proposal := _edited({"kpis": [
		object.union(_kpi, {"baseline_source": "EV-09"}),
		object.union(_kpi, {"unit": "小时", "baseline_source": "EV-09"}),
	]})
	codes := {[f.code, f.args.flaw.term] | some f in rule.findings; f.code == "indicator_unsound"} with input.proposal as proposal
	codes == {["indicator_unsound", "kpi_units_differ"]}
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"project": {"ai_plus_domain": "industry"}}
}
