package aiplus.checks.borders_test

import data.aiplus.checks.borders

_model(more) := object.union({"origin": "third_party_api", "base_model": {"country": "US"}}, more)

_countries(proposal) := {way.args.country | some way in borders.undeclared with input.proposal as proposal}

test_undeclared_is_found[name] if {
	some name, tc in {
		"a foreign API": {"proposal": {"models": [_model({})]}, "countries": {"US"}},
		"computing abroad": {"proposal": {"compute": {"sources": [{"region": "SG"}]}}, "countries": {"SG"}},
		"computing in Hong Kong": {"proposal": {"compute": {"sources": [{"region": "810000"}]}}, "countries": {"810000"}},
		"a transfer denied": {
			"proposal": {"models": [_model({})], "data": {"datasets": [{"cross_border": {"planned": false}}]}},
			"countries": {"US"},
		},
	}
	_countries(tc.proposal) == tc.countries
}

test_nothing_is_found[name] if {
	some name, proposal in {
		"nothing stated": {},
		"a domestic API": {"models": [_model({"base_model": {"country": "CN"}})]},
		"foreign weights at home": {"models": [_model({"origin": "third_party_weights"})]},
		"computing at home": {"compute": {"sources": [{"region": "621000"}, {"region": "CN"}]}},
		"computing abroad, declared": {"compute": {"sources": [{"region": "SG"}]}, "data": {"datasets": [{"cross_border": {"planned": true}}]}},
		"a transfer declared": {"models": [_model({})], "data": {"datasets": [{"cross_border": {"planned": true}}]}},
	}
	_countries(proposal) == set()
}

test_paths_lead_to_both_sides if {
	borders.undeclared == {{
		"path": ["data", "datasets"],
		"related": [["models", 0, "base_model", "country"]],
		"args": {"country": "US"},
	}} with input.proposal as {"models": [_model({})]}
}
