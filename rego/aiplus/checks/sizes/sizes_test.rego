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

test_class_by_the_project_sector if {
	sizes.class({"employees": 9, "revenue_cny_wan": 40}) == "micro" with input.proposal as {"project": {"sector_gb4754": "I65"}}
}

test_not_judged[name] if {
	some name, party in {
		"construction": _party("E47", 900, 90000),
		"finance": _party("J68", 900, 90000),
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
