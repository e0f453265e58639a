package auth

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

type object = map[string]any

// issuer is a provider on the loopback address.
type issuer struct {
	*httptest.Server
	rsa      *rsa.PrivateKey
	ecdsa    *ecdsa.PrivateKey
	ed25519  ed25519.PrivateKey
	down     atomic.Bool
	asked    atomic.Int32
	keys     atomic.Pointer[[]any] // of the key set
	document func(object)          // changes the discovery document
}

func newIssuer(t *testing.T) *issuer {
	t.Helper()
	i := &issuer{document: func(object) {}}
	var err error
	if i.rsa, err = rsa.GenerateKey(rand.Reader, 2048); err != nil {
		t.Fatal(err)
	}
	if i.ecdsa, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		t.Fatal(err)
	}
	if _, i.ed25519, err = ed25519.GenerateKey(rand.Reader); err != nil {
		t.Fatal(err)
	}
	i.publish(
		jose.JSONWebKey{Key: i.rsa.Public(), KeyID: "r", Algorithm: "RS256", Use: "sig"},
		jose.JSONWebKey{Key: i.ecdsa.Public(), KeyID: "e", Use: "sig"},
		jose.JSONWebKey{Key: i.ed25519.Public(), KeyID: "d"},
		object{"kty": "oct", "kid": "o", "k": base64.RawURLEncoding.EncodeToString([]byte("a secret of 32 bytes, in a key se"))},
		object{"kty": "OKP", "crv": "Ed448", "kid": "x", "x": "AAAA"},
		object{"kty": "new", "kid": "n"},
	)
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		document := object{"issuer": i.URL, "jwks_uri": i.URL + "/keys", "authorization_endpoint": i.URL, "token_endpoint": i.URL}
		i.document(document)
		_ = json.NewEncoder(w).Encode(document)
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, _ *http.Request) {
		i.asked.Add(1)
		_ = json.NewEncoder(w).Encode(object{"keys": *i.keys.Load()})
	})
	mux.HandleFunc("/", func(_ http.ResponseWriter, r *http.Request) { t.Errorf("the provider was asked for %s", r.URL) })
	i.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if i.down.Load() {
			http.Error(w, "down", http.StatusBadGateway)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(i.Close)
	return i
}

func (i *issuer) publish(keys ...any) { i.keys.Store(&keys) }

func (i *issuer) verifier(t *testing.T, change func(*OIDCOptions)) (*OIDC, *clock) {
	t.Helper()
	c := &clock{t: begin}
	o := OIDCOptions{Issuer: i.URL, Audience: "hegui", RolesClaim: "realm_access.roles", Now: c.now,
		Roles: map[string]Grant{"reviewer": {Scopes: []Scope{Assess, Read}}, "reader": {Scopes: []Scope{Read}}, "watcher": {Scopes: []Scope{Metrics}},
			"judge": {Scopes: []Scope{Records, Read}, Role: Reviewer}, "head": {Scopes: []Scope{Records}, Role: Chair}, "firm": {Scopes: []Scope{Records}, Role: Applicant}}}
	if change != nil {
		change(&o)
	}
	p, err := NewOIDC(o)
	if err != nil {
		t.Fatal(err)
	}
	return p, c
}

func (i *issuer) claims(change object) object {
	c := object{"iss": i.URL, "aud": "hegui", "sub": "u-1", "exp": begin.Add(time.Hour).Unix(), "iat": begin.Unix(), "realm_access": object{"roles": []string{"reviewer"}}}
	maps.Copy(c, change)
	maps.DeleteFunc(c, func(_ string, v any) bool { return v == nil })
	return c
}

func part(v any) string {
	src, ok := v.(string)
	if !ok {
		b, _ := json.Marshal(v)
		src = string(b)
	}
	return base64.RawURLEncoding.EncodeToString([]byte(src))
}

// sign makes a token by hand, so that it can be as wrong as a test likes.
func sign(t *testing.T, key any, header, payload any) string {
	t.Helper()
	text := part(header) + "." + part(payload)
	sum := sha256.Sum256([]byte(text))
	var signature []byte
	var err error
	switch key := key.(type) {
	case *rsa.PrivateKey:
		signature, err = rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	case *ecdsa.PrivateKey:
		r, s, signErr := ecdsa.Sign(rand.Reader, key, sum[:])
		signature, err = append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...), signErr
	case ed25519.PrivateKey:
		signature = ed25519.Sign(key, []byte(text))
	case []byte:
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(text))
		signature = mac.Sum(nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return text + "." + base64.RawURLEncoding.EncodeToString(signature)
}

