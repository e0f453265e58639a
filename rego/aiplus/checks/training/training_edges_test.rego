# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.checks.training_training_edges_test

import data.aiplus.rules.empl_05 as this
import data.lib.edits_test as edits

_bases := {
	"13": {"proposal": {"applicant": {"employees": 12}, "employment": {"training": [{"audience": "affected", "by": "2027-04-30", "cost_cny_wan": 1, "curriculum": "EV-13", "hours": 40, "provider": "县职教中心", "trainees": 2}, {"audience": "public", "by": "2027-05-20", "cost_cny_wan": 3, "curriculum": "识别、用药与安全，四讲", "hours": 0, "provider": "申报单位", "trainees": 60}]}, "evidence": [{"id": "EV-13", "issued_on": "2026-09-15", "issuer": "县职教中心", "kind": "other", "sha256": "d"}, {"id": "EV-14", "issued_on": "2026-09-15", "issuer": "县职教中心", "kind": "other"}], "finance": {"items": [{"amount": 4, "category": "training"}, {"amount": 30, "category": "personnel"}]}, "meta": {"submitted_on": "2026-10-15"}, "partners": [{"employees": 25, "id": "P1"}, {"id": "P2"}], "plan": {"milestones": [{"due": "2027-03-31", "id": "N1", "kind": "go_live"}, {"due": "2027-05-31", "id": "N2", "kind": "go_live"}, {"due": "2028-04-20", "id": "N3", "kind": "acceptance"}]}, "project": {"end": "2028-04-30", "stage": "pilot", "start": "2026-11-01"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"13 employment training 0 hours: 0.5": {"base": "13", "path": ["proposal", "employment", "training", 0, "hours"], "value": 0.5, "says": {"applies": true, "findings": {{"args": {"hours": 0, "min": 8, "programme": 2}, "code": "hours_short", "path": ["employment", "training", 1, "hours"], "related": [["employment", "training", 1, "audience"]]}, {"args": {"hours": 0.5, "min": 40, "programme": 1}, "code": "hours_short", "path": ["employment", "training", 0, "hours"], "related": [["employment", "training", 0, "audience"]]}, {"args": {"max": 500, "min": 5, "price": 10000, "programme": 1}, "code": "price", "path": ["employment", "training", 0, "cost_cny_wan"], "related": [["employment", "training", 0, "trainees"], ["employment", "training", 0, "hours"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
