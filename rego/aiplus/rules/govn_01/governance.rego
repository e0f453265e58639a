# METADATA
# title: Dynamic, collaborative governance
# description: >-
#   A body in which security, the domain and those who use the system or work with it sit together, and not one organisation
#   alone; that meets, reviews at least once a year and whenever model, law or an incident call for it, knows its authority,
#   and hears those concerned before things are decided. A micro enterprise needs a named owner and a checklist.
package aiplus.rules.govn_01

import data.aiplus.checks.copies
import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.links
import data.aiplus.checks.parties
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.all

_body(field) := ["governance", "body", field]

_review(field) := ["governance", "review", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains path if {
	some path in [["governance", "body"], ["governance", "review"], ["governance", "stakeholders"], ["project", "start"]]
}

_needed contains _body(field) if {
	count(input.proposal.governance.body) > 0
	some field in ["members", "charter"]
}

_needed contains _body(field) if {
	count(input.proposal.governance.body) > 0
	not flags.micro
	some field in ["name", "meets_per_year"]
}

_needed contains _review(field) if {
	count(input.proposal.governance.review) > 0
	some field in ["interval_months", "change_triggers_zh", "regulator_contact"]
}

_needed contains ["governance", "stakeholders", i, field] if {
	some i, _ in input.proposal.governance.stakeholders
	some field in ["group", "how_zh", "when"]
}

# Members. Each is somebody of the team or a partner.

_partners := {partner.id | some partner in input.proposal.partners}

findings contains object.union(disagreement, {"code": _member_code(disagreement.args.flaw.term)}) if {
	some i, id in input.proposal.governance.body.members
	not id in _partners
	some disagreement in links.person(array.concat(_body("members"), [i]), id, "")
}

_member_code("person_unknown") := "member_unknown"

_member_code(flaw) := "member_overloaded" if flaw != "person_unknown"

_persons := [person |
	some person in input.proposal.talent.team
	person.id in input.proposal.governance.body.members
]

_partner_members := {parties.of(id) | some id in input.proposal.governance.body.members; id in _partners}

# Somebody of whom it is not said where they work is taken to work for the applicant.
_organisations := _partner_members | {_organisation(person) | some person in _persons}

_organisation(person) := parties.of(object.get(person, "org", "applicant"))

# A small project that one organisation carries alone has nobody else to ask into its body. That it does is believed when
# neither partners nor people nor tasks of others are in the proposal.
findings contains {
	"code": "one_organisation",
	"path": _body("members"),
	"related": [["partners"]],
	"args": {"count": count(input.proposal.governance.body.members)},
} if {
	not flags.micro
	count(_organisations) == 1
	_others
}

_others if flags.large

_others if count(input.proposal.partners) > 0

_others if {
	some person in input.proposal.talent.team
	_organisation(person) != "applicant"
}

_others if {
	some task in input.proposal.plan.work_packages
	parties.of(task.lead) != "applicant"
}

findings contains {
	"code": "side_absent",
	"path": _body("members"),
	"related": [["talent", "team"]],
	"args": {"side": {"term": concat("_", ["side", side])}},
} if {
	not flags.micro
	count(input.proposal.governance.body.members) > 0
	some side in ({"security", "domain", "people"} - _sides)
}

_sides contains role if {
	some person in _persons
	some role in person.role
	role in {"security", "domain"}
}

# Those who use the system are partners or their people; for those who work with it speaks whoever is in charge of staff.
_sides contains "people" if {
	some person in _persons
	"hr" in person.role
}

_sides contains "people" if count(_organisations - {"applicant"}) > 0

findings contains {
	"code": "meets_seldom",
	"path": _body("meets_per_year"),
	"args": {"meetings": meetings, "min": thresholds.govn_meetings_min.value},
} if {
	not flags.micro
	meetings := input.proposal.governance.body.meets_per_year
	meetings < thresholds.govn_meetings_min.value
}

# The charter is a document, or says what is done in numbers; a micro enterprise may write its checklist here.

findings contains object.union(disagreement, {"code": "charter_weak"}) if {
	startswith(input.proposal.governance.body.charter, "EV-")
	some disagreement in evidence.weak(_body("charter"), input.proposal.governance.body.charter)
}

findings contains {"code": "charter_vague", "path": _body("charter"), "args": {}} if {
	not flags.micro
	charter := input.proposal.governance.body.charter
	charter != ""
	not text.has_number(charter)
}

# Review.

findings contains {
	"code": "interval_out",
	"path": _review("interval_months"),
	"args": {"months": months, "max": thresholds.govn_review_months_max.value},
} if {
	months := input.proposal.governance.review.interval_months
	not _regular(months)
}

_regular(months) if {
	months > 0
	months <= thresholds.govn_review_months_max.value
}

_trigger_words := {
	"version": [
		"版本", "模型更新", "模型变更", "更新模型", "升级", "重训", "再训练", "迭代", "换模型",
		"version", "retrain", "upgrade", "new model", "model update", "change of model",
	],
	"law": ["法律", "法规", "标准", "规定", "监管", "政策", "条例", "law", "standard", "regulation", "statut"],
	"incident": ["事件", "事故", "故障", "险情", "泄露", "incident", "accident", "breach"],
}

findings contains {
	"code": "trigger_absent",
	"path": _review("change_triggers_zh"),
	"args": {"trigger": {"term": concat("_", ["trigger", kind])}},
} if {
	triggers := input.proposal.governance.review.change_triggers_zh
	count(triggers) > 0
	together := lower(concat("\n", triggers))
	some kind, words in _trigger_words
	count([1 | some word in words; contains(together, word)]) == 0
}

findings contains {
	"code": "regulator_vague",
	"path": _review("regulator_contact"),
	"args": {"contact": contact},
} if {
	contact := input.proposal.governance.review.regulator_contact
	regex.match(
		`^(?:(?:政府|国家|各级|行业|当地|地方|上级|业务|有关|相关|主管|监管)*(?:部门|单位|机构|政府|机关|领导)|无|暂无|待定|不适用|none|n/?a|tbd|(?:the )?(?:competent|relevant|responsible) (?:authority|authorities|department|departments|bodies))$`,
		lower(trim_space(contact)),
	)
}

# Stakeholders. Whoever is heard for the first time when work has begun is told, not heard.

findings contains object.union(disagreement, {"code": "heard_late"}) if {
	heard := [[stakeholder.when, i] | some i, stakeholder in input.proposal.governance.stakeholders]
	count(heard) == count(input.proposal.governance.stakeholders)
	[first, i] := min(heard)
	some disagreement in dates.after(
		["governance", "stakeholders", i, "when"], first,
		["project", "start"], input.proposal.project.start,
	)
}

findings contains {
	"code": "how_vague",
	"path": ["governance", "stakeholders"],
	"related": [["governance", "stakeholders", i, "how_zh"] | some i, _ in input.proposal.governance.stakeholders],
	"args": {},
} if {
	ways := [way | way := input.proposal.governance.stakeholders[_].how_zh; way != ""]
	count(ways) > 0
	count(ways) == count(input.proposal.governance.stakeholders)
	not text.has_number(concat("\n", ways))
}

findings contains object.union(disagreement, {"code": "copied"}) if {
	some disagreement in copies.of(array.flatten([
		[[_body("charter"), charter] |
			charter := input.proposal.governance.body.charter
			not startswith(charter, "EV-")
		],
		[[array.concat(_review("change_triggers_zh"), [i]), trigger] |
			some i, trigger in input.proposal.governance.review.change_triggers_zh
		],
		[[["governance", "stakeholders", i, "how_zh"], stakeholder.how_zh] |
			some i, stakeholder in input.proposal.governance.stakeholders
		],
	]))
}
