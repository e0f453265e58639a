# METADATA
# title: Licences
# description: >-
#   What a licence says of itself: whether it can be told apart from others, what it asks of those who pass the data on,
#   and whether something is released on wider terms than it was received (X-LIC). A licence is written as an SPDX
#   licence id, as LicenseRef-contract-<evidence id> for data under a contract, as LicenseRef-internal for data of one's
#   own, or as several of these joined by AND or OR. Parentheses are not read.
# custom:
#   title_zh: 许可证
#   description_zh: "许可证本身说明什么：能否与其他许可证区分，对数据的再提供者有何要求，以及是否以比取得时更宽的条件对外发布（X-LIC）\
#     。写法为 SPDX 许可证编号；合同数据写 LicenseRef-contract-<佐证编号>，自有数据写 LicenseRef-internal；\
#     多个之间用 AND 或 OR 连接。括号不解析。"
package aiplus.checks.licences

import data.aiplus.checks.datasets
import data.aiplus.checks.parties

# Families of licences that data, models and code come under, with the versions that are ids of the SPDX License List
# 3.0.24 (the version "" where the id has none) and what each asks of those who pass the work on: naming the source,
# the same licence, no commercial use, no derivatives. The asks are those of the licence texts; the licences accepted as
# open are in release.rego. Ids outside this table are not judged.
_families := {
	"cc0": {"versions": {"1.0"}, "asks": set()},
	"cc-pdm": {"versions": {"1.0"}, "asks": set()},
	"pddl": {"versions": {"1.0"}, "asks": set()},
	"dl-de-zero": {"versions": {"2.0"}, "asks": set()},
	"unlicense": {"versions": {""}, "asks": set()},
	"0bsd": {"versions": {""}, "asks": set()},
	"mit": {"versions": {"", "0"}, "asks": {"attribution"}},
	"isc": {"versions": {""}, "asks": {"attribution"}},
	"bsd": {"versions": {"1", "2", "3", "4"}, "asks": {"attribution"}},
	"apache": {"versions": {"1.0", "1.1", "2.0"}, "asks": {"attribution"}},
	"mulanpsl": {"versions": {"1.0", "2.0"}, "asks": {"attribution"}},
	"openmdw": {"versions": {"1.0"}, "asks": {"attribution"}},
	"cc-by": {"versions": {"1.0", "2.0", "2.5", "3.0", "4.0"}, "asks": {"attribution"}},
	"odc-by": {"versions": {"1.0"}, "asks": {"attribution"}},
	"cdla-permissive": {"versions": {"1.0", "2.0"}, "asks": {"attribution"}},
	"c-uda": {"versions": {"1.0"}, "asks": {"attribution"}},
	"o-uda": {"versions": {"1.0"}, "asks": {"attribution"}},
	"ogl-uk": {"versions": {"1.0", "2.0", "3.0"}, "asks": {"attribution"}},
	"ogl-canada": {"versions": {"2.0"}, "asks": {"attribution"}},
	"ogdl-taiwan": {"versions": {"1.0"}, "asks": {"attribution"}},
	"nlod": {"versions": {"1.0", "2.0"}, "asks": {"attribution"}},
	"dl-de-by": {"versions": {"2.0"}, "asks": {"attribution"}},
	"etalab": {"versions": {"2.0"}, "asks": {"attribution"}},
	"mpl": {"versions": {"1.0", "1.1", "2.0"}, "asks": {"attribution", "share_alike"}},
	"lgpl": {"versions": {"2.0", "2.1", "3.0"}, "asks": {"attribution", "share_alike"}},
	"gpl": {"versions": {"1.0", "2.0", "3.0"}, "asks": {"attribution", "share_alike"}},
	"agpl": {"versions": {"1.0", "3.0"}, "asks": {"attribution", "share_alike"}},
	"gfdl": {"versions": {"1.1", "1.2", "1.3"}, "asks": {"attribution", "share_alike"}},
	"odbl": {"versions": {"1.0"}, "asks": {"attribution", "share_alike"}},
	"cdla-sharing": {"versions": {"1.0"}, "asks": {"attribution", "share_alike"}},
	"cc-by-sa": {"versions": {"1.0", "2.0", "2.1", "2.5", "3.0", "4.0"}, "asks": {"attribution", "share_alike"}},
	"cc-by-nd": {"versions": {"1.0", "2.0", "2.5", "3.0", "4.0"}, "asks": {"attribution", "no_derivatives"}},
	"cc-by-nc": {"versions": {"1.0", "2.0", "2.5", "3.0", "4.0"}, "asks": {"attribution", "noncommercial"}},
	"cc-by-nc-sa": {
		"versions": {"1.0", "2.0", "2.5", "3.0", "4.0"},
		"asks": {"attribution", "noncommercial", "share_alike"},
	},
	"cc-by-nc-nd": {
		"versions": {"1.0", "2.0", "2.5", "3.0", "4.0"},
		"asks": {"attribution", "noncommercial", "no_derivatives"},
	},
	"ncgl-uk": {"versions": {"2.0"}, "asks": {"attribution", "noncommercial"}},
	"polyform-noncommercial": {"versions": {"1.0.0"}, "asks": {"attribution", "noncommercial"}},
}

