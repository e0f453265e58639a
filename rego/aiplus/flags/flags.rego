# METADATA
# title: Flags
# description: >-
#   What kind of proposal this is, and so which requirements apply to it. A flag is derived from what the proposal shows,
#   never from a switch that says it does not apply. `because` holds, for each flag, the paths that turned it on, and the
#   flag is on exactly when there are any: the answer and its explanation cannot disagree. Where a proposal says one thing
#   and shows another, what it shows counts, and `guards` says so.
package aiplus.flags

# What is absent must not excuse. Rego evaluates the arguments of a call before the `not` in front of it, so that
# `not x.n >= 3` is undefined, not true, when there is no x.n. Hence the small rules behind the `not`s in this file.

import data.aiplus.checks.evidence
import data.aiplus.checks.jobs
import data.aiplus.thresholds
import data.lib.money
import data.lib.text

# METADATA
# description: >-
#   Contradictions between what a proposal says of itself (path) and what it shows (related). Each turned its flag on.
guards := union({
	_data_guards,
	_genai_guards,
	_public_guards,
	_pi_guards,
	_deploy_guards,
	_work_guards,
	_work_big_guards,
	_health_guards,
	_elder_guards,
	_edu_guards,
	_commercial_guards,
})

# Every project.

all if count(because.all) > 0

because.all contains []

# Data. A proposal that does not even say its type is not excused from anything by that.

default data_bearing := false

data_bearing if count(because.data_bearing) > 0

because.data_bearing contains ["data", "datasets"] if _has_datasets

because.data_bearing contains path if some path in because.train

because.data_bearing contains ["project", "type"] if {
	input.proposal.project.type in {"foundation_model", "dataset", "application", "governance_service"}
}

because.data_bearing contains ["project", "type"] if not input.proposal.project.type

because.data_bearing contains guard.path if some guard in _data_guards

# An application with a model runs on some data: an empty list is a gap, not an exemption.
_data_guards contains {
	"flag": "data_bearing",
	"code": "models_without_data",
	"path": ["data", "datasets"],
	"related": [["models"]],
	"args": {},
} if {
	count(input.proposal.models) > 0
	not _has_datasets
	_needs_data
}

_has_datasets if count(input.proposal.data.datasets) > 0

_needs_data if input.proposal.project.type == "application"

_needs_data if train

# Training or fine-tuning.

default train := false

train if count(because.train) > 0

because.train contains ["models", i, "origin"] if {
	some i, model in input.proposal.models
	model.origin in {"self_trained", "fine_tuned"}
}

because.train contains ["project", "type"] if input.proposal.project.type == "dataset"

# A model that keeps its origin to itself is taken for a trained one when there are data to train with.
because.train contains ["data", "datasets", i, "purpose"] if {
	some model in input.proposal.models
	not model.origin
	some i, dataset in input.proposal.data.datasets
	some purpose in dataset.purpose
	purpose in {"pretrain", "finetune", "rl"}
}

# Annotated or synthetic data.

default annot := false

annot if count(because.annot) > 0

because.annot contains ["data", "datasets", i, "annotation", "needed"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.annotation.needed
}

because.annot contains ["data", "datasets", i, "synthetic", "share_pct"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.synthetic.share_pct > 0
}

# A source that is synthetic with a share of 0 beside it contradicts itself: DATA-05 has to see it.
because.annot contains ["data", "datasets", i, "source"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "synthetic"
}

# Data of several parties. Who holds the rights decides, not a switch.

default multi := false

multi if count(because.multi) > 0

because.multi contains ["data", "datasets", i, "rights", "hold", j] if {
	some i, dataset in input.proposal.data.datasets
	some j, holder in dataset.rights.hold
	not holder in _applicant
}

_applicant := {"applicant", "申报单位", object.get(input.proposal, ["applicant", "name"], "applicant")}

# Data that came by agreement belong to somebody; when nobody is named, that somebody is another.
because.multi contains ["data", "datasets", i, "source"] if {
	some i, dataset in input.proposal.data.datasets
	count(object.get(dataset, ["rights", "hold"], [])) == 0
	dataset.source in {"agreement", "public_authorised"}
}

