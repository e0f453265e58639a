package report

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// appendText writes a text as encoding/json does, with or without its escapes for HTML: what a type with MarshalJSON
// writes has them.
func appendText(b []byte, s string, html bool) []byte {
	begin := len(b)
	b, ok := appendInner(append(b, '"'), s, html)
	if !ok {
		return appendRareText(b[:begin], s, html)
	}
	return append(b, '"')
}

// Classes of bytes for appendInner.
const (
	byteEscaped = iota + 1 // is written behind a backslash
	byteRare               // has an escape of its own, or begins what may have one
	byteHTML               // has one where escapes for HTML are written
	byteThree              // begins a character of three bytes if any two that continue one follow: nearly all Chinese
	byteOther              // begins another character, or none
)

var byteClass = func() (class [256]uint8) {
	for c := range byte(' ') {
		class[c] = byteRare
	}
	for c := utf8.RuneSelf; c < 256; c++ {
		class[c] = byteOther
	}
	for c := 0xe1; c <= 0xef; c++ {
		class[c] = byteThree
	}
	class[0xe2] = byteRare  // U+2028 and U+2029 end lines in JavaScript
	class[0xed] = byteOther // half of what it begins are surrogates
	class['"'], class['\\'] = byteEscaped, byteEscaped
	class['<'], class['>'], class['&'] = byteHTML, byteHTML, byteHTML
	return class
}()

// appendInner writes a text without the quotation marks around it; false for one that is rare: encoding/json writes that.
func appendInner(b []byte, s string, html bool) ([]byte, bool) {
	from := 0
	for i := 0; i < len(s); {
		switch c := s[i]; byteClass[c] {
		case 0:
			for i++; !html && i+8 <= len(s) && plainBytes(binary.LittleEndian.Uint64([]byte(s[i:i+8]))); {
				i += 8
			}
		case byteHTML:
			if html {
				return b, false
			}
			i++
		case byteEscaped:
			b = append(append(b, s[from:i]...), '\\', c)
			i++
			from = i
		case byteThree:
			if i+2 >= len(s) || s[i+1]&0xc0 != 0x80 || s[i+2]&0xc0 != 0x80 {
				return b, false
			}
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r < ' ' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError && size == 1 {
				return b, false
			}
			i += size
		}
	}
	return append(b, s[from:]...), true
}

// plainBytes says whether eight bytes are all printable ASCII and no quotation mark or backslash.
func plainBytes(b uint64) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	quotes, slashes := b^'"'*each, b^'\\'*each
	return (b|(b-' '*each)|(quotes-each)&^quotes|(slashes-each)&^slashes)&high == 0
}

func appendRareText(b []byte, s string, html bool) []byte {
	out := bytes.NewBuffer(b)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(html)
	if err := enc.Encode(s); err != nil {
		panic(fmt.Sprintf("a text is always JSON: %v", err))
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}
