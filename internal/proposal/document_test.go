package proposal

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// mustParse parses a document that is right.
func mustParse(t testing.TB, src string) *Document {
	t.Helper()
	doc, err := Parse("f.yaml", []byte(src), Limits{})
	if err != nil {
		t.Fatalf("%.300q: %v", src, err)
	}
	return doc
}

// equal checks that a YAML text holds the values of a JSON text with sorted keys.
func equal(t *testing.T, src, want string) {
	t.Helper()
	if got := jsonText(mustParse(t, src).Root()); got != want {
		t.Errorf("%q:\ngot  %s\nwant %s", src, got, want)
	}
}

// jsonText writes a value as JSON: also YAML, so a parser must read the same from it.
func jsonText(v *Value) string {
	var b strings.Builder
	writeJSON(&b, v)
	return b.String()
}

func writeJSON(b *strings.Builder, v *Value) {
	text := func(s string) {
		var line strings.Builder
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		_ = e.Encode(s)
		b.WriteString(strings.ReplaceAll(strings.TrimSuffix(line.String(), "\n"), byteOrderMark, `\ufeff`))
	}
	switch v.Kind() {
	case Null:
		b.WriteString("null")
	case Bool:
		fmt.Fprint(b, v.Bool())
	case Number:
		b.WriteString(v.Text())
	case String:
		text(v.Text())
	case Sequence:
		b.WriteString("[")
		for i, item := range v.Items() {
			if i > 0 {
				b.WriteString(",")
			}
			writeJSON(b, item)
		}
		b.WriteString("]")
	case Mapping:
		b.WriteString("{")
		for i, f := range v.Fields() {
			if i > 0 {
				b.WriteString(",")
			}
			text(f.Key)
			b.WriteString(":")
			writeJSON(b, f.Value)
		}
		b.WriteString("}")
	}
}

const orchard = `# 苹果园
project:
  标题: 果园识别
  kpis:
    - {id: K1, 目标: 90.0}
    - id: K2
      note: |
        第一行
        第二行
    -
  empty:
  "quoted key": 'x'
`

func TestLocateAndPosition(t *testing.T) {
	doc := mustParse(t, orchard)
	for _, row := range []struct {
		path   string
		locate string // the key, the item, or the nearest parent
		value  string // where the value starts; "" when there is none
	}{
		{"", "2:1", "2:1"},
		{"project", "2:1", "3:3"},
		{`project["标题"]`, "3:3", "3:7"},
		{"project.kpis", "4:3", "5:5"},
		{"project.kpis[0]", "5:7", "5:7"},
		{"project.kpis[0].id", "5:8", "5:12"},
		{`project.kpis[0]["目标"]`, "5:16", "5:20"},
		{"project.kpis[1]", "6:7", "6:7"},
		{"project.kpis[1].note", "7:7", "7:13"},
		{"project.kpis[2]", "10:6", "10:6"},
		{"project.empty", "11:3", "11:9"},
		{`project["quoted key"]`, "12:3", "12:17"},
		{"project.kpis[3]", "4:3", ""},
		{"project.kpis[0].missing", "5:7", ""},
		{"project.kpis[0].missing.deeper[7]", "5:7", ""},
		{"project.missing", "2:1", ""},
		{"project.empty.below", "11:3", ""},
		{"project.kpis.notanindex", "4:3", ""},
		{"project[0]", "2:1", ""},
		{"missing", "2:1", ""},
	} {
		path, err := ParsePath(row.path)
		if err != nil {
			t.Fatal(err)
		}
		at := func(p Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }
		if got := at(doc.Locate(path)); got != row.locate {
			t.Errorf("%s: got located at %s, want %s", row.path, got, row.locate)
		}
		v, ok := doc.At(path)
		if ok != (row.value != "") {
			t.Errorf("%s: got found %v", row.path, ok)
		} else if ok && at(v.Position()) != row.value {
			t.Errorf("%s: got value at %s, want %s", row.path, at(v.Position()), row.value)
		}
	}
}

