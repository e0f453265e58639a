package hegui_test

import (
	"bytes"
	"context"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"hegui"
	"hegui/internal/catalog"
	"hegui/internal/handbook"
	"hegui/internal/rules"
)

var source = sync.OnceValues(func() (*handbook.Source, error) { return handbook.Open(hegui.Files, "aiplus") })

func handbookSource(t *testing.T) *handbook.Source {
	t.Helper()
	s, err := source()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// docs/handbook is what `hegui pack docs` writes.
func TestHandbookIsCurrent(t *testing.T) {
	pages, err := handbook.Pages(handbookSource(t))
	if err != nil {
		t.Fatal(err)
	}
	const name = "docs/handbook"
	if *update {
		if err := os.MkdirAll(name, 0o755); err != nil {
			t.Fatal(err)
		}
		dir, err := os.OpenRoot(name)
		if err != nil {
			t.Fatal(err)
		}
		defer dir.Close()
		if _, err := handbook.Write(context.Background(), dir, pages); err != nil {
			t.Fatal(err)
		}
		return
	}
	stale, err := handbook.Stale(os.DirFS(name), pages)
	if err != nil || len(stale) > 0 {
		t.Errorf("%s is not current (%v); `make generate` rewrites %d files: %s", name, err, len(stale), strings.Join(stale, ", "))
	}
}

// The chain from the document to the cases has no gap: every sentence is there, every requirement is reached from the sentence
// that it quotes, and its rule, its tests and its mutant are files that are there.
func TestTraceReachesEverything(t *testing.T) {
	t.Parallel()
	trace := handbook.NewTrace(handbookSource(t))
	if len(trace.Gaps) > 0 {
		t.Errorf("gaps: %+v", trace.Gaps)
	}
	reached := map[string]bool{}
	var text strings.Builder
	for _, s := range trace.Sentences {
		text.WriteString(s.Text)
		for _, id := range s.RuledBy {
			reached[id] = true
		}
	}
	c := handbookSource(t).Pack.Catalog
	if got, want := text.String(), strings.ReplaceAll(c.Source.Text, "\n", ""); got != want {
		t.Error("the sentences are not the document")
	}
	if len(trace.Sentences) != 68 || len(trace.Requirements) != 75 || len(reached) != 75 {
		t.Errorf("got %d sentences, %d requirements, %d of them reached, want 68, 75, 75", len(trace.Sentences), len(trace.Requirements), len(reached))
	}
	for _, r := range trace.Requirements {
		files := append([]string{r.File, r.Rule, r.Mutant.File}, r.TestFiles...)
		for _, file := range files {
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		if len(r.TestFiles) == 0 || len(r.Cases) < 3 {
			t.Errorf("%s has %d cases in %v", r.ID, len(r.Cases), r.TestFiles)
		}
	}
}

// checkListedCases holds the cases that the trace lists, without a run, against those that a run reports: all of them by
// name, but for tables whose names are computed.
func checkListedCases(t *testing.T, ran map[string]bool) {
	t.Helper()
	listed := map[string]bool{}
	computed := map[string]bool{}
	for _, r := range handbook.NewTrace(handbookSource(t)).Requirements {
		for _, c := range r.Cases {
			name := c.File + " " + c.Name
			if c.Computed {
				computed[name] = true
			} else {
				listed[name] = true
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(listed)) {
		if !ran[name] {
			t.Errorf("%s is listed and does not run", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ran)) {
		file, test, _ := strings.Cut(name, " ")
		table, _, _ := strings.Cut(test, "/")
		if !listed[name] && !computed[file+" "+table] {
			t.Errorf("%s runs and is not listed", name)
		}
	}
}

// The page of the trace holds every sentence and every requirement, has no script and no address, and each of its links leads
// to one place.
func TestTracePageOfThePack(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		var page bytes.Buffer
		if err := handbook.WriteTrace(&page, handbook.HTML, handbookSource(t), handbook.TraceOptions{Lang: lang}); err != nil {
			t.Fatal(err)
		}
		if lower := bytes.ToLower(page.Bytes()); bytes.Contains(lower, []byte("<script")) || bytes.Contains(lower, []byte("http:")) || bytes.Contains(lower, []byte("https:")) {
			t.Error("the page has a script or an address")
		}
		doc, err := html.Parse(&page)
		if err != nil {
			t.Fatal(err)
		}
		ids, links := map[string]int{}, []string{}
		for d := range doc.Descendants() {
			for _, a := range d.Attr {
				switch a.Key {
				case "id":
					ids[a.Val]++
				case "href":
					links = append(links, a.Val)
				}
			}
		}
		for _, to := range links {
			if place, ok := strings.CutPrefix(to, "#"); !ok || ids[place] != 1 {
				t.Errorf("a link leads to %q, which is there %d times", to, ids[place])
			}
		}
		c := handbookSource(t).Pack.Catalog
		for _, s := range c.Sentences {
			if ids["s-"+s.ID] != 1 {
				t.Errorf("sentence %s is there %d times", s.ID, ids["s-"+s.ID])
			}
		}
		for i := range c.Requirements {
			if id := c.Requirements[i].ID; ids["r-"+id] != 1 {
				t.Errorf("requirement %s is there %d times", id, ids["r-"+id])
			}
		}
	}
}

// Checks are called something in both languages, and say what they check.
func TestChecksHaveWordsInBothLanguages(t *testing.T) {
	t.Parallel()
	n := 0
	for _, part := range handbookSource(t).Pack.Rules.(*rules.Set).Parts() {
		if !strings.HasPrefix(part.Name, "checks.") {
			continue
		}
		n++
		if part.Title == "" || part.Description == "" || part.TitleZH == "" || part.DescribedZH == "" {
			t.Errorf("%s lacks title, description, custom.title_zh or custom.description_zh: %+v", part.Files[0], part)
		}
	}
	if n < 35 {
		t.Errorf("only %d checks", n)
	}
}
