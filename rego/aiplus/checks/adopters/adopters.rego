# METADATA
# title: Adopters
# description: >-
#   Whether anybody has put in writing that it will use what the project makes: one contract or letter that can prove
#   something is enough (X-EVID). What else is cited then does no harm.
# custom:
#   title_zh: 采用方
#   description_zh: 是否有人书面承诺采用项目成果：有一份能作数的合同或函件即可（X-EVID），此外再引用什么都不扣分。
package aiplus.checks.adopters

import data.aiplus.checks.evidence

_path := ["innovation", "translation", "adopters"]

_agreements := [[i, adopter.agreement] |
	some i, adopter in input.proposal.innovation.translation.adopters
]

_signed if {
	some [_, id] in _agreements
	id in evidence.solid
	some item in input.proposal.evidence
	item.id == id
	item.kind in {"contract", "letter"}
}

# METADATA
# description: >-
#   The paths that must be filled in: the list of adopters, or the agreement of the first when none of them has one.
needed contains _path

needed contains array.concat(_path, [0, "agreement"]) if {
	count(input.proposal.innovation.translation.adopters) > 0
	count(_agreements) == 0
}

# METADATA
# description: Where nobody has signed, what is wrong with each agreement that proves nothing.
weak contains disagreement if {
	not _signed
	some [i, id] in _agreements
	some disagreement in evidence.weak(array.concat(_path, [i, "agreement"]), id)
}

# METADATA
# description: Where nobody has signed, each agreement that is good evidence of something else.
other_kind contains {
	"path": array.concat(_path, [i, "agreement"]),
	"related": [["evidence", k, "kind"] | some k, item in input.proposal.evidence; item.id == id],
	"args": {"evidence": id, "kinds": [{"term": "evidence_kind_contract"}, {"term": "evidence_kind_letter"}]},
} if {
	not _signed
	some [i, id] in _agreements
	id in evidence.solid
}
