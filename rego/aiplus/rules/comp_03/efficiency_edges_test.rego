# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.comp_03_efficiency_edges_test

import data.aiplus.rules.comp_03 as this
import data.lib.edits_test as edits

_bases := {
	"1": {"proposal": {"compute": {"facility": {"annual_mwh": 262800, "cluster": "庆阳", "energy_review": "approved", "heat_reuse": false, "hub": "甘肃", "it_power_mw": 40, "load_pct": 75, "location_city": "西峰区", "new_build": true, "pue_design": 1, "racks": 1200, "wue": 0.4}}, "evidence": [{"id": "EV-05", "issued_on": "2026-08-05", "issuer": "省发展改革委", "kind": "policy", "number": "12号", "sha256": "a", "title_zh": "固定资产投资项目节能审查意见"}, {"id": "EV-06", "issued_on": "2026-08-05", "kind": "report", "sha256": "b", "title_zh": "节能审查意见"}], "meta": {"submitted_on": "2026-10-15"}, "project": {"start": "2027-01-16", "type": "compute_facility"}}},
	"4": {"proposal": {"compute": {"facility": {"annual_mwh": 302220, "cluster": "庆阳", "energy_review": "approved", "heat_reuse": false, "hub": "甘肃", "it_power_mw": 40, "load_pct": 75, "location_city": "西峰区", "new_build": true, "pue_design": 1.15, "racks": 1200, "wue": 0.4}}, "meta": {"submitted_on": "2026-10-15"}, "project": {"start": "2027-01-16", "type": "compute_facility"}}},
	"16": {"proposal": {"compute": {"facility": {"annual_mwh": 302220, "cluster": "庆阳", "energy_review": "none", "heat_reuse": false, "hub": "甘肃", "it_power_mw": 40, "load_pct": 75, "location_city": "西峰区", "new_build": true, "pue_design": 1.15, "racks": 1200, "wue": 0.4}}, "evidence": [{"id": "EV-05", "issued_on": "2026-08-05", "issuer": "省发展改革委", "kind": "policy", "number": "12号", "sha256": "a", "title_zh": "固定资产投资项目节能审查意见"}, {"id": "EV-06", "issued_on": "2026-08-05", "kind": "report", "sha256": "b", "title_zh": "节能审查意见"}], "meta": {"submitted_on": "2026-10-15"}, "project": {"start": "2027-01-16", "type": "compute_facility"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_without := {
	"4 meta": {"base": "4", "path": ["proposal", "meta"], "says": {"applies": true, "findings": {{"args": {}, "code": "review_unproven", "path": ["compute", "facility", "energy_review"], "related": [["evidence"]]}}}},
	"16 meta submitted_on": {"base": "16", "path": ["proposal", "meta", "submitted_on"], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["meta", "submitted_on"]}, {"args": {"months": 3, "start": "2027-01-16"}, "code": "review_none", "path": ["compute", "facility", "energy_review"], "related": [["project", "start"]]}}}},
	"1 evidence 0 title_zh": {"base": "1", "path": ["proposal", "evidence", "0", "title_zh"], "says": {"applies": true, "findings": {{"args": {}, "code": "review_unproven", "path": ["compute", "facility", "energy_review"], "related": [["evidence"]]}, {"args": {"min": 1, "pue": 1}, "code": "pue_impossible", "path": ["compute", "facility", "pue_design"], "related": []}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
