# METADATA
# title: Data lifecycle and reuse
# description: >-
#   Somebody of the team owns the data, the stages from need to validation and what follows are covered, versions and
#   lineage are kept with means to keep them, governance is reviewed, and data are shared or the reason not to is given.
package aiplus.rules.data_10

import data.aiplus.checks.budget
import data.aiplus.checks.datasets
import data.aiplus.checks.links
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.data_bearing

_governance := ["data", "governance"]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _governance

_needed contains array.concat(_governance, [field]) if {
	count(input.proposal.data.governance) > 0
	some field in ["owner", "lifecycle", "versioning", "lineage", "review_months"]
}

_needed contains ["data", "sharing"]

_needed contains ["data", "sharing", "mode"] if count(input.proposal.data.sharing) > 0

_needed contains ["data", "sharing", "reason_if_none_zh"] if input.proposal.data.sharing.mode == "none"

findings contains object.union(disagreement, {"code": "owner_unfit"}) if {
	owner := input.proposal.data.governance.owner
	some disagreement in links.person(array.concat(_governance, ["owner"]), owner, "data")
}

# The six stages of building a dataset in the national guide (高质量数据集建设指引), in its order.
_stages := ["need", "plan", "collect", "preprocess", "annotate", "validate"]

findings contains {
	"code": "lifecycle_gap",
	"path": array.concat(_governance, ["lifecycle"]),
	"args": {"stages": gaps},
} if {
	lifecycle := input.proposal.data.governance.lifecycle
	count(lifecycle) > 0
	gaps := [{"term": concat("_", ["lifecycle", stage])} | some stage in _stages; not stage in lifecycle]
	count(gaps) > 0
}

findings contains {"code": "lifecycle_without_end", "path": array.concat(_governance, ["lifecycle"]), "args": {}} if {
	lifecycle := input.proposal.data.governance.lifecycle
	count(lifecycle) > 0
	count({"operate", "retire"} & {stage | some stage in lifecycle}) == 0
}

findings contains {"code": code, "path": array.concat(_governance, [field]), "args": {}} if {
	some field, code in {"versioning": "no_versioning", "lineage": "no_lineage"}
	input.proposal.data.governance[field] == false
}

# Versions and lineage cost work or a tool: money for data or software, or a milestone that promises them.
findings contains {
	"code": "versioning_unbacked",
	"path": array.concat(_governance, [claimed[0]]),
	"related": [["finance", "items"], ["plan", "milestones"]],
	"args": {},
} if {
	claimed := [field | some field in ["versioning", "lineage"]; input.proposal.data.governance[field] == true]
	budget.items("data") + budget.items("software") == 0
	count(plans.milestones(_keeping)) == 0
}

_keeping := {"版本", "血缘", "溯源", "数据治理", "数据管理", "version", "lineage", "provenance", "data management"}

findings contains {
	"code": "reviewed_rarely",
	"path": array.concat(_governance, ["review_months"]),
	"args": {"months": months, "max": limit},
} if {
	months := input.proposal.data.governance.review_months
	limit := thresholds.data_review_months_max.value
	_outside(months, limit)
}

# An interval of no months is no interval.
_outside(0, _)

_outside(months, limit) if months > limit

# Sharing.

findings contains {
	"code": "reason_thin",
	"path": ["data", "sharing", "reason_if_none_zh"],
	"args": {"length": length, "min": needed},
} if {
	input.proposal.data.sharing.mode == "none"
	length := text.length(input.proposal.data.sharing.reason_if_none_zh)
	needed := thresholds.data_no_sharing_reason_length_min.value
	length < needed
}

# Public money asks for sharing as long as there are data that may be shared.
findings contains {
	"code": "fiscal_not_shared",
	"path": ["data", "sharing", "mode"],
	"related": [path | some path in flags.because.fiscal],
	"args": {"datasets": [_name(i) | some i in _shareable]},
} if {
	input.proposal.data.sharing.mode == "none"
	flags.fiscal
	count(_shareable) > 0
}

_shareable := {i |
	some i, dataset in input.proposal.data.datasets
	datasets.serves(dataset)
	not _protected(dataset)
}

_protected(dataset) if dataset.level in {"important", "core"}

_protected(dataset) if dataset.pi.sensitive

# Data are open only if the restrictions of some dataset let it be open.
findings contains {
	"code": "open_but_restricted",
	"path": ["data", "sharing", "mode"],
	"related": [["data", "datasets", i, "rights", "restrictions_zh"] | some i in _offered],
	"args": {"datasets": [_name(i) | some i in _offered]},
} if {
	input.proposal.data.sharing.mode == "open"
	count(_offered) > 0
	every i in _offered {
		_forbidden(input.proposal.data.datasets[i].rights.restrictions_zh)
	}
}

_offered := {i | some i, dataset in input.proposal.data.datasets; datasets.serves(dataset)}

_forbidden(restrictions) if {
	regex.match(
		`(?i)(?:不得|禁止|严禁|不可|不能|不允许|不准)[^。；;，,]{0,8}(?:转售|对外|公开|共享|传播|分发|转让|披露|第三方)|不对外|不公开|不共享|仅限?(?:供)?(?:本项目|内部|本单位)|保密|\b(?:no|not be) (?:redistribut|shar|publish|disclos|resale|resold)|internal use only|confidential`,
		restrictions,
	)
}

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
