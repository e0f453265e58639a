package cli

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hegui/internal/config"
	"hegui/internal/listener"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/server"
	"hegui/internal/store"
)

// configFlags adds the flags of the configuration, those that a command has.
func (a *app) configFlags(flags *pflag.FlagSet, has func(key string) bool) {
	flags.String("config", "", a.words.serve.flagConfig)
	for _, f := range config.Flags() {
		usage := strings.ReplaceAll(f.Usage.In(a.lang), "`", "") // the library takes them for the name of a value
		switch {
		case !has(f.Key):
		case f.Key == "packs", f.Key == "pack_keys": // of every command already
		case f.Switch:
			flags.Bool(f.Name, f.Default == "true", usage)
		case f.Many:
			flags.StringArray(f.Name, nil, usage)
		default:
			flags.String(f.Name, f.Default, usage)
		}
	}
}

// loadConfig puts together what serve runs with.
func (a *app) loadConfig(cmd *cobra.Command) (*config.Loaded, error) {
	s := config.Sources{Flags: map[string][]string{}, Near: proposal.Suggest}
	if a.env.Environ != nil {
		s.Environ = a.env.Environ()
	}
	for _, f := range config.Flags() {
		flag := cmd.Flags().Lookup(f.Name)
		if flag == nil || !flag.Changed || f.Key == "workers" && cmd.Name() == "worker" { // which has a flag of its own
			continue
		}
		if many, ok := flag.Value.(pflag.SliceValue); ok {
			s.Flags[f.Key] = many.GetSlice()
		} else {
			s.Flags[f.Key] = []string{flag.Value.String()}
		}
	}
	name, err := cmd.Flags().GetString("config")
	if name == "" {
		name = a.env.Getenv("HEGUI_CONFIG")
	}
	if err == nil && name != "" {
		s.Name = name
		s.File, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, err
	}
	loaded, err := config.Load(s)
	var wrong *config.Error
	if errors.As(err, &wrong) {
		return nil, usage(errors.New(wrong.In(a.lang)))
	}
	return loaded, err
}

// serverOptions is the one place where the configuration becomes what the server takes.
func (a *app) serverOptions(c *config.Config, kept *store.Store, log *slog.Logger) (server.Options, error) {
	sources, err := a.packSources(c.Packs, packAccess{
		keys: c.PackKeys, trust: a.trust, log: log, engine: a.engineNamed(c.Engine, c.Cache, true, log), nice: 15,
	})
	if err != nil {
		return server.Options{}, err
	}
	signers, err := a.readPrivateKeys(c.ReceiptKeys)
	if err != nil {
		return server.Options{}, err
	}
	guard, err := a.authenticator(c, kept)
	return server.Options{
		Packs: sources, Version: a.env.Version, Now: a.env.Now, Log: log, Origins: c.CORS.Origins,
		Auth: guard, Store: kept, ReceiptKeys: signers, Random: a.env.Random, TrustedProxies: c.Proxies(),
		Limits: server.Limits{
			Archive: int64(c.Limits.Archive), Evaluation: c.Limits.Evaluation,
			Slots: c.Limits.Slots, Queue: c.Limits.Queue, Wait: c.Limits.Wait,
			Rate: c.Limits.Rate, Burst: c.Limits.Burst,
		},
		Pace: server.Pace{Write: c.Limits.WriteTimeout},
	}, err
}

// listenerOptions is the same for connections.
func (a *app) listenerOptions(c *config.Config, log *slog.Logger) (listener.Options, error) {
	o := listener.Options{
		Address: c.Address, Connections: c.Limits.Connections, PerClient: c.Limits.ConnectionsPerClient,
		Loopback: c.Limits.ConnectionsLoopback, Exempt: c.Proxies(),
		Header: c.Limits.HeaderTimeout, Read: c.Limits.ReadTimeout, Write: c.Limits.WriteTimeout,
		Idle: c.Limits.IdleTimeout, Drain: c.Limits.Drain, Delay: c.Limits.DrainDelay, Log: log, Now: a.env.Now,
	}
	if c.TLS.Certificate == "" {
		return o, nil
	}
	var err error
	if o.Certificate, err = listener.OpenCertificate(c.TLS.Certificate, c.TLS.Key); err != nil {
		err = fmt.Errorf(a.words.serve.badKeyPair, c.TLS.Certificate, c.TLS.Key, err)
		return o, &exitError{code: ExitInput, err: err}
	}
	return o, nil
}

// logger writes to standard error what the configuration asks for.
func (a *app) logger(c *config.Config) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.Log.Level)) // one of the table's
	o := &slog.HandlerOptions{Level: level}
	if c.Log.Format == "text" {
		return slog.New(slog.NewTextHandler(a.env.Stderr, o))
	}
	return slog.New(slog.NewJSONHandler(a.env.Stderr, o))
}

// packSources says where packs come from: each name is one that is built in, a bundle, or a folder that holds packs.
func (a *app) packSources(names []string, access packAccess) ([]server.PackSource, error) {
	var sources []server.PackSource
	seen := map[string]bool{}
	add := func(source server.PackSource) error {
		if seen[source.ID] {
			return usage(fmt.Errorf(a.words.serve.twice, source.ID))
		}
		seen[source.ID] = true
		sources = append(sources, source)
		return nil
	}
	for _, name := range names {
		switch {
		case builtIn(name):
			open := func() (*pack.Pack, error) { return a.openNamed(a.ctx, name, access) }
			if err := add(server.PackSource{Files: a.env.Files, ID: name, Open: open, Fixed: true}); err != nil {
				return nil, err
			}
			continue
		case isBundle(name):
			b, err := a.readBundle(name)
			if err != nil {
				return nil, err
			}
			err = add(server.PackSource{
				Files: os.DirFS(filepath.Dir(name)), Watch: filepath.Base(name), ID: b.Manifest.Metadata.Pack,
				Open: func() (*pack.Pack, error) { return a.openBundle(a.ctx, name, access) },
			})
			if err != nil {
				return nil, err
			}
			continue
		}
		dir := os.DirFS(name)
		ids, err := pack.List(dir)
		if err != nil || len(ids) == 0 {
			return nil, &exitError{code: ExitPack, err: fmt.Errorf(a.words.noPackFolder, name)}
		}
		for _, id := range ids {
			open := func() (*pack.Pack, error) { return a.openFolder(a.ctx, dir, id, access) }
			if err := add(server.PackSource{Files: dir, ID: id, Open: open}); err != nil {
				return nil, err
			}
		}
	}
	return sources, nil
}
