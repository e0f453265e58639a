# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.readings.grid_grid_edges_test

import data.aiplus.readings.grid as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"compute": {"facility": {"flexible_load_pct": 1}}}},
	"1": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-09-01", "issuer": "某机构", "kind": "contract", "number": "1", "sha256": "0a", "title_zh": "电力需求响应合同"}], "meta": {"submitted_on": "2026-10-15"}}},
	"2": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-09-01", "issuer": "某机构", "kind": "report", "number": "1", "sha256": "0a", "title_zh": "电力需求响应潜力报告"}], "meta": {"submitted_on": "2026-10-15"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["alternatives"]; value := this[name]} with input as document
}

_changed := {
	"0 evidence: []": {"base": "0", "path": ["proposal", "evidence"], "value": [], "says": {"alternatives": {"contract": {"comp_04": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}, {"args": {}, "code": "response_uncontracted", "path": ["evidence"]}, {"args": {}, "code": "response_unplanned", "path": ["compute", "facility", "flexible_load_pct"], "related": [["plan", "milestones"], ["compute", "facility", "siting_reason_zh"]]}, {"args": {"min": 5, "share": 1}, "code": "flexible_low", "path": ["compute", "facility", "flexible_load_pct"], "related": [["compute", "facility", "storage_mwh"]]}}}}, "green": {"comp_04": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}}}}}}},
	"2 evidence 0 kind: letter": {"base": "2", "path": ["proposal", "evidence", 0, "kind"], "value": "letter", "says": {"alternatives": {"contract": {"comp_04": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "flexible_load_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}, {"args": {}, "code": "response_unplanned", "path": ["compute", "facility", "flexible_load_pct"], "related": [["plan", "milestones"], ["compute", "facility", "siting_reason_zh"]]}}}}, "green": {"comp_04": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "flexible_load_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}}}}}}},
	"1 evidence 0 title_zh: letter": {"base": "1", "path": ["proposal", "evidence", 0, "title_zh"], "value": "letter", "says": {"alternatives": {"contract": {"comp_04": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "flexible_load_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}, {"args": {}, "code": "response_uncontracted", "path": ["evidence"]}, {"args": {}, "code": "response_unplanned", "path": ["compute", "facility", "flexible_load_pct"], "related": [["plan", "milestones"], ["compute", "facility", "siting_reason_zh"]]}}}}, "green": {"comp_04": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "flexible_load_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}}}}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"1 evidence 0 id": {"base": "1", "path": ["proposal", "evidence", "0", "id"], "says": {"alternatives": {"contract": {"comp_04": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "flexible_load_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}, {"args": {}, "code": "response_uncontracted", "path": ["evidence"]}, {"args": {}, "code": "response_unplanned", "path": ["compute", "facility", "flexible_load_pct"], "related": [["plan", "milestones"], ["compute", "facility", "siting_reason_zh"]]}}}}, "green": {"comp_04": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "annual_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "flexible_load_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_contract_mwh"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "facility", "green_power_proof"]}, {"args": {}, "code": "missing", "path": ["compute", "need", "train_gpu_hours"]}}}}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
