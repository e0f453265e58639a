# METADATA
# title: Labels of generated content
# description: >-
#   What models put out against the kinds of content that are labelled where people see them. A notice in the user
#   interface labels no content (X-MODAL).
package aiplus.checks.labels

# METADATA
# description: >-
#   A disagreement for each kind of content that some model puts out and no explicit label covers; args modality. The
#   path is that of the labels.
uncovered(path, labels) := {{
	"path": path,
	"related": [["models", i, "output_modalities"] |
		some i, model in input.proposal.models
		modality in model.output_modalities
	],
	"args": {"modality": {"term": concat("_", ["modality", modality])}},
} |
	some modality in {output | some model in input.proposal.models; some output in model.output_modalities}
	modality in {"text", "image", "audio", "video"}
	not modality in labels
}
