# METADATA
# title: Industry dataset tier and format
# description: >-
#   At least one dataset that a model learns from or is measured on is an industry dataset, and each of them follows a
#   published format, is documented in four parts, and is named after what it holds.
package aiplus.rules.data_04

import data.aiplus.checks.datasets
import data.aiplus.checks.evidence
import data.aiplus.checks.plans
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.train

_industry := {"industry_general", "industry_specialist"}

_formats := {"TC609-5-2025-02", "croissant-1.1"}

_sections := ["basic_info", "content_features", "construction", "application"]

# Where specialist knowledge of an industry comes from; a public crawl or an open corpus does not have it.
_specialist_sources := {"collected", "agreement", "derived", "public_authorised"}

_used[i] := dataset if {
	some i, dataset in input.proposal.data.datasets
	not datasets.exempt(dataset)
}

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains array.concat(["data", "datasets", i], field) if {
	some i, _ in _used
	some field in [["tier"], ["name_zh"], ["format_standard"], ["docs", "datasheet"], ["docs", "sections"]]
}

_needed contains array.concat(["data", "datasets", i], field) if {
	some i, dataset in _used
	dataset.tier == "industry_specialist"
	some field in [["source"], ["annotation", "experts"]]
}

findings contains {"code": "no_training_data", "path": ["data", "datasets"], "args": {}} if {
	count(input.proposal.data.datasets) > 0
	count(_used) == 0
}

# A dataset without a tier is missing one; it may be the one that counts.
findings contains {"code": "tier_general", "path": ["data", "datasets"], "related": related, "args": {}} if {
	related := [["data", "datasets", i, "tier"] | some i, _ in _used]
	count(related) > 0
	every path in related {
		fields.at(input.proposal, path) == "general"
	}
}

findings contains {
	"code": "format_unrecognised",
	"path": ["data", "datasets", i, "format_standard"],
	"args": {"dataset": _name(i), "format": {"term": concat("_", ["format", dataset.format_standard])}},
} if {
	some i, dataset in _used
	not dataset.format_standard in _formats
}

findings contains object.union(disagreement, {
	"code": "datasheet_weak",
	"args": object.union(disagreement.args, {"dataset": _name(i)}),
}) if {
	some i, dataset in _used
	some disagreement in evidence.weak(["data", "datasets", i, "docs", "datasheet"], dataset.docs.datasheet)
}

findings contains {
	"code": "sections_incomplete",
	"path": ["data", "datasets", i, "docs", "sections"],
	"args": {"dataset": _name(i), "sections": absent},
} if {
	some i, dataset in _used
	count(dataset.docs.sections) > 0
	absent := [{"term": concat("_", ["section", section])} |
		some section in _sections
		not section in dataset.docs.sections
	]
	count(absent) > 0
}

findings contains {
	"code": "specialist_without_expert",
	"path": ["data", "datasets", i, "annotation", "experts"],
	"related": [["data", "datasets", i, "tier"]],
	"args": {"dataset": _name(i)},
} if {
	some i, dataset in _used
	dataset.tier == "industry_specialist"
	dataset.annotation.experts == 0
}

findings contains {
	"code": "specialist_source",
	"path": ["data", "datasets", i, "source"],
	"related": [["data", "datasets", i, "tier"]],
	"args": {"dataset": _name(i), "source": {"term": concat("_", ["source", dataset.source])}},
} if {
	some i, dataset in _used
	dataset.tier == "industry_specialist"
	not dataset.source in _specialist_sources
}

findings contains {
	"code": "evaluation_milestone_absent",
	"path": ["plan", "milestones"],
	"related": [["project", "type"]],
	"args": {},
} if {
	input.proposal.project.type == "dataset"
	count(plans.milestones(_third_party) & plans.milestones(_evaluation)) == 0
}

_third_party := {"第三方", "third-party", "third party", "independent"}

_evaluation := {"质量", "测评", "评测", "quality", "evaluation"}

findings contains {
	"code": "name_incomplete",
	"path": ["data", "datasets", i, "name_zh"],
	"args": {"dataset": _name(i), "name": dataset.name_zh},
} if {
	some i, dataset in _used
	dataset.tier in _industry
	name := dataset.name_zh
	not _fully_named(name)
}

# 时间-地域-行业-内容-类型. The time may be a span of several parts, 2023-2025, so it is told from the rest by its digits.
_fully_named(name) if {
	parts := [part |
		some written in regex.split(`[-\x{ff0d}–—_]`, name)
		part := trim_space(written)
		part != ""
	]
	times := [part | some part in parts; regex.match(`^[0-9][0-9年月日季度至.~\x{ff5e}]*$`, part)]
	count(times) > 0
	count(parts) - count(times) >= 4
}

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
