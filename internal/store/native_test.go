package store_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// A queue writes into the same transaction by its native form: both are kept, or neither.
func TestNativeTransaction(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		must(t, raw(t, d), "CREATE TABLE job (name TEXT)")
		enqueue := func(ctx context.Context, tx *store.Tx, name string) (err error) {
			if d.Kind == "sqlite" {
				_, err = tx.SQL().ExecContext(ctx, "INSERT INTO job VALUES ('"+name+"')")
			} else {
				_, err = tx.PGX().Exec(ctx, "INSERT INTO job VALUES ('"+name+"')")
			}
			return err
		}
		failed := errors.New("failed")
		for name, want := range map[string]error{"gone": failed, "kept": nil} {
			err := try(t, d, func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Submit(ctx, upload(name, content(1)))
				return errors.Join(err, enqueue(ctx, tx, name), want)
			})
			if !errors.Is(err, want) {
				t.Errorf("%v", err)
			}
		}
		var names []string
		rows, err := raw(t, d).QueryContext(t.Context(), "SELECT name FROM job UNION ALL SELECT reference FROM submission")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
		if diff := cmp.Diff([]string{"kept", "kept"}, names); diff != "" || rows.Err() != nil {
			t.Error(diff, rows.Err())
		}
		if (d.Store.SQL() == nil) == (d.Store.PGX() == nil) {
			t.Error("both or neither of the native connections")
		}
	})
}

// Without a clock PostgreSQL's own counts, to the microsecond and once for a transaction; a file must be given one.
func TestTheClockOfTheDatabase(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "postgres")
	s, err := store.Open(t.Context(), d.Address, store.Options{Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.Update(t.Context(), "tester", func(tx *store.Tx) error {
		first, err := tx.Now(t.Context())
		again, againErr := tx.Now(t.Context())
		if !first.Equal(again) || time.Since(first).Abs() > time.Minute {
			t.Errorf("%v, %v", first, again)
		}
		got, submitErr := tx.Submit(t.Context(), upload("r1", content(1)))
		if !got.Version.Created.Equal(first) {
			t.Errorf("%v, %v", got.Version.Created, first)
		}
		return errors.Join(err, againErr, submitErr)
	})
	if err != nil {
		t.Error(err)
	}
	file := storetest.Open(t, "sqlite")
	if err := file.Store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), file.Address, store.Options{Random: rand.Reader}); err == nil || !strings.Contains(err.Error(), "Options.Now") {
		t.Errorf("%v", err)
	}
	if file.Store, err = store.Open(t.Context(), file.Address, file.Options()); err != nil {
		t.Fatal(err)
	}
}

// A batch can be made of what is in the store, and can be kept beyond its time.
func TestBatchOfStoredProposals(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		sub := submit(t, d, "r1", content(1))
		var b store.Batch
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			if b, err = tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"}); err != nil {
				return err
			}
			if err := tx.AddItems(ctx, b.ID, 1, store.NewItem{Digest: sub.Version.Digest, Submission: sub.Submission.ID}); err != nil {
				return err
			}
			return tx.HoldBatch(ctx, b.ID, "lawsuit")
		})
		for _, tc := range []struct {
			name string
			item store.NewItem
			want error
		}{
			{"a digest of nothing", store.NewItem{Digest: store.Digest([]byte("none"))}, store.ErrNotFound},
			{"neither bytes nor a digest", store.NewItem{Name: "x"}, store.ErrInvalid},
			{"both", store.NewItem{Digest: sub.Version.Digest, Proposal: store.NewContent([]byte("x"))}, store.ErrInvalid},
			{"no bytes", store.NewItem{Proposal: store.NewContent(nil)}, store.ErrInvalid},
			{"too many bytes", store.NewItem{Proposal: store.NewContent(make([]byte, 16<<20+1))}, store.ErrInvalid},
		} {
			if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.AddItems(ctx, b.ID, 2, tc.item) }); !errors.Is(err, tc.want) {
				t.Errorf("%s: %v, want %v", tc.name, err, tc.want)
			}
		}
		d.Clock.Turn(100 * day)
		if removed, err := d.Store.Retain(t.Context(), "retention", d.Clock.Now().Add(-day), nil); err != nil || removed != (store.Removed{Submissions: 1}) {
			t.Errorf("%+v, %v", removed, err)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Items(ctx, b.ID, store.ItemFilter{}, store.Page{})
			if len(list.Items) != 1 || list.Items[0].Digest != sub.Version.Digest || list.Items[0].Submission != "" {
				t.Errorf("%+v", list)
			}
			mine, mineErr := tx.Batches(ctx, store.BatchFilter{Actor: "tester", State: store.BatchOpen}, store.Page{})
			if len(mine.Items) != 1 || mine.Items[0].Hold != "lawsuit" || mine.Items[0].Items != 1 {
				t.Errorf("%+v", mine)
			}
			others, othersErr := tx.Batches(ctx, store.BatchFilter{Actor: "somebody"}, store.Page{})
			if len(others.Items) != 0 {
				t.Errorf("%+v", others)
			}
			return errors.Join(err, mineErr, othersErr)
		})
	})
}

func TestAuditHeads(t *testing.T) {
	t.Parallel()
	hash := store.Digest(nil)
	if h, err := store.ParseAuditHead("12:" + hash); err != nil || h.String() != "12:"+hash {
		t.Errorf("%v, %v", h, err)
	}
	for _, s := range []string{"", "12", ":" + hash, "-1:" + hash, "12:" + hash[1:], "12:" + strings.ToUpper(hash), "x:" + hash} {
		if h, err := store.ParseAuditHead(s); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%q: %v, %v", s, h, err)
		}
	}
}

// Whoever leaves during a transaction is told that they left, whenever the database noticed: a service does not take it for an error.
func TestTheEndOfAContextIsNamed(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		ctx, leave := context.WithCancel(t.Context())
		err := d.Store.View(ctx, func(tx *store.Tx) error {
			leave()
			if tx.SQL() == nil {
				return nil
			}
			var err error
			for !errors.Is(err, sql.ErrTxDone) { // database/sql ends it in a goroutine of its own
				_, err = tx.SQL().ExecContext(t.Context(), "SELECT 1")
			}
			return nil
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
}
