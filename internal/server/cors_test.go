package server_test

import (
	"net/http"
	"strings"
	"testing"

	"hegui/internal/server"
)

// Which pages may read answers, and what browsers are told when they ask.
func TestOrigins(t *testing.T) {
	t.Parallel()
	const known, other = "https://apply.example.org", "https://evil.example.org"
	s := open(t, func(o *server.Options) { o.Origins = []string{known} })
	preflight := func(path, origin, method string) call {
		return call{method: http.MethodOptions, path: path, header: map[string]string{"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": "authorization"}}
	}
	for _, tc := range []struct {
		name    string
		call    call
		status  int
		origin  string // Access-Control-Allow-Origin
		methods string // Access-Control-Allow-Methods
	}{
		{"an origin that is known", call{path: "/v1/packs", header: map[string]string{"Origin": known}}, 200, known, ""},
		{"one that is not", call{path: "/v1/packs", header: map[string]string{"Origin": other}}, 200, "", ""},
		{"none", call{path: "/v1/packs"}, 200, "", ""},
		{"the null origin", call{path: "/v1/packs", header: map[string]string{"Origin": "null"}}, 200, "", ""},
		{"one that begins like a known one", call{path: "/v1/packs", header: map[string]string{"Origin": known + ".evil.example"}}, 200, "", ""},
		{"another scheme", call{path: "/v1/packs", header: map[string]string{"Origin": "http://apply.example.org"}}, 200, "", ""},
		{"a problem can be read, too", call{path: "/v1/packs/nosuch", header: map[string]string{"Origin": known}}, 404, known, ""},
		{"may it post?", preflight("/v1/assessments", known, "POST"), 204, known, "POST"},
		{"may it get what has a name in its path?", preflight("/v1/packs/aiplus/requirements/DATA-01", known, "GET"), 204, known, "GET"},
		{"may it delete? no, but it learns what it may", preflight("/v1/packs", known, "DELETE"), 204, known, "GET"},
		{"may another origin post?", preflight("/v1/assessments", other, "POST"), 405, "", ""},
		{"may it get what is not there?", preflight("/v1/nosuch", known, "GET"), 404, "", ""},
		{"a trailing slash is another path", preflight("/v1/packs/", known, "GET"), 404, "", ""},
		{"OPTIONS that is no question", call{method: http.MethodOptions, path: "/v1/packs", header: map[string]string{"Origin": known}}, 405, known, ""},
	} {
		h := do(s, tc.call)
		got := h.Header()
		if h.Code != tc.status || got.Get("Access-Control-Allow-Origin") != tc.origin || got.Get("Access-Control-Allow-Methods") != tc.methods {
			t.Errorf("%s: %d %v", tc.name, h.Code, got)
		}
		if got.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: credentials are allowed", tc.name)
		}
		if !strings.Contains(strings.Join(got.Values("Vary"), ", "), "Origin") {
			t.Errorf("%s: caches would mix origins", tc.name)
		}
		if tc.methods != "" && !strings.Contains(got.Get("Access-Control-Allow-Headers"), "Authorization") {
			t.Errorf("%s: a key cannot be sent", tc.name)
		}
	}
	closed := open(t, nil)
	if w := do(closed, preflight("/v1/assessments", known, "POST")); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("without origins: %d %v", w.Code, w.Header())
	}
}
