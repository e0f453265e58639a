package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// raw opens the database beside the store, as somebody would who has its password or its file.
func raw(t testing.TB, d *storetest.Database) *sql.DB {
	t.Helper()
	driver, address := "pgx", d.Address
	if d.Kind == "sqlite" {
		driver, address = "sqlite", "file:"+strings.TrimPrefix(d.Address, "sqlite:")+"?_pragma=busy_timeout(5000)"
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1) // settings are those of a connection
	t.Cleanup(func() { db.Close() })
	return db
}

func must(t testing.TB, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// disarm takes the triggers away that guard the log.
func disarm(t testing.TB, d *storetest.Database, db *sql.DB) {
	t.Helper()
	if d.Kind == "postgres" {
		must(t, db, "SET session_replication_role = replica")
		return
	}
	for _, trigger := range []string{"audit_no_update", "audit_no_delete", "audit_at_end", "audit_head_forward", "audit_head_no_delete"} {
		must(t, db, "DROP TRIGGER "+trigger)
	}
}

func log(t testing.TB, d *storetest.Database, n int) {
	t.Helper()
	for i := range n {
		update(t, d, func(_ context.Context, tx *store.Tx) error {
			return errors.Join(tx.Audit("test.one", fmt.Sprint(i), map[string]string{"n": fmt.Sprint(i)}), tx.Audit("test.two", "", nil))
		})
	}
}

// Rows of the log are neither changed nor removed, nor put anywhere but at the end, whoever tries by plain statements.
func TestTheLogIsAppendOnly(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		log(t, d, 3)
		db := raw(t, d)
		for _, s := range []string{
			"UPDATE audit SET actor = 'x' WHERE seq = 2", "DELETE FROM audit WHERE seq = 2", "DELETE FROM audit",
			"INSERT INTO audit SELECT 9, at, actor, action, object, detail, prev, hash FROM audit WHERE seq = 1",
			"INSERT INTO audit SELECT 0, at, actor, action, object, detail, prev, hash FROM audit WHERE seq = 1",
			"UPDATE audit_head SET seq = 1", "DELETE FROM audit_head",
		} {
			if _, err := db.ExecContext(t.Context(), s); err == nil {
				t.Errorf("done: %s", s)
			}
		}
		if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
			t.Error(err)
		}
	})
}

