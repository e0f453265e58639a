package store_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// Whichever comes first, what of a submission waits in a batch is cancelled when it is withdrawn: beside a batch that is being made
// of it, and beside one whose failed items are being tried again. SQLite has one writer, so that there nothing is beside another.
func TestAWithdrawalBesideABatch(t *testing.T) {
	t.Parallel()
	for _, what := range []string{"made", "tried again"} {
		for _, first := range []string{"the batch", "the withdrawal"} {
			t.Run(what+", first "+first, func(t *testing.T) {
				t.Parallel()
				d := storetest.Open(t, "postgres")
				mine := submit(t, d, "r1", content(1))
				var id string
				create := func(ctx context.Context, tx *store.Tx) error {
					b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
					if id = b.ID; err == nil {
						err = tx.AddItems(ctx, id, 1, store.NewItem{Digest: mine.Version.Digest, Submission: mine.Submission.ID})
					}
					if err == nil {
						err = tx.MoveBatch(ctx, id, store.BatchRunning)
					}
					return err
				}
				withdraw := func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawSubmission(ctx, mine.Submission.ID) }
				change, cancelled := create, 1
				if what == "tried again" {
					update(t, d, create)
					update(t, d, func(ctx context.Context, tx *store.Tx) error {
						_, err := tx.FinishItems(ctx, id, store.ItemResult{Number: 1, Problem: "{}"})
						return err
					})
					change = func(ctx context.Context, tx *store.Tx) error {
						_, err := tx.RetryItems(ctx, id)
						return err
					}
					if first == "the withdrawal" {
						cancelled = 0 // it failed and stays so
					}
				}
				if first == "the batch" {
					beside(t, d, change, withdraw)
				} else {
					beside(t, d, withdraw, change)
				}
				if b, p := batchState(t, d, id); b.State != store.BatchDone || p.Pending != 0 || p.Cancelled != cancelled || p.Failed != 1-cancelled {
					t.Errorf("%s %+v", b.State, p)
				}
			})
		}
	}
}

var besides atomic.Int64 // one name for each second connection

// beside does one thing, and another before the first is kept: as far as it comes without waiting for the first.
func beside(t *testing.T, d *storetest.Database, first, second func(context.Context, *store.Tx) error) {
	t.Helper()
	name := fmt.Sprintf("beside%d", besides.Add(1))
	other, err := store.Open(t.Context(), d.Address+"&application_name="+name, d.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	done := make(chan error, 1)
	update(t, d, func(ctx context.Context, tx *store.Tx) error {
		if err := first(ctx, tx); err != nil {
			return err
		}
		go func() { done <- other.Update(ctx, "other", func(tx *store.Tx) error { return second(ctx, tx) }) }()
		for {
			select {
			case err := <-done:
				done <- err
				return nil
			case <-time.After(10 * time.Millisecond):
			}
			var waits bool
			err := d.Store.PGX().QueryRow(ctx, "SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'", name).Scan(&waits)
			if err != nil || waits {
				return err
			}
		}
	})
	if err := <-done; err != nil {
		t.Error(err)
	}
}
