package similar

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A unit is what texts are compared by: a Chinese, Japanese or Korean character, or a word or number of any other
// script. Everything else (spaces, punctuation, symbols, accents, case, the width of letters) makes no difference.
type unit uint32

const (
	fieldEnd    unit = 0       // ends every field of an entry; equal to nothing
	wordUnit    unit = 1 << 31 // set in the hash of a word, clear in a character
	wordLetters      = 16      // a longer word is several units, so that text without spaces is not a single one
)

// weight is the length of a unit in characters.
func (u unit) weight() int {
	switch {
	case u&wordUnit != 0:
		return 2
	case u == fieldEnd:
		return 0
	}
	return 1
}

func weightOf(units []unit) int {
	n := 0
	for _, u := range units {
		n += u.weight()
	}
	return n
}

// scan cuts text into units. Start and end are bytes of the text, so that what was compared can be shown as written.
func scan(text string, emit func(u unit, start, end int)) {
	var word uint32
	letters, wordStart, wordEnd := 0, 0, 0
	flush := func() {
		if letters > 0 {
			emit(unit(mix32(word))|wordUnit, wordStart, wordEnd)
			word, letters = 0, 0
		}
	}
	one := func(r rune, start, end int) {
		switch {
		case r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			flush()
			emit(unit(r), start, end)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if letters == wordLetters {
				flush()
			}
			if letters == 0 {
				wordStart = start
			}
			word = word*0x01000193 ^ uint32(unicode.ToLower(r)) // FNV-1's prime
			letters, wordEnd = letters+1, end
		case unicode.In(r, unicode.Mn, unicode.Cf) || r == '\'' || r == '’': // inside a word: e + accent, don't
		default:
			flush()
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		var compatible []byte
		if r >= utf8.RuneSelf && (r < 0x4E00 || r > 0x9FFF) { // plain characters decompose to themselves
			compatible = norm.NFKD.PropertiesString(text[i:]).Decomposition()
		}
		if compatible == nil {
			one(r, i, end)
		}
		for len(compatible) > 0 {
			r, n := utf8.DecodeRune(compatible)
			one(r, i, end)
			compatible = compatible[n:]
		}
		i = end
	}
	flush()
}

// unitsOf appends the units of a text.
func unitsOf(units []unit, text string) []unit {
	scan(text, func(u unit, _, _ int) { units = append(units, u) })
	return units
}

// shingle hashes the shortest run of units from the start that is at least weight characters long, and says how many
// units that are; 0 when the rest of the field is too short.
func shingle(units []unit, weight int) (hash uint64, n int) {
	h := uint64(0x9E3779B97F4A7C15)
	for i, u := range units {
		if u == fieldEnd {
			break
		}
		h = (h ^ uint64(u)) * 0xFF51AFD7ED558CCD
		h ^= h >> 32
		if weight -= u.weight(); weight <= 0 {
			return mix64(h), i + 1
		}
	}
	return 0, 0
}

// mix64 spreads a value over all 64 bits: the finaliser of SplitMix64. It has no seed, so that every run is the same.
func mix64(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

func mix32(h uint32) uint32 { return uint32(mix64(uint64(h) + 1)) }
