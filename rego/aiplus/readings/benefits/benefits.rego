# METADATA
# title: What a mechanism of sharing benefits is
# description: >-
#   By default written shares that add up. Otherwise money must stand behind them, or they must follow from contributions
#   that are counted.
package aiplus.readings.benefits

import data.aiplus.checks.budget
import data.aiplus.rules.data_09
import data.lib.text

alternatives.money.data_09 := {"applies": data_09.applies, "findings": (data_09.findings | _no_money)}

alternatives.contribution.data_09 := {"applies": data_09.applies, "findings": ((data_09.findings | _another_method) | _uncounted)}

_sharing := ["data", "benefit_sharing"]

_no_money := {{"code": "no_money_behind", "path": _sharing, "related": [["finance", "cashflow"]], "args": {}} | not _paid}

_paid if {
	some year in input.proposal.finance.cashflow
	year.income_cny_wan > 0
}

_paid if budget.items("data") > 0

_another_method := {{"code": "not_by_contribution", "path": array.concat(_sharing, ["method"]), "args": {}} |
	object.get(input.proposal, ["data", "benefit_sharing", "method"], "none") != "contribution_share"
}

_uncounted := {{"code": "contribution_uncounted", "path": array.concat(_sharing, ["parties", i, "basis_zh"]), "args": {}} |
	some i, party in input.proposal.data.benefit_sharing.parties
	not text.has_number(object.get(party, "basis_zh", ""))
}
