# METADATA
# title: Headcount
# description: >-
#   The people in the occupations listed: how many there are, where they go, and whether the numbers agree with each other
#   and with the staff that the applicant and its partners have (X-HEAD).
# custom:
#   title_zh: 人数
#   description_zh: 所列岗位涉及多少人、去向如何，数字之间是否一致，与申报单位和合作方的从业人员是否相符（X-HEAD）。
package aiplus.checks.headcount

# METADATA
# description: >-
#   What a finding calls the occupation that stands at the path: its id, or its place in the list when it has none.
name(path, occupation) := object.get(occupation, "id", path[count(path) - 1] + 1)

# METADATA
# description: >-
#   A disagreement when more people are redeployed, retrained and let go than hold the post, or fewer than all of them
#   although the post is displaced. An occupation that leaves one of the four numbers out is not judged here.
balance(path, occupation) := {{
	"path": array.concat(path, ["headcount"]),
	"related": [array.concat(path, [field]) | some field in ["redeploy", "retrain", "exit"]],
	"args": {"occupation": name(path, occupation), "placed": placed, "headcount": occupation.headcount},
} |
	placed := (occupation.redeploy + occupation.retrain) + occupation.exit
	_unbalanced(occupation, placed)
}

_unbalanced(occupation, placed) if placed > occupation.headcount

_unbalanced(occupation, placed) if {
	occupation.effect == "displace"
	placed < occupation.headcount
}

# METADATA
# description: >-
#   A disagreement when the occupations hold more people than the applicant and its partners employ. A partner that does
#   not say how many it employs adds nobody, so that leaving the number out excuses nothing. Without the applicant's own
#   number nothing is judged here.
total contains {
	"path": ["employment", "occupations"],
	"related": array.concat(
		[["applicant", "employees"]],
		[["partners", i, "employees"] | some i, partner in input.proposal.partners; partner.employees],
	),
	"args": {"listed": people("headcount"), "staff": staff},
} if {
	staff := input.proposal.applicant.employees + sum([partner.employees | some partner in input.proposal.partners])
	people("headcount") > staff
}

# METADATA
# description: >-
#   People in all occupations together by the name of the number: headcount, redeploy, retrain or exit. What is left out
#   counts as nobody.
people(field) := sum([object.get(occupation, field, 0) | some occupation in input.proposal.employment.occupations])

# METADATA
# description: People whose post is transformed or displaced.
affected := sum([occupation.headcount |
	some occupation in input.proposal.employment.occupations
	occupation.effect in {"transform", "displace"}
])

# METADATA
# description: Trainees of all programmes for the people affected.
affected_trainees := sum([training.trainees |
	some training in input.proposal.employment.training
	training.audience == "affected"
])