func TestGoodTokens(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	p, _ := i.verifier(t, nil)
	r := object{"alg": "RS256", "kid": "r", "typ": "JWT"}
	for _, tc := range []struct {
		name   string
		key    any
		header object
		claims object
		scopes []Scope
	}{
		{"RS256", i.rsa, r, nil, []Scope{Read, Assess}},
		{"ES256", i.ecdsa, object{"alg": "ES256", "kid": "e", "typ": "at+jwt"}, nil, []Scope{Read, Assess}},
		{"EdDSA", i.ed25519, object{"alg": "EdDSA", "kid": "d"}, nil, []Scope{Read, Assess}},
		{"without the id of a key", i.ecdsa, object{"alg": "ES256"}, nil, []Scope{Read, Assess}},
		{"several audiences", i.rsa, r, object{"aud": []string{"other", "hegui"}}, []Scope{Read, Assess}},
		{"ended 59 s ago", i.rsa, r, object{"exp": begin.Add(-59 * time.Second).Unix()}, []Scope{Read, Assess}},
		{"begins in 60 s", i.rsa, r, object{"nbf": begin.Add(time.Minute).Unix()}, []Scope{Read, Assess}},
		{"a time with a fraction", i.rsa, r, object{"exp": float64(begin.Add(time.Hour).Unix()) + .5}, []Scope{Read, Assess}},
		{"several roles", i.rsa, r, object{"realm_access": object{"roles": []string{"watcher", "unknown", "reader"}}}, []Scope{Read, Metrics}},
		{"roles in one text", i.rsa, r, object{"realm_access": object{"roles": "reader watcher"}}, []Scope{Read, Metrics}},
		{"no role that stands for anything", i.rsa, r, object{"realm_access": object{"roles": []string{"admin"}}}, []Scope{}},
		{"no roles", i.rsa, r, object{"realm_access": nil}, []Scope{}},
		{"roles of another type", i.rsa, r, object{"realm_access": object{"roles": object{"reader": true}}}, []Scope{}},
		{"roles by number", i.rsa, r, object{"realm_access": object{"roles": []any{"reader", 1}}}, []Scope{}},
		{"a header that says where a key would be", i.rsa, object{"alg": "RS256", "kid": "r", "jku": i.URL + "/jku"}, nil, []Scope{Read, Assess}},
	} {
		got, err := p.Authenticate(t.Context(), sign(t, tc.key, tc.header, i.claims(tc.claims)))
		if err != nil || got.ID != "oidc:"+i.URL+"#u-1" || got.Kind != KindOIDC || !slices.Equal(got.Scopes, tc.scopes) {
			t.Errorf("%s: %+v, %v", tc.name, got, err)
		}
	}
	if n := i.asked.Load(); n != 1 {
		t.Errorf("the provider was asked for its keys %d times", n)
	}
}

