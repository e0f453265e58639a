# METADATA
# title: Community governance, upkeep, upstream contribution
# description: >-
#   What is opened is looked after: by people who are in the team, with money that is in the budget, under rules for
#   contributions and for reports of holes, for longer than the project lasts. Something goes back upstream, and somebody
#   outside is to take part, by a date.
package aiplus.rules.open_06

import data.aiplus.checks.budget
import data.aiplus.checks.dates
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields

default applies := false

applies if flags.open

_at(field) := ["opensource", "community", field]

_community := object.get(input.proposal, ["opensource", "community"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["maintainers", "fte", "budget_cny_wan", "contribution_terms", "security_policy", "support_months"]
}

_needed contains ["opensource", "upstream"]

_needed contains ["opensource", "upstream", i, field] if {
	some i, _ in input.proposal.opensource.upstream
	some field in ["project", "target_count", "by"]
}

# What the support is counted from, and what the dates are measured against.

_needed contains ["opensource", "artifacts"]

_needed contains ["opensource", "artifacts", i, "release_date"] if some i, _ in input.proposal.opensource.artifacts

_needed contains ["project", field] if some field in ["start", "end"]

findings contains {
	"code": "maintainers_few",
	"path": _at("maintainers"),
	"args": {"count": _community.maintainers, "min": needed},
} if {
	needed := thresholds.open_maintainers_min.value
	_community.maintainers < needed
}

findings contains {
	"code": "fte_low",
	"path": _at("fte"),
	"args": {"fte": _community.fte, "min": needed},
} if {
	needed := thresholds.open_fte_min.value
	_community.fte < needed
}

# The time promised has to be somebody's: that of those in the team who do open source.
findings contains {
	"code": "fte_beyond_team",
	"path": _at("fte"),
	"related": [["talent", "team"]],
	"args": {"fte": _community.fte, "team": _team / 100, "role": {"term": "role_opensource"}},
} if {
	round(_community.fte * 100) > _team
}

# In hundredths, so that shares of time add up exactly.
_team := sum([round(person.fte * 100) |
	some person in input.proposal.talent.team
	"opensource" in person.role
])

findings contains object.union(disagreement, {"code": "budget_mismatch"}) if {
	some disagreement in budget.mismatch(_at("budget_cny_wan"), _community.budget_cny_wan, "opensource")
}

findings contains {
	"code": "not_budgeted",
	"path": _at("budget_cny_wan"),
	"related": [["finance", "items"]],
	"args": {"category": {"term": "item_opensource"}},
} if {
	_community.budget_cny_wan == 0
	budget.items("opensource") == 0
}

findings contains {"code": "no_contribution_terms", "path": _at("contribution_terms"), "args": {}} if {
	_community.contribution_terms == "none"
}

findings contains {"code": "no_security_policy", "path": _at("security_policy"), "args": {}} if {
	_community.security_policy == false
}

findings contains {
	"code": "support_short",
	"path": _at("support_months"),
	"args": {"months": _community.support_months, "min": needed},
} if {
	needed := thresholds.open_support_months_min.value
	_community.support_months < needed
}

findings contains {
	"code": "support_ends_early",
	"path": _at("support_months"),
	"related": [["opensource", "artifacts", i, "release_date"], ["project", "end"]],
	"args": {
		"artifact": object.get(artifact, "id", i + 1),
		"release": artifact.release_date,
		"months": _community.support_months,
		"end": input.proposal.project.end,
	},
} if {
	some i, artifact in input.proposal.opensource.artifacts
	calendar.add_months(artifact.release_date, _community.support_months) < input.proposal.project.end
}

# Upstream.

findings contains {
	"code": "upstream_nothing",
	"path": ["opensource", "upstream", i, "target_count"],
	"args": {"project": _project(i)},
} if {
	some i, row in input.proposal.opensource.upstream
	row.target_count == 0
}

findings contains object.union(
	disagreement,
	{"code": "upstream_after_end", "args": object.union(disagreement.args, {"project": _project(i)})},
) if {
	some i, row in input.proposal.opensource.upstream
	some disagreement in dates.after(["opensource", "upstream", i, "by"], row.by, ["project", "end"], input.proposal.project.end)
}

findings contains object.union(
	disagreement,
	{"code": "upstream_before_start", "args": object.union(disagreement.args, {"project": _project(i)})},
) if {
	some i, row in input.proposal.opensource.upstream
	some disagreement in dates.before(["opensource", "upstream", i, "by"], row.by, ["project", "start"], input.proposal.project.start)
}

_project(i) := object.get(input.proposal.opensource.upstream[i], "project", i + 1)

# Whoever is to use it or to contribute. There is no field for this: it is a milestone or an indicator, both of which
# have a number and a date.
findings contains {
	"code": "no_uptake_target",
	"path": ["plan", "milestones"],
	"related": [["kpis"]],
	"args": {},
} if {
	count(plans.milestones(_uptake_words)) == 0
	not _uptake_indicator
}

_uptake_words := {
	"贡献者", "外部贡献", "下游", "社区用户", "社区成员", "开发者", "外部采用", "下载量", "下载次数",
	"contributor", "outside contribution", "external contribution", "downstream", "developers", "downloads", "adopter",
}

_uptake_indicator if {
	some kpi in input.proposal.kpis
	kpi.target > 0
	kpi.target_date
	some word in _uptake_words
	contains(lower(kpi.name_zh), word)
}
