# METADATA
# title: Model capability evaluation
# description: >-
#   Every main model is measured by several suites, one of them of its own field, against a baseline and with a target,
#   by somebody else where much money is spent, and says what it takes to run. Before the pilot a dated milestone with
#   money may stand in for what is not measured yet.
package aiplus.rules.comp_06

import data.aiplus.checks.dates
import data.aiplus.checks.measures
import data.aiplus.checks.metrics
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.model

# A main model is one that the project makes. Third-party models beside it help it; where there are only such, they are
# what the project runs on. A model that does not say where it comes from is no helper.
_made := {i | some i, model in input.proposal.models; not _third_party(model)}

_third_party(model) if model.origin in {"third_party_api", "third_party_weights"}

_main := _made if {
	count(_made) > 0
} else := {i | some i, _ in input.proposal.models}

# Before the pilot a milestone about evaluation, with money, stands in for values.
default _measured_later := false

_measured_later if {
	plans.replaces(
		{"评测", "测评", "测试", "精度", "准确率", "误差", "evaluat", "benchmark", "accura", "test"},
		{"testing", "compute", "personnel"},
	)
}

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["models"]

_needed contains ["meta", "submitted_on"]

# Whether a large project evaluates itself is seen from its size.
_needed contains ["finance", "total_cny_wan"] if {
	some i in _main
	_self_evaluated(i)
}

_needed contains ["models", i, "evals"] if some i, _ in input.proposal.models

_needed contains ["models", i, "evals", j, field] if {
	some i, model in input.proposal.models
	some j, _ in model.evals
	some field in ["suite", "baseline", "target", "evaluator", "set_public"]
}

_needed contains ["models", i, "evals", j, field] if {
	some i, model in input.proposal.models
	some j, _ in model.evals
	not _measured_later
	some field in ["value", "date"]
}

_needed contains ["models", i, "efficiency", "metric"] if some i in _main

_needed contains ["models", i, "efficiency", "value"] if {
	some i in _main
	not _measured_later
}

# A suite without a name is reported as missing and counts as one of its own.
findings contains {
	"code": "suites_few",
	"path": ["models", i, "evals"],
	"args": {"model": _name(i), "count": count(suites), "min": needed},
} if {
	some i in _main
	count(input.proposal.models[i].evals) > 0
	suites := {lower(object.get(eval, "suite", format_int(j, 10))) | some j, eval in input.proposal.models[i].evals}
	needed := thresholds.comp_suites_min.value
	count(suites) < needed
}

findings contains {
	"code": "no_domain_suite",
	"path": ["models", i, "evals"],
	"args": {"model": _name(i), "suites": [eval.suite | some eval in input.proposal.models[i].evals]},
} if {
	some i in _main
	count(input.proposal.models[i].evals) > 0
	every eval in input.proposal.models[i].evals {
		_general(eval.suite)
	}
}

# Everybody can train on a test set that everybody has. That it was not done is only said where the training data are.
findings contains {
	"code": "public_only",
	"path": ["models", i, "evals"],
	"related": [["models", i, "evals", j, "set_public"] | some j, _ in input.proposal.models[i].evals],
	"args": {"model": _name(i)},
} if {
	some i in _main
	count(input.proposal.models[i].evals) > 0
	not _decontaminated
	every eval in input.proposal.models[i].evals {
		_public(eval)
	}
}

_public(eval) if eval.set_public

# A leaderboard is public whatever the switch says.
_public(eval) if _general(eval.suite)

_decontaminated if {
	some dataset in input.proposal.data.datasets
	dataset.validation.decontaminated
	some tested in input.proposal.data.datasets
	tested.id == dataset.validation.test_set_id
}

# Well-known suites of general ability, and what calls itself a ranking.
_general(suite) if count(_words(suite) & _general_words) > 0

_general(suite) if {
	some part in _general_parts
	contains(lower(suite), part)
}

_words(suite) := {word | some word in regex.split(`[^a-z0-9]+`, lower(suite))}

_general_words := {
	"mmlu", "cmmlu", "ceval", "gsm8k", "humaneval", "mbpp", "superclue", "opencompass", "lmarena", "alpacaeval",
	"hellaswag", "winogrande", "bbh", "truthfulqa", "agieval", "livebench", "gpqa", "aime", "glue", "superglue",
	"imagenet", "coco", "cifar10", "cifar100",
}

_general_parts := {"榜单", "排行榜", "公开榜", "leaderboard", "c-eval", "mt-bench", "swe-bench", "chatbot arena"}

# Values. The target says which way is better, and the name must not say the opposite.

