package editor

import (
	"testing"

	"hegui/internal/proposal"
)

// Positions count UTF-16 code units. Whatever is asked for is a place in the text.
func TestPositions(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text string
		at         Position
		offset     int
		is         Position // the position of that offset
	}{
		{"in ASCII", "ab: c\n", Position{0, 3}, 3, Position{0, 3}},
		{"after Chinese", "标题: x\n", Position{0, 4}, 8, Position{0, 4}},
		{"after an emoji, which is two units", "a😀b", Position{0, 3}, 5, Position{0, 3}},
		{"inside an emoji is before it", "a😀b", Position{0, 2}, 1, Position{0, 1}},
		{"after a tab, which is one unit", "\tb", Position{0, 1}, 1, Position{0, 1}},
		{"on a line after CRLF", "a\r\nbc", Position{1, 1}, 4, Position{1, 1}},
		{"on a line after a lone CR", "a\rbc", Position{1, 1}, 3, Position{1, 1}},
		{"past the end of a line is its end", "ab\ncd", Position{0, 99}, 2, Position{0, 2}},
		{"past the end of a line with CRLF is before both", "ab\r\ncd", Position{0, 3}, 2, Position{0, 2}},
		{"past the last line is the end", "ab\ncd", Position{9, 0}, 5, Position{1, 2}},
		{"after the last line break is a line", "ab\n", Position{1, 0}, 3, Position{1, 0}},
		{"before the beginning is the beginning", "ab", Position{-1, 5}, 0, Position{0, 0}},
		{"before a line's beginning is its beginning", "ab\ncd", Position{1, -5}, 3, Position{1, 0}},
		{"the byte order mark is a character", "\ufeffab", Position{0, 1}, 3, Position{0, 1}},
		{"no text has one place", "", Position{3, 3}, 0, Position{0, 0}},
		{"a byte that is no UTF-8 is one character", "\xffb", Position{0, 1}, 1, Position{0, 1}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := newLines(tc.text)
			if got := l.offset(tc.at); got != tc.offset {
				t.Errorf("offset %d, want %d", got, tc.offset)
			}
			if got := l.position(tc.offset); got != tc.is {
				t.Errorf("position %v, want %v", got, tc.is)
			}
		})
	}
}

// The parser counts lines and code points from 1, and its mark has no column.
func TestPositionsOfTheParser(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text string
		at         proposal.Position
		want       Position
	}{
		{"the first character", "a: b", proposal.Position{Line: 1, Column: 1}, Position{0, 0}},
		{"after an emoji", "😀: b", proposal.Position{Line: 1, Column: 4}, Position{0, 4}},
		{"after a mark", "\ufeffa: b", proposal.Position{Line: 1, Column: 4}, Position{0, 4}},
		{"a lone CR ends a line for an editor only", "a\rb: c", proposal.Position{Line: 1, Column: 3}, Position{1, 0}},
		{"past the end", "a: b", proposal.Position{Line: 7, Column: 1}, Position{0, 4}},
		{"no place is the beginning", "\ufeffa: b", proposal.Position{}, Position{0, 1}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := newLines(tc.text)
			if got := l.position(l.parserOffset(tc.at)); got != tc.want {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

// A range covers something, as long as there is something.
func TestRangesAreNotEmpty(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text string
		start, end int
		want       Range
	}{
		{"as it is", "ab", 0, 1, Range{Position{0, 0}, Position{0, 1}}},
		{"the character after", "a😀", 1, 1, Range{Position{0, 1}, Position{0, 3}}},
		{"at the end of a line, its break", "a\nb", 1, 1, Range{Position{0, 1}, Position{1, 0}}},
		{"at the end of the text, the character before", "a😀", 5, 5, Range{Position{0, 1}, Position{0, 3}}},
		{"on an empty last line, the break before", "a\r\n", 3, 3, Range{Position{0, 1}, Position{1, 0}}},
		{"nothing in nothing", "", 0, 0, Range{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := newLines(tc.text)
			if got := l.between(tc.start, tc.end); got != tc.want {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}
