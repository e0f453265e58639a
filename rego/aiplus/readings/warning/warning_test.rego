package aiplus.readings.warning_test

import data.aiplus.readings.warning as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"by day": {
		"alternative": "around_the_clock",
		"proposal": {"safety": {"monitoring": {"coverage": "8x5"}}},
		"change": {"+not_around_the_clock"},
	},
	"not said": {
		"alternative": "around_the_clock",
		"proposal": {},
		"change": {"+not_around_the_clock"},
	},
	"around the clock": {
		"alternative": "around_the_clock",
		"proposal": {"safety": {"monitoring": {"coverage": "24x7"}}},
		"change": set(),
	},
	"a link": {
		"alternative": "linked",
		"proposal": {"safety": {"monitoring": {"metrics": [{"channel": "值班电话"}, {"channel": "省级监管平台接口"}]}}},
		"change": set(),
	},
	"no link": {
		"alternative": "linked",
		"proposal": {"safety": {"monitoring": {"metrics": [{"channel": "值班电话"}]}}},
		"change": {"+not_linked"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "safe_06", tc.proposal) == tc.change
}
