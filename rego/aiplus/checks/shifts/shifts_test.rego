package aiplus.checks.shifts_test

import data.aiplus.checks.shifts

_path := ["safety", "monitoring", "coverage"]

_team(shares) := {"talent": {"team": [{"role": ["ops"], "fte": share} | some share in shares]}}

_solid := {
	"meta": {"submitted_on": "2026-10-15"},
	"evidence": [{"id": "EV-01", "kind": "contract", "issuer": "值守公司", "issued_on": "2026-09-01", "sha256": "0a"}],
	"safety": {"monitoring": {"soc_contract": "EV-01"}},
}

_short(coverage, proposal) := disagreements if {
	disagreements := shifts.short(_path, coverage) with input.proposal as proposal
}

test_enough[name] if {
	some name, tc in {
		"not around the clock": {"coverage": "8x5", "proposal": {}},
		"four posts and a fifth": {"coverage": "24x7", "proposal": _team([1, 1, 1, 1, 0.2])},
		"a contract": {"coverage": "24x7", "proposal": object.union(_team([0.5]), _solid)},
	}
	_short(tc.coverage, tc.proposal) == set()
}

test_too_few[name] if {
	some name, tc in {
		"nobody": {"proposal": {}, "fte": 0},
		"just below": {"proposal": _team([1, 1, 1, 1, 0.19]), "fte": 4.19},
		"others do not watch": {
			"proposal": {"talent": {"team": [{"role": ["ai"], "fte": 1}, {"role": ["security", "legal"], "fte": 1}]}},
			"fte": 1,
		},
		"a contract that proves nothing": {"proposal": object.remove(_solid, ["evidence"]), "fte": 0},
	}
	_short("24x7", tc.proposal) == {{
		"path": _path,
		"related": [["talent", "team"], ["safety", "monitoring", "soc_contract"]],
		"args": {"fte": tc.fte, "min": 4.2},
	}}
}
