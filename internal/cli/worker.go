package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"hegui/internal/config"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/server"
	"hegui/internal/store"
)

// mostWorkers is how many parts of batches a process may assess at the same time.
const mostWorkers = 64

// workerKeys are the settings of the service that a worker has as flags; a file of the service may hold all.
var workerKeys = []string{"packs", "pack_keys", "engine", "cache", "store", "log.level", "log.format", "reload.watch"}

func (a *app) workerCommand() *cobra.Command {
	w := a.words.worker
	workers := 0
	cmd := &cobra.Command{
		Use: "worker", Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !cmd.Flags().Changed("workers") {
				workers = runtime.GOMAXPROCS(0)
			}
			if workers < 1 || workers > mostWorkers {
				return usage(fmt.Errorf(w.badCount, workers))
			}
			c, err := a.loadConfig(cmd)
			if err != nil {
				return err
			}
			if c.Store == "" {
				return usage(errors.New(w.noStore))
			}
			return a.work(cmd.Context(), &c.Config, workers)
		},
	}
	a.configFlags(cmd.Flags(), func(key string) bool { return slices.Contains(workerKeys, key) })
	cmd.Flags().IntVar(&workers, "workers", 0, w.flagWorkers)
	return cmd
}

// work assesses parts of batches until the context ends.
func (a *app) work(ctx context.Context, c *config.Config, workers int) (ended error) {
	defer a.collectLess(collectAt)()
	log := a.logger(c)
	sources, err := a.packSources(c.Packs, packAccess{
		keys: c.PackKeys, trust: a.trust, log: log, engine: a.engineNamed(c.Engine, c.Cache, true, log),
	})
	if err != nil {
		return err
	}
	shelf, err := stock(sources)
	if err != nil {
		return err
	}
	kept, err := store.Open(ctx, c.Store, a.storeOptions(c.Store))
	var held *store.InUseError
	if errors.As(err, &held) && held.Process > 0 {
		return &exitError{code: ExitInput, err: fmt.Errorf(a.words.worker.onlyOne, hidePassword(c.Store), held.Process)}
	}
	if err != nil {
		return a.storeError(ctx, c.Store, err)
	}
	defer func() { ended = errors.Join(ended, kept.Close()) }()
	q, err := jobs.Open(ctx, kept, jobs.Options{
		Workers: workers, Random: a.env.Random, Log: log,
		Rules: func(_ context.Context, b store.Batch) (jobs.Rules, error) {
			assessor, _, err := shelf.Assessor(b.NewBatch, a.env.Version, c.Limits.Evaluation)
			return jobs.Rules{Assessor: assessor}, err
		},
	})
	if err != nil {
		return a.storeError(ctx, c.Store, err)
	}
	defer reloadOn(ctx, func() {
		for _, s := range sources {
			restock(shelf, s, log)
		}
	})()
	if c.Reload.Watch {
		defer watchPacks(ctx, sources, func(s server.PackSource) { restock(shelf, s, log) })()
	}
	log.Info("working", "store", hidePassword(c.Store), "workers", workers, "version", a.env.Version)
	err = q.Run(ctx)
	log.Info("ended")
	return a.storeError(context.WithoutCancel(ctx), c.Store, err)
}

// stock loads all packs.
func stock(sources []server.PackSource) (*jobs.Shelf, error) {
	shelf := new(jobs.Shelf)
	for _, s := range sources {
		p, err := s.Open()
		if err != nil {
			return nil, err
		}
		shelf.Put(p)
	}
	return shelf, nil
}

// restock loads a pack again. Batches that began with the one before go on with it.
func restock(shelf *jobs.Shelf, s server.PackSource, log *slog.Logger) {
	if s.Fixed {
		return
	}
	p, err := s.Open()
	if err != nil {
		log.Error("pack is invalid; the last good version stays in use", "pack", s.ID, "error", err.Error())
		return
	}
	if old := shelf.Put(p); old != nil {
		old.Close()
	}
	log.Info("pack is loaded again", "pack", p.Ref.ID, "version", p.Ref.Version, "digest", p.Ref.Digest)
}

// watchPacks calls changed when the files of a pack change, until the function it gives is called.
func watchPacks(ctx context.Context, sources []server.PackSource, changed func(server.PackSource)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var watches sync.WaitGroup
	for _, s := range sources {
		if s.Fixed {
			continue
		}
		watches.Go(func() {
			pack.Watch(ctx, watchEvery, s.Signature, func() { changed(s) })
		})
	}
	return func() {
		cancel()
		watches.Wait()
	}
}

// batches lets the service put batches into the queue of its store, and assess them. What it gives ends that, when ctx has ended
// or the service has.
func (a *app) batches(ctx context.Context, c *config.Config, kept *store.Store, s *server.Server, log *slog.Logger) (end func() error, err error) {
	if kept == nil {
		return func() error { return nil }, nil
	}
	q, err := jobs.Open(ctx, kept, jobs.Options{Rules: s.Rules, Workers: c.Workers, Random: a.env.Random, Log: log})
	if err != nil {
		return nil, a.storeError(ctx, c.Store, err)
	}
	s.UseQueue(q)
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- q.Run(ctx) }()
	return func() error {
		cancel()
		return a.storeError(context.WithoutCancel(ctx), c.Store, <-ended)
	}, nil
}
