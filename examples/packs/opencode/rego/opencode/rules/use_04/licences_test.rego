package opencode.rules.use_04_test

import data.opencode.rules.use_04 as rule

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {"components": [{"id": "C1", "open_source": true, "licence": "MIT", "obligations": "a notice"}, {"id": "C2"}]}

test_passes[name] if {
	some name, proposal in {
		"both are there": {"components": [{"id": "C1", "open_source": true, "licence": "MIT", "obligations": "a notice"}, {"id": "C2"}]},
	}
	_codes(proposal) == set()
}

test_fails[name] if {
	some name, [codes, proposal] in {
		"no licence": [{"not_indexed"}, {"components": [{"id": "C1", "open_source": true, "obligations": "a notice"}]}],
		"no obligations": [{"not_indexed"}, {"components": [{"id": "C1", "open_source": true, "licence": "MIT"}]}],
	}
	_codes(proposal) == codes
}
