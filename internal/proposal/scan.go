package proposal

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// Classes of bytes for the scan: what has a meaning, and how characters begin.
const (
	byteStructure = iota + 1 // has a meaning in YAML
	byteReturn
	byteControl
	byteC2    // begins a C1 control, among others
	byteE2    // begins U+2028 and U+2029, among others
	byteEF    // begins U+FEFF, U+FFFE and U+FFFF, among others
	byteThree // begins a character of three bytes if any two that continue one follow: nearly all Chinese
	byteOther // begins another character, or none
)

var byteClass = func() (class [256]uint8) {
	for c := range byte(' ') {
		class[c] = byteControl
	}
	class['\t'] = 0
	for _, c := range []byte(":-,[{?#\n") {
		class[c] = byteStructure
	}
	class['\r'], class[0x7f] = byteReturn, byteControl
	for c := utf8.RuneSelf; c < 256; c++ {
		class[c] = byteOther
	}
	for c := 0xe1; c <= 0xee; c++ {
		class[c] = byteThree
	}
	class[0xed] = byteOther // half of what it begins are surrogates
	class[0xc2], class[0xe2], class[0xef] = byteC2, byteE2, byteEF
	return class
}()

const byteOrderMark = "\ufeff"

// scan refuses, before any parser sees the bytes, what is too large, not UTF-8, or written with characters that make a
// reader and a parser see different lines, and what has too many of the bytes with a meaning in YAML: they, not the size,
// are what a parser pays for. There may be room for where lines begin.
func scan(src []byte, lim Limits, room []int) (source, *ParseError) {
	if len(src) > lim.Bytes {
		return source{}, fault("E_TOO_LARGE", Position{1, 1}, "size", len(src), "limit", lim.Bytes)
	}
	text, start := string(src), 0
	if strings.HasPrefix(text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	s := newSource(text, start, room)
	var at int
	var code string
	var args []any
	at, s.harmless, code, args = oddCharacter(src, start)
	if code != "" {
		if refused := encoding(text); refused != nil { // explains everything else
			return s, refused
		}
		return s, fault(code, s.position(at), args...)
	}
	if len(text) > lim.Structure { // a shorter one can not have so many
		structure := 0
		for i := start; i < len(text); i++ {
			if byteClass[text[i]] == byteStructure {
				if structure++; structure > lim.Structure {
					return s, fault("E_STRUCTURE", s.position(i), "limit", lim.Structure)
				}
			}
		}
	}
	return s, nil
}

// oddCharacter finds the first character that no proposal may be written with, and gives the fault; code is "" when there
// is none, and harmless then says whether all characters are.
func oddCharacter(src []byte, start int) (at int, harmless bool, code string, args []any) {
	harmless = true
	for i := start; i < len(src); {
		class := byteClass[src[i]]
		size := 1
		switch {
		case class <= byteStructure:
			for i++; i+8 <= len(src) && ordinaryBytes(binary.LittleEndian.Uint64(src[i:])); {
				i += 8
			}
			continue
		case class == byteThree:
			if i+2 < len(src) && src[i+1]&0xc0 == 0x80 && src[i+2]&0xc0 == 0x80 {
				if harmless && !ideograph(src[i]) {
					r, _ := utf8.DecodeRune(src[i:])
					harmless = isHarmless(r)
				}
				i += 3
				continue
			}
			return i, false, "E_ENCODING", nil
		case class == byteReturn:
			if i+1 == len(src) || src[i+1] != '\n' {
				return i, false, "E_LINE_BREAK", []any{"char", codePoint('\r')}
			}
		case class == byteControl:
			return i, false, "E_CONTROL", []any{"char", codePoint(rune(src[i]))}
		default:
			var r rune
			switch r, size = utf8.DecodeRune(src[i:]); {
			case r == utf8.RuneError && size == 1:
				return i, false, "E_ENCODING", nil
			case r == '\u0085' || r == '\u2028' || r == '\u2029':
				return i, false, "E_LINE_BREAK", []any{"char", codePoint(r)}
			case r >= 0x80 && r <= 0x9f || r == 0xfffe || r == 0xffff:
				return i, false, "E_CONTROL", []any{"char", codePoint(r)}
			case r == '\ufeff':
				return i, false, "E_ENCODING", []any{"kind", "mark", "char", codePoint(r)}
			}
			harmless = harmless && isHarmless(r)
		}
		i += size
	}
	return 0, harmless, "", nil
}

// ordinaryBytes says whether eight bytes are all printable ASCII or line feeds. A tab is one too few: it is looked at by
// itself.
func ordinaryBytes(b uint64) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	feeds := b ^ '\n'*each
	feeds = ^((feeds&^high + 0x7f*each) | feeds | 0x7f*each) // the high bit where a line feed stands
	b |= feeds >> 2                                          // 0x0a becomes 0x2a
	deleted := b ^ 0x7f*each
	return (b|(b-0x20*each)|(deleted-each))&high == 0
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
