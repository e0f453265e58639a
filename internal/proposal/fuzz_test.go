package proposal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzParse holds what must be true of any input: no panic; a refusal with a place inside the text and words in both
// languages; or a document whose values all have a place inside the text, whose keys are unique and sorted, and which
// reads the same when it is written as JSON.
func FuzzParse(f *testing.F) {
	for _, r := range refusals() {
		if len(r.src) < 4_000 {
			f.Add([]byte(r.src))
		}
	}
	for _, w := range warnings {
		f.Add([]byte(w.src))
	}
	for _, seed := range []string{
		orchard, "a: &x [1, *x]", "a: |\n  x\n\nb: >-\n  y\n", "? a\n: - b\n", "a: {b: [c, 'd', \"e\\n\"]}\n# f\n", "a: &x {b: 1}\nc: {<<: *x}\n",
		"a: ! 1\nb: !!str 2\n", "\ufeff- a\r\n- b\r\n", "a: 1.50\nb: -0\nc: 1e3\n", "'a': \"\\u200b\"\n", "a:\n- b\n-\n- - c\n",
	} {
		f.Add([]byte(seed))
	}
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		lines := 1 + strings.Count(string(src), "\n")
		doc, err := Parse("f", src, Limits{})
		if err != nil {
			checkRefusal(t, err, lines)
			return
		}
		checkValue(t, doc, doc.Root(), lines, 1)
		for _, w := range doc.Warnings {
			if w.Position.Line < 1 || w.Position.Line > lines || w.Position.Column < 1 || w.Message("zh") == "" {
				t.Errorf("got warning %+v in %d lines", w, lines)
			}
		}
		text := jsonText(doc.Root())
		again, err := Parse("f", []byte(text), Limits{Bytes: 1 << 30, Structure: 1 << 30, ExpandedBytes: 1 << 30})
		if err != nil {
			t.Fatalf("got %v for the document as JSON: %s", err, text)
		}
		if again.ContentSHA256() != doc.ContentSHA256() {
			t.Errorf("got another content from the document as JSON: %s", text)
		}
	})
}

func checkRefusal(t *testing.T, err error, lines int) {
	var e *ParseError
	if !errors.As(err, &e) {
		t.Fatalf("got %T, want *ParseError", err)
	}
	if e.Position.Line < 1 || e.Position.Line > lines || e.Position.Column < 1 {
		t.Errorf("got %s at %v in %d lines", e.Code, e.Position, lines)
	}
	for _, lang := range []string{"zh", "en"} {
		if message, remedy := e.Message(lang), e.Remedy(lang); message == "" || remedy == "" {
			t.Errorf("%s: got message %q and remedy %q", codeOf(e), message, remedy)
		}
	}
}

func checkValue(t *testing.T, doc *Document, v *Value, lines, depth int) {
	if at := v.Position(); at.Line < 1 || at.Line > lines || at.Column < 1 || at.Column > 2+utf8.RuneCountInString(doc.Line(at.Line)) {
		t.Errorf("got a value at %v, in line %q", at, doc.Line(at.Line))
	}
	if depth > 64 {
		t.Fatal("nesting is deeper than the limit")
	}
	if _, bad := control(v.Text()); bad || !utf8.ValidString(v.Text()) {
		t.Errorf("got text %q", v.Text())
	}
	if v.Kind() == Number {
		if text, why := decimal(v.Text()); why != "" || text != v.Text() {
			t.Errorf("got number %s, which is %s %s", v.Text(), text, why)
		}
	}
	for _, item := range v.Items() {
		checkValue(t, doc, item, lines, depth+1)
	}
	for i, field := range v.Fields() {
		if i > 0 && v.Fields()[i-1].Key >= field.Key {
			t.Errorf("got key %q after %q", field.Key, v.Fields()[i-1].Key)
		}
		if got, ok := v.Get(field.Key); !ok || got != field.Value {
			t.Errorf("key %q is not found", field.Key)
		}
		checkKey(t, doc, field)
		checkValue(t, doc, field.Value, lines, depth+1)
	}
}

// checkKey checks that a plain key stands where its position says.
func checkKey(t *testing.T, doc *Document, field Field) {
	if !plainKey(field.Key) {
		return
	}
	line := []rune(doc.Line(field.KeyPos.Line))
	if column := field.KeyPos.Column; column < 1 || column > len(line) {
		t.Errorf("got key %q at %v, outside its line", field.Key, field.KeyPos)
	} else if rest := norm.NFC.String(string(line[column-1:])); !strings.HasPrefix(rest, field.Key) && !strings.ContainsAny(rest[:1], "'\"!&|>") {
		t.Errorf("got key %q at %v, where %q stands", field.Key, field.KeyPos, rest)
	}
}
