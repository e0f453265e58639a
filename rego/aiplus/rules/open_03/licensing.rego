# METADATA
# title: Valid licences, no open-washing
# description: >-
#   What is called open is under an open licence for its kind: code under one that the OSI approved, weights and data under
#   one that leaves use and change free. Data are not released on wider terms than they came under.
package aiplus.rules.open_03

import data.aiplus.checks.licences
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.open

_at(i, field) := ["opensource", "artifacts", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["opensource", "artifacts"]

_needed contains _at(i, field) if {
	some i, _ in input.proposal.opensource.artifacts
	some field in ["type", "licence_spdx"]
}

# What a released dataset can have come from.
_needed contains ["data", "datasets"] if _releases_data

_needed contains ["data", "datasets", i, field] if {
	_releases_data
	some i, _ in input.proposal.data.datasets
	some field in ["purpose", "licence_spdx"]
}

_releases_data if {
	some artifact in input.proposal.opensource.artifacts
	artifact.type == "dataset"
}

findings contains {
	"code": _codes[openness],
	"path": _at(i, "licence_spdx"),
	"related": [_at(i, "type")],
	"args": {
		"artifact": object.get(artifact, "id", i + 1),
		"type": {"term": concat("_", ["artifact", artifact.type])},
		"licence": artifact.licence_spdx,
		"forbids": licences.terms(licences.forbids(artifact.licence_spdx)),
		"accepted": licences.suggested(artifact.type),
	},
} if {
	some i, artifact in input.proposal.opensource.artifacts
	openness := licences.openness(artifact.licence_spdx, artifact.type)
}

_codes := {
	"restricted": "licence_restricted",
	"unreadable": "licence_unreadable",
	"custom": "licence_custom",
	"unaccepted": "licence_not_open",
}

findings contains object.union(
	disagreement,
	{
		"code": "release_wider",
		"args": object.union(disagreement.args, {"artifact": object.get(artifact, "id", i + 1)}),
	},
) if {
	some i, artifact in input.proposal.opensource.artifacts
	artifact.type == "dataset"
	some disagreement in licences.wider(_at(i, "licence_spdx"), artifact.licence_spdx, input.proposal.data.datasets)
}
