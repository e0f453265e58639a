package keyring_test

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"testing"
	"time"

	"hegui/internal/auth"
	"hegui/internal/keyring"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

func TestMain(m *testing.M) { os.Exit(storetest.Main(m)) }

// A key of the store lives as one of a file does, and each change of it is in the audit log. The secret is nowhere.
func TestLifeOfAKey(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		ring := &keyring.Keyring{Store: d.Store, Random: rand.Reader}
		checker := auth.Registry{Lookup: ring.Lookup}
		spec := auth.Spec{Name: "复审组", Scopes: []auth.Scope{auth.Read, auth.Records}, Role: auth.Reviewer, Party: "li", Lifetime: auth.MaxLifetime}
		secret, key, err := ring.New(t.Context(), "cli", spec)
		if err != nil {
			t.Fatal(err)
		}
		p, err := checker.Authenticate(t.Context(), secret)
		if err != nil || p.ID != "key:"+key.ID || p.Name != spec.Name || p.Role != auth.Reviewer || p.Party != "li" || !p.Holds("read", "records") {
			t.Errorf("%+v, %v", p, err)
		}
		spec.Party = ""
		if _, _, err := ring.New(t.Context(), "cli", spec); !errors.Is(err, auth.ErrInvalid) {
			t.Errorf("a reviewer without a name: %v", err)
		}
		list, err := ring.List(t.Context())
		if err != nil || len(list) != 1 || list[0].ID != key.ID {
			t.Errorf("%+v, %v", list, err)
		}
		for range 2 {
			if err := ring.Revoke(t.Context(), "cli", key.ID); err != nil {
				t.Error(err)
			}
		}
		if _, err := checker.Authenticate(t.Context(), secret); !errors.Is(err, auth.ErrRevoked) {
			t.Errorf("revoked: %v", err)
		}
		if err := ring.Revoke(t.Context(), "cli", "aaaaaaaaaa"); !errors.Is(err, auth.ErrNoKey) {
			t.Errorf("%v", err)
		}
		d.Clock.Turn(auth.MaxLifetime + time.Hour)
		_, late, err := ring.New(t.Context(), "cli", auth.Spec{Name: "late", Scopes: []auth.Scope{auth.Read}, Lifetime: time.Hour})
		if err != nil || d.Clock.Now().Sub(late.Created) > time.Second {
			t.Errorf("%+v, %v", late, err)
		}
		var actions []string
		err = d.Store.View(t.Context(), func(tx *store.Tx) error {
			events, err := tx.Events(t.Context(), key.ID, store.Page{})
			for _, e := range events.Items {
				actions = append(actions, e.Action)
			}
			return err
		})
		if err != nil || len(actions) != 2 || actions[0] != "key.add" || actions[1] != "key.revoke" {
			t.Errorf("%v, %v", actions, err)
		}
		if err := d.Store.Close(); err != nil {
			t.Error(err)
		}
		if _, err := checker.Authenticate(context.Background(), secret); !errors.Is(err, auth.ErrUnavailable) {
			t.Errorf("a closed store: %v", err)
		}
		if d.Store, err = store.Open(t.Context(), d.Address, d.Options()); err != nil {
			t.Fatal(err)
		}
	})
}
