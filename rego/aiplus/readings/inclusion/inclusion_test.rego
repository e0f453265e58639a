package aiplus.readings.inclusion_test

import data.aiplus.readings.inclusion as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"dear, and in villages": {
		"alternative": "primary",
		"proposal": {"inclusion": {"threshold": {"unit_price_cny": 9, "benchmark_price_cny": 5}, "coverage": {"sites_total": 10, "sites_primary": 3}}},
		"change": {"-price_above_benchmark"},
	},
	"in towns": {
		"alternative": "primary",
		"proposal": {"inclusion": {"coverage": {"sites_total": 10, "sites_primary": 2}}},
		"change": {"+primary_few"},
	},
	"just not enough villages": {
		"alternative": "primary",
		"proposal": {"inclusion": {"coverage": {"sites_total": 1000, "sites_primary": 299}}},
		"change": {"+primary_few"},
	},
	"one site, in a village": {
		"alternative": "primary",
		"proposal": {"inclusion": {"coverage": {"sites_total": 1, "sites_primary": 1}}},
		"change": set(),
	},
	"no sites": {
		"alternative": "primary",
		"proposal": {},
		"change": {"+primary_few"},
	},
	"nothing to compare with, and for those who have less": {
		"alternative": "disadvantaged",
		"proposal": {"inclusion": {"threshold": {"benchmark_price_cny": 0}, "coverage": {"disadvantaged_pct": 20}}},
		"change": {"-benchmark_zero"},
	},
	"for others": {
		"alternative": "disadvantaged",
		"proposal": {"inclusion": {"coverage": {"disadvantaged_pct": 19.9}}},
		"change": {"+disadvantaged_few"},
	},
	"in 29 villages of 100 places": {
		"alternative": "primary",
		"proposal": {"inclusion": {"coverage": {"sites_total": 100, "sites_primary": 29}}},
		"change": {"+primary_few"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "incl_02", tc.proposal) == tc.change
}

# What is not said is nobody and nowhere.
test_says_how_few[alternative] if {
	some alternative, want in {
		"primary": {"code": "primary_few", "args": {"primary": 0, "total": 0, "min": 30}},
		"disadvantaged": {"code": "disadvantaged_few", "args": {"share": 0, "min": 20}},
	}
	outcome := reading.alternatives[alternative].incl_02 with input.proposal as {}
	{finding.args | some finding in outcome.findings; finding.code == want.code} == {want.args}
}
