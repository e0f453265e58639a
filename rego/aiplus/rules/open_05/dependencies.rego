# METADATA
# title: Dependency and licence compatibility
# description: >-
#   Base models, open data and key libraries are listed with licence and use, and what their licences ask agrees with what
#   the project does with them: sell a service, change them, release code and weights. What is in operation has a list of
#   its parts (SBOM).
package aiplus.rules.open_05

import data.aiplus.checks.datasets
import data.aiplus.checks.evidence
import data.aiplus.checks.licences
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.open

applies if flags.model

_section := ["opensource", "dependencies"]

_at(i, field) := ["opensource", "dependencies", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.opensource.dependencies
	some field in ["name", "licence_spdx", "use"]
}

_needed contains ["models"] if flags.model

_needed contains ["models", i, "origin"] if some i, _ in input.proposal.models

_needed contains ["models", i, "base_model", field] if {
	some i, _ in _with_base
	some field in ["name", "licence"]
}

# What goes out, against which the licences of what comes in are held.
_needed contains ["opensource", "artifacts"] if flags.open

_needed contains ["opensource", "artifacts", i, field] if {
	some i, _ in input.proposal.opensource.artifacts
	some field in ["type", "licence_spdx"]
}

# Whether data come from others, where none are listed.
_needed contains ["data", "datasets", i, field] if {
	not _lists_data
	some i, _ in input.proposal.data.datasets
	some field in ["source", "purpose"]
}

# From the stage of deployment on there is an SBOM; so the stage has to be known.
_needed contains ["project", "stage"]

_needed contains _sbom if _deployed

_sbom := ["safety", "supply_chain", "sbom"]

_deployed if input.proposal.project.stage in {"deployment", "scaling"}

_with_base[i] := model if {
	some i, model in input.proposal.models
	model.origin in {"fine_tuned", "third_party_weights", "third_party_api"}
}

_with_base[i] := model if {
	some i, model in input.proposal.models
	model.base_model.name
}

findings contains object.union(disagreement, {"code": "sbom_weak"}) if {
	_deployed
	some disagreement in evidence.weak(_sbom, input.proposal.safety.supply_chain.sbom)
}

# The list.

# The same thing twice is one dependency.
findings contains {
	"code": "dependencies_few",
	"path": _section,
	"args": {"count": count(names), "min": needed},
} if {
	count(input.proposal.opensource.dependencies) > 0
	every dependency in input.proposal.opensource.dependencies {
		dependency.name
	}
	names := {lower(dependency.name) | some dependency in input.proposal.opensource.dependencies}
	needed := thresholds.open_dependencies_min.value
	count(names) < needed
}

findings contains {
	"code": "base_unlisted",
	"path": _section,
	"related": [["models", i, "base_model", "name"]],
	"args": {"model": _model(i), "base": model.base_model.name},
} if {
	count(input.proposal.opensource.dependencies) > 0
	some i, model in _with_base
	model.base_model.name
	count(_entries(model)) == 0
}

# One licence for the same base in both places.
findings contains {
	"code": "base_licence_differs",
	"path": ["models", i, "base_model", "licence"],
	"related": [_at(j, "licence_spdx") | some j, _ in licensed],
	"args": {
		"model": _model(i),
		"licence": model.base_model.licence,
		"listed": [licence | some licence in {entry.licence_spdx | some entry in licensed}],
	},
} if {
	some i, model in _with_base
	model.base_model.licence
	licensed := {j: entry | some j, entry in _entries(model); entry.licence_spdx}
	count(licensed) > 0
	every entry in licensed {
		lower(entry.licence_spdx) != lower(model.base_model.licence)
	}
}

# Dependencies that are the base of a model. The names need not be the same to the letter: RT-DETR-R18 is an RT-DETR.
_entries(model) := {j: dependency |
	base := lower(model.base_model.name)
	some j, dependency in input.proposal.opensource.dependencies
	dependency.use in {"weights_base", "modified", "service"}
	_alike(lower(dependency.name), base)
}

_alike(name, base) if contains(base, name)

_alike(name, base) if contains(name, base)

findings contains {
	"code": "data_unlisted",
	"path": _section,
	"related": [["data", "datasets", i, "source"] | some i in opened],
	"args": {"datasets": [datasets.name(["data", "datasets", i], input.proposal.data.datasets[i]) | some i in opened]},
} if {
	count(input.proposal.opensource.dependencies) > 0
	opened := [i |
		some i, dataset in input.proposal.data.datasets
		dataset.source == "open_licence"
		datasets.trains(dataset)
	]
	count(opened) > 0
	not _lists_data
}

