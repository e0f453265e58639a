package aiplus.rules.ecos_05_test

import data.aiplus.rules.ecos_05 as rule

_platform := {"components": ["判级接口"], "api_docs": "EV-34", "sla_pct": 99, "external_users": 1}

_licence := {"kind": "licence", "count": 3, "value_cny_wan": 180, "by": "2026-12-01"}

_standard := {"kind": "standard", "count": 1, "value_cny_wan": 0, "by": "2028-11-30"}

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"type": "common_platform", "start": "2026-12-01", "end": "2028-11-30"},
	"ecosystem": {
		"platform": _platform,
		"transfer": {"targets": [_licence, _standard], "ip_terms": "EV-35"},
	},
	"innovation": {"translation": {"adopters": [{"name": "湘汇代理", "agreement": "EV-28"}]}},
	"evidence": [
	{"id": id, "issuer": "双方", "issued_on": "2026-09-30", "sha256": id} |
		some id in ["EV-28", "EV-34", "EV-35"]
	],
}

_with(edit) := object.union(_base, edit)

_on(edit) := _with({"ecosystem": {"platform": edit}})

_transferring(edit) := _with({"ecosystem": {"transfer": edit}})

_first(edit) := _transferring({"targets": [object.union(_licence, edit), _standard]})

_alone := json.remove(_base, ["innovation"])

