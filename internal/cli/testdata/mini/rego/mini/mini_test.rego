package mini_test

test_outcomes if {
	outcomes := data.mini.outcomes with input.proposal as {"records": 3}
	outcomes.applies.d_01
	outcomes.findings.d_01 == set()
	not outcomes.manual.d_01
	not outcomes.credit.d_01
}
