package aiplus.rules.open_02_test

import data.aiplus.flags
import data.aiplus.rules.open_02 as rule

_artifact := {
	"id": "A1",
	"type": "dataset",
	"licence_spdx": "CC-BY-4.0",
	"repo_url": "https://modelscope.cn/datasets/example/pest",
	"platform": "modelscope",
	"status": "planned",
	"release_date": "2027-12-15",
}

_second := object.union(_artifact, {
	"id": "A2",
	"type": "code",
	"repo_url": "https://gitee.com/example/pest",
	"platform": "gitee",
})

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "title_zh": "果园病虫害识别", "summary_zh": "采用开源模型", "start": "2026-11-01", "end": "2028-04-30"},
	"opensource": {"strategy": "partial", "artifacts": [_artifact]},
}

_with(edit) := object.union(_base, edit)

_artifacts(list) := _with({"opensource": {"artifacts": list}})

_changed(edit) := _artifacts([object.union(_artifact, edit)])

_without(path) := json.remove(_base, [path])

# Exactly fifty characters, the last of them a ground.
_reason := concat("", [substring(concat("", ["理由" | some _ in numbers.range(1, 24)]), 0, 48), "安全"])

_closed(reason, more) := object.union(
	object.union(_without("opensource"), {"opensource": {"strategy": "closed", "reason_zh": reason}}),
	more,
)

_public_money := {"finance": {"total_cny_wan": 680, "sources": [{"kind": "local_fiscal", "amount": 300}]}}

_facility(more) := object.union(
	{
		"meta": {"submitted_on": "2026-10-15"},
		"project": {"type": "compute_facility"},
		"opensource": {"strategy": "not_applicable"},
	},
	more,
)

