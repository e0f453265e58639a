package pack

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

// A matcher says what the regular expression says, of texts that are near to its matches and of others.
func TestMatcher(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		pattern string
		own     bool // an automaton does
	}{
		{`^[a-z0-9-]{4,40}$`, true},
		{`^[A-T]([0-9]{2})?$`, true},
		{`^L[0-9]{1,2}-S[0-9]{1,2}$`, true},
		{`^([A-Z]{2}|[0-9]{6})$`, true},
		{`^https?://[^\s]+$`, true},
		{`^EV-[0-9]{2,4}$`, true},
		{`abc`, true},     // anywhere
		{`^ab`, true},     // at the beginning
		{`b$|^$`, true},   // at the end, or nothing
		{`a|$^`, true},    // the end of nothing is its beginning
		{`(a|b)*c`, true}, // without an end
		{`.-.`, true},     // no line end
		{`(?s)^a.b$`, true},
		{``, true},
		{`[^a]`, true},
		{`^(ab?){0,3}$`, true},
		{`^\x{6570}+a?$`, true}, // not ASCII
		{`(?i)^ab$`, false},
		{`\bab`, false},
		{`(?m)^ab$`, false},
		{`^a{200}$`, false},
		{`^(a?b?){200}$`, false},
	} {
		t.Run(tc.pattern, func(t *testing.T) {
			t.Parallel()
			re := regexp.MustCompile(tc.pattern)
			if own := newAutomaton(tc.pattern) != nil; own != tc.own {
				t.Errorf("an automaton does: %t", own)
			}
			matches := matcher(tc.pattern, re.MatchString)
			r := rand.New(rand.NewPCG(3, 3))
			texts := []string{
				"", "a", "ab", "ab\n", "\nab", "abc", "xxabcxx", "C36", "C36 ", "EV-01", "EV-12345", "L19-S2", "CN", "330100", "city-inspection-2026",
				"https://gitee.com/a", "http://数据", "https://a b", "数", "数a", "AB", "aXb", "a\nb", "x ab", "\x00", "\x7f", "\xff",
			}
			for _, text := range texts[:len(texts):len(texts)] {
				for range 40 {
					b := []byte(text)
					for range 1 + r.IntN(3) {
						switch i := r.IntN(len(b) + 1); {
						case r.IntN(2) == 0 || i == len(b):
							b = append(b[:i], append([]byte{byte(r.IntN(128))}, b[i:]...)...)
						default:
							b = append(b[:i], b[i+1:]...)
						}
					}
					texts = append(texts, string(b))
				}
			}
			const letters = "abcABC019-:/L S\n"
			for range 2000 {
				b := make([]byte, r.IntN(9))
				for i := range b {
					b[i] = letters[r.IntN(len(letters))]
				}
				texts = append(texts, string(b))
			}
			for _, text := range texts {
				if got, want := matches(text), re.MatchString(text); got != want {
					t.Errorf("%q matches: %t, want %t", text, got, want)
				}
			}
		})
	}
}
