# METADATA
# title: Completeness of model openness
# description: >-
#   Weights come with a model card and a published evaluation. Whoever claims the Open Source AI Definition or a class of
#   the Model Openness Framework publishes what that takes, on open terms.
package aiplus.rules.open_04

import data.aiplus.checks.evidence
import data.aiplus.checks.licences
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.openw

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

# To claim nothing is a statement, too.
_needed contains ["opensource", "openness", field] if some field in ["osaid_claim", "mof_class"]

_needed contains ["models"]

_needed contains ["models", i, "card"] if some i, _ in _with_weights

_needed contains ["opensource", "artifacts", i, field] if {
	input.proposal.opensource.openness.osaid_claim
	some i, _ in input.proposal.opensource.artifacts
	some field in ["type", "licence_spdx"]
}

# Behind an interface of somebody else there are no weights to release.
_with_weights[i] := model if {
	some i, model in input.proposal.models
	not _interface(model)
}

_interface(model) if model.origin == "third_party_api"

findings contains object.union(disagreement, {"code": "card_weak"}) if {
	some i, model in _with_weights
	some disagreement in evidence.weak(["models", i, "card"], model.card)
}

_types := {artifact.type | some artifact in input.proposal.opensource.artifacts}

findings contains {
	"code": "not_evaluated",
	"path": ["opensource", "artifacts"],
	"related": [path | some path in flags.because.openw],
	"args": {"needed": [{"term": "artifact_eval_code"}, {"term": "artifact_benchmark"}]},
} if {
	not _evaluated
}

_evaluated if count(_types & {"eval_code", "benchmark"}) > 0

# Documents can hold the results, when there are any yet.
_evaluated if {
	"docs" in _types
	some model in input.proposal.models
	some measured in model.evals
	measured.value
}

# Claims.

# Each group can be met by any of its types; the first one names it.
_osaid := {["data_information", "dataset"], ["training_code", "code"], ["weights"]}

_class_three := {["weights"], ["docs", "data_information"]}

_class_two := _class_three | {["training_code"], ["eval_code"], ["code", "tool"]}

_classes := {"III": _class_three, "II": _class_two, "I": (_class_two | {["dataset"], ["docs"]})}

_absent(groups) := {{"term": concat("_", ["artifact", group[0]])} |
	some group in groups
	count({type | some type in group} & _types) == 0
}

findings contains {
	"code": "osaid_incomplete",
	"path": ["opensource", "openness", "osaid_claim"],
	"related": [["opensource", "artifacts"]],
	"args": {"absent": [term | some term in _absent(_osaid)]},
} if {
	input.proposal.opensource.openness.osaid_claim
	count(_absent(_osaid)) > 0
}

findings contains {
	"code": "osaid_terms",
	"path": ["opensource", "openness", "osaid_claim"],
	"related": [["opensource", "artifacts", i, "licence_spdx"]],
	"args": {
		"artifact": object.get(artifact, "id", i + 1),
		"type": {"term": concat("_", ["artifact", artifact.type])},
		"licence": artifact.licence_spdx,
	},
} if {
	input.proposal.opensource.openness.osaid_claim
	some i, artifact in input.proposal.opensource.artifacts
	licences.openness(artifact.licence_spdx, artifact.type) != "open"
}

findings contains {
	"code": "class_incomplete",
	"path": ["opensource", "openness", "mof_class"],
	"related": [["opensource", "artifacts"]],
	"args": {"class": class, "absent": [term | some term in absent]},
} if {
	class := input.proposal.opensource.openness.mof_class
	absent := _absent(_classes[class])
	count(absent) > 0
}
