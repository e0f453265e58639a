package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/auth"
	"hegui/internal/report"
)

func (a *app) keyCommand() *cobra.Command {
	w := a.words.auth
	cmd := &cobra.Command{
		Use: "key", Short: w.keyShort, Long: w.keyLong, Example: w.keyExample,
		Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	o := &keyFlags{}
	cmd.PersistentFlags().StringVar(&o.file, "file", "", w.flagFile)
	cmd.PersistentFlags().StringVar(&o.store, "store", "", w.flagKeyStore)
	cmd.AddCommand(a.keyNewCommand(o), a.keyListCommand(o), a.keyRevokeCommand(o), a.keyPairCommand())
	return cmd
}

func (a *app) keyNewCommand(o *keyFlags) *cobra.Command {
	w := a.words.auth
	var name, expires, role, party string
	var scopes []string
	cmd := &cobra.Command{
		Use: "new", Short: w.newShort, Long: w.newLong, Example: w.newExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			spec, err := w.spec(name, scopes, expires, role, party)
			if err != nil {
				return usage(err)
			}
			return a.newKey(cmd.Context(), o, spec)
		},
	}
	cmd.Flags().StringVar(&name, "name", "", w.flagName)
	cmd.Flags().StringSliceVar(&scopes, "scope", nil, w.flagScope)
	cmd.Flags().StringVar(&expires, "expires", "90d", w.flagExpires)
	cmd.Flags().StringVar(&role, "role", "", w.flagRole)
	cmd.Flags().StringVar(&party, "as", "", w.flagAs)
	return cmd
}

// spec reads the flags of a new key.
func (w authWords) spec(name string, scopes []string, expires, role, party string) (auth.Spec, error) {
	if !auth.ValidName(name) {
		return auth.Spec{}, fmt.Errorf(w.badName, name)
	}
	if len(scopes) == 0 && role == "" {
		return auth.Spec{}, fmt.Errorf(w.noScope, scopeNames())
	}
	spec := auth.Spec{Name: name, Role: auth.Role(role), Party: party}
	if role != "" && !slices.Contains(scopes, string(auth.Records)) {
		scopes = append(scopes, string(auth.Records))
	}
	for _, s := range scopes {
		spec.Scopes = append(spec.Scopes, auth.Scope(s))
		if !auth.ValidScopes(spec.Scopes) {
			return auth.Spec{}, fmt.Errorf(w.badScope, s, scopeNames())
		}
	}
	switch {
	case role != "" && !spec.Role.Known():
		return auth.Spec{}, fmt.Errorf(w.unknownRole, role, roleNames())
	case role == "" && slices.Contains(spec.Scopes, auth.Records):
		return auth.Spec{}, fmt.Errorf(w.noRole, roleNames())
	case spec.Role.NeedsParty() && party == "":
		return auth.Spec{}, fmt.Errorf(w.noParty, role)
	case !spec.Role.NeedsParty() && party != "":
		return auth.Spec{}, errors.New(w.needlessParty)
	case !auth.ValidStanding(spec.Scopes, spec.Role, party):
		return auth.Spec{}, fmt.Errorf(w.badParty, party)
	}
	lifetime, ok := readLifetime(expires)
	if !ok {
		return auth.Spec{}, fmt.Errorf(w.badExpires, expires)
	}
	spec.Lifetime = lifetime
	return spec, nil
}

// readLifetime reads a whole number of days or hours, "90d" or "12h".
func readLifetime(s string) (time.Duration, bool) {
	unit := 24 * time.Hour
	digits, ok := strings.CutSuffix(s, "d")
	if !ok {
		unit = time.Hour
		digits, ok = strings.CutSuffix(s, "h")
	}
	n, err := strconv.ParseUint(digits, 10, 16)
	lifetime := time.Duration(n) * unit
	return lifetime, ok && err == nil && lifetime > 0 && lifetime <= auth.MaxLifetime
}

