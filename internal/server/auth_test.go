package server_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"hegui"
	"hegui/internal/auth"
	"hegui/internal/server"
)

// guarded is a server with keys, a clock and a log that a test looks at.
type guarded struct {
	*server.Server
	file    auth.File
	keys    map[string]string // by what they are: a scope, "all", "expired", "revoked"
	checked atomic.Int64      // credentials
	checker auth.Checker

	mu  sync.Mutex
	at  time.Time
	log bytes.Buffer
}

func (g *guarded) now() time.Time { g.mu.Lock(); defer g.mu.Unlock(); return g.at }

func (g *guarded) pass(d time.Duration) { g.mu.Lock(); defer g.mu.Unlock(); g.at = g.at.Add(d) }

func (g *guarded) Write(b []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.log.Write(b)
}

func (g *guarded) logged() string { g.mu.Lock(); defer g.mu.Unlock(); return g.log.String() }

func (g *guarded) Authenticate(ctx context.Context, token string) (auth.Principal, error) {
	g.checked.Add(1)
	return g.checker.Authenticate(ctx, token)
}

func guard(t *testing.T, change func(*server.Options)) *guarded {
	t.Helper()
	g := &guarded{at: now, keys: map[string]string{}}
	g.file = auth.File{Path: filepath.Join(t.TempDir(), "keys.json"), Now: g.now, Random: rand.Reader}
	newKey := func(name string, scopes ...auth.Scope) auth.Key {
		spec := auth.Spec{Name: name, Scopes: scopes, Lifetime: time.Hour}
		if slices.Contains(scopes, auth.Records) {
			spec.Role = auth.Admin
		}
		secret, key, err := g.file.New(t.Context(), spec)
		if err != nil {
			t.Fatal(err)
		}
		g.keys[name] = secret
		return key
	}
	newKey("expired", auth.Scopes()...)
	g.pass(2 * time.Hour)
	newKey("all", auth.Scopes()...)
	for _, s := range auth.Scopes() {
		newKey(string(s), s)
	}
	if _, err := g.file.Revoke(t.Context(), newKey("revoked", auth.Scopes()...).ID); err != nil {
		t.Fatal(err)
	}
	keys, err := auth.OpenKeys(g.file.Path, g.now)
	if err != nil {
		t.Fatal(err)
	}
	g.checker.Keys = keys
	g.Server = open(t, func(o *server.Options) {
		o.Auth, o.Now, o.Log = g, g.now, slog.New(slog.NewJSONHandler(g, nil))
		o.Packs = nil // they take long to load, and have no part in who is let in
		if change != nil {
			change(o)
		}
	})
	return g
}

var addresses atomic.Uint32

// elsewhere is an address that nobody had before: what one case does is not counted against another.
func elsewhere() string {
	n := addresses.Add(1)
	return fmt.Sprintf("10.%d.%d.%d:1234", n>>16&255, n>>8&255, n&255)
}

