package handbook_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
	"hegui/internal/handbook"
)

var update = flag.Bool("update", false, "rewrite golden files")

func open(t *testing.T) *handbook.Source {
	t.Helper()
	s, err := handbook.Open(os.DirFS("testdata/mini"), "mini")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, string(want)); diff != "" {
		t.Errorf("%s differs (-got +want); `make generate` rewrites it:\n%s", file, diff)
	}
}

func trace(t *testing.T, s *handbook.Source, f handbook.Format, o handbook.TraceOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := handbook.WriteTrace(&b, f, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldenTrace(t *testing.T) {
	t.Parallel()
	s := open(t)
	golden(t, "trace.zh.txt", trace(t, s, handbook.Text, handbook.TraceOptions{Lang: catalog.ZH}))
	golden(t, "trace.en.txt", trace(t, s, handbook.Text, handbook.TraceOptions{Lang: catalog.EN}))
	golden(t, "trace.brief.en.txt", trace(t, s, handbook.Text, handbook.TraceOptions{Lang: catalog.EN, Brief: true}))
	golden(t, "trace.json", trace(t, s, handbook.JSON, handbook.TraceOptions{}))
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		_, body, _ := strings.Cut(trace(t, s, handbook.HTML, handbook.TraceOptions{Lang: lang}), "</style>") // the style is a file of its own
		golden(t, "trace."+string(lang)+".html", body)
	}
}

func TestGoldenPages(t *testing.T) {
	t.Parallel()
	pages, err := handbook.Pages(open(t))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, p := range pages {
		all.WriteString("-- " + p.File + " --\n" + p.Text)
	}
	golden(t, "pages.txt", all.String())
}

func TestUnknownFormats(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "pdf", "TEXT"} {
		if f, err := handbook.ParseFormat(name); err == nil || !strings.Contains(err.Error(), "known are text, json, html") {
			t.Errorf("got %q and %v for %q", f, err, name)
		}
	}
	if err := handbook.WriteTrace(&bytes.Buffer{}, "pdf", open(t), handbook.TraceOptions{}); err == nil {
		t.Error("an unknown format is written")
	}
}
