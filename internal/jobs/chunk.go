package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"hegui/internal/assess"
	"hegui/internal/proposal"
	"hegui/internal/store"
)

// kind is what River calls the jobs.
const kind = "batch_chunk"

// chunk is a job: the items of a batch from First to Last that are pending when somebody gets to it.
type chunk struct {
	Batch string `json:"batch"`
	First int    `json:"first"`
	Last  int    `json:"last"`
}

// Kind is what River calls the jobs.
func (chunk) Kind() string { return kind }

// size is how many items a chunk has at most.
func (c chunk) size() int { return c.Last - c.First + 1 }

const (
	// pieces are what a chunk falls into that took its worker down or failed: so many smaller ones, until an item is alone.
	pieces = 10
	// aloneAttempts is how often an item is tried by itself before it fails.
	aloneAttempts = 3
	// maxAttempts is when River gives a job up. It does not come to that: a chunk is split, an item fails.
	maxAttempts = 20
	// atOnce is how many proposals are read from the store at a time.
	atOnce = 20
	// lookEvery is how often a worker asks whether its batch still runs.
	lookEvery = time.Second
)

// retryPolicy waits 1 s, 2 s, 4 s and so on, up to a minute.
type retryPolicy struct{}

// NextRetry says when a job that failed is tried again.
func (retryPolicy) NextRetry(job *rivertype.JobRow) time.Time {
	return time.Now().Add(min(time.Second<<min(max(job.Attempt, 1)-1, 6), time.Minute))
}

type worker struct {
	river.WorkerDefaults[chunk]
	queue *Queue
}

// Work does a job. What fails for the sake of the database or of the end of this process costs no attempt.
func (w *worker) Work(ctx context.Context, job *river.Job[chunk]) error {
	q := w.queue
	if !q.enter(job.ID, alone(job)) {
		return river.JobSnooze(100 * time.Millisecond)
	}
	defer q.leave(job.ID)
	err := q.work(ctx, job)
	var snooze *river.JobSnoozeError
	switch {
	case err == nil, errors.As(err, &snooze):
		return err
	case errors.Is(err, store.ErrNotFound): // the batch was deleted, or retention took it away
		return nil
	case q.ended() && ctx.Err() != nil:
		return river.JobSnooze(0)
	case errors.Is(err, store.ErrDown), errors.Is(err, store.ErrFull):
		q.options.Log.Warn("the store cannot keep what was assessed; it is tried again", "error", err.Error())
		return river.JobSnooze(2 * time.Second)
	}
	q.options.Log.Error("a part of a batch failed", "batch", job.Args.Batch, "first", job.Args.First, "last", job.Args.Last, "attempt", job.Attempt, "error", err.Error())
	if job.Args.size() == 1 && job.Attempt >= aloneAttempts {
		if q.fail(ctx, job, problem("E_INTERNAL", "处理时出错，已多次重试", "it failed each time it was tried", err.Error())) == nil {
			return nil
		}
	}
	return err
}

// alone says whether a job is an item that is tried again, when nothing else runs in its process.
func alone(job *river.Job[chunk]) bool { return job.Attempt > 1 && job.Args.size() == 1 }

// begunByItself says how often that has begun. River's own count also grows when a process dies that had only fetched the job
// and let another go before it.
func begunByItself(job *river.Job[chunk]) int {
	var known map[string]json.RawMessage
	var times int
	if json.Unmarshal(job.Metadata, &known) == nil {
		_ = json.Unmarshal(known[byItselfKey], &times) // 0 when it is not there
	}
	return times
}

