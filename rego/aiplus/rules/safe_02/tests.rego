# METADATA
# title: Model and algorithm security testing
# description: >-
#   Every model is tested against the threats that fit it, on samples large enough to say something, against a target it
#   reaches; the tests are paid for and repeated when the model changes. Before the pilot a dated plan stands in for
#   results.
package aiplus.rules.safe_02

import data.aiplus.checks.budget
import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.checks.measures
import data.aiplus.checks.parties
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.model

_at(i, j, field) := ["models", i, "robustness", j, field]

_list(i) := ["models", i, "robustness"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["models"]

_needed contains ["models", i, "generative"] if some i, _ in input.proposal.models

_needed contains _list(i) if {
	some i, _ in input.proposal.models
	not _tested_later
}

_needed contains _at(i, j, field) if {
	some i, model in input.proposal.models
	some j, _ in model.robustness
	some field in ["threat", "n", "target_pct", "date"]
}

_needed contains _at(i, j, "pass_pct") if {
	some i, model in input.proposal.models
	some j, test in model.robustness
	not _to_come(test)
}

_needed contains ["finance", "items"]

# Before the pilot a milestone about testing, with money, stands in for the list of tests.
default _tested_later := false

_tested_later if plans.replaces(_words, {"testing", "safety"})

_words := {"测试", "评测", "攻击", "鲁棒", "对抗", "test", "attack", "robust", "adversarial"}

# Before the pilot a test may also be listed with the day on which it will be done.
_to_come(test) if {
	plans.early
	test.date > input.proposal.meta.submitted_on
}

# Threats that fit the model.

_threats := {"adversarial", "ood", "drift", "poisoning", "extraction"}

_prompted := {"prompt_injection", "jailbreak"}

# What a model puts out decides, as it does for the flag.
_generative contains i if {
	some path in flags.because.genai
	path[0] == "models"
	i := path[1]
}

_fitting(i) := _threats | _prompted if {
	i in _generative
} else := _threats

_tested_for[i] := {test.threat | some test in model.robustness} if some i, model in input.proposal.models

findings contains {
	"code": "threat_unfit",
	"path": _at(i, j, "threat"),
	"related": [["models", i, "generative"], ["models", i, "output_modalities"]],
	"args": {"model": _name(i), "threat": _term(test.threat)},
} if {
	some i, model in input.proposal.models
	some j, test in model.robustness
	test.threat
	not test.threat in _fitting(i)
}

findings contains {
	"code": "threats_few",
	"path": _list(i),
	"args": {"model": _name(i), "count": count(fitting), "min": needed},
} if {
	some i in _listed
	fitting := _tested_for[i] & _fitting(i)
	needed := thresholds.safety_threats_min.value
	count(fitting) < needed
}

# Models with tests that say what they test.
_listed contains i if {
	some i, model in input.proposal.models
	count(model.robustness) > 0
	every test in model.robustness {
		test.threat
	}
}

findings contains {
	"code": "threat_untested",
	"path": _list(i),
	"args": {"model": _name(i), "threats": [_term(threat) | some threat in absent]},
} if {
	some i in _listed
	absent := _due(i) - _tested_for[i]
	count(absent) > 0
}

_due(i) := _prompted | _poisoned(i) if {
	i in _generative
} else := _poisoned(i)

# A model that learns may be taught by others: data that are not the applicant's own can be poisoned.
default _poisoned(_) := set()

_poisoned(i) := {"poisoning"} if {
	not input.proposal.models[i].origin in {"third_party_api", "third_party_weights"}
	_learns_from_others
}

_learns_from_others if {
	some dataset in input.proposal.data.datasets
	_may_train(dataset)
	not parties.own(dataset)
}

_may_train(dataset) if datasets.trains(dataset)

_may_train(dataset) if not dataset.purpose

findings contains {
	"code": "recognition_untested",
	"path": _list(i),
	"args": {"model": _name(i), "threats": [_term(threat) | some threat in _recognition]},
} if {
	some i in _listed
	not i in _generative
	count(_tested_for[i] & _recognition) == 0
}

_recognition := {"adversarial", "ood", "drift"}

# Results.

findings contains {
	"code": "sample_small",
	"path": _at(i, j, "n"),
	"args": {"model": _name(i), "threat": _threat(test), "n": test.n, "min": needed},
} if {
	some i, model in input.proposal.models
	some j, test in model.robustness
	needed := thresholds.safety_test_sample_min.value
	test.n < needed
}

findings contains {
	"code": "target_zero",
	"path": _at(i, j, "target_pct"),
	"args": {"model": _name(i), "threat": _threat(test)},
} if {
	some i, model in input.proposal.models
	some j, test in model.robustness
	test.target_pct == 0
}

findings contains {
	"code": "target_missed",
	"path": _at(i, j, "pass_pct"),
	"related": [_at(i, j, "target_pct")],
	"args": {"model": _name(i), "threat": _threat(test), "pass": test.pass_pct, "target": test.target_pct},
} if {
	not plans.early
	some i, model in input.proposal.models
	some j, test in model.robustness
	test.pass_pct < test.target_pct
}

findings contains {
	"code": "results_implausible",
	"path": _place(i, disagreement.path),
	"args": object.union(disagreement.args, {"model": _name(i)}),
} if {
	some i, _ in input.proposal.models
	some disagreement in measures.rounded([], [{"value_pct": result.test.pass_pct, "sample_n": result.test.n} |
		some result in _results(i)
	])
}

# Tests with a result, and where they stand in the list.
_results(i) := [{"j": j, "test": test} |
	some j, test in input.proposal.models[i].robustness
	test.pass_pct >= 0
	test.n >= 0
]

_place(i, []) := _list(i)

_place(i, [k]) := _at(i, _results(i)[k].j, "pass_pct")

findings contains object.union(disagreement, {
	"code": "tested_in_future",
	"args": object.union(disagreement.args, {"model": _name(i), "threat": _threat(test)}),
}) if {
	some i, model in input.proposal.models
	some j, test in model.robustness
	not _planned(test)
	some disagreement in dates.after(
		_at(i, j, "date"), test.date,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# A test to come has no result yet.
_planned(test) if {
	_to_come(test)
	not test.pass_pct
}

# Money, and the next time.

findings contains {"code": "tests_unfunded", "path": ["finance", "items"], "related": [["models"]], "args": {}} if {
	count(input.proposal.finance.items) > 0
	budget.items("testing") + budget.items("safety") == 0
}

findings contains {
	"code": "retest_unplanned",
	"path": ["governance", "review", "change_triggers_zh"],
	"related": [["plan", "milestones"]],
	"args": {},
} if {
	count(input.proposal.models) > 0
	not _reviewed_on_change
	count(plans.milestones(_words)) == 0
}

_reviewed_on_change if {
	some trigger in input.proposal.governance.review.change_triggers_zh
	some word in ["模型", "算法", "版本", "model", "algorithm", "version"]
	contains(lower(trigger), word)
}

_name(i) := object.get(input.proposal.models[i], "id", i + 1)

_term(threat) := {"term": concat("_", ["threat", threat])}

_threat(test) := _term(object.get(test, "threat", "unnamed"))
