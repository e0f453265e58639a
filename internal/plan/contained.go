package plan

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// longText is from how many bytes on an index of a constant text is worth making.
const longText = 512

// contained is a long constant text in which others are looked up. It notes which runs of a few bytes it has: most texts
// that are not in it begin or end with one that it does not have.
type contained struct {
	in    value
	grams *grams
	runs  *runs
}

// has says whether the text contains another, as the built-in "contains" does.
func (c *contained) has(m *machine, v value) value {
	if v.kind() == kindString {
		s := m.text(v)
		switch {
		case runsFind(s):
			return boolean(c.runs.has(s))
		case !c.grams.may(s):
			return boolFalse
		}
	}
	return containsText(m, c.in, v)
}

// containsText is the built-in "contains".
func containsText(m *machine, in, v value) value {
	if in.kind() != kindString || v.kind() != kindString {
		return m.refuse()
	}
	n := needle{text: m.text(v)}
	if v.index() < m.static {
		n.rare = int(m.program.rarest[v.index()])
	} else {
		n.rare = rarest(n.text)
	}
	return boolean(n.in(m.text(in)))
}

// grams are the runs of gramBytes bytes of a text, by their hash: five characters of English, or nearly two of Chinese.
type grams struct {
	bits []uint64
	mask uint32
}

const gramBytes = 5

func newGrams(text string) *grams {
	size := uint32(64)
	for int(size) < 64*len(text) { // so that few others have the hash of one
		size *= 2
	}
	g := &grams{make([]uint64, size/64), size - 1}
	for i := 0; i+gramBytes <= len(text); i++ {
		h := gram(text[i:]) & g.mask
		g.bits[h/64] |= 1 << (h % 64)
	}
	return g
}

func gram(s string) uint32 {
	b := s[:gramBytes]
	v := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32
	return uint32(v * 0x9E3779B97F4A7C15 >> 32)
}

// may is false only for a text that is surely not in the other.
func (g *grams) may(s string) bool {
	for i := 0; i+gramBytes <= len(s); i++ {
		if h := gram(s[i:]) & g.mask; g.bits[h/64]&(1<<(h%64)) == 0 {
			return false
		}
	}
	return true
}

// runs finds texts of at least runBytes bytes in another: it knows where each run of so many begins.
type runs struct {
	text  string
	first []int32 // by hash, the last place where such a run begins, -1 for none
	next  []int32 // by place, the one before it of the same hash
	shift int
}

// runBytes is as much as five characters of Chinese have.
const runBytes = 15

func newRuns(text string) *runs {
	size := bits.Len(uint(len(text)))
	r := &runs{text: text, first: make([]int32, 1<<size), next: make([]int32, len(text)), shift: 64 - size}
	for i := range r.first {
		r.first[i] = -1
	}
	for i := 0; i+runBytes <= len(text); i++ {
		if utf8.RuneStart(text[i]) {
			h := r.hash(text[i:])
			r.next[i], r.first[h] = r.first[h], int32(i)
		}
	}
	return r
}

func (r *runs) hash(s string) uint64 {
	b := []byte(s[:runBytes])
	x, y := binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[runBytes-8:])
	return (x*0x9E3779B97F4A7C15 ^ bits.RotateLeft64(y*0xC2B2AE3D27D4EB4F, 31)) * 0x9E3779B97F4A7C15 >> r.shift
}

// runsFind says whether runs knows of a text whether it is in another: runs begin where characters do.
func runsFind(s string) bool { return len(s) >= runBytes && utf8.RuneStart(s[0]) }

func (r *runs) has(s string) bool {
	for i := r.first[r.hash(s)]; i >= 0; i = r.next[i] {
		if strings.HasPrefix(r.text[i:], s) {
			return true
		}
	}
	return false
}
