# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.safe_15_resourcing_edges_test

import data.aiplus.rules.safe_15 as this
import data.lib.edits_test as edits

_bases := {
	"4": {"proposal": {"applicant": {"employees": 4200, "size": "large"}, "finance": {"items": [{"amount": 29.99, "category": "safety"}], "total_cny_wan": 500}, "models": [{"generative": true, "id": "M1", "robustness": [{"threat": "drift"}]}, {"generative": true, "id": "M2", "robustness": [{"threat": "ood"}, {"threat": "jailbreak"}]}], "project": {"stage": "pilot", "type": "application"}, "safety": {"data_security": {"mlps_level": 2}, "investment": {"budget_cny_wan": 29.99, "fte": 0.5}, "monitoring": {"coverage": "24x7"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": false, "subject": "equipment"}], "talent": {"team": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}, {"fte": 0.3, "id": "T2", "role": ["security", "ethics"]}, {"fte": 1, "id": "T3", "role": ["ai"]}]}}},
	"5": {"proposal": {"applicant": {"employees": 4200, "size": "large"}, "finance": {"items": [{"amount": 29.99, "category": "safety"}], "total_cny_wan": 500}, "models": [{"generative": true, "id": "M1", "robustness": [{"threat": "drift"}]}, {"generative": true, "id": "M2", "robustness": [{"threat": "ood"}, {"threat": "jailbreak"}]}], "project": {"stage": "pilot", "type": "application"}, "safety": {"data_security": {"mlps_level": 3}, "investment": {"budget_cny_wan": 29.99, "fte": 0.5}, "monitoring": {"coverage": "24x7"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": false, "subject": "equipment"}], "talent": {"team": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}, {"fte": 0.3, "id": "T2", "role": ["security", "ethics"]}, {"fte": 1, "id": "T3", "role": ["ai"]}]}}},
	"11": {"proposal": {"applicant": {"employees": 4200, "size": "large"}, "finance": {"items": [{"amount": 29.99, "category": "safety"}], "total_cny_wan": 500}, "models": [{"generative": true, "id": "M1", "robustness": [{"threat": "drift"}]}, {"generative": true, "id": "M2"}], "project": {"stage": "pilot", "type": "application"}, "safety": {"data_security": {"mlps_level": 3}, "investment": {"budget_cny_wan": 29.99, "fte": 0.5}, "monitoring": {"coverage": "24x7"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": false, "subject": "equipment"}], "talent": {"team": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}, {"fte": 0.3, "id": "T2", "role": ["security", "ethics"]}, {"fte": 1, "id": "T3", "role": ["ai"]}]}}},
	"12": {"proposal": {"applicant": {"employees": 4200, "size": "large"}, "finance": {"items": [{"amount": 29.99, "category": "safety"}], "total_cny_wan": 500}, "models": [{"generative": true, "robustness": [{"threat": "extraction"}]}], "project": {"stage": "pilot", "type": "application"}, "safety": {"data_security": {"mlps_level": 3}, "investment": {"budget_cny_wan": 29.99, "fte": 0.5}, "monitoring": {"coverage": "24x7"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": false, "subject": "equipment"}], "talent": {"team": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}, {"fte": 0.3, "id": "T2", "role": ["security", "ethics"]}, {"fte": 1, "id": "T3", "role": ["ai"]}]}}},
	"26": {"proposal": {"applicant": {"employees": 4200, "size": "large"}, "finance": {"items": [{"amount": 49.99, "category": "safety"}], "total_cny_wan": 1000}, "models": [{"generative": true, "id": "M1"}], "project": {"stage": "pilot", "type": "application"}, "safety": {"investment": {"budget_cny_wan": 49.99, "fte": 0.5}, "monitoring": {"coverage": "8x5"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": false, "subject": "natural_person"}], "talent": {"team": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}, {"fte": 0.3, "id": "T2", "role": ["security", "ethics"]}, {"fte": 1, "id": "T3", "role": ["ai"]}]}}},
	"31": {"proposal": {"applicant": {"employees": 4200, "size": "large"}, "finance": {"total_cny_wan": 1000}, "models": [{"generative": true, "id": "M1"}], "project": {"stage": "pilot", "type": "application"}, "safety": {"investment": {"budget_cny_wan": 30, "fte": 0.5}, "monitoring": {"coverage": "8x5"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": false, "subject": "equipment"}], "talent": {"team": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}, {"fte": 0.3, "id": "T2", "role": ["security", "ethics"]}, {"fte": 1, "id": "T3", "role": ["ai"]}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"4 finance items: []": {"base": "4", "path": ["proposal", "finance", "items"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["finance", "items"]}}}},
	"26 safety investment budget_cny_wan: 99.98": {"base": "26", "path": ["proposal", "safety", "investment", "budget_cny_wan"], "value": 99.98, "says": {"applies": true, "findings": {{"args": {"budgeted_wan": 49.99, "category": {"term": "item_safety"}, "stated_wan": 99.98}, "code": "budget_mismatch", "path": ["safety", "investment", "budget_cny_wan"], "related": [["finance", "items"]]}}}},
	"5 models 0 robustness 0 threat: prompt_injection": {"base": "5", "path": ["proposal", "models", 0, "robustness", 0, "threat"], "value": "prompt_injection", "says": {"applies": true, "findings": {{"args": {"min": 30, "promises": [{"term": "promise_mlps"}, {"term": "promise_attacks"}, {"term": "promise_watch"}], "wan": 29.99}, "code": "promises_unpaid", "path": ["safety", "investment", "budget_cny_wan"], "related": [["models", 0, "robustness"], ["safety", "data_security", "mlps_level"], ["safety", "monitoring", "coverage"]]}}}},
	"11 models 1 robustness: []": {"base": "11", "path": ["proposal", "models", 1, "robustness"], "value": [], "says": {"applies": true, "findings": {{"args": {"min": 30, "promises": [{"term": "promise_mlps"}, {"term": "promise_attacks"}, {"term": "promise_watch"}], "wan": 29.99}, "code": "promises_unpaid", "path": ["safety", "investment", "budget_cny_wan"], "related": [["models", 1, "robustness"], ["safety", "data_security", "mlps_level"], ["safety", "monitoring", "coverage"]]}}}},
	"26 talent team: []": {"base": "26", "path": ["proposal", "talent", "team"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["talent", "team"]}, {"args": {"min": 5, "total_wan": 1000, "wan": 49.99}, "code": "budget_low", "path": ["safety", "investment", "budget_cny_wan"], "related": [["finance", "total_cny_wan"], ["scenarios", 0, "decision_impact"]]}}}},
	"31 talent team": {"base": "31", "path": ["proposal", "talent", "team"], "value": [{"fte": 0.2, "id": "T1", "role": ["pi", "ethics"]}], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["finance", "items"]}, {"args": {"fte": 0.5, "team": 0.2}, "code": "fte_unstaffed", "path": ["safety", "investment", "fte"], "related": [["talent", "team"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"12 scenarios 0 public_facing": {"base": "12", "path": ["proposal", "scenarios", "0", "public_facing"], "says": {"applies": true, "findings": set()}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