findings contains {
	"code": "target_same",
	"path": ["models", i, "evals", j, "target"],
	"related": [["models", i, "evals", j, "baseline"]],
	"args": {"model": _name(i), "suite": _suite(eval, j), "value": eval.target},
} if {
	some i, model in input.proposal.models
	some j, eval in model.evals
	eval.target == eval.baseline
}

findings contains {
	"code": "target_backwards",
	"path": ["models", i, "evals", j, "target"],
	"related": [["models", i, "evals", j, "baseline"]],
	"args": {"model": _name(i), "suite": eval.suite, "target": eval.target, "baseline": eval.baseline},
} if {
	some i, model in input.proposal.models
	some j, eval in model.evals
	_backwards(eval)
}

_backwards(eval) if {
	eval.target < eval.baseline
	not metrics.lower_is_better(eval.suite)
	not _counts_faults(lower(eval.suite))
}

_backwards(eval) if {
	eval.target > eval.baseline
	metrics.lower_is_better(eval.suite)
}

# Suites named after what goes wrong, though not after a rate of it.
_counts_faults(suite) if {
	some part in {
		"误", "错", "漏", "幻觉", "耗时", "有害", "毒", "偏见", "error", "false", "miss", "hallucinat", "toxic", "harm",
		"latency", "bias",
	}
	contains(suite, part)
}

# What is planned to get better may still be worse.
findings contains {
	"code": "below_baseline",
	"path": ["models", i, "evals", j, "value"],
	"related": [["models", i, "evals", j, "baseline"]],
	"args": {"model": _name(i), "suite": _suite(eval, j), "value": eval.value, "baseline": eval.baseline},
} if {
	some i, model in input.proposal.models
	some j, eval in model.evals
	not _measured_later
	_worse(eval)
}

_worse(eval) if {
	eval.target >= eval.baseline
	eval.value < eval.baseline
}

_worse(eval) if {
	eval.target < eval.baseline
	eval.value > eval.baseline
}

findings contains object.union(disagreement, {
	"code": "measured_in_future",
	"args": object.union(disagreement.args, {"model": _name(i), "suite": _suite(eval, j)}),
}) if {
	some i, model in input.proposal.models
	some j, eval in model.evals
	is_number(eval.value)
	some disagreement in dates.after(
		["models", i, "evals", j, "date"], eval.date,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

findings contains object.union(disagreement, {
	"code": "values_alike",
	"args": object.union(disagreement.args, {"model": _name(i)}),
}) if {
	some i, model in input.proposal.models
	values := [{"value_pct": eval.value} | some eval in model.evals]
	some disagreement in measures.rounded(["models", i, "evals"], values)
}

findings contains {
	"code": "self_evaluated",
	"path": ["models", i, "evals"],
	"related": array.concat(
		[["models", i, "evals", j, "evaluator"] | some j, _ in input.proposal.models[i].evals],
		[path | some path in flags.because.large],
	),
	"args": {"model": _name(i), "min_wan": thresholds.large_cny_wan_min.value},
} if {
	flags.large
	some i in _main
	_self_evaluated(i)
}

_self_evaluated(i) if {
	count(input.proposal.models[i].evals) > 0
	every eval in input.proposal.models[i].evals {
		eval.evaluator == "self"
	}
}

# What it takes to run: time, money or energy.

findings contains {
	"code": "efficiency_unclear",
	"path": ["models", i, "efficiency", "metric"],
	"args": {"model": _name(i), "metric": metric},
} if {
	some i in _main
	metric := input.proposal.models[i].efficiency.metric
	not _of_effort(lower(metric))
}

findings contains {
	"code": "efficiency_nothing",
	"path": ["models", i, "efficiency", "value"],
	"args": {"model": _name(i)},
} if {
	some i in _main
	input.proposal.models[i].efficiency.value <= 0
}

_of_effort(metric) if {
	some part in {
		"延迟", "时延", "耗时", "时间", "时长", "秒", "分钟", "小时", "吞吐", "每秒", "成本", "费用", "元", "能耗", "功耗", "电",
		"显存", "内存", "卡时", "算力", "latency", "second", "minute", "hour", "time", "throughput", "cost", "cny", "price",
		"energy", "power", "watt", "kwh", "memory", "qps",
	}
	contains(metric, part)
}

_of_effort(metric) if count(_words(metric) & {"ms", "s", "tps", "fps", "flops", "gflops", "rmb", "j"}) > 0

_suite(eval, j) := object.get(eval, "suite", j + 1)

_name(i) := object.get(input.proposal.models[i], "id", i + 1)
