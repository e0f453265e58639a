// Package storetest gives tests the databases that a store can be on: a file, and a PostgreSQL that it starts. Only tests
// import it. Start at [Each]; a package that uses it ends PostgreSQL with [Main].
package storetest

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"hegui/internal/store"
)

// Clock is a clock that tests turn. It starts on 2026-11-01, and is safe for concurrent use.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// NewClock gives a clock.
func NewClock() *Clock { return &Clock{at: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)} }

// Now gives the time; it moves on by a microsecond each time it is read.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(time.Microsecond)
	return c.at
}

// Turn moves the clock.
func (c *Clock) Turn(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(by)
}

// Database is an empty store with its tables, for one test.
type Database struct {
	Kind    string // sqlite or postgres
	Address string
	Clock   *Clock
	Store   *store.Store
}

// Options are those that the database was opened with.
func (d *Database) Options() store.Options {
	return store.Options{Now: d.Clock.Now, Random: rand.Reader}
}

// Each runs a test on both databases. Where PostgreSQL is not installed its half is skipped, and says so.
func Each(t *testing.T, test func(t *testing.T, d *Database)) {
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			test(t, Open(t, kind))
		})
	}
}

// Open gives a new store on a kind of database.
func Open(t testing.TB, kind string) *Database {
	t.Helper()
	d := &Database{Kind: kind, Clock: NewClock(), Address: Address(t, kind)}
	if _, err := store.Migrate(t.Context(), d.Address, d.Options()); err != nil {
		t.Fatal(err)
	}
	var err error
	if d.Store, err = store.Open(t.Context(), d.Address, d.Options()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Store.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// Address gives the address of a store that has no tables yet.
func Address(t testing.TB, kind string) string {
	t.Helper()
	if kind == "sqlite" {
		return "sqlite:" + filepath.Join(t.TempDir(), "hegui.db")
	}
	return postgresAddress(t)
}

// Main runs the tests of a package, then ends the PostgreSQL that they started: func TestMain(m *testing.M) {
// os.Exit(storetest.Main(m)) }.
func Main(m *testing.M) int {
	defer stopPostgres()
	return m.Run()
}

// required says whether a database that is missing is a failure: in CI, which installs it.
func required() bool { return os.Getenv("CI") != "" }
