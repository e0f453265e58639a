package store

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgresDB is a database of PostgreSQL.
type postgresDB struct{ pool *pgxpool.Pool }

func openPostgres(ctx context.Context, address string, o Options) (*postgresDB, error) {
	c, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, &AddressError{FaultForm} // the library's error repeats parts of the address
	}
	c.MaxConns = int32(min(o.Connections, 1000))
	if _, given := c.ConnConfig.RuntimeParams["statement_timeout"]; !given {
		c.ConnConfig.Tracer = answerWithin(o.Answer)
	}
	for name, value := range map[string]string{
		"application_name": "hegui", "timezone": "UTC", "synchronous_commit": "on",
		"statement_timeout": "10s", "idle_in_transaction_session_timeout": "30s", "lock_timeout": "8s",
	} {
		if _, given := c.ConnConfig.RuntimeParams[name]; !given { // whoever names one in the address means it
			c.ConnConfig.RuntimeParams[name] = value
		}
	}
	if c.ConnConfig.ConnectTimeout == 0 {
		c.ConnConfig.ConnectTimeout = 5 * time.Second
	}
	pool, err := pgxpool.NewWithConfig(ctx, c)
	if err != nil {
		return nil, err
	}
	db := &postgresDB{pool}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, db.translate(err)
	}
	return db, nil
}

// answerWithin ends a statement whose answer does not come, so that a network which swallows everything is noticed: the server's
// own limits are of no help then. It stands where pgx lets it, around each statement of every user of the pool.
type answerWithin time.Duration

type answerEnd struct{} // key of what ends the limit of a statement

func (d answerWithin) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(d))
	return context.WithValue(ctx, answerEnd{}, cancel)
}

func (d answerWithin) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryEndData) {
	if cancel, ok := ctx.Value(answerEnd{}).(context.CancelFunc); ok {
		cancel()
	}
}

func (db *postgresDB) close() error {
	db.pool.Close()
	return nil
}

func (db *postgresDB) begin(ctx context.Context, write bool) (conn, error) {
	o := pgx.TxOptions{IsoLevel: pgx.ReadCommitted, AccessMode: pgx.ReadWrite} // unique keys and row locks do the rest
	if !write {
		o = pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	}
	tx, err := db.pool.BeginTx(ctx, o)
	return pgxConn{tx}, err
}

func (db *postgresDB) commit(ctx context.Context, c conn) error { return c.(pgxConn).tx.Commit(ctx) }

// rollback waits a while: without an answer the connection is closed, and the server gives the transaction up.
func (db *postgresDB) rollback(ctx context.Context, c conn) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	_ = c.(pgxConn).tx.Rollback(ctx)
}

func (db *postgresDB) now(ctx context.Context, c conn) (time.Time, error) {
	var at int64
	err := one(ctx, c, []any{&at}, "SELECT (extract(epoch FROM now()) * 1000000)::bigint")
	return fromMicros(at), err
}

func (db *postgresDB) version(ctx context.Context) (int64, error) {
	d := stdlib.OpenDBFromPool(db.pool)
	defer d.Close()
	return sqlVersion(ctx, d, "SELECT count(*) FROM (SELECT to_regclass('"+versionTable+"') AS t) AS x WHERE t IS NOT NULL")
}

// translate gives the errors of this package for those of PostgreSQL that callers tell apart.
func (db *postgresDB) translate(err error) error {
	var e *pgconn.PgError
	var lost net.Error
	switch {
	case err == nil || errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &e):
		switch {
		case e.Code == "53100": // disk_full
			return fmt.Errorf("%w: %w", ErrFull, err)
		case strings.HasPrefix(e.Code, "08"), strings.HasPrefix(e.Code, "53"), strings.HasPrefix(e.Code, "57"), db.repeatable(err), e.Code == "55P03", e.Code == "25P03":
			return fmt.Errorf("%w: %w", ErrDown, err)
		}
		return err
	case errors.As(err, &lost), pgconn.Timeout(err), pgconn.SafeToRetry(err), isConnectError(err), strings.Contains(err.Error(), "conn closed"), strings.Contains(err.Error(), "unexpected EOF"):
		return fmt.Errorf("%w: %w", ErrDown, err)
	}
	return err
}

func isConnectError(err error) bool {
	var e *pgconn.ConnectError
	return errors.As(err, &e)
}

// repeatable errors are serialization_failure and deadlock_detected: the transaction was given up as a whole.
func (db *postgresDB) repeatable(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01")
}

// pgxConn runs statements in a transaction of pgx.
type pgxConn struct{ tx pgx.Tx }

func (c pgxConn) exec(ctx context.Context, statement string, args ...any) (int64, error) {
	tag, err := c.tx.Exec(ctx, numbered(statement), args...)
	if err != nil {
		return 0, describe(statement, err)
	}
	return tag.RowsAffected(), nil
}

func (c pgxConn) query(ctx context.Context, statement string, args ...any) (rows, error) {
	r, err := c.tx.Query(ctx, numbered(statement), args...)
	if err != nil {
		return nil, describe(statement, err)
	}
	return pgxRows{r}, nil
}

type pgxRows struct{ pgx.Rows }

func (r pgxRows) close() { r.Rows.Close() }

// statements with their places numbered. There are as many as the program has, and bulk ones of a few sizes.
var statements sync.Map

// numbered writes places as PostgreSQL has them: "a = ? AND b = ?" is "a = $1 AND b = $2".
func numbered(statement string) string {
	if known, ok := statements.Load(statement); ok {
		return known.(string)
	}
	var b strings.Builder
	n := 0
	for _, c := range []byte(statement) {
		if c != '?' {
			b.WriteByte(c)
			continue
		}
		n++
		b.WriteString("$" + strconv.Itoa(n))
	}
	statements.Store(statement, b.String())
	return b.String()
}
