# METADATA
# title: Groups that need protection
# description: >-
#   Whom the project serves, as far as anything in the proposal shows it, against the target groups that it names
#   (X-GROUP).
# custom:
#   title_zh: 需要保护的群体
#   description_zh: 从申报书内容看得出的服务对象，与所列目标群体是否相符（X-GROUP）。
package aiplus.checks.groups

# METADATA
# description: "Groups that the scenarios name: minors, elderly, disabled, patients and so on."
named := {group |
	some scenario in input.proposal.scenarios
	some group in scenario.target_groups
}

# METADATA
# description: Groups that the project serves, named or shown otherwise.
served := named | {group | some group, _ in _shown}

# METADATA
# description: One disagreement for each group that something shows and no scenario names; args group.
unnamed contains {
	"path": ["scenarios"],
	"related": [path | some path in paths],
	"args": {"group": {"term": concat("_", ["group", group])}},
} if {
	some group, paths in _shown
	not group in named
}

# METADATA
# description: >-
#   What shows that the project serves a group: the target groups of the scenarios that name it, or else everything that
#   tells of it.
signs(group) := [["scenarios", i, "target_groups"] |
	some i, scenario in input.proposal.scenarios
	group in scenario.target_groups
] if {
	group in named
} else := [path | some path in _shown[group]]

_shown[group] contains path if {
	some [group, path] in _signs
}

_signs contains ["minors", ["inclusion", "education", "stages"]] if {
	some stage in input.proposal.inclusion.education.stages
	stage in {"preschool", "primary", "junior", "senior"}
}

_signs contains ["minors", ["data", "datasets", i, "pi", "minors"]] if {
	some i, dataset in input.proposal.data.datasets
	dataset.pi.minors
}

_signs contains ["elderly", ["project", "title_zh"]] if {
	some word in ["养老", "适老"]
	contains(input.proposal.project.title_zh, word)
}
