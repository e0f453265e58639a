package auth

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
)

const (
	tokenBytes   = 16 << 10 // of a token
	subjectBytes = 255      // of a subject; OpenID Connect Core 2
	leeway       = time.Minute
)

// algorithms are those that a token may be signed with: none of a secret that both sides share.
var algorithms = []jose.SignatureAlgorithm{jose.RS256, jose.ES256, jose.EdDSA}

// tokenTypes are the "typ" of tokens that say who somebody is: RFC 7519, RFC 9068. A logout token says no such thing.
var tokenTypes = []string{"", "jwt", "at+jwt", "application/at+jwt"}

// OIDCOptions say whose tokens count, for whom they are meant, and what their roles allow.
type OIDCOptions struct {
	Issuer   string // URL, as the provider writes it; https, or http on the loopback address
	Audience string // that tokens must be meant for
	// RolesClaim is the claim that holds roles: a list, or a text of words. It is a name, or a path as in
	// "realm_access.roles".
	RolesClaim string
	Roles      map[string]Grant // what each role of the provider allows; a role that is not here allows nothing
	// PartyClaim is the claim that names whom a caller stands for in its role: a text, by name or path as RolesClaim.
	PartyClaim string // "sub" when it is empty
	Now        func() time.Time
}

// Grant is what a role of the provider allows. Role may be empty; with one, the scope [Records] is among the scopes.
type Grant struct {
	Scopes []Scope
	Role   Role
}

func (g Grant) valid() bool {
	party := ""
	if g.Role.NeedsParty() {
		party = "somebody"
	}
	return ValidScopes(g.Scopes) && ValidStanding(g.Scopes, g.Role, party)
}

// OIDC checks bearer tokens of one provider. The provider is asked for its keys when the first token comes, and again when
// they are old or do not fit; it need not be there when the service starts. Safe for concurrent use.
type OIDC struct {
	o    OIDCOptions
	keys *keySet
}

// Faults of [OIDCOptions].
var (
	ErrIssuer = errors.New("the issuer is no URL with https (http on the loopback address only), without query and fragment")
	ErrNoRole = errors.New("audience, claim of roles and at least one role with known scopes are needed")
)

// NewOIDC checks the options and asks nobody. The error is [ErrIssuer] or [ErrNoRole].
func NewOIDC(o OIDCOptions) (*OIDC, error) {
	u, err := url.Parse(o.Issuer)
	if err != nil || u.Host == "" || u.User != nil || strings.ContainsAny(o.Issuer, "?#") || !secure(u) {
		return nil, ErrIssuer
	}
	if o.Audience == "" || o.RolesClaim == "" || len(o.Roles) == 0 {
		return nil, ErrNoRole
	}
	for role, grant := range o.Roles {
		if role == "" || !grant.valid() {
			return nil, ErrNoRole
		}
	}
	return &OIDC{o: o, keys: newKeySet(o.Issuer, o.Now)}, nil
}

// secure says whether what a URL gives can be believed: nobody but this machine can change it on the way.
func secure(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return u.Scheme == "https" || u.Scheme == "http" && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback())
}

// Authenticate says whom a token is about. The error is [ErrMalformed], [ErrUnknown], [ErrExpired], or [ErrUnavailable]
// when the provider cannot be asked for the key that would decide.
func (p *OIDC) Authenticate(ctx context.Context, token string) (Principal, error) {
	if !wellFormed(token) {
		return Principal{}, ErrMalformed
	}
	asked := &asked{set: p.keys}
	verified, err := oidc.NewVerifier(p.o.Issuer, asked, &oidc.Config{
		ClientID: p.o.Audience, SupportedSigningAlgs: []string{oidc.RS256, oidc.ES256, oidc.EdDSA},
		SkipExpiryCheck: true, // it allows a token five minutes too early; claims.check allows one
	}).Verify(ctx, token)
	if asked.err != nil && errors.Is(asked.err, ErrUnavailable) {
		return Principal{}, asked.err
	}
	if err != nil {
		return Principal{}, ErrUnknown
	}
	var c claims
	if err := verified.Claims(&c); err != nil {
		return Principal{}, ErrUnknown
	}
	subject, err := c.check(p.o.Issuer, p.o.Audience, p.o.Now())
	if err != nil {
		return Principal{}, err
	}
	name := subject
	for _, claim := range []string{"preferred_username", "name", "client_id"} {
		if s, ok := c.text(claim); ok && ValidName(s) {
			name = s
			break
		}
	}
	out := Principal{ID: "oidc:" + p.o.Issuer + "#" + subject, Kind: KindOIDC, Name: name}
	out.Scopes, out.Role, out.Party = p.standing(c)
	return out, nil
}

// asked keeps the error of the key set, which the verifier turns into text.
type asked struct {
	set *keySet
	err error
}

func (a *asked) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	payload, err := a.set.VerifySignature(ctx, token)
	a.err = err
	return payload, err
}

