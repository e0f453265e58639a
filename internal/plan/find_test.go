package plan

import (
	"strings"
	"testing"
)

// A text is found in another exactly where strings.Contains finds it.
func FuzzNeedle(f *testing.F) {
	f.Add("", "")
	f.Add("a", "")
	f.Add("标注培训", "培训")
	f.Add("aab", "ab")
	f.Add("模型和标注", "标注。")
	f.Fuzz(func(t *testing.T, s, text string) {
		for _, in := range []string{s, s + text, s + text[:len(text)/2] + text} {
			n := newNeedle(text)
			if got := n.in(in); got != strings.Contains(in, text) {
				t.Errorf("%q in %q: %t", text, in, got)
			}
		}
	})
}
