package aiplus.checks.licences_test

import data.aiplus.checks.licences

_opened := {
	"code": {"type": "code", "licences": {"Apache-2.0", "MIT", "MulanPSL-2.0", "GPL-3.0-only", "AGPL-3.0-or-later", "EPL-2.0"}},
	"training code": {"type": "training_code", "licences": {"BSD-3-Clause", "GPL-2.0-only WITH Classpath-exception-2.0"}},
	"evaluation code": {"type": "eval_code", "licences": {"Apache-2.0 AND MIT", "mpl-2.0"}},
	"tool": {"type": "tool", "licences": {"LGPL-2.1+", "LicenseRef-commercial OR Apache-2.0"}},
	"weights": {"type": "weights", "licences": {"Apache-2.0", "MIT", "MulanPSL-2.0", "OpenMDW-1.0"}},
	"dataset": {
		"type": "dataset",
		"licences": {
			"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0",
			"ODbL-1.0",
		},
	},
	"documents": {"type": "docs", "licences": {"CC-BY-4.0", "MIT"}},
	"information about data": {"type": "data_information", "licences": {"CC0-1.0", "Apache-2.0"}},
	"benchmark": {"type": "benchmark", "licences": {"CC-BY-4.0", "Apache-2.0", "CC-BY-4.0 AND Apache-2.0"}},
}

test_openness_open[name] if {
	some name, tc in _opened
	every licence in tc.licences {
		licences.openness(licence, tc.type) == "open"
	}
}

_closed := {
	"data that may not be sold": {"type": "dataset", "licence": "CC-BY-NC-4.0", "want": "restricted"},
	"data that may not be changed": {"type": "dataset", "licence": "CC-BY-ND-4.0", "want": "restricted"},
	"misspelt and restricted": {"type": "weights", "licence": "CC BY-NC 4.0", "want": "restricted"},
	"a phrase": {"type": "code", "licence": "自定义开源协议", "want": "unreadable"},
	"misspelt": {"type": "code", "licence": "(Apache-2.0)", "want": "unreadable"},
	"terms of one's own": {"type": "dataset", "licence": "LicenseRef-custom", "want": "custom"},
	"a contract": {"type": "dataset", "licence": "LicenseRef-contract-EV-02", "want": "custom"},
	"partly terms of one's own": {"type": "code", "licence": "MIT AND LicenseRef-extra", "want": "custom"},
	"source to look at": {"type": "code", "licence": "BUSL-1.1", "want": "unaccepted"},
	"a licence for texts": {"type": "code", "licence": "CC-BY-4.0", "want": "unaccepted"},
	"a licence for code": {"type": "dataset", "licence": "Apache-2.0", "want": "unaccepted"},
	"copyleft on weights": {"type": "weights", "licence": "GPL-3.0-only", "want": "unaccepted"},
	"never approved": {"type": "code", "licence": "BSD-4-Clause", "want": "unaccepted"},
}

test_openness_closed[name] if {
	some name, tc in _closed
	licences.openness(tc.licence, tc.type) == tc.want
}

test_suggested_is_open[type] if {
	some type in ["code", "tool", "weights", "dataset", "docs", "benchmark"]
	every licence in licences.suggested(type) {
		licences.openness(licence, type) == "open"
	}
}

test_copyleft if {
	got := {licence |
		some licence in {
			"GPL-2.0-only", "AGPL-3.0-or-later", "GPL v3", "MIT AND GPL-3.0-only", "LGPL-3.0-only", "MPL-2.0", "MIT",
			"MIT OR GPL-3.0-only", "GPL-2.0-only WITH Classpath-exception-2.0", "CC-BY-SA-4.0",
		}
		licences.copyleft(licence)
	}
	got == {"GPL-2.0-only", "AGPL-3.0-or-later", "GPL v3", "MIT AND GPL-3.0-only"}
}

_dependency(use, licence) := {"name": "librt", "use": use, "licence_spdx": licence}

_release(type, licence) := [{"id": "A1", "type": type, "licence_spdx": licence}]

