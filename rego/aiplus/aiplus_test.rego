package aiplus_test

import data.aiplus

_statements := {"applies", "findings", "credit", "manual"}

# Whatever the proposal, each rule says whether it applies and states its findings: silence is seen.
test_every_rule_speaks_about_an_empty_proposal if {
	ids := {id | some id; data.aiplus.rules[id].findings}
	count(ids) > 0
	{id | some id, _ in aiplus.outcomes.applies} == ids with input as {"proposal": {}, "as_of": "2026-11-01", "profile": "general"}
	{id | some id, _ in aiplus.outcomes.findings} == ids with input as {"proposal": {}, "as_of": "2026-11-01", "profile": "general"}
}

# Only the four names of the contract come out: a rule's helpers never do.
test_only_the_statements_come_out if {
	{name | some name, _ in aiplus.outcomes} == _statements with input as {"proposal": {}, "as_of": "2026-11-01", "profile": "general"}
}

# No rule of this pack gives partial credit or asks for a person's judgement; one that does is taken over as it is.
test_credit_and_manual_are_taken_over if {
	aiplus.outcomes.credit.data_01 == 50 with data.aiplus.rules.data_01.credit as 50
	aiplus.outcomes.manual.data_01 == {{"code": "x"}} with data.aiplus.rules.data_01.manual as {{"code": "x"}}
}

# A rule that does not apply is asked for neither.
test_credit_and_manual_are_not_taken_over_from_a_rule_that_does_not_apply if {
	credit := aiplus.outcomes.credit with data.aiplus.rules.data_01.credit as 50 with data.aiplus.rules.data_01.applies as false
	not credit.data_01
	manual := aiplus.outcomes.manual with data.aiplus.rules.data_01.manual as {{"code": "x"}}
		with data.aiplus.rules.data_01.applies as false
	not manual.data_01
}

# Every alternative of every reading says, of each requirement that it decides, whether it applies and what it finds.
test_every_alternative_speaks_about_an_empty_proposal[name] if {
	some clause, alternatives in aiplus.alternatives with input as {"proposal": {}, "as_of": "2026-11-01", "profile": "general"}
	some alternative, outcomes in alternatives
	name := concat(".", [clause, alternative])
	count(outcomes) > 0
	every outcome in outcomes {
		is_boolean(outcome.applies)
		is_set(outcome.findings)
	}
}
