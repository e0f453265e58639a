# METADATA
# title: Measured data quality
# description: >-
#   Every dataset that a model learns from or is measured on has its quality measured in at least five of the six
#   dimensions of GB/T 36344, on a sufficient sample, recently, with values that can have been measured.
package aiplus.rules.data_02

import data.aiplus.checks.datasets
import data.aiplus.checks.dates as order
import data.aiplus.checks.measures
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates
import data.lib.fields

default applies := false

applies if flags.data_bearing

# The dimensions of GB/T 36344, in its order.
_dimensions := ["normativity", "completeness", "accuracy", "consistency", "timeliness", "accessibility"]

_core := {"completeness", "accuracy"}

_judged := datasets.judged(input.proposal.data.datasets)

# Before the pilot a milestone about quality, with money, stands in for what is not measured yet.
default _measured_later := false

_measured_later if plans.replaces(_quality_words, {"data", "testing"})

_quality_words := {"质量", "quality"}

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains ["meta", "submitted_on"]

_needed contains ["data", "datasets", i, "quality"] if {
	some i in _judged
	not _measured_later
}

_needed contains ["data", "datasets", i, "quality", j, field] if {
	some i in _judged
	some j, _ in input.proposal.data.datasets[i].quality
	some field in ["dimension", "target_pct", "method_zh"]
}

_needed contains ["data", "datasets", i, "quality", j, field] if {
	some i in _judged
	some j, _ in input.proposal.data.datasets[i].quality
	some field in ["value_pct", "sample_n", "measured_on"]
	not _measured_later
}

findings contains {"code": "only_operation_data", "path": ["data", "datasets"], "args": {}} if {
	count(input.proposal.data.datasets) > 0
	count(_judged) == 0
}

# Dimensions that the proposal names, by dataset with any quality measure.
_named[i] := {measure.dimension | some measure in input.proposal.data.datasets[i].quality} if {
	some i in _judged
	count(input.proposal.data.datasets[i].quality) > 0
}

# A core dimension that is absent is a finding of its own, so it is not counted again here.
findings contains {
	"code": "dimensions_few",
	"path": ["data", "datasets", i, "quality"],
	"args": {
		"dataset": _name(i),
		"count": count([1 | some dimension in _dimensions; dimension in named]),
		"min": needed,
		"absent": [{"term": concat("_", ["quality", dimension])} | some dimension in _dimensions; not dimension in named],
	},
} if {
	some i, named in _named
	not _measured_later
	needed := thresholds.data_quality_dimensions_min.value
	count([1 | some dimension in _dimensions; dimension in (named | _core)]) < needed
}

findings contains {
	"code": "core_dimension_absent",
	"path": ["data", "datasets", i, "quality"],
	"args": {"dataset": _name(i), "dimension": _term(dimension)},
} if {
	some i, named in _named
	not _measured_later
	some dimension in _core
	not dimension in named
}

findings contains {
	"code": "value_low",
	"path": ["data", "datasets", i, "quality", j, "value_pct"],
	"args": {"dataset": _name(i), "dimension": _term(measure.dimension), "value": measure.value_pct, "min": needed},
} if {
	some i in _judged
	some j, measure in input.proposal.data.datasets[i].quality
	needed := thresholds.data_quality_value_min.value
	measure.value_pct < needed
	not _will_be_raised(measure)
}

# A plan to stay below the mark is no plan to reach it.
_will_be_raised(measure) if {
	measure.target_pct >= thresholds.data_quality_value_min.value
	count(plans.milestones(_quality_words | _words_of[measure.dimension])) > 0
}

_words_of := {
	"normativity": {"规范", "normativ"},
	"completeness": {"完整", "complete"},
	"accuracy": {"准确", "accura"},
	"consistency": {"一致", "consisten"},
	"timeliness": {"时效", "timel"},
	"accessibility": {"可访问", "accessib"},
	"authenticity": {"真实", "authentic"},
	"cleanliness": {"干净", "清洁", "clean"},
	"uniqueness": {"唯一", "重复", "unique", "duplicat"},
}

findings contains object.union(disagreement, {
	"code": "not_measured",
	"args": object.union(disagreement.args, {"dataset": _name(i)}),
}) if {
	some i in _judged
	list := input.proposal.data.datasets[i].quality
	some disagreement in measures.rounded(["data", "datasets", i, "quality"], list)
}

findings contains {
	"code": "sample_small",
	"path": ["data", "datasets", i, "quality", j, "sample_n"],
	"related": [["data", "datasets", i, "records"]],
	"args": {"dataset": _name(i), "dimension": _term(measure.dimension), "n": measure.sample_n, "min": needed},
} if {
	some i in _judged
	some j, measure in input.proposal.data.datasets[i].quality
	needed := _sample(input.proposal.data.datasets[i].records)
	measure.sample_n < needed
}

_sample(records) := min([
	records,
	max([
		thresholds.data_quality_sample_min.value,
		ceil((records * thresholds.data_quality_sample_share.value) / 100),
	]),
	thresholds.data_quality_sample_enough.value,
])

findings contains object.union(disagreement, {
	"code": "measured_after_submission",
	"args": object.union(disagreement.args, {"dataset": _name(i)}),
}) if {
	some i in _judged
	some j, measure in input.proposal.data.datasets[i].quality
	path := ["data", "datasets", i, "quality", j, "measured_on"]
	submitted := input.proposal.meta.submitted_on
	some disagreement in order.after(path, measure.measured_on, ["meta", "submitted_on"], submitted)
}

findings contains object.union(disagreement, {
	"code": "measured_long_ago",
	"args": object.union(disagreement.args, {"dataset": _name(i), "months": months}),
}) if {
	some i in _judged
	some j, measure in input.proposal.data.datasets[i].quality
	path := ["data", "datasets", i, "quality", j, "measured_on"]
	months := thresholds.data_measurement_age_max.value
	earliest := dates.add_months(input.proposal.meta.submitted_on, 0 - months)
	some disagreement in order.before(path, measure.measured_on, ["meta", "submitted_on"], earliest)
}

findings contains {
	"code": "accuracy_beyond_agreement",
	"path": ["data", "datasets", i, "quality", j, "value_pct"],
	"related": [["data", "datasets", i, "annotation", "agreement_value"]],
	"args": {
		"dataset": _name(i),
		"value": measure.value_pct,
		"agreement": input.proposal.data.datasets[i].annotation.agreement_value,
	},
} if {
	some i in _judged
	some j, measure in input.proposal.data.datasets[i].quality
	measure.dimension == "accuracy"
	measure.value_pct == 100
	agreement := measures.agreement(input.proposal.data.datasets[i].annotation)
	agreement < thresholds.data_agreement_for_full_accuracy.value
}

# Data of daily operation that are never updated are not timely, whatever was measured once.
findings contains {
	"code": "timely_without_updates",
	"path": ["data", "datasets", i, "update_freq"],
	"related": [["data", "datasets", i, "quality", j, "value_pct"]],
	"args": {"dataset": _name(i), "value": measure.value_pct},
} if {
	some i, dataset in input.proposal.data.datasets
	"operation" in dataset.purpose
	dataset.update_freq == "none"
	some j, measure in dataset.quality
	measure.dimension == "timeliness"
	measure.value_pct >= thresholds.data_quality_value_min.value
}

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])

_term(dimension) := {"term": concat("_", ["quality", dimension])}
