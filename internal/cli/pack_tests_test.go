package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui/internal/cli"
)

// --watch runs the tests again when a file changes, waits through a pack that does not load, and ends on an interruption.
func TestPackTestWatches(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/mini")); err != nil {
		t.Fatal(err)
	}
	rule := filepath.Join(dir, "rego/mini/rules/d_01/scale.rego")
	good, err := os.ReadFile(rule)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	out := new(lines)
	code := make(chan int)
	go func() {
		code <- cli.Run(ctx, []string{"pack", "test", "--pack", dir, "--watch", "--lang", "en"}, cli.Env{
			Stdout: out, Stderr: out, Getenv: func(string) string { return "" }, Now: time.Now, Version: "test",
		})
	}()
	wait := func(text string, times int) {
		t.Helper()
		for end := time.Now().Add(30 * time.Second); strings.Count(out.String(), text) < times; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%q does not come %d times in:\n%s", text, times, out)
			}
		}
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(rule, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wait("7 passed, 0 failed", 1)
	wait("waiting for files", 1)
	write(strings.Replace(string(good), "n < thresholds", "n <= thresholds", 1))
	wait("2 failed", 1)
	write("package")
	wait("pack mini is invalid", 1)
	write(string(good))
	wait("7 passed, 0 failed", 2)
	cancel()
	if got := <-code; got != cli.ExitInterrupted {
		t.Errorf("exit code %d, want %d", got, cli.ExitInterrupted)
	}
}
