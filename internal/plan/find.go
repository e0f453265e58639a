package plan

import "strings"

// common says how common a byte is in texts as proposals have them, in Chinese and in English: the first byte of a Chinese
// character is one of a few, while the others are any of 64.
var common = func() (out [256]uint8) {
	for b := range out {
		switch {
		case b >= 0xE2 && b <= 0xE9:
			out[b] = 7
		case b >= 0x80:
			out[b] = 1
		}
	}
	for i, b := range []byte("zqxjkvbpygfwmucldrhsnioate ") {
		out[b] = uint8(i/3 + 1)
	}
	return out
}()

// needle is a text that others are searched for.
type needle struct {
	text string
	rare int // where its rarest byte stands
}

// rarest gives where the rarest byte of a text stands, of its first 256.
func rarest(text string) int {
	rare := 0
	for i := range min(len(text), 256) {
		if common[text[i]] < common[text[rare]] {
			rare = i
		}
	}
	return rare
}

// in is strings.Contains. That looks for the first byte of what it searches for, and stops at nearly every character of a
// Chinese text.
func (n *needle) in(s string) bool {
	if n.text == "" {
		return true
	}
	b, tail := n.text[n.rare], len(n.text)-n.rare
	for at := n.rare; at+tail <= len(s); at++ {
		i := strings.IndexByte(s[at:], b)
		if i < 0 {
			return false
		}
		at += i
		if start := at - n.rare; len(s)-start >= len(n.text) && s[start:start+len(n.text)] == n.text {
			return true
		}
	}
	return false
}
