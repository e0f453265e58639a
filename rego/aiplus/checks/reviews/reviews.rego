# METADATA
# title: Reviews by people
# description: >-
#   Whether so many people can look at so many cases: a review for which there are seconds is a rubber stamp (X-REV).
# custom:
#   title_zh: 人工复核
#   description_zh: 这些人看不看得过来这么多件：每件只有几秒的复核等于盖章（X-REV）。
package aiplus.checks.reviews

import data.aiplus.thresholds

# METADATA
# description: >-
#   A disagreement when one reviewer has more cases on a working day than the limit; args reviews (of one reviewer on one
#   day), reviewers and max. In a scenario with a person in the loop every case is reviewed, whatever share is stated;
#   who leaves the role of people open is taken at the same. Without reviewers nothing is judged here.
stamped contains {
	"path": _reviewers,
	"related": array.concat(
		[["scenarios", i, "cases_annual"] | some i, _ in _reviewed],
		[["safety", "oversight", "sample_review_pct"]],
	),
	"args": {"reviews": ceil(yearly / capacity), "reviewers": reviewers, "max": limit},
} if {
	reviewers := input.proposal.safety.oversight.reviewers
	reviewers > 0
	capacity := reviewers * thresholds.review_days.value
	limit := thresholds.reviews_per_day_max.value
	yearly := sum([reviews | some reviews in _reviewed])
	yearly > limit * capacity
}

_reviewers := ["safety", "oversight", "reviewers"]

# Reviews a year, by scenario.
_reviewed[i] := (scenario.cases_annual * _share(scenario)) / 100 if some i, scenario in input.proposal.scenarios

_share(scenario) := 100 if not _sampled(scenario)

_share(scenario) := input.proposal.safety.oversight.sample_review_pct if _sampled(scenario)

_sampled(scenario) if scenario.human_role in {"on_loop", "out_of_loop"}
