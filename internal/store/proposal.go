package store

import (
	"context"
	"slices"
)

// putProposal keeps the bytes of a proposal, once. It also says that they are wanted now, under the
// lock of their row, so that retention does not take them away meanwhile.
func (tx *Tx) putProposal(ctx context.Context, c Content) error {
	if err := c.check("proposal"); err != nil {
		return err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `INSERT INTO proposal (digest, size, body, seen) VALUES (?, ?, ?, ?)
		ON CONFLICT (digest) DO UPDATE SET seen = excluded.seen`, c.digest, int64(c.size), c.packed, micros(now))
	return err
}

// Proposal gives the bytes of a proposal, just as they were handed in. The error is [ErrNotFound], or [ErrDamaged] when they
// are not what their digest says.
func (tx *Tx) Proposal(ctx context.Context, digest string) ([]byte, error) {
	var body []byte
	if err := one(ctx, tx, []any{&body}, "SELECT body FROM proposal WHERE digest = ?", digest); err != nil {
		return nil, err
	}
	return unpack(body, digest)
}

// Proposals gives the bytes of many proposals by their digests, as [Tx.Proposal] gives those of one.
func (tx *Tx) Proposals(ctx context.Context, digests ...string) (map[string][]byte, error) {
	all := make(map[string][]byte, len(digests))
	for chunk := range slices.Chunk(digests, assessedChunk) {
		err := each(ctx, tx, func(r row) error {
			var digest string
			var body []byte
			err := r.Scan(&digest, &body)
			if err == nil {
				all[digest], err = unpack(body, digest)
			}
			return err
		}, "SELECT digest, body FROM proposal WHERE digest IN "+values(1, len(chunk)), anys(chunk)...)
		if err != nil {
			return nil, err
		}
	}
	return all, complete(all, digests)
}
