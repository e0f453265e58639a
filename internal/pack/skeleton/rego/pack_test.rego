package {{.ID}}_test

import data.{{.ID}}

test_every_rule_says_whether_it_applies_and_what_it_finds if {
	outcomes := {{.ID}}.outcomes with input.proposal as {}
	count(outcomes.applies) > 0
	every id, applies in outcomes.applies {
		is_boolean(applies)
		is_set(outcomes.findings[id])
	}
}
