package aiplus.checks.licences_test

import data.aiplus.checks.licences

_kinds := {
	"Creative Commons": {"licence": "CC-BY-4.0", "want": {"listed"}},
	"ported": {"licence": "CC-BY-3.0-IGO", "want": {"listed"}},
	"without version": {"licence": "MIT", "want": {"listed"}},
	"without attribution": {"licence": "MIT-0", "want": {"listed"}},
	"number of clauses": {"licence": "BSD-3-Clause", "want": {"listed"}},
	"digit first": {"licence": "0BSD", "want": {"listed"}},
	"only and or later": {"licence": "AGPL-3.0-or-later", "want": {"listed"}},
	"plus": {"licence": "Apache-2.0+", "want": {"listed"}},
	"exception": {"licence": "GPL-3.0-only WITH GCC-exception-3.1", "want": {"listed"}},
	"case does not matter": {"licence": "odbl-1.0", "want": {"listed"}},
	"Mulan": {"licence": "MulanPSL-2.0", "want": {"listed"}},
	"choice": {"licence": "Apache-2.0 OR MIT", "want": {"listed"}},
	"several": {"licence": " CC-BY-4.0 AND LicenseRef-contract-EV-02 or LicenseRef-internal", "want": {"listed", "contract", "internal"}},
	"contract": {"licence": "LicenseRef-contract-EV-02", "want": {"contract"}},
	"internal": {"licence": "LicenseRef-internal", "want": {"internal"}},
	"reference": {"licence": "LicenseRef-OpenRAIL-M", "want": {"reference"}},
	"reference to a document": {"licence": "DocumentRef-spdx-1.2:LicenseRef-2", "want": {"reference"}},
	"spaces": {"licence": "CC BY-NC 4.0", "want": {"misspelt"}},
	"underscores": {"licence": "CC_BY_4.0", "want": {"misspelt"}},
	"no version": {"licence": "CC-BY", "want": {"misspelt"}},
	"no such version": {"licence": "CC-BY-9.0", "want": {"misspelt"}},
	"parentheses": {"licence": "(MIT OR Apache-2.0)", "want": {"misspelt"}},
	"not in the table": {"licence": "Adobe-2006", "want": {"unlisted"}},
	"a word": {"licence": "custom", "want": {"text"}},
	"a claim": {"licence": "合法渠道获取", "want": {"text"}},
	"a claim with a number": {"licence": "自定义协议2.0", "want": {"text"}},
	"reference with a space": {"licence": "LicenseRef-政务 数据", "want": {"text"}},
}

test_kinds[name] if {
	some name, tc in _kinds
	licences.kinds(tc.licence) == tc.want
}

_asks := {
	"public domain": {"licence": "CC0-1.0", "want": set()},
	"attribution": {"licence": "CC-BY-4.0", "want": {"attribution"}},
	"share alike": {"licence": "ODbL-1.0", "want": {"attribution", "share_alike"}},
	"not commercial": {"licence": "CC-BY-NC-4.0", "want": {"attribution", "noncommercial"}},
	"no derivatives": {"licence": "CC-BY-ND-4.0", "want": {"attribution", "no_derivatives"}},
	"nothing at all": {"licence": "CC-BY-NC-ND-3.0-IGO", "want": {"attribution", "noncommercial", "no_derivatives"}},
	"misspelt": {"licence": "（cc by-nc-sa 4.0）", "want": {"attribution", "noncommercial", "share_alike"}},
	"all parts together": {"licence": "CC-BY-4.0 AND CC-BY-NC-4.0", "want": {"attribution", "noncommercial"}},
	"the mildest of a choice": {"licence": "CC-BY-NC-4.0 OR CC-BY-4.0", "want": {"attribution"}},
	"AND binds before OR": {"licence": "CC0-1.0 AND CC-BY-NC-4.0 OR CC-BY-NC-SA-4.0", "want": {"attribution", "noncommercial"}},
	"unknown": {"licence": "Adobe-2006", "want": set()},
	"contract": {"licence": "LicenseRef-contract-EV-02", "want": set()},
}

test_asks[name] if {
	some name, tc in _asks
	licences.asks(tc.licence) == tc.want
}

