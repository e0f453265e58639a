package aiplus.hints_test

import data.aiplus.hints

_found(proposal) := {[hint.code, concat(".", [sprintf("%v", [step]) | some step in hint.path])] |
	some hint in hints.found with input.proposal as proposal
}

_of(pct) := [{"share_pct": pct}, {"share_pct": 1 - pct}]

test_slips[name] if {
	some name, tc in {
		"shares of strata": {
			"proposal": {"data": {"datasets": [{"strata": _of(0.3)}]}},
			"found": {["fraction_for_percent", "data.datasets.0.strata"]},
		},
		"quality as fractions": {
			"proposal": {"data": {"datasets": [{"quality": [{"value_pct": 0.98}, {"value_pct": 1}]}]}},
			"found": {["fraction_for_percent", "data.datasets.0.quality"]},
		},
		"benefit shares": {
			"proposal": {"data": {"benefit_sharing": {"parties": _of(0.75)}}},
			"found": {["fraction_for_percent", "data.benefit_sharing.parties"]},
		},
		"pass rates": {
			"proposal": {"models": [{"robustness": [{"pass_pct": 0.9}, {"pass_pct": 0.8}]}]},
			"found": {["fraction_for_percent", "models.0.robustness"]},
		},
		"shares of computing": {
			"proposal": {"compute": {"sources": _of(0.4)}},
			"found": {["fraction_for_percent", "compute.sources"]},
		},
		"yuan": {
			"proposal": {"finance": {"total_cny_wan": 10000001}},
			"found": {["yuan_for_wan", "finance.total_cny_wan"]},
		},
		"a fraction of 万元": {
			"proposal": {"finance": {"total_cny_wan": 0.99}},
			"found": {["yi_for_wan", "finance.total_cny_wan"]},
		},
		"hours": {
			"proposal": {"safety": {"warning": {"levels": [{"report_deadline_min": 60}, {"report_deadline_min": 4}]}}},
			"found": {["hours_for_minutes", "safety.warning.levels.1.report_deadline_min"]},
		},
	}
	_found(tc.proposal) == tc.found
}

test_no_slips[name] if {
	some name, proposal in {
		"nothing": {},
		"per cent": {"data": {"datasets": [{"strata": [{"share_pct": 30}, {"share_pct": 70}]}]}},
		"a share above 1": {"data": {"datasets": [{"strata": [{"share_pct": 0.5}, {"share_pct": 99.5}]}]}},
		"a single value": {"compute": {"sources": [{"share_pct": 1}]}},
		"all of them 0": {"models": [{"robustness": [{"pass_pct": 0}, {"pass_pct": 0}]}]},
		"the largest total": {"finance": {"total_cny_wan": 10000000}},
		"the smallest total": {"finance": {"total_cny_wan": 1}},
		"no total": {"finance": {"total_cny_wan": 0}},
		"minutes": {"safety": {"warning": {"levels": [{"report_deadline_min": 240}, {"report_deadline_min": 3}]}}},
	}
	_found(proposal) == set()
}
