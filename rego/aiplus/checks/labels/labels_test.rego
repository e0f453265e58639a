package aiplus.checks.labels_test

import data.aiplus.checks.labels

_models := [
	{"id": "M1", "output_modalities": ["text", "audio"]},
	{"id": "M2", "output_modalities": ["score", "action", "code"]},
	{"id": "M3", "output_modalities": ["text"]},
	{"id": "M4"},
]

test_uncovered[name] if {
	some name, tc in {
		"all": {"labels": ["text", "audio"], "want": {}},
		"more than all": {"labels": ["text", "audio", "video", "ui"], "want": {}},
		"one": {"labels": ["text", "ui"], "want": {"modality_audio": [["models", 0, "output_modalities"]]}},
		"the interface alone": {"labels": ["ui"], "want": {
			"modality_audio": [["models", 0, "output_modalities"]],
			"modality_text": [["models", 0, "output_modalities"], ["models", 2, "output_modalities"]],
		}},
	}
	found := labels.uncovered(["explicit"], tc.labels) with input.proposal.models as _models
	every d in found {
		d.path == ["explicit"]
	}
	{d.args.modality.term: d.related | some d in found} == tc.want
}

# What is not labelled where people see it is not labelled: of every kind that people see or hear.
test_uncovered_kinds if {
	found := labels.uncovered(["explicit"], ["ui"]) with input.proposal.models as [{"output_modalities": ["text", "image", "audio", "video", "code", "score", "action"]}]
	{d.args.modality.term | some d in found} == {"modality_text", "modality_image", "modality_audio", "modality_video"}
}

test_uncovered_without_models if labels.uncovered(["explicit"], []) == set() with input.proposal as {}
