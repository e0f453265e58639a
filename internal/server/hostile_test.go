package server_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/server"
)

// JSON that readers understand differently is refused, and the key is named. encoding/json would take the last of two
// keys, and one in other letters for the one that is meant.
func TestHostileJSON(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, tc := range []struct{ name, body, parameter string }{
		{"a key twice", `{"text":"a: 1","text":"b: 2"}`, "text"},
		{"a key twice further down", `{"text":"a","position":{"line":0,"line":1,"character":0}}`, "position/line"},
		{"a key in other letters", `{"text":"a: 1","TEXT":"b: 2","position":{"line":0,"character":0}}`, "TEXT"},
		{"an unknown key", `{"text":"a","position":{"line":0,"character":0},"role":"admin"}`, "role"},
		{"an unknown key further down", `{"text":"a","position":{"line":0,"character":0,"score":100}}`, "position/score"},
		{"a key that is missing", `{"text":"a"}`, "position"},
		{"another type", `{"text":1,"position":{"line":0,"character":0}}`, "text"},
		{"null", `{"text":null,"position":{"line":0,"character":0}}`, "text"},
		{"a number with a fraction", `{"text":"a","position":{"line":0.5,"character":0}}`, "position/line"},
		{"a number that is too small", `{"text":"a","position":{"line":-1,"character":0}}`, "position/line"},
		{"a number that is too large", `{"text":"a","position":{"line":1e30,"character":0}}`, "position/line"},
		{"bytes that are not UTF-8", "{\"text\":\"a\xff\",\"position\":{\"line\":0,\"character\":0}}", "text"},
		{"half a surrogate pair", `{"text":"\ud800","position":{"line":0,"character":0}}`, "text"},
		{"a hundred thousand brackets", strings.Repeat("[", 100_000), "body"},
		{"deep nesting", `{"text":` + strings.Repeat(`{"a":`, 9_000) + "1" + strings.Repeat("}", 9_000) + "}", "text"},
		{"two documents", `{"text":"a","position":{"line":0,"character":0}} {}`, "body"},
		{"not an object", `[]`, "body"},
		{"nothing", ``, "body"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := do(s, call{method: "POST", path: "/v1/editor/hover", media: "application/json", body: tc.body})
			if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), fmt.Sprintf(`"parameter":%q`, tc.parameter)) || !strings.Contains(w.Body.String(), `"detail"`) {
				t.Errorf("%d %s, want parameter %s", w.Code, w.Body, tc.parameter)
			}
		})
	}
	w := do(s, call{method: "POST", path: "/v1/editor/hover", media: "application/json", body: `{"text":"` + strings.Repeat("a", 5<<20) + `"}`})
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("5 MiB: %d %s", w.Code, w.Body)
	}
}

// What is sent is what its type says, in one of the types of the operation, whatever it looks like.
func TestContentTypes(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, media := range []string{
		"", "text/plain", "text/json", "text/yaml", "application/x-yaml", "application/x-www-form-urlencoded", "application/octet-stream",
		"application/json; charset=utf-16", "application/json, application/yaml", "application", "*/*", "application/xml", "multipart/mixed; boundary=x",
	} {
		w := do(s, call{method: "POST", path: "/v1/assessments", media: media, body: "{}"})
		if w.Code != http.StatusUnsupportedMediaType {
			t.Errorf("%q: %d", media, w.Code)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "/v1/assessments", strings.NewReader("{}"))
	r.Header["Content-Type"] = []string{"application/json", "application/yaml"}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("two types: %d", w.Code)
	}
	for _, encoding := range []string{"gzip", "deflate", "zstd", "br", "identity", "x"} {
		w := do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: "\x1f\x8b", header: map[string]string{"Content-Encoding": encoding}})
		if w.Code != http.StatusUnsupportedMediaType {
			t.Errorf("%s: %d", encoding, w.Code)
		}
	}
}

// A client that leaves while its proposal is assessed frees its slot soon.
func TestClientLeavesWhileAssessed(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) {
		o.Limits = server.Limits{Slots: 1, Queue: 1, Wait: time.Minute, Evaluation: time.Minute}
	})
	hs := httptest.NewServer(s)
	defer hs.Close()
	src := exampleText(t)
	for round := range 5 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(5+10*round)*time.Millisecond)
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, hs.URL+"/v1/assessments?readings=true", strings.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/yaml")
		if answer, err := http.DefaultClient.Do(r); err == nil {
			answer.Body.Close()
		}
		cancel()
		left := time.Now()
		for !strings.Contains(do(s, call{path: "/metrics"}).Body.String(), "hegui_evaluating 0\n") {
			if time.Since(left) > 10*time.Second {
				t.Fatal("the slot is still held")
			}
			time.Sleep(time.Millisecond)
		}
		t.Logf("free after %v", time.Since(left).Round(time.Millisecond))
	}
}

func exampleText(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../../examples/proposals/f01-excellent-auto-parts/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

var overload = flag.Duration("overload", time.Second, "how long TestOverloadHeld sends more than can be served")

// Under far more requests than can be served, each is answered in time or told when to come back; afterwards all is well.
func TestOverloadHeld(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Limits = server.Limits{Slots: 1, Queue: 4, Wait: 200 * time.Millisecond} })
	hs := httptest.NewServer(s)
	defer hs.Close()
	src := exampleText(t)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	post := func() (status int, retry string, err error) {
		answer, err := client.Post(hs.URL+"/v1/assessments", "application/yaml", strings.NewReader(src))
		if err != nil {
			return 0, "", err
		}
		defer answer.Body.Close()
		_, err = io.Copy(io.Discard, answer.Body)
		return answer.StatusCode, answer.Header.Get("Retry-After"), err
	}
	var mu sync.Mutex
	statuses := map[int]int{}
	var clients sync.WaitGroup
	end := time.Now().Add(*overload)
	for range 64 {
		clients.Go(func() {
			for time.Now().Before(end) {
				status, retry, err := post()
				if err != nil || status != http.StatusOK && (status != http.StatusServiceUnavailable || retry == "") {
					t.Errorf("%d, Retry-After %q, %v", status, retry, err)
					return
				}
				mu.Lock()
				statuses[status]++
				mu.Unlock()
			}
		})
	}
	clients.Wait()
	t.Logf("%v in %v", statuses, *overload)
	if statuses[http.StatusOK] == 0 || statuses[http.StatusServiceUnavailable] == 0 {
		t.Errorf("%v", statuses)
	}
	begun := time.Now()
	if status, _, err := post(); status != http.StatusOK || err != nil {
		t.Errorf("afterwards: %d %v", status, err)
	}
	t.Logf("the first afterwards took %v", time.Since(begun).Round(time.Millisecond))
}
