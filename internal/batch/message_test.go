package batch

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

var raised = regexp.MustCompile(`fault\("(E_[A-Z_]+)"((?:, "[a-z]+", [^,()]+)*)`)

// Every error that the source raises has words in both languages with no placeholder left open, and no words are for an
// error that is never raised.
func TestEveryErrorHasWords(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		src, err := os.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range raised.FindAllStringSubmatch(string(src), -1) {
			args := []any{}
			for _, part := range strings.Split(m[2], ", ")[1:] {
				args = append(args, strings.Trim(part, `"`))
			}
			e := fault(m[1], args...)
			key := e.Code
			if kind, ok := e.Args["kind"]; ok {
				key += "/" + kind
			}
			used[key] = true
			if _, ok := texts[key]; !ok {
				t.Errorf("%s raises %s, which has no words", file.Name(), key)
				continue
			}
			for _, lang := range []string{"zh", "en"} {
				for _, text := range []string{e.Message(lang), e.Remedy(lang)} {
					if text == "" || strings.ContainsAny(text, "{}") && key != "E_NOT_OBJECT" {
						t.Errorf("%s in %s: got %q", key, lang, text)
					}
				}
				if strings.HasSuffix(e.Message(lang), ".") || strings.HasSuffix(e.Message(lang), "。") {
					t.Errorf("%s in %s: the message is a clause and ends with a full stop", key, lang)
				}
			}
		}
	}
	for key := range texts {
		if !used[key] {
			t.Errorf("%s has words and is never raised", key)
		}
	}
	if len(used) < 20 {
		t.Errorf("got %d codes, want all of them: the pattern does not find them", len(used))
	}
}

func TestErrorsFillArgumentsOnce(t *testing.T) {
	e := fault("E_DUP_ENTRY", "first", "{second}", "second", "b")
	if got := e.Message("en"); !strings.HasSuffix(got, "{second} and b") {
		t.Errorf("got %q, want the first name as it is", got)
	}
}

func TestErrorsAreErrors(t *testing.T) {
	e := fault("E_RATIO", "limit", 100).because(fs.ErrInvalid)
	if got, want := e.Error(), "it unpacks to more than 100 times its size, like a decompression bomb"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if e.ErrorCode() != "E_RATIO" || !errors.Is(e, fs.ErrInvalid) {
		t.Errorf("got code %s and cause %v", e.ErrorCode(), e.Unwrap())
	}
}

func TestDefaultLimitsAreThoseOfAService(t *testing.T) {
	want := Limits{Proposal: 1 << 20, Archive: 64 << 20, Inflated: 512 << 20, Entries: 10_000, Ratio: 100, RatioFrom: 64 << 10, NameBytes: 255, NameLevels: 16}
	if got := (Limits{}).withDefaults(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := (Limits{Entries: 3}).withDefaults().Entries; got != 3 {
		t.Errorf("got %d entries, want the 3 that were asked for", got)
	}
}
