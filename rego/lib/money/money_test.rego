package lib.money_test

import data.lib.money

test_fen_is_whole[wan] if {
	some wan, fen in {0: 0, 0.01: 10000, 29.57: 29570000, 12.345678: 12345678, 180000: 180000000000}
	money.fen(wan) == fen
}

test_fen_and_back[wan] if {
	some wan in [0, 0.01, 0.1, 29.57, 86, 180000]
	money.wan(money.fen(wan)) == wan
}

# 0.1 + 0.2 is the classical sum that decimal fractions get wrong.
test_sums_of_fen_are_exact if money.fen(0.1) + money.fen(0.2) == money.fen(0.3)

test_same_within_the_tolerance[name] if {
	some name, tc in {
		"equal": {"a": 500, "b": 500, "same": true},
		"at the limit": {"a": 500, "b": 600, "same": true},
		"at the limit from above": {"a": 600, "b": 500, "same": true},
		"beyond": {"a": 500, "b": 601, "same": false},
	}
	same := [1 | money.same(tc.a, tc.b, 100)]
	same == [1] == tc.same
}
