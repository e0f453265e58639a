// Package keyring keeps API keys in a store: those of package auth, by the id that each of them shows. Every change is a row
// of the audit log. Start at [Keyring].
package keyring

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"hegui/internal/auth"
	"hegui/internal/store"
)

// Keyring is the keys of a store. Safe for concurrent use.
type Keyring struct {
	Store  *store.Store
	Random io.Reader // where secrets come from; not needed to look keys up
}

// Lookup gives a key by its id and the time by the store's clock, for [auth.Registry]. The error is [auth.ErrNoKey], or that of
// the store.
func (k *Keyring) Lookup(ctx context.Context, id string) (key auth.Key, now time.Time, err error) {
	err = k.Store.View(ctx, func(tx *store.Tx) error {
		if now, err = tx.Now(ctx); err != nil {
			return err
		}
		kept, err := tx.APIKey(ctx, id)
		key = fromStore(kept)
		return err
	})
	return key, now, known(err)
}

// New makes a key in the name of an actor and gives it: the only time that anybody sees it. The error is [auth.ErrInvalid], or
// that of the store.
func (k *Keyring) New(ctx context.Context, actor string, spec auth.Spec) (secret string, key auth.Key, err error) {
	err = k.Store.Update(ctx, actor, func(tx *store.Tx) (err error) {
		secret, key, err = k.Add(ctx, tx, spec)
		return err
	})
	return secret, key, err
}

// Add is New within a transaction.
func (k *Keyring) Add(ctx context.Context, tx *store.Tx, spec auth.Spec) (secret string, key auth.Key, err error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return "", auth.Key{}, err
	}
	if secret, key, err = auth.NewKey(spec, now, k.Random); err != nil {
		return "", auth.Key{}, err
	}
	kept, err := tx.AddAPIKey(ctx, store.APIKey{
		ID: key.ID, Name: key.Name, Scopes: words(key.Scopes), Expires: key.Expires, SHA256: key.SHA256, Role: string(key.Role), Party: key.Party,
	})
	if err != nil {
		return "", auth.Key{}, fmt.Errorf("keep a key: %w", err)
	}
	return secret, fromStore(kept), nil
}

// Revoke ends a key in the name of an actor. One that is revoked already stays so since then. The error is [auth.ErrNoKey], or
// that of the store.
func (k *Keyring) Revoke(ctx context.Context, actor, id string) error {
	return known(k.Store.Update(ctx, actor, func(tx *store.Tx) error { return tx.RevokeAPIKey(ctx, id) }))
}

// List gives all keys, by id, also those that do not count any more.
func (k *Keyring) List(ctx context.Context) (keys []auth.Key, err error) {
	for p, more := (store.Page{Limit: store.MaxLimit}), true; more; more = p.After != "" {
		err := k.Store.View(ctx, func(tx *store.Tx) error {
			list, next, err := Page(ctx, tx, p)
			keys, p.After = append(keys, list...), next
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return keys, nil
}

// Page gives a part of the keys within a transaction, and where the next part begins.
func Page(ctx context.Context, tx *store.Tx, p store.Page) (keys []auth.Key, next string, err error) {
	list, err := tx.APIKeys(ctx, p)
	for _, kept := range list.Items {
		keys = append(keys, fromStore(kept))
	}
	return keys, list.Next, err
}

// known says in the words of package auth that there is no such key.
func known(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return auth.ErrNoKey
	}
	return err
}

func fromStore(k store.APIKey) auth.Key {
	key := auth.Key{ID: k.ID, Name: k.Name, Created: k.Created, Expires: k.Expires, Revoked: k.Revoked, SHA256: k.SHA256, Role: auth.Role(k.Role), Party: k.Party}
	for _, s := range k.Scopes {
		key.Scopes = append(key.Scopes, auth.Scope(s))
	}
	return key
}

func words(scopes []auth.Scope) []string {
	out := make([]string, len(scopes))
	for i, s := range scopes {
		out[i] = string(s)
	}
	return out
}
