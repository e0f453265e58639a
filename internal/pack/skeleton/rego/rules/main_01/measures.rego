# METADATA
# title: Measures
# description: Enough measures are listed, each with what is done and who answers for it.
package {{.ID}}.rules.main_01

import data.{{.ID}}.flags
import data.{{.ID}}.thresholds

default applies := false

applies if flags.all

# What is absent is a finding of its own: a comparison with nothing would be silent.
findings contains {"code": "missing", "path": ["measures"], "args": {}} if {
	_count == 0
}

findings contains {"code": "missing", "path": ["measures", i, field], "args": {}} if {
	some i, measure in input.proposal.measures
	some field in ["text", "owner"]
	not measure[field]
}

findings contains {"code": "few", "path": ["measures"], "args": {"count": _count, "min": thresholds.measures_min.value}} if {
	_count > 0
	_count < thresholds.measures_min.value
}

default _count := 0

_count := count(input.proposal.measures)
