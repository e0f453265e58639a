package {{.ID}}.rules.main_01_test

import data.{{.ID}}.rules.main_01 as rule

_measure(id) := {"id": id, "text": "a check every quarter", "owner": "A. Smith"}

_codes(proposal) := codes if {
	findings := rule.findings with input.proposal as proposal
	codes := {finding.code | some finding in findings}
}

test_applies if rule.applies with input.proposal as {}

test_passes[name] if {
	some name, measures in {
		"as many as needed": [_measure("M1"), _measure("M2")],
		"one more": [_measure("M1"), _measure("M2"), _measure("M3")],
	}
	_codes({"measures": measures}) == set()
}

test_fails[name] if {
	some name, [code, proposal] in {
		"no measures": ["missing", {}],
		"an empty list": ["missing", {"measures": []}],
		"one too few": ["few", {"measures": [_measure("M1")]}],
		"one without an owner": ["missing", {"measures": [_measure("M1"), object.remove(_measure("M2"), ["owner"])]}],
	}
	_codes(proposal) == {code}
}
