package main

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// document is the text of the pack's document, without punctuation, and all stretches of five characters in it.
type document struct {
	text   string
	pieces map[string]struct{}
}

func newDocument(text string) document {
	d := document{text, map[string]struct{}{}}
	for piece := range shingles(text) {
		d.pieces[piece] = struct{}{}
	}
	return d
}

func (d document) has(piece string) bool {
	if utf8.RuneCountInString(piece) != 5 {
		return strings.Contains(d.text, piece)
	}
	_, ok := d.pieces[piece]
	return ok
}

// passage is a free text and where it stands.
type passage struct {
	path   proposal.Path
	plain  string
	pieces []string
	probes []string
}

// copied says which texts were not written for their place: taken from the document, or nearly the same as earlier ones.
func (s *subject) copied(r *report, code string, texts []passage, more func(p passage) catalog.Args) {
	l := s.limits
	step := max(1, int(math.Ceil(100/(101-l.copiesAlike.n)))-1)
	say := func(p passage, flaw string, pct int, related []proposal.Path) {
		args := catalog.Args{"flaw": {Term: flaw}, "pct": whole(pct)}
		for k, v := range more(p) {
			args[k] = v
		}
		r.say(code, p.path, args, related...)
	}
	var left []passage
	for _, p := range texts {
		if p.plain = plain(p.plain); p.plain == "" {
			continue
		}
		p.pieces = pieces(p.plain)
		p.probes = probes(p.pieces, step)
		if pct, ok := l.fromSource(p); ok {
			say(p, "copy_of_source", pct, nil)
			continue
		}
		left = append(left, p)
	}
	suspects := suspicious(left)
	suspects = suspects[:min(len(suspects), int(l.copiesCompared.n))]
	if len(suspects) < 2 {
		return
	}
	sets := make([]map[string]struct{}, len(suspects))
	for i, p := range suspects {
		sets[i] = shingles(p.plain)
		most := 0
		var related []proposal.Path
		for j := range i {
			if pct := alike(sets[i], sets[j]); float64(pct) >= l.copiesAlike.n {
				most = max(most, pct)
				related = append(related, suspects[j].path)
			}
		}
		if related != nil {
			say(p, "copy_of_text", most, related)
		}
	}
}

// plain gives the letters and digits of a text, in lower case.
func plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// pieces cuts a text into stretches of five characters, without the rest; one that is shorter is a piece itself.
func pieces(plain string) []string {
	out := make([]string, 0, len(plain)/5+1)
	start, n := 0, 0
	for i := range plain {
		if n == 5 {
			out = append(out, plain[start:i])
			start, n = i, 0
		}
		n++
	}
	if n == 5 || len(out) == 0 {
		out = append(out, plain[start:])
	}
	return out
}

func probes(pieces []string, step int) []string {
	if len(pieces) <= step {
		return pieces
	}
	var out []string
	for i := step / 2; i < len(pieces); i += step {
		out = append(out, pieces[i])
	}
	return out
}

// fromSource says how much of a text is in the document, in per cent, if that is too much.
func (l *limits) fromSource(p passage) (int, bool) {
	found := false
	for _, probe := range p.probes {
		if found = l.source.has(probe); found {
			break
		}
	}
	if !found || float64(utf8.RuneCountInString(p.plain)) < l.copiesLength.n {
		return 0, false
	}
	n := 0
	for _, piece := range p.pieces {
		if l.source.has(piece) {
			n++
		}
	}
	pct := n * 100 / len(p.pieces)
	return pct, float64(pct) >= l.copiesSource.n
}

// suspicious gives the texts of which half the probes are found more than once in all of them together.
func suspicious(texts []passage) []passage {
	size := 0
	for _, p := range texts {
		size += len(p.plain) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for i, p := range texts {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.plain)
	}
	together := b.String()
	var out []passage
	for _, p := range texts {
		shared := 0
		for _, probe := range p.probes {
			if twice(together, probe) {
				shared++
			}
		}
		if shared*2 >= len(p.probes) {
			out = append(out, p)
		}
	}
	return out
}

// shingles gives every stretch of five characters of a text; a shorter text is one itself.
func shingles(plain string) map[string]struct{} {
	out := make(map[string]struct{}, len(plain)/2)
	var starts [5]int // of the last five characters
	n := 0
	for i := range plain {
		if n >= 5 {
			out[plain[starts[n%5]:i]] = struct{}{}
		}
		starts[n%5] = i
		n++
	}
	if n < 5 {
		out[plain] = struct{}{}
	} else {
		out[plain[starts[n%5]:]] = struct{}{}
	}
	return out
}

// alike gives how much of two texts is the same, in per cent.
func alike(a, b map[string]struct{}) int {
	if len(b) < len(a) {
		a, b = b, a
	}
	both := 0
	for piece := range a {
		if _, ok := b[piece]; ok {
			both++
		}
	}
	return both * 100 / (len(a) + len(b) - both)
}
