package replay

import (
	"cmp"
	"math/big"
	"slices"

	"hegui/internal/assess"
)

// Settings of the comparison of groups.
const (
	// MinGroup is how many proposals a group and its rest must have to be tested. Fewer are listed and not judged.
	MinGroup = 5
	// NotablePer10000 is the probability, in ten-thousandths, below which a difference is called notable. It holds for all
	// comparisons of a replay together: of a hundred replays in which no group fares otherwise than its rest, at most five
	// call any difference notable.
	NotablePer10000 = 500
	// MaxGroups is how many groups of one trait are compared, the largest of them.
	MaxGroups = 40
)

// Comparison says how groups of proposals fare against the rest.
type Comparison struct {
	Tests   int     `json:"tests"`    // how many tests were made; each must be clearer for it
	Notable int     `json:"notable"`  // how many of them found a difference that chance alone rarely makes
	LeftOut int     `json:"left_out"` // groups beyond the MaxGroups largest of their trait
	Groups  []Group `json:"groups"`   // by trait, the largest first
}

// Group is the proposals that share a trait, against all others of which the trait is known.
type Group struct {
	Trait string `json:"trait"`
	Value string `json:"value"`
	In    Fare   `json:"in"`
	Rest  Fare   `json:"rest"`

	// Flips tests whether more, or fewer, of the group than of the rest get another verdict: Fisher's exact test.
	Flips Test `json:"flips"`
	// Scores tests whether the scores of the group change otherwise than those of the rest: the median test, which is
	// Fisher's exact test on how many of each lie above the median change of both together; or below it, when more do, as
	// happens when many scores do not change.
	Scores Test `json:"scores"`
}

// Apart gives what the test of scores counts: how many of the group and of the rest lie above the median change of both
// together, or below it when more do.
func (g *Group) Apart() (in, rest int, above bool) {
	if g.In.Below+g.Rest.Below > g.In.Above+g.Rest.Above {
		return g.In.Below, g.Rest.Below, false
	}
	return g.In.Above, g.Rest.Above, true
}

// Fare says how some proposals fare.
type Fare struct {
	N      int          `json:"n"`
	Flips  int          `json:"flips"`
	Better int          `json:"better"` // flips to a better verdict
	Worse  int          `json:"worse"`
	Median assess.Delta `json:"median"` // of the changes of the score, in basis points, rounded towards zero
	Above  int          `json:"above"`  // whose change is above the median of group and rest together
	Below  int          `json:"below"`  // whose change is below it
}

// Test is the outcome of a two-sided exact test.
type Test struct {
	Made bool `json:"made"` // false when the group or the rest has fewer than MinGroup proposals
	// P is the probability of a difference at least as improbable if the group were drawn by chance, in millionths,
	// rounded up. Adjusted is the same with regard to the number of tests made (Holm's method).
	P        int  `json:"p"`
	Adjusted int  `json:"adjusted"`
	Notable  bool `json:"notable"` // Adjusted is at most NotablePer10000
}

// names numbers the groups of one trait from 1, so that a row keeps two bytes for each.
type names struct {
	of map[string]uint16
	in []string
}

func newNames() *names { return &names{of: map[string]uint16{}, in: []string{""}} }

// index gives the number of a group. Beyond the largest number, proposals are in no group: no trait has so many.
func (n *names) index(group string) uint16 {
	if group == "" {
		return 0
	}
	i, ok := n.of[group]
	if !ok && len(n.in) <= 65535 {
		i = uint16(len(n.in))
		n.of[group] = i
		n.in = append(n.in, group)
	}
	return i
}

// compareGroups compares every group with its rest.
func (r *Replay) compareGroups() Comparison {
	out := Comparison{Groups: []Group{}}
	var tests []tested
	for t := range r.traits {
		groups, leftOut := r.groupsOf(t)
		out.Groups = append(out.Groups, groups...)
		out.LeftOut += leftOut
	}
	for i := range out.Groups {
		g := &out.Groups[i]
		if g.In.N < MinGroup || g.Rest.N < MinGroup {
			continue
		}
		in, rest, _ := g.Apart()
		tests = append(tests,
			tested{&g.Flips, fisher(g.In.Flips, g.In.N, g.Rest.Flips, g.Rest.N)},
			tested{&g.Scores, fisher(in, g.In.N, rest, g.Rest.N)})
	}
	out.Tests, out.Notable = len(tests), holm(tests)
	return out
}

