package plan

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A pattern finds, replaces and splits as Go's regexp does: the patterns of the built-in pack, and some of every form, in
// texts made of their own letters.
func TestPatternsAreRegexps(t *testing.T) {
	t.Parallel()
	patterns := append([]string{
		`[a-c]`, `[a-c]+`, `[a-c]+?`, `[^a-c]+`, `.....`, `.`, `a|bc|d`, `(?i)ab`, `a*`, ``, `x?y`, `(ab)+c`, `(?:a|b){2,3}`, `^a`, `a$`,
		`\bab\b`, `[\s\x{3000}]+`, `[一二三]成`, `第[一二]+|几[十百]`, `a.c`, `(?s).`, `\n`, `[^\n]+`, `$`, `(?:)|a`, `a[\x{fffd}x]`, `\x{fffd}`,
		`(?i)abc[xy]`, `(?i)ks`, `(?i)abcd|xyz`, `[ab][xy]+c`, `(?:ab|c)+x`, `a\bb`, `a^b`, `(a|b)(x|y)z?c`, `[ab]?c[xy]`, `(?i)成a`,
	}, packPatterns(t)...)
	dice := rand.New(rand.NewPCG(5, 6))
	for _, text := range patterns {
		re, p := regexp.MustCompile(text), newPattern(text)
		letters := []rune(text + "abc xyz0189一二三成，。\n\t\u3000AB-_")
		for range 300 {
			var b strings.Builder
			for range dice.IntN(30) {
				if dice.IntN(50) == 0 {
					b.WriteByte(0xe4) // not UTF-8
				}
				b.WriteRune(letters[dice.IntN(len(letters))])
			}
			s := b.String()
			if got, want := p.match(s), re.MatchString(s); got != want {
				t.Fatalf("match(%q, %q) is %t, want %t", text, s, got, want)
			}
			for _, n := range []int{-1, 0, 1, 2} {
				if got, want := p.find(s, n), re.FindAllString(s, n); !slices.Equal(got, want) {
					t.Fatalf("find(%q, %q, %d) is %q, want %q", text, s, n, got, want)
				}
			}
			for _, by := range []string{"", "x", "$0"} {
				if got, want := p.replace(s, by), re.ReplaceAllString(s, by); got != want {
					t.Fatalf("replace(%q, %q, %q) is %q, want %q", s, text, by, got, want)
				}
			}
			if got, want := p.split(s), re.Split(s, -1); !slices.Equal(got, want) {
				t.Fatalf("split(%q, %q) is %q, want %q", text, s, got, want)
			}
		}
	}
}

// packPatterns gives the raw strings of the built-in pack that compile: its patterns are among them.
func packPatterns(t *testing.T) []string {
	t.Helper()
	var out []string
	raw := regexp.MustCompile("`[^`]{1,400}`")
	err := filepath.WalkDir("../../rego", func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".rego") {
			return err
		}
		src, err := os.ReadFile(path)
		for _, m := range raw.FindAllString(string(src), -1) {
			if text := strings.Trim(m, "`"); newPattern(text) != nil {
				out = append(out, text)
			}
		}
		return err
	})
	if err != nil || len(out) < 100 {
		t.Fatalf("%d patterns: %v", len(out), err)
	}
	return out
}

// The index of a long text never denies a text that is in it.
func TestGramsKnowEveryPart(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("数据质量 and property rights；", 40) + "安全能力"
	g := newGrams(text)
	for i := range text {
		for _, n := range []int{0, 1, 4, 5, 6, 15, 40} {
			if end := min(i+n, len(text)); !g.may(text[i:end]) {
				t.Fatalf("%q is denied", text[i:end])
			}
		}
	}
	if g.may("没有这样的话") {
		t.Error("a text that is not in it is never denied")
	}
}
