# METADATA
# title: Siting and East-Data-West-Computing fit
# description: >-
#   A facility stands where the hub and the cluster that it names are, or says who exempted it; who buys computing trains
#   in a hub, or says why not, and states a latency of inference that the distance allows.
package aiplus.rules.comp_02

import data.aiplus.checks.distances
import data.aiplus.checks.evidence
import data.aiplus.checks.hubs
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.facility

applies if flags.compute

_section := ["compute", "facility"]

_facility := input.proposal.compute.facility

_sources := input.proposal.compute.sources

_need := input.proposal.compute.need

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains array.concat(_section, [field]) if {
	flags.facility
	some field in ["location_city", "hub", "cluster", "new_build", "racks", "it_power_mw", "siting_reason_zh"]
}

_needed contains ["compute", "sources"] if not flags.facility

_needed contains ["compute", "sources", i, field] if {
	not flags.facility
	some i, _ in _sources
	some field in ["kind", "region"]
}

_needed contains ["compute", "need", field] if {
	not flags.facility
	some field in ["train_gpu_hours", "infer_qps_peak"]
}

# Who is to be answered in time.

_needed contains ["scenarios"] if not flags.facility

_needed contains ["scenarios", i, "regions"] if {
	not flags.facility
	some i, _ in input.proposal.scenarios
}

# The facility.

findings contains object.union(disagreement, {"code": "place_elsewhere"}) if {
	flags.facility
	some disagreement in hubs.elsewhere(_section, _facility)
}

findings contains object.union(disagreement, {"code": "cluster_misplaced"}) if {
	flags.facility
	some disagreement in hubs.misplaced(_section, _facility)
}

findings contains {
	"code": "hub_denied",
	"path": array.concat(_section, ["hub"]),
	"related": [array.concat(_section, ["location_city"])],
	"args": {"place": _facility.location_city},
} if {
	_facility.hub == "none"
	_facility.cluster == "none"
	hubs.inside(_facility)
}

findings contains {
	"code": "reason_vague",
	"path": array.concat(_section, ["siting_reason_zh"]),
	"args": {},
} if {
	count(_facility.siting_reason_zh) > 0
	not text.has_number(_facility.siting_reason_zh)
}

# No large facility is built outside the hubs unless somebody in charge allowed it: the reason cites who did.
findings contains {
	"code": "outside_hubs",
	"path": array.concat(_section, ["siting_reason_zh"]),
	"related": [array.concat(_section, [field]) | some field in ["hub", "racks", "it_power_mw"]],
	"args": {},
} if {
	count(_facility.siting_reason_zh) > 0
	not hubs.inside(_facility)
	hubs.built(_facility)
	hubs.large(_facility)
	count({id | some id in regex.find_n(`EV-[0-9]+`, _facility.siting_reason_zh, -1)} & evidence.solid) == 0
}

# Those who use computing of others.

# What is bought without a limit of latency is for training, and so is what allows more than any tier of the network.
findings contains {
	"code": "training_outside_hubs",
	"path": ["compute", "sources", i, "region"],
	"related": [["compute", "need", "train_gpu_hours"], ["compute", "need", "derivation_zh"]],
	"args": {"source": i + 1, "region": source.region},
} if {
	not flags.facility
	_trains
	some i, source in _sources
	_bought(source)
	not _answers_in_time(source)
	not hubs.in_province(source.region)
	not _explained
}

_trains if _need.train_gpu_hours > 0

# Machines that are there already stay where they are.
_bought(source) if not source.kind in {"own", "edge"}

_answers_in_time(source) if source.latency_ms_max <= thresholds.comp_latency_tier_max.value

# Why not in a hub: the derivation of the demand has room to say so.
_explained if {
	some word in {"枢纽", "东数西算", "不出域", "不出省", "不出市", "不出厂", "就近", "专线", "national hub", "nearby", "on site"}
	contains(lower(_need.derivation_zh), word)
	text.has_number(_need.derivation_zh)
}

findings contains {
	"code": "no_cluster_there",
	"path": ["compute", "sources", i, "region"],
	"related": [["compute", "sources", i, "kind"]],
	"args": {"source": i + 1, "region": source.region},
} if {
	not flags.facility
	some i, source in _sources
	source.kind == "hub_cluster"
	not hubs.in_cluster(source.region)
}

findings contains {
	"code": "latency_unstated",
	"path": ["compute", "sources"],
	"related": [["compute", "need", "infer_qps_peak"]],
	"args": {"qps": _need.infer_qps_peak, "max": thresholds.comp_latency_tier_max.value},
} if {
	not flags.facility
	_need.infer_qps_peak > 0
	count(_sources) > 0
	count([1 | some source in _sources; _answers_in_time(source)]) == 0
}

findings contains {
	"code": "latency_zero",
	"path": ["compute", "sources", i, "latency_ms_max"],
	"args": {"source": i + 1},
} if {
	not flags.facility
	some i, source in _sources
	source.latency_ms_max == 0
}

findings contains object.union(disagreement, {
	"code": "latency_impossible",
	"args": object.union(disagreement.args, {"source": i + 1, "region": source.region}),
}) if {
	not flags.facility
	places := [{"path": ["scenarios", j, "regions", k], "region": region} |
		some j, scenario in input.proposal.scenarios
		some k, region in scenario.regions
	]
	some i, source in _sources
	path := ["compute", "sources", i, "latency_ms_max"]
	some disagreement in distances.too_far(path, source.latency_ms_max, source.region, places)
}
