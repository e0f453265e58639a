# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.readings.quality_quality_edges_test

import data.aiplus.readings.quality as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"data": {"datasets": [{"id": "D1", "purpose": ["finetune"]}]}, "models": [{"origin": "fine_tuned"}]}},
	"1": {"proposal": {"data": {"datasets": [{"id": "D1", "purpose": ["operation"]}]}, "evidence": [{"id": "EV-01", "issued_on": "2026-09-01", "issuer": "某机构", "kind": "certificate", "number": "1", "sha256": "0a", "title_zh": "数据集质量测评证书"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"origin": "third_party_api"}]}},
}

_said(document) := said if {
	said := {name: value | some name in ["alternatives"]; value := this[name]} with input as document
}

_changed := {
	"0 evidence: []": {"base": "0", "path": ["proposal", "evidence"], "value": [], "says": {"alternatives": {"assessed": {"data_02": {"applies": true, "findings": {{"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "docs", "datasheet"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "docs", "sections"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "format_standard"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "name_zh"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "tier"]}, {"args": {}, "code": "effect_lacking", "path": ["data", "datasets", 0, "validation"]}, {"args": {}, "code": "missing", "path": ["data", "datasets", 0, "quality"]}, {"args": {}, "code": "missing", "path": ["meta", "submitted_on"]}}}}, "certified": {"data_02": {"applies": true, "findings": {{"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "docs", "datasheet"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "docs", "sections"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "format_standard"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "name_zh"]}, {"args": {}, "code": "documentation_lacking", "path": ["data", "datasets", 0, "tier"]}, {"args": {}, "code": "effect_lacking", "path": ["data", "datasets", 0, "validation"]}, {"args": {}, "code": "missing", "path": ["data", "datasets", 0, "quality"]}, {"args": {}, "code": "missing", "path": ["meta", "submitted_on"]}, {"args": {}, "code": "quality_uncertified", "path": ["evidence"]}}}}}}},
	"1 evidence 0 kind: data": {"base": "1", "path": ["proposal", "evidence", 0, "kind"], "value": "data", "says": {"alternatives": {"assessed": {"data_02": {"applies": true, "findings": {{"args": {}, "code": "documentation_lacking", "path": ["data", "datasets"]}, {"args": {}, "code": "only_operation_data", "path": ["data", "datasets"]}}}}, "certified": {"data_02": {"applies": true, "findings": {{"args": {}, "code": "documentation_lacking", "path": ["data", "datasets"]}, {"args": {}, "code": "only_operation_data", "path": ["data", "datasets"]}, {"args": {}, "code": "quality_uncertified", "path": ["evidence"]}}}}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"1 evidence 0 id": {"base": "1", "path": ["proposal", "evidence", "0", "id"], "says": {"alternatives": {"assessed": {"data_02": {"applies": true, "findings": {{"args": {}, "code": "documentation_lacking", "path": ["data", "datasets"]}, {"args": {}, "code": "only_operation_data", "path": ["data", "datasets"]}}}}, "certified": {"data_02": {"applies": true, "findings": {{"args": {}, "code": "documentation_lacking", "path": ["data", "datasets"]}, {"args": {}, "code": "only_operation_data", "path": ["data", "datasets"]}, {"args": {}, "code": "quality_uncertified", "path": ["evidence"]}}}}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
