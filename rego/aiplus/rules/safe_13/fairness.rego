# METADATA
# title: Fairness and hallucination control
# description: >-
#   Where people's interests are decided, the gaps between groups are measured for at least two attributes that the data
#   are stratified by. Where content is generated, the rate of hallucination is measured on enough answers. Both stay
#   within limits that limit something.
package aiplus.rules.safe_13

import data.aiplus.checks.measures
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.people

applies if flags.genai

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

# Whose interests are decided, which models generate, where mistakes are grave, and what the indicators promise.

_needed contains path if some path in [["scenarios"], ["models"], ["kpis"]]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["subject", "decision_impact", "target_groups"]
}

_needed contains ["models", i, field] if {
	some i, _ in input.proposal.models
	some field in ["generative", "output_modalities"]
}

_needed contains ["kpis", i, field] if {
	some i, _ in input.proposal.kpis
	some field in ["name_zh", "target"]
}

_needed contains ["project", field] if some field in ["title_zh", "sector_gb4754", "ai_plus_domain"]

_model(i) := object.get(input.proposal.models[i], "id", i + 1)

# Fairness. Which of several models decides about people is not stated, so the tests of all of them count together.

default _fairness_later := false

_fairness_later if plans.replaces({"公平", "偏差", "歧视", "差异", "fair", "bias", "gap"}, {"testing", "safety"})

_tests[[i, j]] := test if {
	flags.people
	some i, model in input.proposal.models
	some j, test in model.fairness
}

_needed contains ["models", 0, "fairness"] if {
	flags.people
	count(input.proposal.models) > 0
	count(_tests) == 0
	not _fairness_later
}

_needed contains ["models", i, "fairness", j, field] if {
	some [i, j], _ in _tests
	some field in ["attribute", "gap", "limit", "n"]
}

findings contains {
	"code": "attributes_few",
	"path": ["models"],
	"related": [["models", i, "fairness", j, "attribute"] | some [i, j], _ in _tests],
	"args": {"count": count(attributes), "min": needed},
} if {
	count(_tests) > 0
	not _fairness_later
	attributes := {_plain(test.attribute) | some test in _tests}
	needed := thresholds.safe_fairness_attributes_min.value
	count(attributes) < needed
}

_plain(attribute) := lower(trim_space(attribute))

findings contains {
	"code": "gap_above_limit",
	"path": ["models", i, "fairness", j, "gap"],
	"related": [["models", i, "fairness", j, "limit"]],
	"args": {"model": _model(i), "attribute": _attribute(test, j), "gap": test.gap, "limit": test.limit},
} if {
	some [i, j], test in _tests
	test.gap > test.limit
}

findings contains {
	"code": "gap_limit_wide",
	"path": ["models", i, "fairness", j, "limit"],
	"args": {"model": _model(i), "attribute": _attribute(test, j), "limit": test.limit, "max": most},
} if {
	some [i, j], test in _tests
	most := thresholds.safe_fairness_limit_max.value
	test.limit > most
}

findings contains {
	"code": "groups_small",
	"path": ["models", i, "fairness", j, "n"],
	"args": {"model": _model(i), "attribute": _attribute(test, j), "n": test.n, "min": needed},
} if {
	some [i, j], test in _tests
	needed := thresholds.safe_fairness_n_min.value
	test.n < needed
}

_attribute(test, j) := object.get(test, "attribute", j + 1)

findings contains {
	"code": "gaps_alike",
	"path": disagreement.path,
	"args": {"model": _model(i), "count": disagreement.args.n, "gap": 100 - disagreement.args.value},
} if {
	flags.people
	some i, model in input.proposal.models
	path := ["models", i, "fairness"]
	some disagreement in measures.rounded(path, [_measure(test) | some test in model.fairness])

	# One value on a small group is the finding groups_small.
	disagreement.path == path
}

_measure(test) := {"value_pct": 100 - test.gap, "sample_n": object.get(test, "n", 0)} if {
	is_number(test.gap)
} else := {}

# A gap between groups is known only where the data tell the groups apart.
findings contains {
	"code": "attribute_unstratified",
	"path": ["models", i, "fairness", j, "attribute"],
	"related": [["data", "datasets", k, "strata"] | some k, dataset in input.proposal.data.datasets; dataset.strata],
	"args": {"model": _model(i), "attribute": test.attribute},
} if {
	some [i, j], test in _tests
	attribute := _plain(test.attribute)
	not _stratified(attribute)
}

_strata := [stratum | some dataset in input.proposal.data.datasets; some stratum in dataset.strata]

_dimensions := {stratum.dimension | some stratum in _strata}

_stratified(attribute) if attribute in _dimensions

_stratified(attribute) if {
	some dimension in _dimensions
	some word in _called[dimension]
	contains(attribute, word)
}

_stratified(attribute) if {
	some stratum in _strata
	contains(lower(stratum.name), attribute)
}