func TestPositionsOfEveryLayout(t *testing.T) {
	for _, row := range []struct{ name, src, path, want string }{
		{"emoji count one column", "\"🍎🍐\": {b: 1}\n", `["🍎🍐"].b`, "1:8"},
		{"CRLF", "a: 1\r\nb:\r\n  - 果: 2\r\n", `b[0]["果"]`, "3:5"},
		{"after a byte order mark", "\ufeff# c\na: 1\n", "a", "2:1"},
		{"on the line of the byte order mark", "\ufeffa: {b: 1}\n", "a.b", "1:5"},
		{"after a block text", "a: >\n  x\n\n  y\n\nb: 1\n", "b", "6:1"},
		{"after a quoted text over lines", "a: \"x\n\n  y\"\nb: 1\n", "b", "4:1"},
		{"in brackets over lines", "a: [1,\n  {b: 2}, # c\n  3]\n", "a[2]", "3:3"},
		{"behind an anchor", "a: &x {b: 1}\n", "a.b", "1:8"},
		{"a tagged item", "a:\n  - !!str 1\n", "a[0]", "2:5"},
		{"an explicit key", "? a\n: b\n", "a", "1:3"},
		{"an item of an alias", "a: &x [1, 2]\nb: *x\n", "b[1]", "1:11"},
		{"a document mark", "---\n\na: 1\n", "a", "3:1"},
	} {
		path, err := ParsePath(row.path)
		if err != nil {
			t.Fatal(err)
		}
		doc := mustParse(t, row.src)
		if _, ok := doc.At(path); !ok {
			t.Errorf("%s: %s is not there", row.name, row.path)
		}
		if p := doc.Locate(path); fmt.Sprintf("%d:%d", p.Line, p.Column) != row.want {
			t.Errorf("%s: got %d:%d, want %s", row.name, p.Line, p.Column, row.want)
		}
	}
}

func TestLine(t *testing.T) {
	doc := mustParse(t, "\ufeffa: 1\r\n\nb: 果 # x\n")
	for n, want := range map[int]string{0: "", 1: "a: 1", 2: "", 3: "b: 果 # x", 4: "", 5: "", -1: ""} {
		if got := doc.Line(n); got != want {
			t.Errorf("line %d: got %q, want %q", n, got, want)
		}
	}
}

func TestDocumentKeepsNothingOfTheCallersBuffer(t *testing.T) {
	src := []byte("name: alpha\nlist: [beta, \"gamma\"]\n")
	doc, err := Parse("f", src, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := jsonText(doc.Root()) + doc.Line(1) + doc.ContentSHA256()
	for i := range src {
		src[i] = 'X'
	}
	if got := jsonText(doc.Root()) + doc.Line(1) + doc.ContentSHA256(); got != want {
		t.Errorf("got %s after the buffer was reused, want %s", got, want)
	}
}

func TestValuesOfAnotherKindAreEmpty(t *testing.T) {
	doc := mustParse(t, "a: [true, 1, x, null, {b: c}]\n")
	a, _ := doc.Root().Get("a")
	if _, ok := a.Get("b"); ok || a.Text() != "" || a.Bool() || len(a.Fields()) != 0 {
		t.Error("a sequence answers for another kind")
	}
	for i, want := range []Kind{Bool, Number, String, Null, Mapping} {
		if got := a.Items()[i].Kind(); got != want {
			t.Errorf("item %d: got kind %d, want %d", i, got, want)
		}
	}
	if null := a.Items()[3]; null.Text() != "" || null.Items() != nil || null.Fields() != nil {
		t.Error("null is not empty")
	}
}

func TestFieldsAreSortedByKey(t *testing.T) {
	doc := mustParse(t, "b: 1\na: 2\n乙: 3\nB: 4\na-b: 5\na_b: 6\na.b: 7\n")
	var keys []string
	for _, f := range doc.Root().Fields() {
		keys = append(keys, f.Key)
	}
	if got, want := strings.Join(keys, " "), "B a a-b a.b a_b b 乙"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLimitsAreDefaultsFieldByField(t *testing.T) {
	if got := (Limits{}).withDefaults(); got != DefaultLimits() {
		t.Errorf("got %+v, want the defaults", got)
	}
	got, want := Limits{Depth: 3}.withDefaults(), DefaultLimits()
	if want.Depth = 3; got != want {
		t.Errorf("got %+v, want the defaults but for Depth", got)
	}
	if d := DefaultLimits(); d != (Limits{1 << 20, 200_000, 64, 50_000, 256, 65_536, 10_000, 200, 50_000, 4 << 20}) {
		t.Errorf("got %+v, want the limits that everything untrusted is read with", d)
	}
}

func TestSHA256IsOfTheBytes(t *testing.T) {
	doc := mustParse(t, "a: 1\n")
	if want := fmt.Sprintf("%x", sha256.Sum256([]byte("a: 1\n"))); doc.SHA256 != want {
		t.Errorf("got %s, want %s", doc.SHA256, want)
	}
	if other := mustParse(t, "a: 1 \n"); other.SHA256 == doc.SHA256 || other.ContentSHA256() != doc.ContentSHA256() {
		t.Error("a space must change SHA256 and not ContentSHA256")
	}
}
