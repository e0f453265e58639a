package opencode.rules.use_01_test

import data.opencode.rules.use_01 as rule

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {"research": [{"product": "a", "open_source": true}, {"product": "b", "open_source": false}]}

test_passes[name] if {
	some name, proposal in {
		"one of two is open": {"research": [{"product": "a", "open_source": true}, {"product": "b", "open_source": false}]},
	}
	_codes(proposal) == set()
}

test_fails[name] if {
	some name, [codes, proposal] in {
		"no research": [{"missing"}, {}],
		"none is open": [{"no_open"}, {"research": [{"product": "b", "open_source": false}, {"product": "c"}]}],
	}
	_codes(proposal) == codes
}
