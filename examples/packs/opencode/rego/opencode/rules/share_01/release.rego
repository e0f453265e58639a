# METADATA
# title: Release of code
# description: All code is shared, or one of the exceptions is named with its reason.
package opencode.rules.share_01

import data.opencode.flags

default applies := false

applies if flags.all

findings contains {"code": "missing", "path": ["code"], "args": {}} if {
	_works == 0
}

findings contains {"code": "not_shared", "path": ["code", i, "repository"], "args": {"id": work.id}} if {
	some i, work in input.proposal.code
	not work.repository
	not work.withheld
}

findings contains {"code": "shared_and_withheld", "path": ["code", i, "withheld"], "related": [["code", i, "repository"]], "args": {"id": work.id}} if {
	some i, work in input.proposal.code
	work.repository
	work.withheld
}

findings contains {"code": "missing", "path": ["code", i, "reason"], "args": {}} if {
	some i, work in input.proposal.code
	work.withheld
	not work.reason
}

default _works := 0

_works := count(input.proposal.code)
