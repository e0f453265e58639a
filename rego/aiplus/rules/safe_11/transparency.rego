# METADATA
# title: Transparency, explanation, redress
# description: >-
#   People are told that they deal with AI, find a user document and a system card that can be verified, get an
#   explanation as deep as the decision needs, and can appeal to somebody who has the time to answer within a term.
package aiplus.rules.safe_11

import data.aiplus.checks.evidence
import data.aiplus.checks.people
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.public

applies if flags.people

_section := ["safety", "transparency"]

_at(field) := ["safety", "transparency", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(field) if {
	count(input.proposal.safety.transparency) > 0
	some field in ["ai_notice_zh", "user_doc", "model_card", "explanation", "appeal_channel_zh", "appeal_sla_days"]
}

_needed contains _at("public_page") if {
	count(input.proposal.safety.transparency) > 0
	flags.public
}

_needed contains ["talent", "team"]

# How deep an explanation has to go, and whether there must be a page for the public, rests on these.

_needed contains ["scenarios"]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["public_facing", "subject", "decision_impact"]
}

_needed contains ["models"] if flags.model

findings contains {"code": "notice_silent", "path": _at("ai_notice_zh"), "args": {}} if {
	notice := lower(input.proposal.safety.transparency.ai_notice_zh)
	count([1 | some word in _says_ai; contains(notice, word)]) == 0
}

_says_ai := ["ai", "智能", "算法", "模型", "机器", "自动", "algorithm", "automat", "machine", "model"]

findings contains object.union(disagreement, {"code": "document_weak"}) if {
	some field in ["user_doc", "model_card"]
	some disagreement in evidence.weak(_at(field), input.proposal.safety.transparency[field])
}

findings contains {"code": "explanation_none", "path": _at("explanation"), "args": {}} if {
	input.proposal.safety.transparency.explanation == "none"
	not flags.people
}

findings contains {
	"code": "explanation_shallow",
	"path": _at("explanation"),
	"related": [path | some path in flags.because.people],
	"args": {"level": {"term": concat("_", ["explanation", level])}},
} if {
	flags.people
	level := input.proposal.safety.transparency.explanation
	level != "case"
}

# Somebody else's model behind an interface cannot be looked into: its card has to say how a single result is explained.
findings contains {
	"code": "explanation_opaque",
	"path": _at("explanation"),
	"related": [["models", i, "origin"], ["models", i, "card"]],
	"args": {"model": object.get(model, "id", i + 1)},
} if {
	input.proposal.safety.transparency.explanation in {"case", "local"}
	some i, model in input.proposal.models
	object.get(model, "origin", "third_party_api") == "third_party_api"
	not _carded(model)
}

_carded(model) if model.card in evidence.solid

findings contains {"code": "channel_vague", "path": _at("appeal_channel_zh"), "args": {}} if {
	channel := lower(input.proposal.safety.transparency.appeal_channel_zh)
	not text.has_number(channel)
	count([1 | some word in _channels; contains(channel, word)]) == 0
}

_channels := [
	"电话", "热线", "邮箱", "邮件", "信箱", "官网", "网站", "网页", "页面", "窗口", "柜台", "大厅", "前台", "小程序", "公众号", "app",
	"入口", "按钮", "人工", "办公室", "@", "://", "phone", "hotline", "call", "mail", "web", "page", "form", "desk", "counter", "office", "button",
]

findings contains {
	"code": "appeal_slow",
	"path": _at("appeal_sla_days"),
	"args": {"days": days, "max": limit},
} if {
	days := input.proposal.safety.transparency.appeal_sla_days
	limit := thresholds.safe_appeal_days_max.value
	days > limit
}

# An appeal needs somebody who knows the matter or the law. Without a team that is what is missing.
findings contains {
	"code": "nobody_decides",
	"path": ["talent", "team"],
	"related": [_at("appeal_sla_days")],
	"args": {
		"fte": fte,
		"min": needed,
		"roles": [{"term": concat("_", ["role", role])} | some role in _deciding],
	},
} if {
	count(input.proposal.talent.team) > 0
	fte := people.fte(_deciding)
	needed := thresholds.safe_appeal_fte_min.value
	fte < needed
}

_deciding := {"domain", "ethics", "legal"}
