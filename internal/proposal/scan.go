package proposal

import (
	"strings"
	"unicode/utf8"
)

// Classes of bytes for the scan. Continuation bytes of UTF-8 and most lead bytes need no look.
const (
	byteStructure = iota + 1 // has a meaning in YAML
	byteNewline
	byteReturn
	byteControl
	byteC2 // begins a C1 control, among others
	byteE2 // begins U+2028 and U+2029, among others
	byteEF // begins U+FEFF, U+FFFE and U+FFFF, among others
)

var byteClass = func() (class [256]uint8) {
	for c := range byte(' ') {
		class[c] = byteControl
	}
	class['\t'] = 0
	for _, c := range []byte(":-,[{?#") {
		class[c] = byteStructure
	}
	class['\n'], class['\r'], class[0x7f] = byteNewline, byteReturn, byteControl
	class[0xc2], class[0xe2], class[0xef] = byteC2, byteE2, byteEF
	return class
}()

const byteOrderMark = "\ufeff"

// scan refuses, before any parser sees the bytes, what is too large, not UTF-8, or written with characters that make a
// reader and a parser see different lines. It also counts the bytes that have a meaning in YAML: they, not the size, are
// what a parser pays for.
func scan(src []byte, lim Limits) (s source, structure int, refused *ParseError) {
	if len(src) > lim.Bytes {
		return s, 0, fault("E_TOO_LARGE", Position{1, 1}, "size", len(src), "limit", lim.Bytes)
	}
	text, start := string(src), 0
	s = source{text: text, lines: make([]int, 1, 1+strings.Count(text, "\n"))}
	if refused := encoding(s); refused != nil {
		return s, 0, refused
	}
	if strings.HasPrefix(text, byteOrderMark) {
		start = len(byteOrderMark)
		s.lines[0] = start
	}
	refuse := func(code string, offset int, args ...any) (source, int, *ParseError) {
		return s, 0, fault(code, s.position(offset), args...)
	}
	for i := start; i < len(text); i++ {
		switch byteClass[text[i]] {
		case 0:
			continue
		case byteNewline:
			s.lines = append(s.lines, i+1)
			structure++
		case byteStructure:
			structure++
		case byteReturn:
			if i+1 == len(text) || text[i+1] != '\n' {
				return refuse("E_LINE_BREAK", i, "char", codePoint('\r'))
			}
		case byteControl:
			return refuse("E_CONTROL", i, "char", codePoint(rune(text[i])))
		default:
			switch r, _ := utf8.DecodeRuneInString(text[i:]); {
			case r == '\u0085' || r == '\u2028' || r == '\u2029':
				return refuse("E_LINE_BREAK", i, "char", codePoint(r))
			case r >= 0x80 && r <= 0x9f || r == 0xfffe || r == 0xffff:
				return refuse("E_CONTROL", i, "char", codePoint(r))
			case r == '\ufeff':
				return refuse("E_ENCODING", i, "kind", "mark", "char", codePoint(r))
			}
		}
		if structure > lim.Structure {
			return refuse("E_STRUCTURE", i, "limit", lim.Structure)
		}
	}
	return s, structure, nil
}

// oneDocument refuses a file with nothing in it, with a second document, or with text after the end of the first: the
// library would read the first and drop the rest without a word. A line that begins with --- or ... is a mark wherever
// it stands, even inside a quoted text. %TAG is refused here because it could give the core tags another meaning.
func oneDocument(s source) *ParseError {
	begun, content, ended := false, false, false
	var directive *ParseError // what to say when no document mark follows %YAML
	for n := range s.lines {
		line, at := s.line(n+1), Position{n + 1, 1}
		trimmed := strings.TrimLeft(line, " \t")
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		rest, mark := strings.CutPrefix(line, "---")
		if !mark {
			rest, mark = strings.CutPrefix(line, "...")
		}
		mark = mark && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
		rest = strings.TrimLeft(rest, " \t")
		more := rest != "" && rest[0] != '#'
		switch {
		case mark && line[0] == '.':
			if ended = begun; begun && more {
				return fault("E_MULTI_DOC", at)
			}
		case ended || mark && begun:
			return fault("E_MULTI_DOC", at)
		case mark:
			begun, content, directive = true, more, nil
		case !begun && strings.HasPrefix(line, "%TAG"):
			return fault("E_TAG", at, "tag", "%TAG")
		case !begun && line[0] == '%' && directive == nil:
			directive = fault("E_SYNTAX", at, "kind", "directive")
			if !strings.HasPrefix(line, "%YAML ") {
				return directive
			}
		case directive != nil:
			return directive
		default:
			begun, content = true, true
		}
	}
	if !content {
		return fault("E_EMPTY", Position{1, 1})
	}
	return nil
}
