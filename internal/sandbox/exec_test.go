package sandbox_test

import (
	"errors"
	"io"
	"os/exec"
	"testing"

	"hegui/internal/sandbox"
)

// run runs a child by hand and gives its exit code.
func run(t *testing.T, program string, in io.Reader, out io.Writer) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, sandbox.Command)
	cmd.Stdin, cmd.Stdout, cmd.Env = in, out, []string{}
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	if err != nil {
		t.Fatal(err)
	}
	return 0
}
