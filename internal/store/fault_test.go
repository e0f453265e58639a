package store_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// These are set for the processes that tests start and kill.
const (
	worker   = "HEGUI_STORE_TEST_WORKER"
	migrator = "HEGUI_STORE_TEST_MIGRATOR"
)

// writeUntilKilled hands in what its parent asks for and says so, one line for each that was kept.
func writeUntilKilled(address string) {
	ctx := context.Background()
	o := store.Options{Now: time.Now, Random: rand.Reader}
	s, err := store.Open(ctx, address, o)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for i := 0; ; i++ {
		err := s.Update(ctx, "worker", func(tx *store.Tx) error {
			_, err := tx.Submit(ctx, upload(fmt.Sprintf("%d-%d", os.Getpid(), i), content(i)))
			return err
		})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Printf("kept %d-%d\n", os.Getpid(), i)
	}
}

// A process that is killed at any moment loses nothing that it said was kept, leaves nothing half done, and its lock ends with it.
func TestKilledWriters(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		if d.Kind == "sqlite" {
			if err := d.Store.Close(); err != nil { // one writer of a file
				t.Fatal(err)
			}
		}
		kept := map[string]bool{}
		for range 8 {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), worker+"="+d.Address)
			var out strings.Builder
			cmd.Stdout = &out
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(300*time.Millisecond + time.Duration(mathrand.IntN(400))*time.Millisecond)
			if err := cmd.Process.Kill(); err != nil {
				t.Error(err)
			}
			_ = cmd.Wait() // it was killed
			for line := range strings.Lines(out.String()) {
				if reference, ok := strings.CutPrefix(line, "kept "); ok && strings.HasSuffix(line, "\n") {
					kept[strings.TrimSpace(reference)] = true
				} else {
					t.Error(line)
				}
			}
		}
		if d.Kind == "sqlite" {
			var err error
			if d.Store, err = store.Open(t.Context(), d.Address, d.Options()); err != nil {
				t.Fatal(err)
			}
		}
		if len(kept) == 0 {
			t.Fatal("nothing was kept: the processes were killed too early")
		}
		if err := d.Store.Check(t.Context()); err != nil {
			t.Error(err)
		}
		if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
			t.Error(err)
		}
		found := map[string]bool{}
		var head store.AuditHead
		view(t, d, func(ctx context.Context, tx *store.Tx) (err error) { // in one: the last commit of a killed process may still be under way
			if head, err = tx.AuditHead(ctx); err != nil {
				return err
			}
			p := store.Page{Limit: store.MaxLimit}
			for {
				list, err := tx.Submissions(ctx, store.SubmissionFilter{}, p)
				if err != nil {
					return err
				}
				for _, s := range list.Items {
					found[s.Reference] = true
				}
				if p.After = list.Next; p.After == "" {
					return nil
				}
			}
		})
		lost := 0
		for reference := range kept {
			if !found[reference] {
				lost++
			}
		}
		// What was kept without being said is at most what was under way when each was killed.
		if lost > 0 || len(found)-len(kept) > 8 || int64(len(found)) != head.Seq {
			t.Errorf("%d said to be kept, %d found, %d lost, %d rows of the log", len(kept), len(found), lost, head.Seq)
		}
		t.Logf("%d kept by processes that were killed", len(kept))
	})
}

