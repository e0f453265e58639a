package similar

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestUnits(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, a, b string
		same       bool
	}{
		{"punctuation and spaces", "项目，建设。", "项 目\n“建设”", true},
		{"width", "ＡＩ＋２０２６", "ai+2026", true},
		{"case and accents", "Café Zürich", "CAFE\u0301 zurich", true},
		{"compatibility characters", "㈱①ﬁne", "(株)1 fine", false}, // 株 stands alone, 1 and fine are two words
		{"a ligature", "ﬁne", "fine", true},
		{"radicals that look like characters", "⽤⽊", "用木", true},
		{"zero width", "数\u200b据", "数据", true},
		{"an apostrophe is inside a word", "don't", "dont", true},
		{"another character", "数据", "数具", false},
		{"another word", "data set", "dataset", false},
		{"traditional characters are other characters", "數據", "数据", false},
	}
	for _, tc := range cases {
		if got := slices.Equal(unitsOf(nil, tc.a), unitsOf(nil, tc.b)); got != tc.same {
			t.Errorf("%s: %q and %q are the same: %v, want %v", tc.name, tc.a, tc.b, got, tc.same)
		}
	}
	if got := weightOf(unitsOf(nil, "AI大模型 2026")); got != 2+3+2 {
		t.Errorf("length %d, want 7", got)
	}
	if got := len(unitsOf(nil, strings.Repeat("x", 40))); got != 3 {
		t.Errorf("a word of 40 letters is %d units, want 3", got)
	}
}

// Whatever the text, its units stand in it in order, and the parts of a value are the value.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "项目，建设 AI 2026。", "㈱①ﬁne", "\xff\xfe数", "e\u0301\u0301", "한국어ガ", strings.Repeat("ﷺ", 3)} {
		f.Add(s, uint64(0b1011))
	}
	f.Fuzz(func(t *testing.T, s string, shared uint64) {
		n, last := 0, 0
		scan(s, func(u unit, start, end int) {
			if u == fieldEnd || start < last-utf8.UTFMax || start >= end || end > len(s) {
				t.Fatalf("unit %d of %q stands at %d to %d, after %d", u, s, start, end, last)
			}
			n, last = n+1, end
		})
		e := knownEntry([]string{s})
		parts := e.parts(&e.fields[0], func(i int) bool { return shared>>(i%64)&1 == 1 })
		var joined strings.Builder
		for i, p := range parts {
			if p.Text == "" || i > 0 && parts[i-1].Shared == p.Shared {
				t.Fatalf("parts of %q: %+v", s, parts)
			}
			joined.WriteString(p.Text)
		}
		if joined.String() != s {
			t.Fatalf("parts of %q join to %q", s, joined.String())
		}
		if utf8.ValidString(s) && !slices.Equal(unitsOf(nil, s), unitsOf(nil, norm.NFC.String(s))) {
			t.Fatalf("%q has other units in form C", s)
		}
	})
}
