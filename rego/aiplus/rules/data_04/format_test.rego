package aiplus.rules.data_04_test

import data.aiplus.rules.data_04 as rule

_dataset := {
	"id": "D1",
	"name_zh": "2023-2025-洛川-种植业-病虫害图像-检测",
	"tier": "industry_specialist",
	"purpose": ["finetune", "eval"],
	"source": "collected",
	"format_standard": "TC609-5-2025-02",
	"docs": {"datasheet": "EV-01", "sections": ["basic_info", "content_features", "construction", "application"]},
	"annotation": {"needed": true, "experts": 1},
}

_operation := {"id": "D3", "purpose": ["operation"], "tier": "general", "format_standard": "other"}

_evidence := {
	"id": "EV-01",
	"kind": "dataset_card",
	"issuer": "申报单位",
	"issued_on": "2026-09-28",
	"sha256": "0000000000000000000000000000000000000000000000000000000000000001",
}

_milestone := {"id": "N1", "due": "2027-06-30", "kind": "normal", "accept_zh": "通过第三方质量评测，得分≥90"}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application"},
	"models": [{"id": "M1", "origin": "fine_tuned"}],
	"data": {"datasets": [_dataset]},
	"evidence": [_evidence],
}

_with_datasets(datasets) := object.union(_base, {"data": {"datasets": datasets}})

_with_dataset(edit) := _with_datasets([object.union(_dataset, edit)])

_without(path) := _with_datasets([json.remove(_dataset, [path])])

_dataset_project(milestones) := object.union(_base, {
	"project": {"type": "dataset"},
	"plan": {"milestones": milestones},
})

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"a specialist dataset of one's own": _base,
	"Croissant": _with_dataset({"format_standard": "croissant-1.1"}),
	"more sections than needed": _with_dataset({"docs": {"sections": array.concat(_dataset.docs.sections, ["limitations"])}}),
	"an open industry dataset": _with_dataset({"tier": "industry_general", "source": "open_licence", "annotation": {"experts": 0}}),
	"a general corpus beside an industry dataset": _with_datasets([_dataset, object.union(_dataset, {
		"id": "D2",
		"tier": "general",
		"name_zh": "通用图像",
		"source": "public_crawl",
		"annotation": {"experts": 0},
	})]),
	"operation beside, in another format": _with_datasets([_dataset, _operation]),
	"an industry general dataset without experts": _with_datasets([object.union(
		object.remove(_dataset, ["annotation", "source"]),
		{"tier": "industry_general"},
	)]),
	"one year in the name": _with_dataset({"name_zh": "2025年-洛川-种植业-病虫害图像-检测"}),
	"dashes of other kinds in the name": _with_dataset({"name_zh": "2025—洛川—种植业_病虫害图像 – 检测"}),
	"a dataset project with a third-party evaluation": _dataset_project([_milestone]),
}

_sources := {"collected", "agreement", "derived", "public_authorised"}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

test_passes_for_specialist[source] if {
	some source in _sources
	_codes(_with_dataset({"source": source})) == []
}

_evaluations := {
	"第三方质量检验得分≥90", "第三方测评得分≥90", "第三方评测得分≥90", "third-party quality score of 90",
	"Third party evaluation, 90 points", "Independent evaluation, 90 points",
}

test_passes_with_evaluation[accept] if {
	some accept in _evaluations
	_codes(_dataset_project([object.union(_milestone, {"accept_zh": accept})])) == []
}

