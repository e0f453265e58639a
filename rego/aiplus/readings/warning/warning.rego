# METADATA
# title: What a system of monitoring and warning is
# description: >-
#   By default metrics with thresholds that somebody watches. Otherwise around the clock, or linked to the regulator's
#   platform.
package aiplus.readings.warning

import data.aiplus.rules.safe_06

alternatives.around_the_clock.safe_06 := {"applies": safe_06.applies, "findings": (safe_06.findings | _sleeps)}

alternatives.linked.safe_06 := {"applies": safe_06.applies, "findings": (safe_06.findings | _unlinked)}

_coverage := ["safety", "monitoring", "coverage"]

_sleeps := {{"code": "not_around_the_clock", "path": _coverage, "args": {}} |
	object.get(input.proposal, _coverage, "none") != "24x7"
}

_unlinked := {{"code": "not_linked", "path": ["safety", "monitoring", "metrics"], "args": {}} | not _linked}

_linked if {
	some metric in input.proposal.safety.monitoring.metrics
	some word in ["监管", "主管部门", "网信", "监测平台", "regulator", "authority"]
	contains(lower(metric.channel), word)
}
