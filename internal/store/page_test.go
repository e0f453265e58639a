package store_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// A cursor is a place in the list that gave it and in its order, and is refused everywhere else, as is what no page gave: an
// empty page would look like the end of the list.
func TestCursorsHoldInTheirOwnList(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		var submission, batch string
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			for i := range 3 {
				u := upload(fmt.Sprint("r", i), content(i))
				a := assessed(content(i), assess.Score(1000*i))
				if i > 0 { // the first ranks last, without a score
					u.Assessed = &a
				}
				got, err := tx.Submit(ctx, u)
				if err != nil {
					return err
				}
				submission = got.Submission.ID
			}
			again := upload("r2", "again")
			_, err := tx.Submit(ctx, again)
			return err
		})
		for range 2 {
			batch = newBatch(t, d, 3).ID
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			for _, project := range []string{"p", "q"} {
				w := assess.Waiver{Requirement: "DATA-03", Scope: assess.Scope{Project: project}, Reason: "x", Owner: "a", Approver: "b", Expires: "2027-01-01"}
				if _, err := tx.AddWaiver(ctx, "aiplus", w); err != nil {
					return err
				}
			}
			return nil
		})
		lists := map[string]func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error){
			"items by number": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Items(ctx, batch, store.ItemFilter{}, p)
				return len(l.Items), l.Next, err
			},
			"items by score": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Items(ctx, batch, store.ItemFilter{Ranked: true}, p)
				return len(l.Items), l.Next, err
			},
			"submissions by time": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Standings(ctx, store.StandingFilter{}, p)
				return len(l.Items), l.Next, err
			},
			"submissions by score": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Standings(ctx, store.StandingFilter{Ranked: true}, p)
				return len(l.Items), l.Next, err
			},
			"submissions without scores": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Submissions(ctx, store.SubmissionFilter{}, p)
				return len(l.Items), l.Next, err
			},
			"batches": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Batches(ctx, store.BatchFilter{}, p)
				return len(l.Items), l.Next, err
			},
			"versions": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Versions(ctx, submission, p)
				return len(l.Items), l.Next, err
			},
			"waivers": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Waivers(ctx, store.WaiverFilter{}, p)
				return len(l.Items), l.Next, err
			},
			"events": func(ctx context.Context, tx *store.Tx, p store.Page) (int, string, error) {
				l, err := tx.Events(ctx, "", p)
				return len(l.Items), l.Next, err
			},
		}
		made := map[string]string{ // by no list
			"{}": "e30", "null": "bnVsbA", "nothing": "=", "a negative number": base64.RawURLEncoding.EncodeToString([]byte(`{"n":-5}`)),
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			cursors := map[string]string{}
			for name, list := range lists {
				n, next, err := list(ctx, tx, store.Page{Limit: 1})
				if err != nil || next == "" {
					t.Fatalf("%s: %d, %q, %v", name, n, next, err)
				}
				cursors[name] = next
				src, _ := base64.RawURLEncoding.DecodeString(next)
				for what, n := range map[string]string{"twice a number": `"n":1,"n":`, "below all": `"n":-1`, "another number": `"N":`} {
					made[what+" in "+name] = base64.RawURLEncoding.EncodeToString([]byte(strings.Replace(string(src), `"n":`, n, 1)))
				}
			}
			for name, list := range lists {
				for other, cursor := range cursors {
					n, _, err := list(ctx, tx, store.Page{Limit: 1, After: cursor})
					if name == other && (n != 1 || err != nil) {
						t.Errorf("%s goes on with %d, %v", name, n, err)
					}
					if name != other && !errors.Is(err, store.ErrCursor) {
						t.Errorf("%s after a place in %s: %d, %v", name, other, n, err)
					}
				}
				for what, cursor := range made {
					if n, _, err := list(ctx, tx, store.Page{Limit: 1, After: cursor}); !errors.Is(err, store.ErrCursor) {
						t.Errorf("%s after %s: %d, %v", name, what, n, err)
					}
				}
			}
			return nil
		})
	})
}