_called := {
	"region": ["地区", "地域", "区域", "省", "市", "城乡", "region", "province"],
	"device": ["设备", "device"],
	"season": ["季节", "season"],
	"population": ["人群", "群体", "population"],
	"age": ["年龄", "老年", "age group", "ages"],
	"sex": ["性别", "sex", "gender"],
	"defect": ["缺陷", "defect"],
	"language": ["语言", "方言", "口音", "language", "dialect", "accent"],
	"site_level": ["机构", "层级", "级别", "site level"],
}

findings contains {
	"code": "gap_limit_above_kpi",
	"path": ["models", i, "fairness", j, "limit"],
	"related": [["kpis", k, "target"]],
	"args": {"model": _model(i), "attribute": _attribute(test, j), "limit": test.limit, "target": kpi.target},
} if {
	some [i, j], test in _tests
	some k, kpi in input.proposal.kpis
	_named(kpi, ["公平", "歧视", "群体差异", "分组差异", "fairness", "bias"])
	kpi.target < test.limit
}

# An indicator to be raised is not one of gaps or mistakes.
_named(kpi, words) if {
	object.get(kpi, "direction", "down") == "down"
	name := lower(kpi.name_zh)
	some word in words
	contains(name, word)
}

# Hallucination.

default _hallucination_later := false

_hallucination_later if plans.replaces({"幻觉", "hallucin"}, {"testing", "safety"})

_generative := {path[1] | some path in flags.because.genai}

_needed contains ["models", i, "hallucination"] if {
	some i in _generative
	not _hallucination_later
}

_needed contains ["models", i, "hallucination", field] if {
	some i in _generative
	not _hallucination_later
	count(input.proposal.models[i].hallucination) > 0
	some field in ["method", "rate_pct", "limit_pct", "n"]
}

_hallucination[i] := input.proposal.models[i].hallucination if some i in _generative

findings contains {
	"code": "rate_above_limit",
	"path": ["models", i, "hallucination", "rate_pct"],
	"related": [["models", i, "hallucination", "limit_pct"]],
	"args": {"model": _model(i), "rate": test.rate_pct, "limit": test.limit_pct},
} if {
	some i, test in _hallucination
	test.rate_pct > test.limit_pct
}

findings contains {
	"code": "rate_limit_wide",
	"path": ["models", i, "hallucination", "limit_pct"],
	"args": {"model": _model(i), "limit": test.limit_pct, "max": most},
} if {
	some i, test in _hallucination
	most := thresholds.safe_hallucination_limit_max.value
	test.limit_pct > most
}

findings contains {
	"code": "answers_few",
	"path": ["models", i, "hallucination", "n"],
	"args": {"model": _model(i), "n": test.n, "min": needed},
} if {
	some i, test in _hallucination
	needed := thresholds.safe_hallucination_n_min.value
	test.n < needed
}

# No mistake in n answers shows a rate below 3/n, and that may be more than the limit.
findings contains {
	"code": "zero_on_few",
	"path": ["models", i, "hallucination", "rate_pct"],
	"related": [["models", i, "hallucination", "n"], ["models", i, "hallucination", "limit_pct"]],
	"args": {"model": _model(i), "n": test.n, "limit": test.limit_pct, "bound": ceil((errors * 1000) / test.n) / 10},
} if {
	some i, test in _hallucination
	test.rate_pct == 0
	test.n >= thresholds.safe_hallucination_n_min.value
	errors := thresholds.safe_zero_errors.value
	errors * 100 > test.limit_pct * test.n
}

findings contains {
	"code": "rate_limit_above_kpi",
	"path": ["models", i, "hallucination", "limit_pct"],
	"related": [["kpis", k, "target"]],
	"args": {"model": _model(i), "limit": test.limit_pct, "target": kpi.target},
} if {
	some i, test in _hallucination
	some k, kpi in input.proposal.kpis
	_named(kpi, ["幻觉", "hallucin"])
	kpi.target < test.limit_pct
}

# Where a wrong answer harms health, rights or a public decision, answers rest on sources and are checked against them.
findings contains {
	"code": "grounding_unsaid",
	"path": ["models", i, "hallucination", "method"],
	"related": [path | some path in paths],
	"args": {"model": _model(i), "domain": {"term": concat("_", ["critical", domain])}},
} if {
	some domain, paths in _critical
	some i, test in _hallucination
	method := lower(test.method)
	count([1 | some word in _grounding; contains(method, word)]) == 0
}

_critical["health"] := flags.because.health if flags.health

_critical["government"] := flags.because.govuse if flags.govuse

_critical["law"] := {["project", "title_zh"]} if {
	title := lower(input.proposal.project.title_zh)
	some word in ["法律", "司法", "诉讼", "法院", "律师", "仲裁", "legal", "court", "lawsuit"]
	contains(title, word)
}

_grounding := [
	"引用", "所引", "出处", "来源", "条款", "原文", "依据", "检索", "指南", "法条", "文献", "溯源", "知识库",
	"cite", "citation", "source", "retriev", "ground", "reference", "guideline",
]
