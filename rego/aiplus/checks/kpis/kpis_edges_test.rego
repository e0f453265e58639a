# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.checks.kpis_kpis_edges_test

import data.aiplus.checks.kpis as this
import data.lib.edits_test as edits

_bases := {
	"1": {"proposal": {"evidence": [{"id": "EV-05", "issued_on": "2026-09-21", "issuer": "某所", "kind": "report", "sha256": "a"}], "kpis": [{"baseline": 0, "baseline_date": "2026-06-30", "baseline_source": "EV-05", "direction": "down", "id": "K1", "name_zh": "缺陷漏检率", "target": 0, "target_date": "2028-10-31", "unit": "%", "verifier": "third_party"}, {"baseline": 100, "baseline_date": "2026-06-30", "baseline_source": "EV-05", "direction": "up", "id": "K2", "name_zh": "人均日检测件数", "target": 265, "target_date": "2028-10-31", "unit": "件", "verifier": "third_party"}], "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01"}}},
	"28": {"proposal": {"evidence": [{"id": "EV-05", "issued_on": "2026-09-21", "issuer": "某所", "kind": "report", "sha256": "a"}], "kpis": [{"baseline": 5, "baseline_date": "2026-06-30", "baseline_source": "经验值", "direction": "up", "id": "K1", "name_zh": "缺陷漏检率", "target": 101, "target_date": "2028-10-31", "unit": "%", "verifier": "third_party"}, {"baseline": 100, "baseline_date": "2026-06-30", "baseline_source": "EV-05", "direction": "up", "id": "K2", "name_zh": "人均日检测件数", "target": 265, "target_date": "2028-10-31", "unit": "件", "verifier": "third_party"}], "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["flaws", "outsiders", "sales", "sound"]; value := this[name]} with input as document
}

_changed := {
	"1 kpis 0 verifier: leap": {"base": "1", "path": ["proposal", "kpis", 0, "verifier"], "value": "leap", "says": {"flaws": {{"args": {"kpi": "缺陷漏检率", "value": 0}, "flaw": "target_is_baseline", "index": 0, "path": ["kpis", 0, "target"], "related": [["kpis", 0, "baseline"]]}}, "outsiders": {"customer", "regulator", "third_party"}, "sales": set(), "sound": {1}}},
	"28 kpis 0 baseline: 1": {"base": "28", "path": ["proposal", "kpis", 0, "baseline"], "value": 1, "says": {"flaws": {{"args": {"baseline": 1, "kpi": "缺陷漏检率", "max": 20, "target": 101}, "flaw": "leap", "index": 0, "path": ["kpis", 0, "target"], "related": [["kpis", 0, "baseline"], ["kpis", 0, "baseline_source"], ["kpis", 0, "verifier"]]}}, "outsiders": {"customer", "regulator", "third_party"}, "sales": set(), "sound": {1}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
