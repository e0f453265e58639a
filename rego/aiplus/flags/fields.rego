package aiplus.flags

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

# Consumption.

default consumer := false

consumer if count(because.consumer) > 0

because.consumer contains ["project", "ai_plus_domain"] if input.proposal.project.ai_plus_domain == "consumption"

# Whoever claims a product that could not be without AI is asked to show it.

default ai_native := false

ai_native if count(because.ai_native) > 0

because.ai_native contains ["innovation", "ai_native", "claimed"] if input.proposal.innovation.ai_native.claimed

# Use by the state: in the domain of governance, or by an authority that serves people.

default govuse := false

govuse if count(because.govuse) > 0

because.govuse contains ["project", "ai_plus_domain"] if input.proposal.project.ai_plus_domain == "governance"

because.govuse contains ["applicant", "org_type"] if {
	input.proposal.applicant.org_type == "government"
	some scenario in input.proposal.scenarios
	_serves_people(scenario)
}

_serves_people(scenario) if scenario.public_facing

_serves_people(scenario) if scenario.subject == "natural_person"
