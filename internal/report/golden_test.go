package report

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestGoldenFormats holds every format but the terminal's on proposals of every verdict and on files that cannot be
// read, in both languages.
func TestGoldenFormats(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		format    Format
		extension string
	}{
		{NDJSON, "ndjson"}, {SARIF, "sarif"}, {JUnit, "junit.xml"}, {GitHub, "github.txt"}, {GitLab, "gitlab.json"}, {Markdown, "md"},
	} {
		for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
			if tc.format == NDJSON && lang == catalog.EN {
				continue // the same in both
			}
			got := written(t, tc.format, lang, samples(), unreadable("broken/读不了.yaml", "甲"))
			golden(t, "samples."+string(lang)+"."+tc.extension, got)
		}
	}
	golden(t, "one.en.md", written(t, Markdown, catalog.EN, []sampleCase{everything("all.yaml", "甲")}, nil))
}

// The JSON formats do not depend on the language.
func TestLanguageChangesNoJSON(t *testing.T) {
	t.Parallel()
	for _, f := range []Format{JSON, NDJSON} {
		bad := unreadable("x.yaml", "甲")
		if zh, en := written(t, f, catalog.ZH, samples(), bad), written(t, f, catalog.EN, samples(), bad); zh != en {
			t.Errorf("%s differs:\n%s", f, cmp.Diff(zh, en))
		}
	}
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
