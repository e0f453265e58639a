package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrations embed.FS

// versionTable is where goose notes what was applied.
const versionTable = "hegui_version"

// Version is that of the tables this program works with.
func Version() int64 {
	versions := known()
	return versions[len(versions)-1]
}

// known are the versions that there are, in their order.
func known() []int64 {
	entries, err := fs.ReadDir(migrations, "migrations/sqlite")
	if err != nil {
		panic(fmt.Sprintf("they are in the program: %v", err))
	}
	var versions []int64
	for _, e := range entries {
		number, _, _ := strings.Cut(e.Name(), "_")
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			panic(fmt.Sprintf("migration %s: %v", e.Name(), err))
		}
		versions = append(versions, n)
	}
	slices.Sort(versions)
	return versions
}

// Schema says which version the tables of a store have, and which this program needs.
type Schema struct{ Have, Want int64 }

// Status gives the versions of a store's tables; Have is 0 when there are none.
func Status(ctx context.Context, address string, o Options) (Schema, error) {
	o.ReadOnly = true
	s, err := dial(ctx, address, o, false)
	var none *SchemaError
	if errors.As(err, &none) {
		return Schema{none.Have, none.Want}, nil
	}
	if err != nil {
		return Schema{}, err
	}
	have, err := s.db.version(ctx)
	return Schema{have, Version()}, errors.Join(s.db.translate(err), s.Close())
}

// Migrate brings the tables of a store to this program's version and gives the versions it applied, none when they were
// there. Each version is applied whole or not at all, and the next call goes on after it. The error is that of [Open], and
// a [SchemaError] when the tables are newer than the program.
func Migrate(ctx context.Context, address string, o Options) (applied []int64, err error) {
	o.ReadOnly = false
	s, err := dial(ctx, address, o, true)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	have, err := s.db.version(ctx)
	if err != nil {
		return nil, s.db.translate(err)
	}
	if have > Version() {
		return nil, &SchemaError{have, Version()}
	}
	applied, err = s.db.migrate(ctx)
	return applied, s.db.translate(err)
}

// sqlVersion reads the version of the tables without making the table that goose would make.
func sqlVersion(ctx context.Context, db *sql.DB, exists string) (version int64, err error) {
	var n int
	if err := db.QueryRowContext(ctx, exists).Scan(&n); err != nil || n == 0 {
		return 0, err
	}
	err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM "+versionTable+" WHERE is_applied").Scan(&version)
	return version, err
}

func (db *sqliteDB) migrate(ctx context.Context) ([]int64, error) {
	return up(ctx, goose.DialectSQLite3, "migrations/sqlite", db.writer)
}

func (db *postgresDB) migrate(ctx context.Context) ([]int64, error) {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // several processes may be started at once; asks every second
	if err != nil {
		return nil, err
	}
	c := db.pool.Config()
	c.ConnConfig.RuntimeParams["statement_timeout"], c.ConnConfig.Tracer = "0", nil // a change of a large table takes its time
	pool, err := pgxpool.NewWithConfig(ctx, c)
	if err != nil {
		return nil, err
	}
	defer pool.Close()
	d := stdlib.OpenDBFromPool(pool)
	defer d.Close()
	return up(ctx, goose.DialectPostgres, "migrations/postgres", d, goose.WithSessionLocker(locker))
}

func up(ctx context.Context, dialect goose.Dialect, folder string, db *sql.DB, options ...goose.ProviderOption) ([]int64, error) {
	files, err := fs.Sub(migrations, folder)
	if err != nil {
		return nil, err
	}
	options = append(options, goose.WithTableName(versionTable), goose.WithDisableGlobalRegistry(true))
	p, err := goose.NewProvider(dialect, db, files, options...)
	if err != nil {
		return nil, err
	}
	results, err := p.Up(ctx)
	var applied []int64
	for _, r := range results {
		applied = append(applied, r.Source.Version)
	}
	return applied, err
}
