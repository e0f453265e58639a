// Package auth says who a request comes from. It knows two kinds of credentials: API keys of this service, kept as hashes
// in a file ([Keys], [File]) or elsewhere ([Registry]), and bearer tokens of an OpenID Connect provider ([OIDC]). [Checker]
// takes all of them.
//
// What a caller may do is a set of scopes and a role, decided when the credentials are checked; what an operation asks for is
// said by the HTTP interface. Nothing here logs, and no error holds a key, a token or a part of one.
package auth

import (
	"context"
	"errors"
	"slices"
	"strings"
)

// Scope is a permission. An operation names those that its caller must hold.
type Scope string

// The scopes there are.
const (
	Read    Scope = "read"    // packs, requirements, documents
	Assess  Scope = "assess"  // score and compare proposals, help while they are written
	Records Scope = "records" // what is kept: submissions, reviews, batches, the audit log; what of it, the role decides
	Metrics Scope = "metrics" // measurements of the service
)

// Scopes are all scopes, in the order in which they are shown.
func Scopes() []Scope { return []Scope{Read, Assess, Records, Metrics} }

// Kind is what a caller proved who it is with.
type Kind string

// The kinds of callers.
const (
	KindKey  Kind = "key"
	KindOIDC Kind = "oidc"
)

// Principal is a caller whose credentials were checked.
type Principal struct {
	ID     string // "key:<id>" or "oidc:<issuer>#<subject>": stands in logs, and no two callers share one
	Kind   Kind
	Name   string  // of the key, or what the token calls its subject; for people, never to decide by
	Scopes []Scope // what it may do; empty when no role of the token stands for anything
	Role   Role    // what it is to the things that are kept; "" without the scope [Records]
	Party  string  // whom it stands for in that role; "" unless [Role.NeedsParty]
}

// Holds says whether the caller has all of the scopes.
func (p Principal) Holds(scopes ...string) bool {
	for _, s := range scopes {
		if !slices.Contains(p.Scopes, Scope(s)) {
			return false
		}
	}
	return true
}

// Why credentials are refused. Callers are told none of it: every refusal looks the same.
var (
	ErrMalformed   = errors.New("neither a key nor a token by its form")
	ErrUnknown     = errors.New("an unknown key, or a token that is not valid here")
	ErrSecret      = errors.New("a known key with a wrong secret")
	ErrExpired     = errors.New("out of its time")
	ErrRevoked     = errors.New("a revoked key")
	ErrUnavailable = errors.New("credentials cannot be checked now") // of no credentials' making; wraps the cause
)

// Checker checks keys and tokens. A nil part refuses everything that would be its to check.
type Checker struct {
	Keys     *Keys
	Registry *Registry // is asked for keys that are not among Keys
	OIDC     *OIDC
}

// Authenticate says whose credentials a token is. The error is one of this package's.
func (c *Checker) Authenticate(ctx context.Context, token string) (Principal, error) {
	switch {
	case strings.HasPrefix(token, keyPrefix):
		return c.key(ctx, token)
	case c.OIDC != nil:
		return c.OIDC.Authenticate(ctx, token)
	}
	return Principal{}, ErrMalformed
}

func (c *Checker) key(ctx context.Context, token string) (p Principal, err error) {
	err = ErrMalformed
	if c.Keys != nil {
		if p, err = c.Keys.Authenticate(ctx, token); !errors.Is(err, ErrUnknown) {
			return p, err
		}
	}
	if c.Registry != nil {
		return c.Registry.Authenticate(ctx, token)
	}
	return p, err
}
