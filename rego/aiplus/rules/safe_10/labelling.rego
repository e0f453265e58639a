# METADATA
# title: Labelling of AI-generated content
# description: >-
#   Every kind of content that a public generative service puts out carries a label that people see and one in the file,
#   by the mandatory standard, also after it was exported, and what went out without a label is logged for six months.
package aiplus.rules.safe_10

import data.aiplus.checks.labels
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if {
	flags.public
	flags.genai
}

_at(field) := ["safety", "labelling", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in ["explicit", "implicit", "on_export", "standard", "log_days"]
}

# Without knowing what comes out nobody can say that it is labelled.

_needed contains ["models", i, "output_modalities"] if some i, _ in input.proposal.models

_needed contains ["models", i, "output_modalities", j] if {
	some i, model in input.proposal.models
	some j, _ in model.output_modalities
}

findings contains object.union(disagreement, {"code": "modality_unlabelled"}) if {
	explicit := input.proposal.safety.labelling.explicit
	count(explicit) > 0
	some disagreement in labels.uncovered(_at("explicit"), explicit)
}

findings contains {"code": "implicit_off", "path": _at("implicit"), "args": {}} if {
	input.proposal.safety.labelling.implicit == false
}

findings contains {"code": "lost_on_export", "path": _at("on_export"), "args": {}} if {
	input.proposal.safety.labelling.on_export == false
}

findings contains {"code": "standard_other", "path": _at("standard"), "args": {}} if {
	input.proposal.safety.labelling.standard == "other"
}

findings contains {
	"code": "log_short",
	"path": _at("log_days"),
	"args": {"days": days, "min": needed},
} if {
	days := input.proposal.safety.labelling.log_days
	needed := thresholds.labelling_log_days_min.value
	days < needed
}
