package store_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

const day = 24 * time.Hour

// What nothing was done with for long goes, with all that hangs on it; what is held, younger or wanted elsewhere stays; the
// audit log stays whole.
func TestRetention(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		old, held, shared := submit(t, d, "old", content(1)), submit(t, d, "held", content(2)), submit(t, d, "shared", content(3))
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(tx.HoldSubmission(ctx, held.Submission.ID, "lawsuit"), tx.Record(ctx, assessed(content(1), score(1)), assessed(content(2), score(2))),
				tx.Assign(ctx, old.Submission.ID, "li"))
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.AddNote(ctx, store.Note{Submission: old.Submission.ID, Version: 1, Reviewer: "li", Words: "x"})
			return err
		})
		batch := newBatch(t, d, 2) // of contents 1 and 2
		work(t, d, batch.ID, 1, 2)
		d.Clock.Turn(100 * day)
		before := d.Clock.Now().Add(-90 * day)
		fresh := submit(t, d, "fresh", content(4))
		again := submit(t, d, "again", content(3)) // the bytes of one that goes

		if stale, err := d.Store.Stale(t.Context(), before); err != nil || stale != (store.Removed{Submissions: 2, Batches: 1}) {
			t.Errorf("%+v, %v", stale, err)
		}
		removed, err := d.Store.Retain(t.Context(), "retention", before, nil)
		if err != nil || removed != (store.Removed{Submissions: 2, Batches: 1, Proposals: 1}) {
			t.Errorf("%+v, %v", removed, err)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			for _, tc := range []struct {
				what string
				err  func() error
				want error
			}{
				{"the old submission", func() error { _, err := tx.Submission(ctx, old.Submission.ID); return err }, store.ErrNotFound},
				{"its proposal", func() error { _, err := tx.Proposal(ctx, old.Version.Digest); return err }, store.ErrNotFound},
				{"its assessment", func() error { _, err := tx.Assessment(ctx, assessed(content(1), score(1)).Key); return err }, store.ErrNotFound},
				{"the old batch", func() error { _, err := tx.Batch(ctx, batch.ID); return err }, store.ErrNotFound},
				{"the submission that shared its bytes", func() error { _, err := tx.Submission(ctx, shared.Submission.ID); return err }, store.ErrNotFound},
				{"the bytes", func() error { _, err := tx.Proposal(ctx, again.Version.Digest); return err }, nil},
				{"the one that is held", func() error { _, err := tx.Submission(ctx, held.Submission.ID); return err }, nil},
				{"its assessment", func() error { _, err := tx.Assessment(ctx, assessed(content(2), score(2)).Key); return err }, nil},
				{"the fresh one", func() error { _, err := tx.Submission(ctx, fresh.Submission.ID); return err }, nil},
			} {
				if err := tc.err(); !errors.Is(err, tc.want) {
					t.Errorf("%s: %v, want %v", tc.what, err, tc.want)
				}
			}
			events, err := tx.Events(ctx, old.Submission.ID, store.Page{})
			if last := events.Items[len(events.Items)-1]; last.Action != "retention.submission" || last.Actor != "retention" {
				t.Errorf("%+v", last)
			}
			return err
		})
		if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
			t.Error(err)
		}
		if again, err := d.Store.Retain(t.Context(), "retention", before, nil); err != nil || again != (store.Removed{}) {
			t.Errorf("a second time: %+v, %v", again, err)
		}
		if _, err := d.Store.Retain(t.Context(), "retention", d.Clock.Now().Add(day), nil); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("a time that is not past: %v", err)
		}
	})
}

