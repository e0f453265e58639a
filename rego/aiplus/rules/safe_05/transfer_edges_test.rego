# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.safe_05_transfer_edges_test

import data.aiplus.rules.safe_05 as this
import data.lib.edits_test as edits

_bases := {
	"2": {"proposal": {"data": {"datasets": [{"cross_border": {"destination": ["SG"], "mechanism": "certification", "planned": true}, "id": "D1", "level": "general", "pi": {"contains": true, "minors": false, "sensitive": true, "subjects": 10000}}]}, "meta": {"submitted_on": "2026-10-15"}, "safety": {"warning": {"cii": false}}}},
	"24": {"proposal": {"data": {"datasets": [{"cross_border": {"destination": ["SG"], "mechanism": "standard_contract", "planned": true}, "id": "D1", "level": "core", "pi": {"contains": false, "minors": false, "sensitive": false, "subjects": 60000}}]}, "meta": {"submitted_on": "2026-10-15"}, "safety": {"warning": {"cii": false}}}},
	"39": {"proposal": {"data": {"datasets": [{"cross_border": {"planned": false}, "id": "D1", "level": "important"}]}, "meta": {"submitted_on": "2026-10-15"}, "safety": {"data_security": {"assessed_on": "2026-08-20", "next_assessment": "2027-08-20", "responsible": "T9"}}, "talent": {"team": [{"fte": 0.5, "id": "T4", "role": ["security"]}]}}},
	"46": {"proposal": {}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_plain := {
	"46": {"applies": false, "findings": set()},
	"2": {"applies": true, "findings": {{"args": {"dataset": "D1", "mechanism": {"term": "mechanism_certification"}, "needed": {"term": "mechanism_needed_security_assessment"}, "sensitive": 10000, "subjects": 0}, "code": "mechanism_weak", "path": ["data", "datasets", 0, "cross_border", "mechanism"], "related": [["data", "datasets", 0, "pi", "subjects"]]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"39 data datasets: []": {"base": "39", "path": ["proposal", "data", "datasets"], "value": [], "says": {"applies": false, "findings": set()}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"24 data datasets 0 pi sensitive": {"base": "24", "path": ["proposal", "data", "datasets", "0", "pi", "sensitive"], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "data_security", "assessed_on"]}, {"args": {}, "code": "missing", "path": ["safety", "data_security", "next_assessment"]}, {"args": {}, "code": "missing", "path": ["safety", "data_security", "responsible"]}, {"args": {"dataset": "D1", "mechanism": {"term": "mechanism_standard_contract"}, "needed": {"term": "mechanism_needed_security_assessment"}, "sensitive": 0, "subjects": 0}, "code": "mechanism_weak", "path": ["data", "datasets", 0, "cross_border", "mechanism"], "related": [["data", "datasets", 0, "level"]]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
