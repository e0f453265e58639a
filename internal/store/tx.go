package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"
)

// Tx is a transaction: what the store can do. It is for one goroutine, and ends with the function it was handed to.
type Tx struct {
	conn
	store  *Store
	actor  string
	at     time.Time // once it was asked for
	events []Event   // for the audit log, when the rest is done
}

// SQL gives the transaction of SQLite, for a queue that puts its jobs into it; nil on PostgreSQL.
func (tx *Tx) SQL() *sql.Tx {
	if c, ok := tx.conn.(sqlConn); ok {
		return c.tx
	}
	return nil
}

// PGX gives the transaction of PostgreSQL; nil on SQLite.
func (tx *Tx) PGX() pgx.Tx {
	if c, ok := tx.conn.(pgxConn); ok {
		return c.tx
	}
	return nil
}

// Now is the time of the transaction: the same however often it is asked for, in whole microseconds.
func (tx *Tx) Now(ctx context.Context) (time.Time, error) {
	if !tx.at.IsZero() {
		return tx.at, nil
	}
	var err error
	if tx.store.options.Now != nil {
		tx.at = tx.store.options.Now()
	} else if tx.at, err = tx.store.db.now(ctx, tx.conn); err != nil {
		return time.Time{}, err
	}
	tx.at = tx.at.UTC().Truncate(time.Microsecond)
	return tx.at, nil
}

// conn runs statements. They are written for both databases: places are question marks, and no text holds one.
type conn interface {
	// exec gives the number of rows that it changed.
	exec(ctx context.Context, statement string, args ...any) (int64, error)
	query(ctx context.Context, statement string, args ...any) (rows, error)
}

// rows are the rows of an answer.
type rows interface {
	row
	Next() bool
	Err() error
	close()
}

// row is the current one.
type row interface{ Scan(into ...any) error }

// each calls do for each row of an answer.
func each(ctx context.Context, c conn, do func(row) error, statement string, args ...any) error {
	r, err := c.query(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer r.close()
	for r.Next() {
		if err := do(r); err != nil {
			return err
		}
	}
	return r.Err()
}

// one reads the only row of an answer. The error is [ErrNotFound] when there is none.
func one(ctx context.Context, c conn, into []any, statement string, args ...any) error {
	found := false
	err := each(ctx, c, func(r row) error {
		found = true
		return r.Scan(into...)
	}, statement, args...)
	if err == nil && !found {
		return ErrNotFound
	}
	return err
}

// touched turns the number of changed rows into [ErrNotFound] when there are none.
func touched(n int64, err error) error {
	if err == nil && n == 0 {
		return ErrNotFound
	}
	return err
}

// Lengths of texts, in bytes.
const (
	maxID    = 100
	maxName  = 1_024 // what the HTTP interface takes has 255 characters, each of up to four bytes; two fit into a row of PostgreSQL's indexes
	maxWords = 20_000
)

// text is a value that must be text: UTF-8 without NUL, which PostgreSQL would refuse and SQLite take; with something that can
// be seen where it may not be empty.
type text struct {
	name, value string
	least, most int // bytes
}

// check refuses values that cannot be stored. The error is an [ErrInvalid] that names the value without repeating it.
func check(texts ...text) error {
	for _, t := range texts {
		switch {
		case len(t.value) < t.least:
			return fmt.Errorf("%s: %w: it is empty or too short", t.name, ErrInvalid)
		case len(t.value) > t.most:
			return fmt.Errorf("%s: %w: it has more than %d bytes", t.name, ErrInvalid, t.most)
		case !utf8.ValidString(t.value) || containsNUL(t.value):
			return fmt.Errorf("%s: %w: it is not text", t.name, ErrInvalid)
		case t.least > 0 && !strings.ContainsFunc(t.value, isSeen):
			return fmt.Errorf("%s: %w: it is blank", t.name, ErrInvalid)
		}
	}
	return nil
}

// isSeen says whether a character leaves a trace on a page: not blanks, and not what only steers others.
func isSeen(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }

func containsNUL(s string) bool {
	for i := range len(s) {
		if s[i] == 0 {
			return true
		}
	}
	return false
}

// micros is how times are stored.
func micros(t time.Time) int64 { return t.UnixMicro() }

func fromMicros(n int64) time.Time { return time.UnixMicro(n).UTC() }

func fromOptional(n *int64) *time.Time {
	if n == nil {
		return nil
	}
	t := fromMicros(*n)
	return &t
}

// optional is NULL for an empty text.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// asJSON writes plain data; what it is given always can be written.
func asJSON(v any) string {
	src, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("plain data: %v", err))
	}
	return string(src)
}

// isOf says whether a text is one of a kind's.
func isOf[T ~string](name string, value T, known ...T) error {
	for _, k := range known {
		if value == k {
			return nil
		}
	}
	return fmt.Errorf("%s %q: %w", name, string(value), ErrInvalid)
}

// orNothing takes a missing thing for nothing.
func orNothing(err error) error {
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}
