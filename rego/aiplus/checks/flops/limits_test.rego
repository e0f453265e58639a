package aiplus.checks.flops_test

import data.aiplus.checks.flops

# 6 × 30e9 × 8e12 operations in hours of the card that is named, at 50 % of its peak and at 30 %.
_on_card := {
	"A100": {"low": 2564102, "high": 4273505},
	"910B": {"low": 2555910, "high": 4259851},
	"910C": {"low": 1063829, "high": 1773050},
}

test_hours_of_the_card[card] if {
	some card, tc in _on_card
	got := flops.hours_off(_path, 10, card) with input.proposal.models as [_model]
	[disagreement.args | some disagreement in got] == [{"hours": 10, "low": tc.low, "high": tc.high, "factor": 3}]
}
