package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"hegui"
	"hegui/internal/server"
)

func fsWalk(folder string, do func(name string, data []byte)) error {
	return fs.WalkDir(hegui.Files, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(hegui.Files, name)
		do(name, data)
		return err
	})
}

// When all slots are taken and the queue is full, a request is told to come back, at once.
func TestOverload(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) {
		o.Limits = server.Limits{Slots: 1, Queue: 1, Wait: 50 * time.Millisecond}
	})
	src, err := os.ReadFile("../../examples/proposals/f01-excellent-auto-parts/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	answers := make(chan *httptest.ResponseRecorder)
	const clients = 40
	for range clients {
		go func() {
			answers <- do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: string(src)})
		}()
	}
	served, shed := 0, 0
	for range clients {
		switch w := <-answers; w.Code {
		case http.StatusOK:
			served++
		case http.StatusServiceUnavailable:
			var p server.Problem
			if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Code != "overloaded" || w.Header().Get("Retry-After") == "" {
				t.Errorf("%s %v", w.Body, w.Header())
			}
			shed++
		default:
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	if served == 0 || shed == 0 {
		t.Errorf("%d served, %d told to come back", served, shed)
	}
	if w := do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: draft}); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
}

// An evaluation that does not end in its time is a problem, and gives its slot back.
func TestDeadline(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Limits = server.Limits{Slots: 1, Evaluation: time.Nanosecond} })
	for range 3 {
		w := do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: draft})
		if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"deadline"`) {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
}

// A client that leaves frees its slot.
func TestClientLeaves(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Limits.Slots = 1 })
	for range 3 {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/v1/assessments", strings.NewReader(draft))
		r.Header.Set("Content-Type", "application/yaml")
		s.ServeHTTP(httptest.NewRecorder(), r)
	}
	if w := do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: draft}); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// Every answer is inert in a browser and kept by nobody.
func TestHeaders(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for url, want := range map[string]string{"https://hegui.example/livez": "max-age=31536000", "http://hegui.example/livez": ""} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, http.NoBody))
		if got := w.Header().Get("Strict-Transport-Security"); got != want {
			t.Errorf("%s: Strict-Transport-Security %q", url, got)
		}
	}
	for _, path := range []string{"/v1/packs", "/nosuch", "/livez", "/openapi.yaml", "/metrics"} {
		h := do(s, call{path: path}).Header()
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" || !strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %v", path, h)
		}
		if h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: other origins may read it", path)
		}
	}
}

// Every operation of the document is served, every response code that it documents has a problem or is a success.
func TestTheDocumentIsServed(t *testing.T) {
	t.Parallel()
	s := openKept(t, "sqlite", nil)
	w := do(s, call{path: "/openapi.yaml"})
	var spec struct {
		Paths map[string]map[string]struct {
			OperationID string `yaml:"operationId"`
		} `yaml:"paths"`
	}
	if err := yaml.Unmarshal(w.Body.Bytes(), &spec); err != nil {
		t.Fatal(err)
	}
	if len(spec.Paths) < 9 {
		t.Fatalf("%d paths", len(spec.Paths))
	}
	for path, operations := range spec.Paths {
		for method, op := range operations {
			w := s.as(tokenOf(op.OperationID), call{method: strings.ToUpper(method), path: documented{path: path}.target()})
			if w.Code == http.StatusNotFound || w.Code == http.StatusMethodNotAllowed {
				t.Errorf("%s %s (%s): %d", method, path, op.OperationID, w.Code)
			}
		}
	}
}

// counted says how much of a body was read.
type counted struct {
	io.Reader
	read int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.read += int64(n)
	return n, err
}

// Of a body that is too large no more is read than its limit and what one look ahead takes.
func TestNoMoreIsReadThanTheLimit(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Limits.Archive = 2 << 20 })
	const ahead = 64 << 10
	part := "--b\r\nContent-Disposition: form-data; name=\"proposal\"; filename=\"a\"\r\n\r\n"
	for _, tc := range []struct {
		name, path, media, begin string
		limit                    int64
	}{
		{"a proposal", "/v1/assessments", "application/yaml", "# ", 1 << 20},
		{"a form", "/v1/assessments", "multipart/form-data; boundary=b", part, 1<<20 + 64<<10},
		{"ten thousand parts", "/v1/assessments", "multipart/form-data; boundary=b", strings.Repeat(part+"\r\n", 10_000), 1<<20 + 64<<10},
		{"a text in an editor", "/v1/editor/hover", "application/json", `{"text":"`, 4 << 20},
		{"many proposals", "/v1/assessments/stream", "application/x-ndjson", `{"a":"`, 2 << 20},
		{"an archive", "/v1/assessments/stream", "application/zip", "PK", 2 << 20},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			body := &counted{Reader: io.MultiReader(strings.NewReader(tc.begin), endless{})}
			r := httptest.NewRequest(http.MethodPost, tc.path, body)
			r.Header.Set("Content-Type", tc.media)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != http.StatusRequestEntityTooLarge && w.Code != http.StatusBadRequest || body.read > tc.limit+ahead {
				t.Errorf("%d after %d bytes of at most %d", w.Code, body.read, tc.limit)
			}
		})
	}
}

// endless is text without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// Each code of the document is brought about by a test.
func TestEveryProblemHasATest(t *testing.T) {
	t.Parallel()
	tests := map[string]string{ // those that TestProblems does not bring about
		"unauthorized": "TestWhoMayDoWhat", "forbidden": "TestWhoMayDoWhat", "too_many_requests": "TestRates", "internal": "TestPanic",
		"overloaded": "TestOverload", "deadline": "TestDeadline", "too_slow": "TestSlowBodiesAreCut",
		"closed": "TestTheJourneyOfASubmission", "withdrawn": "TestWithdrawal", "conflict_of_interest": "TestTheJourneyOfASubmission", "other_applicant": "TestNoIDLeadsAcross",
		"wrong_state": "TestControlOverHTTP", "unreadable_upload": "TestRefusedUploads",
		"in_flight": "TestInFlight", "idempotency_key_reused": "TestIdempotencyKeys", "storage_full": "TestTheDiskIsFull",
	}
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	source := ""
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source += string(src)
	}
	_, table, _ := strings.Cut(source, "func Test"+"Problems(")
	table, _, _ = strings.Cut(table, "\n}\n")
	codes := document(t).Components.Schemas["Problem"].Value.Properties["code"].Value.Enum
	for _, code := range codes {
		name := tests[code.(string)]
		if name == "" && !strings.Contains(table, fmt.Sprintf("%q", code)) {
			t.Errorf("TestProblems does not bring about %s", code)
		}
		if name != "" && !strings.Contains(source, "func "+name+"(") {
			t.Errorf("%s: there is no %s", code, name)
		}
		delete(tests, code.(string))
	}
	for code := range tests {
		t.Errorf("%s is not in the document", code)
	}
}
