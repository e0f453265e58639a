package editor

import "strings"

// quotable is what Markdown gives a meaning, or HTML in it.
const quotable = "\\`*_{}[]()<>#+-.!|~&$:=^@/"

// markdown writes text so that it is shown as it is, in one line: what has a meaning is escaped, what cannot be seen is
// made visible.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r = visible(r); {
		case strings.ContainsRune(quotable, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// code writes text as code, in one line; "" stays empty.
func code(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '`' { // would end it
			return '\''
		}
		return visible(r)
	}, s)
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

// visible turns line breaks into blanks, and controls and marks of writing direction, which could make a line read
// otherwise, into the sign for an unreadable character.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return ' '
	case r < ' ' || r >= 0x7f && r < 0xa0, r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u200e' || r == '\u200f' || r == '\ufeff':
		return '\ufffd'
	default:
		return r
	}
}
