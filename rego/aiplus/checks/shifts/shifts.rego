# METADATA
# title: Shifts
# description: Whether a watch around the clock has the people for it (X-SHIFT).
# custom:
#   title_zh: 轮班
#   description_zh: 全天候值守是否有足够的人（X-SHIFT）。
package aiplus.checks.shifts

import data.aiplus.checks.evidence
import data.aiplus.thresholds

# METADATA
# description: >-
#   A disagreement when the coverage, stated at the path, is 24x7 and neither the team nor a contract with a security
#   operations centre carries it; args fte and min, both full-time posts.
short(path, coverage) := {{
	"path": path,
	"related": [["talent", "team"], ["safety", "monitoring", "soc_contract"]],
	"args": {"fte": _watch, "min": needed},
} |
	coverage == "24x7"
	needed := thresholds.shift_fte_min.value
	_watch < needed
	not _contracted
}

_contracted if input.proposal.safety.monitoring.soc_contract in evidence.solid

# In hundredths, so that shares of time add up exactly.
_watch := sum([round(person.fte * 100) |
	some person in input.proposal.talent.team
	count({role | some role in person.role} & {"ops", "security"}) > 0
]) / 100

# METADATA
# description: Full-time posts of the team that can keep a watch, those of operations and security.
watch := _watch
