# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.open_03_licensing_edges_test

import data.aiplus.rules.open_03 as this
import data.lib.edits_test as edits

_bases := {
	"1": {"proposal": {"data": {"datasets": [{"id": "D1", "licence_spdx": "CC-BY-SA-4.0", "purpose": ["finetune"], "rights": {"hold": ["某基金会"]}, "source": "open_licence"}]}, "opensource": {"artifacts": [{"id": "A1", "licence_spdx": "CC-BY-4.0", "type": "dataset"}], "strategy": "open"}}},
	"4": {"proposal": {"data": {"datasets": [{"id": "D1", "licence_spdx": "LicenseRef-internal", "purpose": ["finetune"], "rights": {"hold": ["applicant"]}, "source": "collected"}]}, "opensource": {"artifacts": [{"id": "A1", "licence_spdx": "CC-BY-4.0", "type": "docs"}], "strategy": "open"}}},
	"11": {"proposal": {"data": {"datasets": [{"id": "D1", "licence_spdx": "LicenseRef-internal", "purpose": ["finetune"], "rights": {"hold": ["applicant"]}, "source": "collected"}]}, "opensource": {"artifacts": [{"id": "A1", "licence_spdx": "自定义开源协议", "type": "code"}], "strategy": "open"}}},
	"20": {"proposal": {"opensource": {"strategy": "open"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"4 data datasets 0 purpose: []": {"base": "4", "path": ["proposal", "data", "datasets", 0, "purpose"], "value": [], "says": {"applies": true, "findings": set()}},
	"20 opensource artifacts: []": {"base": "20", "path": ["proposal", "opensource", "artifacts"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["opensource", "artifacts"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"11 opensource artifacts 0 id": {"base": "11", "path": ["proposal", "opensource", "artifacts", "0", "id"], "says": {"applies": true, "findings": {{"args": {"accepted": ["Apache-2.0", "MIT", "MulanPSL-2.0", "GPL-3.0-only"], "artifact": 1, "forbids": [], "licence": "自定义开源协议", "type": {"term": "artifact_code"}}, "code": "licence_unreadable", "path": ["opensource", "artifacts", 0, "licence_spdx"], "related": [["opensource", "artifacts", 0, "type"]]}}}},
	"1 opensource artifacts 0 id": {"base": "1", "path": ["proposal", "opensource", "artifacts", "0", "id"], "says": {"applies": true, "findings": {{"args": {"artifact": 1, "licence": "CC-BY-4.0", "sources": ["CC-BY-SA-4.0"]}, "code": "release_wider", "path": ["opensource", "artifacts", 0, "licence_spdx"], "related": [["data", "datasets", 0, "licence_spdx"]]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
