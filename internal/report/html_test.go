package report

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

func TestGoldenHTML(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		got := string(writtenTable(t, HTML, sampleOptions(lang), sample(t, "P-1")))
		// The style sheet is a file of its own; the page's policy names its digest.
		got = strings.Replace(got, asset("style.css"), "/* style.css */", 1)
		got = strings.Replace(got, inAttribute(SourceHash(asset("style.css"))), "sha256-of-style", 1)
		got = strings.Replace(got, inAttribute(SourceHash(asset("script.js"))), "sha256-of-script", 1)
		golden(t, "page."+string(lang)+".html", string(got))
	}
}

// inAttribute writes text as html/template writes it into an attribute.
func inAttribute(s string) string { return strings.NewReplacer("+", "&#43;").Replace(s) }

func parsed(t testing.TB, page []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
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

// all finds elements by name and, if given, class or id.
func all(n *html.Node, name, classOrID string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name && (classOrID == "" || attribute(d, "id") == classOrID ||
			slices.Contains(strings.Fields(attribute(d, "class")), classOrID)) {
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

func texts(nodes []*html.Node) []string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = textOf(n)
	}
	return out
}

func TestPageOfOneProposal(t *testing.T) {
	t.Parallel()
	doc := parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN), sample(t, "P-1")))
	for _, tc := range []struct {
		name, element, class string
		want                 []string
	}{
		{"verdict", "span", "badge", []string{"✕ FAIL"}},
		{"score", "span", "score", []string{"62.00 / 100"}},
		{"causes", "ul", "reasons", []string{"veto requirements not met: DATA-02 dimensions below their floor: Safety a person must judge: SAFE-03"}},
		{"losses, vetoes first, then the heaviest", "h4", "", []string{"DATA-02 Reliable data", "SAFE-03 Safety promises", "OPEN-01 Artifacts", "SAFE-01 Safety drill"}},
		{"the quote, where it stands in its sentence", "mark", "", []string{"数据要可靠", "加强安全", "推动开源", "加强安全"}},
		{"the whole sentence", "blockquote", "", slices.Concat(slices.Repeat([]string{"加强安全,数据要可靠,推动开源。L2-S1"}, 4))},
		{"the cheapest repair, to tick off", "ol", "checklist", []string{"DATA-02 Reliable data: 2 days, +20.00 → 82.00 (lifts a veto) SAFE-01 Safety drill: 2 days, +8.00 → 90.00 (lifts a dimension to its floor)"}},
		{"a waiver beside its requirement", "p", "waiver", []string{"Waiver approved by P-1 until 2026-12-31: P-1"}},
		{"below the floor in words, not in colour alone", "span", "below", []string{"▼ below the floor of 60.00"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := texts(all(doc, tc.element, tc.class)); !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
	if got := texts(all(doc, "p", "message")); !slices.Contains(got, `missing: date (date), address (url)`) {
		t.Errorf("fields that are missing side by side are not together: %q", got)
	}
	if got := all(doc, "script", ""); len(got) != 0 {
		t.Errorf("a page of one proposal needs no script")
	}
}

func TestChartsSayWhatTheyShow(t *testing.T) {
	t.Parallel()
	doc := parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN), sample(t, "P-1"), sample(t, "P-2")))
	for _, svg := range all(doc, "svg", "") {
		if attribute(svg, "aria-hidden") == "true" {
			continue // repeats the numbers beside it
		}
		if attribute(svg, "role") != "img" {
			t.Errorf("a chart has the role %q", attribute(svg, "role"))
		}
		for _, id := range strings.Fields(attribute(svg, "aria-labelledby")) {
			if named := append(all(doc, "title", id), all(doc, "desc", id)...); len(named) != 1 || textOf(named[0]) == "" {
				t.Errorf("a chart is named by %q, which is there %d times", id, len(named))
			}
		}
	}
	if got, want := texts(all(doc, "desc", "distribution-d")), "60–70 2"; len(got) != 1 || !strings.Contains(got[0], want) {
		t.Errorf("got %q, want it to contain %q", got, want)
	}
}

