# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.safe_08_emergency_edges_test

import data.aiplus.rules.safe_08 as this
import data.lib.edits_test as edits

_bases := {
	"11": {"proposal": {"employment": {"assessment": {"scope_headcount": 96}, "occupations": [{"exit": 0, "headcount": 96, "id": "O1", "title_zh": "零部件检验员"}]}, "evidence": [{"id": "EV-21", "issued_on": "2026-09-01", "issuer": "申报单位", "kind": "report", "sha256": "a"}, {"id": "EV-22", "issued_on": "2026-09-01", "issuer": "申报单位", "kind": "report"}], "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot"}, "safety": {"emergency": {"drills_per_year": 1, "fallback_manual_zh": "由零部件检验员按班次顶岗全检", "kill_switch_zh": "班长一键停用，30秒内切回灯检", "plan": "EV-21", "rollback_zh": "保留最近四个版本，十五分钟内回退", "rto_min": 60}, "monitoring": {"mttr_target_min": 60}}}},
	"23": {"proposal": {"employment": {"assessment": {"scope_headcount": 96}, "occupations": [{"exit": 120, "headcount": 120, "id": "O1", "title_zh": "夜班坐席"}]}, "evidence": [{"id": "EV-21", "issued_on": "2026-09-01", "issuer": "申报单位", "kind": "report", "sha256": "a"}, {"id": "EV-22", "issued_on": "2026-09-01", "issuer": "申报单位", "kind": "report"}], "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot"}, "safety": {"emergency": {"drills_per_year": 1, "fallback_manual_zh": "转夜班坐席", "kill_switch_zh": "班长一键停用，30秒内切回灯检", "plan": "EV-21", "rollback_zh": "保留最近四个版本，十五分钟内回退", "rto_min": 60}, "monitoring": {"mttr_target_min": 60}}}},
	"28": {"proposal": {"project": {"stage": "research"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_plain := {
	"28": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["employment", "assessment", "scope_headcount"]}, {"args": {}, "code": "missing", "path": ["safety", "emergency", "drills_per_year"]}, {"args": {}, "code": "missing", "path": ["safety", "emergency", "fallback_manual_zh"]}, {"args": {}, "code": "missing", "path": ["safety", "emergency", "kill_switch_zh"]}, {"args": {}, "code": "missing", "path": ["safety", "emergency", "plan"]}, {"args": {}, "code": "missing", "path": ["safety", "emergency", "rollback_zh"]}, {"args": {}, "code": "missing", "path": ["safety", "emergency", "rto_min"]}, {"args": {}, "code": "missing", "path": ["safety", "monitoring", "mttr_target_min"]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"11 project stage: prototype": {"base": "11", "path": ["proposal", "project", "stage"], "value": "prototype", "says": {"applies": false, "findings": set()}},
	"23 safety emergency fallback_manual_zh: ": {"base": "23", "path": ["proposal", "safety", "emergency", "fallback_manual_zh"], "value": "", "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "emergency", "fallback_manual_zh"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
