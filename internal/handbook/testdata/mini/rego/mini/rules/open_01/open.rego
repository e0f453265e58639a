package mini.rules.open_01

import data.mini.flags
import data.mini.thresholds

default applies := false

applies if flags.open

applies if {
	flags.all
	not flags.open
}

findings contains {"code": "unloved", "path": ["stars"], "args": {}} if input.proposal.stars < thresholds.stars_min.value