// What a forger, a thief or a careless program may send. None gets in, none makes the service ask a stranger for a key.
func TestBadTokens(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	stranger := newIssuer(t) // has keys of its own, and fails the test when it is asked
	stranger.Config.Handler = http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("the stranger was asked for %s", r.URL) })
	p, _ := i.verifier(t, nil)
	good := i.claims(nil)
	r, e, d := object{"alg": "RS256", "kid": "r"}, object{"alg": "ES256", "kid": "e"}, object{"alg": "EdDSA", "kid": "d"}
	with := func(h object, name string, value any) object {
		h = maps.Clone(h)
		h[name] = value
		return h
	}
	whole := sign(t, i.rsa, r, good)
	split := strings.Split(whole, ".")
	der, err := x509.MarshalPKIXPublicKey(i.rsa.Public())
	if err != nil {
		t.Fatal(err)
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
	zeros := base64.RawURLEncoding.EncodeToString(make([]byte, 64))
	first := "A" // of a signature, another than its own
	if split[2][0] == 'A' {
		first = "B"
	}
	strangersKey := jose.JSONWebKey{Key: stranger.rsa.Public(), KeyID: "r"}

	form, unknown := ErrMalformed, ErrUnknown
	for _, tc := range []struct {
		name, token string
		want        error
	}{
		// no signature
		{"alg none, no signature", part(object{"alg": "none"}) + "." + part(good) + ".", form},
		{"alg none, a signature", part(object{"alg": "none"}) + "." + part(good) + "." + split[2], form},
		{"alg None", part(object{"alg": "None"}) + "." + part(good) + "." + zeros, form},
		{"no alg", part(object{"kid": "r"}) + "." + split[1] + "." + split[2], form},
		{"alg is a list", part(object{"alg": []string{"RS256"}}) + "." + split[1] + "." + split[2], form},
		{"the signature left out", split[0] + "." + split[1] + ".", form},
		{"zeros for a signature of ECDSA", part(e) + "." + part(good) + "." + zeros, unknown},
		{"zeros for a signature of Ed25519", part(d) + "." + part(good) + "." + zeros, unknown},
		// another algorithm
		{"HS256 with the public key as the secret, DER", sign(t, der, object{"alg": "HS256", "kid": "r"}, good), form},
		{"HS256 with the public key as the secret, PEM", sign(t, text, object{"alg": "HS256", "kid": "r"}, good), form},
		{"HS256 with the secret of the key set", sign(t, []byte("a secret of 32 bytes, in a key se"), object{"alg": "HS256", "kid": "o"}, good), form},
		{"RS256 by name, an HMAC in truth", sign(t, der, r, good), unknown},
		{"RS512 by name", sign(t, i.rsa, object{"alg": "RS512", "kid": "r"}, good), form},
		{"PS256 by name", sign(t, i.rsa, object{"alg": "PS256", "kid": "r"}, good), form},
		{"rs256 in lower case", sign(t, i.rsa, object{"alg": "rs256", "kid": "r"}, good), form},
		{"ES256 with the key of RSA", sign(t, i.rsa, object{"alg": "ES256", "kid": "r"}, good), unknown},
		{"EdDSA with the key of ECDSA", sign(t, i.ecdsa, object{"alg": "EdDSA", "kid": "e"}, good), unknown},
		// another key
		{"a stranger's RSA key under a known id", sign(t, stranger.rsa, r, good), unknown},
		{"a stranger's ECDSA key under a known id", sign(t, stranger.ecdsa, e, good), unknown},
		{"a stranger's Ed25519 key under a known id", sign(t, stranger.ed25519, d, good), unknown},
		{"our key under another's id", sign(t, i.rsa, with(r, "kid", "e"), good), unknown},
		{"an unknown id", sign(t, stranger.rsa, with(r, "kid", "z"), good), unknown},
		{"no id", sign(t, stranger.rsa, object{"alg": "RS256"}, good), unknown},
		{"an id that is a path", sign(t, stranger.rsa, with(r, "kid", "../../../dev/null"), good), unknown},
		{"an id that is SQL", sign(t, stranger.rsa, with(r, "kid", "r' UNION SELECT 'k"), good), unknown},
		{"an id that is a URL", sign(t, stranger.rsa, with(r, "kid", stranger.URL), good), unknown},
		{"jku of a stranger", sign(t, stranger.rsa, with(r, "jku", stranger.URL+"/keys"), good), unknown},
		{"jku of a stranger, unknown id", sign(t, stranger.rsa, object{"alg": "RS256", "kid": "z", "jku": stranger.URL + "/keys"}, good), unknown},
		{"x5u of a stranger", sign(t, stranger.rsa, with(r, "x5u", stranger.URL+"/cert"), good), unknown},
		{"x5c of a stranger", sign(t, stranger.rsa, with(r, "x5c", []string{base64.StdEncoding.EncodeToString(der)}), good), unknown},
		{"jwk of a stranger", sign(t, stranger.rsa, with(r, "jwk", strangersKey), good), unknown},
		{"jwk of a stranger, no id", sign(t, stranger.rsa, object{"alg": "RS256", "jwk": strangersKey}, good), unknown},
		// another content
		{"claims changed", split[0] + "." + part(i.claims(object{"sub": "admin"})) + "." + split[2], unknown},
		{"header changed", part(with(r, "typ", "JWT")) + "." + split[1] + "." + split[2], unknown},
		{"a bit of the signature changed", split[0] + "." + split[1] + "." + first + split[2][1:], unknown},
		// a header that must be understood
		{"crit", sign(t, i.rsa, with(with(r, "crit", []string{"x"}), "x", 1), good), form},
		{"crit b64", sign(t, i.rsa, with(with(r, "crit", []string{"b64"}), "b64", false), good), form},
		{"b64 alone", sign(t, i.rsa, with(r, "b64", false), good), form},
		{"a logout token by type", sign(t, i.rsa, with(r, "typ", "logout+jwt"), good), form},
		{"a proof of possession by type", sign(t, i.rsa, with(r, "typ", "dpop+jwt"), good), form},
		// for somebody else, or at another time
		{"another audience", sign(t, i.rsa, r, i.claims(object{"aud": "other"})), unknown},
		{"an audience that begins as ours", sign(t, i.rsa, r, i.claims(object{"aud": "hegui-test"})), unknown},
		{"two audiences in one text", sign(t, i.rsa, r, i.claims(object{"aud": "hegui other"})), unknown},
		{"no audience", sign(t, i.rsa, r, i.claims(object{"aud": nil})), unknown},
		{"an empty list of audiences", sign(t, i.rsa, r, i.claims(object{"aud": []string{}})), unknown},
		{"another issuer", sign(t, i.rsa, r, i.claims(object{"iss": stranger.URL})), unknown},
		{"an issuer with a slash more", sign(t, i.rsa, r, i.claims(object{"iss": i.URL + "/"})), unknown},
		{"no issuer", sign(t, i.rsa, r, i.claims(object{"iss": nil})), unknown},
		{"the issuer in another case", sign(t, i.rsa, r, i.claims(object{"iss": nil, "ISS": i.URL})), unknown},
		{"no subject", sign(t, i.rsa, r, i.claims(object{"sub": nil})), unknown},
		{"an empty subject", sign(t, i.rsa, r, i.claims(object{"sub": ""})), unknown},
		{"a subject with a line", sign(t, i.rsa, r, i.claims(object{"sub": "a\nlevel=ERROR"})), unknown},
		{"a subject too long", sign(t, i.rsa, r, i.claims(object{"sub": strings.Repeat("a", 256)})), unknown},
		{"a subject that is a number", sign(t, i.rsa, r, i.claims(object{"sub": 1})), unknown},
		{"expired", sign(t, i.rsa, r, i.claims(object{"exp": begin.Add(-time.Minute).Unix()})), ErrExpired},
		{"no end", sign(t, i.rsa, r, i.claims(object{"exp": nil})), unknown},
		{"an end that is null", sign(t, i.rsa, r, payloadWith(t, good, `"exp":null`)), unknown},
		{"an end that is a text", sign(t, i.rsa, r, i.claims(object{"exp": "9999999999"})), unknown},
		{"the end in another case", sign(t, i.rsa, r, i.claims(object{"exp": nil, "EXP": begin.Add(time.Hour).Unix()})), unknown},
		{"an end beyond all numbers", sign(t, i.rsa, r, payloadWith(t, good, `"exp":1e999`)), unknown},
		{"not yet", sign(t, i.rsa, r, i.claims(object{"nbf": begin.Add(61 * time.Second).Unix()})), ErrExpired},
		{"a beginning that is a text", sign(t, i.rsa, r, i.claims(object{"nbf": "0"})), unknown},
		{"a logout token by content", sign(t, i.rsa, r, i.claims(object{"events": object{"http://schemas.openid.net/event/backchannel-logout": object{}}})), unknown},
		// another form
		{"empty", "", form},
		{"dots", "..", form},
		{"two parts", split[0] + "." + split[1], form},
		{"four parts", whole + "." + split[2], form},
		{"encrypted, five parts", strings.Join([]string{split[0], "a", "a", split[1], split[2]}, "."), form},
		{"16 KiB and more", sign(t, i.rsa, r, i.claims(object{"x": strings.Repeat("a", tokenBytes)})), form},
		{"a megabyte", strings.Repeat("a", 1<<20), form},
		{"padding", split[0] + "=." + split[1] + "." + split[2], form},
		{"a space inside", split[0] + ". " + split[1] + "." + split[2], form},
		{"a line inside", split[0] + "." + split[1] + ".\n" + split[2], form},
		{"a signature spelt otherwise", split[0] + "." + split[1] + "." + spelt(split[2]), form},
		{"claims that are no JSON", sign(t, i.rsa, r, "no JSON"), unknown},
		{"claims that are a list", sign(t, i.rsa, r, "[]"), unknown},
		{"a header that is no JSON", sign(t, i.rsa, "{", good), form},
		{"JSON with one signature", fmt.Sprintf(`{"payload":%q,"protected":%q,"signature":%q}`, split[1], split[0], split[2]), form},
		{"JSON with two signatures", fmt.Sprintf(`{"payload":%q,"signatures":[{"protected":%q,"signature":%q},{"protected":%q,"signature":%q}]}`, split[1], split[0], split[2], split[0], split[2]), form},
		{"an API key", "hg_aaaaaaaaaa_" + strings.Repeat("a", 52) + "_ab010bd3", form},
	} {
		got, err := p.Authenticate(t.Context(), tc.token)
		if !errors.Is(err, tc.want) || got.ID != "" {
			t.Errorf("%s: %+v, %v, want %v", tc.name, got, err, tc.want)
		}
	}
	if _, err := p.Authenticate(t.Context(), whole); err != nil {
		t.Errorf("the token that they were made of: %v", err)
	}
	if n := i.asked.Load(); n != 1 {
		t.Errorf("within %v the provider was asked %d times", askAgain, n)
	}
}

