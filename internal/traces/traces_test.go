package traces_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/proto"

	"hegui/internal/traces"
)

func options(getenv map[string]string, log *slog.Logger) traces.Options {
	return traces.Options{Getenv: func(k string) string { return getenv[k] }, Version: "test", Log: log, Now: time.Now}
}

// Without a collector nothing is built; what cannot be done is said.
func TestOnlyTheEnvironmentTurnsTracesOn(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name  string
		env   map[string]string
		on    bool
		wrong string
	}{
		{"nothing is set", nil, false, ""},
		{"an endpoint", map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"}, true, ""},
		{"an endpoint for traces", map[string]string{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:1"}, true, ""},
		{"an endpoint for measurements", map[string]string{"OTEL_EXPORTER_OTLP_METRICS_ENDPOINT": "http://127.0.0.1:1"}, false, ""},
		{"the exporter by name", map[string]string{"OTEL_TRACES_EXPORTER": "otlp"}, true, ""},
		{"none by name", map[string]string{"OTEL_TRACES_EXPORTER": "none", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"}, false, ""},
		{"switched off", map[string]string{"OTEL_SDK_DISABLED": "true", "OTEL_TRACES_EXPORTER": "otlp"}, false, ""},
		{"an exporter that is not there", map[string]string{"OTEL_TRACES_EXPORTER": "console"}, false, "OTEL_TRACES_EXPORTER"},
		{"a protocol that is not there", map[string]string{"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, false, "OTEL_EXPORTER_OTLP_PROTOCOL"},
		{"the protocol for traces goes first", map[string]string{"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "http/protobuf", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, true, ""},
	} {
		got, err := traces.Open(t.Context(), options(tc.env, slog.New(slog.DiscardHandler)))
		var wrong *traces.Setting
		if (got != nil) != tc.on || (tc.wrong != "") != errors.As(err, &wrong) || wrong != nil && wrong.Variable != tc.wrong {
			t.Errorf("%s: %v, %v", tc.name, got, err)
		}
	}
	var off *traces.Traces
	mux := http.NewServeMux()
	if off.Wrap(mux) != http.Handler(mux) || off.Close(t.Context()) != nil {
		t.Error("traces that are off change something")
	}
}

// What a collector receives: a span for each request but those of monitors, sent at the latest by Close.
func TestSpansReachTheCollector(t *testing.T) {
	var mu sync.Mutex
	var names []string
	fake := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		var in io.Reader = r.Body
		if r.Header.Get("Content-Encoding") == "gzip" {
			in, _ = gzip.NewReader(r.Body)
		}
		raw, err := io.ReadAll(in)
		var sent collector.ExportTraceServiceRequest
		if err := errors.Join(err, proto.Unmarshal(raw, &sent)); err != nil || r.URL.Path != "/v1/traces" {
			t.Errorf("%s: %v", r.URL, err)
		}
		mu.Lock()
		defer mu.Unlock()
		for _, resource := range sent.ResourceSpans {
			for _, scope := range resource.ScopeSpans {
				for _, span := range scope.Spans {
					names = append(names, span.Name)
				}
			}
		}
	}))
	defer fake.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", fake.URL)
	on, err := traces.Open(t.Context(), options(map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": fake.URL}, slog.New(slog.DiscardHandler)))
	if err != nil {
		t.Fatal(err)
	}
	h := on.Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for _, path := range []string{"/livez", "/readyz", "/metrics", "/v1/packs"} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil))
	}
	if err := on.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(names) != 1 {
		t.Errorf("spans %q", names)
	}
}

// A collector that is not there is one line in the log and takes no request's time; Close ends when it is told to.
func TestACollectorThatIsNotThere(t *testing.T) {
	gone, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + gone.Addr().String()
	_ = gone.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
	t.Setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "100")
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "10")
	t.Setenv("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "16")
	var lines safeBuffer
	on, err := traces.Open(t.Context(), options(map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": address}, slog.New(slog.NewTextHandler(&lines, nil))))
	if err != nil {
		t.Fatal(err)
	}
	h := on.Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	begun := time.Now()
	for range 1000 {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/v1/packs", nil))
	}
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("1000 requests took %v", took)
	}
	within, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	_ = on.Close(within)
	if n := strings.Count(lines.String(), "traces cannot be sent"); n != 1 {
		t.Errorf("%d lines:\n%s", n, lines.String())
	}
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
