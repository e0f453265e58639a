# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.checks.fallback_fallback_edges_test

import data.aiplus.rules.safe_08 as this
import data.lib.edits_test as edits

_bases := {
	"15": {"proposal": {"employment": {"assessment": {"scope_headcount": 96}, "occupations": [{"exit": 0, "headcount": 96, "id": "O1", "title_zh": "零部件检验员"}]}, "evidence": [{"id": "EV-21", "issued_on": "2026-09-01", "issuer": "申报单位", "kind": "report", "sha256": "a"}, {"id": "EV-22", "issued_on": "2026-09-01", "issuer": "申报单位", "kind": "report"}], "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot"}, "safety": {"emergency": {"drills_per_year": 1, "fallback_manual_zh": "由零部件检验员按班次顶岗全检", "kill_switch_zh": "班长一键停用，30秒内切回灯检", "plan": "EV-21", "rto_min": 60}, "monitoring": {"mttr_target_min": 60}}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"15 employment occupations 0 headcount: 0": {"base": "15", "path": ["proposal", "employment", "occupations", 0, "headcount"], "value": 0, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "emergency", "rollback_zh"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
