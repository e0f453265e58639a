package aiplus.rules.govn_04_test

import data.aiplus.rules.govn_04 as rule

_partner := {"country": "KE", "org": "Example University", "agreement": "EV-01"}

_item(id, kind) := {"id": id, "kind": kind, "issuer": "双方", "issued_on": "2026-09-01", "sha256": id, "number": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"governance": {"international": {
		"claims": true,
		"partners": [_partner],
		"capacity_people": 40,
		"artifacts_shared": ["A1"],
		"standards": [{"body": "ITU-T", "role": "co-editor"}],
		"export_control_check": true,
	}},
	"opensource": {"artifacts": [
		{"id": "A1", "type": "code", "licence_spdx": "Apache-2.0"},
		{"id": "A2", "type": "dataset", "licence_spdx": "LicenseRef-custom"},
	]},
	"data": {"datasets": [{"id": "D1", "cross_border": {"planned": false}}]},
	"evidence": [_item("EV-01", "contract"), _item("EV-02", "letter"), _item("EV-03", "report")],
}

_with(edit) := object.union(_base, edit)

_changed(edit) := _with({"governance": {"international": edit}})

_without(path) := json.remove(_base, [path])

# An interface to a model somewhere.
_somewhere := {"models": [{"id": "M1", "origin": "third_party_api"}]}

_abroad := {"models": [{"id": "M1", "origin": "third_party_api", "base_model": {"country": "US"}}]}

