# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.rules.comp_05_sharing_edges_test

import data.aiplus.rules.comp_05 as this
import data.lib.edits_test as edits

_bases := {
	"15": {"proposal": {"compute": {"sharing": {"external_users": 120, "platform": "全国一体化算力网甘肃枢纽调度平台", "public_share_pct": 20, "sme_discount_pct": 30}}, "project": {"type": "compute_facility"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"15 compute sharing platform: ": {"base": "15", "path": ["proposal", "compute", "sharing", "platform"], "value": "", "says": {"applies": true, "findings": {{"args": {}, "code": "missing", "path": ["compute", "facility", "utilisation_y3_pct"]}, {"args": {}, "code": "missing", "path": ["compute", "sharing", "platform"]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
