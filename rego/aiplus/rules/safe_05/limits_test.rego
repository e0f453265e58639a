package aiplus.rules.safe_05_test

import data.aiplus.rules.safe_05 as rule

# A contract is enough for fewer than a million people.
test_passes_with_a_contract_for_fewer_than_a_million if {
	got := rule.findings with input.proposal as _by("standard_contract", {"subjects": 999999})
	got == set()
}
