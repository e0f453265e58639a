package aiplus.checks.sums_test

import data.aiplus.checks.sums

_path := ["data", "datasets", 1]

_shares(dimension, shares) := [{"dimension": dimension, "name": "层", "share_pct": share} | some share in shares]

_strata := {
	"no strata": {"strata": [], "want": set()},
	"exactly 100": {"strata": _shares("season", [31, 42, 27]), "want": set()},
	"thirds with a decimal": {"strata": _shares("season", [33.3, 33.3, 33.4]), "want": set()},
	"upper end of the allowance": {"strata": _shares("season", [60, 41]), "want": set()},
	"lower end of the allowance": {"strata": _shares("season", [60, 39]), "want": set()},
	"just above the allowance": {"strata": _shares("season", [60, 41.01]), "want": {["strata_season", 101.01]}},
	"just below the allowance": {"strata": _shares("season", [60, 38.99]), "want": {["strata_season", 98.99]}},
	"each dimension by itself": {
		"strata": array.concat(_shares("season", [62, 50]), array.concat(_shares("device", [100]), _shares("age", [40]))),
		"want": {["strata_season", 112], ["strata_age", 40]},
	},
	"a missing share ends the sum": {"strata": [{"dimension": "age"}, {"dimension": "age", "share_pct": 12}], "want": set()},
	"a stratum without dimension is left out": {
		"strata": array.concat([{"share_pct": 50}], _shares("sex", [50, 50])),
		"want": set(),
	},
}

test_strata[name] if {
	some name, tc in _strata
	got := {[d.args.dimension.term, d.args.sum] | some d in sums.strata(_path, {"id": "D2", "strata": tc.strata})}
	got == tc.want
}

test_strata_absent if sums.strata(_path, {"id": "D2"}) == set()

test_strata_names_the_rows if {
	got := sums.strata(_path, {"id": "D2", "strata": array.concat(_shares("sex", [100]), _shares("age", [70, 42]))})
	got == {{
		"path": ["data", "datasets", 1, "strata"],
		"related": [["data", "datasets", 1, "strata", 1, "share_pct"], ["data", "datasets", 1, "strata", 2, "share_pct"]],
		"args": {"dataset": "D2", "dimension": {"term": "strata_age"}, "sum": 112},
	}}
}

_totals := {
	"adds up": {"split": {"train": 800, "val": 100, "test": 100}, "want": set()},
	"one short": {"split": {"train": 799, "val": 100, "test": 100}, "want": {999}},
	"one over": {"split": {"train": 801, "val": 100, "test": 100}, "want": {1001}},
	"all in the test part": {"split": {"train": 0, "val": 0, "test": 1000}, "want": set()},
	"a missing part ends the sum": {"split": {"train": 800, "val": 100}, "want": set()},
}

test_split_total[name] if {
	some name, tc in _totals
	got := {d.args.sum | some d in sums.split_total(_path, {"id": "D2", "records": 1000, "split": tc.split})}
	got == tc.want
}

test_split_total_shows_both_sides if {
	got := sums.split_total(_path, {"records": 1000, "split": {"train": 800, "val": 100, "test": 99}})
	got == {{
		"path": ["data", "datasets", 1, "split"],
		"related": [["data", "datasets", 1, "records"]],
		"args": {"dataset": 1, "sum": 999, "records": 1000},
	}}
}

test_split_total_without_records if sums.split_total(_path, {"split": {"train": 1, "val": 1, "test": 1}}) == set()

_tests := {
	"200 of few": {"records": 1000, "test": 200, "want": set()},
	"199 of few": {"records": 1000, "test": 199, "want": {200}},
	"5 % of many": {"records": 26001, "test": 1301, "want": set()},
	"below 5 % of many": {"records": 26001, "test": 1300, "want": {1301}},
	"none": {"records": 26000, "test": 0, "want": {1300}},
}

test_split_test[name] if {
	some name, tc in _tests
	got := {d.args.min | some d in sums.split_test(_path, {"id": "D2", "records": tc.records, "split": {"test": tc.test}})}
	got == tc.want
}

test_split_test_absent if sums.split_test(_path, {"id": "D2", "records": 1000, "split": {"train": 1000}}) == set()

test_split_test_shows_both_sides if {
	got := sums.split_test(_path, {"id": "D2", "records": 1000, "split": {"test": 10}})
	got == {{
		"path": ["data", "datasets", 1, "split", "test"],
		"related": [["data", "datasets", 1, "records"]],
		"args": {"dataset": "D2", "test": 10, "min": 200},
	}}
}

_parties_path := ["data", "benefit_sharing", "parties"]

_benefits := {
	"no parties": {"shares": [], "want": set()},
	"exactly 100": {"shares": [72, 14, 14], "want": set()},
	"upper end of the allowance": {"shares": [50, 50.5], "want": set()},
	"lower end of the allowance": {"shares": [50, 49.5], "want": set()},
	"just above the allowance": {"shares": [50, 50.51], "want": {100.51}},
	"just below the allowance": {"shares": [50, 49.49], "want": {99.49}},
	"a single party with a part of it": {"shares": [62], "want": {62}},
	"ten short": {"shares": [62, 14, 14], "want": {90}},
}

test_shares[name] if {
	some name, tc in _benefits
	got := {d.args.sum | some d in sums.shares(_parties_path, [{"share_pct": share} | some share in tc.shares])}
	got == tc.want
}

test_shares_with_a_missing_part if sums.shares(_parties_path, [{"share_pct": 62}, {"party": "P1"}]) == set()

test_shares_names_the_parties if {
	sums.shares(_parties_path, [{"share_pct": 60}, {"share_pct": 30}]) == {{
		"path": _parties_path,
		"related": [array.concat(_parties_path, [0, "share_pct"]), array.concat(_parties_path, [1, "share_pct"])],
		"args": {"sum": 90},
	}}
}
