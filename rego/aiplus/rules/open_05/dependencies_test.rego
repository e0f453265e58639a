package aiplus.rules.open_05_test

import data.aiplus.rules.open_05 as rule

_dependency(name, licence, use) := {"name": name, "licence_spdx": licence, "use": use}

_base_entry := _dependency("RT-DETR", "Apache-2.0", "weights_base")

_libraries := [_dependency("PyTorch", "BSD-3-Clause", "linked"), _dependency("ONNX Runtime", "MIT", "linked")]

_model := {"id": "M1", "origin": "fine_tuned", "base_model": {"name": "RT-DETR-R18", "licence": "Apache-2.0"}}

_item(id, kind) := {"id": id, "kind": kind, "issuer": "某单位", "issued_on": "2026-09-01", "sha256": id, "number": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"opensource": {"strategy": "closed", "dependencies": array.concat([_base_entry], _libraries)},
	"models": [_model],
	"evidence": [_item("EV-01", "report"), _item("EV-02", "contract")],
}

_with(edit) := object.union(_base, edit)

_without(path) := json.remove(_base, [path])

_dependencies(list) := _with({"opensource": {"dependencies": list}})

_more(dependency) := _dependencies(array.concat([_base_entry, dependency], _libraries))

_based(licence) := object.union(
	_dependencies(array.concat([_dependency("RT-DETR", licence, "weights_base")], _libraries)),
	{"models": [object.union(_model, {"base_model": {"licence": licence}})]},
)

_income := {"finance": {"cashflow": [{"year": 2028, "income_cny_wan": 60, "opex_cny_wan": 52}]}}

_research := {"project": {"stage": "research"}}

_open(type, licence) := {"opensource": {"strategy": "open", "artifacts": [{"id": "A1", "type": type, "licence_spdx": licence}]}}

_open_data := {"data": {"datasets": [{"id": "D1", "source": "open_licence", "purpose": ["finetune"]}]}}

_by_interface := {"models": [{
	"id": "M2",
	"origin": "third_party_api",
	"base_model": {"name": "星河-API", "licence": "Apache-2.0"},
}]}

