# METADATA
# title: All factors of an industry, with indicators of productivity
# description: >-
#   Several stages of the value chain change, and at least three indicators show by how much: each from a dated, documented
#   baseline to a different target in the right direction, one of them for productivity, one of them verified by others.
package aiplus.rules.inno_03

import data.aiplus.checks.evidence
import data.aiplus.checks.kpis
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.industry

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["scenarios"]

_needed contains ["scenarios", i, "value_chain"] if some i, _ in input.proposal.scenarios

_needed contains ["kpis"]

_needed contains ["kpis", i, field] if {
	some i, _ in input.proposal.kpis
	some field in [
		"name_zh", "category", "unit", "direction", "baseline", "baseline_date", "baseline_source", "target",
		"target_date", "verifier",
	]
}

_needed contains path if {
	count(input.proposal.kpis) > 0
	some path in [["meta", "submitted_on"], ["project", "start"], ["project", "end"]]
}

# A micro enterprise may begin with one.
findings contains {
	"code": "chain_short",
	"path": ["scenarios"],
	"related": [["scenarios", i, "value_chain"] | some i, _ in input.proposal.scenarios],
	"args": {"count": count(stages), "min": thresholds.inno_chain_stages_min.value},
} if {
	not flags.micro
	count(input.proposal.scenarios) > 0
	every scenario in input.proposal.scenarios {
		count(scenario.value_chain) > 0
	}
	stages := {stage | some scenario in input.proposal.scenarios; some stage in scenario.value_chain}
	count(stages) < thresholds.inno_chain_stages_min.value
}

# The same indicator twice is one.
findings contains {
	"code": "indicators_few",
	"path": ["kpis"],
	"args": {"count": count(names), "min": thresholds.inno_indicators_min.value},
} if {
	names := {object.get(kpi, "name_zh", i) | some i, kpi in input.proposal.kpis}
	count(names) > 0
	count(names) < thresholds.inno_indicators_min.value
}

findings contains {"code": "productivity_absent", "path": ["kpis"], "args": {}} if {
	_all_say("category")
	count([1 | some kpi in input.proposal.kpis; kpi.category == "productivity"]) == 0
}

findings contains {
	"code": "verified_by_nobody_else",
	"path": ["kpis"],
	"related": [["kpis", i, "verifier"] | some i, _ in input.proposal.kpis],
	"args": {"count": count(input.proposal.kpis)},
} if {
	_all_say("verifier")
	count([1 | some kpi in input.proposal.kpis; kpi.verifier in kpis.outsiders]) == 0
}

# What some leave out is reported as missing.
_all_say(field) if {
	count(input.proposal.kpis) > 0
	every kpi in input.proposal.kpis {
		kpi[field]
	}
}

findings contains object.union(object.remove(flaw, ["index", "flaw"]), {"code": flaw.flaw}) if {
	some flaw in kpis.flaws
}

# A baseline comes from a document, or from a source that can be looked up: one with a year, a sample or a number.

findings contains object.union(disagreement, {
	"code": "source_weak",
	"args": object.union(disagreement.args, {"kpi": kpis.name(i)}),
}) if {
	some i, kpi in input.proposal.kpis
	startswith(kpi.baseline_source, "EV-")
	some disagreement in evidence.weak(["kpis", i, "baseline_source"], kpi.baseline_source)
}

findings contains {
	"code": "source_vague",
	"path": ["kpis", i, "baseline_source"],
	"args": {"kpi": kpis.name(i), "source": source},
} if {
	some i, kpi in input.proposal.kpis
	source := kpi.baseline_source
	source != ""
	not text.has_number(source)
}
