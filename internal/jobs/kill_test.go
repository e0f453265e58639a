package jobs_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/jobs"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// work is a worker in a process of its own, until the batch that the environment names is done. A proposal that the
// environment names takes it down.
func work(address string) int {
	ctx := context.Background()
	o := store.Options{Random: rand.Reader, Now: time.Now}
	s, err := store.Open(ctx, address, o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	p, err := aiplus()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	profile, _ := p.Catalog.Profile("general")
	poison := os.Getenv("HEGUI_JOBS_POISON")
	a := &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, AsOf: "2026-11-01", Engine: "test",
		Evaluator: hooked{p.Rules, func(_ context.Context, digest string) error {
			if digest == poison {
				_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {}
			}
			return nil
		}},
	}
	options := options(a)
	options.Log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	q, err := jobs.Open(ctx, s, options)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		for ; ; time.Sleep(20 * time.Millisecond) {
			_ = s.View(ctx, func(tx *store.Tx) error {
				if b, err := tx.Batch(ctx, os.Getenv("HEGUI_JOBS_BATCH")); err == nil && b.State == store.BatchDone {
					cancel()
				}
				return nil
			})
		}
	}()
	if err := q.Run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// child starts a worker in a process of its own.
func child(t *testing.T, address, batch, poison string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "HEGUI_JOBS_WORKER="+address, "HEGUI_JOBS_BATCH="+batch, "HEGUI_JOBS_POISON="+poison)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// A proposal that takes its worker down each time fails in the end; the others of its batch are assessed.
func TestAProposalThatTakesItsWorkerDown(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		id := start(t, d, open(t, d, options(assessor(t, nil))), texts(100)...)
		apart(t, d, func() {
			deaths := 0
			for ; deaths < 30; deaths++ {
				cmd := child(t, d.Address, id, store.Digest(text(33)))
				if cmd.Wait() == nil {
					break
				}
			}
			t.Logf("%d workers taken down", deaths)
		})
		p := await(t, d, id, store.BatchDone)
		failed := itemsOf(t, d, id, store.ItemFilter{State: store.ItemFailed})
		if p.Done != 99 || len(failed) != 1 || failed[0].Number != 33 || jobs.ParseProblem(failed[0].Problem).Code != "E_WORKER_LOST" {
			t.Errorf("%+v, %+v", p, failed)
		}
		sameAsAlone(t, d, id)
	})
}

// Workers are killed again and again, at any moment: nothing is lost, nothing is there twice, and the results are those of a
// calm run. On PostgreSQL two work at a time.
func TestKilledWorkers(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		const n = 240
		id := start(t, d, open(t, d, options(assessor(t, nil))), texts(n)...)
		kills := 0
		apart(t, d, func() {
			if d.Kind == "postgres" {
				steady := child(t, d.Address, id, "")
				defer func() { _ = steady.Wait() }()
			}
			for ; kills < 4; kills++ {
				cmd := child(t, d.Address, id, "")
				ended := make(chan error, 1)
				go func() { ended <- cmd.Wait() }()
				select {
				case err := <-ended:
					if err != nil {
						t.Error(err)
					}
					return
				case <-time.After(500*time.Millisecond + time.Duration(kills)*150*time.Millisecond):
					_ = cmd.Process.Kill()
					<-ended
				}
			}
			if err := child(t, d.Address, id, "").Wait(); err != nil {
				t.Error(err)
			}
		})
		p := await(t, d, id, store.BatchDone)
		t.Logf("%d workers killed, %+v", kills, p)
		if p.Done != n {
			t.Errorf("%+v", p)
		}
		sameAsAlone(t, d, id)
		if err := d.Store.VerifyRecords(t.Context(), nil); err != nil {
			t.Error(err)
		}
	})
}

// apart closes a file while other processes write to it.
func apart(t *testing.T, d *storetest.Database, do func()) {
	t.Helper()
	if d.Kind == "postgres" {
		do()
		return
	}
	if err := d.Store.Close(); err != nil {
		t.Fatal(err)
	}
	do()
	s, err := store.Open(t.Context(), d.Address, d.Options())
	if err != nil {
		t.Fatal(err)
	}
	d.Store = s
}
