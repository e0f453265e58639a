package store_test

import (
	"context"
	"errors"
	"testing"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// What waits is counted by who made its batch, in batches that may go on.
func TestPending(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		batch := func(actor string, first int, states ...store.BatchState) {
			err := d.Store.Update(t.Context(), actor, func(tx *store.Tx) error {
				b, err := tx.CreateBatch(t.Context(), store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
				if err == nil {
					err = tx.AddItems(t.Context(), b.ID, 1, items(first, first+1)...)
				}
				for _, to := range states {
					err = errors.Join(err, tx.MoveBatch(t.Context(), b.ID, to))
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		batch("a", 1)
		batch("a", 3, store.BatchRunning)
		batch("b", 5, store.BatchRunning, store.BatchPaused)
		batch("b", 7, store.BatchCancelled)
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			var all []error
			for actor, want := range map[string]int{"": 6, "a": 4, "b": 2, "c": 0} {
				n, err := tx.Pending(ctx, actor)
				if n != want {
					t.Errorf("%q: %d, want %d", actor, n, want)
				}
				all = append(all, err)
			}
			states, err := tx.BatchStates(ctx)
			if len(states) != 4 || states[store.BatchCancelled] != 1 || states[store.BatchDone] != 0 {
				t.Errorf("%v", states)
			}
			return errors.Join(append(all, err)...)
		})
		if err := d.Store.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		free, size, known := d.Store.Disk()
		if known != (d.Kind == "sqlite") || known && (size == 0 || free > size) {
			t.Errorf("%d of %d, %v", free, size, known)
		}
	})
}
