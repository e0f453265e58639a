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

// newPattern compiles a pattern as OPA does; it is not usable when it is none.
func newPattern(text string) *pattern {
	re, err := regexp.Compile(text)
	if err != nil {
		return &pattern{}
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

// runeClass is a class of characters: a bit for each of the first 65,536, ranges for the rest.
type runeClass struct {
	bits   []uint64
	ranges []rune // pairs, sorted
}

func newRuneClass(ranges []rune) *runeClass {
	c := &runeClass{bits: make([]uint64, 1<<16/64), ranges: ranges}
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1] && r < 1<<16; r++ {
			c.bits[r>>6] |= 1 << (r & 63)
		}
	}
	return c
}

func (c *runeClass) has(r rune) bool {
	if uint32(r) < 1<<16 {
		return c.bits[r>>6]&(1<<(r&63)) != 0
	}
	for i := 0; i < len(c.ranges); i += 2 {
		if c.ranges[i] <= r && r <= c.ranges[i+1] {
			return true
		}
	}
	return false
}

// usable gives the pattern, nil when it is none.
func (p *pattern) usable() *pattern {
	if p.re == nil {
		return nil
	}
	return p
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
		if at == 0 {
			b.Grow(len(s))
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