_passing := {
	"a platform": _base,
	"interfaces at an address": _on({"api_docs": "https://open.example.invalid/docs"}),
	"no platform in research": object.union(json.remove(_base, ["ecosystem/platform"]), {"project": {"type": "research"}}),
	"with a partner": object.union(_alone, {"partners": [{"id": "P1", "agreement": "EV-28"}]}),
	"for a price": object.union(_alone, {"finance": {"unit_price_cny": 48, "price_basis_zh": "按单件质检成本60元的八折"}}),
	"terms in words": _transferring({"ip_terms": "各方各自完成的成果归各自所有"}),
	"terms with a partner": object.union(
		_transferring({"ip_terms": "与江海大学共有"}),
		{"partners": [{"id": "P1", "name": "江海大学"}]},
	),
	"terms in English": _transferring({"ip_terms": "Each partner owns what it makes"}),
	"with one adopter of two": _with({"innovation": {"translation": {"adopters": [{"name": "全国各地市"}, {"name": "湘汇代理", "agreement": "EV-28"}]}}}),
	"with one partner of two": object.union(_alone, {"partners": [{"id": "P1"}, {"id": "P2", "agreement": "EV-28"}]}),
	"for one yuan": object.union(_alone, {"finance": {"unit_price_cny": 1, "price_basis_zh": "每次调用成本0.6元"}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(i, field) := ["ecosystem", "transfer", "targets", i, field]

_targets := ["ecosystem", "transfer", "targets"]

_missing := array.flatten([
	[["ecosystem", "platform", field] | some field, _ in _platform],
	[_at(0, field) | some field, _ in _licence],
	[
		["ecosystem", "platform"], ["ecosystem", "transfer"], ["ecosystem", "transfer", "ip_terms"], _targets,
		["project", "start"], ["project", "end"],
	],
])

test_fails_without[pointer] if {
	some path in _missing
	pointer := concat("/", [sprintf("%v", [step]) | some step in path])
	got := rule.findings with input.proposal as json.remove(_base, [pointer])
	got == {{"code": "missing", "path": path, "args": {}}}
}

_grounds := [
	["innovation", "translation", "adopters"], ["partners"], ["finance", "unit_price_cny"],
	["finance", "price_basis_zh"],
]

_unfounded := {["value_unfounded", _targets, _grounds, {"value_wan": 180}]}

_failing := {
	"interfaces that are not there": {"proposal": _on({"api_docs": "EV-99"}), "want": {[
		"api_docs_weak", ["ecosystem", "platform", "api_docs"], [["evidence"]],
		{"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
	]}},
	"interfaces in words": {"proposal": _on({"api_docs": "https://见平台"}), "want": {[
		"api_docs_weak", ["ecosystem", "platform", "api_docs"], [["evidence"]],
		{"evidence": "https://见平台", "flaw": {"term": "evidence_unknown"}},
	]}},
	"often away": {"proposal": _on({"sla_pct": 98.9}), "want": {[
		"sla_low", ["ecosystem", "platform", "sla_pct"], [],
		{"pct": 98.9, "min": 99},
	]}},
	"nobody uses it": {"proposal": _on({"external_users": 0}), "want": {[
		"no_external_users", ["ecosystem", "platform", "external_users"], [],
		{},
	]}},
	"nothing goes over": {"proposal": _first({"count": 0}), "want": {["nothing_counted", _at(0, "count"), [], {"target": 1}]}},
	"after the end": {"proposal": _first({"by": "2028-12-01"}), "want": {[
		"after_project_end", _at(0, "by"), [["project", "end"]],
		{"target": 1, "date": "2028-12-01", "limit": "2028-11-30"},
	]}},
	"before the start": {"proposal": _first({"by": "2026-11-30"}), "want": {[
		"before_start", _at(0, "by"), [["project", "start"]],
		{"target": 1, "date": "2026-11-30", "limit": "2026-12-01"},
	]}},
	"worth nothing": {"proposal": _first({"value_cny_wan": 0}), "want": {[
		"worth_nothing", _targets, [_at(0, "value_cny_wan"), _at(1, "value_cny_wan")],
		{},
	]}},
	"to nobody": {"proposal": _alone, "want": _unfounded},
	"to everybody": {
		"proposal": _with({"innovation": {"translation": {"adopters": [{"name": "全国各地市"}, {"name": "湘汇代理", "agreement": "EV-99"}]}}}),
		"want": _unfounded,
	},
	"a price without grounds": {
		"proposal": object.union(_alone, {"finance": {"unit_price_cny": 48, "price_basis_zh": "市场定价"}}),
		"want": _unfounded,
	},
	"no price at all": {
		"proposal": object.union(_alone, {"finance": {"unit_price_cny": 0, "price_basis_zh": "首年免费，其后按5折"}}),
		"want": _unfounded,
	},
	"terms that are not there": {"proposal": _transferring({"ip_terms": "EV-99"}), "want": {[
		"ip_terms_weak", ["ecosystem", "transfer", "ip_terms"], [["evidence"]],
		{"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
	]}},
	"terms to be agreed": {"proposal": _transferring({"ip_terms": "各方另行协商"}), "want": {[
		"ip_terms_vague", ["ecosystem", "transfer", "ip_terms"], [],
		{},
	]}},
	"terms of nobody": {"proposal": _transferring({"ip_terms": "成果归属清晰"}), "want": {[
		"ip_terms_vague", ["ecosystem", "transfer", "ip_terms"], [],
		{},
	]}},
	"an empty section on the platform": {
		"proposal": object.union(json.remove(_base, ["ecosystem/platform"]), {"ecosystem": {"platform": {}}}),
		"want": {["missing", ["ecosystem", "platform"], [], {}]},
	},
	"a platform with components and no more": {
		"proposal": object.union(json.remove(_base, ["ecosystem/platform"]), {"ecosystem": {"platform": {"components": ["判级接口"]}}}),
		"want": {["missing", ["ecosystem", "platform", field], [], {}] | some field in ["api_docs", "sla_pct", "external_users"]},
	},
	"an empty section on the transfer": {
		"proposal": object.union(json.remove(_base, ["ecosystem/transfer"]), {"ecosystem": {"transfer": {}}}),
		"want": {["missing", ["ecosystem", "transfer"], [], {}]},
	},
	"an empty list of targets": {"proposal": _transferring({"targets": []}), "want": {["missing", _targets, [], {}]}},
	"one target, worth nothing": {
		"proposal": _transferring({"targets": [_standard]}),
		"want": {["worth_nothing", _targets, [_at(0, "value_cny_wan")], {}]},
	},
	"worth nothing, to nobody": {
		"proposal": object.union(_alone, {"ecosystem": {"transfer": {"targets": [_standard]}}}),
		"want": {["worth_nothing", _targets, [_at(0, "value_cny_wan")], {}]},
	},
	"worth one fen, to nobody": {
		"proposal": object.union(_alone, {"ecosystem": {"transfer": {"targets": [object.union(_standard, {"value_cny_wan": 0.000001})]}}}),
		"want": {["value_unfounded", _targets, _grounds, {"value_wan": 0.000001}]},
	},
	"to a partner who has not agreed": {"proposal": object.union(_alone, {"partners": [{"id": "P1"}]}), "want": _unfounded},
	"terms with a kind of party": {
		"proposal": object.union(
			_transferring({"ip_terms": "A university owns it"}),
			{"partners": [{"id": "P1", "name": "江海大学", "org_type": "university"}]},
		),
		"want": {["ip_terms_vague", ["ecosystem", "transfer", "ip_terms"], [], {}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_a_platform_is_not_judged_where_the_project_is_none if {
	got := rule.findings with input.proposal as object.union(_on({"sla_pct": 1}), {"project": {"type": "application"}})
	got == set()
}

test_a_project_without_a_type_is_not_excused_from_a_platform if {
	got := rule.findings with input.proposal as json.remove(_base, ["project/type"])
	got == {{"code": "missing", "path": ["project", "type"], "args": {}}}
}

test_applies[name] if {
	some name, proposal in {
		"a platform": {"project": {"type": "common_platform"}},
		"research": {"project": {"type": "research"}},
		"much money": {"finance": {"total_cny_wan": 1000}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply_to_a_small_application if {
	not rule.applies with input.proposal as {"project": {"type": "application"}, "finance": {"total_cny_wan": 999}}
}
