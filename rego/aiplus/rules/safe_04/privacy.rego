# METADATA
# title: Personal information protection
# description: >-
#   Data about people have a lawful basis, consent of its own where they are sensitive or about children, and a period of
#   retention; where the law asks for it, the effect was assessed before processing starts. Somebody answers for it, people
#   are told and get an answer in time. A proposal that denies data about people against its own facts does not pass.
package aiplus.rules.safe_04

import data.aiplus.checks.copies
import data.aiplus.checks.datasets
import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.links
import data.aiplus.checks.parties
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.pi

_at(field) := ["safety", "privacy", field]

_of(i, field) := ["data", "datasets", i, "pi", field]

_privacy := input.proposal.safety.privacy

# Datasets with personal information, as they declare it.
_declared contains i if {
	some i, dataset in input.proposal.data.datasets
	dataset.pi.contains
}

_pi(i) := input.proposal.data.datasets[i].pi

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _of(i, "contains") if some i, _ in input.proposal.data.datasets

_needed contains _of(i, field) if {
	some i in _declared
	some field in ["sensitive", "subjects", "minors", "legal_basis", "deidentified", "retention_days"]
}

_needed contains ["safety", "privacy"]

_needed contains _at(field) if {
	count(_privacy) > 0
	some field in ["officer", "notice", "rights_sla_days", "minimisation_zh"]
}

_needed contains _at(field) if {
	count(_privacy) > 0
	count(_assess_because) > 0
	some field in ["pipia_done_on", "pipia_evidence", "pipia_retention_years"]
}

_needed contains ["project", "start"] if _privacy.pipia_done_on

_needed contains ["safety", "vulnerable", "guardian_consent"] if count(_children_by_consent) > 0

# What was denied.

findings contains {"code": _denials[guard.code], "path": guard.path, "related": guard.related, "args": guard.args} if {
	some guard in flags.guards
	guard.flag == "pi"
}

_denials := {"people_without_personal_data": "people_denied", "media_without_exclusion": "media_unexplained"}

# Lawful basis.

findings contains {
	"code": "basis_none",
	"path": _of(i, "legal_basis"),
	"args": {"dataset": _name(i)},
} if {
	some i in _declared
	_pi(i).legal_basis == "none"
}

findings contains {
	"code": "consent_not_separate",
	"path": _of(i, "legal_basis"),
	"related": [_of(i, field) | some field in ["sensitive", "minors"]; _pi(i)[field]],
	"args": {"dataset": _name(i), "basis": {"term": concat("_", ["basis", _pi(i).legal_basis])}},
} if {
	some i in _declared
	_sensitive(i)
	_pi(i).legal_basis in {"consent", "contract", "public_info"}
}

# All data about children under 14 are sensitive, whatever else is said of them.
_sensitive(i) if _pi(i).sensitive

_sensitive(i) if _pi(i).minors

# Where the law itself is the basis, nobody's consent is.
_children_by_consent contains i if {
	some i in _declared
	_pi(i).minors
	_pi(i).legal_basis in {"consent", "separate_consent"}
}

findings contains {
	"code": "guardian_not_asked",
	"path": ["safety", "vulnerable", "guardian_consent"],
	"related": [_of(i, "minors") | some i in _children_by_consent],
	"args": {},
} if {
	count(_children_by_consent) > 0
	input.proposal.safety.vulnerable.guardian_consent == false
}

# Figures.

findings contains {"code": "subjects_zero", "path": _of(i, "subjects"), "args": {"dataset": _name(i)}} if {
	some i in _declared
	_pi(i).subjects == 0
}

findings contains {"code": "retention_zero", "path": _of(i, "retention_days"), "args": {"dataset": _name(i)}} if {
	some i in _declared
	_pi(i).retention_days == 0
}

