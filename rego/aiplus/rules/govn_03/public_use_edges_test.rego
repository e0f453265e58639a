# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.govn_03_public_use_edges_test

import data.aiplus.rules.govn_03 as this
import data.lib.edits_test as edits

_bases := {
	"2": {"proposal": {"evidence": [{"id": "EV-40", "issued_on": "2026-09-30", "issuer": "第三方", "kind": "report", "sha256": "40"}], "governance": {"public_use": {"authority": "云汀市政务服务管理局", "exit_zh": "分派准确率连续两周低于90%即停用，4小时内恢复人工派单", "human_decision": false, "impact_assessment": "EV-40", "legal_basis_zh": "《优化营商环境条例》第三十七条，《市12345热线管理办法（试行）》", "scope_zh": "仅限热线工单分派建议，不用于信访认定"}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"ai_plus_domain": "governance"}, "scenarios": [{"autonomy_level": 4, "human_role": "out_of_loop", "id": "S1", "subject": "equipment"}]}},
	"7": {"proposal": {"evidence": [{"id": "EV-40", "issued_on": "2026-09-30", "issuer": "第三方", "kind": "report", "sha256": "40"}], "governance": {"public_use": {"authority": "云汀市政务服务管理局", "exit_zh": "分派准确率连续两周低于90%即停用，4小时内恢复人工派单", "human_decision": true, "impact_assessment": "EV-40", "legal_basis_zh": "《优化营商环境条例》第三十七条，《市12345热线管理办法（试行）》", "scope_zh": "仅限热线工单分派建议，不用于信访认定"}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"ai_plus_domain": "governance"}, "scenarios": [{"autonomy_level": 3, "human_role": "out_of_loop", "id": "S1", "subject": "natural_person"}]}},
	"9": {"proposal": {"evidence": [{"id": "EV-40", "issued_on": "2026-09-30", "issuer": "第三方", "kind": "report", "sha256": "40"}], "governance": {"public_use": {"authority": "云汀市政务服务管理局", "exit_zh": "分派准确率连续两周低于90%即停用，4小时内恢复人工派单", "human_decision": true, "impact_assessment": "EV-40", "legal_basis_zh": "《优化营商环境条例》第三十七条，《市12345热线管理办法（试行）》", "scope_zh": "仅限热线工单分派建议，不用于信访认定"}}, "meta": {"submitted_on": "2026-10-20"}, "project": {"ai_plus_domain": "governance"}, "scenarios": [{"autonomy_level": 4, "human_role": "in_loop", "id": "S1", "subject": "natural_person"}]}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"2 scenarios 0 subject: organisation": {"base": "2", "path": ["proposal", "scenarios", 0, "subject"], "value": "organisation", "says": {"applies": true, "findings": {{"args": {}, "code": "machine_decides", "path": ["governance", "public_use", "human_decision"], "related": [["scenarios", 0, "subject"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}

_without := {
	"9 scenarios 0 id": {"base": "9", "path": ["proposal", "scenarios", "0", "id"], "says": {"applies": true, "findings": {{"args": {"level": 4, "scenario": 1}, "code": "acts_by_itself", "path": ["governance", "public_use", "human_decision"], "related": [["scenarios", 0, "autonomy_level"]]}}}},
	"7 scenarios 0 id": {"base": "7", "path": ["proposal", "scenarios", "0", "id"], "says": {"applies": true, "findings": {{"args": {"scenario": 1}, "code": "nobody_in_the_loop", "path": ["governance", "public_use", "human_decision"], "related": [["scenarios", 0, "human_role"]]}}}},
}

test_without[name] if {
	some name, tc in _without
	_said(edits.drop(_bases[tc.base], tc.path)) == tc.says
}
