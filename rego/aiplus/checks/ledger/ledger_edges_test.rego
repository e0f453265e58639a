# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.checks.ledger_ledger_edges_test

import data.aiplus.checks.ledger as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"finance": {"annual": [{"amount": 0.2, "year": 2026}, {"amount": 0.4, "year": 2027}], "items": [{"amount": 0.1, "wp_id": "W1"}, {"amount": 0.2, "wp_id": "W1"}, {"amount": 0.3, "wp_id": "W2"}], "sources": [{"amount": 0.1}, {"amount": 0.5}], "total_cny_wan": 0.6}, "plan": {"work_packages": [{"budget_cny_wan": 0.3, "id": "W1"}, {"budget_cny_wan": 0.3, "id": "W2"}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["packages", "totals"]; value := this[name]} with input as document
}

_changed := {
	"0 finance annual: []": {"base": "0", "path": ["proposal", "finance", "annual"], "value": [], "says": {"packages": set(), "totals": set()}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
