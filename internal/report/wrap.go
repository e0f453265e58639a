package report

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
)

// Safe makes text that comes from outside harmless on a terminal, and is the first step for every other place: control
// characters, characters that hide or reorder text, and those that are none are shown by their code point.
//
// Neither can it give a CI server a command: "##[…]" and "##vso[…]" are read anywhere in a line of a log.
func Safe(s string) string {
	if strings.Contains(s, "##") {
		s = logCommand.ReplaceAllString(s, "$1<U+005B>")
	}
	harmful := func(r rune) bool {
		return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Noncharacter_Code_Point) || r == '\u2028' || r == '\u2029' || r == unicode.ReplacementChar
	}
	if strings.IndexFunc(s, harmful) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t':
			b.WriteByte(' ')
		case harmful(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var logCommand = regexp.MustCompile(`(##\w*)\[`)

// Characters that must not begin a line of Chinese text, and those that must not end one (GB/T 15834 and common
// typesetting practice).
const (
	notFirst = "，。、；：？！）》〉」』】”’％…,.;:?!)]}%"
	notLast  = "（《〈「『【“‘([{"
)

// wrap breaks text into lines of at most width columns: at spaces between words, and between Chinese characters, which
// take two columns. A word longer than a line is cut.
func wrap(s string, width int) []string {
	if width < 10 {
		width = 10
	}
	var lines []string
	line, columns := "", 0
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, columns = "", 0
	}
	for _, unit := range units(s) {
		w := lipgloss.Width(unit)
		if columns+lipgloss.Width(strings.TrimRight(unit, " ")) > width && columns > 0 {
			flush()
			unit = strings.TrimLeft(unit, " ")
			w = lipgloss.Width(unit)
		}
		for w > width {
			head, rest := cut(unit, width)
			line, columns = head, width
			flush()
			unit, w = rest, lipgloss.Width(rest)
		}
		line += unit
		columns += w
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	return lines
}

// units splits text into the pieces that may not be broken: a word with the space after it, or one wide character with
// the punctuation that must stay with it.
func units(s string) []string {
	var out []string
	var unit strings.Builder
	var last rune
	for _, r := range s {
		breaks := last != 0 && (last == ' ' && r != ' ' || wide(r) || wide(last) && r != ' ')
		if strings.ContainsRune(notFirst, r) || strings.ContainsRune(notLast, last) {
			breaks = false
		}
		if breaks {
			out = append(out, unit.String())
			unit.Reset()
		}
		unit.WriteRune(r)
		last = r
	}
	return append(out, unit.String())
}

func wide(r rune) bool { return r >= 0x1100 && lipgloss.Width(string(r)) == 2 }

// cut splits a piece after at most width columns.
func cut(s string, width int) (head, rest string) {
	columns := 0
	for i, r := range s {
		if w := lipgloss.Width(string(r)); columns+w > width && i > 0 {
			return s[:i], s[i:]
		} else {
			columns += w
		}
	}
	return s, ""
}

// pad fills text with spaces to a number of columns.
func pad(s string, columns int) string {
	if gap := columns - lipgloss.Width(s); gap > 0 {
		return s + strings.Repeat(" ", gap)
	}
	return s
}
