package opencode.rules.use_03_test

import data.opencode.rules.use_03 as rule

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {"contracts": [{"id": "K1", "open_source_clause": true}]}

test_passes[name] if {
	some name, proposal in {
		"a clause in each": {"contracts": [{"id": "K1", "open_source_clause": true}]},
	}
	_codes(proposal) == set()
}

test_fails[name] if {
	some name, [codes, proposal] in {
		"no clause": [{"no_clause"}, {"contracts": [{"id": "K1"}]}],
		"said not to be there": [{"no_clause"}, {"contracts": [{"id": "K1", "open_source_clause": false}]}],
	}
	_codes(proposal) == codes
}
