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
	"green power alone, and nothing but inference": {
		"alternative": "green",
		"proposal": {"compute": {"need": {"train_gpu_hours": 0}, "facility": {"flexible_load_pct": 12}}},
		"change": {"-nothing_to_shift", "-response_unplanned"},
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
	"a letter": {
		"alternative": "contract",
		"proposal": _listed("letter", "参与虚拟电厂的意向函"),
		"change": set(),
	},
	"a contract beside a report": {
		"alternative": "contract",
		"proposal": object.union(_listed("contract", "调峰合同"), {"evidence": array.concat(
			_listed("contract", "调峰合同").evidence,
			[{"id": "EV-02", "kind": "report", "title_zh": "能耗报告"}],
		)}),
		"change": set(),
	},
	"a contract without a file": {
		"alternative": "contract",
		"proposal": json.remove(_listed("contract", "电力需求响应合同"), ["evidence/0/sha256"]),
		"change": {"+response_uncontracted"},
	},
	"a contract about something else": {
		"alternative": "contract",
		"proposal": _listed("contract", "设备采购合同"),
		"change": {"+response_uncontracted"},
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
