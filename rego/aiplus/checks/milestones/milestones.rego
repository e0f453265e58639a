# METADATA
# title: Milestones
# description: >-
#   Whether milestones let anybody follow the work: every work package has one, they do not all lie at the end, and what
#   is accepted can be measured (X-MILE).
# custom:
#   title_zh: 里程碑
#   description_zh: 能否据里程碑跟踪进度：每个工作包都有，不都集中在末尾，验收内容可以测量（X-MILE）。
package aiplus.checks.milestones

import data.aiplus.thresholds
import data.lib.dates
import data.lib.text

# METADATA
# description: Indexes of the milestones of a work package, by the id of the package.
of(package_id) := {i | some i, milestone in input.proposal.plan.milestones; milestone.wp_id == package_id}

# METADATA
# description: A disagreement for each work package to which no milestone belongs; args package.
unmarked contains {
	"path": ["plan", "work_packages", i],
	"related": [["plan", "milestones", j, "wp_id"] | some j, _ in input.proposal.plan.milestones],
	"args": {"package": part.id},
} if {
	some i, part in input.proposal.plan.work_packages
	count(of(part.id)) == 0
}

# METADATA
# description: >-
#   A disagreement when more of the milestones than allowed are due in the last part of the project; args late, total,
#   pct (that part) and max, both in per cent.
bunched contains {
	"path": ["plan", "milestones"],
	"related": array.concat([["plan", "milestones", i, "due"] | some i in late], [["project", "end"]]),
	"args": {
		"late": count(late),
		"total": total,
		"pct": thresholds.plan_tail_pct.value,
		"max": thresholds.plan_tail_milestones_pct_max.value,
	},
} if {
	late := [i | some i, milestone in input.proposal.plan.milestones; _in_tail(milestone.due)]
	total := count(input.proposal.plan.milestones)
	count(late) * 100 > thresholds.plan_tail_milestones_pct_max.value * total
}

_in_tail(due) if {
	days := dates.days_between(input.proposal.project.start, input.proposal.project.end)
	dates.days_between(due, input.proposal.project.end) * 100 < thresholds.plan_tail_pct.value * days
}

# METADATA
# description: A disagreement for each milestone whose acceptance text has no number; args milestone.
unmeasured contains {
	"path": ["plan", "milestones", i, "accept_zh"],
	"related": [],
	"args": {"milestone": object.get(milestone, "id", i + 1)},
} if {
	some i, milestone in input.proposal.plan.milestones
	milestone.accept_zh != ""
	not text.has_number(milestone.accept_zh)
}
