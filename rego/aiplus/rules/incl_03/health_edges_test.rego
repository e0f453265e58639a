# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.incl_03_health_edges_test

import data.aiplus.rules.incl_03 as this
import data.lib.edits_test as edits

_bases := {
	"7": {"proposal": {"evidence": [{"id": "EV-20", "issued_on": "2026-09-10", "issuer": "省医学影像质控中心", "kind": "report", "sha256": "20"}], "inclusion": {"coverage": {"sites_primary": 9}, "health": {"device_class": "II", "eval_evidence": "EV-20", "eval_n": 100, "intended_use_zh": "辅助医师判读胸部影像，不替代医师出具报告", "physician_confirm": false, "sensitivity_pct": 99.9, "specificity_pct": 88.5}}, "meta": {"submitted_on": "2026-10-15"}, "project": {"end": "2028-11-30", "sector_gb4754": "Q84", "stage": "pilot", "summary_zh": "服务9个乡镇卫生院", "title_zh": "县域医共体胸部影像辅助诊断"}, "safety": {"filings": [{"kind": "algorithm_filing", "required": false, "status": "none"}, {"due": "2028-11-30", "kind": "medical_device", "required": true, "status": "planned"}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"7 inclusion health: {\"physician_confirm\": false}": {"base": "7", "path": ["proposal", "inclusion", "health"], "value": {"physician_confirm": false}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "health", "device_class"]}, {"args": {}, "code": "missing", "path": ["inclusion", "health", "eval_evidence"]}, {"args": {}, "code": "missing", "path": ["inclusion", "health", "eval_n"]}, {"args": {}, "code": "missing", "path": ["inclusion", "health", "intended_use_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "health", "sensitivity_pct"]}, {"args": {}, "code": "missing", "path": ["inclusion", "health", "specificity_pct"]}, {"args": {"words": "诊断"}, "code": "not_confirmed", "path": ["inclusion", "health", "physician_confirm"], "related": [["project", "title_zh"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
