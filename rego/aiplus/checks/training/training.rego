# METADATA
# title: Cost of training
# description: >-
#   What an hour of training costs for one person (X-TRAIN). Far below the band nobody is taught, far above it the money
#   goes elsewhere; either way people, hours and cost do not belong together.
# custom:
#   title_zh: 培训成本
#   description_zh: "每人每学时的培训成本（X-TRAIN）。远低于区间，没有人真正受训；远高于区间，钱另有去处；两种情况都说明人数、\
#     学时和费用对不上。"
package aiplus.checks.training

import data.aiplus.thresholds
import data.lib.money

# METADATA
# description: >-
#   A disagreement when the cost of a programme, spread over its person-hours, is outside the band. The path is that of
#   the programme; args price (yuan for one person and hour), min and max. A programme without a cost, without people or
#   without hours is not judged here.
price(path, programme) := {disagreement |
	hours := programme.trainees * programme.hours
	hours > 0
	low := thresholds.training_price_min.value
	high := thresholds.training_price_max.value
	disagreement := {
		"path": array.concat(path, ["cost_cny_wan"]),
		"related": [array.concat(path, ["trainees"]), array.concat(path, ["hours"])],
		"args": {
			"price": _outside(money.fen(programme.cost_cny_wan), hours, low, high),
			"min": low,
			"max": high,
		},
	}
}

# Compared in fen and without a division. The price itself is cut to whole fen on the far side of the limit, so that a
# message never shows a price that is inside the band; it is only divided for where there are hours.
_outside(cost, hours, low, _) := floor(cost / hours) / 100 if cost < (low * 100) * hours

_outside(cost, hours, _, high) := ceil(cost / hours) / 100 if cost > (high * 100) * hours
