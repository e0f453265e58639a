# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.data_03_diversity_edges_test

import data.aiplus.rules.data_03 as this
import data.lib.edits_test as edits

_bases := {
	"33": {"proposal": {"data": {"datasets": [{"id": "D1", "modalities": ["image"], "name_zh": "2025-洛川-种植业-病虫害图像-检测", "purpose": ["finetune", "eval"], "regions": ["610600"], "strata": [{"dimension": "season", "name": "夏梢期", "share_pct": 58, "target": true}, {"dimension": "season", "name": "采收期", "share_pct": 42, "target": true}, {"dimension": "device", "name": "手机", "share_pct": 81, "target": true}, {"dimension": "device", "name": "测报灯", "share_pct": 19, "target": false}]}], "need": {"task_zh": "病虫害检测"}}, "meta": {"submitted_on": "2026-10-15"}, "project": {"ai_plus_domain": "industry", "stage": "pilot", "type": "application"}, "scenarios": [{"decision_impact": "significant", "id": "S1", "regions": ["610629"], "subject": "natural_person", "target_groups": ["farmers"]}]}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"33 data datasets 0 strata": {"base": "33", "path": ["proposal", "data", "datasets", 0, "strata"], "value": [{"dimension": "season", "name": "夏梢期", "share_pct": 58, "target": true}], "says": {"applies": true, "findings": {{"args": {"count": 0, "dataset": "D1", "min": 2}, "code": "dimensions_few", "path": ["data", "datasets", 0, "strata"]}, {"args": {"dataset": "D1", "dimension": {"term": "strata_season"}, "sum": 58}, "code": "strata_sum", "path": ["data", "datasets", 0, "strata"], "related": [["data", "datasets", 0, "strata", 0, "share_pct"]]}, {"args": {"dimension": {"term": "strata_age"}}, "code": "people_dimension_absent", "path": ["data", "datasets"], "related": [["scenarios", 0, "decision_impact"]]}, {"args": {"dimension": {"term": "strata_region"}}, "code": "people_dimension_absent", "path": ["data", "datasets"], "related": [["scenarios", 0, "decision_impact"]]}, {"args": {"dimension": {"term": "strata_sex"}}, "code": "people_dimension_absent", "path": ["data", "datasets"], "related": [["scenarios", 0, "decision_impact"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