_passing := {
	"a closed project": _base,
	"with income": _with(_income),
	"the base is called the same": _with({"models": [object.union(_model, {"base_model": {"name": "rt-detr"}})]}),
	"the base is called less than in the list": _with({"models": [object.union(_model, {"base_model": {"name": "DETR"}})]}),
	"weights beside an interface": object.union(
		object.union(
			_dependencies(array.concat(
				[_base_entry, _dependency("星河", "CC-BY-SA-4.0", "service")],
				_libraries,
			)),
			_open("weights", "Apache-2.0"),
		),
		{"models": [_model, {
			"id": "M2",
			"origin": "third_party_api",
			"base_model": {"name": "星河-API", "licence": "CC-BY-SA-4.0"},
		}]},
	),
	"an interface under a contract": object.union(
		_dependencies(array.concat([_dependency("星河", "LicenseRef-contract-EV-02", "service")], _libraries)),
		{"models": [{
			"id": "M1",
			"origin": "third_party_api",
			"base_model": {"name": "星河-API", "licence": "LicenseRef-contract-EV-02"},
		}]},
	),
	"an approved licence that the table does not know": _based("EPL-2.0"),
	"trained from nothing": _with({"models": [{"id": "M1", "origin": "self_trained"}]}),
	"open data that is listed": object.union(_more(_dependency("ImageNet-CN", "CC-BY-4.0", "data")), _open_data),
	"open data that is only looked up": _with({"data": {"datasets": [{"source": "open_licence", "purpose": ["rag"]}]}}),
	"a base that may not be sold, without income": object.union(_based("CC-BY-NC-4.0"), _research),
	"a base that may not be changed, unchanged": object.union(
		_based("CC-BY-ND-4.0"),
		{"models": [{
			"id": "M1",
			"origin": "third_party_weights",
			"base_model": {"name": "RT-DETR", "licence": "CC-BY-ND-4.0"},
		}]},
	),
	"copyleft released alike": object.union(_more(_dependency("librt", "GPL-3.0-only", "linked")), _open("tool", "GPL-3.0-only")),
	"AGPL behind the project's own doors": _more(_dependency("librt", "AGPL-3.0-only", "linked")),
	"AGPL in research": object.union(_more(_dependency("librt", "AGPL-3.0-only", "linked")), object.union(_income, _research)),
	"weights under the licence of their base": object.union(_based("Apache-2.0"), _open("weights", "Apache-2.0")),
	"weights that may come from another model": object.union(
		object.union(_based("CC-BY-SA-4.0"), _open("weights", "Apache-2.0")),
		{"models": [
			object.union(_model, {"base_model": {"licence": "CC-BY-SA-4.0"}}),
			{"id": "M2", "origin": "self_trained"},
		]},
	),
	"in operation, with an SBOM": _with({
		"project": {"stage": "deployment"},
		"safety": {"supply_chain": {"sbom": "EV-01"}},
	}),
	"a base listed as changed": _dependencies(array.concat([_dependency("RT-DETR", "Apache-2.0", "modified")], _libraries)),
	"a base listed under two licences, one of them the model's": _more(_dependency("RT-DETR-R18", "MIT", "weights_base")),
	"data listed, so that nobody asks where other data come from": object.union(
		_more(_dependency("ImageNet-CN", "CC-BY-4.0", "data")),
		{"data": {"datasets": [{"id": "D1"}]}},
	),
	"an SBOM that is not listed, before anything is in operation": _with({"safety": {"supply_chain": {"sbom": "EV-99"}}}),
	"a library that may not be changed, only linked": _more(_dependency("librt", "CC-BY-ND-4.0", "linked")),
	"a tool on wider terms than the base of the model": object.union(_based("CC-BY-SA-4.0"), _open("tool", "Apache-2.0")),
	"weights that may come from a freer base": object.union(
		object.union(_more(_dependency("星河", "CC-BY-SA-4.0", "weights_base")), _open("weights", "Apache-2.0")),
		{"models": [_model, {
			"id": "M2",
			"origin": "third_party_weights",
			"base_model": {"name": "星河", "licence": "CC-BY-SA-4.0"},
		}]},
	),
	"weights, though the only model is behind an interface": object.union(
		object.union(_more(_dependency("星河", "Apache-2.0", "service")), _open("weights", "Apache-2.0")),
		_by_interface,
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_applies[name] if {
	some name, proposal in {
		"a model": {"project": {"type": "dataset"}, "models": [_model]},
		"open data": {"project": {"type": "dataset"}, "opensource": {"strategy": "open"}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply_to_a_closed_facility if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}, "opensource": {"strategy": "not_applicable"}}
}

# Data without a model: there is no model to ask for.
test_passes_without_a_model if {
	proposal := object.union(
		json.remove(_dependencies(array.concat([_dependency("librt", "MIT", "linked")], _libraries)), ["models"]),
		{"project": {"type": "dataset"}},
	)
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"dependencies": {"proposal": _without("opensource/dependencies"), "want": {["opensource", "dependencies"]}},
	"dependencies in an empty list": {"proposal": _dependencies([]), "want": {["opensource", "dependencies"]}},
	"a name": {
		"proposal": _without("opensource/dependencies/1/name"),
		"want": {["opensource", "dependencies", 1, "name"]},
	},
	"a licence": {
		"proposal": _without("opensource/dependencies/1/licence_spdx"),
		"want": {["opensource", "dependencies", 1, "licence_spdx"]},
	},
	"a use": {
		"proposal": _without("opensource/dependencies/1/use"),
		"want": {["opensource", "dependencies", 1, "use"]},
	},
	"models": {"proposal": _without("models"), "want": {["models"]}},
	"the origin of a model": {
		"proposal": _without("models/0/origin"),
		"want": {["models", 0, "origin"]},
	},
	"the licence of a base": {
		"proposal": _without("models/0/base_model/licence"),
		"want": {["models", 0, "base_model", "licence"]},
	},
	"the name of a base": {
		"proposal": _without("models/0/base_model/name"),
		"want": {["models", 0, "base_model", "name"]},
	},
	"artifacts of an open project": {
		"proposal": _with({"opensource": {"strategy": "open"}}),
		"want": {["opensource", "artifacts"]},
	},
	"the type of an artifact": {
		"proposal": json.remove(_with(_open("tool", "MIT")), ["opensource/artifacts/0/type"]),
		"want": {["opensource", "artifacts", 0, "type"]},
	},
	"the licence of an artifact": {
		"proposal": json.remove(_with(_open("tool", "MIT")), ["opensource/artifacts/0/licence_spdx"]),
		"want": {["opensource", "artifacts", 0, "licence_spdx"]},
	},
	"the source of data": {
		"proposal": _with({"data": {"datasets": [{"purpose": ["finetune"]}]}}),
		"want": {["data", "datasets", 0, "source"]},
	},
	"the purpose of data": {
		"proposal": _with({"data": {"datasets": [{"source": "open_licence"}]}}),
		"want": {["data", "datasets", 0, "purpose"]},
	},
	"the licence of a base that says it is none": {
		"proposal": _with({"models": [{"id": "M1", "origin": "self_trained", "base_model": {"name": "RT-DETR"}}]}),
		"want": {["models", 0, "base_model", "licence"]},
	},
	"the stage": {"proposal": _without("project/stage"), "want": {["project", "stage"]}},
	"an SBOM at deployment": {
		"proposal": _with({"project": {"stage": "deployment"}}),
		"want": {["safety", "supply_chain", "sbom"]},
	},
	"an SBOM at scaling": {
		"proposal": _with({"project": {"stage": "scaling"}}),
		"want": {["safety", "supply_chain", "sbom"]},
	},
	"everything about the base of other people's weights": {
		"proposal": _with({"models": [{"id": "M1", "origin": "third_party_weights"}]}),
		"want": {["models", 0, "base_model", "name"], ["models", 0, "base_model", "licence"]},
	},
	"everything about the base behind an interface": {
		"proposal": _with({"models": [{"id": "M1", "origin": "third_party_api"}]}),
		"want": {["models", 0, "base_model", "name"], ["models", 0, "base_model", "licence"]},
	},
	"dependencies, where open data are used": {
		"proposal": object.union(_dependencies([]), _open_data),
		"want": {["opensource", "dependencies"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"two dependencies": {"proposal": _dependencies([_base_entry, _libraries[0]]), "want": {"dependencies_few"}},
	"one of three twice": {
		"proposal": _dependencies([_base_entry, _libraries[0], _dependency("pytorch", "BSD-3-Clause", "linked")]),
		"want": {"dependencies_few"},
	},
	"a base that is not listed": {
		"proposal": _dependencies(array.concat([_dependency("librt", "MIT", "linked")], _libraries)),
		"want": {"base_unlisted"},
	},
	"a base listed under another licence": {
		"proposal": _with({"models": [object.union(_model, {"base_model": {"licence": "MIT"}})]}),
		"want": {"base_licence_differs"},
	},
	"open data that is not listed": {"proposal": _with(_open_data), "want": {"data_unlisted"}},
	"a licence in a phrase": {"proposal": _more(_dependency("librt", "免费", "linked")), "want": {"licence_unreadable"}},
	"a contract that is not there": {
		"proposal": _more(_dependency("librt", "LicenseRef-contract-EV-99", "linked")),
		"want": {"licence_contract"},
	},
	"a base under a contract that is a report": {
		"proposal": _based("LicenseRef-contract-EV-01"),
		"want": {"licence_contract"},
	},
	"a base under a community licence": {"proposal": _based("LicenseRef-community"), "want": {"base_licence_unknown"}},
	"a base under an id that is no open licence": {"proposal": _based("BUSL-1.1"), "want": {"base_licence_unknown"}},
	"a base that may not be sold": {"proposal": object.union(_based("CC-BY-NC-4.0"), _income), "want": {"licence_forbids"}},
	"a base that may not be changed": {"proposal": _based("CC-BY-ND-4.0"), "want": {"licence_forbids"}},
	"data that may not be sold": {
		"proposal": object.union(_more(_dependency("ImageNet-CN", "CC-BY-NC-4.0", "data")), _income),
		"want": {"licence_forbids"},
	},
	"a library that may not be changed": {
		"proposal": _more(_dependency("librt", "CC-BY-ND-4.0", "modified")),
		"want": {"licence_forbids"},
	},
	"copyleft in a permissive release": {
		"proposal": object.union(_more(_dependency("librt", "GPL-3.0-only", "linked")), _open("tool", "Apache-2.0")),
		"want": {"copyleft_linked"},
	},
	"AGPL in a paid service without source": {
		"proposal": object.union(_more(_dependency("librt", "AGPL-3.0-only", "linked")), _income),
		"want": {"hosted_without_source"},
	},
	"AGPL in a public service without source": {
		"proposal": object.union(
			_more(_dependency("librt", "AGPL-3.0-only", "modified")),
			{"scenarios": [{"public_facing": true}]},
		),
		"want": {"hosted_without_source"},
	},
	"weights wider than their base": {
		"proposal": object.union(_based("CC-BY-SA-4.0"), _open("weights", "Apache-2.0")),
		"want": {"weights_wider"},
	},
	"an SBOM that is not listed": {
		"proposal": _with({
			"project": {"stage": "deployment"},
			"safety": {"supply_chain": {"sbom": "EV-99"}},
		}),
		"want": {"sbom_weak"},
	},
	"the base and nothing else": {"proposal": _dependencies([_base_entry]), "want": {"dependencies_few"}},
	"one library and nothing else": {
		"proposal": _dependencies([_libraries[0]]),
		"want": {"dependencies_few", "base_unlisted"},
	},
	"open data beside the base and nothing else": {
		"proposal": object.union(_dependencies([_base_entry]), _open_data),
		"want": {"dependencies_few", "data_unlisted"},
	},
	"a base that is listed as a library": {
		"proposal": _dependencies(array.concat([_dependency("RT-DETR", "Apache-2.0", "linked")], _libraries)),
		"want": {"base_unlisted"},
	},
	"a base that is not the one listed": {
		"proposal": _dependencies(array.concat([_dependency("星河", "Apache-2.0", "service")], _libraries)),
		"want": {"base_unlisted"},
	},
	"a base listed twice, under another licence and under none": {
		"proposal": _dependencies(array.concat(
			[_dependency("RT-DETR", "MIT", "weights_base"), {"name": "RT-DETR-R18", "use": "modified"}],
			_libraries,
		)),
		"want": {"missing", "base_licence_differs"},
	},
	"weights wider than their base, beside an interface on any terms": {
		"proposal": object.union(
			object.union(
				_dependencies(array.concat(
					[_dependency("RT-DETR", "CC-BY-SA-4.0", "weights_base"), _dependency("星河", "Apache-2.0", "service")],
					_libraries,
				)),
				_open("weights", "Apache-2.0"),
			),
			{"models": array.concat(
				[object.union(_model, {"base_model": {"licence": "CC-BY-SA-4.0"}})],
				_by_interface.models,
			)},
		),
		"want": {"weights_wider"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

# The base is judged where the model names it and where it is listed.
test_says_what_is_forbidden_and_why if {
	found := rule.findings with input.proposal as object.union(_based("CC-BY-NC-4.0"), _income)
	{[f.path, f.related, f.args] | some f in found} == {
		[
			["models", 0, "base_model", "licence"],
			[["finance", "cashflow", 0, "income_cny_wan"]],
			{"name": "RT-DETR-R18", "licence": "CC-BY-NC-4.0", "forbids": [{"term": "licence_noncommercial"}]},
		],
		[
			["opensource", "dependencies", 0, "licence_spdx"],
			[["finance", "cashflow", 0, "income_cny_wan"]],
			{"name": "RT-DETR", "licence": "CC-BY-NC-4.0", "forbids": [{"term": "licence_noncommercial"}]},
		],
	}
}

test_weights_show_every_base if {
	found := rule.findings with input.proposal as object.union(_based("CC-BY-NC-SA-4.0"), _open("weights", "Apache-2.0"))
	{[f.related, f.args] | some f in found} == {[
		[["models", 0, "base_model", "licence"]],
		{
			"licence": "Apache-2.0",
			"bases": ["CC-BY-NC-SA-4.0"],
			"forbids": [{"term": "licence_noncommercial"}, {"term": "licence_share_alike"}],
		},
	]}
}

# Base, list and licence: each of the places where a contract is named has to be put right.
test_a_contract_is_named_in_both_places if {
	found := rule.findings with input.proposal as _based("LicenseRef-contract-EV-01")
	{[f.code, f.path] | some f in found} == {
		["licence_contract", ["models", 0, "base_model", "licence"]],
		["licence_contract", ["opensource", "dependencies", 0, "licence_spdx"]],
	}
}

# Fine-tuning changes the weights it starts from. That the service is sold is no reason here.
test_fine_tuning_changes_the_base[name] if {
	some name, others in {"alone": [], "beside a model that is not tuned": [{"id": "M2", "origin": "self_trained"}]}
	proposal := object.union(_based("CC-BY-ND-4.0"), _income)
	models := array.concat(proposal.models, others)
	found := rule.findings with input.proposal as object.union(proposal, {"models": models})
	{[f.code, f.path, f.related, f.args.forbids] | some f in found} == {
		["licence_forbids", ["models", 0, "base_model", "licence"], [], [{"term": "licence_no_derivatives"}]],
		["licence_forbids", ["opensource", "dependencies", 0, "licence_spdx"], [], [{"term": "licence_no_derivatives"}]],
	}
}

test_open_data_that_are_not_listed_are_named if {
	found := rule.findings with input.proposal as _with({"data": {"datasets": [
		{"id": "D1", "source": "self_collected", "purpose": ["finetune"]},
		{"id": "D2", "source": "open_licence", "purpose": ["finetune"]},
	]}})
	{[f.code, f.related, f.args] | some f in found} == {["data_unlisted", [["data", "datasets", 1, "source"]], {"datasets": ["D2"]}]}
}

# What has no name or id is called by its place, counted from one.
test_what_has_no_name_is_called_by_its_place if {
	proposal := _with({
		"opensource": {"dependencies": array.concat([_base_entry, {"licence_spdx": "免费", "use": "linked"}], _libraries)},
		"models": [_model, {"origin": "third_party_weights", "base_model": {"name": "RT-DETR", "licence": "BUSL-1.1"}}],
	})
	found := rule.findings with input.proposal as proposal
	{f.args.dependency | some f in found; f.code == "licence_unreadable"} == {2}
	{f.args.model | some f in found; f.code == "base_licence_unknown"} == {2}
}
