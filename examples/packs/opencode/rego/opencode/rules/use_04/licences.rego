# METADATA
# title: Index of licences
# description: Every open source component names its licence and its obligations.
package opencode.rules.use_04

import data.opencode.flags

default applies := false

applies if flags.open_components

findings contains {"code": "not_indexed", "path": ["components", i, field], "args": {"id": component.id}} if {
	some i, component in input.proposal.components
	component.open_source
	some field in ["licence", "obligations"]
	not component[field]
}
