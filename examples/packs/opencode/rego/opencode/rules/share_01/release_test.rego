package opencode.rules.share_01_test

import data.opencode.rules.share_01 as rule

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {"code": [{"id": "S1", "repository": "https://code.example.org/a"}, {"id": "S2", "withheld": "law", "reason": "export"}]}

test_passes[name] if {
	some name, proposal in {
		"shared or withheld with a reason": {"code": [{"id": "S1", "repository": "https://code.example.org/a"}, {"id": "S2", "withheld": "law", "reason": "export"}]},
	}
	_codes(proposal) == set()
}

test_fails[name] if {
	some name, [codes, proposal] in {
		"no code": [{"missing"}, {}],
		"neither": [{"not_shared"}, {"code": [{"id": "S1"}]}],
		"both": [{"shared_and_withheld"}, {"code": [{"id": "S1", "repository": "https://code.example.org/a", "withheld": "law", "reason": "export"}]}],
		"no reason": [{"missing"}, {"code": [{"id": "S1", "withheld": "law"}]}],
	}
	_codes(proposal) == codes
}
