package {{.ID}}.rules.main_01_test

import data.{{.ID}}.rules.main_01 as rule

_measure(id) := {"id": id, "text": "a check every quarter", "owner": "A. Smith"}

_codes(measures) := {finding.code | some finding in rule.findings} with input.proposal.measures as measures

test_applies if rule.applies with input.proposal as {}

test_passes[name] if {
	some name, measures in {
		"as many as needed": [_measure("M1"), _measure("M2")],
		"one more": [_measure("M1"), _measure("M2"), _measure("M3")],
	}
	_codes(measures) == set()
}

test_fails_without_measures if {
	{finding.code | some finding in rule.findings} == {"missing"} with input.proposal as {}
}

test_fails[name] if {
	some name, [code, measures] in {
		"an empty list": ["missing", []],
		"one too few": ["few", [_measure("M1")]],
		"one without an owner": ["missing", [_measure("M1"), object.remove(_measure("M2"), ["owner"])]],
	}
	_codes(measures) == {code}
}