// mixed gives assessments with other scores and verdicts than the sample.
func mixed(t testing.TB) []*assess.Assessment {
	make := func(name string, change func(*assess.Assessment)) *assess.Assessment {
		a := sample(t, name)
		change(a)
		a.Decision = assess.Decide(a.Results, len(a.Form), tableCatalog(), tableProfile(), nil)
		return a
	}
	perfect := func(a *assess.Assessment) {
		for i := range a.Results {
			if r := &a.Results[i]; r.Status != assess.StatusNotApplicable {
				*r = assess.Result{Requirement: r.Requirement, Status: assess.StatusPass, Weight: r.Weight, Credit: 100, Points: r.Weight * 100}
			}
		}
	}
	return []*assess.Assessment{
		make("low", func(*assess.Assessment) {}),
		make("top", perfect),
		make("wait", func(a *assess.Assessment) {
			perfect(a)
			a.Results[4] = assess.Result{Requirement: "SAFE-03", Status: assess.StatusManual, Weight: 10}
		}),
		make("top2", perfect),
	}
}

func TestBatch(t *testing.T) {
	t.Parallel()
	var items []any
	for _, a := range mixed(t) {
		items = append(items, a)
	}
	bad := &Unreadable{File: "bad.yaml", Err: &proposal.ParseError{Name: "bad.yaml", Code: "E_SYNTAX", Position: proposal.Position{Line: 3, Column: 7}}}
	doc := parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN), append(items, bad, notThere)...))
	var ranking [][]string
	for _, row := range all(all(doc, "table", "ranking")[0], "tr", "") {
		ranking = append(ranking, texts(slices.Collect(func(yield func(*html.Node) bool) {
			for c := range row.ChildNodes() {
				if c.Type == html.ElementNode && !yield(c) {
					return
				}
			}
		})))
	}
	want := [][]string{
		{"Rank", "Proposal", "Verdict", "Score", "Requirements lost", "DATA", "SAFE", "OPEN"},
		{"1", "toptoptop", "✓ PASS", "100.00good", "", "100.00", "100.00", "100.00"},
		{"1", "top2top2top2", "✓ PASS", "100.00good", "", "100.00", "100.00", "100.00"},
		{"3", "waitwaitwait", "? REVIEW", "90.90good", "SAFE-03", "100.00", "66.66", "100.00"},
		{"4", "lowlowlow", "✕ FAIL", "56.36", "✖ DATA-02 SAFE-03, OPEN-01, SAFE-01", "66.66", "40.00", "50.00"},
	}
	if !reflect.DeepEqual(ranking, want) {
		t.Errorf("got  %q\nwant %q", ranking, want)
	}
	if got := all(doc, "details", "one"); len(got) != 4 {
		t.Errorf("got the details of %d proposals, want 4", len(got))
	}
	if got := texts(all(doc, "ul", "unreadable")); len(got) != 1 || !strings.Contains(got[0], "bad.yaml:3:7") || !strings.Contains(got[0], "gone.yaml the file does not exist") && !strings.Contains(got[0], "gone.yamlthe file does not exist") {
		t.Errorf("unreadable files: %q", got)
	}
	checkLinks(t, doc)
}

// checkLinks follows every link: each leads to a place of the page, and every id is there once.
func checkLinks(t testing.TB, doc *html.Node) {
	t.Helper()
	ids := map[string]int{}
	for d := range doc.Descendants() {
		if id := attribute(d, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("id %q is there %d times", id, n)
		}
	}
	for _, a := range all(doc, "a", "") {
		to, here := strings.CutPrefix(attribute(a, "href"), "#")
		if !here || ids[to] != 1 {
			t.Errorf("a link leads to %q", attribute(a, "href"))
		}
	}
}

