package opencode.rules.share_02_test

import data.opencode.rules.share_02 as rule

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {"components": [{"id": "C1", "open_source": true, "modified": true, "licence": "MIT", "release_licence": "MIT"}, {"id": "C2", "modified": true}]}

test_passes[name] if {
	some name, proposal in {
		"the same licence": {"components": [{"id": "C1", "open_source": true, "modified": true, "licence": "MIT", "release_licence": "MIT"}, {"id": "C2", "modified": true}]},
	}
	_codes(proposal) == set()
}

test_fails[name] if {
	some name, [codes, proposal] in {
		"another licence": [{"other_licence"}, {"components": [{"id": "C1", "open_source": true, "modified": true, "licence": "MPL-2.0", "release_licence": "MIT"}]}],
		"none named": [{"missing"}, {"components": [{"id": "C1", "open_source": true, "modified": true, "licence": "MIT"}]}],
	}
	_codes(proposal) == codes
}
