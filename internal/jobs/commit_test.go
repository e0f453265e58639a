package jobs_test

import (
	"crypto/rand"
	"net/url"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/jobs"
	"hegui/internal/store"
	"hegui/internal/store/pgproxy"
	"hegui/internal/store/storetest"
)

// through opens a store on PostgreSQL by way of a proxy that breaks commits.
func through(t *testing.T, d *storetest.Database, answer time.Duration, judge func(writing bool) pgproxy.Fault) *store.Store {
	t.Helper()
	u, err := url.Parse(d.Address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	p, err := pgproxy.Listen(filepath.Join(q.Get("host"), ".s.PGSQL.5432"), judge)
	if err != nil {
		t.Fatal(err)
	}
	q.Del("host")
	q.Set("sslmode", "disable")
	u.Host, u.RawQuery = p.Address(), q.Encode()
	o := d.Options()
	o.Answer = answer
	s, err := store.Open(t.Context(), u.String(), o)
	t.Cleanup(func() { // after the queue has ended
		p.Close()
		if s != nil {
			s.Close()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// survives has a batch of n assessed by a worker behind that proxy, and holds that each result is that of a calm run and is there
// once. It gives what became of the batch.
func survives(t *testing.T, n int, answer time.Duration, judge func(writing bool) pgproxy.Fault) store.Progress {
	t.Helper()
	d := storetest.Open(t, "postgres")
	if _, err := jobs.Migrate(t.Context(), d.Store); err != nil {
		t.Fatal(err)
	}
	q, err := jobs.Open(t.Context(), through(t, d, answer, judge), options(assessor(t, nil)))
	if err != nil {
		t.Fatal(err)
	}
	stop := run(t, q)
	id := start(t, d, open(t, d, jobs.Options{Random: rand.Reader}), texts(n)...)
	p := await(t, d, id, store.BatchDone)
	sameAsAlone(t, d, id)
	stop()
	onceInTheLog(t, d, n)
	return p
}

// A worker that loses its connection just before a commit, or before it hears of one, cannot know whether its transaction was
// kept. It does it again: what was kept is found, nothing is lost and nothing is there twice.
func TestConnectionsLostAtCommits(t *testing.T) {
	t.Parallel()
	const n = 120
	var reads, writes, cut, hidden atomic.Int64
	p := survives(t, n, 0, func(writing bool) pgproxy.Fault {
		n := reads.Add(1)
		if writing {
			n = writes.Add(1)
		}
		switch {
		case reads.Load() < 4: // the queue opens
		case n%4 == 1:
			cut.Add(1)
			return pgproxy.Before
		case writing && n%2 == 0:
			hidden.Add(1)
			return pgproxy.After
		case n%8 == 3:
			return pgproxy.Late
		}
		return pgproxy.None
	})
	t.Logf("%d commits that wrote; %d commits never arrived, the answers of %d that wrote were lost; %+v", writes.Load(), cut.Load(), hidden.Load(), p)
	if p.Done != n || cut.Load() == 0 || hidden.Load() == 0 {
		t.Errorf("%+v, %d cut before and %d after commits", p, cut.Load(), hidden.Load())
	}
}

// A network that swallows everything and closes nothing is noticed by who waits, and the work goes on over another connection.
func TestANetworkThatSwallowsAnswers(t *testing.T) {
	t.Parallel()
	const n = 40
	var commits, swallowed atomic.Int64
	p := survives(t, n, 2*time.Second, func(bool) pgproxy.Fault {
		if n := commits.Add(1); n != 6 && n != 9 {
			return pgproxy.None
		}
		swallowed.Add(1)
		return pgproxy.Silent
	})
	if p.Done != n || swallowed.Load() != 2 {
		t.Errorf("%+v, %d answers swallowed", p, swallowed.Load())
	}
}
