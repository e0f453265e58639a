# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.safe_07_warning_edges_test

import data.aiplus.rules.safe_07 as this
import data.lib.edits_test as edits

_bases := {
	"7": {"proposal": {"applicant": {"org_type": "private"}, "data": {"datasets": [{"id": "D1", "pi": {"contains": false}}]}, "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot"}, "safety": {"monitoring": {"mttr_target_min": 15}, "warning": {"cii": false, "levels": [{"authority": "cac_province", "criteria_zh": "停检≥8小时", "level": "I", "report_deadline_min": 60, "respond_min": 15}, {"authority": "cac_province", "criteria_zh": "停检≥2小时", "level": "II", "report_deadline_min": 120, "respond_min": 30}, {"authority": "sector_regulator", "criteria_zh": "停检≥1小时", "level": "III", "report_deadline_min": 240, "respond_min": 60}, {"authority": "none", "criteria_zh": "停检≥30分钟", "level": "IV", "report_deadline_min": 1440, "respond_min": 120}]}}}},
	"23": {"proposal": {"applicant": {"org_type": "private"}, "data": {"datasets": [{"id": "D1", "pi": {"contains": true}}]}, "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot"}, "safety": {"monitoring": {"mttr_target_min": 15}, "warning": {"cii": false, "levels": [{"authority": "cac_province", "criteria_zh": "个人信息泄露≥1000人", "level": "I", "report_deadline_min": 60}, {"authority": "cac_province", "criteria_zh": "停检≥2小时", "level": "II", "report_deadline_min": 120, "respond_min": 30}, {"authority": "sector_regulator", "criteria_zh": "停检≥1小时", "level": "III", "report_deadline_min": 240, "respond_min": 60}, {"authority": "none", "criteria_zh": "停检≥30分钟", "level": "IV", "report_deadline_min": 1440, "respond_min": 120}]}}}},
	"27": {"proposal": {"applicant": {"org_type": "private"}, "data": {"datasets": [{"id": "D1", "pi": {"contains": true}}]}, "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot"}, "safety": {"monitoring": {"mttr_target_min": 15}, "warning": {"cii": false, "levels": [{"authority": "cac_province", "criteria_zh": "停检≥8小时", "level": "I", "report_deadline_min": 60, "respond_min": 15}, {"authority": "cac_province", "criteria_zh": "停检≥2小时", "level": "II", "report_deadline_min": 120, "respond_min": 30}, {"authority": "sector_regulator", "criteria_zh": "停检≥1小时", "level": "III", "report_deadline_min": 240, "respond_min": 60}, {"authority": "none", "criteria_zh": "停检≥30分钟", "level": "IV", "report_deadline_min": 1440, "respond_min": 120}]}}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"23 safety warning levels": {"base": "23", "path": ["proposal", "safety", "warning", "levels"], "value": [{"authority": "cac_province", "criteria_zh": "个人信息泄露≥1000人", "level": "I", "report_deadline_min": 60}], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "warning", "levels", 0, "respond_min"]}, {"args": {"levels": ["II", "III", "IV"]}, "code": "levels_absent", "path": ["safety", "warning", "levels"]}}}},
	"7 safety warning levels": {"base": "7", "path": ["proposal", "safety", "warning", "levels"], "value": [{"authority": "cac_province", "criteria_zh": "停检≥8小时", "level": "I", "report_deadline_min": 60, "respond_min": 15}], "says": {"applies": true, "findings": {{"args": {"levels": ["II", "III", "IV"]}, "code": "levels_absent", "path": ["safety", "warning", "levels"]}}}},
	"27 safety warning levels 1 criteria_zh: ": {"base": "27", "path": ["proposal", "safety", "warning", "levels", 1, "criteria_zh"], "value": "", "says": {"applies": true, "findings": {{"args": {}, "code": "leak_not_covered", "path": ["safety", "warning", "levels"], "related": [["data", "datasets", 0, "pi", "contains"]]}, {"args": {}, "code": "missing", "path": ["safety", "warning", "levels", 1, "criteria_zh"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
