# METADATA
# title: Shared results, inclusive coverage
# description: >-
#   How many people benefit, how many of them are disadvantaged, and how many sites are rural or at the primary level, in
#   numbers that agree with the rest; and something that others can take over, with a date.
package aiplus.rules.incl_06

import data.aiplus.checks.evidence
import data.aiplus.checks.groups
import data.aiplus.checks.plans
import data.aiplus.checks.regions
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.live

applies if flags.fiscal

_at(field) := ["inclusion", "coverage", field]

_coverage := object.get(input.proposal, ["inclusion", "coverage"], {})

_kit_path := ["inclusion", "sharing", "kit"]

_free_path := ["inclusion", "sharing", "free_sites"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if some field in ["beneficiaries", "disadvantaged_pct"]

# Sites are asked of livelihood projects. Where others state one number, the other belongs to it.
_needed contains _at(field) if {
	_has_sites
	some field in ["sites_total", "sites_primary"]
}

_has_sites if flags.live

_has_sites if {
	some field in ["sites_total", "sites_primary"]
	fields.at(input.proposal, _at(field)) >= 0
}

_needed contains ["scenarios"]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["regions", "users_annual"]
}

# Who is served has to be known before it can be everybody.

_needed contains ["scenarios", i, "target_groups"] if {
	_coverage.disadvantaged_pct == 100
	some i, _ in input.proposal.scenarios
}

_needed contains ["scenarios", i, "target_groups", j] if {
	_coverage.disadvantaged_pct == 100
	some i, scenario in input.proposal.scenarios
	some j, _ in scenario.target_groups
}

_needed contains _kit_path if not _frees

# Who benefits.

findings contains {"code": "nobody", "path": _at("beneficiaries"), "args": {}} if _coverage.beneficiaries == 0

findings contains object.union(disagreement, {"code": "above_population"}) if {
	some disagreement in regions.crowded(_at("beneficiaries"), _coverage.beneficiaries)
}

# Without the users of a scenario it is not known how many there are: that is the finding then.
findings contains object.union(disagreement, {"code": "above_users"}) if {
	count(input.proposal.scenarios) > 0
	every scenario in input.proposal.scenarios {
		scenario.users_annual >= 0
	}
	some disagreement in regions.unnamed(_at("beneficiaries"), _coverage.beneficiaries)
}

findings contains {"code": "nobody_disadvantaged", "path": _at("disadvantaged_pct"), "args": {}} if {
	flags.live
	_coverage.disadvantaged_pct == 0
}

_disadvantaged := {"elderly", "minors", "disabled", "patients", "farmers", "sme"}

findings contains {
	"code": "share_unfounded",
	"path": _at("disadvantaged_pct"),
	"related": [["scenarios"], _at("sites_primary")],
	"args": {"share": _coverage.disadvantaged_pct},
} if {
	_coverage.disadvantaged_pct > 0
	count(groups.served & _disadvantaged) == 0
	object.get(_coverage, "sites_primary", 0) == 0
}

findings contains {
	"code": "everybody_disadvantaged",
	"path": _at("disadvantaged_pct"),
	"related": [["scenarios", i, "target_groups", j] |
		some i, scenario in input.proposal.scenarios
		some j, group in scenario.target_groups
		group in _others
	],
	"args": {},
} if {
	_coverage.disadvantaged_pct == 100
	count(groups.named & _others) > 0
}

_others := {"general", "civil_servants"}

# Sites.

findings contains {
	"code": "sites_contradict",
	"path": _at("sites_primary"),
	"related": [_at("sites_total")],
	"args": {"primary": _coverage.sites_primary, "total": _coverage.sites_total},
} if {
	_coverage.sites_primary > _coverage.sites_total
}

findings contains {"code": "no_sites", "path": _at("sites_total"), "args": {}} if {
	flags.live
	_coverage.sites_total == 0
}

findings contains {
	"code": "primary_few",
	"path": _at("sites_primary"),
	"related": [_at("sites_total")],
	"args": {"primary": _coverage.sites_primary, "total": _coverage.sites_total, "min": needed},
} if {
	flags.live
	needed := thresholds.incl_primary_sites_pct_min.value
	_coverage.sites_primary * 100 < needed * _coverage.sites_total
}

# Sharing. One way to share is enough: a kit or course that a work package delivers, or free sites with a milestone; or
# one that is there already, which is said by evidence that proves it.

_kit := fields.at(input.proposal, _kit_path)

_frees if fields.at(input.proposal, _free_path) > 0

default _shared := false

_shared if _delivered

_shared if {
	_frees
	count(plans.milestones({"免费", "公益", "free"})) > 0
}

_delivered if {
	_kit != ""
	some work in input.proposal.plan.work_packages
	work.end
	some output in work.outputs
	output != ""
	_same(lower(trim_space(_kit)), lower(trim_space(output)))
}

# One may say more than the other.

_same(kit, output) if contains(kit, output)

_same(kit, output) if contains(output, kit)

findings contains object.union(disagreement, {"code": "kit_weak"}) if {
	not _shared
	startswith(_kit, "EV-")
	some disagreement in evidence.weak(_kit_path, _kit)
}

findings contains {
	"code": "kit_not_planned",
	"path": _kit_path,
	"related": [["plan", "work_packages", i, "outputs"] | some i, _ in input.proposal.plan.work_packages],
	"args": {},
} if {
	not _shared
	_kit != ""
	not startswith(_kit, "EV-")
}

findings contains {
	"code": "free_sites_undated",
	"path": _free_path,
	"related": [["plan", "milestones"]],
	"args": {"sites": fields.at(input.proposal, _free_path)},
} if {
	not _shared
	_frees
	not _says_kit
}

_says_kit if _kit != ""
