# METADATA
# title: Diversity and coverage
# description: >-
#   Datasets that a model learns from or is measured on are stratified by dimensions that matter, the shares add up, what
#   the scenario targets is there in sufficient number, and the data come from where the project is used.
package aiplus.rules.data_03

import data.aiplus.checks.datasets
import data.aiplus.checks.plans
import data.aiplus.checks.regions
import data.aiplus.checks.sums
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.data_bearing

_judged := datasets.judged(input.proposal.data.datasets)

# Before the pilot a milestone about strata or coverage, with money, stands in for shares that nobody can count yet.
default _stratified_later := false

_stratified_later if plans.replaces(_coverage_words, {"data", "testing"})

_coverage_words := {"分层", "多样", "覆盖", "均衡", "占比", "strat", "divers", "coverage", "balance"}

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains ["scenarios"]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["regions", "target_groups"]
}

_needed contains ["data", "datasets", i, "regions"] if some i in _serving

_needed contains ["data", "datasets", i, "strata"] if {
	some i in _judged
	not _stratified_later
}

_needed contains ["data", "datasets", i, "strata", j, field] if {
	some i in _judged
	some j, _ in input.proposal.data.datasets[i].strata
	some field in ["dimension", "name", "share_pct"]
}

_serving := {i | some i, dataset in input.proposal.data.datasets; datasets.serves(dataset)}

findings contains {"code": "only_operation_data", "path": ["data", "datasets"], "args": {}} if {
	count(input.proposal.data.datasets) > 0
	count(_judged) == 0
}

# One stratum that holds everything ("the whole country 100 %") tells nothing apart, so its dimension does not count.
findings contains {
	"code": "dimensions_few",
	"path": ["data", "datasets", i, "strata"],
	"args": {"dataset": _name(i), "count": count(dimensions), "min": needed},
} if {
	some i in _judged
	not _stratified_later
	strata := input.proposal.data.datasets[i].strata
	count(strata) > 0
	dimensions := {stratum.dimension |
		some stratum in strata
		count([1 | some other in strata; other.dimension == stratum.dimension]) > 1
	}
	needed := thresholds.data_strata_dimensions_min.value
	count(dimensions) < needed
}

findings contains object.union(disagreement, {"code": "strata_sum"}) if {
	some i, dataset in input.proposal.data.datasets
	some disagreement in sums.strata(["data", "datasets", i], dataset)
}

# A stratum that does not say it is no target is one.
findings contains {
	"code": "stratum_thin",
	"path": ["data", "datasets", i, "strata", j, "share_pct"],
	"args": {"dataset": _name(i), "stratum": stratum.name, "share": stratum.share_pct, "min": needed},
} if {
	some i in _judged
	some j, stratum in input.proposal.data.datasets[i].strata
	object.get(stratum, "target", true)
	not stratum.mitigation_zh
	not _counted_as_elderly(stratum)
	needed := thresholds.data_stratum_share_min.value
	stratum.share_pct < needed
}

findings contains {"code": "nothing_targeted", "path": ["data", "datasets"], "related": related, "args": {}} if {
	related := [["data", "datasets", i, "strata", j, "target"] |
		some i in _judged
		some j, _ in input.proposal.data.datasets[i].strata
	]
	count(related) > 0
	every path in related {
		fields.at(input.proposal, path) == false
	}
}

# Without the regions of a dataset it is not known what is outside: that is the finding then.
findings contains object.union(disagreement, {"code": "region_uncovered"}) if {
	count(_serving) > 0
	every i in _serving {
		count(input.proposal.data.datasets[i].regions) > 0
	}
	some disagreement in regions.outside(input.proposal.scenarios, input.proposal.data.datasets)
}

# Decisions about people: who is in the data has to be known. One dataset that shows it is enough, because others, such
# as recordings of machines or texts without an author, have no age.
findings contains {
	"code": "people_dimension_absent",
	"path": ["data", "datasets"],
	"related": [path | some flag in ["people", "live"]; some path in flags.because[flag]],
	"args": {"dimension": {"term": concat("_", ["strata", dimension])}},
} if {
	_about_people
	_stratified
	some dimension in ["age", "sex", "region"]
	not dimension in {stratum.dimension | some stratum in _strata}
}

_about_people if flags.people

_about_people if flags.live

