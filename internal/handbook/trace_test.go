package handbook_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"

	"hegui/internal/catalog"
	"hegui/internal/handbook"
)

// changed opens the fixture with some of its files changed: an old text and the new one by file. An empty old text adds the file.
func changed(t *testing.T, edits map[string][2]string) *handbook.Source {
	t.Helper()
	files := fstest.MapFS{}
	if err := copyInto(files, os.DirFS("testdata/mini")); err != nil {
		t.Fatal(err)
	}
	for file, edit := range edits {
		if edit[0] == "" {
			files[file] = &fstest.MapFile{Data: []byte(edit[1])}
			continue
		}
		was := string(files[file].Data)
		if !strings.Contains(was, edit[0]) {
			t.Fatalf("%s does not hold %q", file, edit[0])
		}
		files[file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(was, edit[0], edit[1]))}
	}
	s, err := handbook.Open(files, "mini")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSentencesAreCoveredByTheStrongestThatFits(t *testing.T) {
	t.Parallel()
	got := map[string]handbook.Coverage{}
	for _, s := range handbook.NewTrace(open(t)).Sentences {
		got[s.ID] = s.Coverage
	}
	want := map[string]handbook.Coverage{
		"L1-S1": handbook.Context, "L2-S1": handbook.Ruled, "L2-S2": handbook.Person, "L3-S1": handbook.Ruled, "L3-S2": handbook.Held,
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("coverage (-got +want):\n%s", diff)
	}
}

func TestGapsNameWhatIsMissing(t *testing.T) {
	t.Parallel()
	const tests = "rego/mini/rules/open_01/open_test.rego"
	for _, tc := range []struct {
		name  string
		edits map[string][2]string
		want  []handbook.Gap
	}{
		{"an empty table is no case", nil, []handbook.Gap{
			{Kind: handbook.NoFailingCase, Requirement: "OPEN-01"}, {Kind: handbook.NoMutant, Requirement: "OPEN-01"},
		}},
		{"a case and a mutant close them", map[string][2]string{
			tests:                           {"_failing := {}", `_failing := {"no star": 0}`},
			"examples/mutants/open_01.yaml": {"", "requirement: OPEN-01\nbase: one\nraises: unloved\n"},
		}, []handbook.Gap{}},
		{"a table that is computed may have cases", map[string][2]string{
			tests:                           {"some name, n in _failing", "some name, n in object.union(_failing, {})"},
			"examples/mutants/open_01.yaml": {"", "requirement: OPEN-01\nbase: one\nraises: unloved\n"},
		}, []handbook.Gap{}},
		{"an empty table of passing cases", map[string][2]string{
			tests:                           {`test_passes["a star"] if`, "test_passes[name] if {\n\tsome name in []\n}\n\ntest_fails_too if"},
			"examples/mutants/open_01.yaml": {"", "requirement: OPEN-01\nbase: one\nraises: unloved\n"},
		}, []handbook.Gap{{Kind: handbook.NoPassingCase, Requirement: "OPEN-01"}}},
		{"a sentence that nobody has classified yet", map[string][2]string{
			tests:                           {"_failing := {}", `_failing := {"no star": 0}`},
			"policies/mini/coverage.yaml":   {"heading", "todo"},
			"examples/mutants/open_01.yaml": {"", "requirement: OPEN-01\nbase: one\nraises: unloved\n"},
		}, []handbook.Gap{{Kind: handbook.UncoveredSentence, Sentence: "L1-S1"}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(handbook.NewTrace(changed(t, tc.edits)).Gaps, tc.want); diff != "" {
				t.Errorf("gaps (-got +want):\n%s", diff)
			}
		})
	}
}

// Without any mutants, as in a new pack, none is missed.
func TestAPackWithoutMutantsMissesNone(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.Mutants = nil
	for _, g := range handbook.NewTrace(s).Gaps {
		if g.Kind == handbook.NoMutant {
			t.Errorf("%s misses a mutant", g.Requirement)
		}
	}
}

func TestTraceIsOfItsSchema(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("trace.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:hegui:trace:v1", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("urn:hegui:trace:v1")
	if err != nil {
		t.Fatal(err)
	}
	aiplus, err := handbook.Open(os.DirFS("../.."), "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*handbook.Source{"mini": open(t), "aiplus": aiplus} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(trace(t, s, handbook.JSON, handbook.TraceOptions{})))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name == "aiplus" {
			continue // it is large
		}
		v.(map[string]any)["version"] = "hegui/trace/v2"
		if schema.Validate(v) == nil {
			t.Error("another version is of the schema too")
		}
	}
}

func TestTraceInJSONDoesNotDependOnTheLanguage(t *testing.T) {
	t.Parallel()
	s := open(t)
	zh := trace(t, s, handbook.JSON, handbook.TraceOptions{Lang: catalog.ZH})
	if en := trace(t, s, handbook.JSON, handbook.TraceOptions{Lang: catalog.EN}); zh != en || !json.Valid([]byte(zh)) {
		t.Errorf("differs: %s", cmp.Diff(zh, en))
	}
}

