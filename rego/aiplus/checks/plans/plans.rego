# METADATA
# title: Plans
# description: >-
#   What a proposal promises instead of showing it: a dated milestone that can be checked, and money to reach it. Until
#   the pilot such a plan stands in for a value that nobody can have measured yet.
# custom:
#   title_zh: 计划
#   description_zh: 用承诺代替现状：可核对、有日期的里程碑，以及为此安排的资金。试点之前，这样的计划可以代替还无法测得的数值。
package aiplus.checks.plans

import data.aiplus.flags
import data.lib.text

# METADATA
# description: >-
#   Indexes of the milestones that promise something about one of the words (lower case): dated, not over before the
#   proposal was submitted, with an acceptance text that has one of the words and a number to accept by.
milestones(words) := {i |
	some i, milestone in input.proposal.plan.milestones
	milestone.due
	not _over(milestone)
	_mentions(lower(milestone.accept_zh), words)
	text.has_number(milestone.accept_zh)
}

# METADATA
# description: >-
#   Indexes of the milestones that a text refers to by their id, dated and not over before the proposal was submitted.
cited(plan) := {i |
	ids := {id | some id in regex.find_n(`[A-Za-z][A-Za-z0-9_-]*`, plan, -1)}
	some i, milestone in input.proposal.plan.milestones
	milestone.id in ids
	milestone.due
	not _over(milestone)
}

_over(milestone) if milestone.due < input.proposal.meta.submitted_on

_mentions(accept, words) if {
	some word in words
	contains(accept, word)
}

# METADATA
# description: Whether the budget has money in one of the categories, or a partner brings the means in kind.
funded(categories) if {
	some item in input.proposal.finance.items
	item.category in categories
	item.amount > 0
}

funded(_) if {
	some source in input.proposal.finance.sources
	source.kind == "partner_in_kind"
	source.amount > 0
}

# METADATA
# description: >-
#   Before the pilot: a stage of research or prototype that the rest of the proposal does not contradict.
default early := false

early if {
	input.proposal.project.stage in {"research", "prototype"}
	not flags.deploy
}

# METADATA
# description: >-
#   Whether a plan may stand in for a measured value: before the pilot, with a milestone about the words and money in
#   one of the categories.
replaces(words, categories) if {
	early
	count(milestones(words)) > 0
	funded(categories)
}

# METADATA
# description: >-
#   The ids that acceptance texts of milestones name: what a milestone to come is about, be it a risk or anything else
#   that has an id.
named := {id |
	some milestone in input.proposal.plan.milestones
	milestone.due
	not _over(milestone)
	some id in regex.find_n(`[A-Za-z][A-Za-z0-9_-]*`, milestone.accept_zh, -1)
}
