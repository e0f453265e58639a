# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.data_04_format_edges_test

import data.aiplus.rules.data_04 as this
import data.lib.edits_test as edits

_bases := {
	"16": {"proposal": {"data": {"datasets": [{"annotation": {"experts": 1, "needed": true}, "docs": {"datasheet": "EV-01", "sections": ["basic_info", "content_features", "construction", "application"]}, "format_standard": "TC609-5-2025-02", "id": "D1", "name_zh": "2023-2025-洛川-种植业-病虫害图像-检测", "purpose": ["finetune", "eval"], "source": "collected", "tier": "industry_specialist"}]}, "evidence": [{"id": "EV-01", "issued_on": "2026-09-28", "issuer": "申报单位", "kind": "dataset_card", "sha256": "0000000000000000000000000000000000000000000000000000000000000001"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"id": "M1", "origin": "fine_tuned"}], "plan": {"milestones": [{"accept_zh": "第三方质量检验得分≥90", "due": "2027-06-30", "id": "N1", "kind": "normal"}]}, "project": {"type": "dataset"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"16 data datasets 0 docs sections: [\"basic_info\"]": {"base": "16", "path": ["proposal", "data", "datasets", 0, "docs", "sections"], "value": ["basic_info"], "says": {"applies": true, "findings": {{"args": {"dataset": "D1", "sections": [{"term": "section_content_features"}, {"term": "section_construction"}, {"term": "section_application"}]}, "code": "sections_incomplete", "path": ["data", "datasets", 0, "docs", "sections"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
