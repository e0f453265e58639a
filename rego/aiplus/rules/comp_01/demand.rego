# METADATA
# title: Compute demand estimate
# description: >-
#   The computing that is asked for is derived with numbers: GPU hours that fit the models to be trained, the peak of
#   inference, storage that holds the data, growth; at a price that can be, and in a facility no larger than that.
package aiplus.rules.comp_01

import data.aiplus.checks.budget
import data.aiplus.checks.flops
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.money
import data.lib.text

default applies := false

applies if flags.compute

_at(field) := ["compute", "need", field]

_need := input.proposal.compute.need

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["train_gpu_hours", "derivation_zh", "infer_qps_peak", "storage_tb", "growth_zh"]
}

# What the hours are reckoned from. A facility or a pilot base may train for others only.

_needed contains ["models"] if {
	_need.train_gpu_hours > 0
	flags.model
}

_needed contains ["models", i, field] if {
	some i in flops.language_models
	some field in ["params_b", "train_tokens_b"]
}

_needed contains ["compute", "facility", "pflops_fp16"] if flags.facility

# What the sums below are made of: a part left out must not make them fit.

_needed contains ["finance", "items", i, field] if {
	some i, item in input.proposal.finance.items
	object.get(item, "category", "compute") == "compute"
	some field in ["category", "amount"]
}

_needed contains ["data", "datasets", i, "volume_gb"] if some i, _ in input.proposal.data.datasets

findings contains {"code": code, "path": _at(field), "args": {}} if {
	some field, code in {"derivation_zh": "derivation_vague", "growth_zh": "growth_vague"}
	not text.has_number(_need[field])
	count(_need[field]) > 0
}

findings contains {
	"code": "no_demand",
	"path": _at("train_gpu_hours"),
	"related": [_at("infer_qps_peak")],
	"args": {},
} if {
	_need.train_gpu_hours == 0
	_need.infer_qps_peak == 0
}

findings contains object.union(disagreement, {"code": "hours_off"}) if {
	some disagreement in flops.hours_off(_at("train_gpu_hours"), _need.train_gpu_hours, _need.derivation_zh)
}

# Storage holds at least the data that the proposal lists.
findings contains {
	"code": "storage_small",
	"path": _at("storage_tb"),
	"related": [["data", "datasets", i, "volume_gb"] | some i, dataset in input.proposal.data.datasets; dataset.volume_gb],
	"args": {"storage": _need.storage_tb, "data": listed / 1000},
} if {
	listed := sum([dataset.volume_gb | some dataset in input.proposal.data.datasets])
	_need.storage_tb * 1000 < listed
}

findings contains {"code": "storage_none", "path": _at("storage_tb"), "args": {}} if _need.storage_tb == 0

# Money. Hours are bought, brought by a partner, or run on machines of one's own.

findings contains {
	"code": "not_budgeted",
	"path": _at("train_gpu_hours"),
	"related": [["finance", "items"]],
	"args": {"hours": _need.train_gpu_hours},
} if {
	_need.train_gpu_hours > 0
	not plans.funded({"compute"})
	not _own_machines
}

# Hours that the whole budget for computing cannot pay. Partners and machines of one's own count with their full price.
findings contains {
	"code": "hours_cheap",
	"path": _at("train_gpu_hours"),
	"related": [["finance", "items"]],
	"args": {"hours": _need.train_gpu_hours, "price": floor(paid / _need.train_gpu_hours) / 100, "min": least},
} if {
	paid := _bought + _brought
	paid > 0
	least := thresholds.comp_hour_price_min.value
	paid < (least * 100) * _need.train_gpu_hours
}

# A facility is not paid by the hours of those who use it.
findings contains {
	"code": "hours_dear",
	"path": _at("train_gpu_hours"),
	"related": [["finance", "items"]],
	"args": {"hours": _need.train_gpu_hours, "price": ceil(_bought / _need.train_gpu_hours) / 100, "max": most},
} if {
	not flags.facility
	_need.train_gpu_hours > 0
	most := thresholds.comp_hour_price_max.value
	_bought > (most * 100) * _need.train_gpu_hours
}

_bought := budget.items("compute")

_brought := own_machines + in_kind if {
	own_machines := sum([budget.items("equipment") | _own_machines])
	in_kind := sum([money.fen(source.amount) |
		some source in input.proposal.finance.sources
		source.kind == "partner_in_kind"
	])
}

_own_machines if {
	_owned
	budget.items("equipment") > 0
}

_owned if flags.facility

_owned if {
	some source in input.proposal.compute.sources
	source.kind in {"own", "edge"}
}

# What a facility gives in a year, on cards of the H100 class, against what is asked of it.
findings contains {
	"code": "facility_oversized",
	"path": ["compute", "facility", "pflops_fp16"],
	"related": [_at("train_gpu_hours")],
	"args": {"capacity": capacity, "hours": _need.train_gpu_hours, "max": most},
} if {
	pflops := input.proposal.compute.facility.pflops_fp16
	capacity := round(((pflops * 1000) / thresholds.comp_tflops_h100.value) * thresholds.hours_per_year.value)
	most := thresholds.comp_capacity_factor_max.value
	capacity > most * _need.train_gpu_hours
}
