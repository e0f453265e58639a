package plan

import (
	"regexp/syntax"
	"strings"
	"unicode"
)

// maxWords is how many words are looked for at once.
const maxWords = 200

// required gives words of which every match of an expression contains one; nil when that is not known.
func required(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral, syntax.OpCharClass:
		return begins(e)
	case syntax.OpCapture, syntax.OpPlus:
		return required(e.Sub[0])
	case syntax.OpRepeat:
		if e.Min > 0 {
			return required(e.Sub[0])
		}
	case syntax.OpAlternate:
		var words []string
		for _, s := range e.Sub {
			some := required(s)
			if len(some) == 0 || len(words)+len(some) > maxWords {
				return nil
			}
			words = append(words, some...)
		}
		return words
	case syntax.OpConcat:
		return requiredOf(e.Sub)
	}
	return nil
}

// requiredOf gives words of which every match of some expressions in a row contains one: those that say most. Words of
// neighbours say more than those of one of them.
func requiredOf(list []*syntax.Regexp) []string {
	var best, run []string // run: what the last expressions match together, all of it
	for _, e := range list {
		if isPlace(e) {
			continue
		}
		words, all := exactly(e)
		if words == nil {
			best, run = better(best, required(e)), nil
			continue
		}
		if together := joined(run, words); run != nil && together != nil {
			run = together
		} else {
			run = words
		}
		best = better(best, run)
		if !all { // one more of the same may follow
			run = words
		}
	}
	return best
}

// isPlace says whether an expression matches a place, so that what is before it and behind it are neighbours.
func isPlace(e *syntax.Regexp) bool {
	switch e.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return false
}

// better gives the words that fewer texts contain: long ones, and then few.
func better(a, b []string) []string {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		return b
	}
	if s, t := shortest(a), shortest(b); s > t || s == t && len(a) <= len(b) {
		return a
	}
	return b
}

// exactly gives all that an expression matches where that is a few words, and whether one match is all of it; nil where it is
// not known.
func exactly(e *syntax.Regexp) (words []string, all bool) {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase != 0 && len(e.Rune) > maxFolded {
			return nil, false // begins gives no more than the beginning
		}
		return begins(e), true
	case syntax.OpCharClass:
		return begins(e), true
	case syntax.OpCapture:
		return exactly(e.Sub[0])
	case syntax.OpPlus:
		words, _ = exactly(e.Sub[0])
		return words, false
	case syntax.OpAlternate:
		for _, s := range e.Sub {
			some, whole := exactly(s)
			if some == nil || !whole || len(words)+len(some) > maxWords {
				return nil, false
			}
			words = append(words, some...)
		}
		return words, true
	case syntax.OpConcat:
		words = []string{""}
		for _, s := range e.Sub {
			some, whole := exactly(s)
			if some == nil || !whole {
				return nil, false
			}
			if words = joined(words, some); words == nil {
				return nil, false
			}
		}
		return words, true
	}
	return nil, false
}

// maxJoined is how many words the neighbours of words make at most: they are one part of many.
const maxJoined = 60

// joined gives each word followed by each; nil when they are too many.
func joined(a, b []string) []string {
	if len(a)*len(b) > maxJoined {
		return nil
	}
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}

// maxFolded is of how many characters of a word every way to write them is looked for.
const maxFolded = 3

// begins gives the words that matches of a literal or a class begin with; nil when they are too many.
func begins(e *syntax.Regexp) []string {
	if e.Op == syntax.OpLiteral && e.Flags&syntax.FoldCase == 0 {
		return []string{string(e.Rune)}
	}
	var words []string
	if e.Op == syntax.OpCharClass {
		for i := 0; i < len(e.Rune); i += 2 {
			if int(e.Rune[i+1]-e.Rune[i])+len(words) >= maxWords {
				return nil
			}
			for r := e.Rune[i]; r <= e.Rune[i+1]; r++ {
				words = append(words, string(r))
			}
		}
		return words
	}
	words = []string{""}
	for _, r := range e.Rune[:min(len(e.Rune), maxFolded)] {
		ways := []string{string(r)}
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			ways = append(ways, string(f))
		}
		if words = joined(words, ways); words == nil {
			return nil
		}
	}
	return words
}

func shortest(words []string) int {
	n := len(words[0])
	for _, w := range words {
		n = min(n, len(w))
	}
	return n
}

// wordSet finds out whether a text contains one of many words, in one pass.
type wordSet struct {
	first [4]uint64           // bytes that a word begins with
	ones  [4]uint64           // words of one byte
	some  [64]uint64          // a bit for the first bytes of words, by their hash
	size  int                 // how many of them
	by    map[uint32][]string // words by their first bytes
}

// newWordSet gives nil when there is an empty word: every text contains that.
func newWordSet(words []string) *wordSet {
	s := &wordSet{by: map[uint32][]string{}, size: 3}
	for _, w := range words {
		if w == "" {
			return nil
		}
		s.first[w[0]>>6] |= 1 << (w[0] & 63)
		if len(w) == 1 {
			s.ones[w[0]>>6] |= 1 << (w[0] & 63)
		} else {
			s.size = min(s.size, len(w))
		}
	}
	for _, w := range words {
		if len(w) > 1 {
			key := s.key(w)
			s.by[key] = append(s.by[key], w)
			h := hashed(key)
			s.some[h>>6] |= 1 << (h & 63)
		}
	}
	return s
}

// key gives the first bytes of a text that has so many.
func (s *wordSet) key(text string) uint32 {
	key := uint32(text[0])<<8 | uint32(text[1])
	if s.size == 3 {
		key = key<<8 | uint32(text[2])
	}
	return key
}

func hashed(key uint32) uint32 { return key * 0x9E3779B1 >> 20 }

func (s *wordSet) in(text string) bool {
	for i := 0; i < len(text); i++ {
		b := text[i]
		if s.first[b>>6]&(1<<(b&63)) == 0 {
			continue
		}
		if s.ones[b>>6]&(1<<(b&63)) != 0 {
			return true
		}
		if i+s.size > len(text) {
			continue
		}
		key := s.key(text[i:])
		if h := hashed(key); s.some[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, w := range s.by[key] {
			if strings.HasPrefix(text[i:], w) {
				return true
			}
		}
	}
	return false
}
