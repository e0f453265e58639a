package proposal

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// refusal is an input that Parse must refuse: with which code (and variant: E_TAG/merge), and at which line and column.
type refusal struct {
	name string
	src  string
	want string
	at   string
	lim  Limits
}

// refusals are all rows of all tables, for the tests that hold for every refusal.
func refusals() []refusal {
	return slices.Concat(
		aliasBombs, deepNesting, floods, sizes, duplicateKeys, documents, lineBreaks, encodings, tags, merges, keyTypes,
		numberRanges, numberForms, controls, invisibleKeys, syntaxErrors, fallbacks, crashers,
	)
}

// refuse checks a table of refusals.
func refuse(t *testing.T, rows []refusal) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			e := row.parse(t)
			if got := codeOf(e); got != row.want {
				t.Errorf("got %s (%v), want %s", got, e, row.want)
			}
			if got := fmt.Sprintf("%d:%d", e.Position.Line, e.Position.Column); got != row.at {
				t.Errorf("got position %s (%v), want %s", got, e, row.at)
			}
		})
	}
}

func (r refusal) parse(t *testing.T) *ParseError {
	t.Helper()
	doc, err := Parse("draft.yaml", []byte(r.src), r.lim)
	var e *ParseError
	if !errors.As(err, &e) {
		t.Fatalf("got %v and error %v, want a *ParseError with %s", doc, err, r.want)
	}
	if doc != nil {
		t.Error("got a document beside the error")
	}
	return e
}

func codeOf(e *ParseError) string {
	if kind := e.Args["kind"]; kind != "" {
		return e.Code + "/" + kind
	}
	return e.Code
}

func TestEveryCodeAndVariantIsProducedBySomeTest(t *testing.T) {
	produced := map[string]bool{}
	for _, r := range refusals() {
		produced[r.want] = true
	}
	for _, w := range warnings {
		produced[w.want] = true
	}
	for code := range texts {
		if !produced[code] {
			t.Errorf("no test produces %s", code)
		}
	}
	for code := range produced {
		if _, ok := texts[code]; !ok && code != "" {
			t.Errorf("%s has no text of its own", code)
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func TestEveryTextExistsInBothLanguagesWithTheSameArguments(t *testing.T) {
	for code, text := range texts {
		parts := map[string]bilingual{"message": text.message, "remedy": text.remedy}
		if strings.HasPrefix(code, "W_") {
			delete(parts, "remedy") // a warning says in its message what to do
		}
		for name, part := range parts {
			if part.zh == "" || part.en == "" {
				t.Errorf("%s: the %s is missing in a language", code, name)
			}
			arguments := func(s string) []string {
				return slices.Compact(slices.Sorted(slices.Values(placeholder.FindAllString(s, -1))))
			}
			if zh, en := arguments(part.zh), arguments(part.en); !slices.Equal(zh, en) {
				t.Errorf("%s: the %s has arguments %v in Chinese and %v in English", code, name, zh, en)
			}
			if !strings.ContainsFunc(part.zh, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }) {
				t.Errorf("%s: the Chinese %s is not Chinese: %s", code, name, part.zh)
			}
			if strings.ContainsFunc(part.en, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }) {
				t.Errorf("%s: the English %s is not English: %s", code, name, part.en)
			}
		}
		if en := text.message.en; strings.HasSuffix(en, ".") || strings.HasSuffix(text.message.zh, "。") {
			t.Errorf("%s: the message ends with a full stop: %s", code, en)
		}
		if text.remedy.en != "" && (!strings.HasSuffix(text.remedy.en, ".") || !strings.HasSuffix(text.remedy.zh, "。")) {
			t.Errorf("%s: the remedy is no sentence: %s", code, text.remedy.en)
		}
	}
}

// Y21: every refusal names file, line, column, what is wrong and what to do, in both languages, and repeats nothing of
// the input that could act on a terminal or a log.
func TestY21EveryRefusalIsComplete(t *testing.T) {
	for _, row := range refusals() {
		t.Run(row.name, func(t *testing.T) {
			e := row.parse(t)
			lines := 1 + strings.Count(row.src, "\n")
			if e.Position.Line < 1 || e.Position.Column < 1 || e.Position.Line > lines && !strings.Contains(row.src, "\x00") {
				t.Errorf("got position %v in a text of %d lines", e.Position, lines)
			}
			if prefix := fmt.Sprintf("draft.yaml:%d:%d: ", e.Position.Line, e.Position.Column); !strings.HasPrefix(e.Error(), prefix) {
				t.Errorf("got %q, want it to begin with %q", e.Error(), prefix)
			}
			said := []string{e.Message("zh"), e.Message("en"), e.Remedy("zh"), e.Remedy("en")}
			for _, s := range said {
				if s == "" {
					t.Error("a message or remedy is empty")
				}
				if strings.Contains(s, "“”") && !strings.Contains(s, "中文引号") || strings.Contains(s, `""`) {
					t.Errorf("an argument is missing: %s", s)
				}
				if r, bad := control(s); bad || strings.ContainsRune(s, '\n') {
					t.Errorf("got a raw control character %U in %q", r, s)
				}
				if r, kind := suspect(s); kind == "hidden" {
					t.Errorf("got a raw invisible character %U in %q", r, s)
				}
				if len(s) > 800 {
					t.Errorf("got %d bytes of text", len(s))
				}
			}
			if said[0] == said[1] || said[2] == said[3] {
				t.Errorf("both languages say the same: %q", said)
			}
		})
	}
}

func TestMessagesFillArgumentsOnce(t *testing.T) {
	e := &ParseError{Code: "E_DUP_KEY", Args: map[string]string{"key": "{first} {second}", "first": "1", "second": "2"}}
	want := `the key "{first} {second}" stands twice: on line 1 and on line 2`
	if got := e.Message("en"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrorReadsLikeACompilersError(t *testing.T) {
	_, err := Parse("drafts/p.yaml", []byte("a: 1\nb: x: y\n"), Limits{})
	want := `drafts/p.yaml:2:5: a ": " stands inside a value without quotes`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
