package aiplus.checks.regions_test

import data.aiplus.checks.regions

_cases := {
	"same county": {"used": ["610629"], "known": ["610629"], "want": set()},
	"county in its city": {"used": ["610629"], "known": ["610600"], "want": set()},
	"county in its province": {"used": ["610629"], "known": ["610000"], "want": set()},
	"county in the country": {"used": ["610629"], "known": ["100000"], "want": set()},
	"a city with a third digit of its own in its province": {"used": ["611000"], "known": ["610000"], "want": set()},
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

_path := ["inclusion", "coverage", "beneficiaries"]

_used(regions) := {"scenarios": [{"id": "S1", "regions": [region]} | some region in regions]}

# By level: county, city, province, country; alone and together.
_populations := {
	"a county": {"regions": ["610629"], "max": 6000000},
	"a city": {"regions": ["610600"], "max": 25000000},
	"a province": {"regions": ["610000"], "max": 130000000},
	"the country": {"regions": ["100000"], "max": 1420000000},
	"two counties": {"regions": ["610629", "610632"], "max": 12000000},
	"one county twice": {"regions": ["610629", "610629"], "max": 6000000},
	"a county within its city": {"regions": ["610629", "610600"], "max": 25000000},
	"everything within the country": {"regions": ["610629", "610000", "100000"], "max": 1420000000},
}

test_crowded[name] if {
	some name, tc in _populations
	proposal := _used(tc.regions)
	regions.crowded(_path, tc.max) == set() with input.proposal as proposal
	got := regions.crowded(_path, tc.max + 1) with input.proposal as proposal
	got == {{
		"path": _path,
		"related": [["scenarios", i, "regions"] | some i, _ in tc.regions],
		"args": {"people": tc.max + 1, "max": tc.max},
	}}
}

test_crowded_without_regions if {
	regions.crowded(_path, 9000000000) == set() with input.proposal as {"scenarios": [{"id": "S1"}]}
}

# Only scenarios that name regions are shown beside it.
test_crowded_names_the_regions if {
	got := regions.crowded(_path, 6000001) with input.proposal as {"scenarios": [{"id": "S1"}, {"id": "S2", "regions": ["610629"]}]}
	[d.related | some d in got] == [[["scenarios", 1, "regions"]]]
}

_stating := {
	"project": {
		"start": "2026-11-01",
		"end": "2028-10-31",
		"problem": {"affected_people": 150},
	},
	"scenarios": [{"users_annual": 60}, {"users_annual": 40}],
}

test_named[name] if {
	some name, tc in {
		"two years of users": {"people": 200, "proposal": _stating},
		"a year and a day of users": {"people": 200, "proposal": object.union(_stating, {"project": {"end": "2027-11-30"}})},
		"a year of users": {"people": 150, "proposal": object.union(_stating, {"project": {"end": "2027-10-31"}})},
		"nobody": {"people": 0, "proposal": {}},
	}
	regions.unnamed(_path, tc.people) == set() with input.proposal as tc.proposal
}

test_unnamed[name] if {
	some name, tc in {
		"more": {"people": 201, "proposal": _stating, "users": 200, "years": 2, "affected": 150},
		"in one year": {
			"people": 151,
			"proposal": object.union(_stating, {"project": {"end": "2027-10-31"}}),
			"users": 100, "years": 1, "affected": 150,
		},
		"in a year and a month but a day": {
			"people": 151,
			"proposal": object.union(_stating, {"project": {"end": "2027-11-29"}}),
			"users": 100, "years": 1, "affected": 150,
		},
		"in a few days": {
			"people": 151,
			"proposal": object.union(_stating, {"project": {"end": "2026-11-10"}}),
			"users": 100, "years": 1, "affected": 150,
		},
		"without an end": {
			"people": 151,
			"proposal": json.remove(_stating, ["project/end"]),
			"users": 100, "years": 1, "affected": 150,
		},
		"an end before the start": {
			"people": 151,
			"proposal": object.union(_stating, {"project": {"end": "2025-01-01"}}),
			"users": 100, "years": 1, "affected": 150,
		},
		"with nothing stated": {"people": 1, "proposal": {}, "users": 0, "years": 1, "affected": 0},
	}
	got := regions.unnamed(_path, tc.people) with input.proposal as tc.proposal
	{[d.path, d.args] | some d in got} == {[_path, object.remove(tc, ["proposal"])]}
}

test_unnamed_related if {
	got := regions.unnamed(_path, 201) with input.proposal as _stating
	{d.related | some d in got} == {[
		["scenarios", 0, "users_annual"],
		["scenarios", 1, "users_annual"],
		["project", "problem", "affected_people"],
	]}
}

# Only what is stated is shown beside it.
test_unnamed_related_to_what_is_stated if {
	got := regions.unnamed(_path, 201) with input.proposal as {"scenarios": [{"id": "S1"}, {"users_annual": 40}]}
	{d.related | some d in got} == {[["scenarios", 1, "users_annual"]]}
}
