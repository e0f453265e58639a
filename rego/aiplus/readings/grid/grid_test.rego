package aiplus.readings.grid_test

import data.aiplus.readings.grid as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_listed(kind, title) := {
	"meta": {"submitted_on": "2026-10-15"},
	"evidence": [{"id": "EV-01", "kind": kind, "title_zh": title, "issuer": "某机构", "issued_on": "2026-09-01", "sha256": "0a", "number": "1"}],
}

_cases := {
	"green power alone": {
		"alternative": "green",
		"proposal": {"compute": {"facility": {"flexible_load_pct": 1}}},
		"change": {"-flexible_low", "-response_unplanned"},
	},
	"no contract": {
		"alternative": "contract",
		"proposal": {},
		"change": {"+response_uncontracted"},
	},
	"a contract": {
		"alternative": "contract",
		"proposal": _listed("contract", "电力需求响应合同"),
		"change": set(),
	},
	"a report on demand response": {
		"alternative": "contract",
		"proposal": _listed("report", "电力需求响应潜力报告"),
		"change": {"+response_uncontracted"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "comp_04", tc.proposal) == tc.change
}
