package aiplus.rules.data_10_test

import data.aiplus.rules.data_10 as rule

_lifecycle := ["need", "plan", "collect", "preprocess", "annotate", "validate", "operate"]

_governance := {"owner": "T2", "lifecycle": _lifecycle, "versioning": true, "lineage": true, "review_months": 12}

_dataset := {"id": "D1", "purpose": ["finetune"], "level": "general", "rights": {"restrictions_zh": "无"}}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application"},
	"talent": {"team": [{"id": "T1", "role": ["pi"], "fte": 0.5}, {"id": "T2", "role": ["ai", "data"], "fte": 1}]},
	"data": {"datasets": [_dataset], "governance": _governance, "sharing": {"mode": "conditional"}},
	"finance": {
		"total_cny_wan": 86,
		"items": [{"category": "data", "amount": 12}],
		"sources": [{"kind": "self", "amount": 86}],
	},
}

_governed(changes) := object.union(_base, {"data": {"governance": changes}})

_ungoverned(field) := object.union(
	object.remove(_base, ["data"]),
	{"data": object.union(object.remove(_base.data, ["governance"]), {"governance": object.remove(_governance, [field])})},
)

_shared(sharing) := object.union(
	object.remove(_base, ["data"]),
	{"data": object.union(object.remove(_base.data, ["sharing"]), {"sharing": sharing})},
)

_reason := "数据含合作医院未公开的临床研究样本待发布"

_kept := {"mode": "none", "reason_if_none_zh": _reason}

_fiscal := {"finance": {"sources": [{"kind": "local_fiscal", "amount": 86}]}}

_sets(sets) := {"data": {"datasets": sets}}

_restricted(restrictions) := object.union(_shared({"mode": "open"}), _sets([object.union(_dataset, {"rights": {"restrictions_zh": restrictions}})]))

_without_money := {"finance": {"items": [{"category": "compute", "amount": 6}]}}

_promised(accept) := {"plan": {"milestones": [{"due": "2027-03-31", "accept_zh": accept}]}}

