package web

import (
	"compress/gzip"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// build is a small one: the tests are about how it is served.
var build = fstest.MapFS{
	"index.html":       {Data: []byte(`<html lang="__LANG__"><meta nonce="__NONCE__"></html>`)},
	"assets/index.js":  {Data: []byte(strings.Repeat("let a = 1;\n", 100))},
	"assets/index.css": {Data: []byte("a { color: red }")},
	"icon.svg":         {Data: []byte("<svg/>")},
}

// newHandler has a handler behind it that answers 418, so that a test sees what was left to it.
func newHandler(t *testing.T, files fs.FS, log io.Writer, now func() time.Time) *Handler {
	t.Helper()
	h, err := open(files, Options{
		Next: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }),
		Log:  slog.New(slog.NewTextHandler(log, nil)), Now: now, Random: func() string { return "NONCE1" },
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func answer(h http.Handler, method, path string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "/", http.NoBody)
	r.URL.Path, r.URL.RawPath = path, ""
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func bodyOf(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWhoAnswers(t *testing.T) {
	h := newHandler(t, build, io.Discard, time.Now)
	const page, file, behind = "page", "file", "behind"
	for _, tc := range []struct{ method, path, want string }{
		{"GET", "/", page}, {"HEAD", "/", page}, {"GET", "/check", page}, {"GET", "/check/d1", page},
		{"GET", "/document/aiplus/DATA-07", page}, {"GET", "/batches", page}, {"GET", "/reviews/a/b/c", page},
		{"GET", "/assets/index.js", file}, {"HEAD", "/icon.svg", file},
		{"GET", "/index.html", behind}, {"GET", "/assets/", behind}, {"GET", "/assets", behind}, {"GET", "/assets/gone.js", behind},
		{"POST", "/", behind}, {"POST", "/check", behind}, {"DELETE", "/icon.svg", behind}, {"OPTIONS", "/check", behind},
		{"GET", "/v1/packs", behind}, {"GET", "/v1", behind}, {"GET", "/v1/csp-report", behind}, {"GET", "/docs", behind}, {"GET", "/livez", behind},
		{"GET", "/metrics", behind}, {"GET", "/unknown", behind}, {"GET", "/checks", behind}, {"GET", "/Check", behind},
		{"GET", "/check/", behind}, {"GET", "//check", behind}, {"GET", "/check/../v1/packs", behind}, {"GET", "/check/.", behind},
		{"GET", "/check/..", behind}, {"GET", "/check/a b", behind}, {"GET", "/check/<script>", behind}, {"GET", "/check/a/b/c/d", behind},
		{"GET", "/check/" + strings.Repeat("a", 65), behind}, {"GET", "", behind}, {"GET", "check", behind},
	} {
		t.Run(tc.method+" "+tc.path, func(t *testing.T) {
			r := answer(h, tc.method, tc.path)
			got := behind
			switch {
			case r.StatusCode == http.StatusTeapot:
			case strings.HasPrefix(r.Header.Get("Content-Type"), "text/html"):
				got = page
			default:
				got = file
			}
			if got != tc.want {
				t.Errorf("answered by %s, want %s", got, tc.want)
			}
		})
	}
}

func TestAnEscapedSpellingIsLeftToTheService(t *testing.T) {
	h := newHandler(t, build, io.Discard, time.Now)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/check%2Fd1", http.NoBody))
	if w.Code != http.StatusTeapot {
		t.Errorf("status %d, want that of the service", w.Code)
	}
}

// A mistyped address is a page to a person and a problem to a program.
func TestWhatIsNotThereIsAPageToAPerson(t *testing.T) {
	h, err := open(build, Options{
		Next: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/problem+json")
			w.Header().Set("Content-Language", "en")
			if r.URL.Path != "/docs" {
				w.WriteHeader(http.StatusNotFound)
			}
			_, _ = io.WriteString(w, `{"code":"behind"}`)
		}),
		Log: slog.New(slog.DiscardHandler), Now: time.Now, Random: func() string { return "NONCE1" },
	})
	if err != nil {
		t.Fatal(err)
	}
	const person, program, page, problem = "text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/html; charset=utf-8", "application/problem+json"
	for _, tc := range []struct {
		method, path, accept string
		status               int
		media                string
	}{
		{"GET", "/nowhere", person, 404, page}, {"GET", "/check/", person, 404, page}, {"GET", "/check/a/b/c/d", person, 404, page}, {"HEAD", "/nowhere", person, 404, page},
		{"GET", "/nowhere", program, 404, problem}, {"POST", "/nowhere", person, 404, problem}, {"GET", "/assets/gone.js", program, 404, problem},
		{"GET", "/v1", person, 404, problem}, {"GET", "/v1/nowhere", person, 404, problem}, {"GET", "/v1s", person, 404, page},
		{"GET", "/docs", person, 200, problem},
	} {
		t.Run(tc.method+" "+tc.path+" "+tc.accept, func(t *testing.T) {
			r := answer(h, tc.method, tc.path, "Accept", tc.accept)
			if r.StatusCode != tc.status || r.Header.Get("Content-Type") != tc.media {
				t.Fatalf("status %d, %s", r.StatusCode, r.Header.Get("Content-Type"))
			}
			body, behind := bodyOf(t, r), tc.media == problem
			if strings.Contains(body, "behind") != behind || (r.Header.Get("Content-Language") != "") != behind {
				t.Errorf("headers %v and body %q", r.Header, body)
			}
			if policy := r.Header.Get("Content-Security-Policy"); !behind && !strings.Contains(policy, "nonce-NONCE1") {
				t.Errorf("policy %q", policy)
			}
		})
	}
}

// The policy is what docs/web.md promises, word for word.
func TestPolicy(t *testing.T) {
	const want = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE1'; style-src-attr 'unsafe-inline'; " +
		"img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; " +
		"frame-ancestors 'none'; report-uri /v1/csp-report"
	h := newHandler(t, build, io.Discard, time.Now)
	r := answer(h, "GET", "/check")
	if got := r.Header.Get("Content-Security-Policy"); got != want {
		t.Errorf("policy\n%s, want\n%s", got, want)
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store", "Strict-Transport-Security": "",
	} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := bodyOf(t, r); !strings.Contains(got, `nonce="NONCE1"`) {
		t.Errorf("the page does not hold the nonce: %s", got)
	}
	script := answer(h, "GET", "/assets/index.js").Header
	if got := script.Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'") || strings.Contains(got, "nonce") {
		t.Errorf("policy of a file: %q", got)
	}
}

