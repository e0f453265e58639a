# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.taln_02_structure_edges_test

import data.aiplus.rules.taln_02 as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"finance": {"total_cny_wan": 1000}, "talent": {"team": [{"fte": 0, "level": "leading", "role": ["pi"]}, {"fte": 0, "level": "leading", "role": ["data"]}, {"fte": 0, "level": "leading", "role": ["data"]}, {"fte": 0, "level": "leading", "role": ["data"]}, {"fte": 0, "level": "leading", "role": ["data"]}, {"fte": 0, "level": "senior", "role": ["ai"]}, {"fte": 0, "level": "engineer", "role": ["ai", "ops"]}, {"fte": 0, "level": "engineer", "role": ["domain"]}, {"fte": 0, "level": "senior", "role": ["domain"]}, {"fte": 0, "level": "senior", "role": ["security"]}]}}},
	"1": {"proposal": {"finance": {"total_cny_wan": 1000}, "talent": {"team": [{"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "senior", "role": ["ai"]}, {"fte": 1, "level": "engineer", "role": ["ai", "ops"]}, {"fte": 1, "level": "senior", "role": ["security"]}, {"fte": 1, "level": "senior", "role": ["security"]}]}}},
	"4": {"proposal": {"finance": {"total_cny_wan": 1000}, "talent": {"team": [{"fte": 1, "level": "leading", "role": ["pi"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "senior", "role": ["ai"]}, {"fte": 1, "level": "engineer", "role": ["ai", "ops"]}, {"fte": 1, "level": "engineer", "role": ["domain"]}, {"fte": 1, "level": "senior", "role": ["domain"]}, {"fte": 1, "level": "senior", "role": ["security"]}]}}},
	"5": {"proposal": {"finance": {"total_cny_wan": 1000}, "talent": {"team": [{"fte": 1, "level": "leading", "role": ["pi"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "leading", "role": ["data"]}, {"fte": 1, "level": "senior", "role": ["ai"]}, {"fte": 1, "level": "engineer", "role": ["ai", "ops"]}, {"fte": 1, "level": "engineer", "role": ["domain"]}, {"fte": 1, "level": "senior", "role": ["domain"]}, {"fte": 1, "level": "senior"}]}}},
	"11": {"proposal": {"finance": {"total_cny_wan": 1000}, "talent": {"team": [{"fte": 1, "level": "senior", "role": ["ai"]}, {"fte": 1, "level": "senior", "role": ["ai", "ops"]}, {"fte": 1, "level": "senior", "role": ["domain"]}, {"fte": 1, "level": "senior", "role": ["domain"]}, {"fte": 1, "level": "senior", "role": ["security"]}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"0 talent team: []": {"base": "0", "path": ["proposal", "talent", "team"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["talent", "team"]}}}},
	"0 talent team 8 fte: 1": {"base": "0", "path": ["proposal", "talent", "team", 8, "fte"], "value": 1, "says": {"applies": true, "findings": {{"args": {"count": 1, "levels": [{"term": "level_senior"}], "min": 3}, "code": "levels_few", "path": ["talent", "team"], "related": [["talent", "team", 0, "level"], ["talent", "team", 1, "level"], ["talent", "team", 2, "level"], ["talent", "team", 3, "level"], ["talent", "team", 4, "level"], ["talent", "team", 5, "level"], ["talent", "team", 6, "level"], ["talent", "team", 7, "level"], ["talent", "team", 8, "level"], ["talent", "team", 9, "level"]]}, {"args": {"min": 20, "role": {"term": "role_ai"}, "share": 0}, "code": "discipline_thin", "path": ["talent", "team"], "related": [["talent", "team", 5, "role"], ["talent", "team", 6, "role"]]}}}},
	"1 talent team 5 fte: 0.99": {"base": "1", "path": ["proposal", "talent", "team", 5, "fte"], "value": 0.99, "says": {"applies": true, "findings": {{"args": {"max": 50, "share": 50.1}, "code": "leading_heavy", "path": ["talent", "team"], "related": [["talent", "team", 0, "level"], ["talent", "team", 1, "level"], ["talent", "team", 2, "level"], ["talent", "team", 3, "level"]]}, {"args": {"min": 20, "role": {"term": "role_domain"}, "share": 0}, "code": "discipline_thin", "path": ["talent", "team"], "related": []}}}},
	"0 talent team 7 fte: -0.01": {"base": "0", "path": ["proposal", "talent", "team", 7, "fte"], "value": -0.01, "says": {"applies": true, "findings": {{"args": {"max": 50, "share": 0}, "code": "leading_heavy", "path": ["talent", "team"], "related": [["talent", "team", 0, "level"], ["talent", "team", 1, "level"], ["talent", "team", 2, "level"], ["talent", "team", 3, "level"], ["talent", "team", 4, "level"]]}}}},
	"4 talent team 8 fte: 1.01": {"base": "4", "path": ["proposal", "talent", "team", 8, "fte"], "value": 1.01, "says": {"applies": true, "findings": {{"args": {"min": 20, "role": {"term": "role_ai"}, "share": 20}, "code": "discipline_thin", "path": ["talent", "team"], "related": [["talent", "team", 5, "role"], ["talent", "team", 6, "role"]]}}}},
	"5 talent team 6 fte: -1": {"base": "5", "path": ["proposal", "talent", "team", 6, "fte"], "value": -1, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["talent", "team", 9, "role"]}, {"args": {"max": 50, "share": 62.5}, "code": "leading_heavy", "path": ["talent", "team"], "related": [["talent", "team", 0, "level"], ["talent", "team", 1, "level"], ["talent", "team", 2, "level"], ["talent", "team", 3, "level"], ["talent", "team", 4, "level"]]}, {"args": {"min": 20, "role": {"term": "role_ai"}, "share": 0}, "code": "discipline_thin", "path": ["talent", "team"], "related": [["talent", "team", 5, "role"], ["talent", "team", 6, "role"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"11 talent team 1 level": {"base": "11", "path": ["proposal", "talent", "team", "1", "level"], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["talent", "team", 1, "level"]}, {"args": {"count": 1, "levels": [{"term": "level_senior"}], "min": 3}, "code": "levels_few", "path": ["talent", "team"], "related": [["talent", "team", 0, "level"], ["talent", "team", 2, "level"], ["talent", "team", 3, "level"], ["talent", "team", 4, "level"]]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
