# METADATA
# title: Protection of minors, older users and other vulnerable groups
# description: >-
#   Whom the project really serves decides what it owes them: a mode for minors with a limit of time and the consent of
#   guardians, guidance and a person to turn to for older people, and for emotional companionship a way out, a reminder
#   and help in a crisis.
package aiplus.rules.safe_14

import data.aiplus.checks.groups
import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.vuln

_section := ["safety", "vulnerable"]

_at(field) := ["safety", "vulnerable", field]

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _section

_needed contains _at(field) if {
	count(input.proposal.safety.vulnerable) > 0
	some field in _owed
}

_owed contains "minor_mode" if "minors" in groups.served

_owed contains "guardian_consent" if _under_14

_owed contains field if {
	"elderly" in groups.served
	some field in ["elderly_guidance", "human_channel"]
}

_owed contains "human_channel" if count(_helped) > 0

_owed contains field if {
	_companion
	some field in ["crisis_protocol_zh", "usage_reminder_min"]
}

# Whom the project serves is seen here.

_needed contains path if some path in [["scenarios"], ["project", "title_zh"]]

_needed contains ["scenarios", i, field] if {
	some i, _ in input.proposal.scenarios
	some field in ["target_groups", "public_facing"]
}

_needed contains ["inclusion", "education", "stages"] if flags.edu

_needed contains ["data", "datasets", i, "pi", "contains"] if some i, _ in input.proposal.data.datasets

_needed contains ["data", "datasets", i, "pi", "minors"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.pi.contains
}

findings contains object.union(disagreement, {"code": "group_unnamed"}) if some disagreement in groups.unnamed

# Minors.

# Under fourteen, unless only later stages of school are served and no data of younger children are used.
_under_14 if {
	"minors" in groups.served
	count(_later_stages) == 0
}

_under_14 if count(_childrens_data) > 0

_later_stages := {stage |
	some stage in input.proposal.inclusion.education.stages
	every other in input.proposal.inclusion.education.stages {
		not other in {"preschool", "primary", "junior"}
	}
}

_childrens_data := [i | some i, dataset in input.proposal.data.datasets; dataset.pi.minors]

findings contains {
	"code": "minor_mode_off",
	"path": _at("minor_mode"),
	"related": groups.signs("minors"),
	"args": {},
} if {
	"minors" in groups.served
	input.proposal.safety.vulnerable.minor_mode == false
}

# A mode that limits no time is a switch without a wire.
findings contains {
	"code": "minor_mode_unlimited",
	"path": _at("usage_reminder_min"),
	"related": [_at("minor_mode"), ["inclusion", "education", "minutes_cap_day"]],
	"args": {"max": thresholds.safe_reminder_max.value},
} if {
	"minors" in groups.served
	input.proposal.safety.vulnerable.minor_mode
	not _reminded
	not _capped
}

_reminded if {
	input.proposal.safety.vulnerable.usage_reminder_min > 0
	input.proposal.safety.vulnerable.usage_reminder_min <= thresholds.safe_reminder_max.value
}

_capped if {
	input.proposal.inclusion.education.minutes_cap_day > 0
	input.proposal.inclusion.education.minutes_cap_day <= thresholds.safe_reminder_max.value
}

findings contains {
	"code": "guardians_not_asked",
	"path": _at("guardian_consent"),
	"related": groups.signs("minors"),
	"args": {},
} if {
	_under_14
	input.proposal.safety.vulnerable.guardian_consent == false
}

# Whoever has the consent of guardians says so where the data say on what they rest.
findings contains {
	"code": "consent_contradicted",
	"path": ["data", "datasets", i, "pi", "legal_basis"],
	"related": [_at("guardian_consent"), ["data", "datasets", i, "pi", "minors"]],
	"args": {"dataset": object.get(dataset, "id", i + 1)},
} if {
	input.proposal.safety.vulnerable.guardian_consent
	some i in _childrens_data
	dataset := input.proposal.data.datasets[i]
	not dataset.pi.legal_basis in {"consent", "separate_consent", "statutory_duty", "public_health"}
}

findings contains {
	"code": "virtual_kin",
	"path": ["scenarios", i, field],
	"related": groups.signs("minors"),
	"args": {"words": words[0]},
} if {
	"minors" in groups.served
	some i, scenario in input.proposal.scenarios
	some field in ["name_zh", "description_zh"]
	offered := regex.replace(
		lower(scenario[field]),
		`(?:不|禁止|没有|杜绝|屏蔽|关闭|\bno\b|\bnot\b|without)[^。；;.]{0,30}`,
		"",
	)
	words := [word | some word in _kin; contains(offered, word)]
}

