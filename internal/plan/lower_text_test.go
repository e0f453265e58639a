package plan

import (
	"strings"
	"testing"
	"unicode"
)

// Of every character there is, and of what is none, toLower gives what strings.ToLower gives.
func TestToLower(t *testing.T) {
	t.Parallel()
	texts := []string{"", "Ab标注。（Ｃ）“X”", "ß", "\xe6\xa0", "\xe6A\x80", "标\xff", "A\xe2\x80"}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		texts = append(texts, "A"+string(r))
	}
	for _, s := range texts {
		if got, want := toLower(s), strings.ToLower(s); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
}
