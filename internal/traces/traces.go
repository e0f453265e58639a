// Package traces sends what happens to requests to a collector of OpenTelemetry, when the environment names one. Start at
// [Open]. The variables are those of OpenTelemetry (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER, …), over HTTP.
//
// A collector that cannot be reached costs the service nothing: spans are sent by another goroutine, from a queue that
// drops what it cannot hold.
package traces

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/metric/noop"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// Setting is a variable of the environment that asks for something that cannot be done.
type Setting struct{ Variable, Value, Known string }

func (s *Setting) Error() string { return s.Variable + "=" + s.Value + ": known are " + s.Known }

// Traces are on. A nil one is off, and good for every method.
type Traces struct{ provider *sdk.TracerProvider }

// Options say what spans are sent as, and what is told of failures.
type Options struct {
	Getenv  func(string) string // decides whether traces are on; the libraries read the process's own environment
	Version string
	Log     *slog.Logger
	Now     func() time.Time
}

// Open is nil when the environment names no collector; then nothing of the libraries runs. The error is a *[Setting], or
// what is wrong with the collector's address.
func Open(ctx context.Context, o Options) (*Traces, error) {
	on, err := configured(o.Getenv)
	if !on || err != nil {
		return nil, err
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, err
	}
	about, err := resource.New(ctx, resource.WithTelemetrySDK(),
		resource.WithAttributes(attribute.String("service.name", "hegui"), attribute.String("service.version", o.Version)),
		resource.WithFromEnv())
	if err != nil {
		return nil, err
	}
	quiet := &quietExporter{SpanExporter: exporter, log: o.Log, now: o.Now}
	return &Traces{sdk.NewTracerProvider(sdk.WithBatcher(quiet), sdk.WithResource(about))}, nil
}

func configured(getenv func(string) string) (bool, error) {
	endpoint := getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != "" || getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != ""
	switch exporter := getenv("OTEL_TRACES_EXPORTER"); {
	case getenv("OTEL_SDK_DISABLED") == "true", exporter == "none", exporter == "" && !endpoint:
		return false, nil
	case exporter != "" && exporter != "otlp":
		return false, &Setting{"OTEL_TRACES_EXPORTER", exporter, "otlp, none"}
	}
	for _, name := range []string{"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"} {
		if protocol := getenv(name); protocol != "" {
			if protocol != "http/protobuf" {
				return false, &Setting{name, protocol, "http/protobuf"}
			}
			break // the first one that is set counts
		}
	}
	return true, nil
}

// untraced are asked for every few seconds by those who watch over the service.
var untraced = map[string]bool{"/livez": true, "/readyz": true, "/metrics": true}

// Wrap gives requests to a handler within spans. The handler names them: a path comes from the client.
func (t *Traces) Wrap(h http.Handler) http.Handler {
	if t == nil {
		return h
	}
	return otelhttp.NewHandler(h, "request",
		otelhttp.WithTracerProvider(t.provider), otelhttp.WithMeterProvider(noop.NewMeterProvider()),
		otelhttp.WithPropagators(propagation.TraceContext{}),
		otelhttp.WithFilter(func(r *http.Request) bool { return !untraced[r.URL.Path] }))
}

// Close sends what is left until the context ends.
func (t *Traces) Close(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.provider.Shutdown(ctx)
}

// failuresEvery is how often a collector that cannot be reached is mentioned in the log.
const failuresEvery = time.Minute

// quietExporter tells of failures by itself: the libraries' own way is a function for the whole process.
type quietExporter struct {
	sdk.SpanExporter
	log *slog.Logger
	now func() time.Time

	mu   sync.Mutex
	told time.Time
	lost int
}

func (e *quietExporter) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	err := e.SpanExporter.ExportSpans(ctx, spans)
	if err == nil {
		return nil
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.lost += len(spans)
	if now := e.now(); e.told.IsZero() || now.Sub(e.told) >= failuresEvery {
		cause := err
		for errors.Unwrap(cause) != nil { // what is around it repeats the collector's address
			cause = errors.Unwrap(cause)
		}
		e.log.Warn("traces cannot be sent", "spans", e.lost, "error", cause.Error())
		e.told, e.lost = now, 0
	}
	return nil
}
