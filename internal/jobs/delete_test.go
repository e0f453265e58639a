package jobs_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// A batch that is deleted while it is assessed is gone at once; its workers stop within two seconds, keep nothing and do other work.
func TestABatchIsDeletedWhileItIsAssessed(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		var evaluated atomic.Int64
		q := open(t, d, options(assessor(t, func(context.Context, string) error {
			evaluated.Add(1)
			time.Sleep(20 * time.Millisecond)
			return nil
		})))
		run(t, q)
		id := start(t, d, q, texts(400)...)
		for evaluated.Load() < 10 {
			time.Sleep(time.Millisecond)
		}
		var digests []string
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			digests, err = q.Delete(ctx, tx, id)
			return err
		})
		deleted := time.Now()
		if n, err := d.Store.RemoveOrphans(t.Context(), "tester", id, digests); err != nil || n != 400 {
			t.Errorf("%d proposals, %v", n, err)
		}
		quiet := settled(&evaluated)
		t.Logf("quiet %v after it was deleted, %d of 400 evaluated", time.Since(deleted), quiet)
		if quiet == 400 {
			t.Error("all were evaluated: it was deleted to no effect")
		}
		err := d.Store.View(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Batch(t.Context(), id); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("the batch: %v", err)
			}
			for n := range 400 {
				if _, err := tx.Proposal(t.Context(), store.Digest(text(n+1))); !errors.Is(err, store.ErrNotFound) {
					t.Errorf("proposal %d: %v", n+1, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		next := start(t, d, q, texts(5)...)
		if p := await(t, d, next, store.BatchDone); p.Done != 5 {
			t.Errorf("the batch after it: %+v", p)
		}
		if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
			t.Error(err)
		}
	})
}
