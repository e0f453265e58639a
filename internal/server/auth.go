package server

import (
	"context"
	"errors"
	"net/netip"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
	"hegui/internal/catalog"
)

// Authenticator checks credentials; [auth.Checker] does. It is called by many requests at the same time. The error is one
// of package auth; nothing of the token may be in it, because it may get into the log.
type Authenticator interface {
	Authenticate(ctx context.Context, token string) (auth.Principal, error)
}

// Why a request is not let in, as the metrics name it.
const (
	refusedMissing     = "missing" // no credentials
	refusedInvalid     = "invalid"
	refusedExpired     = "expired"
	refusedRevoked     = "revoked"
	refusedScope       = "scope"
	refusedRole        = "role"
	refusedThrottled   = "throttled" // too many wrong ones before
	refusedUnavailable = "unavailable"
)

// admit lets a request through whose caller may do what it asks for, as often as it may. What the document does not know is
// not found, with and without credentials; what is open needs none, and looks at none.
func (s *Server) admit(c *gin.Context) {
	address := clientAddress(c.Request, s.o.TrustedProxies)
	op := s.operations.of(c)
	requestOf(c).from = address
	switch {
	case op == nil:
		// A route that is served but not in the document has no scopes that it could ask for, so it is not there.
		if s.meter(c, "address", address) && c.FullPath() != "" {
			refuse(c, &refusal{code: codeNotFound})
		}
		return
	case unlimited[c.FullPath()]:
		return
	case s.o.Auth == nil || op.scopes == nil:
		if s.meter(c, "address", address) {
			s.allow(c, op, auth.Principal{}) // without authentication nothing is kept
		}
		return
	}
	token, ok := bearer(c)
	if !ok {
		s.deny(c, refusedMissing)
		if s.meter(c, "address", address) {
			refuse(c, &refusal{code: codeUnauthorized})
		}
		return
	}
	p, why := s.authenticate(c, token, address)
	switch {
	case c.IsAborted():
		return
	case why != nil:
		refuse(c, why)
		return
	}
	requestOf(c).caller, requestOf(c).principal = p.ID, p
	if !s.meter(c, string(p.Kind), p.ID) {
		return
	}
	if !p.Holds(op.scopes...) {
		s.deny(c, refusedScope)
		c.Header("WWW-Authenticate", `Bearer realm="hegui", error="insufficient_scope", scope="`+strings.Join(op.scopes, " ")+`"`)
		refuse(c, &refusal{code: codeForbidden})
		return
	}
	s.allow(c, op, p)
}

// unlimited are the routes that whoever watches over the service must always reach.
var unlimited = map[string]bool{"/livez": true, "/readyz": true}

// bearer reads the token of a request. It is false when there is none, or when there is more than one header: two programs
// on the way of a request may read different ones.
func bearer(c *gin.Context) (string, bool) {
	values := c.Request.Header.Values("Authorization")
	if len(values) != 1 {
		return "", false
	}
	scheme, token, _ := strings.Cut(values[0], " ")
	token = strings.Trim(token, " ")
	return token, strings.EqualFold(scheme, "Bearer") && token != ""
}

// cannotCheck is what a caller is told whose credentials may well be right.
var cannotCheck = catalog.Text{
	ZH: "目前无法核验凭据。按 Retry-After 所示秒数稍后再试。",
	EN: "The credentials cannot be checked at the moment. Try again after the seconds in Retry-After.",
}

// authenticate says whose token it is, or why the request is refused. Of wrong secrets of one key from one address, and of
// all other wrong tokens from one address, only a few are answered; then every further one is told to wait. A right key is
// let in as long as nobody guesses that very key from the same address. A request whose client left meanwhile is ended.
func (s *Server) authenticate(c *gin.Context, token, address string) (auth.Principal, *refusal) {
	id, isKey := auth.KeyID(token)
	secret := id + " " + address
	if isKey {
		if wait := s.guesses.Wait(secret); wait > 0 {
			return auth.Principal{}, s.throttled(c, wait)
		}
	}
	p, err := s.o.Auth.Authenticate(c.Request.Context(), token)
	switch {
	case err == nil:
		return p, nil
	case gone(c, err): // the store was asked in its name
		c.AbortWithStatus(statusGone)
		return auth.Principal{}, nil
	case errors.Is(err, auth.ErrUnavailable):
		s.deny(c, refusedUnavailable)
		requestOf(c).cause = err
		return auth.Principal{}, &refusal{code: codeOverloaded, detail: cannotCheck, retry: 10}
	case errors.Is(err, auth.ErrExpired): // whoever holds one that was right once, guesses nothing
		s.deny(c, refusedExpired)
		return auth.Principal{}, &refusal{code: codeUnauthorized}
	case errors.Is(err, auth.ErrRevoked):
		s.deny(c, refusedRevoked)
		return auth.Principal{}, &refusal{code: codeUnauthorized}
	case errors.Is(err, auth.ErrSecret):
		if wait := s.guesses.Failed(secret); wait > 0 {
			return auth.Principal{}, s.throttled(c, wait)
		}
	}
	if wait := s.guesses.Failed(address); wait > 0 { // wrong secrets, too: else the answers would tell which keys there are
		return auth.Principal{}, s.throttled(c, wait)
	}
	s.deny(c, refusedInvalid)
	return auth.Principal{}, &refusal{code: codeUnauthorized}
}

// deny counts why a request is not let in, and keeps it for the log: the caller is not told.
func (s *Server) deny(c *gin.Context, reason string) {
	requestOf(c).denied = reason
	s.metrics.refused(reason)
}

func (s *Server) throttled(c *gin.Context, wait time.Duration) *refusal {
	s.deny(c, refusedThrottled)
	return &refusal{code: codeTooMany, retry: seconds(wait)}
}

// seconds rounds up to what Retry-After can say.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// checkProxies refuses prefixes that no address is compared with.
func checkProxies(prefixes []netip.Prefix) error {
	for _, p := range prefixes {
		if !p.IsValid() {
			return errors.New("a trusted proxy is no address prefix")
		}
	}
	return nil
}
