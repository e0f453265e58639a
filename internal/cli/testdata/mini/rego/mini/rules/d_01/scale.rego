# METADATA
# title: Scale
# description: There are enough records.
package mini.rules.d_01

import data.mini.thresholds

default applies := true

findings contains {"code": "missing", "path": ["records"], "args": {}} if {
	not input.proposal.records
}

findings contains {"code": "few", "path": ["records"], "args": {"n": n}} if {
	n := input.proposal.records
	n < thresholds.records_min.value
}