func TestLanguageOfThePage(t *testing.T) {
	h := newHandler(t, build, io.Discard, time.Now)
	for _, tc := range []struct{ accepts, want string }{
		{"", "zh"}, {"zh-CN,zh;q=0.9,en;q=0.8", "zh"}, {"en-GB,en;q=0.9", "en"}, {"fr, en;q=0.5", "en"}, {"fr", "zh"}, {"EN", "en"},
		{`"><script>`, "zh"},
	} {
		if got := bodyOf(t, answer(h, "GET", "/", "Accept-Language", tc.accepts)); !strings.Contains(got, `lang="`+tc.want+`"`) {
			t.Errorf("%q gives %s, want %s", tc.accepts, got, tc.want)
		}
	}
}

func TestFilesAreAskedForOnce(t *testing.T) {
	h := newHandler(t, build, io.Discard, time.Now)
	first := answer(h, "GET", "/assets/index.js", "Accept-Encoding", "gzip, br")
	if first.Header.Get("Content-Encoding") != "gzip" || first.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("headers %v", first.Header)
	}
	z, err := gzip.NewReader(first.Body)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(z)
	if err != nil || string(content) != string(build["assets/index.js"].Data) {
		t.Fatalf("unpacked: %q, %v", content, err)
	}
	plain := answer(h, "GET", "/assets/index.js", "Accept-Encoding", "gzip;q=0")
	if plain.Header.Get("Content-Encoding") != "" || bodyOf(t, plain) != string(content) {
		t.Error("who refuses gzip gets it")
	}
	tag := first.Header.Get("ETag")
	if tag == plain.Header.Get("ETag") {
		t.Error("both forms have one tag")
	}
	again := answer(h, "GET", "/assets/index.js", "Accept-Encoding", "gzip", "If-None-Match", `"other", W/`+tag)
	if again.StatusCode != http.StatusNotModified || bodyOf(t, again) != "" {
		t.Errorf("a current file is answered with %d", again.StatusCode)
	}
	if got := answer(h, "GET", "/assets/index.js", "If-None-Match", `"other"`); got.StatusCode != http.StatusOK {
		t.Errorf("an old file is answered with %d", got.StatusCode)
	}
}

func TestReports(t *testing.T) {
	var log strings.Builder
	at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	h := newHandler(t, build, &log, func() time.Time { return at })
	post := func(body string) int {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("POST", reportPath, strings.NewReader(body)))
		return w.Code
	}
	report := `{"csp-report": {"effective-directive": "script-src", "blocked-uri": "inline", "line-number": 3}}`
	for range 5 {
		if got := post(report); got != http.StatusNoContent {
			t.Fatalf("status %d", got)
		}
	}
	at = at.Add(reportEvery)
	post(report)
	if got := strings.Count(log.String(), "directive=script-src"); got != 2 || !strings.Contains(log.String(), "others=4") {
		t.Errorf("%d lines, want 2, the second with others=4:\n%s", got, log.String())
	}
	for name, body := range map[string]string{"no JSON": "x", "another shape": "{}", "too large": strings.Repeat(" ", reportBytes) + report} {
		if got := post(body); got != http.StatusBadRequest {
			t.Errorf("%s: status %d", name, got)
		}
	}
}

func TestABuildThatIsNotWholeIsRefused(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"empty":              {},
		"without a nonce":    {"index.html": {Data: []byte("__LANG__")}},
		"with unknown files": {"index.html": build["index.html"], "x.exe": {Data: []byte("MZ")}},
	} {
		if _, err := open(files, Options{Log: slog.New(slog.DiscardHandler), Now: time.Now}); err == nil {
			t.Errorf("%s: opened", name)
		}
	}
}

// What is embedded opens, asks for nothing from elsewhere and holds no script or style outside a file.
func TestTheBuild(t *testing.T) {
	h, err := New(Options{Log: slog.New(slog.DiscardHandler), Now: time.Now, Random: func() string { return "n" }})
	if err != nil {
		t.Fatal(err)
	}
	page := string(h.page)
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if h.files[m[1]] == nil {
			t.Errorf("the page names %q, which the build does not hold", m[1])
		}
	}
	if regexp.MustCompile(`<style|<script>|\son[a-z]+=|style="`).MatchString(page) {
		t.Error("the page holds script or style of its own, which the policy refuses")
	}
}

// The router and the service must agree on what a page is.
func TestPagesOfTheRouter(t *testing.T) {
	source, err := os.ReadFile("ui/src/pages.tsx")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`path: '/([^/'?]*)`).FindAllStringSubmatch(string(source), -1)
	if len(found) == 0 {
		t.Fatal("pages.tsx names no path")
	}
	for _, m := range found {
		if m[1] != "" && !slices.Contains(pages, m[1]) {
			t.Errorf("the router has a page /%s, which is not in web.go", m[1])
		}
	}
}
