# METADATA
# title: Sizes of enterprises
# description: >-
#   The size that an enterprise states against its staff and revenue, by the classes of the Provisions on
#   the Classification of Small and Medium-sized Enterprises (中小企业划型标准规定, 工信部联企业〔2011〕300号; X-SIZE). A class
#   is reached when every limit of it is; only sectors whose limits are staff and revenue are judged.
# custom:
#   title_zh: 企业规模
#   description_zh: "企业自报的规模与从业人员、营业收入是否相符，按《中小企业划型标准规定》（工信部联企业〔2011〕300号）划分（X-SIZE）。\
#     各项指标都达到才算某一档；只判以从业人员和营业收入划分的行业。"
package aiplus.checks.sizes

# METADATA
# description: >-
#   A disagreement when the party, whose path is given, states a smaller size than its figures reach; args stated and
#   reached. Staff or revenue left out reaches nothing, and says nothing.
understated(path, party) := {{
	"path": array.concat(path, ["size"]),
	"related": [array.concat(path, [field]) | some field in ["employees", "revenue_cny_wan", "sector_gb4754"]],
	"args": {"stated": _term(party.size), "reached": _term(reached)},
} |
	reached := class(party)
	_rank[party.size] < _rank[reached]
}

_rank := {"micro": 0, "small": 1, "medium": 2, "large": 3}

_term(size) := {"term": concat("_", ["size", size])}

# METADATA
# description: >-
#   The class that staff and revenue (万元) reach in the party's sector, undefined when one of the figures it needs is
#   missing. A party that states no sector is judged by that of the project.
class(party) := reached if {
	limits := _limits(_sector(party))
	every field, _ in limits.large {
		is_number(party[field])
	}
	reached := array.concat(
		[size |
			some size in ["large", "medium", "small"]
			every field, least in limits[size] {
				party[field] >= least
			}
		],
		["micro"],
	)[0]
}

_sector(party) := party.sector_gb4754

_sector(party) := input.proposal.project.sector_gb4754 if not party.sector_gb4754

# The division of GB/T 4754, or the section's letter where all divisions share their limits.
_limits(sector) := _table[sector] if {
	_table[sector]
} else := _table[substring(sector, 0, 1)] if {
	_table[substring(sector, 0, 1)]
} else := _staff_only if {
	# The classes of these sections rest on revenue and assets, or on assets, which a proposal does not state.
	not substring(sector, 0, 1) in {"E", "J", "K", "L"}
}

# Staff and revenue in 万元, the least of each class. Below small is micro.
_table := {
	"A": _class([null, 20000], [null, 500], [null, 50]),
	"B": _industry,
	"C": _industry,
	"D": _industry,
	"F51": _class([200, 40000], [20, 5000], [5, 1000]),
	"F52": _class([300, 20000], [50, 500], [10, 100]),
	"G": _class([1000, 30000], [300, 3000], [20, 200]),
	"G59": _class([200, 30000], [100, 1000], [20, 100]),
	"G60": _class([1000, 30000], [300, 2000], [20, 100]),
	"H": _class([300, 10000], [100, 2000], [10, 100]),
	"I63": _class([2000, 100000], [100, 1000], [10, 100]),
	"I64": _class([2000, 100000], [100, 1000], [10, 100]),
	"I65": _class([300, 10000], [100, 1000], [10, 50]),
}

_industry := _class([1000, 40000], [300, 2000], [20, 300])

_staff_only := _class([300, null], [100, null], [10, null])

_class(large, medium, small) := {
	"large": _least(large),
	"medium": _least(medium),
	"small": _least(small),
}

_least([staff, revenue]) := {field: least |
	some field, least in {"employees": staff, "revenue_cny_wan": revenue}
	least != null
}