_passing := {
	"conditional": _base,
	"ends in retirement": _governed({"lifecycle": array.concat(array.slice(_lifecycle, 0, 6), ["retire"])}),
	"reviewed every month": _governed({"review_months": 1}),
	"money for software": object.union(_base, {"finance": {"items": [{"category": "software", "amount": 0.01}]}}),
	"promised by a milestone": object.union(object.union(_base, _without_money), _promised("数据版本库上线,保留≥3个版本")),
	"not shared, with a reason": _shared(_kept),
	"public money, important data": object.union(
		object.union(_shared(_kept), _fiscal),
		_sets([object.union(_dataset, {"level": "important"})]),
	),
	"public money, core data": object.union(
		object.union(_shared(_kept), _fiscal),
		_sets([object.union(_dataset, {"level": "core"})]),
	),
	"a thin reason where none is asked": _shared({"mode": "restricted", "reason_if_none_zh": "无"}),
	"public money, sensitive information": object.union(
		object.union(_shared(_kept), _fiscal),
		_sets([object.union(_dataset, {"pi": {"sensitive": true}})]),
	),
	"public money, only records of operation": object.union(
		object.union(_shared(_kept), _fiscal),
		_sets([object.union(_dataset, {"purpose": ["operation"]})]),
	),
	"public money, shared": object.union(_shared({"mode": "restricted"}), _fiscal),
	"open without restrictions": _restricted("无"),
	"open with a restriction on something else": _restricted("不得用于军事用途，可公开使用"),
	"open, one of two restricted": object.union(_shared({"mode": "open"}), _sets([
		_dataset,
		object.union(_dataset, {"id": "D2", "rights": {"restrictions_zh": "不得转售"}}),
	])),
	"conditional with restrictions": object.union(
		_base,
		_sets([object.union(_dataset, {"rights": {"restrictions_zh": "仅限本项目及后续农业用途，不得转售"}})]),
	),
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
		"proposal": object.remove(_base, ["data"]),
		"want": {["data", "governance"], ["data", "sharing"]},
	},
	"governance": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {"sharing": {"mode": "open"}}}),
		"want": {["data", "governance"]},
	},
	"governance and sharing, which are empty": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {"governance": {}, "sharing": {}}}),
		"want": {["data", "governance"], ["data", "sharing"]},
	},
	"owner": {"proposal": _ungoverned("owner"), "want": {["data", "governance", "owner"]}},
	"lifecycle": {"proposal": _ungoverned("lifecycle"), "want": {["data", "governance", "lifecycle"]}},
	"lifecycle empty": {"proposal": _governed({"lifecycle": []}), "want": {["data", "governance", "lifecycle"]}},
	"versioning": {"proposal": _ungoverned("versioning"), "want": {["data", "governance", "versioning"]}},
	"lineage": {"proposal": _ungoverned("lineage"), "want": {["data", "governance", "lineage"]}},
	"review": {"proposal": _ungoverned("review_months"), "want": {["data", "governance", "review_months"]}},
	"mode": {"proposal": _shared({"platform": "某平台"}), "want": {["data", "sharing", "mode"]}},
	"reason": {"proposal": _shared({"mode": "none"}), "want": {["data", "sharing", "reason_if_none_zh"]}},
	"all but the owner": {
		"proposal": object.union(
			object.remove(_base, ["data"]),
			{"data": object.union(object.remove(_base.data, ["governance"]), {"governance": {"owner": "T2"}})},
		),
		"want": {["data", "governance", field] | some field, _ in object.remove(_governance, ["owner"])},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"owner not in the team": {"proposal": _governed({"owner": "T9"}), "want": {"owner_unfit"}},
	"owner without the role": {"proposal": _governed({"owner": "T1"}), "want": {"owner_unfit"}},
	"a stage left out": {
		"proposal": _governed({"lifecycle": array.slice(_lifecycle, 1, 7)}),
		"want": {"lifecycle_gap"},
	},
	"ends with validation": {
		"proposal": _governed({"lifecycle": array.slice(_lifecycle, 0, 6)}),
		"want": {"lifecycle_without_end"},
	},
	"no versions": {"proposal": _governed({"versioning": false}), "want": {"no_versioning"}},
	"no lineage": {"proposal": _governed({"lineage": false}), "want": {"no_lineage"}},
	"versions without means": {"proposal": object.union(_base, _without_money), "want": {"versioning_unbacked"}},
	"lineage without means": {
		"proposal": object.union(_governed({"versioning": false}), _without_money),
		"want": {"no_versioning", "versioning_unbacked"},
	},
	"a milestone about something else": {
		"proposal": object.union(object.union(_base, _without_money), _promised("模型F1≥90%")),
		"want": {"versioning_unbacked"},
	},
	"a milestone that cannot be checked": {
		"proposal": object.union(object.union(_base, _without_money), _promised("数据版本库上线")),
		"want": {"versioning_unbacked"},
	},
	"reviewed a month too late": {"proposal": _governed({"review_months": 13}), "want": {"reviewed_rarely"}},
	"never reviewed": {"proposal": _governed({"review_months": 0}), "want": {"reviewed_rarely"}},
	"one character too thin": {
		"proposal": _shared({"mode": "none", "reason_if_none_zh": "数据含合作医院未公开的临床研究例待发布"}),
		"want": {"reason_thin"},
	},
	"public money, not shared": {"proposal": object.union(_shared(_kept), _fiscal), "want": {"fiscal_not_shared"}},
	"public money, something could be shared": {
		"proposal": object.union(
			object.union(_shared(_kept), _fiscal),
			_sets([object.union(_dataset, {"level": "core"}), object.union(_dataset, {"id": "D2"})]),
		),
		"want": {"fiscal_not_shared"},
	},
	"open but not to be resold": {"proposal": _restricted("仅限本项目，不得转售"), "want": {"open_but_restricted"}},
	"open but not for others": {"proposal": _restricted("不对外提供"), "want": {"open_but_restricted"}},
	"open but not to be made public": {"proposal": _restricted("禁止以任何形式公开"), "want": {"open_but_restricted"}},
	"open but for the project only": {"proposal": _restricted("仅限本项目使用"), "want": {"open_but_restricted"}},
	"open but not redistributed": {"proposal": _restricted("No redistribution"), "want": {"open_but_restricted"}},
	"open but not shared": {"proposal": _restricted("The images must not be published"), "want": {"open_but_restricted"}},
	"open but confidential": {"proposal": _restricted("Internal use only"), "want": {"open_but_restricted"}},
	"one stage": {"proposal": _governed({"lifecycle": ["need"]}), "want": {"lifecycle_gap", "lifecycle_without_end"}},
	"open but not to be resold, beside records of operation": {
		"proposal": object.union(_shared({"mode": "open"}), _sets([
			object.union(_dataset, {"rights": {"restrictions_zh": "不得转售"}}),
			object.union(_dataset, {"id": "D2", "purpose": ["operation"]}),
		])),
		"want": {"open_but_restricted"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_stages if {
	got := rule.findings with input.proposal as _governed({"lifecycle": ["plan", "collect", "annotate", "validate", "retire"]})
	got == {{
		"code": "lifecycle_gap",
		"path": ["data", "governance", "lifecycle"],
		"args": {"stages": [{"term": "lifecycle_need"}, {"term": "lifecycle_preprocess"}]},
	}}
}

test_passes_with_a_milestone_about[word] if {
	some word in ["版本", "血缘", "溯源", "数据治理", "数据管理", "version", "lineage", "provenance", "data management"]
	accept := concat(" ", [word, "100%"])
	got := rule.findings with input.proposal as object.union(object.union(_base, _without_money), _promised(accept))
	got == set()
}

test_fails_at_what_is_claimed if {
	proposals := [object.union(_base, _without_money), object.union(_governed({"versioning": false}), _without_money)]
	got := [path |
		some proposal in proposals
		found := rule.findings with input.proposal as proposal
		some f in found
		f.code == "versioning_unbacked"
		path := f.path
	]
	got == [["data", "governance", "versioning"], ["data", "governance", "lineage"]]
}

test_fails_with_the_person if {
	got := rule.findings with input.proposal as _governed({"owner": "T1"})
	got == {{
		"code": "owner_unfit",
		"path": ["data", "governance", "owner"],
		"related": [["talent", "team"]],
		"args": {"id": "T1", "role": {"term": "role_data"}, "flaw": {"term": "person_without_role"}},
	}}
}

test_fails_with_what_could_be_shared if {
	got := rule.findings with input.proposal as object.union(_shared(_kept), _fiscal)
	got == {{
		"code": "fiscal_not_shared",
		"path": ["data", "sharing", "mode"],
		"related": [["finance", "sources", 0, "amount"]],
		"args": {"datasets": ["D1"]},
	}}
}

# Where every code points, and what it shows beside it.
test_fails_at_the_field if {
	got := {[f.code, f.path, object.get(f, "related", [])] |
		some tc in _failing
		found := rule.findings with input.proposal as tc.proposal
		some f in found
		f.code != "missing"
	}
	got == {
		["fiscal_not_shared", ["data", "sharing", "mode"], [["finance", "sources", 0, "amount"]]],
		["lifecycle_gap", ["data", "governance", "lifecycle"], []],
		["lifecycle_without_end", ["data", "governance", "lifecycle"], []],
		["no_lineage", ["data", "governance", "lineage"], []],
		["no_versioning", ["data", "governance", "versioning"], []],
		["open_but_restricted", ["data", "sharing", "mode"], [["data", "datasets", 0, "rights", "restrictions_zh"]]],
		["owner_unfit", ["data", "governance", "owner"], [["talent", "team"]]],
		["reason_thin", ["data", "sharing", "reason_if_none_zh"], []],
		["reviewed_rarely", ["data", "governance", "review_months"], []],
		["versioning_unbacked", ["data", "governance", "lineage"], [["finance", "items"], ["plan", "milestones"]]],
		["versioning_unbacked", ["data", "governance", "versioning"], [["finance", "items"], ["plan", "milestones"]]],
	}
}

test_does_not_apply_without_data if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}
