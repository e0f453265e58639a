# METADATA
# title: Fault-tolerance mechanism
# description: >-
#   Rules made by somebody and on paper say which failures are tolerated and which never, who decides it, at what loss the
#   project stops, and the project is reviewed while it can still be stopped.
package aiplus.rules.ecos_02

import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.flags
import data.lib.dates
import data.lib.fields
import data.lib.money

default applies := false

applies if {
	flags.deploy
	flags.govsoe
}

applies if {
	flags.deploy
	flags.fiscal
}

_at(field) := ["ecosystem", "tolerance", field]

_tolerance := input.proposal.ecosystem.tolerance

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["ecosystem", "tolerance"]

_needed contains _at(field) if {
	count(_tolerance) > 0
	some field in ["policy", "issuer", "covered_zh", "excluded_zh", "decision_body", "stop_loss_cny_wan"]
}

_needed contains array.concat(_at("covered_zh"), [i]) if some i, _ in _tolerance.covered_zh

_needed contains array.concat(_at("excluded_zh"), [i]) if some i, _ in _tolerance.excluded_zh

# What they are measured against.

_needed contains ["finance", "total_cny_wan"]

_needed contains ["governance", "review", "interval_months"]

_needed contains ["project", field] if some field in ["start", "end"]

_needed contains ["evidence", i, "kind"] if some [i, _] in _policies

# The rules themselves.

findings contains object.union(disagreement, {"code": "policy_weak"}) if {
	some disagreement in evidence.weak(_at("policy"), _tolerance.policy)
}

_policies := [[i, item] | some i, item in input.proposal.evidence; item.id == _tolerance.policy]

findings contains {
	"code": "policy_kind",
	"path": _at("policy"),
	"related": [["evidence", i, "kind"]],
	"args": {"evidence": _tolerance.policy, "kind": {"term": concat("_", ["evidence_kind", item.kind])}},
} if {
	some [i, item] in _policies
	item.kind != "policy"
}

findings contains {
	"code": "issuer_differs",
	"path": _at("issuer"),
	"related": [["evidence", i, "issuer"]],
	"args": {"issuer": _tolerance.issuer, "evidence": _tolerance.policy, "named": item.issuer},
} if {
	some [i, item] in _policies
	not _same_body(parties.of(_tolerance.issuer), parties.of(item.issuer))
}

_same_body(a, b) if contains(a, b)

_same_body(a, b) if contains(b, a)

# What is tolerated. Results below the target are only covered for those who did their duty, in the same breath.

findings contains {
	"code": "covered_lacks",
	"path": _at("covered_zh"),
	"args": {"situation": {"term": concat("_", ["tolerated", situation])}},
} if {
	some situation, words in _covered
	count(_tolerance.covered_zh) > 0
	count([1 | some text in _tolerance.covered_zh; _says(lower(text), words)]) == 0
}

_covered := {
	"route": [{"路线", "技术方案", "技术路径", "算法方案", "技术方向", "technical", "technolog", "approach"}],
	"results": [
		{"未达", "不达", "没有达到", "低于", "未完成", "未实现", "不及", "偏差", "below", "short of", "miss", "not reach"},
		{"尽职", "尽责", "勤勉", "履职", "注意义务", "diligen", "duty of care"},
	],
}

# One of each set of words.
_says(text, sets) if {
	every words in sets {
		_mentions(text, words)
	}
}

_mentions(text, words) if {
	some word in words
	contains(text, word)
}

findings contains {
	"code": "covered_all",
	"path": array.concat(_at("covered_zh"), [i]),
	"args": {"text": text},
} if {
	some i, text in _tolerance.covered_zh
	_mentions(lower(text), _everything)
}

_everything := {
	"全部情形", "所有情形", "一切情形", "任何情形", "各类情形", "全部情况", "所有情况", "一切情况", "任何情况", "一律",
	"all situations", "any situation", "all cases", "all failures", "any failure", "everything",
}

