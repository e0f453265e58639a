package store_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

func TestMain(m *testing.M) {
	if address := os.Getenv(worker); address != "" {
		writeUntilKilled(address)
	}
	if address := os.Getenv(migrator); address != "" {
		if _, err := store.Migrate(context.Background(), address, store.Options{Now: time.Now, Random: rand.Reader}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(storetest.Main(m))
}

// update runs a transaction that must succeed.
func update(t testing.TB, d *storetest.Database, do func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	if err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return do(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

func view(t testing.TB, d *storetest.Database, do func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	if err := d.Store.View(t.Context(), func(tx *store.Tx) error { return do(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

// submit hands in an upload that must be taken.
func submit(t testing.TB, d *storetest.Database, reference, content string) (got store.Submitted) {
	t.Helper()
	update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
		got, err = tx.Submit(ctx, upload(reference, content))
		return err
	})
	return got
}

func upload(reference, content string) store.Upload {
	return store.Upload{Portal: "gz", Reference: reference, Applicant: "applicant of " + reference, Proposal: store.NewContent([]byte(content))}
}

// What is handed in is kept as it was, in versions; the same again is nothing new; a return to an earlier text is.
func TestVersionsOfASubmission(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		for i, tc := range []struct {
			content string
			version int
			new     bool
		}{
			{"a: 1\n", 1, true}, {"a: 1\n", 1, false}, {"a: 2\n", 2, true}, {"a: 1\n", 3, true}, {"a: 1\n", 3, false},
		} {
			got := submit(t, d, "r1", tc.content)
			if got.Version.Number != tc.version || got.New != tc.new || got.Submission.Versions != tc.version || got.Version.Digest != store.Digest([]byte(tc.content)) {
				t.Errorf("upload %d: %+v", i, got)
			}
		}
		s := submit(t, d, "r1", "a: 1\n").Submission
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Versions(ctx, s.ID, store.Page{})
			if err != nil {
				return err
			}
			if len(list.Items) != 3 || list.Items[0].Digest != list.Items[2].Digest || list.Items[1].Actor != "tester" {
				t.Errorf("%+v", list)
			}
			src, err := tx.Proposal(ctx, list.Items[1].Digest)
			if string(src) != "a: 2\n" {
				t.Errorf("%q", src)
			}
			return err
		})
	})
}

// The same upload 50 times at once is one submission with one version, and each caller is told of the same.
func TestTheSameUploadManyTimesAtOnce(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		const n = 50
		var all sync.WaitGroup
		got := make([]store.Submitted, n)
		for i := range n {
			all.Go(func() {
				err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) (err error) {
					got[i], err = tx.Submit(t.Context(), upload("r1", "a: 1\n"))
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		created := 0
		for _, g := range got {
			if g.New {
				created++
			}
			if g.Submission.ID != got[0].Submission.ID || g.Version.Number != 1 {
				t.Errorf("%+v", g)
			}
		}
		if created != 1 {
			t.Errorf("%d times new", created)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			subs, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{})
			if err != nil || len(subs.Items) != 1 {
				t.Errorf("%d submissions, %v", len(subs.Items), err)
			}
			events, err := tx.Events(ctx, "", store.Page{})
			if len(events.Items) != 1 {
				t.Errorf("%d events", len(events.Items))
			}
			return err
		})
	})
}

// Versions of one submission that come at once are numbered without a gap and none is lost.
func TestDifferentVersionsAtOnce(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		var all sync.WaitGroup
		for i := range 20 {
			all.Go(func() {
				err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
					_, err := tx.Submit(t.Context(), upload("r1", fmt.Sprintf("a: %d\n", i)))
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if s := submit(t, d, "r1", "last: 1\n").Submission; s.Versions != 21 {
			t.Errorf("%d versions", s.Versions)
		}
	})
}

func TestUploadsThatAreRefused(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		taken := submit(t, d, "taken", "a: 1\n")
		closed := submit(t, d, "closed", "a: 1\n")
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.CloseSubmission(ctx, closed.Submission.ID) })
		good := upload("r", "a: 1\n")
		for _, tc := range []struct {
			name   string
			change func(u *store.Upload)
			want   error
		}{
			{"no portal", func(u *store.Upload) { u.Portal = "" }, store.ErrInvalid},
			{"no reference", func(u *store.Upload) { u.Reference = "" }, store.ErrInvalid},
			{"no applicant", func(u *store.Upload) { u.Applicant = "" }, store.ErrInvalid},
			{"a reference with NUL, which only one database would take", func(u *store.Upload) { u.Reference = "a\x00" }, store.ErrInvalid},
			{"a reference that is not UTF-8", func(u *store.Upload) { u.Reference = "\xff" }, store.ErrInvalid},
			{"no content", func(u *store.Upload) { u.Proposal = store.Content{} }, store.ErrInvalid},
			{"the reference of another applicant", func(u *store.Upload) { u.Reference = taken.Submission.Reference }, store.ErrApplicant},
			{"other content after the decision", func(u *store.Upload) { *u = upload("closed", "a: 2\n") }, store.ErrClosed},
			{"the same content after the decision, which is no change", func(u *store.Upload) { *u = upload("closed", "a: 1\n") }, nil},
		} {
			u := good
			tc.change(&u)
			err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
				_, err := tx.Submit(t.Context(), u)
				return err
			})
			if !errors.Is(err, tc.want) {
				t.Errorf("%s: %v, want %v", tc.name, err, tc.want)
			}
		}
	})
}

