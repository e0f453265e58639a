package store

import (
	"context"
	"errors"
)

// WithdrawSubmission takes a submission back in the name of who handed it in. It is kept with all that was said of it, but not
// reviewed or decided any more, and what of it waits in batches is cancelled. Its next version opens it again. Withdrawing again
// changes nothing. The error is [ErrNotFound], or [ErrClosed] when it was decided.
func (tx *Tx) WithdrawSubmission(ctx context.Context, id string) error {
	s, err := tx.lockSubmission(ctx, id)
	switch {
	case err != nil:
		return err
	case s.Closed != nil:
		return ErrClosed
	case s.Withdrawn != nil:
		return nil
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	tx.audit("submission.withdraw", id, nil)
	if err := touched(tx.exec(ctx, "UPDATE submission SET withdrawn = ? WHERE id = ?", micros(now), id)); err != nil {
		return err
	}
	return tx.cancelItemsOf(ctx, id)
}

// cancelItemsOf cancels the items of a submission that wait, in one order of batches, so that two transactions do not wait for each
// other. Batches in which one failed are locked too: somebody may be trying it again.
func (tx *Tx) cancelItemsOf(ctx context.Context, submission string) error {
	batches, err := texts(ctx, tx, "SELECT DISTINCT batch FROM item WHERE submission = ? AND state IN ('pending', 'failed')", submission)
	if err != nil {
		return err
	}
	for _, batch := range batches {
		b, err := tx.lockBatch(ctx, batch.(string))
		if errors.Is(err, ErrNotFound) { // deleted meanwhile
			continue
		}
		var n int64
		if err == nil {
			n, err = tx.exec(ctx, "UPDATE item SET state = 'cancelled' WHERE batch = ? AND submission = ? AND state = 'pending'", b.ID, submission)
		}
		if err == nil && n > 0 {
			err = tx.doneWhenEmpty(ctx, b)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
