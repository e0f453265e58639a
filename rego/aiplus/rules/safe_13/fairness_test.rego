package aiplus.rules.safe_13_test

import data.aiplus.rules.safe_13 as rule

_fairness := [
	{"attribute": "age", "gap": 3, "limit": 3, "n": 100},
	{"attribute": "Region ", "gap": 1.6, "limit": 20, "n": 500},
]

_hallucination := {"method": "逐句核对答复与所引条款", "rate_pct": 2, "limit_pct": 2, "n": 200}

_model := {"id": "M1", "generative": true, "output_modalities": ["text"], "fairness": _fairness, "hallucination": _hallucination}

_scenario := {"id": "S1", "subject": "natural_person", "decision_impact": "significant", "target_groups": ["general"]}

_strata := [
	{"dimension": "age", "name": "59岁以下", "share_pct": 78},
	{"dimension": "age", "name": "60岁及以上", "share_pct": 22},
	{"dimension": "region", "name": "湖北", "share_pct": 60},
	{"dimension": "region", "name": "湖南", "share_pct": 40},
	{"dimension": "other", "name": "Phone channel", "share_pct": 100},
]

_base := {
	"meta": {"submitted_on": "2026-10-22"},
	"project": {
		"type": "application",
		"stage": "pilot",
		"title_zh": "保险客户服务",
		"sector_gb4754": "J68",
		"ai_plus_domain": "industry",
	},
	"scenarios": [_scenario],
	"kpis": [{"id": "K1", "name_zh": "一次解决率", "direction": "up", "target": 88}],
	"models": [_model],
	"data": {"datasets": [{"id": "D1", "strata": _strata}, {"id": "D2"}]},
}

_with(edit) := object.union(_base, edit)

_without(path) := json.remove(_base, [path])

_modelled(edit) := _with({"models": [object.union(_model, edit)]})

_tested(tests) := _modelled({"fairness": tests})

_first(edit) := _tested([object.union(_fairness[0], edit), _fairness[1]])

_answered(edit) := _modelled({"hallucination": edit})

_kpi(edit) := _with({"kpis": [object.union({"id": "K1", "direction": "down"}, edit)]})

# Nobody's interests at stake.
_advisory(proposal) := object.union(proposal, {"scenarios": [object.union(_scenario, {"decision_impact": "advisory"})]})

# Nothing generated.
_scoring := {"id": "M2", "generative": false, "output_modalities": ["score"]}

_planned(accept) := object.union(_base, {
	"project": {"stage": "research"},
	"models": [object.remove(_model, ["fairness", "hallucination"])],
	"plan": {"milestones": [{"id": "N1", "due": "2027-03-31", "kind": "normal", "accept_zh": accept}]},
	"finance": {"items": [{"category": "testing", "amount": 3, "wp_id": "W1"}]},
})

_alike := [object.union(_fairness[0], {"attribute": attribute, "gap": 1}) | some attribute in ["age", "年龄", "region", "地区"]]

