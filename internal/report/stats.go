package report

import (
	"cmp"
	"slices"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// Statistics over a batch, in basis points and whole numbers only, so that two runs never differ in a digit.
//
// Quartiles are those of QUARTILE.INC in spreadsheets (Hyndman and Fan, type 7): with n values in ascending order from
// x[0], quartile k lies at position k(n-1)/4, between two values in proportion. They are rounded down to a basis point
// where they are shown, and exact in quarters of a basis point where fences are computed. The mean is rounded down.

// spread describes how values lie. The zero value describes none.
type spread struct {
	N                                 int
	Min, Q1, Median, Q3, Max, Mean    assess.Score
	lowFenceEighths, highFenceEighths int // Tukey's fences, in eighths of a basis point
}

// spreadOf describes values, in any order; it leaves them as they are.
func spreadOf(values []int32) spread {
	n := len(values)
	if n == 0 {
		return spread{}
	}
	x := slices.Clone(values)
	slices.Sort(x)
	sum := 0
	for _, v := range x {
		sum += int(v)
	}
	q1, q2, q3 := quarters(x, 1), quarters(x, 2), quarters(x, 3)
	return spread{
		N: n, Min: assess.Score(x[0]), Max: assess.Score(x[n-1]), Mean: assess.Score(sum / n),
		Q1: assess.Score(q1 / 4), Median: assess.Score(q2 / 4), Q3: assess.Score(q3 / 4),
		// q1 and q3 are in quarters, so 1.5 × (q3 − q1) is 3 × (q3 − q1) in eighths.
		lowFenceEighths: 2*q1 - 3*(q3-q1), highFenceEighths: 2*q3 + 3*(q3-q1),
	}
}

// quarters gives quartile k of sorted values, in quarters of their unit and exact.
func quarters(x []int32, k int) int {
	i, rest := k*(len(x)-1)/4, k*(len(x)-1)%4
	if rest == 0 {
		return 4 * int(x[i])
	}
	return (4-rest)*int(x[i]) + rest*int(x[i+1])
}

// outlierMin is how many values there must be before one of them can be called far from the others.
const outlierMin = 8

// outlier says whether a value lies beyond Tukey's fences: more than 1.5 times the distance between the quartiles below
// the first or above the third. Of fewer than outlierMin values none does.
func (s *spread) outlier(v int) bool {
	return s.N >= outlierMin && (8*v < s.lowFenceEighths || 8*v > s.highFenceEighths)
}

// bins is the number of bars of a histogram of scores: 0 to below 10, …, 90 to 100.
const bins = 10

// histogram counts scores by bin; 100.00 falls into the last.
func histogram(scores []int32) [bins]int {
	var counts [bins]int
	for _, s := range scores {
		counts[min(int(s)/1000, bins-1)]++
	}
	return counts
}

// tally gathers what statistics need of each assessment: a few numbers each, whatever the size of the proposals.
type tally struct {
	scores       []int32   // basis points, one of each assessment
	dimensions   [][]int32 // by dimension, of the assessments to which something in it applies
	requirements []requirementTally
	verdicts     map[assess.Verdict]int
	unreadable   int
}

// requirementTally says what became of a requirement in all assessments.
type requirementTally struct {
	Applies, Fail, Partial, Manual, Error int // by status, whether waived or not
	Waived, Vetoes                        int
	Lost                                  int // weight × per cent, over all assessments
}

// Missed counts the assessments in which the requirement lost points.
func (r *requirementTally) Missed() int { return r.Fail + r.Partial + r.Manual + r.Error - r.Waived }

func newTally(c *catalog.Catalog) *tally {
	return &tally{
		dimensions:   make([][]int32, len(c.Dimensions)),
		requirements: make([]requirementTally, len(c.Requirements)),
		verdicts:     map[assess.Verdict]int{},
	}
}

func (t *tally) add(a *assess.Assessment) {
	t.scores = append(t.scores, int32(a.Decision.Score))
	t.verdicts[a.Decision.Verdict]++
	for i, d := range a.Decision.Dimensions {
		if d.Possible > 0 {
			t.dimensions[i] = append(t.dimensions[i], int32(d.Score))
		}
	}
	for i := range a.Results {
		r, all := &a.Results[i], &t.requirements[i]
		if !r.Counts() {
			continue
		}
		all.Applies++
		if r.Waiver != nil {
			all.Waived++
		} else {
			all.Lost += r.Lost()
			if r.Vetoes {
				all.Vetoes++
			}
		}
		switch r.Status {
		case assess.StatusFail:
			all.Fail++
		case assess.StatusPartial:
			all.Partial++
		case assess.StatusManual:
			all.Manual++
		case assess.StatusError:
			all.Error++
		}
	}
}

// mostMissed gives the indexes of up to n requirements that were missed, the most often missed first; of those missed
// equally often, the one that cost more.
func (t *tally) mostMissed(n int) []int {
	var order []int
	for i := range t.requirements {
		if t.requirements[i].Missed() > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := &t.requirements[i], &t.requirements[j]
		return cmp.Or(cmp.Compare(y.Missed(), x.Missed()), cmp.Compare(y.Lost, x.Lost))
	})
	return order[:min(n, len(order))]
}

// share gives a part of a whole in basis points, rounded down; 0 of nothing.
func share(part, whole int) assess.Score {
	if whole == 0 {
		return 0
	}
	return assess.Score(10000 * part / whole)
}
