package jobs_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"testing"
	"time"

	"hegui/internal/jobs"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// Connections to PostgreSQL are cut all the time: workers go on, nothing is lost and nothing done twice.
func TestLostConnections(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "postgres")
	if _, err := jobs.Migrate(t.Context(), d.Store); err != nil {
		t.Fatal(err)
	}
	name := "lost-" + rand.Text()
	s, err := store.Open(t.Context(), d.Address+"&application_name="+name, d.Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() }) // after the queue has ended
	q, err := jobs.Open(t.Context(), s, options(assessor(t, nil)))
	if err != nil {
		t.Fatal(err)
	}
	stop := run(t, q)
	const n = 200
	id := start(t, d, open(t, d, jobs.Options{Random: rand.Reader}), texts(n)...)
	cuts := 0
	for until := time.Now().Add(3 * time.Second); time.Now().Before(until); time.Sleep(150 * time.Millisecond) {
		tag, err := d.Store.PGX().Exec(t.Context(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", name)
		if err != nil {
			t.Fatal(err)
		}
		cuts += int(tag.RowsAffected())
	}
	p := await(t, d, id, store.BatchDone)
	t.Logf("%d connections cut, %+v", cuts, p)
	if p.Done != n || cuts == 0 {
		t.Errorf("%+v, %d connections cut", p, cuts)
	}
	sameAsAlone(t, d, id)
	stop()
	onceInTheLog(t, d, n)
}

// A disk that is full keeps results from being stored, and loses none; with room again the work goes on by itself.
func TestAFullDisk(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "sqlite")
	if _, err := jobs.Migrate(t.Context(), d.Store); err != nil {
		t.Fatal(err)
	}
	q := open(t, d, options(assessor(t, nil)))
	const n = 100
	id := start(t, d, q, texts(n)...)
	var pages int
	if err := d.Store.SQL().QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	room := func(pages int) { // SQLite's own limit, which fails as a full disk does
		if _, err := d.Store.SQL().ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	room(pages + 20)
	stop := run(t, q)
	time.Sleep(3 * time.Second)
	if b, p := state(t, d, id); b.State != store.BatchRunning || p.Done == n {
		t.Errorf("%s with %+v on a full disk", b.State, p)
	}
	room(1 << 30)
	if p := await(t, d, id, store.BatchDone); p.Done != n {
		t.Errorf("%+v", p)
	}
	sameAsAlone(t, d, id)
	stop()
	onceInTheLog(t, d, n)
}

// onceInTheLog holds that the log tells of each assessment once, and is whole.
func onceInTheLog(t *testing.T, d *storetest.Database, want int) {
	t.Helper()
	seen := map[string]bool{}
	err := d.Store.View(t.Context(), func(tx *store.Tx) error {
		list, err := tx.Events(t.Context(), "", store.Page{Limit: store.MaxLimit})
		for _, e := range list.Items {
			if e.Action == "assessment.record" && seen[e.Object] {
				t.Errorf("%s is recorded twice", e.Object)
			}
			seen[e.Object] = seen[e.Object] || e.Action == "assessment.record"
		}
		return err
	})
	_, auditErr := d.Store.VerifyAudit(t.Context(), nil)
	if err := errors.Join(err, auditErr, d.Store.VerifyRecords(t.Context(), nil)); err != nil {
		t.Error(err)
	}
	n := 0
	for _, recorded := range seen {
		if recorded {
			n++
		}
	}
	if n != want {
		t.Errorf("%d assessments in the log, want %d", n, want)
	}
}
