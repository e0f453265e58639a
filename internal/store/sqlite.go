package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"hegui/internal/filelock"
)

// sqliteDB is a file. All writes go through one connection: SQLite has one writer at a time in any case, and waiting for
// a connection is fair and has no SQLITE_BUSY. Reads have a pool beside it that cannot write.
type sqliteDB struct {
	path          string
	writer, reads *sql.DB
	lock          *os.File // held while this process may write
}

// sqliteSettings hold for each connection. FULL, because NORMAL may lose what was acknowledged when power fails;
// secure_delete, because what retention removes shall be gone from the file too.
const sqliteSettings = "_pragma=busy_timeout(5000)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)&_pragma=trusted_schema(0)&_pragma=secure_delete(1)"

func sqliteAddress(path, settings string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	return u.String() + "?" + sqliteSettings + settings
}

func openSQLite(ctx context.Context, path string, o Options, create bool) (_ *sqliteDB, err error) {
	if o.Now == nil && !o.ReadOnly {
		return nil, errors.New("a store in a file needs Options.Now")
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // one file has one lock, whatever it is called
	}
	db := &sqliteDB{path: path}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.close())
		}
	}()
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && !create { // a misspelt path must not become a store
		return nil, &SchemaError{Have: 0, Want: Version()}
	}
	if !o.ReadOnly {
		if db.lock, err = lockStore(path + ".lock"); err != nil {
			return nil, err
		}
		// SQLite would make the file readable for all; what it puts beside it takes over the file's mode.
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
		if db.writer, err = sql.Open("sqlite", sqliteAddress(path, "&_pragma=journal_mode(WAL)&_txlock=immediate")); err != nil {
			return nil, err
		}
		db.writer.SetMaxOpenConns(1)
		if err := db.writer.PingContext(ctx); err != nil { // journal_mode is set before anybody reads
			return nil, db.translate(err)
		}
	}
	if db.reads, err = sql.Open("sqlite", sqliteAddress(path, "&_pragma=query_only(1)")); err != nil {
		return nil, err
	}
	db.reads.SetMaxOpenConns(o.Connections)
	db.reads.SetMaxIdleConns(o.Connections)
	return db, db.translate(db.reads.PingContext(ctx))
}

// lockStore keeps other processes from writing until the file is closed, and says in the file who does.
func lockStore(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := filelock.Lock(f); errors.Is(err, filelock.ErrHeld) {
		pid, _ := io.ReadAll(io.LimitReader(f, 20)) // cannot be read on Windows, where the lock keeps readers out too
		f.Close()
		n, _ := strconv.Atoi(string(pid))
		return nil, &InUseError{n}
	} else if err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w", name, err)
	}
	err = f.Truncate(0)
	if err == nil {
		_, err = f.WriteAt([]byte(strconv.Itoa(os.Getpid())), 0)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (db *sqliteDB) close() error {
	var err error
	for _, d := range []*sql.DB{db.reads, db.writer} { // the writer last: it puts the log back into the file
		if d != nil {
			err = errors.Join(err, d.Close())
		}
	}
	if db.lock != nil {
		err = errors.Join(err, db.lock.Close())
	}
	return err
}

func (db *sqliteDB) begin(ctx context.Context, write bool) (conn, error) {
	d := db.reads
	if write {
		d = db.writer
	}
	tx, err := d.BeginTx(ctx, nil)
	return sqlConn{tx}, err
}

func (db *sqliteDB) commit(_ context.Context, c conn) error { return c.(sqlConn).tx.Commit() }
func (db *sqliteDB) rollback(_ context.Context, c conn)     { _ = c.(sqlConn).tx.Rollback() } // nothing was kept in any case

func (db *sqliteDB) now(context.Context, conn) (time.Time, error) {
	return time.Time{}, errors.New("a store in a file needs Options.Now")
}

func (db *sqliteDB) version(ctx context.Context) (int64, error) {
	return sqlVersion(ctx, db.reads, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '"+versionTable+"'")
}

// translate gives the errors of this package for those of SQLite that callers tell apart.
func (db *sqliteDB) translate(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w: %w", ErrFull, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%w: %w", ErrDown, err)
	}
	return err
}

func (db *sqliteDB) repeatable(error) bool { return false } // there is one writer

// sqlConn runs statements in a transaction of database/sql.
type sqlConn struct{ tx *sql.Tx }

func (c sqlConn) exec(ctx context.Context, statement string, args ...any) (int64, error) {
	result, err := c.tx.ExecContext(ctx, statement, args...)
	if err != nil {
		return 0, describe(statement, err)
	}
	return result.RowsAffected()
}

func (c sqlConn) query(ctx context.Context, statement string, args ...any) (rows, error) {
	r, err := c.tx.QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, describe(statement, err)
	}
	return sqlRows{r}, nil
}

type sqlRows struct{ *sql.Rows }

func (r sqlRows) close() { _ = r.Rows.Close() } // Err has said what there is to say

// describe says which statement failed: its first words, which hold no values.
func describe(statement string, err error) error {
	words := strings.Fields(statement)
	return fmt.Errorf("%s: %w", strings.Join(words[:min(3, len(words))], " "), err)
}
