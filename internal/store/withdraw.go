package store

import "context"

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
// other.
func (tx *Tx) cancelItemsOf(ctx context.Context, submission string) error {
	batches, err := texts(ctx, tx, "SELECT DISTINCT batch FROM item WHERE submission = ? AND state = 'pending'", submission)
	for _, batch := range batches {
		if err != nil {
			return err
		}
		var b Batch
		if b, err = tx.lockBatch(ctx, batch.(string)); err != nil {
			return err
		}
		if _, err = tx.exec(ctx, "UPDATE item SET state = 'cancelled' WHERE batch = ? AND submission = ? AND state = 'pending'", b.ID, submission); err == nil {
			err = tx.doneWhenEmpty(ctx, b)
		}
	}
	return err
}
