package similar

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// commonWidth is how many characters in a row make a text recognisable as boilerplate.
const commonWidth = 12

// counter counts for hashes in how many applicants' proposals they occur, up to 255. It is a count-min sketch of two
// rows: a count is never too low, and too high only when both cells are shared with other hashes.
type counter struct {
	rows  [2][]uint8
	shift int
	seen  seen
}

// newCounter makes a counter for about n hashes.
func newCounter(n int) *counter {
	size := bits.Len(uint(2 * max(n, 1<<11)))
	size = min(size, 26) // 64 MB a row, enough for 10,000 proposals
	c := &counter{shift: 64 - size}
	for i := range c.rows {
		c.rows[i] = make([]uint8, 1<<size)
	}
	return c
}

func (c *counter) cells(h uint64) (a, b *uint8) {
	return &c.rows[0][h>>c.shift], &c.rows[1][mix64(h)>>c.shift]
}

// add counts a hash once per applicant.
func (c *counter) add(h uint64) {
	if c.seen.before(h) {
		return
	}
	a, b := c.cells(h)
	low := min(*a, *b)
	if low == 255 {
		return
	}
	*a, *b = max(*a, low+1), max(*b, low+1)
}

func (c *counter) count(h uint64) int {
	a, b := c.cells(h)
	return int(min(*a, *b))
}

// seen remembers the hashes of one applicant.
type seen struct {
	keys  []uint64
	turns []uint32 // a key is there when its turn is the present one
	turn  uint32
}

// next forgets everything and makes room for n hashes.
func (s *seen) next(n int) {
	if size := 1 << bits.Len(uint(2*n)); size > len(s.keys) {
		s.keys, s.turns, s.turn = make([]uint64, size), make([]uint32, size), 0
	}
	s.turn++
}

// before says whether the hash was there, and adds it.
func (s *seen) before(h uint64) bool {
	mask := uint64(len(s.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s.turns[i] != s.turn {
			s.keys[i], s.turns[i] = h, s.turn
			return false
		}
		if s.keys[i] == h {
			return true
		}
	}
}

// byApplicant groups entries of one applicant; an entry without an identity is a group by itself.
func byApplicant(entries []*entry) [][]*entry {
	var groups [][]*entry
	at := map[string]int{}
	for _, e := range entries {
		id := e.applicant()
		if i, ok := at[id]; ok && id != "" {
			groups[i] = append(groups[i], e)
			continue
		}
		at[id] = len(groups)
		groups = append(groups, []*entry{e})
	}
	return groups
}

// countApplicants counts how many applicants use each text of a width in characters.
func countApplicants(entries []*entry, width int) *counter {
	total := 0
	for _, e := range entries {
		total += len(e.units)
	}
	c := newCounter(total)
	for _, group := range byApplicant(entries) {
		n := 0
		for _, e := range group {
			n += len(e.units)
		}
		c.seen.next(n)
		for _, e := range group {
			e.shingles(width, func(_, _ int, h uint64) { c.add(h) })
		}
	}
	return c
}

// shingles gives every text of a width in characters, with the units it stands in.
func (e *entry) shingles(width int, emit func(from, to int, hash uint64)) {
	for i := range e.units {
		if h, n := shingle(e.units[i:], width); n > 0 {
			emit(i, i+n, h)
		}
	}
}

// markCommon marks the units that stand in a common text, and reports the long ones: from and to are units, key is the
// least hash inside, the same for the same passage wherever it is cut.
func (e *entry) markCommon(c *counter, quoted map[uint64]bool, long int, report func(from, to, applicants int, key uint64)) unitSet {
	var marked unitSet
	from, to, applicants, key := 0, 0, 0, uint64(0)
	flush := func() {
		if to > from && weightOf(e.units[from:to]) >= long {
			report(from, to, applicants, key)
		}
		from, to = 0, 0
	}
	e.shingles(commonWidth, func(i, end int, h uint64) {
		n := c.count(h)
		if n <= commonAfter || quoted[h] {
			return
		}
		if marked == nil {
			marked = newUnitSet(len(e.units))
		}
		marked.add(i, end)
		if i > to || to == 0 { // between two fields there is always a gap: the end of the first
			flush()
			from, applicants, key = i, n, h
		}
		to, applicants, key = end, min(applicants, n), min(key, h)
	})
	flush()
	return marked
}

// commonPassages marks what is common in every entry and lists the long common passages, except what is quoted from a
// known document.
func (x *Index) commonPassages(entries []*entry, known *entry) []Common {
	quoted := map[uint64]bool{}
	known.shingles(commonWidth, func(_, _ int, h uint64) { quoted[h] = true })
	c := countApplicants(entries, commonWidth)
	byKey := map[uint64]*Common{}
	for _, e := range entries {
		e.common = e.markCommon(c, quoted, x.options.MinCharacters, func(from, to, applicants int, key uint64) {
			if byKey[key] != nil {
				return // the first by name stands for all
			}
			f := e.fieldAt(from)
			var b strings.Builder
			for _, p := range e.parts(f, func(i int) bool { return i >= from && i < to }) {
				if p.Shared {
					b.WriteString(p.Text)
				}
			}
			byKey[key] = &Common{Text: b.String(), Applicants: applicants, Name: e.Name, Place: f.place()}
		})
	}
	out := []Common{}
	for _, p := range byKey {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b Common) int {
		return cmp.Or(cmp.Compare(b.Applicants, a.Applicants), strings.Compare(a.Text, b.Text), strings.Compare(a.Name, b.Name),
			a.Path.Compare(b.Path))
	})
	return out[:min(len(out), MaxCommon)]
}