func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func elements(n *html.Node, name, class string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name && (class == "" || slices.Contains(strings.Fields(attribute(d, "class")), class)) {
			found = append(found, d)
		}
	}
	return found
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// The page is the document as running text; how a sentence is covered is told by shade, by sign and in words.
func TestPageShowsTheDocument(t *testing.T) {
	t.Parallel()
	doc := parsed(t, trace(t, open(t), handbook.HTML, handbook.TraceOptions{Lang: catalog.EN}))
	var got []string
	for _, a := range elements(elements(doc, "div", "document")[0], "a", "s") {
		got = append(got, strings.Join([]string{attribute(a, "class"), attribute(a, "href"), attribute(a, "title"), textOf(a)}, " | "))
	}
	want := []string{
		"s context | #w-L1-S1 | L1-S1 · asks nothing | 前言。",
		"s ruled | #r-DATA-01 | L2-S1 · ruled | 建设高质量数据集,完善数据产权制度。",
		"s person | #w-L2-S2 | L2-S2 · for a person | 加强评估。",
		"s ruled | #r-OPEN-01 | L3-S1 · ruled | 推动开源共享。",
		"s held | #w-L3-S2 | L3-S2 · held elsewhere | 数据要好。",
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("sentences (-got +want):\n%s", diff)
	}
	got = nil
	for _, marks := range elements(doc, "span", "marks") {
		got = append(got, textOf(marks))
	}
	if diff := cmp.Diff(got, []string{"○", "● DATA-01", "◇", "● OPEN-01", "◐ DATA-01"}); diff != "" {
		t.Errorf("signs (-got +want):\n%s", diff)
	}
}

// checkPage holds a page to what every page must hold: no script, no address of anything outside, each link leads to a place
// that is there once.
func checkPage(t *testing.T, page string) {
	t.Helper()
	doc := parsed(t, page)
	ids := map[string]int{}
	for d := range doc.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "form", "img", "svg", "base"}, d.Data) {
			t.Errorf("the page has an element %s", d.Data)
		}
		for _, a := range d.Attr {
			if a.Key == "src" || a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("an element %s has %s=%q", d.Data, a.Key, a.Val)
			}
			if a.Key == "id" {
				ids[a.Val]++
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if ids[id] > 1 {
			t.Errorf("id %q is there %d times", id, ids[id])
		}
	}
	for _, a := range elements(doc, "a", "") {
		if to, here := strings.CutPrefix(attribute(a, "href"), "#"); !here || ids[to] != 1 {
			t.Errorf("a link leads to %q", attribute(a, "href"))
		}
	}
	style := textOf(elements(doc, "style", "")[0])
	if m := regexp.MustCompile(`(?i)(url\(|@import|//)`).FindString(style); m != "" {
		t.Errorf("the style contains %q", m)
	}
}

func TestPageIsSelfContained(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		page := trace(t, open(t), handbook.HTML, handbook.TraceOptions{Lang: lang})
		checkPage(t, page)
		if m := regexp.MustCompile(`(?i)https?:`).FindString(page); m != "" {
			t.Errorf("the page contains %q", m)
		}
	}
}

// hostile is a pack whose texts try to be markup, commands of a terminal or ways out of a folder.
func hostile(t *testing.T) *handbook.Source {
	t.Helper()
	return changed(t, map[string][2]string{
		"policies/mini/requirements/data_01.yaml": {
			"title: {zh: 规模, en: Scale}",
			`title: {zh: "<script>alert(1)</script>|` + "`x`" + `", en: "[x](https://example.org) ![i](//e) <img src=x onerror=y> \u001b[31m"}`,
		},
		"policies/mini/thresholds.yaml": {"source: {zh: 测试, en: a test}", `source: {zh: "a | b\n# c <b>d</b>", en: "a | b\n# c <b>d</b>"}`},
		"policies/mini/flags.yaml": {
			"guards:\n", "  \"x\\\"><script>alert(2)</script>\":\n    title: {zh: 甲, en: a}\n    off: {zh: 乙, en: b}\nguards:\n",
		},
		"rego/mini/rules/data_01/scale_test.rego": {`"just enough"`, `"</li><script>alert(3)</script>"`},
	})
}

func TestTextsOfAPackAreNoMarkup(t *testing.T) {
	t.Parallel()
	s := hostile(t)
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		checkPage(t, trace(t, s, handbook.HTML, handbook.TraceOptions{Lang: lang}))
		if text := trace(t, s, handbook.Text, handbook.TraceOptions{Lang: lang}); strings.ContainsRune(text, '\u001b') {
			t.Error("a control character reaches the terminal")
		}
	}
	pages, err := handbook.Pages(s)
	if err != nil {
		t.Fatal(err)
	}
	markup := regexp.MustCompile("(?i)<(script|img|b)\\b|\\]\\((https?:)?//|\u001b|^# c")
	for _, p := range pages {
		if m := markup.FindString(p.Text); m != "" {
			t.Errorf("%s contains %q", p.File, m)
		}
	}
}
