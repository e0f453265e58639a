# METADATA
# title: Important data and cross-border transfer
# description: >-
#   Important data have somebody who answers for them and are assessed every year. Data that leave the mainland take the
#   way that the law prescribes for so many people and such data; a transfer that is denied although a model or computing
#   abroad makes one does not pass.
package aiplus.rules.safe_05

import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.checks.links
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields

default applies := false

applies if flags.impdata

applies if flags.xborder

_at(field) := ["safety", "data_security", field]

_of(i, field) := ["data", "datasets", i, field]

_datasets := input.proposal.data.datasets

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	flags.impdata
	some field in ["responsible", "assessed_on", "next_assessment"]
}

_needed contains ["meta", "submitted_on"] if flags.impdata

# A dataset has to say whether it leaves, once any does.
_needed contains array.concat(_of(i, "cross_border"), ["planned"]) if some i, _ in _datasets

_needed contains array.concat(_of(i, "cross_border"), [field]) if {
	some i in _leaving
	some field in ["mechanism", "destination"]
}

_needed contains array.concat(_of(i, "pi"), [field]) if {
	some i in _with_people
	some field in ["subjects", "sensitive", "minors"]
}

_needed contains _of(i, "level") if some i in _leaving

_needed contains array.concat(_of(i, "pi"), ["contains"]) if some i in _leaving

_needed contains ["safety", "warning", "cii"] if count(_leaving) > 0

# Important data.

findings contains object.union(disagreement, {"code": code}) if {
	flags.impdata
	some disagreement in links.person(
		_at("responsible"),
		input.proposal.safety.data_security.responsible,
		"",
	)
	code := _unfitness(disagreement.args.flaw.term)
}

# How many posts one person can answer for is a number of ours, and that must not veto.
_unfitness("person_overloaded") := "responsible_overloaded"

_unfitness("person_unknown") := "responsible_unknown"

findings contains object.union(disagreement, {"code": "assessed_in_future"}) if {
	flags.impdata
	some disagreement in dates.after(
		_at("assessed_on"), input.proposal.safety.data_security.assessed_on,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# Within a year before the submission, and again within a year.
findings contains {
	"code": "assessment_stale",
	"path": _at("assessed_on"),
	"related": [["meta", "submitted_on"]],
	"args": {"date": input.proposal.safety.data_security.assessed_on, "months": _months, "valid": _valid},
} if {
	flags.impdata
	_valid < input.proposal.meta.submitted_on
}

findings contains object.union(disagreement, {
	"code": "assessment_late",
	"args": object.union(disagreement.args, {"months": _months}),
}) if {
	flags.impdata
	some disagreement in dates.after(
		_at("next_assessment"), input.proposal.safety.data_security.next_assessment,
		_at("assessed_on"), _valid,
	)
}

_months := thresholds.assessment_important_months_max.value

_valid := calendar.add_months(input.proposal.safety.data_security.assessed_on, _months)

# Across the border.

findings contains {
	"code": "transfer_denied",
	"path": guard.path,
	"related": guard.related,
	"args": guard.args,
} if {
	some guard in flags.guards
	guard.flag == "xborder"
}

_leaving contains i if {
	some i, dataset in _datasets
	dataset.cross_border.planned
}

_with_people contains i if {
	some i in _leaving
	_datasets[i].pi.contains
}

findings contains {
	"code": "destination_at_home",
	"path": array.concat(_of(i, "cross_border"), ["destination"]),
	"args": {"dataset": _name(i)},
} if {
	some i in _leaving
	"CN" in _datasets[i].cross_border.destination
}

# The ways, by how much they ask of who takes them. A standard contract and a certification are as good as each other.
_rank := {"none": 0, "exempt": 1, "standard_contract": 2, "certification": 2, "security_assessment": 3}

findings contains {
	"code": _shortcoming,
	"path": array.concat(_of(i, "cross_border"), ["mechanism"]),
	"related": _reasons,
	"args": {
		"dataset": _name(i),
		"mechanism": {"term": concat("_", ["mechanism", mechanism])},
		"needed": {"term": concat("_", ["mechanism_needed", _needed_way])},
		"subjects": _ordinary_subjects,
		"sensitive": _sensitive_subjects,
	},
} if {
	some i in _regulated
	mechanism := _datasets[i].cross_border.mechanism
	_rank[mechanism] < _rank[_needed_way]
}

# What the law exempts is lawful also when the exemption is not stated.
_shortcoming := "exemption_unsaid" if {
	_needed_way == "exempt"
} else := "mechanism_weak"

# Data that are neither about people nor important may leave freely.
_regulated := _with_people | _important

_important contains i if {
	some i in _leaving
	_datasets[i].level in {"important", "core"}
}

# The law counts what one party sends in a year, so the datasets count together, ordinary information and sensitive apart.
# People who are in several of them are counted as often: nobody can tell from here. A dataset that does not say whether it
# is sensitive is taken to be.
_ordinary_subjects := sum([_datasets[i].pi.subjects | some i in (_with_people - _sensitive)])

_sensitive_subjects := sum([_datasets[i].pi.subjects | some i in _sensitive])

_sensitive contains i if {
	some i in _with_people
	some field in ["sensitive", "minors"]
	object.get(_datasets[i].pi, field, true)
}

_needed_way := "security_assessment" if {
	count(_grave) > 0
} else := "standard_contract" if {
	_sensitive_subjects > 0
} else := "standard_contract" if {
	_ordinary_subjects >= thresholds.transfer_people_min.value
} else := "exempt"

# What calls for a security assessment.
_grave contains _of(i, "level") if some i in _important

_grave contains ["safety", "warning", "cii"] if input.proposal.safety.warning.cii

_grave contains array.concat(_of(i, "pi"), ["subjects"]) if {
	_ordinary_subjects >= thresholds.transfer_assessed_people_min.value
	some i in (_with_people - _sensitive)
}

_grave contains array.concat(_of(i, "pi"), ["subjects"]) if {
	_sensitive_subjects >= thresholds.transfer_assessed_sensitive_min.value
	some i in _sensitive
}

_reasons := [path | some path in _grave] if {
	count(_grave) > 0
} else := [array.concat(_of(i, "pi"), ["subjects"]) | some i in _with_people]

_name(i) := datasets.name(["data", "datasets", i], _datasets[i])
