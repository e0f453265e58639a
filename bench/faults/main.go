// Command faults assesses a batch while what it stands on is taken away: workers are killed, PostgreSQL is restarted or lost to
// its standby, connections are cut around commits, a file is interrupted at each
// sync, disks fail and are full. It counts what is lost, what is there twice, and whether every result is that of a calm run. It
// needs PostgreSQL, and Linux with strace and the right to mount:
//
//	go run ./bench/faults                      # 20,000 proposals, all of it
//	go run ./bench/faults -n 2000 -only kills,restarts
//
// It ends with 1 when anything was lost, doubled or different.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// options are those of the command line.
type options struct {
	n        int
	kills    int
	restarts int
	cuts     int
	seed     uint64
	hegui    string
	only     []string
}

// bench is one run of the program.
type bench struct {
	options
	dir    string
	pg     *cluster
	random *rand.Rand
	calm   counts // of the run that nothing happened to
	failed bool
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var o options
	flag.IntVar(&o.n, "n", 20_000, "proposals of the batch")
	flag.IntVar(&o.kills, "kills", 20, "workers that are killed")
	flag.IntVar(&o.restarts, "restarts", 5, "immediate stops of PostgreSQL")
	flag.IntVar(&o.cuts, "cuts", 1000, "connections that are lost at commits")
	flag.Uint64Var(&o.seed, "seed", 1, "of the moments of the faults")
	flag.StringVar(&o.hegui, "hegui", "", "program to run; built when it is not given")
	only := flag.String("only", "", "scenarios, separated by commas: two, kills, restarts, both, cuts, failover, failover-asynchronous, kill-points, sync-errors, full-sqlite, full-postgres")
	flag.Parse()
	if *only != "" {
		o.only = strings.Split(*only, ",")
	}
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	b := &bench{options: o, random: rand.New(rand.NewPCG(o.seed, 8))}
	if b.dir, err = os.MkdirTemp("", "hegui-faults-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	if b.hegui == "" {
		b.hegui = filepath.Join(b.dir, "hegui")
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", b.hegui, "./cmd/hegui").CombinedOutput(); err != nil {
			return fmt.Errorf("build hegui: %w\n%s", err, out)
		}
	}
	if b.pg, err = startCluster(ctx, b.dir); err != nil {
		return err
	}
	defer b.pg.stop()
	begun := time.Now()
	if err := b.pg.create(ctx, "base", ""); err != nil {
		return err
	}
	if err := b.fill(ctx, b.pg.address("base"), b.n); err != nil {
		return err
	}
	fmt.Printf("%d proposals stored in %.1f s\n", b.n, time.Since(begun).Seconds())
	if err := b.one(ctx); err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"two", b.two},
		{"kills", b.killed},
		{"restarts", b.restarted},
		{"both", b.both},
		{"cuts", b.cutCommits},
		{"failover", b.failover},
		{"failover-asynchronous", b.failoverLate},
		{"kill-points", b.killPoints},
		{"sync-errors", b.syncErrors},
		{"full-sqlite", b.fullSQLite},
		{"full-postgres", b.fullPostgres},
	} {
		if len(b.only) > 0 && !slices.Contains(b.only, s.name) {
			continue
		}
		if err := s.run(ctx); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if b.failed {
		return fmt.Errorf("something was lost, doubled or different")
	}
	return nil
}

// one is the calm run with one worker process, two the same with two.
func (b *bench) one(ctx context.Context) error {
	db, err := b.begin(ctx, "calm")
	if err != nil {
		return err
	}
	defer db.close()
	defer b.worker(ctx, db.address).stop()
	if b.calm, err = db.await(ctx, 0); err != nil {
		return err
	}
	b.report("calm, one worker", b.calm)
	return nil
}

func (b *bench) two(ctx context.Context) error {
	db, err := b.begin(ctx, "two")
	if err != nil {
		return err
	}
	defer db.close()
	defer b.worker(ctx, db.address).stop()
	defer b.worker(ctx, db.address).stop()
	got, err := db.await(ctx, 0)
	if err == nil {
		b.report("calm, two workers", got)
		fmt.Printf("  %.2f times as fast as one\n", b.calm.took.Seconds()/got.took.Seconds())
	}
	return err
}

// killed kills one of two workers at random moments and starts another in its place.
func (b *bench) killed(ctx context.Context) error {
	return b.disturbed(ctx, "kills", b.kills, func(_ *database, workers []*worker) {
		i := b.random.IntN(len(workers))
		workers[i].kill()
		workers[i] = b.worker(ctx, workers[i].address)
	})
}

// restarted stops PostgreSQL as if power had failed, and starts it again.
func (b *bench) restarted(ctx context.Context) error {
	return b.disturbed(ctx, "restarts", b.restarts, func(*database, []*worker) { b.pg.crash() })
}

// both kills workers while PostgreSQL comes and goes.
func (b *bench) both(ctx context.Context) error {
	n := 0
	return b.disturbed(ctx, "both", b.kills/2+b.restarts/2, func(_ *database, workers []*worker) {
		if n++; n%4 == 0 {
			b.pg.crash()
			return
		}
		i := b.random.IntN(len(workers))
		workers[i].kill()
		workers[i] = b.worker(ctx, workers[i].address)
	})
}

// disturbed lets two workers do the batch while something happens n times: spread over the time that the calm run took, at
// random moments.
func (b *bench) disturbed(ctx context.Context, name string, n int, happens func(*database, []*worker)) error {
	db, err := b.begin(ctx, name)
	if err != nil {
		return err
	}
	defer db.close()
	workers := []*worker{b.worker(ctx, db.address), b.worker(ctx, db.address)}
	defer func() {
		for _, w := range workers {
			w.stop()
		}
	}()
	pause := b.calm.took / time.Duration(2*n+1)
	faults := 0
	var last time.Time
	for range n {
		wait := time.Duration(b.random.ExpFloat64() * float64(pause))
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(min(wait, 4*pause)):
		}
		if done, _ := db.done(ctx); done {
			break
		}
		happens(db, workers)
		faults++
		last = time.Now()
	}
	got, err := db.await(ctx, 0)
	if err != nil {
		return err
	}
	b.report(fmt.Sprintf("%s: %d faults, two workers", name, faults), got)
	fmt.Printf("  done %.0f s after the last fault\n", time.Since(last).Seconds())
	return nil
}

// report prints a run and compares it with the calm one.
func (b *bench) report(name string, c counts) {
	same := "the same results"
	if b.calm.digest != c.digest {
		same = "OTHER RESULTS"
	}
	bad := c.lost != 0 || c.doubled != 0 || b.calm.digest != c.digest || c.audit != nil
	b.failed = b.failed || bad
	fmt.Printf("%s: %.1f s, %.0f proposals/s, lost %d, doubled %d, %s, begun once more than needed %d, audit log %v\n",
		name, c.took.Seconds(), float64(c.items)/c.took.Seconds(), c.lost, c.doubled, same, c.extra, verdict(c.audit))
}

func verdict(err error) string {
	if err == nil {
		return "whole"
	}
	return "BROKEN: " + err.Error()
}
