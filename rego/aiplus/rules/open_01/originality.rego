# METADATA
# title: Original innovation with evidence
# description: >-
#   At least one core component was developed by the applicant or with others, proven by something that was issued before
#   the submission and can be looked up by its number. What others made, above all the base model, is named and not
#   called one's own.
package aiplus.rules.open_01

import data.aiplus.checks.evidence
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.model

applies if flags.research

_section := ["innovation", "core_components"]

_at(i, field) := ["innovation", "core_components", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.innovation.core_components
	some field in ["name_zh", "origin"]
}

_needed contains _at(i, "evidence") if some i, _ in _own

# What proves depends on its kind, and on being older than the submission.
_needed contains ["evidence", j, "kind"] if {
	some component in _own
	some j, item in input.proposal.evidence
	item.id in component.evidence
}

_needed contains ["meta", "submitted_on"] if count(_own) > 0

_needed contains ["models"] if flags.model

_needed contains ["models", i, "origin"] if some i, _ in input.proposal.models

# What a model was made from has to be disclosed, unless it was trained from nothing.
_needed contains ["models", i, "base_model", "name"] if {
	some i, model in input.proposal.models
	model.origin in {"fine_tuned", "third_party_weights", "third_party_api"}
}

_own[i] := component if {
	some i, component in input.proposal.innovation.core_components
	component.origin in {"self_developed", "co_developed"}
}

findings contains {
	"code": "nothing_own",
	"path": _section,
	"related": [_at(i, "origin") | some i, _ in input.proposal.innovation.core_components],
	"args": {},
} if {
	count(input.proposal.innovation.core_components) > 0
	every component in input.proposal.innovation.core_components {
		component.origin in {"licensed", "open_source"}
	}
}

# Evidence. A patent or a registered copyright, a paper or a repository: each has a number under which it can be found.

_proofs := {"ip", "certificate", "report", "other"}

findings contains object.union(
	disagreement,
	{"code": "evidence_weak", "args": object.union(disagreement.args, {"component": _name(i)})},
) if {
	some i, component in _own
	some disagreement in evidence.weak_all(_at(i, "evidence"), component.evidence)
}

# Of the evidence that is there, some must be of a kind that can prove this. Its other flaws are said above.
findings contains {
	"code": "evidence_wrong_kind",
	"path": _at(i, "evidence"),
	"args": {"component": _name(i), "given": [{"term": concat("_", ["evidence_kind", kind])} | some kind in kinds]},
} if {
	some i, component in _own
	kinds := {item.kind | some item in input.proposal.evidence; item.id in component.evidence}
	count(kinds) > 0
	count(kinds & _proofs) == 0
}

findings contains {
	"code": "evidence_unnumbered",
	"path": _at(i, "evidence"),
	"related": [["evidence", j, "number"] | some j, _ in proofs],
	"args": {"component": _name(i)},
} if {
	some i, component in _own
	proofs := {j: item |
		some j, item in input.proposal.evidence
		item.id in component.evidence
		item.id in evidence.solid
		item.kind in _proofs
	}
	count(proofs) > 0
	count([1 | some item in proofs; item.number]) == 0
}

# A service that only passes questions on to somebody else's model is held to something of its own around it.
findings contains {
	"code": "thin_wrapper",
	"path": _section,
	"related": [["models", i, "origin"] | some i, _ in input.proposal.models],
	"args": {},
} if {
	count(input.proposal.models) > 0
	every model in input.proposal.models {
		model.origin == "third_party_api"
	}
	count(_own) > 0
	count([1 | some component in _own; component.origin == "self_developed"]) == 0
}

findings contains {
	"code": "model_not_own",
	"path": _at(i, "origin"),
	"related": [["models", j, "origin"] | some j, _ in input.proposal.models],
	"args": {"component": component.name_zh},
} if {
	count(input.proposal.models) > 0
	every model in input.proposal.models {
		model.origin in {"third_party_api", "third_party_weights"}
	}
	some i, component in _own
	_is_model(lower(component.name_zh))
}

# The name is that of a model, not of something for models, such as a tool to test them.
_is_model(name) if regex.match(`(?:模型|基座|models?|llm)\s*$`, name)

_is_model(name) if {
	some model in input.proposal.models
	name == lower(model.base_model.name)
}

_name(i) := object.get(input.proposal.innovation.core_components[i], "name_zh", i + 1)
