# METADATA
# title: Data-compute-power-grid synergy
# description: >-
#   Green power is under contract for the share that is claimed, and that share is high in a hub; part of the load can be
#   shifted or stored, and taking part in demand response is planned.
package aiplus.rules.comp_04

import data.aiplus.checks.energy
import data.aiplus.checks.evidence
import data.aiplus.checks.hubs
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.facility

_section := ["compute", "facility"]

_facility := object.get(input.proposal, _section, {})

_at(field) := array.concat(_section, [field])

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["green_power_pct", "green_power_proof", "green_contract_mwh", "flexible_load_pct", "annual_mwh"]
}

# Whether there is anything but inference to shift.
_needed contains ["compute", "need", "train_gpu_hours"]

findings contains {
	"code": "green_low",
	"path": _at("green_power_pct"),
	"related": [_at("hub"), _at("location_city")],
	"args": {"share": _facility.green_power_pct, "min": least},
} if {
	hubs.inside(_facility)
	hubs.built(_facility)
	least := thresholds.comp_green_share_min.value
	_facility.green_power_pct < least
}

findings contains {
	"code": "green_unproven",
	"path": _at("green_power_proof"),
	"related": [_at("green_power_pct")],
	"args": {"share": _facility.green_power_pct},
} if {
	_facility.green_power_pct > 0
	_facility.green_power_proof == "none"
}

# A contract, a line of one's own or certificates: each is a document.
findings contains {
	"code": "proof_unlisted",
	"path": _at("green_power_proof"),
	"related": [["evidence"]],
	"args": {"proof": {"term": concat("_", ["green_proof", _facility.green_power_proof])}},
} if {
	_facility.green_power_proof != "none"
	count([1 |
		some item in input.proposal.evidence
		item.id in evidence.solid
		item.kind in _kinds[_facility.green_power_proof]
		_of_green_power(lower(item.title_zh))
	]) == 0
}

_kinds := {
	"ppa": {"contract", "letter"},
	"direct": {"contract", "letter", "licence", "certificate", "report"},
	"cert": {"certificate", "contract"},
}

_of_green_power(title) if {
	some words in ["绿电", "绿色电力", "绿证", "购电", "新能源", "直连", "green", "power purchase", "ppa", "renewable"]
	contains(title, words)
}

findings contains object.union(disagreement, {"code": "contract_short"}) if {
	some disagreement in energy.green(_section, _facility)
}

findings contains {
	"code": "flexible_low",
	"path": _at("flexible_load_pct"),
	"related": [_at("storage_mwh")],
	"args": {"share": _facility.flexible_load_pct, "min": least},
} if {
	least := thresholds.comp_flexible_load_min.value
	_facility.flexible_load_pct < least
	not _stores
}

# Inference cannot wait; training can.
findings contains {
	"code": "nothing_to_shift",
	"path": _at("flexible_load_pct"),
	"related": [["compute", "need", "train_gpu_hours"], _at("storage_mwh")],
	"args": {"share": _facility.flexible_load_pct},
} if {
	_facility.flexible_load_pct > 0
	input.proposal.compute.need.train_gpu_hours == 0
	not _stores
}

_stores if _facility.storage_mwh > 0

findings contains {
	"code": "response_unplanned",
	"path": _at("flexible_load_pct"),
	"related": [["plan", "milestones"], _at("siting_reason_zh")],
	"args": {},
} if {
	count(plans.milestones(_response_words)) == 0
	not _said_with_the_site
}

_said_with_the_site if {
	some words in _response_words
	contains(lower(_facility.siting_reason_zh), words)
	text.has_number(_facility.siting_reason_zh)
}

_response_words := {"需求响应", "需求侧响应", "虚拟电厂", "调峰", "削峰", "demand response", "virtual power plant", "peak shaving"}