# The table, by what is asked: every family with its newest version.
_table := {
	"nothing": {
		"licences": {"CC0-1.0", "CC-PDM-1.0", "PDDL-1.0", "DL-DE-ZERO-2.0", "Unlicense", "0BSD"},
		"want": set(),
	},
	"attribution": {
		"licences": {
			"MIT", "ISC", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "Apache-2.0", "MulanPSL-2.0",
			"OpenMDW-1.0", "CC-BY-4.0", "ODC-By-1.0", "CDLA-Permissive-2.0", "C-UDA-1.0", "O-UDA-1.0", "OGL-UK-3.0",
			"OGL-Canada-2.0", "OGDL-Taiwan-1.0", "NLOD-2.0", "DL-DE-BY-2.0", "etalab-2.0",
		},
		"want": {"attribution"},
	},
	"the same licence": {
		"licences": {
			"MPL-2.0", "LGPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "GFDL-1.3-or-later", "ODbL-1.0",
			"CDLA-Sharing-1.0", "CC-BY-SA-4.0",
		},
		"want": {"attribution", "share_alike"},
	},
	"no commercial use": {
		"licences": {"CC-BY-NC-4.0", "NCGL-UK-2.0", "PolyForm-Noncommercial-1.0.0"},
		"want": {"attribution", "noncommercial"},
	},
}

test_table[name] if {
	some name, tc in _table
	every licence in tc.licences {
		licences.listed(licence)
		licences.asks(licence) == tc.want
	}
}

_bans := {"CC-BY-SA-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0", "PolyForm-Noncommercial-1.0.0", "合同"}

test_forbids if {
	got := {licence: licences.forbids(licence) | some licence in _bans}
	got == {
		"CC-BY-SA-4.0": set(),
		"CC-BY-NC-SA-4.0": {"noncommercial"},
		"CC-BY-ND-4.0": {"no_derivatives"},
		"CC-BY-NC-ND-4.0": {"noncommercial", "no_derivatives"},
		"PolyForm-Noncommercial-1.0.0": {"noncommercial"},
		"合同": set(),
	}
}

test_terms if {
	licences.terms({"noncommercial", "no_derivatives"}) == [{"term": "licence_no_derivatives"}, {"term": "licence_noncommercial"}]
}

test_listed if {
	got := {licence | some licence in {"CC-BY-NC-4.0", "MIT OR Apache-2.0", "MIT AND LicenseRef-x", "CC BY 4.0"}; licences.listed(licence)}
	got == {"CC-BY-NC-4.0", "MIT OR Apache-2.0"}
}

test_contracts if {
	got := licences.contracts("LicenseRef-contract-EV-02 AND LicenseRef-contract-EV-11 AND CC-BY-4.0")
	got == {"EV-02", "EV-11"}
}

_path := ["data", "datasets", 1, "licence_spdx"]

test_unreadable if {
	got := {licence | some licence in {"自有", "CC BY 4.0", "CC-BY-4.0", "Adobe-2006", "LicenseRef-x"}; count(licences.unreadable(_path, licence)) > 0}
	got == {"自有", "CC BY 4.0"}
}

test_unreadable_names_the_licence if {
	some got in licences.unreadable(_path, "自有")
	got == {"path": _path, "related": [], "args": {"licence": "自有"}}
}

_evidence := [
	{"id": "EV-01", "kind": "report"},
	{"id": "EV-02", "kind": "contract"},
	{"id": "EV-03", "kind": "licence"},
	{"id": "EV-04", "kind": "letter"},
	{"id": "EV-05"},
]

_contracts := {
	"contract": {"licence": "LicenseRef-contract-EV-02", "want": set()},
	"licence": {"licence": "LicenseRef-contract-EV-03", "want": set()},
	"letter": {"licence": "LicenseRef-contract-EV-04", "want": set()},
	"no contract at all": {"licence": "CC-BY-4.0", "want": set()},
	"report": {"licence": "LicenseRef-contract-EV-01", "want": {["EV-01", "contract_no_agreement"]}},
	"kind unsaid": {"licence": "LicenseRef-contract-EV-05", "want": {["EV-05", "contract_no_agreement"]}},
	"not there": {"licence": "LicenseRef-contract-EV-09", "want": {["EV-09", "contract_unknown"]}},
	"nothing after the prefix": {"licence": "LicenseRef-contract-", "want": {["", "contract_unknown"]}},
	"one of two": {
		"licence": "LicenseRef-contract-EV-02 AND LicenseRef-contract-EV-09",
		"want": {["EV-09", "contract_unknown"]},
	},
}

