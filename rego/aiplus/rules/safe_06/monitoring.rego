# METADATA
# title: Monitoring metrics with thresholds
# description: >-
#   What runs is watched by metrics that each have a source, a number to alarm at, an interval and somebody who answers for
#   them; they cover what can go wrong with this kind of project and every high risk, and logs are kept.
package aiplus.rules.safe_06

import data.aiplus.checks.links
import data.aiplus.checks.shifts
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.deploy

_section := ["safety", "monitoring"]

_metrics := ["safety", "monitoring", "metrics"]

_at(i, field) := ["safety", "monitoring", "metrics", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _metrics

_needed contains _at(i, field) if {
	some i, _ in input.proposal.safety.monitoring.metrics
	some field in ["id", "kind", "source", "comparator", "threshold", "unit", "interval_min", "owner", "channel"]
}

_needed contains array.concat(_section, [field]) if {
	some field in ["coverage", "log_retention_days", "mttd_target_min", "mttr_target_min"]
}

_needed contains ["safety", "risks"]

# A risk that nothing watches must at least show that it is small.
_needed contains ["safety", "risks", i, field] if {
	some i, _ in input.proposal.safety.risks
	not i in _linked
	some field in ["likelihood", "impact"]
}

# What kind of project it is decides what is watched: leaving that out asks for no less.

_needed contains ["scenarios"] if _unwatched({"misuse_content", "complaint"})

_needed contains ["scenarios", i, "public_facing"] if {
	_unwatched({"misuse_content", "complaint"})
	some i, _ in input.proposal.scenarios
}

_needed contains ["employment", "assessment", "scope_headcount"] if _unwatched({"employment"})

_needed contains ["employment", "occupations"] if {
	_unwatched({"employment"})
	flags.work
}

_needed contains ["employment", "occupations", i, field] if {
	_unwatched({"employment"})
	some i, _ in input.proposal.employment.occupations
	some field in ["headcount", "effect", "exposure"]
}

_unwatched(kinds) if {
	count(_kinds) > 0
	count(kinds - {kind | some kind in _kinds}) > 0
}

# Metrics of the same kind, source and unit are one metric with several thresholds. One that leaves these out stands for
# itself here.
findings contains {
	"code": "metrics_few",
	"path": _metrics,
	"args": {"count": distinct, "min": needed},
} if {
	count(input.proposal.safety.monitoring.metrics) > 0
	distinct := count({_what(i, metric) | some i, metric in input.proposal.safety.monitoring.metrics})
	needed := thresholds.monitoring_metrics_min.value
	distinct < needed
}

_what(i, metric) := i if {
	count(fields.absent(metric, [["kind"], ["source"], ["unit"]])) > 0
} else := [metric.kind, metric.source, metric.unit]

# A metric without a kind may be any of them: that it has none is the finding then.
findings contains {
	"code": "kind_absent",
	"path": _metrics,
	"related": _because[kind],
	"args": {"kind": {"term": concat("_", ["metric", kind])}},
} if {
	count(_kinds) > 0
	count(_kinds) == count(input.proposal.safety.monitoring.metrics)
	some kind in _wanted
	not kind in _kinds
}

_kinds := [metric.kind | some metric in input.proposal.safety.monitoring.metrics]

_wanted contains "availability"

_wanted contains kind if {
	flags.model
	some kind in ["model_quality", "input_data"]
}

_wanted contains kind if {
	flags.public
	some kind in ["misuse_content", "complaint"]
}

_wanted contains "employment" if flags.work_big

_because := {
	"availability": [path | some path in flags.because.deploy],
	"model_quality": [path | some path in flags.because.model],
	"input_data": [path | some path in flags.because.model],
	"misuse_content": [path | some path in flags.because.public],
	"complaint": [path | some path in flags.because.public],
	"employment": [path | some path in flags.because.work_big],
}

# At either end of a scale of per cent a threshold raises an alarm always or never.
findings contains {
	"code": "threshold_extreme",
	"path": _at(i, "threshold"),
	"related": [_at(i, "unit")],
	"args": {"metric": _name(i), "threshold": metric.threshold},
} if {
	some i, metric in input.proposal.safety.monitoring.metrics
	_rate(lower(metric.unit))
	metric.threshold in {0, 100}
}

_rate(unit) if {
	some sign in ["%", "％", "百分", "percent", "per cent"]
	contains(unit, sign)
}

# Who watches.

findings contains object.union(disagreement, {
	"code": "owner_weak",
	"args": object.union(disagreement.args, {"metric": _name(i)}),
}) if {
	some i, metric in input.proposal.safety.monitoring.metrics
	some disagreement in links.person(_at(i, "owner"), metric.owner, "")
}

# One person for everything, with little time for it.
findings contains {
	"code": "owner_alone",
	"path": _metrics,
	"related": [_at(i, "owner") | some i, _ in input.proposal.safety.monitoring.metrics],
	"args": {"owner": owner, "count": count(owners), "fte": fte, "min": needed},
} if {
	owners := [metric.owner | some metric in input.proposal.safety.monitoring.metrics]
	count(owners) > 1
	some owner in {owner | some owner in owners}
	every other in owners {
		other == owner
	}
	count(links.person(_metrics, owner, "")) == 0
	fte := max([object.get(person, "fte", 0) | some person in input.proposal.talent.team; person.id == owner])
	needed := thresholds.owner_fte_min.value
	fte < needed
}

findings contains object.union(disagreement, {"code": "watch_unstaffed"}) if {
	some disagreement in shifts.short(array.concat(_section, ["coverage"]), input.proposal.safety.monitoring.coverage)
}

findings contains {
	"code": "interval_long",
	"path": _at(i, "interval_min"),
	"related": [array.concat(_section, ["coverage"])],
	"args": {"metric": _name(i), "minutes": metric.interval_min, "max": limit},
} if {
	input.proposal.safety.monitoring.coverage == "24x7"
	some i, metric in input.proposal.safety.monitoring.metrics
	limit := thresholds.monitoring_interval_minutes_max.value
	metric.interval_min > limit
}

# What is watched.

_ids := {metric.id | some metric in input.proposal.safety.monitoring.metrics}

_linked := {i |
	some i, risk in input.proposal.safety.risks
	some id in risk.monitor_ids
	id in _ids
}

findings contains object.union(disagreement, {
	"code": "monitor_unknown",
	"args": object.union(disagreement.args, {"risk": _risk(i)}),
}) if {
	some i, risk in input.proposal.safety.risks
	some j, id in risk.monitor_ids
	some disagreement in links.unknown(["safety", "risks", i, "monitor_ids", j], id, _ids)
}

findings contains {
	"code": "risk_unwatched",
	"path": ["safety", "risks", i, "monitor_ids"],
	"related": [["safety", "risks", i, "likelihood"], ["safety", "risks", i, "impact"]],
	"args": {"risk": _risk(i), "score": score, "min": needed},
} if {
	some i, risk in input.proposal.safety.risks
	count(object.get(risk, "monitor_ids", [])) == 0
	score := risk.likelihood * risk.impact
	needed := thresholds.monitoring_risk_score_min.value
	score >= needed
}

# How long and how fast.

findings contains {
	"code": "log_short",
	"path": array.concat(_section, ["log_retention_days"]),
	"args": {"days": days, "min": needed},
} if {
	days := input.proposal.safety.monitoring.log_retention_days
	needed := thresholds.monitoring_log_days_min.value
	days < needed
}

findings contains {
	"code": "detection_slow",
	"path": array.concat(_section, ["mttd_target_min"]),
	"related": [array.concat(_section, ["mttr_target_min"])],
	"args": {"detect": detect, "recover": recover},
} if {
	detect := input.proposal.safety.monitoring.mttd_target_min
	recover := input.proposal.safety.monitoring.mttr_target_min
	detect >= recover
}

_name(i) := object.get(input.proposal.safety.monitoring.metrics[i], "id", i + 1)

_risk(i) := object.get(input.proposal.safety.risks[i], "id", i + 1)
