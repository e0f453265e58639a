# METADATA
# title: Evidence
# description: >-
#   Whether a piece of evidence can prove anything: it is listed, says who issued it and when, can be told from any other
#   file, and is not made to prove everything at once (X-EVID, X-DUP). Whether it is true is not seen here.
# custom:
#   title_zh: 佐证
#   description_zh: "一份佐证能否证明什么：列在清单中，写明出具方和日期，能与其他文件区分，并且没有被用来同时证明一切（X-EVID、\
#     X-DUP）。内容真伪此处看不出。"
package aiplus.checks.evidence

import data.aiplus.thresholds

# METADATA
# description: At most one disagreement about the evidence cited at a path, the gravest one.
weak(path, id) := {{
	"path": path,
	"related": _elsewhere(path, id, flaw),
	"args": {"evidence": id, "flaw": {"term": flaw}},
} |
	flaw := _flaw_at(path, id)
}

# METADATA
# description: The same for every id of a list.
weak_all(path, ids) := {disagreement |
	some i, id in ids
	some disagreement in weak(array.concat(path, [i]), id)
}

# METADATA
# description: The ids that prove something, wherever they are cited.
solid := {id | some id in _listed; not _flaw(id)}

_flaw_at(_, id) := _flaw(id)

# One licence for data of different holders proves none of them; elsewhere the same file may be good.
_flaw_at(path, id) := "evidence_reused" if {
	not _flaw(id)
	path[3] == "licence_evidence"
	id in _shared_licences
}

_flaw(id) := "evidence_unknown" if {
	not id in _listed
} else := _flaw_listed(id) if {
	id in _flawed
}

# Most evidence has no flaw: one look tells, instead of one for each flaw.
_flawed := _without_issuer | (_undated | (_future | (_without_hash | (_without_number | (_same_file | _reused)))))

_flaw_listed(id) := "evidence_no_issuer" if {
	id in _without_issuer
} else := "evidence_undated" if {
	id in _undated
} else := "evidence_future" if {
	id in _future
} else := "evidence_no_hash" if {
	id in _without_hash
} else := "evidence_no_number" if {
	id in _without_number
} else := "evidence_same_file" if {
	id in _same_file
} else := "evidence_reused" if {
	id in _reused
}

# An id that is listed twice has the flaws of both entries.
_listed := {item.id | some item in input.proposal.evidence}

_without_issuer := {item.id | some item in input.proposal.evidence; not item.issuer}

_undated := {item.id | some item in input.proposal.evidence; not item.issued_on}

_future := {item.id | some item in input.proposal.evidence; item.issued_on > input.proposal.meta.submitted_on}

_without_hash := {item.id | some item in input.proposal.evidence; not item.sha256}

_without_number := {item.id |
	some item in input.proposal.evidence
	item.kind in {"certificate", "ip", "policy"}
	not item.number
}

# The hash is written in either case.
_same_file := {item.id |
	some item in input.proposal.evidence
	count(_owners[lower(item.sha256)]) > 1
}

# By hash, the ids of the entries that share it. Complete, not partial, so that it is computed once and not per lookup;
# entries are only compared with each other when two hashes are the same, which is rare.
_owners := {hash: ids |
	count({hash | some hash in _hashes}) < count(_hashes)
	some hash in _hashes
	ids := {item.id | some item in input.proposal.evidence; lower(item.sha256) == hash}
}

_hashes := [lower(item.sha256) | some item in input.proposal.evidence]

_reused := {id |
	some id, sections in _sections
	count(sections) >= thresholds.evidence_reuse_sections.value
}

_shared_licences := {id |
	some ids, holders in _holders
	count(holders) > 1
	some id in ids
}

_holders[dataset.licence_evidence] contains {holder | some holder in dataset.rights.hold} if {
	some dataset in input.proposal.data.datasets
}

_sections[id] contains section if some [id, section, _] in _citations

# Where else to look: the entry itself, its twin, or the other places that cite it.
_elsewhere(_, _, "evidence_unknown") := [["evidence"]]

_elsewhere(_, id, flaw) := [["evidence", i] | some i, item in input.proposal.evidence; item.id == id] if {
	not flaw in {"evidence_unknown", "evidence_same_file", "evidence_reused"}
}

_elsewhere(_, id, "evidence_same_file") := [["evidence", i] |
	some i, item in input.proposal.evidence
	id in _owners[lower(item.sha256)]
]

_elsewhere(path, id, "evidence_reused") := [cited |
	some [id_cited, _, cited] in _citations
	id_cited == id
	cited != path
]

# Every field that cites evidence: id, section, path. One table for the whole proposal; the fields are listed because
# looking for them anywhere would find ids in free text. Sections that are about the same claim count as one: who
# delivers what, for whom and for how much; and the model together with its safety.
_citations contains [id, "delivery", ["project", "problem", "evidence", i]] if {
	some i, id in input.proposal.project.problem.evidence
}

_citations contains [id, "delivery", ["applicant", "credit_evidence"]] if {
	id := input.proposal.applicant.credit_evidence
}

