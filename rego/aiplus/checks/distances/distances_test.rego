package aiplus.checks.distances_test

import data.aiplus.checks.distances

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
