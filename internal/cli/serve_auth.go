package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"hegui/internal/auth"
	"hegui/internal/config"
	"hegui/internal/keyring"
	"hegui/internal/server"
	"hegui/internal/store"
)

// credentials names those that are taken, for the log.
func credentials(c *config.Config) string {
	switch {
	case (c.Keys != "" || c.Store != "") && c.OIDC.Issuer != "":
		return "keys, oidc"
	case c.Keys != "" || c.Store != "":
		return "keys"
	case c.OIDC.Issuer != "":
		return "oidc"
	}
	return "none"
}

// authenticator builds what checks credentials; nil when neither keys nor a provider nor a store are configured. A store may
// hold keys at any time, and what is in it is for nobody without a role.
func (a *app) authenticator(c *config.Config, kept *store.Store) (server.Authenticator, error) {
	if c.Keys == "" && c.OIDC.Issuer == "" && kept == nil {
		return nil, nil
	}
	var checker auth.Checker
	var err error
	if kept != nil {
		ring := &keyring.Keyring{Store: kept}
		checker.Registry = &auth.Registry{Lookup: ring.Lookup}
	}
	if c.Keys != "" {
		checker.Keys, err = auth.OpenKeys(c.Keys, a.env.Now)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &exitError{code: ExitInput, err: fmt.Errorf(a.words.auth.noKeysFile, c.Keys, c.Keys)}
		}
		if err != nil {
			return nil, err
		}
	}
	if c.OIDC.Issuer != "" {
		if checker.OIDC, err = a.provider(c.OIDC); err != nil {
			return nil, err
		}
	}
	return &checker, nil
}

// provider is the one whose tokens are taken. What its settings say alone, package config has checked.
func (a *app) provider(c config.OIDC) (*auth.OIDC, error) {
	roles := map[string]auth.Grant{}
	for _, role := range slices.Sorted(maps.Keys(c.Roles)) {
		grant, ok := grantOf(c.Roles[role])
		if !ok {
			return nil, usage(fmt.Errorf(a.words.auth.badRole, role, strings.Join(c.Roles[role], ", "), scopeNames(), roleNames()))
		}
		roles[role] = grant
	}
	provider, err := auth.NewOIDC(auth.OIDCOptions{
		Issuer: c.Issuer, Audience: c.Audience, RolesClaim: c.RolesClaim, Roles: roles, PartyClaim: c.PartyClaim, Now: a.env.Now,
	})
	if err != nil {
		return nil, usage(err)
	}
	return provider, nil
}

// grantOf reads scopes and at most one role, which brings the scope of its own.
func grantOf(words []string) (g auth.Grant, ok bool) {
	for _, word := range words {
		if role := auth.Role(word); !role.Known() {
			g.Scopes = append(g.Scopes, auth.Scope(word))
		} else if g.Role == "" {
			g.Role = role
		} else {
			return auth.Grant{}, false
		}
	}
	if g.Role != "" && !slices.Contains(g.Scopes, auth.Records) {
		g.Scopes = append(g.Scopes, auth.Records)
	}
	return g, auth.ValidScopes(g.Scopes) && (g.Role != "") == slices.Contains(g.Scopes, auth.Records)
}
