# METADATA
# title: Lawful, traceable data sources
# description: >-
#   Every dataset says where it comes from and under which licence, proves it with the kind of evidence that its source
#   calls for, and is used and passed on only as that licence allows.
package aiplus.rules.data_07

import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.licences
import data.aiplus.checks.parties
import data.aiplus.checks.plans
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.data_bearing

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains ["data", "datasets"]

_needed contains ["data", "datasets", i, field] if {
	some i, _ in input.proposal.data.datasets
	some field in ["source", "source_detail_zh", "licence_spdx"]
}

findings contains {
	"code": "source_vague",
	"path": ["data", "datasets", i, "source_detail_zh"],
	"args": {"dataset": _name(i), "length": length, "min": needed},
} if {
	some i, dataset in input.proposal.data.datasets
	length := text.length(dataset.source_detail_zh)
	needed := thresholds.data_source_detail_length_min.value
	length < needed
}

# What proves a source. Data of one's own need a record of how they were made; data of others need their word.
_proofs := {
	"agreement": ["contract"],
	"public_authorised": ["contract", "licence", "letter", "policy"],
	"open_licence": ["licence", "contract", "letter", "policy", "report", "dataset_card", "other"],
	"collected": ["report", "dataset_card", "policy", "minutes", "contract", "certificate", "other"],
	"synthetic": ["report", "dataset_card", "policy", "minutes", "contract", "certificate", "other"],
	"derived": ["report", "dataset_card", "policy", "minutes", "contract", "licence", "letter", "certificate", "other"],
	"public_crawl": ["report", "policy", "minutes", "licence", "letter", "contract", "other"],
}

# A source that is not stated must prove at least that somebody agreed.
_proofs_of(dataset) := _proofs[object.get(dataset, "source", "agreement")]

_kinds(kinds) := [{"term": concat("_", ["evidence_kind", kind])} | some kind in kinds]

findings contains {
	"code": "licence_evidence_missing",
	"path": path,
	"args": {"dataset": _name(i), "kinds": _kinds(_proofs_of(dataset))},
} if {
	some i, dataset in input.proposal.data.datasets
	some path in fields.absent(input.proposal, [["data", "datasets", i, "licence_evidence"]])
}

# Three ways to prove nothing, apart because they stand on different ground: a file that is not what it should be, one
# file for data of different holders, and a file used in more sections than a number of ours allows.
findings contains object.union(disagreement, {"code": code}) if {
	some i, dataset in input.proposal.data.datasets
	some disagreement in evidence.weak_all(["data", "datasets", i, "licence_evidence"], dataset.licence_evidence)
	code := _weakness(disagreement.args)
}

_weakness(args) := "evidence_shared" if {
	args.evidence in evidence.solid
} else := "evidence_reused" if {
	args.flaw.term == "evidence_reused"
} else := "evidence_weak"

# Of the evidence that is there, some must be of a kind that can prove this source. Its other flaws are said above.
findings contains {
	"code": "evidence_wrong_kind",
	"path": ["data", "datasets", i, "licence_evidence"],
	"related": [["data", "datasets", i, "source"]],
	"args": {
		"dataset": _name(i),
		"source": {"term": concat("_", ["source", dataset.source])},
		"kinds": _kinds(_proofs[dataset.source]),
		"given": _kinds({kind | some kind in given}),
	},
} if {
	some i, dataset in input.proposal.data.datasets
	given := [item.kind | some item in input.proposal.evidence; item.id in dataset.licence_evidence]
	count(given) > 0
	count({kind | some kind in given} & {kind | some kind in _proofs[dataset.source]}) == 0
}

# Data that are there were collected by the day of submission. Before the pilot they may still be to come.
findings contains object.union(
	disagreement,
	{"code": "collected_in_future", "args": object.union(disagreement.args, {"dataset": _name(i)})},
) if {
	not plans.early
	some i, dataset in input.proposal.data.datasets
	dataset.source == "collected"
	some disagreement in dates.after(
		["data", "datasets", i, "time_end"], dataset.time_end,
		["meta", "submitted_on"], input.proposal.meta.submitted_on,
	)
}

