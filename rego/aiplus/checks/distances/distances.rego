# METADATA
# title: Distances
# description: How far a signal gets in the time that a proposal allows it.
# custom:
#   title_zh: 距离
#   description_zh: 在申报书给定的时限内，信号能传多远。
package aiplus.checks.distances

import data.aiplus.thresholds

# Capitals by the first two digits of GB/T 2260, kilometres east and north on a flat map whose scale is that of the north:
# distances in the south come out too short, so that nobody is wronged.
_capitals := {
	"11": [9312, 4429], "12": [9376, 4340], "13": [9160, 4218], "14": [9000, 4207],
	"15": [8936, 4529], "21": [9872, 4640], "22": [10024, 4873], "23": [10128, 5084],
	"31": [9720, 3463], "32": [9504, 3563], "33": [9616, 3363], "34": [9384, 3541],
	"35": [9544, 2897], "36": [9272, 3186], "37": [9360, 4074], "41": [9088, 3863],
	"42": [9144, 3397], "43": [9032, 3130], "44": [9064, 2564], "45": [8672, 2531],
	"46": [8824, 2220], "50": [8528, 3286], "51": [8328, 3408], "52": [8536, 2953],
	"53": [8216, 2775], "54": [7288, 3297], "61": [8712, 3807], "62": [8304, 4007],
	"63": [8144, 4063], "64": [8496, 4274], "65": [7008, 4862],
}

# METADATA
# description: >-
#   A disagreement when computing in a region cannot answer any of the places, even the nearest, in the milliseconds stated
#   at the path: light in a fibre does not get that far. Args ms and km, which is how far it gets. Related are the paths of
#   the places. Regions that are no province, such as the whole country, are not judged.
too_far(path, ms, region, places) := {{
	"path": path,
	"related": [place.path | some place in places],
	"args": {"ms": ms, "km": reach},
} |
	here := _capitals[substring(region, 0, 2)]
	there := [_capitals[substring(place.region, 0, 2)] | some place in places]
	count(there) > 0
	count(there) == count(places)
	reach := ms * thresholds.comp_fibre_km_per_ms.value
	every capital in there {
		_squared(here[0] - capital[0], here[1] - capital[1]) > _square(reach + thresholds.comp_distance_slack_km.value)
	}
}

_squared(east, north) := _square(east) + _square(north)

_square(x) := x * x
