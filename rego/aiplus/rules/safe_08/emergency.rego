# METADATA
# title: Emergency response
# description: >-
#   When something goes wrong it is switched off, rolled back and done by hand, as a plan says that exists, in the time
#   that was promised, as it was practised, and by people who are still there after the project.
package aiplus.rules.safe_08

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.fallback
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.deploy

_at(field) := ["safety", "emergency", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["plan", "kill_switch_zh", "rollback_zh", "rto_min", "drills_per_year", "fallback_manual_zh"]
}

_needed contains ["safety", "monitoring", "mttr_target_min"]

_needed contains _at("last_drill") if _running

# Who is to take over is among the posts concerned, where there are any.
_needed contains ["employment", "assessment", "scope_headcount"]

_needed contains ["employment", "occupations"] if flags.work

_needed contains ["employment", "occupations", i, field] if {
	some i, _ in input.proposal.employment.occupations
	some field in ["headcount", "exit"]
}

# Somebody who does not say the stage has not said that nothing runs yet.
_running if not _before_use

_before_use if input.proposal.project.stage in {"research", "prototype", "pilot"}

findings contains object.union(disagreement, {"code": "plan_weak"}) if {
	some disagreement in evidence.weak(_at("plan"), input.proposal.safety.emergency.plan)
}

# One sentence for two different things describes neither.
findings contains {
	"code": "text_repeated",
	"path": _at(field),
	"related": [_at(other)],
	"args": {
		"what": {"term": concat("_", ["emergency", field])},
		"other": {"term": concat("_", ["emergency", other])},
	},
} if {
	some [other, field] in [
		["kill_switch_zh", "rollback_zh"],
		["kill_switch_zh", "fallback_manual_zh"],
		["rollback_zh", "fallback_manual_zh"],
	]
	words := input.proposal.safety.emergency[field]
	words != ""
	words == input.proposal.safety.emergency[other]
}

findings contains {"code": "rto_zero", "path": _at("rto_min"), "args": {}} if {
	input.proposal.safety.emergency.rto_min == 0
}

findings contains {
	"code": "rto_above_mttr",
	"path": _at("rto_min"),
	"related": [["safety", "monitoring", "mttr_target_min"]],
	"args": {"rto": rto, "mttr": mttr},
} if {
	rto := input.proposal.safety.emergency.rto_min
	mttr := input.proposal.safety.monitoring.mttr_target_min
	rto > mttr
}

findings contains {
	"code": "drills_few",
	"path": _at("drills_per_year"),
	"args": {"count": drills, "min": needed},
} if {
	drills := input.proposal.safety.emergency.drills_per_year
	needed := thresholds.emergency_drills_min.value
	drills < needed
}

findings contains object.union(disagreement, {"code": "drill_in_future"}) if {
	_running
	some disagreement in dates.after(
		_at("last_drill"), input.proposal.safety.emergency.last_drill,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# Who or how many take over.
findings contains {"code": "fallback_vague", "path": _at("fallback_manual_zh"), "args": {}} if {
	plan := input.proposal.safety.emergency.fallback_manual_zh
	plan != ""
	not text.has_number(plan)
	not fallback.names_somebody(plan)
}

findings contains object.union(disagreement, {"code": "fallback_unmanned"}) if {
	plan := input.proposal.safety.emergency.fallback_manual_zh
	plan != ""
	some disagreement in fallback.unmanned(_at("fallback_manual_zh"), plan)
}
