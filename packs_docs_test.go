package hegui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// docs/packs.md leads from a document to a signed pack that scores a proposal, command by command, and its Chinese twin says
// the same commands. A command whose proposal is meant to fail is the only one that may.
func TestTheGuideForPacksWorksAsItStands(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the guide uses printf and sed")
	}
	commands := guide(t, "docs/packs.md")
	if other := guide(t, "docs/packs.zh.md"); strings.Join(other, "\n") != strings.Join(commands, "\n") {
		t.Error("the two languages have other commands")
	}
	bin := t.TempDir()
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(bin, "hegui"), "./cmd/hegui").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	dir, failed := t.TempDir(), 0
	for _, command := range commands {
		cmd := exec.CommandContext(t.Context(), "sh", "-c", command)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "HEGUI_PACK_KEYS=")
		out, err := cmd.CombinedOutput()
		if err != nil {
			failed++
			if !strings.HasSuffix(command, "fails.yaml") || cmd.ProcessState.ExitCode() != 1 {
				t.Fatalf("%s: %v: %s", command, err, out)
			}
		}
	}
	if len(commands) < 15 || failed != 1 {
		t.Errorf("%d commands, %d of them failed, want 1", len(commands), failed)
	}
}

// guide gives the commands of a page: what follows a dollar at the beginning of a line.
func guide(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var commands []string
	for line := range strings.Lines(string(text)) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			commands = append(commands, strings.TrimSuffix(command, "\n"))
		}
	}
	return commands
}
