// Package jobs assesses the proposals of batches in the background, by any number of workers, on the database of the store.
// The tables of the store are what is true; the queue (River) only says which part of a batch somebody should look at. Start
// at [Open]; DESIGN.md says why it is built as it is.
//
//	q, err := jobs.Open(ctx, s, jobs.Options{Rules: rules, Workers: 2, Random: rand.Reader, Log: log})
//	…
//	err = s.Update(ctx, "key:a1b2c3d4e5", func(tx *store.Tx) error {
//		b, err := tx.CreateBatch(ctx, store.NewBatch{…})
//		…
//		err = tx.AddItems(ctx, b.ID, 1, items...)
//		…
//		return q.Start(ctx, tx, b.ID) // the batch runs, and its jobs are there, in the transaction that stores its items
//	})
//	…
//	err = q.Run(ctx) // works until ctx ends, then gives back what is not done
//
// A batch is moved by the methods of [Queue], not by [store.Tx.MoveBatch], which knows no jobs.
package jobs

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"

	"hegui/internal/assess"
	"hegui/internal/store"
)

// ErrNoPack says that this process does not have the pack of a batch.
var ErrNoPack = errors.New("the pack of the batch is not loaded here")

// Rules are what the proposals of a batch are assessed with.
type Rules struct {
	Assessor *assess.Assessor
	// Turn waits for leave to evaluate one proposal; nil needs none. A service gives its requests and its batches turns.
	Turn func(ctx context.Context) (release func(), err error)

	waivers []assess.Waiver // that hold when a chunk begins
}

// Options say how a queue is opened. Only Random and Log are needed by a process that does no work itself.
type Options struct {
	// Rules finds what a batch names: pack with its digest, profile, date. The error is [ErrNoPack], or why it cannot be used.
	// It is called by several workers at a time.
	Rules func(ctx context.Context, b store.Batch) (Rules, error)
	// Workers is how many chunks this process assesses at a time; 0 leaves the work to others.
	Workers int
	// Random is where the name of this process among the workers comes from.
	Random io.Reader
	// Log is told of what goes wrong, one line for a cause in ten seconds.
	Log *slog.Logger
	// PollOnly asks PostgreSQL for work every half second instead of listening: for a pooler of connections that shares them.
	PollOnly bool

	// Times that tests shorten. The zero value of each means its default.
	Times Times
}

// Times are the patience of a queue.
type Times struct {
	Budget time.Duration // for a chunk; what is not done then is given back, so that others get their turn; 15 s
	Job    time.Duration // after which a chunk that does not end is cut off; 30 s
	Rescue time.Duration // after which a chunk that nobody seems to work on is handed out again by the queue itself; 60 s
	Look   time.Duration // between looks for workers that are gone, and for batches that were forgotten; 5 s
	Stop   time.Duration // for the chunks under way when Run ends; 20 s
	Pack   time.Duration // until a chunk is tried again whose pack is not loaded; 5 s
	NoPack int           // how often, before its items fail; 120
}

func (t Times) orDefault() Times {
	for _, d := range []struct {
		value  *time.Duration
		normal time.Duration
	}{
		{&t.Budget, 15 * time.Second},
		{&t.Job, 30 * time.Second},
		{&t.Rescue, time.Minute},
		{&t.Look, 5 * time.Second},
		{&t.Stop, 20 * time.Second},
		{&t.Pack, 5 * time.Second},
	} {
		if *d.value == 0 {
			*d.value = d.normal
		}
	}
	if t.NoPack == 0 {
		t.NoPack = 120
	}
	return t
}

// Queue puts the work on batches into the store and does it. It is safe for concurrent use.
type Queue struct {
	store    *store.Store
	options  Options
	back     backend
	stopping chan struct{} // closed when Run ends: chunks under way keep what they have

	mu          sync.Mutex
	active      map[int64]bool // jobs that this process works on
	single      int64          // the job that must be by itself; 0 for none
	singleUntil time.Time      // it may be fetched by another process
}

// queueName is the queue of River that chunks are in.
const queueName = "batch"

