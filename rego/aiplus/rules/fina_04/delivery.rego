# METADATA
# title: Work, schedule and resources match
# description: >-
#   The work is divided into packages, each with a leader who takes part, dates inside the project, money, and milestones
#   that can be measured and serve an indicator; and the budget pays for what the other sections say will be done.
package aiplus.rules.fina_04

import data.aiplus.checks.dates
import data.aiplus.checks.links
import data.aiplus.checks.milestones
import data.aiplus.checks.parties
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields

default applies := false

applies if flags.all

_packages := ["plan", "work_packages"]

_at(i, field) := ["plan", "work_packages", i, field]

_milestone(i, field) := ["plan", "milestones", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _packages

_needed contains _at(i, field) if {
	some i, _ in input.proposal.plan.work_packages
	some field in ["id", "lead", "start", "end", "budget_cny_wan"]
}

_needed contains ["plan", "milestones"]

_needed contains _milestone(i, field) if {
	some i, _ in input.proposal.plan.milestones
	some field in ["wp_id", "due", "accept_zh"]
}

_needed contains ["project", field] if some field in ["type", "start", "end"]

# The schedule.

findings contains {
	"code": "end_before_start",
	"path": ["project", "end"],
	"related": [["project", "start"]],
	"args": {"start": start, "end": end},
} if {
	start := input.proposal.project.start
	end := input.proposal.project.end
	end <= start
}

findings contains {
	"code": "project_long",
	"path": ["project", "end"],
	"related": [["project", "start"]],
	"args": {"end": end, "max": months},
} if {
	end := input.proposal.project.end
	months := thresholds.plan_months_max.value
	end > calendar.add_months(input.proposal.project.start, months)
}

findings contains object.union(disagreement, {
	"code": "outside_project",
	"args": object.union(disagreement.args, {"thing": _name(disagreement.path)}),
}) if {
	some [path, date] in _dated
	some disagreement in dates.before(path, date, ["project", "start"], input.proposal.project.start)
}

findings contains object.union(disagreement, {
	"code": "outside_project",
	"args": object.union(disagreement.args, {"thing": _name(disagreement.path)}),
}) if {
	some [path, date] in _dated
	some disagreement in dates.after(path, date, ["project", "end"], input.proposal.project.end)
}

_dated contains [_at(i, field), part[field]] if {
	some i, part in input.proposal.plan.work_packages
	some field in ["start", "end"]
}

_dated contains [_milestone(i, "due"), milestone.due] if some i, milestone in input.proposal.plan.milestones

findings contains {
	"code": "package_reversed",
	"path": _at(i, "end"),
	"related": [_at(i, "start")],
	"args": {"package": _name(_at(i, "end")), "start": part.start, "end": part.end},
} if {
	some i, part in input.proposal.plan.work_packages
	part.end <= part.start
}

# What a finding calls the package or milestone with a field at the path.
_name(path) := object.get(input.proposal, ["plan", path[1], path[2], "id"], path[2] + 1)

# Work packages.

findings contains {
	"code": "packages_few",
	"path": _packages,
	"args": {"count": count(packages), "min": needed},
} if {
	packages := input.proposal.plan.work_packages
	count(packages) > 0
	needed := thresholds.plan_packages_min.value
	count(packages) < needed
}

# One leader: "applicant and P1" is nobody, because either may wait for the other.
findings contains object.union(disagreement, {
	"code": "lead_unknown",
	"args": object.union(disagreement.args, {"package": _name(disagreement.path)}),
}) if {
	some i, part in input.proposal.plan.work_packages
	part.lead != ""
	some disagreement in links.unknown(_at(i, "lead"), parties.of(part.lead), parties.project)
}

findings contains {
	"code": "package_unfunded",
	"path": _at(i, "budget_cny_wan"),
	"args": {"package": _name(_at(i, "id"))},
} if {
	some i, part in input.proposal.plan.work_packages
	part.budget_cny_wan == 0
}

# Milestones.

findings contains object.union(disagreement, {"code": "package_unmarked"}) if {
	count(input.proposal.plan.milestones) > 0
	some disagreement in milestones.unmarked
}

findings contains object.union(disagreement, {"code": "milestones_bunched"}) if some disagreement in milestones.bunched

findings contains object.union(disagreement, {"code": "acceptance_unmeasured"}) if {
	some disagreement in milestones.unmeasured
}

findings contains object.union(disagreement, {
	"code": "package_unknown",
	"args": object.union(disagreement.args, {"milestone": _name(disagreement.path)}),
}) if {
	some i, milestone in input.proposal.plan.milestones
	some disagreement in links.unknown(_milestone(i, "wp_id"), milestone.wp_id, _package_ids)
}

_package_ids := {part.id | some part in input.proposal.plan.work_packages}

findings contains {
	"code": "kpi_absent",
	"path": _at(i, "id"),
	"related": [_milestone(j, "kpi_ids") | some j in marks],
	"args": {"package": part.id},
} if {
	some i, part in input.proposal.plan.work_packages
	marks := milestones.of(part.id)
	count(marks) > 0
	every j in marks {
		count(object.get(input.proposal.plan.milestones[j], "kpi_ids", [])) == 0
	}
}

findings contains object.union(disagreement, {
	"code": "kpi_unknown",
	"args": object.union(disagreement.args, {"milestone": _name(disagreement.path)}),
}) if {
	known := {kpi.id | some kpi in input.proposal.kpis}
	some i, milestone in input.proposal.plan.milestones
	some j, id in milestone.kpi_ids
	some disagreement in links.unknown(array.concat(_milestone(i, "kpi_ids"), [j]), id, known)
}
