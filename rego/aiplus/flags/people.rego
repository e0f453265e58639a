package aiplus.flags

import data.aiplus.checks.borders
import data.aiplus.checks.evidence
import data.aiplus.checks.groups
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

# Open to the public. A channel everybody has, or far more users than staff, is public whatever the switch says.

default public := false

public if count(because.public) > 0

because.public contains ["scenarios", i, "public_facing"] if {
	some i, scenario in input.proposal.scenarios
	scenario.public_facing
}

because.public contains guard.path if some guard in _public_guards

_public_guards contains {
	"flag": "public",
	"code": "public_channel",
	"path": ["scenarios", i, "public_facing"],
	"related": [["scenarios", i, field]],
	"args": {"channel": channel},
} if {
	some i, scenario in input.proposal.scenarios
	not scenario.public_facing
	some field in ["name_zh", "description_zh"]
	words := lower(scenario[field])
	_first(words, _open_channels)
	channel := _first(regex.replace(words, `(?:企业微信|企微|内部|院内|厂内|内网)的?小程序`, ""), _open_channels)
}

_public_guards contains {
	"flag": "public",
	"code": "more_users_than_staff",
	"path": ["scenarios", i, "public_facing"],
	"related": [["scenarios", i, "users_annual"], ["applicant", "employees"]],
	"args": {"users": scenario.users_annual, "staff": _staff},
} if {
	some i, scenario in input.proposal.scenarios
	not scenario.public_facing
	scenario.users_annual > thresholds.public_users_per_staff.value * _staff
}

_open_channels := ["小程序", "应用商店", "应用市场", "12345", "app store", "google play", "mini program", "mini-program"]

# The first of the words that a text has, undefined when it has none. Found without a regular expression, because this is
# asked of long texts in every proposal.
_first(s, words) := [word | some word in words; contains(s, word)][0]

# Staff of everybody who takes part, as far as it is stated: a number left out makes nobody larger.
_staff := sum(array.concat(
	[employees | employees := input.proposal.applicant.employees],
	[partner.employees | some partner in input.proposal.partners],
))

# A significant effect on natural persons.

default people := false

people if count(because.people) > 0

because.people contains ["scenarios", i, "decision_impact"] if {
	some i, scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
	scenario.decision_impact == "significant"
}

# Personal information, declared or shown (X-PI).

default pi := false

pi if count(because.pi) > 0

because.pi contains ["data", "datasets", i, "pi", "contains"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.pi.contains
}

because.pi contains guard.path if some guard in _pi_guards

# A service for people that says none of its data are about people.
_pi_guards contains {
	"flag": "pi",
	"code": "people_without_personal_data",
	"path": ["data", "datasets"],
	"related": [path | some path in _about_people],
	"args": {},
} if {
	count(_about_people) > 0
	not _pi_declared
	not _anonymised
}

# Pictures and sound hold people unless somebody says how they were kept out.
_pi_guards contains {
	"flag": "pi",
	"code": "media_without_exclusion",
	"path": ["data", "datasets", i, "pi", "contains"],
	"related": [["data", "datasets", i, "modalities"], ["data", "datasets", i, "pi", "exclusion_zh"]],
	"args": {"dataset": object.get(dataset, "id", i + 1)},
} if {
	some i, dataset in input.proposal.data.datasets
	count({modality | some modality in dataset.modalities} & {"image", "audio", "video"}) > 0
	not dataset.pi.contains
	text.length(object.get(dataset, ["pi", "exclusion_zh"], "")) < thresholds.pi_exclusion_length_min.value
}

_pi_declared if {
	some dataset in input.proposal.data.datasets
	dataset.pi.contains
}

# That data were made anonymous is believed when their datasheet, or the assessment of the effect on personal
# information, can prove something.
_anonymised if {
	some dataset in input.proposal.data.datasets
	dataset.pi.deidentified == "anonymised"
	dataset.docs.datasheet in evidence.solid
}

_anonymised if {
	some dataset in input.proposal.data.datasets
	dataset.pi.deidentified == "anonymised"
	input.proposal.safety.privacy.pipia_evidence in evidence.solid
}

_about_people contains path if some path in because.people

_about_people contains path if some path in because.health

_about_people contains path if some path in because.edu

_about_people contains ["scenarios", i, "subject"] if {
	some i, scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
}

_about_people contains ["scenarios", i, "target_groups", j] if {
	some i, scenario in input.proposal.scenarios
	some j, group in scenario.target_groups
	group in {"patients", "minors", "elderly", "disabled"}
}

# Important or core data.

default impdata := false

impdata if count(because.impdata) > 0

because.impdata contains ["data", "datasets", i, "level"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.level in {"important", "core"}
}

# Data that leave the country, by a plan or by the way the model or the computing is bought.

default xborder := false

xborder if count(because.xborder) > 0

because.xborder contains ["data", "datasets", i, "cross_border", "planned"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.cross_border.planned
}

because.xborder contains guard.path if some guard in _xborder_guards

_xborder_guards contains object.union(way, {"flag": "xborder", "code": "border_crossed_unsaid"}) if {
	pi
	some way in borders.undeclared
}

# Groups that need protection.

default vuln := false

vuln if count(because.vuln) > 0

because.vuln contains ["scenarios", i, "target_groups", j] if {
	some i, scenario in input.proposal.scenarios
	some j, group in scenario.target_groups
	group in {"minors", "elderly", "disabled", "emotional_companionship"}
}

because.vuln contains ["scenarios", i, "target_groups", j] if {
	public
	some i, scenario in input.proposal.scenarios
	some j, group in scenario.target_groups
	group == "patients"
}

because.vuln contains guard.path if some guard in _vuln_guards

_vuln_guards contains object.union(sign, {"flag": "vuln", "code": "group_unnamed"}) if some sign in groups.unnamed

# Research on people: somebody measures what the system does to patients, pupils or users.

default human_research := false

human_research if count(because.human_research) > 0

because.human_research contains path if {
	some path in [
		["inclusion", "health", "eval_n"],
		["inclusion", "education", "eval_n"],
		["inclusion", "accessibility", "user_tests_n"],
	]
	fields.at(input.proposal, path) > 0
}

because.human_research contains ["innovation", "basic_research"] if {
	count(input.proposal.innovation.basic_research) > 0
	some scenario in input.proposal.scenarios
	scenario.subject == "natural_person"
}
