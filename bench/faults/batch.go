package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/sample"
	"hegui/internal/store"
)

// part is how many proposals a transaction stores.
const part = 200

// fill makes the tables of a store and a batch of n proposals, whose jobs wait for workers.
func (b *bench) fill(ctx context.Context, address string, n int) error {
	if out, err := exec.CommandContext(ctx, b.hegui, "migrate", "up", "--store", address).CombinedOutput(); err != nil {
		return fmt.Errorf("migrate: %w\n%s", err, out)
	}
	s, err := open(ctx, address)
	if err != nil {
		return err
	}
	defer s.Close()
	q, err := jobs.Open(ctx, s, jobs.Options{Random: rand.Reader})
	if err != nil {
		return err
	}
	p, err := pack.Open(hegui.Files, "aiplus")
	if err != nil {
		return err
	}
	var id string
	err = s.Update(ctx, "faults", func(tx *store.Tx) error {
		made, err := tx.CreateBatch(ctx, store.NewBatch{Label: "faults", Pack: p.Ref, Profile: "general", AsOf: "2026-11-01"})
		id = made.ID
		return err
	})
	for first := 1; err == nil && first <= n; first += part {
		var items []store.NewItem
		for i := first; i < first+part && i <= n; i++ {
			var src bytes.Buffer
			if _, err := sample.Write(&src, 1, i); err != nil {
				return err
			}
			items = append(items, store.NewItem{Name: sample.Name(i), Proposal: store.NewContent(src.Bytes())})
		}
		err = s.Update(ctx, "faults", func(tx *store.Tx) error {
			if err := tx.AddItems(ctx, id, first, items...); err != nil || first+part <= n {
				return err
			}
			return q.Start(ctx, tx, id)
		})
	}
	return err
}

func open(ctx context.Context, address string) (*store.Store, error) {
	return store.Open(ctx, address, store.Options{Random: rand.Reader, Now: time.Now, Connections: 2})
}

// database is where a run takes place.
type database struct {
	address string
	store   *store.Store
	batch   string
	items   int
	begun   time.Time
	drop    func()
}

// begin makes a copy of the batch.
func (b *bench) begin(ctx context.Context, name string) (*database, error) {
	if err := b.pg.create(ctx, name, "base"); err != nil {
		return nil, err
	}
	return b.look(ctx, b.pg.address(name), false, func() { _ = b.pg.drop(context.WithoutCancel(ctx), name) })
}

// look opens a store with one batch. A file can only be read beside its worker, as `hegui audit verify` does.
func (b *bench) look(ctx context.Context, address string, readOnly bool, drop func()) (*database, error) {
	s, err := store.Open(ctx, address, store.Options{Random: rand.Reader, Now: time.Now, Connections: 2, ReadOnly: readOnly})
	if err != nil {
		return nil, err
	}
	db := &database{address: address, store: s, begun: time.Now(), drop: drop}
	return db, s.View(ctx, func(tx *store.Tx) error {
		list, err := tx.Batches(ctx, store.BatchFilter{}, store.Page{})
		if err == nil && len(list.Items) != 1 {
			err = fmt.Errorf("%d batches", len(list.Items))
		}
		if err == nil {
			db.batch, db.items = list.Items[0].ID, list.Items[0].Items
		}
		return err
	})
}

func (db *database) close() {
	_ = db.store.Close()
	if db.drop != nil {
		db.drop()
	}
}

// counts are what became of a batch.
type counts struct {
	items   int
	took    time.Duration
	lost    int // not assessed
	doubled int // assessments that the log tells of more than once
	extra   int // how often items were begun beyond once each
	digest  [sha256.Size]byte
	audit   error
}

func (db *database) progress(ctx context.Context) (b store.Batch, p store.Progress, err error) {
	err = db.store.View(ctx, func(tx *store.Tx) (err error) {
		if b, err = tx.Batch(ctx, db.batch); err == nil {
			p, err = tx.Progress(ctx, db.batch)
		}
		return err
	})
	return b, p, err
}

