# METADATA
# title: Labels of generated content
# description: >-
#   What models put out against the kinds of content that are labelled where people see them. A notice in the user
#   interface labels no content (X-MODAL).
# custom:
#   title_zh: 生成内容标识
#   description_zh: 模型输出的内容类型，与在展示处加标识的类型是否一致。界面上的提示不算给内容加标识（X-MODAL）。
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
