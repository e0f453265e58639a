package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

var aiplus = assess.PackRef{ID: "aiplus", Version: "1.0", Digest: "ab12"}

// assessed is an assessment of a proposal, with a score and a result made up.
func assessed(content string, score assess.Score) store.Assessed {
	verdict := assess.VerdictPass
	if score < 6000 {
		verdict = assess.VerdictFail
	}
	return store.Assessed{
		Assessment: store.Assessment{
			Key: store.Digest([]byte("key of " + content)), Proposal: store.Digest([]byte(content)), Pack: aiplus,
			Profile: "general", AsOf: "2026-11-01", Engine: "1.0", Verdict: verdict, Score: score,
		},
		JSON: store.NewContent(fmt.Appendf(nil, `{"score":%d}`, score)),
	}
}

// newBatch makes a batch of n proposals that runs.
func newBatch(t testing.TB, d *storetest.Database, n int) (b store.Batch) {
	t.Helper()
	update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
		if b, err = tx.CreateBatch(ctx, store.NewBatch{Label: "spring", Pack: aiplus, Profile: "general", AsOf: "2026-11-01"}); err != nil {
			return err
		}
		if err := tx.AddItems(ctx, b.ID, 1, items(1, n)...); err != nil {
			return err
		}
		return tx.MoveBatch(ctx, b.ID, store.BatchRunning)
	})
	return b
}

func content(i int) string { return fmt.Sprintf("number: %d\n", i) }

func items(first, last int) []store.NewItem {
	var all []store.NewItem
	for i := first; i <= last; i++ {
		all = append(all, store.NewItem{Name: fmt.Sprintf("%d.yaml", i), Proposal: store.NewContent([]byte(content(i)))})
	}
	return all
}

// Items are listed by what they fail, and by what a reviewer may see.
func TestItemsAreFiltered(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		mine, other := submit(t, d, "r1", content(3)), submit(t, d, "r2", content(4))
		var id string
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
			if err != nil {
				return err
			}
			id = b.ID
			return errors.Join(
				tx.AddItems(ctx, id, 1, items(1, 2)...),
				tx.AddItems(ctx, id, 3, store.NewItem{Digest: mine.Version.Digest, Submission: mine.Submission.ID}, store.NewItem{Digest: other.Version.Digest, Submission: other.Submission.ID}),
				// the same texts as files, and one that was a submission
				tx.AddItems(ctx, id, 5, store.NewItem{Digest: mine.Version.Digest}, store.NewItem{Digest: other.Version.Digest}, store.NewItem{Proposal: store.NewContent([]byte(content(7))), Submitted: true}),
				tx.Assign(ctx, mine.Submission.ID, "li"),
				tx.MoveBatch(ctx, id, store.BatchRunning))
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			var results []store.ItemResult
			for i, failed := range [][]string{{"DATA-03", "FINA-01"}, {"DATA-030"}, nil, {"DATA-03"}} {
				results = append(results, store.ItemResult{Number: i + 1, Assessed: assessed(content(i+1), 8000), Failed: failed})
			}
			_, err := tx.FinishItems(ctx, id, results...)
			return err
		})
		for _, tc := range []struct {
			name   string
			filter store.ItemFilter
			want   []int
		}{
			{"those that fail a requirement, not one that begins alike", store.ItemFilter{Requirement: "DATA-03"}, []int{1, 4}},
			{"ranked", store.ItemFilter{Requirement: "DATA-03", Ranked: true}, []int{1, 4}},
			{"no pattern", store.ItemFilter{Requirement: "DATA%"}, nil},
			{"what a reviewer sees", store.ItemFilter{Reviewer: "li"}, []int{1, 2, 3, 5}},
			{"what another one sees", store.ItemFilter{Reviewer: "zhao", Ranked: true}, []int{1, 2}},
			{"what the chair sees", store.ItemFilter{}, []int{1, 2, 3, 4, 5, 6, 7}},
		} {
			view(t, d, func(ctx context.Context, tx *store.Tx) error {
				list, err := tx.Items(ctx, id, tc.filter, store.Page{})
				var got []int
				for _, i := range list.Items {
					got = append(got, i.Number)
				}
				if diff := cmp.Diff(tc.want, got); diff != "" {
					t.Errorf("%s: %s", tc.name, diff)
				}
				if tc.filter.Reviewer == "" {
					return err
				}
				for n := range 9 {
					sees, seesErr := tx.SeesItem(ctx, id, n, tc.filter.Reviewer)
					if sees != slices.Contains(got, n) {
						t.Errorf("%s: item %d: %v", tc.name, n, sees)
					}
					err = errors.Join(err, seesErr)
				}
				return err
			})
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			one, err := tx.Item(ctx, id, 1)
			if diff := cmp.Diff([]string{"DATA-03", "FINA-01"}, one.Failed); diff != "" {
				t.Error(diff)
			}
			if _, none := tx.Item(ctx, id, 9); !errors.Is(none, store.ErrNotFound) {
				t.Error(none)
			}
			return err
		})
	})
}

