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

test_uncovered_without_models if labels.uncovered(["explicit"], []) == set() with input.proposal as {}
