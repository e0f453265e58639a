package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"time"

	"hegui/internal/store/pgproxy"
)

// cutCommits lets two workers reach PostgreSQL through a proxy that loses connections at commits: half before the commit
// arrives, the others with its answer, a few of these without a word.
func (b *bench) cutCommits(ctx context.Context) error {
	db, err := b.begin(ctx, "cuts")
	if err != nil {
		return err
	}
	defer db.close()
	j := &judge{from: time.Now().Add(2 * time.Second), left: b.cuts, random: rand.New(rand.NewPCG(b.seed, 9))}
	p, err := pgproxy.Listen(filepath.Join(b.pg.dir, ".s.PGSQL.5432"), j.fault)
	if err != nil {
		return err
	}
	defer p.Close()
	address := "postgres://postgres@" + p.Address() + "/cuts?sslmode=disable"
	defer b.worker(ctx, address).stop()
	defer b.worker(ctx, address).stop()
	got, err := db.await(ctx, 0)
	if err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	cut := j.did[pgproxy.Before] + j.did[pgproxy.After] + j.did[pgproxy.Silent]
	b.report(fmt.Sprintf("cuts: %d connections lost at commits, two workers", cut), got)
	fmt.Printf("  %d before the commit arrived, %d with the answer, %d of them of transactions that wrote, %d without a word; %d delayed by %s\n",
		j.did[pgproxy.Before], j.did[pgproxy.After], j.wrote, j.did[pgproxy.Silent], j.did[pgproxy.Late], pgproxy.Delay)
	if cut < b.cuts {
		return fmt.Errorf("the batch was done after %d cuts of %d", cut, b.cuts)
	}
	return nil
}

// judge says what becomes of commits, until it has done enough harm.
type judge struct {
	mu     sync.Mutex
	from   time.Time // until then workers start, which end when they cannot
	random *rand.Rand
	left   int // connections to lose
	did    [pgproxy.Late + 1]int
	wrote  int // answers lost of transactions that wrote
}

// seldom is one in how many connections is lost without a word: each costs as long as an answer is waited for.
const seldom = 100

func (j *judge) fault(writing bool) pgproxy.Fault {
	j.mu.Lock()
	defer j.mu.Unlock()
	calm := 60 // of 100; there are far more that read
	if writing {
		calm = 25
	}
	f := pgproxy.None
	switch n := j.random.IntN(100); {
	case j.left == 0 || time.Now().Before(j.from) || n < calm:
	case n < calm+5:
		f = pgproxy.Late
	case n%2 == 0:
		f = pgproxy.Before
	case j.random.IntN(seldom) == 0:
		f = pgproxy.Silent
	default:
		f = pgproxy.After
	}
	j.did[f]++
	switch f {
	case pgproxy.Before, pgproxy.After, pgproxy.Silent:
		j.left--
		if writing && f != pgproxy.Before {
			j.wrote++
		}
	}
	return f
}

// failover and failoverLate lose the server in the middle of a batch, and let its standby take over: one that has all that was
// committed, and one that follows on its own time.
func (b *bench) failover(ctx context.Context) error     { return b.lose(ctx, true) }
func (b *bench) failoverLate(ctx context.Context) error { return b.lose(ctx, false) }

func (b *bench) lose(ctx context.Context, synchronous bool) (err error) {
	name := "failover_asynchronous"
	if synchronous {
		name = "failover_synchronous"
	}
	calm, err := b.begin(ctx, name)
	if err != nil {
		return err
	}
	if err := calm.store.Close(); err != nil {
		return err
	}
	first := b.pg
	second, err := first.standby(ctx, synchronous)
	if err != nil {
		return err
	}
	defer func() { // the next scenario finds the first server as it was
		second.remove()
		_ = first.start(context.WithoutCancel(ctx))
		_ = first.sql(context.WithoutCancel(ctx), "ALTER SYSTEM RESET synchronous_standby_names")
		_ = first.sql(context.WithoutCancel(ctx), "SELECT pg_reload_conf()") // or commits wait for a standby that is gone
		_ = first.drop(context.WithoutCancel(ctx), name)
	}()
	address := "postgres://postgres@/" + name + "?host=" + first.dir + "," + second.dir + "&port=5432,5432&target_session_attrs=read-write"
	db, err := b.look(ctx, address, false, nil)
	if err != nil {
		return err
	}
	defer db.close()
	defer b.worker(ctx, address).stop()
	defer b.worker(ctx, address).stop()
	time.Sleep(b.calm.took / 4)
	_, before, err := db.progress(ctx)
	if err != nil {
		return err
	}
	if err := first.run(ctx, "pg_ctl", "-D", first.data(), "-m", "immediate", "-w", "stop"); err != nil {
		return err
	}
	if err := second.run(ctx, "pg_ctl", "-D", second.data(), "-w", "promote"); err != nil {
		return err
	}
	promoted := time.Now()
	for {
		_, after, err := db.progress(ctx)
		if err == nil {
			fmt.Printf("  %s: %d assessed when last asked, %d on the standby %.1f s after it took over\n", name, before.Done, after.Done, time.Since(promoted).Seconds())
			b.failed = b.failed || synchronous && after.Done < before.Done
			break
		}
		if time.Since(promoted) > time.Minute {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	got, err := db.await(ctx, 0)
	if err == nil {
		b.report(name, got)
	}
	return err
}
