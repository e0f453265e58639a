package auth

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// What a key is to the things that are kept: a role with the scope for it, and a party where the role stands for one.
func TestStandingOfKeys(t *testing.T) {
	t.Parallel()
	records := []Scope{Records}
	for _, tc := range []struct {
		name   string
		scopes []Scope
		role   Role
		party  string
		want   bool
	}{
		{"no role", []Scope{Read}, "", "", true},
		{"the scope without a role", records, "", "", false},
		{"a party without a role", []Scope{Read}, "", "li", false},
		{"a role without the scope", []Scope{Read}, Chair, "", false},
		{"a chair", []Scope{Read, Records}, Chair, "", true},
		{"a chair who stands for somebody", records, Chair, "li", false},
		{"an admin", records, Admin, "", true},
		{"a reviewer", records, Reviewer, "li", true},
		{"a reviewer without a name", records, Reviewer, "", false},
		{"an applicant", records, Applicant, "91440101MA5XXXXX0X", true},
		{"a portal", records, Portal, "广州", true},
		{"a name with a line", records, Portal, "a\nb", false},
		{"a name that turns the line", records, Portal, "a\u202eb", false},
		{"a name with a space at its end", records, Portal, "a ", false},
		{"a name that is no text", records, Portal, "a\xff", false},
		{"a name that is too long", records, Portal, strings.Repeat("a", 256), false},
		{"an unknown role", records, "king", "", false},
		{"a role in capitals", records, "Chair", "", false},
	} {
		f, _ := newFile(t)
		secret, _, err := f.New(t.Context(), Spec{Name: "test", Scopes: tc.scopes, Role: tc.role, Party: tc.party, Lifetime: time.Hour})
		if ok := ValidStanding(tc.scopes, tc.role, tc.party); ok != tc.want || (err == nil) != tc.want {
			t.Errorf("%s: %v, %v", tc.name, ok, err)
		}
		if err != nil {
			continue
		}
		keys, err := OpenKeys(f.Path, f.Now)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := keys.Authenticate(t.Context(), secret); err != nil || p.Role != tc.role || p.Party != tc.party {
			t.Errorf("%s: %+v, %v", tc.name, p, err)
		}
	}
}

// What the roles of a token are to the things that are kept. Two such roles, or one whose party is not named, are none.
func TestStandingOfTokens(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	for _, tc := range []struct {
		name, claim string // of the party
		roles       []string
		claims      object
		role        Role
		party       string
		scopes      []Scope
	}{
		{"a reviewer by subject", "", []string{"judge"}, nil, Reviewer, "u-1", []Scope{Read, Records}},
		{"a reviewer and what is nothing", "", []string{"judge", "watcher"}, nil, Reviewer, "u-1", []Scope{Read, Records, Metrics}},
		{"a chair stands for nobody", "", []string{"head"}, nil, Chair, "", []Scope{Records}},
		{"an applicant by a claim", "org", []string{"firm"}, object{"org": "9144"}, Applicant, "9144", []Scope{Records}},
		{"an applicant by a path", "org.id", []string{"firm"}, object{"org": object{"id": "9144"}}, Applicant, "9144", []Scope{Records}},
		{"an applicant without the claim", "org", []string{"firm", "reader"}, nil, "", "", []Scope{Read}},
		{"a claim of another type", "org", []string{"firm"}, object{"org": []string{"9144"}}, "", "", []Scope{}},
		{"a claim with a line", "org", []string{"firm"}, object{"org": "a\nb"}, "", "", []Scope{}},
		{"a chair who reviews", "", []string{"head", "judge"}, nil, "", "", []Scope{Read}},
		{"none", "", []string{"reader"}, nil, "", "", []Scope{Read}},
	} {
		p, _ := i.verifier(t, func(o *OIDCOptions) { o.PartyClaim = tc.claim })
		claims := object{"realm_access": object{"roles": tc.roles}}
		for k, v := range tc.claims {
			claims[k] = v
		}
		got, err := p.Authenticate(t.Context(), sign(t, i.rsa, object{"alg": "RS256", "kid": "r"}, i.claims(claims)))
		if err != nil || got.Role != tc.role || got.Party != tc.party || !slices.Equal(got.Scopes, tc.scopes) {
			t.Errorf("%s: %+v, %v", tc.name, got, err)
		}
	}
}

// Keys of a registry count beside those of a file; one that cannot be asked or is damaged lets nobody in.
func TestRegistry(t *testing.T) {
	t.Parallel()
	f, c := newFile(t)
	inFile, _ := mustNew(t, f, Read)
	keys, err := OpenKeys(f.Path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere, kept, err := NewKey(Spec{Name: "elsewhere", Scopes: []Scope{Records}, Role: Reviewer, Party: "li", Lifetime: time.Hour}, begin, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	stranger, _, err := NewKey(Spec{Name: "stranger", Scopes: []Scope{Read}, Lifetime: time.Hour}, begin, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	var down error
	change := func(*Key) {}
	checker := Checker{Keys: keys, Registry: &Registry{Lookup: func(_ context.Context, id string) (Key, time.Time, error) {
		if k := kept; id == kept.ID && down == nil {
			change(&k)
			return k, c.now(), nil
		}
		if down != nil {
			return Key{}, c.now(), down
		}
		return Key{}, c.now(), ErrNoKey
	}}}
	wrong := elsewhere[:14] + stranger[14:66]
	wrong += "_" + checksum(wrong)
	for _, tc := range []struct {
		name, token string
		down        error
		change      func(*Key)
		want        error
	}{
		{"one of the file", inFile, nil, nil, nil},
		{"one of the file while the registry is away", inFile, errors.New("away"), nil, nil},
		{"one of the registry", elsewhere, nil, nil, nil},
		{"one of neither", stranger, nil, nil, ErrUnknown},
		{"a wrong secret", wrong, nil, nil, ErrSecret},
		{"the registry is away", elsewhere, errors.New("away"), nil, ErrUnavailable},
		{"revoked", elsewhere, nil, func(k *Key) { k.Revoked = &begin }, ErrRevoked},
		{"expired", elsewhere, nil, func(k *Key) { k.Created, k.Expires = begin.Add(-time.Hour), begin }, ErrExpired},
		{"a hash that is none", elsewhere, nil, func(k *Key) { k.SHA256 = "zz" }, ErrUnavailable},
		{"a role that is none", elsewhere, nil, func(k *Key) { k.Role = "king" }, ErrUnavailable},
		{"no key", "hg_x", nil, nil, ErrMalformed},
	} {
		down, change = tc.down, func(*Key) {}
		if tc.change != nil {
			change = tc.change
		}
		p, err := checker.Authenticate(t.Context(), tc.token)
		if !errors.Is(err, tc.want) || (err == nil) != (p.ID != "") {
			t.Errorf("%s: %+v, %v", tc.name, p, err)
		}
		if tc.token == elsewhere && err == nil && (p.Role != Reviewer || p.Party != "li" || p.ID != "key:"+kept.ID) {
			t.Errorf("%+v", p)
		}
	}
	alone := Checker{Registry: checker.Registry}
	down, change = nil, func(*Key) {}
	if _, err := alone.Authenticate(t.Context(), elsewhere); err != nil {
		t.Errorf("a registry alone: %v", err)
	}
}
