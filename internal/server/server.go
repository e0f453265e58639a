// Package server is hegui over HTTP: what openapi.yaml says, no more. Handlers read a request, call one function of
// another package and answer; nothing is decided here. Start at [New].
//
// The way of a request: middleware.go names, measures, guards and limits it, api.gen.go reads its parameters, and
// assess.go or packs.go answers. What goes wrong becomes a problem in problem.go.
package server

import (
	"context"
	"crypto/ed25519"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/store"
)

//go:embed openapi.yaml
var spec []byte

// Limits bound what one request and all of them together may take. The zero value of each means its default.
type Limits struct {
	Archive    int64         // bytes of a request with many proposals; 64 MiB
	Evaluation time.Duration // for one proposal; 2 s
	Slots      int           // proposals evaluated at the same time; one per processor
	Queue      int           // requests that wait for a slot; 64
	Wait       time.Duration // for a slot; 2 s

	// Rate is how many requests per second a caller may make in the long run, Burst how many at once; 50 and 100. Who is
	// not known by credentials is known by address. Below 0 there is no limit; so there is none for a service without
	// authentication that names none: it is for its own machine.
	Rate  float64
	Burst int

	// Pending is how many proposals of batches may wait to be assessed before new batches are told to come back, and PendingOfOne how
	// many of one caller; 50,000 and 10,000.
	Pending, PendingOfOne int
}

func (l Limits) orDefault(guarded bool) Limits {
	if l.Rate == 0 && !guarded {
		l.Rate = -1
	}
	if l.Rate == 0 {
		l.Rate = 50
	}
	if l.Burst <= 0 {
		l.Burst = max(1, int(2*l.Rate))
	}
	if l.Archive == 0 {
		l.Archive = 64 << 20
	}
	if l.Evaluation == 0 {
		l.Evaluation = 2 * time.Second
	}
	if l.Slots == 0 {
		l.Slots = runtime.GOMAXPROCS(0)
	}
	if l.Queue == 0 {
		l.Queue = 64
	}
	if l.Wait == 0 {
		l.Wait = 2 * time.Second
	}
	if l.Pending == 0 {
		l.Pending = 50_000
	}
	if l.PendingOfOne == 0 {
		l.PendingOfOne = 10_000
	}
	return l
}

// PackSource says where a pack is loaded from.
type PackSource struct {
	Files fs.FS // holds policies/, rego/ and seeds/, or the file that Watch names
	ID    string
	Watch string // the bundle below Files that the pack is in; "" for a folder
	Fixed bool   // Files cannot change while the program runs: it is not loaded again

	// Open loads the pack as it is now; nil loads it from Files, its rules in this process.
	Open func() (*pack.Pack, error)
}

// Options say what is served and how.
type Options struct {
	Packs   []PackSource
	Version string // of hegui
	Now     func() time.Time
	Log     *slog.Logger
	Limits  Limits
	Auth    Authenticator // nil opens every operation to everybody but those on what is kept
	Store   *store.Store  // what submissions, reviews and batches are kept in; nil keeps nothing. The caller closes it
	// ReceiptKeys sign the receipts of what is kept; without any there are none.
	ReceiptKeys []ed25519.PrivateKey
	Random      io.Reader // where the secrets of new keys come from; needed with Store
	// Disk says what is free on the disk of the store, in bytes, and how large that is, when it is known; nil asks the store.
	Disk func() (free, size uint64, known bool)
	// TrustedProxies are those whose X-Forwarded-For is believed; none unless named.
	TrustedProxies []netip.Prefix
	Pace           Pace
	Origins        []string // whose pages may read answers, as browsers send them in Origin; none by default
}

// Server answers requests. Safe for concurrent use.
type Server struct {
	o          Options
	packs      atomic.Pointer[[]served]
	loading    []sync.Mutex      // of each pack: one load at a time
	swap       sync.Mutex        // held while packs is replaced
	turns      *turns            // of all packs whose rules run in this process
	apart      map[string]*turns // of each isolated pack, by its id
	metrics    *metrics
	operations operations
	guesses    *auth.Guesses
	rates      *rates // nil without a limit
	draining   atomic.Bool
	handler    http.Handler
	queue      *jobs.Queue // of batches; nil without a store
	shelf      jobs.Shelf  // packs that batches began with
	forest     forest      // trees of receipts
	events     pulse
	reading    chan struct{} // places of those who read many results at once
	counted    counted
}

