# METADATA
# title: Regions
# description: >-
#   Where a project is used against where its data come from (X-REGION). Codes are those of GB/T 2260: a province ends
#   in four zeros and holds every code with its first two digits, a city ends in two and holds those with its first four,
#   and 100000 is the whole country.
package aiplus.checks.regions

import data.aiplus.checks.datasets

# METADATA
# description: >-
#   Regions of scenarios that no dataset covers, counting every dataset but those of daily operation. Related are the
#   regions of these datasets; args scenario and region.
outside(scenarios, sets) := {disagreement |
	covering := [i | some i, dataset in sets; datasets.serves(dataset)]
	covered := {region | some i in covering; some region in sets[i].regions}
	some s, scenario in scenarios
	some r, region in scenario.regions
	not _covered(covered, region)
	disagreement := {
		"path": ["scenarios", s, "regions", r],
		"related": [["data", "datasets", i, "regions"] | some i in covering],
		"args": {"scenario": object.get(scenario, "id", s), "region": region},
	}
}

_covered(covered, region) if {
	some wider in covered
	_holds(wider, region)
}

_holds("100000", _)

_holds(region, region)

_holds(province, region) if {
	endswith(province, "0000")
	startswith(region, substring(province, 0, 2))
}

_holds(city, region) if {
	endswith(city, "00")
	startswith(region, substring(city, 0, 4))
}
