package plan

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// pattern is a regular expression with what makes it fast for texts as proposals have them: mostly it does not match, and
// that is seen without running it; and the simplest forms need no automaton.
type pattern struct {
	re    *regexp.Regexp
	class *runeClass // the whole pattern is one class of characters, or a run of them
	run   bool       // of class: one or more
	any   int        // the whole pattern is so many characters other than line breaks; 0 when it is not
	words *wordSet   // every match contains one of these; nil when nothing of the kind is known
}

// newPattern compiles a pattern as OPA does; nil when it is none.
func newPattern(text string) *pattern {
	re, err := regexp.Compile(text)
	if err != nil {
		return nil
	}
	p := &pattern{re: re}
	tree, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return p
	}
	tree = tree.Simplify()
	switch {
	case tree.Op == syntax.OpCharClass:
		p.class = newRuneClass(tree.Rune)
	case tree.Op == syntax.OpPlus && tree.Flags&syntax.NonGreedy == 0 && tree.Sub[0].Op == syntax.OpCharClass:
		p.class, p.run = newRuneClass(tree.Sub[0].Rune), true
	case tree.Op == syntax.OpConcat && !slices.ContainsFunc(tree.Sub, func(s *syntax.Regexp) bool { return s.Op != syntax.OpAnyCharNotNL }):
		p.any = len(tree.Sub)
	default:
		// A broken character is matched like U+FFFD.
		broken := func(w string) bool { return strings.ContainsRune(w, utf8.RuneError) }
		if words := required(tree); len(words) > 0 && !slices.ContainsFunc(words, broken) {
			p.words = newWordSet(words)
		}
	}
	return p
}

// maxWords is how many words are looked for at once.
const maxWords = 200

// required gives words of which every match of an expression contains one; nil when that is not known.
func required(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase != 0 {
			return nil
		}
		return []string{string(e.Rune)}
	case syntax.OpCapture, syntax.OpPlus:
		return required(e.Sub[0])
	case syntax.OpRepeat:
		if e.Min > 0 {
			return required(e.Sub[0])
		}
	case syntax.OpCharClass:
		var words []string
		for i := 0; i < len(e.Rune); i += 2 {
			if e.Rune[i+1]-e.Rune[i]+rune(len(words)) > maxWords {
				return nil
			}
			for r := e.Rune[i]; r <= e.Rune[i+1]; r++ {
				words = append(words, string(r))
			}
		}
		return words
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
		// The part whose shortest word is longest says most.
		var best []string
		for _, s := range e.Sub {
			if words := required(s); len(words) > 0 && (best == nil || shortest(words) > shortest(best)) {
				best = words
			}
		}
		return best
	}
	return nil
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
	byTwo map[uint16][]string // words by their first two bytes; a word of one byte by itself
	ones  [4]uint64           // words of one byte
}

func newWordSet(words []string) *wordSet {
	s := &wordSet{byTwo: map[uint16][]string{}}
	for _, w := range words {
		if w == "" {
			return nil // every text contains it
		}
		s.first[w[0]>>6] |= 1 << (w[0] & 63)
		if len(w) == 1 {
			s.ones[w[0]>>6] |= 1 << (w[0] & 63)
			continue
		}
		key := uint16(w[0])<<8 | uint16(w[1])
		s.byTwo[key] = append(s.byTwo[key], w)
	}
	return s
}

func (s *wordSet) in(text string) bool {
	for i := 0; i < len(text); i++ {
		b := text[i]
		if s.first[b>>6]&(1<<(b&63)) == 0 {
			continue
		}
		if s.ones[b>>6]&(1<<(b&63)) != 0 {
			return true
		}
		if i+1 == len(text) {
			return false
		}
		for _, w := range s.byTwo[uint16(b)<<8|uint16(text[i+1])] {
			if strings.HasPrefix(text[i:], w) {
				return true
			}
		}
	}
	return false
}

