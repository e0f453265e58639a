# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.ecos_05_transfer_edges_test

import data.aiplus.rules.ecos_05 as this
import data.lib.edits_test as edits

_bases := {
	"8": {"proposal": {"ecosystem": {"platform": {"api_docs": "EV-34", "components": ["判级接口"], "external_users": 1, "sla_pct": 99}, "transfer": {"ip_terms": "EV-35", "targets": [{"by": "2026-12-01", "count": 3, "kind": "licence", "value_cny_wan": 180}, {"by": "2028-11-30", "count": 1, "kind": "standard", "value_cny_wan": 0}]}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-28"}, {"id": "EV-34", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-34"}, {"id": "EV-35", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-35"}], "finance": {"price_basis_zh": "首年免费，其后按5折", "unit_price_cny": 0}, "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01", "type": "common_platform"}}},
	"18": {"proposal": {"ecosystem": {"platform": {"api_docs": "EV-34", "components": ["判级接口"], "external_users": 1, "sla_pct": 99}, "transfer": {"ip_terms": "EV-35", "targets": [{"by": "2026-12-01", "kind": "licence", "value_cny_wan": 180}, {"by": "2028-11-30", "count": 1, "kind": "standard", "value_cny_wan": 0}]}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-28"}, {"id": "EV-34", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-34"}, {"id": "EV-35", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-35"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "湘汇代理"}]}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01", "type": "common_platform"}}},
	"21": {"proposal": {"ecosystem": {"platform": {"api_docs": "EV-34", "components": ["判级接口"], "external_users": 1, "sla_pct": 99}, "transfer": {"ip_terms": "EV-35"}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-28"}, {"id": "EV-34", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-34"}, {"id": "EV-35", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-35"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "湘汇代理"}]}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01", "type": "common_platform"}}},
	"25": {"proposal": {"ecosystem": {"platform": {"api_docs": "EV-34", "components": ["判级接口"], "external_users": 1, "sla_pct": 99}, "transfer": {"ip_terms": "各方另行协商", "targets": [{"by": "2026-12-01", "count": 3, "kind": "licence", "value_cny_wan": 180}, {"by": "2028-11-30", "count": 1, "kind": "standard", "value_cny_wan": 0}]}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-28"}, {"id": "EV-34", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-34"}, {"id": "EV-35", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-35"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "湘汇代理"}]}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01", "type": "common_platform"}}},
	"28": {"proposal": {"ecosystem": {"platform": {"api_docs": "EV-34", "components": ["判级接口"], "external_users": 1, "sla_pct": 99}, "transfer": {"targets": [{"by": "2026-12-01", "count": 3, "kind": "licence", "value_cny_wan": 180}, {"by": "2028-11-30", "count": 1, "kind": "standard", "value_cny_wan": 0}]}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-28"}, {"id": "EV-34", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-34"}, {"id": "EV-35", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-35"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "湘汇代理"}]}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01", "type": "common_platform"}}},
	"38": {"proposal": {"ecosystem": {"transfer": {"ip_terms": "EV-35", "targets": [{"by": "2026-12-01", "count": 3, "kind": "licence", "value_cny_wan": 180}, {"by": "2028-11-30", "count": 1, "kind": "standard", "value_cny_wan": 0}]}}, "evidence": [{"id": "EV-28", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-28"}, {"id": "EV-34", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-34"}, {"id": "EV-35", "issued_on": "2026-09-30", "issuer": "双方", "sha256": "EV-35"}], "innovation": {"translation": {"adopters": [{"agreement": "EV-28", "name": "湘汇代理"}]}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"end": "2028-11-30", "start": "2026-12-01", "type": "research"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"28 ecosystem platform: {}": {"base": "28", "path": ["proposal", "ecosystem", "platform"], "value": {}, "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "platform"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "transfer", "ip_terms"]}}}},
	"25 ecosystem platform: {\"components\": [\"判级接口\"]}": {"base": "25", "path": ["proposal", "ecosystem", "platform"], "value": {"components": ["判级接口"]}, "says": {"applies": true, "findings": {{"args": {}, "code": "ip_terms_vague", "path": ["ecosystem", "transfer", "ip_terms"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "platform", "api_docs"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "platform", "external_users"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "platform", "sla_pct"]}}}},
	"18 ecosystem transfer targets: []": {"base": "18", "path": ["proposal", "ecosystem", "transfer", "targets"], "value": [], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "transfer", "targets"]}}}},
	"8 ecosystem transfer targets": {"base": "8", "path": ["proposal", "ecosystem", "transfer", "targets"], "value": [{"by": "2028-11-30", "count": 1, "kind": "standard", "value_cny_wan": 0}], "says": {"applies": true, "findings": {{"args": {}, "code": "worth_nothing", "path": ["ecosystem", "transfer", "targets"], "related": [["ecosystem", "transfer", "targets", 0, "value_cny_wan"]]}}}},
	"38 innovation translation adopters: []": {"base": "38", "path": ["proposal", "innovation", "translation", "adopters"], "value": [], "says": {"applies": true, "findings": {{"args": {"value_wan": 180}, "code": "value_unfounded", "path": ["ecosystem", "transfer", "targets"], "related": [["innovation", "translation", "adopters"], ["partners"], ["finance", "unit_price_cny"], ["finance", "price_basis_zh"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"21 ecosystem transfer ip_terms": {"base": "21", "path": ["proposal", "ecosystem", "transfer", "ip_terms"], "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "transfer"]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