_kin := [
	"虚拟亲属", "虚拟亲人", "虚拟家人", "虚拟父母", "虚拟伴侣", "虚拟恋人", "虚拟男友", "虚拟女友",
	"virtual relative", "virtual partner", "virtual girlfriend", "virtual boyfriend", "virtual lover",
]

# Older people.

findings contains {
	"code": "elderly_not_guided",
	"path": _at("elderly_guidance"),
	"related": groups.signs("elderly"),
	"args": {},
} if {
	"elderly" in groups.served
	input.proposal.safety.vulnerable.elderly_guidance == false
}

# Guidance that takes nobody any time, and was tried with nobody, is a word.
findings contains {
	"code": "guidance_unsupported",
	"path": _at("elderly_guidance"),
	"related": [path | some path in _guiding],
	"args": {},
} if {
	"elderly" in groups.served
	input.proposal.safety.vulnerable.elderly_guidance
	count({path | some path in _guiding; fields.at(input.proposal, path) > 0}) == 0
	count([1 | some training in input.proposal.employment.training; training.audience == "public"; training.hours > 0]) == 0
}

_guiding := [["inclusion", "threshold", "onboarding_hours"], ["inclusion", "accessibility", "user_tests_n"]]

findings contains {
	"code": "elderly_without_person",
	"path": _at("human_channel"),
	"related": groups.signs("elderly"),
	"args": {},
} if {
	"elderly" in groups.served
	input.proposal.safety.vulnerable.human_channel == false
}

findings contains {
	"code": "person_contradicted",
	"path": _at("human_channel"),
	"related": [["inclusion", "accessibility", "human_service"]],
	"args": {},
} if {
	input.proposal.safety.vulnerable.human_channel
	input.proposal.inclusion.accessibility.human_service == false
}

# The regulation names older people; a person to turn to for the others is a reading of ours.

_helped contains "disabled" if "disabled" in groups.served

_helped contains "patients" if {
	"patients" in groups.served
	flags.public
}

findings contains {
	"code": "group_without_person",
	"path": _at("human_channel"),
	"related": groups.signs(group),
	"args": {"group": {"term": concat("_", ["helped", group])}},
} if {
	some group in _helped
	input.proposal.safety.vulnerable.human_channel == false
}

# Emotional companionship.

default _companion := false

_companion if "emotional_companionship" in groups.served

findings contains {
	"code": "reminder_late",
	"path": _at("usage_reminder_min"),
	"args": {"minutes": minutes, "max": limit},
} if {
	_companion
	minutes := input.proposal.safety.vulnerable.usage_reminder_min
	limit := thresholds.safe_reminder_max.value
	_untimely(minutes, limit)
}

# A reminder after no time at all is none.
_untimely(minutes, _) if minutes == 0

_untimely(minutes, limit) if minutes > limit

# Who takes over, within how many minutes, by which number to call.
findings contains {"code": "crisis_vague", "path": _at("crisis_protocol_zh"), "args": {}} if {
	_companion
	protocol := input.proposal.safety.vulnerable.crisis_protocol_zh
	not text.has_number(protocol)
}

findings contains {
	"code": "exit_unsaid",
	"path": _at("crisis_protocol_zh"),
	"related": [["scenarios", i, "description_zh"] | some i, _ in input.proposal.scenarios],
	"args": {},
} if {
	_companion
	said := lower(concat(" ", array.concat(
		[input.proposal.safety.vulnerable.crisis_protocol_zh],
		[scenario.description_zh | some scenario in input.proposal.scenarios],
	)))
	count([1 | some word in ["退出", "结束对话", "停止对话", "关闭", "注销", "exit", "quit", "leave", "close the"]; contains(said, word)]) == 0
}

findings contains {
	"code": "talk_trained_on",
	"path": ["data", "datasets", i, "pi", "legal_basis"],
	"related": [["data", "datasets", i, "purpose"], ["data", "datasets", i, "pi", "sensitive"]],
	"args": {"dataset": object.get(dataset, "id", i + 1)},
} if {
	_companion
	some i in _taught_with_talk
	dataset := input.proposal.data.datasets[i]
	dataset.pi.legal_basis != "separate_consent"
}

# What is left open counts as sensitive, and as used for training.
_taught_with_talk := [i |
	some i, dataset in input.proposal.data.datasets
	dataset.pi.contains
	object.get(dataset, ["pi", "sensitive"], true)
	count({purpose | some purpose in object.get(dataset, "purpose", ["finetune"])} & {"pretrain", "finetune", "rl"}) > 0
]

_needed contains ["data", "datasets", i, "pi", "legal_basis"] if {
	_companion
	some i in _taught_with_talk
}

_needed contains ["data", "datasets", i, "pi", "legal_basis"] if {
	some i in _childrens_data
}
