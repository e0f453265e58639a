package hegui_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// The text that proposals are searched for copies of is that of the pinned document, without its punctuation.
func TestCopiesAreSearchedInThePinnedDocument(t *testing.T) {
	t.Parallel()
	document, err := os.ReadFile("seeds/000_42c0c996b8dd257d.txt")
	if err != nil {
		t.Fatal(err)
	}
	var paragraphs []string
	for line := range strings.Lines(string(document)) {
		plain := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, line)
		if plain != "" {
			paragraphs = append(paragraphs, plain)
		}
	}
	file := "rego/aiplus/checks/copies/source.rego"
	module, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := "`" + strings.Join(paragraphs, "\n") + "`"; !strings.Contains(string(module), want) {
		t.Errorf("%s does not hold the document; it should hold\n%s", file, want)
	}
}
