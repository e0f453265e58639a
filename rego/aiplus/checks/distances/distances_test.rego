package aiplus.checks.distances_test

import data.aiplus.checks.distances
import data.aiplus.thresholds

_path := ["compute", "sources", 0, "latency_ms_max"]

_place(i, region) := {"path": ["scenarios", 0, "regions", i], "region": region}

_near := {
	"the same province": {"ms": 0.1, "region": "620000", "places": [_place(0, "621000")]},
	"the neighbour": {"ms": 1, "region": "620000", "places": [_place(0, "610000")]},
	"far, in time": {"ms": 20, "region": "620000", "places": [_place(0, "310000")]},
	"one of two is near": {"ms": 1, "region": "620000", "places": [_place(0, "310000"), _place(1, "640100")]},
	"the whole country": {"ms": 1, "region": "620000", "places": [_place(0, "100000"), _place(1, "310000")]},
	"no places": {"ms": 1, "region": "620000", "places": []},
	"abroad": {"ms": 1, "region": "US", "places": [_place(0, "310000")]},
}

test_near[name] if {
	some name, tc in _near
	distances.too_far(_path, tc.ms, tc.region, tc.places) == set()
}

_far := {
	"Gansu to Shanghai in 5 ms": {"ms": 5, "region": "620000", "places": [_place(0, "310000")], "km": 1000},
	"Guizhou to both coasts in 1 ms": {
		"ms": 1, "region": "520000", "places": [_place(0, "310115"), _place(1, "110000")],
		"km": 200,
	},
}

test_far[name] if {
	some name, tc in _far
	distances.too_far(_path, tc.ms, tc.region, tc.places) == {{
		"path": _path,
		"related": [place.path | some place in tc.places],
		"args": {"ms": tc.ms, "km": tc.km},
	}}
}

# Degrees east and north of the capitals.
_degrees := {
	"11": [116.4, 39.9],
	"12": [117.2, 39.1],
	"13": [114.5, 38],
	"14": [112.5, 37.9],
	"15": [111.7, 40.8],
	"21": [123.4, 41.8],
	"22": [125.3, 43.9],
	"23": [126.6, 45.8],
	"31": [121.5, 31.2],
	"32": [118.8, 32.1],
	"33": [120.2, 30.3],
	"34": [117.3, 31.9],
	"35": [119.3, 26.1],
	"36": [115.9, 28.7],
	"37": [117, 36.7],
	"41": [113.6, 34.8],
	"42": [114.3, 30.6],
	"43": [112.9, 28.2],
	"44": [113.3, 23.1],
	"45": [108.4, 22.8],
	"46": [110.3, 20],
	"50": [106.6, 29.6],
	"51": [104.1, 30.7],
	"52": [106.7, 26.6],
	"53": [102.7, 25],
	"54": [91.1, 29.7],
	"61": [108.9, 34.3],
	"62": [103.8, 36.1],
	"63": [101.8, 36.6],
	"64": [106.2, 38.5],
	"65": [87.6, 43.8],
}

# A degree is 80 km from west to east, as in the north, and 111 km from south to north.
test_capitals_are_where_the_map_has_them[code] if {
	some code, [east, north] in _degrees
	distances._capitals[code] == [round(east * 80), round(north * 111)]
}

test_every_capital_has_its_degrees if object.keys(distances._capitals) == object.keys(_degrees)

# 5 ms reach 1000 km, and there is a slack: the test moves a place along the map until it is out of reach.
_reach := 1000 + thresholds.comp_distance_slack_km.value

test_too_far_begins_beyond_reach_and_slack if {
	here := {"62": [0, 0], "31": [0, _reach]}
	distances.too_far(_path, 5, "620000", [_place(0, "310000")]) == set() with data.aiplus.checks.distances._capitals as here
	beyond := {"62": [0, 0], "31": [0, _reach + 1]}
	count(distances.too_far(_path, 5, "620000", [_place(0, "310000")])) == 1 with data.aiplus.checks.distances._capitals as beyond
}
