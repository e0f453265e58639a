package aiplus.checks.adopters_test

import data.aiplus.checks.adopters

_paper(id, kind) := {"id": id, "kind": kind, "issuer": "永乡合作社", "issued_on": "2026-09-12", "sha256": id}

_proposal(agreements) := {
	"meta": {"submitted_on": "2026-10-20"},
	"innovation": {"translation": {"adopters": [object.union({"name": "永乡合作社"}, agreement) | some agreement in agreements]}},
	"evidence": [
		_paper("EV-01", "contract"), _paper("EV-02", "letter"), _paper("EV-03", "report"),
		object.remove(_paper("EV-04", "contract"), ["sha256"]), object.remove(_paper("EV-05", ""), ["kind"]),
	],
}

_at(i) := ["innovation", "translation", "adopters", i, "agreement"]

_list := ["innovation", "translation", "adopters"]

test_adopters[name] if {
	some name, tc in {
		"a contract": {"agreements": [{"agreement": "EV-01"}], "needed": {_list}, "weak": set(), "other": set()},
		"a letter, and more that proves nothing": {
			"agreements": [{}, {"agreement": "EV-04"}, {"agreement": "EV-02"}],
			"needed": {_list}, "weak": set(), "other": set(),
		},
		"nobody": {"agreements": [], "needed": {_list}, "weak": set(), "other": set()},
		"names alone": {"agreements": [{}, {}], "needed": {_list, _at(0)}, "weak": set(), "other": set()},
		"a report": {"agreements": [{}, {"agreement": "EV-03"}], "needed": {_list}, "weak": set(), "other": {_at(1)}},
		"a paper of no kind": {"agreements": [{"agreement": "EV-05"}], "needed": {_list}, "weak": set(), "other": {_at(0)}},
		"no file, and an id nobody knows": {
			"agreements": [{"agreement": "EV-04"}, {"agreement": "EV-99"}],
			"needed": {_list}, "weak": {_at(0), _at(1)}, "other": set(),
		},
	}
	proposal := _proposal(tc.agreements)
	needed := adopters.needed with input.proposal as proposal
	needed == tc.needed
	weak := {flaw.path | some flaw in adopters.weak} with input.proposal as proposal
	weak == tc.weak
	other := {flaw.path | some flaw in adopters.other_kind} with input.proposal as proposal
	other == tc.other
}

test_other_kind_says_what_it_should_be if {
	got := adopters.other_kind with input.proposal as _proposal([{"agreement": "EV-03"}])
	got == {{
		"path": _at(0),
		"related": [["evidence", 2, "kind"]],
		"args": {"evidence": "EV-03", "kinds": [{"term": "evidence_kind_contract"}, {"term": "evidence_kind_letter"}]},
	}}
}
