package aiplus.readings.diversity_test

import data.aiplus.readings.diversity as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"two dimensions": {
		"alternative": "three",
		"proposal": {"data": {"datasets": [{"id": "D1", "purpose": ["finetune"], "strata": [{"dimension": "season"}, {"dimension": "device"}]}]}},
		"change": {"+dimensions_below_three"},
	},
	"three dimensions": {
		"alternative": "three",
		"proposal": {"data": {"datasets": [{"id": "D1", "purpose": ["finetune"], "strata": [{"dimension": "season"}, {"dimension": "device"}, {"dimension": "region"}]}]}},
		"change": set(),
	},
	"three dimensions, and data of daily operation beside": {
		"alternative": "three",
		"proposal": {"data": {"datasets": [
			{"id": "D1", "purpose": ["finetune"], "strata": [{"dimension": "season"}, {"dimension": "device"}, {"dimension": "region"}]},
			{"id": "D2", "purpose": ["operation"]},
		]}},
		"change": set(),
	},
	"no gap stated": {
		"alternative": "gap",
		"proposal": {"models": [{"id": "M1"}]},
		"change": {"+gap_unknown"},
	},
	"a gap of 5": {
		"alternative": "gap",
		"proposal": {"models": [{"fairness": [{"gap": 5}]}]},
		"change": set(),
	},
	"a gap above 5": {
		"alternative": "gap",
		"proposal": {"models": [{"fairness": [{"gap": 2}, {"gap": 5.1}]}]},
		"change": {"+gap_wide"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "data_03", tc.proposal) == tc.change
}
