package report

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

func TestWrap(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name  string
		in    string
		width int
		want  []string
	}{
		{"words break at spaces", "one two three four", 10, []string{"one two", "three four"}},
		{"Chinese breaks between characters, two columns each", "数据质量与权益登记", 10, []string{"数据质量与", "权益登记"}},
		{"punctuation does not begin a line", "数据质量与，权益", 10, []string{"数据质量", "与，权益"}},
		{"an opening quote does not end a line", "数据质量“权益”", 10, []string{"数据质量", "“权益”"}},
		{"a word longer than the line is cut", "abcdefghijklmnop", 10, []string{"abcdefghij", "klmnop"}},
		{"mixed text", "数据D1的records合计", 12, []string{"数据D1的", "records合计"}},
		{"empty text is one empty line", "", 10, []string{""}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got := wrap(tc.in, tc.width)
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// No line is wider than asked for, and nothing but spaces at breaks is lost.
func TestWrapKeepsWidthAndText(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("数据集 D1 的“质量”数值不能视为实测：多项恰为 100%（n=6），see https://example.com/very/long/path. ", 5)
	for width := 10; width < 120; width++ {
		lines := wrap(text, width)
		for _, l := range lines {
			// Punctuation that may not begin a line may hang by its own width.
			if lipgloss.Width(l) > width+4 {
				t.Errorf("width %d: line %q has %d columns", width, l, lipgloss.Width(l))
			}
		}
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
			t.Fatalf("width %d: text changed", width)
		}
	}
}

// Text from a proposal cannot steer a terminal or hide what it says.
func TestSafe(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain 文字":         "plain 文字",
		"\x1b[2Jcleared":   "<U+001B>[2Jcleared",
		"bell\a":           "bell<U+0007>",
		"c1\u009b31m":      "c1<U+009B>31m",
		"bidi\u202ecod":    "bidi<U+202E>cod",
		"zero\u200bwidth":  "zero<U+200B>width",
		"line\nfeed\ttab":  "line feed tab",
		"\u2028separators": "<U+2028>separators",
		"none\uffff":       "none<U+FFFF>", // XML may not hold it
		"##[error]x":       "##<U+005B>error]x",
		"a##vso[task.x]":   "a##vso<U+005B>task.x]",
	} {
		if got := Safe(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// Both languages say everything: no phrase is empty in one of them.
func TestWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]any{{chinese, english}, {chineseFormats, englishFormats}, {explainChinese, explainEnglish}} {
		zh, en := phrases(pair[0]), phrases(pair[1])
		for name, s := range zh {
			if s == "" || en[name] == "" {
				t.Errorf("%s: %q, %q", name, s, en[name])
			}
			if got, want := strings.Count(s, "%"), strings.Count(en[name], "%"); got != want {
				t.Errorf("%s fills %d values in Chinese and %d in English", name, got, want)
			}
		}
		if len(zh) != len(en) {
			t.Errorf("%d phrases in Chinese, %d in English", len(zh), len(en))
		}
	}
}
