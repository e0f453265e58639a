package aiplus.checks.sizes_test

import data.aiplus.checks.sizes

_party(sector, staff, revenue) := {"sector_gb4754": sector, "employees": staff, "revenue_cny_wan": revenue}

test_class[name] if {
	some name, tc in {
		"a large factory": {"party": _party("C36", 1000, 40000), "class": "large"},
		"many people, little revenue": {"party": _party("C36", 1000, 39999), "class": "medium"},
		"a medium factory": {"party": _party("B06", 300, 2000), "class": "medium"},
		"a small factory": {"party": _party("D44", 20, 300), "class": "small"},
		"a micro factory": {"party": _party("C36", 19, 300), "class": "micro"},
		"a large software house": {"party": _party("I65", 300, 10000), "class": "large"},
		"a medium software house": {"party": _party("I65", 100, 1000), "class": "medium"},
		"a small software house": {"party": _party("I65", 10, 50), "class": "small"},
		"a farm by revenue": {"party": {"sector_gb4754": "A01", "revenue_cny_wan": 420}, "class": "small"},
		"a medium farm": {"party": {"sector_gb4754": "A01", "revenue_cny_wan": 500}, "class": "medium"},
		"a service by staff": {"party": {"sector_gb4754": "P83", "employees": 46}, "class": "small"},
		"a large service": {"party": {"sector_gb4754": "S92", "employees": 300}, "class": "large"},
		"a wholesaler": {"party": _party("F51", 20, 5000), "class": "medium"},
		"a telecom operator": {"party": _party("I63", 2000, 99999), "class": "medium"},
	}
	sizes.class(tc.party) == tc.class
}

test_class_by_its_own_sector if {
	sizes.class(_party("I65", 10, 50)) == "small" with input.proposal as {"project": {"sector_gb4754": "C36"}}
}

test_class_by_the_project_sector if {
	sizes.class({"employees": 9, "revenue_cny_wan": 40}) == "micro" with input.proposal as {"project": {"sector_gb4754": "I65"}}
}

test_not_judged[name] if {
	some name, party in {
		"construction": _party("E47", 900, 90000),
		"finance": _party("J68", 900, 90000),
		"real estate": _party("K70", 900, 90000),
		"leasing": _party("L71", 900, 90000),
		"no sector": {"employees": 900, "revenue_cny_wan": 90000},
		"no staff": {"sector_gb4754": "C36", "revenue_cny_wan": 90000},
		"no revenue": {"sector_gb4754": "C36", "employees": 9000},
	}
	not sizes.class(party)
}

test_understated[name] if {
	some name, tc in {
		"small with 1,800 people": {"party": object.union(_party("C36", 1800, 90000), {"size": "small"}), "reached": "large"},
		"micro that is small": {"party": object.union(_party("I65", 10, 50), {"size": "micro"}), "reached": "small"},
	}
	sizes.understated(["applicant"], tc.party) == {{
		"path": ["applicant", "size"],
		"related": [["applicant", "employees"], ["applicant", "revenue_cny_wan"], ["applicant", "sector_gb4754"]],
		"args": {
			"stated": {"term": concat("_", ["size", tc.party.size])},
			"reached": {"term": concat("_", ["size", tc.reached])},
		},
	}}
}

test_not_understated[name] if {
	some name, party in {
		"as stated": object.union(_party("I65", 64, 900), {"size": "small"}),
		"stated larger": object.union(_party("I65", 64, 900), {"size": "medium"}),
		"no class of size": object.union(_party("I65", 640, 90000), {"size": "na"}),
		"nothing to judge by": {"size": "micro"},
	}
	sizes.understated([], party) == set()
}

# Staff and revenue in 万元 of 工信部联企业〔2011〕300号, the least of large, medium and small; null where it has no limit.
_limits := {
	"A03": [[null, 20000], [null, 500], [null, 50]],
	"B06": [[1000, 40000], [300, 2000], [20, 300]],
	"C36": [[1000, 40000], [300, 2000], [20, 300]],
	"D44": [[1000, 40000], [300, 2000], [20, 300]],
	"F51": [[200, 40000], [20, 5000], [5, 1000]],
	"F52": [[300, 20000], [50, 500], [10, 100]],
	"G54": [[1000, 30000], [300, 3000], [20, 200]],
	"G59": [[200, 30000], [100, 1000], [20, 100]],
	"G60": [[1000, 30000], [300, 2000], [20, 100]],
	"H61": [[300, 10000], [100, 2000], [10, 100]],
	"I63": [[2000, 100000], [100, 1000], [10, 100]],
	"I64": [[2000, 100000], [100, 1000], [10, 100]],
	"I65": [[300, 10000], [100, 1000], [10, 50]],
	"P83": [[300, null], [100, null], [10, null]],
	"S92": [[300, null], [100, null], [10, null]],
}

_names := ["large", "medium", "small", "micro"]

test_reached_at_the_limits[[sector, name]] if {
	some sector, classes in _limits
	some i, limits in classes
	name := _names[i]
	sizes.class(_party(sector, limits[0], limits[1])) == name
}

test_not_reached_with_less_staff[[sector, name]] if {
	some sector, classes in _limits
	some i, limits in classes
	limits[0] != null
	name := _names[i]
	sizes.class(_party(sector, limits[0] - 1, limits[1])) == _names[i + 1]
}

test_not_reached_with_less_revenue[[sector, name]] if {
	some sector, classes in _limits
	some i, limits in classes
	limits[1] != null
	name := _names[i]
	sizes.class(_party(sector, limits[0], limits[1] - 1)) == _names[i + 1]
}

test_not_judged_without_a_figure[sector] if {
	some sector, classes in _limits
	some i, field in ["employees", "revenue_cny_wan"]
	classes[0][i] != null
	not sizes.class(object.remove(_party(sector, 9, 9), [field]))
}

test_names_what_was_reached[name] if {
	some i, name in ["small", "medium", "large"]
	limits := _limits.I65[2 - i]
	stated := ["micro", "small", "medium"][i]
	some finding in sizes.understated([], object.union(_party("I65", limits[0], limits[1]), {"size": stated}))
	finding.args == {"stated": {"term": concat("_", ["size", stated])}, "reached": {"term": concat("_", ["size", name])}}
}
