# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.comp_04_power_edges_test

import data.aiplus.rules.comp_04 as this
import data.lib.edits_test as edits

_bases := {
	"13": {"proposal": {"compute": {"facility": {"annual_mwh": 302220, "cluster": "庆阳", "flexible_load_pct": 12, "green_contract_mwh": 250000, "green_power_pct": 82, "green_power_proof": "ppa", "hub": "甘肃", "location_city": "西峰区", "new_build": true, "siting_reason_zh": "距330千伏变电站6公里", "storage_mwh": 40}, "need": {"train_gpu_hours": 0}}, "evidence": [{"id": "EV-08", "issued_on": "2026-08-05", "issuer": "某电力公司", "kind": "contract", "sha256": "a", "title_zh": "五年期绿电购买合同"}], "meta": {"submitted_on": "2026-10-15"}, "plan": {"milestones": [{"accept_zh": "接入省需求响应平台，可调负荷≥4.8兆瓦", "due": "2028-06-30", "id": "N6", "kind": "normal"}]}, "project": {"type": "compute_facility"}}},
	"14": {"proposal": {"compute": {"facility": {"annual_mwh": 302220, "cluster": "庆阳", "flexible_load_pct": 12, "green_contract_mwh": 250000, "green_power_pct": 82, "green_power_proof": "ppa", "hub": "甘肃", "location_city": "西峰区", "new_build": true, "siting_reason_zh": "距330千伏变电站6公里"}, "need": {"train_gpu_hours": 0}}, "evidence": [{"id": "EV-08", "issued_on": "2026-08-05", "issuer": "某电力公司", "kind": "contract", "sha256": "a", "title_zh": "五年期绿电购买合同"}], "meta": {"submitted_on": "2026-10-15"}, "plan": {"milestones": [{"accept_zh": "接入省需求响应平台，可调负荷≥4.8兆瓦", "due": "2028-06-30", "id": "N6", "kind": "normal"}]}, "project": {"type": "compute_facility"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"14 compute facility flexible_load_pct: -1": {"base": "14", "path": ["proposal", "compute", "facility", "flexible_load_pct"], "value": -1, "says": {"applies": true, "findings": {{"args": {"min": 5, "share": -1}, "code": "flexible_low", "path": ["compute", "facility", "flexible_load_pct"], "related": [["compute", "facility", "storage_mwh"]]}}}},
	"13 compute facility storage_mwh: 0.5": {"base": "13", "path": ["proposal", "compute", "facility", "storage_mwh"], "value": 0.5, "says": {"applies": true, "findings": set()}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
