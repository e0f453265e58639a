# METADATA
# title: Energy of a facility
# description: >-
#   The energy of a year against the power of the machines, their load and what cooling adds, and the green part of it
#   against the contract (X-ENERGY). A facility that leaves one of the figures out is not judged here.
# custom:
#   title_zh: 设施能耗
#   description_zh: "全年用电量与设备功率、负载、制冷附加是否相符，其中绿电与合同是否相符（X-ENERGY）。缺任一数值的设施，\
#     此处不判。"
package aiplus.checks.energy

import data.aiplus.thresholds

# METADATA
# description: >-
#   A disagreement when the energy of a year is far from power × hours × load × PUE, or when that comes to nothing; args
#   annual and reckoned, both in MWh, and tolerance in per cent.
consumption(path, facility) := {{
	"path": array.concat(path, ["annual_mwh"]),
	"related": [array.concat(path, [field]) | some field in ["it_power_mw", "load_pct", "pue_design"]],
	"args": {"annual": facility.annual_mwh, "reckoned": round(reckoned), "tolerance": tolerance},
} |
	hours := thresholds.hours_per_year.value
	reckoned := (((facility.it_power_mw * hours) * facility.load_pct) * facility.pue_design) / 100
	tolerance := thresholds.comp_energy_tolerance.value
	_far(facility.annual_mwh, reckoned, tolerance)
}

_far(annual, reckoned, tolerance) if abs(annual - reckoned) * 100 > tolerance * reckoned

_far(_, 0, _)

# METADATA
# description: >-
#   A disagreement when the contracts hold less green energy than the share claimed comes to; args contract and claimed, in
#   MWh, and share, which is what of it has to be under contract, in per cent.
green(path, facility) := {{
	"path": array.concat(path, ["green_contract_mwh"]),
	"related": [array.concat(path, [field]) | some field in ["annual_mwh", "green_power_pct"]],
	"args": {"contract": facility.green_contract_mwh, "claimed": round(claimed), "share": share},
} |
	claimed := (facility.annual_mwh * facility.green_power_pct) / 100
	share := thresholds.comp_green_contract_share_min.value
	facility.green_contract_mwh * 100 < claimed * share
}

# METADATA
# description: A disagreement when the facility takes no more than its machines; args pue and min.
impossible(path, facility) := {{
	"path": array.concat(path, ["pue_design"]),
	"related": [],
	"args": {"pue": facility.pue_design, "min": least},
} |
	least := thresholds.comp_pue_min.value
	facility.pue_design <= least
}
