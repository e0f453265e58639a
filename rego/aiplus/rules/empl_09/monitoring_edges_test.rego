# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.empl_09_monitoring_edges_test

import data.aiplus.rules.empl_09 as this
import data.lib.edits_test as edits

_bases := {
	"43": {"proposal": {"applicant": {"employees": 4200}, "employment": {"assessment": {"scope_headcount": 96}, "monitoring": {"indicators": [{"baseline": 93, "name_zh": "转岗人员三个月在岗率(%)", "warn": 85}], "interval_months": 6, "report_to": "公司工会委员会"}, "occupations": [{"effect": "displace", "headcount": 96, "id": "O1"}], "response": {"triggers": [{"metric_zh": "三个月在岗率（%）"}, {"metric_zh": "涉岗位调整 劳动争议(件/季)", "threshold": 5}]}}, "project": {"end": "2028-05-31", "start": "2026-12-01"}, "talent": {"team": [{"id": "T1", "role": ["pi", "hr"]}, {"id": "T2", "role": ["pi"]}]}}},
	"45": {"proposal": {"applicant": {"employees": 4200}, "employment": {"assessment": {"scope_headcount": 96}, "monitoring": {}, "occupations": [{"effect": "displace", "headcount": 96, "id": "O1"}], "response": {"triggers": [{"metric_zh": "三个月在岗率（%）"}, {"metric_zh": "涉岗位调整 劳动争议(件/季)", "threshold": 5}]}}, "project": {"end": "2028-05-31", "start": "2026-12-01"}, "talent": {"team": [{"id": "T1", "role": ["pi", "hr"]}, {"id": "T2", "role": ["pi"]}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"45 employment monitoring monitoring: {}": {"base": "45", "path": ["proposal", "employment", "monitoring", "monitoring"], "value": {}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["employment", "monitoring", "indicators"]}, {"args": {}, "code": "missing", "path": ["employment", "monitoring", "interval_months"]}, {"args": {}, "code": "missing", "path": ["employment", "monitoring", "report_to"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"43 employment response triggers": {"base": "43", "path": ["proposal", "employment", "response", "triggers"], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["employment", "response", "triggers"]}, {"args": {"count": 1, "min": 2}, "code": "indicators_few", "path": ["employment", "monitoring", "indicators"]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
