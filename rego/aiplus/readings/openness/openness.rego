# METADATA
# title: What support of an open-source ecosystem is
# description: >-
#   By default one licensed artifact, or a reason why there is none. Otherwise an artifact that is kept up, or a release that
#   the open-source AI definition would call open.
package aiplus.readings.openness

import data.aiplus.flags
import data.aiplus.rules.open_02
import data.aiplus.rules.open_04
import data.aiplus.rules.open_06

alternatives.upkeep.open_02 := {"applies": open_02.applies, "findings": ((open_02.findings | _nothing_open) | _neglected)}

alternatives.definition.open_02 := {"applies": open_02.applies, "findings": ((open_02.findings | _closed_weights) | _incomplete)}

_artifacts := ["opensource", "artifacts"]

_nothing_open := {{"code": "nothing_open", "path": _artifacts, "args": {}} |
	count(object.get(input.proposal, _artifacts, [])) == 0
}

_neglected := {{"code": "upkeep_lacking", "path": finding.path, "args": {}} | some finding in open_06.findings}

_closed_weights := {{"code": "weights_closed", "path": _artifacts, "args": {}} | not flags.openw}

_incomplete := {{"code": "openness_incomplete", "path": finding.path, "args": {}} |
	flags.openw
	some finding in open_04.findings
}
