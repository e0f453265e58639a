# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.readings.benefits_benefits_edges_test

import data.aiplus.readings.benefits as this
import data.lib.edits_test as edits

_bases := {
	"3": {"proposal": {"finance": {"cashflow": [{"income_cny_wan": 1, "year": 2027}]}}},
}

_said(document) := said if {
	said := {name: value | some name in ["alternatives"]; value := this[name]} with input as document
}

_changed := {
	"3 finance cashflow: []": {"base": "3", "path": ["proposal", "finance", "cashflow"], "value": [], "says": {"alternatives": {"contribution": {"data_09": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["data", "benefit_sharing"]}, {"args": {}, "code": "not_by_contribution", "path": ["data", "benefit_sharing", "method"]}}}}, "money": {"data_09": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["data", "benefit_sharing"]}, {"args": {}, "code": "no_money_behind", "path": ["data", "benefit_sharing"], "related": [["finance", "cashflow"]]}}}}}}},
	"3 finance cashflow 0 income_cny_wan: 0": {"base": "3", "path": ["proposal", "finance", "cashflow", 0, "income_cny_wan"], "value": 0, "says": {"alternatives": {"contribution": {"data_09": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["data", "benefit_sharing"]}, {"args": {}, "code": "not_by_contribution", "path": ["data", "benefit_sharing", "method"]}}}}, "money": {"data_09": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["data", "benefit_sharing"]}, {"args": {}, "code": "no_money_behind", "path": ["data", "benefit_sharing"], "related": [["finance", "cashflow"]]}}}}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
