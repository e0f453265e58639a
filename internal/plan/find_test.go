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
			n := needle{text, rarest(text)}
			if got := n.in(in); got != strings.Contains(in, text) {
				t.Errorf("%q in %q: %t", text, in, got)
			}
		}
	})
}

// Of texts of any length, also of broken characters, an index says what strings.Contains says.
func TestContained(t *testing.T) {
	t.Parallel()
	in := strings.Repeat("推进模型算法、数据资源等安全能力建设, and the rules of it; ", 20) + "体系。\xe4构建动态协同治理格局\xb8 the end"
	m := newMachine(link(&Program{}))
	c := contained{m.addString(in), newGrams(in), newRuns(in)}
	for from := range in {
		for _, size := range []int{1, 4, 5, 9, 14, 15, 16, 30, 45} {
			part := in[from:min(from+size, len(in))]
			for _, s := range []string{part, part + "x", "x" + part, strings.ToUpper(part), part[1:] + "动"} {
				if got, want := c.has(m, m.addString(s)), boolean(strings.Contains(in, s)); got != want {
					t.Fatalf("%q: %v", s, got == boolTrue)
				}
			}
		}
	}
}
