package similar

import (
	"cmp"
	"slices"
	"sync"
)

// The parameters of the search for candidates; DESIGN.md says why these.
const (
	minRare    = 8  // rare texts close together that two proposals must share to be compared
	rareGap    = 40 // units from one of them to the next, at most
	maxSharing = 64 // proposals of one rare text that are paired all with all
)

// candidate is two entries worth comparing, by their index, a < b.
type candidate struct{ a, b int }

// candidates lists the pairs of entries that share at least minRare rare texts in one place, in the order of a, then b.
// A text that one applicant alone uses pairs nobody, and one that many use pairs everybody: only those in between are
// kept, so the work grows with the size of the batch and not with its square.
func candidates(entries []*entry) []candidate {
	owners, _ := ownersOf(entries)
	uses := usesOf(entries)
	slices.Sort(uses)
	u := usageOf(uses, len(entries))

	found := make([][]candidate, len(entries))
	scratch := sync.Pool{New: func() any { return &runs{last: make([]int32, len(entries)), length: make([]uint8, len(entries))} }}
	parallel(len(entries), func(a int) {
		r := scratch.Get().(*runs)
		found[a] = u.partners(a, entries[a], owners, r)
		scratch.Put(r)
	})
	return slices.Concat(found...)
}

// ownersOf numbers the applicants: entries of one applicant have the same number. several says for an entry whether its
// applicant has more than one.
func ownersOf(entries []*entry) (owners []int32, several []bool) {
	owners, several = make([]int32, len(entries)), make([]bool, len(entries))
	first := map[string]int{}
	for i, e := range entries {
		owners[i] = int32(i)
		if id := e.applicant(); id != "" {
			k, ok := first[id]
			if !ok {
				first[id] = i
				continue
			}
			owners[i], several[i], several[k] = int32(k), true, true
		}
	}
	return owners, several
}

// A use is a rare text in an entry: the upper 40 bits of its hash, then the entry. Two texts with the same 40 bits would
// count as one; no pair is reported for that, since texts decide.
type use uint64

const entryBits = 24 // a batch of 16 million

func (u use) entry() int   { return int(u & (1<<entryBits - 1)) }
func (u use) text() uint64 { return uint64(u) >> entryBits }

// usesOf lists every rare text of every entry once.
func usesOf(entries []*entry) []use {
	parts := make([][]use, len(entries))
	parallel(len(entries), func(n int) {
		var own []use
		entries[n].rareTexts(func(_ int, h uint64) { own = append(own, use(h&^(1<<entryBits-1))|use(n)) })
		slices.Sort(own)
		parts[n] = slices.Clone(slices.Compact(own))
	})
	return slices.Concat(parts...)
}

// rareTexts gives the hashes of the rare texts that are not common in this place, in order.
func (e *entry) rareTexts(emit func(at int, hash uint64)) {
	for at := range e.units {
		if e.rare.has(at) {
			h, n := shingle(e.units[at:], textWidth)
			if !e.common.hasAll(at, at+n) {
				emit(at, h)
			}
		}
	}
}

// usage says which entries share which texts.
type usage struct {
	uses   []use
	starts []uint32 // of an entry in places; one more than entries
	places []uint32 // for each entry the places in uses where its texts stand
}

// usageOf indexes sorted uses by entry. A text that only one entry uses is left out.
func usageOf(uses []use, entries int) usage {
	u := usage{uses: uses, starts: make([]uint32, entries+1)}
	shared := func(i int) bool {
		return i > 0 && uses[i-1].text() == uses[i].text() || i+1 < len(uses) && uses[i+1].text() == uses[i].text()
	}
	for i := range uses {
		if shared(i) {
			u.starts[uses[i].entry()+1]++
		}
	}
	for n := range entries {
		u.starts[n+1] += u.starts[n]
	}
	u.places = make([]uint32, u.starts[entries])
	next := slices.Clone(u.starts)
	for i := range uses {
		if shared(i) {
			n := uses[i].entry()
			u.places[next[n]] = uint32(i)
			next[n]++
		}
	}
	return u
}

// runs is scratch space of one core: for every entry how many rare texts in a row it shares with the one looked at.
type runs struct {
	last   []int32 // unit of the last one + 1; 0 when none
	length []uint8 // up to minRare
}

// partners lists the entries after a, which is e, that share enough texts with it in one place.
func (u usage) partners(a int, e *entry, owners []int32, r *runs) []candidate {
	places := u.places[u.starts[a]:u.starts[a+1]]
	var touched, enough []int
	e.rareTexts(func(at int, h uint64) {
		text := h >> entryBits
		k, ok := slices.BinarySearchFunc(places, text, func(p uint32, text uint64) int { return cmp.Compare(u.uses[p].text(), text) })
		if !ok {
			return
		}
		own := false
		place := int(places[k])
		for i := place + 1; i < len(u.uses) && i <= place+maxSharing && u.uses[i].text() == text; i++ {
			b := u.uses[i].entry()
			if owners[a] == owners[b] { // of one applicant's proposals each is paired with the next
				if own {
					continue
				}
				own = true
			}
			switch {
			case r.last[b] == 0:
				touched = append(touched, b)
			case r.length[b] < minRare && at+1-int(r.last[b]) > rareGap:
				r.length[b] = 0
			}
			r.last[b] = int32(at + 1)
			if r.length[b] < minRare {
				if r.length[b]++; r.length[b] == minRare {
					enough = append(enough, b)
				}
			}
		}
	})
	for _, b := range touched {
		r.last[b], r.length[b] = 0, 0
	}
	slices.Sort(enough)
	out := make([]candidate, len(enough))
	for i, b := range enough {
		out[i] = candidate{a, b}
	}
	return out
}