// work does what a worker does with a chunk.
func work(t testing.TB, d *storetest.Database, batch string, first, last int) (changed int) {
	t.Helper()
	update(t, d, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.StartItems(ctx, batch, first, last)
		return err
	})
	update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
		var results []store.ItemResult
		for i := first; i <= last; i++ {
			results = append(results, store.ItemResult{Number: i, Assessed: assessed(content(i), score(i))})
		}
		changed, err = tx.FinishItems(ctx, batch, results...)
		return err
	})
	return changed
}

// score makes every third the same, so that ranks are shared.
func score(i int) assess.Score { return assess.Score(9000 - 1000*(i%3)) }

func batchState(t testing.TB, d *storetest.Database, id string) (b store.Batch, p store.Progress) {
	t.Helper()
	view(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
		if b, err = tx.Batch(ctx, id); err != nil {
			return err
		}
		p, err = tx.Progress(ctx, id)
		return err
	})
	return b, p
}

// The life of a batch: items in two parts of which one comes twice, chunks by two workers of which one is done twice, a
// ranking in pages.
func TestBatch(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		var id string
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
			id = b.ID
			return err
		})
		for _, part := range [][2]int{{1, 250}, {1, 250}, {251, 300}} {
			update(t, d, func(ctx context.Context, tx *store.Tx) error {
				return tx.AddItems(ctx, id, part[0], items(part[0], part[1])...)
			})
		}
		for _, wrong := range []error{
			d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return tx.AddItems(t.Context(), id, 302, items(302, 303)...) }),
			d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return tx.AddItems(t.Context(), id, 300, items(300, 301)...) }),
			d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return tx.AddItems(t.Context(), id, 1, items(2, 3)...) }),
			d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return tx.MoveBatch(t.Context(), id, store.BatchPaused) }),
			d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return tx.MoveBatch(t.Context(), id, store.BatchDone) }),
		} {
			if !errors.Is(wrong, store.ErrState) {
				t.Errorf("%v", wrong)
			}
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.MoveBatch(ctx, id, store.BatchRunning) })
		if n := work(t, d, id, 1, 150); n != 150 {
			t.Errorf("%d items done", n)
		}
		if n := work(t, d, id, 101, 150); n != 0 {
			t.Errorf("%d items done twice", n)
		}
		if b, p := batchState(t, d, id); b.State != store.BatchRunning || p.Done != 150 || p.Pending != 150 {
			t.Errorf("%+v, %+v", b, p)
		}
		if n := work(t, d, id, 151, 300); n != 150 {
			t.Errorf("%d items done", n)
		}
		b, p := batchState(t, d, id)
		want := store.Progress{Done: 300, Verdicts: map[assess.Verdict]int{assess.VerdictPass: 300}}
		if diff := cmp.Diff(want, p); b.State != store.BatchDone || b.Items != 300 || diff != "" {
			t.Errorf("%+v, %s", b, diff)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			last := store.Item{Score: 10001}
			p, n := store.Page{Limit: 70}, 0
			for {
				list, err := tx.Items(ctx, id, store.ItemFilter{Ranked: true}, p)
				if err != nil {
					return err
				}
				for _, i := range list.Items {
					n++
					if i.Score > last.Score || i.Score == last.Score && i.Number <= last.Number || i.Score != score(i.Number) || i.Attempts < 1 {
						t.Errorf("%+v after %+v", i, last)
					}
					last = i
				}
				if p.After = list.Next; p.After == "" {
					break
				}
			}
			if n != 300 {
				t.Errorf("%d items ranked", n)
			}
			result, err := tx.Result(ctx, last.Assessment)
			if string(result) != fmt.Sprintf(`{"score":%d}`, last.Score) {
				t.Errorf("%s", result)
			}
			return err
		})
	})
}

