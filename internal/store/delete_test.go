package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// remove deletes a batch as the service does, and gives how many proposals went with it.
func remove(t testing.TB, d *storetest.Database, id string) int {
	t.Helper()
	var digests []string
	update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
		digests, err = tx.DeleteBatch(ctx, id)
		return err
	})
	n, err := d.Store.RemoveOrphans(t.Context(), "tester", id, digests)
	if err != nil {
		t.Error(err)
	}
	return n
}

// With a batch go its items, and what nothing else holds; what a submission or another batch has stays, with its assessment and
// what a reviewer said of it; the audit log stays whole and says so.
func TestADeletedBatch(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		const n = 250 // more than are removed at a time
		mine := submit(t, d, "mine", content(1))
		batch, other := newBatch(t, d, n), newBatch(t, d, 2) // both have contents 1 and 2
		work(t, d, batch.ID, 1, n)
		work(t, d, other.ID, 1, 2)
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.Assign(ctx, mine.Submission.ID, "li"); err != nil {
				return err
			}
			_, err := tx.Override(ctx, store.Override{
				Submission: mine.Submission.ID, Assessment: assessed(content(1), score(1)).Key, Requirement: "A-1", Machine: "fail", Status: "pass", Reason: "r", Reviewer: "li",
			})
			return err
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.HoldBatch(ctx, batch.ID, "lawsuit") })
		err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { _, err := tx.DeleteBatch(t.Context(), batch.ID); return err })
		if !errors.Is(err, store.ErrHeld) {
			t.Errorf("a batch on hold: %v", err)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.HoldBatch(ctx, batch.ID, "") })
		if gone := remove(t, d, batch.ID); gone != n-2 {
			t.Errorf("%d proposals went with it, want %d", gone, n-2)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			for _, tc := range []struct {
				what string
				err  func() error
				want error
			}{
				{"the batch", func() error { _, err := tx.Batch(ctx, batch.ID); return err }, store.ErrNotFound},
				{"its items", func() error { _, err := tx.Item(ctx, batch.ID, 1); return err }, store.ErrNotFound},
				{"a proposal that only it had", func() error { _, err := tx.Proposal(ctx, store.Digest([]byte(content(3)))); return err }, store.ErrNotFound},
				{"its assessment", func() error { _, err := tx.Assessment(ctx, assessed(content(3), score(3)).Key); return err }, store.ErrNotFound},
				{"the submission", func() error { _, err := tx.Submission(ctx, mine.Submission.ID); return err }, nil},
				{"its proposal", func() error { _, err := tx.Proposal(ctx, mine.Version.Digest); return err }, nil},
				{"its assessment", func() error { _, err := tx.Result(ctx, assessed(content(1), score(1)).Key); return err }, nil},
				{"the other batch", func() error { _, err := tx.Item(ctx, other.ID, 2); return err }, nil},
				{"what it holds", func() error { _, err := tx.Result(ctx, assessed(content(2), score(2)).Key); return err }, nil},
			} {
				if err := tc.err(); !errors.Is(err, tc.want) {
					t.Errorf("%s: %v, want %v", tc.what, err, tc.want)
				}
			}
			overrides, err := tx.Overrides(ctx, mine.Submission.ID, "", store.Page{})
			if err != nil || len(overrides.Items) != 1 {
				t.Errorf("%d overrides, %v", len(overrides.Items), err)
			}
			events, err := tx.Events(ctx, batch.ID, store.Page{Limit: 100})
			said := map[string]int{}
			for _, e := range events.Items {
				said[e.Action]++
			}
			if said["batch.hold"] != 2 || said["batch.delete"] != 1 || said["batch.proposals"] != 3 {
				t.Errorf("%v", said)
			}
			return err
		})
		err = d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { _, err := tx.DeleteBatch(t.Context(), batch.ID); return err })
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a batch that is gone: %v", err)
		}
		if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
			t.Error(err)
		}
		if err := d.Store.VerifyRecords(t.Context(), nil); err != nil {
			t.Error(err)
		}
	})
}

// Uploads of bytes that go with a batch are neither lost nor refused.
func TestABatchIsDeletedWhileUploadsCome(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		const n = 120
		batch := newBatch(t, d, n)
		work(t, d, batch.ID, 1, n)
		var all sync.WaitGroup
		all.Go(func() { remove(t, d, batch.ID) })
		for i := 1; i <= n; i += 3 {
			all.Go(func() {
				err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
					_, err := tx.Submit(t.Context(), upload(fmt.Sprint("new", i), content(i)))
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			for i := 1; i <= n; i++ {
				want := store.ErrNotFound
				if i%3 == 1 {
					want = nil
				}
				if _, err := tx.Proposal(ctx, store.Digest([]byte(content(i)))); !errors.Is(err, want) {
					t.Errorf("content %d: %v, want %v", i, err, want)
				}
			}
			return nil
		})
	})
}