_failing := {
	"no data section": {"proposal": object.remove(_base, ["data"]), "codes": ["missing"]},
	"no datasets": {"proposal": _with_datasets([]), "codes": ["missing"]},
	"no tier": {"proposal": _without("tier"), "codes": ["missing"]},
	"no name": {"proposal": _without("name_zh"), "codes": ["missing"]},
	"no format": {"proposal": _without("format_standard"), "codes": ["missing"]},
	"no documents": {"proposal": _without("docs"), "codes": ["missing", "missing"]},
	"no datasheet": {"proposal": _without("docs/datasheet"), "codes": ["missing"]},
	"no sections": {"proposal": _without("docs/sections"), "codes": ["missing"]},
	"an empty list of sections": {"proposal": _with_dataset({"docs": {"sections": []}}), "codes": ["missing"]},
	"a specialist dataset without source": {"proposal": _without("source"), "codes": ["missing"]},
	"a specialist dataset without word on experts": {"proposal": _without("annotation/experts"), "codes": ["missing"]},
	"only operation": {"proposal": _with_datasets([_operation]), "codes": ["no_training_data"]},
	"only a general corpus": {"proposal": _with_dataset({"tier": "general"}), "codes": ["tier_general"]},
	"the industry dataset is not learned from": {
		"proposal": _with_datasets([
			object.union(_dataset, {"tier": "general"}),
			object.union(_operation, {"tier": "industry_general"}),
		]),
		"codes": ["tier_general"],
	},
	"no standard": {"proposal": _with_dataset({"format_standard": "none"}), "codes": ["format_unrecognised"]},
	"another format": {"proposal": _with_dataset({"format_standard": "other"}), "codes": ["format_unrecognised"]},
	"a datasheet that is not in the list": {
		"proposal": _with_dataset({"docs": {"datasheet": "EV-09"}}),
		"codes": ["datasheet_weak"],
	},
	"one of four sections": {"proposal": _with_dataset({"docs": {"sections": ["basic_info"]}}), "codes": ["sections_incomplete"]},
	"three of four sections": {
		"proposal": _with_dataset({"docs": {"sections": ["basic_info", "content_features", "construction", "motivation"]}}),
		"codes": ["sections_incomplete"],
	},
	"a specialist dataset without experts": {
		"proposal": _with_dataset({"annotation": {"experts": 0}}),
		"codes": ["specialist_without_expert"],
	},
	"a specialist dataset from a crawl": {
		"proposal": _with_dataset({"source": "public_crawl"}),
		"codes": ["specialist_source"],
	},
	"a specialist dataset from an open corpus": {
		"proposal": _with_dataset({"source": "open_licence"}),
		"codes": ["specialist_source"],
	},
	"a specialist dataset out of a generator": {
		"proposal": _with_dataset({"source": "synthetic"}),
		"codes": ["specialist_source"],
	},
	"a dataset project without milestones": {
		"proposal": object.union(_base, {"project": {"type": "dataset"}}),
		"codes": ["evaluation_milestone_absent"],
	},
	"evaluated by itself": {
		"proposal": _dataset_project([object.union(_milestone, {"accept_zh": "自评质量得分≥90"})]),
		"codes": ["evaluation_milestone_absent"],
	},
	"a third party that does not evaluate": {
		"proposal": _dataset_project([
			object.union(_milestone, {"accept_zh": "交付第三方使用单位≥3家"}),
			object.union(_milestone, {"accept_zh": "自评质量得分≥90"}),
		]),
		"codes": ["evaluation_milestone_absent"],
	},
	"a name without industry": {
		"proposal": _with_dataset({"name_zh": "2023-2025-洛川-病虫害图像-检测"}),
		"codes": ["name_incomplete"],
	},
	"a name without time": {
		"proposal": _with_dataset({"name_zh": "洛川-种植业-病虫害图像-3D点云-检测"}),
		"codes": ["name_incomplete"],
	},
	"a name with a gap": {
		"proposal": _with_dataset({"name_zh": "2025-洛川--病虫害图像-检测"}),
		"codes": ["name_incomplete"],
	},
	"an industry general dataset with a name of praise": {
		"proposal": _with_dataset({"tier": "industry_general", "name_zh": "行业高质量数据集"}),
		"codes": ["name_incomplete"],
	},
	"a name of praise": {
		"proposal": _with_dataset({"name_zh": "行业高质量数据集"}),
		"codes": ["name_incomplete"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

# What each code says: where, about what else, with which values.
_said := {
	"no_training_data": {
		"case": "only operation",
		"path": ["data", "datasets"],
		"args": {},
	},
	"tier_general": {
		"case": "only a general corpus",
		"path": ["data", "datasets"],
		"related": [["data", "datasets", 0, "tier"]],
		"args": {},
	},
	"format_unrecognised": {
		"case": "another format",
		"path": ["data", "datasets", 0, "format_standard"],
		"args": {"dataset": "D1", "format": {"term": "format_other"}},
	},
	"datasheet_weak": {
		"case": "a datasheet that is not in the list",
		"path": ["data", "datasets", 0, "docs", "datasheet"],
		"related": [["evidence"]],
		"args": {"dataset": "D1", "evidence": "EV-09", "flaw": {"term": "evidence_unknown"}},
	},
	"sections_incomplete": {
		"case": "three of four sections",
		"path": ["data", "datasets", 0, "docs", "sections"],
		"args": {"dataset": "D1", "sections": [{"term": "section_application"}]},
	},
	"specialist_without_expert": {
		"case": "a specialist dataset without experts",
		"path": ["data", "datasets", 0, "annotation", "experts"],
		"related": [["data", "datasets", 0, "tier"]],
		"args": {"dataset": "D1"},
	},
	"specialist_source": {
		"case": "a specialist dataset from a crawl",
		"path": ["data", "datasets", 0, "source"],
		"related": [["data", "datasets", 0, "tier"]],
		"args": {"dataset": "D1", "source": {"term": "source_public_crawl"}},
	},
	"evaluation_milestone_absent": {
		"case": "a dataset project without milestones",
		"path": ["plan", "milestones"],
		"related": [["project", "type"]],
		"args": {},
	},
	"name_incomplete": {
		"case": "a name of praise",
		"path": ["data", "datasets", 0, "name_zh"],
		"args": {"dataset": "D1", "name": "行业高质量数据集"},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	want in _findings(_failing[tc.case].proposal)
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_without_training if {
	not rule.applies with input.proposal as object.union(_base, {"models": [{"id": "M1", "origin": "third_party_api"}]})
}
