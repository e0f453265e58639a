package auth

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Registry checks keys that are kept elsewhere than in a file, such as in a database. Safe for concurrent use when Lookup is.
type Registry struct {
	// Lookup gives what is kept of a key by its id, and the time by which it is in its time: where several machines share
	// keys they share a clock, too. The error is ErrNoKey when there is none.
	Lookup func(ctx context.Context, id string) (key Key, now time.Time, err error)
}

// Authenticate says whose key a token is. When the registry cannot be asked, no key counts: the error is [ErrUnavailable] with
// the cause.
func (r *Registry) Authenticate(ctx context.Context, token string) (Principal, error) {
	id, ok := KeyID(token)
	if !ok {
		return Principal{}, ErrMalformed
	}
	var found known
	var now time.Time
	var err error
	found.Key, now, err = r.Lookup(ctx, id)
	exists := !errors.Is(err, ErrNoKey)
	if err == nil {
		if n, decodeErr := hex.Decode(found.sum[:], []byte(found.SHA256)); decodeErr != nil || n != len(found.sum) || found.defect() != "" {
			err = errors.New("what is kept of a key is damaged")
		}
	}
	if err != nil && exists {
		return Principal{}, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return found.admit(token, exists, now)
}
