package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/config"
	"hegui/internal/listener"
	"hegui/internal/server"
	"hegui/internal/store"
	"hegui/internal/traces"
	"hegui/internal/web"
)

const (
	watchEvery      = 2 * time.Second // looks at the files of packs
	checkpointEvery = time.Minute     // looks where the audit log ends; it is said every ten minutes, or after 1,000 rows
	lastTraces      = 5 * time.Second // to send what is left when the service ends
)

func (a *app) serveCommand() *cobra.Command {
	w := a.words.serve
	show := false
	cmd := &cobra.Command{
		Use: "serve", Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.loadConfig(cmd)
			if err != nil {
				return err
			}
			if show {
				return c.Write(a.env.Stdout)
			}
			return a.serve(cmd.Context(), &c.Config)
		},
	}
	a.configFlags(cmd.Flags(), func(string) bool { return true })
	cmd.Flags().BoolVar(&show, "print-config", false, w.flagPrint)
	return cmd
}

// memoryAim is the memory that the service stays below where it can: loading packs beside requests makes garbage in bursts.
// Replacing the pack every second under load it came to 816 MB without the aim.
const memoryAim = 448 << 20

// holdMemory collects more often near the aim unless the environment names another, until the function it gives is called.
func (a *app) holdMemory() (restore func()) {
	if a.env.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before := debug.SetMemoryLimit(memoryAim)
	return func() { debug.SetMemoryLimit(before) }
}

// serve answers requests until the context ends, then lets those under way end.
func (a *app) serve(ctx context.Context, c *config.Config) (ended error) {
	defer a.collectLess(collectAt)()
	defer a.holdMemory()()
	log := a.logger(c)
	var kept *store.Store
	if c.Store != "" {
		if kept, ended = store.Open(ctx, c.Store, a.storeOptions(c.Store)); ended != nil {
			return a.storeError(ctx, c.Store, ended)
		}
		defer func() { ended = errors.Join(ended, kept.Close()) }()
	}
	so, err := a.serverOptions(c, kept, log)
	if err != nil {
		return err
	}
	lo, err := a.listenerOptions(c, log)
	if err != nil {
		return err
	}
	s, err := server.New(so)
	if err != nil {
		return err
	}
	work, err := a.batches(ctx, c, kept, s, log)
	if err != nil {
		return err
	}
	defer func() { ended = errors.Join(ended, work()) }()
	tr, err := a.traces(ctx, log)
	if err != nil {
		return err
	}
	defer func() {
		within, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastTraces)
		defer cancel()
		_ = tr.Close(within) // a collector that is not there is in the log already
	}()
	pages, err := web.New(web.Options{Next: s, Log: log, Now: a.env.Now, Random: rand.Text})
	if err != nil {
		return err
	}
	lo.Handler, lo.Draining = tr.Wrap(pages), s.Drain
	l, err := listener.Listen(ctx, lo)
	if err != nil {
		return &exitError{code: ExitInput, err: err}
	}
	defer reloadOn(ctx, func() { a.reload(s, lo.Certificate, log) })()
	if c.Reload.Watch {
		go s.Watch(ctx, watchEvery)
	}
	if kept != nil {
		defer checkpoints(ctx, s)()
	}
	log.Info("serving", "address", l.URL(), "version", a.env.Version, "authentication", credentials(c))
	if err = l.Serve(ctx); errors.Is(err, listener.ErrCut) {
		return fmt.Errorf(a.words.serve.cut, c.Limits.Drain)
	}
	return err
}

// checkpoints keeps saying in the log where the audit log ends. The function it gives says it for the last time, after the last
// request.
func checkpoints(ctx context.Context, s *server.Server) (stop func()) {
	until, end := context.WithCancel(context.WithoutCancel(ctx))
	ticks := time.NewTicker(checkpointEvery)
	var running sync.WaitGroup
	running.Go(func() { s.Checkpoints(until, ticks.C) })
	return func() {
		ticks.Stop()
		end()
		running.Wait()
	}
}

// traces are on when the environment names a collector.
func (a *app) traces(ctx context.Context, log *slog.Logger) (*traces.Traces, error) {
	tr, err := traces.Open(ctx, traces.Options{Getenv: a.env.Getenv, Version: a.env.Version, Log: log, Now: a.env.Now})
	var wrong *traces.Setting
	if errors.As(err, &wrong) {
		return nil, usage(fmt.Errorf(a.words.serve.badTraces, wrong.Variable, wrong.Value, wrong.Known))
	}
	return tr, err
}

// reload reads packs and certificate again. What cannot be read stays as it was.
func (a *app) reload(s *server.Server, c *listener.Certificate, log *slog.Logger) {
	_ = s.Reload() // it is in the log, the metrics and readiness
	if c == nil {
		return
	}
	if err := c.Reload(); err != nil {
		log.Error("certificate cannot be read; the last good one stays in use", "error", err.Error())
		return
	}
	log.Info("certificate is read again")
}

// reloadOn calls reload on SIGHUP, until the function it gives is called.
func reloadOn(ctx context.Context, reload func()) (stop func()) {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-hangups:
				reload()
			case <-ctx.Done():
				return
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(hangups); close(done) }
}
