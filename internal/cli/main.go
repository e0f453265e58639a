package cli

import (
	"context"
	"crypto/rand"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/term"
)

// version is set by the linker in releases: -X hegui/internal/cli.version=1.2.3.
var version = "0.1.0"

// Main runs the program in the real world: its arguments, streams, environment, clock and signals.
func Main(files fs.FS) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the first interruption ends what is under way; a second one ends the program
	program, err := os.Executable()
	if err != nil {
		program = "" // then nothing can be isolated, and packs that have to be are refused
	}
	env := Env{
		Files: files, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Environ: os.Environ, Now: time.Now, Random: rand.Reader, Version: version, Program: program,
		Asks: term.IsTerminal(int(os.Stdin.Fd())), ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
	if dir, err := os.UserCacheDir(); err == nil {
		env.CacheDir = filepath.Join(dir, "hegui", "plans")
	}
	if term.IsTerminal(int(os.Stdout.Fd())) {
		env.Width = 80
		if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && w > 0 {
			env.Width = w
		}
	}
	return Run(ctx, os.Args[1:], env)
}