_citations contains [partner.agreement, "delivery", ["partners", i, "agreement"]] if {
	some i, partner in input.proposal.partners
}

_citations contains [kpi.baseline_source, "delivery", ["kpis", i, "baseline_source"]] if {
	some i, kpi in input.proposal.kpis
}

_citations contains [id, "delivery", ["innovation", "core_components", i, "evidence", j]] if {
	some i, component in input.proposal.innovation.core_components
	some j, id in component.evidence
}

_citations contains [adopter.agreement, "delivery", ["innovation", "translation", "adopters", i, "agreement"]] if {
	some i, adopter in input.proposal.innovation.translation.adopters
}

_citations contains [terminal.interop_test, "delivery", ["innovation", "terminals", i, "interop_test"]] if {
	some i, terminal in input.proposal.innovation.terminals
}

_citations contains [source.evidence, "delivery", ["finance", "sources", i, "evidence"]] if {
	some i, source in input.proposal.finance.sources
}

_citations contains [risk.terms, "delivery", ["finance", "risk_sharing", i, "terms"]] if {
	some i, risk in input.proposal.finance.risk_sharing
}

_citations contains [id, "data", ["data", "datasets", i, "licence_evidence", j]] if {
	some i, dataset in input.proposal.data.datasets
	some j, id in dataset.licence_evidence
}

_citations contains [dataset.docs.datasheet, "data", ["data", "datasets", i, "docs", "datasheet"]] if {
	some i, dataset in input.proposal.data.datasets
}

_citations contains [dataset.annotation.guideline, "data", ["data", "datasets", i, "annotation", "guideline"]] if {
	some i, dataset in input.proposal.data.datasets
}

_citations contains [id, "data", ["data", "benefit_sharing", "agreement"]] if {
	id := input.proposal.data.benefit_sharing.agreement
}

_citations contains [model.card, "safety", ["models", i, "card"]] if {
	some i, model in input.proposal.models
}

_citations contains [id, "safety", ["safety", "monitoring", "soc_contract"]] if {
	id := input.proposal.safety.monitoring.soc_contract
}

_citations contains [id, "safety", ["safety", "emergency", "plan"]] if {
	id := input.proposal.safety.emergency.plan
}

_citations contains [id, "safety", ["safety", "privacy", "pipia_evidence"]] if {
	id := input.proposal.safety.privacy.pipia_evidence
}

_citations contains [id, "safety", ["safety", "privacy", "notice"]] if {
	id := input.proposal.safety.privacy.notice
}

_citations contains [id, "safety", ["safety", "transparency", "user_doc"]] if {
	id := input.proposal.safety.transparency.user_doc
}

_citations contains [id, "safety", ["safety", "transparency", "model_card"]] if {
	id := input.proposal.safety.transparency.model_card
}

_citations contains [id, "safety", ["safety", "supply_chain", "sbom"]] if {
	id := input.proposal.safety.supply_chain.sbom
}

_citations contains [id, "employment", ["employment", "assessment", "evidence"]] if {
	id := input.proposal.employment.assessment.evidence
}

_citations contains [training.curriculum, "employment", ["employment", "training", i, "curriculum"]] if {
	some i, training in input.proposal.employment.training
}

_citations contains [id, "employment", ["employment", "consultation", "minutes"]] if {
	id := input.proposal.employment.consultation.minutes
}

_citations contains [id, "inclusion", ["inclusion", "health", "eval_evidence"]] if {
	id := input.proposal.inclusion.health.eval_evidence
}

_citations contains [id, "inclusion", ["inclusion", "sharing", "kit"]] if {
	id := input.proposal.inclusion.sharing.kit
}

_citations contains [programme.agreement, "talent", ["talent", "programmes", i, "agreement"]] if {
	some i, programme in input.proposal.talent.programmes
}

_citations contains [id, "ecosystem", ["ecosystem", "demonstration", "kit"]] if {
	id := input.proposal.ecosystem.demonstration.kit
}

_citations contains [id, "ecosystem", ["ecosystem", "tolerance", "policy"]] if {
	id := input.proposal.ecosystem.tolerance.policy
}

_citations contains [id, "ecosystem", ["ecosystem", "platform", "api_docs"]] if {
	id := input.proposal.ecosystem.platform.api_docs
}

_citations contains [id, "ecosystem", ["ecosystem", "transfer", "ip_terms"]] if {
	id := input.proposal.ecosystem.transfer.ip_terms
}

_citations contains [id, "governance", ["governance", "body", "charter"]] if {
	id := input.proposal.governance.body.charter
}

_citations contains [id, "governance", ["governance", "ethics", "opinion"]] if {
	id := input.proposal.governance.ethics.opinion
}

_citations contains [id, "governance", ["governance", "public_use", "impact_assessment"]] if {
	id := input.proposal.governance.public_use.impact_assessment
}

_citations contains [partner.agreement, "governance", ["governance", "international", "partners", i, "agreement"]] if {
	some i, partner in input.proposal.governance.international.partners
}
