package similar

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// What a text's use in the batch says about it; DESIGN.md says why these.
const (
	textWidth    = 6  // characters of the texts that are counted
	commonAfter  = 10 // a text that more applicants than this use is common to the call, one that fewer use is rare
	commonLength = 20 // characters in a row, all in common texts, that count as nobody's own
)

// counter counts for hashes how many applicants use them, up to 255. It is a count-min sketch with two cells for each
// hash, both in one line of the cache: a count is never too low, and too high only when both cells are shared.
type counter struct {
	lines [][64]uint8
}

// newCounter makes a counter for about n hashes.
func newCounter(n int) *counter {
	return &counter{lines: make([][64]uint8, 1<<bits.Len(uint(max(n, 1<<12)/32)))} // two to four cells a hash
}

func (c *counter) cells(h uint64) (a, b *uint8) {
	line := &c.lines[h>>12&uint64(len(c.lines)-1)]
	return &line[h&63], &line[h>>6&63]
}

// add counts the hashes of one applicant, each once. It and count are loops over a slice and nothing else, so that the
// processor waits for many cache lines at a time.
func (c *counter) add(hashes []uint64) {
	for _, h := range hashes {
		a, b := c.cells(h)
		low := min(*a, *b, 254)
		*a, *b = max(*a, low+1), max(*b, low+1)
	}
}

// count gives how many applicants use each hash.
func (c *counter) count(hashes []uint64, counts []uint8) {
	for i, h := range hashes {
		a, b := c.cells(h)
		counts[i] = min(*a, *b)
	}
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

// countApplicants counts how many applicants use each text.
func countApplicants(entries []*entry) *counter {
	total := 0
	for _, e := range entries {
		total += len(e.units)
	}
	c := newCounter(total)
	var s seen
	var own []uint64
	for _, group := range byApplicant(entries) {
		n := 0
		for _, e := range group {
			n += len(e.units)
		}
		s.next(n)
		own = own[:0]
		for _, e := range group {
			e.shingles(textWidth, func(_, _ int, h uint64) {
				if !s.before(h) {
					own = append(own, h)
				}
			})
		}
		c.add(own)
	}
	return c
}

// shingles gives every text of a width in characters, in order, with the units it stands in.
func (e *entry) shingles(width int, emit func(from, to int, hash uint64)) {
	for i := range e.units {
		if h, n := shingle(e.units[i:], width); n > 0 {
			emit(i, i+n, h)
		}
	}
}

// stretch is a row of common texts: the units from from to before to.
type stretch struct {
	from, to   int
	applicants int    // of the text that the fewest use
	key        uint64 // the least hash inside, the same for one passage wherever it is cut
}

// classify finds the rare texts and the common stretches of an entry. A text that its applicant alone uses is neither,
// but rare when the applicant has several proposals. What is quoted is not rare, and a stretch that is mostly quoted is
// not given.
func (e *entry) classify(c *counter, quoted map[uint64]bool, several bool) (stretches []stretch) {
	e.rare, e.common = newUnitSet(len(e.units)), newUnitSet(len(e.units))
	var s stretch
	last, texts, quotes := -1, 0, 0
	flush := func() {
		if weightOf(e.units[s.from:s.to]) >= commonLength {
			e.common.add(s.from, s.to)
			if 2*quotes < texts {
				stretches = append(stretches, s)
			}
		}
		s, texts, quotes = stretch{}, 0, 0
	}
	hashes := make([]uint64, 0, len(e.units))
	e.shingles(textWidth, func(_, _ int, h uint64) { hashes = append(hashes, h) })
	counts := make([]uint8, len(hashes))
	c.count(hashes, counts)
	k := -1
	e.shingles(textWidth, func(from, to int, h uint64) {
		k++
		n := int(counts[k])
		if n <= commonAfter {
			if (n > 1 || several) && !quoted[h] {
				e.rare.add(from, from+1)
			}
			return
		}
		if from != last+1 {
			flush()
		}
		if texts == 0 {
			s = stretch{from: from, applicants: n, key: h}
		}
		last, s.to, s.applicants, s.key = from, to, min(s.applicants, n), min(s.key, h)
		if texts++; quoted[h] {
			quotes++
		}
	})
	flush()
	return stretches
}

// classify sets what is rare and what is common in every entry, and lists the long common passages.
func (x *Index) classify(entries []*entry, known *entry) []Common {
	quoted := map[uint64]bool{}
	known.shingles(textWidth, func(_, _ int, h uint64) { quoted[h] = true })
	c := countApplicants(entries)
	_, several := ownersOf(entries)
	stretches := make([][]stretch, len(entries))
	parallel(len(entries), func(i int) { stretches[i] = entries[i].classify(c, quoted, several[i]) })

	listed := map[uint64]bool{}
	out := []Common{}
	for i, e := range entries {
		for _, s := range stretches[i] {
			if listed[s.key] || weightOf(e.units[s.from:s.to]) < x.options.MinCharacters {
				continue // the first by name stands for all
			}
			listed[s.key] = true
			f := e.fieldAt(s.from)
			var b strings.Builder
			for _, p := range e.parts(f, func(i int) bool { return i >= s.from && i < s.to }) {
				if p.Shared {
					b.WriteString(p.Text)
				}
			}
			out = append(out, Common{Text: b.String(), Applicants: s.applicants, Name: e.Name, Place: f.place()})
		}
	}
	slices.SortFunc(out, func(a, b Common) int {
		return cmp.Or(cmp.Compare(b.Applicants, a.Applicants), strings.Compare(a.Text, b.Text), strings.Compare(a.Name, b.Name),
			a.Path.Compare(b.Path))
	})
	return out[:min(len(out), MaxCommon)]
}
