// Package listener takes connections for a handler and holds them to limits: how many, how long they may be silent, how
// requests are framed, and how the last of them end. Start at [Listen].
//
// A client that is slow on purpose costs a connection; a client may have a few of them, and each is closed when its time
// is over. What a handler may take of time and memory is the handler's matter.
package listener

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"time"
)

// headerBytes is the size of the header of a request; streams is how many requests one HTTP/2 connection may have open.
const (
	headerBytes = 16 << 10
	streams     = 64
)

// Options say what is listened on and for how long. All but Exempt, Certificate and Draining must be set.
type Options struct {
	Address string // host:port
	Handler http.Handler

	Connections int            // in all
	PerClient   int            // of one address, or one /64 network of IPv6
	Loopback    int            // of one address of this machine
	Exempt      []netip.Prefix // peers that speak for many clients, held to Connections only

	Header time.Duration // to send the header of a request, or to shake hands
	Read   time.Duration // to send a request
	Write  time.Duration // to take an answer
	Idle   time.Duration // between requests
	Drain  time.Duration // for requests under way when the listener closes
	Delay  time.Duration // from Draining until the listener closes

	Certificate *Certificate // nil for HTTP without TLS
	Draining    func()       // is called when the context ends
	Log         *slog.Logger
	Now         func() time.Time
}

// ErrCut says that requests under way did not end within Options.Drain.
var ErrCut = errors.New("requests under way did not end in time and were cut off")

// Listener is bound to its address.
type Listener struct {
	o    Options
	net  net.Listener
	http *http.Server
}

// Listen binds the address. The error is that of the system.
func Listen(ctx context.Context, o Options) (*Listener, error) {
	bound, err := new(net.ListenConfig).Listen(ctx, "tcp", o.Address)
	if err != nil {
		return nil, err
	}
	quiet := &throttle{log: o.Log, now: o.Now, last: map[string]time.Time{}}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetHTTP2(o.Certificate != nil)
	l := &Listener{o: o, net: newLimited(bound, o, quiet)}
	l.http = &http.Server{
		Handler: o.Handler, Protocols: protocols, MaxHeaderBytes: headerBytes,
		ReadHeaderTimeout: o.Header, ReadTimeout: o.Read, WriteTimeout: o.Write, IdleTimeout: o.Idle,
		HTTP2:       &http.HTTP2Config{MaxConcurrentStreams: streams, WriteByteTimeout: o.Write},
		ErrorLog:    quiet.logger(),
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) }, // requests outlive the signal
	}
	if o.Certificate != nil {
		l.http.TLSConfig = &tls.Config{GetCertificate: o.Certificate.get, MinVersion: tls.VersionTLS12}
	}
	return l, nil
}

// URL is where the listener is reached.
func (l *Listener) URL() string {
	if l.o.Certificate != nil {
		return "https://" + l.net.Addr().String()
	}
	return "http://" + l.net.Addr().String()
}

// Serve answers until the context ends. Then it calls Draining and answers on for Options.Delay, so that whoever spreads
// requests can learn of it; net/http closes connections without an answer from then on. It returns when the requests under
// way have ended: nil, or [ErrCut] when they did not in time.
func (l *Listener) Serve(ctx context.Context) error {
	drained := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		if l.o.Draining != nil {
			l.o.Draining()
		}
		l.o.Log.Info("ending; requests under way are finished", "within", l.o.Drain.String())
		time.Sleep(l.o.Delay) // a second signal ends the program, also now
		within, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.o.Drain)
		defer cancel()
		err := l.http.Shutdown(within)
		if errors.Is(err, context.DeadlineExceeded) {
			err = errors.Join(ErrCut, l.http.Close())
		}
		drained <- err
	})
	defer stop()
	var err error
	if l.o.Certificate != nil {
		err = l.http.ServeTLS(l.net, "", "")
	} else {
		err = l.http.Serve(l.net)
	}
	if !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}
