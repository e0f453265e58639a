package aiplus.hints

import data.aiplus.flags

# A service for people in a field where decisions weigh on their lives, said to weigh on nobody. What is done with its
# answers cannot be read from a proposal: a person has to look, and if they weigh, SAFE-11, SAFE-12 and SAFE-13 apply. One
# hint for each field, at the first scenario.
_people contains {
	"code": "effect_on_people_denied",
	"path": ["scenarios", min(found_in), "decision_impact"],
	"related": array.concat(
		[path | some path in {path | some [_, path] in signs}],
		[["scenarios", i, "decision_impact"] | some i in found_in; i > min(found_in)],
	),
	"args": {
		"field": {"term": concat("_", ["effect_field", field])},
		"scenarios": [object.get(input.proposal.scenarios[i], "id", i + 1) | some i in found_in],
	},
} if {
	not flags.people
	some field, signs in _weighty
	found_in := {i | some [i, _] in signs}
}

# Scenarios by field, each with what shows the field.

_weighty[field] contains [i, ["project", "sector_gb4754"]] if {
	some i in _harmless
	field := _sectors[substring(input.proposal.project.sector_gb4754, 0, 1)]
}

_weighty[field] contains [i, ["scenarios", i, part]] if {
	some i in _harmless
	some part in ["name_zh", "description_zh"]
	said := lower(input.proposal.scenarios[i][part])
	some field, words in _words
	some word in words
	contains(said, word)
}

_harmless contains i if {
	some i, scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
	scenario.decision_impact in {"none", "advisory"}
}

# Sections of GB/T 4754: education, health and social work, public administration.
_sectors := {"P": "education", "Q": "health", "S": "administration"}

_words := {
	"credit": ["贷款", "信贷", "授信", "征信", "信用评分", "credit", "loan", "lending"],
	"hiring": ["招聘", "录用", "简历", "求职", "hiring", "recruitment", "job applica"],
	"claims": ["理赔", "定损", "核保", "insurance claim", "underwriting"],
}
