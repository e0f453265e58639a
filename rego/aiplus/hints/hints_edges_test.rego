# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.hints_hints_edges_test

import data.aiplus.hints as this
import data.lib.edits_test as edits

_bases := {
	"29": {"proposal": {"safety": {"warning": {"levels": [{"report_deadline_min": 240}, {"report_deadline_min": 3}]}}}},
	"30": {"proposal": {"safety": {"warning": {"levels": [{"report_deadline_min": 60}, {"report_deadline_min": 4}]}}}},
}

_said(document) := said if {
	said := {name: value | some name in ["found"]; value := this[name]} with input as document
}

_plain := {
	"30": {"found": {{"args": {"minutes": 4, "right": 240}, "code": "hours_for_minutes", "path": ["safety", "warning", "levels", 1, "report_deadline_min"]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"30 safety warning levels 0 report_deadline_min: 1": {"base": "30", "path": ["proposal", "safety", "warning", "levels", 0, "report_deadline_min"], "value": 1, "says": {"found": {{"args": {"minutes": 1, "right": 60}, "code": "hours_for_minutes", "path": ["safety", "warning", "levels", 0, "report_deadline_min"]}, {"args": {"minutes": 4, "right": 240}, "code": "hours_for_minutes", "path": ["safety", "warning", "levels", 1, "report_deadline_min"]}}}},
	"29 safety warning levels 1 report_deadline_min: 2": {"base": "29", "path": ["proposal", "safety", "warning", "levels", 1, "report_deadline_min"], "value": 2, "says": {"found": {{"args": {"minutes": 2, "right": 120}, "code": "hours_for_minutes", "path": ["safety", "warning", "levels", 1, "report_deadline_min"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
