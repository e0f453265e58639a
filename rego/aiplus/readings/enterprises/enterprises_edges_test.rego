# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.readings.enterprises_enterprises_edges_test

import data.aiplus.readings.enterprises as this

_bases := {
	"3": {"proposal": {}},
}

_said(document) := said if {
	said := {name: value | some name in ["alternatives"]; value := this[name]} with input as document
}

_plain := {
	"3": {"alternatives": {"fifth": {"ecos_06": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "sme"]}, {"args": {}, "code": "missing", "path": ["finance", "total_cny_wan"]}, {"args": {}, "code": "missing", "path": ["partners"]}, {"args": {}, "code": "missing", "path": ["plan", "work_packages"]}, {"args": {"min": 20, "share": 0}, "code": "share_below_a_fifth", "path": ["ecosystem", "sme", "budget_share_pct"]}}}}, "lead": {"ecos_06": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "sme"]}, {"args": {}, "code": "missing", "path": ["finance", "total_cny_wan"]}, {"args": {}, "code": "missing", "path": ["partners"]}, {"args": {}, "code": "missing", "path": ["plan", "work_packages"]}}}}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}
