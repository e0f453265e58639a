# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.checks.sums_sums_edges_test

import data.aiplus.rules.data_09 as this
import data.lib.edits_test as edits

_bases := {
	"17": {"proposal": {"applicant": {"name": "某公司"}, "data": {"benefit_sharing": {"agreement": "EV-07", "audit_right": true, "method": "contribution_share", "parties": [{"basis_zh": "26000/34000张", "party": "applicant", "role": "采集标注与运营", "share_pct": 75}, {"basis_zh": "8000/34000张", "party": "某合作社", "role": "历史图像", "share_pct": 25}], "settlement_months": 12}, "datasets": [{"id": "D1", "rights": {"hold": ["applicant"]}, "source": "collected"}, {"id": "D2", "rights": {"hold": ["applicant", "P1"]}, "source": "agreement"}]}, "evidence": [{"id": "EV-07", "issued_on": "2026-09-12", "issuer": "双方", "kind": "contract", "number": "EV-07", "sha256": "EV-07"}, {"id": "EV-08", "issued_on": "2026-09-12", "issuer": "双方", "kind": "report", "number": "EV-08", "sha256": "EV-08"}, {"id": "EV-09", "issued_on": "2026-09-12", "kind": "minutes", "number": "EV-09", "sha256": "EV-09"}, {"id": "EV-10", "issued_on": "2026-09-12", "issuer": "双方", "kind": "policy", "number": "EV-10", "sha256": "EV-10"}, {"id": "EV-11", "issued_on": "2026-09-12", "issuer": "双方", "kind": "letter", "number": "EV-11", "sha256": "EV-11"}, {"id": "EV-12", "issued_on": "2026-09-12", "issuer": "双方", "kind": "minutes", "number": "EV-12", "sha256": "EV-12"}], "finance": {"cashflow": [{"income_cny_wan": 0, "opex_cny_wan": 40, "year": 2027}, {"income_cny_wan": 0.01, "opex_cny_wan": 52, "year": 2028}], "items": [{"amount": 12, "category": "data"}]}, "meta": {"submitted_on": "2026-10-15"}, "partners": [{"id": "P1", "name": "某合作社"}]}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"17 data benefit_sharing parties": {"base": "17", "path": ["proposal", "data", "benefit_sharing", "parties"], "value": [{"basis_zh": "8000/34000张", "party": "某合作社", "role": "历史图像", "share_pct": 25}], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["partners", 0, "role_zh"]}, {"args": {"sum": 25}, "code": "share_sum", "path": ["data", "benefit_sharing", "parties"], "related": [["data", "benefit_sharing", "parties", 0, "share_pct"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