func (q *Queue) work(ctx context.Context, job *river.Job[chunk]) error {
	var b store.Batch
	err := q.view(ctx, func(tx *store.Tx) (err error) {
		b, err = tx.Batch(ctx, job.Args.Batch)
		return err
	})
	switch {
	case err != nil:
		return err
	case b.State != store.BatchRunning: // whoever lets it run again makes new jobs
		return q.update(ctx, b.ID, func(tx *store.Tx) error { return q.back.complete(ctx, tx, job) })
	case job.Attempt > 1 && job.Args.size() > 1:
		return q.split(ctx, job)
	case job.Attempt > aloneAttempts && begunByItself(job) >= aloneAttempts-1: // the first time it had neighbours
		return q.fail(ctx, job, problem("E_WORKER_LOST", "评估时进程多次意外终止", "the process that assessed it ended each time", ""))
	}
	rules, err := q.options.Rules(ctx, b)
	if errors.Is(err, ErrNoPack) {
		return q.withoutPack(ctx, job, b)
	}
	if err != nil {
		return err
	}
	err = q.view(ctx, func(tx *store.Tx) (err error) {
		rules.waivers, err = Waivers(ctx, tx, b.Pack.ID, b.Profile)
		return err
	})
	if err != nil {
		return err
	}
	var items []store.Item
	err = q.update(ctx, b.ID, func(tx *store.Tx) (err error) {
		switch items, err = tx.StartItems(ctx, b.ID, job.Args.First, job.Args.Last); {
		case err != nil:
			return err
		case len(items) == 0:
			return q.back.complete(ctx, tx, job)
		case alone(job):
			return q.back.byItself(ctx, tx, job.ID, begunByItself(job)+1)
		}
		return nil
	})
	if err != nil || len(items) == 0 {
		return err
	}
	results, err := q.assess(ctx, rules, b.ID, items)
	if err != nil {
		return err
	}
	whole := len(results) == len(items)
	if err := q.update(ctx, b.ID, func(tx *store.Tx) error {
		if _, err := tx.FinishItems(ctx, b.ID, results...); err != nil || !whole {
			return err
		}
		return q.back.complete(ctx, tx, job)
	}); err != nil || whole {
		return err
	}
	return river.JobSnooze(0) // the rest, after those who wait
}

