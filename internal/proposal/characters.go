package proposal

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// maxWarnings bounds how many warnings one document gets; the rest would say the same.
const maxWarnings = 100

// maxMarks is how many marks above and below one letter are still writing; beyond, they cover the lines around it.
const maxMarks = 4

func (n *normaliser) warn(node *yaml.Node, r rune, kind string) {
	if len(n.warnings) < maxWarnings {
		n.warnings = append(n.warnings, Warning{
			Code: "W_INVISIBLE", Position: n.pinpoint(node, r),
			Args: map[string]string{"kind": kind, "char": codePoint(r)},
		})
	}
}

// control finds the first control character of a text. None can stand in the source, so it came through an escape in
// double quotes; it could move a terminal's cursor or begin a new line in a log.
func control(s string) (rune, bool) {
	for i := range len(s) {
		switch byteClass[s[i]] {
		case byteControl, byteReturn:
			return rune(s[i]), true
		case byteC2, byteE2, byteEF:
			if r, _ := utf8.DecodeRuneInString(s[i:]); r <= 0x9f || r == '\u2028' || r == '\u2029' || r == 0xfffe || r == 0xffff {
				return r, true
			}
		}
	}
	return 0, false
}

// suspect finds the first character of a value that a reader does not see, or sees as another, and says what is odd:
// "hidden", "combining" or "lookalike"; kind is "" for a text without any.
func suspect(s string) (found rune, kind string) {
	if ascii(s) {
		return 0, ""
	}
	var before rune          // the character before
	var latin, cyrillic bool // in this word
	marks := 0
	for i, size := 0, 0; i < len(s); i += size {
		if ideograph(s[i]) {
			for i+3 < len(s) && ideograph(s[i+3]) {
				i += 3
			}
			before, latin, cyrillic, marks, size = 0, false, false, 0, 3
			continue
		}
		var r rune
		r, size = utf8.DecodeRuneInString(s[i:])
		switch {
		case r < utf8.RuneSelf:
			letter := isLetter(byte(r))
			inWord := letter || r == '_' || r >= '0' && r <= '9'
			latin, cyrillic, marks = letter || latin && inWord, cyrillic && inWord, 0
		case ordinary(r):
			latin, cyrillic, marks = false, false, 0
		case hides(r):
			if !joinsEmoji(r, before) {
				return r, "hidden"
			}
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > maxMarks {
				return r, "combining"
			}
		default:
			cyrillic = r >= 0x400 && r <= 0x52f
			latin, marks = latin && cyrillic, 0
		}
		if latin && cyrillic {
			return r, "lookalike"
		}
		before = r
	}
	return 0, ""
}

// isHarmless says whether a character can make no text suspect, whatever stands beside it.
func isHarmless(r rune) bool {
	switch {
	case ordinary(r):
		return true
	case r >= 0x400 && r <= 0x52f:
		return false
	}
	return !hides(r) && !unicode.In(r, unicode.Mn, unicode.Me)
}

// ideograph says whether a byte begins one of U+4000 to U+9FFF, of three bytes each.
func ideograph(c byte) bool { return c >= 0xe4 && c <= 0xe9 }

// ordinary answers quickly for the punctuation of Chinese text.
func ordinary(r rune) bool {
	return r >= 0x2010 && r <= 0x2027 || r >= 0x3000 && r <= 0x3029 || r >= 0xff01 && r <= 0xff5e
}

// suspectKey is suspect for keys, where any doubt is a refusal: it also finds control characters ("control"), spaces other
// than the ordinary one ("space") and letters of Greek beside Latin ones.
func suspectKey(s string) (found rune, kind string) {
	if r, ok := control(s); ok {
		return r, "control"
	}
	if ascii(s) {
		return 0, ""
	}
	latin, other := false, rune(0)
	for _, r := range s {
		switch {
		case hides(r):
			return r, "hidden"
		case r != ' ' && unicode.IsSpace(r):
			return r, "space"
		case r < utf8.RuneSelf:
			latin = latin || isLetter(byte(r))
		case other == 0 && (r >= 0x370 && r <= 0x52f || r >= 0x1f00 && r <= 0x1fff):
			other = r
		}
	}
	if latin && other != 0 {
		return other, "lookalike"
	}
	return suspect(s)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// hides says whether a character has no shape of its own: zero width, direction, joiners, selectors, fillers.
func hides(r rune) bool {
	switch {
	case r < 0xad || r >= 0x4e00 && r <= 0xd7ff:
		return false
	case r == 0x34f, r == 0x115f, r == 0x1160, r == 0x2800, r == 0x3164, r == 0xffa0, // joiner and fillers
		r == 0x17b4, r == 0x17b5, r >= 0x180b && r <= 0x180f,
		r >= 0x2060 && r <= 0x206f, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// joinsEmoji says whether a hidden character does its honest work inside an emoji.
func joinsEmoji(r, before rune) bool {
	return (r == 0xfe0f || r == 0x200d) && (before == 0xfe0f || before == 0x203c || before == 0x2049 ||
		unicode.In(before, unicode.So, unicode.Sm, unicode.Sk) || before < utf8.RuneSelf && strings.ContainsRune("0123456789#*", before))
}

// pinpoint says where in the source a character of a scalar stands, written as itself or as an escape; the scalar's start
// when it is not found.
func (n *normaliser) pinpoint(node *yaml.Node, r rune) Position {
	text := n.source.text[n.offset(node):]
	found := -1
	if node.Style&yaml.DoubleQuotedStyle == 0 {
		found = strings.IndexRune(text, r)
	} else {
		for i := strings.IndexByte(text, '"') + 1; i < len(text) && text[i] != '"' && found < 0; {
			got, size := utf8.DecodeRuneInString(text[i:])
			if got == '\\' {
				got, size = escaped(text[i:])
			}
			if got == r {
				found = i
			}
			i += size
		}
	}
	at := position(node)
	if found < 0 {
		return at
	}
	text = text[:found]
	if lines := strings.Count(text, "\n"); lines > 0 {
		at = Position{at.Line + lines, 1}
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	return Position{at.Line, at.Column + utf8.RuneCountInString(text)}
}

// escaped reads the escape of a double-quoted scalar that text begins with; size is at least 1.
func escaped(text string) (r rune, size int) {
	if len(text) < 2 {
		return 0, len(text)
	}
	hex := 0
	switch text[1] {
	case 'x':
		hex = 2
	case 'u':
		hex = 4
	case 'U':
		hex = 8
	default:
		const names, runes = `0abtnvfreN_LP`, "\x00\a\b\t\n\v\f\r\x1b\u0085\u00a0\u2028\u2029"
		if i := strings.IndexByte(names, text[1]); i >= 0 && text[1] != '"' {
			return []rune(runes)[i], 2
		}
		_, size = utf8.DecodeRuneInString(text[1:])
		return 0, 1 + size
	}
	if len(text) < 2+hex {
		return 0, len(text)
	}
	value, err := strconv.ParseUint(text[2:2+hex], 16, 32)
	if err != nil {
		return 0, 2
	}
	return rune(value), 2 + hex
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

func hexBytes(s string) string { return fmt.Sprintf("% X", s) }

// quoteShort makes a piece of the applicant's text fit for a message: short, and without anything that acts on a
// terminal or a log.
func quoteShort(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	q := strconv.Quote(s)
	return q[1 : len(q)-1]
}