// Pages hold every submission once, the latest first.
func TestPagesOfSubmissions(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		for i := range 7 {
			submit(t, d, fmt.Sprintf("r%d", i), "a: 1\n")
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			var got string
			p := store.Page{Limit: 3}
			for {
				list, err := tx.Submissions(ctx, store.SubmissionFilter{Portal: "gz"}, p)
				if err != nil {
					return err
				}
				for _, s := range list.Items {
					got += s.Reference + " "
				}
				if p.After = list.Next; p.After == "" {
					break
				}
				got += "| "
			}
			if want := "r6 r5 r4 | r3 r2 r1 | r0 "; got != want {
				t.Errorf("%q, want %q", got, want)
			}
			one, err := tx.Submissions(ctx, store.SubmissionFilter{Applicant: "applicant of r3"}, store.Page{})
			if len(one.Items) != 1 {
				t.Errorf("%d of one applicant", len(one.Items))
			}
			if _, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{After: "x!"}); !errors.Is(err, store.ErrCursor) {
				t.Errorf("%v", err)
			}
			return err
		})
	})
}

// Things of the same moment are in pages as others are: each once.
func TestPagesOfTheSameMoment(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			for i := range 10 {
				if _, err := tx.Submit(ctx, upload(fmt.Sprint(i), "a: 1\n")); err != nil {
					return err
				}
			}
			return nil
		})
		submit(t, d, "later", "a: 1\n")
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			seen := map[string]int{}
			p := store.Page{Limit: 3}
			for pages := 1; ; pages++ {
				list, err := tx.Submissions(ctx, store.SubmissionFilter{}, p)
				if err != nil {
					return err
				}
				for _, s := range list.Items {
					seen[s.Reference]++
				}
				if p.After = list.Next; p.After == "" {
					if len(seen) != 11 || pages != 4 {
						t.Errorf("%v in %d pages", seen, pages)
					}
					return nil
				}
			}
		})
	})
}

// A transaction that fails leaves nothing behind, and one that only reads cannot write.
func TestAllOrNothing(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		failed := errors.New("failed")
		err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
			if _, err := tx.Submit(t.Context(), upload("r1", "a: 1\n")); err != nil {
				t.Error(err)
			}
			return failed
		})
		if !errors.Is(err, failed) {
			t.Errorf("%v", err)
		}
		if err := d.Store.View(t.Context(), func(tx *store.Tx) error {
			_, err := tx.Submit(t.Context(), upload("r1", "a: 1\n"))
			return err
		}); err == nil {
			t.Error("written while reading")
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			subs, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{})
			head, headErr := tx.AuditHead(ctx)
			if len(subs.Items) != 0 || head.Seq != 0 {
				t.Errorf("%v, %v", subs, head)
			}
			return errors.Join(err, headErr)
		})
	})
}