// New loads the packs. The error is the first pack that cannot be loaded.
func New(o Options) (*Server, error) {
	o.Limits, o.Pace = o.Limits.orDefault(o.Auth != nil), o.Pace.orDefault()
	if o.Store != nil && (o.Auth == nil || o.Random == nil) {
		return nil, errors.New("a service that keeps something needs Options.Auth and Options.Random")
	}
	if o.Store != nil && o.Disk == nil {
		o.Disk = o.Store.Disk
	}
	if err := checkProxies(o.TrustedProxies); err != nil {
		return nil, err
	}
	s := &Server{
		o: o, turns: newTurns(o.Limits, o.Limits.Slots), apart: map[string]*turns{}, loading: make([]sync.Mutex, len(o.Packs)),
		guesses: auth.NewGuesses(o.Now), rates: newRates(o.Limits.Rate, o.Limits.Burst),
		forest: newForest(), events: pulse{eventsEvery, eventsAlive}, reading: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	s.metrics = newMetrics(s)
	if o.Store != nil {
		s.metrics.keeping()
	}
	var err error
	if s.operations, err = loadOperations(spec); err != nil {
		return nil, err
	}
	var packs []served
	for _, source := range o.Packs {
		p, err := load(source)
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", source.ID, err)
		}
		packs = append(packs, p)
		if p.pack.Isolated {
			s.apart[source.ID] = newTurns(o.Limits, p.pack.Processes)
		}
	}
	s.serve(packs)
	s.handler = s.routes()
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Server) routes() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.RedirectTrailingSlash, e.RedirectFixedPath, e.HandleMethodNotAllowed = false, false, true
	_ = e.SetTrustedProxies(nil) // whose word counts about others, clientAddress decides
	e.Use(s.instrument, s.secure, s.pace, s.cors, s.admit, s.validate)
	e.NoRoute(func(c *gin.Context) { refuse(c, &refusal{code: codeNotFound}) })
	e.NoMethod(func(c *gin.Context) { refuse(c, &refusal{code: codeMethod}) })
	RegisterHandlersWithOptions(e, s, GinServerOptions{
		ErrorHandler: func(c *gin.Context, err error, _ int) {
			refuse(c, &refusal{code: codeBadRequest, parameter: parameterOf(err)})
		},
	})
	return e
}

// GetSpec answers GET /openapi.yaml.
func (s *Server) GetSpec(c *gin.Context) { c.Data(http.StatusOK, "application/yaml", spec) }

// GetMetrics answers GET /metrics.
func (s *Server) GetMetrics(c *gin.Context) {
	s.count(c.Request.Context())
	s.metrics.handler().ServeHTTP(c.Writer, c.Request)
}

// Live answers GET /livez.
func (s *Server) Live(c *gin.Context) { c.String(http.StatusOK, "ok\n") }

// Drain makes the service unready, so that whoever spreads requests sends the next ones elsewhere. Requests are answered
// as before.
func (s *Server) Drain() { s.draining.Store(true) }

// pingTime is how long the database may take to answer before the service counts as not ready.
const pingTime = time.Second

// Ready answers GET /readyz: not after Drain, nor while the database does not answer. A pack that could not be replaced does not make the service unready: the last good one serves.
func (s *Server) Ready(c *gin.Context) {
	out, status := Readiness{Ready: !s.draining.Load(), Packs: []PackState{}}, http.StatusOK
	if s.o.Store != nil {
		ctx, cancel := context.WithTimeout(c.Request.Context(), pingTime)
		defer cancel()
		answers := s.o.Store.Ping(ctx) == nil
		out.Store, out.Ready = &answers, out.Ready && answers
	}
	if !out.Ready {
		status = http.StatusServiceUnavailable
	}
	for _, p := range *s.packs.Load() {
		out.Packs = append(out.Packs, PackState{Id: p.pack.Ref.ID, Digest: p.pack.Ref.Digest, Current: p.current})
	}
	c.JSON(status, out)
}
