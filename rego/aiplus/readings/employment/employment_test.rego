package aiplus.readings.employment_test

import data.aiplus.readings.employment as reading
import data.aiplus.rules.empl_02

_posts(people) := {
	"applicant": {"employees": 5000},
	"employment": {
		"assessment": {"scope_headcount": people},
		"occupations": [{"id": "O1", "headcount": people, "effect": "transform"}],
	},
}

_undeclared := {
	"applicant": {"employees": 5000},
	"kpis": [{"name_zh": "人效", "category": "productivity", "direction": "up"}],
}

_applies(alternative, proposal) := {stem |
	some stem, outcome in reading.alternatives[alternative] with input.proposal as proposal
	outcome.applies
}

_all := {"empl_01", "empl_02", "empl_06"}

_cases := {
	"19 people are no large effect": {"alternative": "sizeable", "proposal": _posts(19), "stems": set()},
	"20 people are": {"alternative": "sizeable", "proposal": _posts(20), "stems": _all},
	"99 people are no major project": {"alternative": "major", "proposal": _posts(99), "stems": set()},
	"100 people are": {"alternative": "major", "proposal": _posts(100), "stems": _all},
	"an effect that is not declared is not small": {"alternative": "sizeable", "proposal": _undeclared, "stems": _all},
	"nor a minor one": {"alternative": "major", "proposal": _undeclared, "stems": _all},
	"20 people listed and one in scope are declared": {
		"alternative": "major",
		"proposal": object.union(_posts(20), {"employment": {"assessment": {"scope_headcount": 1}}}),
		"stems": set(),
	},
	"20 people listed and none in scope are not": {
		"alternative": "major",
		"proposal": object.union(_posts(20), {"employment": {"assessment": {"scope_headcount": 0}}}),
		"stems": _all,
	},
	"no effect at all": {"alternative": "major", "proposal": {}, "stems": set()},
}

test_applies[name] if {
	some name, tc in _cases
	_applies(tc.alternative, tc.proposal) == tc.stems
}

# Where the requirement applies under a reading, it says what it says by default; where not, nothing.
test_findings if {
	large := _posts(20)
	small := _posts(19)
	some_findings := reading.alternatives.sizeable.empl_02.findings with input.proposal as large
	some_findings == empl_02.findings with input.proposal as large
	reading.alternatives.sizeable.empl_02.findings == set() with input.proposal as small
}
