package similar

import (
	"cmp"
	"math/bits"
	"slices"
)

// The parameters of the exact comparison.
const (
	seedWidth  = 4  // characters in a row that must be the same for a match to begin
	maxGap     = 12 // units that may differ between two matches of one passage, in either text
	maxSeeds   = 16 // places of a text that one seed is tried at; more are repetitions
	maxProbes  = 64 // entries of a hash chain that are looked at
	maxHistory = 32 // matches before, among which a passage is continued
	effort     = 64 // unit comparisons per unit of the two texts, after which repetitive text is given up
)

// match is a stretch of equal units: a[i:i+n] and b[j:j+n], inside one field each.
type match struct{ i, j, n int }

// chain is a passage: matches in the order of both texts with small gaps.
type chain struct {
	matches []match
	weight  int  // characters of the matches that count
	whole   bool // it is all of a value in both texts
}

// seeds finds where in an entry a run of units stands.
type seeds struct {
	e     *entry
	heads []int32 // by the low bits of the hash: position + 1
	next  []int32 // position + 1 of the next with the same low bits
}

func newSeeds(e *entry) *seeds {
	s := &seeds{e: e, heads: make([]int32, 1<<bits.Len(uint(2*len(e.units)))), next: make([]int32, len(e.units))}
	for i := len(e.units) - 1; i >= 0; i-- { // backwards, so that chains run forwards
		if h, n := shingle(e.units[i:], seedWidth); n > 0 {
			head := &s.heads[h&uint64(len(s.heads)-1)]
			s.next[i], *head = *head, int32(i+1)
		}
	}
	return s
}

// matches lists the maximal stretches that b shares with the indexed entry, in the order of b.
func (s *seeds) matches(b *entry) []match {
	var out []match
	au, bu := s.e.units, b.units
	budget := effort * (len(au) + len(bu))
	for j := range bu {
		h, n := shingle(bu[j:], seedWidth)
		if n == 0 {
			continue
		}
		found, probes := 0, 0
		for p := s.heads[h&uint64(len(s.heads)-1)]; p > 0 && found < maxSeeds && probes < maxProbes && budget > 0; p = s.next[p-1] {
			i := int(p - 1)
			probes++
			if i > 0 && j > 0 && au[i-1] == bu[j-1] && au[i-1] != fieldEnd {
				continue // inside a match that began before
			}
			length := 0
			for au[i+length] == bu[j+length] && au[i+length] != fieldEnd { // each ends in a fieldEnd
				length++
			}
			budget -= length + 1
			if length >= n {
				found++
				out = append(out, match{i, j, length})
			}
		}
	}
	return out
}

// chains joins matches into passages and gives those of at least least characters, and shorter ones that are all of a
// value in both texts; longest first, none overlapping another in either text. Units in skipA and skipB do not count.
func chains(a, b *entry, matches []match, skipA, skipB unitSet, least int) []chain {
	best := make([]int, len(matches)) // characters of the best chain that ends here
	from := make([]int, len(matches)) // the match before, or -1
	whole := make([]bool, len(matches))
	counted := func(m match) int {
		n := 0
		for k := range m.n {
			if !skipA.has(m.i+k) && !skipB.has(m.j+k) {
				n += a.units[m.i+k].weight()
			}
		}
		return n
	}
	for k, m := range matches {
		from[k] = -1
		fa, fb := a.fieldAt(m.i), b.fieldAt(m.j)
		before := 0
		for p := k - 1; p >= 0 && p >= k-maxHistory; p-- {
			q := matches[p]
			gapA, gapB := m.i-q.i-q.n, m.j-q.j-q.n
			if gapA >= 0 && gapA <= maxGap && gapB >= 0 && gapB <= maxGap && q.i >= fa.start && q.j >= fb.start && best[p] > before {
				before, from[k] = best[p], p
			}
		}
		best[k] = before + counted(m)
		whole[k] = m.n == fa.end-fa.start && m.n == fb.end-fb.start
	}
	ends := make([]int, 0, len(matches))
	for k := range matches {
		if best[k] >= least || whole[k] && best[k] > 0 {
			ends = append(ends, k)
		}
	}
	slices.SortFunc(ends, func(p, q int) int { return cmp.Or(cmp.Compare(best[q], best[p]), cmp.Compare(p, q)) })
	usedA, usedB := newUnitSet(len(a.units)), newUnitSet(len(b.units))
	var out []chain
	for _, k := range ends {
		c := chain{whole: whole[k]}
		for ; k >= 0; k = from[k] {
			m := matches[k]
			if usedA.hasAny(m.i, m.i+m.n) || usedB.hasAny(m.j, m.j+m.n) {
				continue
			}
			c.matches = append(c.matches, m)
			c.weight += counted(m)
		}
		if c.weight < least && !c.whole || c.weight == 0 {
			continue
		}
		slices.Reverse(c.matches)
		for _, m := range c.matches {
			usedA.add(m.i, m.i+m.n)
			usedB.add(m.j, m.j+m.n)
		}
		out = append(out, c)
	}
	return out
}
