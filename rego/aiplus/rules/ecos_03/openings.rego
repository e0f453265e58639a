# METADATA
# title: Opening key scenarios
# description: >-
#   Somebody of the consortium opens a scenario, with data or an interface, a number of places, an address and a date
#   within the project, and not only to the consortium.
package aiplus.rules.ecos_03

import data.aiplus.checks.dates
import data.aiplus.checks.parties
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.govsoe

_section := ["ecosystem", "openings"]

_at(i, field) := ["ecosystem", "openings", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.ecosystem.openings
	some field in ["scenario_zh", "owner", "data_offered_zh", "eligible", "publish_on", "channel_url", "slots"]
}

_needed contains ["project", "end"]

# One opening for the consortium alone does no harm beside another for everybody.
findings contains {
	"code": "consortium_only",
	"path": _section,
	"related": [_at(i, "eligible") | some i, _ in input.proposal.ecosystem.openings],
	"args": {},
} if {
	eligible := {opening.eligible | some opening in input.proposal.ecosystem.openings}
	eligible == {"consortium"}
}

findings contains {
	"code": "owner_unknown",
	"path": _at(i, "owner"),
	"related": [["applicant", "name"], ["partners"]],
	"args": {"opening": i + 1, "owner": opening.owner},
} if {
	some i, opening in input.proposal.ecosystem.openings
	not parties.of(opening.owner) in parties.project
}

findings contains {
	"code": "nothing_offered",
	"path": _at(i, "data_offered_zh"),
	"args": {"opening": i + 1, "text": opening.data_offered_zh},
} if {
	some i, opening in input.proposal.ecosystem.openings
	not _offers(trim_space(lower(opening.data_offered_zh)))
}

_offers(text) if {
	not strings.any_prefix_match(text, _refusals)
	some resource in _resources
	contains(text, resource)
}

_refusals := {
	"暂无", "无数据", "无接口", "无可", "没有", "暂不", "不提供", "不开放", "待定", "另行", "视情况",
	"none", "no data", "no interface", "not ", "n/a", "tbd", "to be ",
}

_resources := {
	"数据", "样本", "样例", "接口", "语料", "图像", "影像", "日志", "记录", "工单", "模型", "算力", "机时", "沙箱", "仿真", "台架", "产线", "场地",
	"点位", "api", "data", "sample", "interface", "sandbox", "record", "model", "comput", "simulat", "test bench", "site",
}

findings contains object.union(disagreement, {"code": "published_late", "args": {"opening": i + 1}}) if {
	some i, opening in input.proposal.ecosystem.openings
	some disagreement in dates.after(_at(i, "publish_on"), opening.publish_on, ["project", "end"], input.proposal.project.end)
}

findings contains {"code": "no_slots", "path": _at(i, "slots"), "args": {"opening": i + 1}} if {
	some i, opening in input.proposal.ecosystem.openings
	opening.slots == 0
}
