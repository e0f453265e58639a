# METADATA
# title: Counts
# description: How many there are (X-COUNT).
# custom:
#   title_zh: 数目
#   description_zh: 有多少条（X-COUNT）。
package mini.checks.counts

import data.mini.thresholds

enough if input.proposal.records >= thresholds.records_min.value
