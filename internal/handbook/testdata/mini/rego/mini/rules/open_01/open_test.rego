package mini.rules.open_01_test

import data.mini.rules.open_01 as rule

test_passes["a star"] if rule.findings == set() with input.proposal.stars as 1

_failing := {}

test_fails[name] if {
	some name, n in _failing
	count(rule.findings) == 1 with input.proposal.stars as n
}
