package aiplus.rules.safe_06_test

import data.aiplus.rules.safe_06 as rule

_metric(id, kind, owner) := {
	"id": id, "kind": kind, "source": concat(" ", ["日志", id]), "comparator": "gt", "threshold": 2, "unit": "% 异常占比",
	"interval_min": 60, "owner": owner, "channel": "短信",
}

_metrics := [
	_metric("MT1", "availability", "T1"),
	_metric("MT2", "model_quality", "T2"),
	_metric("MT3", "input_data", "T2"),
	_metric("MT4", "other", "T1"),
	_metric("MT5", "other", "T1"),
]

_public_metrics := array.concat(array.slice(_metrics, 0, 3), [
	_metric("MT4", "misuse_content", "T1"),
	_metric("MT5", "complaint", "T1"),
])

_job_metrics := array.concat(array.slice(_metrics, 0, 4), [_metric("MT5", "employment", "T1")])

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot", "type": "application"},
	"applicant": {"employees": 100},
	"models": [{"id": "M1"}],
	"scenarios": [{"public_facing": false}],
	"employment": {"assessment": {"scope_headcount": 0}},
	"talent": {"team": [
		{"id": "T1", "role": ["ops"], "fte": 0.5},
		{"id": "T2", "role": ["ai"], "fte": 0.2},
	]},
	"safety": {
		"risks": [
			{"id": "R1", "likelihood": 3, "impact": 4, "monitor_ids": ["MT2", "MT3"]},
			{"id": "R2", "likelihood": 2, "impact": 5},
		],
		"monitoring": {
			"metrics": _metrics, "coverage": "8x5",
			"log_retention_days": 180, "mttd_target_min": 59, "mttr_target_min": 60,
		},
	},
	"evidence": [{"id": "EV-01", "kind": "contract", "issuer": "某公司", "issued_on": "2026-09-01", "sha256": "a"}],
}

_monitoring(changes) := object.union(_base, {"safety": {"monitoring": changes}})

_first(changes) := _monitoring({"metrics": array.concat([object.union(_metrics[0], changes)], array.slice(_metrics, 1, 5))})

_risk(changes) := object.union(_base, {"safety": {"risks": [object.union(_base.safety.risks[0], changes)]}})

_unlinked(changes) := object.union(_base, {"safety": {"risks": [object.union({"id": "R1"}, changes)]}})

_owned(owner, fte) := object.union(_monitoring({"metrics": [object.union(m, {"owner": owner}) | some m in _metrics]}), {"talent": {"team": [{"id": "T1", "role": ["ops"], "fte": fte}]}})

_public(metrics) := object.union(_monitoring({"metrics": metrics}), {"scenarios": [{"public_facing": true}]})

_big(metrics) := object.union(_monitoring({"metrics": metrics}), {"employment": {
	"assessment": {"scope_headcount": 20},
	"occupations": [{"id": "O1", "headcount": 20, "effect": "displace", "exposure": "g3"}],
}})

_passing := {
	"five metrics": _base,
	"around the clock with enough people": object.union(
		_monitoring({"coverage": "24x7"}),
		{"talent": {"team": array.concat(_base.talent.team, [{"id": id, "role": ["security"], "fte": 1} | some id in ["T3", "T4", "T5", "T6"]])}},
	),
	"around the clock by contract": _monitoring({"coverage": "24x7", "soc_contract": "EV-01"}),
	"rare readings by day": _first({"interval_min": 10080}),
	"a count of 0": _first({"threshold": 0, "unit": "件/周"}),
	"a rate of 99.9": _first({"threshold": 99.9}),
	"one owner at half time": _owned("T1", 0.5),
	"a risk below the score": _unlinked({"likelihood": 2, "impact": 5}),
	"a linked risk that is not rated": object.union(_base, {"safety": {"risks": [{"id": "R1", "monitor_ids": ["MT1"]}]}}),
	"a facility without a model": object.union(
		_monitoring({"metrics": [object.union(m, {"kind": "availability"}) | some m in _metrics]}),
		{"project": {"type": "compute_facility"}, "models": []},
	),
	"public": _public(_public_metrics),
	"a large effect on jobs": _big(_job_metrics),
	"misuse and complaints watched, whoever it is open to": object.union(
		_monitoring({"metrics": _public_metrics}),
		{"scenarios": [{"id": "S1"}]},
	),
	"misuse and complaints watched, no scenario": object.union(_monitoring({"metrics": _public_metrics}), {"scenarios": []}),
	"jobs watched, nobody counted": json.remove(_big(_job_metrics), ["employment"]),
	"jobs watched, no post listed": json.remove(_big(_job_metrics), ["employment/occupations"]),
	"jobs watched, nothing said about a post": object.union(_big(_job_metrics), {"employment": {"occupations": [{"id": "O1"}]}}),
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

_section := ["safety", "monitoring"]

test_fails_without_anything if {
	found := rule.findings with input.proposal as {"project": {"stage": "pilot"}}
	{[f.code, f.path] | some f in found} == {["missing", path] |
		some path in {
			["safety", "monitoring", "metrics"], ["safety", "monitoring", "coverage"], ["safety", "risks"],
			["safety", "monitoring", "log_retention_days"], ["safety", "monitoring", "mttd_target_min"],
			["safety", "monitoring", "mttr_target_min"],
		}
	}
}

test_fails_without_field[field] if {
	some field in ["coverage", "log_retention_days", "mttd_target_min", "mttr_target_min", "metrics"]
	found := rule.findings with input.proposal as json.remove(_risk({"monitor_ids": []}), [concat("/", ["safety/monitoring", field])])
	["missing", array.concat(_section, [field])] in {[f.code, f.path] | some f in found}
}

# One finding for the field, and none for what cannot be said without it.
test_fails_without_field_of_metric[field] if {
	some field in ["kind", "source", "comparator", "threshold", "unit", "interval_min", "owner", "channel"]
	found := rule.findings with input.proposal as _monitoring({"metrics": array.concat(
		array.slice(_metrics, 0, 4),
		[object.remove(_metrics[4], [field])],
	)})
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "monitoring", "metrics", 4, field]]}
}

