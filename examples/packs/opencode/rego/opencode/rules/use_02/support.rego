# METADATA
# title: Maintenance and support
# description: Every component is supported for as long as the project lasts.
package opencode.rules.use_02

import data.opencode.flags

default applies := false

applies if flags.all

findings contains {"code": "missing", "path": ["components"], "args": {}} if {
	_components == 0
}

findings contains {"code": "missing", "path": ["components", i, "support", field], "args": {}} if {
	some i, component in input.proposal.components
	some field in ["provider", "until"]
	not component.support[field]
}

findings contains {
	"code": "ends_early",
	"path": ["components", i, "support", "until"],
	"related": [["project", "ends"]],
	"args": {"id": component.id, "until": component.support.until, "ends": ends},
} if {
	ends := input.proposal.project.ends
	some i, component in input.proposal.components
	component.support.until < ends
}

default _components := 0

_components := count(input.proposal.components)
