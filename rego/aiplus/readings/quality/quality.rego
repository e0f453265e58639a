# METADATA
# title: What a high-quality dataset is
# description: >-
#   By default the quality dimensions decide. Read after TC609-5-2025-04, documentation and the effect on the model count
#   too; read most strictly, somebody else certifies it.
package aiplus.readings.quality

import data.aiplus.checks.evidence
import data.aiplus.flags
import data.aiplus.rules.data_02
import data.aiplus.rules.data_04
import data.aiplus.rules.data_06

alternatives.assessed.data_02 := {"applies": data_02.applies, "findings": _assessed}

alternatives.certified.data_02 := {"applies": data_02.applies, "findings": (_assessed | _uncertified)}

_assessed := (data_02.findings | _undocumented) | _without_effect

_undocumented := {{"code": "documentation_lacking", "path": finding.path, "args": {}} | some finding in data_04.findings}

_without_effect := {{"code": "effect_lacking", "path": finding.path, "args": {}} |
	flags.train
	some finding in data_06.findings
}

_uncertified := {{"code": "quality_uncertified", "path": ["evidence"], "args": {}} | not _certified}

_certified if {
	some item in input.proposal.evidence
	item.kind == "certificate"
	item.id in evidence.solid
	some word in ["数据", "data"]
	contains(lower(item.title_zh), word)
}
