# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.readings.inclusion_inclusion_edges_test

import data.aiplus.readings.inclusion as this
import data.lib.edits_test as edits

_bases := {
	"0": {"proposal": {"inclusion": {"coverage": {"disadvantaged_pct": 19.9}}}},
	"2": {"proposal": {"inclusion": {"coverage": {"sites_primary": 2, "sites_total": 10}}}},
	"3": {"proposal": {"inclusion": {"coverage": {"sites_primary": 3, "sites_total": 10}, "threshold": {"benchmark_price_cny": 5, "unit_price_cny": 9}}}},
}

_said(document) := said if {
	said := {name: value | some name in ["alternatives"]; value := this[name]} with input as document
}

_plain := {
	"0": {"alternatives": {"disadvantaged": {"incl_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "benchmark_price_cny"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "unit_price_cny"]}, {"args": {"min": 20, "share": 19.9}, "code": "disadvantaged_few", "path": ["inclusion", "coverage", "disadvantaged_pct"]}}}}, "primary": {"incl_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "benchmark_price_cny"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "unit_price_cny"]}, {"args": {"min": 30, "primary": 0, "total": 0}, "code": "primary_few", "path": ["inclusion", "coverage", "sites_primary"], "related": [["inclusion", "coverage", "sites_total"]]}}}}}},
}

test_as_it_is[name] if {
	some name, says in _plain
	_said(_bases[name]) == says
}

_changed := {
	"2 inclusion coverage sites_total: 0.5": {"base": "2", "path": ["proposal", "inclusion", "coverage", "sites_total"], "value": 0.5, "says": {"alternatives": {"disadvantaged": {"incl_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "benchmark_price_cny"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "unit_price_cny"]}, {"args": {"min": 20, "share": 0}, "code": "disadvantaged_few", "path": ["inclusion", "coverage", "disadvantaged_pct"]}}}}, "primary": {"incl_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "benchmark_price_cny"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "unit_price_cny"]}}}}}}},
	"3 inclusion coverage sites_total: 10.01": {"base": "3", "path": ["proposal", "inclusion", "coverage", "sites_total"], "value": 10.01, "says": {"alternatives": {"disadvantaged": {"incl_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {"min": 20, "share": 0}, "code": "disadvantaged_few", "path": ["inclusion", "coverage", "disadvantaged_pct"]}}}}, "primary": {"incl_02": {"applies": false, "findings": {{"args": {}, "code": "missing", "path": ["inclusion", "threshold", "device_min_zh"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "languages"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "offline"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "onboarding_hours"]}, {"args": {}, "code": "missing", "path": ["inclusion", "threshold", "price_model"]}, {"args": {"min": 30, "primary": 3, "total": 10.01}, "code": "primary_few", "path": ["inclusion", "coverage", "sites_primary"], "related": [["inclusion", "coverage", "sites_total"]]}}}}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
