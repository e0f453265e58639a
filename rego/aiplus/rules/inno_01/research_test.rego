package aiplus.rules.inno_01_test

import data.aiplus.rules.inno_01 as rule

_research := {
	"questions_zh": ["成分复杂度是否决定相稳定性的可预测上限？", "数据如何影响外推"],
	"paradigm_zh": "传统试错每年合成约200个成分；主动学习把待试成分压到每轮24个，候选空间扩大到100万",
	"validation_zh": "盲测30个新合金，相预测准确率≥85%",
	"failure_criteria_zh": "三轮之后命中率仍低于随机抽样的2倍，即判定假设不成立",
	"outputs": [
		{"type": "dataset", "count": 1, "due": "2027-12-31"},
		{"type": "paper", "count": 3, "due": "2029-11-30"},
	],
	"reproducibility": "open_code",
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {
		"type": "research", "stage": "research", "trl": {"current": 2, "target": 4},
		"start": "2027-01-01", "end": "2029-12-31",
	},
	"innovation": {"basic_research": _research},
	"data": {"datasets": [{"id": "D1"}], "sharing": {"mode": "conditional"}},
	"opensource": {"artifacts": [{"type": "code"}, {"type": "dataset"}]},
	"finance": {"items": [{"category": "compute", "amount": 40}]},
}

_with(changes) := object.union(_base, {"innovation": {"basic_research": changes}})

_first(changes) := _with({"outputs": [object.union(_research.outputs[0], changes), _research.outputs[1]]})

_due(dates) := _with({"outputs": [{"type": "paper", "count": 1, "due": due} | some due in dates]})

_without(path) := json.remove(_base, [path])

_codes(proposal) := codes if {
	codes := {finding.code | some finding in rule.findings} with input.proposal as proposal
}

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"a hypothesis in English": _with({"questions_zh": ["Hypothesis: order decides stability"]}),
		"today's method in English": _with({"paradigm_zh": "Today 200 alloys a year are made by hand; the loop proposes 24 out of a million"}),
		"training code": object.union(_base, {"opensource": {"artifacts": [{"type": "training_code"}]}}),
		"open data": _with({"reproducibility": "open_data"}),
		"controlled access": _with({"reproducibility": "controlled"}),
		"controlled access to open data": object.union(
			_with({"reproducibility": "controlled"}),
			{"data": {"sharing": {"mode": "open"}}},
		),
		"controlled access to restricted data": object.union(
			_with({"reproducibility": "controlled"}),
			{"data": {"sharing": {"mode": "restricted"}}},
		),
		"open code about data that are not shared": object.union(_base, {"data": {"sharing": {"mode": "none"}}}),
		"equipment": object.union(_base, {"finance": {"items": [{"category": "equipment", "amount": 40}]}}),
		"compute in kind": object.union(_base, {"finance": {"items": [], "sources": [{"kind": "partner_in_kind", "amount": 20}]}}),
		"readiness of four": object.union(_base, {"project": {"trl": {"current": 4}}}),
		"on the first and the last day": _due(["2027-01-01", "2029-12-31"]),
		"one a month before the end": _due(["2029-11-30", "2029-12-31"]),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["innovation", "basic_research", name]

_missing := {
	"innovation/basic_research/questions_zh": _field("questions_zh"),
	"innovation/basic_research/paradigm_zh": _field("paradigm_zh"),
	"innovation/basic_research/validation_zh": _field("validation_zh"),
	"innovation/basic_research/failure_criteria_zh": _field("failure_criteria_zh"),
	"innovation/basic_research/outputs": _field("outputs"),
	"innovation/basic_research/outputs/0/type": array.concat(_field("outputs"), [0, "type"]),
	"innovation/basic_research/outputs/0/count": array.concat(_field("outputs"), [0, "count"]),
	"innovation/basic_research/outputs/0/due": array.concat(_field("outputs"), [0, "due"]),
	"innovation/basic_research/reproducibility": _field("reproducibility"),
	"project/trl/current": ["project", "trl", "current"],
	"project/start": ["project", "start"],
	"project/end": ["project", "end"],
	"data/datasets": ["data", "datasets"],
}

test_fails_without[removed] if {
	some removed, path in _missing
	got := rule.findings with input.proposal as _without(removed)
	got == {{"code": "missing", "path": path, "args": {}}}
}

test_fails_without_the_section if {
	got := rule.findings with input.proposal as _without("innovation")
	got == {{"code": "missing", "path": ["innovation", "basic_research"], "args": {}}}
}

# What has nothing in it is asked for as a whole, what has anything in it field by field.
test_what_is_missing_of_basic_research[name] if {
	some name, tc in {
		"nothing in it": {"research": {}, "want": {["innovation", "basic_research"]}},
		"only the questions": {
			"research": {"questions_zh": ["能否外推？"]},
			"want": {_field(field) | some field in (object.keys(_research) - {"questions_zh"})},
		},
		"an empty list of questions": {
			"research": object.union(_research, {"questions_zh": []}),
			"want": {_field("questions_zh")},
		},
	}
	got := rule.findings with input.proposal as object.union(_without("innovation"), {"innovation": {"basic_research": tc.research}})
	got == {{"code": "missing", "path": path, "args": {}} | some path in tc.want}
}

