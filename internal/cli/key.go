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
	file := cmd.PersistentFlags().String("file", "", w.flagFile)
	cmd.AddCommand(a.keyNewCommand(file), a.keyListCommand(file), a.keyRevokeCommand(file), a.keyPairCommand())
	return cmd
}

func (a *app) keyNewCommand(file *string) *cobra.Command {
	w := a.words.auth
	var name, expires string
	var scopes []string
	cmd := &cobra.Command{
		Use: "new", Short: w.newShort, Long: w.newLong, Example: w.newExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkLang(cmd); err != nil {
				return err
			}
			spec, err := w.spec(name, scopes, expires)
			if err != nil {
				return usage(err)
			}
			return a.newKey(cmd.Context(), *file, spec)
		},
	}
	cmd.Flags().StringVar(&name, "name", "", w.flagName)
	cmd.Flags().StringSliceVar(&scopes, "scope", nil, w.flagScope)
	cmd.Flags().StringVar(&expires, "expires", "90d", w.flagExpires)
	return cmd
}

// spec reads the flags of a new key.
func (w authWords) spec(name string, scopes []string, expires string) (auth.Spec, error) {
	if !auth.ValidName(name) {
		return auth.Spec{}, fmt.Errorf(w.badName, name)
	}
	if len(scopes) == 0 {
		return auth.Spec{}, fmt.Errorf(w.noScope, scopeNames())
	}
	spec := auth.Spec{Name: name}
	for _, s := range scopes {
		spec.Scopes = append(spec.Scopes, auth.Scope(s))
		if !auth.ValidScopes(spec.Scopes) {
			return auth.Spec{}, fmt.Errorf(w.badScope, s, scopeNames())
		}
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

func (a *app) newKey(ctx context.Context, name string, spec auth.Spec) error {
	file, err := a.keyFile(name)
	if err != nil {
		return err
	}
	secret, key, err := file.New(ctx, spec)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(a.env.Stdout, secret); err != nil {
		_, undo := file.Revoke(context.WithoutCancel(ctx), key.ID) // nobody has it
		return errors.Join(err, undo)
	}
	path := report.Safe(file.Path)
	_, err = fmt.Fprintf(a.env.Stderr, a.words.auth.made, key.ID, path, key.Expires.Format(time.RFC3339), path, key.ID)
	return err
}

func (a *app) keyListCommand(file *string) *cobra.Command {
	w := a.words.auth
	var format string
	cmd := &cobra.Command{
		Use: "list", Short: w.listShort, Long: w.listLong, Example: w.listExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkLang(cmd); err != nil {
				return err
			}
			if known := []string{"text", "json"}; !slices.Contains(known, format) {
				return usage(fmt.Errorf(a.words.diff.badFormat, format, strings.Join(known, ", ")))
			}
			f, err := a.keyFile(*file)
			if err != nil {
				return err
			}
			keys, err := f.List()
			if err != nil {
				return err
			}
			if format == "json" {
				return a.keysJSON(keys)
			}
			return a.keysText(f.Path, keys)
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
}

func (a *app) keysJSON(keys []auth.Key) error {
	out := struct {
		Version string      `json:"version"`
		Keys    []listedKey `json:"keys"`
	}{"hegui/key-list/v1", []listedKey{}}
	for i := range keys {
		k := &keys[i]
		out.Keys = append(out.Keys, listedKey{k.ID, k.Name, k.State(a.env.Now()), k.Scopes, k.Created, k.Expires, k.Revoked})
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
	rows := [][]string{{w.headID, w.headState, w.headScopes, w.headCreated, w.headExpires, w.headName}}
	for i := range keys {
		k := &keys[i]
		var scopes []string
		for _, s := range k.Scopes {
			scopes = append(scopes, string(s))
		}
		rows = append(rows, []string{k.ID, w.state[k.State(a.env.Now())], strings.Join(scopes, ","),
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

func (a *app) keyRevokeCommand(file *string) *cobra.Command {
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
			if err := checkLang(cmd); err != nil {
				return err
			}
			f, err := a.keyFile(*file)
			if err != nil {
				return err
			}
			id := args[0]
			if given, ok := auth.KeyID(id); ok { // whoever pastes the whole key means it
				id = given
			} else if strings.HasPrefix(id, "hg_") {
				return usage(errors.New(w.oneID)) // most of a key, perhaps: not to be shown in an error
			}
			_, err = f.Revoke(cmd.Context(), id)
			if errors.Is(err, auth.ErrNoKey) {
				return usage(fmt.Errorf(w.noKey, f.Path, id))
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.env.Stderr, w.revoked, id)
			return err
		},
	}
}
