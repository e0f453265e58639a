package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"hegui/internal/assess"
)

// BatchState says what is done with a batch.
type BatchState string

// The states of batches.
const (
	BatchOpen      BatchState = "open"      // items are added
	BatchRunning   BatchState = "running"   // items are assessed
	BatchPaused    BatchState = "paused"    // no item is begun
	BatchCancelled BatchState = "cancelled" // what was not done stays so
	BatchDone      BatchState = "done"      // no item is left to be assessed
)

// moves are the states that may follow each.
var moves = map[BatchState][]BatchState{
	BatchOpen:    {BatchRunning, BatchCancelled},
	BatchRunning: {BatchPaused, BatchCancelled},
	BatchPaused:  {BatchRunning, BatchCancelled},
}

// NewBatch says what a batch shall be.
type NewBatch struct {
	Label   string // for people
	Pack    assess.PackRef
	Profile string
	AsOf    string // YYYY-MM-DD
}

// Batch is many proposals to assess under one pack, profile and date.
type Batch struct {
	ID string
	NewBatch
	Actor   string // who made it
	State   BatchState
	Items   int
	Created time.Time
	Changed time.Time // when its state last changed, or an item did
	Hold    string    // why retention passes over it; "" when it does not
}

// Progress counts the items of a batch.
type Progress struct {
	Pending, Done, Failed, Cancelled int
	Verdicts                         map[assess.Verdict]int // of those that are done
}

// CreateBatch makes a batch without items. It is open.
func (tx *Tx) CreateBatch(ctx context.Context, b NewBatch) (Batch, error) {
	err := checkPack(b.Pack, b.Profile)
	if err == nil {
		err = check(text{"label", b.Label, 0, maxName})
	}
	if err == nil && !dates.MatchString(b.AsOf) {
		err = fmt.Errorf("as-of date: %w", ErrInvalid)
	}
	if err != nil {
		return Batch{}, err
	}
	id, err := tx.store.newID()
	if err != nil {
		return Batch{}, err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return Batch{}, err
	}
	_, err = tx.exec(ctx, `INSERT INTO batch (id, label, actor, pack_id, pack_version, pack_digest, profile, as_of, state, items, created, changed, hold)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, '')`, id, b.Label, tx.actor, b.Pack.ID, b.Pack.Version, b.Pack.Digest, b.Profile, b.AsOf,
		string(BatchOpen), micros(now), micros(now))
	tx.audit("batch.create", id, detail{"pack": b.Pack.Digest, "profile": b.Profile, "as_of": b.AsOf})
	return Batch{ID: id, NewBatch: b, Actor: tx.actor, State: BatchOpen, Created: now, Changed: now}, err
}

const batchColumns = "id, label, actor, pack_id, pack_version, pack_digest, profile, as_of, state, items, created, changed, hold"

func scanBatch(r row) (b Batch, err error) {
	var created, changed int64
	var state string
	err = r.Scan(&b.ID, &b.Label, &b.Actor, &b.Pack.ID, &b.Pack.Version, &b.Pack.Digest, &b.Profile, &b.AsOf, &state, &b.Items, &created, &changed, &b.Hold)
	b.State, b.Created, b.Changed = BatchState(state), fromMicros(created), fromMicros(changed)
	return b, err
}

// Batch gives a batch. The error is [ErrNotFound].
func (tx *Tx) Batch(ctx context.Context, id string) (Batch, error) {
	return only(ctx, tx, scanBatch, "SELECT "+batchColumns+" FROM batch WHERE id = ?", id)
}

// lockBatch keeps others from changing the batch until the transaction ends, and gives it.
func (tx *Tx) lockBatch(ctx context.Context, id string) (Batch, error) {
	return only(ctx, tx, scanBatch, "UPDATE batch SET id = id WHERE id = ? RETURNING "+batchColumns, id)
}

// BatchFilter says which batches are listed; "" is any.
type BatchFilter struct {
	Actor string
	State BatchState
}

var batchOrder = order{name: "batches", by: "created DESC, id DESC", first: latest}

// Batches lists batches, the latest first.
func (tx *Tx) Batches(ctx context.Context, f BatchFilter, p Page) (List[Batch], error) {
	at, err := p.from(batchOrder)
	if err != nil {
		return List[Batch]{}, err
	}
	q := statement("SELECT "+batchColumns+" FROM batch WHERE created <= ? AND (created < ? OR id < ?)").with(at.N, at.N, at.S)
	if f.Actor != "" {
		q.and("actor = ?", f.Actor)
	}
	if f.State != "" {
		q.and("state = ?", string(f.State))
	}
	return page(ctx, tx, p, q, batchOrder, scanBatch, func(b *Batch) place { return place{micros(b.Created), b.ID} })
}

