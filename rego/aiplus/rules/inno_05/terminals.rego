# METADATA
# title: Terminals that work together
# description: >-
#   Every terminal speaks an open protocol, works with devices of other makers as a test by others shows, keeps useful when
#   the network is gone, gets security updates for as long as it is said to live, and speaks IPv6 where it speaks IP.
package aiplus.rules.inno_05

import data.aiplus.checks.evidence
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.terminal

_section := ["innovation", "terminals"]

_at(i, field) := ["innovation", "terminals", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.innovation.terminals
	some field in [
		"name_zh", "protocols", "third_party_interop_count", "interop_test", "security_update_years",
		"offline_functions_zh",
	]
}

_needed contains array.concat(_at(i, "protocols"), [j]) if {
	some i, terminal in input.proposal.innovation.terminals
	some j, _ in terminal.protocols
}

_needed contains _at(i, "ipv6") if {
	some i, terminal in input.proposal.innovation.terminals
	_speaks_ip(terminal)
}

# The form has no field for the life of a product: these are the texts that may state it.
_needed contains ["scenarios", i, "description_zh"] if some i, _ in input.proposal.scenarios

# Whoever keeps the protocols back, or uses one of its own, has not said that the device does without IP.
_speaks_ip(terminal) if count(_protocols(terminal) - {"bluetooth_mesh", "plc", "modbus"}) > 0

_speaks_ip(terminal) if count(_protocols(terminal)) == 0

_protocols(terminal) := {protocol | some protocol in terminal.protocols}

findings contains {
	"code": "protocol_private",
	"path": _at(i, "protocols"),
	"args": {"terminal": _name(i)},
} if {
	some i, terminal in input.proposal.innovation.terminals
	_protocols(terminal) == {"private"}
}

findings contains {
	"code": "interop_few",
	"path": _at(i, "third_party_interop_count"),
	"args": {"terminal": _name(i), "count": number, "min": thresholds.inno_interop_min.value},
} if {
	some i, terminal in input.proposal.innovation.terminals
	number := terminal.third_party_interop_count
	number < thresholds.inno_interop_min.value
}

findings contains object.union(disagreement, {
	"code": "interop_weak",
	"args": object.union(disagreement.args, {"terminal": _name(i)}),
}) if {
	some i, terminal in input.proposal.innovation.terminals
	some disagreement in evidence.weak(_at(i, "interop_test"), terminal.interop_test)
}

# A test is reported or certified. One by the applicant itself shows how its own things work together.

findings contains {
	"code": "interop_kind",
	"path": _at(i, "interop_test"),
	"related": [["evidence", k, "kind"]],
	"args": {
		"terminal": _name(i),
		"evidence": item.id,
		"kinds": [{"term": "evidence_kind_report"}, {"term": "evidence_kind_certificate"}],
	},
} if {
	some [i, k, item] in _tests
	not item.kind in {"report", "certificate"}
}

findings contains {
	"code": "interop_own",
	"path": _at(i, "interop_test"),
	"related": [["evidence", k, "issuer"], ["applicant", "name"]],
	"args": {"terminal": _name(i), "evidence": item.id},
} if {
	some [i, k, item] in _tests
	trim_space(item.issuer) == trim_space(input.proposal.applicant.name)
}

# Without the name of the applicant nobody knows whose test it is.
_needed contains ["applicant", "name"] if count(_tests) > 0

_tests contains [i, k, item] if {
	some i, terminal in input.proposal.innovation.terminals
	terminal.interop_test in evidence.solid
	some k, item in input.proposal.evidence
	item.id == terminal.interop_test
}

findings contains {
	"code": "updates_short",
	"path": _at(i, "security_update_years"),
	"args": {"terminal": _name(i), "years": terminal.security_update_years, "min": thresholds.inno_update_years_min.value},
} if {
	some i, terminal in input.proposal.innovation.terminals
	terminal.security_update_years < thresholds.inno_update_years_min.value
}

# Where a text states the life of the product, the updates last as long.
findings contains {
	"code": "updates_below_life",
	"path": _at(i, "security_update_years"),
	"related": [path],
	"args": {"terminal": _name(i), "years": terminal.security_update_years, "life": life},
} if {
	some i, terminal in input.proposal.innovation.terminals
	[life, path] := max(_lives[i])
	terminal.security_update_years < life
}

_lives[i] contains [life, _at(i, field)] if {
	some i, terminal in input.proposal.innovation.terminals
	some field in ["name_zh", "offline_functions_zh"]
	some life in _stated(terminal[field])
}

_lives[i] contains [life, ["scenarios", k, "description_zh"]] if {
	some k, scenario in input.proposal.scenarios
	some life in _stated(scenario.description_zh)
	some i, _ in input.proposal.innovation.terminals
}

_stated(s) := {to_number(regex.find_n(`[0-9]+`, phrase, 1)[0]) |
	_speaks_of_life(s)
	some phrase in regex.find_n(
		`(?i)(?:寿命|使用年限|service life|design life|lifetime)[^0-9。；;.]{0,8}[0-9]{1,2}\s*(?:年|year)`,
		s, -1,
	)
}

# Asked first, because it costs little.
_speaks_of_life(s) if {
	lowered := lower(s)
	some word in ["寿命", "使用年限", "service life", "design life", "lifetime"]
	contains(lowered, word)
}

findings contains {
	"code": "offline_none",
	"path": _at(i, "offline_functions_zh"),
	"args": {"terminal": _name(i)},
} if {
	some i, terminal in input.proposal.innovation.terminals
	_denies(lower(trim_space(terminal.offline_functions_zh)))
}

# 无网络时本地报警 is a function; 无 is none.
_denies(functions) if regex.match(`^(?:(?:无|没有|暂无|none|no|n/a|不支持|不具备|不可用)[。.!！]?$|(?:无|没有|暂无|不支持|不具备)(?:离线|断网)|(?:no|not|without) (?:offline|available|supported))`, functions)

findings contains {
	"code": "ipv6_off",
	"path": _at(i, "ipv6"),
	"related": [_at(i, "protocols")],
	"args": {"terminal": _name(i)},
} if {
	some i, terminal in input.proposal.innovation.terminals
	_speaks_ip(terminal)
	terminal.ipv6 == false
}

_name(i) := object.get(input.proposal.innovation.terminals[i], "name_zh", i + 1)