// spelt sets bits of the last character that stand for nothing.
func spelt(signature string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	last := len(signature) - 1
	return signature[:last] + alphabet[strings.IndexByte(alphabet, signature[last])|1:][:1]
}

// payloadWith writes claims with one of them as a test spells it.
func payloadWith(t *testing.T, claims object, member string) string {
	t.Helper()
	name, _, _ := strings.Cut(strings.Trim(member, `"`), `"`)
	claims = maps.Clone(claims)
	delete(claims, name)
	src, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	return "{" + member + "," + string(src[1:])
}

// The provider may come late, go away and change its keys.
func TestTheProviderComesAndGoes(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	i.down.Store(true)
	p, c := i.verifier(t, nil)
	token := func(key any, header object) string {
		return sign(t, key, header, i.claims(object{"exp": begin.Add(100 * time.Hour).Unix()}))
	}
	ours, r := token(i.rsa, object{"alg": "RS256", "kid": "r"}), i.rsa
	expect := func(when, token string, want error) {
		t.Helper()
		if _, err := p.Authenticate(t.Context(), token); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", when, err, want)
		}
	}
	expect("the provider is down at the start", ours, ErrUnavailable)
	i.down.Store(false)
	expect("asked a moment ago", ours, ErrUnavailable)
	c.pass(askAgain)
	expect("the provider is there", ours, nil)

	next, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	rotated := token(next, object{"alg": "RS256", "kid": "r2"})
	i.publish(jose.JSONWebKey{Key: next.Public(), KeyID: "r2"}, jose.JSONWebKey{Key: r.Public(), KeyID: "r"})
	expect("a new key, asked a moment ago", rotated, ErrUnknown)
	c.pass(askAgain)
	expect("a new key", rotated, nil)

	i.publish(jose.JSONWebKey{Key: next.Public(), KeyID: "r2"})
	expect("a key that was withdrawn just now", ours, nil)
	c.pass(freshFor + time.Second)
	expect("a key that was withdrawn", ours, ErrUnknown)

	i.down.Store(true)
	c.pass(freshFor + time.Second)
	expect("the provider is away for a while", rotated, nil)
	expect("an unknown key meanwhile", ours, ErrUnavailable)
	c.pass(usableFor)
	expect("the provider is away for a day", rotated, ErrUnavailable)
}

