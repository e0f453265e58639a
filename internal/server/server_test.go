package server_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hegui"
	"hegui/internal/server"
)

var now = time.Date(2026, 11, 1, 4, 0, 0, 0, time.UTC)

func open(t testing.TB, change func(*server.Options)) *server.Server {
	t.Helper()
	o := server.Options{
		Packs: []server.PackSource{{Files: hegui.Files, ID: "aiplus"}}, Version: "test",
		Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(&o)
	}
	if o.Disk == nil {
		o.Disk = func() (free, size uint64, known bool) { return 0, 0, false } // a machine for tests may be nearly full
	}
	if o.Limits.Evaluation == 0 {
		o.Limits.Evaluation = time.Minute // a machine that runs many tests at once is slow
	}
	s, err := server.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

type call struct {
	method, path, media, body string
	header                    map[string]string
}

func do(s http.Handler, c call) *httptest.ResponseRecorder {
	if c.method == "" {
		c.method = http.MethodGet
	}
	r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
	if c.media != "" {
		r.Header.Set("Content-Type", c.media)
	}
	for k, v := range c.header {
		r.Header.Set(k, v)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// The result over HTTP is, byte for byte, the golden result of the command line.
func TestResultsAreThoseOfTheCommandLine(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	digest := digestOf(t, s)
	goldens, err := filepath.Glob("../../examples/proposals/*/expected.json")
	if err != nil || len(goldens) == 0 {
		t.Fatal("no examples", err)
	}
	for _, golden := range goldens {
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(filepath.Dir(golden), "proposal.yaml")
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(filepath.ToSlash(file), "../../")
		w := do(s, call{method: "POST", path: "/v1/assessments?as_of=2026-11-01&name=" + name, media: "application/yaml", body: string(src)})
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", name, w.Code, w.Body)
		}
		if got := strings.ReplaceAll(w.Body.String(), digest, "…"); got != string(want) {
			t.Errorf("%s differs from %s", name, golden)
		}
	}
}

func digestOf(t *testing.T, s *server.Server) string {
	t.Helper()
	var packs server.PackList
	if err := json.Unmarshal(do(s, call{path: "/v1/packs"}).Body.Bytes(), &packs); err != nil {
		t.Fatal(err)
	}
	return packs.Packs[0].Digest
}

const draft = "apiVersion: hegui/v1\nkind: Proposal\nproject: {id: p-1}\n"

// Each way to send a proposal and each format of the answer.
func TestAssess(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	form := func(field, file, content string) (string, string) {
		var b bytes.Buffer
		m := multipart.NewWriter(&b)
		part, _ := m.CreateFormFile(field, file)
		_, _ = io.WriteString(part, content)
		_ = m.Close()
		return m.FormDataContentType(), b.String()
	}
	media, body := form("proposal", "我的申报书.yaml", draft)
	for _, tc := range []struct {
		name    string
		call    call
		media   string
		contain string
	}{
		{"YAML in, JSON out", call{path: "/v1/assessments", media: "application/yaml", body: draft}, "application/json", `"project": "p-1"`},
		{"JSON in", call{path: "/v1/assessments", media: "application/json", body: `{"apiVersion":"hegui/v1","project":{"id":"p-2"}}`}, "application/json", `"project": "p-2"`},
		{"a form keeps the file's name", call{path: "/v1/assessments", media: media, body: body}, "application/json", `"file": "我的申报书.yaml"`},
		{"text in English", call{path: "/v1/assessments?format=text", media: "application/yaml", body: draft}, "text/plain; charset=utf-8", "FAIL"},
		{"text in Chinese by Accept-Language", call{path: "/v1/assessments", media: "application/yaml", body: draft, header: map[string]string{"Accept": "text/plain", "Accept-Language": "zh-CN,en;q=0.5"}}, "text/plain; charset=utf-8", "不通过"},
		{"lang goes before Accept-Language", call{path: "/v1/assessments?format=text&lang=en", media: "application/yaml", body: draft, header: map[string]string{"Accept-Language": "zh"}}, "text/plain; charset=utf-8", "FAIL"},
		{"SARIF by Accept", call{path: "/v1/assessments", media: "application/yaml", body: draft, header: map[string]string{"Accept": "application/sarif+json"}}, "application/sarif+json", `"2.1.0"`},
		{"the preferred of what is accepted", call{path: "/v1/assessments", media: "application/yaml", body: draft, header: map[string]string{"Accept": "image/png, text/markdown;q=0.4, application/xml;q=0.9"}}, "application/xml", "<testsuite"},
		{"a profile, a date and readings", call{path: "/v1/assessments?profile=small-firm&as_of=2026-10-01&readings=true", media: "application/yaml", body: draft}, "application/json", `"as_of": "2026-10-01"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			tc.call.method = http.MethodPost
			w := do(s, tc.call)
			if w.Code != http.StatusOK || w.Header().Get("Content-Type") != tc.media || !strings.Contains(w.Body.String(), tc.contain) {
				t.Errorf("%d %s, without %s:\n%.400s", w.Code, w.Header().Get("Content-Type"), tc.contain, w.Body)
			}
			if w.Header().Get("Hegui-Verdict") != "fail" || w.Header().Get("Request-Id") == "" {
				t.Errorf("headers %v", w.Header())
			}
		})
	}
}

// Every problem that the document names, by what brings it about.
func TestProblems(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	post := func(path, media, body string) call {
		return call{method: http.MethodPost, path: path, media: media, body: body}
	}
	for _, tc := range []struct {
		name      string
		call      call
		status    int
		code      server.ProblemCode
		parameter string
	}{
		{"an unknown path", call{path: "/v2"}, 404, "not_found", ""},
		{"a trailing slash is another path", call{path: "/v1/packs/"}, 404, "not_found", ""},
		{"another method", call{method: "DELETE", path: "/v1/packs"}, 405, "method_not_allowed", ""},
		{"an unknown pack", call{path: "/v1/packs/nosuch"}, 404, "not_found", "pack"},
		{"an unknown requirement", call{path: "/v1/packs/aiplus/requirements/DATA-99"}, 404, "not_found", "requirement"},
		{"a requirement in another case", call{path: "/v1/packs/aiplus/requirements/data-01"}, 404, "not_found", "requirement"},
		{"an unknown profile", post("/v1/assessments?profile=nobody", "application/yaml", draft), 404, "not_found", "profile"},
		{"no date", post("/v1/assessments?as_of=yesterday", "application/yaml", draft), 400, "bad_request", "as_of"},
		{"no truth value", post("/v1/assessments?readings=perhaps", "application/yaml", draft), 400, "bad_request", "readings"},
		{"an unknown format", post("/v1/assessments?format=pdf", "application/yaml", draft), 400, "bad_request", "format"},
		{"a misspelt parameter", post("/v1/assessments?profil=general", "application/yaml", draft), 400, "bad_request", "profil"},
		{"a parameter of another operation", call{path: "/v1/packs?format=json"}, 400, "bad_request", "format"},
		{"a parameter twice", post("/v1/assessments?profile=general&profile=research", "application/yaml", draft), 400, "bad_request", "profile"},
		{"a day that no month has", post("/v1/assessments?as_of=2026-02-30", "application/yaml", draft), 400, "bad_request", "as_of"},
		{"a name with a line break", post("/v1/assessments?name=a%0Ab", "application/yaml", draft), 400, "bad_request", "name"},
		{"a name that is not UTF-8", post("/v1/assessments?name=%ff", "application/yaml", draft), 400, "bad_request", "name"},
		{"a query that cannot be read", post("/v1/assessments?name=%zz", "application/yaml", draft), 400, "bad_request", "query"},
		{"a pack in capitals", post("/v1/assessments?pack=AIPLUS", "application/yaml", draft), 400, "bad_request", "pack"},
		{"no pack of that name", post("/v1/assessments?pack=other", "application/yaml", draft), 404, "not_found", "pack"},
		{"nothing that is acceptable", call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: draft, header: map[string]string{"Accept": "image/png"}}, 406, "not_acceptable", "Accept"},
		{"no content type", post("/v1/assessments", "", draft), 415, "unsupported_media_type", "Content-Type"},
		{"plain text", post("/v1/assessments", "text/plain", draft), 415, "unsupported_media_type", "Content-Type"},
		{"a compressed body", call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: draft, header: map[string]string{"Content-Encoding": "gzip"}}, 415, "unsupported_media_type", "Content-Encoding"},
		{"another character set", post("/v1/assessments", "application/yaml; charset=gbk", draft), 415, "unsupported_media_type", "Content-Type"},
		{"a form without the field", post("/v1/assessments", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\na\r\n--x--\r\n"), 400, "bad_request", "other"},
		{"a form that breaks off", post("/v1/assessments", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"proposal\"\r\n\r\na"), 400, "bad_request", "proposal"},
		{"a form without a boundary", post("/v1/assessments", "multipart/form-data", ""), 400, "bad_request", "proposal"},
		{"a comparison with one side", post("/v1/comparisons", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"after\"\r\n\r\na: 1\r\n--x--\r\n"), 400, "bad_request", "before"},
		{"a side that cannot be read", post("/v1/comparisons", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"before\"\r\n\r\na: 1\r\n--x\r\nContent-Disposition: form-data; name=\"after\"\r\n\r\na: [\r\n--x--\r\n"), 422, "unreadable_proposal", "after"},
		{"an unknown profile of the first side", post("/v1/comparisons?profile_before=nobody", "multipart/form-data; boundary=x", ""), 404, "not_found", "profile_before"},
		{"a form with a second part", post("/v1/assessments", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"proposal\"\r\n\r\na: 1\r\n--x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\na\r\n--x--\r\n"), 400, "bad_request", "b"},
		{"a form with a part twice", post("/v1/assessments", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"proposal\"\r\n\r\na: 1\r\n--x\r\nContent-Disposition: form-data; name=\"proposal\"\r\n\r\na\r\n--x--\r\n"), 400, "bad_request", "proposal"},
		{"a proposal that cannot be read", post("/v1/assessments", "application/yaml", "a: [\n"), 422, "unreadable_proposal", ""},
		{"an empty body", post("/v1/assessments", "application/yaml", ""), 422, "unreadable_proposal", ""},
		{"a proposal that is too large", post("/v1/assessments", "application/yaml", strings.Repeat("#", 1<<20+2)), 413, "too_large", ""},
		{"many in one document", post("/v1/assessments/stream", "application/yaml", draft), 415, "unsupported_media_type", "Content-Type"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			for lang, title := range map[string]bool{"en": false, "zh": true} {
				if tc.call.header == nil {
					tc.call.header = map[string]string{}
				}
				c := tc.call
				c.header = map[string]string{"Accept-Language": lang}
				for k, v := range tc.call.header {
					c.header[k] = v
				}
				w := do(s, c)
				var p server.Problem
				if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
					t.Fatalf("%v: %s", err, w.Body)
				}
				if w.Code != tc.status || p.Status != tc.status || p.Code != tc.code || w.Header().Get("Content-Type") != "application/problem+json" {
					t.Errorf("%d %+v", w.Code, p)
				}
				if parameter := ""; p.Parameter != nil && *p.Parameter != tc.parameter || p.Parameter == nil && tc.parameter != parameter {
					t.Errorf("parameter %v, want %q", p.Parameter, tc.parameter)
				}
				if hasChinese(p.Title) != title || p.RequestId != w.Header().Get("Request-Id") {
					t.Errorf("%s: title %q, request %q", lang, p.Title, p.RequestId)
				}
			}
		})
	}
}

func hasChinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff })
}

// Many proposals are answered line by line in their order; one that cannot be read is a line, too.
func TestAssessMany(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Limits.Slots = 4 })
	line := func(id string) string { return fmt.Sprintf(`{"apiVersion":"hegui/v1","project":{"id":%q}}`, id) }
	lines := line("a") + "\n" + `{"a": 1, "a": 2}` + "\n" + line("c") + "\n"
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for _, name := range []string{"b.yaml", "a.yaml", "notes.txt"} {
		f, _ := z.Create(name)
		_, _ = io.WriteString(f, draft)
	}
	_ = z.Close()
	for _, tc := range []struct {
		name  string
		media string
		body  string
		want  []string
	}{
		{"lines", "application/x-ndjson", lines, []string{`"file":"set.x:1"`, `"code":"E_DUP_KEY"`, `"file":"set.x:3"`}},
		{"an archive", "application/zip", archive.String(), []string{`"file":"set.x!`, `"file":"set.x!`}},
		{"what is no archive", "application/zip", "PK", []string{`"file":"set.x"`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := do(s, call{method: "POST", path: "/v1/assessments/stream?name=set.x", media: tc.media, body: tc.body})
			got := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
			if w.Code != http.StatusOK || len(got) != len(tc.want) {
				t.Fatalf("%d, %d lines: %.600s", w.Code, len(got), w.Body)
			}
			for i, want := range tc.want {
				if !strings.Contains(got[i], want) || strings.Contains(got[i], os.TempDir()) {
					t.Errorf("line %d has no %s: %.300s", i+1, want, got[i])
				}
			}
		})
	}
}

// A pack that cannot be replaced leaves the last good one in use, and readiness says so.
func TestReload(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	err := fsCopy(files, "policies/aiplus", "rego/aiplus", "rego/lib", "seeds")
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, func(o *server.Options) { o.Packs[0].Files = files })
	before := digestOf(t, s)

	thresholds := files["policies/aiplus/thresholds.yaml"]
	broken := *thresholds
	broken.Data = []byte("not: [a pack")
	files["policies/aiplus/thresholds.yaml"] = &broken
	if err := s.Reload(); err == nil {
		t.Fatal("a broken pack was loaded")
	}
	if got := digestOf(t, s); got != before {
		t.Error("the last good pack is gone")
	}
	var ready server.Readiness
	w := do(s, call{path: "/readyz"})
	if err := json.Unmarshal(w.Body.Bytes(), &ready); err != nil || !ready.Ready || ready.Packs[0].Current {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if m := do(s, call{path: "/metrics"}).Body.String(); !strings.Contains(m, `hegui_pack_current{digest="`+before) || !strings.Contains(m, `"} 0`) {
		t.Error("the metrics do not say so")
	}

	title := *files["policies/aiplus/pack.yaml"]
	title.Data = bytes.Replace(title.Data, []byte("version: "), []byte("version: 9"), 1)
	files["policies/aiplus/pack.yaml"], files["policies/aiplus/thresholds.yaml"] = &title, thresholds
	if err := s.Reload(); err != nil {
		t.Fatal(err)
	}
	if got := digestOf(t, s); got == before {
		t.Error("the new pack is not in use")
	}
}

// fsCopy copies folders of the built-in files, so that a test can change them.
func fsCopy(into fstest.MapFS, folders ...string) error {
	for _, folder := range folders {
		err := fsWalk(folder, func(name string, data []byte) { into[name] = &fstest.MapFile{Data: data} })
		if err != nil {
			return err
		}
	}
	return nil
}