test_fails_on_empty_text[field] if {
	some field in ["paradigm_zh", "validation_zh", "failure_criteria_zh"]
	got := rule.findings with input.proposal as _with({field: ""})
	got == {{"code": "missing", "path": _field(field), "args": {}}}
}

test_fails[name] if {
	some name, tc in {
		"no hypothesis": {"proposal": _with({"questions_zh": ["国际领先、颠覆性创新"]}), "want": {"hypothesis_absent"}},
		"validation without a value": {"proposal": _with({"validation_zh": "由专家验证"}), "want": {"validation_vague"}},
		"failure without a value": {"proposal": _with({"failure_criteria_zh": "效果不好"}), "want": {"failure_vague"}},
		"a paradigm without the old one": {"proposal": _with({"paradigm_zh": "准确率达到95%"}), "want": {"paradigm_vague"}},
		"a paradigm without a size": {"proposal": _with({"paradigm_zh": "颠覆传统范式"}), "want": {"paradigm_vague"}},
		"no result": {"proposal": _first({"count": 0}), "want": {"output_none"}},
		"a day before the start": {"proposal": _first({"due": "2026-12-31"}), "want": {"output_before_start"}},
		"a day after the end": {"proposal": _first({"due": "2030-01-01"}), "want": {"output_after_end"}},
		"all after the end": {"proposal": _due(["2030-01-01", "2030-01-31"]), "want": {"output_after_end"}},
		"all on the last day": {"proposal": _due(["2029-12-31"]), "want": {"outputs_bunched"}},
		"all in the last month": {"proposal": _due(["2029-12-01", "2029-12-31"]), "want": {"outputs_bunched"}},
		"not reproducible": {"proposal": _with({"reproducibility": "none"}), "want": {"not_reproducible"}},
		"open code without code": {
			"proposal": object.union(_base, {"opensource": {"artifacts": [{"type": "weights"}]}}),
			"want": {"reproducibility_unbacked"},
		},
		"open data without data": {
			"proposal": object.union(_with({"reproducibility": "open_data"}), {"opensource": {"artifacts": []}}),
			"want": {"reproducibility_unbacked"},
		},
		"controlled access to what is not shared": {
			"proposal": object.union(_with({"reproducibility": "controlled"}), {"data": {"sharing": {"mode": "none"}}}),
			"want": {"access_unconditioned"},
		},
		"controlled access, sharing not stated": {
			"proposal": json.remove(_with({"reproducibility": "controlled"}), ["data/sharing"]),
			"want": {"access_unconditioned"},
		},
		"nothing to compute with": {"proposal": _without("finance"), "want": {"compute_absent"}},
		"readiness of five": {"proposal": object.union(_base, {"project": {"trl": {"current": 5}}}), "want": {"trl_late"}},
	}
	_codes(tc.proposal) == tc.want
}

test_fails_with_where_and_what[name] if {
	some name, tc in {
		"results": {
			"proposal": _with({"outputs": [_research.outputs[0], object.union(_research.outputs[1], {"count": 0})]}),
			"want": {"code": "output_none", "path": array.concat(_field("outputs"), [1, "count"]), "args": {"output": 2}},
		},
		"dates": {"proposal": _first({"due": "2030-01-01"}), "want": {
			"code": "output_after_end",
			"path": array.concat(_field("outputs"), [0, "due"]),
			"related": [["project", "end"]],
			"args": {"output": 1, "date": "2030-01-01", "limit": "2029-12-31"},
		}},
		"start": {"proposal": _first({"due": "2026-12-31"}), "want": {
			"code": "output_before_start",
			"path": array.concat(_field("outputs"), [0, "due"]),
			"related": [["project", "start"]],
			"args": {"output": 1, "date": "2026-12-31", "limit": "2027-01-01"},
		}},
		"bunch": {"proposal": _due(["2029-12-01"]), "want": {
			"code": "outputs_bunched",
			"path": _field("outputs"),
			"related": [["project", "end"]],
			"args": {"first": "2029-12-01", "end": "2029-12-31", "months": 1},
		}},
		"openness": {"proposal": _without("opensource"), "want": {
			"code": "reproducibility_unbacked",
			"path": _field("reproducibility"),
			"related": [["opensource", "artifacts"]],
			"args": {"reproducibility": {"term": "reproducibility_open_code"}},
		}},
		"readiness": {"proposal": object.union(_base, {"project": {"trl": {"current": 5}}}), "want": {
			"code": "trl_late",
			"path": ["project", "trl", "current"],
			"args": {"trl": 5, "max": 4},
		}},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {tc.want}
}

test_applies if {
	rule.applies with input.proposal as {"project": {"type": "research"}}
}

test_does_not_apply_to_an_application if {
	not rule.applies with input.proposal as {"project": {"type": "application", "ai_plus_domain": "industry"}}
}