because.multi contains ["data", "datasets", i, "source_detail_zh"] if {
	some i, dataset in input.proposal.data.datasets
	regex.match(`(?i)购买|购入|买断|数据采购|采购[^。；;，,]{0,8}数据|众包|purchased|bought|crowd`, dataset.source_detail_zh)
}

because.multi contains ["data", "benefit_sharing", "parties"] if {
	count(input.proposal.data.benefit_sharing.parties) > 1
}

# A model. Only three types of project can do without one.

default model := false

model if count(because.model) > 0

because.model contains ["models"] if count(input.proposal.models) > 0

because.model contains ["project", "type"] if not _without_model

_without_model if input.proposal.project.type in {"dataset", "compute_facility", "pilot_base"}

# Generative. What a model puts out decides; a small one may recognise speech or text without being generative. The size
# left unsaid is no proof of being small.

default genai := false

genai if count(because.genai) > 0

because.genai contains ["models", i, "generative"] if {
	some i, model in input.proposal.models
	model.generative
}

because.genai contains ["models", i, "output_modalities"] if {
	some i, model in input.proposal.models
	count(_content(model)) > 0
}

because.genai contains guard.path if some guard in _genai_guards

_genai_guards contains {
	"flag": "genai",
	"code": "generative_denied",
	"path": ["models", i, "generative"],
	"related": [["models", i, "output_modalities"]],
	"args": {"outputs": [{"term": concat("_", ["modality", output])} | some output in outputs]},
} if {
	some i, model in input.proposal.models
	model.generative == false
	outputs := _content(model) - {"code"}
	count(outputs) > 0
}

_content(model) := {output |
	object.get(model, "params_b", thresholds.genai_params_b_min.value) >= thresholds.genai_params_b_min.value
	some output in model.output_modalities
	output in {"text", "image", "audio", "video", "code"}
}

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

# Personal information.

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

# In use: a pilot or later.

default deploy := false

deploy if count(because.deploy) > 0

because.deploy contains ["project", "stage"] if _said_in_use

because.deploy contains guard.path if some guard in _deploy_guards

_deploy_guards contains {
	"flag": "deploy",
	"code": "going_live_unsaid",
	"path": ["project", "stage"],
	"related": [["project", "trl", "target"], ["plan", "milestones", i, "due"]],
	"args": {"trl": input.proposal.project.trl.target, "milestone": object.get(milestone, "id", i + 1)},
} if {
	not _said_in_use
	input.proposal.project.trl.target >= thresholds.deploy_trl_min.value
	some i, milestone in input.proposal.plan.milestones
	milestone.kind == "go_live"
	not _outside_project(milestone)
}

_said_in_use if input.proposal.project.stage in {"pilot", "deployment", "scaling"}

_outside_project(milestone) if milestone.due < input.proposal.project.start

_outside_project(milestone) if milestone.due > input.proposal.project.end

# An effect on jobs.

default work := false

work if count(because.work) > 0

because.work contains _scope if _people_in_scope

because.work contains guard.path if some guard in _work_guards

_work_guards contains object.union(
	sign,
	{"flag": "work", "code": "labour_saving_without_assessment"},
) if {
	some sign in jobs.undeclared
}

# Posts that are listed and not counted.
_work_guards contains {
	"flag": "work",
	"code": "posts_listed_not_counted",
	"path": _scope,
	"related": [["employment", "occupations"]],
	"args": {"people": people_listed},
} if {
	not _people_in_scope
	people_listed := sum([occupation.headcount | some occupation in input.proposal.employment.occupations])
	people_listed > 0
}

_people_in_scope if input.proposal.employment.assessment.scope_headcount >= 1

_scope := ["employment", "assessment", "scope_headcount"]

# A large effect on jobs: many people, or a good part of the staff. An effect that is not declared is presumed large until
# it is, unless everybody who takes part is too small for that.

default work_big := false

work_big if count(because.work_big) > 0

because.work_big contains ["employment", "occupations", i, "headcount"] if {
	_large_change
	some i in _changing
}

because.work_big contains guard.path if some guard in _work_big_guards

