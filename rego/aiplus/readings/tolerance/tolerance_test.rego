package aiplus.readings.tolerance_test

import data.aiplus.readings.tolerance as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"no line at which it stops": {
		"alternative": "written",
		"proposal": {"ecosystem": {"tolerance": {"stop_loss_cny_wan": 0}}},
		"change": {"-stop_loss_zero", "-missing"},
	},
	"nothing but limits": {
		"alternative": "written",
		"proposal": {"ecosystem": {"tolerance": {"issuer": "x"}}},
		"change": {"-missing"},
	},
	"no insurance": {
		"alternative": "insured",
		"proposal": {"finance": {"risk_sharing": [{"instrument": "reserve", "cover_cny_wan": 5}, {"instrument": "insurance", "cover_cny_wan": 0}]}},
		"change": {"+not_insured"},
	},
	"insurance": {
		"alternative": "insured",
		"proposal": {"finance": {"risk_sharing": [{"instrument": "insurance", "cover_cny_wan": 5}]}},
		"change": set(),
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "ecos_02", tc.proposal) == tc.change
}
