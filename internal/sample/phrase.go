package sample

import (
	"fmt"
	"strconv"
	"strings"
)

// say is a phrase in Chinese and in English. Both are patterns: "{a|b}" is one of the alternatives, "{2..9}" a number,
// "{place}" a name that the proposal gives; "{0}", "{1}" are values of the sentence. Alternatives may hold patterns.
type say [2]string

const (
	zh = 0
	en = 1
)

// fill makes a text of a pattern.
func (d *draft) fill(s say, values ...any) string {
	text, rest := d.pattern(s[d.lang], values)
	if rest != "" {
		panic("sample: unbalanced pattern " + strconv.Quote(s[d.lang]))
	}
	return text
}

// pattern reads up to the brace that closes what it was called in, and gives what is left from that brace on.
func (d *draft) pattern(p string, values []any) (text, rest string) {
	var out strings.Builder
	for p != "" {
		switch p[0] {
		case '}':
			return out.String(), p
		case '{':
			inner, after := d.slot(p[1:], values)
			out.WriteString(inner)
			p = after
		default:
			n := strings.IndexAny(p, "{}")
			if n < 0 {
				n = len(p)
			}
			out.WriteString(p[:n])
			p = p[n:]
		}
	}
	return out.String(), ""
}

// slot reads what follows an opening brace and what comes after its closing one.
func (d *draft) slot(p string, values []any) (text, rest string) {
	depth, from := 0, 0
	var parts []string
	end := -1
	for i := 0; i < len(p) && end < 0; i++ {
		switch {
		case p[i] == '{':
			depth++
		case p[i] == '}' && depth > 0:
			depth--
		case p[i] == '}':
			parts, end = append(parts, p[from:i]), i
		case p[i] == '|' && depth == 0:
			parts, from = append(parts, p[from:i]), i+1
		}
	}
	if end < 0 {
		panic("sample: open brace in pattern " + strconv.Quote(p))
	}
	rest = p[end+1:]
	if len(parts) > 1 {
		text, _ = d.pattern(pick(d.dice, parts), values)
		return text, rest
	}
	name := parts[0]
	if lo, hi, ok := strings.Cut(name, ".."); ok {
		a, errA := strconv.Atoi(lo)
		b, errB := strconv.Atoi(hi)
		if errA != nil || errB != nil {
			panic("sample: range in pattern " + strconv.Quote(name))
		}
		return strconv.Itoa(d.in(a, b)), rest
	}
	if n, err := strconv.Atoi(name); err == nil {
		return fmt.Sprint(values[n]), rest
	}
	if s, ok := d.names[name]; ok {
		return s, rest
	}
	if s, ok := d.a.words[name]; ok {
		return d.fill(s, values...), rest
	}
	panic("sample: unknown name in pattern " + strconv.Quote(name))
}

// fills makes n different texts of a pool.
func (d *draft) fills(pool []say, n int, values ...any) []string {
	out := []string{}
	for _, s := range draw(d.dice, pool, n) {
		out = append(out, d.fill(s, values...))
	}
	return out
}

// firsts is like fills, but a careful proposal takes the first of the pool, which are the most important.
func (d *draft) firsts(pool []say, n int) []string {
	if d.care > careless {
		pool = pool[:min(n, len(pool))]
	}
	return d.fills(pool, n)
}

// length repeats sentences from a pool until a text has at least n characters.
func (d *draft) length(start string, pool []say, n int) string {
	for _, s := range draw(d.dice, pool, len(pool)) {
		if len([]rune(start)) >= n {
			break
		}
		if d.lang == en && start != "" {
			start += " "
		}
		start += d.fill(s)
	}
	return start
}
