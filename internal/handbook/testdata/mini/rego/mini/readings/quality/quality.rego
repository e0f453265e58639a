# METADATA
# title: What quality is
package mini.readings.quality

import data.mini.rules.data_01

alternatives.twice.data_01 := {"applies": data_01.applies, "findings": findings}

findings contains {"code": "fewer", "path": ["records"], "args": {"n": n}} if {
	n := input.proposal.records
	n < 6
}
