package cli

import (
	"context"
	"errors"

	"hegui/internal/auth"
	"hegui/internal/keyring"
	"hegui/internal/store"
)

// actorCLI is who stands in the audit log for what is done on the command line: whoever may write the store.
const actorCLI = "cli"

// keyPlace is where keys are: a file, or a store.
type keyPlace interface {
	list(ctx context.Context) ([]auth.Key, error)
	make(ctx context.Context, spec auth.Spec) (secret string, key auth.Key, err error)
	revoke(ctx context.Context, id string) error
}

type keysInFile struct{ auth.File }

func (f keysInFile) list(context.Context) ([]auth.Key, error) { return f.List() }

func (f keysInFile) make(ctx context.Context, spec auth.Spec) (string, auth.Key, error) {
	return f.New(ctx, spec)
}

func (f keysInFile) revoke(ctx context.Context, id string) error {
	_, err := f.Revoke(ctx, id)
	return err
}

type keysInStore struct{ *keyring.Keyring }

func (s keysInStore) list(ctx context.Context) ([]auth.Key, error) { return s.List(ctx) }

func (s keysInStore) make(ctx context.Context, spec auth.Spec) (string, auth.Key, error) {
	return s.New(ctx, actorCLI, spec)
}

func (s keysInStore) revoke(ctx context.Context, id string) error {
	return s.Revoke(ctx, actorCLI, id)
}

// keyFlags say where the keys are that a command works on.
type keyFlags struct{ file, store string }

// withKeys opens where the keys are: the store that --store names, else the file. shown is what it is called in messages.
func (a *app) withKeys(ctx context.Context, o *keyFlags, readOnly bool, do func(keys keyPlace, shown string) error) error {
	if o.store == "" {
		f, err := a.keyFile(o.file)
		if err != nil {
			return err
		}
		return do(keysInFile{f}, f.Path)
	}
	if o.file != "" {
		return usage(errors.New(a.words.auth.twoPlaces))
	}
	return a.withStore(ctx, o.store, readOnly, func(s *store.Store) error {
		return do(keysInStore{&keyring.Keyring{Store: s, Random: a.env.Random}}, hidePassword(o.store))
	})
}
