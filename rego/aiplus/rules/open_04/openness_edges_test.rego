# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.open_04_openness_edges_test

import data.aiplus.rules.open_04 as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-10-09", "issuer": "某单位", "kind": "report", "sha256": "01"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"card": "EV-01", "evals": [{"target": 90}, {"value": 88.3}], "id": "M1", "origin": "fine_tuned"}], "opensource": {"artifacts": [{"id": "weights", "licence_spdx": "Apache-2.0", "type": "weights"}, {"id": "docs", "licence_spdx": "Apache-2.0", "type": "docs"}], "openness": {"mof_class": "none", "osaid_claim": false}, "strategy": "open"}}},
	"3": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-10-09", "issuer": "某单位", "kind": "report", "sha256": "01"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"card": "EV-01", "id": "M1", "origin": "fine_tuned"}], "opensource": {"artifacts": [{"id": "eval_code", "licence_spdx": "Apache-2.0", "type": "eval_code"}, {"id": "code", "licence_spdx": "Apache-2.0", "type": "code"}, {"id": "data_information", "licence_spdx": "Apache-2.0", "type": "data_information"}, {"licence_spdx": "CC-BY-NC-4.0", "type": "weights"}], "openness": {"mof_class": "none", "osaid_claim": true}, "strategy": "open"}}},
	"10": {"proposal": {"evidence": [{"id": "EV-01", "issued_on": "2026-10-09", "issuer": "某单位", "kind": "report", "sha256": "01"}], "meta": {"submitted_on": "2026-10-15"}, "models": [{"card": "EV-01", "id": "M1", "origin": "fine_tuned"}], "opensource": {"artifacts": [{"id": "weights", "licence_spdx": "Apache-2.0", "type": "weights"}, {"id": "docs", "licence_spdx": "Apache-2.0", "type": "docs"}, {"id": "eval_code", "licence_spdx": "Apache-2.0", "type": "eval_code"}, {"id": "training_code", "licence_spdx": "Apache-2.0", "type": "training_code"}, {"id": "code", "licence_spdx": "Apache-2.0", "type": "code"}], "openness": {"mof_class": "II", "osaid_claim": false}, "strategy": "open"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_plain := {
	"3": {"applies": true, "findings": {{"args": {"artifact": 4, "licence": "CC-BY-NC-4.0", "type": {"term": "artifact_weights"}}, "code": "osaid_terms", "path": ["opensource", "openness", "osaid_claim"], "related": [["opensource", "artifacts", 3, "licence_spdx"]]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"0 models 0 evals 0 value: 88.3": {"base": "0", "path": ["proposal", "models", 0, "evals", 0, "value"], "value": 88.3, "says": {"applies": true, "findings": set()}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"10 opensource artifacts 1 licence_spdx": {"base": "10", "path": ["proposal", "opensource", "artifacts", "1", "licence_spdx"], "says": {"applies": true, "findings": set()}},
	"0 models 0 evals 1 value": {"base": "0", "path": ["proposal", "models", "0", "evals", "1", "value"], "says": {"applies": true, "findings": {{"args": {"needed": [{"term": "artifact_eval_code"}, {"term": "artifact_benchmark"}]}, "code": "not_evaluated", "path": ["opensource", "artifacts"], "related": [["opensource", "artifacts", 0, "type"]]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