// Open opens the queue of a store, whose tables [Migrate] makes. The error is a [store.SchemaError] when they are not there.
func Open(ctx context.Context, s *store.Store, o Options) (*Queue, error) {
	o.Times = o.Times.orDefault()
	if o.Workers > 0 && o.Rules == nil {
		return nil, errors.New("a queue that works needs Options.Rules")
	}
	var b [12]byte
	if _, err := io.ReadFull(o.Random, b[:]); err != nil {
		return nil, fmt.Errorf("name a worker: %w", err)
	}
	o.Log = quiet(o.Log)
	q := &Queue{store: s, options: o, stopping: make(chan struct{}), active: map[int64]bool{}}
	tables, err := Status(ctx, s)
	if err == nil && tables.Have != tables.Want {
		err = &store.SchemaError{Have: tables.Have, Want: tables.Want}
	}
	if err != nil {
		return nil, err
	}
	c := q.config("hegui-" + hex.EncodeToString(b[:]))
	if s.SQL() != nil {
		q.back, err = newClient(c, riversqlite.New(s.SQL()), (*store.Tx).SQL, river.JobCompleteTx[*riversqlite.Driver], sqliteTables{s.SQL()})
	} else {
		q.back, err = newClient(c, riverpgxv5.New(s.PGX()), (*store.Tx).PGX, river.JobCompleteTx[*riverpgxv5.Driver], &postgresTables{pool: s.PGX(), me: c.ID})
	}
	return q, err
}

// config is what River runs with.
func (q *Queue) config(id string) *river.Config {
	c := &river.Config{
		ID: id, Logger: q.options.Log, MaxAttempts: maxAttempts, RetryPolicy: retryPolicy{},
		JobTimeout: q.options.Times.Job, RescueStuckJobsAfter: q.options.Times.Rescue,
		// Ten milliseconds, because a job of the queue waits for the next fetch; ten times as many are no faster.
		FetchCooldown: 10 * time.Millisecond, FetchPollInterval: 500 * time.Millisecond,
		// SQLite has nothing to listen to; River would ask every 50 ms through the one connection that writes.
		PollOnly:                    q.options.PollOnly || q.store.SQL() != nil,
		CompletedJobRetentionPeriod: time.Hour, CancelledJobRetentionPeriod: time.Hour,
		ReindexerIndexNames: []string{}, // needs to own the tables, which the user of the service need not
		Workers:             river.NewWorkers(),
	}
	river.AddWorker(c.Workers, &worker{queue: q})
	if q.options.Workers > 0 {
		c.Queues = map[string]river.QueueConfig{queueName: {MaxWorkers: q.options.Workers}}
	}
	return c
}

// Run works on chunks until ctx ends. Then no chunk is begun any more; those under way keep what they have assessed and give
// back the rest, which takes as long as one proposal does. Without workers it only waits. It is called once.
func (q *Queue) Run(ctx context.Context) error {
	if q.options.Workers == 0 {
		<-ctx.Done()
		return nil
	}
	alive := context.WithoutCancel(ctx)
	release, err := q.back.claim(alive) // before the first job: who holds no lock is taken for dead
	if err != nil {
		return err
	}
	defer release()
	if err := q.patient(ctx, func() error { return q.sweep(alive, true) }); err != nil {
		return err
	}
	if err := q.back.start(alive); err != nil {
		return err
	}
	swept := make(chan struct{})
	go func() {
		defer close(swept)
		q.watch(ctx)
	}()
	<-ctx.Done()
	close(q.stopping)
	<-swept
	within, cancel := context.WithTimeout(alive, q.options.Times.Stop)
	defer cancel()
	err = q.back.stop(within)
	if errors.Is(err, context.DeadlineExceeded) {
		last, cancel := context.WithTimeout(alive, 5*time.Second)
		defer cancel()
		err = q.back.cut(last)
	}
	return err
}

// handedOver is how long a job that wants to be by itself keeps others waiting for it to be fetched again.
const handedOver = 3 * time.Second

// enter says that this process works on a job, unless another one must be by itself. One item whose worker died with it may
// have been its neighbour's victim, so it is tried again when nothing else runs in the process; what runs is let end before.
// Whoever may not enter waits in the queue; see [begunByItself] for a death of this process before it is there.
func (q *Queue) enter(job int64, byItself bool) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	if q.single != 0 && q.single != job && now.Before(q.singleUntil) {
		return false
	}
	if byItself {
		q.single, q.singleUntil = job, now.Add(handedOver)
		if len(q.active) > 0 {
			return false
		}
		q.singleUntil = now.Add(q.options.Times.Rescue)
	}
	q.active[job] = true
	return true
}

func (q *Queue) leave(job int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.active, job)
	if q.single == job {
		q.single = 0
	}
}

func (q *Queue) works(job int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.active[job]
}

// ended says whether Run was told to end.
func (q *Queue) ended() bool {
	select {
	case <-q.stopping:
		return true
	default:
		return false
	}
}
