package jobs

import (
	"context"
	"fmt"

	"hegui/internal/store"
)

// The sizes of chunks. Small batches are cut finer, so that all workers have something to do.
const (
	leastChunk = 50
	mostChunk  = 200
)

func chunkSize(items int) int { return min(max(items/16, leastChunk), mostChunk) }

// Start lets a batch that is open run: its jobs are there when the transaction is kept. One that was started before is left as
// it is. The error is [store.ErrNotFound], or [store.ErrState].
func (q *Queue) Start(ctx context.Context, tx *store.Tx, id string) error {
	b, err := tx.LockBatch(ctx, id)
	if err != nil || b.State == store.BatchRunning || b.State == store.BatchDone || b.State == store.BatchPaused {
		return err
	}
	if err := tx.MoveBatch(ctx, id, store.BatchRunning); err != nil || b.Items == 0 {
		return err
	}
	return q.back.insert(ctx, tx, cut(chunk{id, 1, b.Items}, chunkSize(b.Items), 0))
}

// Pause keeps workers from beginning items of a batch; those under way are finished.
func (q *Queue) Pause(ctx context.Context, tx *store.Tx, id string) error {
	if err := tx.MoveBatch(ctx, id, store.BatchPaused); err != nil {
		return err
	}
	return q.back.drop(ctx, tx, id)
}

// Resume lets a batch that is paused run again.
func (q *Queue) Resume(ctx context.Context, tx *store.Tx, id string) error {
	b, err := tx.LockBatch(ctx, id)
	if err != nil || b.State == store.BatchRunning {
		return err
	}
	if b.State != store.BatchPaused {
		return fmt.Errorf("%w: it is %s", store.ErrState, b.State)
	}
	if err := tx.MoveBatch(ctx, id, store.BatchRunning); err != nil {
		return err
	}
	return q.enqueue(ctx, tx, b)
}

// Cancel ends a batch: what is not assessed yet stays so. Items under way may still be finished within a second or two; they
// stay cancelled.
func (q *Queue) Cancel(ctx context.Context, tx *store.Tx, id string) error {
	if err := tx.MoveBatch(ctx, id, store.BatchCancelled); err != nil {
		return err
	}
	return q.back.drop(ctx, tx, id)
}

// Delete removes a batch in whatever state it is, as [store.Tx.DeleteBatch] does: workers leave what they have under way, within a
// second or two, and keep nothing of it.
func (q *Queue) Delete(ctx context.Context, tx *store.Tx, id string) (proposals []string, err error) {
	if proposals, err = tx.DeleteBatch(ctx, id); err != nil {
		return nil, err
	}
	return proposals, q.back.drop(ctx, tx, id)
}

// Retry lets the failed items of a batch be tried again, and gives their number. The batch runs then.
func (q *Queue) Retry(ctx context.Context, tx *store.Tx, id string) (int, error) {
	n, err := tx.RetryItems(ctx, id)
	if err != nil || n == 0 {
		return 0, err
	}
	b, err := tx.Batch(ctx, id)
	if err != nil {
		return 0, err
	}
	return n, q.enqueue(ctx, tx, b)
}

// enqueue makes jobs for all items of a batch that are pending, whatever jobs there may be: one too many finds nothing to do.
func (q *Queue) enqueue(ctx context.Context, tx *store.Tx, b store.Batch) error {
	if err := q.back.drop(ctx, tx, b.ID); err != nil {
		return err
	}
	size := chunkSize(b.Items)
	var c chunk
	var all []chunk
	n := 0
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Items(ctx, b.ID, store.ItemFilter{State: store.ItemPending}, p)
		if err != nil {
			return err
		}
		for _, item := range list.Items {
			if n == 0 || n == size || item.Number-c.First >= 2*size { // a chunk is no wider than that: it may be split by numbers
				if n > 0 {
					all = append(all, c)
				}
				c, n = chunk{Batch: b.ID, First: item.Number}, 0
			}
			c.Last = item.Number
			n++
		}
		if p.After = list.Next; p.After == "" {
			break
		}
	}
	if n > 0 {
		all = append(all, c)
	}
	for i, c := range all {
		if err := q.back.insert(ctx, tx, cut(c, c.size(), priorityOf(i))); err != nil {
			return err
		}
	}
	return nil
}
