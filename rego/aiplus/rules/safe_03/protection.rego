# METADATA
# title: Data classification and protection
# description: >-
#   Every dataset has its level; data are encrypted, access is controlled and tampering prevented; the system has the level
#   of classified protection (MLPS) that its data call for, and the risk assessment is repeated in time.
package aiplus.rules.safe_03

import data.aiplus.checks.budget
import data.aiplus.checks.copies
import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields

default applies := false

applies if flags.data_bearing

_at(field) := ["safety", "data_security", field]

_security := input.proposal.safety.data_security

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains ["data", "datasets", i, "level"] if some i, _ in input.proposal.data.datasets

# The level of protection follows from these.
_needed contains ["data", "datasets", i, "pi", "contains"] if some i, _ in input.proposal.data.datasets

_needed contains ["safety", "data_security"]

_needed contains _at(field) if {
	count(_security) > 0
	some field in [
		"mlps_level", "mlps_status", "encryption", "access_control_zh",
		"poisoning_controls_zh", "next_assessment",
	]
}

_needed contains ["finance", "items"] if _security.mlps_level >= thresholds.mlps_sensitive_min.value

# Levels of data.

findings contains {
	"code": "level_doubtful",
	"path": ["data", "datasets"],
	"related": array.concat(
		[["data", "datasets", i, "level"] | some i in _general],
		[path | some path in flags.because.health],
	),
	"args": {"subjects": subjects, "min": needed},
} if {
	flags.health
	subjects := sum([input.proposal.data.datasets[i].pi.subjects | some i in _general])
	needed := thresholds.health_population_min.value
	subjects >= needed
}

_general := {i | some i, dataset in input.proposal.data.datasets; dataset.level == "general"}

# Surveying data may well be important data; whether these are, only a person can say. What is openly licensed is not.
manual contains {
	"code": "map_level",
	"path": ["data", "datasets", i, "level"],
	"related": [["data", "datasets", i, "name_zh"]],
	"args": {"dataset": datasets.name(["data", "datasets", i], dataset)},
} if {
	some i in _general
	dataset := input.proposal.data.datasets[i]
	object.get(dataset, "source", "") != "open_licence"
	name := lower(dataset.name_zh)
	some word in ["测绘", "高精地图", "地理信息", "地形图", "地下管线", "cadastral", "geospatial", "topographic"]
	contains(name, word)
}

# Protection.

findings contains {
	"code": "encryption_partial",
	"path": _at("encryption"),
	"args": {"lacking": [{"term": concat("_", ["encryption", state])} | some state in lacking]},
} if {
	count(_security.encryption) > 0
	lacking := {"at_rest", "in_transit"} - {state | some state in _security.encryption}
	count(lacking) > 0
}

findings contains object.union(disagreement, {"code": "text_copied"}) if {
	some disagreement in copies.of([[_at(field), _security[field]] | some field in ["access_control_zh", "poisoning_controls_zh"]])
}

# Classified protection.

findings contains {
	"code": "mlps_low",
	"path": _at("mlps_level"),
	"related": [path | some path in _reasons],
	"args": {"level": _security.mlps_level, "min": _level_min},
} if {
	_security.mlps_level < _level_min
}

_level_min := thresholds.mlps_sensitive_min.value if {
	count(_reasons) > 0
} else := thresholds.mlps_level_min.value

# Sensitive data, among them all data about children, and uses that many depend on. Data about people that do not say
# whether they are sensitive are taken to be.
_reasons contains ["data", "datasets", i, "pi", field] if {
	some i, dataset in input.proposal.data.datasets
	some field in ["sensitive", "minors"]
	dataset.pi[field]
}

_reasons contains ["data", "datasets", i, "pi", "contains"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.pi.contains
	object.get(dataset.pi, "sensitive", "unsaid") == "unsaid"
}

_reasons contains path if {
	some flag in ["govuse", "health", "impdata"]
	some path in flags.because[flag]
}

findings contains {"code": "mlps_unplanned", "path": _at("mlps_status"), "args": {}} if {
	_security.mlps_status == "none"
}

findings contains {
	"code": "mlps_unassessed",
	"path": _at("mlps_status"),
	"related": [["project", "stage"]],
	"args": {"status": {"term": concat("_", ["mlps", _security.mlps_status])}},
} if {
	input.proposal.project.stage == "scaling"
	_security.mlps_status in {"planned", "filed"}
}

findings contains {
	"code": "mlps_unfunded",
	"path": _at("mlps_level"),
	"related": [["finance", "items"]],
	"args": {"level": _security.mlps_level},
} if {
	_security.mlps_level >= thresholds.mlps_sensitive_min.value
	count(input.proposal.finance.items) > 0
	budget.items("safety") == 0
}

# Risk assessment.

findings contains object.union(disagreement, {"code": "assessed_in_future"}) if {
	some disagreement in dates.after(
		_at("assessed_on"), _security.assessed_on,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

findings contains object.union(disagreement, {"code": "assessment_overdue"}) if {
	some disagreement in dates.before(
		_at("next_assessment"), _security.next_assessment,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

findings contains object.union(disagreement, {
	"code": "assessment_late",
	"args": object.union(disagreement.args, {"months": _interval}),
}) if {
	[from, path] := _last
	some disagreement in dates.after(
		_at("next_assessment"), _security.next_assessment,
		path, calendar.add_months(from, _interval),
	)
}

# Who has not assessed yet counts from the submission.
_last := [_security.assessed_on, _at("assessed_on")] if {
	_security.assessed_on
} else := [input.proposal.meta.submitted_on, ["meta", "submitted_on"]]

_interval := thresholds.assessment_important_months_max.value if {
	flags.impdata
} else := thresholds.assessment_general_months_max.value
