package editor

import (
	"strings"

	"hegui/internal/proposal"
)

// inline reads a value that begins on a line; below is the column of the collection it stands in, which whatever runs on
// over more lines must be deeper than.
func (o *outline) inline(n *node, at, end, below int) {
	for at < end && (o.text[at] == '&' || o.text[at] == '!') { // an anchor or a tag
		if i := strings.IndexAny(o.text[at:end], " \t"); i >= 0 {
			at = o.blanks(at + i)
		} else {
			at = end
		}
		n.start, n.end = at, at
	}
	if at >= end {
		return
	}
	switch o.text[at] {
	case '#':
		n.end = n.start
	case '|', '>':
		o.block(n, at, end, below)
	case '"', '\'':
		n.kind, n.start = scalar, at
		n.end = o.quotedLines(at, end, below)
	case '[', '{':
		f := flow{o: o, below: below, end: end, pos: at}
		f.value(n, 0)
		o.pos = o.nextLine(o.lineEnd(f.pos))
	default:
		n.kind, n.start, n.end = scalar, at, o.plainEnd(at, end)
	}
}

// plainEnd gives where a plain text ends on its line: before a comment and trailing blanks.
func (o *outline) plainEnd(at, end int) int {
	text := o.text[at:end]
	for i := 1; i < len(text); i++ {
		if text[i] == '#' && (text[i-1] == ' ' || text[i-1] == '\t') {
			text = text[:i]
		}
	}
	return at + len(strings.TrimRight(text, " \t"))
}

// deeper gives the end of the line that begins at an offset, and whether it is blank or deeper than a column.
func (o *outline) deeper(begin, below int) (end int, blank, ok bool) {
	end = o.lineEnd(begin)
	at := o.blanks(begin)
	return end, at >= end, at >= end || at-begin > below
}

// block reads a text after | or >: its lines are those deeper than the collection that it stands in.
func (o *outline) block(n *node, at, end, below int) {
	n.kind, n.start, n.end = scalar, at, o.plainEnd(at, end)
	for o.pos < len(o.text) {
		lineEnd, blank, ok := o.deeper(o.pos, below)
		if !ok {
			return
		}
		if !blank {
			n.end = lineEnd
		}
		o.pos = o.nextLine(lineEnd)
	}
}

// quotedLines gives the end of a text in quotes. One that no quote closes before the collection goes on ends with its
// first line: somebody is typing it. Each character is looked at once, however many lines there are.
func (o *outline) quotedLines(at, end, below int) int {
	quote, text := o.text[at], o.text
	for i := at + 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && quote == '"' && i+1 < len(text) && text[i+1] != '\n' && text[i+1] != '\r':
			i++
		case c == quote && quote == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		case c == quote:
			o.pos = o.nextLine(o.lineEnd(i))
			return i + 1
		case c == '\n' || c == '\r':
			next := o.nextLine(i)
			if _, _, ok := o.deeper(next, below); !ok {
				return o.plainEnd(at, end)
			}
			i = next - 1
		}
	}
	return o.plainEnd(at, end)
}

// flow reads what stands in brackets.
type flow struct {
	o     *outline
	below int // column that further lines must be deeper than, closing brackets apart
	end   int // of the current line
	pos   int
}

// skip goes to the next character that means something, over comments and on to lines that belong to the brackets. It
// says whether there is one.
func (f *flow) skip() bool {
	text := f.o.text
	for {
		f.pos = f.o.blanks(f.pos)
		if f.pos < f.end && !(text[f.pos] == '#' && f.pos > 0 && (text[f.pos-1] == ' ' || text[f.pos-1] == '\t')) {
			return true
		}
		next := f.o.nextLine(f.end)
		if next >= len(text) || next <= f.end {
			f.pos = f.end
			return false
		}
		end, blank, ok := f.o.deeper(next, f.below)
		first := f.o.blanks(next)
		if !ok && text[first] != ']' && text[first] != '}' {
			f.pos = f.end
			return false
		}
		if blank && end >= len(text) {
			f.pos = f.end
			return false
		}
		f.pos, f.end = next, end
	}
}