_contract_prefix := "LicenseRef-contract-"

# METADATA
# description: >-
#   What the parts of a licence field are: contract, internal, reference (any other LicenseRef), listed (an id of the
#   table above), misspelt (a licence of the table, not written as its id), unlisted (has the form of an id) or text.
kinds(licence) := {_kind(part) | some alternative in _alternatives(licence); some part in alternative}

_alternatives(licence) := [regex.split(`\s+(?i:and)\s+`, alternative) |
	some alternative in regex.split(`\s+(?i:or)\s+`, trim_space(licence))
]

_kind(part) := "contract" if {
	startswith(part, _contract_prefix)
} else := "internal" if {
	part == "LicenseRef-internal"
} else := "reference" if {
	regex.match(`^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$`, part)
} else := "listed" if {
	regex.match(_id, part)
	_listed(_plain(part))
} else := "misspelt" if {
	_families[_family(_plain(part))]
} else := "unlisted" if {
	regex.match(_id, part)
	regex.match(`[0-9]`, part)
} else := "text"

# An id may carry a + or an exception. What has this form and no digit (custom, proprietary) is a word.
_id := `^[A-Za-z0-9][A-Za-z0-9.-]*\+?(?: (?i:with) [A-Za-z0-9.-]+)?$`

# Ids are compared without regard to case, as the SPDX specification has it, and a known licence stays what it is when
# somebody writes "(CC BY-NC 4.0)": its terms cannot be avoided by misspelling it.
_plain(part) := regex.replace(regex.replace(lower(part), `[()（）]`, ""), `[\s_]+`, "-")

_listed(plain) if _version(plain) in _families[_family(plain)].versions

_family(plain) := regex.replace(plain, `-(?:v-?)?[0-9].*$`, "")

_version(plain) := concat("", regex.find_n(`[0-9]+(?:\.[0-9]+)*`, trim_prefix(plain, _family(plain)), 1))

# METADATA
# description: >-
#   What a licence asks of those who pass the work on: attribution, share_alike, noncommercial, no_derivatives. Of a
#   choice (OR) only what every alternative asks. Empty where the terms are not known.
asks(licence) := intersection({union({_asks(part) | some part in alternative}) |
	some alternative in _alternatives(licence)
})

_asks(part) := object.get(_families, [_family(_plain(part)), "asks"], set())

# METADATA
# description: What a licence forbids, of commercial use (noncommercial) and changed works (no_derivatives).
forbids(licence) := asks(licence) & {"noncommercial", "no_derivatives"}

# METADATA
# description: True when every part is a published licence, so that anybody may use the work under its terms.
listed(licence) if kinds(licence) == {"listed"}