_passing := {
	"two attributes and a rate, each at its limit": _base,
	"tests of two models together": _with({"models": [
		object.union(_model, {"fairness": [_fairness[0]]}),
		object.union(_scoring, {"fairness": [_fairness[1]]}),
	]}),
	"a model that generates nothing": _with({"models": [object.union(_scoring, {"fairness": _fairness})]}),
	"no fairness where nobody is concerned": _advisory(_with({"models": [object.remove(_model, ["fairness"])]})),
	"an attribute by its name": _first({"attribute": "年龄段"}),
	"an attribute among the names of strata": _first({"attribute": "channel"}),
	"nothing found in many answers": _answered({"rate_pct": 0, "n": 200, "limit_pct": 1.5}),
	"the limit of an indicator": _kpi({"name_zh": "答复幻觉率", "target": 2}),
	"an indicator to be raised": _kpi({"name_zh": "幻觉拦截率", "direction": "up", "target": 1}),
	"an indicator of fairness": _kpi({"name_zh": "群体公平性差异", "target": 20}),
	"plans before the pilot": _planned("公平性差异≤3个百分点，幻觉率≤2%"),
	"plans in English": _planned("fairness gap of 3 points at most, hallucination below 2 %"),
	"a first attribute besides a plan": object.union(
		_planned("公平性差异≤3个百分点，幻觉率≤2%"),
		{"models": [object.union(_model, {"fairness": [_fairness[0]]})]},
	),
	"sources in health": _with({"project": {"sector_gb4754": "Q84"}}),
	"sources in government": _with({"project": {"ai_plus_domain": "governance"}}),
	"sources in law": _with({"project": {"title_zh": "法律援助问答"}}),
	"tests of the second model alone": _with({"models": [object.remove(_model, ["fairness"]), object.union(_scoring, {"fairness": _fairness})]}),
	"four gaps alike where nothing is decided": _advisory(_tested(_alike)),
	"answers of a model that generates nothing": _with({"models": [
		_model,
		object.union(_scoring, {"hallucination": {"rate_pct": 50, "limit_pct": 40}}),
	]}),
	"a first measure of hallucination besides a plan": object.union(
		_planned("公平性差异≤3个百分点，幻觉率≤2%"),
		{"models": [object.union(object.remove(_model, ["fairness", "hallucination"]), {"hallucination": {"method": "逐句核对所引条款"}})]},
	),
	"the widest limit": _answered({"limit_pct": 20}),
	"little found in few answers": _answered({"n": 200, "rate_pct": 1, "limit_pct": 1.4}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_fair(j, field) := ["models", 0, "fairness", j, field]

_hall(field) := ["models", 0, "hallucination", field]

test_fails_without[path] if {
	some path, want in {
		"scenarios": ["scenarios"],
		"scenarios/0/subject": ["scenarios", 0, "subject"],
		"scenarios/0/decision_impact": ["scenarios", 0, "decision_impact"],
		"scenarios/0/target_groups": ["scenarios", 0, "target_groups"],
		"models": ["models"],
		"models/0/generative": ["models", 0, "generative"],
		"models/0/output_modalities": ["models", 0, "output_modalities"],
		"models/0/fairness": ["models", 0, "fairness"],
		"models/0/fairness/1/attribute": _fair(1, "attribute"),
		"models/0/fairness/1/gap": _fair(1, "gap"),
		"models/0/fairness/1/limit": _fair(1, "limit"),
		"models/0/fairness/1/n": _fair(1, "n"),
		"models/0/hallucination": ["models", 0, "hallucination"],
		"models/0/hallucination/method": _hall("method"),
		"models/0/hallucination/rate_pct": _hall("rate_pct"),
		"models/0/hallucination/limit_pct": _hall("limit_pct"),
		"models/0/hallucination/n": _hall("n"),
		"kpis": ["kpis"],
		"kpis/0/name_zh": ["kpis", 0, "name_zh"],
		"kpis/0/target": ["kpis", 0, "target"],
		"project/title_zh": ["project", "title_zh"],
		"project/sector_gb4754": ["project", "sector_gb4754"],
		"project/ai_plus_domain": ["project", "ai_plus_domain"],
	}
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as _without(path)
	got == {want}
}

test_fails_without_a_plan_for[what] if {
	some what, tc in {
		"fairness": {"accept": "幻觉率≤2%", "want": ["models", 0, "fairness"]},
		"hallucination": {"accept": "公平性差异≤3个百分点", "want": ["models", 0, "hallucination"]},
	}
	got := rule.findings with input.proposal as _planned(tc.accept)
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

_failing := {
	"one attribute": {
		"proposal": _tested([_fairness[0], object.union(_fairness[0], {"attribute": "AGE", "gap": 2})]),
		"want": {["attributes_few", ["models"], [_fair(0, "attribute"), _fair(1, "attribute")], {"count": 1, "min": 2}]},
	},
	"a gap above its limit": {
		"proposal": _first({"gap": 3.1}),
		"want": {[
			"gap_above_limit", _fair(0, "gap"), [_fair(0, "limit")],
			{"model": "M1", "attribute": "age", "gap": 3.1, "limit": 3},
		]},
	},
	"a limit that limits nothing": {
		"proposal": _first({"limit": 20.5}),
		"want": {["gap_limit_wide", _fair(0, "limit"), [], {"model": "M1", "attribute": "age", "limit": 20.5, "max": 20}]},
	},
	"a small group": {
		"proposal": _first({"n": 99}),
		"want": {["groups_small", _fair(0, "n"), [], {"model": "M1", "attribute": "age", "n": 99, "min": 100}]},
	},
	"no gap in a tiny group": {
		"proposal": _first({"n": 49, "gap": 0}),
		"want": {["groups_small", _fair(0, "n"), [], {"model": "M1", "attribute": "age", "n": 49, "min": 100}]},
	},
	"four gaps alike": {
		"proposal": _tested(_alike),
		"want": {["gaps_alike", ["models", 0, "fairness"], [], {"model": "M1", "count": 4, "gap": 1}]},
	},
	"four gaps of nothing": {
		"proposal": _tested([object.union(_fairness[0], {"attribute": attribute, "gap": 0}) |
			some attribute in ["age", "年龄", "region", "地区"]
		]),
		"want": {["gaps_alike", ["models", 0, "fairness"], [], {"model": "M1", "count": 4, "gap": 0}]},
	},
	"an attribute that the data do not have": {
		"proposal": _first({"attribute": "sex"}),
		"want": {[
			"attribute_unstratified", _fair(0, "attribute"), [["data", "datasets", 0, "strata"]],
			{"model": "M1", "attribute": "sex"},
		]},
	},
	"no strata at all": {
		"proposal": _without("data/datasets/0/strata"),
		"want": {
			["attribute_unstratified", _fair(0, "attribute"), [], {"model": "M1", "attribute": "age"}],
			["attribute_unstratified", _fair(1, "attribute"), [], {"model": "M1", "attribute": "Region "}],
		},
	},
	"a limit looser than an indicator of fairness": {
		"proposal": _kpi({"name_zh": "Fairness gap", "target": 2}),
		"want": {
			[
				"gap_limit_above_kpi", _fair(0, "limit"), [["kpis", 0, "target"]],
				{"model": "M1", "attribute": "age", "limit": 3, "target": 2},
			],
			[
				"gap_limit_above_kpi", _fair(1, "limit"), [["kpis", 0, "target"]],
				{"model": "M1", "attribute": "Region ", "limit": 20, "target": 2},
			],
		},
	},
	"a rate above its limit": {
		"proposal": _answered({"rate_pct": 2.1}),
		"want": {["rate_above_limit", _hall("rate_pct"), [_hall("limit_pct")], {"model": "M1", "rate": 2.1, "limit": 2}]},
	},
	"a rate that may be anything": {
		"proposal": _answered({"limit_pct": 20.1}),
		"want": {["rate_limit_wide", _hall("limit_pct"), [], {"model": "M1", "limit": 20.1, "max": 20}]},
	},
	"few answers": {
		"proposal": _answered({"n": 199}),
		"want": {["answers_few", _hall("n"), [], {"model": "M1", "n": 199, "min": 200}]},
	},
	"nothing found in few answers": {
		"proposal": _answered({"n": 199, "rate_pct": 0, "limit_pct": 1}),
		"want": {["answers_few", _hall("n"), [], {"model": "M1", "n": 199, "min": 200}]},
	},
	"nothing found in too few answers": {
		"proposal": _answered({"n": 200, "rate_pct": 0, "limit_pct": 1.4}),
		"want": {[
			"zero_on_few", _hall("rate_pct"), [_hall("limit_pct"), _hall("n")],
			{"model": "M1", "n": 200, "limit": 1.4, "bound": 1.5},
		]},
	},
	"a limit looser than an indicator of hallucination": {
		"proposal": object.remove(_kpi({"name_zh": "大模型幻觉率", "target": 1.9}), ["direction"]),
		"want": {["rate_limit_above_kpi", _hall("limit_pct"), [["kpis", 0, "target"]], {"model": "M1", "limit": 2, "target": 1.9}]},
	},
	"no sources in health": {
		"proposal": object.union(_answered({"method": "人工抽查"}), {"project": {"sector_gb4754": "Q84"}}),
		"want": {[
			"grounding_unsaid", _hall("method"), [["project", "sector_gb4754"]],
			{"model": "M1", "domain": {"term": "critical_health"}},
		]},
	},
	"no sources in government": {
		"proposal": object.union(_answered({"method": "人工抽查"}), {"project": {"ai_plus_domain": "governance"}}),
		"want": {[
			"grounding_unsaid", _hall("method"), [["project", "ai_plus_domain"]],
			{"model": "M1", "domain": {"term": "critical_government"}},
		]},
	},
	"no sources in law": {
		"proposal": object.union(_answered({"method": "人工抽查"}), {"project": {"title_zh": "Legal advice"}}),
		"want": {[
			"grounding_unsaid", _hall("method"), [["project", "title_zh"]],
			{"model": "M1", "domain": {"term": "critical_law"}},
		]},
	},
	"a test without its attribute and its model without an id": {
		"proposal": _with({"models": [object.remove(
			object.union(_model, {"fairness": [
				_fairness[0], _fairness[1], {"gap": 5, "limit": 4, "n": 100},
			]}),
			["id"],
		)]}),
		"want": {
			["missing", _fair(2, "attribute"), [], {}],
			["gap_above_limit", _fair(2, "gap"), [_fair(2, "limit")], {"model": 1, "attribute": 3, "gap": 5, "limit": 4}],
		},
	},
	"an empty list of models": {"proposal": _with({"models": []}), "want": {["missing", ["models"], [], {}]}},
	"one test of one attribute": {
		"proposal": _tested([_fairness[0]]),
		"want": {["attributes_few", ["models"], [_fair(0, "attribute")], {"count": 1, "min": 2}]},
	},
	"no measure of hallucination": {
		"proposal": _with({"models": [object.union(object.remove(_model, ["hallucination"]), {"hallucination": {}})]}),
		"want": {["missing", ["models", 0, "hallucination"], [], {}]},
	},
	"a method and no figures": {
		"proposal": _with({"models": [object.union(object.remove(_model, ["hallucination"]), {"hallucination": {"method": "逐句核对所引条款"}})]}),
		"want": {["missing", _hall(field), [], {}] | some field in ["rate_pct", "limit_pct", "n"]},
	},
	"nothing found in just too few answers": {
		"proposal": _answered({"n": 200, "rate_pct": 0, "limit_pct": 1.49}),
		"want": {[
			"zero_on_few", _hall("rate_pct"), [_hall("limit_pct"), _hall("n")],
			{"model": "M1", "n": 200, "limit": 1.49, "bound": 1.5},
		]},
	},
	"nothing found, the bound rounded up": {
		"proposal": _answered({"n": 333, "rate_pct": 0, "limit_pct": 0.9}),
		"want": {[
			"zero_on_few", _hall("rate_pct"), [_hall("limit_pct"), _hall("n")],
			{"model": "M1", "n": 333, "limit": 0.9, "bound": 1},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

# Fairness does not matter where nobody's interests are decided.
test_passes_whatever_the_gap_where_nothing_is_decided if {
	got := rule.findings with input.proposal as _advisory(_tested([{"gap": 50, "limit": 99, "n": 1}]))
	got == set()
}

test_applies[name] if {
	some name, proposal in {
		"people": _with({"models": [_scoring]}),
		"generated": _advisory(_base),
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as _advisory(_with({"models": [_scoring]}))
}
