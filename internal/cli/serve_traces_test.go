package cli_test

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	trace "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

// With a collector in the environment a request is a span, named by its route, tied to the log by both ids, and without a
// word of the proposal, its name or the query; when the service ends, what is left is sent.
func TestServeSendsSpans(t *testing.T) {
	var mu sync.Mutex
	var spans []*trace.Span
	var raw bytes.Buffer
	fake := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		var in io.Reader = r.Body
		if r.Header.Get("Content-Encoding") == "gzip" {
			in, _ = gzip.NewReader(r.Body)
		}
		got, err := io.ReadAll(in)
		var sent collector.ExportTraceServiceRequest
		if err := errors.Join(err, proto.Unmarshal(got, &sent)); err != nil {
			t.Error(err)
		}
		mu.Lock()
		defer mu.Unlock()
		raw.Write(got)
		for _, resource := range sent.ResourceSpans {
			for _, scope := range resource.ScopeSpans {
				spans = append(spans, scope.Spans...)
			}
		}
	}))
	defer fake.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", fake.URL)
	s := serve(t, "")
	res, err := http.Post("http://"+s.address+"/v1/assessments?name=SECRET-name.yaml", "application/yaml", strings.NewReader(draft+"# SECRET-text\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
	const many = 1000 // a stream stays one: what wraps the request keeps what a stream needs
	res2, err := http.Post("http://"+s.address+"/v1/assessments/stream", "application/x-ndjson", strings.NewReader(strings.Repeat("{\"SECRET-line\":\n", many)))
	if err != nil {
		t.Fatal(err)
	}
	lines, _ := io.ReadAll(res2.Body)
	_ = res2.Body.Close()
	if n := bytes.Count(lines, []byte("\n")); n != many {
		t.Errorf("%d lines of %d", n, many)
	}
	for _, path := range []string{"/livez", "/readyz", "/metrics", "/SECRET-path"} {
		if _, err := http.Get("http://" + s.address + path); err != nil {
			t.Fatal(err)
		}
	}
	s.stop()
	if code := <-s.ended; code != 0 {
		t.Fatalf("exit code %d: %s", code, s.log)
	}
	s.ended <- 0

	if len(spans) != 3 {
		t.Fatalf("%d spans: %v", len(spans), spans)
	}
	if spans[0].Name != "POST /v1/assessments" || spans[1].Name != "POST /v1/assessments/stream" || spans[2].Name != "GET none" {
		t.Errorf("names %q, %q, %q", spans[0].Name, spans[1].Name, spans[2].Name)
	}
	id := ""
	for _, a := range spans[0].Attributes {
		if a.Key == "hegui.request_id" {
			id = a.Value.GetStringValue()
		}
	}
	if id == "" || id != res.Header.Get("Request-Id") {
		t.Errorf("request id %q in the span, %q in the answer", id, res.Header.Get("Request-Id"))
	}
	if entry := s.log.entries("request")[0]; entry["trace"] != hex.EncodeToString(spans[0].TraceId) || entry["id"] != id {
		t.Errorf("logged as %v, the trace is %x", entry, spans[0].TraceId)
	}
	if strings.Contains(raw.String(), "SECRET") || strings.Contains(s.log.String(), "SECRET") {
		t.Errorf("a proposal, its name or a path got out:\n%q\n%s", raw.String(), s.log)
	}
}

// Without one, nothing is traced.
func TestServeWithoutACollector(t *testing.T) {
	t.Parallel()
	s := serve(t, "")
	if _, err := http.Get("http://" + s.address + "/v1/packs"); err != nil {
		t.Fatal(err)
	}
	s.stop()
	<-s.ended
	s.ended <- 0
	if entry := s.log.entries("request")[0]; entry["trace"] != nil {
		t.Errorf("%v", entry)
	}
}