// value reads one value. It leaves pos behind it.
func (f *flow) value(n *node, depth int) {
	text := f.o.text
	for f.pos < f.end && (text[f.pos] == '&' || text[f.pos] == '!') {
		if i := strings.IndexAny(text[f.pos:f.end], " \t,]}"); i >= 0 {
			f.pos = f.o.blanks(f.pos + i)
		} else {
			f.pos = f.end
		}
	}
	n.start, n.end = f.pos, f.pos
	if f.pos >= f.end {
		return
	}
	switch c := text[f.pos]; {
	case (c == '[' || c == '{') && depth >= maxDepth:
		f.pos, f.end = len(text), len(text) // no proposal: nothing more is read
	case c == '[' || c == '{':
		n.flow = true
		f.collection(n, depth)
		n.end = f.pos
	case c == '"' || c == '\'':
		n.kind = scalar
		n.end = f.o.quotedLines(f.pos, f.end, f.below)
		f.pos = n.end
		f.end = f.o.lineEnd(f.pos)
	default:
		n.kind = scalar
		n.end = f.plain()
		f.pos = n.end
		for f.runsOn() { // a plain text over several lines
			n.end = f.plain()
			f.pos = n.end
		}
	}
}

// plain gives where a plain text in brackets ends on its line.
func (f *flow) plain() int {
	text := f.o.text
	i := f.pos
	for ; i < f.end; i++ {
		c := text[i]
		if strings.IndexByte(",[]{}", c) >= 0 || c == '#' && i > f.pos && text[i-1] == ' ' || f.colon(i) {
			break
		}
	}
	return f.pos + len(strings.TrimRight(text[f.pos:i], " \t"))
}

// runsOn goes to the next line when a plain text goes on there.
func (f *flow) runsOn() bool {
	was := *f
	if f.o.blanks(f.pos) == f.end && f.skip() && strings.IndexByte(",[]{}:#\"'", f.o.text[f.pos]) < 0 {
		if end := f.plain(); end > f.pos && !f.colon(f.o.blanks(end)) {
			return true
		}
	}
	*f = was
	return false
}

// colon says whether a colon that ends a key in brackets stands at an offset.
func (f *flow) colon(at int) bool {
	if at >= f.end || f.o.text[at] != ':' {
		return false
	}
	return at+1 >= f.end || strings.IndexByte(" \t,[]{}", f.o.text[at+1]) >= 0
}

// collection reads a list or a mapping in brackets, up to its end or to where it breaks off.
func (f *flow) collection(n *node, depth int) {
	n.kind = sequence
	if f.o.text[f.pos] == '{' {
		n.kind = mapping
	}
	f.pos++
	for f.o.nodes < maxNodes && f.skip() {
		switch f.o.text[f.pos] {
		case ']', '}':
			f.pos++
			return
		case ',', ':':
			f.pos++
			continue
		}
		if n.kind == sequence {
			f.value(f.o.add(n, proposal.Index(len(n.children))), depth+1)
		} else {
			f.entry(n, depth)
		}
	}
}

// entry reads a key in braces and its value.
func (f *flow) entry(m *node, depth int) {
	at := f.pos
	var end int
	switch text := f.o.text; text[at] {
	case '"', '\'':
		if end = f.o.quoted(at, f.end); end == at {
			end = f.end
		}
	case '[', '{': // no key: read and forgotten
		f.value(&node{}, depth+1)
		return
	default:
		end = f.plain()
	}
	n := f.o.add(m, proposal.Key(unquote(f.o.text[at:end])))
	n.keyStart, n.keyEnd = at, end
	f.pos = f.o.blanks(end)
	if f.pos >= f.end || f.o.text[f.pos] != ':' {
		n.kind = loose
		return
	}
	f.pos++
	if !f.skip() {
		n.start, n.end = f.pos, f.pos
		return
	}
	n.start, n.end = f.pos, f.pos
	if c := f.o.text[f.pos]; c != ',' && c != '}' && c != ']' {
		f.value(n, depth+1)
	}
}
