package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	client "hegui/examples/clients/go"
)

func TestMain(m *testing.M) {
	running = service()
	code := m.Run()
	running.Close()
	os.Exit(code)
}

// running is the real service, one for all tests: loading the pack takes longer than most of them.
var running *httptest.Server

func dial(t *testing.T, url string, o client.Options) *client.Service {
	t.Helper()
	s, err := client.New(url, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func proposal(t *testing.T, name string) client.Proposal {
	t.Helper()
	content, err := os.ReadFile("../../proposals/" + name + "/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return client.Proposal{Name: name + ".yaml", Content: content}
}

// What the types hold is what the service said.
func TestAssess(t *testing.T) {
	t.Parallel()
	s := dial(t, running.URL, client.Options{})
	a, err := s.Assess(t.Context(), proposal(t, "f06-tiny-orchard-pest"), client.Query{Profile: "small-firm", AsOf: "2026-10-01", Readings: true})
	if err != nil {
		t.Fatal(err)
	}
	if a.File != "f06-tiny-orchard-pest.yaml" || a.Profile != "small-firm" || a.AsOf != "2026-10-01" || a.Pack.ID != "aiplus" || !a.Decision.Verdict.Valid() || len(a.Results) == 0 {
		t.Errorf("%+v", a.Decision)
	}
	var all map[string]any
	if err := json.Unmarshal(a.Raw, &all); err != nil || all["readings"] == nil {
		t.Errorf("raw without readings: %v", err)
	}
}

// A proposal that cannot be read is a problem, worded in the language asked for, that says where.
func TestUnreadableProposal(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"zh", "en"} {
		s := dial(t, running.URL, client.Options{Language: language})
		_, err := s.Assess(t.Context(), client.Proposal{Content: []byte("kind: Proposal\nkind: Proposal\n")}, client.Query{})
		var p *client.Problem
		if !errors.As(err, &p) {
			t.Fatalf("%v", err)
		}
		if p.Status != 422 || p.Code != client.UnreadableProposal || p.RequestID == "" || p.Proposal == nil || p.Proposal.Line != 2 {
			t.Errorf("%+v", p)
		}
		if !strings.Contains(err.Error(), "422 unreadable_proposal") || !strings.Contains(err.Error(), p.RequestID) {
			t.Errorf("%q has no code or no request", err)
		}
		if hasChinese := strings.ContainsFunc(p.Title+p.Detail, func(r rune) bool { return r >= 0x4e00 }); hasChinese != (language == "zh") {
			t.Errorf("%s: %q %q", language, p.Title, p.Detail)
		}
	}
}

// A wrong parameter is named.
func TestWrongParameter(t *testing.T) {
	t.Parallel()
	s := dial(t, running.URL, client.Options{})
	_, err := s.Assess(t.Context(), proposal(t, "f06-tiny-orchard-pest"), client.Query{Profile: "nobody"})
	var p *client.Problem
	if !errors.As(err, &p) || p.Code != client.NotFound || p.Parameter != "profile" {
		t.Errorf("%v", err)
	}
}

// Many are answered one by one, in their order, the unreadable among them.
func TestAssessMany(t *testing.T) {
	t.Parallel()
	s := dial(t, running.URL, client.Options{})
	lines := `{"apiVersion":"hegui/v1","project":{"id":"a"}}` + "\n" + `{"a":1,"a":2}` + "\n" + `{"apiVersion":"hegui/v1","project":{"id":"c"}}` + "\n"
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(lines)), nil }
	var got []string
	for line, err := range s.AssessMany(t.Context(), open, client.Query{}) {
		switch {
		case err != nil:
			t.Fatal(err)
		case line.Unreadable != nil:
			got = append(got, line.Unreadable.Code)
		default:
			got = append(got, fmt.Sprintf("%s %s", line.Assessment.Project, line.Assessment.Decision.Verdict))
		}
	}
	if want := []string{"a fail", "E_DUP_KEY", "c fail"}; strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("got %q, want %q", got, want)
	}
	for range s.AssessMany(t.Context(), open, client.Query{}) {
		break // must not hang or leak: the server waits for its connections when it is closed
	}
	for _, err := range s.AssessMany(t.Context(), open, client.Query{Profile: "nobody"}) {
		var p *client.Problem
		if !errors.As(err, &p) || p.Code != client.NotFound {
			t.Errorf("%v", err)
		}
	}
}

