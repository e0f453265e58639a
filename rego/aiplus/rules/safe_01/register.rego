# METADATA
# title: Risk register
# description: >-
#   Enough risks over enough categories, those that this kind of project has among them. Each is rated, has an owner and a
#   control written for it that lowers it, and the high ones are watched and have a milestone or money.
package aiplus.rules.safe_01

import data.aiplus.checks.budget
import data.aiplus.checks.copies
import data.aiplus.checks.links
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.all

_risks := ["safety", "risks"]

_at(i, field) := ["safety", "risks", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _risks

_needed contains _at(i, field) if {
	some i, _ in input.proposal.safety.risks
	some field in [
		"category", "text_zh", "likelihood", "impact", "owner",
		"control_zh", "residual_likelihood", "residual_impact",
	]
}

# How many.

findings contains {"code": "risks_few", "path": _risks, "args": {"count": risks, "min": _risks_min}} if {
	risks := count(input.proposal.safety.risks)
	risks > 0
	risks < _risks_min
}

findings contains {
	"code": "categories_few",
	"path": _risks,
	"args": {"count": count(_categories), "min": _categories_min},
} if {
	_categorised
	count(_categories) < _categories_min
}

_categories := {risk.category | some risk in input.proposal.safety.risks}

# A risk without a category may be of any: that is the finding then.
_categorised if {
	count(input.proposal.safety.risks) > 0
	every risk in input.proposal.safety.risks {
		risk.category
	}
}

_risks_min := thresholds.risks_micro_min.value if {
	flags.micro
} else := thresholds.risks_min.value

_categories_min := thresholds.risk_categories_micro_min.value if {
	flags.micro
} else := thresholds.risk_categories_min.value

# What this kind of project cannot be without.

findings contains {
	"code": "category_absent",
	"path": _risks,
	"related": related,
	"args": {"category": {"term": concat("_", ["risk", category])}},
} if {
	_categorised
	some [category, related] in _due
	not category in _categories
}

_due contains ["application", []]

_due contains ["model_algorithm", _because("model")] if flags.model

_due contains ["data", _because("data_bearing")] if flags.data_bearing

_due contains ["infrastructure", _because("facility")] if flags.facility

_due contains ["labour", _because("work")] if flags.work

_due contains ["content", _because("genai")] if flags.genai

_because(flag) := [path | some path in flags.because[flag]]

# Each risk.

findings contains object.union(disagreement, {
	"code": "owner_unfit",
	"args": object.union(disagreement.args, {"risk": _name(i)}),
}) if {
	some i, risk in input.proposal.safety.risks
	some disagreement in links.person(_at(i, "owner"), risk.owner, "")
}

findings contains {
	"code": "residual_above_initial",
	"path": _at(i, "residual_impact"),
	"related": [_at(i, field) | some field in ["residual_likelihood", "likelihood", "impact"]],
	"args": {"risk": _name(i), "residual": residual, "initial": _score(risk)},
} if {
	some i, risk in input.proposal.safety.risks
	residual := risk.residual_likelihood * risk.residual_impact
	residual > _score(risk)
}

_score(risk) := risk.likelihood * risk.impact

# Somebody who thought about the risks does not find all of them equally likely and equally grave.
findings contains {
	"code": "scores_identical",
	"path": _risks,
	"args": {"count": count(ratings), "likelihood": rating[0], "impact": rating[1]},
} if {
	ratings := [[risk.likelihood, risk.impact] | some risk in input.proposal.safety.risks]
	count(ratings) >= thresholds.risk_alike_scores_min.value
	alike := {rating | some rating in ratings}
	count(alike) == 1
	some rating in alike
}

findings contains object.union(disagreement, {
	"code": "text_copied",
	"args": object.union(disagreement.args, {"risk": _name(disagreement.path[2])}),
}) if {
	some disagreement in copies.of([[_at(i, field), risk[field]] |
		some i, risk in input.proposal.safety.risks
		some field in ["text_zh", "control_zh"]
	])
}

# What is watched has to be there to be watched.
findings contains {
	"code": "metric_unknown",
	"path": disagreement.path,
	"related": [["safety", "monitoring", "metrics"]],
	"args": {"risk": _name(i), "id": disagreement.args.id},
} if {
	some i, risk in input.proposal.safety.risks
	some j, id in risk.monitor_ids
	some disagreement in links.unknown(array.concat(_at(i, "monitor_ids"), [j]), id, _metrics)
}

_metrics := {metric.id | some metric in input.proposal.safety.monitoring.metrics}

# High risks.

_high := {i |
	some i, risk in input.proposal.safety.risks
	_score(risk) >= thresholds.risk_high_score.value
}

# Before the pilot nothing runs that could be watched.
findings contains {
	"code": "high_risk_unwatched",
	"path": _at(i, "monitor_ids"),
	"related": [_at(i, "likelihood"), _at(i, "impact")],
	"args": {"risk": _name(i), "score": _score(input.proposal.safety.risks[i]), "min": thresholds.risk_high_score.value},
} if {
	not plans.early
	some i in _high
	count(object.get(input.proposal.safety.risks[i], "monitor_ids", [])) == 0
}

findings contains {
	"code": "high_risk_untreated",
	"path": _at(i, "control_zh"),
	"related": [["plan", "milestones"], ["finance", "items"]],
	"args": {"risk": _name(i), "score": _score(input.proposal.safety.risks[i]), "min": thresholds.risk_high_score.value},
} if {
	some i in _high
	input.proposal.safety.risks[i].category
	not _treated(i)
}

_treated(i) if input.proposal.safety.risks[i].id in plans.named

_treated(i) if {
	some category in _remedies[input.proposal.safety.risks[i].category]
	budget.items(category) > 0
}

# Money in the budget that can only be meant for risks like this one.
_remedies := {
	"model_algorithm": ["safety", "testing"],
	"data": ["safety"],
	"infrastructure": ["safety"],
	"application": ["safety", "testing"],
	"content": ["safety", "testing"],
	"ethics": ["safety"],
	"supply_chain": ["contingency", "safety"],
	"labour": ["training"],
	"operation": ["contingency", "safety"],
}

_name(i) := object.get(input.proposal.safety.risks[i], "id", i + 1)
