package aiplus.checks.ledger_test

import data.aiplus.checks.ledger

# In amounts that a binary fraction cannot hold.
_proposal := {
	"finance": {
		"total_cny_wan": 0.6,
		"items": [
			{"wp_id": "W1", "amount": 0.1},
			{"wp_id": "W1", "amount": 0.2},
			{"wp_id": "W2", "amount": 0.3},
		],
		"sources": [{"amount": 0.1}, {"amount": 0.5}],
		"annual": [{"year": 2026, "amount": 0.2}, {"year": 2027, "amount": 0.4}],
	},
	"plan": {"work_packages": [{"id": "W1", "budget_cny_wan": 0.3}, {"id": "W2", "budget_cny_wan": 0.3}]},
}

_edited(edit) := object.union(_proposal, edit)

_items(items) := _edited({"finance": {"items": items}})

_disagreeing(proposal) := {table |
	some disagreement in ledger.totals with input.proposal as proposal
	table := disagreement.args.table.term
}

_packages(proposal) := {disagreement.args.package | some disagreement in ledger.packages with input.proposal as proposal}

_cases := {
	"balanced": {"proposal": _proposal, "tables": set(), "packages": set()},
	"nothing": {"proposal": {}, "tables": set(), "packages": set()},
	"tables without entries": {
		"proposal": _edited({
			"finance": {"items": [], "sources": [], "annual": []},
			"plan": {"work_packages": []},
		}),
		"tables": set(), "packages": set(),
	},
	"rounding": {
		"proposal": _edited({"finance": {"annual": [{"amount": 0.61}]}}),
		"tables": set(), "packages": set(),
	},
	"more than rounding": {
		"proposal": _edited({"finance": {"annual": [{"amount": 0.62}]}}),
		"tables": {"table_annual"}, "packages": set(),
	},
	"sources below": {
		"proposal": _edited({"finance": {"sources": [{"amount": 0.5}]}}),
		"tables": {"table_sources"}, "packages": set(),
	},
	"a year without its amount": {
		"proposal": _edited({"finance": {"annual": [{"amount": 5}, {"year": 2027}]}}),
		"tables": set(), "packages": set(),
	},
	"work packages above": {
		"proposal": _edited({"plan": {"work_packages": [{"id": "W1", "budget_cny_wan": 0.3}, {"id": "W2", "budget_cny_wan": 3}]}}),
		"tables": {"table_packages"}, "packages": {"W2"},
	},
	"items in the wrong package": {
		"proposal": _items([{"wp_id": "W1", "amount": 0.1}, {"wp_id": "W2", "amount": 0.5}]),
		"tables": set(), "packages": {"W1", "W2"},
	},
	"items of an unknown package": {
		"proposal": _items([{"wp_id": "W1", "amount": 0.3}, {"wp_id": "W9", "amount": 0.3}]),
		"tables": set(), "packages": {"W2"},
	},
	"items below": {
		"proposal": _items([{"wp_id": "W1", "amount": 0.3}, {"wp_id": "W2", "amount": 0.2}]),
		"tables": {"table_items"}, "packages": {"W2"},
	},
	"an item without its amount": {
		"proposal": _items([{"wp_id": "W1", "amount": 0.3}, {"wp_id": "W2"}]),
		"tables": set(), "packages": set(),
	},
	"an item without its package": {
		"proposal": _items([{"wp_id": "W1", "amount": 0.3}, {"amount": 0.3}]),
		"tables": set(), "packages": set(),
	},
}

test_tables[name] if {
	some name, tc in _cases
	_disagreeing(tc.proposal) == tc.tables
}

test_packages[name] if {
	some name, tc in _cases
	_packages(tc.proposal) == tc.packages
}

test_says_both_sides if {
	proposal := _edited({"finance": {"sources": [{"amount": 0.5}]}})
	ledger.totals == {{
		"path": ["finance", "sources"],
		"related": [["finance", "total_cny_wan"]],
		"args": {"table": {"term": "table_sources"}, "sum_wan": 0.5, "total_wan": 0.6},
	}} with input.proposal as proposal
}
