package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/net/netutil"

	"hegui/internal/pack"
	"hegui/internal/server"
)

// The limits of a connection: what a slow or silent client may hold, and how long requests may take to end.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 60 * time.Second
	idleTimeout   = 60 * time.Second
	headerBytes   = 16 << 10
	connections   = 512
	drainTimeout  = 20 * time.Second
)

func (a *app) serveCommand() *cobra.Command {
	w := a.words
	addr := ""
	var access authOptions
	cmd := &cobra.Command{
		Use: "serve", Short: w.serveShort, Long: w.serveLong, Example: w.serveExample, Args: noArgs(w),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkLang(cmd); err != nil {
				return err
			}
			return a.serve(cmd.Context(), addr, access)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", w.flagAddr)
	access.flags(cmd, w.auth, a.env.Getenv)
	return cmd
}

// serve answers requests until the context ends, then lets those under way end.
func (a *app) serve(ctx context.Context, addr string, access authOptions) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return usage(fmt.Errorf(a.words.badAddr, addr))
	}
	guard, err := a.authenticator(access)
	if err != nil {
		return err
	}
	proxies, err := a.trustedProxies(access)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); guard == nil && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usage(fmt.Errorf(a.words.notLoopback, addr))
	}
	sources, err := a.packSources()
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(a.env.Stderr, nil))
	s, err := server.New(server.Options{Packs: sources, Version: a.env.Version, Now: a.env.Now, Log: log, Auth: guard, TrustedProxies: proxies})
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return &exitError{code: ExitInput, err: err}
	}
	hs := &http.Server{
		Handler: s, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: headerBytes, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	defer reloadOn(ctx, s)()
	drained := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		log.Info("ending; requests under way are finished")
		within, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
		defer cancel()
		drained <- hs.Shutdown(within)
	})
	defer stop()
	log.Info("serving", "address", "http://"+listener.Addr().String(), "version", a.env.Version, "authentication", access.kinds())
	if err := hs.Serve(netutil.LimitListener(listener, connections)); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}

// packSources says where the packs come from: --pack names one, built in or in a folder.
func (a *app) packSources() ([]server.PackSource, error) {
	if !strings.ContainsAny(a.packName, `/\.`) {
		return []server.PackSource{{Files: a.env.Files, ID: a.packName}}, nil
	}
	dir := os.DirFS(a.packName)
	ids, err := pack.List(dir)
	if err != nil || len(ids) == 0 {
		return nil, &exitError{code: ExitPack, err: fmt.Errorf(a.words.noPackFolder, a.packName)}
	}
	var sources []server.PackSource
	for _, id := range ids {
		sources = append(sources, server.PackSource{Files: dir, ID: id})
	}
	return sources, nil
}

// reloadOn loads the packs again on SIGHUP, until the function it gives is called.
func reloadOn(ctx context.Context, s *server.Server) (stop func()) {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-hangups:
				_ = s.Reload() // it is in the log, the metrics and readiness
			case <-ctx.Done():
				return
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(hangups); close(done) }
}
