package aiplus.checks.budget_test

import data.aiplus.checks.budget

_proposal := {"finance": {"items": [
	{"category": "training", "amount": 3.1, "wp_id": "W1"},
	{"category": "training", "amount": 0.2, "wp_id": "W2"},
	{"category": "safety", "amount": 5, "wp_id": "W1"},
	{"category": "safety", "wp_id": "W2"},
	{"amount": 7, "wp_id": "W2"},
]}}

test_items[category] if {
	some category, fen in {"training": 3300000, "safety": 5000000, "opensource": 0}
	budget.items(category) == fen with input.proposal as _proposal
}

test_items_without_a_budget if budget.items("safety") == 0 with input.proposal as {}

test_mismatch[name] if {
	some name, tc in {
		"equal": {"wan": 3.3, "want": set()},
		"0.01 above": {"wan": 3.31, "want": set()},
		"0.01 below": {"wan": 3.29, "want": set()},
		"0.02 above": {"wan": 3.32, "want": {_disagreement(3.32)}},
		"0.02 below": {"wan": 3.28, "want": {_disagreement(3.28)}},
	}
	got := budget.mismatch(["employment", "training"], tc.wan, "training") with input.proposal as _proposal
	got == tc.want
}

test_mismatch_without_a_budget if {
	got := budget.mismatch(["safety", "investment", "budget_cny_wan"], 5, "safety") with input.proposal as {}
	[d.args.budgeted_wan | some d in got] == [0]
}

_disagreement(wan) := {
	"path": ["employment", "training"],
	"related": [["finance", "items"]],
	"args": {"stated_wan": wan, "budgeted_wan": 3.3, "category": {"term": "item_training"}},
}
