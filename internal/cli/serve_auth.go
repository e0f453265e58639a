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
	"hegui/internal/server"
)

// credentials names those that are taken, for the log.
func credentials(c *config.Config) string {
	switch {
	case c.Keys != "" && c.OIDC.Issuer != "":
		return "keys, oidc"
	case c.Keys != "":
		return "keys"
	case c.OIDC.Issuer != "":
		return "oidc"
	}
	return "none"
}

// authenticator builds what checks credentials; nil when neither keys nor a provider are configured.
func (a *app) authenticator(c *config.Config) (server.Authenticator, error) {
	if c.Keys == "" && c.OIDC.Issuer == "" {
		return nil, nil
	}
	var checker auth.Checker
	var err error
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
	roles := map[string][]auth.Scope{}
	for _, role := range slices.Sorted(maps.Keys(c.Roles)) {
		for _, s := range c.Roles[role] {
			roles[role] = append(roles[role], auth.Scope(s))
		}
		if !auth.ValidScopes(roles[role]) {
			return nil, usage(fmt.Errorf(a.words.auth.badRole, role, strings.Join(c.Roles[role], ", "), scopeNames()))
		}
	}
	provider, err := auth.NewOIDC(auth.OIDCOptions{
		Issuer: c.Issuer, Audience: c.Audience, RolesClaim: c.RolesClaim, Roles: roles, Now: a.env.Now,
	})
	if err != nil {
		return nil, usage(err)
	}
	return provider, nil
}
