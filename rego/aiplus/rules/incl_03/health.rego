# METADATA
# title: "Health assistant: effective and safe"
# description: >-
#   A health application says what it is for, was evaluated on enough cases with figures that can be, leaves diagnosis and
#   treatment to a physician, and is registered as the medical device that its use makes it.
package aiplus.rules.incl_03

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.health

_at(field) := ["inclusion", "health", field]

_health := object.get(input.proposal, ["inclusion", "health"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if some field in ["intended_use_zh", "physician_confirm", "device_class"]

_needed contains _at(field) if {
	not _evaluated_later
	some field in ["eval_n", "sensitivity_pct", "specificity_pct", "eval_evidence"]
}

_needed contains _primary

# Neither can be believed as long as it is not said what this is.

_needed contains ["project", "title_zh"]

_needed contains ["project", "summary_zh"] if fields.at(input.proposal, _primary) == 0

_primary := ["inclusion", "coverage", "sites_primary"]

# Before the pilot a milestone about the evaluation, with money, stands in for its result.
default _evaluated_later := false

_evaluated_later if plans.replaces(_evaluation_words, {"testing"})

_evaluation_words := {"临床", "灵敏度", "敏感度", "特异度", "clinical", "sensitivity", "specificity"}

# The evaluation.

findings contains {
	"code": "sample_small",
	"path": _at("eval_n"),
	"args": {"cases": _health.eval_n, "min": needed},
} if {
	not _evaluated_later
	needed := thresholds.incl_health_cases_min.value
	_health.eval_n < needed
}

findings contains {
	"code": "too_good",
	"path": _at("sensitivity_pct"),
	"related": [_at("specificity_pct"), _at("eval_n")],
	"args": {"sensitivity": _health.sensitivity_pct, "specificity": _health.specificity_pct},
} if {
	limit := thresholds.incl_health_perfect_pct.value
	_health.sensitivity_pct >= limit
	_health.specificity_pct >= limit
}

# A test that says "ill" at random has a sum of exactly 100.
findings contains {
	"code": "no_better_than_chance",
	"path": _at("sensitivity_pct"),
	"related": [_at("specificity_pct")],
	"args": {"sensitivity": _health.sensitivity_pct, "specificity": _health.specificity_pct},
} if {
	round((_health.sensitivity_pct + _health.specificity_pct) * 100) <= thresholds.incl_health_chance_sum.value * 100
}

findings contains object.union(disagreement, {"code": "eval_weak"}) if {
	some disagreement in evidence.weak(_at("eval_evidence"), _health.eval_evidence)
}

# Diagnosis and treatment.

findings contains {
	"code": "not_confirmed",
	"path": _at("physician_confirm"),
	"related": [path | some [path, _] in _clinical],
	"args": {"words": words},
} if {
	_health.physician_confirm == false
	words := _clinical_words
}

findings contains {
	"code": "class_too_low",
	"path": _at("device_class"),
	"related": [path | some [path, _] in _clinical],
	"args": {"words": words, "class": {"term": concat("_", ["device_class", lower(_health.device_class)])}},
} if {
	_health.device_class in {"none", "I"}
	words := _clinical_words
}

_clinical_words := min({word | some [_, word] in _clinical})

_self_descriptions := [_at("intended_use_zh"), ["project", "title_zh"]]

# Where the proposal says that it diagnoses or treats, with the first such word.
_clinical contains [path, words[0]] if {
	some path in _self_descriptions
	written := regex.replace(lower(fields.at(input.proposal, path)), _denials, "")
	words := regex.find_n(`诊断|诊疗|治疗|筛查|检出|判读|阅片|分诊|用药|处方|diagnos|treatment|therap|screening|triage|prescri`, written, 1)
}

# "不用于诊断" is no diagnosis; "不替代医师诊断" is about the physician's.
_denials := `不[得能应可会]?(?:用于|作为|作|替代|代替|取代|提供|涉及|进行|开展|做|给出|出具)[^。，；,;.]*|\b(?:not|no|never)\b[^.,;]*`

# A device of class II or III has to be registered.

_filings := [i |
	some i, filing in input.proposal.safety.filings
	filing.kind == "medical_device"
]

findings contains {
	"code": "registration_absent",
	"path": ["safety", "filings"],
	"related": [_at("device_class")],
	"args": {"class": _class},
} if {
	_registrable
	count(_filings) == 0
}

_registrable if _health.device_class in {"II", "III"}

_class := {"term": concat("_", ["device_class", lower(_health.device_class)])}

_filing(i, field) := ["safety", "filings", i, field]

_needed contains _filing(i, field) if {
	_registrable
	some i in _filings
	some field in ["required", "status"]
}

_needed contains _filing(i, "due") if {
	_registrable
	some i in _filings
	input.proposal.safety.filings[i].status == "planned"
}

_needed contains _filing(i, "number") if {
	_registrable
	some i in _filings
	input.proposal.safety.filings[i].status == "obtained"
}

# What a planned date is compared with.
_needed contains path if {
	count(_due) > 0
	some path in [["project", "end"], ["meta", "submitted_on"]]
}

findings contains {
	"code": "registration_denied",
	"path": _filing(i, "required"),
	"related": [_at("device_class")],
	"args": {"class": _class},
} if {
	_registrable
	some i in _filings
	input.proposal.safety.filings[i].required == false
}

findings contains {
	"code": "registration_unplanned",
	"path": _filing(i, "status"),
	"related": [_at("device_class")],
	"args": {"class": _class},
} if {
	_registrable
	some i in _filings
	input.proposal.safety.filings[i].status == "none"
}

findings contains object.union(disagreement, {"code": "registration_late"}) if {
	some [path, due] in _due
	some disagreement in dates.after(path, due, ["project", "end"], input.proposal.project.end)
}

findings contains object.union(disagreement, {"code": "registration_overdue"}) if {
	some [path, due] in _due
	some disagreement in dates.before(path, due, ["meta", "submitted_on"], input.proposal.meta.submitted_on)
}

_due contains [_filing(i, "due"), filing.due] if {
	_registrable
	some i in _filings
	filing := input.proposal.safety.filings[i]
	filing.status == "planned"
}

# Primary care is where its sites are.
findings contains {
	"code": "primary_care_only_said",
	"path": _primary,
	"related": [path | some [path, _] in _primary_claims],
	"args": {"words": words},
} if {
	fields.at(input.proposal, _primary) == 0
	words := min({words | some [_, words] in _primary_claims})
}

_primary_claims contains [path, words[0]] if {
	some path in array.concat(_self_descriptions, [["project", "summary_zh"]])
	words := regex.find_n(
		`基层|乡镇|村卫生|社区|县域|primary care|township|village|community`,
		lower(fields.at(input.proposal, path)), 1,
	)
}
