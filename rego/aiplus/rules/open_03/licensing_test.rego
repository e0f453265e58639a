package aiplus.rules.open_03_test

import data.aiplus.rules.open_03 as rule

_dataset := {
	"id": "D1",
	"purpose": ["finetune"],
	"source": "collected",
	"licence_spdx": "LicenseRef-internal",
	"rights": {"hold": ["applicant"]},
}

_foreign(licence) := {
	"id": "D1",
	"purpose": ["finetune"],
	"source": "open_licence",
	"licence_spdx": licence,
	"rights": {"hold": ["某基金会"]},
}

_artifact(type, licence) := {"id": "A1", "type": type, "licence_spdx": licence}

_released(type, licence) := {
	"opensource": {"strategy": "open", "artifacts": [_artifact(type, licence)]},
	"data": {"datasets": [_dataset]},
}

_from(source, licence) := object.union(_released("dataset", licence), {"data": {"datasets": [_foreign(source)]}})

_without(proposal, path) := json.remove(proposal, [path])

_passing := {
	"code": _released("code", "MulanPSL-2.0"),
	"weights": _released("weights", "Apache-2.0"),
	"own data": _released("dataset", "CC0-1.0"),
	"documents": _released("docs", "CC-BY-4.0"),
	"data of others under the same licence": _from("CC-BY-SA-4.0", "CC-BY-SA-4.0"),
	"code from a project that shows no data": _without(_released("code", "MIT"), "data"),
	"code does not come from data": object.union(_released("code", "MIT"), {"data": {"datasets": [_foreign("CC-BY-NC-4.0")]}}),
	"code from a project whose data say nothing of themselves": object.union(
		_without(_released("code", "MIT"), "data"),
		{"data": {"datasets": [{"id": "D1"}]}},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_applying := {"open": true, "partial": true, "closed": false, "not_applicable": false}

test_applies[strategy] if {
	some strategy, want in _applying
	got := rule.applies with input.proposal as {"opensource": {"strategy": strategy}}
	got == want
}

_missing := {
	"artifacts": {"proposal": {"opensource": {"strategy": "open"}}, "want": {["opensource", "artifacts"]}},
	"a type": {
		"proposal": _without(_released("code", "MIT"), "opensource/artifacts/0/type"),
		"want": {["opensource", "artifacts", 0, "type"]},
	},
	"a licence": {
		"proposal": _without(_released("code", "MIT"), "opensource/artifacts/0/licence_spdx"),
		"want": {["opensource", "artifacts", 0, "licence_spdx"]},
	},
	"datasets": {"proposal": _without(_released("dataset", "CC0-1.0"), "data"), "want": {["data", "datasets"]}},
	"the licence of the data": {
		"proposal": _without(_from("CC-BY-NC-4.0", "CC-BY-4.0"), "data/datasets/0/licence_spdx"),
		"want": {["data", "datasets", 0, "licence_spdx"]},
	},
	"the purpose of the data": {
		"proposal": _without(_released("dataset", "CC0-1.0"), "data/datasets/0/purpose"),
		"want": {["data", "datasets", 0, "purpose"]},
	},
	"data, where a dataset is released beside code": {
		"proposal": _without(
			object.union(_released("dataset", "CC0-1.0"), {"opensource": {"artifacts": [
				_artifact("code", "MIT"),
				_artifact("dataset", "CC0-1.0"),
			]}}),
			"data",
		),
		"want": {["data", "datasets"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"not for commerce": {"proposal": _released("weights", "CC-BY-NC-4.0"), "want": {"licence_restricted"}},
	"a phrase": {"proposal": _released("code", "自定义开源协议"), "want": {"licence_unreadable"}},
	"terms of one's own": {"proposal": _released("dataset", "LicenseRef-custom"), "want": {"licence_custom"}},
	"source to look at": {"proposal": _released("code", "SSPL-1.0"), "want": {"licence_not_open"}},
	"wider than the source": {"proposal": _from("CC-BY-SA-4.0", "CC-BY-4.0"), "want": {"release_wider"}},
	"data that may be of others": {
		"proposal": _without(_released("dataset", "CC0-1.0"), "data/datasets/0/source"),
		"want": {"release_wider"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

test_says_what_would_do if {
	found := rule.findings with input.proposal as _released("weights", "CC-BY-NC-4.0")
	found == {{
		"code": "licence_restricted",
		"path": ["opensource", "artifacts", 0, "licence_spdx"],
		"related": [["opensource", "artifacts", 0, "type"]],
		"args": {
			"artifact": "A1",
			"type": {"term": "artifact_weights"},
			"licence": "CC-BY-NC-4.0",
			"forbids": [{"term": "licence_noncommercial"}],
			"accepted": ["Apache-2.0", "MIT", "MulanPSL-2.0", "OpenMDW-1.0"],
		},
	}}
}

test_calls_an_artifact_without_an_id_by_its_place if {
	found := rule.findings with input.proposal as object.union(
		_from("CC-BY-SA-4.0", "CC-BY-4.0"),
		{"opensource": {"artifacts": [
			_artifact("code", "MIT"),
			{"type": "dataset", "licence_spdx": "CC-BY-4.0"},
			{"type": "code", "licence_spdx": "CC-BY-NC-4.0"},
		]}},
	)
	{[f.code, f.args.artifact] | some f in found} == {["release_wider", 2], ["licence_restricted", 3]}
}
