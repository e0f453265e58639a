# METADATA
# title: Lawful, orderly use in social governance
# description: >-
#   Use by an authority rests on a law that is named, is allowed by a body that is named, has bounds, only assists, was
#   assessed, can be ended, and leaves to a person every decision about people and organisations.
package aiplus.rules.govn_03

import data.aiplus.checks.evidence
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.govuse

_at(field) := ["governance", "public_use", field]

_use := input.proposal.governance.public_use

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["governance", "public_use"]

_needed contains _at(field) if {
	count(_use) > 0
	some field in ["legal_basis_zh", "authority", "scope_zh", "human_decision", "impact_assessment", "exit_zh"]
}

_needed contains ["scenarios"]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["subject", "autonomy_level", "human_role"]
}

_says(words, text) if {
	some word in words
	contains(lower(text), word)
}

# On what ground. An article in a newspaper may carry the name of a law in its title.

findings contains {"code": "basis_is_news", "path": _at("legal_basis_zh"), "args": {}} if {
	_says({"新闻", "报道", "公众号", "讲话", "推文", "news", "press release", "speech"}, _use.legal_basis_zh)
}

findings contains {"code": "basis_unnamed", "path": _at("legal_basis_zh"), "args": {}} if {
	not _names_law(_use.legal_basis_zh)
}

_names_law(basis) if {
	regex.match(`《[^》]*(?:法|条例|规定|办法|细则|规则|指引|规范|规程|决定)(?:[（(][^》]{1,8}[）)])?》`, basis)
}

_names_law(basis) if {
	regex.match(`\b(?:Laws?|Acts?|Regulations?|Measures|Provisions|Rules|Guidelines)\b`, basis)
}

findings contains {
	"code": "authority_vague",
	"path": _at("authority"),
	"args": {"authority": _use.authority},
} if {
	_says(
		{"有关", "相关", "上级", "各级", "主管部门", "relevant", "competent", "superior"},
		_use.authority,
	)
}

# How far. What bounds a scope is what it leaves out.

findings contains {"code": "scope_unbounded", "path": _at("scope_zh"), "args": {}} if {
	scope := _use.scope_zh
	not _bounded(scope)
}

_bounded(scope) if {
	_says(
		{
			"仅", "限于", "只用于", "不用于", "不得", "不适用", "不包括", "不涉及", "不含", "除外",
			"only", "limited to", "not used", "not for", "excluding", "except",
		},
		regex.replace(lower(scope), `不限于|不仅|not limited to|not only`, ""),
	)
}

findings contains {
	"code": "role_unstated",
	"path": _at("scope_zh"),
	"related": [["scenarios", i, "description_zh"] | some i, _ in input.proposal.scenarios],
	"args": {},
} if {
	_use.scope_zh
	count([words | some words in _descriptions; _says(_assisting, words)]) == 0
}

_descriptions := array.concat(
	[_use.scope_zh],
	[scenario.description_zh | some scenario in input.proposal.scenarios],
)

_assisting := {"辅助", "建议", "供参考", "不代替", "不替代", "不直接", "assist", "advis", "recommend", "suggest", "support"}

# Who decides. Whether a scenario touches rights is read from whom it is about, not from how large its effect is said to
# be.

findings contains {
	"code": "machine_decides",
	"path": _at("human_decision"),
	"related": [["scenarios", i, "subject"] | some i in _about_somebody],
	"args": {},
} if {
	_use.human_decision == false
	count(_about_somebody) > 0
}

_about_somebody contains i if {
	some i, scenario in input.proposal.scenarios
	scenario.subject in {"natural_person", "organisation"}
}

findings contains {
	"code": "acts_by_itself",
	"path": _at("human_decision"),
	"related": [["scenarios", i, "autonomy_level"]],
	"args": {"scenario": object.get(scenario, "id", i + 1), "level": scenario.autonomy_level},
} if {
	_use.human_decision
	some i, scenario in input.proposal.scenarios
	scenario.autonomy_level >= thresholds.govn_autonomy_full_min.value
}

findings contains {
	"code": "nobody_in_the_loop",
	"path": _at("human_decision"),
	"related": [["scenarios", i, "human_role"]],
	"args": {"scenario": object.get(scenario, "id", i + 1)},
} if {
	_use.human_decision
	some i, scenario in input.proposal.scenarios
	scenario.human_role == "out_of_loop"
}

# Before and after.

findings contains object.union(disagreement, {"code": "assessment_weak"}) if {
	some disagreement in evidence.weak(_at("impact_assessment"), _use.impact_assessment)
}

# A condition that can be checked, or a time in which the old way of working is back.
findings contains {"code": "exit_unmeasured", "path": _at("exit_zh"), "args": {}} if {
	not text.has_number(_use.exit_zh)
}
