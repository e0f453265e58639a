package aiplus.rules.safe_05_test

import data.aiplus.rules.safe_05 as rule

# Important data that stay.

_security := {"responsible": "T4", "assessed_on": "2026-08-20", "next_assessment": "2027-08-20"}

_important := {
	"meta": {"submitted_on": "2026-10-15"},
	"data": {"datasets": [{"id": "D1", "level": "important", "cross_border": {"planned": false}}]},
	"safety": {"data_security": _security},
	"talent": {"team": [{"id": "T4", "role": ["security"], "fte": 0.5}]},
}

_secured(changes) := object.union(_important, {"safety": {"data_security": changes}})

# Ordinary data about people that leave.

_pi := {"contains": true, "subjects": 60000, "sensitive": false, "minors": false}

_border := {"planned": true, "mechanism": "exempt", "destination": ["SG"]}

_dataset := {"id": "D1", "level": "general", "pi": _pi, "cross_border": _border}

_leaving(datasets) := {
	"meta": {"submitted_on": "2026-10-15"},
	"data": {"datasets": datasets},
	"safety": {"warning": {"cii": false}},
}

_by(mechanism, people) := _leaving([object.union(_dataset, {"pi": people, "cross_border": {"mechanism": mechanism}})])

_sensitive(subjects) := {"subjects": subjects, "sensitive": true}

_critical(proposal) := object.union(proposal, {"safety": {"warning": {"cii": true}}})

_half := object.union(_dataset, {"pi": {"subjects": 50000}})

_machines := {"id": "D2", "level": "general", "pi": {"contains": false}, "cross_border": object.union(_border, {"mechanism": "none"})}

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"important data, assessed": _important,
	"assessed a year ago": _secured({"assessed_on": "2025-10-15", "next_assessment": "2026-10-15"}),
	"few people, exempt": _by("exempt", {"subjects": 99999}),
	"few people, a contract": _by("standard_contract", {}),
	"100,000 people, a contract": _by("standard_contract", {"subjects": 100000}),
	"100,000 people, certified": _by("certification", {"subjects": 100000}),
	"sensitive, a contract": _by("standard_contract", _sensitive(9999)),
	"a million people, assessed": _by("security_assessment", {"subjects": 1000000}),
	"sensitive, assessed": _by("security_assessment", _sensitive(10000)),
	"critical infrastructure, assessed": _critical(_by("security_assessment", {})),
	"nobody in the data": _leaving([_machines]),
	"nobody in the data, of critical infrastructure": _critical(_leaving([_machines])),
	"ordinary data, of an unknown day of submission": json.remove(_leaving([_dataset]), ["meta"]),
	"ordinary data, assessed after the submission": _unsecured("2026-10-16"),
	"ordinary data, assessed long ago": _unsecured("2020-01-01"),
	"100,000 people, of whom 60,000 leave": _leaving([_dataset, _staying({"subjects": 40000})]),
	"sensitive data that stay": _leaving([_dataset, _staying(_sensitive(10000))]),
	"a dataset that stays beside": _leaving([_dataset, {"id": "D2", "cross_border": {"planned": false}, "pi": {"contains": true}}]),
}

# Data that stay, and are about people.
_staying(people) := {
	"id": "D2", "level": "general", "pi": object.union(_pi, people),
	"cross_border": {"planned": false, "destination": ["CN"]},
}

# What only important data need, not in order.
_unsecured(assessed) := object.union(_leaving([_dataset]), {"safety": {"data_security": {
	"responsible": "T9", "assessed_on": assessed, "next_assessment": "2030-01-01",
}}})

# A model abroad beside important data that stay, with the border of the other dataset: the example of the catalogue.
_with_a_model(country, border) := object.union(_important, {
	"data": {"datasets": array.concat(_important.data.datasets, [object.union(
		object.remove(_dataset, ["cross_border"]),
		{"id": "D2", "pi": {"subjects": 120000}, "cross_border": border},
	)])},
	"models": [{"id": "M1", "origin": "third_party_api", "base_model": {"country": country}}],
	"safety": {"data_security": _security, "warning": {"cii": false}},
})

