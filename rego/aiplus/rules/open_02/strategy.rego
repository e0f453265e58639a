# METADATA
# title: Open-source strategy with real artifacts
# description: >-
#   The proposal says whether it opens what it makes. Whoever does names artifacts, each with type, licence, repository,
#   platform, status and a date within the project; whoever does not gives a reason that names its ground.
package aiplus.rules.open_02

import data.aiplus.checks.dates
import data.aiplus.checks.repositories
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.all

_section := ["opensource", "artifacts"]

_at(i, field) := ["opensource", "artifacts", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["opensource", "strategy"]

_needed contains _section if flags.open

_needed contains ["opensource", "reason_zh"] if input.proposal.opensource.strategy == "closed"

_needed contains _at(i, field) if {
	some i, _ in input.proposal.opensource.artifacts
	some field in ["type", "licence_spdx", "repo_url", "platform", "status", "release_date"]
}

# What the dates of artifacts are measured against.
_needed contains path if {
	count(input.proposal.opensource.artifacts) > 0
	some path in [["project", "start"], ["project", "end"], ["meta", "submitted_on"]]
}

# Artifacts, also those of a project that is otherwise closed.

findings contains object.union(
	disagreement,
	{"code": "repo_misplaced", "args": object.union(disagreement.args, {"artifact": _name(i)})},
) if {
	some i, artifact in input.proposal.opensource.artifacts
	some disagreement in repositories.misplaced(array.concat(_section, [i]), artifact)
}

# One address for everything does not say where anything is.
findings contains {
	"code": "one_address",
	"path": _section,
	"related": [_at(i, "repo_url") | some i, _ in input.proposal.opensource.artifacts],
	"args": {"count": count(input.proposal.opensource.artifacts), "url": url},
} if {
	count(input.proposal.opensource.artifacts) > 1
	url := input.proposal.opensource.artifacts[0].repo_url
	every artifact in input.proposal.opensource.artifacts {
		repositories.place(artifact.repo_url) == repositories.place(url)
	}
}

findings contains object.union(
	disagreement,
	{"code": "release_after_end", "args": object.union(disagreement.args, {"artifact": _name(i)})},
) if {
	some i, artifact in input.proposal.opensource.artifacts
	some disagreement in dates.after(
		_at(i, "release_date"), artifact.release_date,
		["project", "end"], input.proposal.project.end,
	)
}

findings contains object.union(
	disagreement,
	{"code": "released_in_future", "args": object.union(disagreement.args, {"artifact": _name(i)})},
) if {
	some i, artifact in input.proposal.opensource.artifacts
	artifact.status == "released"
	some disagreement in dates.after(
		_at(i, "release_date"), artifact.release_date,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# What is planned is neither over at the submission nor done before the project begins.
findings contains object.union(
	disagreement,
	{"code": "planned_too_early", "args": object.union(disagreement.args, {"artifact": _name(i)})},
) if {
	[limit, limit_path] := max(_beginnings)
	some i, artifact in input.proposal.opensource.artifacts
	artifact.status == "planned"
	some disagreement in dates.before(_at(i, "release_date"), artifact.release_date, limit_path, limit)
}

_beginnings contains [input.proposal.project.start, ["project", "start"]]

_beginnings contains [input.proposal.meta.submitted_on, ["meta", "submitted_on"]]

# What was there before the project is no result of it.
findings contains {
	"code": "nothing_new",
	"path": _section,
	"related": array.concat(
		[_at(i, "release_date") | some i, _ in input.proposal.opensource.artifacts],
		[["project", "start"]],
	),
	"args": {"start": input.proposal.project.start},
} if {
	flags.open
	count(input.proposal.opensource.artifacts) > 0
	every artifact in input.proposal.opensource.artifacts {
		artifact.status == "released"
		artifact.release_date < input.proposal.project.start
	}
}

# Nothing open.

findings contains {
	"code": "not_applicable_denied",
	"path": ["opensource", "strategy"],
	"related": [["project", "type"]],
	"args": {},
} if {
	input.proposal.opensource.strategy == "not_applicable"
	not _without_software
}

# A facility that neither has a model nor develops anything has nothing to open.
_without_software if {
	flags.facility
	not flags.model
	every component in object.get(input.proposal, ["innovation", "core_components"], []) {
		component.origin in {"licensed", "open_source"}
	}
}

findings contains {
	"code": "reason_short",
	"path": ["opensource", "reason_zh"],
	"related": [["opensource", "strategy"]],
	"args": {"length": length, "min": needed},
} if {
	input.proposal.opensource.strategy == "closed"
	length := text.length(input.proposal.opensource.reason_zh)
	needed := thresholds.open_reason_length_min.value
	length < needed
}

findings contains {
	"code": "reason_without_ground",
	"path": ["opensource", "reason_zh"],
	"related": [["opensource", "strategy"]],
	"args": {},
} if {
	input.proposal.opensource.strategy == "closed"
	input.proposal.opensource.reason_zh
	not _grounded
}

# What was paid for with public money gives something back, a tool, a benchmark or documents, or the reason why not. Who
# says "closed" owes that reason anyway, and is told what it lacks above.
findings contains {
	"code": "public_money_nothing_open",
	"path": _section,
	"related": [path | some path in flags.because.fiscal],
	"args": {},
} if {
	flags.fiscal
	input.proposal.opensource.strategy == "not_applicable"
	count(object.get(input.proposal, _section, [])) == 0
	not _reasoned
}

_reasoned if {
	text.length(input.proposal.opensource.reason_zh) >= thresholds.open_reason_length_min.value
	_grounded
}

_grounded if {
	reason := lower(input.proposal.opensource.reason_zh)
	some word in _grounds
	contains(reason, word)
}

# Security, rights of others, market.
_grounds := [
	"安全", "涉密", "保密", "隐私", "个人信息", "患者", "病历", "敏感", "攻击", "滥用", "欺诈",
	"第三方", "许可", "版权", "著作权", "专利", "知识产权", "权利人", "协议", "合同", "授权", "出口管制",
	"市场", "竞争", "商业秘密", "商业化", "营收",
	"security", "secret", "privacy", "personal data", "personal information", "patient", "medical record", "sensitive",
	"misuse", "fraud", "attack",
	"third part", "third-part", "licen", "copyright", "patent", "rights", "contract", "agreement", "export control",
	"market", "competit", "revenue",
]

# Closed, but called open source: a person has to find out which.
manual contains {
	"code": "open_in_words",
	"path": ["opensource", "strategy"],
	"related": [["project", field]],
	"args": {},
} if {
	input.proposal.opensource.strategy in {"closed", "not_applicable"}
	some field in ["title_zh", "title_en", "summary_zh"]
	_says_open(lower(input.proposal.project[field]))
}

# Open-source parts that are used make nothing open.
_says_open(words) if {
	some word in ["开源", "open source", "open-source"]
	contains(words, word)
	own := regex.replace(words, `(?:开源|open[- ]source)\s*(?:的)?(?:基座|大?模型|组件|框架|软件|许可|算法库|base|models?|components?|software|frameworks?|licen[cs]es?)`, "")
	contains(own, word)
}

_name(i) := object.get(input.proposal.opensource.artifacts[i], "id", i + 1)