func scopeNames() string {
	var names []string
	for _, s := range auth.Scopes() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

func roleNames() string {
	var names []string
	for _, r := range auth.Roles() {
		names = append(names, string(r))
	}
	return strings.Join(names, ", ")
}

// keyFile opens the file of keys that a command works on.
func (a *app) keyFile(name string) (auth.File, error) {
	for _, candidate := range []string{name, a.env.Getenv("HEGUI_KEYS")} {
		if candidate != "" {
			return auth.File{Path: candidate, Now: a.env.Now, Random: a.env.Random}, nil
		}
	}
	config, home := a.env.Getenv("XDG_CONFIG_HOME"), a.env.Getenv("HOME")
	if config == "" && home != "" {
		config = filepath.Join(home, ".config") // as the XDG Base Directory Specification has it
	}
	if !filepath.IsAbs(config) {
		return auth.File{}, usage(errors.New(a.words.auth.noHome))
	}
	return auth.File{Path: filepath.Join(config, "hegui", "keys.json"), Now: a.env.Now, Random: a.env.Random}, nil
}

func (a *app) newKey(ctx context.Context, o *keyFlags, spec auth.Spec) error {
	return a.withKeys(ctx, o, false, func(keys keyPlace, shown string) error {
		secret, key, err := keys.make(ctx, spec)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(a.env.Stdout, secret); err != nil {
			return errors.Join(err, keys.revoke(context.WithoutCancel(ctx), key.ID)) // nobody has it
		}
		made, place := a.words.auth.made, report.Safe(shown)
		if o.store != "" {
			made = a.words.auth.madeInStore
		}
		_, err = fmt.Fprintf(a.env.Stderr, made, key.ID, place, key.Expires.Format(time.RFC3339), example(spec.Scopes))
		return err
	})
}

// example gives a request that a key with such scopes may make.
func example(scopes []auth.Scope) string {
	for _, e := range []struct {
		scope   auth.Scope
		request string
	}{
		{auth.Read, "/v1/packs"}, {auth.Records, "/v1/submissions"}, {auth.Metrics, "/metrics"},
	} {
		if slices.Contains(scopes, e.scope) {
			return e.request
		}
	}
	return `/v1/assessments -H "Content-Type: application/yaml" --data-binary @proposal.yaml` // [auth.Assess]
}

func (a *app) keyListCommand(o *keyFlags) *cobra.Command {
	w := a.words.auth
	var format string
	cmd := &cobra.Command{
		Use: "list", Short: w.listShort, Long: w.listLong, Example: w.listExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if known := []string{"text", "json"}; !slices.Contains(known, format) {
				return usage(fmt.Errorf(a.words.diff.badFormat, format, strings.Join(known, ", ")))
			}
			return a.withKeys(cmd.Context(), o, true, func(place keyPlace, shown string) error {
				keys, err := place.list(cmd.Context())
				if err != nil {
					return err
				}
				if format == "json" {
					return a.keysJSON(keys)
				}
				return a.keysText(shown, keys)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", w.flagListFormat)
	return cmd
}

// listedKey is a key as scripts read it.
type listedKey struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	State   string       `json:"state"` // active, expired, revoked
	Scopes  []auth.Scope `json:"scopes"`
	Created time.Time    `json:"created"`
	Expires time.Time    `json:"expires"`
	Revoked *time.Time   `json:"revoked,omitempty"`
	Role    auth.Role    `json:"role,omitempty"`
	As      string       `json:"as,omitempty"`
}

func (a *app) keysJSON(keys []auth.Key) error {
	out := struct {
		Version string      `json:"version"`
		Keys    []listedKey `json:"keys"`
	}{"hegui/key-list/v1", []listedKey{}}
	for i := range keys {
		k := &keys[i]
		out.Keys = append(out.Keys, listedKey{k.ID, k.Name, k.State(a.env.Now()), k.Scopes, k.Created, k.Expires, k.Revoked, k.Role, k.Party})
	}
	e := json.NewEncoder(a.env.Stdout)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (a *app) keysText(path string, keys []auth.Key) error {
	w := a.words.auth
	if len(keys) == 0 {
		_, err := fmt.Fprintf(a.env.Stdout, w.none, report.Safe(path))
		return err
	}
	rows := [][]string{{w.headID, w.headState, w.headScopes, w.headRole, w.headCreated, w.headExpires, w.headName}}
	for i := range keys {
		k := &keys[i]
		var scopes []string
		for _, s := range k.Scopes {
			scopes = append(scopes, string(s))
		}
		rows = append(rows, []string{k.ID, w.state[k.State(a.env.Now())], strings.Join(scopes, ","), report.Safe(strings.TrimSpace(string(k.Role) + " " + k.Party)),
			k.Created.Format(time.DateOnly), k.Expires.Format(time.DateOnly), report.Safe(k.Name)})
	}
	widths := make([]int, len(rows[0])-1) // the last column may be as wide as it likes
	for _, row := range rows {
		for i := range widths {
			widths[i] = max(widths[i], columns(row[i]))
		}
	}
	var out strings.Builder
	for _, row := range rows {
		for i, width := range widths {
			out.WriteString(row[i] + strings.Repeat(" ", width-columns(row[i])+2))
		}
		out.WriteString(row[len(widths)] + "\n")
	}
	_, err := fmt.Fprint(a.env.Stdout, out.String())
	return err
}

// columns is how wide our own words stand in a terminal, where a Chinese character takes two columns.
func columns(s string) (n int) {
	for _, r := range s {
		n++
		if r >= 0x2e80 {
			n++
		}
	}
	return n
}

func (a *app) keyRevokeCommand(o *keyFlags) *cobra.Command {
	w := a.words.auth
	return &cobra.Command{
		Use: w.revokeUse, Short: w.revokeShort, Long: w.revokeLong, Example: w.revokeExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New(w.oneID))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			id := args[0]
			if given, ok := auth.KeyID(id); ok { // whoever pastes the whole key means it
				id = given
			} else if strings.HasPrefix(id, "hg_") {
				return usage(errors.New(w.oneID)) // most of a key, perhaps: not to be shown in an error
			}
			return a.withKeys(cmd.Context(), o, false, func(keys keyPlace, shown string) error {
				err := keys.revoke(cmd.Context(), id)
				if errors.Is(err, auth.ErrNoKey) {
					return usage(fmt.Errorf(w.noKey, shown, id))
				}
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.env.Stderr, w.revoked, id)
				return err
			})
		},
	}
}
