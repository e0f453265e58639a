# METADATA
# title: Lower the threshold of use
# description: >-
#   What it takes to use the product is stated and low: a price no higher than what the same costs today, a short time to
#   learn, a device that people have, use with a weak network, and the languages of its users.
package aiplus.rules.incl_02

import data.aiplus.flags
import data.aiplus.thresholds
import data.lib.fields
import data.lib.text

default applies := false

applies if flags.live

applies if flags.consumer

_at(field) := ["inclusion", "threshold", field]

_threshold := object.get(input.proposal, ["inclusion", "threshold"], {})

findings contains {"code": "missing", "path": path, "args": {}} if {
	some path in fields.absent(input.proposal, _needed)
}

_needed contains _at(field) if {
	some field in [
		"price_model", "unit_price_cny", "benchmark_price_cny", "onboarding_hours",
		"device_min_zh", "offline", "languages",
	]
}

# Who charges says what the price is compared with.
_needed contains _price_basis if _charges

# Whoever says that it is free, and has a cash flow, says that nothing comes in.
_needed contains ["finance", "cashflow", i, "income_cny_wan"] if {
	_threshold.price_model == "free"
	some i, _ in input.proposal.finance.cashflow
}

_price_basis := ["finance", "price_basis_zh"]

_charges if _threshold.price_model in {"paid", "freemium"}

findings contains {"code": "price_basis_vague", "path": _price_basis, "related": [_at("benchmark_price_cny")], "args": {}} if {
	_charges
	basis := fields.at(input.proposal, _price_basis)
	basis != ""
	not text.has_number(basis)
}

findings contains {
	"code": "price_above_benchmark",
	"path": _at("unit_price_cny"),
	"related": [_at("benchmark_price_cny")],
	"args": {"price": _threshold.unit_price_cny, "benchmark": _threshold.benchmark_price_cny},
} if {
	_threshold.benchmark_price_cny > 0
	_threshold.unit_price_cny > _threshold.benchmark_price_cny
}

# 0 against 0 compares nothing: something is spent on the same need today, if only time.
findings contains {
	"code": "benchmark_zero",
	"path": _at("benchmark_price_cny"),
	"related": [_at("unit_price_cny")],
	"args": {},
} if {
	_threshold.benchmark_price_cny == 0
}

findings contains {
	"code": "free_with_price",
	"path": _at("price_model"),
	"related": [_at("unit_price_cny")],
	"args": {"price": _threshold.unit_price_cny},
} if {
	_threshold.price_model == "free"
	_threshold.unit_price_cny > 0
}

findings contains {
	"code": "paid_without_price",
	"path": _at("unit_price_cny"),
	"related": [_at("price_model")],
	"args": {},
} if {
	_charges
	_threshold.unit_price_cny == 0
}

# Where the state pays there is a model for it, and one for where some users do.
findings contains {
	"code": "free_with_income",
	"path": _at("price_model"),
	"related": years,
	"args": {},
} if {
	_threshold.price_model == "free"
	years := [["finance", "cashflow", i, "income_cny_wan"] |
		some i, year in input.proposal.finance.cashflow
		year.income_cny_wan > 0
	]
	count(years) > 0
}

findings contains {"code": "onboarding_zero", "path": _at("onboarding_hours"), "args": {}} if {
	_threshold.onboarding_hours == 0
}

findings contains {
	"code": "onboarding_long",
	"path": _at("onboarding_hours"),
	"args": {"hours": _threshold.onboarding_hours, "max": limit},
} if {
	limit := thresholds.incl_onboarding_hours_max.value
	_threshold.onboarding_hours > limit
}

findings contains {"code": "online_only", "path": _at("offline"), "args": {}} if _threshold.offline == false

# The device.

findings contains {"code": "device_vague", "path": _at("device_min_zh"), "args": {}} if {
	device := _threshold.device_min_zh
	device != ""
	not text.has_number(device)
}

findings contains {"code": "device_special", "path": _at("device_min_zh"), "args": {"words": words}} if {
	words := min({word |
		some clause in _device_clauses
		some word in _special
		contains(clause, word)
	})
}

# What need not be there and what runs elsewhere is not the user's device.
_device_clauses := [clause |
	some clause in regex.split(`[。，；！,;.!]`, lower(_threshold.device_min_zh))
	not regex.match(`无[需须]|无独立|没有|不需|不要求|不带|不配|不依赖|不必|免配|云|服务端|服务器端|机房|\bno\b|\bwithout\b|\bnot\b|cloud|server side|data cent`, clause)
]

_special := {
	"显卡", "gpu", "rtx", "h100", "h800", "a100", "a800", "昇腾", "旗舰", "高端", "头显", "图形工作站", "折叠屏",
	"flagship", "high-end", "headset", "foldable", "graphics card", "graphics workstation",
}

findings contains {"code": "device_dear", "path": _at("device_min_zh"), "args": {"price": price, "max": limit}} if {
	limit := thresholds.incl_device_cny_max.value
	price := max(_device_prices)
	price > limit
}

# 1280元, 1.2万元, CNY 1,280
_device_prices contains _number(price) * factor if {
	some clause in _priced_clauses
	some unit, factor in {"元": 1, "万元": 10000}
	some price in regex.find_n(concat("", [`[0-9]+(?:\.[0-9]+)?\s*`, unit]), clause, -1)
}

_device_prices contains _number(price) if {
	some clause in _priced_clauses
	some price in regex.find_n(`(?:cny|rmb|¥)\s*[0-9]+(?:\.[0-9]+)?`, clause, -1)
}

_number(price) := to_number(regex.replace(price, `[^0-9.]`, ""))

_priced_clauses := [clause |
	some clause in regex.split(`[。，；！;!]`, replace(lower(_threshold.device_min_zh), ",", ""))
	not regex.match(`无[需须]|无独立|没有|不需|不要求|不带|不配|不必|\bno\b|\bwithout\b|\bnot\b`, clause)
]
