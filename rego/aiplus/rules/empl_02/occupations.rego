# METADATA
# title: Occupation-level exposure and headcount arithmetic
# description: >-
#   Every occupation concerned has its codes, its people, how exposed it is, what becomes of it and when, and where its
#   people go. The numbers agree with each other, with the staff there is, and with what the indicators promise.
package aiplus.rules.empl_02

import data.aiplus.checks.dates
import data.aiplus.checks.headcount
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.work

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["employment", "occupations"]

_needed contains ["employment", "occupations", i, field] if {
	some i, _ in input.proposal.employment.occupations
	some field in [
		"code_cn", "code_isco08", "headcount", "exposure", "automated_task_pct", "effect", "redeploy", "retrain",
		"exit", "hazardous", "timing",
	]
}

_needed contains ["applicant", "employees"]

# Where people leave, the posts created are held against them.
_needed contains ["employment", "jobs_created", i, field] if {
	headcount.people("exit") > 0
	some i, _ in input.proposal.employment.jobs_created
	some field in ["count", "kind"]
}

findings contains {
	"code": "code_cn_unknown",
	"path": ["employment", "occupations", i, "code_cn"],
	"args": {"occupation": _name(i), "given": occupation.code_cn},
} if {
	some i, occupation in input.proposal.employment.occupations
	not _in_dadian(occupation.code_cn)
}

findings contains {
	"code": "code_isco_unknown",
	"path": ["employment", "occupations", i, "code_isco08"],
	"args": {"occupation": _name(i), "given": occupation.code_isco08},
} if {
	some i, occupation in input.proposal.employment.occupations
	not _in_isco(occupation.code_isco08)
}

# Where the people go.

findings contains object.union(disagreement, {"code": _imbalance(disagreement.args)}) if {
	some i, occupation in input.proposal.employment.occupations
	some disagreement in headcount.balance(["employment", "occupations", i], occupation)
}

_imbalance(args) := "more_people_than_posts" if {
	args.placed > args.headcount
} else := "people_unaccounted"

findings contains object.union(disagreement, {"code": "more_than_staff"}) if some disagreement in headcount.total

findings contains {
	"code": "augment_implausible",
	"path": ["employment", "occupations", i, "effect"],
	"related": [["employment", "occupations", i, "exposure"], ["employment", "occupations", i, "automated_task_pct"]],
	"args": {
		"occupation": _name(i),
		"automated": occupation.automated_task_pct,
		"min": thresholds.empl_automated_g4_pct_min.value,
	},
} if {
	some i, occupation in input.proposal.employment.occupations
	occupation.effect == "augment"
	occupation.exposure == "g4"
	occupation.automated_task_pct >= thresholds.empl_automated_g4_pct_min.value
}

# The net effect is the posts created less the people who leave. Nothing in the form states it; so it is the numbers it is
# made of that must not contradict each other.

findings contains {
	"code": "exit_though_augmented",
	"path": ["employment", "occupations", i, "exit"],
	"related": [["employment", "occupations", i, "effect"]],
	"args": {"occupation": _name(i), "exits": occupation.exit},
} if {
	some i, occupation in input.proposal.employment.occupations
	occupation.effect == "augment"
	occupation.exit > 0
}

findings contains object.union(
	disagreement,
	{"code": "exit_outside_project", "args": object.union(disagreement.args, {"occupation": _name(i)})},
) if {
	some [i, disagreement] in _outside_project
	input.proposal.employment.occupations[i].exit > 0
}

_outside_project contains [i, disagreement] if {
	some i, occupation in input.proposal.employment.occupations
	path := ["employment", "occupations", i, "timing"]
	some disagreement in dates.before(path, occupation.timing, ["project", "start"], input.proposal.project.start)
}

_outside_project contains [i, disagreement] if {
	some i, occupation in input.proposal.employment.occupations
	path := ["employment", "occupations", i, "timing"]
	some disagreement in dates.after(path, occupation.timing, ["project", "end"], input.proposal.project.end)
}

findings contains {
	"code": "created_and_cut",
	"path": ["employment", "jobs_created", j, "count"],
	"related": [["employment", "occupations", i, "exit"]],
	"args": {"occupation": _name(i), "given": occupation.code_cn, "created": job.count, "exits": occupation.exit},
} if {
	some j, job in input.proposal.employment.jobs_created
	job.kind in {"direct", "contract"}
	job.count > 0
	some i, occupation in input.proposal.employment.occupations
	occupation.code_cn == job.code_cn
	occupation.exit > 0
}

