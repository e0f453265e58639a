package proposal

import (
	"slices"
	"testing"
)

func TestContentSHA256IsOfTheValuesAlone(t *testing.T) {
	const base = "a: 1\nb: {c: [x, true, null], d: 2.5}\n"
	want := mustParse(t, base).ContentSHA256()
	for name, same := range map[string]string{
		"order of keys":       "b: {d: 2.5, c: [x, true, null]}\na: 1\n",
		"comments":            "# draft\na: 1 # one\nb: {c: [x, true, null], d: 2.5} # two\n# end\n",
		"block layout":        "a:   1\n\nb:\n    c:\n    - x\n    - True\n    - ~\n    d: 2.5\n",
		"JSON":                `{"a": 1, "b": {"c": ["x", true, null], "d": 2.5}}`,
		"line breaks":         "a: 1\r\nb: {c: [x, true, null], d: 2.5}\r\n",
		"byte order mark":     "\ufeff" + base,
		"marks":               "---\n" + base + "...\n",
		"spelling of numbers": "a: 1.0\nb: {c: [x, true, null], d: 25e-1}\n",
		"spelling of null":    "a: 1\nb: {c: [x, TRUE, NULL], d: 2.5}\n",
		"quotes":              "'a': 1\n\"b\": {c: ['x', true, null], d: 2.5}\n",
		"escapes":             "a: 1\nb: {\"\\x63\": [\"\\x78\", true, null], d: 2.50}\n",
		"aliases":             "a: &one 1\nb: {c: [x, true, null], d: 2.5}\n",
		"tags":                "a: !!int 1\nb: !!map {c: [!!str x, true, null], d: !!float 2.5}\n",
	} {
		if got := mustParse(t, same).ContentSHA256(); got != want {
			t.Errorf("%s: got another digest", name)
		}
	}
	for name, other := range map[string]string{
		"a value":            "a: 2\nb: {c: [x, true, null], d: 2.5}\n",
		"a key":              "A: 1\nb: {c: [x, true, null], d: 2.5}\n",
		"order of a list":    "a: 1\nb: {c: [true, x, null], d: 2.5}\n",
		"number to text":     "a: '1'\nb: {c: [x, true, null], d: 2.5}\n",
		"boolean to text":    "a: 1\nb: {c: [x, 'true', null], d: 2.5}\n",
		"null to empty text": "a: 1\nb: {c: [x, true, ''], d: 2.5}\n",
		"null to nothing":    "a: 1\nb: {c: [x, true], d: 2.5}\n",
		"nesting":            "a: 1\nb: {c: [x, true, null]}\nd: 2.5\n",
		"nesting of a list":  "a: 1\nb: {c: [[x], true, null], d: 2.5}\n",
	} {
		if got := mustParse(t, other).ContentSHA256(); got == want {
			t.Errorf("%s: got the same digest", name)
		}
	}
	// An alias counts as what it stands for.
	if a, b := mustParse(t, "a: &x [1]\nb: *x\n"), mustParse(t, "a: [1]\nb: [1]\n"); a.ContentSHA256() != b.ContentSHA256() {
		t.Error("an alias changes the digest")
	}
	// Receipts hold this digest: a change of the serialisation breaks them all.
	const pinned = "05c338fd6f7c8b6c19dd52ae962a1a8eefe2ed4721ae0cdc98806f25bcd9d9b6"
	if got := mustParse(t, base).ContentSHA256(); got != pinned {
		t.Errorf("got %s, want %s", got, pinned)
	}
}

func TestDigestOfARealProposal(t *testing.T) {
	doc, err := Parse("f06.yaml", sample(t), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if again := mustParse(t, jsonText(doc.Root())); again.ContentSHA256() != doc.ContentSHA256() {
		t.Error("as JSON it has another digest")
	}
	if doc.Warnings != nil {
		t.Errorf("got warnings %v", doc.Warnings)
	}
}

func TestWithout(t *testing.T) {
	const src = "a: 1\nb:\n  - x\n  - {c: 2, d: 3}\n  - z\ne: {f: {g: 4}}\n"
	path := func(s string) Path {
		p, err := ParsePath(s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, row := range []struct {
		name  string
		paths []string
		want  string
	}{
		{"nothing", nil, `{"a":1,"b":["x",{"c":2,"d":3},"z"],"e":{"f":{"g":4}}}`},
		{"a field", []string{"a"}, `{"b":["x",{"c":2,"d":3},"z"],"e":{"f":{"g":4}}}`},
		{"an item becomes null and the others stay", []string{"b[0]"}, `{"a":1,"b":[null,{"c":2,"d":3},"z"],"e":{"f":{"g":4}}}`},
		{"a field of an item", []string{"b[1].c"}, `{"a":1,"b":["x",{"d":3},"z"],"e":{"f":{"g":4}}}`},
		{"several, in any order", []string{"e.f.g", "b[2]", "a", "b[0]"}, `{"b":[null,{"c":2,"d":3},null],"e":{"f":{}}}`},
		{"a value and what is below it", []string{"e.f.g", "e"}, `{"a":1,"b":["x",{"c":2,"d":3},"z"]}`},
		{"the same twice", []string{"a", "a"}, `{"b":["x",{"c":2,"d":3},"z"],"e":{"f":{"g":4}}}`},
		{"paths that lead nowhere", []string{"zz", "b[9]", "a.x", "b.x", "e[0]"}, `{"a":1,"b":["x",{"c":2,"d":3},"z"],"e":{"f":{"g":4}}}`},
		{"everything", []string{""}, `{}`},
	} {
		t.Run(row.name, func(t *testing.T) {
			doc := mustParse(t, src)
			before := jsonText(doc.Root())
			var paths []Path
			for _, p := range row.paths {
				paths = append(paths, path(p))
			}
			given := slices.Clone(paths)
			cut := doc.Without(paths)
			if got := jsonText(cut.Root()); got != row.want {
				t.Errorf("got  %s\nwant %s", got, row.want)
			}
			if jsonText(doc.Root()) != before {
				t.Error("the document itself has changed")
			}
			if !slices.EqualFunc(paths, given, func(a, b Path) bool { return a.Compare(b) == 0 }) {
				t.Error("the caller's paths have changed")
			}
			if cut.SHA256 != doc.SHA256 || cut.ContentSHA256() != doc.ContentSHA256() || cut.Name != doc.Name {
				t.Error("the digests or the name have changed")
			}
			for _, p := range []string{"", "a", "b[1].c", "b[2]", "e.f.g"} {
				if got, want := cut.Locate(path(p)), doc.Locate(path(p)); got != want {
					t.Errorf("%s: got located at %v, want %v as before", p, got, want)
				}
			}
		})
	}
	t.Run("an alias is cut only where the path leads", func(t *testing.T) {
		cut := mustParse(t, "a: &x {c: 1}\nb: *x\n").Without([]Path{path("b.c")})
		if got, want := jsonText(cut.Root()), `{"a":{"c":1},"b":{}}`; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}
