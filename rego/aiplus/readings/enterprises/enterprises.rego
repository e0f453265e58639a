# METADATA
# title: What integration of large and small enterprises is
# description: >-
#   By default small enterprises have work and a tenth of the money. Otherwise a fifth of it, or a package of their own
#   whatever their share.
package aiplus.readings.enterprises

import data.aiplus.rules.ecos_06
import data.aiplus.thresholds

alternatives.fifth.ecos_06 := {"applies": ecos_06.applies, "findings": (ecos_06.findings | _below_a_fifth)}

alternatives.lead.ecos_06 := {"applies": ecos_06.applies, "findings": {finding |
	some finding in ecos_06.findings
	finding.code != "share_low"
}}

_below_a_fifth := {{"code": "share_below_a_fifth", "path": path, "args": {"share": share, "min": needed}} |
	path := ["ecosystem", "sme", "budget_share_pct"]
	share := object.get(input.proposal, path, 0)
	needed := thresholds.reading_sme_share_min.value
	share < needed
}
