package sandbox_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"hegui/internal/sandbox"
)

// Row R5 of docs/packs-under-attack.md: whatever else runs goes before the child, before all of its threads, where its parent
// wants it so.
func TestTheChildGoesLast(t *testing.T) {
	t.Parallel()
	for _, nice := range []int{0, 10} {
		t.Run(strconv.Itoa(nice), func(t *testing.T) {
			t.Parallel()
			goesAfter(t, nice)
		})
	}
}

// goesAfter checks the niceness of all threads of a child that has loaded a pack.
func goesAfter(t *testing.T, nice int) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	own, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := min(20-own+nice, 19) // the system call counts down from 20
	cmd := exec.CommandContext(t.Context(), program, sandbox.Command)
	cmd.Env, cmd.SysProcAttr = []string{}, &syscall.SysProcAttr{Setpgid: true} // as the parent starts it
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write(frame(t, map[string]any{"load": map[string]any{"nice": nice, "id": "hostile", "files": skeleton(t)}})); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 4)); err != nil { // it has loaded the pack and waits
		t.Fatal(err)
	}
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", cmd.Process.Pid))
	if err != nil || len(threads) < 2 {
		t.Fatal(threads, err)
	}
	for _, thread := range threads {
		stat, err := os.ReadFile(thread)
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(stat), ") ")
		if got, err := strconv.Atoi(strings.Fields(after)[16]); got != want || err != nil {
			t.Errorf("%s: niceness %d, want %d: %v", thread, got, want, err)
		}
	}
	_ = in.Close()
	_, _ = io.Copy(io.Discard, out)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}
