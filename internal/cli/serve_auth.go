package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/auth"
	"hegui/internal/server"
)

// authOptions are the flags of serve that say who is let in. None of them is a secret.
type authOptions struct {
	Keys       string   // file of keys
	Issuer     string   // of OpenID Connect
	Audience   string   // of tokens
	RolesClaim string   // of tokens
	Roles      []string // "role=scope,scope"
	Proxies    []string // prefixes
}

// flags adds the flags. The file of keys is by default the one that the environment names.
func (o *authOptions) flags(cmd *cobra.Command, w authWords, getenv func(string) string) {
	f := cmd.Flags()
	f.StringVar(&o.Keys, "keys", getenv("HEGUI_KEYS"), w.flagKeys)
	f.StringVar(&o.Issuer, "oidc-issuer", "", w.flagIssuer)
	f.StringVar(&o.Audience, "oidc-audience", "", w.flagAudience)
	f.StringVar(&o.RolesClaim, "oidc-roles-claim", "roles", w.flagRolesClaim)
	f.StringArrayVar(&o.Roles, "oidc-role", nil, w.flagRole)
	f.StringArrayVar(&o.Proxies, "trusted-proxy", nil, w.flagProxy)
}

// kinds names the credentials that are taken, for the log.
func (o *authOptions) kinds() string {
	switch {
	case o.Keys != "" && o.Issuer != "":
		return "keys, oidc"
	case o.Keys != "":
		return "keys"
	case o.Issuer != "":
		return "oidc"
	}
	return "none"
}

// authenticator builds what checks credentials; nil when neither keys nor a provider are configured.
func (a *app) authenticator(o authOptions) (server.Authenticator, error) {
	w := a.words.auth
	var checker auth.Checker
	if o.Keys != "" {
		keys, err := auth.OpenKeys(o.Keys, a.env.Now)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &exitError{code: ExitInput, err: fmt.Errorf(w.noKeysFile, o.Keys, o.Keys)}
		}
		if err != nil {
			return nil, err
		}
		checker.Keys = keys
	}
	if o.Issuer == "" {
		switch {
		case o.Audience != "":
			return nil, usage(fmt.Errorf(w.oidcAlone, "oidc-audience"))
		case len(o.Roles) > 0:
			return nil, usage(fmt.Errorf(w.oidcAlone, "oidc-role"))
		case checker.Keys == nil:
			return nil, nil
		}
		return &checker, nil
	}
	roles := map[string][]auth.Scope{}
	for _, text := range o.Roles {
		role, list, _ := strings.Cut(text, "=")
		var scopes []auth.Scope
		for s := range strings.SplitSeq(list, ",") {
			scopes = append(scopes, auth.Scope(s))
		}
		if _, twice := roles[role]; twice || role == "" || !auth.ValidScopes(scopes) {
			return nil, usage(fmt.Errorf(w.badRole, text, scopeNames()))
		}
		roles[role] = scopes
	}
	provider, err := auth.NewOIDC(auth.OIDCOptions{
		Issuer: o.Issuer, Audience: o.Audience, RolesClaim: o.RolesClaim, Roles: roles, Now: a.env.Now,
	})
	switch {
	case errors.Is(err, auth.ErrIssuer):
		return nil, usage(fmt.Errorf(w.badIssuer, o.Issuer))
	case err != nil:
		return nil, usage(errors.New(w.noRoles))
	}
	checker.OIDC = provider
	return &checker, nil
}

// trustedProxies reads the prefixes of proxies; one address is a prefix, too.
func (a *app) trustedProxies(o authOptions) ([]netip.Prefix, error) {
	var prefixes []netip.Prefix
	for _, text := range o.Proxies {
		prefix, err := netip.ParsePrefix(text)
		if address, one := netip.ParseAddr(text); one == nil {
			prefix, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return nil, usage(fmt.Errorf(a.words.auth.badProxy, text))
		}
		prefixes = append(prefixes, prefix.Masked())
	}
	return prefixes, nil
}
