# METADATA
# title: What synergy of data, computing, power and grid is
# description: >-
#   By default green power that is proven, load that can be shifted, and a plan to do so. Otherwise green power alone, or also
#   a contract on demand response.
package aiplus.readings.grid

import data.aiplus.checks.evidence
import data.aiplus.rules.comp_04

alternatives.green.comp_04 := {"applies": comp_04.applies, "findings": _of_power}

alternatives.contract.comp_04 := {"applies": comp_04.applies, "findings": (comp_04.findings | _no_contract)}

_of_power := {finding |
	some finding in comp_04.findings
	not finding.code in {"flexible_low", "nothing_to_shift", "response_unplanned"}
}

_no_contract := {{"code": "response_uncontracted", "path": ["evidence"], "args": {}} | not _contracted}

_contracted if {
	some item in input.proposal.evidence
	item.kind in {"contract", "letter"}
	item.id in evidence.solid
	some word in ["需求响应", "需求侧", "虚拟电厂", "调峰", "demand response"]
	contains(lower(item.title_zh), word)
}