// Flipped bits anywhere in a file are noticed by opening, checking or reading it, or change nothing of what is kept. What is
// covered by no digest and by no index could change silently: that is counted.
func TestDamagedFile(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "sqlite")
	for i := range 300 {
		submit(t, d, fmt.Sprint(i), content(i))
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if _, err := d.Store.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	want, err := readAll(t.Context(), copied)
	if err != nil {
		t.Fatal(err)
	}
	noticed, silent, rounds, folder := 0, 0, 200, t.TempDir()
	for n := range rounds {
		broken := append([]byte(nil), whole...)
		broken[mathrand.IntN(len(broken))] ^= 1 << mathrand.IntN(8)
		name := filepath.Join(folder, fmt.Sprintf("%d.db", n))
		if err := os.WriteFile(name, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		switch got, err := readAll(t.Context(), name); {
		case err != nil:
			noticed++
		case got != want:
			silent++
		}
	}
	t.Logf("of %d flipped bits %d were noticed, %d changed nothing, %d changed something silently", rounds, noticed, rounds-noticed-silent, silent)
	if noticed == 0 || silent > rounds/20 {
		t.Errorf("%d noticed, %d silent", noticed, silent)
	}
	if err := os.WriteFile(copied, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readAll(t.Context(), copied); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("half a file: %v", err)
	}
}

// readAll checks a file and gives all that it holds of submissions, their versions and their content.
func readAll(ctx context.Context, name string) (string, error) {
	s, err := store.Open(ctx, name, store.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer s.Close()
	if err := s.Check(ctx); err != nil {
		return "", err
	}
	if _, err := s.VerifyAudit(ctx, nil); err != nil {
		return "", err
	}
	if err := s.VerifyRecords(ctx, nil); err != nil {
		return "", err
	}
	var all strings.Builder
	err = s.View(ctx, func(tx *store.Tx) error {
		list, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{Limit: store.MaxLimit})
		if err != nil {
			return err
		}
		for _, s := range list.Items {
			v, err := tx.Version(ctx, s.ID, s.Versions)
			if err != nil {
				return err
			}
			src, err := tx.Proposal(ctx, v.Digest)
			if err != nil {
				return err
			}
			fmt.Fprintf(&all, "%+v %+v %q\n", s, v, src)
		}
		return nil
	})
	return all.String(), err
}

// A full disk refuses what comes and loses nothing that was taken; reading goes on, and with room again so does writing.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "sqlite")
	room := func(pages int) {
		if _, err := d.Store.SQL().ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	room(80) // SQLite's own limit, which fails as a full disk does
	taken := 0
	for ; taken < 10_000; taken++ {
		err := try(t, d, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Submit(ctx, upload(fmt.Sprint(taken), strings.Repeat(content(taken), 50)))
			return err
		})
		if err != nil {
			if !errors.Is(err, store.ErrFull) {
				t.Fatal(err)
			}
			break
		}
	}
	count := func() (n int) {
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{Limit: store.MaxLimit})
			n = len(list.Items)
			return err
		})
		return n
	}
	if n := count(); n != taken || taken == 0 {
		t.Errorf("%d taken, %d kept", taken, n)
	}
	room(1 << 20)
	submit(t, d, "after", content(1))
	if n := count(); n != taken+1 {
		t.Errorf("%d kept after there was room", n)
	}
	if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
		t.Error(err)
	}
}

// While PostgreSQL is away the store says that it is, and goes on when it is back.
func TestLostConnections(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "postgres")
	submit(t, d, "before", content(1))
	db := raw(t, d)
	kill := "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hegui' AND query LIKE '%" + strings.SplitAfter(d.Address, "search_path=")[1] + "%'"
	err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
		if err := tx.Audit("test", "mark", nil); err != nil {
			return err
		}
		if _, err := tx.PGX().Exec(t.Context(), "SELECT '"+strings.SplitAfter(d.Address, "search_path=")[1]+"'"); err != nil {
			return err
		}
		must(t, db, kill)
		_, err := tx.Submit(t.Context(), upload("during", content(2)))
		return err
	})
	if !errors.Is(err, store.ErrDown) {
		t.Errorf("%v", err)
	}
	submit(t, d, "after", content(3))
	view(t, d, func(ctx context.Context, tx *store.Tx) error {
		list, err := tx.Submissions(ctx, store.SubmissionFilter{}, store.Page{})
		if len(list.Items) != 2 {
			t.Errorf("%+v", list)
		}
		return err
	})
	if _, err := d.Store.VerifyAudit(t.Context(), nil); err != nil {
		t.Error(err)
	}
	nowhere := "postgres://postgres@/postgres?host=" + t.TempDir()
	if _, err := store.Open(t.Context(), nowhere, d.Options()); !errors.Is(err, store.ErrDown) {
		t.Errorf("no server: %v", err)
	}
}

// A user who may not change the tables, nor rows of the log, is enough to run the service.
func TestAUserWithFewRights(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "postgres")
	schema := strings.SplitAfter(d.Address, "search_path=")[1]
	role := "app_" + schema
	must(t, raw(t, d), "CREATE ROLE "+role+" LOGIN", "GRANT USAGE ON SCHEMA "+schema+" TO "+role,
		"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "+schema+" TO "+role, "REVOKE UPDATE, DELETE ON audit FROM "+role)
	s, err := store.Open(t.Context(), strings.Replace(d.Address, "postgres@/", role+"@/", 1), d.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	app := *d
	app.Store = s
	submit(t, &app, "r1", content(1))
	batch := newBatch(t, &app, 5)
	work(t, &app, batch.ID, 1, 5)
	d.Clock.Turn(10 * day)
	if _, err := s.Retain(t.Context(), "retention", d.Clock.Now().Add(-day), nil); err != nil {
		t.Error(err)
	}
	if _, err := s.VerifyAudit(t.Context(), nil); err != nil {
		t.Error(err)
	}
}
