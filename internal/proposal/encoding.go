package proposal

import (
	"strings"
	"unicode/utf8"
)

// encoding refuses what is not UTF-8 and names what it most likely is: a person can then save it again, while "invalid
// byte" helps nobody. Zero bytes and the marks of UTF-16 and UTF-32 are looked for first, since both are valid or nearly
// valid UTF-8 for Latin letters.
func encoding(text string) *ParseError {
	if name := wide(text); name != "" {
		return fault("E_ENCODING", Position{1, 1}, "guess", name)
	}
	if utf8.ValidString(text) {
		return nil
	}
	s := source{text: text, lines: []int{0}} // lines up to the first fault
	first, broken, valid := -1, 0, 0
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		switch r, size = utf8.DecodeRuneInString(text[i:]); {
		case size > 1:
			valid++
		case r == utf8.RuneError:
			if broken++; first < 0 {
				first = i
			}
		case r == '\n' && first < 0:
			s.lines = append(s.lines, i+1)
		}
	}
	at := s.position(first)
	switch {
	case surrogate(text[first:]):
		return fault("E_ENCODING", at, "kind", "surrogate", "char", hexBytes(text[first:first+3]))
	case valid > 4*broken:
		return fault("E_ENCODING", at, "kind", "damaged", "char", hexBytes(text[first:first+1]))
	}
	return fault("E_ENCODING", at, "guess", narrow(text))
}

// wide recognises encodings of two or four bytes for each letter, by their mark or by where their zero bytes stand.
func wide(text string) string {
	for _, mark := range []struct{ bytes, name string }{
		{"\xff\xfe\x00\x00", "UTF-32LE"}, {"\x00\x00\xfe\xff", "UTF-32BE"}, {"\xff\xfe", "UTF-16LE"}, {"\xfe\xff", "UTF-16BE"},
	} {
		if strings.HasPrefix(text, mark.bytes) {
			return mark.name
		}
	}
	var zeros [4]int // by place in a group of four
	head := text[:min(len(text), 4096)]
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i%4]++
		}
	}
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	switch groups := len(head) / 4; {
	case even+odd < 2 || (even+odd)*10 < len(head): // one stray zero byte is a control character
		return ""
	case groups > 0 && zeros[2] >= groups && zeros[3] >= groups:
		return "UTF-32LE"
	case groups > 0 && zeros[0] >= groups && zeros[1] >= groups:
		return "UTF-32BE"
	case odd > 4*even:
		return "UTF-16LE"
	case even > 4*odd:
		return "UTF-16BE"
	}
	return ""
}

// narrow tells GB18030, whose Chinese characters are pairs of bytes, from Latin-1, where a high byte stands alone.
func narrow(text string) string {
	pairs, single := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < utf8.RuneSelf:
		case c >= 0x81 && c <= 0xfe && i+1 < len(text) && text[i+1] >= 0x81 && text[i+1] <= 0xfe:
			pairs++
			i++
		case c >= 0x81 && c <= 0xfe && i+3 < len(text) && digits(text[i+1:i+2]) == 1 && text[i+2] >= 0x81 && digits(text[i+3:i+4]) == 1:
			pairs++ // a rare character of four bytes
			i += 3
		default:
			single++
		}
	}
	if pairs > single {
		return "GB18030"
	}
	return "Latin-1"
}

// surrogate says whether text begins with half of a UTF-16 pair written as UTF-8, as some databases export.
func surrogate(text string) bool {
	return len(text) >= 3 && text[0] == 0xed && text[1] >= 0xa0 && text[1] <= 0xbf && text[2] >= 0x80 && text[2] <= 0xbf
}
