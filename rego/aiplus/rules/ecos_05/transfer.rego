# METADATA
# title: Common platform and technology transfer
# description: >-
#   A common platform has components, documented interfaces, a promised availability and users who do not belong to the
#   consortium. Results go over to others by a date within the project, for a value that has a taker or a price behind
#   it, and who owns them is agreed.
package aiplus.rules.ecos_05

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money
import data.lib.text

default applies := false

applies if flags.platform

applies if flags.research

applies if flags.large

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

# The platform, where the project is one.

_needed contains ["project", "type"]

_platform := input.proposal.ecosystem.platform if flags.platform

_needed contains ["ecosystem", "platform"] if flags.platform

_needed contains ["ecosystem", "platform", field] if {
	count(_platform) > 0
	some field in ["components", "api_docs", "sla_pct", "external_users"]
}

# An address is taken as it is: nobody goes online here.
findings contains object.union(disagreement, {"code": "api_docs_weak"}) if {
	docs := _platform.api_docs
	not regex.match(`^https?://[^/\s]+\.[^/\s]+/\S`, docs)
	some disagreement in evidence.weak(["ecosystem", "platform", "api_docs"], docs)
}

findings contains {
	"code": "sla_low",
	"path": ["ecosystem", "platform", "sla_pct"],
	"args": {"pct": _platform.sla_pct, "min": needed},
} if {
	needed := thresholds.ecos_sla_pct_min.value
	_platform.sla_pct < needed
}

findings contains {"code": "no_external_users", "path": ["ecosystem", "platform", "external_users"], "args": {}} if {
	_platform.external_users == 0
}

# The transfer.

_section := ["ecosystem", "transfer", "targets"]

_at(i, field) := ["ecosystem", "transfer", "targets", i, field]

_targets := input.proposal.ecosystem.transfer.targets

_needed contains ["ecosystem", "transfer"]

_needed contains ["ecosystem", "transfer", field] if {
	count(input.proposal.ecosystem.transfer) > 0
	some field in ["targets", "ip_terms"]
}

_needed contains _at(i, field) if {
	some i, _ in _targets
	some field in ["kind", "count", "value_cny_wan", "by"]
}

_needed contains ["project", field] if some field in ["start", "end"]

findings contains {"code": "nothing_counted", "path": _at(i, "count"), "args": {"target": i + 1}} if {
	some i, target in _targets
	target.count == 0
}

findings contains object.union(disagreement, {"code": "after_project_end", "args": {"target": i + 1}}) if {
	some i, target in _targets
	some disagreement in dates.after(_at(i, "by"), target.by, ["project", "end"], input.proposal.project.end)
}

findings contains object.union(disagreement, {"code": "before_start", "args": {"target": i + 1}}) if {
	some i, target in _targets
	some disagreement in dates.before(_at(i, "by"), target.by, ["project", "start"], input.proposal.project.start)
}

# A standard or a product may be worth nothing in money, all results together may not.

_values := [money.fen(target.value_cny_wan) | some target in _targets]

findings contains {
	"code": "worth_nothing",
	"path": _section,
	"related": [_at(i, "value_cny_wan") | some i, _ in _targets],
	"args": {},
} if {
	count(_values) > 0
	count(_values) == count(_targets)
	sum(_values) == 0
}

findings contains {
	"code": "value_unfounded",
	"path": _section,
	"related": [
		["innovation", "translation", "adopters"],
		["partners"],
		["finance", "unit_price_cny"],
		["finance", "price_basis_zh"],
	],
	"args": {"value_wan": money.wan(sum(_values))},
} if {
	sum(_values) > 0
	not _founded
}

default _founded := false

# Somebody who has agreed to take part or to take it.

_founded if {
	some adopter in input.proposal.innovation.translation.adopters
	adopter.agreement in evidence.solid
}

_founded if {
	some partner in input.proposal.partners
	partner.agreement in evidence.solid
}

# Or a price that is explained in figures.
_founded if {
	input.proposal.finance.unit_price_cny > 0
	text.has_number(input.proposal.finance.price_basis_zh)
}

# Who owns it.

_terms := input.proposal.ecosystem.transfer.ip_terms

findings contains object.union(disagreement, {"code": "ip_terms_weak"}) if {
	startswith(_terms, "EV-")
	some disagreement in evidence.weak(["ecosystem", "transfer", "ip_terms"], _terms)
}

findings contains {"code": "ip_terms_vague", "path": ["ecosystem", "transfer", "ip_terms"], "args": {}} if {
	not startswith(_terms, "EV-")
	not _settles(lower(_terms))
}

# Which party, and what it has.
_settles(terms) if {
	some party in _parties
	contains(terms, party)
	some right in {"归", "所有", "共有", "许可", "使用权", "收益", "分成", "own", "licen", "joint", "royalt", "share"}
	contains(terms, right)
}

_parties := {"申报单位", "牵头单位", "联合单位", "合作方", "各方", "双方", "三方", "四方", "applicant", "partner", "parties"} | {lower(partner[field]) |
	some partner in input.proposal.partners
	some field in ["id", "name"]
}
