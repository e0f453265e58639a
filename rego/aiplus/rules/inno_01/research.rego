# METADATA
# title: From 0 to 1, and a new paradigm of research
# description: >-
#   Basic research asks a question that can come out either way: a hypothesis, a validation and a value at which it has
#   failed; it says what AI makes possible that the old method could not, and delivers results over its term that others
#   can reproduce.
package aiplus.rules.inno_01

import data.aiplus.checks.dates
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.dates as calendar
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.research

_at(field) := ["innovation", "basic_research", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["innovation", "basic_research"]

_needed contains _at(field) if {
	count(input.proposal.innovation.basic_research) > 0
	some field in [
		"questions_zh", "paradigm_zh", "validation_zh", "failure_criteria_zh",
		"outputs", "reproducibility",
	]
}

_needed contains array.concat(_at("outputs"), [i, field]) if {
	some i, _ in input.proposal.innovation.basic_research.outputs
	some field in ["type", "count", "due"]
}

_needed contains ["project", "trl", "current"]

_needed contains ["project", "start"]

_needed contains ["project", "end"]

_needed contains ["data", "datasets"]

# A question about something that may turn out not to be so.
findings contains {"code": "hypothesis_absent", "path": _at("questions_zh"), "args": {}} if {
	count(input.proposal.innovation.basic_research.questions_zh) > 0
	count([question | some question in input.proposal.innovation.basic_research.questions_zh; _supposes(lower(question))]) == 0
}

_supposes(question) if {
	some word in ["假设", "假说", "猜想", "是否", "能否", "可否", "hypothes", "conjecture", "whether "]
	contains(question, word)
}

# What decides the question is a value.
findings contains {"code": _vague[field], "path": _at(field), "args": {}} if {
	some field, _ in _vague
	written := input.proposal.innovation.basic_research[field]
	written != ""
	not text.has_number(written)
}

_vague := {"validation_zh": "validation_vague", "failure_criteria_zh": "failure_vague"}

# A paradigm is new against an old one: the old one is named and the difference has a size.
findings contains {"code": "paradigm_vague", "path": _at("paradigm_zh"), "args": {}} if {
	paradigm := lower(input.proposal.innovation.basic_research.paradigm_zh)
	paradigm != ""
	not _compares(paradigm)
}

_compares(paradigm) if {
	text.has_number(paradigm)
	some word in [
		"传统", "原有", "现有", "以往", "以前", "过去", "此前", "试错", "人工", "常规", "经验",
		"conventional", "traditional", "existing", "previous", "so far", "until now", "by hand", "trial and error", "today",
	]
	contains(paradigm, word)
}

# Results.

findings contains {
	"code": "output_none",
	"path": array.concat(_at("outputs"), [i, "count"]),
	"args": {"output": i + 1},
} if {
	some i, output in input.proposal.innovation.basic_research.outputs
	output.count == 0
}

findings contains object.union(disagreement, {
	"code": "output_before_start",
	"args": object.union(disagreement.args, {"output": i + 1}),
}) if {
	some i, output in input.proposal.innovation.basic_research.outputs
	some disagreement in dates.before(
		array.concat(_at("outputs"), [i, "due"]), output.due,
		["project", "start"], input.proposal.project.start,
	)
}

findings contains object.union(disagreement, {
	"code": "output_after_end",
	"args": object.union(disagreement.args, {"output": i + 1}),
}) if {
	some i, output in input.proposal.innovation.basic_research.outputs
	some disagreement in dates.after(
		array.concat(_at("outputs"), [i, "due"]), output.due,
		["project", "end"], input.proposal.project.end,
	)
}

# Everything at the last moment: nobody can see on the way whether the research gets anywhere.
findings contains {
	"code": "outputs_bunched",
	"path": _at("outputs"),
	"related": [["project", "end"]],
	"args": {"first": min(due), "end": input.proposal.project.end, "months": thresholds.inno_outputs_tail_months.value},
} if {
	due := [output.due | some output in input.proposal.innovation.basic_research.outputs]
	min(due) > calendar.add_months(input.proposal.project.end, 0 - thresholds.inno_outputs_tail_months.value)
	min(due) <= input.proposal.project.end
}

# Others can only reproduce what they get. Controlled access is access to something under conditions.

findings contains {"code": "not_reproducible", "path": _at("reproducibility"), "args": {}} if {
	input.proposal.innovation.basic_research.reproducibility == "none"
}

findings contains {
	"code": "reproducibility_unbacked",
	"path": _at("reproducibility"),
	"related": [["opensource", "artifacts"]],
	"args": {"reproducibility": {"term": concat("_", ["reproducibility", promised])}},
} if {
	promised := input.proposal.innovation.basic_research.reproducibility
	kinds := _artifacts[promised]
	count([artifact | some artifact in input.proposal.opensource.artifacts; artifact.type in kinds]) == 0
}

_artifacts := {"open_data": {"dataset"}, "open_code": {"code", "training_code", "tool"}}

findings contains {
	"code": "access_unconditioned",
	"path": _at("reproducibility"),
	"related": [["data", "sharing", "mode"]],
	"args": {},
} if {
	input.proposal.innovation.basic_research.reproducibility == "controlled"
	not _shares
}

_shares if input.proposal.data.sharing.mode in {"open", "conditional", "restricted"}

# The claim needs something to be computed with: an item of the budget, or means that a partner brings.
findings contains {
	"code": "compute_absent",
	"path": ["finance", "items"],
	"related": [["compute", "sources"]],
	"args": {"categories": [{"term": "item_compute"}, {"term": "item_equipment"}]},
} if {
	not plans.funded({"compute", "equipment"})
}

findings contains {
	"code": "trl_late",
	"path": ["project", "trl", "current"],
	"args": {"trl": input.proposal.project.trl.current, "max": thresholds.inno_research_trl_max.value},
} if {
	input.proposal.project.trl.current > thresholds.inno_research_trl_max.value
}