// Workers that get the same chunks at the same time do each item once, and the last of them ends the batch.
func TestWorkersAtTheSameTime(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		b := newBatch(t, d, 200)
		var all sync.WaitGroup
		var mu sync.Mutex
		changed := 0
		for range 4 {
			for first := 1; first <= 200; first += 50 {
				all.Go(func() {
					n := work(t, d, b.ID, first, first+49)
					mu.Lock()
					defer mu.Unlock()
					changed += n
				})
			}
		}
		all.Wait()
		got, p := batchState(t, d, b.ID)
		if changed != 200 || got.State != store.BatchDone || p.Done != 200 {
			t.Errorf("%d changed, %+v, %+v", changed, got, p)
		}
	})
}

// Equal keys promise equal results: another result for the same key is an alarm, and changes nothing.
func TestAnotherResultForTheSameKey(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		submit(t, d, "r1", content(1))
		good := assessed(content(1), 9000)
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Record(ctx, good, good) })
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Record(ctx, good) })
		other, unknown := good, assessed("never handed in", 1)
		other.JSON = store.NewContent([]byte(`{"score":9001}`))
		for _, tc := range []struct {
			assessed []store.Assessed
			want     error
		}{{[]store.Assessed{other}, store.ErrDiverged}, {[]store.Assessed{good, other}, store.ErrDiverged}, {[]store.Assessed{unknown}, store.ErrNotFound}} {
			err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return tx.Record(t.Context(), tc.assessed...) })
			if !errors.Is(err, tc.want) {
				t.Errorf("%v, want %v", err, tc.want)
			}
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Assessments(ctx, good.Proposal, store.Page{})
			if len(list.Items) != 1 || list.Items[0].Score != 9000 || list.Items[0].Pack != aiplus {
				t.Errorf("%+v", list)
			}
			events, eventsErr := tx.Events(ctx, good.Key, store.Page{})
			if len(events.Items) != 1 {
				t.Errorf("%d events", len(events.Items))
			}
			return errors.Join(err, eventsErr)
		})
	})
}

// What is cancelled stays cancelled, what was done stays done, and the counts add up.
func TestCancelledBatch(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		b := newBatch(t, d, 10)
		work(t, d, b.ID, 1, 4)
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.MoveBatch(ctx, b.ID, store.BatchPaused) })
		view(t, d, func(ctx context.Context, tx *store.Tx) error { return nil })
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			started, err := tx.StartItems(ctx, b.ID, 5, 10)
			if len(started) != 0 {
				t.Errorf("%d items begun while paused", len(started))
			}
			return err
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.MoveBatch(ctx, b.ID, store.BatchCancelled) })
		if n := work(t, d, b.ID, 5, 8); n != 0 {
			t.Errorf("%d cancelled items were done", n)
		}
		got, p := batchState(t, d, b.ID)
		if got.State != store.BatchCancelled || p.Done != 4 || p.Cancelled != 6 || p.Pending+p.Failed != 0 {
			t.Errorf("%+v, %+v", got, p)
		}
	})
}

