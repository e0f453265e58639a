# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.ecos_04_pilot_base_edges_test

import data.aiplus.rules.ecos_04 as this
import data.lib.edits_test as edits

_bases := {
	"2": {"proposal": {"applicant": {"name": "装备院"}, "ecosystem": {"pilot_base": {"capacity_zh": "智算1200P；行业模型18个，数据集26套；验证工位40个；每年出具评测报告300份；对接机构若干", "evaluation_standard": "GB/T 45288.2-2025", "external_share_pct": 29.9, "external_users_target": 1, "neutrality_zh": "运营方自有项目与外部用户同等排队", "services": ["compute", "model", "data", "validation", "standards_evaluation", "investment"], "tariff_zh": "算力3.6元/卡时，中小企业八折"}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "28"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "数控公司"}, {"agreement": "EV-28", "name": "沈北重机"}]}}, "meta": {"submitted_on": "2026-10-20"}, "partners": [{"id": "P1", "name": "数控公司"}], "project": {"stage": "pilot", "type": "pilot_base"}}},
	"7": {"proposal": {"applicant": {"name": "装备院"}, "ecosystem": {"pilot_base": {"capacity_zh": "智算1200P；行业模型18个，数据集26套；验证工位40个；每年出具评测报告300份；对接机构若干", "evaluation_standard": "GB/T 45288.2-2025", "external_share_pct": 30, "external_users_target": 1, "neutrality_zh": "运营方自有项目与外部用户同等排队", "services": ["compute", "model", "data", "validation", "standards_evaluation", "investment"], "tariff_zh": "算力3.6元/卡时，中小企业八折"}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "28"}], "finance": {"items": [{"amount": 300, "category": "equipment"}]}, "meta": {"submitted_on": "2026-10-20"}, "partners": [{"id": "P1", "name": "数控公司"}], "plan": {"milestones": [{"accept_zh": "入驻外部企业≥30家", "due": "2027-06-30", "id": "N1"}]}, "project": {"stage": "research", "type": "pilot_base"}}},
	"14": {"proposal": {"applicant": {"name": "装备院"}, "ecosystem": {"pilot_base": {"capacity_zh": "智算1200P；行业模型18个，数据集26套；验证工位40个；每年出具评测报告300份；对接机构若干", "evaluation_standard": "GB/T 45288.2-2025", "external_share_pct": 30, "external_users_target": 1, "neutrality_zh": "运营方自有项目与外部用户同等排队", "services": ["compute", "model", "data", "validation", "standards_evaluation", "investment"]}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "28"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "数控公司"}, {"agreement": "EV-28", "name": "沈北重机"}]}}, "meta": {"submitted_on": "2026-10-20"}, "partners": [{"id": "P1", "name": "数控公司"}], "project": {"stage": "pilot", "type": "pilot_base"}}},
	"18": {"proposal": {"applicant": {"name": "装备院"}, "ecosystem": {"pilot_base": {"capacity_zh": "智算1200P；行业模型18个，数据集26套；验证工位40个；每年出具评测报告300份；对接机构若干", "evaluation_standard": "GB/T 45288.2-2025", "external_share_pct": 30, "neutrality_zh": "运营方自有项目与外部用户同等排队", "services": ["compute", "model", "data", "validation", "standards_evaluation", "investment"], "tariff_zh": "算力3.6元/卡时，中小企业八折"}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "28"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "数控公司"}, {"agreement": "EV-28", "name": "沈北重机"}]}}, "meta": {"submitted_on": "2026-10-20"}, "partners": [{"id": "P1", "name": "数控公司"}], "project": {"stage": "pilot", "type": "pilot_base"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"2 ecosystem pilot_base services: [\"compute\"]": {"base": "2", "path": ["proposal", "ecosystem", "pilot_base", "services"], "value": ["compute"], "says": {"applies": true, "findings": {{"args": {"count": 1, "min": 5}, "code": "services_few", "path": ["ecosystem", "pilot_base", "services"]}, {"args": {"min": 30, "share": 29.9}, "code": "external_share_low", "path": ["ecosystem", "pilot_base", "external_share_pct"]}}}},
	"18 ecosystem pilot_base services": {"base": "18", "path": ["proposal", "ecosystem", "pilot_base", "services"], "value": ["model", "data", "validation", "standards_evaluation", "investment"], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "pilot_base", "external_users_target"]}, {"args": {"count": 4, "min": 5, "services": [{"term": "service_investment"}]}, "code": "capacity_unstated", "path": ["ecosystem", "pilot_base", "capacity_zh"], "related": [["ecosystem", "pilot_base", "services"]]}}}},
	"14 innovation translation adopters: []": {"base": "14", "path": ["proposal", "innovation", "translation", "adopters"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "pilot_base", "tariff_zh"]}, {"args": {}, "code": "missing", "path": ["innovation", "translation", "adopters"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"7 applicant name": {"base": "7", "path": ["proposal", "applicant", "name"], "says": {"applies": true, "findings": set()}},
	"7 partners 0 name": {"base": "7", "path": ["proposal", "partners", "0", "name"], "says": {"applies": true, "findings": set()}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
