# METADATA
# title: Annotation quality, synthetic data disclosed
# description: >-
#   Annotation follows a guideline, is checked by a second person and by a sample, could have been done in the time, and
#   involves experts where it takes one; the share of synthetic data is stated and checked against real data.
package aiplus.rules.data_05

import data.aiplus.checks.datasets
import data.aiplus.checks.evidence
import data.aiplus.checks.measures
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.annot

# Before the pilot a milestone about annotation, with money, stands in for results that nobody can have yet.
default _annotated_later := false

_annotated_later if plans.replaces({"标注", "annotat", "label"}, {"data"})

_annotated[i] := dataset if {
	some i, dataset in input.proposal.data.datasets
	dataset.annotation.needed
}

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

# The disclosures that every dataset owes: whether it is annotated, and how much of it is synthetic.
_needed contains array.concat(["data", "datasets", i], field) if {
	some i, _ in input.proposal.data.datasets
	some field in [["annotation", "needed"], ["synthetic", "share_pct"]]
}

_needed contains ["data", "datasets", i, "annotation", field] if {
	some i, _ in _annotated
	some field in ["guideline", "annotators", "person_days", "double_pct", "agreement_metric"]
}

_needed contains ["data", "datasets", i, "annotation", field] if {
	some i, _ in _annotated
	some field in ["agreement_value", "accuracy_pct", "sampled_n"]
	not _annotated_later
}

_needed contains ["data", "datasets", i, "annotation", "experts"] if {
	some i, dataset in _annotated
	_takes_experts(dataset)
}

_needed contains ["data", "datasets", i, "synthetic", field] if {
	some i, dataset in input.proposal.data.datasets
	dataset.synthetic.share_pct > 0
	some field in ["generator", "validation_zh"]
}

findings contains object.union(disagreement, {
	"code": "guideline_weak",
	"args": object.union(disagreement.args, {"dataset": _name(i)}),
}) if {
	some i, dataset in _annotated
	some disagreement in evidence.weak(_annotation(i, "guideline"), dataset.annotation.guideline)
}

findings contains {"code": "annotators_none", "path": _annotation(i, "annotators"), "args": {"dataset": _name(i)}} if {
	some i, dataset in _annotated
	dataset.annotation.annotators == 0
}

# Nobody can label a record twice alone.
findings contains {
	"code": "double_by_one",
	"path": _annotation(i, "annotators"),
	"related": [_annotation(i, "double_pct")],
	"args": {"dataset": _name(i), "share": dataset.annotation.double_pct},
} if {
	some i, dataset in _annotated
	dataset.annotation.annotators == 1
	dataset.annotation.double_pct > 0
}

findings contains {
	"code": "double_few",
	"path": _annotation(i, "double_pct"),
	"args": {"dataset": _name(i), "share": dataset.annotation.double_pct, "min": needed},
} if {
	some i, dataset in _annotated
	needed := thresholds.data_double_share_min.value
	dataset.annotation.double_pct < needed
}

findings contains {
	"code": "agreement_low",
	"path": _annotation(i, "agreement_value"),
	"args": {
		"dataset": _name(i),
		"metric": {"term": concat("_", ["agreement", metric])},
		"value": dataset.annotation.agreement_value,
		"min": needed,
	},
} if {
	some i, dataset in _annotated
	metric := dataset.annotation.agreement_metric
	needed := _agreement_min[metric]
	dataset.annotation.agreement_value < needed
}

# Other coefficients are held to the mark of kappa and alpha: an unusual name is not a way out.
_agreement_min := {
	"kappa": thresholds.data_agreement_min.value,
	"alpha": thresholds.data_agreement_min.value,
	"other": thresholds.data_agreement_min.value,
	"iou": thresholds.data_iou_min.value,
}

findings contains {
	"code": "character_errors",
	"path": _annotation(i, "agreement_value"),
	"args": {"dataset": _name(i), "value": dataset.annotation.agreement_value, "max": allowed},
} if {
	some i, dataset in _annotated
	dataset.annotation.agreement_metric == "cer"
	allowed := thresholds.data_character_error_max.value
	dataset.annotation.agreement_value > allowed
}

findings contains {
	"code": "accuracy_low",
	"path": _annotation(i, "accuracy_pct"),
	"args": {"dataset": _name(i), "value": dataset.annotation.accuracy_pct, "min": needed},
} if {
	some i, dataset in _annotated
	needed := thresholds.data_label_accuracy_min.value
	dataset.annotation.accuracy_pct < needed
}

# A dataset smaller than the sample is checked whole.
findings contains {
	"code": "sample_small",
	"path": _annotation(i, "sampled_n"),
	"related": [["data", "datasets", i, "records"]],
	"args": {"dataset": _name(i), "n": dataset.annotation.sampled_n, "min": needed},
} if {
	some i, dataset in _annotated
	enough := thresholds.data_label_sample_min.value
	needed := min([enough, object.get(dataset, "records", enough)])
	dataset.annotation.sampled_n < needed
}

# What two people labelled they can settle between them; what one person labelled is no better than that person. So an
# accuracy near 100 needs high agreement, unless everything was labelled twice.
findings contains {
	"code": "accuracy_beyond_agreement",
	"path": _annotation(i, "accuracy_pct"),
	"related": [_annotation(i, "agreement_value")],
	"args": {
		"dataset": _name(i),
		"value": dataset.annotation.accuracy_pct,
		"agreement": dataset.annotation.agreement_value,
	},
} if {
	some i, dataset in _annotated
	dataset.annotation.accuracy_pct >= thresholds.data_near_perfect_accuracy.value
	agreement := measures.agreement(dataset.annotation)
	agreement < thresholds.data_agreement_for_full_accuracy.value
	object.get(dataset.annotation, "double_pct", 0) < 100
}

findings contains object.union(disagreement, {"code": "throughput"}) if {
	some i, dataset in _annotated
	some disagreement in measures.throughput(["data", "datasets", i], dataset, _labels_per_day(dataset))
}

_labels_per_day(dataset) := thresholds.data_fine_labels_per_day_max.value if {
	_fine(dataset)
} else := thresholds.data_labels_per_day_max.value

# Drawing outlines and reading medical records take time.
_fine(dataset) if dataset.annotation.agreement_metric == "iou"

_fine(_) if flags.health

findings contains {
	"code": "experts_none",
	"path": _annotation(i, "experts"),
	"args": {"dataset": _name(i)},
} if {
	some i, dataset in _annotated
	_takes_experts(dataset)
	dataset.annotation.experts == 0
}

_takes_experts(dataset) if dataset.tier == "industry_specialist"

_takes_experts(_) if flags.health

_takes_experts(_) if _legal

_legal if _names_law(input.proposal.project.title_zh)

_legal if _names_law(input.proposal.data.need.task_zh)

_names_law(subject) if regex.match(`法律|司法|法院|检察|律师|诉讼|legal|judicial`, lower(subject))

findings contains {
	"code": "synthetic_undisclosed",
	"path": ["data", "datasets", i, "synthetic", "share_pct"],
	"related": [["data", "datasets", i, "source"]],
	"args": {"dataset": _name(i)},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "synthetic"
	dataset.synthetic.share_pct == 0
}

findings contains {
	"code": "synthetic_validation_vague",
	"path": ["data", "datasets", i, "synthetic", "validation_zh"],
	"args": {"dataset": _name(i)},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.synthetic.share_pct > 0
	validation := dataset.synthetic.validation_zh
	not text.has_number(validation)
}

_annotation(i, field) := ["data", "datasets", i, "annotation", field]

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
