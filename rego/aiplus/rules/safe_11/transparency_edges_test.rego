# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.safe_11_transparency_edges_test

import data.aiplus.rules.safe_11 as this
import data.lib.edits_test as edits

_bases := {
	"14": {"proposal": {"evidence": [{"id": "EV-11", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-11"}, {"id": "EV-16", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-16"}], "meta": {"submitted_on": "2026-10-22"}, "models": [{"id": "M1", "origin": "fine_tuned"}], "project": {"type": "application"}, "safety": {"transparency": {"ai_notice_zh": "首屏提示“您正在与人工智能客服对话”", "appeal_channel_zh": "官网“智能服务申诉”入口", "appeal_sla_days": 15, "explanation": "case", "model_card": "EV-11", "public_page": "https://www.example.com/ai", "user_doc": "EV-99"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": true, "subject": "natural_person"}], "talent": {"team": [{"fte": 1, "id": "T1", "role": ["pi"]}, {"fte": 0.2, "id": "T7", "role": ["domain", "legal"]}]}}},
	"18": {"proposal": {"evidence": [{"id": "EV-11", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-11"}, {"id": "EV-16", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-16"}], "meta": {"submitted_on": "2026-10-22"}, "models": [{"id": "M1", "origin": "fine_tuned"}], "project": {"type": "application"}, "safety": {"transparency": {"ai_notice_zh": "首屏提示“您正在与人工智能客服对话”", "appeal_channel_zh": "官网“智能服务申诉”入口", "appeal_sla_days": 15, "explanation": "case", "public_page": "https://www.example.com/ai", "user_doc": "EV-16"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": true, "subject": "natural_person"}], "talent": {"team": [{"fte": 1, "id": "T1", "role": ["pi"]}, {"fte": 0.2, "id": "T7", "role": ["domain", "legal"]}]}}},
	"28": {"proposal": {"evidence": [{"id": "EV-11", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-11"}, {"id": "EV-16", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-16"}], "meta": {"submitted_on": "2026-10-22"}, "models": [{"id": "M1", "origin": "fine_tuned"}], "project": {"type": "application"}, "safety": {"transparency": {"ai_notice_zh": "首屏提示“您正在与人工智能客服对话”", "appeal_channel_zh": "畅通申诉渠道，构建协同治理格局", "appeal_sla_days": 15, "explanation": "case", "model_card": "EV-11", "public_page": "https://www.example.com/ai", "user_doc": "EV-16"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": true, "subject": "natural_person"}], "talent": {"team": [{"fte": 1, "id": "T1", "role": ["pi"]}, {"fte": 0.2, "id": "T7", "role": ["domain", "legal"]}]}}},
	"29": {"proposal": {"evidence": [{"id": "EV-11", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-11"}, {"id": "EV-16", "issued_on": "2026-10-08", "issuer": "客户服务部", "kind": "report", "sha256": "EV-16"}], "meta": {"submitted_on": "2026-10-22"}, "models": [{"id": "M1", "origin": "fine_tuned"}], "project": {"type": "application"}, "safety": {"transparency": {"ai_notice_zh": "首屏提示“您正在与人工智能客服对话”", "appeal_sla_days": 15, "explanation": "case", "model_card": "EV-11", "public_page": "https://www.example.com/ai", "user_doc": "EV-16"}}, "scenarios": [{"decision_impact": "significant", "id": "S1", "public_facing": true, "subject": "natural_person"}], "talent": {"team": [{"fte": 1, "id": "T1", "role": ["pi"]}, {"fte": 0.2, "id": "T7", "role": ["domain", "legal"]}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"28 safety transparency: {}": {"base": "28", "path": ["proposal", "safety", "transparency"], "value": {}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "transparency"]}}}},
	"18 safety transparency": {"base": "18", "path": ["proposal", "safety", "transparency"], "value": {"ai_notice_zh": "首屏提示“您正在与人工智能客服对话”"}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "transparency", "appeal_channel_zh"]}, {"args": {}, "code": "missing", "path": ["safety", "transparency", "appeal_sla_days"]}, {"args": {}, "code": "missing", "path": ["safety", "transparency", "explanation"]}, {"args": {}, "code": "missing", "path": ["safety", "transparency", "model_card"]}, {"args": {}, "code": "missing", "path": ["safety", "transparency", "public_page"]}, {"args": {}, "code": "missing", "path": ["safety", "transparency", "user_doc"]}}}},
	"29 talent team: []": {"base": "29", "path": ["proposal", "talent", "team"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["safety", "transparency", "appeal_channel_zh"]}, {"args": {}, "code": "missing", "path": ["talent", "team"]}}}},
	"14 talent team": {"base": "14", "path": ["proposal", "talent", "team"], "value": [{"fte": 1, "id": "T1", "role": ["pi"]}], "says": {"applies": true, "findings": {{"args": {"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}}, "code": "document_weak", "path": ["safety", "transparency", "user_doc"], "related": [["evidence"]]}, {"args": {"fte": 0, "min": 0.2, "roles": [{"term": "role_domain"}, {"term": "role_ethics"}, {"term": "role_legal"}]}, "code": "nobody_decides", "path": ["talent", "team"], "related": [["safety", "transparency", "appeal_sla_days"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