_links := {
	"copyleft into a permissive release": {"use": "linked", "in": "GPL-3.0-only", "type": "tool", "out": "Apache-2.0", "want": true},
	"changed": {"use": "modified", "in": "AGPL-3.0-only", "type": "code", "out": "MIT", "want": true},
	"a choice that evades": {"use": "linked", "in": "GPL-3.0-only", "type": "code", "out": "GPL-3.0-only OR MIT", "want": true},
	"released alike": {"use": "linked", "in": "GPL-3.0-only", "type": "code", "out": "GPL-3.0-or-later", "want": false},
	"weak copyleft": {"use": "linked", "in": "LGPL-3.0-only", "type": "code", "out": "MIT", "want": false},
	"called as a service": {"use": "service", "in": "GPL-3.0-only", "type": "code", "out": "MIT", "want": false},
	"only weights released": {"use": "linked", "in": "GPL-3.0-only", "type": "weights", "out": "MIT", "want": false},
}

test_linked[name] if {
	some name, tc in _links
	got := licences.linked(["opensource", "dependencies", 2], _dependency(tc.use, tc.in), _release(tc.type, tc.out))
	count(got) > 0 == tc.want
}

test_linked_names_both_sides if {
	artifacts := array.concat(_release("code", "MIT"), [{"type": "tool"}, {"type": "tool", "licence_spdx": "Apache-2.0"}])
	got := licences.linked(["opensource", "dependencies", 2], _dependency("linked", "GPL-3.0-only"), artifacts)
	got == {{
		"path": ["opensource", "dependencies", 2, "licence_spdx"],
		"related": [["opensource", "artifacts", 0, "licence_spdx"], ["opensource", "artifacts", 2, "licence_spdx"]],
		"args": {"dependency": "librt", "licence": "GPL-3.0-only", "release": ["Apache-2.0", "MIT"]},
	}}
}

# What is released under a copyleft licence as well is none of the other side.
test_linked_names_only_the_other_side if {
	artifacts := array.concat(_release("code", "GPL-3.0-only"), [{"type": "tool", "licence_spdx": "MIT"}])
	got := licences.linked(["opensource", "dependencies", 2], _dependency("linked", "GPL-3.0-only"), artifacts)
	{[d.related, d.args.release] | some d in got} == {[[["opensource", "artifacts", 1, "licence_spdx"]], ["MIT"]]}
}

test_linked_without_a_name if {
	dependency := object.remove(_dependency("linked", "GPL-3.0-only"), ["name"])
	got := licences.linked(["opensource", "dependencies", 2], dependency, _release("code", "MIT"))
	{d.args.dependency | some d in got} == {2}
}

_sources := {
	"nothing released": {"use": "linked", "in": "AGPL-3.0-only", "artifacts": [], "want": true},
	"no code released": {"use": "modified", "in": "AGPL-3.0-only", "artifacts": _release("docs", "CC-BY-4.0"), "want": true},
	"code released": {"use": "linked", "in": "AGPL-3.0-only", "artifacts": _release("code", "AGPL-3.0-only"), "want": false},
	"GPL asks nothing of a service": {"use": "linked", "in": "GPL-3.0-only", "artifacts": [], "want": false},
	"another licence to choose": {"use": "linked", "in": "AGPL-3.0-only OR MIT", "artifacts": [], "want": false},
	"a separate service": {"use": "service", "in": "AGPL-3.0-only", "artifacts": [], "want": false},
}

test_sourceless[name] if {
	some name, tc in _sources
	got := licences.sourceless(["opensource", "dependencies", 0], _dependency(tc.use, tc.in), tc.artifacts)
	count(got) > 0 == tc.want
}

test_sourceless_says_where if {
	got := licences.sourceless(["opensource", "dependencies", 0], _dependency("linked", "AGPL-3.0-only"), [])
	got == {{
		"path": ["opensource", "dependencies", 0, "licence_spdx"],
		"related": [["opensource", "artifacts"]],
		"args": {"dependency": "librt", "licence": "AGPL-3.0-only"},
	}}
}

_passed_on := {
	"permissive": {"in": "MIT", "out": "Apache-2.0", "want": set()},
	"commercial use": {"in": "CC-BY-NC-4.0", "out": "Apache-2.0", "want": {"noncommercial"}},
	"another licence": {"in": "CC-BY-SA-4.0", "out": "MIT", "want": {"share_alike"}},
	"the same": {"in": "CC-BY-NC-SA-4.0", "out": "CC-BY-NC-SA-4.0", "want": set()},
	"terms of the release not known": {"in": "CC-BY-NC-4.0", "out": "LicenseRef-x", "want": set()},
}

test_dropped[name] if {
	some name, tc in _passed_on
	licences.dropped(tc.in, tc.out) == tc.want
}