# Who can still be called on is not anonymous.
findings contains {
	"code": "anonymised_in_use",
	"path": _of(i, "deidentified"),
	"related": array.concat([_of(i, "subjects")], [path | some path in _contacts(i)]),
	"args": {"dataset": _name(i), "subjects": _pi(i).subjects},
} if {
	some i in _declared
	_pi(i).deidentified == "anonymised"
	_pi(i).subjects > 0
	count(_contacts(i)) > 0
}

# Where a scenario comes back to the people in the data: by serving them from these data, or by words.
_contacts(i) := {["scenarios", k, "subject"] |
	"operation" in input.proposal.data.datasets[i].purpose
	some k, scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
} | {["scenarios", k, "description_zh"] |
	some k, scenario in input.proposal.scenarios
	some word in ["随访", "回访", "复诊", "家访", "follow-up", "follow up", "call back"]
	contains(lower(scenario.description_zh), word)
}

# Assessment of the effect on personal information: what makes it a duty.

_assess_because contains _of(i, field) if {
	some i in _declared
	some field in ["sensitive", "minors"]
	object.get(_pi(i), field, true)
}

_assess_because contains path if {
	some flag in ["people", "xborder"]
	some path in flags.because[flag]
}

# Others use them too, or it is not said that nobody does.
_assess_because contains ["data", "datasets", i, "rights"] if {
	some i in _declared
	not _kept(input.proposal.data.datasets[i])
}

_kept(dataset) if {
	count(dataset.rights.hold) > 0
	count(dataset.rights.use) > 0
	every right in ["hold", "use", "operate"] {
		parties.holders(dataset, right) - {"applicant"} == set()
	}
}

# What is denied is taken to be of the worst kind.
_assess_because contains guard.path if {
	some guard in flags.guards
	guard.code == "people_without_personal_data"
}

findings contains object.union(disagreement, {"code": "assessed_late"}) if {
	count(_assess_because) > 0
	some disagreement in dates.after(
		_at("pipia_done_on"), _privacy.pipia_done_on,
		["project", "start"], input.proposal.project.start,
	)
}

findings contains {
	"code": "assessment_kept_short",
	"path": _at("pipia_retention_years"),
	"args": {"years": _privacy.pipia_retention_years, "min": needed},
} if {
	count(_assess_because) > 0
	needed := thresholds.pipia_retention_years_min.value
	_privacy.pipia_retention_years < needed
}

findings contains object.union(disagreement, {"code": code}) if {
	count(_assess_because) > 0
	some disagreement in evidence.weak(_at("pipia_evidence"), _privacy.pipia_evidence)
	code := _weakness("assessment", disagreement.args.flaw.term)
}

# People.

findings contains object.union(disagreement, {"code": code}) if {
	some disagreement in evidence.weak(_at("notice"), _privacy.notice)
	code := _weakness("notice", disagreement.args.flaw.term)
}

# Apart, because how often a file may be cited is a number of ours, and that must not veto.
_weakness(what, "evidence_reused") := concat("_", [what, "reused"])

_weakness(what, flaw) := concat("_", [what, "weak"]) if flaw != "evidence_reused"

findings contains object.union(disagreement, {"code": code}) if {
	some disagreement in links.person(_at("officer"), _privacy.officer, "")
	code := _unfitness(disagreement.args.flaw.term)
}

# Likewise: how many posts one person can answer for is ours.
_unfitness("person_overloaded") := "officer_overloaded"

_unfitness("person_unknown") := "officer_unknown"

findings contains {
	"code": "rights_slow",
	"path": _at("rights_sla_days"),
	"args": {"days": _privacy.rights_sla_days, "max": limit},
} if {
	limit := thresholds.rights_days_max.value
	_privacy.rights_sla_days > limit
}

findings contains object.union(disagreement, {"code": "minimisation_copied"}) if {
	some disagreement in copies.of([[_at("minimisation_zh"), _privacy.minimisation_zh]])
}

_name(i) := datasets.name(["data", "datasets", i], input.proposal.data.datasets[i])