// What does not fit is left out, and the report says so.
func TestDetailsAreBounded(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w := newHTML(&b, sampleOptions(catalog.EN))
	w.limit = 20_000
	for i := range 30 {
		if err := w.Add(sample(t, fmt.Sprint("P-", i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	doc := parsed(t, b.Bytes())
	kept := len(all(doc, "details", "one"))
	if kept == 0 || kept == 30 || w.kept > w.limit {
		t.Errorf("got %d details of %d bytes within a limit of %d", kept, w.kept, w.limit)
	}
	if want := fmt.Sprintf("the details of the first %d proposals in the order of input. For one of the other %d:", kept, 30-kept); !strings.Contains(textOf(doc), want) {
		t.Errorf("the report does not say %q", want)
	}
	if got := len(all(all(doc, "table", "ranking")[0], "tr", "")); got != 31 {
		t.Errorf("got %d rows in the ranking, want all 30 and the head", got)
	}
	checkLinks(t, doc)
}

func TestOutliers(t *testing.T) {
	t.Parallel()
	scores := []int32{9000, 9100, 9200, 9300, 9400, 9500, 9600, 1000}
	report := func(n int) string {
		w := newHTML(&bytes.Buffer{}, sampleOptions(catalog.EN))
		for i, s := range scores[:n] {
			w.rows = append(w.rows, rankedRow{title: fmt.Sprint("P-", i), score: assess.Score(s), verdict: assess.VerdictPass, dimensions: []int32{-1, -1, -1}})
			w.tally.scores = append(w.tally.scores, s)
		}
		v := w.batch()
		var b strings.Builder
		for _, o := range v.Outliers {
			fmt.Fprint(&b, o.Name, o.Far)
		}
		return b.String() + v.OutlierNote
	}
	if got, want := report(8), "P-7[▼ Total 10.00]There are none."; got != strings.TrimSuffix(want, "There are none.") {
		t.Errorf("got %q", got)
	}
	if got, want := report(7), "There are too few proposals to judge."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPageOfNothing(t *testing.T) {
	t.Parallel()
	doc := parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN)))
	if !strings.Contains(textOf(doc), "No proposal was assessed.") {
		t.Errorf("got %q", textOf(doc))
	}
	onlyBad := parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN), &Unreadable{File: "x", Err: errors.New("odd")}))
	if !strings.Contains(textOf(onlyBad), "odd") {
		t.Errorf("got %q", textOf(onlyBad))
	}
}

// The page asks nothing of anybody: no address but its own places.
func TestPageIsSelfContained(t *testing.T) {
	t.Parallel()
	page := writtenTable(t, HTML, sampleOptions(catalog.ZH), sample(t, "P-1"), sample(t, "P-2"))
	if m := regexp.MustCompile(`(?i)(https?:|//[a-z]|url\(|@import|\ssrc=|<link|<iframe|<object|<form|\son[a-z]+=|\sstyle=)`).Find(page); m != nil {
		t.Errorf("the page contains %q", m)
	}
}

func TestPieces(t *testing.T) {
	t.Parallel()
	got := fmt.Sprint(pieces("见 DATA-07、SAFE-04，2026-11-01 前"))
	if want := "[{见  false} {DATA-07 true} {、 false} {SAFE-04 true} {， false} {2026-11-01 true} { 前 false}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := parts("a/b.c[0].d"), []string{"a/", "b.", "c[0].", "d"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Both languages say everything, and each phrase takes the same values in both.
func TestWordsOfTablesAndPages(t *testing.T) {
	t.Parallel()
	for _, set := range []struct{ zh, en any }{{chineseTable, englishTable}, {chinesePage, englishPage}} {
		zh, en := stringsOf(set.zh), stringsOf(set.en)
		for _, name := range slices.Sorted(maps.Keys(zh)) {
			if zh[name] == "" || en[name] == "" {
				t.Errorf("%s: %q, %q", name, zh[name], en[name])
			}
			if got, want := verbs(zh[name]), verbs(en[name]); !slices.Equal(got, want) {
				t.Errorf("%s fills %v in Chinese and %v in English", name, got, want)
			}
		}
		if len(zh) != len(en) {
			t.Errorf("%d phrases in Chinese, %d in English", len(zh), len(en))
		}
	}
}

func stringsOf(words any) map[string]string {
	out := map[string]string{}
	v := reflect.ValueOf(words)
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		if f.Kind() == reflect.String {
			out[name] = f.String()
			continue
		}
		for _, k := range f.MapKeys() {
			out[name+"/"+k.String()] = f.MapIndex(k).String()
		}
	}
	return out
}

func verbs(s string) []string {
	return regexp.MustCompile(`%[a-z]`).FindAllString(strings.ReplaceAll(s, "%%", ""), -1)
}
