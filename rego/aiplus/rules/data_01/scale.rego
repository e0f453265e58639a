# METADATA
# title: Data scale matches the task
# description: >-
#   The need for data is a derived number, the records that serve the task reach it or a dated and funded plan closes the
#   gap, and the stated sizes are possible.
package aiplus.rules.data_01

import data.aiplus.checks.datasets
import data.aiplus.checks.measures
import data.aiplus.checks.plans
import data.aiplus.checks.sums
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.data_bearing

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains ["data", "need", field] if some field in ["required_records", "derivation_zh"]

_needed contains ["data", "datasets", i, field] if {
	some i, _ in input.proposal.data.datasets
	some field in ["purpose", "records", "volume_gb", "modalities"]
}

_needed contains ["data", "datasets", i, "modalities", j] if {
	some i, dataset in input.proposal.data.datasets
	some j, _ in dataset.modalities
}

_needed contains ["data", "datasets", i, "split"] if {
	some i, dataset in input.proposal.data.datasets
	datasets.trains(dataset)
}

# A split that is there has three parts. One that is not there is missing once, not three times.
_needed contains ["data", "datasets", i, "split", part] if {
	some i, dataset in input.proposal.data.datasets
	datasets.trains(dataset)
	count(dataset.split) > 0
	some part in ["train", "val", "test"]
}

findings contains {"code": "need_not_positive", "path": ["data", "need", "required_records"], "args": {}} if {
	input.proposal.data.need.required_records == 0
}

findings contains {"code": "derivation_short", "path": _derivation, "args": {"length": length, "min": needed}} if {
	length := text.length(input.proposal.data.need.derivation_zh)
	needed := thresholds.data_derivation_length_min.value
	length < needed
}

findings contains {"code": "derivation_without_number", "path": _derivation, "args": {}} if {
	derivation := input.proposal.data.need.derivation_zh
	not text.has_number(derivation)
}

_derivation := ["data", "need", "derivation_zh"]

findings contains {
	"code": "records_short",
	"path": ["data", "need", "required_records"],
	"related": _counted_records,
	"args": {"records": _records, "required": input.proposal.data.need.required_records},
} if {
	_gap > 0
	not input.proposal.data.need.gap_plan_zh
}

findings contains {
	"code": "gap_without_milestone",
	"path": ["data", "need", "gap_plan_zh"],
	"related": [["plan", "milestones"]],
	"args": {"gap": _gap},
} if {
	_gap > 0
	input.proposal.data.need.gap_plan_zh
	not _gap_has_milestone
}

findings contains {
	"code": "gap_without_budget",
	"path": ["finance", "items"],
	"related": [["data", "need", "required_records"]],
	"args": {"gap": _gap},
} if {
	_gap > 0
	not plans.funded({"data"})
}

# Records still to be collected, unless a size that counts is missing: that is the finding then.
_gap := input.proposal.data.need.required_records - _records if {
	count(input.proposal.data.datasets) > 0
	every i in _counted {
		input.proposal.data.datasets[i].records >= 0
	}
}

_counted := {i | some i, dataset in input.proposal.data.datasets; datasets.serves(dataset)}

_counted_records := [["data", "datasets", i, "records"] | some i in _counted]

_records := sum([input.proposal.data.datasets[i].records | some i in _counted])

_gap_has_milestone if count(plans.cited(input.proposal.data.need.gap_plan_zh)) > 0

_gap_has_milestone if count(plans.milestones(_data_words)) > 0

_data_words := {
	"数据", "样本", "采集", "图像", "语料", "标注", "记录", "病例", "入库",
	"data", "sample", "record", "corpus", "corpora", "image",
}

findings contains {"code": code, "path": ["data", "datasets", i, field], "args": {"dataset": name}} if {
	some i, dataset in input.proposal.data.datasets
	some field, code in {"records": "records_zero", "volume_gb": "volume_zero"}
	dataset[field] == 0
	not _still_planned
	name := datasets.name(["data", "datasets", i], dataset)
}

# Before the pilot a dataset may still be empty when collecting it is planned and paid for.
_still_planned if {
	plans.early
	_gap > 0
	input.proposal.data.need.gap_plan_zh
	_gap_has_milestone
	plans.funded({"data"})
}

findings contains object.union(disagreement, {"code": "volume_out_of_band"}) if {
	some i, dataset in input.proposal.data.datasets
	some disagreement in measures.volume(["data", "datasets", i], dataset)
}

findings contains object.union(disagreement, {"code": "split_sum"}) if {
	some i, dataset in input.proposal.data.datasets
	some disagreement in sums.split_total(["data", "datasets", i], dataset)
}

findings contains object.union(disagreement, {"code": "split_test_small"}) if {
	some i, dataset in input.proposal.data.datasets
	datasets.trains(dataset)
	not _tested_elsewhere(dataset)
	some disagreement in sums.split_test(["data", "datasets", i], dataset)
}

# A dataset that is validated on another one needs no test part of its own; nobody holds out a twentieth of a
# pre-training corpus.
_tested_elsewhere(dataset) if {
	some other in input.proposal.data.datasets
	other.id == dataset.validation.test_set_id
	other.id != dataset.id
	"eval" in other.purpose
}