test_contract[name] if {
	some name, tc in _contracts
	found := licences.contract(_path, tc.licence) with input.proposal as {"evidence": _evidence}
	got := {[d.args.evidence, d.args.flaw.term] | some d in found}
	got == tc.want
}

test_contract_without_evidence if {
	got := licences.contract(_path, "LicenseRef-contract-EV-02") with input.proposal as {}
	got == {{
		"path": _path,
		"related": [["evidence"]],
		"args": {"licence": "LicenseRef-contract-EV-02", "evidence": "EV-02", "flaw": {"term": "contract_unknown"}},
	}}
}

_internal := {
	"held by the applicant": {"hold": ["applicant"], "want": 0},
	"held together": {"hold": ["applicant", "P1"], "want": 0},
	"held by nobody": {"hold": [], "want": 0},
	"held by another": {"hold": ["P1"], "want": 1},
}

test_not_own[name] if {
	some name, tc in _internal
	dataset := {"id": "D2", "licence_spdx": "LicenseRef-internal", "rights": {"hold": tc.hold}}
	got := licences.not_own(["data", "datasets", 1], dataset) with input.proposal as {}
	count(got) == tc.want
}

test_not_own_shows_both_sides if {
	dataset := {"id": "D2", "licence_spdx": "LicenseRef-internal", "rights": {"hold": ["P2", "P1"]}}
	got := licences.not_own(["data", "datasets", 1], dataset) with input.proposal as {}
	got == {{
		"path": _path,
		"related": [["data", "datasets", 1, "rights", "hold"]],
		"args": {"dataset": "D2", "holders": ["P1", "P2"]},
	}}
}

test_not_own_asks_for_internal if {
	dataset := {"id": "D2", "licence_spdx": "CC-BY-4.0", "rights": {"hold": ["P1"]}}
	got := licences.not_own(["data", "datasets", 1], dataset) with input.proposal as {}
	got == set()
}

_set(source, licence, hold, operate) := {
	"id": "D1",
	"purpose": ["finetune"],
	"source": source,
	"licence_spdx": licence,
	"rights": {"hold": hold, "operate": operate},
}

_artifact := ["opensource", "artifacts", 0, "licence_spdx"]

_released := {
	"own data on any terms": {"out": "CC0-1.0", "sets": [_set("collected", "CC-BY-NC-4.0", ["applicant"], [])], "want": false},
	"the same licence": {"out": "CC-BY-4.0", "sets": [_set("open_licence", "CC-BY-4.0", ["某基金会"], [])], "want": false},
	"narrower than the source": {"out": "CC-BY-SA-4.0", "sets": [_set("open_licence", "CC-BY-4.0", ["某基金会"], [])], "want": false},
	"one source allows it": {
		"out": "CC-BY-4.0",
		"sets": [_set("open_licence", "CC-BY-NC-4.0", ["某基金会"], []), _set("open_licence", "CC0-1.0", ["某馆"], [])],
		"want": false,
	},
	"right to operate": {"out": "CC-BY-4.0", "sets": [_set("agreement", "LicenseRef-contract-EV-02", ["P1"], ["applicant"])], "want": false},
	"a contract beside a published licence, with the right to operate": {
		"out": "CC-BY-4.0",
		"sets": [_set("agreement", "CC-BY-SA-4.0 AND LicenseRef-contract-EV-02", ["P1"], ["applicant"])],
		"want": false,
	},
	"own internal data": {"out": "CC-BY-4.0", "sets": [_set("collected", "LicenseRef-internal", ["applicant"], ["P1"])], "want": false},
	"internal data of others": {"out": "CC-BY-4.0", "sets": [_set("agreement", "LicenseRef-internal", ["P1"], ["P1"])], "want": true},
	"data of others under terms of their own": {"out": "CC-BY-4.0", "sets": [_set("agreement", "LicenseRef-terms", ["P1"], ["P1"])], "want": true},
	"terms of the source unknown": {"out": "CC-BY-4.0", "sets": [_set("open_licence", "Adobe-2006", ["某公司"], [])], "want": false},
	"terms of the release unknown": {"out": "LicenseRef-custom", "sets": [_set("open_licence", "CC-BY-4.0", ["某馆"], [])], "want": false},
	"no dataset": {"out": "CC-BY-4.0", "sets": [], "want": false},
	"attribution dropped": {"out": "CC0-1.0", "sets": [_set("open_licence", "CC-BY-4.0", ["某馆"], [])], "want": true},
	"share alike dropped": {"out": "CC-BY-4.0", "sets": [_set("open_licence", "CC-BY-SA-4.0", ["某馆"], [])], "want": true},
	"commercial use opened": {"out": "CC-BY-4.0", "sets": [_set("derived", "CC-BY-NC-4.0", ["applicant"], [])], "want": true},
	"contract without right to operate": {"out": "CC-BY-4.0", "sets": [_set("agreement", "LicenseRef-contract-EV-02", ["P1"], ["P1"])], "want": true},
	"every source forbids it": {
		"out": "CC-BY-4.0",
		"sets": [
			_set("agreement", "LicenseRef-contract-EV-02", ["P1"], ["P1"]),
			_set("open_licence", "CC-BY-SA-4.0", ["某馆"], []),
		],
		"want": true,
	},
	"records of operation do not count": {
		"out": "CC-BY-4.0",
		"sets": [
			_set("agreement", "LicenseRef-contract-EV-02", ["P1"], ["P1"]),
			object.union(_set("collected", "LicenseRef-internal", ["applicant"], []), {"purpose": ["operation"]}),
		],
		"want": true,
	},
}