// MoveBatch gives a batch another state: an open one may run, a running one pause, a paused one run again, and each of them be
// cancelled, which cancels its pending items too. A batch without items is done when it runs. The error is [ErrNotFound], or
// [ErrState] for any other move; to the state that it has already is no move and no error.
func (tx *Tx) MoveBatch(ctx context.Context, id string, to BatchState) error {
	b, err := tx.lockBatch(ctx, id)
	if err != nil || b.State == to {
		return err
	}
	if !slices.Contains(moves[b.State], to) {
		return fmt.Errorf("%w: from %s to %q", ErrState, b.State, string(to))
	}
	if to == BatchCancelled {
		if _, err := tx.exec(ctx, "UPDATE item SET state = 'cancelled' WHERE batch = ? AND state = 'pending'", id); err != nil {
			return err
		}
	}
	if err := tx.setBatch(ctx, b, to); err != nil || to != BatchRunning {
		return err
	}
	b.State = to
	return tx.doneWhenEmpty(ctx, b)
}

func (tx *Tx) setBatch(ctx context.Context, b Batch, to BatchState) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	if b.State != to {
		tx.audit("batch."+string(to), b.ID, detail{"from": b.State})
	}
	_, err = tx.exec(ctx, "UPDATE batch SET state = ?, changed = ? WHERE id = ?", string(to), micros(now), b.ID)
	return err
}

// doneWhenEmpty ends a batch that has nothing pending. The batch must be locked.
func (tx *Tx) doneWhenEmpty(ctx context.Context, b Batch) error {
	if b.State != BatchRunning && b.State != BatchPaused {
		return nil
	}
	var number int64
	err := one(ctx, tx, []any{&number}, "SELECT number FROM item WHERE batch = ? AND state = 'pending' ORDER BY number LIMIT 1", b.ID)
	if err == nil {
		return tx.setBatch(ctx, b, b.State) // the time of its change
	}
	if err := orNothing(err); err != nil {
		return err
	}
	return tx.setBatch(ctx, b, BatchDone)
}

// HoldBatch says why a batch must be kept, so that retention passes over it; "" ends the hold.
func (tx *Tx) HoldBatch(ctx context.Context, id, reason string) error {
	if err := check(text{"reason", reason, 0, maxName}); err != nil {
		return err
	}
	tx.audit("batch.hold", id, detail{"reason": reason})
	return touched(tx.exec(ctx, "UPDATE batch SET hold = ? WHERE id = ?", reason, id))
}

// DeleteBatch removes a batch and its items, whatever its state. It gives the digests of their proposals: those that nothing else
// refers to are still there, with their assessments, until [Store.RemoveOrphans]. The error is [ErrNotFound], or [ErrHeld].
func (tx *Tx) DeleteBatch(ctx context.Context, id string) (proposals []string, err error) {
	b, err := tx.lockBatch(ctx, id)
	if err != nil {
		return nil, err
	}
	if b.Hold != "" {
		return nil, ErrHeld
	}
	err = each(ctx, tx, func(r row) error {
		var digest string
		err := r.Scan(&digest)
		proposals = append(proposals, digest)
		return err
	}, "SELECT DISTINCT digest FROM item WHERE batch = ? ORDER BY digest", id)
	if err != nil {
		return nil, err
	}
	tx.audit("batch.delete", id, detail{"from": b.State, "items": b.Items})
	return proposals, touched(tx.exec(ctx, "DELETE FROM batch WHERE id = ?", id))
}

// Progress counts the items of a batch. One that is not there has none.
func (tx *Tx) Progress(ctx context.Context, batch string) (Progress, error) {
	p := Progress{Verdicts: map[assess.Verdict]int{}}
	err := each(ctx, tx, func(r row) error {
		var state, verdict string
		var n int
		if err := r.Scan(&state, &verdict, &n); err != nil {
			return err
		}
		switch ItemState(state) {
		case ItemPending:
			p.Pending += n
		case ItemDone:
			p.Done += n
			p.Verdicts[assess.Verdict(verdict)] += n
		case ItemFailed:
			p.Failed += n
		case ItemCancelled:
			p.Cancelled += n
		}
		return nil
	}, "SELECT state, verdict, count(*) FROM item WHERE batch = ? GROUP BY state, verdict", batch)
	return p, err
}
