package mini.rules.d_01_test

import data.mini.rules.d_01

codes(proposal) := {finding.code | some finding in found} if {
	found := d_01.findings with input.proposal as proposal
}

test_fails if codes({"records": 2}) == {"few"}

test_fails if codes({"records": 1}) == {"few"}

test_passes if codes({"records": 3}) ==   set()

todo_test_more if false
