# METADATA
# title: Application pilot base capability
# description: >-
#   A pilot base offers most of the eight services with figures for their capacity, serves others for a good part of its
#   time and at a price that is written down, gives the operator no advantage, and tests by a standard one can look up.
package aiplus.rules.ecos_04

import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.pilotbase

_at(field) := ["ecosystem", "pilot_base", field]

_base := input.proposal.ecosystem.pilot_base

_adopters := ["innovation", "translation", "adopters"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["ecosystem", "pilot_base"]

_needed contains _at(field) if {
	count(_base) > 0
	some field in [
		"services", "capacity_zh", "external_users_target", "external_share_pct", "tariff_zh", "neutrality_zh",
		"evaluation_standard",
	]
}

_needed contains _adopters if not _users_planned

# Who belongs to the consortium.

_needed contains ["applicant", "name"] if not _users_planned

_needed contains ["partners", i, "name"] if {
	not _users_planned
	some i, _ in input.proposal.partners
}

# Services.

_services := {service | some service in _base.services}

findings contains {
	"code": "services_few",
	"path": _at("services"),
	"args": {"count": count(_services), "min": needed},
} if {
	needed := thresholds.ecos_services_min.value
	count(_services) > 0
	count(_services) < needed
}

# A service has a capacity where one part of the text names it beside a number.
findings contains {
	"code": "capacity_unstated",
	"path": _at("capacity_zh"),
	"related": [_at("services")],
	"args": {
		"count": count(_measured),
		"min": needed,
		"services": [{"term": concat("_", ["service", service])} | some service in (_services - _measured)],
	},
} if {
	needed := thresholds.ecos_services_min.value
	_base.capacity_zh
	count(_services) >= needed
	count(_measured) < needed
}

_measured contains service if {
	some service in _services
	some part in _capacity
	some word in _words[service]
	contains(part, word)
}

_capacity := {part |
	some part in regex.split(`[，。；、,;\n]`, lower(_base.capacity_zh))
	text.has_number(part)
}

_words := {
	"compute": {"算力", "智算", "超算", "gpu", "flops", "加速卡", "comput"},
	"model": {"模型", "model"},
	"data": {"数据", "语料", "dataset", "data "},
	"validation": {"验证", "中试", "试验", "测试", "台架", "validat", "test", "trial"},
	"resource_pooling": {"汇聚", "资源池", "资源", "供应商", "集成商", "专家", "pool", "resource", "supplier", "expert"},
	"standards_evaluation": {"标准", "评测", "测评", "规范", "standard", "evaluat", "benchmark"},
	"individual_indicators": {"个性", "特色", "指标", "indicator"},
	"investment": {"投资", "投融资", "基金", "融资", "invest", "fund"},
}

# For whom.

findings contains {"code": "no_external_users", "path": _at("external_users_target"), "args": {}} if {
	_base.external_users_target == 0
}

findings contains {
	"code": "external_share_low",
	"path": _at("external_share_pct"),
	"args": {"share": _base.external_share_pct, "min": needed},
} if {
	needed := thresholds.ecos_external_share_min.value
	_base.external_share_pct < needed
}

# A laboratory under a new name validates what its own people make. Before the pilot a plan may stand for users.
findings contains {
	"code": "own_products_only",
	"path": _adopters,
	"related": [_at("external_users_target")],
	"args": {},
} if {
	not _users_planned
	count(input.proposal.innovation.translation.adopters) > 0
	count(_external) == 0
}

_external contains i if {
	some i, adopter in input.proposal.innovation.translation.adopters
	not parties.of(adopter.name) in parties.project
	adopter.agreement in evidence.solid
}

default _users_planned := false

_users_planned if plans.replaces({"外部用户", "外部企业", "入驻", "用户", "external", "user"}, {"equipment", "testing", "compute"})

# On which terms.

findings contains {"code": "tariff_unpriced", "path": _at("tariff_zh"), "args": {}} if {
	tariff := lower(_base.tariff_zh)
	not _priced(tariff)
}

_priced(tariff) if text.has_number(tariff)

_priced(tariff) if contains(tariff, "免费")

_priced(tariff) if contains(tariff, "free of charge")

findings contains {"code": "operator_unbound", "path": _at("neutrality_zh"), "args": {}} if {
	neutrality := lower(_base.neutrality_zh)
	not _binds(neutrality)
}

# Who is bound, and to what.
_binds(neutrality) if {
	some party in {
		"运营", "自有", "自研", "本单位", "本院", "本所", "承建", "申报单位", "依托单位", "股东", "operator", "own ", "applicant", "shareholder",
	}
	contains(neutrality, party)
	some duty in {
		"同等", "不得", "不享有", "不独占", "不优先", "无优先", "排他", "回避", "不超过", "上限", "同价", "同权",
		"exclusive", "same terms", "no priority", "no preference", "at most", "recus", "equal",
	}
	contains(neutrality, duty)
}

findings contains {
	"code": "standard_unnumbered",
	"path": _at("evaluation_standard"),
	"args": {"standard": _base.evaluation_standard},
} if {
	not text.has_number(_base.evaluation_standard)
}
