# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.fina_02_funding_edges_test

import data.aiplus.rules.fina_02 as this
import data.lib.edits_test as edits

_bases := {
	"1": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 0, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "secured"}, {"amount": 20, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}, {"amount": 40, "kind": "local_fiscal", "status": "planned"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
	"5": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "planned"}, {"amount": 20, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}, {"amount": 40, "kind": "local_fiscal", "status": "planned"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
	"6": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "secured"}, {"amount": 0.01, "evidence": "EV-16", "kind": "self", "status": "secured"}, {"amount": 20, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}, {"amount": 40, "kind": "local_fiscal", "status": "planned"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
	"8": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "secured"}, {"amount": 20, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}, {"amount": 40, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
	"12": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "secured"}, {"amount": 20, "kind": "bank_loan", "status": "committed"}, {"amount": 40, "kind": "local_fiscal", "status": "planned"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
	"13": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "secured"}, {"amount": 60, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
	"17": {"proposal": {"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"}, "evidence": [{"id": "EV-14", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-14"}, {"id": "EV-15", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-15"}, {"id": "EV-16", "issued_on": "2026-09-30", "issuer": "甲", "kind": "letter", "sha256": "EV-16"}], "finance": {"sources": [{"amount": 40, "evidence": "EV-99", "kind": "self", "status": "secured"}, {"amount": 20, "evidence": "EV-15", "kind": "bank_loan", "status": "committed"}, {"amount": 40, "kind": "local_fiscal", "status": "planned"}], "total_cny_wan": 100}, "meta": {"submitted_on": "2026-10-15"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_plain := {
	"12": {"applies": true, "findings": {{"args": {"kind": {"term": "source_kind_bank_loan"}, "source": 2, "status": {"term": "funding_committed"}}, "code": "unproven", "path": ["finance", "sources", 1, "evidence"], "related": [["finance", "sources", 1, "status"]]}}},
	"17": {"applies": true, "findings": {{"args": {"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}, "kind": {"term": "source_kind_self"}, "source": 1}, "code": "evidence_weak", "path": ["finance", "sources", 0, "evidence"], "related": [["evidence"]]}}},
	"8": {"applies": true, "findings": {{"args": {"evidence": "EV-15", "kind": {"term": "source_kind_bank_loan"}, "source": 3}, "code": "letter_twice", "path": ["finance", "sources", 2, "evidence"], "related": [["finance", "sources", 1, "evidence"]]}}},
	"5": {"applies": true, "findings": {{"args": {"min": 60, "pct": 20}, "code": "funding_short", "path": ["finance", "sources"], "related": [["finance", "sources", 0, "status"], ["finance", "sources", 2, "status"]]}}},
	"1": {"applies": true, "findings": {{"args": {"revenue_wan": 0, "self_wan": 40, "times": 2}, "code": "self_beyond_revenue", "path": ["finance", "sources"], "related": [["applicant", "revenue_cny_wan"], ["finance", "sources", 0, "amount"]]}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"13 finance sources": {"base": "13", "path": ["proposal", "finance", "sources"], "value": [{"amount": 40, "evidence": "EV-14", "kind": "self", "status": "secured"}], "says": {"applies": true, "findings": {{"args": {"min": 60, "pct": 40}, "code": "funding_short", "path": ["finance", "sources"], "related": []}}}},
	"5 finance sources 1 amount: 0": {"base": "5", "path": ["proposal", "finance", "sources", 1, "amount"], "value": 0, "says": {"applies": true, "findings": {{"args": {"min": 60, "pct": 0}, "code": "funding_short", "path": ["finance", "sources"], "related": [["finance", "sources", 0, "status"], ["finance", "sources", 2, "status"]]}}}},
	"6 finance sources 1 amount: -1": {"base": "6", "path": ["proposal", "finance", "sources", 1, "amount"], "value": -1, "says": {"applies": true, "findings": set()}},
	"6 applicant sector_gb4754: M": {"base": "6", "path": ["proposal", "applicant", "sector_gb4754"], "value": "M", "says": {"applies": true, "findings": {{"args": {"revenue_wan": 20, "self_wan": 40.01, "times": 2}, "code": "self_beyond_revenue", "path": ["finance", "sources"], "related": [["applicant", "revenue_cny_wan"], ["finance", "sources", 0, "amount"], ["finance", "sources", 1, "amount"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