_passing := {
	"a partner with a contract": _base,
	"a partner with a letter": _changed({"partners": [object.union(_partner, {"agreement": "EV-02"})]}),
	"one of two partners abroad": _changed({"partners": [_partner, object.union(_partner, {"country": "CN"})]}),
	"no data": _without("data"),
	"no data, and models that say nothing of where they come from": object.union(_without("data"), {"models": [{"id": "M1"}]}),
	"a list without data, and such models": _with({"data": {"datasets": []}, "models": [{"id": "M1"}]}),
	"no data, and an interface that says nothing of where it is": object.union(_without("data"), _somewhere),
	"a list without data, and such an interface": object.union(_with({"data": {"datasets": []}}), _somewhere),
	"no data, and computing abroad": object.union(_without("data"), _abroad),
	"a list without data, and computing abroad": object.union(_with({"data": {"datasets": []}}), _abroad),
	"weights of others, from anywhere": _with({"models": [{"id": "M1", "origin": "third_party_weights"}]}),
	"other evidence, of no kind": _with({"evidence": array.concat(_base.evidence, [{"id": "EV-04"}])}),
	"a transfer that is declared": object.union(_with({"data": {"datasets": [{"cross_border": {"planned": true}}]}}), _abroad),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies_to_claims_abroad if {
	rule.applies with input.proposal as _base
}

test_does_not_apply_at_home if {
	not rule.applies with input.proposal as _without("governance")
}

_section(field) := ["governance", "international", field]

_missing := {
	"partners": {"path": "governance/international/partners", "want": _section("partners")},
	"people": {"path": "governance/international/capacity_people", "want": _section("capacity_people")},
	"artifacts": {"path": "governance/international/artifacts_shared", "want": _section("artifacts_shared")},
	"standards": {"path": "governance/international/standards", "want": _section("standards")},
	"the check": {"path": "governance/international/export_control_check", "want": _section("export_control_check")},
	"a country": {
		"path": "governance/international/partners/0/country",
		"want": array.concat(_section("partners"), [0, "country"]),
	},
	"an organisation": {
		"path": "governance/international/partners/0/org",
		"want": array.concat(_section("partners"), [0, "org"]),
	},
	"an agreement": {
		"path": "governance/international/partners/0/agreement",
		"want": array.concat(_section("partners"), [0, "agreement"]),
	},
	"a body": {
		"path": "governance/international/standards/0/body",
		"want": array.concat(_section("standards"), [0, "body"]),
	},
	"a role": {
		"path": "governance/international/standards/0/role",
		"want": array.concat(_section("standards"), [0, "role"]),
	},
	"whether data leave": {
		"path": "data/datasets/0/cross_border/planned",
		"want": ["data", "datasets", 0, "cross_border", "planned"],
	},
	"the kind of an agreement": {"path": "evidence/0/kind", "want": ["evidence", 0, "kind"]},
	"the type of what is shared": {
		"path": "opensource/artifacts/0/type",
		"want": ["opensource", "artifacts", 0, "type"],
	},
	"the licence of what is shared": {
		"path": "opensource/artifacts/0/licence_spdx",
		"want": ["opensource", "artifacts", 0, "licence_spdx"],
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as _without(tc.path)
	got := {[f.code, f.path] | some f in found}
	got == {["missing", tc.want]}
}

_interface := _with({"models": [{"id": "M1", "origin": "third_party_api", "base_model": {"country": "CN"}}]})

test_fails_without_what_tells_where_data_go[path] if {
	some path, want in {
		"models/0/origin": ["models", 0, "origin"],
		"models/0/base_model": ["models", 0, "base_model", "country"],
	}
	found := rule.findings with input.proposal as json.remove(_interface, [path])
	{[f.code, f.path] | some f in found} == {["missing", want]}
}

_failing := {
	"partners at home": {
		"proposal": _changed({"partners": [object.union(_partner, {"country": "CN"}), object.union(_partner, {"country": "HK"})]}),
		"want": {"no_partner_abroad"},
	},
	"one partner, who is at home": {
		"proposal": _changed({"partners": [object.union(_partner, {"country": "CN"})]}),
		"want": {"no_partner_abroad"},
	},
	"partners in Macao and Taiwan": {
		"proposal": _changed({"partners": [object.union(_partner, {"country": "MO"}), object.union(_partner, {"country": "TW"})]}),
		"want": {"no_partner_abroad"},
	},
	"a list without partners": {"proposal": _changed({"partners": []}), "want": {"missing"}},
	"a report for an agreement, issued after the submission": {
		"proposal": object.union(
			_changed({"partners": [object.union(_partner, {"agreement": "EV-05"})]}),
			{"evidence": array.concat(_base.evidence, [object.union(_item("EV-05", "report"), {"issued_on": "2026-10-16"})])},
		),
		"want": {"agreement_weak"},
	},
	"an agreement that is not listed": {
		"proposal": _changed({"partners": [object.union(_partner, {"agreement": "EV-99"})]}),
		"want": {"agreement_weak"},
	},
	"a report for an agreement": {
		"proposal": _changed({"partners": [object.union(_partner, {"agreement": "EV-03"})]}),
		"want": {"agreement_wrong_kind"},
	},
	"nobody learns": {"proposal": _changed({"capacity_people": 0}), "want": {"no_capacity"}},
	"an artifact that is not there": {"proposal": _changed({"artifacts_shared": ["A99"]}), "want": {"artifact_unknown"}},
	"an artifact that is not open": {"proposal": _changed({"artifacts_shared": ["A1", "A2"]}), "want": {"artifact_not_open"}},
	"no check": {"proposal": _changed({"export_control_check": false}), "want": {"export_not_checked"}},
	"data that leave": {"proposal": _with(_abroad), "want": {"data_leave"}},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

# The second of two agreements, each of which is looked for among all evidence.
test_fails_without_the_kind_of_one_of_two_agreements if {
	found := rule.findings with input.proposal as json.remove(
		_changed({"partners": [_partner, object.union(_partner, {"agreement": "EV-02"})]}),
		["evidence/1/kind"],
	)
	{[f.code, f.path] | some f in found} == {["missing", ["evidence", 1, "kind"]]}
}

# A partner without a name is called by its place in the list.
test_names_the_partner if {
	found := rule.findings with input.proposal as _changed({"partners": [
		_partner,
		{"country": "KE", "agreement": "EV-03"},
	]})
	{f.args.org | some f in found; f.code == "agreement_wrong_kind"} == {2}
}
