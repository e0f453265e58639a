package similar

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Find compares all proposals with each other.
func (x *Index) Find() *Result {
	entries := slices.Clone(x.entries)
	slices.SortStableFunc(entries, func(a, b *entry) int { // the same result for any order of Add
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.USCC, b.USCC), strings.Compare(a.Applicant, b.Applicant),
			strings.Compare(a.Project, b.Project), slices.Compare(a.units, b.units))
	})
	r := &Result{Options: x.options, Proposals: len(entries), Common: x.commonPassages(entries)}
	for _, e := range entries {
		if e.Truncated {
			r.Truncated = append(r.Truncated, e.Proposal)
		}
	}
	known := newSeeds(knownEntry(x.options.Known))
	pairs := candidates(blocksOf(entries, known.e), ownersOf(entries))
	x.verify(entries, pairs, known, func(p Pair) {
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
	return r
}

// ownersOf numbers the applicants: entries of one applicant have the same number.
func ownersOf(entries []*entry) []int32 {
	owners := make([]int32, len(entries))
	numbers := map[string]int32{}
	for i, e := range entries {
		owners[i] = int32(i)
		if id := e.applicant(); id != "" {
			if _, ok := numbers[id]; !ok {
				numbers[id] = int32(i)
			}
			owners[i] = numbers[id]
		}
	}
	return owners
}

// blocksOf hashes the blocks of all entries, in their order. What is in the known documents is left out.
func blocksOf(entries []*entry, known *entry) []block {
	quoted := map[uint64]bool{}
	for _, f := range known.fields {
		for i := f.start; i < f.end; i++ {
			if h, n := shingle(known.units[i:f.end], shingleWidth); n > 0 {
				quoted[h] = true
			}
		}
	}
	parts := make([][]block, len(entries))
	parallel(len(entries), func(i int) { parts[i] = entries[i].blocksOf(i, quoted, nil) })
	return slices.Concat(parts...)
}

// verify compares the texts of the candidates and reports those that share enough, in their order.
func (x *Index) verify(entries []*entry, pairs []pairKey, known *seeds, report func(Pair)) {
	skip := make([]unitSet, len(entries))
	involved := make([]bool, len(entries))
	for _, p := range pairs {
		a, b := p.entries()
		involved[a], involved[b] = true, true
	}
	parallel(len(entries), func(i int) {
		if involved[i] {
			skip[i] = entries[i].skipped(known)
		}
	})
	var groups [][]pairKey // by their first entry, which is indexed once
	for from := 0; from < len(pairs); {
		to := from + 1
		for to < len(pairs) && pairs[to]>>32 == pairs[from]>>32 {
			to++
		}
		groups = append(groups, pairs[from:to])
		from = to
	}
	own := func(i int) int { return entries[i].own(skip[i]) }
	found := make([][]Pair, len(groups))
	parallel(len(groups), func(g int) {
		a, _ := groups[g][0].entries()
		seeds := newSeeds(entries[a])
		for _, p := range groups[g] {
			_, b := p.entries()
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

// pair makes a pair of what two entries share, when that is enough: one long passage, or pieces that are long together.
func (x *Index) pair(a, b *entry, cs []chain, own int) (Pair, bool) {
	longest, pieces, shared := 0, 0, 0
	p := Pair{A: a.Proposal, B: b.Proposal}
	for _, c := range cs {
		shared += c.weight
		if c.weight >= minFragment {
			longest, pieces = max(longest, c.weight), pieces+c.weight
			p.Passages = append(p.Passages, passage(a, b, c))
		}
	}
	p.Shared, p.Similarity = shared, shared*1000/max(own, shared, 1)
	return p, longest >= x.options.MinCharacters || pieces >= scattered*x.options.MinCharacters
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
		A:      Side{Path: fa.path, Position: fa.position, Parts: a.parts(fa, inA)},
		B:      Side{Path: fb.path, Position: fb.position, Parts: b.parts(fb, inB)},
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
