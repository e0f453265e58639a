# METADATA
# title: Regions
# description: >-
#   Where a project is used against where its data come from, and how many people it reaches against how many there are
#   (X-REGION). Codes are those of GB/T 2260: a province ends in four zeros and holds every code with its first two
#   digits, a city ends in two and holds those with its first four, and 100000 is the whole country.
# custom:
#   title_zh: 地区
#   description_zh: "项目使用地区与数据来源地区是否相符，覆盖人数与当地人口是否相符（X-REGION）。代码按 GB/T 2260：\
#     省级以四个零结尾，包含前两位相同的代码；市级以两个零结尾，包含前四位相同的代码；100000 为全国。"
package aiplus.checks.regions

import data.aiplus.checks.datasets
import data.aiplus.thresholds
import data.lib.dates

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

# METADATA
# description: >-
#   A disagreement when more people, stated at the path, are reached than can live in the regions of the scenarios. There
#   is no table of populations: each region counts for as many as the largest of its level has. Nothing without a region.
crowded(path, people) := {{
	"path": path,
	"related": [["scenarios", i, "regions"] | some i, scenario in input.proposal.scenarios; scenario.regions],
	"args": {"people": people, "max": _population},
} |
	count(_outermost) > 0
	people > _population
}

_used := {region |
	some scenario in input.proposal.scenarios
	some region in scenario.regions
}

# A county within a city that is named as well adds nobody.
_outermost := {region |
	some region in _used
	count([1 | some wider in _used; wider != region; _holds(wider, region)]) == 0
}

_population := sum([_largest(region) | some region in _outermost])

_largest(region) := thresholds.population_country_max.value if {
	region == "100000"
} else := thresholds.population_province_max.value if {
	endswith(region, "0000")
} else := thresholds.population_city_max.value if {
	endswith(region, "00")
} else := thresholds.population_county_max.value

# METADATA
# description: >-
#   A disagreement when more people, stated at the path, are reached than the proposal names anywhere: more than use its
#   scenarios in all the years of the project, and more than have the problem.
unnamed(path, people) := {{
	"path": path,
	"related": array.concat(
		[["scenarios", i, "users_annual"] | some i, scenario in input.proposal.scenarios; scenario.users_annual],
		[["project", "problem", "affected_people"] | input.proposal.project.problem.affected_people],
	),
	"args": {"people": people, "users": users, "years": _years, "affected": _affected},
} |
	users := sum([scenario.users_annual | some scenario in input.proposal.scenarios]) * _years
	people > users
	people > _affected
}

_affected := object.get(input.proposal, ["project", "problem", "affected_people"], 0)

default _years := 1

_years := ceil(months / 12) if {
	months := dates.months_between(input.proposal.project.start, dates.add_days(input.proposal.project.end, 1))
	months > 0
}
