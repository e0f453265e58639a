# METADATA
# title: Job creation
# description: >-
#   The posts a project creates, each with title, number, kind, employer, date and basis, or an explicit zero with its
#   reason. What counts are posts that somebody in the project employs and pays; their number has to be one that the
#   planned income can carry.
package aiplus.rules.empl_07

import data.aiplus.checks.budget
import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money
import data.lib.text

default applies := false

applies if flags.deploy

_section := ["employment", "jobs_created"]

_at(i, field) := ["employment", "jobs_created", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

# A row that says there are none has nothing to say but why.
_needed contains _at(i, "basis_zh") if some i, _ in input.proposal.employment.jobs_created

_needed contains _at(i, field) if {
	some i, row in input.proposal.employment.jobs_created
	not _none(row)
	some field in ["title_zh", "count", "kind", "employer", "by"]
}

_none(row) if row.count == 0

# What the posts are measured against.

_needed contains ["project", "end"] if count(_counted) > 0

_needed contains ["finance", "total_cny_wan"] if {
	count(_counted) > 0
	not _income
}

# Who lives on an income does not come off with its budget.
_needed contains ["finance", "cashflow"] if {
	count(_counted) > 0
	_lives_on_income
}

_lives_on_income if flags.commercial

_lives_on_income if input.proposal.applicant.org_type in {"private", "soe", "foreign_invested"}

_needed contains ["partners", i, "agreement"] if some [i, _] in _partner_posts

findings contains {
	"code": "zero_unexplained",
	"path": _at(i, "basis_zh"),
	"related": [_at(i, "count")],
	"args": {"length": length, "min": limit},
} if {
	some i, row in input.proposal.employment.jobs_created
	_none(row)
	length := text.length(row.basis_zh)
	limit := thresholds.jobs_none_reason_length_min.value
	length < limit
}

# Posts that count: somebody is employed. Work that platforms hand out, and jobs that somebody else is said to create,
# are read and not counted.
_counted := {i |
	some i, row in input.proposal.employment.jobs_created
	row.kind in {"direct", "contract"}
	row.count > 0
}

_uncounted := {i |
	some i, row in input.proposal.employment.jobs_created
	row.kind in {"platform", "indirect"}
	row.count > 0
}

_posts := sum([input.proposal.employment.jobs_created[i].count | some i in _counted])

# Somebody who says that there are no posts in the project, and why, may well mention those outside.
findings contains {
	"code": "none_in_project",
	"path": _section,
	"related": [_at(i, "kind") | some i in _uncounted],
	"args": {"posts": sum([input.proposal.employment.jobs_created[i].count | some i in _uncounted])},
} if {
	count(_uncounted) > 0
	every i, _ in input.proposal.employment.jobs_created {
		i in _uncounted
	}
}

# Who employs them, and with what.

_employer(i) := parties.of(input.proposal.employment.jobs_created[i].employer)

findings contains {
	"code": "employer_outside",
	"path": _at(i, "employer"),
	"related": [["partners"]],
	"args": {"post": _title(i), "employer": input.proposal.employment.jobs_created[i].employer},
} if {
	some i in _counted
	not _employer(i) in parties.project
}

findings contains {
	"code": "posts_unpaid",
	"path": ["finance", "items"],
	"related": [_at(i, "count") | some i in own],
	"args": {"posts": sum([input.proposal.employment.jobs_created[i].count | some i in own])},
} if {
	own := {i | some i in _counted; _employer(i) == "applicant"}
	count(own) > 0
	budget.items("personnel") == 0
}

# Partner and post, by their indexes.
_partner_posts contains [i, j] if {
	some j in _counted
	some i, partner in input.proposal.partners
	parties.of(object.get(partner, "id", object.get(partner, "name", ""))) == _employer(j)
}

findings contains object.union(disagreement, {
	"code": "agreement_weak",
	"related": array.concat(disagreement.related, [_at(j, "employer")]),
	"args": {"post": _title(j)},
}) if {
	some [i, j] in _partner_posts
	some disagreement in evidence.weak(["partners", i, "agreement"], input.proposal.partners[i].agreement)
}

# When.

findings contains object.union(disagreement, {"code": "after_project_end", "args": {"post": _title(i)}}) if {
	some i in (_counted | _uncounted)
	some disagreement in dates.after(
		_at(i, "by"), input.proposal.employment.jobs_created[i].by,
		["project", "end"], input.proposal.project.end,
	)
}

findings contains object.union(disagreement, {"code": "before_start", "args": {"post": _title(i)}}) if {
	some i in (_counted | _uncounted)
	some disagreement in dates.before(
		_at(i, "by"), input.proposal.employment.jobs_created[i].by,
		["project", "start"], input.proposal.project.start,
	)
}

# How many the money can carry: the income of the last year planned, or the whole budget where no income is planned.

_income if {
	some year in input.proposal.finance.cashflow
	year.income_cny_wan > 0
}

findings contains {
	"code": "more_than_income",
	"path": _section,
	"related": array.concat(_counts, [["finance", "cashflow", i, "income_cny_wan"]]),
	"args": {"posts": _posts, "income_wan": income, "year": year, "min": thresholds.jobs_income_min.value},
} if {
	_income
	[year, income, i] := max([[row.year, row.income_cny_wan, i] | some i, row in input.proposal.finance.cashflow])
	_too_little(income)
}

findings contains {
	"code": "more_than_budget",
	"path": _section,
	"related": array.concat(_counts, [["finance", "total_cny_wan"]]),
	"args": {"posts": _posts, "total_wan": total, "min": thresholds.jobs_income_min.value},
} if {
	not _income
	total := input.proposal.finance.total_cny_wan
	_too_little(total)
}

_too_little(wan) if money.fen(wan) < money.fen(thresholds.jobs_income_min.value) * _posts

_counts := [_at(i, "count") | some i in _counted]

_title(i) := object.get(input.proposal.employment.jobs_created[i], "title_zh", i + 1)
