package aiplus.rules.comp_02_test

import data.aiplus.rules.comp_02 as rule

_facility := {
	"location_city": "西峰区",
	"hub": "甘肃",
	"cluster": "庆阳",
	"new_build": true,
	"racks": 1200,
	"it_power_mw": 40,
	"siting_reason_zh": "集群起步区内，330千伏变电站距场址6公里",
}

_centre := {
	"project": {"type": "compute_facility"},
	"compute": {"facility": _facility},
	"evidence": [
		{"id": "EV-07", "kind": "letter", "issuer": "国家发展改革委", "issued_on": "2026-05-20", "sha256": "a"},
		{"id": "EV-08", "kind": "letter", "issuer": "某办", "issued_on": "2026-05-20"},
	],
	"meta": {"submitted_on": "2026-10-15"},
}

_with(changes) := object.union(_centre, {"compute": {"facility": object.union(_facility, changes)}})

_outside(changes) := _with(object.union(
	{
		"location_city": "榆林市榆阳区", "hub": "none", "cluster": "none",
		"siting_reason_zh": "靠近2座新能源基地，已列入全国布局例外清单（EV-07）",
	},
	changes,
))

_training := {"kind": "hub_cluster", "region": "520100", "share_pct": 70}

_serving := {"kind": "public_cloud", "region": "360000", "share_pct": 30, "latency_ms_max": 5}

_user := {
	"project": {"type": "foundation_model"},
	"scenarios": [{"id": "S1", "regions": ["360100", "430000"]}],
	"compute": {
		"need": {"train_gpu_hours": 1010000, "derivation_zh": "6ND，利用率40%", "infer_qps_peak": 120},
		"sources": [_training, _serving],
	},
}

_of(sources) := object.union(_user, {"compute": {"sources": sources}})

_demand(changes) := object.union(_user, {"compute": {"need": object.union(_user.compute.need, changes)}})

_beside(source, changes) := object.union(_demand(changes), {"compute": {"sources": [source, _serving]}})

_cloud := {"kind": "public_cloud", "region": "360000", "share_pct": 70}

_buying(sources) := {
	"scenarios": [{"id": "S1"}, {"id": "S2", "regions": ["360100"]}],
	"compute": {"need": {"train_gpu_hours": 1010000, "infer_qps_peak": 120}, "sources": sources},
}

