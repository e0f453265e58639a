# METADATA
# title: The same for conftest
# description: >-
#   conftest evaluates data.main.deny: one failure for each finding, and one that carries all else that hegui asks for. One
#   rule, so that the outcomes are evaluated once for each proposal; a second one (warn) would evaluate them again.
package main

deny contains {"msg": concat(" ", [stem, finding.code]), "requirement": stem, "finding": finding} if {
	some stem, findings in data.bench.said.outcomes.findings
	some finding in findings
}

deny contains {"msg": "assessed", "rest": rest} if {
	rest := {
		"applies": data.bench.said.outcomes.applies,
		"credit": data.bench.said.outcomes.credit,
		"manual": data.bench.said.outcomes.manual,
		"because": data.bench.said.because,
		"guards": data.bench.said.guards,
		"hints": data.bench.said.hints,
	}
}