test_fails_without_the_id_of_a_metric if {
	found := rule.findings with input.proposal as _monitoring({"metrics": [object.remove(m, ["id"]) | some m in _metrics]})
	{f.code | some f in found} == {"missing", "monitor_unknown"}
}

test_fails_without_a_rating[field] if {
	some field in ["likelihood", "impact"]
	found := rule.findings with input.proposal as _unlinked(object.remove({"likelihood": 5, "impact": 5}, [field]))
	{[f.code, f.path] | some f in found} == {["missing", ["safety", "risks", 0, field]]}
}

test_fails_without_the_size_of_the_effect_on_jobs[field] if {
	some field in ["headcount", "effect", "exposure"]
	found := rule.findings with input.proposal as json.remove(_big(_metrics), [concat("/", ["employment/occupations/0", field])])
	["missing", ["employment", "occupations", 0, field]] in {[f.code, f.path] | some f in found}
}

_unsaid := {
	"employment/occupations": ["employment", "occupations"],
	"employment/assessment/scope_headcount": ["employment", "assessment", "scope_headcount"],
	"scenarios": ["scenarios"],
	"scenarios/0/public_facing": ["scenarios", 0, "public_facing"],
}

test_fails_without_what_decides_what_is_watched[field] if {
	some field, path in _unsaid
	found := rule.findings with input.proposal as json.remove(_big(_metrics), [field])
	["missing", path] in {[f.code, f.path] | some f in found}
}

