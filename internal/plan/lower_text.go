package plan

import "strings"

// toLower is strings.ToLower. That looks every character up in tables of Unicode; those that have no capitals in any
// Chinese text are known by their first bytes.
func toLower(s string) string {
	capitals := false
	for i := 0; i < len(s); {
		if b := s[i]; b < 0x80 {
			capitals = capitals || 'A' <= b && b <= 'Z'
			i++
			continue
		}
		if !caseless(s[i:]) {
			return strings.ToLower(s)
		}
		i += 3
	}
	if !capitals {
		return s
	}
	out := []byte(s)
	for i, b := range out {
		if 'A' <= b && b <= 'Z' {
			out[i] = b + 'a' - 'A'
		}
	}
	return string(out)
}

// caseless says of a text whether its first character is surely one of three bytes that is neither a capital nor has one:
// Chinese, or its punctuation.
func caseless(s string) bool {
	if len(s) < 3 || s[1]&0xC0 != 0x80 || s[2]&0xC0 != 0x80 {
		return false
	}
	switch b := s[0]; {
	case 0xE3 <= b && b <= 0xE9: // U+3000 to U+9FFF
		return true
	case b == 0xE2: // U+2000 to U+207F: dashes, quotation marks
		return s[1] == 0x80 || s[1] == 0x81
	case b == 0xEF: // U+FF00 to U+FF20, punctuation and digits
		return s[1] == 0xBC && s[2] <= 0xA0
	}
	return false
}