// assess gives what becomes of items, up to the one where time is up, the batch is stopped or this process ends.
func (q *Queue) assess(ctx context.Context, rules Rules, batch string, items []store.Item) (results []store.ItemResult, err error) {
	begun := time.Now() // of patience, not of results
	looked := begun
	for len(items) > 0 {
		some := items[:min(atOnce, len(items))]
		items = items[len(some):]
		texts := make([][]byte, len(some))
		err := q.view(ctx, func(tx *store.Tx) error {
			for i := range some {
				src, err := tx.Proposal(ctx, some[i].Digest)
				if err != nil && !errors.Is(err, store.ErrDamaged) {
					return err
				}
				texts[i] = src
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		for i := range some {
			result, err := q.item(ctx, rules, some[i].Number, texts[i])
			if err != nil {
				return nil, err
			}
			results = append(results, result)
			now := time.Now()
			if q.ended() || now.Sub(begun) > q.options.Times.Budget {
				return results, nil
			}
			if now.Sub(looked) > lookEvery {
				looked = now
				if runs, err := q.runs(ctx, batch); err != nil || !runs {
					return results, err
				}
			}
		}
	}
	return results, nil
}

func (q *Queue) runs(ctx context.Context, batch string) (runs bool, err error) {
	err = q.view(ctx, func(tx *store.Tx) error {
		b, err := tx.Batch(ctx, batch)
		runs = b.State == store.BatchRunning
		return err
	})
	return runs, err
}

// item assesses one proposal. What is wrong with it, and a panic over it, is its own problem; the error is one of ours.
func (q *Queue) item(ctx context.Context, rules Rules, number int, src []byte) (result store.ItemResult, err error) {
	result.Number = number
	if src == nil {
		result.Problem = problem("E_DAMAGED", "存储中的申报书已损坏", "the proposal is damaged in the store", "").String()
		return result, nil
	}
	if rules.Turn != nil {
		release, err := rules.Turn(ctx)
		if err != nil {
			return result, err
		}
		defer release()
	}
	defer func() {
		if v := recover(); v != nil {
			q.options.Log.Error("assessing a proposal panics", "proposal", store.Digest(src), "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
			result.Problem = problem("E_INTERNAL", "评估时程序出错", "the program failed while it was assessed", "").String()
			result.Assessed, err = store.Assessed{}, nil
		}
	}()
	var unreadable *proposal.ParseError
	assessed, as, err := Assess(ctx, rules.Assessor, rules.waivers, src)
	switch {
	case errors.As(err, &unreadable):
		result.Problem = unreadableProblem(unreadable).String()
	case err != nil && ctx.Err() != nil:
		return result, err
	case err != nil:
		result.Problem = problem("E_DEADLINE", "未能评估", "it could not be assessed", err.Error()).String()
	default:
		result.Assessed, result.Failed = assessed, failed(as)
	}
	return result, nil
}

// failed lists the requirements that a proposal does not satisfy, in part or at all.
func failed(as *assess.Assessment) (ids []string) {
	for i := range as.Results {
		if r := &as.Results[i]; r.Status == assess.StatusFail || r.Status == assess.StatusPartial {
			ids = append(ids, r.Requirement)
		}
	}
	return ids
}

// split makes smaller jobs of a chunk that took its worker down or failed, so that what is wrong with one item is nothing to
// the others.
func (q *Queue) split(ctx context.Context, job *river.Job[chunk]) error {
	q.options.Log.Warn("a part of a batch was not done; it is tried in smaller ones", "batch", job.Args.Batch, "first", job.Args.First, "last", job.Args.Last)
	return q.update(ctx, job.Args.Batch, func(tx *store.Tx) error {
		if err := q.back.insert(ctx, tx, cut(job.Args, (job.Args.size()+pieces-1)/pieces, job.Priority)); err != nil {
			return err
		}
		return q.back.complete(ctx, tx, job)
	})
}

// cut makes jobs of at most size items each out of one. A priority of 0 gives each its own, by its place in the batch.
func cut(c chunk, size, priority int) (jobs []river.InsertManyParams) {
	for first := c.First; first <= c.Last; first += size {
		p := priority
		if p == 0 {
			p = priorityOf(len(jobs))
		}
		jobs = append(jobs, river.InsertManyParams{
			Args:       chunk{c.Batch, first, min(first+size-1, c.Last)},
			InsertOpts: &river.InsertOpts{Queue: queueName, Priority: p, MaxAttempts: maxAttempts},
		})
	}
	return jobs
}

// priorityOf lets the first chunks of a batch go before the later ones of others: a small batch does not wait for a large one.
func priorityOf(place int) int {
	switch {
	case place < 1:
		return 1
	case place < 5:
		return 2
	case place < 25:
		return 3
	}
	return 4
}

// fail keeps a problem as what became of all that is pending in a job.
func (q *Queue) fail(ctx context.Context, job *river.Job[chunk], p Problem) error {
	return q.update(ctx, job.Args.Batch, func(tx *store.Tx) error {
		items, err := tx.StartItems(ctx, job.Args.Batch, job.Args.First, job.Args.Last)
		if err != nil {
			return err
		}
		results := make([]store.ItemResult, len(items))
		for i, item := range items {
			results[i] = store.ItemResult{Number: item.Number, Problem: p.String()}
		}
		if _, err := tx.FinishItems(ctx, job.Args.Batch, results...); err != nil {
			return err
		}
		return q.back.complete(ctx, tx, job)
	})
}

// withoutPack leaves a job to others for a while, and fails its items when nobody has the pack for long.
func (q *Queue) withoutPack(ctx context.Context, job *river.Job[chunk], b store.Batch) error {
	var known struct {
		Snoozes int `json:"snoozes"` // River counts them
	}
	_ = json.Unmarshal(job.Metadata, &known) // River's own
	q.options.Log.Warn("the pack of a batch is not loaded here", "batch", b.ID, slog.Group("pack", "id", b.Pack.ID, "digest", b.Pack.Digest))
	if known.Snoozes < q.options.Times.NoPack {
		return river.JobSnooze(q.options.Times.Pack)
	}
	return q.fail(ctx, job, problem("E_NO_PACK", "没有进程载入该批次所用的规则包", "no worker has loaded the pack of the batch", b.Pack.ID+" sha256:"+b.Pack.Digest))
}

// update writes to the store, and waits a while for one that does not answer or is full.
func (q *Queue) update(ctx context.Context, batch string, do func(*store.Tx) error) error {
	return q.patient(ctx, func() error { return q.store.Update(ctx, "worker:"+q.back.name(), do) })
}

func (q *Queue) view(ctx context.Context, do func(*store.Tx) error) error {
	return q.patient(ctx, func() error { return q.store.View(ctx, do) })
}

// patience is how long a store that does not answer is waited for; what waits longer is tried anew as a whole.
const patience = 10 * time.Second

func (q *Queue) patient(ctx context.Context, do func() error) error {
	until, wait := time.Now().Add(patience), 100*time.Millisecond
	for {
		err := do()
		if err == nil || !errors.Is(err, store.ErrDown) && !errors.Is(err, store.ErrFull) || time.Now().After(until) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-q.stopping:
			return err
		case <-time.After(wait):
		}
		wait = min(2*wait, 2*time.Second)
	}
}