_failing := {
	"four metrics": {
		"proposal": _monitoring({"metrics": array.slice(_metrics, 0, 4)}),
		"want": {["metrics_few", ["safety", "monitoring", "metrics"], [], {"count": 4, "min": 5}]},
	},
	"a metric twice": {
		"proposal": _monitoring({"metrics": array.concat(array.slice(_metrics, 0, 4), [object.union(_metrics[3], {"id": "MT5", "threshold": 4})])}),
		"want": {["metrics_few", ["safety", "monitoring", "metrics"], [], {"count": 4, "min": 5}]},
	},
	"nothing about availability": {
		"proposal": _first({"kind": "other"}),
		"want": {["kind_absent", ["safety", "monitoring", "metrics"], [["project", "stage"]], {"kind": {"term": "metric_availability"}}]},
	},
	"nothing about the model": {
		"proposal": _monitoring({"metrics": [object.union(m, {"kind": "availability"}) | some m in _metrics]}),
		"want": {
			["kind_absent", ["safety", "monitoring", "metrics"], [["models"], ["project", "type"]], {"kind": {"term": "metric_model_quality"}}],
			["kind_absent", ["safety", "monitoring", "metrics"], [["models"], ["project", "type"]], {"kind": {"term": "metric_input_data"}}],
		},
	},
	"nothing about the public": {
		"proposal": _public(_metrics),
		"want": {
			["kind_absent", ["safety", "monitoring", "metrics"], [["scenarios", 0, "public_facing"]], {"kind": {"term": "metric_misuse_content"}}],
			["kind_absent", ["safety", "monitoring", "metrics"], [["scenarios", 0, "public_facing"]], {"kind": {"term": "metric_complaint"}}],
		},
	},
	"nothing about jobs": {
		"proposal": _big(_metrics),
		"want": {[
			"kind_absent", ["safety", "monitoring", "metrics"], [["employment", "occupations", 0, "headcount"]],
			{"kind": {"term": "metric_employment"}},
		]},
	},
	"a rate of 0": {
		"proposal": _first({"threshold": 0}),
		"want": {[
			"threshold_extreme", ["safety", "monitoring", "metrics", 0, "threshold"],
			[["safety", "monitoring", "metrics", 0, "unit"]], {"metric": "MT1", "threshold": 0},
		]},
	},
	"a rate of 100 in words": {
		"proposal": _first({"threshold": 100, "unit": "Percent of calls"}),
		"want": {[
			"threshold_extreme", ["safety", "monitoring", "metrics", 0, "threshold"],
			[["safety", "monitoring", "metrics", 0, "unit"]], {"metric": "MT1", "threshold": 100},
		]},
	},
	"an owner who is not in the team": {
		"proposal": _first({"owner": "T9"}),
		"want": {[
			"owner_weak", ["safety", "monitoring", "metrics", 0, "owner"], [["talent", "team"]],
			{"metric": "MT1", "id": "T9", "role": {"term": "role_any"}, "flaw": {"term": "person_unknown"}},
		]},
	},
	"one owner below half time": {
		"proposal": _owned("T1", 0.4),
		"want": {[
			"owner_alone", ["safety", "monitoring", "metrics"], [["safety", "monitoring", "metrics", i, "owner"] | some i in [0, 1, 2, 3, 4]],
			{"owner": "T1", "count": 5, "fte": 0.4, "min": 0.5},
		]},
	},
	"around the clock with half a person": {
		"proposal": _monitoring({"coverage": "24x7"}),
		"want": {[
			"watch_unstaffed", ["safety", "monitoring", "coverage"],
			[["safety", "monitoring", "soc_contract"], ["talent", "team"]], {"fte": 0.5, "min": 4.2},
		]},
	},
	"rare readings around the clock": {
		"proposal": object.union(_first({"interval_min": 61}), {"safety": {"monitoring": {"coverage": "24x7", "soc_contract": "EV-01"}}}),
		"want": {[
			"interval_long", ["safety", "monitoring", "metrics", 0, "interval_min"],
			[["safety", "monitoring", "coverage"]], {"metric": "MT1", "minutes": 61, "max": 60},
		]},
	},
	"a metric that is not there": {
		"proposal": _risk({"monitor_ids": ["MT1", "MT9"]}),
		"want": {["monitor_unknown", ["safety", "risks", 0, "monitor_ids", 1], [], {"risk": "R1", "id": "MT9"}]},
	},
	"a high risk that nothing watches": {
		"proposal": _unlinked({"likelihood": 3, "impact": 4}),
		"want": {[
			"risk_unwatched", ["safety", "risks", 0, "monitor_ids"],
			[["safety", "risks", 0, "impact"], ["safety", "risks", 0, "likelihood"]], {"risk": "R1", "score": 12, "min": 12},
		]},
	},
	"logs of 179 days": {
		"proposal": _monitoring({"log_retention_days": 179}),
		"want": {["log_short", ["safety", "monitoring", "log_retention_days"], [], {"days": 179, "min": 180}]},
	},
	"found as late as repaired": {
		"proposal": _monitoring({"mttd_target_min": 60}),
		"want": {[
			"detection_slow", ["safety", "monitoring", "mttd_target_min"],
			[["safety", "monitoring", "mttr_target_min"]], {"detect": 60, "recover": 60},
		]},
	},
	"no metric in the list": {
		"proposal": object.union(_monitoring({"metrics": []}), {"safety": {"risks": [{"id": "R2", "likelihood": 2, "impact": 5}]}}),
		"want": {["missing", ["safety", "monitoring", "metrics"], [], {}]},
	},
	"one metric and nothing else": {
		"proposal": object.union(
			_monitoring({"metrics": [_metric("MT1", "availability", "T2")]}),
			{"safety": {"risks": [{"id": "R1", "monitor_ids": ["MT1"]}]}, "scenarios": []},
		),
		"want": {
			["missing", ["scenarios"], [], {}],
			["metrics_few", ["safety", "monitoring", "metrics"], [], {"count": 1, "min": 5}],
			["kind_absent", ["safety", "monitoring", "metrics"], [["models"], ["project", "type"]], {"kind": {"term": "metric_model_quality"}}],
			["kind_absent", ["safety", "monitoring", "metrics"], [["models"], ["project", "type"]], {"kind": {"term": "metric_input_data"}}],
		},
	},
	"availability, where one metric keeps its kind to itself": {
		"proposal": _monitoring({"metrics": array.concat([object.remove(_metrics[0], ["kind"])], array.slice(_metrics, 1, 5))}),
		"want": {["missing", ["safety", "monitoring", "metrics", 0, "kind"], [], {}]},
	},
	"two metrics of one owner with little time": {
		"proposal": object.union(
			_monitoring({"metrics": [_metric("MT2", "model_quality", "T2"), _metric("MT3", "input_data", "T2")]}),
			{"project": {"type": "compute_facility"}, "models": []},
		),
		"want": {
			["metrics_few", ["safety", "monitoring", "metrics"], [], {"count": 2, "min": 5}],
			["kind_absent", ["safety", "monitoring", "metrics"], [["project", "stage"]], {"kind": {"term": "metric_availability"}}],
			[
				"owner_alone", ["safety", "monitoring", "metrics"], [["safety", "monitoring", "metrics", i, "owner"] | some i in [0, 1]],
				{"owner": "T2", "count": 2, "fte": 0.2, "min": 0.5},
			],
		},
	},
	"one owner below half time, beside a colleague who has time": {
		"proposal": object.union(_owned("T1", 0.4), {"talent": {"team": [
			{"id": "T1", "role": ["ops"], "fte": 0.4},
			{"id": "T2", "role": ["ai"], "fte": 1},
		]}}),
		"want": {[
			"owner_alone", ["safety", "monitoring", "metrics"], [["safety", "monitoring", "metrics", i, "owner"] | some i in [0, 1, 2, 3, 4]],
			{"owner": "T1", "count": 5, "fte": 0.4, "min": 0.5},
		]},
	},
	"one owner who does not say how much time there is": {
		"proposal": object.union(_owned("T1", 0.4), {"talent": {"team": [{"id": "T1", "role": ["ops"]}]}}),
		"want": {[
			"owner_alone", ["safety", "monitoring", "metrics"], [["safety", "monitoring", "metrics", i, "owner"] | some i in [0, 1, 2, 3, 4]],
			{"owner": "T1", "count": 5, "fte": 0, "min": 0.5},
		]},
	},
	"a risk that is watched by one metric that is there and one that is not": {
		"proposal": _unlinked({"monitor_ids": ["MT1", "MT9"]}),
		"want": {["monitor_unknown", ["safety", "risks", 0, "monitor_ids", 1], [], {"risk": "R1", "id": "MT9"}]},
	},
	"a risk that is watched only by a metric that is not there": {
		"proposal": _unlinked({"impact": 5, "monitor_ids": ["MT9"]}),
		"want": {
			["monitor_unknown", ["safety", "risks", 0, "monitor_ids", 0], [], {"risk": "R1", "id": "MT9"}],
			["missing", ["safety", "risks", 0, "likelihood"], [], {}],
		},
	},
	"a metric without an id, called by its place": {
		"proposal": _monitoring({"metrics": array.concat(
			array.slice(_metrics, 0, 4),
			[object.union(object.remove(_metrics[4], ["id"]), {"threshold": 100})],
		)}),
		"want": {
			["missing", ["safety", "monitoring", "metrics", 4, "id"], [], {}],
			[
				"threshold_extreme", ["safety", "monitoring", "metrics", 4, "threshold"],
				[["safety", "monitoring", "metrics", 4, "unit"]], {"metric": 5, "threshold": 100},
			],
		},
	},
	"a risk without an id, called by its place": {
		"proposal": object.union(_base, {"safety": {"risks": [_base.safety.risks[0], {"likelihood": 5, "impact": 5}]}}),
		"want": {[
			"risk_unwatched", ["safety", "risks", 1, "monitor_ids"],
			[["safety", "risks", 1, "impact"], ["safety", "risks", 1, "likelihood"]], {"risk": 2, "score": 25, "min": 12},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

# Somebody who answers for too many things is named once for each of them, and not once more for all.
test_fails_with_the_overloaded_owner if {
	proposal := object.union(_owned("T1", 0.4), {"safety": {"risks": [{"id": "R1", "owner": "T1", "monitor_ids": ["MT1"]}]}})
	found := rule.findings with input.proposal as proposal
	{f.code | some f in found} == {"owner_weak"}
	{f.args.flaw.term | some f in found} == {"person_overloaded"}
}
