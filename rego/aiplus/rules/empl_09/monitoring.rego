# METADATA
# title: Ongoing employment monitoring
# description: >-
#   A project with a large effect on jobs watches it while it runs: indicators with a baseline and a value that warns, each
#   of which sets off a response, looked at often enough and reported to those who can act.
package aiplus.rules.empl_09

import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates
import data.lib.fields

default applies := false

applies if flags.work_big

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["employment", "monitoring"]

_needed contains ["employment", "monitoring", field] if {
	count(input.proposal.employment.monitoring) > 0
	some field in ["indicators", "interval_months", "report_to"]
}

_needed contains ["employment", "monitoring", "indicators", i, field] if {
	some i, _ in input.proposal.employment.monitoring.indicators
	some field in ["name_zh", "baseline", "warn"]
}

_needed contains ["employment", "response", "triggers"] if count(input.proposal.employment.monitoring.indicators) > 0

# The same indicator twice is one.
findings contains {
	"code": "indicators_few",
	"path": ["employment", "monitoring", "indicators"],
	"args": {"count": indicators, "min": thresholds.empl_indicators_min.value},
} if {
	indicators := count({name |
		some i, indicator in input.proposal.employment.monitoring.indicators
		name := object.get(indicator, "name_zh", i)
	})
	indicators > 0
	indicators < thresholds.empl_indicators_min.value
}

findings contains {
	"code": "warn_is_baseline",
	"path": ["employment", "monitoring", "indicators", i, "warn"],
	"related": [["employment", "monitoring", "indicators", i, "baseline"]],
	"args": {"indicator": object.get(indicator, "name_zh", i + 1), "value": indicator.warn},
} if {
	some i, indicator in input.proposal.employment.monitoring.indicators
	indicator.warn == indicator.baseline
}

# An indicator and a trigger mean the same when the one name is in the other; units in brackets may differ.
findings contains {
	"code": "indicator_unanswered",
	"path": ["employment", "monitoring", "indicators", i, "name_zh"],
	"related": [["employment", "response", "triggers"]],
	"args": {"indicator": indicator.name_zh},
} if {
	count(input.proposal.employment.response.triggers) > 0
	some i, indicator in input.proposal.employment.monitoring.indicators
	not _answered(_core(indicator.name_zh))
}

_answered(name) if {
	some trigger in input.proposal.employment.response.triggers
	_one_in_the_other(name, _core(trigger.metric_zh))
}

_one_in_the_other(a, b) if {
	a != ""
	contains(b, a)
}

_one_in_the_other(a, b) if {
	b != ""
	contains(a, b)
}

_core(name) := regex.replace(lower(name), `[\s\x{3000}]+|[(\x{ff08}][^)\x{ff09}]*[)\x{ff09}]`, "")

findings contains {
	"code": "interval_zero",
	"path": ["employment", "monitoring", "interval_months"],
	"args": {},
} if {
	input.proposal.employment.monitoring.interval_months == 0
}

findings contains {
	"code": "interval_long",
	"path": ["employment", "monitoring", "interval_months"],
	"args": {"months": months, "max": thresholds.empl_interval_months_max.value},
} if {
	months := input.proposal.employment.monitoring.interval_months
	months > thresholds.empl_interval_months_max.value
}

# A first report on the day after the project is the last one it can still make.
findings contains {
	"code": "interval_beyond_project",
	"path": ["employment", "monitoring", "interval_months"],
	"related": [["project", "start"], ["project", "end"]],
	"args": {"months": months, "first": first, "end": input.proposal.project.end},
} if {
	months := input.proposal.employment.monitoring.interval_months
	months <= thresholds.empl_interval_months_max.value
	first := dates.add_months(input.proposal.project.start, months)
	first > dates.add_days(input.proposal.project.end, 1)
}

findings contains {
	"code": "report_to_nobody",
	"path": ["employment", "monitoring", "report_to"],
	"args": {"recipient": input.proposal.employment.monitoring.report_to},
} if {
	not _can_act(input.proposal.employment.monitoring.report_to)
}

# The union or the staff, human resources, or an authority.
_can_act(recipient) if {
	regex.match(
		`工会|职代会|职工|人力|人事|人社|劳动|就业|社会保障|社保|主管部门|监管|局|厅|政府|\b(?:hr|human resources|personnel|union|works council|staff council|labou?r|employment|authority|bureau|government)\b`,
		lower(recipient),
	)
}

_can_act(recipient) if {
	some person in input.proposal.talent.team
	person.id == recipient
	"hr" in person.role
}
