# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.empl_01_assessment_edges_test

import data.aiplus.rules.empl_01 as this
import data.lib.edits_test as edits

_bases := {
	"7": {"proposal": {"employment": {"assessment": {"assessor": "联合评估小组", "done_on": "2026-09-30", "evidence": "EV-12", "horizon_months": 24, "method": "ilo_genai_index", "scope_headcount": 100}, "occupations": [{"headcount": 150}]}, "evidence": [{"id": "EV-12", "issued_on": "2026-09-30", "issuer": "联合评估小组", "kind": "report", "sha256": "0c"}], "meta": {"submitted_on": "2026-10-15"}, "plan": {"milestones": [{"due": "2027-01-31", "id": "N1", "kind": "normal"}, {"due": "2027-09-30", "id": "N2", "kind": "go_live"}, {"due": "2027-05-31", "id": "N3", "kind": "go_live"}]}, "project": {"stage": "pilot"}}},
	"40": {"proposal": {"employment": {"assessment": {"scope_headcount": 0}, "occupations": [{"headcount": 1}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_plain := {
	"40": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["employment", "assessment", "assessor"]}, {"args": {}, "code": "missing", "path": ["employment", "assessment", "done_on"]}, {"args": {}, "code": "missing", "path": ["employment", "assessment", "evidence"]}, {"args": {}, "code": "missing", "path": ["employment", "assessment", "horizon_months"]}, {"args": {}, "code": "missing", "path": ["employment", "assessment", "method"]}, {"args": {}, "code": "zero_unexplained", "path": ["employment", "assessment", "none_reason_zh"], "related": [["employment", "assessment", "scope_headcount"]]}, {"args": {"listed": 1}, "code": "listed_not_counted", "path": ["employment", "assessment", "scope_headcount"], "related": [["employment", "occupations"]]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"7 employment occupations 0 headcount: -1": {"base": "7", "path": ["proposal", "employment", "occupations", 0, "headcount"], "value": -1, "says": {"applies": true, "findings": {{"args": {"listed": -1, "min_pct": 90, "scope": 100}, "code": "coverage_low", "path": ["employment", "occupations"], "related": [["employment", "assessment", "scope_headcount"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
