# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.empl_03_response_edges_test

import data.aiplus.rules.empl_03 as this
import data.lib.edits_test as edits

_bases := {
	"1": {"proposal": {"applicant": {"employees": 4200}, "employment": {"assessment": {"scope_headcount": 96}, "occupations": [{"effect": "augment", "exit": 0, "exposure": "g3", "headcount": 30, "id": "O1", "redeploy": 0, "retrain": 0}], "response": {"owner": "T1", "redeploy_positions": 0, "support_zh": "45岁以上人员一对一帮扶", "transition_budget_cny_wan": 0, "triggers": [{"action_zh": "二次转岗", "metric_zh": "转岗人员在岗率(%)", "threshold": 85}, {"action_zh": "暂停下一批调整", "metric_zh": "劳动争议(件/季)", "threshold": 0}]}}, "talent": {"team": [{"fte": 0.5, "id": "T1", "role": ["hr"]}, {"fte": 0.5, "id": "T2", "role": ["pi"]}]}}},
	"19": {"proposal": {"applicant": {"employees": 4200}, "employment": {"assessment": {"scope_headcount": 96}, "occupations": [{"effect": "displace", "exit": 0, "headcount": 60, "id": "O1", "redeploy": 58, "retrain": 2}, {"effect": "transform", "exit": 0, "headcount": 36, "id": "O2", "redeploy": 0, "retrain": 36}], "response": {"owner": "T1", "redeploy_positions": 58, "support_zh": "45岁以上人员一对一帮扶", "triggers": [{"action_zh": "二次转岗", "metric_zh": "转岗人员在岗率(%)", "threshold": 85}, {"action_zh": "暂停下一批调整", "metric_zh": "劳动争议(件/季)", "threshold": 0}]}}, "finance": {"items": [{"amount": 20, "category": "training"}, {"amount": 8.8, "category": "personnel"}, {"amount": 90, "category": "other"}]}, "talent": {"team": [{"fte": 0.5, "id": "T1", "role": ["hr"]}, {"fte": 0.5, "id": "T2", "role": ["pi"]}]}}},
	"24": {"proposal": {"applicant": {"employees": 4200}, "employment": {"assessment": {"scope_headcount": 96}, "occupations": [{"effect": "displace", "exit": 0, "headcount": 60, "id": "O1", "redeploy": 58, "retrain": 2}, {"effect": "transform", "exit": 0, "headcount": 36, "id": "O2", "redeploy": 0, "retrain": 36}], "response": {"redeploy_positions": 58, "support_zh": "45岁以上人员一对一帮扶", "transition_budget_cny_wan": 28.8, "triggers": [{"action_zh": "二次转岗", "metric_zh": "转岗人员在岗率(%)", "threshold": 85}, {"action_zh": "暂停下一批调整", "metric_zh": "劳动争议(件/季)", "threshold": 0}]}}, "finance": {"items": [{"amount": 20, "category": "training"}, {"amount": 8.8, "category": "personnel"}, {"amount": 90, "category": "other"}]}, "talent": {"team": [{"fte": 0.5, "id": "T1", "role": ["hr"]}, {"fte": 0.5, "id": "T2", "role": ["pi"]}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"19 employment response: {\"redeploy_positions\": 58}": {"base": "19", "path": ["proposal", "employment", "response"], "value": {"redeploy_positions": 58}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["employment", "response", "owner"]}, {"args": {}, "code": "missing", "path": ["employment", "response", "support_zh"]}, {"args": {}, "code": "missing", "path": ["employment", "response", "transition_budget_cny_wan"]}, {"args": {}, "code": "missing", "path": ["employment", "response", "triggers"]}}}},
	"1 employment occupations 0 redeploy: 1": {"base": "1", "path": ["proposal", "employment", "occupations", 0, "redeploy"], "value": 1, "says": {"applies": true, "findings": {{"args": {"people": 1}, "code": "transition_unfunded", "path": ["employment", "response", "transition_budget_cny_wan"], "related": [["employment", "occupations", 0, "redeploy"]]}, {"args": {"positions": 0, "redeploy": 1}, "code": "positions_short", "path": ["employment", "response", "redeploy_positions"], "related": [["employment", "occupations", 0, "redeploy"]]}}}},
	"24 finance items": {"base": "24", "path": ["proposal", "finance", "items"], "value": [{"amount": 20, "category": "training"}], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["employment", "response", "owner"]}, {"args": {"budgeted_wan": 20, "stated_wan": 28.8}, "code": "transition_not_budgeted", "path": ["employment", "response", "transition_budget_cny_wan"], "related": [["finance", "items"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
