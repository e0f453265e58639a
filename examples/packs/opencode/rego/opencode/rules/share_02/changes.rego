# METADATA
# title: Licence of changes
# description: Changes of an open source component keep its licence.
package opencode.rules.share_02

import data.opencode.flags

default applies := false

applies if flags.modifies

findings contains {"code": "missing", "path": ["components", i, field], "args": {}} if {
	some i, component in input.proposal.components
	_modified(component)
	some field in ["licence", "release_licence"]
	not component[field]
}

findings contains {
	"code": "other_licence",
	"path": ["components", i, "release_licence"],
	"related": [["components", i, "licence"]],
	"args": {"id": component.id, "licence": component.licence, "release": component.release_licence},
} if {
	some i, component in input.proposal.components
	_modified(component)
	component.licence != component.release_licence
}

_modified(component) if {
	component.open_source
	component.modified
}