// runeClass is a class of characters.
type runeClass struct {
	ascii  [2]uint64
	ranges []rune // pairs, sorted
}

func newRuneClass(ranges []rune) *runeClass {
	c := &runeClass{ranges: ranges}
	for r := rune(0); r < utf8.RuneSelf; r++ {
		if c.search(r) {
			c.ascii[r>>6] |= 1 << (r & 63)
		}
	}
	return c
}

func (c *runeClass) search(r rune) bool {
	lo, hi := 0, len(c.ranges)/2
	for lo < hi {
		mid := (lo + hi) / 2
		switch {
		case r < c.ranges[2*mid]:
			hi = mid
		case r > c.ranges[2*mid+1]:
			lo = mid + 1
		default:
			return true
		}
	}
	return false
}

func (c *runeClass) has(r rune) bool {
	if r < utf8.RuneSelf {
		return c.ascii[r>>6]&(1<<(r&63)) != 0
	}
	return c.search(r)
}

// simple says whether a text can be matched without the automaton: what is not UTF-8 only that knows.
func (p *pattern) simple(s string) bool {
	return (p.class != nil || p.any > 0) && utf8.ValidString(s)
}

// next finds the next match of a simple pattern from a place on; false when there is none.
func (p *pattern) next(s string, from int) (start, end int, ok bool) {
	if p.any > 0 {
		n := 0
		start = from
		for i, r := range s[from:] {
			if r == '\n' {
				n, start = 0, from+i+1
				continue
			}
			if n++; n == p.any {
				return start, from + i + utf8.RuneLen(r), true
			}
		}
		return 0, 0, false
	}
	for i, r := range s[from:] {
		if !p.class.has(r) {
			continue
		}
		start, end = from+i, from+i+utf8.RuneLen(r)
		for p.run && end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !p.class.has(r) {
				break
			}
			end += size
		}
		return start, end, true
	}
	return 0, 0, false
}

// mayMatch is false only when a text surely has no match.
func (p *pattern) mayMatch(s string) bool { return p.words == nil || p.words.in(s) }

// match says whether a text has a match, as regexp's MatchString.
func (p *pattern) match(s string) bool {
	if p.simple(s) {
		_, _, ok := p.next(s, 0)
		return ok
	}
	return p.mayMatch(s) && p.re.MatchString(s)
}

// find gives up to n matches, all when n is negative, as regexp's FindAllString.
func (p *pattern) find(s string, n int) []string {
	if !p.simple(s) {
		if !p.mayMatch(s) {
			return nil
		}
		return p.re.FindAllString(s, n)
	}
	var out []string
	for at := 0; n < 0 || len(out) < n; {
		start, end, ok := p.next(s, at)
		if !ok {
			break
		}
		out, at = append(out, s[start:end]), end
	}
	return out
}

// replace puts a text in the place of each match, as regexp's ReplaceAllString.
func (p *pattern) replace(s, by string) string {
	if !p.simple(s) || strings.ContainsRune(by, '$') {
		if !p.mayMatch(s) {
			return s
		}
		return p.re.ReplaceAllString(s, by)
	}
	var b strings.Builder
	for at := 0; ; {
		start, end, ok := p.next(s, at)
		if !ok {
			if at == 0 {
				return s
			}
			b.WriteString(s[at:])
			return b.String()
		}
		b.WriteString(s[at:start])
		b.WriteString(by)
		at = end
	}
}

// split gives what is between the matches, as regexp's Split without a limit.
func (p *pattern) split(s string) []string {
	if s == "" || !p.simple(s) {
		if s != "" && !p.mayMatch(s) {
			return []string{s}
		}
		return p.re.Split(s, -1)
	}
	var out []string
	for at := 0; ; {
		start, end, ok := p.next(s, at)
		if !ok {
			return append(out, s[at:])
		}
		out, at = append(out, s[at:start]), end
	}
}
