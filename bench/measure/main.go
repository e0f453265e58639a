//go:build unix

// Command measure runs a program once and appends what it took to a file: wall time and CPU time (user and system) in
// milliseconds, peak resident memory in KB, and the exit code, separated by tabs.
//
//	measure -to FILE -label NAME [-out FILE] -- PROGRAM ARGUMENT…
//
// Figures come from the kernel's account of the finished process and its children. The exit code of the program is
// recorded, not judged: a proposal that does not pass is not a failure of the measurement. measure fails when the program
// cannot be started or is killed by a signal.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

func main() {
	to := flag.String("to", "", "file to append the figures to")
	label := flag.String("label", "", "first column")
	out := flag.String("out", os.DevNull, "where standard output of the program goes")
	flag.Parse()
	if err := run(*to, *label, *out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run(to, label, out string, args []string) error {
	if to == "" || len(args) == 0 {
		return errors.New("usage: measure -to FILE -label NAME [-out FILE] -- PROGRAM ARGUMENT…")
	}
	stdout, err := os.Create(out)
	if err != nil {
		return err
	}
	defer stdout.Close()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = stdout, os.Stderr
	start := time.Now()
	err = cmd.Run()
	wall := time.Since(start)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	state := cmd.ProcessState
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return fmt.Errorf("%s was killed: %s", args[0], status.Signal())
	}
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("the system keeps no account of resources")
	}
	rss := int64(usage.Maxrss)
	if runtime.GOOS == "darwin" { // bytes there, KB elsewhere
		rss /= 1024
	}
	f, err := os.OpenFile(to, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%s\t%d\t%d\t%d\t%d\n", label, wall.Milliseconds(), (state.UserTime() + state.SystemTime()).Milliseconds(), rss, state.ExitCode())
	return errors.Join(err, f.Close())
}
