package aiplus.readings.benefits_test

import data.aiplus.readings.benefits as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"nothing pays": {
		"alternative": "money",
		"proposal": {"data": {"benefit_sharing": {"method": "contribution_share"}}},
		"change": {"+no_money_behind"},
	},
	"an income": {
		"alternative": "money",
		"proposal": {"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 1}]}},
		"change": set(),
	},
	"a budget for data": {
		"alternative": "money",
		"proposal": {"finance": {"items": [{"category": "data", "amount": 1}]}},
		"change": set(),
	},
	"another method": {
		"alternative": "contribution",
		"proposal": {"data": {"benefit_sharing": {"method": "licence_fee", "parties": [{"basis_zh": "提供图像8000张"}]}}},
		"change": {"+not_by_contribution"},
	},
	"no method": {
		"alternative": "contribution",
		"proposal": {},
		"change": {"+not_by_contribution"},
	},
	"a contribution that is not counted": {
		"alternative": "contribution",
		"proposal": {"data": {"benefit_sharing": {"method": "contribution_share", "parties": [{"basis_zh": "提供数据"}, {"basis_zh": "标注3000张"}]}}},
		"change": {"+contribution_uncounted"},
	},
	"an income in one year of two": {
		"alternative": "money",
		"proposal": {"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0}, {"year": 2028, "income_cny_wan": 1}]}},
		"change": set(),
	},
	"a cash flow without income": {
		"alternative": "money",
		"proposal": {"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0}]}},
		"change": {"+no_money_behind"},
	},
	"one fen for data": {
		"alternative": "money",
		"proposal": {"finance": {"items": [{"category": "data", "amount": 0.000001}]}},
		"change": set(),
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "data_09", tc.proposal) == tc.change
}