// A stranger who answers in place of the provider, or a provider that is out of its mind, gives no keys.
func TestWhatAProviderMayNotSay(t *testing.T) {
	t.Parallel()
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	p384, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for name, harm := range map[string]func(*issuer){
		"another issuer": func(i *issuer) { i.document = func(o object) { o["issuer"] = "https://other.example.org" } },
		"keys by plain http elsewhere": func(i *issuer) {
			i.document = func(o object) { o["jwks_uri"] = "http://192.0.2.1/keys" }
		},
		"keys in a file":     func(i *issuer) { i.document = func(o object) { o["jwks_uri"] = "file:///etc/passwd" } },
		"no place of keys":   func(i *issuer) { i.document = func(o object) { delete(o, "jwks_uri") } },
		"no keys":            func(i *issuer) { i.publish() },
		"only a secret":      func(i *issuer) { i.publish(object{"kty": "oct", "kid": "r", "k": "AAAA"}) },
		"only a private key": func(i *issuer) { i.publish(jose.JSONWebKey{Key: i.rsa, KeyID: "r"}) },
		"a key to encrypt":   func(i *issuer) { i.publish(jose.JSONWebKey{Key: i.rsa.Public(), KeyID: "r", Use: "enc"}) },
		"a short key":        func(i *issuer) { i.publish(jose.JSONWebKey{Key: weak.Public(), KeyID: "r"}) },
		"another curve":      func(i *issuer) { i.publish(jose.JSONWebKey{Key: p384.Public(), KeyID: "r"}) },
		"an endless answer": func(i *issuer) {
			i.publish(jose.JSONWebKey{Key: i.rsa.Public(), KeyID: "r"}, strings.Repeat("x", askBytes))
		},
		"a way elsewhere": func(i *issuer) {
			i.Config.Handler = http.RedirectHandler("http://127.0.0.1:1/", http.StatusFound)
		},
		"a page": func(i *issuer) {
			i.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, strings.Repeat("<html>", 1000)) })
		},
	} {
		i := newIssuer(t)
		harm(i)
		p, _ := i.verifier(t, nil)
		_, err := p.Authenticate(t.Context(), sign(t, i.rsa, object{"alg": "RS256", "kid": "r"}, i.claims(nil)))
		if !errors.Is(err, ErrUnavailable) || len(err.Error()) > 400 {
			t.Errorf("%s: %.500v", name, err)
		}
	}
}

