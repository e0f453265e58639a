package pack_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"hegui"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/sample"
)

// Each part of a schema is held against values around each of its limits and of every kind. What the checks call in form
// is valid to the library, and the other way round: else time would be lost.
func TestFormOfEachPart(t *testing.T) {
	t.Parallel()
	for name, p := range packs(t) {
		values, valid := 0, 0
		for where, part := range p.Schema.Parts() {
			if !part.Known() {
				t.Errorf("%s: %s has a keyword that the checks do not know", name, where)
			}
			for _, text := range around(part, p.Schema.Field(fieldPath(where))) {
				v := value(t, text)
				surely, by := part.Surely(v), part.Valid(v)
				if surely != by {
					t.Errorf("%s: %s: %s is in form: %t to the checks, %t to the library", name, where, text, surely, by)
				}
				values++
				if by {
					valid++
				}
			}
		}
		if values < 1000 || valid < values/20 || valid > values*19/20 {
			t.Errorf("%s: %d of %d values are valid: the limits are not met", name, valid, values)
		}
	}
}

// A schema may use all of JSON Schema. What the checks do not know they leave to the library.
func TestFormLeavesToTheLibrary(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		keyword, schema string
		values          []string
		known           bool
	}{
		{"enum of numbers and texts", `{"enum": [1, 2.50, "1", true]}`, []string{"1", "2.5", "2", "\"1\"", "true", "false"}, true},
		{"const of a list", `{"const": [1]}`, []string{"[1]", "[2]"}, false},
		{"exclusive bounds", `{"type": "number", "exclusiveMinimum": -0.5, "exclusiveMaximum": 10}`, []string{"-0.5", "-0.49", "-0.51", "9.99", "10", "-10", "0"}, true},
		{"a bound with an exponent", `{"maximum": 1e2}`, []string{"100", "100.1", "99"}, true},
		{"a bound that is no plain decimal to write", `{"maximum": 1e400}`, []string{"100"}, false},
		{"multiples of 0.05", `{"multipleOf": 0.05}`, []string{"0.05", "0.15", "0.01"}, false},
		{"multiples of 0.001", `{"multipleOf": 0.001}`, []string{"0.005", "0.0005", "7"}, true},
		{"multiples of ten", `{"multipleOf": 10}`, []string{"10", "11"}, false},
		{"several types", `{"type": ["integer", "string"]}`, []string{"1", "1.5", "a", "true"}, true},
		{"another format", `{"format": "email"}`, []string{"a@b.c", "a"}, false},
		{"alternatives", `{"anyOf": [{"type": "string"}, {"type": "integer"}]}`, []string{"1", "a", "1.5"}, false},
		{"negation", `{"not": {"type": "string"}}`, []string{"1", "a"}, false},
		{"a condition", `{"if": {"type": "string"}, "then": {"minLength": 2}}`, []string{"1", "a", "ab"}, false},
		{"nothing", `false`, []string{"1"}, false},
		{"anything", `true`, []string{"1"}, false},
		{"a map", `{"type": "object", "additionalProperties": {"type": "integer"}}`, []string{"{a: 1}", "{a: x}"}, false},
		{"a key without a schema", `{"type": "object", "required": ["a"]}`, []string{"{a: 1}", "{b: 1}"}, false},
		{"an open mapping", `{"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}`, []string{"{a: 1, b: 2}", "{b: 2}", "{a: x}", "{a: }"}, true},
		{"keys", `{"propertyNames": {"maxLength": 1}}`, []string{"{a: 1}", "{ab: 1}"}, false},
		{"what is contained", `{"contains": {"const": 1}}`, []string{"[1, 2]", "[2]"}, false},
		{"items at most", `{"maxItems": 1, "items": {"type": "integer"}}`, []string{"[1]", "[1, 2]", "[]", "[a]"}, true},
		{"any items, each once", `{"uniqueItems": true}`, []string{"[1, 1]", "[1, \"1\"]", "[true, true]", "[]"}, true},
		{"a pattern", `{"pattern": "a.c"}`, []string{"xabcx", "ac"}, true},
	} {
		t.Run(tc.keyword, func(t *testing.T) {
			t.Parallel()
			files := mini()
			files["policies/mini/schema/proposal.json"] = strings.Replace(shape, `"records":`, `"odd": `+tc.schema+`, "records":`, 1)
			p, err := pack.Open(fsOf(t, files), "mini")
			if err != nil {
				t.Fatal(err)
			}
			part := p.Schema.Parts()["/odd"]
			if part.Known() != tc.known {
				t.Errorf("the checks know it: %t, want %t", part.Known(), tc.known)
			}
			for _, text := range tc.values {
				if v := value(t, text); part.Surely(v) != (part.Valid(v) && tc.known) {
					t.Errorf("%s is in form: %t to the checks, %t to the library", text, part.Surely(v), part.Valid(v))
				}
				if tc.keyword != "keys" { // the library forgets where they are, in the whole
					sameForm(t, p.Schema, "records: 3\nodd: "+text+"\n")
				}
			}
		})
	}
}

