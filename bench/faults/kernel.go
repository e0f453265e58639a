package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// sweptItems is the size of the batch that is interrupted at every call of the kernel that its file depends on.
const sweptItems = 20

// watched are the calls that strace stops at.
const watched = "fsync,fdatasync,pwrite64,ftruncate,unlink,unlinkat,rename,renameat,renameat2"

// killPoints kills a worker on a file at its first, second, third … sync, and at every step-th write, until one is reached that does not
// come: each time the file must be whole, and the batch come to its calm end. strace does the killing.
func (b *bench) killPoints(ctx context.Context) error {
	calm, base, err := b.swept(ctx)
	if err != nil {
		return err
	}
	for _, point := range []struct {
		calls string
		step  int
	}{{"fsync,fdatasync", 1}, {"pwrite64", 8}, {"ftruncate,unlink,unlinkat,rename,renameat,renameat2", 1}} {
		killed, whole := 0, 0
		for n := 1; ; n += point.step {
			c, died, err := b.interrupted(ctx, base, fmt.Sprintf("inject=%s:signal=SIGKILL:when=%d", point.calls, n))
			if err != nil {
				return fmt.Errorf("%s %d: %w", point.calls, n, err)
			}
			if !died {
				break
			}
			killed++
			if c.lost == 0 && c.doubled == 0 && c.audit == nil && c.digest == calm {
				whole++
			}
		}
		b.failed = b.failed || whole != killed || killed == 0
		fmt.Printf("killed at %s, every %d: %d points, %d of them with a whole file and the same results\n", point.calls, point.step, killed, whole)
	}
	return nil
}

// syncErrors lets every third sync of a worker on a file fail for a while, as a dying disk does.
func (b *bench) syncErrors(ctx context.Context) error {
	calm, base, err := b.swept(ctx)
	if err != nil {
		return err
	}
	c, died, err := b.interrupted(ctx, base, "inject=fsync,fdatasync:error=EIO:when=2..40+3")
	if err != nil {
		return err
	}
	said, err := os.ReadFile(traceOf(base))
	if err != nil {
		return err
	}
	failed := bytes.Count(said, []byte("(INJECTED)"))
	good := !died && failed > 0 && c.lost == 0 && c.doubled == 0 && c.audit == nil && c.digest == calm
	b.failed = b.failed || !good
	fmt.Printf("every third sync fails (EIO), %d in all: lost %d, doubled %d, the same results: %t, audit log %s\n", failed, c.lost, c.doubled, c.digest == calm, verdict(c.audit))
	return nil
}

// traceOf is where strace writes what it did to the copy of a batch.
func traceOf(base string) string { return filepath.Join(filepath.Dir(base), "trace") }

// swept makes a file with a batch that waits, and gives the digest of its results when nothing happens.
func (b *bench) swept(ctx context.Context) (digest [32]byte, base string, err error) {
	if _, err := exec.LookPath("strace"); err != nil {
		return digest, "", errors.New("strace is not installed (apt-get install strace)")
	}
	folder, err := os.MkdirTemp(b.dir, "swept-")
	if err != nil {
		return digest, "", err
	}
	base = filepath.Join(folder, "base.db")
	if err := b.fill(ctx, "sqlite:"+base, sweptItems); err != nil {
		return digest, "", err
	}
	c, died, err := b.interrupted(ctx, base, "trace=none")
	if err == nil && died {
		err = errors.New("a worker under strace ended by itself")
	}
	return c.digest, base, err
}

// interrupted lets a worker under strace do a copy of a batch until it is done or the worker dead, then one by itself what is
// left, and counts.
func (b *bench) interrupted(ctx context.Context, base, expression string) (c counts, died bool, err error) {
	file := filepath.Join(filepath.Dir(base), "run.db")
	for _, end := range []string{"", "-wal", "-shm", ".lock"} {
		_ = os.Remove(file + end)
	}
	src, err := os.ReadFile(base)
	if err == nil {
		err = os.WriteFile(file, src, 0o600)
	}
	if err != nil {
		return c, false, err
	}
	address := "sqlite:" + file
	straced := exec.CommandContext(ctx, "strace", "-f", "-qq", "-o", traceOf(base), "-e", "trace="+watched, "-e", expression,
		b.hegui, "worker", "--store", address, "--workers", "1")
	straced.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // strace heeds no signal, so both get it
	done, died, err := b.beside(ctx, b.start(straced, address))
	if err == nil && !done {
		var again bool
		done, again, err = b.beside(ctx, b.worker(ctx, address))
		if err == nil && (!done || again) {
			err = errors.New("the worker after it ended, too")
		}
	}
	if err != nil {
		return c, died, err
	}
	db, err := b.look(ctx, address, true, nil)
	if err != nil {
		return c, died, err
	}
	defer db.close()
	if err := db.store.Check(ctx); err != nil {
		return c, died, err
	}
	c, err = db.await(ctx, time.Second)
	return c, died, err
}

// beside reads a file beside its worker until the batch is done, and ends the worker; died says that it ended otherwise.
func (b *bench) beside(ctx context.Context, w *worker) (done, died bool, err error) {
	ended := make(chan error, 1)
	go func() { ended <- w.cmd.Wait() }()
	db, err := b.look(ctx, w.address, true, nil)
	if err != nil {
		return false, false, err
	}
	defer db.close()
	for {
		if done, err := db.done(ctx); err == nil && done {
			group := w.cmd.Process.Pid
			if w.cmd.SysProcAttr != nil {
				group = -group
			}
			_ = syscall.Kill(group, syscall.SIGTERM)
			return true, <-ended != nil, nil
		}
		select {
		case <-ended:
			return false, true, nil
		case <-ctx.Done():
			return false, false, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}
