# METADATA
# title: Security assessment and filings
# description: >-
#   A generative or recommending service for the public names every filing and assessment that may concern it, says whether
#   it is required and why, and has those that are in hand, or in time for the day it goes live.
package aiplus.rules.safe_09

import data.aiplus.checks.dates
import data.aiplus.checks.filings
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields

default applies := false

applies if {
	flags.public
	flags.genai
}

applies if {
	flags.public
	flags.recsys
}

_at(i, field) := ["safety", "filings", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["safety", "filings"]

_needed contains ["project", "stage"]

_needed contains _at(i, "kind") if some i, _ in input.proposal.safety.filings

# Whom it serves decides whether it counts as a companion.

_needed contains ["scenarios", i, "target_groups"] if some i, _ in input.proposal.scenarios

_needed contains ["scenarios", i, "target_groups", j] if {
	some i, scenario in input.proposal.scenarios
	some j, _ in scenario.target_groups
}

_needed contains _at(i, field) if {
	some i in _judged
	some field in ["required", "reason_zh"]
}

_needed contains _at(i, "status") if some i in _required

_needed contains _at(i, "due") if some i in _begun

_needed contains _at(i, "number") if some i in _obtained

# By when it must be done is read from the milestones.

_needed contains ["plan", "milestones"] if count(_pending) > 0

_needed contains ["plan", "milestones", i, "kind"] if {
	count(_pending) > 0
	some i, _ in input.proposal.plan.milestones
}

_needed contains ["plan", "milestones", i, "due"] if {
	count(_pending) > 0
	some i in _going_live
}

# A base model that somebody else made must be one that is filed.
_needed contains ["models", i, "base_model", "filing_no"] if some i in _on_base

_on_base contains i if {
	some i in _generative
	object.get(input.proposal.models[i], "origin", "") != "self_trained"
}

_on_base contains i if {
	some i in _generative
	input.proposal.models[i].base_model.name
}

_generative := {path[1] | some path in flags.because.genai}

# The entries, by what they say of themselves.

_companion := {i | some i, scenario in input.proposal.scenarios; "emotional_companionship" in scenario.target_groups}

_kinds := {"genai_filing", "genai_registration", "algorithm_filing", "security_assessment", "anthropomorphic_assessment"}

_judged := {i | some i in filings.of(_kinds)}

_required := {i | some i in _judged; input.proposal.safety.filings[i].required}

_of_status(statuses) := {i | some i in _required; input.proposal.safety.filings[i].status in statuses}

_begun := _of_status({"planned", "submitted", "obtained"})

_obtained := _of_status({"obtained"})

_pending := _of_status({"planned", "submitted"})

_term(kind) := {"term": concat("_", ["filing", kind])}

_kind(i) := _term(input.proposal.safety.filings[i].kind)

# What is not listed. An entry that does not say its kind may be any of them.

findings contains object.union(disagreement, {"code": "public_unfiled"}) if {
	count(input.proposal.safety.filings) > 0
	_kinds_said
	every i in filings.of({"genai_filing", "genai_registration"}) {
		fields.absent(input.proposal, [_at(i, "required")]) == set()
	}
	some disagreement in filings.unfiled
}

findings contains {
	"code": "kind_absent",
	"path": ["safety", "filings"],
	"related": related,
	"args": {"kind": _term(kind)},
} if {
	count(input.proposal.safety.filings) > 0
	_kinds_said
	some kind, related in _wanted
	count(filings.of({kind})) == 0
}

_kinds_said if {
	every filing in input.proposal.safety.filings {
		filing.kind
	}
}

_wanted[kind] := [path | some path in flags.because.public] if some kind in ["algorithm_filing", "security_assessment"]

_wanted["anthropomorphic_assessment"] := _companions if count(_companion) > 0

_companions := [["scenarios", i, "target_groups"] | some i in _companion]

# What is said not to be required.

findings contains {
	"code": "companion_denied",
	"path": _at(i, "required"),
	"related": _companions,
	"args": {},
} if {
	count(_companion) > 0
	some i in filings.of({"anthropomorphic_assessment"})
	input.proposal.safety.filings[i].required == false
}

# Whether a public service may do without is for a person to decide.
manual contains {
	"code": "denied",
	"path": _at(i, "required"),
	"related": [_at(i, "reason_zh")],
	"args": {"kind": _kind(i)},
} if {
	some kind in ["algorithm_filing", "security_assessment"]
	entries := filings.of({kind})
	some i in entries
	every j in entries {
		input.proposal.safety.filings[j].required == false
	}
}

# What is required.

findings contains {
	"code": "not_planned",
	"path": _at(i, "status"),
	"related": [_at(i, "required")],
	"args": {"kind": _kind(i)},
} if {
	some i in _of_status({"none"})
}

findings contains {
	"code": "not_submitted",
	"path": _at(i, "status"),
	"related": [["project", "stage"]],
	"args": {"kind": _kind(i)},
} if {
	input.proposal.project.stage in {"deployment", "scaling"}
	some i in _of_status({"planned"})
}

findings contains {
	"code": "number_unreal",
	"path": _at(i, "number"),
	"args": {"number": number},
} if {
	some i in _obtained
	number := input.proposal.safety.filings[i].number
	_unreal(number)
}

findings contains {
	"code": "number_unreal",
	"path": ["models", i, "base_model", "filing_no"],
	"args": {"number": number},
} if {
	some i in _on_base
	number := input.proposal.models[i].base_model.filing_no
	_unreal(number)
}

# Numbers of filings have digits; "under way" has none.
_unreal(number) if {
	number != ""
	not regex.match(`[0-9]`, number)
}

# Time.

findings contains object.union(disagreement, {
	"code": "obtained_in_future",
	"args": object.union(disagreement.args, {"kind": _kind(i)}),
}) if {
	some i in _obtained
	some disagreement in dates.after(
		_at(i, "due"), input.proposal.safety.filings[i].due,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

findings contains object.union(disagreement, {
	"code": "planned_in_past",
	"args": object.union(disagreement.args, {"kind": _kind(i)}),
}) if {
	some i in _of_status({"planned"})
	some disagreement in dates.before(
		_at(i, "due"), input.proposal.safety.filings[i].due,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

_going_live := {i | some i, milestone in input.proposal.plan.milestones; milestone.kind == "go_live"}

# The first day on which the public gets it, and where that is written.
_launch := min([[input.proposal.plan.milestones[i].due, ["plan", "milestones", i, "due"]] | some i in _going_live])

findings contains {
	"code": "launch_unknown",
	"path": ["plan", "milestones"],
	"related": [_at(i, "due") | some i in _pending],
	"args": {},
} if {
	count(_pending) > 0
	count(input.proposal.plan.milestones) > 0
	every milestone in input.proposal.plan.milestones {
		milestone.kind != "go_live"
	}
}

findings contains object.union(disagreement, {
	"code": "after_launch",
	"args": object.union(disagreement.args, {"kind": _kind(i)}),
}) if {
	some i in _pending
	filing := input.proposal.safety.filings[i]
	filing.kind != "algorithm_filing"
	[limit, path] := _launch
	some disagreement in dates.after(_at(i, "due"), filing.due, path, limit)
}

findings contains object.union(disagreement, {
	"code": "algorithm_late",
	"args": object.union(disagreement.args, {"days": thresholds.filing_working_days_max.value}),
}) if {
	some i in _pending
	filing := input.proposal.safety.filings[i]
	filing.kind == "algorithm_filing"
	[launch, path] := _launch
	some disagreement in dates.after(_at(i, "due"), filing.due, path, calendar.add_days(launch, _filing_days))
}

# Working days as calendar days: five to a week, and no account of public holidays.
_filing_days := working + (2 * floor(working / 5)) if working := thresholds.filing_working_days_max.value
