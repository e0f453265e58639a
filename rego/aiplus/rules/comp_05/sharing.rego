# METADATA
# title: Sharing and utilisation of compute
# description: >-
#   A facility plans to be used, by more than one customer, through a platform that it names, and keeps a share and a
#   discount for public service and small enterprises.
package aiplus.rules.comp_05

import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.facility

_sharing := input.proposal.compute.sharing

_utilisation := ["compute", "facility", "utilisation_y3_pct"]

_at(field) := ["compute", "sharing", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _utilisation

_needed contains _at(field) if {
	some field in ["platform", "public_share_pct", "sme_discount_pct", "external_users"]
}

findings contains {
	"code": "utilisation_low",
	"path": _utilisation,
	"args": {"share": share, "min": least},
} if {
	share := input.proposal.compute.facility.utilisation_y3_pct
	least := thresholds.comp_utilisation_min.value
	share < least
}

findings contains {
	"code": "utilisation_full",
	"path": _utilisation,
	"args": {"share": share, "max": most},
} if {
	share := input.proposal.compute.facility.utilisation_y3_pct
	most := thresholds.comp_utilisation_max.value
	share >= most
}

findings contains {"code": "platform_vague", "path": _at("platform"), "args": {"platform": _sharing.platform}} if {
	not _names_platform(lower(_sharing.platform))
}

_names_platform(platform) if {
	some words in ["平台", "算力网", "调度", "互联互通", "交易中心", "platform", "network", "exchange", "scheduler"]
	contains(platform, words)
}

findings contains {"code": code, "path": _at(field), "args": {}} if {
	some field, code in {"public_share_pct": "public_none", "sme_discount_pct": "discount_none"}
	_sharing[field] == 0
}

findings contains {
	"code": "users_few",
	"path": _at("external_users"),
	"args": {"users": _sharing.external_users, "min": least},
} if {
	least := thresholds.comp_external_users_min.value
	_sharing.external_users < least
}
