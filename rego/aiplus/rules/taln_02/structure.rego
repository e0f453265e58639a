# METADATA
# title: Multi-level, cross-disciplinary structure
# description: >-
#   The working time of a large project's team comes from several levels, not mostly from its leading experts, and both AI
#   and the domain have a good part of it.
package aiplus.rules.taln_02

import data.aiplus.checks.people
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.large

_team := ["talent", "team"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _team

_needed contains ["talent", "team", i, field] if {
	some i, _ in input.proposal.talent.team
	some field in ["role", "level", "fte"]
}

findings contains {"code": "no_time", "path": _team, "args": {}} if {
	count(input.proposal.talent.team) > 0
	people.fte_all == 0
}

# A level at which nobody gives time is not there.
findings contains {
	"code": "levels_few",
	"path": _team,
	"related": [["talent", "team", i, "level"] | some i, person in input.proposal.talent.team; person.level],
	"args": {"levels": _terms("level", _levels), "count": count(_levels), "min": needed},
} if {
	people.fte_all > 0
	needed := thresholds.taln_levels_min.value
	count(_levels) < needed
}

_levels := {person.level |
	some person in input.proposal.talent.team
	person.fte > 0
}

_terms(kind, words) := [{"term": concat("_", [kind, word])} | some word in words]

findings contains {
	"code": "leading_heavy",
	"path": _team,
	"related": [["talent", "team", i, "level"] | some i, person in input.proposal.talent.team; person.level == "leading"],
	"args": {"share": _pct(fte), "max": most},
} if {
	fte := people.fte_at("leading")
	most := thresholds.taln_leading_share_max.value
	fte * 100 > most * people.fte_all
}

findings contains {
	"code": "discipline_thin",
	"path": _team,
	"related": [["talent", "team", i, "role"] | some i, person in input.proposal.talent.team; role in person.role],
	"args": {"role": {"term": concat("_", ["role", role])}, "share": _pct(fte), "min": needed},
} if {
	some role in ["ai", "domain"]
	fte := people.fte({role})
	needed := thresholds.taln_role_share_min.value
	fte * 100 < needed * people.fte_all
}

_pct(fte) := round((fte * 1000) / people.fte_all) / 10
