package store

import (
	"context"
	"time"
)

// AnswerLifetime is how long an idempotency key is remembered.
const AnswerLifetime = 24 * time.Hour

// Request is a request with an idempotency key.
type Request struct {
	Caller string // keys of different callers have nothing to do with each other
	Key    string
	Digest string // of method, route and body
}

// Claim asks whether a request was answered before, and gives the answer; done is false when the caller is the one to answer
// it, with [Tx.Answer]. Of the same request many times at once, all but one wait until the transaction of the first ends, and
// then get its answer. The error is [ErrReused] when the key came with another request, and [ErrInFlight] when a transaction
// claimed it, was kept, and left the answer to another one.
func (tx *Tx) Claim(ctx context.Context, r Request) (answer []byte, done bool, err error) {
	if err := check(text{"caller", r.Caller, 1, maxName}, text{"idempotency key", r.Key, 1, maxName}); err != nil {
		return nil, false, err
	}
	if err := isDigest("request", r.Digest); err != nil {
		return nil, false, err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return nil, false, err
	}
	// A row that is out of its time counts as none. The lock of the row is where others wait.
	claimed, err := tx.exec(ctx, `INSERT INTO answer (caller, key, request, answer, expires) VALUES (?, ?, ?, NULL, ?)
		ON CONFLICT (caller, key) DO UPDATE SET request = excluded.request, answer = NULL, expires = excluded.expires WHERE answer.expires <= ?`,
		r.Caller, r.Key, r.Digest, micros(now.Add(AnswerLifetime)), micros(now))
	if err != nil || claimed == 1 {
		return nil, false, err
	}
	var request string
	if err := one(ctx, tx, []any{&request, &answer}, "SELECT request, answer FROM answer WHERE caller = ? AND key = ?", r.Caller, r.Key); err != nil {
		return nil, false, err
	}
	switch {
	case request != r.Digest:
		return nil, false, ErrReused
	case answer == nil:
		return nil, false, ErrInFlight
	}
	src, err := unpack(answer[64:], string(answer[:64]))
	return src, true, err
}

// Answer keeps the answer to a request that was claimed. The error is [ErrNotFound] when it was not.
func (tx *Tx) Answer(ctx context.Context, r Request, answer []byte) error {
	kept := append([]byte(Digest(answer)), pack(answer)...)
	return touched(tx.exec(ctx, "UPDATE answer SET answer = ? WHERE caller = ? AND key = ? AND request = ?", kept, r.Caller, r.Key, r.Digest))
}

// Forget ends the claim of a request that could not be answered, so that it may come again. One with an answer stays.
func (tx *Tx) Forget(ctx context.Context, r Request) error {
	_, err := tx.exec(ctx, "DELETE FROM answer WHERE caller = ? AND key = ? AND request = ? AND answer IS NULL", r.Caller, r.Key, r.Digest)
	return err
}
