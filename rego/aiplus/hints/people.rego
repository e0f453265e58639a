package aiplus.hints

import data.aiplus.flags

# A service for people in a field where decisions weigh on their lives, said to weigh on nobody. What it does with the
# answer cannot be read from a proposal: a person has to look, and if it weighs, SAFE-11, SAFE-12 and SAFE-13 apply.
_people contains {
	"code": "effect_on_people_denied",
	"path": ["scenarios", i, "decision_impact"],
	"related": [shown],
	"args": {"scenario": object.get(scenario, "id", i + 1), "field": {"term": concat("_", ["effect_field", field])}},
} if {
	not flags.people
	some i, scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
	scenario.decision_impact in {"none", "advisory"}
	some [shown, field] in _weighty(i, scenario)
}

# What shows such a field, and which.
_weighty(i, scenario) := {[["project", "sector_gb4754"], field] |
	field := _sectors[substring(input.proposal.project.sector_gb4754, 0, 1)]
} | {[["scenarios", i, part], field] |
	some part in ["name_zh", "description_zh"]
	said := lower(scenario[part])
	some field, words in _words
	some word in words
	contains(said, word)
}

# Sections of GB/T 4754: education, health and social work, public administration.
_sectors := {"P": "education", "Q": "health", "S": "administration"}

_words := {
	"credit": ["贷款", "信贷", "授信", "征信", "信用评分", "credit", "loan", "lending"],
	"hiring": ["招聘", "录用", "简历", "求职", "hiring", "recruitment", "job applica"],
	"claims": ["理赔", "定损", "核保", "insurance claim", "underwriting"],
}
