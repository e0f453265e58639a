package jobs

import (
	"context"
	"errors"
	"log/slog"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"

	"hegui/internal/store"
)

// migrator is River's, whose transactions are of one kind.
type migrator[TTx any] struct {
	*rivermigrate.Migrator[TTx]
	native func(*store.Tx) TTx
}

func newMigrator[TTx any](driver riverdriver.Driver[TTx], native func(*store.Tx) TTx) (schema, error) {
	m, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	return migrator[TTx]{m, native}, err
}

// schema is what is asked of a migrator.
type schema interface {
	wanted() int
	have(ctx context.Context, tx *store.Tx) (int, error)
	up(ctx context.Context) error // each version in a transaction of its own
}

func (m migrator[TTx]) wanted() int {
	all := m.AllVersions()
	return all[len(all)-1].Version
}

func (m migrator[TTx]) have(ctx context.Context, tx *store.Tx) (last int, err error) {
	versions, err := m.ExistingVersionsTx(ctx, m.native(tx))
	for _, v := range versions {
		last = max(last, v.Version)
	}
	return last, err
}

// up commits each version: PostgreSQL lets a new value of an enumeration be used only then.
func (m migrator[TTx]) up(ctx context.Context) error {
	_, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

func schemaOf(s *store.Store) (schema, error) {
	if s.PGX() == nil {
		return newMigrator(riversqlite.New(s.SQL()), (*store.Tx).SQL) // nil in a store that was opened to read: only transactions are used
	}
	return newMigrator(riverpgxv5.New(s.PGX()), (*store.Tx).PGX)
}

// Status gives the version of the queue's tables in a store, 0 when there are none, and the one that this program needs.
func Status(ctx context.Context, s *store.Store) (store.Schema, error) {
	m, err := schemaOf(s)
	if err != nil {
		return store.Schema{}, err
	}
	have := 0
	err = s.View(ctx, func(tx *store.Tx) (err error) {
		have, err = m.have(ctx, tx)
		return err
	})
	return store.Schema{Have: int64(have), Want: int64(m.wanted())}, err
}

// migrating is the number of a lock of PostgreSQL, so that two programs that are started at once do not make the same tables.
const migrating = 7264528913465081

// Migrate makes the tables of the queue in a store whose own tables are there, or brings them to this program's version. Each
// version is made whole or not at all, and the next call goes on after it. It says whether there was anything to do. The error
// is a [store.SchemaError] when the tables are newer than the program.
func Migrate(ctx context.Context, s *store.Store) (changed bool, err error) {
	m, err := schemaOf(s)
	if err != nil {
		return false, err
	}
	now, err := Status(ctx, s)
	if err != nil {
		return false, err
	}
	switch {
	case now.Have > now.Want:
		return false, &store.SchemaError{Have: now.Have, Want: now.Want}
	case now.Have == now.Want:
		return false, nil
	case s.PGX() == nil:
		return true, m.up(ctx)
	}
	c, err := s.PGX().Acquire(ctx)
	if err != nil {
		return false, err
	}
	defer func() { // the lock goes with the connection
		err = errors.Join(err, c.Hijack().Close(context.WithoutCancel(ctx)))
	}()
	if _, err := c.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(migrating)); err != nil {
		return false, err
	}
	return true, m.up(ctx)
}
