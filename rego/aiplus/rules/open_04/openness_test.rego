package aiplus.rules.open_04_test

import data.aiplus.rules.open_04 as rule

_card := {"id": "EV-01", "kind": "report", "issuer": "某单位", "issued_on": "2026-10-09", "sha256": "01"}

_model := {"id": "M1", "origin": "fine_tuned", "card": "EV-01"}

_artifact(type) := {"id": type, "type": type, "licence_spdx": "Apache-2.0"}

_published(types) := [_artifact(type) | some type in types]

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"opensource": {
		"strategy": "open",
		"artifacts": _published(["weights", "eval_code"]),
		"openness": {"osaid_claim": false, "mof_class": "none"},
	},
	"models": [_model],
	"evidence": [_card],
}

_with(edit) := object.union(_base, edit)

_publishing(types) := _with({"opensource": {"artifacts": _published(types)}})

_claiming(claim, types) := object.union(_publishing(types), {"opensource": {"openness": claim}})

_measured := {"models": [object.union(_model, {"evals": [{"target": 90}, {"value": 88.3}]})]}

_osaid := {"osaid_claim": true}

_three := ["weights", "docs", "eval_code"]

_two := array.concat(_three, ["training_code", "code"])

_one := array.concat(_two, ["dataset"])

_passing := {
	"weights with evaluation code": _base,
	"weights with a benchmark": _publishing(["weights", "benchmark"]),
	"results in documents": object.union(_publishing(["weights", "docs"]), _measured),
	"a model behind an interface has no card to show": _with({"models": [_model, {"id": "M2", "origin": "third_party_api"}]}),
	"the definition": _claiming(_osaid, ["weights", "eval_code", "code", "data_information"]),
	"the definition, with the data themselves": object.union(
		_claiming(_osaid, []),
		{"opensource": {"artifacts": array.concat(
			_published(["weights", "eval_code", "training_code"]),
			[{"id": "A9", "type": "dataset", "licence_spdx": "CC0-1.0"}],
		)}},
	),
	"class III": _claiming({"mof_class": "III"}, _three),
	"class II": _claiming({"mof_class": "II"}, _two),
	"class I": _claiming({"mof_class": "I"}, _one),
	"more than class III asks": _claiming({"mof_class": "III"}, _one),
	"no claim, so that nobody asks for the terms": _with({"opensource": {"artifacts": array.concat(
		_published(["weights", "eval_code"]),
		[{"id": "A9"}],
	)}}),
	"results of one model of two in documents": object.union(
		_publishing(["weights", "docs"]),
		{"models": array.concat(_measured.models, [_model])},
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies_to_open_weights if {
	rule.applies with input.proposal as _base
}

test_does_not_apply[name] if {
	some name, proposal in {
		"without weights": _publishing(["code"]),
		"to a closed project": _with({"opensource": {"strategy": "closed"}}),
	}
	got := rule.applies with input.proposal as proposal
	got == false
}

_missing := {
	"the claim": {"path": "opensource/openness/osaid_claim", "want": ["opensource", "openness", "osaid_claim"]},
	"the class": {"path": "opensource/openness/mof_class", "want": ["opensource", "openness", "mof_class"]},
	"models": {"path": "models", "want": ["models"]},
	"the card": {"path": "models/0/card", "want": ["models", 0, "card"]},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as json.remove(_base, [tc.path])
	got := {[f.code, f.path] | some f in found}
	got == {["missing", tc.want]}
}

test_fails_without_terms[field] if {
	some field in ["type", "licence_spdx"]
	claimed := _claiming(_osaid, ["weights", "eval_code", "code", "data_information", "docs"])
	found := rule.findings with input.proposal as json.remove(claimed, [concat("/", ["opensource/artifacts/4", field])])
	got := {[f.code, f.path] | some f in found}
	got == {["missing", ["opensource", "artifacts", 4, field]]}
}

_failing := {
	"weights alone": {"proposal": _publishing(["weights"]), "want": {"not_evaluated"}},
	"documents without results": {"proposal": _publishing(["weights", "docs"]), "want": {"not_evaluated"}},
	"a card that is not listed": {"proposal": json.remove(_base, ["evidence"]), "want": {"card_weak"}},
	"the definition without information about the data": {
		"proposal": _claiming(_osaid, ["weights", "eval_code", "code"]),
		"want": {"osaid_incomplete"},
	},
	"the definition without code": {
		"proposal": _claiming(_osaid, ["weights", "eval_code", "data_information"]),
		"want": {"osaid_incomplete"},
	},
	"the definition with weights that may not be sold": {
		"proposal": object.union(_claiming(_osaid, []), {"opensource": {"artifacts": array.concat(
			_published(["eval_code", "code", "data_information"]),
			[{"type": "weights", "licence_spdx": "CC-BY-NC-4.0"}],
		)}}),
		"want": {"osaid_terms"},
	},
	"class III without a card": {
		"proposal": _claiming({"mof_class": "III"}, ["weights", "eval_code"]),
		"want": {"class_incomplete"},
	},
	"results, and no documents to hold them": {
		"proposal": object.union(_publishing(["weights"]), _measured),
		"want": {"not_evaluated"},
	},
	"documents and targets": {
		"proposal": object.union(
			_publishing(["weights", "docs"]),
			{"models": [object.union(_model, {"evals": [{"target": 90}]})]},
		),
		"want": {"not_evaluated"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

# What each class takes, and so what it lacks without one of its parts.
_parts := {
	"II": {"training_code": "artifact_training_code", "code": "artifact_code"},
	"I": {"dataset": "artifact_dataset"},
}

test_class_names_what_is_absent[class] if {
	some class, parts in _parts
	every type, term in parts {
		proposal := _claiming({"mof_class": class}, [published | some published in _one; published != type])
		found := rule.findings with input.proposal as proposal
		{f.args | some f in found} == {{"class": class, "absent": [{"term": term}]}}
	}
}

test_class_one_asks_for_documents_too if {
	proposal := _claiming({"mof_class": "I"}, ["weights", "data_information", "eval_code", "training_code", "tool", "dataset"])
	found := rule.findings with input.proposal as proposal
	{f.args.absent | some f in found} == {[{"term": "artifact_docs"}]}
}

test_calls_an_artifact_without_an_id_by_its_place if {
	found := rule.findings with input.proposal as _failing["the definition with weights that may not be sold"].proposal
	{f.args | some f in found} == {{"artifact": 4, "type": {"term": "artifact_weights"}, "licence": "CC-BY-NC-4.0"}}
}
