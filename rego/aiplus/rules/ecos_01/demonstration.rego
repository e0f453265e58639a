# METADATA
# title: Demonstration by government and SOEs
# description: >-
#   A public body of the consortium owns the demonstration. It has sites where the project is in use, others are to take
#   it over, they get a kit that a funded work package delivers, and they are let in to see it.
package aiplus.rules.ecos_01

import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.govsoe

_at(field) := ["ecosystem", "demonstration", field]

_shown := input.proposal.ecosystem.demonstration

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["ecosystem", "demonstration"]

_needed contains _at(field) if {
	count(_shown) > 0
	some field in ["owner", "sites", "replication_target", "kit"]
}

# What the demonstration is measured against.

_needed contains ["scenarios"]

_needed contains ["scenarios", i, "sites"] if some i, _ in input.proposal.scenarios

_needed contains ["plan", "work_packages"]

_needed contains ["plan", "milestones"]

_needed contains path if some path in _owner_types

_needed contains ["plan", "work_packages", i, "budget_cny_wan"] if some i in _delivering

_needed contains ["evidence", i, "title_zh"] if {
	some i, item in input.proposal.evidence
	item.id == _kit
}

# Who shows it.

_owner := parties.of(_shown.owner)

findings contains {
	"code": "owner_unknown",
	"path": _at("owner"),
	"related": [["applicant", "name"], ["partners"]],
	"args": {"owner": _shown.owner},
} if {
	not _owner in parties.project
}

_owner_types contains ["applicant", "org_type"] if _owner == "applicant"

_owner_types contains ["partners", i, "org_type"] if {
	some i, partner in input.proposal.partners
	_owner in {parties.of(partner[field]) | some field in ["id", "name"]}
}

findings contains {
	"code": "owner_not_public",
	"path": _at("owner"),
	"related": [path],
	"args": {"owner": _shown.owner, "type": {"term": concat("_", ["org", fields.at(input.proposal, path)])}},
} if {
	some path in _owner_types
	not path in flags.because.govsoe
}

# Where, and for whom.

findings contains {"code": "no_sites", "path": _at("sites"), "args": {}} if _shown.sites == 0

# A site of the demonstration is one where the project is in use.
findings contains {
	"code": "sites_exceed",
	"path": _at("sites"),
	"related": [["scenarios", i, "sites"] | some i, _ in input.proposal.scenarios],
	"args": {"sites": _shown.sites, "max": sum(in_use)},
} if {
	in_use := [scenario.sites | some scenario in input.proposal.scenarios]
	count(in_use) > 0
	count(in_use) == count(input.proposal.scenarios)
	_shown.sites > sum(in_use)
}

findings contains {
	"code": "replication_low",
	"path": _at("replication_target"),
	"args": {"count": _shown.replication_target, "min": needed},
} if {
	needed := thresholds.ecos_replication_min.value
	_shown.replication_target < needed
}

# With what. The kit is a piece of evidence or a text; either way a work package says that it delivers it.

_kit := _shown.kit

findings contains object.union(disagreement, {"code": "kit_weak"}) if {
	startswith(_kit, "EV-")
	some disagreement in evidence.weak(_at("kit"), _kit)
}

_kit_names contains _kit if not startswith(_kit, "EV-")

_kit_names contains item.title_zh if {
	some item in input.proposal.evidence
	item.id == _kit
}

_delivering contains i if {
	some i, task in input.proposal.plan.work_packages
	some output in task.outputs
	some name in _kit_names
	_same(trim_space(output), trim_space(name))
}

_same(output, name) if contains(output, name)

# 示范材料包 is delivered, 示范材料包（2026版） is listed.
_same(output, name) if {
	output != ""
	contains(name, output)
}

findings contains {
	"code": "kit_not_delivered",
	"path": _at("kit"),
	"related": [["plan", "work_packages", i, "outputs"] | some i, _ in input.proposal.plan.work_packages],
	"args": {"kit": name},
} if {
	count(input.proposal.plan.work_packages) > 0
	count(_delivering) == 0
	some name in _kit_names
}

findings contains {
	"code": "unfunded",
	"path": ["plan", "work_packages", i, "budget_cny_wan"],
	"related": [_at("kit")],
	"args": {"package": object.get(input.proposal.plan.work_packages[i], "id", i + 1)},
} if {
	every i in _delivering {
		input.proposal.plan.work_packages[i].budget_cny_wan == 0
	}
	some i in _delivering
}

findings contains {
	"code": "no_open_days",
	"path": ["plan", "milestones"],
	"related": [["ecosystem", "demonstration"]],
	"args": {},
} if {
	count(_shown) > 0
	count(input.proposal.plan.milestones) > 0
	count(plans.milestones(_visits)) == 0
}

_visits := {"开放日", "参观", "观摩", "现场会", "接待", "open day", "open house", "visit"}
