package aiplus.checks.hubs_test

import data.aiplus.checks.hubs

_path := ["compute", "facility"]

_facility := {"location_city": "西峰区", "hub": "甘肃", "cluster": "庆阳"}

_with(changes) := object.union(_facility, changes)

_right := {
	"Qingyang": _facility,
	"Qingyang in English": _with({"location_city": "Xifeng District, Qingyang"}),
	"Zhangjiakou": {"location_city": "张家口市怀来县", "hub": "京津冀", "cluster": "张家口"},
	"the demonstration zone": {"location_city": "苏州市吴江区", "hub": "长三角", "cluster": "长三角生态绿色一体化发展示范区"},
	"Wuhu": {"location_city": "无为市", "hub": "长三角", "cluster": "芜湖"},
	"Shaoguan": {"location_city": "韶关市浈江区", "hub": "粤港澳大湾区", "cluster": "韶关"},
	"Tianfu": {"location_city": "简阳市", "hub": "成渝", "cluster": "天府"},
	"Chongqing": {"location_city": "重庆市璧山区", "hub": "成渝", "cluster": "重庆"},
	"Gui'an": {"location_city": "贵安新区", "hub": "贵州", "cluster": "贵安"},
	"Horinger": {"location_city": "和林格尔新区", "hub": "内蒙古", "cluster": "和林格尔"},
	"Zhongwei": {"location_city": "中卫市沙坡头区", "hub": "宁夏", "cluster": "中卫"},
	"no hub": {"location_city": "榆林市", "hub": "none", "cluster": "none"},
}

test_agrees[name] if {
	some name, facility in _right
	hubs.elsewhere(_path, facility) == set()
	hubs.misplaced(_path, facility) == set()
}

test_has_eight_hubs_and_ten_clusters if {
	facilities := [facility | some name, facility in _right; not name in {"Qingyang in English", "no hub"}]
	count({facility.hub | some facility in facilities}) == 8
	count({facility.cluster | some facility in facilities}) == 10
}

_elsewhere := {
	"another city": "榆林市",
	"another district of the city": "庆阳市环县",
	"the city only": "庆阳市",
}

test_elsewhere[name] if {
	some name, place in _elsewhere
	hubs.elsewhere(_path, _with({"location_city": place})) == {{
		"path": ["compute", "facility", "location_city"],
		"related": [["compute", "facility", "cluster"]],
		"args": {"place": place, "cluster": "庆阳"},
	}}
}

_misplaced := {
	"a cluster of another hub": {"hub": "宁夏", "cluster": "庆阳", "args": {"cluster": "庆阳", "hub": "宁夏"}},
	"a hub without cluster": {"hub": "甘肃", "cluster": "none", "args": {"cluster": {"term": "cluster_none"}, "hub": "甘肃"}},
	"a cluster without hub": {"hub": "none", "cluster": "庆阳", "args": {"cluster": "庆阳", "hub": {"term": "hub_none"}}},
}

test_misplaced[name] if {
	some name, tc in _misplaced
	hubs.misplaced(_path, _with({"hub": tc.hub, "cluster": tc.cluster})) == {{
		"path": ["compute", "facility", "cluster"],
		"related": [["compute", "facility", "hub"]],
		"args": tc.args,
	}}
}

test_silent_on_what_is_missing if {
	hubs.elsewhere(_path, {}) == set()
	hubs.misplaced(_path, {"cluster": "庆阳"}) == set()
	hubs.elsewhere(_path, {"cluster": "庆阳"}) == set()
}

_in_hub := {
	"it says so": {"location_city": "榆林市", "hub": "甘肃"},
	"it does not say": {"location_city": "榆林市"},
	"it denies it": {"location_city": "西峰区", "hub": "none"},
}

test_inside[name] if {
	some name, facility in _in_hub
	hubs.inside(facility)
}

test_not_inside if not hubs.inside({"location_city": "榆林市", "hub": "none"})

test_in_province if {
	hubs.in_province("520100")
	not hubs.in_province("360000")
	not hubs.in_province("CN")
}

test_in_cluster[region] if {
	some region in {"520000", "520100", "340200", "340207", "320500", "310118", "500000", "500120", "621002"}
	hubs.in_cluster(region)
}

test_not_in_cluster[region] if {
	some region in {"360000", "320100", "310000x", "621100", "CN", "US"}
	not hubs.in_cluster(region)
}

_sizes := {
	"by racks": {"racks": 3000, "it_power_mw": 7.4},
	"by power": {"racks": 400, "it_power_mw": 7.5},
	"racks unknown": {"it_power_mw": 1},
	"power unknown": {"racks": 100},
}

test_large[name] if {
	some name, facility in _sizes
	hubs.large(facility)
}

test_not_large if not hubs.large({"racks": 2999, "it_power_mw": 7.4})

test_built if {
	hubs.built({})
	hubs.built({"new_build": true})
	hubs.built({"new_build": false}) with input.proposal as {"project": {"type": "compute_facility"}}
	hubs.built({"new_build": false}) with input.proposal as {"finance": {"items": [{"category": "equipment", "amount": 1}]}}
	hubs.built({"new_build": false}) with input.proposal as {"finance": {"items": [{"category": "equipment", "amount": 0.000001}]}}
}

test_not_built if {
	not hubs.built({"new_build": false}) with input.proposal as {"project": {"type": "application"}}
}