// groupsOf gives the groups of a trait that are not the whole, the largest first, and how many more there are.
func (r *Replay) groupsOf(t int) (groups []Group, leftOut int) {
	var known []int32 // changes of the rows of which the trait is known
	sizes := make([]int, len(r.names[t].in))
	for i := range r.rows {
		if at := r.rows[i].groups[t]; at > 0 {
			known = append(known, int32(r.rows[i].Change()))
			sizes[at]++
		}
	}
	var order []int
	for at, n := range sizes {
		if n > 0 && n < len(known) && r.names[t].in[at] != Others {
			order = append(order, at)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(sizes[b], sizes[a]), cmp.Compare(r.names[t].in[a], r.names[t].in[b]))
	})
	shown := order[:min(len(order), MaxGroups)]
	twice := twiceMedian(known)
	for _, at := range shown {
		groups = append(groups, r.group(t, at, twice))
	}
	return groups, len(order) - len(shown)
}

// group compares one group of a trait with the others of which the trait is known.
func (r *Replay) group(t, at, twiceMedian int) Group {
	g := Group{Trait: r.traits[t].ID, Value: r.names[t].in[at]}
	var in, rest []int32
	for i := range r.rows {
		row := &r.rows[i]
		switch int(row.groups[t]) {
		case 0:
		case at:
			in = append(in, int32(row.Change()))
			g.In.add(row, twiceMedian)
		default:
			rest = append(rest, int32(row.Change()))
			g.Rest.add(row, twiceMedian)
		}
	}
	g.In.Median, g.Rest.Median = SpreadOf(in).Median, SpreadOf(rest).Median
	return g
}

// twiceMedian is exact: the median may lie half way between two values.
func twiceMedian(values []int32) int {
	if len(values) == 0 {
		return 0
	}
	x := slices.Clone(values)
	slices.Sort(x)
	return int(x[(len(x)-1)/2]) + int(x[len(x)/2])
}

func (f *Fare) add(r *Row, twiceMedian int) {
	f.N++
	switch twice := 2 * int(r.Change()); {
	case twice > twiceMedian:
		f.Above++
	case twice < twiceMedian:
		f.Below++
	}
	if !r.Flips() {
		return
	}
	f.Flips++
	if slices.Index(Order(), r.After.Verdict) < slices.Index(Order(), r.Before.Verdict) {
		f.Better++
	} else {
		f.Worse++
	}
}

// tested is a test with its exact probability.
type tested struct {
	*Test
	p *big.Rat
}

// holm judges all tests together, by the method of S. Holm (1979): the smallest probability counts as many times as there
// are tests, the next one time less, and none counts for less than a smaller one. It gives the number of notable ones.
func holm(tests []tested) int {
	slices.SortStableFunc(tests, func(a, b tested) int { return a.p.Cmp(b.p) })
	one, limit := big.NewRat(1, 1), big.NewRat(NotablePer10000, 10000)
	adjusted, notable := new(big.Rat), 0
	for i, t := range tests {
		p := new(big.Rat).Mul(t.p, big.NewRat(int64(len(tests)-i), 1))
		if p.Cmp(adjusted) > 0 {
			adjusted = p
		}
		if adjusted.Cmp(one) > 0 {
			adjusted = one
		}
		*t.Test = Test{Made: true, P: millionths(t.p), Adjusted: millionths(adjusted), Notable: adjusted.Cmp(limit) <= 0}
		if t.Notable {
			notable++
		}
	}
	return notable
}

// millionths rounds up, so that no difference is called clearer than it is.
func millionths(p *big.Rat) int {
	n := new(big.Int).Mul(p.Num(), big.NewInt(1_000_000))
	n.Add(n, p.Denom()).Sub(n, big.NewInt(1))
	return int(n.Quo(n, p.Denom()).Int64())
}
