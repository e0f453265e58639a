# METADATA
# title: Elderly care, disability and age-friendly design
# description: >-
#   The product can be read, heard and answered by a person, and people of the age or with the disability it is for have
#   tried it. Where it looks after somebody, it says how often it is wrong and who comes how fast, and they can.
package aiplus.rules.incl_04

import data.aiplus.checks.evidence
import data.aiplus.checks.links
import data.aiplus.checks.plans
import data.aiplus.checks.shifts
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields

default applies := false

applies if flags.elder

_design(field) := ["inclusion", "accessibility", field]

_care(field) := ["inclusion", "eldercare", field]

_accessibility := object.get(input.proposal, ["inclusion", "accessibility"], {})

_eldercare := object.get(input.proposal, ["inclusion", "eldercare"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _design(field) if {
	some field in ["standards", "min_font_dp", "contrast", "voice", "human_service"]
}

_needed contains _design("user_tests_n") if not _tested_later

# Design.

# Before the pilot a milestone about tests with users, with money, stands in for them.
default _tested_later := false

_tested_later if plans.replaces(_test_words, {"testing"})

_test_words := {"用户测试", "试用", "适老", "无障碍", "user test", "usab", "accessib", "age-friendly"}

# "Age-friendly design" is no standard.
findings contains {"code": "standard_unnamed", "path": _design("standards"), "args": {}} if {
	count(_accessibility.standards) > 0
	every standard in _accessibility.standards {
		not _names_standard(standard)
	}
}

_names_standard(standard) if regex.match(`[0-9]|规范|标准|指南|指引|wcag|standard|guideline|specification`, lower(standard))

findings contains {
	"code": "font_small",
	"path": _design("min_font_dp"),
	"args": {"font": _accessibility.min_font_dp, "min": needed},
} if {
	needed := thresholds.incl_font_dp_min.value
	_accessibility.min_font_dp < needed
}

findings contains {
	"code": "contrast_low",
	"path": _design("contrast"),
	"args": {"contrast": _accessibility.contrast, "min": needed},
} if {
	needed := thresholds.incl_contrast_min.value
	_accessibility.contrast < needed
}

findings contains {"code": "no_voice", "path": _design("voice"), "args": {}} if _accessibility.voice == false

findings contains {"code": "no_human_service", "path": _design("human_service"), "args": {}} if {
	_accessibility.human_service == false
}

findings contains {
	"code": "user_tests_few",
	"path": _design("user_tests_n"),
	"args": {"people": _accessibility.user_tests_n, "min": needed},
} if {
	not _tested_later
	needed := thresholds.incl_user_tests_min.value
	_accessibility.user_tests_n < needed
}

# Care. A service that only has older people among its users raises no alarm about them.

_needed contains _care(field) if {
	_looks_after
	some field in ["false_alarm_per_day", "response_min", "responder"]
}

_needed contains _sites if _looks_after

_sites := ["inclusion", "coverage", "sites_total"]

_looks_after if count(_eldercare) > 0

_looks_after if input.proposal.project.sector_gb4754 in {"Q", "Q85"}

_looks_after if {
	some field in ["title_zh", "summary_zh"]
	regex.match(_care_words, lower(input.proposal.project[field]))
}

_looks_after if {
	some scenario in input.proposal.scenarios
	regex.match(_care_words, lower(scenario.name_zh))
}

_care_words := `养老|照护|照料|看护|护理|跌倒|呼救|独居|走失|助残|\bfalls?\b|caregiv|nursing|(?:elder|aged|elderly|home) care`

# A detector without false alarms has not been tried, and would make every answer to them possible.
findings contains {"code": "alarms_zero", "path": _care("false_alarm_per_day"), "args": {}} if {
	_eldercare.false_alarm_per_day == 0
}

findings contains {"code": "response_zero", "path": _care("response_min"), "args": {}} if _eldercare.response_min == 0

# Who comes: a partner with an agreement, or somebody of the team.

_partners := [i |
	some i, partner in input.proposal.partners
	trim_space(_eldercare.responder) in {object.get(partner, "id", ""), object.get(partner, "name", "")}
]

_needed contains ["partners", i, field] if {
	some i in _partners
	some field in ["agreement", "employees"]
}

findings contains object.union(disagreement, {"code": "responder_agreement_weak"}) if {
	some i in _partners
	some disagreement in evidence.weak(["partners", i, "agreement"], input.proposal.partners[i].agreement)
}

findings contains {
	"code": "responder_thin",
	"path": ["partners", i, "employees"],
	"related": [_care("responder")],
	"args": {"staff": staff, "min": needed},
} if {
	some i in _partners
	staff := input.proposal.partners[i].employees
	needed := thresholds.shift_fte_min.value
	staff < needed
}

findings contains object.union(disagreement, {"code": "responder_unknown"}) if some disagreement in _strangers

_strangers := {disagreement |
	count(_partners) == 0
	some disagreement in links.person(_care("responder"), _eldercare.responder, "")
}

# People fall at night as well, whatever hours the monitoring of the system keeps.
findings contains object.union(disagreement, {"code": "watch_short"}) if {
	_own
	some disagreement in shifts.short(_care("responder"), "24x7")
}

_own if {
	_eldercare.responder
	count(_partners) == 0
	count(_strangers) == 0
}

# Somebody has to be free to come: false alarms alone must leave time. Their number is that of one site.
findings contains {
	"code": "response_impossible",
	"path": _care("response_min"),
	"related": [_care("false_alarm_per_day"), _sites, responders.path],
	"args": {
		"alarms": round(alarms * 10) / 10,
		"sites": sites,
		"minutes": _eldercare.response_min,
		"needed": ceil(needed),
		"staff": responders.people,
		"capacity": floor(capacity),
	},
} if {
	some responders in _responders
	sites := fields.at(input.proposal, _sites)
	alarms := _eldercare.false_alarm_per_day * sites
	needed := alarms * _eldercare.response_min
	capacity := responders.people * thresholds.incl_duty_minutes_day.value
	needed > capacity
}

_responders contains {"people": input.proposal.partners[i].employees, "path": ["partners", i, "employees"]} if some i in _partners

# Fewer are reported above, unless a contract adds people that are not counted here.
_responders contains {"people": shifts.watch, "path": ["talent", "team"]} if {
	_own
	shifts.watch >= thresholds.shift_fte_min.value
}
