# METADATA
# title: "Education: learner-centred and safe"
# description: >-
#   A product for learners keeps a teacher in the loop who is really there, shows its effect against a group that learnt
#   without it, has its content reviewed, limits the time that minors spend with it, and decides nothing that matters
#   without a way to object.
package aiplus.rules.incl_05

import data.aiplus.checks.groups
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.edu

_at(field) := ["inclusion", "education", field]

_education := object.get(input.proposal, ["inclusion", "education"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if some field in ["stages", "teacher_in_loop", "content_review_zh"]

# What the product decides is seen there.
_needed contains ["scenarios"]

_needed contains _at(field) if {
	not _evaluated_later
	some field in ["eval_design_zh", "eval_n"]
}

_needed contains _at("minutes_cap_day") if _minors

# Minors, named or shown; learners whose stage is not said could be.
_minors if "minors" in groups.served

_minors if not _stages_said

_stages_said if count(_education.stages) > 0

# Before the pilot a milestone about the comparison, with money, stands in for its result.
default _evaluated_later := false

_evaluated_later if plans.replaces(_evaluation_words, {"testing"})

_evaluation_words := {"对照", "学习效果", "教学效果", "control group", "comparison", "learning effect"}

# Effect.

findings contains {
	"code": "no_comparison",
	"path": _at("eval_design_zh"),
	"related": [_at("eval_n")],
	"args": {},
} if {
	not _evaluated_later
	design := _education.eval_design_zh
	design != ""
	not _compares(design)
}

# Before and after is no comparison: pupils learn anyway.
_compares(design) if {
	stated := regex.replace(lower(design), `(?:不设|未设|没有|无需?|不需要?)(?:置|立)?[^。，；,;.]{0,8}|\b(?:without|no|not)\b[^.,;]{0,24}`, "")
	regex.match(`对照|实验组|试验组|随机|平行班|对比[组班校]|比较组|(?:control|comparison) (?:group|class|school)|random`, stated)
}

findings contains {
	"code": "sample_small",
	"path": _at("eval_n"),
	"args": {"learners": _education.eval_n, "min": needed},
} if {
	not _evaluated_later
	needed := thresholds.incl_learners_min.value
	_education.eval_n < needed
}

# The teacher.

findings contains {"code": "no_teacher", "path": _at("teacher_in_loop"), "args": {}} if {
	_education.teacher_in_loop == false
}

findings contains {
	"code": "teacher_absent",
	"path": _at("teacher_in_loop"),
	"related": [["talent", "team"], ["partners"]],
	"args": {"role": {"term": "role_domain"}},
} if {
	_education.teacher_in_loop
	not _has_teacher
}

_has_teacher if {
	some person in input.proposal.talent.team
	"domain" in person.role
	person.fte > 0
}

_has_teacher if {
	some partner in input.proposal.partners
	_school(partner.name)
}

_has_teacher if _school(input.proposal.applicant.name)

_school(name) if {
	regex.match(`小学|中学|学校|幼儿园|大学|学院|教研|教科院|教育局|school|college|university|kindergarten|academy`, lower(name))
}

# Content. Who reviews how much is a figure, or a person of the team.
findings contains {"code": "review_vague", "path": _at("content_review_zh"), "args": {}} if {
	review := _education.content_review_zh
	review != ""
	not text.has_number(review)
	count({id | some id in regex.find_n(`[A-Za-z][A-Za-z0-9_-]*`, review, -1)} & _team) == 0
}

_team := {person.id | some person in input.proposal.talent.team}

# Time.
findings contains {
	"code": "cap_unreal",
	"path": _at("minutes_cap_day"),
	"related": [_at("stages")],
	"args": {"minutes": cap, "max": limit},
} if {
	_minors
	cap := _education.minutes_cap_day
	limit := thresholds.incl_minutes_cap_max.value
	_no_cap(cap, limit)
}

_no_cap(cap, _) if cap == 0

_no_cap(cap, limit) if cap > limit

# Decisions that matter to learners, made without a person who looks at each.

_graded contains i if {
	some i, scenario in input.proposal.scenarios
	not _each_looked_at(scenario)
	_high_stakes(scenario)
}

_each_looked_at(scenario) if scenario.human_role == "in_loop"

# What a scenario does not say could be what matters.

_high_stakes(scenario) if {
	object.get(scenario, "subject", "natural_person") == "natural_person"
	object.get(scenario, "decision_impact", "significant") == "significant"
}

_high_stakes(scenario) if not scenario.name_zh

_high_stakes(scenario) if {
	regex.match(`升学|录取|分班|学业水平|毕业|综合素质评价|阅卷|升级考试|admission|placement|final exam|graduation`, lower(scenario.name_zh))
}

findings contains {
	"code": "no_appeal",
	"path": ["safety", "transparency", field],
	"related": [["scenarios", i, "human_role"] | some i in _graded],
	"args": {"scenarios": [object.get(input.proposal.scenarios[i], "id", i + 1) | some i in _graded]},
} if {
	count(_graded) > 0
	some field in ["appeal_channel_zh", "appeal_sla_days"]
	object.get(input.proposal, ["safety", "transparency", field], "") in {"", null, 0}
}