_lists_data if {
	some dependency in input.proposal.opensource.dependencies
	dependency.use == "data"
}

# Whether a licence can be read at all.

findings contains object.union(
	disagreement,
	{"code": "licence_unreadable", "args": object.union(disagreement.args, {"dependency": _dependency(i)})},
) if {
	some i, dependency in input.proposal.opensource.dependencies
	some disagreement in licences.unreadable(_at(i, "licence_spdx"), dependency.licence_spdx)
}

findings contains object.union(disagreement, {"code": "licence_contract"}) if {
	some i, dependency in input.proposal.opensource.dependencies
	some disagreement in licences.contract(_at(i, "licence_spdx"), dependency.licence_spdx)
}

findings contains object.union(disagreement, {"code": "licence_contract"}) if {
	some i, model in _with_base
	some disagreement in licences.contract(["models", i, "base_model", "licence"], model.base_model.licence)
}

# Licences of models that have no id restrict fields of use or the number of users, or may do so. They have to be shown.
findings contains {
	"code": "base_licence_unknown",
	"path": ["models", i, "base_model", "licence"],
	"args": {"model": _model(i), "licence": model.base_model.licence},
} if {
	some i, model in _with_base
	model.base_model.licence
	not _known(model.base_model.licence)
}

_known(licence) if count(licences.kinds(licence) - {"listed", "contract"}) == 0

_known(licence) if licences.openness(licence, "benchmark") == "open"

# What licences ask, against what is done.

findings contains {
	"code": "licence_forbids",
	"path": path,
	"related": [reason | some reason in flags.because.commercial; "noncommercial" in forbidden],
	"args": {"name": name, "licence": licence, "forbids": licences.terms(forbidden)},
} if {
	some [path, name, licence, done] in _taken_in
	forbidden := licences.forbids(licence) & (done | _sold)
	count(forbidden) > 0
}

_taken_in contains [_at(i, "licence_spdx"), _dependency(i), dependency.licence_spdx, _done_with(dependency)] if {
	some i, dependency in input.proposal.opensource.dependencies
}

_taken_in contains [
	["models", i, "base_model", "licence"],
	object.get(model, ["base_model", "name"], _model(i)),
	model.base_model.licence,
	{"no_derivatives" | model.origin == "fine_tuned"},
] if {
	some i, model in _with_base
}

_done_with(dependency) := {"no_derivatives" | _changed(dependency)}

_changed(dependency) if dependency.use == "modified"

_changed(dependency) if {
	dependency.use == "weights_base"
	some model in input.proposal.models
	model.origin == "fine_tuned"
}

_sold := {"noncommercial" | flags.commercial}

findings contains object.union(disagreement, {"code": "copyleft_linked"}) if {
	some i, dependency in input.proposal.opensource.dependencies
	some disagreement in licences.linked(
		array.concat(_section, [i]), dependency,
		input.proposal.opensource.artifacts,
	)
}

findings contains object.union(disagreement, {"code": "hosted_without_source"}) if {
	flags.deploy
	_used_by_others
	some i, dependency in input.proposal.opensource.dependencies
	some disagreement in licences.sourceless(
		array.concat(_section, [i]), dependency,
		object.get(input.proposal, ["opensource", "artifacts"], []),
	)
}

_used_by_others if flags.public

_used_by_others if flags.commercial

# Weights that are released, when the licence of every base that they can have been made from rules that out.
findings contains {
	"code": "weights_wider",
	"path": ["opensource", "artifacts", i, "licence_spdx"],
	"related": [["models", j, "base_model", "licence"] | some j, _ in _sources],
	"args": {
		"licence": artifact.licence_spdx,
		"bases": [licence | some licence in {model.base_model.licence | some model in _sources}],
		"forbids": licences.terms(union(lost)),
	},
} if {
	some i, artifact in input.proposal.opensource.artifacts
	artifact.type == "weights"
	lost := {ban |
		some model in _sources
		ban := licences.dropped(model.base_model.licence, artifact.licence_spdx)
	}
	every model in _sources {
		count(licences.dropped(model.base_model.licence, artifact.licence_spdx)) > 0
	}
	count(lost) > 0
}

# Models whose weights the project holds.
_sources := {i: model |
	some i, model in input.proposal.models
	not _interface(model)
}

_interface(model) if model.origin == "third_party_api"

_dependency(i) := object.get(input.proposal.opensource.dependencies[i], "name", i + 1)

_model(i) := object.get(input.proposal.models[i], "id", i + 1)
