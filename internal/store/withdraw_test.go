package store_test

import (
	"context"
	"errors"
	"testing"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// A submission that was withdrawn stays, with all that was said of it; nothing is done with it until its next version comes.
func TestWithdrawing(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		id := submit(t, d, "r1", content(1)).Submission.ID
		other := submit(t, d, "r2", content(2)).Submission.ID
		do := func(do func(ctx context.Context, tx *store.Tx) error) error {
			return d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return do(t.Context(), tx) })
		}
		must := func(what string, err error) {
			t.Helper()
			if err != nil {
				t.Fatal(what, err)
			}
		}
		withdraw := func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawSubmission(ctx, id) }
		note := func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.AddNote(ctx, store.Note{Submission: id, Version: 1, Reviewer: "li", Words: "w"})
			return err
		}
		must("assign", do(func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, "li") }))
		must("withdraw", do(withdraw))
		must("again", do(withdraw))
		for name, tc := range map[string]struct {
			do   func(ctx context.Context, tx *store.Tx) error
			want error
		}{
			"a note":                 {note, store.ErrWithdrawn},
			"an assignment":          {func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, "zhao") }, store.ErrWithdrawn},
			"a decision":             {func(ctx context.Context, tx *store.Tx) error { return tx.CloseSubmission(ctx, id) }, store.ErrWithdrawn},
			"withdrawing what isn't": {func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawSubmission(ctx, "nothing") }, store.ErrNotFound},
		} {
			if err := do(tc.do); !errors.Is(err, tc.want) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if again := submit(t, d, "r1", content(1)); again.New || again.Submission.Withdrawn == nil {
			t.Errorf("the same upload again, as after a cut: %+v", again)
		}
		list := func(f store.SubmissionFilter) (ids []string) {
			view(t, d, func(ctx context.Context, tx *store.Tx) error {
				l, err := tx.Standings(ctx, store.StandingFilter{SubmissionFilter: f}, store.Page{})
				for _, s := range l.Items {
					ids = append(ids, s.ID)
				}
				return err
			})
			return ids
		}
		for state, want := range map[store.SubmissionState]int{"": 2, store.SubmissionOpen: 1, store.SubmissionWithdrawn: 1, store.SubmissionClosed: 0, store.SubmissionStanding: 1} {
			if got := list(store.SubmissionFilter{State: state}); len(got) != want || want == 1 && (got[0] == id) != (state == store.SubmissionWithdrawn) {
				t.Errorf("%q: %v", state, got)
			}
		}
		next := submit(t, d, "r1", content(3))
		if !next.New || next.Submission.Withdrawn != nil || next.Submission.Versions != 2 {
			t.Errorf("the next version: %+v", next)
		}
		must("a note on what is open again", do(note))
		must("close", do(func(ctx context.Context, tx *store.Tx) error { return tx.CloseSubmission(ctx, id) }))
		if err := do(withdraw); !errors.Is(err, store.ErrClosed) {
			t.Errorf("after the decision: %v", err)
		}
		if got := list(store.SubmissionFilter{State: store.SubmissionClosed}); len(got) != 1 || got[0] != id {
			t.Errorf("closed: %v, the other is %s", got, other)
		}
		var actions []string
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			l, err := tx.Events(ctx, id, store.Page{})
			for _, e := range l.Items {
				actions = append(actions, e.Action)
			}
			return err
		})
		want := []string{"submission.version", "review.assign", "submission.withdraw", "submission.version", "submission.reopen", "review.note", "submission.close"}
		if len(actions) != len(want) {
			t.Fatalf("%v", actions)
		}
		for i := range want {
			if actions[i] != want[i] {
				t.Errorf("%v, want %v", actions, want)
			}
		}
	})
}

// What of a submission waits to be assessed is cancelled when it is withdrawn, and not begun by a later batch either; its
// neighbours are, and the batch comes to its end.
func TestWithdrawnItemsAreNotAssessed(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		mine := submit(t, d, "r1", content(1))
		batch := func(run bool) (id string) {
			update(t, d, func(ctx context.Context, tx *store.Tx) error {
				b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
				if id = b.ID; err == nil {
					err = tx.AddItems(ctx, id, 1, store.NewItem{Digest: mine.Version.Digest, Submission: mine.Submission.ID}, items(2, 2)[0])
				}
				if err == nil && run {
					err = tx.MoveBatch(ctx, id, store.BatchRunning)
				}
				return err
			})
			return id
		}
		running, open, alone := batch(true), batch(false), batch(true)
		failed := batch(true)
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.FinishItems(ctx, alone, store.ItemResult{Number: 2, Assessed: assessed(content(2), 8000)})
			_, err2 := tx.FinishItems(ctx, failed, store.ItemResult{Number: 1, Problem: "{}"}, store.ItemResult{Number: 2, Problem: "{}"})
			return errors.Join(err, err2)
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawSubmission(ctx, mine.Submission.ID) })
		later := batch(true)
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			n, err := tx.RetryItems(ctx, failed)
			if n != 1 {
				t.Errorf("%d are tried again", n)
			}
			return err
		})
		for name, tc := range map[string]struct {
			id                         string
			state                      store.BatchState
			pending, cancelled, failed int
		}{
			"running": {running, store.BatchRunning, 1, 1, 0}, "open": {open, store.BatchOpen, 1, 1, 0}, "the last one of a batch": {alone, store.BatchDone, 0, 1, 0},
			"later": {later, store.BatchRunning, 1, 1, 0}, "tried again": {failed, store.BatchRunning, 1, 0, 1},
		} {
			if b, p := batchState(t, d, tc.id); b.State != tc.state || p.Pending != tc.pending || p.Cancelled != tc.cancelled || p.Failed != tc.failed {
				t.Errorf("%s: %s %+v", name, b.State, p)
			}
		}
	})
}
