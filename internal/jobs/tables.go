package jobs

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"hegui/internal/store"
)

// byItselfKey is where the metadata of a job say how often its item was begun by itself.
const byItselfKey = "by_itself"

// sqliteTables are those of a file, which no other process writes to.
type sqliteTables struct{ db *sql.DB }

func (t sqliteTables) claim(context.Context) (func(), error)      { return func() {}, nil } // the store holds a lock on the file
func (t sqliteTables) reclaim(context.Context) error              { return nil }
func (t sqliteTables) gone(context.Context, string) (bool, error) { return true, nil }

func (t sqliteTables) running(ctx context.Context) (all []holder, err error) {
	rows, err := t.db.QueryContext(ctx, "SELECT id, coalesce(attempted_at, '') || '', json(attempted_by) FROM river_job WHERE state = 'running' AND kind = '"+kind+"'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h holder
		var by sql.NullString
		if err := rows.Scan(&h.job, &h.begun, &by); err != nil {
			return nil, err
		}
		var names []string
		if by.Valid && json.Unmarshal([]byte(by.String), &names) == nil && len(names) > 0 {
			h.worker = names[len(names)-1]
		}
		all = append(all, h)
	}
	return all, rows.Err()
}

func (t sqliteTables) giveBack(ctx context.Context, h holder) error {
	_, err := t.db.ExecContext(ctx, "UPDATE river_job SET state = 'available' WHERE id = ? AND attempted_at = ? AND state = 'running'", h.job, h.begun)
	return err
}

func (t sqliteTables) waits(ctx context.Context, batch string) (waits bool, err error) {
	err = t.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM river_job WHERE kind = '"+kind+
		"' AND state IN ('available', 'pending', 'retryable', 'running', 'scheduled') AND args ->> 'batch' = ?)", batch).Scan(&waits)
	return waits, err
}

func (t sqliteTables) byItself(ctx context.Context, tx *store.Tx, job int64, times int) error {
	_, err := tx.SQL().ExecContext(ctx, "UPDATE river_job SET metadata = jsonb_set(metadata, '$."+byItselfKey+"', ?) WHERE id = ?", times, job)
	return err
}

func (t sqliteTables) drop(ctx context.Context, tx *store.Tx, batch string) error {
	_, err := tx.SQL().ExecContext(ctx, "DELETE FROM river_job WHERE kind = '"+kind+
		"' AND state IN ('available', 'pending', 'retryable', 'scheduled') AND args ->> 'batch' = ?", batch)
	return err
}

// postgresTables are those of PostgreSQL. A worker shows that it lives by a lock that its connection holds, so that others
// need not wait for as long as a chunk may take to know that it is gone.
type postgresTables struct {
	pool *pgxpool.Pool
	me   string
	held *pgxpool.Conn
}

// lockOf is the number that stands for a worker.
func lockOf(worker string) int64 {
	sum := sha256.Sum256([]byte("hegui/worker\n" + worker))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

func (t *postgresTables) claim(ctx context.Context) (func(), error) {
	if err := t.reclaim(ctx); err != nil {
		return nil, err
	}
	return t.release, nil
}

func (t *postgresTables) release() {
	if t.held != nil {
		c := t.held.Hijack() // the lock goes with the connection
		t.held = nil
		_ = c.PgConn().Conn().Close()
	}
}

func (t *postgresTables) reclaim(ctx context.Context) error {
	if t.held != nil {
		if err := t.held.Ping(ctx); err == nil {
			return nil
		}
		t.release()
	}
	c, err := t.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	var locked bool
	if err := c.QueryRow(ctx, "SELECT pg_try_advisory_lock($1)", lockOf(t.me)).Scan(&locked); err != nil || !locked {
		c.Release()
		if err == nil {
			err = fmt.Errorf("another worker has the name %s", t.me)
		}
		return err
	}
	t.held = c
	return nil
}

func (t *postgresTables) gone(ctx context.Context, worker string) (free bool, err error) {
	tx, err := t.pool.Begin(ctx)
	if err != nil {
		return false, err
	}
	err = tx.QueryRow(ctx, "SELECT pg_try_advisory_xact_lock($1)", lockOf(worker)).Scan(&free)
	return free, errors.Join(err, tx.Rollback(context.WithoutCancel(ctx)))
}

func (t *postgresTables) running(ctx context.Context) ([]holder, error) {
	rows, err := t.pool.Query(ctx, "SELECT id, coalesce(attempted_at::text, ''), coalesce(attempted_by[array_upper(attempted_by, 1)], '') FROM river_job WHERE state = 'running' AND kind = '"+kind+"'")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (h holder, err error) {
		err = r.Scan(&h.job, &h.begun, &h.worker)
		return h, err
	})
}

func (t *postgresTables) giveBack(ctx context.Context, h holder) error {
	_, err := t.pool.Exec(ctx, "UPDATE river_job SET state = 'available' WHERE id = $1 AND attempted_at::text = $2 AND state = 'running'", h.job, h.begun)
	return err
}

func (t *postgresTables) waits(ctx context.Context, batch string) (waits bool, err error) {
	err = t.pool.QueryRow(ctx, "SELECT EXISTS (SELECT 1 FROM river_job WHERE kind = '"+kind+
		"' AND state IN ('available', 'pending', 'retryable', 'running', 'scheduled') AND args ->> 'batch' = $1)", batch).Scan(&waits)
	return waits, err
}

func (t *postgresTables) byItself(ctx context.Context, tx *store.Tx, job int64, times int) error {
	_, err := tx.PGX().Exec(ctx, "UPDATE river_job SET metadata = jsonb_set(metadata, '{"+byItselfKey+"}', to_jsonb($1::int)) WHERE id = $2", times, job)
	return err
}

func (t *postgresTables) drop(ctx context.Context, tx *store.Tx, batch string) error {
	_, err := tx.PGX().Exec(ctx, "DELETE FROM river_job WHERE kind = '"+kind+
		"' AND state IN ('available', 'pending', 'retryable', 'scheduled') AND args ->> 'batch' = $1", batch)
	return err
}
