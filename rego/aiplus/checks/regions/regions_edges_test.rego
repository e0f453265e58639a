# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.checks.regions_regions_edges_test

import data.aiplus.rules.incl_06 as this
import data.lib.edits_test as edits

_bases := {
	"18": {"proposal": {"evidence": [{"id": "EV-30", "issued_on": "2026-09-01", "issuer": "省卫健委", "kind": "report", "sha256": "30"}], "inclusion": {"coverage": {"beneficiaries": 200, "disadvantaged_pct": 0.1, "sites_primary": 3, "sites_total": 10}, "sharing": {"free_sites": 5}}, "meta": {"submitted_on": "2026-10-15"}, "plan": {"milestones": [{"accept_zh": "点位验收5个", "due": "2027-12-31", "id": "N1", "kind": "normal"}], "work_packages": [{"end": "2027-12-31", "id": "W1", "outputs": ["模型", "基层上线工具包（含课程）"]}, {"end": "2028-10-31", "id": "W2", "outputs": []}]}, "project": {"ai_plus_domain": "livelihood", "end": "2028-10-31", "problem": {"affected_people": 150}, "start": "2026-11-01"}, "scenarios": [{"id": "S1", "regions": ["411700"], "target_groups": ["patients", "general"], "users_annual": 100}]}},
}

_said(document) := said if {
	said := {name: value | some name in ["applies", "findings"]; value := this[name]} with input as document
}

_changed := {
	"18 project: {\"start\": \"2026-11-01\"}": {"base": "18", "path": ["proposal", "project"], "value": {"start": "2026-11-01"}, "says": {"applies": true, "findings": {{"args": {"affected": 0, "people": 200, "users": 100, "years": 1}, "code": "above_users", "path": ["inclusion", "coverage", "beneficiaries"], "related": [["scenarios", 0, "users_annual"]]}, {"args": {"sites": 5}, "code": "free_sites_undated", "path": ["inclusion", "sharing", "free_sites"], "related": [["plan", "milestones"]]}}}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
