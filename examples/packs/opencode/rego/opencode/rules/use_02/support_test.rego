package opencode.rules.use_02_test

import data.opencode.rules.use_02 as rule

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {"project": {"ends": "2028-12-31"}, "components": [{"id": "C1", "support": {"provider": "a", "until": "2028-12-31"}}]}

test_passes[name] if {
	some name, proposal in {
		"supported to the last day": {"project": {"ends": "2028-12-31"}, "components": [{"id": "C1", "support": {"provider": "a", "until": "2028-12-31"}}]},
	}
	_codes(proposal) == set()
}

test_fails[name] if {
	some name, [codes, proposal] in {
		"no components": [{"missing"}, {}],
		"nobody supports it": [{"missing"}, {"project": {"ends": "2028-12-31"}, "components": [{"id": "C1", "support": {"until": "2029-01-01"}}]}],
		"a day too short": [{"ends_early"}, {"project": {"ends": "2028-12-31"}, "components": [{"id": "C1", "support": {"provider": "a", "until": "2028-12-30"}}]}],
	}
	_codes(proposal) == codes
}
