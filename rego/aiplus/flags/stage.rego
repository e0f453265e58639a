package aiplus.flags

import data.aiplus.checks.budget
import data.aiplus.thresholds
import data.lib.money

# In use: a pilot or later.

default deploy := false

deploy if count(because.deploy) > 0

because.deploy contains ["project", "stage"] if _said_in_use

because.deploy contains guard.path if some guard in _deploy_guards

_deploy_guards contains {
	"flag": "deploy",
	"code": "going_live_unsaid",
	"path": ["project", "stage"],
	"related": [["project", "trl", "target"], ["plan", "milestones", i, "due"]],
	"args": {"trl": input.proposal.project.trl.target, "milestone": object.get(milestone, "id", i + 1)},
} if {
	not _said_in_use
	input.proposal.project.trl.target >= thresholds.deploy_trl_min.value
	some i, milestone in input.proposal.plan.milestones
	milestone.kind == "go_live"
	not _outside_project(milestone)
}

_said_in_use if input.proposal.project.stage in {"pilot", "deployment", "scaling"}

_outside_project(milestone) if milestone.due < input.proposal.project.start

_outside_project(milestone) if milestone.due > input.proposal.project.end

# A platform for others.

default platform := false

platform if count(because.platform) > 0

because.platform contains ["project", "type"] if input.proposal.project.type in {"common_platform", "pilot_base"}

# A pilot base. A title that says so counts, whatever type was ticked.

default pilotbase := false

pilotbase if count(because.pilotbase) > 0

because.pilotbase contains ["project", "type"] if _says_pilot_base

because.pilotbase contains guard.path if some guard in _pilotbase_guards

_says_pilot_base if input.proposal.project.type == "pilot_base"

_pilotbase_guards contains {
	"flag": "pilotbase",
	"code": "pilot_base_in_words",
	"path": ["project", "type"],
	"related": [["project", "title_zh"]],
	"args": {},
} if {
	not _says_pilot_base
	contains(input.proposal.project.title_zh, "中试")
}

# Smart terminals.

default terminal := false

terminal if count(because.terminal) > 0

because.terminal contains ["project", "type"] if input.proposal.project.type == "smart_terminal"

because.terminal contains ["innovation", "terminals"] if count(input.proposal.innovation.terminals) > 0

# A computing facility.

default facility := false

facility if count(because.facility) > 0

because.facility contains ["project", "type"] if input.proposal.project.type == "compute_facility"

because.facility contains ["compute", "facility"] if count(input.proposal.compute.facility) > 0

# Much computing, in a facility of one's own or bought.

default compute := false

compute if count(because.compute) > 0

because.compute contains path if some path in because.facility

because.compute contains ["compute", "need", "train_gpu_hours"] if {
	input.proposal.compute.need.train_gpu_hours >= thresholds.compute_gpu_hours_min.value
}

because.compute contains ["compute", "facility", "it_power_mw"] if {
	input.proposal.compute.facility.it_power_mw >= thresholds.compute_it_mw_min.value
}

because.compute contains ["finance", "items", i, "amount"] if {
	budget.items("compute") >= money.fen(thresholds.compute_items_wan_min.value)
	some i, item in input.proposal.finance.items
	item.category == "compute"
}