// wellFormed looks at the outside of a token, which costs little: its size, its three parts, each spelt in the one way
// there is, and a header that names an
// algorithm we take and nothing that we would have to understand.
func wellFormed(token string) bool {
	if len(token) > tokenBytes || strings.ContainsAny(token, "\r\n") { // which the decoder would pass over
		return false
	}
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return false
	}
	var decoded [3][]byte
	for i, part := range parts {
		src, err := base64.RawURLEncoding.Strict().DecodeString(part)
		if err != nil || len(src) == 0 {
			return false
		}
		decoded[i] = src
	}
	var header claims
	if json.Unmarshal(decoded[0], &header) != nil {
		return false
	}
	for _, name := range []string{"crit", "b64"} { // RFC 7515, 4.1.11; RFC 7797
		if _, ok := header[name]; ok {
			return false
		}
	}
	alg, _ := header.text("alg")
	typ, _ := header.text("typ")
	return slices.Contains(algorithms, jose.SignatureAlgorithm(alg)) && slices.Contains(tokenTypes, strings.ToLower(typ))
}

// claims are what a token says, by exact names: reading into a struct takes "ISS" for "iss".
type claims map[string]json.RawMessage

func (c claims) text(name string) (s string, ok bool) {
	return s, json.Unmarshal(c[name], &s) == nil && s != ""
}

// check holds the claims against what is expected and gives the subject.
func (c claims) check(issuer, audience string, now time.Time) (subject string, err error) {
	if iss, ok := c.text("iss"); !ok || iss != issuer {
		return "", ErrUnknown
	}
	if !slices.Contains(words(c["aud"], false), audience) {
		return "", ErrUnknown
	}
	if _, ok := c["events"]; ok { // a logout token, whatever its header calls it; OpenID Connect Back-Channel Logout 2.4
		return "", ErrUnknown
	}
	subject, ok := c.text("sub")
	if !ok || len(subject) > subjectBytes || strings.ContainsFunc(subject, func(r rune) bool { return r < 0x20 || r > 0x7e }) {
		return "", ErrUnknown
	}
	var expires, from *float64
	if json.Unmarshal(c["exp"], &expires) != nil || expires == nil {
		return "", ErrUnknown // a token without an end
	}
	if src, ok := c["nbf"]; ok && (json.Unmarshal(src, &from) != nil || from == nil) {
		return "", ErrUnknown
	}
	seconds := float64(now.Unix())
	if seconds >= *expires+leeway.Seconds() || from != nil && seconds < *from-leeway.Seconds() {
		return "", ErrExpired
	}
	return subject, nil
}

// standing is what the roles of a token allow, scopes in the order of [Scopes]. A token of more than one role to the things
// that are kept, or of one that stands for a party and names none, has none of them: which one was meant is not for us to guess.
func (p *OIDC) standing(c claims) (scopes []Scope, role Role, party string) {
	held, roles := map[Scope]bool{}, map[Role]bool{}
	for _, word := range words(c.named(p.o.RolesClaim), true) {
		grant := p.o.Roles[word]
		for _, s := range grant.Scopes {
			held[s] = true
		}
		if grant.Role != "" {
			roles[grant.Role], role = true, grant.Role
		}
	}
	if role.NeedsParty() {
		_ = json.Unmarshal(c.named(cmp.Or(p.o.PartyClaim, "sub")), &party) // anything but a text names nobody
	}
	if len(roles) != 1 || role.NeedsParty() && !ValidParty(party) {
		role, party, held[Records] = "", "", false
	}
	scopes = []Scope{}
	for _, s := range Scopes() {
		if held[s] {
			scopes = append(scopes, s)
		}
	}
	return scopes, role, party
}

// named gives a claim by its name or path; names that hold dots, such as https://example.org/roles, go before paths.
func (c claims) named(name string) json.RawMessage {
	if value, ok := c[name]; ok {
		return value
	}
	return c.at(strings.Split(name, "."))
}

// at follows a path into objects; nil when it leads nowhere.
func (c claims) at(path []string) json.RawMessage {
	value := c[path[0]]
	if len(path) == 1 {
		return value
	}
	var inner claims
	if json.Unmarshal(value, &inner) != nil {
		return nil
	}
	return inner.at(path[1:])
}

// words reads a list of texts, or one text: as a whole, or split at spaces. Anything else has none.
func words(value json.RawMessage, split bool) []string {
	var list []string
	if json.Unmarshal(value, &list) == nil {
		return list
	}
	var one string
	if json.Unmarshal(value, &one) != nil {
		return nil
	}
	if split {
		return strings.Fields(one)
	}
	return []string{one}
}

// unavailable wraps why the provider could not be asked. The text may quote what a stranger answered, so it is cut.
func unavailable(cause error) error {
	text := []rune(cause.Error())
	if len(text) > 200 {
		text = append(text[:200], '…')
	}
	return fmt.Errorf("%w: provider: %s", ErrUnavailable, string(text))
}
