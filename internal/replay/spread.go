package replay

import (
	"slices"

	"hegui/internal/assess"
)

// Spread describes how changes of the score lie, in basis points. Quartiles are those of QUARTILE.INC in spreadsheets:
// of n values in ascending order, quartile k lies at position k(n-1)/4, between two values in proportion. Quartiles and
// mean are rounded towards zero, so that a change is never shown larger than it is. All are 0 when there are no values.
type Spread struct {
	N      int          `json:"n"`
	Rose   int          `json:"rose"`
	Fell   int          `json:"fell"`
	Min    assess.Delta `json:"min"`
	Q1     assess.Delta `json:"q1"`
	Median assess.Delta `json:"median"`
	Q3     assess.Delta `json:"q3"`
	Max    assess.Delta `json:"max"`
	Mean   assess.Delta `json:"mean"`
}

// SpreadOf describes changes in basis points, in any order; it leaves them as they are.
func SpreadOf(changes []int32) Spread {
	s := Spread{N: len(changes)}
	if s.N == 0 {
		return s
	}
	x := slices.Clone(changes)
	slices.Sort(x)
	sum := 0
	for _, v := range x {
		sum += int(v)
		switch {
		case v > 0:
			s.Rose++
		case v < 0:
			s.Fell++
		}
	}
	s.Min, s.Max, s.Mean = assess.Delta(x[0]), assess.Delta(x[s.N-1]), assess.Delta(sum/s.N)
	s.Q1, s.Median, s.Q3 = quartile(x, 1), quartile(x, 2), quartile(x, 3)
	return s
}

// quartile gives quartile k of sorted values, rounded towards zero.
func quartile(x []int32, k int) assess.Delta {
	i, rest := k*(len(x)-1)/4, k*(len(x)-1)%4
	quarters := 4 * int(x[i])
	if rest > 0 {
		quarters = (4-rest)*int(x[i]) + rest*int(x[i+1])
	}
	return assess.Delta(quarters / 4)
}

// Bin counts the changes from From to To, both included, in basis points.
type Bin struct {
	From assess.Delta `json:"from"`
	To   assess.Delta `json:"to"`
	N    int          `json:"n"`
}

// binEnds are the ends of the bins: fixed, so that two replays can be compared. The outermost are the largest changes
// that there can be.
var binEnds = [][2]assess.Delta{
	{-10000, -2000}, {-1999, -1000}, {-999, -500}, {-499, -100}, {-99, -1}, {0, 0},
	{1, 99}, {100, 499}, {500, 999}, {1000, 1999}, {2000, 10000},
}

func binsOf(changes []int32) []Bin {
	out := make([]Bin, len(binEnds))
	for i, ends := range binEnds {
		out[i] = Bin{From: ends[0], To: ends[1]}
	}
	for _, v := range changes {
		i := slices.IndexFunc(out, func(b Bin) bool { return assess.Delta(v) <= b.To })
		out[i].N++
	}
	return out
}