# METADATA
# description: Evidence ids of the contracts that a licence field refers to.
contracts(licence) := {id |
	some alternative in _alternatives(licence)
	some part in alternative
	startswith(part, _contract_prefix)
	id := trim_prefix(part, _contract_prefix)
}

# METADATA
# description: A disagreement when the field is no licence id at all, or a known one that is misspelt. Args licence.
unreadable(path, licence) := {{"path": path, "related": [], "args": {"licence": licence}} |
	count(kinds(licence) & {"text", "misspelt"}) > 0
}

# METADATA
# description: >-
#   Contracts that a licence field refers to, LicenseRef-contract-<evidence id>, and that are not there. Args licence,
#   evidence and flaw.
contract(path, licence) := {disagreement |
	some id in contracts(licence)
	flaw := _contract_flaw(id)
	disagreement := {
		"path": path,
		"related": [["evidence"]],
		"args": {"licence": licence, "evidence": id, "flaw": {"term": flaw}},
	}
}

_contract_flaw(id) := "contract_unknown" if {
	not id in {item.id | some item in input.proposal.evidence}
} else := "contract_no_agreement" if {
	not id in {item.id | some item in input.proposal.evidence; item.kind in _agreements}
}

_agreements := {"contract", "licence", "letter"}

# METADATA
# description: >-
#   A dataset under LicenseRef-internal, which is for data of one's own, that only others hold. The path is that of the
#   dataset; args dataset and holders.
not_own(path, dataset) := {disagreement |
	"internal" in kinds(dataset.licence_spdx)
	holders := parties.holders(dataset, "hold")
	count(holders) > 0
	not "applicant" in holders
	disagreement := {
		"path": array.concat(path, ["licence_spdx"]),
		"related": [array.concat(path, ["rights", "hold"])],
		"args": {"dataset": datasets.name(path, dataset), "holders": [holder | some holder in holders]},
	}
}

# METADATA
# description: >-
#   A dataset that is released (path and licence of the artifact) on wider terms than any of the datasets allows, those
#   of daily operation left out: then it cannot come from one of them. Nothing is said when the terms of a source or of
#   the release are not known. Args licence and sources, the licences of the datasets.
wider(path, licence, sets) := {disagreement |
	listed(licence)
	candidates := [i | some i, dataset in sets; datasets.serves(dataset)]
	count(candidates) > 0
	every i in candidates {
		_narrower(sets[i], licence)
	}
	disagreement := {
		"path": path,
		"related": [["data", "datasets", i, "licence_spdx"] | some i in candidates],
		"args": {
			"licence": licence,
			"sources": [source | some source in {sets[i].licence_spdx | some i in candidates}],
		},
	}
}

# Under a published licence the release must ask all that the source asks.
_narrower(dataset, licence) if {
	not parties.own(dataset)
	listed(dataset.licence_spdx)
	count(asks(dataset.licence_spdx) - asks(licence)) > 0
}

# Under a contract only who has the right to operate may hand the data on.
_narrower(dataset, _) if {
	not parties.own(dataset)
	count(kinds(dataset.licence_spdx) & {"contract", "internal", "reference"}) > 0
	not "applicant" in parties.holders(dataset, "operate")
}

# METADATA
# description: >-
#   Weights that are released (path and licence of the artifact) for uses that the licence of their training data
#   forbids. One disagreement for each dataset; args licence, dataset, source and forbids.
relicensed(path, licence, sets) := {disagreement |
	listed(licence)
	some i, dataset in sets
	datasets.trains(dataset)
	not parties.own(dataset)
	lost := forbids(dataset.licence_spdx) - asks(licence)
	count(lost) > 0
	disagreement := {
		"path": path,
		"related": [["data", "datasets", i, "licence_spdx"]],
		"args": {
			"licence": licence,
			"dataset": datasets.name(["data", "datasets", i], dataset),
			"source": dataset.licence_spdx,
			"forbids": terms(lost),
		},
	}
}

# METADATA
# description: What a licence forbids, as words for a message.
terms(forbidden) := [{"term": concat("_", ["licence", ban])} | some ban in forbidden]