_work_big_guards contains {
	"flag": "work_big",
	"code": "undeclared_presumed_large",
	"path": _scope,
	"related": [["applicant", "employees"]],
	"args": {"staff": _staff},
} if {
	count(jobs.undeclared) > 0
	_not_small
}

_not_small if _staff >= thresholds.undeclared_staff_min.value

_not_small if not input.proposal.applicant.employees

# Posts that are changed or replaced, or could well be.
_changing contains i if {
	some i, occupation in input.proposal.employment.occupations
	occupation.effect in {"transform", "displace"}
}

_changing contains i if {
	some i, occupation in input.proposal.employment.occupations
	occupation.exposure in {"g3", "g4"}
}

_changing_people := sum([input.proposal.employment.occupations[i].headcount | some i in _changing])

_large_change if _changing_people >= thresholds.work_big_people_min.value

_large_change if {
	_changing_people >= thresholds.work_big_people_floor.value
	_changing_people * 100 >= thresholds.work_big_staff_pct_min.value * _staff
}

# Exits on the scale at which the law asks for consultation. The statute counts the employer's own staff and has no floor.

default exit_big := false

exit_big if count(because.exit_big) > 0

because.exit_big contains ["employment", "occupations", i, "exit"] if {
	_collective
	some i, occupation in input.proposal.employment.occupations
	occupation.exit > 0
}

_exits := sum([occupation.exit | some occupation in input.proposal.employment.occupations])

_collective if _exits >= thresholds.exit_people_min.value

_collective if {
	_exits * 100 >= thresholds.exit_staff_pct_min.value * object.get(input.proposal, ["applicant", "employees"], 0)
}

# Fields of application.

default research := false

research if count(because.research) > 0

because.research contains ["project", "type"] if input.proposal.project.type == "research"

because.research contains ["project", "ai_plus_domain"] if input.proposal.project.ai_plus_domain == "science"

default industry := false

industry if count(because.industry) > 0

because.industry contains ["project", "ai_plus_domain"] if input.proposal.project.ai_plus_domain == "industry"

default live := false

live if count(because.live) > 0

because.live contains ["project", "ai_plus_domain"] if input.proposal.project.ai_plus_domain == "livelihood"

because.live contains path if some path in because.health

because.live contains path if some path in because.elder

because.live contains path if some path in because.edu

# Health. Whoever writes only the letter Q as sector has not said that it is not health.

default health := false

health if count(because.health) > 0

because.health contains path if some path in _health_shown

because.health contains guard.path if some guard in _health_guards

_health_shown contains ["project", "sector_gb4754"] if input.proposal.project.sector_gb4754 in {"Q", "Q84"}

_health_shown contains ["inclusion", "health"] if count(input.proposal.inclusion.health) > 0

_health_shown contains ["scenarios", i, "target_groups", j] if {
	some i, scenario in input.proposal.scenarios
	some j, group in scenario.target_groups
	group == "patients"
}

# Machines, crops and enterprises are diagnosed too.
_health_guards contains {
	"flag": "health",
	"code": "health_in_words",
	"path": ["project", "sector_gb4754"],
	"related": [["project", field]],
	"args": {"words": words},
} if {
	count(_health_shown) == 0
	some field in ["title_zh", "title_en", "summary_zh"]
	written := lower(input.proposal.project[field])
	_first(written, _health_words)
	on_people := regex.replace(
		written,
		`(?:故障|设备|装备|机械|机器|产线|工艺|质量|性能|轴承|发动机|电机|电池|变压器|管网|线路|电网|桥梁|隧道|网络|能耗|能效|缺陷|植保|病虫害?|作物|果园|土壤|企业|转型|数字化|经营|隐患|风险|材料|简历)的?(?:智能|自动|远程|辅助|在线)?(?:诊断|筛查)`,
		"",
	)
	words := _first(on_people, _health_words)
}

_health_words := ["诊断", "辅助诊疗", "筛查", "clinical", "medical imaging", "patients"]

# Elder care and help for the disabled.

default elder := false

elder if count(because.elder) > 0

because.elder contains path if some path in _elder_shown

because.elder contains guard.path if some guard in _elder_guards

_elder_shown contains ["project", "sector_gb4754"] if input.proposal.project.sector_gb4754 in {"Q", "Q85"}