// A hundred requests at once ask the provider once, and a client that leaves does not spoil the answer for the others.
func TestManyAskOnce(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	p, _ := i.verifier(t, nil)
	token := sign(t, i.ed25519, object{"alg": "EdDSA", "kid": "d"}, i.claims(nil))
	results := make(chan error)
	for range 100 {
		go func() {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			_, err := p.Authenticate(ctx, token)
			results <- err
		}()
	}
	for range 100 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
	if n := i.asked.Load(); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

// Roles are found by a name, also one that holds dots, or by a path.
func TestRolesClaim(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	for claim, claims := range map[string]object{
		"roles":                     {"roles": []string{"reader"}},
		"scope":                     {"scope": "openid reader"},
		"https://example.org/roles": {"https://example.org/roles": []string{"reader"}},
		"resource_access.api.roles": {"resource_access": object{"api": object{"roles": []string{"reader"}}}},
	} {
		p, _ := i.verifier(t, func(o *OIDCOptions) { o.RolesClaim = claim })
		got, err := p.Authenticate(t.Context(), sign(t, i.rsa, object{"alg": "RS256", "kid": "r"}, i.claims(claims)))
		if err != nil || !slices.Equal(got.Scopes, []Scope{Read}) {
			t.Errorf("%s: %+v, %v", claim, got, err)
		}
	}
}

func TestOIDCOptions(t *testing.T) {
	t.Parallel()
	good := OIDCOptions{Issuer: "https://id.example.org/realms/a", Audience: "hegui", RolesClaim: "roles", Roles: map[string]Grant{"a": {Scopes: []Scope{Read}}}}
	if _, err := NewOIDC(good); err != nil {
		t.Error(err)
	}
	for _, tc := range []struct {
		name   string
		change func(*OIDCOptions)
		want   error
	}{
		{"plain http", func(o *OIDCOptions) { o.Issuer = "http://id.example.org" }, ErrIssuer},
		{"no URL", func(o *OIDCOptions) { o.Issuer = "id.example.org" }, ErrIssuer},
		{"a query", func(o *OIDCOptions) { o.Issuer += "?a=b" }, ErrIssuer},
		{"a fragment", func(o *OIDCOptions) { o.Issuer += "#a" }, ErrIssuer},
		{"a password", func(o *OIDCOptions) { o.Issuer = "https://a:b@id.example.org" }, ErrIssuer},
		{"no audience", func(o *OIDCOptions) { o.Audience = "" }, ErrNoRole},
		{"no claim", func(o *OIDCOptions) { o.RolesClaim = "" }, ErrNoRole},
		{"no roles", func(o *OIDCOptions) { o.Roles = nil }, ErrNoRole},
		{"an unknown scope", func(o *OIDCOptions) { o.Roles = map[string]Grant{"a": {Scopes: []Scope{"root"}}} }, ErrNoRole},
		{"records without a role", func(o *OIDCOptions) { o.Roles = map[string]Grant{"a": {Scopes: []Scope{Records}}} }, ErrNoRole},
		{"a role without records", func(o *OIDCOptions) { o.Roles = map[string]Grant{"a": {Scopes: []Scope{Read}, Role: Chair}} }, ErrNoRole},
		{"an unknown role", func(o *OIDCOptions) { o.Roles = map[string]Grant{"a": {Scopes: []Scope{Records}, Role: "king"}} }, ErrNoRole},
		{"a role without a name", func(o *OIDCOptions) { o.Roles = map[string]Grant{"": {Scopes: []Scope{Read}}} }, ErrNoRole},
	} {
		o := good
		tc.change(&o)
		if _, err := NewOIDC(o); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}
