# METADATA
# title: Whose jobs have to be assessed
# description: >-
#   By default every post that changes. Otherwise only an effect on the scale of the lay-off statute, or only a major project.
package aiplus.readings.employment

import data.aiplus.flags
import data.aiplus.rules.empl_01
import data.aiplus.rules.empl_02
import data.aiplus.rules.empl_06
import data.aiplus.thresholds

alternatives.sizeable[stem] := _when(flags.work_big, findings) if some stem, findings in _findings

alternatives.major[stem] := _when(_major, findings) if some stem, findings in _findings

_findings := {"empl_01": empl_01.findings, "empl_02": empl_02.findings, "empl_06": empl_06.findings}

_when(true, findings) := {"applies": true, "findings": findings}

_when(false, _) := {"applies": false, "findings": set()}

# An effect that is presumed large because it was not declared is not smaller than a declared one.
default _major := false

_major if {
	flags.work
	sum([occupation.headcount | some occupation in input.proposal.employment.occupations]) >= thresholds.reading_major_people_min.value
}

_major if {
	flags.work_big
	not _declared
}

_declared if input.proposal.employment.assessment.scope_headcount >= 1
