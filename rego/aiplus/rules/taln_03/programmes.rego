# METADATA
# title: New training models for AI talent
# description: >-
#   At least one programme that trains people together with a partner (laboratory, degree, apprenticeship, short course or
#   internship), agreed in writing, with people, hours and a date, and not the training of employees once more.
package aiplus.rules.taln_03

import data.aiplus.checks.dates
import data.aiplus.checks.evidence
import data.aiplus.checks.parties
import data.aiplus.flags
import data.lib.fields

default applies := false

applies if flags.large

applies if flags.fiscal

_section := ["talent", "programmes"]

_at(i, field) := ["talent", "programmes", i, field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(i, "kind") if some i, _ in input.proposal.talent.programmes

_needed contains _at(i, field) if {
	some i, _ in _programmes
	some field in ["partner", "people", "hours", "by", "agreement"]
}

# That nobody is counted twice is seen only when the training of employees is there to compare with.

_needed contains ["employment", "training"] if flags.deploy

_needed contains ["employment", "training"] if flags.work

_needed contains ["employment", "training", i, field] if {
	some i, _ in input.proposal.employment.training
	some field in ["provider", "trainees", "hours"]
}

# Competitions train nobody: they may be listed, and are not judged.
_programmes[i] := programme if {
	some i, programme in input.proposal.talent.programmes
	object.get(programme, "kind", "") != "competition"
}

findings contains {"code": "only_competitions", "path": _section, "args": {}} if {
	count(input.proposal.talent.programmes) > 0
	count(_programmes) == 0
}

findings contains {
	"code": "nobody_trained",
	"path": _at(i, field),
	"args": {"programme": i + 1},
} if {
	some i, programme in _programmes
	some field in ["people", "hours"]
	programme[field] == 0
}

findings contains {
	"code": "partner_self",
	"path": _at(i, "partner"),
	"args": {"programme": i + 1, "partner": programme.partner},
} if {
	some i, programme in _programmes
	parties.of(programme.partner) == "applicant"
}

findings contains object.union(disagreement, {"code": "agreement_weak", "args": {"programme": i + 1}}) if {
	some i, programme in _programmes
	some disagreement in evidence.weak(_at(i, "agreement"), programme.agreement)
}

# Evidence that is not listed has no kind; that is said above.
findings contains {
	"code": "agreement_kind",
	"path": _at(i, "agreement"),
	"related": [["evidence", j]],
	"args": {
		"programme": i + 1,
		"evidence": programme.agreement,
		"kind": {"term": concat("_", ["evidence_kind", item.kind])},
	},
} if {
	some i, programme in _programmes
	some j, item in input.proposal.evidence
	item.id == programme.agreement
	not item.kind in {"contract", "letter"}
}

findings contains object.union(disagreement, {"code": "after_project_end", "args": {"programme": i + 1}}) if {
	some i, programme in _programmes
	some disagreement in dates.after(_at(i, "by"), programme.by, ["project", "end"], input.proposal.project.end)
}

findings contains object.union(disagreement, {"code": "before_start", "args": {"programme": i + 1}}) if {
	some i, programme in _programmes
	some disagreement in dates.before(_at(i, "by"), programme.by, ["project", "start"], input.proposal.project.start)
}

# The same people: as many as in a training of employees, and for as long or by the same body.
findings contains {
	"code": "counted_twice",
	"path": _at(i, "people"),
	"related": [["employment", "training", j, "trainees"]],
	"args": {"programme": i + 1, "people": programme.people, "training": j + 1},
} if {
	some i, programme in _programmes
	some j, training in input.proposal.employment.training
	training.trainees == programme.people
	_alike(programme, training)
}

_alike(programme, training) if training.hours == programme.hours

_alike(programme, training) if parties.of(training.provider) == parties.of(programme.partner)
