package aiplus.rules.inno_05_test

import data.aiplus.rules.inno_05 as rule

_terminal := {
	"name_zh": "毫米波跌倒监测终端", "protocols": ["matter", "mqtt"], "third_party_interop_count": 2, "interop_test": "EV-09",
	"security_update_years": 5, "offline_functions_zh": "无网络时本地声光报警，缓存72小时", "ipv6": true,
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "smart_terminal"},
	"applicant": {"name": "某公益服务中心"},
	"scenarios": [{"id": "S1", "description_zh": "夜间跌倒由邻里每日巡访发现，平均滞后11小时"}],
	"innovation": {"terminals": [_terminal]},
	"evidence": [
		{"id": "EV-09", "kind": "report", "issuer": "某检测中心", "issued_on": "2026-08-01", "sha256": "a"},
		{"id": "EV-10", "kind": "report", "issuer": "某公益服务中心 ", "issued_on": "2026-08-01", "sha256": "b"},
		{"id": "EV-11", "kind": "letter", "issuer": "某检测中心", "issued_on": "2026-08-01", "sha256": "c"},
		{"id": "EV-12", "kind": "report", "issuer": "某检测中心", "issued_on": "2026-08-01"},
		{"id": "EV-13", "kind": "certificate", "issuer": "某检测中心", "issued_on": "2026-08-01", "number": "7", "sha256": "d"},
		{"id": "EV-14", "kind": "letter", "issuer": "某检测中心", "issued_on": "2026-08-01"},
	],
}

_with(changes) := object.union(_base, {"innovation": {"terminals": [object.union(_terminal, changes)]}})

_described(text) := object.union(_base, {"scenarios": [{"id": "S1", "description_zh": text}]})

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"a certificate": _with({"interop_test": "EV-13"}),
		"an open protocol beside its own": _with({"protocols": ["private", "modbus"]}),
		"a device that does without IP": object.union(
			_base,
			{"innovation": {"terminals": [object.remove(
				object.union(_terminal, {"protocols": ["bluetooth_mesh"]}),
				["ipv6"],
			)]}},
		),
		"no IPv6 without IP": _with({"protocols": ["plc", "modbus"], "ipv6": false}),
		"three years": _with({"security_update_years": 3}),
		"as long as it lives": _described("终端设计寿命5年，夜间监测"),
		"as long as it lives, in English": _with({"name_zh": "Fall radar, service life of 5 years"}),
		"a life without a number": _described("延长电池寿命，每3个月维护"),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["innovation", "terminals", 0, field]

_missing := [
	_at("name_zh"), _at("protocols"), _at("third_party_interop_count"), _at("interop_test"), _at("security_update_years"),
	_at("offline_functions_zh"), _at("ipv6"), ["innovation", "terminals"], ["applicant", "name"],
	["scenarios", 0, "description_zh"],
]

# json.remove wants the index of an array as text.
_without(paths) := json.remove(_base, [written |
	some path in paths
	written := concat("/", [trim(json.marshal(step), `"`) | some step in path])
])

test_fails_without[name] if {
	some name, path in _missing
	got := rule.findings with input.proposal as _without([path])
	got == {{"code": "missing", "path": path, "args": {}}}
}

# An empty name is no protocol, and not an open one.
test_fails_with_a_protocol_that_is_not_readable if {
	got := rule.findings with input.proposal as _with({"protocols": ["matter", ""]})
	got == {{"code": "missing", "path": ["innovation", "terminals", 0, "protocols", 1], "args": {}}}
}

test_fails_without_protocols_as_if_it_spoke_ip if {
	found := rule.findings with input.proposal as _without([_at("protocols"), _at("ipv6")])
	{finding.path | some finding in found} == {_at("protocols"), _at("ipv6")}
}

