package proposal

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// fault makes an error at a position; args come in pairs.
func fault(code string, at Position, args ...any) *ParseError {
	e := &ParseError{Code: code, Position: at, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[args[i].(string)] = fmt.Sprint(args[i+1])
	}
	return e
}

// scan refuses, before any parser sees the bytes, what is too large, not UTF-8, or written with characters that make a
// reader and a parser see different lines. It costs one pass.
func scan(src []byte, lim Limits) *ParseError {
	if len(src) > lim.Bytes {
		return fault("E_TOO_LARGE", Position{1, 1}, "size", len(src), "limit", lim.Bytes)
	}
	if e := encoding(src); e != nil {
		return e
	}
	pos, structure := Position{1, 1}, 0
	for i := 0; i < len(src); {
		r, size := rune(src[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(src[i:])
		}
		switch {
		case r == utf8.RuneError && size == 1:
			return fault("E_ENCODING", pos, "guess", guess(src))
		case r == '\ufeff' && i == 0: // a byte order mark, allowed and without a column
			i += size
			continue
		case r == '\ufeff':
			return fault("E_INVISIBLE", pos, "char", codePoint(r))
		case r == '\r' && (i+1 == len(src) || src[i+1] != '\n'),
			r == '\u0085', r == '\u2028', r == '\u2029':
			return fault("E_LINE_BREAK", pos, "char", codePoint(r))
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r >= 0x7f && r <= 0x9f, r == 0xfffe, r == 0xffff:
			return fault("E_CONTROL", pos, "char", codePoint(r))
		}
		switch r {
		case ':', '-', ',', '[', ']', '{', '}', '?', '#', '\n':
			if structure++; structure > lim.Structure {
				return fault("E_STRUCTURE", pos, "limit", lim.Structure)
			}
		}
		if r == '\n' {
			pos = Position{pos.Line + 1, 1}
		} else {
			pos.Column++
		}
		i += size
	}
	return nil
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// encoding refuses the encodings that are recognised by their first bytes or by zero bytes.
func encoding(src []byte) *ParseError {
	for mark, name := range map[string]string{"\xff\xfe": "UTF-16", "\xfe\xff": "UTF-16"} {
		if bytes.HasPrefix(src, []byte(mark)) {
			return fault("E_ENCODING", Position{1, 1}, "guess", name)
		}
	}
	if len(src) >= 4 && (src[0] == 0 && src[1] != 0 || src[0] != 0 && src[1] == 0) {
		return fault("E_ENCODING", Position{1, 1}, "guess", "UTF-16")
	}
	return nil
}

// guess names the likely encoding of bytes that are not UTF-8: GB18030 when most high bytes come in pairs that GB18030
// uses for Chinese characters, else Latin-1.
func guess(src []byte) string {
	pairs, single := 0, 0
	for i := 0; i < len(src); i++ {
		if src[i] < 0x80 {
			continue
		}
		if i+1 < len(src) && src[i] >= 0x81 && src[i] <= 0xfe && src[i+1] >= 0x40 && src[i+1] != 0x7f && src[i+1] != 0xff {
			pairs++
			i++
		} else {
			single++
		}
	}
	if pairs > single {
		return "GB18030"
	}
	return "Latin-1"
}

// invisible finds the first character of a text that hides, reorders or mimics: zero-width and bidirectional controls,
// and other format characters.
func invisible(s string) (rune, bool) {
	for _, r := range s {
		if r >= 0xad && (unicode.Is(unicode.Cf, r) || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' || r == '\u034f') {
			return r, true
		}
	}
	return 0, false
}

// control finds the first control character of a text: such came through an escape in a quoted scalar.
func control(s string) (rune, bool) {
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r <= 0x9f || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == utf8.RuneError {
			return r, true
		}
	}
	return 0, false
}

func quoteShort(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	q := strconv.Quote(s)
	return q[1 : len(q)-1]
}
