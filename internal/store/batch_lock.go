package store

import "context"

// LockBatch keeps others from changing a batch and its items until the transaction ends, and gives it. The error is [ErrNotFound].
func (tx *Tx) LockBatch(ctx context.Context, id string) (Batch, error) { return tx.lockBatch(ctx, id) }