# What the indicators promise to save in staff (X-JOB), against the people who leave their posts. An indicator in people
# is compared with people, any other as a share: of the posts that change, because an indicator is mostly about these.

findings contains {
	"code": "staffing_people_unmatched",
	"path": ["kpis", i, "target"],
	"related": [["employment", "occupations"]],
	"args": {"indicator": kpi.name_zh, "promised": promised, "shown": _placed},
} if {
	_counted
	some i, kpi in input.proposal.kpis
	_in_people(kpi)
	promised := _saved(kpi)
	promised > _placed
}

findings contains {
	"code": "staffing_share_unmatched",
	"path": ["kpis", i, "target"],
	"related": [["employment", "occupations"]],
	"args": {
		"indicator": kpi.name_zh,
		"promised_pct": promised,
		"shown_pct": _placed_pct,
		"max_gap": thresholds.empl_staffing_gap_max.value,
	},
} if {
	_counted
	some i, kpi in input.proposal.kpis
	not _in_people(kpi)
	promised := _saved_pct(kpi)
	promised - _placed_pct > thresholds.empl_staffing_gap_max.value
}

# Only a list without gaps shows where people go; gaps are reported above.
_counted if {
	count(input.proposal.employment.occupations) > 0
	every occupation in input.proposal.employment.occupations {
		every field in ["headcount", "redeploy", "retrain", "exit"] {
			is_number(occupation[field])
		}
	}
}

_placed := sum([_leaving(occupation) | some occupation in input.proposal.employment.occupations])

_leaving(occupation) := (occupation.redeploy + occupation.retrain) + occupation.exit

default _placed_pct := 0

_placed_pct := round((_placed * 100) / changing) if {
	changing := sum([occupation.headcount |
		some occupation in input.proposal.employment.occupations
		_changes(occupation)
	])
	changing > 0
}

_changes(occupation) if occupation.effect in {"transform", "displace"}

_changes(occupation) if occupation.exposure in {"g3", "g4"}

_changes(occupation) if _leaving(occupation) > 0

_in_people(kpi) if lower(kpi.unit) in {"人", "名", "席", "岗", "fte", "people", "persons", "staff", "posts", "positions"}

# The two below exclude each other: the one falls, the other rises.
_saved(kpi) := kpi.baseline - kpi.target if _less_labour(kpi)

_saved(kpi) := kpi.target - object.get(kpi, "baseline", 0) if _more_cuts(kpi)

_saved_pct(kpi) := round(((kpi.baseline - kpi.target) * 100) / kpi.baseline) if {
	_less_labour(kpi)
	kpi.baseline > 0
}

_saved_pct(kpi) := kpi.target - object.get(kpi, "baseline", 0) if {
	contains(kpi.unit, "%")
	_more_cuts(kpi)
}

# Less labour, or a lower cost of it.
_less_labour(kpi) if {
	kpi.target < kpi.baseline
	object.get(kpi, "direction", "down") == "down"
	regex.match(`人工成本|用工|人力|定员|在岗人数|headcount|labou?r cost|staffing`, _words(kpi))
}

# People or posts cut, as a number that grows.
_more_cuts(kpi) if {
	kpi.target > object.get(kpi, "baseline", 0)
	object.get(kpi, "direction", "up") == "up"
	regex.match(
		`减员|裁员|(?:岗位|人工|人力|坐席|用工)替代|(?:节省|节约|减少|压减)(?:人力|用工|人工|人员|岗位)|(?:人力|用工|人工|人员|岗位)(?:节省|节约|减少|压减)|(?:headcount|staff|labou?r cost) (?:reduction|saving|cut)`,
		_words(kpi),
	)
}

# Name and unit of an indicator that may be about staff. Shortages, accidents and disputes of labour are not staff saved,
# and the share that labour has in a cost falls by itself when the rest grows.
_words(kpi) := words if {
	object.get(kpi, "category", "cost") in {"cost", "productivity", "employment"}
	words := lower(concat(" ", [kpi.name_zh, object.get(kpi, "unit", "")]))
	not regex.match(`缺口|短缺|不足|事故|风险|工伤|投诉|纠纷|争议|流失|占比|比重|shortage|accident|dispute|turnover|share`, words)
}

_name(i) := headcount.name(["employment", "occupations", i], input.proposal.employment.occupations[i])
