package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// Submissions are ranked by what their current version was assessed as, page by page, each once; those without an assessment
// come last, and equal scores in the order of their ids.
func TestRanking(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		want := map[string]assess.Score{} // by id
		for i := range 23 {
			u := upload(fmt.Sprint("r", i), content(i))
			u.Applicant = fmt.Sprint("a", i%3)
			a := assessed(content(i), assess.Score(1000*(i%7)))
			if i != 5 {
				u.Assessed = &a
			}
			update(t, d, func(ctx context.Context, tx *store.Tx) error {
				got, err := tx.Submit(ctx, u)
				want[got.Submission.ID] = a.Score
				if i == 5 {
					want[got.Submission.ID] = -1
				}
				return err
			})
		}
		list := func(f store.StandingFilter) (ids []string) {
			for p := (store.Page{Limit: 4}); ; {
				view(t, d, func(ctx context.Context, tx *store.Tx) error {
					got, err := tx.Standings(ctx, f, p)
					for _, s := range got.Items {
						if score := want[s.ID]; (s.Assessment == nil) != (score < 0) || score >= 0 && s.Assessment.Score != score || s.Version.Number != 1 {
							t.Errorf("%+v, want the score %d", s, score)
						}
						ids = append(ids, s.ID)
					}
					p.After = got.Next
					return err
				})
				if p.After == "" {
					return ids
				}
			}
		}
		ranked := list(store.StandingFilter{Ranked: true})
		if !slices.IsSortedFunc(ranked, func(a, b string) int {
			if want[a] != want[b] {
				return int(want[b] - want[a])
			}
			return slices.Compare([]byte(a), []byte(b))
		}) || len(ranked) != 23 {
			t.Errorf("%v", ranked)
		}
		for name, tc := range map[string]struct {
			f store.StandingFilter
			n int
		}{
			"all":          {store.StandingFilter{}, 23},
			"an applicant": {store.StandingFilter{SubmissionFilter: store.SubmissionFilter{Applicant: "a1"}, Ranked: true}, 8},
			"a verdict":    {store.StandingFilter{Verdict: assess.VerdictPass}, 3},
			"a pack":       {store.StandingFilter{Pack: "aiplus"}, 22},
			"a profile":    {store.StandingFilter{Profile: "other", Ranked: true}, 0},
		} {
			if got := list(tc.f); len(got) != tc.n {
				t.Errorf("%s: %d", name, len(got))
			}
		}
	})
}

// An assessment comes with the version that it is of, and is refused when it is of another text.
func TestAssessedWhenItCame(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		u, a := upload("r1", content(1)), assessed(content(2), 7000)
		u.Assessed = &a
		err := try(t, d, func(ctx context.Context, tx *store.Tx) error { _, err := tx.Submit(ctx, u); return err })
		if !errors.Is(err, store.ErrInvalid) {
			t.Errorf("an assessment of another text: %v", err)
		}
		a = assessed(content(1), 7000)
		later := a
		later.Key = store.Digest([]byte("later"))
		for i, as := range []store.Assessed{a, later} { // the same text again: what it was assessed as stays
			u.Assessed = &as
			update(t, d, func(ctx context.Context, tx *store.Tx) error {
				got, err := tx.Submit(ctx, u)
				if got.Version.Assessment != a.Key || got.New != (i == 0) {
					t.Errorf("%+v", got)
				}
				return err
			})
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Assessment(ctx, later.Key)
			if !errors.Is(err, store.ErrNotFound) {
				t.Errorf("%v", err)
			}
			list, err := tx.Standings(ctx, store.StandingFilter{}, store.Page{})
			if len(list.Items) != 1 || list.Items[0].Assessment == nil {
				t.Fatalf("%+v", list)
			}
			one, oneErr := tx.Standing(ctx, list.Items[0].ID)
			if one.Assessment.Key != a.Key || one.Assessment.Score != 7000 || one.Assessment.Result != a.JSON.Digest() {
				t.Errorf("%+v", one.Assessment)
			}
			return errors.Join(err, oneErr)
		})
	})
}
