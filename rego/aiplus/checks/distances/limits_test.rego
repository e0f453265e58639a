package aiplus.checks.distances_test

import data.aiplus.checks.distances

# 5 ms are 1000 km, and a region may be 400 km nearer than its capital.
test_reach[km] if {
	some km, want in {1400: 0, 1401: 1}
	found := distances.too_far(_path, 5, "620000", [_place(0, "310000")]) with data.aiplus.checks.distances._capitals as {"62": [0, 0], "31": [0, km]}
	count(found) == want
}
