package editor

import (
	"sort"
	"strings"
	"unicode/utf8"

	"hegui/internal/proposal"
)

const byteOrderMark = "\ufeff"

// lines translate between offsets, positions as editors count, and positions as the parser counts.
type lines struct {
	text   string
	starts []int // of lines as editors see them: after LF, CRLF or a lone CR
	parsed []int // of lines as the parser sees them: after LF
	counts []count
}

// count says how much of the text stands before an offset. One is kept for every countEvery bytes, so that finding a
// place takes the same time in a text of one long line.
type count struct{ offset, runes, units int }

const countEvery = 256

func newLines(text string) lines {
	l := lines{text: text, starts: []int{0}, parsed: []int{0}}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			l.starts, l.parsed = append(l.starts, i+1), append(l.parsed, i+1)
		case text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			l.starts = append(l.starts, i+1)
		}
	}
	at := count{}
	for i, r := range text {
		if i >= len(l.counts)*countEvery {
			at.offset = i
			l.counts = append(l.counts, at)
		}
		at.runes++
		at.units += units(r)
	}
	if strings.HasPrefix(text, byteOrderMark) {
		l.parsed[0] = len(byteOrderMark) // the mark has no column for the parser; for an editor it is a character
	}
	return l
}

// end gives the offset where a line's content ends, without its break. Lines count from 0.
func (l *lines) end(line int) int {
	end := len(l.text)
	if line+1 < len(l.starts) {
		end = l.starts[line+1]
	}
	content := strings.TrimSuffix(l.text[l.starts[line]:end], "\n")
	return l.starts[line] + len(strings.TrimSuffix(content, "\r"))
}

// lineAt gives the line that an offset lies in.
func (l *lines) lineAt(offset int) int {
	return sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset }) - 1
}

// position turns an offset into a position; between CR and LF it is the end of the line.
func (l *lines) position(offset int) Position {
	offset = min(max(offset, 0), len(l.text))
	line := l.lineAt(offset)
	return Position{line, l.count(min(offset, l.end(line))).units - l.count(l.starts[line]).units}
}

// count gives what stands before an offset.
func (l *lines) count(offset int) count {
	i := sort.Search(len(l.counts), func(i int) bool { return l.counts[i].offset > offset })
	c := count{}
	if i > 0 {
		c = l.counts[i-1]
	}
	for _, r := range l.text[c.offset:offset] {
		c.runes++
		c.units += units(r)
	}
	c.offset = offset
	return c
}

// offset turns a position into an offset, within the text whatever the position.
func (l *lines) offset(p Position) int {
	switch {
	case p.Line < 0:
		return 0
	case p.Line >= len(l.starts):
		return len(l.text)
	}
	at, end, left := l.starts[p.Line], l.end(p.Line), p.Character
	for at < end && left > 0 {
		r, size := utf8.DecodeRuneInString(l.text[at:end])
		if left -= units(r); left < 0 {
			break
		}
		at += size
	}
	return at
}

// units counts the UTF-16 code units of a character.
func units(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// parserOffset turns a position of the parser into an offset.
func (l *lines) parserOffset(p proposal.Position) int {
	if p.Line < 1 {
		return l.parsed[0]
	}
	if p.Line > len(l.parsed) {
		return len(l.text)
	}
	begin := l.parsed[p.Line-1]
	want := l.count(begin).runes + p.Column - 1
	i := sort.Search(len(l.counts), func(i int) bool { return l.counts[i].runes > want })
	c := count{offset: begin}
	if i > 0 {
		c = l.counts[i-1]
	}
	for ; c.runes < want && c.offset < len(l.text); c.runes++ {
		_, size := utf8.DecodeRuneInString(l.text[c.offset:])
		c.offset += size
	}
	return max(c.offset, begin)
}

// between gives the range of two offsets. It is empty only when the text is: where nothing stands, it covers the character
// after, else the one before.
func (l *lines) between(start, end int) Range {
	r := Range{l.position(start), l.position(end)}
	if r.Start != r.End {
		return r
	}
	if line := r.Start.Line; start < l.end(line) {
		_, size := utf8.DecodeRuneInString(l.text[start:])
		r.End = l.position(start + size)
	} else if line+1 < len(l.starts) {
		r.End = Position{Line: line + 1}
	} else if start > l.starts[line] {
		_, size := utf8.DecodeLastRuneInString(l.text[:start])
		r.Start = l.position(start - size)
	} else if line > 0 {
		r.Start = l.position(l.end(line - 1))
	}
	return r
}

// lineBreak gives how the text ends its lines.
func (l *lines) lineBreak() string {
	if strings.Contains(l.text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}
