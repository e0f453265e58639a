package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// disk is a file system in memory whose size can be changed.
type disk struct{ dir string }

func (b *bench) disk(ctx context.Context, name string, megabytes int) (*disk, error) {
	d := &disk{filepath.Join(b.dir, name)}
	if err := os.Mkdir(d.dir, 0o755); err != nil {
		return nil, err
	}
	return d, command(ctx, "mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm", megabytes), "tmpfs", d.dir)
}

func (d *disk) grow(ctx context.Context, megabytes int) error {
	return command(ctx, "mount", "-o", fmt.Sprintf("remount,size=%dm", megabytes), d.dir)
}

func (d *disk) remove() { _ = command(context.Background(), "umount", "-l", d.dir) }

func command(ctx context.Context, name string, args ...string) error {
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, bytes.TrimSpace(out))
	}
	return nil
}

// used gives the megabytes of a folder.
func used(dir string) (mb int) {
	var total int64
	_ = filepath.WalkDir(dir, func(_ string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if info, err := e.Info(); err == nil {
				total += info.Size()
			}
		}
		return nil
	})
	return int(total >> 20)
}

// fullItems is the size of the batch on a disk that is too small for its results.
const fullItems = 1000

// fullSQLite lets a file run into the end of its disk, which grows later.
func (b *bench) fullSQLite(ctx context.Context) error {
	d, err := b.disk(ctx, "disk", 200)
	if err != nil {
		return err
	}
	defer d.remove()
	address := "sqlite:" + filepath.Join(d.dir, "hegui.db")
	if err := b.fill(ctx, address, fullItems); err != nil {
		return err
	}
	if err := d.grow(ctx, used(d.dir)+8); err != nil { // it shrinks
		return err
	}
	return b.full(ctx, "full disk, SQLite", address, func() error { return d.grow(ctx, 400) })
}

// fullPostgres does the same with a tablespace of PostgreSQL.
func (b *bench) fullPostgres(ctx context.Context) error {
	d, err := b.disk(ctx, "space", 400)
	if err != nil {
		return err
	}
	defer d.remove()
	if err := b.pg.unprivileged(d.dir); err != nil {
		return err
	}
	if err := b.pg.sql(ctx, "CREATE TABLESPACE small LOCATION '"+d.dir+"'"); err != nil {
		return err
	}
	if err := b.pg.create(ctx, "small", "", "-D", "small"); err != nil {
		return err
	}
	defer func() {
		_ = b.pg.drop(context.WithoutCancel(ctx), "small")
		_ = b.pg.sql(context.WithoutCancel(ctx), "DROP TABLESPACE small")
	}()
	address := b.pg.address("small")
	if err := b.fill(ctx, address, fullItems); err != nil {
		return err
	}
	if err := b.pg.sql(ctx, "CHECKPOINT"); err != nil {
		return err
	}
	if err := d.grow(ctx, used(d.dir)+8); err != nil {
		return err
	}
	return b.full(ctx, "full disk, PostgreSQL", address, func() error { return d.grow(ctx, 800) })
}

// full lets a worker run into the end of a disk, looks at what it does for half a minute, gives it room and counts.
func (b *bench) full(ctx context.Context, name, address string, room func() error) error {
	logged := func() int {
		text, _ := os.ReadFile(filepath.Join(b.dir, "worker.log"))
		return bytes.Count(text, []byte("\n"))
	}
	db, err := b.look(ctx, address, true, nil) // now: PostgreSQL needs room for a file when it takes a new connection
	if err != nil {
		return err
	}
	defer db.close()
	before := logged()
	w := b.worker(ctx, address)
	defer w.stop()
	time.Sleep(45 * time.Second)
	lines := logged() - before
	_, p, err := db.progress(ctx)
	if err != nil {
		return err
	}
	if p.Done == fullItems {
		return fmt.Errorf("the disk was not full")
	}
	if err := room(); err != nil {
		return err
	}
	freed := time.Now()
	first := time.Duration(0)
	for first == 0 {
		_, now, err := db.progress(ctx)
		if err != nil {
			return err
		}
		if now.Done > p.Done {
			first = time.Since(freed)
		}
		if time.Since(freed) > 3*time.Minute {
			return fmt.Errorf("it does not go on: %+v", now)
		}
		time.Sleep(50 * time.Millisecond)
	}
	c, err := db.await(ctx, 0)
	if err != nil {
		return err
	}
	b.failed = b.failed || c.lost != 0 || c.doubled != 0 || c.audit != nil
	fmt.Printf("%s: %d of %d done when it was full, %d lines logged in 45 s, went on %.1f s after there was room, lost %d, doubled %d, audit log %s\n",
		name, p.Done, fullItems, lines, first.Seconds(), c.lost, c.doubled, verdict(c.audit))
	return nil
}