# Of the two things that the remedy offers, each takes the finding away.
test_denied_declared_and_brought_home if {
	_codes(_with_a_model("SG", {"planned": false})) == ["transfer_denied"]
	_codes(_with_a_model("SG", object.union(_border, {"mechanism": "standard_contract"}))) == []
	_codes(_with_a_model("CN", {"planned": false})) == []
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"nobody answers for important data": {"proposal": _secured({"responsible": "T9"}), "codes": ["responsible_unknown"]},
	"somebody who has no time": {
		"proposal": object.union(_important, {
			"talent": {"team": [{"id": "T4", "fte": 0.1}]},
			"safety": {"risks": [{"owner": "T4"} | some _ in numbers.range(1, 9)]},
		}),
		"codes": ["responsible_overloaded"],
	},
	"assessed a year and a day ago": {
		"proposal": _secured({"assessed_on": "2025-10-14", "next_assessment": "2026-10-14"}),
		"codes": ["assessment_stale"],
	},
	"assessed in two years": {"proposal": _secured({"next_assessment": "2028-08-20"}), "codes": ["assessment_late"]},
	"assessed after the submission": {
		"proposal": _secured({"assessed_on": "2026-10-16"}),
		"codes": ["assessed_in_future"],
	},
	"important data leave under a contract": {
		"proposal": _leaving([object.union(_dataset, {"level": "core", "pi": {"contains": false}, "cross_border": {"mechanism": "standard_contract"}})]),
		"codes": ["mechanism_weak", "missing", "missing", "missing"],
	},
	"important data leave, certified": {
		"proposal": object.union(_important, {
			"data": {"datasets": [object.union(_dataset, {
				"level": "important",
				"pi": {"contains": false},
				"cross_border": {"mechanism": "certification"},
			})]},
			"safety": {"warning": {"cii": false}},
		}),
		"codes": ["mechanism_weak"],
	},
	"few people, nothing said": {"proposal": _by("none", {}), "codes": ["exemption_unsaid"]},
	"100,000 people, exempt": {"proposal": _by("exempt", {"subjects": 100000}), "codes": ["mechanism_weak"]},
	"twice 50,000 people, exempt": {
		"proposal": _leaving([_half, object.union(_half, {"id": "D2"})]),
		"codes": ["mechanism_weak", "mechanism_weak"],
	},
	"one sensitive, exempt": {"proposal": _by("exempt", _sensitive(1)), "codes": ["mechanism_weak"]},
	"children, exempt": {"proposal": _by("exempt", {"minors": true}), "codes": ["mechanism_weak"]},
	"a million people, a contract": {"proposal": _by("standard_contract", {"subjects": 1000000}), "codes": ["mechanism_weak"]},
	"10,000 sensitive, certified": {"proposal": _by("certification", _sensitive(10000)), "codes": ["mechanism_weak"]},
	"critical infrastructure, a contract": {"proposal": _critical(_by("standard_contract", {})), "codes": ["mechanism_weak"]},
	"the destination is home": {
		"proposal": _leaving([object.union(_dataset, {"cross_border": {"destination": ["CN"]}})]),
		"codes": ["destination_at_home"],
	},
	"a transfer denied": {
		"proposal": object.union(
			_leaving([object.union(_dataset, {"cross_border": {"planned": false}})]),
			{"models": [{"origin": "third_party_api", "base_model": {"country": "US"}}]},
		),
		"codes": ["transfer_denied"],
	},
	"nothing said about the other dataset": {
		"proposal": _leaving([_dataset, {"id": "D2"}]),
		"codes": ["missing"],
	},
	"not said whether it is critical infrastructure": {
		"proposal": json.remove(_leaving([_dataset]), ["safety"]),
		"codes": ["missing"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

test_each_field_of_important_data_is_needed[field] if {
	some field, _ in _security
	proposal := json.remove(_important, [concat("/", ["safety/data_security", field])])
	_findings(proposal) == {{"code": "missing", "path": ["safety", "data_security", field], "args": {}}}
}

test_no_date_of_submission if _codes(json.remove(_important, ["meta"])) == ["missing"]

_of_a_transfer := {
	"mechanism": ["cross_border", "mechanism"],
	"destination": ["cross_border", "destination"],
	"level": ["level"],
	"contains": ["pi", "contains"],
	"subjects": ["pi", "subjects"],
}

test_each_field_of_a_transfer_is_needed[name] if {
	some name, path in _of_a_transfer
	proposal := _leaving([json.remove(_dataset, [concat("/", path)])])
	_findings(proposal) == {{"code": "missing", "path": array.concat(["data", "datasets", 0], path), "args": {}}}
}

# What is not said of the people is taken for the worst.
test_sensitive_unless_said[field] if {
	some field in ["sensitive", "minors"]
	_codes(_leaving([json.remove(_dataset, [concat("/", ["pi", field])])])) == ["mechanism_weak", "missing"]
}

test_says_which_way_and_why if {
	some finding in _findings(_by("exempt", {"subjects": 100000}))
	finding == {
		"code": "mechanism_weak",
		"path": ["data", "datasets", 0, "cross_border", "mechanism"],
		"related": [["data", "datasets", 0, "pi", "subjects"]],
		"args": {
			"dataset": "D1", "mechanism": {"term": "mechanism_exempt"},
			"needed": {"term": "mechanism_needed_standard_contract"}, "subjects": 100000, "sensitive": 0,
		},
	}
}

# One reason for an assessment is given in place of the number of people.
test_says_why_it_has_to_be_assessed if {
	some finding in _findings(_critical(_by("standard_contract", {})))
	finding.related == [["safety", "warning", "cii"]]
	finding.args.needed == {"term": "mechanism_needed_security_assessment"}
}

test_applies_to_important_data if rule.applies with input.proposal as _important

test_applies_to_a_transfer if rule.applies with input.proposal as _leaving([_dataset])

test_does_not_apply_to_others if rule.applies == false with input.proposal as {}
