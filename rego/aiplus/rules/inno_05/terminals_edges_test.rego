# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.inno_05_terminals_edges_test

import data.aiplus.rules.inno_05 as this
import data.lib.edits_test as edits

_bases := {
	"21": {"proposal": {"applicant": {"name": "某公益服务中心"}, "evidence": [{"id": "EV-09", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "report", "sha256": "a"}, {"id": "EV-10", "issued_on": "2026-08-01", "issuer": "某公益服务中心 ", "kind": "report", "sha256": "b"}, {"id": "EV-11", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "letter", "sha256": "c"}, {"id": "EV-12", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "report"}, {"id": "EV-13", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "certificate", "number": "7", "sha256": "d"}], "innovation": {"terminals": [{"interop_test": "EV-09", "ipv6": true, "offline_functions_zh": "无网络时本地声光报警，缓存72小时", "protocols": ["matter", "mqtt"], "security_update_years": 5, "third_party_interop_count": 2}]}, "meta": {"submitted_on": "2026-10-15"}, "project": {"type": "smart_terminal"}, "scenarios": [{"description_zh": "夜间跌倒由邻里每日巡访发现，平均滞后11小时", "id": "S1"}]}},
	"32": {"proposal": {"applicant": {}, "evidence": [{"id": "EV-09", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "report", "sha256": "a"}, {"id": "EV-10", "issued_on": "2026-08-01", "issuer": "某公益服务中心 ", "kind": "report", "sha256": "b"}, {"id": "EV-11", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "letter", "sha256": "c"}, {"id": "EV-12", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "report"}, {"id": "EV-13", "issued_on": "2026-08-01", "issuer": "某检测中心", "kind": "certificate", "number": "7", "sha256": "d"}], "innovation": {"terminals": [{"interop_test": "EV-09", "ipv6": true, "name_zh": "毫米波跌倒监测终端", "offline_functions_zh": "无网络时本地声光报警，缓存72小时", "protocols": ["matter", "mqtt"], "security_update_years": 5, "third_party_interop_count": 2}]}, "meta": {"submitted_on": "2026-10-15"}, "project": {"type": "smart_terminal"}, "scenarios": [{"description_zh": "夜间跌倒由邻里每日巡访发现，平均滞后11小时", "id": "S1"}]}},
	"33": {"proposal": {"project": {"type": "application"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_plain := {
	"33": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["innovation", "terminals"]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"32 meta submitted_on: ": {"base": "32", "path": ["proposal", "meta", "submitted_on"], "value": "", "says": {"applies": true, "findings": {{"args": {"evidence": "EV-09", "flaw": {"term": "evidence_future"}, "terminal": "毫米波跌倒监测终端"}, "code": "interop_weak", "path": ["innovation", "terminals", 0, "interop_test"], "related": [["evidence", 0]]}}}},
	"21 innovation terminals 0 security_update_years: 0": {"base": "21", "path": ["proposal", "innovation", "terminals", 0, "security_update_years"], "value": 0, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["innovation", "terminals", 0, "name_zh"]}, {"args": {"min": 3, "terminal": 1, "years": 0}, "code": "updates_short", "path": ["innovation", "terminals", 0, "security_update_years"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
