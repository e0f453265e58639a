# METADATA
# title: Hold / use / operate rights are clear
# description: >-
#   For every dataset the three rights name their holders, known parties of the project, with a term and restrictions;
#   the applicant may use what it trains on and hand on what it supplies; data of several parties rest on a contract; and
#   the limits on crawled, government and registered data are kept.
package aiplus.rules.data_08

import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.licences
import data.aiplus.checks.links
import data.aiplus.checks.parties
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields

default applies := false

applies if flags.data_bearing

_rights := ["hold", "use", "operate"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains ["data", "datasets", i, "rights"] if some i, _ in input.proposal.data.datasets

_needed contains ["data", "datasets", i, "rights", field] if {
	some i, dataset in input.proposal.data.datasets
	count(dataset.rights) > 0
	some field in array.concat(_rights, ["valid_to", "restrictions_zh"])
	not _without(dataset, field)
}

# Nobody has the right to operate data that a program collected.
_without(dataset, "operate") if dataset.source == "public_crawl"

findings contains object.union(disagreement, {"code": "rights_expired"}) if {
	some i, dataset in input.proposal.data.datasets
	some disagreement in dates.before(
		["data", "datasets", i, "rights", "valid_to"], dataset.rights.valid_to,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# Who has a right.

findings contains {
	"code": "holder_unknown",
	"path": disagreement.path,
	"args": {"dataset": _name(i), "holder": disagreement.args.id},
} if {
	some i, dataset in input.proposal.data.datasets
	some right in _rights
	not _anybody(dataset, right)
	some j, holder in dataset.rights[right]
	path := ["data", "datasets", i, "rights", right, j]
	some disagreement in links.unknown(path, parties.of(holder), parties.project | parties.sharing)
}

# An open licence, and the government body behind an authorisation, take no part in a project.
_anybody(dataset, _) if dataset.source == "open_licence"

_anybody(dataset, right) if {
	dataset.source == "public_authorised"
	right in {"hold", "operate"}
	not "applicant" in parties.holders(dataset, "hold")
}

# What is under a published licence may be used by all the world.
_anybody(dataset, "use") if licences.listed(dataset.licence_spdx)

# Who only processes data for others has no right in them.
findings contains {
	"code": "processor_claims_right",
	"path": ["data", "datasets", i, "rights", right, j],
	"related": [path],
	"args": {"dataset": _name(i), "holder": parties.of(holder), "role": role},
} if {
	some i, dataset in input.proposal.data.datasets
	some right in _rights
	some j, holder in dataset.rights[right]
	some [party, path, role] in _processors
	party == parties.of(holder)
}

_processors contains [_party(partner), ["partners", i, "role_zh"], partner.role_zh] if {
	some i, partner in input.proposal.partners
	_processes(partner.role_zh)
}

_party(partner) := parties.of(partner.id)

_party(partner) := parties.of(partner.name) if not partner.id

_processors contains [
	parties.of(row.party),
	["data", "benefit_sharing", "parties", i, "role"],
	row.role,
] if {
	some i, row in input.proposal.data.benefit_sharing.parties
	_processes(row.role)
}

_processes(role) if {
	regex.match(`(?i)受托处理|委托处理|受托加工|委托加工|代加工|代标注|外包|entrusted|on behalf of|subcontract`, role)
}

# What the applicant may do.

findings contains {
	"code": "use_right_missing",
	"path": ["data", "datasets", i, "rights", "use"],
	"related": [["data", "datasets", i, "purpose"]],
	"args": {"dataset": _name(i), "holders": [holder | some holder in users]},
} if {
	some i, dataset in input.proposal.data.datasets
	datasets.trains(dataset)
	users := parties.holders(dataset, "use")
	count(users) > 0
	not "applicant" in users
}

# To supply data somebody in the project must have the right to operate them. A right that names nobody is missing.
findings contains {
	"code": "operate_right_missing",
	"path": path,
	"related": [["data", "datasets", i, "rights", "operate"] | some i, _ in input.proposal.data.datasets],
	"args": {},
} if {
	some path in _supplying
	count(input.proposal.data.datasets) > 0
	every dataset in input.proposal.data.datasets {
		_stated(dataset)
		count(parties.holders(dataset, "operate") & parties.project) == 0
	}
}

_stated(dataset) if dataset.source == "public_crawl"

_stated(dataset) if count(dataset.rights.operate) > 0

_supplying contains ["data", "sharing", "mode"] if _shares

_supplying contains ["opensource", "artifacts", i, "type"] if {
	not _shares
	some i, artifact in input.proposal.opensource.artifacts
	artifact.type == "dataset"
}

_shares if input.proposal.data.sharing.mode in {"open", "conditional"}

# What the rights rest on.

findings contains {
	"code": "operate_without_contract",
	"path": ["data", "datasets", i, "rights", "operate"],
	"related": [["data", "datasets", i, "licence_evidence"]],
	"args": {"dataset": _name(i)},
} if {
	some i, dataset in input.proposal.data.datasets
	_operates_by_agreement(dataset)
	not _contract(dataset)
}

_operates_by_agreement(dataset) if {
	dataset.source == "agreement"
	"applicant" in parties.holders(dataset, "operate")
}

findings contains {
	"code": "agreement_missing",
	"path": ["data", "datasets", i, "licence_evidence"],
	"related": [["data", "datasets", i, "rights", "hold"]],
	"args": {"dataset": _name(i), "holders": [holder | some holder in others]},
} if {
	some i, dataset in input.proposal.data.datasets
	others := parties.holders(dataset, "hold") - {"applicant"}
	count(others) > 0
	not _regulated(dataset)
	not _operates_by_agreement(dataset)
	not _contract(dataset)
}

# Data whose terms do not come from a contract: an open licence, an authorisation, the rules on public data.
_regulated(dataset) if dataset.source in {"open_licence", "public_authorised", "public_crawl"}

# A contract about the data: cited as evidence, by the licence field, or as the agreement on benefits.
_contract(dataset) if {
	some id in dataset.licence_evidence
	id in _proving.contract
}

_contract(dataset) if {
	some id in licences.contracts(dataset.licence_spdx)
	id in _proving.contract
}

_contract(_) if input.proposal.data.benefit_sharing.agreement in _proving.contract

# The evidence that proves something, by its kind.
_proving[item.kind] contains item.id if {
	some item in input.proposal.evidence
	item.id in evidence.solid
}

# Government data.

findings contains {
	"code": "operation_unauthorised",
	"path": ["data", "datasets", i, "rights", "operate"],
	"related": [["data", "datasets", i, "licence_evidence"]],
	"args": {"dataset": _name(i), "operators": [operator | some operator in others]},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "public_authorised"
	others := parties.holders(dataset, "operate") - parties.holders(dataset, "hold")
	count(others) > 0
	not _authorised(dataset)
}

_authorised(dataset) if {
	some id in dataset.licence_evidence
	some kind in ["contract", "licence", "policy"]
	id in _proving[kind]
}

_authorised(dataset) if {
	some id in licences.contracts(dataset.licence_spdx)
	some kind in ["contract", "licence"]
	id in _proving[kind]
}

findings contains {
	"code": "government_data_registered",
	"path": ["data", "datasets", i, "rights", "registration_no"],
	"related": [["data", "datasets", i, "source"]],
	"args": {"dataset": _name(i), "registration": dataset.rights.registration_no},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "public_authorised"
	dataset.rights.registration_no
}

# Registered data. The day of registration is not in the proposal; it cannot be later than the submission.
findings contains object.union(disagreement, {"code": "registration_too_long", "args": {"years": years}}) if {
	some i, dataset in input.proposal.data.datasets
	dataset.rights.registration_no
	years := thresholds.data_registration_years_max.value
	some disagreement in dates.after(
		["data", "datasets", i, "rights", "valid_to"], dataset.rights.valid_to,
		["data", "datasets", i, "rights", "registration_no"],
		calendar.add_months(input.proposal.meta.submitted_on, years * 12),
	)
}

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
