# METADATA
# title: What a mechanism of tolerating errors is
# description: >-
#   By default written limits, a line at which the project stops and somebody independent who decides. Otherwise the written
#   limits alone, or also insurance.
package aiplus.readings.tolerance

import data.aiplus.rules.ecos_02

alternatives.written.ecos_02 := {"applies": ecos_02.applies, "findings": {finding |
	some finding in ecos_02.findings
	not _of_stopping(finding)
}}

alternatives.insured.ecos_02 := {"applies": ecos_02.applies, "findings": (ecos_02.findings | _uninsured)}

_of_stopping(finding) if finding.code in {"stop_loss_zero", "stop_loss_above_total", "decides_for_itself", "not_reviewed"}

_of_stopping(finding) if {
	finding.code == "missing"
	finding.path[count(finding.path) - 1] in {"stop_loss_cny_wan", "decision_body", "interval_months"}
}

_uninsured := {{"code": "not_insured", "path": ["finance", "risk_sharing"], "args": {}} | not _insured}

_insured if {
	some row in input.proposal.finance.risk_sharing
	row.instrument == "insurance"
	row.cover_cny_wan > 0
}
