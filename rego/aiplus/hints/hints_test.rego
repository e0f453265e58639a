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
	}
	_found(tc.proposal) == tc.found
}

# The hours within which the law wants a report, each with the minutes they are.
test_hours_for_minutes[hours] if {
	some hours, minutes in {1: 60, 2: 120, 4: 240}
	found := hints.found with input.proposal as {"safety": {"warning": {"levels": [{"report_deadline_min": 60}, {"report_deadline_min": hours}]}}}
	found == {{
		"code": "hours_for_minutes",
		"path": ["safety", "warning", "levels", 1, "report_deadline_min"],
		"args": {"minutes": hours, "right": minutes},
	}}
}

test_no_slips[name] if {
	some name, proposal in {
		"nothing": {},
		"per cent": {"data": {"datasets": [{"strata": [{"share_pct": 30}, {"share_pct": 70}]}]}},
		"a share above 1": {"data": {"datasets": [{"strata": [{"share_pct": 0.5}, {"share_pct": 99.5}]}]}},
		"a single value": {"compute": {"sources": [{"share_pct": 1}]}},
		"a single stratum of one per cent": {"data": {"datasets": [{"strata": [{"share_pct": 1}]}]}},
		"a rate just above 1": {"models": [{"robustness": [{"pass_pct": 0.5}, {"pass_pct": 1.5}]}]},
		"all of them 0": {"models": [{"robustness": [{"pass_pct": 0}, {"pass_pct": 0}]}]},
		"the largest total": {"finance": {"total_cny_wan": 10000000}},
		"the smallest total": {"finance": {"total_cny_wan": 1}},
		"no total": {"finance": {"total_cny_wan": 0}},
		"minutes": {"safety": {"warning": {"levels": [{"report_deadline_min": 240}, {"report_deadline_min": 3}]}}},
	}
	_found(proposal) == set()
}

_scenario := {
	"id": "S1", "name_zh": "问答", "description_zh": "回答咨询", "subject": "natural_person", "decision_impact": "advisory",
}

_in_sector(sector, edit) := {"project": {"sector_gb4754": sector}, "scenarios": [object.union(_scenario, edit)]}

# A stated lack of effect that a person has to look at, by the field in which it is stated.
test_effect_on_people_to_be_judged[name] if {
	some name, tc in {
		"education": {"proposal": _in_sector("P83", {}), "field": "education"},
		"health": {"proposal": _in_sector("Q84", {"decision_impact": "none"}), "field": "health"},
		"social work": {"proposal": _in_sector("Q85", {}), "field": "health"},
		"public administration": {"proposal": _in_sector("S", {}), "field": "administration"},
		"credit": {"proposal": _in_sector("J66", {"name_zh": "小微贷款初审"}), "field": "credit"},
		"credit in English": {"proposal": _in_sector("J66", {"description_zh": "Credit scoring for farmers"}), "field": "credit"},
		"hiring": {"proposal": _in_sector("L72", {"description_zh": "对简历打分排序"}), "field": "hiring"},
		"insurance claims": {"proposal": _in_sector("J68", {"description_zh": "理赔定损建议"}), "field": "claims"},
	}
	{[hint.code, hint.path, hint.args.field.term] | some hint in hints.found with input.proposal as tc.proposal} == {[
		"effect_on_people_denied",
		["scenarios", 0, "decision_impact"],
		concat("_", ["effect_field", tc.field]),
	]}
}

test_effect_on_people_not_to_be_judged[name] if {
	some name, proposal in {
		"another sector": _in_sector("C36", {}),
		"no sector": {"scenarios": [_scenario]},
		"credit in the name of an id": _in_sector("C36", {"id": "LOAN-1"}),
		"about machines": _in_sector("Q84", {"subject": "equipment"}),
		"credit for companies": _in_sector("J66", {"name_zh": "小微贷款初审", "subject": "organisation"}),
		"significant": _in_sector("Q84", {"decision_impact": "significant"}),
		"significant in another scenario": object.union(_in_sector("Q84", {}), {"scenarios": [
			_scenario,
			object.union(_scenario, {"decision_impact": "significant"}),
		]}),
		"not said": {"project": {"sector_gb4754": "Q84"}, "scenarios": [object.remove(_scenario, ["decision_impact"])]},
	}
	_found(proposal) == set()
}

test_effect_on_people_names_what_shows_it if {
	proposal := {"project": {"sector_gb4754": "Q84"}, "scenarios": [
		object.union(_scenario, {"subject": "organisation"}),
		object.remove(_scenario, ["id"]),
		object.union(_scenario, {"id": "S3", "name_zh": "理赔审核", "description_zh": "核保"}),
	]}
	impact := {i: ["scenarios", i, "decision_impact"] | some i in [1, 2]}
	hints.found == {
		{
			"code": "effect_on_people_denied", "path": impact[1], "related": [["project", "sector_gb4754"], impact[2]],
			"args": {"field": {"term": "effect_field_health"}, "scenarios": [2, "S3"]},
		},
		{
			"code": "effect_on_people_denied", "path": impact[2],
			"related": [["scenarios", 2, "description_zh"], ["scenarios", 2, "name_zh"]],
			"args": {"field": {"term": "effect_field_claims"}, "scenarios": ["S3"]},
		},
	} with input.proposal as proposal
}
