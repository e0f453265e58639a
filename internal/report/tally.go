package report

import (
	"cmp"
	"slices"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// tally counts a batch as it goes by. Its size does not grow with the number of proposals: scores are whole basis points,
// so a count for each of them gives every quantile exactly.
type tally struct {
	c          *catalog.Catalog
	verdicts   map[assess.Verdict]int
	scores     [10001]int
	missed     []int // by requirement, in the catalog's order: proposals that lost points there
	assessed   int
	unreadable int
}

func newTally(c *catalog.Catalog) *tally {
	return &tally{c: c, verdicts: map[assess.Verdict]int{}, missed: make([]int, len(c.Requirements))}
}

func (t *tally) add(a *assess.Assessment) {
	t.assessed++
	t.verdicts[a.Decision.Verdict]++
	t.scores[a.Decision.Score]++
	for i := range a.Results {
		if a.Results[i].Lost() > 0 {
			t.missed[i]++
		}
	}
}

// quantile gives the smallest score that at least num/den of the proposals do not exceed; 0/1 is the lowest score.
// There must be a proposal.
func (t *tally) quantile(num, den int) assess.Score {
	seen := 0
	for score, n := range t.scores {
		seen += n
		if n > 0 && seen*den >= t.assessed*num {
			return assess.Score(score)
		}
	}
	return 10000
}

// missedMost lists up to n requirements that most proposals lost points at, by number and then by the catalog's order.
func (t *tally) missedMost(n int) []missed {
	var all []missed
	for i, count := range t.missed {
		if count > 0 {
			all = append(all, missed{&t.c.Requirements[i], count})
		}
	}
	slices.SortStableFunc(all, func(a, b missed) int { return cmp.Compare(b.proposals, a.proposals) })
	return all[:min(n, len(all))]
}

type missed struct {
	requirement *catalog.Requirement
	proposals   int
}