test_wider[name] if {
	some name, tc in _released
	got := licences.wider(_artifact, tc.out, tc.sets) with input.proposal as {}
	count(got) > 0 == tc.want
}

test_wider_names_the_sources if {
	sets := [
		_set("open_licence", "ODbL-1.0", ["某馆"], []),
		object.union(_set("collected", "LicenseRef-internal", ["applicant"], []), {"purpose": ["operation"]}),
		_set("open_licence", "CC-BY-SA-4.0", ["某馆"], []),
	]
	got := licences.wider(_artifact, "CC-BY-4.0", sets) with input.proposal as {}
	got == {{
		"path": _artifact,
		"related": [["data", "datasets", 0, "licence_spdx"], ["data", "datasets", 2, "licence_spdx"]],
		"args": {"licence": "CC-BY-4.0", "sources": ["CC-BY-SA-4.0", "ODbL-1.0"]},
	}}
}

_weights := {
	"permissive data": {"out": "Apache-2.0", "dataset": _set("open_licence", "CC-BY-4.0", ["某馆"], []), "want": []},
	"share alike data": {"out": "Apache-2.0", "dataset": _set("open_licence", "CC-BY-SA-4.0", ["某馆"], []), "want": []},
	"own data": {"out": "Apache-2.0", "dataset": _set("collected", "CC-BY-NC-4.0", ["applicant"], []), "want": []},
	"the ban is passed on": {"out": "CC-BY-NC-4.0", "dataset": _set("open_licence", "CC-BY-NC-4.0", ["某馆"], []), "want": []},
	"terms of the release unknown": {"out": "LicenseRef-x", "dataset": _set("open_licence", "CC-BY-NC-4.0", ["某馆"], []), "want": []},
	"only measured on": {
		"out": "Apache-2.0",
		"dataset": object.union(_set("open_licence", "CC-BY-NC-4.0", ["某馆"], []), {"purpose": ["eval"]}),
		"want": [],
	},
	"not commercial": {
		"out": "Apache-2.0",
		"dataset": _set("open_licence", "CC-BY-NC-4.0", ["某馆"], []),
		"want": ["licence_noncommercial"],
	},
	"no derivatives": {
		"out": "CC-BY-NC-4.0",
		"dataset": _set("open_licence", "CC-BY-NC-ND-4.0", ["某馆"], []),
		"want": ["licence_no_derivatives"],
	},
}

test_relicensed[name] if {
	some name, tc in _weights
	found := licences.relicensed(_artifact, tc.out, [tc.dataset]) with input.proposal as {}
	got := [ban.term | some d in found; some ban in d.args.forbids]
	got == tc.want
}

test_relicensed_shows_both_sides if {
	sets := [_set("open_licence", "CC0-1.0", ["某馆"], []), _set("open_licence", "CC-BY-NC-4.0", ["某馆"], [])]
	got := licences.relicensed(_artifact, "Apache-2.0", sets) with input.proposal as {}
	got == {{
		"path": _artifact,
		"related": [["data", "datasets", 1, "licence_spdx"]],
		"args": {
			"licence": "Apache-2.0",
			"dataset": "D1",
			"source": "CC-BY-NC-4.0",
			"forbids": [{"term": "licence_noncommercial"}],
		},
	}}
}
