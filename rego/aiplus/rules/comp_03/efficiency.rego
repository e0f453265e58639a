# METADATA
# title: Energy efficiency and review
# description: >-
#   A facility that is built keeps to the PUE of its class and place, states water and heat, has its energy reviewed before
#   it starts, and takes the energy that its power, load and PUE come to.
package aiplus.rules.comp_03

import data.aiplus.checks.energy
import data.aiplus.checks.evidence
import data.aiplus.checks.hubs
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates
import data.lib.fields

default applies := false

applies if flags.facility

_section := ["compute", "facility"]

_facility := object.get(input.proposal, _section, {})

_at(field) := array.concat(_section, [field])

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

# That heat reuse was considered is shown by either answer.
_needed contains _at(field) if {
	some field in ["pue_design", "wue", "energy_review", "annual_mwh", "it_power_mw", "load_pct", "heat_reuse"]
}

_needed contains ["project", "start"] if _facility.energy_review == "none"

_needed contains ["meta", "submitted_on"] if _facility.energy_review == "none"

# In a hub every facility that is built, elsewhere the large ones.
_pue_max := thresholds.comp_pue_hub_max.value if {
	hubs.inside(_facility)
} else := thresholds.comp_pue_max.value if {
	hubs.large(_facility)
}

findings contains {
	"code": "pue_high",
	"path": _at("pue_design"),
	"related": [_at(field) | some field in ["hub", "racks", "it_power_mw"]],
	"args": {"pue": _facility.pue_design, "max": _pue_max},
} if {
	hubs.built(_facility)
	_facility.pue_design > _pue_max
}

findings contains object.union(disagreement, {"code": "pue_impossible"}) if {
	some disagreement in energy.impossible(_section, _facility)
}

findings contains object.union(disagreement, {"code": "energy_off"}) if {
	some disagreement in energy.consumption(_section, _facility)
}

findings contains {
	"code": _unreviewed,
	"path": _at("energy_review"),
	"related": [["project", "start"]],
	"args": {"start": input.proposal.project.start, "months": thresholds.comp_review_months_min.value},
} if {
	_facility.energy_review == "none"
}

# Work must not start unreviewed, and a review takes its time.
_unreviewed := "review_late" if {
	months := thresholds.comp_review_months_min.value
	input.proposal.project.start <= dates.add_months(input.proposal.meta.submitted_on, months)
} else := "review_none"

# An approval is a document; a review under way is one too, or has a date.
findings contains {
	"code": "review_unproven",
	"path": _at("energy_review"),
	"related": [["evidence"]],
	"args": {},
} if {
	_facility.energy_review == "approved"
	not _documented
}

findings contains {
	"code": "review_undated",
	"path": _at("energy_review"),
	"related": [["evidence"], ["plan", "milestones"]],
	"args": {},
} if {
	_facility.energy_review == "in_progress"
	not _documented
	count(plans.milestones(_review_words)) == 0
}

_documented if {
	some item in input.proposal.evidence
	item.id in evidence.solid
	some words in _review_words
	contains(lower(item.title_zh), words)
}

_review_words := {"节能审查", "节能报告", "节能评审", "energy review", "energy conservation review", "energy-saving review"}