test_fails[name] if {
	some name, tc in {
		"its own protocol only": {
			"proposal": _with({"protocols": ["private"]}),
			"want": {"code": "protocol_private", "path": _at("protocols"), "args": {"terminal": "毫米波跌倒监测终端"}},
		},
		"one other brand": {
			"proposal": _with({"third_party_interop_count": 1}),
			"want": {
				"code": "interop_few",
				"path": _at("third_party_interop_count"),
				"args": {"terminal": "毫米波跌倒监测终端", "count": 1, "min": 2},
			},
		},
		"a test that is not listed": {
			"proposal": _with({"interop_test": "EV-99"}),
			"want": {
				"code": "interop_weak",
				"path": _at("interop_test"),
				"related": [["evidence"]],
				"args": {"terminal": "毫米波跌倒监测终端", "evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
			},
		},
		"a test without a file": {
			"proposal": _with({"interop_test": "EV-12"}),
			"want": {
				"code": "interop_weak",
				"path": _at("interop_test"),
				"related": [["evidence", 3]],
				"args": {"terminal": "毫米波跌倒监测终端", "evidence": "EV-12", "flaw": {"term": "evidence_no_hash"}},
			},
		},
		"a letter": {
			"proposal": _with({"interop_test": "EV-11"}),
			"want": {
				"code": "interop_kind",
				"path": _at("interop_test"),
				"related": [["evidence", 2, "kind"]],
				"args": {
					"terminal": "毫米波跌倒监测终端",
					"evidence": "EV-11",
					"kinds": [{"term": "evidence_kind_report"}, {"term": "evidence_kind_certificate"}],
				},
			},
		},
		"a test of its own": {
			"proposal": _with({"interop_test": "EV-10"}),
			"want": {
				"code": "interop_own",
				"path": _at("interop_test"),
				"related": [["evidence", 1, "issuer"], ["applicant", "name"]],
				"args": {"terminal": "毫米波跌倒监测终端", "evidence": "EV-10"},
			},
		},
		"two years": {
			"proposal": _with({"security_update_years": 2}),
			"want": {
				"code": "updates_short",
				"path": _at("security_update_years"),
				"args": {"terminal": "毫米波跌倒监测终端", "years": 2, "min": 3},
			},
		},
		"a longer life in the description": {
			"proposal": _described("终端设计寿命不少于8年，电池寿命3年"),
			"want": {
				"code": "updates_below_life",
				"path": _at("security_update_years"),
				"related": [["scenarios", 0, "description_zh"]],
				"args": {"terminal": "毫米波跌倒监测终端", "years": 5, "life": 8},
			},
		},
		"a longer life in the name": {
			"proposal": _with({"name_zh": "Radar with a Design Life of 6 years"}),
			"want": {
				"code": "updates_below_life",
				"path": _at("security_update_years"),
				"related": [_at("name_zh")],
				"args": {"terminal": "Radar with a Design Life of 6 years", "years": 5, "life": 6},
			},
		},
		"nothing offline": {
			"proposal": _with({"offline_functions_zh": "无。"}),
			"want": {"code": "offline_none", "path": _at("offline_functions_zh"), "args": {"terminal": "毫米波跌倒监测终端"}},
		},
		"nothing offline, in English": {
			"proposal": _with({"offline_functions_zh": "Not available without network"}),
			"want": {"code": "offline_none", "path": _at("offline_functions_zh"), "args": {"terminal": "毫米波跌倒监测终端"}},
		},
		"a letter without a file": {
			"proposal": _with({"interop_test": "EV-14"}),
			"want": {
				"code": "interop_weak",
				"path": _at("interop_test"),
				"related": [["evidence", 5]],
				"args": {"terminal": "毫米波跌倒监测终端", "evidence": "EV-14", "flaw": {"term": "evidence_no_hash"}},
			},
		},
		"a test that is not listed, by nobody knows whom": {
			"proposal": json.remove(_with({"interop_test": "EV-99"}), ["applicant"]),
			"want": {
				"code": "interop_weak",
				"path": _at("interop_test"),
				"related": [["evidence"]],
				"args": {"terminal": "毫米波跌倒监测终端", "evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
			},
		},
		"one IP protocol without IPv6": {
			"proposal": _with({"protocols": ["mqtt"], "ipv6": false}),
			"want": {
				"code": "ipv6_off",
				"path": _at("ipv6"),
				"related": [_at("protocols")],
				"args": {"terminal": "毫米波跌倒监测终端"},
			},
		},
		"IP without IPv6": {
			"proposal": _with({"ipv6": false}),
			"want": {
				"code": "ipv6_off",
				"path": _at("ipv6"),
				"related": [_at("protocols")],
				"args": {"terminal": "毫米波跌倒监测终端"},
			},
		},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {tc.want}
}

test_calls_a_terminal_without_a_name_by_its_place if {
	found := rule.findings with input.proposal as object.union(_base, {"innovation": {"terminals": [
		_terminal,
		object.union(object.remove(_terminal, ["name_zh"]), {"security_update_years": 2}),
	]}})
	{[f.code, f.args] | some f in found} == {["missing", {}], ["updates_short", {"terminal": 2, "years": 2, "min": 3}]}
}

test_applies if {
	rule.applies with input.proposal as {"project": {"type": "smart_terminal"}}
}

test_does_not_apply_without_terminals if {
	not rule.applies with input.proposal as {"project": {"type": "application"}}
}
