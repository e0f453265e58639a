package auth

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
)

const (
	askTimeout = 5 * time.Second  // for one question to the provider
	askAgain   = 10 * time.Second // between two: tokens signed by nobody must not make us flood the provider
	askBytes   = 1 << 20          // of an answer

	freshFor  = 15 * time.Minute // keys are asked for again after that, so that one the provider withdrew ends
	usableFor = 24 * time.Hour   // keys count no longer than that when the provider stays away

	rsaBits = 2048 // of a key, at least; RFC 7518, 3.3
)

// keySet holds the public keys of a provider. The library's own asks the provider again for every token that does not
// fit, which lets a stranger send it as many questions as they like.
type keySet struct {
	issuer string
	client *http.Client
	now    func() time.Time

	current atomic.Pointer[publicKeys] // nil until the provider answered once

	asking sync.Mutex // held while the provider is asked; guards what follows
	tried  time.Time
	failed error  // of the last question
	url    string // of the keys; empty before discovery
}

type publicKeys struct {
	keys []jose.JSONWebKey
	at   time.Time
}

func newKeySet(issuer string, now func() time.Time) *keySet {
	return &keySet{issuer: issuer, now: now, client: &http.Client{
		Transport: bounded{http.DefaultTransport},
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return errors.New("redirects are not followed")
		},
	}}
}

// bounded limits the size of answers.
type bounded struct{ http.RoundTripper }

func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		resp.Body = http.MaxBytesReader(nil, resp.Body, askBytes)
	}
	return resp, err
}

// VerifySignature gives the payload of a token that one of the provider's keys signed. The error is [ErrUnavailable] when
// that cannot be known now, else [ErrUnknown].
func (k *keySet) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	signed, err := jose.ParseSignedCompact(token, algorithms)
	if err != nil {
		return nil, ErrUnknown
	}
	keys := k.current.Load()
	if keys == nil || k.now().Sub(keys.at) > freshFor {
		usable := keys != nil && k.now().Sub(keys.at) <= usableFor
		newer, err := k.ask(ctx, keys, !usable)
		if err != nil && !usable {
			return nil, unavailable(err)
		}
		keys = newer
	}
	if payload, ok := keys.verify(signed); ok {
		return payload, nil
	}
	newer, err := k.ask(ctx, keys, true)
	if err != nil {
		return nil, unavailable(err)
	}
	if payload, ok := newer.verify(signed); ok && newer != keys {
		return payload, nil
	}
	return nil, ErrUnknown
}

// verify tries the keys with the id that the token names, all when it names none. Headers that bring a key or say where one
// is (jwk, jku, x5c, x5u) are passed over: whoever forges a token would write them.
func (p *publicKeys) verify(signed *jose.JSONWebSignature) ([]byte, bool) {
	header := signed.Signatures[0].Protected
	for i := range p.keys {
		key := &p.keys[i]
		if header.KeyID != "" && key.KeyID != header.KeyID || key.Algorithm != "" && key.Algorithm != header.Algorithm {
			continue
		}
		if payload, err := signed.Verify(key.Key); err == nil {
			return payload, true
		}
	}
	return nil, false
}

// ask gets the keys from the provider, unless somebody else just did or it was asked a moment ago: then the answer is what
// is there, with the error of that time. Who need not wait gets what is there while somebody else asks.
func (k *keySet) ask(ctx context.Context, seen *publicKeys, wait bool) (*publicKeys, error) {
	if wait {
		k.asking.Lock()
	} else if !k.asking.TryLock() {
		return seen, nil
	}
	defer k.asking.Unlock()
	if now := k.current.Load(); now != seen {
		return now, nil
	}
	if !k.tried.IsZero() && k.now().Sub(k.tried) < askAgain {
		return seen, k.failed
	}
	// A client that leaves must not waste the question for the others.
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), askTimeout)
	defer cancel()
	k.tried = k.now()
	keys, err := k.fetch(limited)
	if k.failed = err; err != nil {
		return seen, err
	}
	fresh := &publicKeys{keys, k.tried}
	k.current.Store(fresh)
	return fresh, nil
}

func (k *keySet) fetch(ctx context.Context) ([]jose.JSONWebKey, error) {
	if k.url == "" {
		provider, err := oidc.NewProvider(oidc.ClientContext(ctx, k.client), k.issuer)
		if err != nil {
			return nil, err
		}
		var found struct {
			URL string `json:"jwks_uri"`
		}
		if err := provider.Claims(&found); err != nil {
			return nil, err
		}
		if u, err := url.Parse(found.URL); err != nil || !secure(u) {
			return nil, errors.New("jwks_uri is no URL with https (http on the loopback address only)")
		}
		k.url = found.URL
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, k.url, http.NoBody)
	if err != nil {
		return nil, err
	}
	resp, err := k.client.Do(r)
	if err != nil {
		k.url = "" // it may have moved
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		k.url = ""
		return nil, fmt.Errorf("keys: %s", resp.Status)
	}
	src, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return usableKeys(src)
}

// usableKeys reads a JSON Web Key Set and keeps the keys that can sign a token we take. One of a kind that we do not know
// does not spoil the others (RFC 7517, 5). The error is text that is no key set, or none that can be used.
func usableKeys(src []byte) ([]jose.JSONWebKey, error) {
	var set struct {
		Keys []json.RawMessage `json:"keys"`
	}
	if err := json.Unmarshal(src, &set); err != nil {
		return nil, errors.New("keys: no JSON Web Key Set")
	}
	var keys []jose.JSONWebKey
	for _, raw := range set.Keys {
		var key jose.JSONWebKey
		if json.Unmarshal(raw, &key) == nil && key.Use != "enc" && key.Valid() && strong(key.Key) {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, errors.New("keys: none for RS256, ES256 or EdDSA")
	}
	return keys, nil
}

// strong keeps public keys only: a shared secret in a key set is a way to take a public text for a secret.
func strong(key any) bool {
	switch key := key.(type) {
	case *rsa.PublicKey:
		return key.N.BitLen() >= rsaBits
	case *ecdsa.PublicKey:
		return key.Curve == elliptic.P256()
	case ed25519.PublicKey:
		return true
	}
	return false
}
