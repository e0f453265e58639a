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
	"a line above the total": {
		"alternative": "written",
		"proposal": {"ecosystem": {"tolerance": {"stop_loss_cny_wan": 100}}, "finance": {"total_cny_wan": 100}},
		"change": {"-stop_loss_above_total", "-missing"},
	},
	"the team decides": {
		"alternative": "written",
		"proposal": {"ecosystem": {"tolerance": {"decision_body": "项目组"}}},
		"change": {"-decides_for_itself", "-missing"},
	},
	"reviewed when it is over": {
		"alternative": "written",
		"proposal": {
			"project": {"start": "2026-12-01", "end": "2027-11-30"},
			"governance": {"review": {"interval_months": 12}},
			"ecosystem": {"tolerance": {"decision_body": "评议委员会", "stop_loss_cny_wan": 5}},
		},
		"change": {"-not_reviewed"},
	},
	"no insurance": {
		"alternative": "insured",
		"proposal": {"finance": {"risk_sharing": [{"instrument": "reserve", "cover_cny_wan": 5}, {"instrument": "insurance", "cover_cny_wan": 0}]}},
		"change": {"+not_insured"},
	},
	"insurance of little": {
		"alternative": "insured",
		"proposal": {"finance": {"risk_sharing": [{"instrument": "insurance", "cover_cny_wan": 1}]}},
		"change": set(),
	},
	"insurance beside something else": {
		"alternative": "insured",
		"proposal": {"finance": {"risk_sharing": [{"instrument": "reserve", "cover_cny_wan": 5}, {"instrument": "insurance", "cover_cny_wan": 5}]}},
		"change": set(),
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

# Where written limits are all that is asked for, nothing is missing but what they, and their measure, are made of.
test_written_limits_are_still_asked_for if {
	outcome := reading.alternatives.written.ecos_02 with input.proposal as {"ecosystem": {"tolerance": {"issuer": "x"}}}
	{[finding.code, finding.path] | some finding in outcome.findings} == {["missing", path] |
		some path in [
			["ecosystem", "tolerance", "policy"], ["ecosystem", "tolerance", "covered_zh"], ["ecosystem", "tolerance", "excluded_zh"],
			["finance", "total_cny_wan"], ["project", "start"], ["project", "end"],
		]
	}
}
