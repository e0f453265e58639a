package hegui_test

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// docs/submissions.md leads from an empty store to a decision, command by command, and its Chinese twin says the same commands.
// None may fail: one that is meant to be refused begins with an exclamation mark.
func TestTheGuideForSubmissionsWorksAsItStands(t *testing.T) {
	t.Parallel()
	follow(t, "docs/submissions", 35, map[string]string{"ranking.csv": "2026-0815", "ranking.xlsx": "PK", "first.md": "#", "submitted.json": `"new":true`})
}

// docs/batches.md leads from an empty store to a batch that is deleted.
func TestTheGuideForBatchesWorksAsItStands(t *testing.T) {
	t.Parallel()
	follow(t, "docs/batches", 20, map[string]string{
		"ranking.csv": "proposal-000001", "ranking.xlsx": "PK", "results.ndjson": `"file":"proposal-000001`, "changes.html": "<html", "root.json": "payload", "held.json": `"code":"wrong_state"`, "gone.json": `"code":"not_found"`,
	})
}

// follow types the commands of a guide and its Chinese twin, at least so many, in an empty folder, and looks what is in files afterwards.
func follow(t *testing.T, name string, least int, files map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("curl"); err != nil || runtime.GOOS == "windows" {
		t.Skip("the guide uses sh and curl")
	}
	commands := guide(t, name+".md")
	if other := guide(t, name+".zh.md"); strings.Join(other, "\n") != strings.Join(commands, "\n") {
		t.Error("the two languages have other commands")
	}
	bin := t.TempDir()
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(bin, "hegui"), "./cmd/hegui").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	free.Close()
	dir := t.TempDir()
	t.Cleanup(func() { // a guide that breaks off leaves the service running
		if pid, err := os.ReadFile(filepath.Join(dir, "serve.pid")); err == nil && t.Failed() {
			_ = exec.Command("kill", strings.TrimSpace(string(pid))).Run()
		}
	})
	for _, command := range commands {
		cmd := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(command, "127.0.0.1:8080", address))
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "no_proxy=127.0.0.1", "HEGUI_PACK_KEYS=", "HEGUI_RECEIPT_KEYS=")
		if out, err := cmd.CombinedOutput(); err != nil {
			log, _ := os.ReadFile(filepath.Join(dir, "serve.log"))
			t.Fatalf("%s: %v: %s\n%s", command, err, out, log)
		}
	}
	if len(commands) < least {
		t.Errorf("only %d commands", len(commands))
	}
	for file, want := range files {
		if src, err := os.ReadFile(filepath.Join(dir, file)); err != nil || !strings.Contains(string(src), want) {
			t.Error(fmt.Errorf("%s has no %q: %w", file, want, err))
		}
	}
}