# The licence field.

findings contains object.union(disagreement, {"code": "licence_unreadable"}) if {
	some i, dataset in input.proposal.data.datasets
	not _open_unnamed(dataset)
	some disagreement in licences.unreadable(["data", "datasets", i, "licence_spdx"], dataset.licence_spdx)
}

findings contains object.union(disagreement, {"code": "licence_contract"}) if {
	some i, dataset in input.proposal.data.datasets
	some disagreement in licences.contract(["data", "datasets", i, "licence_spdx"], dataset.licence_spdx)
}

findings contains object.union(disagreement, {"code": "licence_not_own"}) if {
	some i, dataset in input.proposal.data.datasets
	not _open_unnamed(dataset)
	some disagreement in licences.not_own(["data", "datasets", i], dataset)
}

findings contains {
	"code": "licence_unnamed",
	"path": ["data", "datasets", i, "licence_spdx"],
	"related": [["data", "datasets", i, "source"]],
	"args": {"dataset": _name(i), "licence": dataset.licence_spdx},
} if {
	some i, dataset in input.proposal.data.datasets
	_open_unnamed(dataset)
}

findings contains {
	"code": "licence_unlisted",
	"path": ["data", "datasets", i, "licence_spdx"],
	"related": [["data", "datasets", i, "source"]],
	"args": {"dataset": _name(i), "licence": dataset.licence_spdx},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "open_licence"
	"unlisted" in licences.kinds(dataset.licence_spdx)
}

# Who relies on an open licence names it: by its id, or by a name of its own for which the licence itself is evidence.
_open_unnamed(dataset) if {
	dataset.source == "open_licence"
	count(licences.kinds(dataset.licence_spdx) & {"text", "contract", "internal"}) > 0
}

_open_unnamed(dataset) if {
	dataset.source == "open_licence"
	"reference" in licences.kinds(dataset.licence_spdx)
	count([1 | some item in input.proposal.evidence; item.kind == "licence"; item.id in dataset.licence_evidence]) == 0
}

# Data that a program collected.

findings contains {
	"code": "crawl_operated",
	"path": ["data", "datasets", i, "rights", "operate"],
	"related": [["data", "datasets", i, "source"]],
	"args": {"dataset": _name(i), "operators": dataset.rights.operate},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "public_crawl"
	count(dataset.rights.operate) > 0
}

findings contains {
	"code": "crawl_not_public",
	"path": ["data", "datasets", i, "source"],
	"related": [["data", "datasets", i, "level"]],
	"args": {"dataset": _name(i), "level": {"term": concat("_", ["level", dataset.level])}},
} if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "public_crawl"
	dataset.level in {"important", "core"}
}

# What the licence forbids, against what is done.

findings contains {
	"code": "licence_conflict",
	"path": ["data", "datasets", i, "licence_spdx"],
	"related": [path | some path in (flags.because.commercial | flags.because.deploy)],
	"args": {"dataset": _name(i), "licence": dataset.licence_spdx, "forbids": licences.terms(forbidden)},
} if {
	flags.deploy
	flags.commercial
	some i, dataset in input.proposal.data.datasets
	not parties.own(dataset)
	forbidden := licences.forbids(dataset.licence_spdx)
	count(forbidden) > 0
}

findings contains object.union(disagreement, {"code": "licence_relicensed"}) if {
	some i, artifact in input.proposal.opensource.artifacts
	artifact.type == "weights"
	path := ["opensource", "artifacts", i, "licence_spdx"]
	some disagreement in licences.relicensed(path, artifact.licence_spdx, input.proposal.data.datasets)
}

findings contains object.union(disagreement, {"code": "release_wider"}) if {
	some i, artifact in input.proposal.opensource.artifacts
	artifact.type == "dataset"
	path := ["opensource", "artifacts", i, "licence_spdx"]
	some disagreement in licences.wider(path, artifact.licence_spdx, input.proposal.data.datasets)
}

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
