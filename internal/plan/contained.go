package plan

// longText is from how many bytes on an index of a constant text is worth making.
const longText = 512

// contained is a long constant text in which others are looked up. It notes which runs of a few bytes it has: most texts
// that are not in it begin or end with one that it does not have.
type contained struct {
	in    value
	grams *grams
}

// has says whether the text contains another, as the built-in "contains" does.
func (c *contained) has(m *machine, v value) value {
	if v.kind() == kindString && !c.grams.may(m.text(v)) {
		return boolFalse
	}
	return containsText(m, c.in, v)
}

// containsText is the built-in "contains".
func containsText(m *machine, in, v value) value {
	if in.kind() != kindString || v.kind() != kindString {
		return m.refuse()
	}
	n := newNeedle(m.text(v))
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
