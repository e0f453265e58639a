package opencode_test

import data.opencode

test_every_rule_says_whether_it_applies_and_what_it_finds if {
	outcomes := opencode.outcomes with input.proposal as {}
	count(outcomes.applies) > 0
	every id, applies in outcomes.applies {
		is_boolean(applies)
		is_set(outcomes.findings[id])
	}
}
