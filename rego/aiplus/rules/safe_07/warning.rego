# METADATA
# title: Warning levels and report deadlines
# description: >-
#   Four levels of incidents, told apart by numbers, each answered and reported in time: the graver the sooner, and the
#   three upper ones to an authority within the hours that the rules on incident reports set for this operator.
package aiplus.rules.safe_07

import data.aiplus.checks.levels
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.deploy

_levels := ["safety", "warning", "levels"]

_at(i, field) := ["safety", "warning", "levels", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _levels

_needed contains _at(i, field) if {
	some i, _ in input.proposal.safety.warning.levels
	some field in ["level", "criteria_zh", "respond_min", "report_deadline_min", "authority"]
}

_needed contains ["safety", "warning", "cii"]

_needed contains ["safety", "monitoring", "mttr_target_min"]

_needed contains ["applicant", "org_type"]

# The name tells whether a public body is a central one.
_needed contains ["applicant", "name"] if _public_body

findings contains {
	"code": "levels_absent",
	"path": _levels,
	"args": {"levels": absent},
} if {
	rows := input.proposal.safety.warning.levels
	count(rows) > 0
	_complete("level")
	absent := levels.absent(rows)
	count(absent) > 0
}

findings contains object.union(disagreement, {"code": "level_repeated"}) if {
	some disagreement in levels.repeated(_levels, input.proposal.safety.warning.levels)
}

findings contains object.union(disagreement, {"code": "not_stricter"}) if {
	some disagreement in levels.disordered(_levels, input.proposal.safety.warning.levels)
}

# The same time for everything is no grading.
findings contains {
	"code": "all_alike",
	"path": _levels,
	"related": [_at(i, "respond_min") | some i, _ in input.proposal.safety.warning.levels],
	"args": {"minutes": minutes[0]},
} if {
	_complete("respond_min")
	minutes := [row.respond_min | some row in input.proposal.safety.warning.levels]
	count(minutes) > 1
	count({minute | some minute in minutes}) == 1
}

findings contains {
	"code": "criteria_unmeasured",
	"path": _at(i, "criteria_zh"),
	"args": {"level": _name(i)},
} if {
	some i, row in input.proposal.safety.warning.levels
	row.criteria_zh != ""
	not text.has_number(row.criteria_zh)
}

findings contains {
	"code": "criteria_repeated",
	"path": _at(i, "criteria_zh"),
	"related": [_at(j, "criteria_zh") | some j in earlier],
	"args": {"level": _name(i), "other": _name(first)},
} if {
	some i, row in input.proposal.safety.warning.levels
	earlier := {j | some j, other in input.proposal.safety.warning.levels; j < i; other.criteria_zh == row.criteria_zh}
	first := min(earlier)
}

# Reports. Who has to report sooner is set by law; whoever is neither of the first two has four hours.

_grave := {i | some i, row in input.proposal.safety.warning.levels; row.level in {"I", "II", "III"}}

_operator := {"kind": "cii", "limit": thresholds.warning_report_minutes_cii.value} if {
	input.proposal.safety.warning.cii
} else := {"kind": "central", "limit": thresholds.warning_report_minutes_central.value} if {
	_central
} else := {"kind": "other", "limit": thresholds.warning_report_minutes_other.value}

_public_body if input.proposal.applicant.org_type in {"government", "public_institution"}

# Departments of the centre and what belongs to them, by the beginning of the name; local bodies begin with their place.
_central if {
	_public_body
	regex.match(
		`^(?:中共中央|中央|中华人民共和国|国务院|全国人大|全国政协|最高人民|国家[^0-9]{1,14}(?:委员会|局|署|办公室)|(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部|中国(?:人民银行|气象局|科学院|社会科学院|工程院|地震局|民用航空局|证券监督管理委员会)|审计署|海关总署|(?:the )?(?:ministry of|state council|state administration|national [a-z ]*(?:administration|commission)))`,
		lower(input.proposal.applicant.name),
	)
}

findings contains {
	"code": "report_late",
	"path": _at(i, "report_deadline_min"),
	"related": [["safety", "warning", "cii"], ["applicant", "org_type"]],
	"args": {
		"level": row.level,
		"minutes": row.report_deadline_min,
		"max": _operator.limit,
		"operator": {"term": concat("_", ["operator", _operator.kind])},
	},
} if {
	some i in _grave
	row := input.proposal.safety.warning.levels[i]
	row.report_deadline_min > _operator.limit
}

# Hours that were taken for minutes show here.
findings contains {
	"code": "report_before_response",
	"path": _at(i, "report_deadline_min"),
	"related": [_at(i, "respond_min")],
	"args": {"level": row.level, "minutes": row.report_deadline_min, "respond": row.respond_min},
} if {
	some i in _grave
	row := input.proposal.safety.warning.levels[i]
	row.report_deadline_min < row.respond_min
}

findings contains {
	"code": "authority_none",
	"path": _at(i, "authority"),
	"args": {"level": row.level},
} if {
	some i in _grave
	row := input.proposal.safety.warning.levels[i]
	row.authority == "none"
}

# Whoever holds personal information has to know from when on its loss is an incident that is reported.
findings contains {
	"code": "leak_not_covered",
	"path": _levels,
	"related": [path | some path in flags.because.pi],
	"args": {},
} if {
	flags.pi
	_complete("level")
	count(_grave) > 0
	every i in _grave {
		_silent_about_leaks(lower(input.proposal.safety.warning.levels[i].criteria_zh))
	}
}

_silent_about_leaks(criteria) if not regex.match(`个人信息|泄露|泄漏|外泄|隐私|personal|privacy|leak|disclos|breach`, criteria)

# A mean time to recover that ends before anybody has to respond to the gravest incident.
findings contains {
	"code": "recovery_before_response",
	"path": ["safety", "monitoring", "mttr_target_min"],
	"related": [_at(i, "respond_min")],
	"args": {"recover": recover, "respond": row.respond_min},
} if {
	recover := input.proposal.safety.monitoring.mttr_target_min
	some i, row in input.proposal.safety.warning.levels
	row.level == "I"
	recover < row.respond_min
}

_complete(field) if {
	every row in input.proposal.safety.warning.levels {
		_has(row, field)
	}
}

_has(row, field) if object.get(row, field, "") != ""

_name(i) := object.get(input.proposal.safety.warning.levels[i], "level", i + 1)
