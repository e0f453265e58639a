package proposal

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// source is the text of a document and where its lines begin. The text is a copy: a caller may reuse its buffer.
type source struct {
	text     string
	lines    []int // offset of each line's first byte, of the first line after a byte order mark
	harmless bool  // no character in it can make a value suspect: see suspect
}

// newSource finds the lines of a text whose first begins at an offset. It notes them where there is room, if that is enough.
func newSource(text string, start int, room []int) source {
	if cap(room) == 0 {
		room = make([]int, 0, 1+strings.Count(text, "\n"))
	}
	s := source{text: text, lines: append(room[:0], start)}
	for at := start; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return s
		}
		at += i + 1
		s.lines = append(s.lines, at)
	}
}

// line gives a line from 1 without its line break; "" when there is none.
func (s source) line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	end := len(s.text)
	if n < len(s.lines) {
		end = s.lines[n]
	}
	return strings.TrimSuffix(strings.TrimSuffix(s.text[s.lines[n-1]:end], "\n"), "\r")
}

// position turns an offset into line and column.
func (s source) position(offset int) Position {
	line := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	if line == 0 { // inside the byte order mark, or nothing scanned yet
		return Position{1, 1}
	}
	return Position{line, 1 + utf8.RuneCountInString(s.text[s.lines[line-1]:offset])}
}

// offset turns line and column into an offset, at most the length of the text.
func (s source) offset(p Position) int {
	if p.Line < 1 || p.Line > len(s.lines) {
		return len(s.text)
	}
	at := s.lines[p.Line-1]
	return at + s.skip(at, p.Column-1)
}

// skip gives the length of a number of code points from an offset on.
func (s source) skip(offset, runes int) int {
	at := offset
	for ; runes > 0 && at < len(s.text); runes-- {
		_, size := utf8.DecodeRuneInString(s.text[at:])
		at += size
	}
	return at - offset
}
