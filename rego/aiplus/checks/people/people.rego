# METADATA
# title: People and their time
# description: >-
#   The working time that the people of the team have for the project: how much there is for a role or a level, whether
#   one person can give it, and whether the budget can pay for it (X-FTE).
# custom:
#   title_zh: 人员与工时
#   description_zh: 团队成员能投入的时间：每种角色、每个层级共有多少，一个人是否给得出，预算是否付得起（X-FTE）。
package aiplus.checks.people

import data.aiplus.checks.budget
import data.aiplus.thresholds
import data.lib.dates
import data.lib.money

# METADATA
# description: Full-time posts of the people who have one of the roles. Who has several of them counts once.
fte(roles) := _posts([person |
	some person in input.proposal.talent.team
	count({role | some role in person.role} & roles) > 0
])

# METADATA
# description: Full-time posts of the people of one level.
fte_at(level) := _posts([person |
	some person in input.proposal.talent.team
	person.level == level
])

# METADATA
# description: Full-time posts of the whole team.
fte_all := _posts(input.proposal.talent.team)

# In hundredths, so that shares of time add up exactly.
_posts(people) := sum([round(person.fte * 100) | some person in people]) / 100

# METADATA
# description: The roles that somebody in the team has.
roles := {role | some person in input.proposal.talent.team; some role in person.role}

# One person may be listed more than once, with other roles or for another organisation.
_rows[object.get(person, "id", i + 1)] contains i if some i, person in input.proposal.talent.team

# METADATA
# description: >-
#   A disagreement for each person who gives no time at all, or more than all of it; args person and fte, the share of
#   time in all rows of that person. A person without a stated share is not judged here.
overcommitted contains {
	"path": ["talent", "team", min(stated), "fte"],
	"related": [["talent", "team", i, "fte"] | some i in stated; i != min(stated)],
	"args": {"person": person, "fte": share},
} if {
	some person, rows in _rows
	stated := {i | some i in rows; is_number(input.proposal.talent.team[i].fte)}
	count(stated) > 0
	share := _posts([input.proposal.talent.team[i] | some i in stated])
	_impossible(share)
}

_impossible(share) if share <= 0

_impossible(share) if share > 1

# METADATA
# description: A disagreement for each person with more roles than the limit; args person, count and max.
overloaded(limit) := {disagreement |
	some person, rows in _rows
	held := {role | some i in rows; some role in input.proposal.talent.team[i].role}
	count(held) > limit
	disagreement := {
		"path": ["talent", "team", min(rows), "role"],
		"related": [["talent", "team", i, "role"] | some i in rows; i != min(rows)],
		"args": {"person": person, "count": count(held), "max": limit},
	}
}

# METADATA
# description: >-
#   A disagreement when what the budget has for personnel, spread over the person-years of the team, is outside the band;
#   args personnel_wan, years, price (万元 for one person and year), min and max. Without a team, or between dates in the
#   wrong order, there is nothing to spread it over.
unpaid contains {
	"path": ["finance", "items"],
	"related": [["talent", "team"], ["project", "start"], ["project", "end"]],
	"args": {
		"personnel_wan": money.wan(cost),
		"years": round(years * 10) / 10,
		"price": price,
		"min": thresholds.taln_person_year_min.value,
		"max": thresholds.taln_person_year_max.value,
	},
} if {
	cost := budget.items("personnel")
	years := (fte_all * (dates.days_between(input.proposal.project.start, input.proposal.project.end) + 1)) / 365
	years > 0
	price := _outside(cost / years)
}

# Cut on the far side of the limit, so that a message never shows a price that is inside the band.
_outside(fen) := floor(fen / 10000) / 100 if fen < money.fen(thresholds.taln_person_year_min.value)

_outside(fen) := ceil(fen / 10000) / 100 if fen > money.fen(thresholds.taln_person_year_max.value)
