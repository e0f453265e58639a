package server

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"hegui/internal/assess"
)

// metrics are measurements of one server, in a registry of its own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	latency  *prometheus.HistogramVec
	verdicts *prometheus.CounterVec
	pack     *prometheus.GaugeVec
	reloads  *prometheus.CounterVec
	problems *prometheus.CounterVec
	assessed prometheus.Histogram
	parsed   *prometheus.CounterVec

	notAdmitted *prometheus.CounterVec
	tooMany     *prometheus.CounterVec

	batches *prometheus.GaugeVec // nil without a store, as is pending
	pending *prometheus.GaugeVec // without labels: empty when it is not known
}

// queue is what the metrics ask about the requests that evaluate or wait to.
type queue interface {
	evaluating() int
	queued() int
}

func newMetrics(q queue) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_requests_total", Help: "Requests by method, route and status.",
		}, []string{"method", "route", "status"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "hegui_request_seconds", Help: "Time from the first byte of a request to the last of its answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"method", "route"}),
		verdicts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_verdicts_total", Help: "Assessments by pack and verdict.",
		}, []string{"pack", "verdict"}),
		pack: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "hegui_pack_current", Help: "1 when the pack in use is what its source holds, 0 when that cannot be loaded.",
		}, []string{"pack", "version", "digest"}),
		reloads: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_pack_reloads_total", Help: "Attempts to load a pack again, by result: ok or failed.",
		}, []string{"pack", "result"}),
		problems: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_problems_total", Help: "Requests that ended with a problem, by its code.",
		}, []string{"code"}),
		assessed: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "hegui_assessment_seconds", Help: "Time to assess one proposal, without waiting for a turn.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2},
		}),
		parsed: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_proposals_parsed_total", Help: "Proposals that were parsed to be assessed, by path: fast, or slow with the YAML library.",
		}, []string{"path"}),
		notAdmitted: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_auth_refused_total", Help: "Requests whose credentials did not admit them, by reason.",
		}, []string{"reason"}),
		tooMany: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hegui_rate_limited_total", Help: "Requests beyond the rate of their caller, by what the caller is known by.",
		}, []string{"by"}),
	}
	evaluating := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "hegui_evaluating", Help: "Proposals that are being assessed.",
	}, func() float64 { return float64(q.evaluating()) })
	queued := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "hegui_queued", Help: "Requests that wait for their turn to assess.",
	}, func() float64 { return float64(q.queued()) })
	m.registry.MustRegister(m.requests, m.latency, m.verdicts, m.pack, m.reloads, m.problems, m.assessed, m.parsed, m.notAdmitted, m.tooMany, evaluating, queued,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// knownMethods keeps the number of series bounded: a client chooses its method and path.
var knownMethods = map[string]bool{http.MethodGet: true, http.MethodHead: true, http.MethodPost: true, http.MethodOptions: true}

func (m *metrics) request(method, route string, status int, took time.Duration) {
	if !knownMethods[method] {
		method = "other"
	}
	if route == "" {
		route = "none"
	}
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Inc()
	m.latency.WithLabelValues(method, route).Observe(took.Seconds())
}

func (m *metrics) assessment(pack string, v assess.Verdict, took time.Duration) {
	m.verdicts.WithLabelValues(pack, string(v)).Inc()
	m.assessed.Observe(took.Seconds())
}

// document counts a proposal by the path that parsed it.
func (m *metrics) document(fast bool) {
	path := "slow"
	if fast {
		path = "fast"
	}
	m.parsed.WithLabelValues(path).Inc()
}

func (m *metrics) problem(code ProblemCode) { m.problems.WithLabelValues(string(code)).Inc() }

func (m *metrics) reloaded(pack string, err error) {
	result := "ok"
	if err != nil {
		result = "failed"
	}
	m.reloads.WithLabelValues(pack, result).Inc()
}

func (m *metrics) packs(packs []served) {
	m.pack.Reset()
	for _, p := range packs {
		current := 0.0
		if p.current {
			current = 1
		}
		m.pack.WithLabelValues(p.pack.Ref.ID, p.pack.Ref.Version, p.pack.Ref.Digest).Set(current)
	}
}

// refused counts a request that its credentials did not admit.
func (m *metrics) refused(reason string) { m.notAdmitted.WithLabelValues(reason).Inc() }

// limited counts a request beyond the rate of a caller known by "key", "oidc" or "address".
func (m *metrics) limited(by string) { m.tooMany.WithLabelValues(by).Inc() }