// Uploads of bytes that are being removed are neither lost nor refused.
func TestAHoldThatEndsBeginsTheTimeAnew(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		s := submit(t, d, "r1", content(1)).Submission
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.HoldSubmission(ctx, s.ID, "lawsuit") })
		d.Clock.Turn(100 * day)
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.HoldSubmission(ctx, s.ID, "") })
		if stale, err := d.Store.Stale(t.Context(), d.Clock.Now().Add(-90*day)); err != nil || stale.Submissions != 0 {
			t.Errorf("just after the hold: %+v, %v", stale, err)
		}
		d.Clock.Turn(91 * day)
		if stale, err := d.Store.Stale(t.Context(), d.Clock.Now().Add(-90*day)); err != nil || stale.Submissions != 1 {
			t.Errorf("long after it: %+v, %v", stale, err)
		}
	})
}

func TestRetentionWhileUploadsCome(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		for i := range 40 {
			submit(t, d, fmt.Sprintf("old%d", i), content(i))
		}
		d.Clock.Turn(100 * day)
		before := d.Clock.Now().Add(-90 * day)
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				if _, err := d.Store.Retain(t.Context(), "retention", before, nil); err != nil {
					t.Error(err)
				}
			})
		}
		for i := range 40 {
			all.Go(func() {
				err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
					_, err := tx.Submit(t.Context(), upload(fmt.Sprintf("new%d", i), content(i)))
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{Limit: 100})
			if len(list.Items) != 40 {
				t.Errorf("%d submissions", len(list.Items))
			}
			for i := range 40 {
				if _, err := tx.Proposal(ctx, store.Digest([]byte(content(i)))); err != nil {
					t.Errorf("content %d: %v", i, err)
				}
			}
			return err
		})
	})
}

// A copy that is made while others write is whole, is the store at one moment, and nothing is replaced by it.
func TestBackupDuringWrites(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "sqlite")
	for i := range 20 {
		submit(t, d, fmt.Sprint("before", i), content(i))
	}
	ctx, stop := context.WithCancel(t.Context())
	var writing sync.WaitGroup
	writing.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
				_, err := tx.Submit(t.Context(), upload(fmt.Sprint("during", i), content(i)))
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
	o := d.Options()
	o.ReadOnly = true // as another process does
	beside, err := store.Open(t.Context(), d.Address, o)
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	folder := t.TempDir()
	name := filepath.Join(folder, "copy.db")
	b, err := beside.Backup(t.Context(), name)
	stop()
	writing.Wait()
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 || info.Size() != b.Bytes {
		t.Errorf("%v, %v", info, err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) != 1 {
		t.Errorf("%v", left)
	}
	if hidden, _ := filepath.Glob(filepath.Join(folder, ".*")); len(hidden) != 0 {
		t.Errorf("%v", hidden)
	}
	// The store goes on from what the copy holds.
	if _, err := d.Store.VerifyAudit(t.Context(), nil, b.Head); err != nil {
		t.Error(err)
	}
	restored, err := store.Open(t.Context(), name, d.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer restored.Close()
	head, err := restored.VerifyAudit(t.Context(), nil, b.Head)
	if err != nil || head != b.Head || head.Seq < 20 {
		t.Errorf("%v, %v, want %v", head, err, b.Head)
	}
	err = restored.View(t.Context(), func(tx *store.Tx) error {
		list, err := tx.Submissions(t.Context(), store.SubmissionFilter{}, store.Page{Limit: 1000})
		if err == nil && int64(len(list.Items)) != min(head.Seq, 1000) {
			t.Errorf("%d submissions, %d rows", len(list.Items), head.Seq)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if _, err := beside.Backup(t.Context(), name); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a copy: %v", err)
	}
	// A log that was tampered with is no reason to have no copy.
	db := raw(t, d)
	disarm(t, d, db)
	must(t, db, "UPDATE audit SET actor = 'x' WHERE seq = 3")
	var tampered *store.AuditError
	name = filepath.Join(folder, "tampered.db")
	if _, err := beside.Backup(t.Context(), name); !errors.As(err, &tampered) || tampered.Seq != 3 {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(name); err != nil {
		t.Error(err)
	}
}