_strata := [stratum | some i in _judged; some stratum in input.proposal.data.datasets[i].strata]

# No strata at all are reported as missing.
_stratified if {
	count(_strata) > 0
	not _stratified_later
}

findings contains {
	"code": "group_absent",
	"path": ["data", "datasets"],
	"related": _addressed[group],
	"args": {"group": {"term": concat("_", ["group", group])}},
} if {
	_stratified
	some group in ["elderly", "minors"]
	count(_addressed[group]) > 0
	count([1 | some stratum in _strata; _of_group(stratum, group)]) == 0
}

findings contains {
	"code": "elderly_thin",
	"path": ["data", "datasets"],
	"related": _addressed.elderly,
	"args": {"share": max(shares), "min": needed},
} if {
	count(_addressed.elderly) > 0
	shares := [share |
		some i in _judged
		parts := [stratum.share_pct |
			some stratum in input.proposal.data.datasets[i].strata
			_of_group(stratum, "elderly")
		]
		count(parts) > 0
		share := sum(parts)
	]
	needed := thresholds.data_elderly_share_min.value
	max(shares) < needed
}

# Where the scenarios name the group.
_addressed[group] := [["scenarios", i, "target_groups", j] |
	some i, scenario in input.proposal.scenarios
	some j, addressed in scenario.target_groups
	addressed == group
] if {
	some group in ["elderly", "minors"]
}

# The share of older people has a finding of its own.
_counted_as_elderly(stratum) if {
	count(_addressed.elderly) > 0
	_of_group(stratum, "elderly")
}

# Age and population strata say in their name whom they hold: 60岁以上, 65-74, 老年人; 小学三至六年级, 6-12岁, 未成年人.
_of_group(stratum, group) if {
	stratum.dimension in {"age", "population"}
	_names_group(lower(stratum.name), group)
}

_names_group(name, "elderly") if regex.match(`老|elder|senior`, name)

# 60岁以上, 65 and over, 60+, 65-74, 70至79岁
_names_group(name, "elderly") if {
	regex.match(`(^|[^0-9])[6-9][0-9]\s*(周?岁)?\s*([及或]?以上|[+\x{ff0b}]|[-–—~\x{ff5e}至到]\s*[0-9]|and (over|above))`, name)
}

# ≥60, >65, over 70, 超过80岁
_names_group(name, "elderly") if regex.match(`(≥|>=|>|\x{ff1e}|over |above |超过|大于)\s*[6-9][0-9]`, name)

_names_group(name, "minors") if {
	regex.match(`未成年|儿童|少年|少儿|幼儿|婴|小学|初中|高中|中学|minor|child|pupil|teen|juvenile`, name)
}

# 6-12岁, 0至3, 14~17
_names_group(name, "minors") if {
	regex.match(`(^|[^0-9])(0?[0-9]|1[0-7])\s*(周?岁)?\s*[-–—~\x{ff5e}至到]\s*(0?[0-9]|1[0-8])([^0-9]|$)`, name)
}

# <14, 不满18, under 16, 14岁以下
_names_group(name, "minors") if {
	regex.match(`(<|≤|\x{ff1c}|under |below |不满|小于)\s*1[0-8]|(^|[^0-9])1[0-8]\s*周?岁\s*[及或]?以下`, name)
}

# A name that says multimodal over data of one kind.
findings contains {
	"code": "modality_single",
	"path": ["data", "datasets", i, "modalities"],
	"related": [["data", "datasets", i, "name_zh"]],
	"args": {"dataset": _name(i), "modality": {"term": concat("_", ["modality", dataset.modalities[0]])}},
} if {
	some i, dataset in input.proposal.data.datasets
	_says_multimodal(dataset.name_zh)
	count(dataset.modalities) == 1
}

findings contains {
	"code": "task_modality_single",
	"path": ["data", "need", "task_zh"],
	"related": [["data", "datasets", i, "modalities"] | some i, _ in input.proposal.data.datasets],
	"args": {"modality": {"term": concat("_", ["modality", modality])}},
} if {
	_says_multimodal(input.proposal.data.need.task_zh)
	modalities := {modality | some dataset in input.proposal.data.datasets; some modality in dataset.modalities}
	count(modalities) == 1
	some modality in modalities
}

_says_multimodal(name) if regex.match(`多模态|跨模态|multi-?modal`, lower(name))

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