// send makes one request; authorization is the value of each such header.
func send(s http.Handler, method, path, address string, authorization ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, http.NoBody)
	r.RemoteAddr = address
	for _, value := range authorization {
		r.Header.Add("Authorization", value)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// wrong gives a key with the id of another and a secret of its own.
func wrong(t *testing.T, g *guarded, id string) string {
	t.Helper()
	other := auth.File{Path: filepath.Join(t.TempDir(), "keys.json"), Now: g.now, Random: &scripted{id: id}}
	secret, _, err := other.New(t.Context(), auth.Spec{Name: "wrong", Scopes: auth.Scopes(), Role: auth.Admin, Lifetime: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// scripted gives randomness that becomes an id, and then any other.
type scripted struct{ id string }

func (s *scripted) Read(b []byte) (int, error) {
	_, _ = rand.Read(b)
	copy(b, idBytes(s.id))
	return len(b), nil
}

// idBytes are the bytes that become an id: 10 characters of 5 bits.
func idBytes(id string) []byte {
	var bits uint64
	for _, r := range id {
		bits = bits<<5 | uint64(strings.IndexRune("abcdefghijklmnopqrstuvwxyz234567", r))
	}
	bits <<= 6
	out := make([]byte, 7)
	for i := range out {
		out[i] = byte(bits >> (8 * (6 - i)))
	}
	return out
}

func idOf(t *testing.T, key string) string {
	t.Helper()
	id, ok := auth.KeyID(key)
	if !ok {
		t.Fatalf("%s is no key", key)
	}
	return id
}

// openOperations need no credentials. One more is a decision that has to be made here, too.
var openOperations = []string{"GET /docs", "GET /livez", "GET /openapi.yaml", "GET /readyz"}

type documented struct {
	method, path, scope string // path as in the document; scope empty when open
	answers             map[int]bool
}

// target fills the parameters of a path.
func (d documented) target() string {
	return strings.NewReplacer("{pack}", "aiplus", "{requirement}", "DATA-07", "{submission}", submission, "{version}", "1", "{override}", override,
		"{waiver}", waiver, "{key}", keyID).Replace(d.path)
}

// operations reads the document by itself: the server must not vouch for itself.
func operations(t *testing.T) []documented {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []documented
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			d := documented{method: method, path: path, answers: map[int]bool{}}
			for status := range op.Responses.Map() {
				var n int
				if _, err := fmt.Sscan(status, &n); err != nil {
					t.Fatalf("%s %s answers %q", method, path, status)
				}
				d.answers[n] = true
			}
			security := doc.Security
			if op.Security != nil {
				security = *op.Security
			}
			if scopes := security[0]["bearer"]; len(scopes) == 1 {
				d.scope = scopes[0]
			} else if len(scopes) > 1 || len(security[0]) > 0 {
				t.Fatalf("%s %s: a test of more than one scope is missing", method, path)
			}
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b documented) int { return strings.Compare(a.path+a.method, b.path+b.method) })
	return out
}

var requestID = regexp.MustCompile(`"request_id":"[A-Z2-7]+"`)

// Every operation of the document lets in exactly those whom the document lets in, and answers only what it declares.
func TestWhoMayDoWhat(t *testing.T) {
	t.Parallel()
	g := guard(t, func(o *server.Options) { o.Packs = []server.PackSource{{Files: hegui.Files, ID: "aiplus"}} })
	read := idOf(t, g.keys["all"])
	stranger := wrong(t, g, "aaaaaaaaaa")
	credentials := map[string][]string{
		"none":                 nil,
		"an empty header":      {""},
		"a scheme alone":       {"Bearer"},
		"another scheme":       {"Basic " + g.keys["all"]},
		"no scheme":            {g.keys["all"]},
		"two keys":             {"Bearer " + g.keys["all"], "Bearer " + g.keys["all"]},
		"a key and another":    {"Bearer " + g.keys["all"], "Basic YTpi"},
		"two in one":           {"Bearer " + g.keys["all"] + ", Bearer " + g.keys["all"]},
		"a part of a key":      {"Bearer " + g.keys["all"][:70]},
		"a key in upper case":  {"Bearer " + strings.ToUpper(g.keys["all"])},
		"a key and a byte":     {"Bearer " + g.keys["all"] + "\x00"},
		"a wrong secret":       {"Bearer " + wrong(t, g, read)},
		"an unknown key":       {"Bearer " + stranger},
		"an expired key":       {"Bearer " + g.keys["expired"]},
		"a revoked key":        {"Bearer " + g.keys["revoked"]},
		"a token, no provider": {"Bearer eyJhbGciOiJub25lIn0.e30.YQ"},
	}
	var open []string
	body := ""
	for _, op := range operations(t) {
		name := op.method + " " + op.path
		answered := func(who string, w *httptest.ResponseRecorder) {
			t.Helper()
			if !op.answers[w.Code] {
				t.Errorf("%s, %s: %d is not in the document", name, who, w.Code)
			}
			if w.Header().Get("Cache-Control") != "no-store" || !strings.Contains(w.Header().Get("Vary"), "Authorization") {
				t.Errorf("%s, %s: may be kept for others: %v", name, who, w.Header())
			}
		}
		if op.scope == "" {
			open = append(open, name)
		}
		for who, header := range credentials {
			w := send(g, op.method, op.target(), elsewhere(), header...)
			answered(who, w)
			if let := w.Code != http.StatusUnauthorized; let != (op.scope == "") {
				t.Errorf("%s, %s: %d", name, who, w.Code)
			}
			if w.Code != http.StatusUnauthorized {
				continue
			}
			if got := requestID.ReplaceAllString(w.Body.String(), ""); body == "" {
				body = got
			} else if got != body {
				t.Errorf("%s, %s: answers differ:\n%s\n%s", name, who, got, body)
			}
			if h := w.Header().Get("WWW-Authenticate"); h != `Bearer realm="hegui"` {
				t.Errorf("%s, %s: WWW-Authenticate %q", name, who, h)
			}
		}
		for _, scope := range auth.Scopes() {
			w := send(g, op.method, op.target(), elsewhere(), "bearer  "+g.keys[string(scope)])
			answered(string(scope), w)
			allowed := op.scope == "" || op.scope == string(scope)
			if got := w.Code != http.StatusForbidden && w.Code != http.StatusUnauthorized && w.Code != http.StatusTooManyRequests; got != allowed {
				t.Errorf("%s with the scope %s: %d", name, scope, w.Code)
			}
			if h := w.Header().Get("WWW-Authenticate"); !allowed && h != `Bearer realm="hegui", error="insufficient_scope", scope="`+op.scope+`"` {
				t.Errorf("%s with the scope %s: WWW-Authenticate %q", name, scope, h)
			}
		}
	}
	if !slices.Equal(open, openOperations) {
		t.Errorf("open are %v, and should be %v", open, openOperations)
	}
}

// No way to spell a path or a method leads around the check.
func TestNoSpellingLeadsAround(t *testing.T) {
	t.Parallel()
	g := guard(t, func(o *server.Options) { o.Limits.Rate = -1 })
	refused := []int{400, 401, 403, 404, 405}
	n := 0
	for _, op := range operations(t) {
		if op.scope == "" {
			continue
		}
		other := "metrics"
		if op.scope == other {
			other = "read"
		}
		forms := spellings(op.target())
		if len(forms) < 40 {
			t.Fatalf("%d forms of %s", len(forms), op.path)
		}
		for _, form := range forms {
			for _, method := range []string{op.method, "HEAD", strings.ToLower(op.method), "OPTIONS", "TRACE", "CONNECT"} {
				for _, header := range []string{"", "Authorization: Bearer " + g.keys[other] + "\r\n",
					"X-HTTP-Method-Override: " + op.method + "\r\nX-Original-URL: /livez\r\nX-Rewrite-URL: /livez\r\nX-Forwarded-Prefix: /livez\r\n"} {
					raw := method + " " + form + " HTTP/1.1\r\nHost: hegui\r\n" + header + "\r\n"
					r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
					if err != nil {
						continue // the library answers 400
					}
					r.RemoteAddr = elsewhere()
					w := httptest.NewRecorder()
					g.ServeHTTP(w, r)
					n++
					if !slices.Contains(refused, w.Code) {
						t.Errorf("%q: %d", raw, w.Code)
					}
				}
			}
		}
	}
	if n < 40*12 {
		t.Errorf("only %d requests", n)
	}
}

// spellings are ways to write a path that some program between client and service may take for another one.
func spellings(path string) []string {
	last := strings.LastIndex(path, "/")
	dir, leaf := path[:last], path[last+1:]
	encoded := ""
	for _, b := range []byte(path[1:]) {
		encoded += fmt.Sprintf("%%%02x", b)
	}
	return []string{
		path, path + "/", path + "//", "/" + path, "//" + path, dir + "//" + leaf, path + "/.", path + "/./", dir + "/./" + leaf,
		"/." + path, "/x/.." + path, "/livez/.." + path, path + "/..", path + "/../" + leaf, path + "/../../livez", "/.." + path,
		"/livez/..;" + path, "/..;" + path, path + ";", path + ";a=b", path + ";/livez", dir + ";a/" + leaf, path + "%3b",
		dir + "%2f" + leaf, dir + "%2F" + leaf, "%2f" + path[1:], "/" + encoded, dir + "/%2e/" + leaf, "/x/%2e%2e" + path, dir + "%5c" + leaf,
		dir + `/\` + leaf, strings.ToUpper(path), dir + "/" + strings.ToUpper(leaf[:1]) + leaf[1:] + "/", path + "%20", path + "%00", path + "%0a", path + "%09",
		path + ".json", path + ".html", path + "/livez", path + "?/livez", path + "%3f", path + "%23", path + "%252f", dir + "%252f" + leaf,
		"http://hegui" + path, "http://other/livez/.." + path, "/%c0%af" + path[1:], path + "%ef%bc%8f", dir + "/%E2%81%84/" + leaf, "/v1/../v1" + strings.TrimPrefix(path, "/v1"),
	}
}

// What the document does not know is not found, whoever asks; nobody learns from it whether credentials are right.
func TestUnknownPathsAnswerAlike(t *testing.T) {
	t.Parallel()
	g := guard(t, nil)
	for _, path := range []string{"/", "/v1", "/v2/packs", "/v1/packs/", "/admin", "/debug/pprof/", "/.env"} {
		body := ""
		for _, header := range [][]string{nil, {"Bearer " + g.keys["all"]}, {"Bearer " + g.keys["revoked"]}, {"Bearer hg_x"}} {
			w := send(g, "GET", path, elsewhere(), header...)
			got := requestID.ReplaceAllString(w.Body.String(), "")
			if w.Code != http.StatusNotFound || body != "" && got != body {
				t.Errorf("%s: %d %s, %s", path, w.Code, got, body)
			}
			body = got
		}
	}
	if g.checked.Load() != 0 {
		t.Errorf("%d credentials were checked", g.checked.Load())
	}
}

// A file of keys that breaks while the service runs opens nothing and is in the log; credentials get no answer about them.
func TestBrokenKeysOpenNothing(t *testing.T) {
	t.Parallel()
	g := guard(t, nil)
	if w := send(g, "GET", "/v1/packs", elsewhere(), "Bearer "+g.keys["read"]); w.Code != http.StatusOK {
		t.Fatal(w.Code)
	}
	if err := os.WriteFile(g.file.Path, []byte(`{"`+g.keys["read"]+`":`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "zh"} {
		for _, key := range []string{"read", "all", "revoked"} {
			w := send(g, "GET", "/v1/packs?lang="+lang, elsewhere(), "Bearer "+g.keys[key])
			var p server.Problem
			if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != http.StatusServiceUnavailable || p.Code != "overloaded" || w.Header().Get("Retry-After") != "10" {
				t.Errorf("%s: %d %s", key, w.Code, w.Body)
			}
			if p.Detail == nil || hasChinese(*p.Detail) != (lang == "zh") {
				t.Errorf("%s: %s", lang, w.Body)
			}
		}
	}
	if w := send(g, "GET", "/v1/packs", elsewhere()); w.Code != http.StatusUnauthorized {
		t.Errorf("without credentials: %d", w.Code)
	}
	if w := send(g, "GET", "/livez", elsewhere()); w.Code != http.StatusOK {
		t.Errorf("livez: %d", w.Code)
	}
	if !strings.Contains(g.logged(), `"level":"ERROR"`) || !strings.Contains(g.logged(), "not as hegui wrote it") {
		t.Errorf("the log does not say so:\n%s", g.logged())
	}
	secretsStayIn(t, g, g.logged())
}

func secretsStayIn(t *testing.T, g *guarded, texts ...string) {
	t.Helper()
	for _, text := range texts {
		for name, key := range g.keys {
			if strings.Contains(text, key[14:66]) || strings.Contains(text, key[30:50]) {
				t.Errorf("the key %s is in\n%.400s", name, text)
			}
		}
	}
}

// Neither log nor metrics nor file nor an answer holds a key or a token, right or wrong. The log names the caller.
func TestSecretsStayInside(t *testing.T) {
	t.Parallel()
	g := guard(t, nil)
	const canary = "eyJhbGciOiJSUzI1NiJ9.Y2FuYXJ5LWNhbmFyeQ.c2lnbmF0dXJlLWNhbmFyeQ"
	g.keys["wrong"] = wrong(t, g, idOf(t, g.keys["all"]))
	var answers []string
	for _, path := range []string{"/v1/packs", "/v1/packs/nosuch", "/nosuch", "/metrics", "/livez"} {
		for _, key := range g.keys {
			answers = append(answers, send(g, "GET", path, elsewhere(), "Bearer "+key).Body.String())
		}
		answers = append(answers, send(g, "GET", path, elsewhere(), "Bearer "+canary).Body.String())
	}
	metrics := send(g, "GET", "/metrics", elsewhere(), "Bearer "+g.keys["metrics"]).Body.String()
	file, err := os.ReadFile(g.file.Path)
	if err != nil {
		t.Fatal(err)
	}
	texts := append(answers, g.logged(), metrics, string(file), fmt.Sprintf("%+v %#v", g.checker.Keys, g.checker))
	secretsStayIn(t, g, texts...)
	for _, text := range texts {
		if strings.Contains(text, "Y2FuYXJ5") || strings.Contains(text, "c2lnbmF0dXJl") {
			t.Errorf("the token is in\n%.400s", text)
		}
	}
	if !strings.Contains(g.logged(), `"caller":"key:`+idOf(t, g.keys["read"])+`"`) {
		t.Errorf("the log does not name the caller:\n%.600s", g.logged())
	}
	if strings.Contains(g.logged(), `"caller":"key:`+idOf(t, g.keys["revoked"])) {
		t.Error("the log takes a revoked key for a caller")
	}
	if !strings.Contains(g.logged(), `"denied":"revoked","from":"10.`) {
		t.Error("the log does not say why a request was refused, and where it came from")
	}
	for reason, n := range map[string]bool{"invalid": true, "expired": true, "revoked": true, "scope": true} {
		if strings.Contains(metrics, `hegui_auth_refused_total{reason="`+reason+`"}`) != n {
			t.Errorf("metrics without %s", reason)
		}
	}
}
