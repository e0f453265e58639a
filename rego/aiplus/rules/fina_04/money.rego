# The budget against the plan and the other sections.
package aiplus.rules.fina_04

import data.aiplus.checks.budget
import data.aiplus.checks.links
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.money

_needed contains ["finance", "items"]

_needed contains ["finance", "items", i, field] if {
	some i, _ in input.proposal.finance.items
	some field in ["category", "amount", "wp_id"]
}

_needed contains ["safety", "investment", "budget_cny_wan"]

_needed contains ["employment", "training", i, "cost_cny_wan"] if some i, _ in input.proposal.employment.training

_needed contains ["opensource", "community", "budget_cny_wan"] if flags.open

_needed contains ["opensource", "community", "budget_cny_wan"] if input.proposal.opensource.community

findings contains object.union(disagreement, {
	"code": "item_unassigned",
	"args": object.union(disagreement.args, {"item": i + 1}),
}) if {
	some i, item in input.proposal.finance.items
	some disagreement in links.unknown(["finance", "items", i, "wp_id"], item.wp_id, _package_ids)
}

# What a section says it spends is what the budget has for it. A section that says nothing spends nothing.

findings contains object.union(disagreement, {"code": "section_mismatch"}) if {
	count(input.proposal.finance.items) > 0
	some category, [path, wan] in _spent
	some disagreement in budget.mismatch(path, wan, category)
}

_spent["safety"] := [path, input.proposal.safety.investment.budget_cny_wan] if path := ["safety", "investment", "budget_cny_wan"]

_spent["training"] := [["employment", "training"], money.wan(sum(costs))] if {
	costs := [money.fen(programme.cost_cny_wan) | some programme in input.proposal.employment.training]
	count(costs) == count(object.get(input.proposal, ["employment", "training"], []))
}

_community := ["opensource", "community", "budget_cny_wan"]

_spent["opensource"] := [_community, input.proposal.opensource.community.budget_cny_wan]

_spent["opensource"] := [_community, 0] if {
	not flags.open
	not input.proposal.opensource.community
}

# What a section needs somebody pays for, or brings.

findings contains {
	"code": "need_unfunded",
	"path": ["finance", "items"],
	"related": [path | some path in related],
	"args": {"category": {"term": concat("_", ["item", need])}},
} if {
	count(input.proposal.finance.items) > 0
	some need, related in _needs
	count(related) > 0
	not plans.funded(_paying[need])
}

# Leaving out how many records are needed does not mean that none are.
_needs["data"] := {["data", "need", "required_records"] |
	flags.data_bearing
	object.get(input.proposal, ["data", "need", "required_records"], 1) > 0
}

_needs["compute"] := {["compute", "need", field] |
	some field in ["train_gpu_hours", "infer_qps_peak", "storage_tb"]
	input.proposal.compute.need[field] > 0
}

default _paying := {"data": {"data"}, "compute": {"compute"}}

# A facility buys its computing as equipment.
_paying := {"data": {"data"}, "compute": {"compute", "equipment"}} if flags.facility

# Shares.

_total := sum([money.fen(item.amount) | some item in input.proposal.finance.items])

findings contains {
	"code": code,
	"path": ["finance", "items"],
	"related": related,
	"args": {"pct": round((spent * 10000) / _total) / 100, "max": limit},
} if {
	some [category, code, limit, related] in _caps
	spent := budget.items(category)
	spent * 100 > limit * _total
}

_caps contains ["indirect", "indirect_high", thresholds.plan_indirect_pct_max.value, []]

_caps contains ["equipment", "equipment_high", thresholds.plan_equipment_pct_max.value, [["project", "type"]]] if {
	not flags.facility
	not _software
}

_caps contains ["equipment", "equipment_high_software", thresholds.plan_equipment_software_pct_max.value, [["project", "type"]]] if {
	not flags.facility
	_software
}

# What consists of programs and data. Terminals are things, whatever the type says.
_software if {
	input.proposal.project.type in {"application", "governance_service", "open_source", "dataset"}
	not flags.terminal
}
