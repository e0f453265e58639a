package aiplus.checks.datasets_test

import data.aiplus.checks.datasets

_purposes := {
	"pretraining": {"purpose": ["pretrain"], "trains": true, "exempt": false, "serves": true},
	"fine-tuning and operation": {"purpose": ["operation", "finetune"], "trains": true, "exempt": false, "serves": true},
	"reinforcement": {"purpose": ["rl"], "trains": true, "exempt": false, "serves": true},
	"evaluation": {"purpose": ["eval"], "trains": false, "exempt": false, "serves": true},
	"retrieval": {"purpose": ["rag"], "trains": false, "exempt": true, "serves": true},
	"retrieval and operation": {"purpose": ["rag", "operation"], "trains": false, "exempt": true, "serves": true},
	"operation": {"purpose": ["operation"], "trains": false, "exempt": true, "serves": false},
}

test_purpose[name] if {
	some name, tc in _purposes
	got := {
		"trains": _holds({1 | datasets.trains(tc)}),
		"exempt": _holds({1 | datasets.exempt(tc)}),
		"serves": _holds({1 | datasets.serves(tc)}),
	}
	got == object.remove(tc, ["purpose"])
}

_holds(hits) := count(hits) > 0

test_dataset_without_purpose_is_not_exempt if {
	every dataset in [{"id": "D1"}, {"id": "D1", "purpose": []}] {
		not datasets.trains(dataset)
		not datasets.exempt(dataset)
		datasets.serves(dataset)
	}
}

test_name_is_the_id if datasets.name(["data", "datasets", 2], {"id": "D3"}) == "D3"

test_name_without_id_is_the_place if datasets.name(["data", "datasets", 2], {}) == 2

_judged := {
	"none": {"purposes": [], "want": set()},
	"learning before retrieval": {"purposes": [["rag"], ["finetune"], ["operation"], ["eval"]], "want": {1, 3}},
	"retrieval when nothing is learned": {"purposes": [["rag"], ["operation"]], "want": {0}},
	"nothing when all is operation": {"purposes": [["operation"]], "want": set()},
}

test_judged[name] if {
	some name, tc in _judged
	datasets.judged([{"purpose": purpose} | some purpose in tc.purposes]) == tc.want
}
