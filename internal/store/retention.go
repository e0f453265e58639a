package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Removed counts what retention removed, or would remove.
type Removed struct {
	Submissions int // with their versions, notes and overrides
	Batches     int // with their items
	Proposals   int // that no submission and no batch holds any more, with their assessments
}

// retainChunk is how many things one transaction removes, so that others need not wait long.
const retainChunk = 100

// Stale counts what [Store.Retain] would remove. Proposals are not counted: which ones are held by nothing shows only when the
// rest is gone.
func (s *Store) Stale(ctx context.Context, before time.Time) (Removed, error) {
	var r Removed
	err := s.View(ctx, func(tx *Tx) error {
		if err := one(ctx, tx, []any{&r.Submissions}, "SELECT count(*) FROM submission WHERE changed < ? AND hold = ''", micros(before)); err != nil {
			return err
		}
		return one(ctx, tx, []any{&r.Batches}, "SELECT count(*) FROM batch WHERE changed < ? AND hold = ''", micros(before))
	})
	return r, err
}

// Retain removes submissions and batches with which nothing was done since a time and that nobody holds, then the proposals
// that nothing refers to any more, and answers that are out of their time. The audit log is not touched but for a row for each
// thing that was removed. Interrupted, it has removed a part, and the next call goes on. progress, unless nil, is told what
// was removed so far. The error is [ErrInvalid] for a time that is not past.
func (s *Store) Retain(ctx context.Context, actor string, before time.Time, progress func(Removed)) (Removed, error) {
	var removed Removed
	at := micros(before)
	for _, step := range []struct {
		count *int
		some  func(ctx context.Context, tx *Tx, before int64) (int, error)
	}{
		{&removed.Batches, removeBatches}, {&removed.Submissions, removeSubmissions}, {&removed.Proposals, removeProposals}, {new(int), removeAnswers},
	} {
		for more := true; more; {
			var n int
			err := s.Update(ctx, actor, func(tx *Tx) error {
				now, err := tx.Now(ctx)
				if err != nil {
					return err
				}
				if !before.Before(now) {
					return fmt.Errorf("retention: %w: the time is not past", ErrInvalid)
				}
				n, err = step.some(ctx, tx, at)
				return err
			})
			if err != nil {
				return removed, err
			}
			*step.count += n
			if more = n > 0; more && progress != nil {
				progress(removed)
			}
		}
	}
	return removed, nil
}

// texts reads the one column of an answer, in the order of the texts: what is removed comes in none.
func texts(ctx context.Context, c conn, statement string, args ...any) (all []any, err error) {
	err = each(ctx, c, func(r row) error {
		var s string
		err := r.Scan(&s)
		all = append(all, s)
		return err
	}, statement, args...)
	slices.SortFunc(all, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
	return all, err
}

// removeBatches removes one batch, which may have many items.
func removeBatches(ctx context.Context, tx *Tx, before int64) (int, error) {
	ids, err := texts(ctx, tx, `DELETE FROM batch WHERE id IN (SELECT id FROM batch WHERE changed < ? AND hold = '' ORDER BY changed, id LIMIT 1)
		AND changed < ? AND hold = '' RETURNING id`, before, before)
	for _, id := range ids {
		tx.audit("retention.batch", id.(string), nil)
	}
	return len(ids), err
}

func removeSubmissions(ctx context.Context, tx *Tx, before int64) (int, error) {
	ids, err := texts(ctx, tx, `DELETE FROM submission WHERE id IN (SELECT id FROM submission WHERE changed < ? AND hold = '' ORDER BY changed, id LIMIT ?)
		AND changed < ? AND hold = '' RETURNING id`, before, int64(retainChunk), before)
	for _, id := range ids {
		tx.audit("retention.submission", id.(string), nil)
	}
	return len(ids), err
}

// unreferred holds for a proposal that no version and no item is of.
const unreferred = "NOT EXISTS (SELECT 1 FROM version v WHERE v.digest = proposal.digest) AND NOT EXISTS (SELECT 1 FROM item i WHERE i.digest = proposal.digest)"

// removeProposals takes the locks first and looks for references then: whoever wants a proposal takes the same lock before
// making a reference to it, so that one who was faster is seen, and one who is slower finds it gone.
func removeProposals(ctx context.Context, tx *Tx, before int64) (int, error) {
	digests, err := texts(ctx, tx, "UPDATE proposal SET seen = seen WHERE seen < ? AND digest IN (SELECT digest FROM proposal WHERE seen < ? AND "+
		unreferred+" ORDER BY digest LIMIT ?) RETURNING digest", before, before, int64(retainChunk))
	if err != nil || len(digests) == 0 {
		return 0, err
	}
	return removeLocked(ctx, tx, digests, "retention.proposals", "")
}

// removeLocked removes those of some proposals, whose locks the transaction has, that nothing refers to.
func removeLocked(ctx context.Context, tx *Tx, digests []any, action, object string) (int, error) {
	gone, err := texts(ctx, tx, "DELETE FROM proposal WHERE digest IN "+values(1, len(digests))+" AND "+unreferred+" RETURNING digest", digests...)
	if len(gone) > 0 {
		tx.audit(action, object, detail{"count": len(gone)})
	}
	return len(gone), err
}

// RemoveOrphans removes those of the proposals of a batch that was deleted which no submission and no other batch holds, with
// their assessments, and gives their number. What an interruption leaves is removed by [Store.Retain], when its time has come.
func (s *Store) RemoveOrphans(ctx context.Context, actor, batch string, digests []string) (removed int, err error) {
	for chunk := range slices.Chunk(digests, retainChunk) {
		n := 0
		err := s.Update(ctx, actor, func(tx *Tx) error {
			locked, err := texts(ctx, tx, "UPDATE proposal SET seen = seen WHERE digest IN "+values(1, len(chunk))+" RETURNING digest", anys(chunk)...)
			if n = 0; err == nil && len(locked) > 0 {
				n, err = removeLocked(ctx, tx, locked, "batch.proposals", batch)
			}
			return err
		})
		if err != nil {
			return removed, err
		}
		removed += n
	}
	return removed, nil
}

func removeAnswers(ctx context.Context, tx *Tx, _ int64) (int, error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return 0, err
	}
	n, err := tx.exec(ctx, "DELETE FROM answer WHERE (caller, key) IN (SELECT caller, key FROM answer WHERE expires <= ? LIMIT ?)", micros(now), int64(retainChunk))
	return int(n), err
}
