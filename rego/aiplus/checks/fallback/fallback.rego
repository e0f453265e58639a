# METADATA
# title: Manual fallback
# description: Whether the people who are to take over by hand are still there after the project (X-FALL).
# custom:
#   title_zh: 人工接管
#   description_zh: 项目完成后，负责人工接管的人是否还在岗（X-FALL）。
package aiplus.checks.fallback

import data.aiplus.checks.headcount
import data.aiplus.thresholds

# METADATA
# description: >-
#   A disagreement for each occupation of which so many leave that nobody is left to take over. Judged for each, because
#   a shift that leaves as a whole disappears in the sum of all; those who stay in another occupation count when the
#   plan, a text, names it by title or id. Args occupation, exits and headcount.
unmanned(path, plan) := {disagreement |
	some i, occupation in input.proposal.employment.occupations
	occupation.exit > 0
	staying := (occupation.headcount - occupation.exit) + _standing_in(i, plan)
	staying * 100 <= (100 - thresholds.fallback_exit_pct_max.value) * occupation.headcount
	disagreement := {
		"path": path,
		"related": [["employment", "occupations", i, field] | some field in ["exit", "headcount"]],
		"args": {
			"occupation": object.get(occupation, "title_zh", headcount.name(["employment", "occupations", i], occupation)),
			"exits": occupation.exit,
			"headcount": occupation.headcount,
		},
	}
}

# METADATA
# description: Whether a plan names one of the occupations by title or id.
names_somebody(plan) if {
	some occupation in input.proposal.employment.occupations
	_named(plan, occupation)
}

_standing_in(leaving, plan) := sum([staying |
	some i, occupation in input.proposal.employment.occupations
	i != leaving
	_named(plan, occupation)
	staying := occupation.headcount - occupation.exit
])

_named(plan, occupation) if {
	occupation.title_zh != ""
	contains(lower(plan), lower(occupation.title_zh))
}

# As a whole word, so that O1 is not found in O12.
_named(plan, occupation) if occupation.id in regex.find_n(`[A-Za-z][A-Za-z0-9_-]*`, plan, -1)