// Whole proposals, good and spoilt in one to three places, get the findings that the library gives for the whole.
func TestFormOfProposals(t *testing.T) {
	t.Parallel()
	const generated = 60 // a thousand take a minute; FuzzForm goes on from here
	s := packs(t)["aiplus"].Schema
	parts := s.Parts()
	r := rand.New(rand.NewPCG(1, 2))
	sources := proposals(t)
	for i := range generated {
		var b bytes.Buffer
		if _, err := sample.Write(&b, 9, i); err != nil {
			t.Fatal(err)
		}
		sources = append(sources, b.Bytes())
	}
	off := 0
	for _, src := range sources {
		spoilt := spoil(t, r, s, parts, src)
		for _, src := range [][]byte{src, spoilt} {
			findings, ok := sameForm(t, s, string(src))
			if !ok {
				continue
			}
			doc, err := proposal.Parse("p.yaml", src, proposal.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if surely := parts[""].Surely(doc.Root()); surely != (findings == 0) {
				t.Errorf("in form: %t to the checks, but there are %d findings in %s", surely, findings, src)
			}
			if findings > 0 {
				off++
			}
		}
	}
	if off < len(sources)/2 {
		t.Errorf("only %d of %d spoilt proposals are off form", off, len(sources))
	}
}

// FuzzForm looks for a proposal that the checks call in form and the library does not.
func FuzzForm(f *testing.F) {
	s := packs(f)["aiplus"].Schema
	parts := s.Parts()
	for i, src := range proposals(f) {
		f.Add(src, uint64(i))
	}
	f.Fuzz(func(t *testing.T, src []byte, seed uint64) {
		if _, err := proposal.Parse("p.yaml", src, proposal.Limits{}); err != nil {
			return
		}
		sameForm(t, s, string(src))
		sameForm(t, s, string(spoil(t, rand.New(rand.NewPCG(seed, 0)), s, parts, src)))
	})
}

func packs(t testing.TB) map[string]*pack.Pack {
	t.Helper()
	out := map[string]*pack.Pack{}
	for name, files := range map[string]fs.FS{"aiplus": hegui.Files, "opencode": os.DirFS("../../examples/packs/opencode")} {
		p, err := pack.Open(files, name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = p
	}
	return out
}

// proposals gives the examples.
func proposals(t testing.TB) [][]byte {
	t.Helper()
	names, err := fs.Glob(hegui.Files, "examples/proposals/*/proposal.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no examples: ", err)
	}
	out := make([][]byte, len(names))
	for i, name := range names {
		if out[i], err = fs.ReadFile(hegui.Files, name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// sameForm compares what is said of a proposal with what the library says of the whole. It gives the number of findings,
// and whether the proposal is one at all.
func sameForm(t *testing.T, s *pack.Schema, src string) (findings int, ok bool) {
	t.Helper()
	doc, err := proposal.Parse("p.yaml", []byte(src), proposal.Limits{})
	if err != nil {
		return 0, false // refused before its form matters
	}
	said := func(findings any, unusable []proposal.Path) string {
		unusable = slices.SortedFunc(slices.Values(unusable), proposal.Path.Compare)
		return fmt.Sprintf("%+v, unusable %v", findings, unusable)
	}
	found, unusable := s.Validate(doc)
	wantFound, wantUnusable := s.ByLibrary(doc)
	if got, want := said(found, unusable), said(wantFound, wantUnusable); got != want {
		t.Errorf("got %s\nwant %s\nof %s", got, want, src)
	}
	return len(wantFound), true
}

// value parses one value.
func value(t testing.TB, text string) *proposal.Value {
	t.Helper()
	doc, err := proposal.Parse("p.yaml", []byte("v: "+text+"\n"), proposal.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	v, _ := doc.Root().Get("v")
	return v
}

func fieldPath(where string) proposal.Path {
	var p proposal.Path
	for _, key := range strings.Split(strings.NewReplacer("$ref", "", "[]", "").Replace(where), "/")[1:] {
		p = append(p, proposal.Key(key))
	}
	return p
}

// around gives values of every kind, and those around each limit of a part.
func around(part pack.Part, field *pack.Field) []string {
	out := []string{
		`null`, `true`, `false`, `0`, `1`, `-1`, `0.5`, `-0.01`, `0.001`, `99999999999999`, `100`, `100.01`,
		`""`, `" "`, `"1"`, `"x"`, `"数据"`, `"2026-02-28"`, `"2026-02-29"`, `"2024-02-29"`, `"2026-04-31"`, `"2026-13-01"`, `"2026-00-01"`,
		`"2026-01-00"`, `"2026-1-01"`, `"2026-01-01 "`, `"２０２６-01-01"`, `"20260-1-01"`, `"0000-01-01"`, `"2026-01-3x"`, `"2026/01/01"`,
		`[]`, `[null]`, `["a", "a"]`, `["a", "b"]`, `[1, 1.0]`, `[{}, {}]`, `[["a"], ["a"]]`, `{}`, `{"zzz": 1}`, `{"zzz": null}`, `{"id": ""}`,
	}
	for _, n := range part.Numbers() {
		if n != "" {
			out = append(out, n, "-"+n, n+"1", strings.TrimSuffix(n, "0")+"1", "1"+n)
			if !strings.Contains(n, ".") {
				out = append(out, n+".1", "-"+n+".1", n+".001", n+".01")
			}
		}
	}
	for _, n := range part.Lengths() {
		for _, length := range []int{n - 1, n, n + 1, 4*n - 3, 4 * n} {
			if length < 0 {
				continue
			}
			for _, char := range []string{"a", "é", "数", "😀"} {
				out = append(out, `"`+strings.Repeat(char, length)+`"`)
			}
			if length < 100 {
				out = append(out, "["+strings.TrimSuffix(strings.Repeat(`"A1",`, length), ",")+"]")
			}
		}
	}
	for _, n := range []int{15, 16, 17, 40} { // around the number of items that are compared in another way
		items := make([]string, n)
		for i := range items {
			items[i] = fmt.Sprintf(`"EV-%03d"`, i)
		}
		out = append(out, "["+strings.Join(items, ",")+"]", "["+strings.Join(append(items, items[n-1]), ",")+"]")
	}
	for _, word := range part.Words() {
		out = append(out, quoted(word), quoted(word+"x"), quoted(strings.ToUpper(word)))
	}
	if field != nil {
		for _, sample := range []string{field.Sample, field.Sample + "0", field.Sample + " ", "a" + field.Sample, strings.ToLower(field.Sample)} {
			out = append(out, quoted(sample), "["+quoted(sample)+"]")
		}
		if len(field.Enum) > 0 {
			out = append(out, "["+quoted(field.Enum[0])+"]", "["+quoted(field.Enum[0])+","+quoted(field.Enum[0])+"]")
		}
	}
	return slices.DeleteFunc(out, func(text string) bool { return !json.Valid([]byte(text)) }) // such as 01
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// spoil changes one to three places of a proposal: a value of another kind or around a limit, a key more or less, an item
// twice.
func spoil(t testing.TB, r *rand.Rand, s *pack.Schema, parts map[string]pack.Part, src []byte) []byte {
	t.Helper()
	doc, err := proposal.Parse("p.yaml", src, proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	root := plain(doc.Root())
	for range 1 + r.IntN(3) {
		where, at := "", root
		for at != nil {
			var down []any
			switch v := at.(type) {
			case map[string]any:
				for _, key := range slices.Sorted(maps.Keys(v)) {
					down = append(down, key)
				}
			case []any:
				for i := range v {
					down = append(down, i)
				}
			}
			if len(down) == 0 {
				break
			}
			step := down[r.IntN(len(down))]
			stop := r.IntN(4) == 0
			switch v := at.(type) {
			case map[string]any:
				key := step.(string)
				where, at = path.Join("/", where, key), v[key]
				if down := at; stop || !composite(down) {
					change(r, v, key, parts[where], s.Field(fieldPath(where)))
					at = nil
				}
			case []any:
				where += "[]"
				at = v[step.(int)]
				if stop || !composite(at) {
					v[step.(int)] = v[r.IntN(len(v))]
					at = nil
				}
			}
		}
	}
	b, err := json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func composite(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

func change(r *rand.Rand, m map[string]any, key string, part pack.Part, field *pack.Field) {
	switch r.IntN(6) {
	case 0:
		delete(m, key)
	case 1:
		m[key+"s"] = m[key]
	case 2:
		m["zzz"] = nil
	case 3:
		m[key] = nil
	default:
		if part == (pack.Part{}) {
			return
		}
		values := around(part, field)
		m[key] = json.RawMessage(values[r.IntN(len(values))])
	}
}

// plain gives a value as encoding/json writes it.
func plain(v *proposal.Value) any {
	switch v.Kind() {
	case proposal.Bool:
		return v.Bool()
	case proposal.Number:
		return json.Number(v.Text())
	case proposal.String:
		return v.Text()
	case proposal.Sequence:
		items := make([]any, len(v.Items()))
		for i, item := range v.Items() {
			items[i] = plain(item)
		}
		return items
	case proposal.Mapping:
		fields := map[string]any{}
		for _, f := range v.Fields() {
			fields[f.Key] = plain(f.Value)
		}
		return fields
	default:
		return nil
	}
}
