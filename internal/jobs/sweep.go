package jobs

import (
	"context"
	"time"

	"hegui/internal/store"
)

// forgottenEvery is after how many looks for dead workers one looks for batches that nobody works on.
const forgottenEvery = 6

// watch hands out again what workers hold that are gone, until ctx ends. River does so, too, but cannot tell a worker that
// is gone from one that takes long, so it waits for as long as a chunk may take.
func (q *Queue) watch(ctx context.Context) {
	tick := time.NewTicker(q.options.Times.Look)
	defer tick.Stop()
	suspects := map[holder]int{}
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if err := q.back.reclaim(ctx); err != nil { // the database is away: nobody is to be judged
			q.report(ctx, err)
			suspects = map[holder]int{}
			continue
		}
		var err error
		if suspects, err = q.giveBack(ctx, suspects); err == nil && n%forgottenEvery == 0 {
			err = q.sweep(ctx, false)
		}
		q.report(ctx, err)
	}
}

func (q *Queue) report(ctx context.Context, err error) {
	if err != nil && ctx.Err() == nil {
		q.options.Log.Warn("looking after the queue failed; it is tried again", "error", err.Error())
	}
}

// How many looks in a row must find that nobody works on a job. A worker's lock is away for a moment while a database comes
// back; and the end of a job is written down some time after the end of its work.
const (
	looksGone = 2
	looksOwn  = 4
)

// giveBack makes jobs available that nobody works on: those of workers that are gone, and those of this process that it does
// not know of, because their end could not be written down. It takes and gives how often each was found so.
func (q *Queue) giveBack(ctx context.Context, suspects map[holder]int) (map[holder]int, error) {
	held, err := q.back.running(ctx)
	if err != nil {
		return suspects, err
	}
	now := map[holder]int{}
	gone := map[string]bool{}
	for _, h := range held {
		enough := looksOwn
		if h.worker == q.back.name() {
			if q.works(h.job) {
				continue
			}
		} else {
			enough = looksGone
			dead, known := gone[h.worker]
			if !known {
				if dead, err = q.back.gone(ctx, h.worker); err != nil {
					return suspects, err
				}
				gone[h.worker] = dead
			}
			if !dead {
				continue
			}
		}
		if now[h] = suspects[h] + 1; now[h] < enough {
			continue
		}
		q.options.Log.Warn("a worker is gone; its part of a batch is handed out again", "job", h.job, "worker", h.worker)
		if err := q.back.giveBack(ctx, h); err != nil {
			return now, err
		}
	}
	return now, nil
}

// sweep makes jobs for batches that run and have none, whatever became of them: a job may have been removed by hand, or given
// up by River. When a process starts on a file, it also gives back at once what the one before it held.
func (q *Queue) sweep(ctx context.Context, first bool) error {
	if first && q.store.SQL() != nil {
		suspects, err := q.giveBack(ctx, nil)
		if err == nil {
			_, err = q.giveBack(ctx, suspects)
		}
		if err != nil {
			return err
		}
	}
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		var list store.List[store.Batch]
		err := q.store.View(ctx, func(tx *store.Tx) (err error) {
			list, err = tx.Batches(ctx, store.BatchFilter{State: store.BatchRunning}, p)
			return err
		})
		if err != nil {
			return err
		}
		for _, b := range list.Items {
			if waits, err := q.back.waits(ctx, b.ID); err != nil || waits {
				if err != nil {
					return err
				}
				continue
			}
			if err := q.renew(ctx, b.ID); err != nil {
				return err
			}
		}
		if p.After = list.Next; p.After == "" {
			return nil
		}
	}
}

// renew makes jobs for a batch that runs and seems to have none. Two processes may do so at once: jobs too many do no harm.
func (q *Queue) renew(ctx context.Context, id string) error {
	return q.store.Update(ctx, "worker:"+q.back.name(), func(tx *store.Tx) error {
		b, err := tx.LockBatch(ctx, id)
		if err != nil || b.State != store.BatchRunning {
			return err
		}
		q.options.Log.Warn("a batch runs without jobs; it gets new ones", "batch", id)
		return q.enqueue(ctx, tx, b)
	})
}
