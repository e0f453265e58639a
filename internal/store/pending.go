package store

import "context"

// Ping asks the database for something that costs nothing. The error is that of [Store.View], or ctx's.
func (s *Store) Ping(ctx context.Context) error {
	return s.View(ctx, func(tx *Tx) error {
		var n int
		return one(ctx, tx, []any{&n}, "SELECT 1")
	})
}

// Disk gives the bytes that this process may still write to the disk that the file of SQLite is on, and the size of that disk. Known is
// false for PostgreSQL and where the system does not say.
func (s *Store) Disk() (free, size uint64, known bool) {
	db, ok := s.db.(*sqliteDB)
	if !ok {
		return 0, 0, false
	}
	return disk(db.path)
}

// Pending counts the items that wait to be assessed, in batches that an actor made, or in all for "".
func (tx *Tx) Pending(ctx context.Context, actor string) (n int, err error) {
	q := statement("SELECT count(*) FROM item WHERE state = 'pending' AND batch IN (SELECT id FROM batch WHERE state IN ('open', 'running', 'paused')")
	if actor != "" {
		q.and("actor = ?", actor)
	}
	err = one(ctx, tx, []any{&n}, q.words+")", q.args...)
	return n, err
}

// BatchStates counts the batches by state; what is not in it there is none of.
func (tx *Tx) BatchStates(ctx context.Context) (map[BatchState]int, error) {
	counts := map[BatchState]int{}
	err := each(ctx, tx, func(r row) error {
		var state string
		var n int
		err := r.Scan(&state, &n)
		counts[BatchState(state)] = n
		return err
	}, "SELECT state, count(*) FROM batch GROUP BY state")
	return counts, err
}
