# METADATA
# title: What diversity of data is
# description: >-
#   By default two dimensions, each target in sufficient number. Otherwise three dimensions, or that the model does about
#   as well on every group.
package aiplus.readings.diversity

import data.aiplus.checks.datasets
import data.aiplus.rules.data_03
import data.aiplus.thresholds

alternatives.three.data_03 := {"applies": data_03.applies, "findings": (data_03.findings | _below_three)}

alternatives.gap.data_03 := {"applies": data_03.applies, "findings": ((data_03.findings | _gap_unknown) | _gap_wide)}

_below_three := {finding |
	needed := thresholds.reading_strata_dimensions_min.value
	some i in datasets.judged(input.proposal.data.datasets)
	dataset := input.proposal.data.datasets[i]
	dimensions := {stratum.dimension | some stratum in dataset.strata}
	count(dimensions) < needed
	path := ["data", "datasets", i]
	finding := {
		"code": "dimensions_below_three",
		"path": array.concat(path, ["strata"]),
		"args": {"dataset": datasets.name(path, dataset), "count": count(dimensions), "min": needed},
	}
}

_gaps contains [["models", i, "fairness", j, "gap"], test.gap] if {
	some i, model in input.proposal.models
	some j, test in model.fairness
}

_gap_unknown := {{"code": "gap_unknown", "path": ["models"], "args": {}} | count(_gaps) == 0}

_gap_wide := {{"code": "gap_wide", "path": path, "args": {"gap": gap, "max": limit}} |
	limit := thresholds.reading_gap_max.value
	some [path, gap] in _gaps
	gap > limit
}
