package cli_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/cli"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/store"
)

// A worker assesses what waits, and ends with 0 when it is told to.
func TestWorker(t *testing.T) {
	t.Parallel()
	address := "sqlite:" + filepath.Join(t.TempDir(), "hegui.db")
	env := cli.Env{
		Files: hegui.Files, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard,
		Getenv: func(string) string { return "" }, Now: time.Now, Random: rand.Reader, Version: "test",
	}
	if code := cli.Run(t.Context(), []string{"migrate", "up", "--store", address}, env); code != cli.ExitOK {
		t.Fatalf("exit code %d", code)
	}
	p, err := pack.Open(hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	o := store.Options{Now: time.Now, Random: rand.Reader}
	s, err := store.Open(t.Context(), address, o)
	if err != nil {
		t.Fatal(err)
	}
	q, err := jobs.Open(t.Context(), s, jobs.Options{Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	var id string
	err = s.Update(t.Context(), "tester", func(tx *store.Tx) error {
		b, err := tx.CreateBatch(t.Context(), store.NewBatch{Pack: p.Ref, Profile: "general", AsOf: "2026-11-01"})
		if err != nil {
			return err
		}
		id = b.ID
		return errors.Join(tx.AddItems(t.Context(), id, 1, store.NewItem{Name: "a.yaml", Proposal: store.NewContent([]byte("apiVersion: hegui/v1\nkind: Proposal\n"))}), q.Start(t.Context(), tx, id))
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan int, 1)
	go func() { ended <- cli.Run(ctx, []string{"worker", "--store", address, "--workers", "2"}, env) }()
	o.ReadOnly = true
	for until := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		state := store.BatchState("")
		if s, err := store.Open(t.Context(), address, o); err == nil {
			_ = s.View(t.Context(), func(tx *store.Tx) error {
				b, err := tx.Batch(t.Context(), id)
				state = b.State
				return err
			})
			_ = s.Close()
		}
		if state == store.BatchDone {
			break
		}
		if time.Now().After(until) {
			t.Fatalf("the batch is %s", state)
		}
	}
	cancel()
	if code := <-ended; code != cli.ExitOK {
		t.Errorf("exit code %d", code)
	}
}
