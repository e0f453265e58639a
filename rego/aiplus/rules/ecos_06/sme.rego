# METADATA
# title: Large–SME integration
# description: >-
#   Small and medium enterprises take part in a large project with work and money of their own, are of the size they
#   state, are paid within the time the law gives, and get tools in a number or for a time that is stated.
package aiplus.rules.ecos_06

import data.aiplus.checks.parties
import data.aiplus.checks.sizes
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money
import data.lib.text

default applies := false

applies if {
	flags.large
	not flags.micro
}

_at(field) := ["ecosystem", "sme", field]

_sme := input.proposal.ecosystem.sme

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["partners"]

_needed contains ["partners", i, field] if {
	some i, _ in input.proposal.partners
	some field in ["size", "org_type"]
}

_needed contains ["partners", i, field] if {
	some i in _small
	some field in ["employees", "revenue_cny_wan", "budget_cny_wan"]
}

# The classes differ by sector, and a partner states none of its own.
_needed contains ["project", "sector_gb4754"] if count(_small) > 0

_needed contains ["ecosystem", "sme"]

_needed contains _at(field) if {
	count(_sme) > 0
	some field in ["budget_share_pct", "payment_days", "tools_opened_zh"]
}

_needed contains ["finance", "total_cny_wan"]

_needed contains ["plan", "work_packages"]

_needed contains ["plan", "work_packages", i, "lead"] if some i, _ in input.proposal.plan.work_packages

# Partners that say they are small or medium enterprises. A university has no size, whatever it states.
_small contains i if {
	some i, partner in input.proposal.partners
	partner.size in {"medium", "small", "micro"}
	partner.org_type in {"private", "foreign_invested", "soe"}
}

findings contains {
	"code": "no_sme",
	"path": ["partners"],
	"related": [["partners", i, "size"] | some i, _ in input.proposal.partners],
	"args": {},
} if {
	count(input.proposal.partners) > 0
	count(_small) == 0
	every partner in input.proposal.partners {
		partner.size
		partner.org_type
	}
}

findings contains object.union(disagreement, {"code": "size_understated", "args": {"partner": _name(i)}}) if {
	some i in _small
	some disagreement in sizes.understated(["partners", i], input.proposal.partners[i])
}

_name(i) := object.get(input.proposal.partners[i], "name", object.get(input.proposal.partners[i], "id", i + 1))

findings contains {
	"code": "unfunded",
	"path": ["partners", i, "budget_cny_wan"],
	"args": {"partner": _name(i)},
} if {
	some i in _small
	input.proposal.partners[i].budget_cny_wan == 0
}

# Work of its own: a package that it leads.
findings contains {
	"code": "no_work",
	"path": ["plan", "work_packages"],
	"related": [["partners", i] | some i in _small],
	"args": {},
} if {
	count(_small) > 0
	leads := [task.lead | some task in input.proposal.plan.work_packages]
	count(leads) > 0
	count(leads) == count(input.proposal.plan.work_packages)
	count({parties.of(lead) | some lead in leads} & _small_names) == 0
}

_small_names := {parties.of(input.proposal.partners[i][field]) |
	some i in _small
	some field in ["id", "name"]
}

# Money.

findings contains {
	"code": "share_low",
	"path": _at("budget_share_pct"),
	"args": {"share": _sme.budget_share_pct, "min": needed},
} if {
	needed := thresholds.ecos_sme_share_min.value
	_sme.budget_share_pct < needed
}

_budgets := [money.fen(input.proposal.partners[i].budget_cny_wan) | some i in _small]

findings contains {
	"code": "share_mismatch",
	"path": _at("budget_share_pct"),
	"related": array.concat(
		[["partners", i, "budget_cny_wan"] | some i in _small],
		[["finance", "total_cny_wan"]],
	),
	"args": {"share": _sme.budget_share_pct, "budgets_wan": money.wan(sum(_budgets)), "computed": round(computed * 10) / 10},
} if {
	count(_small) > 0
	count(_budgets) == count(_small)
	total := money.fen(input.proposal.finance.total_cny_wan)
	total > 0
	computed := (sum(_budgets) * 100) / total
	abs(computed - _sme.budget_share_pct) > thresholds.ecos_sme_share_tolerance.value
}

findings contains {
	"code": "paid_late",
	"path": _at("payment_days"),
	"args": {"days": _sme.payment_days, "max": limit},
} if {
	limit := thresholds.ecos_payment_days_max.value
	_sme.payment_days > limit
}

# How many get them, or for how long: without either it is a wish.
findings contains {"code": "tools_uncounted", "path": _at("tools_opened_zh"), "args": {}} if {
	not text.has_number(_sme.tools_opened_zh)
}
