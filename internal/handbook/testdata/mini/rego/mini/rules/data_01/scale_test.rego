package mini.rules.data_01_test

import data.mini.rules.data_01 as rule

_passing := {"just enough": 3, "more": 4}

_failing := {"none": 0, "one too few": 2}

test_passes[name] if {
	some name, n in _passing
	rule.findings == set() with input.proposal.records as n
}

test_fails[name] if {
	some name, n in _failing
	count(rule.findings) == 1 with input.proposal.records as n
}

test_fails_by[name] if {
	some name in object.keys(_failing)
	count(rule.findings) == 1 with input.proposal.records as _failing[name]
}

test_applies if rule.applies with input.proposal as {}
