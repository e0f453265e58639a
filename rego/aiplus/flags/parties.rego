package aiplus.flags

import data.aiplus.checks.sizes
import data.aiplus.thresholds
import data.lib.money

# The state takes part: an authority, a state-owned enterprise or a public institution.

default govsoe := false

govsoe if count(because.govsoe) > 0

because.govsoe contains ["applicant", "org_type"] if input.proposal.applicant.org_type in _of_the_state

because.govsoe contains ["partners", i, "org_type"] if {
	some i, partner in input.proposal.partners
	partner.org_type in _of_the_state
}

_of_the_state := {"government", "soe", "public_institution"}

# A small applicant, to whom lower counts apply. A size that the figures contradict, or that no figures support, is not
# believed: the relaxation has to be earned. Where a partner holds the largest budget, its size counts.

default micro := false

micro if count(because.micro) > 0

because.micro contains ["applicant", "size"] if {
	_small(input.proposal.applicant)
	not _larger_than_it_says(input.proposal.applicant)
	every i in _main_partners {
		_small_partner(i)
	}
}

_small(party) if {
	party.size in {"small", "micro"}
	party.employees
}

_small(party) if {
	party.size == "na"
	party.employees < thresholds.micro_staff_max.value
}

_larger_than_it_says(party) if count(sizes.understated([], party)) > 0

_small_partner(i) if {
	_small(input.proposal.partners[i])
	not _larger_than_it_says(input.proposal.partners[i])
}

# Partners whose budget is larger than what is left for the applicant.
_main_partners := {i |
	some i, partner in input.proposal.partners
	money.fen(partner.budget_cny_wan) > _own_budget
}

_own_budget := money.fen(object.get(input.proposal, ["finance", "total_cny_wan"], 0)) - sum([money.fen(partner.budget_cny_wan) |
	some partner in input.proposal.partners
])

_micro_guards contains {
	"flag": "micro",
	"code": "size_understated",
	"path": ["applicant", "size"],
	"related": disagreement.related,
	"args": disagreement.args,
} if {
	input.proposal.applicant.size in {"small", "micro"}
	some disagreement in sizes.understated(["applicant"], input.proposal.applicant)
}

# Cooperation abroad.

default intl := false

intl if count(because.intl) > 0

because.intl contains ["governance", "international", "claims"] if _claims_abroad

because.intl contains guard.path if some guard in _intl_guards

_claims_abroad if input.proposal.governance.international.claims

_intl_guards contains {
	"flag": "intl",
	"code": "partners_abroad_unclaimed",
	"path": ["governance", "international", "claims"],
	"related": [["governance", "international", "partners", i, "country"]],
	"args": {"country": partner.country},
} if {
	not _claims_abroad
	some i, partner in input.proposal.governance.international.partners
	partner.country != "CN"
}

# Open source, as far as it is claimed.

default open := false

open if count(because.open) > 0

because.open contains ["opensource", "strategy"] if input.proposal.opensource.strategy in {"open", "partial"}

# Open weights.

default openw := false

openw if count(because.openw) > 0

because.openw contains ["opensource", "artifacts", i, "type"] if {
	open
	some i, artifact in input.proposal.opensource.artifacts
	artifact.type == "weights"
}

# Money that has been secured: whoever says so has to prove it, source by source.

default secured := false

secured if count(because.secured) > 0

because.secured contains ["finance", "sources", i, "status"] if {
	some i, source in input.proposal.finance.sources
	source.status == "secured"
}
