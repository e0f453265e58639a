# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.readings.tolerance_tolerance_edges_test

import data.aiplus.readings.tolerance as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"ecosystem": {"tolerance": {"issuer": "x"}}}},
	"3": {"proposal": {"finance": {"risk_sharing": [{"cover_cny_wan": 5, "instrument": "reserve"}, {"cover_cny_wan": 0, "instrument": "insurance"}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["alternatives"]; value := this[name]} with input as document
}

_plain := {
	"0": {"alternatives": {"insured": {"ecos_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "covered_zh"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "decision_body"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "excluded_zh"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "policy"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "stop_loss_cny_wan"]}, {"args": {}, "code": "missing", "path": ["finance", "total_cny_wan"]}, {"args": {}, "code": "missing", "path": ["governance", "review", "interval_months"]}, {"args": {}, "code": "missing", "path": ["project", "end"]}, {"args": {}, "code": "missing", "path": ["project", "start"]}, {"args": {}, "code": "not_insured", "path": ["finance", "risk_sharing"]}}}}, "written": {"ecos_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "covered_zh"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "excluded_zh"]}, {"args": {}, "code": "missing", "path": ["ecosystem", "tolerance", "policy"]}, {"args": {}, "code": "missing", "path": ["finance", "total_cny_wan"]}, {"args": {}, "code": "missing", "path": ["project", "end"]}, {"args": {}, "code": "missing", "path": ["project", "start"]}}}}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"3 finance risk_sharing 1 cover_cny_wan: 0.01": {"base": "3", "path": ["proposal", "finance", "risk_sharing", 1, "cover_cny_wan"], "value": 0.01, "says": {"alternatives": {"insured": {"ecos_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "tolerance"]}, {"args": {}, "code": "missing", "path": ["finance", "total_cny_wan"]}, {"args": {}, "code": "missing", "path": ["governance", "review", "interval_months"]}, {"args": {}, "code": "missing", "path": ["project", "end"]}, {"args": {}, "code": "missing", "path": ["project", "start"]}}}}, "written": {"ecos_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["ecosystem", "tolerance"]}, {"args": {}, "code": "missing", "path": ["finance", "total_cny_wan"]}, {"args": {}, "code": "missing", "path": ["project", "end"]}, {"args": {}, "code": "missing", "path": ["project", "start"]}}}}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
