# METADATA
# title: Market research
# description: Products were compared, open source ones among them.
package opencode.rules.use_01

import data.opencode.flags
import data.opencode.thresholds

default applies := false

applies if flags.all

findings contains {"code": "missing", "path": ["research"], "args": {}} if {
	_products == 0
}

findings contains {"code": "no_open", "path": ["research"], "args": {"count": _products}} if {
	_products > 0
	count([product | some product in input.proposal.research; product.open_source]) < thresholds.research_open_min.value
}

default _products := 0

_products := count(input.proposal.research)