_passing := {
	"a facility in its cluster": _centre,
	"a large one outside, exempted": _outside({}),
	"a small one outside": _outside({"it_power_mw": 7.4, "siting_reason_zh": "服务园区内26家企业"}),
	"one outside that was there already": object.union(
		object.union(_outside({"new_build": false, "siting_reason_zh": "2024年建成"}), {"project": {"type": "application"}}),
		{"models": []},
	),
	"a user": _user,
	"training on machines of one's own": _beside({"kind": "own", "region": "360000", "share_pct": 70}, {}),
	"training in a cloud within a hub": _beside(object.union(_cloud, {"region": "440000"}), {}),
	"training nearby, with the reason": _beside(_cloud, {"derivation_zh": "病历不出域，共需96张卡；枢纽专线尚未开通"}),
	"no training": _beside(object.union(_cloud, {"latency_ms_max": 20}), {"train_gpu_hours": 0}),
	"no training, no limit of latency": _beside(_cloud, {"train_gpu_hours": 0}),
	"no inference": object.union(_demand({"infer_qps_peak": 0}), {"compute": {"sources": [_training]}}),
	"at the widest tier": _of([_training, object.union(_serving, {"latency_ms_max": 20})]),
	"a region elsewhere that is answered slowly": _of([_training, _serving, {"kind": "edge", "region": "110000", "latency_ms_max": 80}]),
	"training at the edge": _beside({"kind": "edge", "region": "360000", "share_pct": 70}, {}),
	"a facility that buys besides, which is not asked of it": object.union(_centre, _buying([{}, _cloud, {"kind": "hub_cluster", "region": "320100"}])),
	"a facility that buys besides, faster than light": object.union(_centre, _buying([
		object.union(_serving, {"latency_ms_max": 0}),
		object.union(_training, {"region": "150100", "latency_ms_max": 1}),
	])),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_fails_without_facility_field[field] if {
	some field in ["location_city", "hub", "cluster", "new_build", "racks", "it_power_mw", "siting_reason_zh"]
	found := rule.findings with input.proposal as json.remove(_centre, [concat("/", ["compute/facility", field])])
	found == {{"code": "missing", "path": ["compute", "facility", field], "args": {}}}
}

_missing := {
	"the facility": {
		"proposal": {"project": {"type": "compute_facility"}},
		"want": {["compute", "facility", field] | some field, _ in _facility},
	},
	"the sources": {"proposal": json.remove(_user, ["compute/sources"]), "want": {["compute", "sources"]}},
	"the kind of a source": {
		"proposal": _of([object.remove(_training, ["kind"]), _serving]),
		"want": {["compute", "sources", 0, "kind"]},
	},
	"the region of a source": {
		"proposal": _of([object.remove(_training, ["region"]), _serving]),
		"want": {["compute", "sources", 0, "region"]},
	},
	"the demand": {
		"proposal": object.union(json.remove(_user, ["compute/need"]), {"finance": {"items": [{"category": "compute", "amount": 500}]}}),
		"want": {["compute", "need", "train_gpu_hours"], ["compute", "need", "infer_qps_peak"]},
	},
	"the scenarios": {"proposal": json.remove(_user, ["scenarios"]), "want": {["scenarios"]}},
	"where a scenario is": {
		"proposal": object.union(_user, {"scenarios": [{"id": "S1"}]}),
		"want": {["scenarios", 0, "regions"]},
	},
	"any source": {"proposal": _of([]), "want": {["compute", "sources"]}},
	"a reason for its place, written": {"proposal": _with({"siting_reason_zh": ""}), "want": {["compute", "facility", "siting_reason_zh"]}},
	"a reason for a place outside, written": {"proposal": _outside({"siting_reason_zh": ""}), "want": {["compute", "facility", "siting_reason_zh"]}},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"a city outside the cluster": {"proposal": _with({"location_city": "榆林市"}), "want": {"place_elsewhere"}},
	"the cluster of another hub": {"proposal": _with({"hub": "宁夏"}), "want": {"cluster_misplaced"}},
	"a hub without cluster": {"proposal": _with({"cluster": "none"}), "want": {"cluster_misplaced"}},
	"a reason without a number": {"proposal": _with({"siting_reason_zh": "区位优势明显"}), "want": {"reason_vague"}},
	"a large one outside": {"proposal": _outside({"siting_reason_zh": "靠近2座新能源基地"}), "want": {"outside_hubs"}},
	"just large by racks": {
		"proposal": _outside({"racks": 3000, "it_power_mw": 7, "siting_reason_zh": "靠近2座新能源基地"}),
		"want": {"outside_hubs"},
	},
	"a large one outside that says it is not new": {
		"proposal": _outside({"new_build": false, "siting_reason_zh": "2024年建成"}),
		"want": {"outside_hubs"},
	},
	"an exemption that proves nothing": {"proposal": _outside({"siting_reason_zh": "已获批准（EV-08）"}), "want": {"outside_hubs"}},
	"a hub denied in its cluster": {"proposal": _with({"hub": "none", "cluster": "none"}), "want": {"hub_denied"}},
	"training in a cloud elsewhere": {"proposal": _beside(_cloud, {}), "want": {"training_outside_hubs"}},
	"training with a limit of latency that is none": {
		"proposal": _beside(object.union(_cloud, {"latency_ms_max": 20.1}), {}),
		"want": {"training_outside_hubs"},
	},
	"training in a cloud elsewhere, because": {
		"proposal": _beside(_cloud, {"derivation_zh": "就近使用"}),
		"want": {"training_outside_hubs"},
	},
	"a cluster where none is": {
		"proposal": _beside(object.union(_training, {"region": "320100"}), {}),
		"want": {"no_cluster_there"},
	},
	"a cluster in a province without any": {
		"proposal": _beside(object.union(_training, {"region": "360000"}), {}),
		"want": {"no_cluster_there", "training_outside_hubs"},
	},
	"no latency": {"proposal": _of([_training]), "want": {"latency_unstated"}},
	"a latency of no tier": {
		"proposal": _of([_training, {"kind": "own", "region": "360000", "latency_ms_max": 20.1}]),
		"want": {"latency_unstated"},
	},
	"no latency at all": {"proposal": _of([_training, object.union(_serving, {"latency_ms_max": 0})]), "want": {"latency_zero"}},
	"faster than light": {"proposal": _of([object.union(_training, {"region": "150100", "latency_ms_max": 1})]), "want": {"latency_impossible"}},
	"a hub denied whose cluster is named": {"proposal": _with({"hub": "none"}), "want": {"cluster_misplaced"}},
	"a reason of one character": {"proposal": _with({"siting_reason_zh": "近"}), "want": {"reason_vague"}},
	"a large one outside, a reason of one character": {"proposal": _outside({"siting_reason_zh": "近"}), "want": {"reason_vague", "outside_hubs"}},
	"one hour of training in a cloud elsewhere": {"proposal": _beside(_cloud, {"train_gpu_hours": 1}), "want": {"training_outside_hubs"}},
	"no latency for one query a second": {
		"proposal": object.union(_demand({"infer_qps_peak": 1}), {"compute": {"sources": [_training]}}),
		"want": {"latency_unstated"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

_at(field) := ["compute", "facility", field]

# What each code says: where, about what else, with which values.
_said := {
	"place_elsewhere": {
		"case": "a city outside the cluster",
		"path": _at("location_city"),
		"related": [_at("cluster")],
		"args": {"place": "榆林市", "cluster": "庆阳"},
	},
	"cluster_misplaced": {
		"case": "the cluster of another hub",
		"path": _at("cluster"),
		"related": [_at("hub")],
		"args": {"cluster": "庆阳", "hub": "宁夏"},
	},
	"hub_denied": {
		"case": "a hub denied in its cluster",
		"path": _at("hub"),
		"related": [_at("location_city")],
		"args": {"place": "西峰区"},
	},
	"reason_vague": {
		"case": "a reason without a number",
		"path": _at("siting_reason_zh"),
		"args": {},
	},
	"outside_hubs": {
		"case": "a large one outside",
		"path": _at("siting_reason_zh"),
		"related": [_at("hub"), _at("racks"), _at("it_power_mw")],
		"args": {},
	},
	"training_outside_hubs": {
		"case": "training in a cloud elsewhere",
		"path": ["compute", "sources", 0, "region"],
		"related": [["compute", "need", "train_gpu_hours"], ["compute", "need", "derivation_zh"]],
		"args": {"source": 1, "region": "360000"},
	},
	"no_cluster_there": {
		"case": "a cluster where none is",
		"path": ["compute", "sources", 0, "region"],
		"related": [["compute", "sources", 0, "kind"]],
		"args": {"source": 1, "region": "320100"},
	},
	"latency_unstated": {
		"case": "no latency",
		"path": ["compute", "sources"],
		"related": [["compute", "need", "infer_qps_peak"]],
		"args": {"qps": 120, "max": 20},
	},
	"latency_zero": {
		"case": "no latency at all",
		"path": ["compute", "sources", 1, "latency_ms_max"],
		"args": {"source": 2},
	},
	"latency_impossible": {
		"case": "faster than light",
		"path": ["compute", "sources", 0, "latency_ms_max"],
		"related": [["scenarios", 0, "regions", 0], ["scenarios", 0, "regions", 1]],
		"args": {"source": 1, "region": "150100", "ms": 1, "km": 200},
	},
}

test_fails_saying[code] if {
	some code, tc in _said
	want := object.union(object.remove(tc, ["case"]), {"code": code})
	found := rule.findings with input.proposal as _failing[tc.case].proposal
	want in found
}

test_applies[name] if {
	some name, proposal in {"a facility": _centre, "much computing": _user}
	rule.applies with input.proposal as proposal
}

test_does_not_apply_to_a_little_computing if {
	not rule.applies with input.proposal as {"project": {"type": "application"}}
}