# Harm and wrongs are never tolerated. That something of the kind did not happen may be said.
findings contains {
	"code": "covered_shields",
	"path": array.concat(_at("covered_zh"), [i]),
	"related": [_at("excluded_zh")],
	"args": {"text": text},
} if {
	some i, text in _tolerance.covered_zh
	some word in _wrongs
	contains(lower(text), word)
	contains(regex.replace(lower(text), _denied, ""), word)
}

_wrongs := {
	"泄露", "泄漏", "安全事件", "安全事故", "伤亡", "伤害", "违法", "违规", "违纪", "犯罪", "造假", "虚假", "欺诈", "骗取", "套取", "舞弊",
	"滥用", "breach", "leak", "unlawful", "illegal", "fraud", "falsif", "injur", "misuse",
}

_denied := concat("|", [
	`(?:未|没有)(?:造成|发生|出现|引发|导致|涉及|构成|存在)[^，。；,;、]*`,
	`不(?:涉及|属于|包括|存在|构成|造成|含)[^，。；,;、]*`,
	`(?:without|did not cause|not involving|excluding) [^,.;]*`,
])

# What is not.

findings contains {
	"code": "excluded_lacks",
	"path": _at("excluded_zh"),
	"args": {"situation": {"term": concat("_", ["excluded", situation])}},
} if {
	some situation, words in _excluded
	count(_tolerance.excluded_zh) > 0
	count([1 | some text in _tolerance.excluded_zh; _mentions(lower(text), words)]) == 0
}

_excluded := {
	"safety": {"安全事故", "安全责任", "安全生产", "人身", "伤害", "伤亡", "产品安全", "网络安全", "运行安全", "safety", "accident", "injur", "harm"},
	"privacy": {"个人信息", "隐私", "personal information", "personal data", "privacy"},
	"fraud": {"造假", "作假", "虚假", "欺诈", "骗取", "套取", "舞弊", "挪用", "fraud", "falsif", "fabricat", "misappropriat"},
}

# Who decides: not those whose failure it is. A board that leaves them out when it votes may say so.

findings contains {
	"code": "decides_for_itself",
	"path": _at("decision_body"),
	"args": {"body": _tolerance.decision_body},
} if {
	body := lower(_tolerance.decision_body)
	_mentions(regex.replace(body, _recused, ""), _team)
}

_team := {"项目组", "项目团队", "课题组", "项目部", "项目负责人", "项目经理", "project team", "project manager", "principal investigator"}

_recused := concat("|", [
	`(?:项目组|项目团队|课题组|项目部|项目负责人|项目经理)(?:的?成员|人员)?[^，。；,;]{0,6}(?:不|回避|无表决权|列席)[^，。；,;]*`,
	`(?:独立于|不含|不包括)[^，。；,;]*`,
	`(?:members of the )?(?:project team|project manager|principal investigator)[^,.;]{0,20} (?:not|no|abstain|recuse|excluded)[^,.;]*`,
	`(?:independent of|without|outside) [^,.;]*`,
])

# When it ends.

findings contains {"code": "stop_loss_zero", "path": _at("stop_loss_cny_wan"), "args": {}} if {
	_tolerance.stop_loss_cny_wan == 0
}

# A limit that is only reached when all the money is gone stops nothing.
findings contains {
	"code": "stop_loss_above_total",
	"path": _at("stop_loss_cny_wan"),
	"related": [["finance", "total_cny_wan"]],
	"args": {"stop_loss_wan": _tolerance.stop_loss_cny_wan, "total_wan": input.proposal.finance.total_cny_wan},
} if {
	money.fen(_tolerance.stop_loss_cny_wan) >= money.fen(input.proposal.finance.total_cny_wan)
}

findings contains {
	"code": "not_reviewed",
	"path": ["governance", "review", "interval_months"],
	"related": [["project", "start"], ["project", "end"]],
	"args": {"months": every_months, "duration": duration},
} if {
	every_months := input.proposal.governance.review.interval_months
	duration := dates.months_between(input.proposal.project.start, input.proposal.project.end)
	not _reviewed(every_months, duration)
}

_reviewed(every_months, duration) if {
	every_months > 0
	every_months <= duration
}
