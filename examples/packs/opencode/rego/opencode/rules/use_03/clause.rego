# METADATA
# title: Open source in contracts
# description: Every contract encourages open source technology.
package opencode.rules.use_03

import data.opencode.flags

default applies := false

applies if flags.contracts

findings contains {"code": "no_clause", "path": ["contracts", i, "open_source_clause"], "args": {"id": contract.id}} if {
	some i, contract in input.proposal.contracts
	not contract.open_source_clause
}
