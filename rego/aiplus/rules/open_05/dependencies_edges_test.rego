# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.open_05_dependencies_edges_test

import data.aiplus.rules.open_05 as this
import data.lib.edits_test as edits

_bases := {
	"44": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-09-01", "issuer": "某单位", "kind": "report", "number": "EV-01", "sha256": "EV-01"}, {"id": "EV-02", "issued_on": "2026-09-01", "issuer": "某单位", "kind": "contract", "number": "EV-02", "sha256": "EV-02"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"base_model": {"licence": "CC-BY-ND-4.0", "name": "RT-DETR-R18"}, "id": "M1", "origin": "fine_tuned"}], "opensource": {"dependencies": [{"licence_spdx": "CC-BY-ND-4.0", "name": "RT-DETR", "use": "weights_base"}, {"licence_spdx": "BSD-3-Clause", "name": "PyTorch", "use": "linked"}, {"licence_spdx": "MIT", "name": "ONNX Runtime", "use": "linked"}], "strategy": "closed"}, "project": {"stage": "pilot", "type": "application"}}},
	"45": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-09-01", "issuer": "某单位", "kind": "report", "number": "EV-01", "sha256": "EV-01"}, {"id": "EV-02", "issued_on": "2026-09-01", "issuer": "某单位", "kind": "contract", "number": "EV-02", "sha256": "EV-02"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"base_model": {"licence": "CC-BY-SA-4.0", "name": "RT-DETR-R18"}, "id": "M1", "origin": "fine_tuned"}, {"id": "M2", "origin": "self_trained"}], "opensource": {"artifacts": [{"id": "A1", "licence_spdx": "Apache-2.0", "type": "weights"}], "dependencies": [{"licence_spdx": "CC-BY-SA-4.0", "name": "RT-DETR", "use": "weights_base"}, {"licence_spdx": "BSD-3-Clause", "name": "PyTorch", "use": "linked"}, {"licence_spdx": "MIT", "name": "ONNX Runtime", "use": "linked"}], "strategy": "open"}, "project": {"stage": "pilot", "type": "application"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"45 models 1 origin: third_party_api": {"base": "45", "path": ["proposal", "models", 1, "origin"], "value": "third_party_api", "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["models", 1, "base_model", "licence"]}, {"args": {}, "code": "missing", "path": ["models", 1, "base_model", "name"]}, {"args": {"bases": ["CC-BY-SA-4.0"], "forbids": [{"term": "licence_share_alike"}], "licence": "Apache-2.0"}, "code": "weights_wider", "path": ["opensource", "artifacts", 0, "licence_spdx"], "related": [["models", 0, "base_model", "licence"]]}}}},
	"44 opensource dependencies": {"base": "44", "path": ["proposal", "opensource", "dependencies"], "value": [{"licence_spdx": "CC-BY-ND-4.0", "name": "RT-DETR", "use": "weights_base"}], "says": {"applies": true, "findings": {{"args": {"count": 1, "min": 3}, "code": "dependencies_few", "path": ["opensource", "dependencies"]}, {"args": {"forbids": [{"term": "licence_no_derivatives"}], "licence": "CC-BY-ND-4.0", "name": "RT-DETR"}, "code": "licence_forbids", "path": ["opensource", "dependencies", 0, "licence_spdx"], "related": []}, {"args": {"forbids": [{"term": "licence_no_derivatives"}], "licence": "CC-BY-ND-4.0", "name": "RT-DETR-R18"}, "code": "licence_forbids", "path": ["models", 0, "base_model", "licence"], "related": []}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
