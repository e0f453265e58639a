# METADATA
# title: From 1 to N
# description: >-
#   The way from a first site to many: stages with a place, a date within the project, a value to leave them by and a
#   technology readiness that only rises, and not faster than anybody does it; at least two sites to repeat it at, which
#   the scenarios know; and somebody who has agreed to use it.
package aiplus.rules.inno_02

import data.aiplus.checks.adopters
import data.aiplus.checks.dates
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields
import data.lib.text

default applies := false

applies if {
	flags.deploy
	not flags.facility
}

_section := ["innovation", "translation"]

_at(field) := ["innovation", "translation", field]

_stage(i, field) := ["innovation", "translation", "stages", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(field) if {
	count(input.proposal.innovation.translation) > 0
	some field in ["stages", "replication_sites"]
}

_needed contains _stage(i, field) if {
	some i, _ in input.proposal.innovation.translation.stages
	some field in ["name", "site", "due", "trl", "exit_zh"]
}

_needed contains path if {
	count(input.proposal.innovation.translation) > 0
	some path in adopters.needed
}

_needed contains path if {
	some path in [
		["meta", "submitted_on"], ["project", "start"], ["project", "end"],
		["project", "trl", "current"], ["project", "trl", "target"], ["scenarios"],
	]
}

_needed contains ["scenarios", i, "sites"] if some i, _ in input.proposal.scenarios

# Stages.

findings contains {"code": "exit_vague", "path": _stage(i, "exit_zh"), "args": {"stage": i + 1}} if {
	some i, stage in input.proposal.innovation.translation.stages
	exit := stage.exit_zh
	exit != ""
	not text.has_number(exit)
}

findings contains object.union(disagreement, {
	"code": "stage_before_start",
	"args": object.union(disagreement.args, {"stage": i + 1}),
}) if {
	some i, stage in input.proposal.innovation.translation.stages
	some disagreement in dates.before(_stage(i, "due"), stage.due, ["project", "start"], input.proposal.project.start)
}

findings contains object.union(disagreement, {
	"code": "stage_after_end",
	"args": object.union(disagreement.args, {"stage": i + 1}),
}) if {
	some i, stage in input.proposal.innovation.translation.stages
	some disagreement in dates.after(_stage(i, "due"), stage.due, ["project", "end"], input.proposal.project.end)
}

findings contains {"code": "never_repeated", "path": _at("stages"), "args": {}} if {
	names := [stage.name | some stage in input.proposal.innovation.translation.stages]
	count(names) > 0
	count(names) == count(input.proposal.innovation.translation.stages)
	count({name | some name in names} & {"replication", "scale"}) == 0
}

# Readiness over time: today's first, then that of each stage in the order of their dates. Where two are due on one day
# they stand in the order in which they are written.
_points := array.concat(
	[{"on": input.proposal.meta.submitted_on, "trl": input.proposal.project.trl.current, "path": ["project", "trl", "current"]}],
	[{"on": due, "trl": trl, "path": _stage(i, "trl")} | some [due, i, trl] in sort(_dated)],
)

_dated := [[stage.due, i, stage.trl] | some i, stage in input.proposal.innovation.translation.stages]

findings contains {
	"code": "trl_falls",
	"path": point.path,
	"related": [_points[i - 1].path],
	"args": {"trl": point.trl, "before": _points[i - 1].trl, "date": point.on},
} if {
	some i, point in _points
	point.trl < _points[i - 1].trl
}

# Four levels in two years, and in more time as many more; a shorter time allows no fewer.
findings contains {
	"code": "trl_jumps",
	"path": point.path,
	"related": [from.path],
	"args": {
		"trl": point.trl,
		"before": from.trl,
		"months": calendar.months_between(from.on, point.on),
		"max": thresholds.inno_trl_levels_max.value,
		"span": thresholds.inno_trl_span_months.value,
	},
} if {
	some i, point in _points
	from := _points[max([k | some k, earlier in _points; k < i; _too_fast(earlier, point)])]
}

_too_fast(from, to) if {
	to.trl - from.trl > thresholds.inno_trl_levels_max.value
	months := max([calendar.months_between(from.on, to.on), thresholds.inno_trl_span_months.value])
	(to.trl - from.trl) * thresholds.inno_trl_span_months.value > thresholds.inno_trl_levels_max.value * months
}

findings contains {
	"code": "trl_not_target",
	"path": last.path,
	"related": [["project", "trl", "target"]],
	"args": {"trl": last.trl, "target": input.proposal.project.trl.target},
} if {
	count(_points) > 1
	last := _points[count(_points) - 1]
	last.trl != input.proposal.project.trl.target
}

# Sites.

findings contains {
	"code": "sites_few",
	"path": _at("replication_sites"),
	"args": {"sites": _sites, "min": thresholds.inno_replication_sites_min.value},
} if {
	_sites < thresholds.inno_replication_sites_min.value
}

_sites := input.proposal.innovation.translation.replication_sites

# What is to be repeated stands among the scenarios, or is what an indicator counts.
findings contains {
	"code": "sites_unknown",
	"path": _at("replication_sites"),
	"related": array.concat([["scenarios", i, "sites"] | some i, _ in input.proposal.scenarios], [["kpis"]]),
	"args": {"sites": _sites, "listed": listed},
} if {
	count(input.proposal.scenarios) > 0
	every scenario in input.proposal.scenarios {
		scenario.sites >= 0
	}
	listed := sum([scenario.sites | some scenario in input.proposal.scenarios])
	_sites > listed
	count(_counting) == 0
}

_counting := [i |
	some i, kpi in input.proposal.kpis
	kpi.target >= _sites
	name := lower(kpi.name_zh)
	some word in ["点位", "站点", "网点", "示范点", "推广", "复制", "接入", "落地", "部署", "sites", "replicat", "rollout", "roll-out"]
	contains(name, word)
]

# Adopters.

findings contains object.union(disagreement, {"code": "agreement_weak"}) if some disagreement in adopters.weak

findings contains object.union(disagreement, {"code": "agreement_kind"}) if some disagreement in adopters.other_kind