// An item that fails says why, is counted, and can be tried again.
func TestFailedItems(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		b := newBatch(t, d, 3)
		work(t, d, b.ID, 1, 2)
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.FinishItems(ctx, b.ID, store.ItemResult{Number: 3, Problem: "no rule answers"})
			return err
		})
		got, p := batchState(t, d, b.ID)
		if got.State != store.BatchDone || p.Failed != 1 {
			t.Errorf("%+v, %+v", got, p)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Items(ctx, b.ID, store.ItemFilter{State: store.ItemFailed}, store.Page{})
			if len(list.Items) != 1 || list.Items[0].Problem != "no rule answers" || list.Items[0].Score != -1 {
				t.Errorf("%+v", list)
			}
			ranking, rankErr := tx.Items(ctx, b.ID, store.ItemFilter{Ranked: true}, store.Page{})
			if last := ranking.Items[len(ranking.Items)-1]; last.Number != 3 {
				t.Errorf("%+v ranks last", last)
			}
			return errors.Join(err, rankErr)
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			n, err := tx.RetryItems(ctx, b.ID)
			if n != 1 {
				t.Errorf("%d tried again", n)
			}
			return err
		})
		work(t, d, b.ID, 3, 3)
		if got, p := batchState(t, d, b.ID); got.State != store.BatchDone || p.Done != 3 {
			t.Errorf("%+v, %+v", got, p)
		}
	})
}

// Of the same request 50 times at once one is carried out, and all get the same answer.
func TestIdempotencyKeys(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		r := store.Request{Caller: "key:a", Key: "1", Digest: store.Digest([]byte("POST /v1/batches {}"))}
		answer := func(tx *store.Tx) (string, error) {
			answer, done, err := tx.Claim(t.Context(), r)
			if err != nil || done {
				return string(answer), err
			}
			b, err := tx.CreateBatch(t.Context(), store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
			if err != nil {
				return "", err
			}
			return b.ID, tx.Answer(t.Context(), r, []byte(b.ID))
		}
		got := make([]string, 50)
		var all sync.WaitGroup
		for i := range got {
			all.Go(func() {
				if err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) (err error) { got[i], err = answer(tx); return err }); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		for _, g := range got {
			if g == "" || g != got[0] {
				t.Errorf("%q, %q", g, got[0])
			}
		}
		other := r
		other.Digest = store.Digest([]byte("another"))
		claim := func(r store.Request) (done bool, err error) {
			err = d.Store.Update(t.Context(), "tester", func(tx *store.Tx) (err error) { _, done, err = tx.Claim(t.Context(), r); return err })
			return done, err
		}
		if _, err := claim(other); !errors.Is(err, store.ErrReused) {
			t.Errorf("another request: %v", err)
		}
		fresh := r
		fresh.Key = "2"
		if done, err := claim(fresh); done || err != nil {
			t.Errorf("%v, %v", done, err)
		}
		if _, err := claim(fresh); !errors.Is(err, store.ErrInFlight) {
			t.Errorf("claimed and not answered: %v", err)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Forget(ctx, fresh) })
		if done, err := claim(fresh); done || err != nil {
			t.Errorf("after it was forgotten: %v, %v", done, err)
		}
		d.Clock.Turn(store.AnswerLifetime)
		if done, err := claim(other); done || err != nil {
			t.Errorf("a day later: %v, %v", done, err)
		}
	})
}

// Bytes come back as they were, whether they could be made smaller or not, and damage is noticed.
func TestContentOfProposals(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		for i, src := range []string{"a", "\x00\xff", strings.Repeat("项目名称: 智能 ", 10_000)} {
			got := submit(t, d, fmt.Sprintf("r%d", i), src)
			view(t, d, func(ctx context.Context, tx *store.Tx) error {
				back, err := tx.Proposal(ctx, got.Version.Digest)
				if string(back) != src {
					t.Errorf("%.20q came back as %.20q", src, back)
				}
				return err
			})
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			if _, err := tx.Proposal(ctx, store.Digest(nil)); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("%v", err)
			}
			return nil
		})
	})
}
