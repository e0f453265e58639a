# METADATA
# title: Hubs and facilities
# description: >-
#   The eight national hubs, their ten clusters and the places in them, against where a facility says that it is (X-HUB);
#   and what kind of facility it is. A code of GB/T 2260 tells the province or the city only, a facility names its district.
# custom:
#   title_zh: 枢纽与设施
#   description_zh: "设施所写位置与国家八大枢纽、十个集群及其所辖地区是否相符（X-HUB），以及属于哪类设施。GB/T 2260 代码只到省或市，\
#     设施须写明区县。"
package aiplus.checks.hubs

import data.aiplus.checks.budget
import data.aiplus.thresholds

# Hub, codes of its province, cluster, codes of its city or district, names of its places (English ones in lower case).
_table := {
	"张家口": {
		"hub": "京津冀",
		"codes": ["1307"],
		"places": ["怀来", "张北", "宣化", "huailai", "zhangbei", "xuanhua"],
	},
	"长三角生态绿色一体化发展示范区": {
		"hub": "长三角",
		"codes": ["310118", "3205", "3304"],
		"places": ["青浦", "吴江", "嘉善", "qingpu", "wujiang district, suzhou", "jiashan"],
	},
	"芜湖": {
		"hub": "长三角",
		"codes": ["3402"],
		"places": ["鸠江", "弋江", "无为", "jiujiang district", "yijiang", "wuwei"],
	},
	"韶关": {
		"hub": "粤港澳大湾区",
		"codes": ["4402"],
		"places": ["浈江", "武江", "曲江", "zhenjiang district", "wujiang district, shaoguan", "qujiang"],
	},
	"天府": {
		"hub": "成渝",
		"codes": ["5101"],
		"places": ["双流", "郫都", "简阳", "shuangliu", "pidu", "jianyang"],
	},
	"重庆": {
		"hub": "成渝",
		"codes": ["50"],
		"places": ["水土", "璧山", "重庆经开区", "重庆经济技术开发区", "shuitu", "bishan", "chongqing economic"],
	},
	"贵安": {
		"hub": "贵州",
		"codes": ["5201", "5204"],
		"places": ["贵安", "gui'an", "guian", "gui’an"],
	},
	"和林格尔": {
		"hub": "内蒙古",
		"codes": ["1501", "1509"],
		"places": ["和林格尔", "集宁", "horinger", "helingeer", "jining"],
	},
	"庆阳": {
		"hub": "甘肃",
		"codes": ["6210"],
		"places": ["西峰", "xifeng"],
	},
	"中卫": {
		"hub": "宁夏",
		"codes": ["6405"],
		"places": ["中卫", "zhongwei"],
	},
}

_provinces := {
	"11", "12", "13", "31", "32", "33", "34", "44", "50", "51",
	"15", "52", "62", "64",
}

# METADATA
# description: >-
#   A disagreement when the place of the facility is none of those of the cluster it names; args place and cluster.
elsewhere(path, facility) := {{
	"path": array.concat(path, ["location_city"]),
	"related": [array.concat(path, ["cluster"])],
	"args": {"place": facility.location_city, "cluster": facility.cluster},
} |
	places := _table[facility.cluster].places
	not _named(facility.location_city, places)
}

# METADATA
# description: >-
#   A disagreement when the cluster is not one of the hub, "none" included; args cluster and hub.
misplaced(path, facility) := {{
	"path": array.concat(path, ["cluster"]),
	"related": [array.concat(path, ["hub"])],
	"args": {"cluster": _word("cluster", facility.cluster), "hub": _word("hub", facility.hub)},
} |
	hub_of_cluster := object.get(_table, [facility.cluster, "hub"], "none")
	facility.hub != hub_of_cluster
}

_word(kind, "none") := {"term": concat("_", [kind, "none"])}

_word(_, name) := name if name != "none"

_named(place, places) if {
	some name in places
	contains(lower(place), name)
}

# METADATA
# description: >-
#   Whether a facility counts as one in a hub: it says so, does not say otherwise, or stands in one of the clusters.
inside(facility) if object.get(facility, "hub", "") != "none"

inside(facility) if {
	some cluster in _table
	_named(facility.location_city, cluster.places)
}

# METADATA
# description: Whether a source of computing lies in the province of a hub, as far as its code tells.
in_province(region) if substring(region, 0, 2) in _provinces

# METADATA
# description: >-
#   Whether a source of computing may lie in a cluster: its code is that of a hub's province, or that of the city of a
#   cluster or of a place within.
in_cluster(region) if {
	in_province(region)
	endswith(region, "0000")
}

in_cluster(region) if {
	some cluster in _table
	some code in cluster.codes
	startswith(region, code)
}

# METADATA
# description: >-
#   Large or super-large, by racks or by power. A facility that leaves one of the two out may be large by it.
large(facility) if object.get(facility, "racks", thresholds.comp_large_racks_min.value) >= thresholds.comp_large_racks_min.value

large(facility) if object.get(facility, "it_power_mw", thresholds.comp_large_it_mw_min.value) >= thresholds.comp_large_it_mw_min.value

# METADATA
# description: >-
#   New, or extended, which the policies treat alike: whatever the switch says, a project that is about a facility or buys
#   equipment for one builds.
built(facility) if object.get(facility, "new_build", true)

built(_) if input.proposal.project.type == "compute_facility"

built(_) if budget.items("equipment") > 0