_passing := {
	"an artifact within the project": _base,
	"on the last day": _changed({"release_date": "2028-04-30"}),
	"on the first day": _changed({"release_date": "2026-11-01"}),
	"two artifacts": _artifacts([_artifact, _second]),
	"folders of one repository": _artifacts([
		_second,
		object.union(_second, {"repo_url": "https://gitee.com/example/pest/tree/main/bench"}),
	]),
	"one artifact already released": _artifacts([
		_artifact,
		object.union(_second, {"status": "released", "release_date": "2026-10-15"}),
	]),
	"released while the project runs": _with({
		"meta": {"submitted_on": "2027-01-15"},
		"opensource": {"artifacts": [object.union(_artifact, {"status": "released", "release_date": "2026-11-01"})]},
	}),
	"closed with a reason": _closed(_reason, {}),
	"closed with a reason and public money": _closed(_reason, _public_money),
	"closed with a reason in English": _closed("The weights were trained on data that the operators let us use for monitoring only; their rights stand against it", {}),
	"closed for the sake of patients": _closed(concat("", [substring(_reason, 0, 46), "患者数据"]), {}),
	"closed because of case notes": _closed(concat("", [substring(_reason, 0, 48), "病历"]), {}),
	"closed because of case notes, in English": _closed("The weights can be made to repeat the medical records of which they were trained", {}),
	"closed, with a benchmark": _closed(_reason, {"opensource": {"artifacts": [object.union(_artifact, {"type": "benchmark"})]}}),
	"a facility": _facility({}),
	"a facility paid for by the public, with a reason": _facility(object.union(_public_money, {"opensource": {"reason_zh": _reason}})),
	"a facility with bought parts": _facility({"innovation": {"core_components": [{"origin": "licensed"}]}}),
	"closed, with what was there before": _closed(_reason, {"opensource": {"artifacts": [object.union(_artifact, {"status": "released", "release_date": "2026-10-15"})]}}),
	"a facility with an empty list": _facility({"opensource": {"artifacts": []}}),
	"a facility with parts of open source": _facility({"innovation": {"core_components": [{"origin": "open_source"}]}}),
	"a facility paid for by the public, with a benchmark": _facility(object.union(_public_money, {
		"project": {"start": "2026-11-01", "end": "2028-04-30"},
		"opensource": {"artifacts": [object.union(_artifact, {"type": "benchmark"})]},
	})),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies_to_everything if {
	rule.applies with input.proposal as {}
}

# Nothing turns this flag off; the rule still asks for it.
test_applies_by_its_flag if {
	got := rule.applies with flags.all as false
	got == false
}

_field(field) := {
	"proposal": _without(concat("/", ["opensource/artifacts/0", field])),
	"want": {["opensource", "artifacts", 0, field]},
}

_missing := {
	"the strategy": {"proposal": _without("opensource/strategy"), "want": {["opensource", "strategy"]}},
	"everything": {"proposal": _without("opensource"), "want": {["opensource", "strategy"]}},
	"artifacts": {"proposal": _without("opensource/artifacts"), "want": {["opensource", "artifacts"]}},
	"artifacts in an empty list": {"proposal": _artifacts([]), "want": {["opensource", "artifacts"]}},
	"a type": _field("type"),
	"a licence": _field("licence_spdx"),
	"an address": _field("repo_url"),
	"a platform": _field("platform"),
	"a status": _field("status"),
	"a date": _field("release_date"),
	"the beginning": {"proposal": _without("project/start"), "want": {["project", "start"]}},
	"the end": {"proposal": _without("project/end"), "want": {["project", "end"]}},
	"the submission": {"proposal": _without("meta"), "want": {["meta", "submitted_on"]}},
	"a reason": {
		"proposal": json.remove(_closed("", {}), ["opensource/reason_zh"]),
		"want": {["opensource", "reason_zh"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"an address elsewhere": {"proposal": _changed({"platform": "gitee"}), "want": {"repo_misplaced"}},
	"one address for two": {
		"proposal": _artifacts([_second, object.union(_second, {"repo_url": "https://gitee.com/Example/pest.git"})]),
		"want": {"one_address"},
	},
	"a day after the end": {"proposal": _changed({"release_date": "2028-05-01"}), "want": {"release_after_end"}},
	"released tomorrow": {
		"proposal": _changed({"status": "released", "release_date": "2026-10-16"}),
		"want": {"released_in_future", "nothing_new"},
	},
	"released in the project, which is still to come": {
		"proposal": _changed({"status": "released", "release_date": "2027-12-15"}),
		"want": {"released_in_future"},
	},
	"planned for the day before the project": {
		"proposal": _changed({"release_date": "2026-10-31"}),
		"want": {"planned_too_early"},
	},
	"planned for a day that is over": {
		"proposal": _with({
			"meta": {"submitted_on": "2027-01-15"},
			"opensource": {"artifacts": [object.union(_artifact, {"release_date": "2027-01-14"})]},
		}),
		"want": {"planned_too_early"},
	},
	"nothing but what was there": {
		"proposal": _changed({"status": "released", "release_date": "2026-10-15"}),
		"want": {"nothing_new"},
	},
	"no reason": {"proposal": _closed("不便公开", {}), "want": {"reason_short", "reason_without_ground"}},
	"a reason a character too short": {
		"proposal": _closed(substring(_reason, 1, -1), {}),
		"want": {"reason_short"},
	},
	"a long reason without a ground": {
		"proposal": _closed(concat("", ["理由" | some _ in numbers.range(1, 25)]), {}),
		"want": {"reason_without_ground"},
	},
	"public money and no reason": {
		"proposal": _closed("不便公开", _public_money),
		"want": {"reason_short", "reason_without_ground"},
	},
	"public money, a benchmark and no reason": {
		"proposal": _closed("不便公开", object.union(_public_money, {"opensource": {"artifacts": [_artifact]}})),
		"want": {"reason_short", "reason_without_ground"},
	},
	"a facility paid for by the public": {
		"proposal": _facility(_public_money),
		"want": {"public_money_nothing_open"},
	},
	"a facility paid for by the public, with a bad reason": {
		"proposal": _facility(object.union(_public_money, {"opensource": {"reason_zh": "不便公开"}})),
		"want": {"public_money_nothing_open"},
	},
	"not applicable to an application": {
		"proposal": _with({"opensource": {"strategy": "not_applicable"}}),
		"want": {"not_applicable_denied"},
	},
	"not applicable to a facility with a model": {
		"proposal": _facility({"models": [{"id": "M1"}]}),
		"want": {"not_applicable_denied"},
	},
	"not applicable to a facility that develops": {
		"proposal": _facility({"innovation": {"core_components": [{"origin": "self_developed"}]}}),
		"want": {"not_applicable_denied"},
	},
	"a facility paid for by the public, with a ground and no more": {
		"proposal": _facility(object.union(_public_money, {"opensource": {"reason_zh": "涉密"}})),
		"want": {"public_money_nothing_open"},
	},
	"a facility paid for by the public, with a long reason without a ground": {
		"proposal": _facility(object.union(_public_money, {"opensource": {"reason_zh": concat("", ["理由" | some _ in numbers.range(1, 25)])}})),
		"want": {"public_money_nothing_open"},
	},
	"not applicable to a dataset": {
		"proposal": _with({"project": {"type": "dataset"}, "opensource": {"strategy": "not_applicable"}}),
		"want": {"not_applicable_denied"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

# Both dates are in time; the later one is the limit.
test_the_later_beginning_is_the_limit if {
	found := rule.findings with input.proposal as _changed({"release_date": "2026-10-01"})
	{[f.related, f.args] | some f in found} == {[
		[["project", "start"]],
		{"artifact": "A1", "date": "2026-10-01", "limit": "2026-11-01"},
	]}
}

test_an_artifact_without_id_is_called_by_its_number if {
	found := rule.findings with input.proposal as _artifacts([object.remove(object.union(_artifact, {"platform": "gitee"}), ["id"])])
	{f.args.artifact | some f in found} == {1}
}

_titles := {
	"a title": {"words": {"title_zh": "开源中文模型社区"}, "want": {["project", "title_zh"]}},
	"a title in English": {"words": {"title_en": "An Open-Source Platform"}, "want": {["project", "title_en"]}},
	"a summary": {"words": {"summary_zh": "全部成果开源"}, "want": {["project", "summary_zh"]}},
	"parts that are used": {"words": {"summary_zh": "基于开源的框架和 open source software"}, "want": set()},
	"nothing said": {"words": {"summary_zh": "识别病虫害"}, "want": set()},
	"an id": {"words": {"id": "open-source-7"}, "want": set()},
	"two words that a part stands between": {"words": {"summary_zh": "open 开源组件source"}, "want": set()},
}

test_a_person_judges_words_of_openness[name] if {
	some name, tc in _titles
	found := rule.manual with input.proposal as _closed(_reason, {"project": object.union({"summary_zh": ""}, tc.words)})
	{path | some f in found; some path in f.related} == tc.want
}

test_who_is_open_may_say_so if {
	found := rule.manual with input.proposal as _with({"project": {"title_zh": "开源中文模型社区"}})
	found == set()
}

test_a_person_judges_words_of_openness_where_it_is_not_applicable if {
	found := rule.manual with input.proposal as _facility({"project": {"title_zh": "开源中文模型社区"}})
	{path | some f in found; some path in f.related} == {["project", "title_zh"]}
}

test_one_address_is_that_of_the_first if {
	proposal := _artifacts([_second, object.union(_second, {"repo_url": "https://gitee.com/Example/pest.git"})])
	found := rule.findings with input.proposal as proposal
	[f.args | some f in found] == [{"count": 2, "url": "https://gitee.com/example/pest"}]
}
