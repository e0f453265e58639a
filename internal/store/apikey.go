package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// APIKey is what is kept of an API key: the same as in a file of keys, never the key. See package auth.
type APIKey struct {
	ID      string
	Name    string
	Scopes  []string
	Created time.Time // set by the store
	Expires time.Time
	Revoked *time.Time // nil while it is not
	SHA256  string     // of the whole key, hex
	Role    string     // what its bearer is to the things that are kept; "" when it is nothing
	Party   string     // whom the bearer stands for in that role; "" for itself
}

// AddAPIKey keeps a key. One that is there already must be the same: the error is [ErrInvalid].
func (tx *Tx) AddAPIKey(ctx context.Context, k APIKey) (APIKey, error) {
	err := check(text{"id", k.ID, 1, maxID}, text{"name", k.Name, 1, maxName}, text{"scopes", asJSON(k.Scopes), 3, maxName},
		text{"role", k.Role, 0, maxID}, text{"party", k.Party, 0, maxName})
	if err == nil {
		err = isDigest("key", k.SHA256)
	}
	if err == nil {
		k.Created, err = tx.Now(ctx)
	}
	if err == nil && !k.Expires.After(k.Created) {
		err = fmt.Errorf("key: %w: out of its time", ErrInvalid)
	}
	if err != nil {
		return APIKey{}, err
	}
	k.Expires, k.Revoked = k.Expires.UTC().Truncate(time.Microsecond), nil
	n, err := tx.exec(ctx, `INSERT INTO api_key (id, name, scopes, created, expires, revoked, sha256, role, party) VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?)
		ON CONFLICT (id) DO NOTHING`, k.ID, k.Name, asJSON(k.Scopes), micros(k.Created), micros(k.Expires), k.SHA256, k.Role, k.Party)
	if err != nil {
		return APIKey{}, err
	}
	if n == 0 {
		there, err := tx.APIKey(ctx, k.ID)
		if err == nil && there.SHA256 != k.SHA256 {
			err = fmt.Errorf("key: %w: its id is there already", ErrInvalid)
		}
		return there, err
	}
	tx.audit("key.add", k.ID, detail{"scopes": k.Scopes, "expires": k.Expires.Format(time.RFC3339), "role": k.Role, "party": k.Party})
	return k, nil
}

const keyColumns = "id, name, scopes, created, expires, revoked, sha256, role, party"

func scanKey(r row) (k APIKey, err error) {
	var scopes string
	var created, expires int64
	var revoked *int64
	if err := r.Scan(&k.ID, &k.Name, &scopes, &created, &expires, &revoked, &k.SHA256, &k.Role, &k.Party); err != nil {
		return APIKey{}, err
	}
	k.Created, k.Expires, k.Revoked = fromMicros(created), fromMicros(expires), fromOptional(revoked)
	if err := json.Unmarshal([]byte(scopes), &k.Scopes); err != nil {
		return APIKey{}, fmt.Errorf("%w: key %s", ErrDamaged, k.ID)
	}
	return k, nil
}

// APIKey gives a key by its id. Whether it is in its time is for the caller to say, by [Tx.Now]. The error is [ErrNotFound].
func (tx *Tx) APIKey(ctx context.Context, id string) (APIKey, error) {
	return only(ctx, tx, scanKey, "SELECT "+keyColumns+" FROM api_key WHERE id = ?", id)
}

var keyOrder = order{name: "keys", by: "id"}

// APIKeys lists all keys by id, also those that do not count any more.
func (tx *Tx) APIKeys(ctx context.Context, p Page) (List[APIKey], error) {
	at, err := p.from(keyOrder)
	if err != nil {
		return List[APIKey]{}, err
	}
	q := statement("SELECT " + keyColumns + " FROM api_key WHERE id > ?").with(at.S)
	return page(ctx, tx, p, q, keyOrder, scanKey, func(k *APIKey) place { return place{S: k.ID} })
}

// RevokeAPIKey ends a key. One that is revoked already stays so since then. The error is [ErrNotFound].
func (tx *Tx) RevokeAPIKey(ctx context.Context, id string) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	n, err := tx.exec(ctx, "UPDATE api_key SET revoked = ? WHERE id = ? AND revoked IS NULL", micros(now), id)
	if err != nil {
		return err
	}
	if n == 0 {
		_, err = tx.APIKey(ctx, id)
		return err
	}
	tx.audit("key.revoke", id, nil)
	return nil
}
