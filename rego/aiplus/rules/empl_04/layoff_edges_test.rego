# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.empl_04_layoff_edges_test

import data.aiplus.rules.empl_04 as this
import data.lib.edits_test as edits

_bases := {
	"14": {"proposal": {"applicant": {"employees": 3100}, "employment": {"consultation": {"art41_applies": true, "date": "2026-08-31", "labour_authority_report": true, "minutes": "EV-32", "notice_days": 30, "union": true}, "occupations": [{"exit": 0, "id": "O1", "timing": "2026-01-01"}, {"exit": 30, "id": "O2", "timing": "2027-08-31"}]}, "evidence": [{"id": "EV-32", "issued_on": "2026-08-31", "issuer": "工会", "kind": "minutes", "sha256": "32"}], "meta": {"submitted_on": "2026-10-25"}, "plan": {"milestones": [{"due": "2026-01-01", "id": "N1", "kind": "normal"}, {"due": "2026-09-30", "id": "N2", "kind": "go_live"}, {"due": "2027-11-30", "id": "N3", "kind": "go_live"}]}}},
	"15": {"proposal": {"applicant": {"employees": 3100}, "employment": {"consultation": {"art41_applies": true, "date": "2026-08-31", "labour_authority_report": true, "minutes": "EV-32", "notice_days": 30, "union": true}, "occupations": [{"exit": 0, "id": "O1", "timing": "2026-01-01"}, {"exit": 30, "id": "O2", "timing": "2027-08-31"}]}, "evidence": [{"id": "EV-32", "issuer": "工会", "kind": "minutes", "sha256": "32"}], "finance": {"items": [{"amount": 90, "category": "personnel"}, {"amount": 26.46, "category": "other"}]}, "meta": {"submitted_on": "2026-10-25"}, "plan": {"milestones": [{"due": "2026-01-01", "id": "N1", "kind": "normal"}, {"due": "2026-09-30", "id": "N2", "kind": "go_live"}, {"due": "2027-11-30", "id": "N3", "kind": "go_live"}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"15 employment consultation: {\"date\": \"2026-08-31\"}": {"base": "15", "path": ["proposal", "employment", "consultation"], "value": {"date": "2026-08-31"}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["employment", "consultation", "art41_applies"]}, {"args": {}, "code": "missing", "path": ["employment", "consultation", "labour_authority_report"]}, {"args": {}, "code": "missing", "path": ["employment", "consultation", "minutes"]}, {"args": {}, "code": "missing", "path": ["employment", "consultation", "notice_days"]}, {"args": {}, "code": "missing", "path": ["employment", "consultation", "union"]}}}},
	"14 employment occupations 0 exit: 1": {"base": "14", "path": ["proposal", "employment", "occupations", 0, "exit"], "value": 1, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["finance", "items"]}, {"args": {"date": "2026-08-31", "days": -242, "limit": "2026-01-01", "min": 30}, "code": "consulted_after", "path": ["employment", "consultation", "date"], "related": [["employment", "occupations", 0, "timing"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
