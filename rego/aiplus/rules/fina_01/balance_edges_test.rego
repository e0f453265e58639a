# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.fina_01_balance_edges_test

import data.aiplus.rules.fina_01 as this
import data.lib.edits_test as edits

_bases := {
	"3": {"proposal": {"finance": {"annual": [{"amount": 14, "year": 2026}, {"amount": 52, "year": 2027}, {"amount": 20, "year": 2028}], "items": [{"amount": 49, "category": "data", "wp_id": "W1"}, {"amount": 37, "category": "personnel", "wp_id": "W2"}], "sources": [{"amount": 56, "kind": "self"}, {"amount": 30, "kind": "local_fiscal"}], "total_cny_wan": 86}, "partners": [{"budget_cny_wan": 10, "id": "P1"}], "plan": {"work_packages": [{"budget_cny_wan": 50, "id": "W1"}, {"budget_cny_wan": 36, "id": "W2"}]}, "project": {"end": "2028-04-30", "start": "2026-11-01"}}},
	"9": {"proposal": {"finance": {"annual": [{"amount": 14, "year": 2026}, {"amount": 52, "year": 2027}, {"amount": 20, "year": 2028}], "items": [{"amount": 50, "category": "data", "wp_id": "W1"}, {"amount": 36, "category": "personnel", "wp_id": "W2", "year": 2027}], "sources": [{"amount": 56, "kind": "self"}, {"amount": 30, "kind": "local_fiscal"}], "total_cny_wan": 86}, "partners": [{"budget_cny_wan": 10, "id": "P1"}], "plan": {"work_packages": [{"budget_cny_wan": 50, "id": "W1"}, {"budget_cny_wan": 36, "id": "W2"}]}, "project": {"start": "2026-11-01"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"3 finance total_cny_wan: -1": {"base": "3", "path": ["proposal", "finance", "total_cny_wan"], "value": -1, "says": {"applies": true, "findings": {{"args": {"amount": -1}, "code": "negative", "path": ["finance", "total_cny_wan"]}, {"args": {"budget_wan": 36, "package": "W2", "sum_wan": 37}, "code": "package_differs", "path": ["plan", "work_packages", 1, "budget_cny_wan"], "related": [["finance", "items"]]}, {"args": {"budget_wan": 50, "package": "W1", "sum_wan": 49}, "code": "package_differs", "path": ["plan", "work_packages", 0, "budget_cny_wan"], "related": [["finance", "items"]]}, {"args": {"partners_wan": 10, "total_wan": -1}, "code": "partners_above_total", "path": ["partners"], "related": [["finance", "total_cny_wan"], ["partners", 0, "budget_cny_wan"]]}, {"args": {"sum_wan": 86, "table": {"term": "table_annual"}, "total_wan": -1}, "code": "table_differs", "path": ["finance", "annual"], "related": [["finance", "total_cny_wan"]]}, {"args": {"sum_wan": 86, "table": {"term": "table_items"}, "total_wan": -1}, "code": "table_differs", "path": ["finance", "items"], "related": [["finance", "total_cny_wan"]]}, {"args": {"sum_wan": 86, "table": {"term": "table_packages"}, "total_wan": -1}, "code": "table_differs", "path": ["plan", "work_packages"], "related": [["finance", "total_cny_wan"]]}, {"args": {"sum_wan": 86, "table": {"term": "table_sources"}, "total_wan": -1}, "code": "table_differs", "path": ["finance", "sources"], "related": [["finance", "total_cny_wan"]]}}}},
	"9 project start: code": {"base": "9", "path": ["proposal", "project", "start"], "value": "code", "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["project", "end"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
