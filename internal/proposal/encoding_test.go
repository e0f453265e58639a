package proposal

import (
	"strings"
	"testing"
)

// The guess is what helps a person: it is the name that stands in the editor's menu.
func TestEncodingIsNamedInBothLanguages(t *testing.T) {
	for _, row := range []struct{ name, src, want string }{
		{"a mark of UTF-16LE", "\xff\xfea\x00", "UTF-16LE"},
		{"a mark of UTF-16BE", "\xfe\xff\x00a", "UTF-16BE"},
		{"zeros at odd places", "a\x00:\x00 \x001\x00", "UTF-16LE"},
		{"zeros at even places", "\x00a\x00:\x00 \x001", "UTF-16BE"},
		{"a mark of UTF-32LE, which begins like UTF-16LE", "\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32LE"},
		{"three zeros after each letter", "a\x00\x00\x00:\x00\x00\x00", "UTF-32LE"},
		{"three zeros before each letter", "\x00\x00\x00a\x00\x00\x00:", "UTF-32BE"},
		{"pairs of high bytes", "title: \xc2\xe5\xb4\xa8\xcf\xd8", "GB18030"},
		{"a rare character of four bytes", "title: \x81\x30\x84\x36", "GB18030"},
		{"single high bytes", "title: caf\xe9, na\xefve, \xfcber", "Latin-1"},
	} {
		e := refusal{src: row.src}.parse(t)
		for _, lang := range []string{"zh", "en"} {
			if got := e.Message(lang); !strings.Contains(got, row.want) {
				t.Errorf("%s: got %q, want %s named", row.name, got, row.want)
			}
			if got := e.Remedy(lang); !strings.Contains(got, "UTF-8") {
				t.Errorf("%s: got %q, want UTF-8 named", row.name, got)
			}
		}
	}
}

// Zero bytes here and there are control characters and no sign of another encoding.
func TestAStrayZeroByteIsNotUTF16(t *testing.T) {
	for _, src := range []string{"a: 1\x00\n", "\x00a: 1\n", "a: " + rep("x", 40) + "\x00" + rep("y", 40) + "\x00\n"} {
		if got, want := (refusal{src: src}).parse(t).Code, "E_CONTROL"; got != want {
			t.Errorf("%q: got %s, want %s", src, got, want)
		}
	}
}
