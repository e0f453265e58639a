package report_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/thedatashed/xlsxreader"
	"golang.org/x/net/html"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

var pages = flag.String("pages", "", "write the pages of the tests into this folder")

func options(t testing.TB, lang catalog.Lang) report.Options {
	t.Helper()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	profile, ok := p.Catalog.Profile("general")
	if !ok {
		t.Fatal("the pack has no profile general")
	}
	return report.Options{Catalog: p.Catalog, Profile: profile, Lang: lang}
}

// examples are the assessments of all example proposals.
var examples = sync.OnceValues(func() ([]*assess.Assessment, error) {
	p, err := aiplus()
	if err != nil {
		return nil, err
	}
	profile, _ := p.Catalog.Profile("general")
	assessor := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01", Engine: "test"}
	names, err := fs.Glob(hegui.Files, "examples/proposals/*/proposal.yaml")
	if err != nil {
		return nil, err
	}
	var out []*assess.Assessment
	for _, name := range names {
		src, err := fs.ReadFile(hegui.Files, name)
		if err != nil {
			return nil, err
		}
		doc, err := proposal.Parse(name, src, proposal.Limits{})
		if err != nil {
			return nil, err
		}
		a, err := assessor.Assess(context.Background(), doc)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
})

// variant gives assessment n of a made-up batch: an example in which some requirements are missed that were not, or the
// reverse. The same n is always the same.
func variant(t testing.TB, n int) *assess.Assessment {
	t.Helper()
	base, err := examples()
	if err != nil {
		t.Fatal(err)
	}
	o := options(t, catalog.ZH)
	random := rand.New(rand.NewPCG(7, uint64(n)))
	worst := slices.MinFunc(base, func(x, y *assess.Assessment) int { return cmp.Compare(x.Decision.Score, y.Decision.Score) })
	a := *base[random.IntN(len(base))]
	a.File, a.Project, a.Title = fmt.Sprintf("batch/%05d.yaml", n), fmt.Sprintf("n-%05d", n), fmt.Sprintf("%s（第%d份）", a.Title, n)
	a.Results = slices.Clone(a.Results)
	care := 60 + random.IntN(40) // per cent of what it has that it keeps
	for i := range a.Results {
		r := &a.Results[i]
		switch {
		case r.Status == assess.StatusPass && random.IntN(100) >= care && worst.Results[i].Status == assess.StatusFail:
			r.Status, r.Credit, r.Points, r.Findings = assess.StatusFail, 0, 0, worst.Results[i].Findings
			r.Vetoes = worst.Results[i].Vetoes && random.IntN(4) == 0
		case r.Status == assess.StatusFail && random.IntN(100) < care:
			r.Status, r.Credit, r.Points, r.Findings, r.Vetoes = assess.StatusPass, 100, 100*r.Weight, nil, false
		}
	}
	a.Decision = assess.Decide(a.Results, len(a.Form), o.Catalog, o.Profile, nil)
	a.Repair = nil
	return &a
}

func write(t testing.TB, w io.Writer, f report.Format, o report.Options, n int, get func(i int) *assess.Assessment) {
	t.Helper()
	out, err := report.New(w, f, o)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := out.Add(get(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// line is what every format must say alike of a proposal.
type line struct {
	file, verdict, score string
	missed, passed       int // passed is -1 where it is not said
}

// Every format says the verdict, the score and the counts of the decision.
func TestFormatsAgree(t *testing.T) {
	t.Parallel()
	const n = 500
	o := options(t, catalog.EN)
	word := map[assess.Verdict]string{assess.VerdictPass: "PASS", assess.VerdictFail: "FAIL", assess.VerdictReview: "REVIEW", assess.VerdictError: "ERROR"}
	want := map[string]line{}
	batch := make([]*assess.Assessment, n)
	for i := range n {
		a := variant(t, i)
		batch[i] = a
		l := line{file: a.File, verdict: word[a.Decision.Verdict], score: a.Decision.Score.String()}
		for k := range a.Results {
			switch r := &a.Results[k]; {
			case r.Status == assess.StatusPass:
				l.passed++
			case r.Lost() > 0:
				l.missed++
			}
		}
		want[a.File] = l
	}
	for _, tc := range []struct {
		name   string
		format report.Format
		read   func(testing.TB, []byte) []line
		least  int // proposals that must be found
	}{
		{"csv", report.CSV, csvLines, n},
		{"xlsx", report.XLSX, xlsxLines, n},
		{"json", report.JSON, jsonLines, n},
		{"html, ranking", report.HTML, rankingLines, n},
		{"html, details", report.HTML, detailLines, n / 2}, // as many as fit
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			write(t, &b, tc.format, o, n, func(i int) *assess.Assessment { return batch[i] })
			got := tc.read(t, b.Bytes())
			if len(got) < tc.least || len(got) > n {
				t.Fatalf("got %d proposals, want at least %d of %d", len(got), tc.least, n)
			}
			for _, l := range got {
				l.verdict = strings.ToUpper(l.verdict)
				want := want[l.file]
				if l.passed < 0 {
					want.passed = l.passed
				}
				if l != want {
					t.Errorf("got %+v, want %+v", l, want)
				}
			}
		})
	}
}

func csvLines(t testing.TB, b []byte) []line {
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []line
	for _, r := range records[1:] {
		out = append(out, line{r[0], r[3], r[4], number(t, r[13]) + number(t, r[14]) + number(t, r[16]) + number(t, r[17]), number(t, r[12])})
	}
	return out
}

func xlsxLines(t testing.TB, b []byte) []line {
	book, err := xlsxreader.NewReader(b)
	if err != nil {
		t.Fatal(err)
	}
	var out []line
	for row := range book.ReadRows("Proposals") {
		if row.Error != nil {
			t.Fatal(row.Error)
		}
		if row.Index == 1 {
			continue
		}
		c := map[string]string{}
		for _, cell := range row.Cells {
			c[cell.Column] = cell.Value
		}
		score, err := strconv.ParseFloat(c["E"], 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, line{c["A"], c["D"], fmt.Sprintf("%.2f", score), number(t, c["N"]) + number(t, c["O"]) + number(t, c["Q"]) + number(t, c["R"]), number(t, c["M"])})
	}
	return out
}

func jsonLines(t testing.TB, b []byte) []line {
	var doc struct {
		Assessments []struct {
			File     string
			Decision assess.Decision
			Results  []struct{ Status assess.Status }
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	var out []line
	for _, a := range doc.Assessments {
		l := line{file: a.File, verdict: string(a.Decision.Verdict), score: a.Decision.Score.String()}
		for _, r := range a.Results {
			switch r.Status {
			case assess.StatusPass:
				l.passed++
			case assess.StatusNotApplicable:
			default:
				l.missed++
			}
		}
		out = append(out, l)
	}
	return out
}

// rankingLines reads the ranking of a page.
func rankingLines(t testing.TB, b []byte) []line {
	var out []line
	for _, row := range elements(t, b, "tr", "") {
		l := line{passed: -1}
		for d := range row.Descendants() {
			switch s := text(d); {
			case d.Data == "span" && class(d) == "sub" && strings.HasSuffix(s, ".yaml"):
				l.file = s
			case strings.HasPrefix(class(d), "badge"):
				l.verdict = strings.Fields(s)[1]
			case d.Data == "strong":
				l.score = s
			case d.Data == "td" && class(d) == "lost":
				l.missed = len(requirementID.FindAllString(s, -1))
				if more := allOf.FindStringSubmatch(s); more != nil {
					l.missed = number(t, more[1])
				}
			}
		}
		if l.file != "" {
			out = append(out, l)
		}
	}
	return out
}

var (
	requirementID = regexp.MustCompile(`[A-Z]{4}-[0-9]{2}`)
	allOf         = regexp.MustCompile(`([0-9]+) in all`)
)

func elements(t testing.TB, b []byte, name, itsClass string) []*html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == name && (itsClass == "" || class(n) == itsClass) {
			out = append(out, n)
		}
	}
	return out
}

// detailLines reads the details of a page: what a person sees who opens one.
func detailLines(t testing.TB, b []byte) []line {
	var out []line
	for _, n := range elements(t, b, "details", "one") {
		var l line
		for d := range n.Descendants() {
			switch {
			case class(d) == "path" && l.file == "":
				l.file = text(d)
			case strings.HasPrefix(class(d), "badge"):
				l.verdict = strings.Fields(text(d))[1]
			case class(d) == "score":
				l.score = strings.Fields(text(d))[0]
			case strings.HasPrefix(class(d), "loss"):
				l.missed++
			case d.Data == "dt" && strings.HasPrefix(text(d), "Requirements met ("):
				l.passed = number(t, strings.Trim(strings.TrimPrefix(text(d), "Requirements met ("), ")"))
			}
		}
		out = append(out, l)
	}
	return out
}

func class(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Pages of the examples and of a batch of 200 can be written, for a look in a browser.
func TestPages(t *testing.T) {
	t.Parallel()
	all, err := examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		o := options(t, lang)
		for name, batch := range map[string]struct {
			n   int
			get func(int) *assess.Assessment
		}{
			"examples": {len(all), func(i int) *assess.Assessment { return all[i] }},
			"batch200": {200, func(i int) *assess.Assessment { return variant(t, i) }},
		} {
			var b bytes.Buffer
			write(t, &b, report.HTML, o, batch.n, batch.get)
			if got := len(elements(t, b.Bytes(), "details", "one")); got != batch.n {
				t.Errorf("%s: the page has the details of %d proposals, want %d", name, got, batch.n)
			}
			if *pages == "" {
				continue
			}
			if err := os.WriteFile(filepath.Join(*pages, name+"-"+string(lang)+".html"), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// counter counts what is written, and the most memory in use meanwhile.
type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) { c.bytes += int64(len(p)); return len(p), nil }

// BenchmarkBatch writes 10,000 proposals in each format for tables and says how large the report is and how much memory is
// in use at the end, beyond what was before.
func BenchmarkBatch(b *testing.B) {
	const n = 10_000
	o := options(b, catalog.ZH)
	ready := make([]*assess.Assessment, 250)
	for i := range ready {
		ready[i] = variant(b, i)
	}
	for _, f := range []report.Format{report.CSV, report.XLSX, report.HTML} {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				var c counter
				before := inUse()
				out, err := report.New(&c, f, o)
				if err != nil {
					b.Fatal(err)
				}
				for i := range n {
					a := *ready[i%len(ready)]
					a.File = fmt.Sprintf("batch/%05d.yaml", i)
					if err := out.Add(&a); err != nil {
						b.Fatal(err)
					}
				}
				kept := inUse() - before
				if err := out.Close(); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(c.bytes)/(1<<20), "MiB-written")
				b.ReportMetric(float64(kept)/(1<<20), "MiB-kept")
			}
		})
	}
}

func inUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
