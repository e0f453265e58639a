# METADATA
# title: Filings
# description: A generative service for the public that plans neither of the two filings for it (X-PUB).
# custom:
#   title_zh: 备案登记
#   description_zh: 面向公众的生成式服务，两种备案或登记都没有计划（X-PUB）。
package aiplus.checks.filings

import data.aiplus.flags

# METADATA
# description: >-
#   The indexes of the entries that stand for one of the kinds.
of(kinds) := [i | some i, filing in input.proposal.safety.filings; filing.kind in kinds]

# METADATA
# description: >-
#   A disagreement when a service is generative and public, and no entry for the filing or the registration of such a
#   service says that it is required.
unfiled contains {
	"path": ["safety", "filings"],
	"related": array.concat(
		[path | some path in (flags.because.public | flags.because.genai)],
		[["safety", "filings", i, "required"] | some i in of(_kinds)],
	),
	"args": {},
} if {
	flags.public
	flags.genai
	count([i | some i in of(_kinds); input.proposal.safety.filings[i].required]) == 0
}

_kinds := {"genai_filing", "genai_registration"}
