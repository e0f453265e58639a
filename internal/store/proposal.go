package store

import (
	"context"
	"fmt"
)

// putProposal keeps the bytes of a proposal, once, and gives their digest. It also says that they are wanted now, under the
// lock of their row, so that retention does not take them away meanwhile.
func (tx *Tx) putProposal(ctx context.Context, src []byte) (digest string, err error) {
	if len(src) == 0 || len(src) > maxBody {
		return "", fmt.Errorf("proposal: %w: it is empty or has more than %d bytes", ErrInvalid, maxBody)
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return "", err
	}
	digest = Digest(src)
	n, err := tx.exec(ctx, "UPDATE proposal SET seen = ? WHERE digest = ?", micros(now), digest)
	if err != nil || n == 1 {
		return digest, err // nothing has to be packed
	}
	_, err = tx.exec(ctx, `INSERT INTO proposal (digest, size, body, seen) VALUES (?, ?, ?, ?)
		ON CONFLICT (digest) DO UPDATE SET seen = excluded.seen`, digest, int64(len(src)), pack(src), micros(now))
	return digest, err
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
