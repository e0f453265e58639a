package aiplus.readings.enterprises_test

import data.aiplus.readings.enterprises as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"below a fifth": {
		"alternative": "fifth",
		"proposal": {"ecosystem": {"sme": {"budget_share_pct": 19.9}}},
		"change": {"+share_below_a_fifth"},
	},
	"a fifth": {
		"alternative": "fifth",
		"proposal": {"ecosystem": {"sme": {"budget_share_pct": 20}}},
		"change": set(),
	},
	"no share": {
		"alternative": "fifth",
		"proposal": {},
		"change": {"+share_below_a_fifth"},
	},
	"a small share does not matter": {
		"alternative": "lead",
		"proposal": {"ecosystem": {"sme": {"budget_share_pct": 2}}},
		"change": {"-share_low"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "ecos_06", tc.proposal) == tc.change
}

# A share that is not stated is read as none.
test_no_share_is_read_as_none if {
	found := reading.alternatives.fifth.ecos_06.findings with input.proposal as {}
	[f.args | some f in found; f.code == "share_below_a_fifth"] == [{"share": 0, "min": 20}]
}
