package mini.rules.d_01_test

import data.mini.rules.d_01

_codes(proposal) := codes if {
	codes := {finding.code | some finding in d_01.findings} with input.proposal as proposal
}

_cases := {
	"two are few": {"proposal": {"records": 2}, "codes": {"few"}},
	"nothing": {"proposal": {}, "codes": {"missing"}},
}

test_fails[name] if {
	some name, tc in _cases
	_codes(tc.proposal) == tc.codes
}

test_passes if _codes({"records": 3}) == set()

test_applies if d_01.applies
