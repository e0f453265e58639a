# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.data_01_scale_edges_test

import data.aiplus.rules.data_01 as this
import data.lib.edits_test as edits

_bases := {
	"17": {"proposal": {"data": {"datasets": [{"id": "D1", "modalities": ["image"], "purpose": ["finetune"], "records": 10000, "split": {"test": 1000, "train": 8000, "val": 1000}, "volume_gb": 20}, {"id": "D3", "modalities": ["tabular"], "purpose": ["operation"], "records": 5400, "volume_gb": 0.02}], "need": {"derivation_zh": "以2026年试验的学习曲线外推，每类约750张时F1增益低于0.3个百分点，12类共需9000张", "required_records": 10001}}, "finance": {"items": [{"amount": 12, "category": "data", "wp_id": "W1"}]}, "meta": {"submitted_on": "2026-10-15"}, "plan": {"milestones": [{"accept_zh": "入库合格图像≥12000张", "due": "2027-03-31", "id": "N1", "kind": "normal", "wp_id": "W1"}]}, "project": {"stage": "pilot", "type": "application"}}},
	"36": {"proposal": {"data": {"datasets": [{"id": "D1", "modalities": ["image"], "purpose": ["finetune"], "records": 10000, "split": {"test": 1000, "train": 8000, "val": 1000}, "volume_gb": 20}], "need": {"derivation_zh": "以2026年试验的学习曲线外推，每类约750张时F1增益低于0.3个百分点，12类共需9000张", "required_records": 12000}}, "finance": {"items": [{"amount": 12, "category": "data", "wp_id": "W1"}]}, "meta": {"submitted_on": "2026-10-15"}, "project": {"stage": "pilot", "type": "application"}}},
	"49": {"proposal": {"data": {"datasets": [{"id": "D1", "modalities": ["image"], "purpose": ["finetune"], "records": 10000, "split": {"train": 8000, "val": 1000}, "volume_gb": 20}], "need": {"derivation_zh": "以2026年试验的学习曲线外推，每类约750张时F1增益低于0.3个百分点，12类共需9000张", "required_records": 9000}}, "finance": {"items": [{"amount": 12, "category": "data", "wp_id": "W1"}]}, "meta": {"submitted_on": "2026-10-15"}, "plan": {"milestones": [{"accept_zh": "入库合格图像≥12000张", "due": "2027-03-31", "id": "N1", "kind": "normal", "wp_id": "W1"}]}, "project": {"stage": "pilot", "type": "application"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"49 data datasets 0 split: {\"train\": 8000}": {"base": "49", "path": ["proposal", "data", "datasets", 0, "split"], "value": {"train": 8000}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["data", "datasets", 0, "split", "test"]}, {"args": {}, "code": "missing", "path": ["data", "datasets", 0, "split", "val"]}}}},
	"36 data datasets 0 records: -1": {"base": "36", "path": ["proposal", "data", "datasets", 0, "records"], "value": -1, "says": {"applies": true, "findings": {{"args": {"dataset": "D1", "records": -1, "sum": 10000}, "code": "split_sum", "path": ["data", "datasets", 0, "split"], "related": [["data", "datasets", 0, "records"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"17 finance": {"base": "17", "path": ["proposal", "finance"], "says": {"applies": true, "findings": {{"args": {"gap": 1}, "code": "gap_without_budget", "path": ["finance", "items"], "related": [["data", "need", "required_records"]]}, {"args": {"records": 10000, "required": 10001}, "code": "records_short", "path": ["data", "need", "required_records"], "related": [["data", "datasets", 0, "records"]]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
