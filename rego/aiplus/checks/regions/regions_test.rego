package aiplus.checks.regions_test

import data.aiplus.checks.regions

_cases := {
	"same county": {"used": ["610629"], "known": ["610629"], "want": set()},
	"county in its city": {"used": ["610629"], "known": ["610600"], "want": set()},
	"county in its province": {"used": ["610629"], "known": ["610000"], "want": set()},
	"county in the country": {"used": ["610629"], "known": ["100000"], "want": set()},
	"city in its province": {"used": ["610600"], "known": ["610000"], "want": set()},
	"country in the country": {"used": ["100000"], "known": ["100000"], "want": set()},
	"one dataset each": {"used": ["610629", "330100"], "known": ["610629", "330000"], "want": set()},
	"nothing used": {"used": [], "known": [], "want": set()},
	"county elsewhere in the city": {"used": ["610632"], "known": ["610629"], "want": {"610632"}},
	"county of another city": {"used": ["610629"], "known": ["610100"], "want": {"610629"}},
	"county of another province": {"used": ["610629"], "known": ["620000"], "want": {"610629"}},
	"city from a county": {"used": ["610600"], "known": ["610629"], "want": {"610600"}},
	"province from a city": {"used": ["610000"], "known": ["610600"], "want": {"610000"}},
	"country from a province": {"used": ["100000"], "known": ["610000"], "want": {"100000"}},
	"no data anywhere": {"used": ["610629"], "known": [], "want": {"610629"}},
}

test_outside[name] if {
	some name, tc in _cases
	got := regions.outside(
		[{"id": "S1", "regions": tc.used}],
		[{"id": "D1", "purpose": ["eval"], "regions": [region]} | some region in tc.known],
	)
	{[d.args.scenario, d.args.region] | some d in got} == {["S1", region] | some region in tc.want}
}

test_outside_leaves_out_operation if {
	got := regions.outside(
		[{"id": "S1", "regions": ["610629"]}, {"regions": ["610629", "610632"]}],
		[{"purpose": ["operation"], "regions": ["100000"]}, {"purpose": ["rag"], "regions": ["610629"]}],
	)
	got == {{
		"path": ["scenarios", 1, "regions", 1],
		"related": [["data", "datasets", 1, "regions"]],
		"args": {"scenario": 1, "region": "610632"},
	}}
}

test_outside_without_regions if regions.outside([{"id": "S1"}], [{"id": "D1"}]) == set()
