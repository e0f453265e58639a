package server_test

import (
	"bytes"
	"context"
	"fmt"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/cli"
	"hegui/internal/report"
)

// run runs a command and gives what it prints.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	cli.Run(context.Background(), args, cli.Env{
		Files: hegui.Files, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &complaints,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return now }, Version: "test",
	})
	if out.Len() == 0 {
		t.Fatalf("hegui %v: %s", args, &complaints)
	}
	return out.String()
}

// In every format and both languages, the answer is what the command line prints.
func TestReportsAreThoseOfTheCommandLine(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	file := "../../examples/proposals/f12-ai-customer-service/proposal.yaml"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range report.Formats() {
		for _, lang := range []string{"zh", "en"} {
			if format == report.XLSX && lang == "en" {
				continue // one language is enough for the slowest
			}
			t.Run(string(format)+" "+lang, func(t *testing.T) {
				t.Parallel()
				want := run(t, "check", "--as-of", "2026-11-01", "--profile", "industry", "--lang", lang, "--format", string(format), file)
				w := do(s, call{
					method: "POST", path: fmt.Sprintf("/v1/assessments?as_of=2026-11-01&profile=industry&lang=%s&format=%s&name=%s", lang, format, file),
					media: "application/yaml", body: string(src),
				})
				if w.Code != http.StatusOK || w.Body.String() != want {
					t.Errorf("%d, %d bytes differ from the %d of the command line", w.Code, w.Body.Len(), len(want))
				}
			})
		}
	}
}

// upload is a file of a form.
type upload struct{ field, name, text string }

func form(t *testing.T, files ...upload) (media, body string) {
	t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for _, f := range files {
		part, err := w.CreateFormFile(f.field, f.name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(f.text))
	}
	w.Close()
	return w.FormDataContentType(), out.String()
}

// A comparison is what hegui diff prints.
func TestComparisonsAreThoseOfTheCommandLine(t *testing.T) {
	s := open(t, nil)
	dir := t.TempDir()
	before, after := "f12.yaml", "f12r.yaml"
	texts := map[string]string{}
	for file, example := range map[string]string{before: "f12-ai-customer-service", after: "f12r-ai-customer-service-fixed"} {
		src, err := os.ReadFile("../../examples/proposals/" + example + "/proposal.yaml")
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(src)
		if err := os.WriteFile(filepath.Join(dir, file), src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir) // names of files stand in the reports
	for _, tc := range []struct {
		format, query string
		flags         []string
	}{
		{"text", "lang=zh", []string{"--lang", "zh"}},
		{"json", "", nil},
		{"markdown", "lang=en&profile_before=industry&as_of_before=2026-10-01", []string{"--profile-before", "industry", "--as-of-before", "2026-10-01"}},
	} {
		t.Run(tc.format, func(t *testing.T) {
			want := run(t, append([]string{"diff", "--as-of", "2026-11-01", "--format", tc.format, before, after}, tc.flags...)...)
			media, body := form(t, upload{"before", before, texts[before]}, upload{"after", after, texts[after]})
			w := do(s, call{method: "POST", path: "/v1/comparisons?as_of=2026-11-01&format=" + tc.format + "&" + tc.query, media: media, body: body})
			if got := w.Body.String(); w.Code != http.StatusOK || got != want {
				t.Errorf("%d\n%.600s\nwant\n%.600s", w.Code, got, want)
			}
		})
	}
}

// An explanation is what hegui explain prints.
func TestExplanationsAreThoseOfTheCommandLine(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, lang := range []string{"zh", "en"} {
		for _, id := range []string{"DATA-07", "EMPL-01"} {
			want := run(t, "explain", "--lang", lang, id)
			w := do(s, call{path: "/v1/packs/aiplus/requirements/" + id + "?lang=" + lang, header: map[string]string{"Accept": "text/plain"}})
			if w.Code != http.StatusOK || w.Body.String() != want {
				t.Errorf("%s in %s: %d\n%s", id, lang, w.Code, w.Body)
			}
		}
	}
}
