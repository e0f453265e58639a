# METADATA
# title: Hints
# description: >-
#   What is in form and may still be wrong: values that look like a slip of unit, such as shares given as fractions, money
#   in yuan or minutes given in hours, and an effect on people that is denied where one is likely. Hints cost nothing, since
#   each may be meant; a person reads them beside the assessment.
package aiplus.hints

import data.aiplus.thresholds

# METADATA
# description: One entry for each of them, in the shape of a finding.
found := ((_fractions | _money) | _minutes) | _people

# A list of shares or rates of which none is above 1, and some is not 0.
_fractions contains {"code": "fraction_for_percent", "path": path, "args": {"max": max(values)}} if {
	some [path, values] in _lists_of_percentages
	count(values) > 1
	max(values) <= 1
	max(values) > 0
}

_lists_of_percentages contains [["data", "datasets", i, "strata"], [stratum.share_pct | some stratum in dataset.strata]] if {
	some i, dataset in input.proposal.data.datasets
}

_lists_of_percentages contains [["data", "datasets", i, "quality"], [measure.value_pct | some measure in dataset.quality]] if {
	some i, dataset in input.proposal.data.datasets
}

_lists_of_percentages contains [["data", "benefit_sharing", "parties"], [party.share_pct | some party in parties]] if {
	parties := input.proposal.data.benefit_sharing.parties
}

_lists_of_percentages contains [["models", i, "robustness"], [test.pass_pct | some test in model.robustness]] if {
	some i, model in input.proposal.models
}

_lists_of_percentages contains [["compute", "sources"], [source.share_pct | some source in sources]] if {
	sources := input.proposal.compute.sources
}

# A total that is beyond any project, or below anything that is applied for.
_money contains {"code": "yuan_for_wan", "path": ["finance", "total_cny_wan"], "args": {"total": total}} if {
	total := input.proposal.finance.total_cny_wan
	total > thresholds.total_wan_plausible_max.value
}

_money contains {"code": "yi_for_wan", "path": ["finance", "total_cny_wan"], "args": {"total": total}} if {
	total := input.proposal.finance.total_cny_wan
	total > 0
	total < thresholds.total_wan_plausible_min.value
}

# The hours of the law, in a field of minutes.
_minutes contains {
	"code": "hours_for_minutes",
	"path": ["safety", "warning", "levels", i, "report_deadline_min"],
	"args": {"minutes": level.report_deadline_min, "right": level.report_deadline_min * 60},
} if {
	some i, level in input.proposal.safety.warning.levels
	level.report_deadline_min in {1, 2, 4}
}