// A stream that is cut off is an error, never a short list.
func TestStreamIsCutOff(t *testing.T) {
	t.Parallel()
	cut := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"file":"a","code":"E_X"}`+"\n"+`{"file":`)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}))
	t.Cleanup(cut.Close)
	lines, failed := 0, false
	for _, err := range dial(t, cut.URL, client.Options{}).AssessMany(t.Context(), func() (io.ReadCloser, error) { return http.NoBody, nil }, client.Query{}) {
		if err != nil {
			failed = true
		} else {
			lines++
		}
	}
	if lines != 1 || !failed {
		t.Errorf("%d lines, failed %t", lines, failed)
	}
}

func TestCompare(t *testing.T) {
	t.Parallel()
	s := dial(t, running.URL, client.Options{})
	before, after := proposal(t, "f12-ai-customer-service"), proposal(t, "f12r-ai-customer-service-fixed")
	c, err := s.Compare(t.Context(), client.Side{Proposal: before}, client.Side{Proposal: after, Query: client.Query{AsOf: "2026-11-01"}})
	if err != nil {
		t.Fatal(err)
	}
	if c.Before.Verdict != client.VerdictFail || c.After.Verdict != client.VerdictPass || c.Change <= 0 || c.Findings.Gone == 0 || c.Before.AsOf != "2026-11-01" {
		t.Errorf("%+v", c)
	}
}

// A comparison is sent as a form with both drafts, and its answer is the document of the command line.
func TestComparisonDocument(t *testing.T) {
	t.Parallel()
	document, err := os.ReadFile("../../../internal/report/testdata/compare.json")
	if err != nil {
		t.Fatal(err)
	}
	document, _, _ = bytes.Cut(document, []byte(`"only_before"`))
	var got []string
	fake := roundTrip(func(r *http.Request) *http.Response {
		if err := r.ParseMultipartForm(1 << 20); err != nil {
			t.Error(err)
		}
		for _, field := range []string{"before", "after"} {
			f, h, err := r.FormFile(field)
			if err != nil {
				t.Fatal(err)
			}
			content, _ := io.ReadAll(f)
			got = append(got, field, h.Filename, string(content))
		}
		got = append(got, r.URL.RawQuery, r.Header.Get("Authorization"), r.Header.Get("Accept-Language"))
		var golden struct{ Comparisons []json.RawMessage }
		_ = json.Unmarshal(append(bytes.TrimRight(document, " \n,"), '}'), &golden)
		one, _ := json.Marshal(map[string]any{"comparisons": golden.Comparisons[:1]})
		return answer(200, nil, string(one))
	})
	s := dial(t, "http://hegui.test", client.Options{Key: "hg_x", Language: "zh", HTTP: &http.Client{Transport: fake}})
	c, err := s.Compare(t.Context(),
		client.Side{Proposal: client.Proposal{Name: "第一稿.yaml", Content: []byte("a: 1\n")}, Query: client.Query{AsOf: "2026-10-01"}},
		client.Side{Proposal: client.Proposal{Content: []byte("a: 2\n")}, Query: client.Query{Pack: "aiplus"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"before", "第一稿.yaml", "a: 1\n", "after", "after.yaml", "a: 2\n", "pack=aiplus&as_of_before=2026-10-01&format=json", "Bearer hg_x", "zh"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if c.Before.Score != 4200 || c.After.Score.String() != "74.07" || c.Change != 3207 || len(c.Requirements) == 0 || c.Requirements[0].Requirement == "" {
		t.Errorf("%+v", c)
	}
}

type roundTrip func(*http.Request) *http.Response

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	return f(r), nil
}

func answer(status int, header map[string]string, body string) *http.Response {
	h := http.Header{}
	for k, v := range header {
		h.Set(k, v)
	}
	return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader(body))}
}

// What the service cannot take now is asked again when it says, a bounded number of times, within the context.
func TestAttempts(t *testing.T) {
	t.Parallel()
	const one = `{"assessments":[{"decision":{"verdict":"pass","score":9000}}]}`
	busy := func(status int, after string) *http.Response {
		return answer(status, map[string]string{"Retry-After": after, "Content-Type": "application/problem+json"},
			fmt.Sprintf(`{"type":"about:blank","title":"busy","status":%d,"code":"overloaded","request_id":"r1"}`, status))
	}
	for _, tc := range []struct {
		name     string
		answers  []func() *http.Response
		options  client.Options
		within   time.Duration // 0: no deadline
		attempts int
		took     time.Duration
		failed   int // status of the problem; 0: none
		after    time.Duration
	}{
		{"busy once", []func() *http.Response{func() *http.Response { return busy(503, "7") }, func() *http.Response { return answer(200, nil, one) }}, client.Options{}, 0, 2, 7 * time.Second, 0, 0},
		{"too many requests twice", []func() *http.Response{func() *http.Response { return busy(429, "2") }, func() *http.Response { return busy(429, "3") }, func() *http.Response { return answer(200, nil, one) }}, client.Options{}, 0, 3, 5 * time.Second, 0, 0},
		{"a proxy that says no time", []func() *http.Response{func() *http.Response { return answer(503, nil, "<html>") }, func() *http.Response { return answer(503, nil, "<html>") }, func() *http.Response { return answer(200, nil, one) }}, client.Options{}, 0, 3, 3 * time.Second, 0, 0},
		{"always busy", []func() *http.Response{func() *http.Response { return busy(503, "1") }}, client.Options{}, 0, 4, 3 * time.Second, 503, time.Second},
		{"no second attempt wanted", []func() *http.Response{func() *http.Response { return busy(503, "1") }}, client.Options{Attempts: 1}, 0, 1, 0, 503, time.Second},
		{"a wait that is too long", []func() *http.Response{func() *http.Response { return busy(503, "3600") }}, client.Options{}, 0, 1, 0, 503, time.Hour},
		{"a wait beyond the context", []func() *http.Response{func() *http.Response { return busy(503, "9") }}, client.Options{}, 5 * time.Second, 1, 0, 503, 9 * time.Second},
		{"an error that stays", []func() *http.Response{func() *http.Response { return answer(500, nil, "") }}, client.Options{}, 0, 1, 0, 500, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx := t.Context()
				if tc.within > 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, tc.within)
					defer cancel()
				}
				attempts := 0
				tc.options.HTTP = &http.Client{Transport: roundTrip(func(r *http.Request) *http.Response {
					if body, _ := io.ReadAll(r.Body); string(body) != "a: 1\n" {
						t.Errorf("attempt %d sends %q", attempts, body)
					}
					attempts++
					return tc.answers[min(attempts, len(tc.answers))-1]()
				})}
				begun := time.Now()
				a, err := dial(t, "http://hegui.test", tc.options).Assess(ctx, client.Proposal{Content: []byte("a: 1\n")}, client.Query{})
				if took := time.Since(begun); attempts != tc.attempts || took != tc.took {
					t.Errorf("%d attempts in %s, want %d in %s", attempts, took, tc.attempts, tc.took)
				}
				var p *client.Problem
				switch {
				case tc.failed == 0 && (err != nil || a.Decision.Score != 9000):
					t.Errorf("%+v %v", a, err)
				case tc.failed != 0 && (!errors.As(err, &p) || p.Status != tc.failed || p.RetryAfter != tc.after):
					t.Errorf("%+v", err)
				}
			})
		})
	}
}

// A context that ends during a wait ends the wait.
func TestContextEndsTheWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(2*time.Second, cancel)
		fake := roundTrip(func(*http.Request) *http.Response { return answer(503, map[string]string{"Retry-After": "20"}, "") })
		begun := time.Now()
		_, err := dial(t, "http://hegui.test", client.Options{HTTP: &http.Client{Transport: fake}}).Assess(ctx, client.Proposal{}, client.Query{})
		if took := time.Since(begun); !errors.Is(err, context.Canceled) || took != 2*time.Second {
			t.Errorf("%v after %s", err, took)
		}
	})
}