func (db *database) done(ctx context.Context) (bool, error) {
	b, _, err := db.progress(ctx)
	return b.State == store.BatchDone, err
}

// await waits until the batch is done, and counts. stall ends it when nothing moves for so long; 0 is ten minutes.
func (db *database) await(ctx context.Context, stall time.Duration) (c counts, err error) {
	if stall == 0 {
		stall = 10 * time.Minute
	}
	last, moved := -1, time.Now()
	for {
		b, p, err := db.progress(ctx)
		if err == nil && b.State == store.BatchDone {
			break
		}
		if err != nil && !errors.Is(err, store.ErrDown) {
			return c, err
		}
		if n := p.Done + p.Failed; err == nil && n != last {
			last, moved = n, time.Now()
		}
		if time.Since(moved) > stall {
			return c, fmt.Errorf("nothing moves at %d of %d", last, db.items)
		}
		select {
		case <-ctx.Done():
			return c, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	c = counts{items: db.items, took: time.Since(db.begun)}
	return c, errors.Join(db.count(ctx, &c), db.seen(ctx, &c))
}

// count reads the items, and what the digest of all results is.
func (db *database) count(ctx context.Context, c *counts) error {
	sum := sha256.New()
	n := 0
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		var list store.List[store.Item]
		err := db.store.View(ctx, func(tx *store.Tx) (err error) {
			if list, err = tx.Items(ctx, db.batch, store.ItemFilter{}, p); err != nil {
				return err
			}
			for _, i := range list.Items {
				n++
				c.extra += max(0, i.Attempts-1)
				if i.State != store.ItemDone {
					c.lost++
					continue
				}
				a, err := tx.Assessment(ctx, i.Assessment)
				if err != nil {
					return err
				}
				fmt.Fprintln(sum, i.Number, i.Digest, i.Assessment, i.Verdict, int(i.Score), a.Result, a.Verdict != assess.VerdictError)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if p.After = list.Next; p.After == "" {
			break
		}
	}
	c.lost += db.items - n
	sum.Sum(c.digest[:0])
	return nil
}

// seen reads the log: each assessment once, and nothing changed past it.
func (db *database) seen(ctx context.Context, c *counts) error {
	known := map[string]bool{}
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		var list store.List[store.Event]
		err := db.store.View(ctx, func(tx *store.Tx) (err error) {
			list, err = tx.Events(ctx, "", p)
			return err
		})
		if err != nil {
			return err
		}
		for _, e := range list.Items {
			if e.Action != "assessment.record" {
				continue
			}
			if known[e.Object] {
				c.doubled++
			}
			known[e.Object] = true
		}
		if p.After = list.Next; p.After == "" {
			break
		}
	}
	_, c.audit = db.store.VerifyAudit(ctx, nil)
	if c.audit == nil {
		c.audit = db.store.VerifyRecords(ctx, nil)
	}
	return nil
}

// worker is a process of hegui that assesses one chunk at a time.
type worker struct {
	cmd     *exec.Cmd
	address string
	log     string
}

func (b *bench) worker(ctx context.Context, address string) *worker {
	return b.start(exec.CommandContext(ctx, b.hegui, "worker", "--store", address, "--workers", "1"), address)
}

func (b *bench) start(cmd *exec.Cmd, address string) *worker {
	w := &worker{cmd: cmd, address: address, log: filepath.Join(b.dir, "worker.log")}
	log, err := os.OpenFile(w.log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		panic(err)
	}
	defer log.Close()
	cmd.Stderr = log
	if err := cmd.Start(); err != nil {
		panic(err)
	}
	return w
}

func (w *worker) kill() {
	_ = w.cmd.Process.Kill()
	_ = w.cmd.Wait()
}

// stop tells a worker to end, and says how long it takes.
func (w *worker) stop() {
	begun := time.Now()
	_ = w.cmd.Process.Signal(syscall.SIGTERM)
	err := w.cmd.Wait()
	if took := time.Since(begun); err != nil || took > 5*time.Second {
		fmt.Printf("  a worker ended after %.1f s: %v\n", took.Seconds(), err)
	}
}