// With the guards away, whatever is done to a row is found, and the first such row is named.
func TestTamperingWithTheLog(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		log(t, d, 10) // 20 rows
		var kept, middle store.AuditHead
		view(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			kept, err = tx.AuditHead(ctx)
			list, listErr := tx.Events(ctx, "", store.Page{Limit: 12})
			last := list.Items[11]
			middle = store.AuditHead{Seq: last.Seq, Hash: last.Hash()}
			return errors.Join(err, listErr)
		})
		db := raw(t, d)
		disarm(t, d, db)
		must(t, db, "CREATE TABLE kept AS SELECT * FROM audit", "CREATE TABLE kept_head AS SELECT * FROM audit_head")
		const last = "UPDATE audit_head SET seq = 19, hash = (SELECT hash FROM audit WHERE seq = 19)"
		cases := []struct {
			name  string
			do    []string
			seq   int64
			fault store.AuditFault
			kept  []store.AuditHead
		}{
			{"nothing", nil, 0, "", []store.AuditHead{kept, middle}},
			{"a row that is removed", []string{"DELETE FROM audit WHERE seq = 7"}, 7, store.AuditMissing, nil},
			{"the first row", []string{"DELETE FROM audit WHERE seq = 1"}, 1, store.AuditMissing, nil},
			{"the last row", []string{"DELETE FROM audit WHERE seq = 20"}, 20, store.AuditMissing, nil},
			{"the last row and the note of where the end is, seen by a kept end", []string{"DELETE FROM audit WHERE seq = 20", last}, 20, store.AuditMissing, []store.AuditHead{kept}},
			{"all rows", []string{"DELETE FROM audit"}, 1, store.AuditMissing, nil},
			{"a row before the first", []string{"INSERT INTO audit SELECT 0, at, actor, action, object, detail, prev, hash FROM audit WHERE seq = 1"}, 0, store.AuditInserted, nil},
			{"a row after the last", []string{"INSERT INTO audit SELECT 21, at, actor, action, object, detail, prev, hash FROM audit WHERE seq = 1"}, 21, store.AuditChanged, nil},
			{"a removed row whose place is closed", []string{"DELETE FROM audit WHERE seq = 7", "UPDATE audit SET seq = seq - 1 WHERE seq = 8"}, 7, store.AuditChanged, nil},
			{"two rows exchanged", []string{"UPDATE audit SET seq = -1 WHERE seq = 4", "UPDATE audit SET seq = 4 WHERE seq = 9", "UPDATE audit SET seq = 9 WHERE seq = -1"}, 4, store.AuditChanged, nil},
			{"the end", []string{"UPDATE audit_head SET seq = 19"}, 20, store.AuditInserted, nil},
			{"the hash of the end", []string{"UPDATE audit_head SET hash = prev FROM audit WHERE audit.seq = 20"}, 20, store.AuditRewritten, nil},
			{"another log, seen by a kept row", nil, 12, store.AuditRewritten, []store.AuditHead{{Seq: 12, Hash: kept.Hash}}},
		}
		for column, value := range map[string]string{"at": "at + 1", "actor": "'x'", "action": "action || 'x'", "object": "'x'", "detail": "'{}x'", "prev": "hash", "hash": "prev"} {
			seq := 1 + rand.Int64N(20)
			cases = append(cases, struct {
				name  string
				do    []string
				seq   int64
				fault store.AuditFault
				kept  []store.AuditHead
			}{"a changed " + column, []string{fmt.Sprintf("UPDATE audit SET %s = %s WHERE seq = %d", column, value, seq)}, seq, store.AuditChanged, nil})
		}
		for _, tc := range cases {
			must(t, db, tc.do...)
			_, err := d.Store.VerifyAudit(t.Context(), nil, tc.kept...)
			var found *store.AuditError
			switch {
			case tc.fault == "":
				if err != nil {
					t.Errorf("%s: %v", tc.name, err)
				}
			case !errors.As(err, &found) || found.Seq != tc.seq || found.Fault != tc.fault:
				t.Errorf("%s: %v, want row %d %s", tc.name, err, tc.seq, tc.fault)
			}
			must(t, db, "DELETE FROM audit", "INSERT INTO audit SELECT * FROM kept", "UPDATE audit_head SET seq = kept_head.seq, hash = kept_head.hash FROM kept_head")
		}
	})
}

// A change whose hash is made to fit shows in the row after it.
func TestAChangedRowWithAFittingHash(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		other := storetest.Open(t, d.Kind)
		log(t, d, 5)
		log(t, other, 2)
		var forged store.Event
		update(t, other, func(_ context.Context, tx *store.Tx) error { return tx.Audit("forged", "", nil) })
		view(t, other, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Events(ctx, "", store.Page{})
			forged = list.Items[4]
			return err
		})
		// The row of another log is right in itself, and follows another row.
		from, to := raw(t, other), raw(t, d)
		disarm(t, d, to)
		var prev, hash []byte
		if err := from.QueryRowContext(t.Context(), "SELECT prev, hash FROM audit WHERE seq = 5").Scan(&prev, &hash); err != nil {
			t.Fatal(err)
		}
		if _, err := to.ExecContext(t.Context(), "UPDATE audit SET at = $1, actor = $2, action = $3, object = $4, detail = $5, prev = $6, hash = $7 WHERE seq = 5",
			forged.Time.UnixMicro(), forged.Actor, forged.Action, forged.Object, forged.Detail, prev, hash); err != nil {
			t.Fatal(err)
		}
		_, err := d.Store.VerifyAudit(t.Context(), nil)
		var found *store.AuditError
		if !errors.As(err, &found) || found.Seq != 5 && found.Seq != 6 || found.Fault != store.AuditUnlinked {
			t.Errorf("%v", err)
		}
	})
}
