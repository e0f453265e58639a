# METADATA
# title: Dataset proven by model validation
# description: >-
#   Every dataset that a model learns from states what a model achieves without and with it on a test set that was held
#   out. Before the pilot a dated milestone with a target may stand in for the measurement.
package aiplus.rules.data_06

import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.checks.links
import data.aiplus.checks.metrics
import data.aiplus.checks.plans
import data.aiplus.checks.sums
import data.aiplus.flags
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.train

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

# A dataset that keeps its purpose to itself is not excused from validation by that.
_needed contains ["data", "datasets", i, "purpose"] if some i, _ in input.proposal.data.datasets

_needed contains ["data", "datasets", i, "purpose", j] if {
	some i, dataset in input.proposal.data.datasets
	some j, _ in dataset.purpose
}

_needed contains ["data", "datasets", i, "validation"] if {
	some i in _training
	not plans.early
}

_needed contains ["data", "datasets", i, "validation", field] if {
	some i in _validated
	not _planned
	some field in ["metric", "without", "with", "test_set_id", "decontaminated"]
}

_training := {i | some i, dataset in input.proposal.data.datasets; datasets.trains(dataset)}

# The training datasets that state a validation, whole or in part.
_validated := {i | some i in _training; count(input.proposal.data.datasets[i].validation) > 0}

findings contains {
	"code": "no_training_dataset",
	"path": ["data", "datasets"],
	"related": [path | some path in flags.because.train],
	"args": {},
} if {
	count(input.proposal.data.datasets) > 0
	count(_training) == 0
	every dataset in input.proposal.data.datasets {
		count(dataset.purpose) > 0
	}
}

findings contains {
	"code": "validation_unplanned",
	"path": ["data", "datasets", i, "validation"],
	"related": [["plan", "milestones"]],
	"args": {"dataset": _name(i)},
} if {
	plans.early
	not _planned
	some i in (_training - _validated)
}

# What a plan has to say before the pilot: when, and what is to be reached.
default _planned := false

_planned if {
	plans.early
	some milestone in input.proposal.plan.milestones
	milestone.due > input.proposal.meta.submitted_on
	_targeted(milestone)
}

_targeted(milestone) if {
	milestone.kind == "first_training"
	text.has_number(milestone.accept_zh)
}

_targeted(milestone) if {
	some kpi in input.proposal.kpis
	kpi.id in milestone.kpi_ids
	kpi.baseline != kpi.target
}

findings contains {
	"code": code,
	"path": ["data", "datasets", i, "validation", "with"],
	"related": [["data", "datasets", i, "validation", "without"]],
	"args": {"dataset": _name(i), "without": validation.without, "with": validation["with"]},
} if {
	some i in _training
	validation := input.proposal.data.datasets[i].validation
	code := _without_gain(validation)
}

_without_gain(validation) := "no_gain" if {
	validation.without == validation["with"]
} else := "got_worse" if {
	metrics.lower_is_better(validation.metric)
	validation["with"] > validation.without
} else := "got_worse" if {
	not metrics.lower_is_better(validation.metric)
	validation["with"] < validation.without
}

# The test set, by its id, of every dataset that a model learns from.
_tests contains [i, j] if {
	some i in _training
	some j, tested in input.proposal.data.datasets
	tested.id == input.proposal.data.datasets[i].validation.test_set_id
}

findings contains object.union(disagreement, {"code": "test_set_unknown"}) if {
	some i in _training
	known := {dataset.id | some dataset in input.proposal.data.datasets}
	id := input.proposal.data.datasets[i].validation.test_set_id
	some disagreement in links.unknown(["data", "datasets", i, "validation", "test_set_id"], id, known)
}

# A dataset that a model learns from can test only with a part that was set aside.
findings contains {
	"code": "test_set_not_held_out",
	"path": ["data", "datasets", i, "validation", "test_set_id"],
	"related": [["data", "datasets", j, "split"]],
	"args": {"dataset": _name(i), "test_set": _name(j)},
} if {
	some [i, j] in _tests
	j in (_training - _tested)
}

_tested := {j | some j, dataset in input.proposal.data.datasets; dataset.split.test > 0}

findings contains object.union(disagreement, {"code": "test_set_small"}) if {
	some [_, j] in _tests
	j in _tested
	some disagreement in sums.split_test(["data", "datasets", j], input.proposal.data.datasets[j])
}

# Parts that do not add up to the whole overlap or are not there: then nothing says that the test part was set aside.
findings contains object.union(disagreement, {"code": "split_sum"}) if {
	some [_, j] in _tests
	some disagreement in sums.split_total(["data", "datasets", j], input.proposal.data.datasets[j])
}

findings contains {
	"code": "not_decontaminated",
	"path": ["data", "datasets", i, "validation", "decontaminated"],
	"args": {"dataset": _name(i)},
} if {
	some i in _training
	input.proposal.data.datasets[i].validation.decontaminated == false
}

# The validation has no date of its own; the evaluations of the models that were trained have.
findings contains object.union(disagreement, {"code": "evaluated_in_future"}) if {
	some i, model in input.proposal.models
	model.origin in {"self_trained", "fine_tuned"}
	some j, evaluation in model.evals
	_measured(evaluation)
	some disagreement in dates.after(
		["models", i, "evals", j, "date"], evaluation.date,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# A value of 0 is a value.
_measured(evaluation) if is_number(evaluation.value)

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
