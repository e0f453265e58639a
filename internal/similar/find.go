package similar

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Find compares all proposals with each other. The only error is that of the context, when it ends before the work.
func (x *Index) Find(ctx context.Context) (*Result, error) {
	entries := slices.Clone(x.entries)
	slices.SortStableFunc(entries, func(a, b *entry) int { // the same result for any order of Add
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.USCC, b.USCC), strings.Compare(a.Applicant, b.Applicant),
			strings.Compare(a.Project, b.Project), slices.Compare(a.units, b.units))
	})
	known := newSeeds(knownEntry(x.options.Known))
	r := &Result{
		MinCharacters: x.options.MinCharacters, Proposals: len(entries), Common: x.classify(entries, known.e),
		Copies: []Pair{}, SameApplicant: []Pair{}, Truncated: []Proposal{}, // no null in JSON
	}
	for _, e := range entries {
		if e.Truncated {
			r.Truncated = append(r.Truncated, e.Proposal)
		}
	}
	pairs := candidates(entries)
	x.verify(ctx, entries, pairs, known, func(p Pair) {
		if same := p.A.applicant(); same != "" && same == p.B.applicant() {
			r.SameApplicant = append(r.SameApplicant, p)
		} else {
			r.Copies = append(r.Copies, p)
		}
	})
	for _, list := range [][]Pair{r.Copies, r.SameApplicant} {
		slices.SortStableFunc(list, func(p, q Pair) int {
			return cmp.Or(cmp.Compare(q.Similarity, p.Similarity), strings.Compare(p.A.Name, q.A.Name), strings.Compare(p.B.Name, q.B.Name))
		})
	}
	return r, ctx.Err()
}

// verify compares the texts of the candidates and reports those that share enough, in their order.
func (x *Index) verify(ctx context.Context, entries []*entry, pairs []candidate, known *seeds, report func(Pair)) {
	skip := make([]unitSet, len(entries))
	involved := make([]bool, len(entries))
	for _, p := range pairs {
		involved[p.a], involved[p.b] = true, true
	}
	parallel(len(entries), func(i int) {
		if involved[i] {
			skip[i] = entries[i].skipped(known)
		}
	})
	var groups [][]candidate // by their first entry, which is indexed once
	for from := 0; from < len(pairs); {
		to := from + 1
		for to < len(pairs) && pairs[to].a == pairs[from].a {
			to++
		}
		groups = append(groups, pairs[from:to])
		from = to
	}
	own := func(i int) int { return entries[i].own(skip[i]) }
	found := make([][]Pair, len(groups))
	parallel(len(groups), func(g int) {
		a := groups[g][0].a
		seeds := newSeeds(entries[a])
		for _, p := range groups[g] {
			if ctx.Err() != nil {
				return
			}
			b := p.b
			cs := chains(entries[a], entries[b], seeds.matches(entries[b]), skip[a], skip[b], minFragment)
			if pair, ok := x.pair(entries[a], entries[b], cs, min(own(a), own(b))); ok {
				found[g] = append(found[g], pair)
			}
		}
	})
	for _, list := range found {
		for _, p := range list {
			report(p)
		}
	}
}

// skipped gives the units that do not count: what is common, and what comes from a known document, edited or not.
func (e *entry) skipped(known *seeds) unitSet {
	set := newUnitSet(len(e.units))
	copy(set, e.common)
	for _, c := range chains(known.e, e, known.matches(e), nil, nil, minFragment) {
		last := c.matches[len(c.matches)-1]
		set.add(c.matches[0].j, last.j+last.n)
	}
	return set
}

// pair makes a pair of what two entries share, when that is enough: one long passage; pieces that are as long together
// inside one value of either, such as sentences in another order; or pieces all over that are several times as long.
func (x *Index) pair(a, b *entry, cs []chain, own int) (Pair, bool) {
	most, pieces, shared := 0, 0, 0
	inField := map[*field]int{}
	p := Pair{A: a.Proposal, B: b.Proposal}
	for _, c := range cs {
		shared += c.weight
		if c.weight < minFragment {
			continue
		}
		pieces += c.weight
		for _, f := range []*field{a.fieldAt(c.matches[0].i), b.fieldAt(c.matches[0].j)} {
			inField[f] += c.weight
			most = max(most, inField[f])
		}
		p.Passages = append(p.Passages, passage(a, b, c))
	}
	slices.SortStableFunc(p.Passages, func(q, r Passage) int { return cmp.Compare(r.Shared, q.Shared) })
	p.Shared, p.Similarity = shared, shared*1000/max(own, shared, 1)
	return p, most >= x.options.MinCharacters || pieces >= scattered*x.options.MinCharacters
}

func passage(a, b *entry, c chain) Passage {
	inA := func(i int) bool {
		return slices.ContainsFunc(c.matches, func(m match) bool { return i >= m.i && i < m.i+m.n })
	}
	inB := func(j int) bool {
		return slices.ContainsFunc(c.matches, func(m match) bool { return j >= m.j && j < m.j+m.n })
	}
	fa, fb := a.fieldAt(c.matches[0].i), b.fieldAt(c.matches[0].j)
	return Passage{
		Shared: c.weight,
		A:      Side{Place: fa.place(), Parts: a.parts(fa, inA)},
		B:      Side{Place: fb.place(), Parts: b.parts(fb, inB)},
	}
}

// parallel does work for 0 to n-1, on all cores. Each writes its own place only, so the result does not depend on which
// comes first.
func parallel(n int, work func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
