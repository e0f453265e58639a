package aiplus.flags

import data.aiplus.checks.jobs
import data.aiplus.thresholds

# An effect on jobs.

default work := false

work if count(because.work) > 0

because.work contains _scope if _people_in_scope

because.work contains guard.path if some guard in _work_guards

_work_guards contains object.union(
	sign,
	{"flag": "work", "code": "labour_saving_without_assessment"},
) if {
	some sign in jobs.undeclared
}

# Posts that are listed and not counted.
_work_guards contains {
	"flag": "work",
	"code": "posts_listed_not_counted",
	"path": _scope,
	"related": [["employment", "occupations"]],
	"args": {"people": people_listed},
} if {
	not _people_in_scope
	people_listed := sum([occupation.headcount | some occupation in input.proposal.employment.occupations])
	people_listed > 0
}

_people_in_scope if input.proposal.employment.assessment.scope_headcount >= 1

_scope := ["employment", "assessment", "scope_headcount"]

# A large effect on jobs: many people, or a good part of the staff. An effect that is not declared is presumed large until
# it is, unless everybody who takes part is too small for that.

default work_big := false

work_big if count(because.work_big) > 0

because.work_big contains ["employment", "occupations", i, "headcount"] if {
	_large_change
	some i in _changing
}

# Posts that are not counted, or not listed, could be any number of those in scope.

because.work_big contains ["employment", "occupations", i, "headcount"] if {
	_not_small
	some i in _changing
	not input.proposal.employment.occupations[i].headcount
}

because.work_big contains _scope if {
	count(object.get(input.proposal, ["employment", "occupations"], [])) == 0
	_many(input.proposal.employment.assessment.scope_headcount)
}

because.work_big contains guard.path if some guard in _work_big_guards

_work_big_guards contains {
	"flag": "work_big",
	"code": "undeclared_presumed_large",
	"path": _scope,
	"related": [["applicant", "employees"]],
	"args": {"staff": _staff},
} if {
	count(jobs.undeclared) > 0
	_not_small
}

_not_small if _staff >= thresholds.undeclared_staff_min.value

_not_small if not input.proposal.applicant.employees

# Posts that are changed or replaced, or could well be. Of a post that does not say, one has to think so.
_changing contains i if {
	some i, occupation in input.proposal.employment.occupations
	occupation.effect in {"transform", "displace"}
}

_changing contains i if {
	some i, occupation in input.proposal.employment.occupations
	occupation.exposure in {"g3", "g4"}
}

_changing contains i if {
	some i, occupation in input.proposal.employment.occupations
	not occupation.effect
	not occupation.exposure
}

_changing_people := sum([input.proposal.employment.occupations[i].headcount | some i in _changing])

_large_change if _many(_changing_people)

_many(people) if people >= thresholds.work_big_people_min.value

_many(people) if {
	people >= thresholds.work_big_people_floor.value
	people * 100 >= thresholds.work_big_staff_pct_min.value * _staff
}

# Exits on the scale at which the law asks for consultation. The statute counts the employer's own staff and has no floor.

default exit_big := false

exit_big if count(because.exit_big) > 0

because.exit_big contains ["employment", "occupations", i, "exit"] if {
	_collective
	some i, occupation in input.proposal.employment.occupations
	occupation.exit > 0
}

_exits := sum([occupation.exit | some occupation in input.proposal.employment.occupations])

_collective if _exits >= thresholds.exit_people_min.value

_collective if {
	_exits * 100 >= thresholds.exit_staff_pct_min.value * object.get(input.proposal, ["applicant", "employees"], 0)
}
