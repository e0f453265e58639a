package aiplus.rules.comp_05_test

import data.aiplus.rules.comp_05 as rule

_sharing := {"platform": "全国一体化算力网甘肃枢纽调度平台", "public_share_pct": 20, "sme_discount_pct": 30, "external_users": 120}

_base := {
	"project": {"type": "compute_facility"},
	"compute": {"facility": {"utilisation_y3_pct": 65}, "sharing": _sharing},
}

_with(changes) := object.union(_base, {"compute": {"sharing": object.union(_sharing, changes)}})

_used(share) := object.union(_base, {"compute": {"facility": {"utilisation_y3_pct": share}}})

_passing := {
	"shared": _base,
	"just used enough": _used(60),
	"nearly full": _used(94.9),
	"two users": _with({"external_users": 2}),
	"an English name": _with({"platform": "Gansu compute exchange"}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_fails_without_field[field] if {
	some field, _ in _sharing
	found := rule.findings with input.proposal as json.remove(_base, [concat("/", ["compute/sharing", field])])
	found == {{"code": "missing", "path": ["compute", "sharing", field], "args": {}}}
}

test_fails_without_utilisation if {
	found := rule.findings with input.proposal as json.remove(_base, ["compute/facility"])
	found == {{"code": "missing", "path": ["compute", "facility", "utilisation_y3_pct"], "args": {}}}
}

_failing := {
	"hardly used": {"proposal": _used(59.9), "want": {"utilisation_low"}},
	"as good as full": {"proposal": _used(95), "want": {"utilisation_full"}},
	"open to the whole society": {"proposal": _with({"platform": "面向全社会开放"}), "want": {"platform_vague"}},
	"nothing for the public": {"proposal": _with({"public_share_pct": 0}), "want": {"public_none"}},
	"nothing for small enterprises": {"proposal": _with({"sme_discount_pct": 0}), "want": {"discount_none"}},
	"one customer": {"proposal": _with({"external_users": 1}), "want": {"users_few"}},
}

test_fails[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

_utilisation := ["compute", "facility", "utilisation_y3_pct"]

# What each code says: where, about what else, with which values.
_said := {
	"utilisation_low": {"case": "hardly used", "path": _utilisation, "args": {"share": 59.9, "min": 60}},
	"utilisation_full": {"case": "as good as full", "path": _utilisation, "args": {"share": 95, "max": 95}},
	"platform_vague": {
		"case": "open to the whole society",
		"path": ["compute", "sharing", "platform"],
		"args": {"platform": "面向全社会开放"},
	},
	"public_none": {"case": "nothing for the public", "path": ["compute", "sharing", "public_share_pct"], "args": {}},
	"discount_none": {
		"case": "nothing for small enterprises",
		"path": ["compute", "sharing", "sme_discount_pct"],
		"args": {},
	},
	"users_few": {
		"case": "one customer",
		"path": ["compute", "sharing", "external_users"],
		"args": {"users": 1, "min": 2},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	found := rule.findings with input.proposal as _failing[tc.case].proposal
	want in found
}

test_applies if rule.applies with input.proposal as _base

test_does_not_apply_without_facility if {
	not rule.applies with input.proposal as {"project": {"type": "application"}}
}