_elder_shown contains ["scenarios", i, "target_groups", j] if {
	some i, scenario in input.proposal.scenarios
	some j, group in scenario.target_groups
	group in {"elderly", "disabled"}
}

_elder_guards contains {
	"flag": "elder",
	"code": "elder_in_words",
	"path": ["project", "sector_gb4754"],
	"related": [["project", field]],
	"args": {"words": words},
} if {
	count(_elder_shown) == 0
	some field in ["title_zh", "title_en"]
	words := _first(lower(input.proposal.project[field]), ["养老", "助残", "适老", "elder care", "elderly care", "aged care", "disabled", "disabilit"])
}

# Education.

default edu := false

edu if count(because.edu) > 0

because.edu contains path if some path in _edu_shown

because.edu contains guard.path if some guard in _edu_guards

_edu_shown contains ["project", "sector_gb4754"] if input.proposal.project.sector_gb4754 in {"P", "P83"}

_edu_shown contains ["inclusion", "education"] if count(input.proposal.inclusion.education) > 0

_edu_guards contains {
	"flag": "edu",
	"code": "education_in_words",
	"path": ["project", "sector_gb4754"],
	"related": [["project", field]],
	"args": {"words": words},
} if {
	count(_edu_shown) == 0
	some field in ["title_zh", "title_en"]
	words := _first(lower(input.proposal.project[field]), ["学伴", "教学", "课堂", "classroom", "tutoring", "learning companion"])
}

# A platform for others.

default platform := false

platform if count(because.platform) > 0

because.platform contains ["project", "type"] if input.proposal.project.type in {"common_platform", "pilot_base"}

# Money. When the total is left out, the tables speak for it.

default large := false

large if count(because.large) > 0

because.large contains ["finance", "total_cny_wan"] if {
	input.proposal.finance.total_cny_wan >= thresholds.large_cny_wan_min.value
}

because.large contains ["finance", table] if {
	not input.proposal.finance.total_cny_wan
	some table, amount in _tables
	amount >= money.fen(thresholds.large_cny_wan_min.value)
}

_tables := {
	"items": sum([money.fen(item.amount) | some item in input.proposal.finance.items]),
	"sources": sum([money.fen(source.amount) | some source in input.proposal.finance.sources]),
}

default fiscal := false

fiscal if count(because.fiscal) > 0

because.fiscal contains ["finance", "sources", i, "amount"] if {
	_publicly_funded
	some i in _fiscal_sources
}

_fiscal_sources := [i |
	some i, source in input.proposal.finance.sources
	source.kind in {"central_fiscal", "local_fiscal"}
	source.amount > 0
]

_fiscal_money := sum([money.fen(input.proposal.finance.sources[i].amount) | some i in _fiscal_sources])

_total := money.fen(input.proposal.finance.total_cny_wan)

_total := _tables.sources if not input.proposal.finance.total_cny_wan

_publicly_funded if _fiscal_money >= money.fen(thresholds.fiscal_cny_wan_min.value)

_publicly_funded if _fiscal_money * 100 >= thresholds.fiscal_pct_min.value * _total

# Income planned.

default commercial := false

commercial if count(because.commercial) > 0

because.commercial contains ["finance", "cashflow", i, "income_cny_wan"] if {
	some i, year in input.proposal.finance.cashflow
	year.income_cny_wan > 0
}

because.commercial contains ["inclusion", "threshold", "price_model"] if {
	input.proposal.inclusion.threshold.price_model in {"paid", "freemium"}
	not _not_for_profit
}

_not_for_profit if {
	input.proposal.applicant.org_type in {"public_institution", "university", "research_institute", "government", "social_org"}
}

because.commercial contains guard.path if some guard in _commercial_guards

_commercial_guards contains {
	"flag": "commercial",
	"code": "paid_without_cashflow",
	"path": ["finance", "cashflow"],
	"related": [["inclusion", "threshold", "price_model"]],
	"args": {},
} if {
	input.proposal.inclusion.threshold.price_model == "paid"
	not _has_cashflow
}

_has_cashflow if count(input.proposal.finance.cashflow) > 0
