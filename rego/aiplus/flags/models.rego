package aiplus.flags

import data.aiplus.thresholds

# A model. Only three types of project can do without one.

default model := false

model if count(because.model) > 0

because.model contains ["models"] if count(input.proposal.models) > 0

because.model contains ["project", "type"] if not _without_model

_without_model if input.proposal.project.type in {"dataset", "compute_facility", "pilot_base"}

# Generative. What a model puts out decides; a small one may recognise speech or text without being generative. The size
# left unsaid is no proof of being small.

default genai := false

genai if count(because.genai) > 0

because.genai contains ["models", i, "generative"] if {
	some i, model in input.proposal.models
	model.generative
}

because.genai contains ["models", i, "output_modalities"] if {
	some i, model in input.proposal.models
	count(_content(model)) > 0
}

because.genai contains guard.path if some guard in _genai_guards

_genai_guards contains {
	"flag": "genai",
	"code": "generative_denied",
	"path": ["models", i, "generative"],
	"related": [["models", i, "output_modalities"]],
	"args": {"outputs": [{"term": concat("_", ["modality", output])} | some output in outputs]},
} if {
	some i, model in input.proposal.models
	model.generative == false
	outputs := _content(model) - {"code"}
	count(outputs) > 0
}

_content(model) := {output |
	object.get(model, "params_b", thresholds.genai_params_b_min.value) >= thresholds.genai_params_b_min.value
	some output in model.output_modalities
	output in {"text", "image", "audio", "video", "code"}
}

# Services that rank or recommend by algorithm.

default recsys := false

recsys if count(because.recsys) > 0

because.recsys contains ["models", i, "recommender"] if {
	some i, model in input.proposal.models
	model.recommender
}

# Agents: systems that act, however much a person still looks on.

default agent := false

agent if count(because.agent) > 0

because.agent contains ["scenarios", i, "autonomy_level"] if {
	some i, scenario in input.proposal.scenarios
	scenario.autonomy_level >= thresholds.agent_autonomy_min.value
}

because.agent contains ["models", i, "output_modalities"] if {
	some i, model in input.proposal.models
	"action" in model.output_modalities
}
