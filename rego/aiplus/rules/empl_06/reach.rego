# METADATA
# title: Training reaches affected workers and is recognised
# description: >-
#   The people whose posts are transformed or displaced are the ones who are trained, occupation by occupation and not
#   more of them than there are; they mostly finish, mostly with a certificate that something proves, and whoever loses
#   the occupation is trained for another.
package aiplus.rules.empl_06

import data.aiplus.checks.evidence
import data.aiplus.checks.headcount
import data.aiplus.checks.links
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.work

_section := ["employment", "training"]

_at(i, field) := ["employment", "training", i, field]

_occupation(i) := ["employment", "occupations", i]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in _absent
}

_absent := fields.absent(input.proposal, _needed)

_needed contains _section

_needed contains _at(i, field) if {
	some i, _ in input.proposal.employment.training
	some field in ["audience", "trainees", "certificate", "completion_pct"]
}

_needed contains _at(i, "occupation_ids") if some i in _affected

_needed contains _at(i, "curriculum") if some i in _examined

_needed contains ["employment", "occupations"]

_needed contains array.concat(_occupation(i), [field]) if {
	some i, _ in input.proposal.employment.occupations
	some field in ["headcount", "effect"]
}

_needed contains array.concat(_occupation(i), ["id"]) if some i in _changing

# Programmes for the people affected, and occupations that do not stay what they are.

_affected := {i | some i, programme in input.proposal.employment.training; programme.audience == "affected"}

_changing := {i |
	some i, occupation in input.proposal.employment.occupations
	occupation.effect in {"transform", "displace"}
}

# A total with a part missing says nothing: then the part is the finding.
_known(section, needed) if {
	every path in _absent {
		not _part(path, section, needed)
	}
}

_part(path, section, _) if path == ["employment", section]

# No two lists have a field of the same name.
_part(path, _, needed) if path[3] in needed

# How many are reached. Workers left out of the list would only make the gap wider.

findings contains {
	"code": "coverage_short",
	"path": _section,
	"related": [array.concat(_occupation(i), ["headcount"]) | some i in _changing],
	"args": {
		"trainees": headcount.affected_trainees,
		"workers": headcount.affected,
		"min": thresholds.training_coverage_min.value,
	},
} if {
	_known("training", {"audience", "trainees"})
	headcount.affected_trainees * 100 < thresholds.training_coverage_min.value * headcount.affected
}

findings contains {
	"code": "trainees_above_headcount",
	"path": _section,
	"related": array.concat(
		[_at(i, "trainees") | some i in _affected],
		[array.concat(_occupation(i), ["headcount"]) | some i, _ in input.proposal.employment.occupations],
	),
	"args": {"trainees": headcount.affected_trainees, "headcount": headcount.people("headcount")},
} if {
	_known("occupations", {"headcount"})
	headcount.affected_trainees > headcount.people("headcount")
}

# Who is reached. Where nobody affected is trained at all, the coverage says so.

_programmes(occupation) := {j |
	some j, programme in input.proposal.employment.training
	occupation.id in programme.occupation_ids
}

findings contains {
	"code": "occupation_untrained",
	"path": array.concat(_occupation(i), ["id"]),
	"related": [_at(j, "occupation_ids") | some j in _affected],
	"args": {"occupation": occupation.id},
} if {
	count(_affected) > 0
	_known("training", {"occupation_ids"})
	some i in _changing
	occupation := input.proposal.employment.occupations[i]
	count(_programmes(occupation)) == 0
}

findings contains object.union(disagreement, {"code": "occupation_unknown", "args": {"programme": i + 1}}) if {
	_known("occupations", {"id"})
	known := {occupation.id | some occupation in input.proposal.employment.occupations}
	some i, programme in input.proposal.employment.training
	some j, id in programme.occupation_ids
	some disagreement in links.unknown(array.concat(_at(i, "occupation_ids"), [j]), id, known)
}

# A post that goes is not kept by learning more of the same. Where the post stays and changes, no other code is asked for.
findings contains {
	"code": "no_target",
	"path": _at(first, "target_code_cn"),
	"related": [array.concat(_occupation(i), ["effect"])],
	"args": {"occupation": occupation.id},
} if {
	some i, occupation in input.proposal.employment.occupations
	occupation.effect == "displace"
	programmes := _programmes(occupation)
	first := min(programmes)
	count({code |
		some j in programmes
		code := input.proposal.employment.training[j].target_code_cn
	} - {object.get(occupation, "code_cn", "")}) == 0
}

# What they get out of it.

findings contains {
	"code": "uncertified",
	"path": _section,
	"related": [_at(i, "certificate") |
		some i, programme in input.proposal.employment.training
		programme.certificate == "none"
	],
	"args": {"certified": certified, "trainees": trainees, "min": thresholds.training_certified_min.value},
} if {
	_known("training", {"trainees", "certificate"})
	trainees := sum([programme.trainees | some programme in input.proposal.employment.training])
	certified := sum([programme.trainees |
		some programme in input.proposal.employment.training
		programme.certificate != "none"
	])
	certified * 100 < thresholds.training_certified_min.value * trainees
}

findings contains {
	"code": "completion_low",
	"path": _at(i, "completion_pct"),
	"args": {"programme": i + 1, "completion": programme.completion_pct, "min": needed},
} if {
	some i, programme in input.proposal.employment.training
	needed := thresholds.training_completion_min.value
	programme.completion_pct < needed
}

# Certificates that an examining body gives after a course it has seen.
_examined := {i |
	some i, programme in input.proposal.employment.training
	programme.certificate in {"vocational_level", "1+X"}
}

findings contains {
	"code": "certificate_unproven",
	"path": _at(i, "curriculum"),
	"related": [_at(i, "certificate")],
	"args": {"programme": i + 1},
} if {
	some i in _examined
	not startswith(input.proposal.employment.training[i].curriculum, "EV-")
}

findings contains object.union(disagreement, {
	"code": "curriculum_weak",
	"related": array.concat(disagreement.related, [_at(i, "certificate")]),
	"args": {"programme": i + 1},
}) if {
	some i in _examined
	curriculum := input.proposal.employment.training[i].curriculum
	startswith(curriculum, "EV-")
	some disagreement in evidence.weak(_at(i, "curriculum"), curriculum)
}
