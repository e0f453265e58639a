# METADATA
# title: What inclusive is
# description: >-
#   By default a price no higher than what the same costs today. Otherwise that the service reaches villages and
#   neighbourhoods, or that it reaches people who have less, whatever it costs.
package aiplus.readings.inclusion

import data.aiplus.rules.incl_02
import data.aiplus.thresholds

alternatives.primary.incl_02 := {"applies": incl_02.applies, "findings": (_but_price | _few_primary)}

alternatives.disadvantaged.incl_02 := {"applies": incl_02.applies, "findings": (_but_price | _few_disadvantaged)}

_but_price := {finding |
	some finding in incl_02.findings
	not finding.code in {"price_above_benchmark", "benchmark_zero"}
}

_coverage(field) := object.get(input.proposal, ["inclusion", "coverage", field], 0)

_few_primary := {{
	"code": "primary_few",
	"path": ["inclusion", "coverage", "sites_primary"],
	"related": [["inclusion", "coverage", "sites_total"]],
	"args": {"primary": _coverage("sites_primary"), "total": _coverage("sites_total"), "min": needed},
} |
	needed := thresholds.reading_primary_share_min.value
	not _reached(needed)
}

_reached(needed) if {
	_coverage("sites_total") > 0
	_coverage("sites_primary") * 100 >= _coverage("sites_total") * needed
}

_few_disadvantaged := {{
	"code": "disadvantaged_few",
	"path": ["inclusion", "coverage", "disadvantaged_pct"],
	"args": {"share": _coverage("disadvantaged_pct"), "min": needed},
} |
	needed := thresholds.reading_disadvantaged_share_min.value
	_coverage("disadvantaged_pct") < needed
}
