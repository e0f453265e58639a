package mini.rules.data_01

import data.mini.checks.counts
import data.mini.flags

default applies := false

applies if flags.all

findings contains {"code": "few", "path": ["records"], "args": {"n": n}} if {
	n := input.proposal.records
	not counts.enough
}
