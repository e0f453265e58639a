package listener_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/listener"
)

var ok = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok") })

// serve listens on a free port with generous limits but for what a test changes.
func serve(t *testing.T, change func(*listener.Options)) (l *listener.Listener, end func() error) {
	t.Helper()
	o := listener.Options{
		Address: "127.0.0.1:0", Handler: ok, Connections: 100, PerClient: 100, Loopback: 100,
		Header: 10 * time.Second, Read: 10 * time.Second, Write: 10 * time.Second, Idle: 10 * time.Second, Drain: 10 * time.Second,
		Log: slog.New(slog.DiscardHandler), Now: time.Now,
	}
	change(&o)
	ctx, cancel := context.WithCancel(t.Context())
	l, err := listener.Listen(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- l.Serve(ctx) }()
	end = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = end() })
	return l, end
}

func address(l *listener.Listener) string {
	_, at, _ := strings.Cut(l.URL(), "://")
	return at
}

// hold opens a connection and says whether the service keeps it.
func hold(t *testing.T, l *listener.Listener, from string) (c net.Conn, kept bool) {
	t.Helper()
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	c, err := d.DialContext(t.Context(), "tcp", address(l))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
	_ = c.SetReadDeadline(time.Now().Add(10 * time.Second))
	_, err = c.Read(make([]byte, 1))
	return c, err == nil
}

// A client may hold so many connections, all together so many; who leaves makes room.
func TestConnectionsAreCounted(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		change func(*listener.Options)
		from   []string
		kept   string // y or n for each
	}{
		{"of one address of this machine", func(o *listener.Options) { o.Loopback = 2 }, []string{"127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.2"}, "yyny"},
		{"in all", func(o *listener.Options) { o.Connections = 3 }, []string{"127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4"}, "yyyn"},
		{"the limit of other machines is not that of this one", func(o *listener.Options) { o.PerClient = 1 }, []string{"127.0.0.1", "127.0.0.1"}, "yy"},
		{"proxies are held to the whole only", func(o *listener.Options) {
			o.PerClient, o.Loopback, o.Connections = 1, 100, 3
			o.Exempt = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
		}, []string{"127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"}, "yyyn"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l, _ := serve(t, tc.change)
			var got strings.Builder
			var first net.Conn
			for _, from := range tc.from {
				c, kept := hold(t, l, from)
				if got.WriteByte("ny"[b2i(kept)]); first == nil {
					first = c
				}
			}
			if got.String() != tc.kept {
				t.Errorf("kept %s, want %s", got.String(), tc.kept)
			}
			_ = first.Close()
			for deadline := time.Now().Add(10 * time.Second); ; {
				if _, kept := hold(t, l, "127.0.0.1"); kept {
					break
				}
				if time.Now().After(deadline) {
					t.Fatal("a connection that was closed still counts")
				}
			}
		})
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Requests that do not end in time are cut, and the caller is told.
func TestDrainEnds(t *testing.T) {
	t.Parallel()
	began, never := make(chan struct{}), make(chan struct{})
	defer close(never)
	drained := false
	l, end := serve(t, func(o *listener.Options) {
		o.Drain, o.Draining = 100*time.Millisecond, func() { drained = true }
		o.Handler = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { close(began); <-never })
	})
	go func() { _, _ = http.Get(l.URL()) }()
	<-began
	if err := end(); !errors.Is(err, listener.ErrCut) || !drained {
		t.Errorf("%v, drained %v", err, drained)
	}
}

// What strangers can bring about at any rate is one line in ten seconds.
func TestTheLogDoesNotGrowWithAttacks(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var out bytes.Buffer
	chain, key := certificate(t, t.TempDir(), "a")
	l, end := serve(t, func(o *listener.Options) {
		o.Certificate, o.Loopback = open(t, chain, key), 20
		o.Log = slog.New(slog.NewTextHandler(locked{&mu, &out}, nil))
	})
	for range 10 {
		c, err := net.Dial("tcp", address(l))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(c, "this is no TLS at all\r\n\r\n")
		_, _ = io.ReadAll(c)
	}
	for range 40 {
		_, _ = net.Dial("tcp", address(l))
	}
	time.Sleep(100 * time.Millisecond)
	_ = end()
	mu.Lock()
	defer mu.Unlock()
	for _, cause := range []string{"TLS handshake error", "above the limits"} {
		if n := strings.Count(out.String(), "msg=\"connection: http: "+cause) + strings.Count(out.String(), "msg=\"connections "+cause); n != 1 {
			t.Errorf("%s: %d lines\n%s", cause, n, out.String())
		}
	}
}

type locked struct {
	mu *sync.Mutex
	w  io.Writer
}

func (l locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// certificate writes a chain of one and its key, for this machine, under a name.
func certificate(t *testing.T, dir, name string) (chain, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, &about, &about, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	chain, key = filepath.Join(dir, "chain.pem"), filepath.Join(dir, "key.pem")
	for file, block := range map[string]*pem.Block{chain: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: pkcs8}} {
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return chain, key
}

func open(t *testing.T, chain, key string) *listener.Certificate {
	t.Helper()
	c, err := listener.OpenCertificate(chain, key)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// dialTLS connects as a browser that trusts every certificate, and tells whose it got.
func dialTLS(t *testing.T, l *listener.Listener, protocols ...string) (c *tls.Conn, name string) {
	t.Helper()
	c, err := tls.Dial("tcp", address(l), &tls.Config{InsecureSkipVerify: true, NextProtos: protocols})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c, c.ConnectionState().PeerCertificates[0].Subject.CommonName
}

// A certificate is renewed without a restart; one that cannot be read changes nothing.
func TestCertificatesAreReadAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	chain, key := certificate(t, dir, "first")
	c := open(t, chain, key)
	l, _ := serve(t, func(o *listener.Options) { o.Certificate = c })
	held, name := dialTLS(t, l)
	if name != "first" {
		t.Errorf("certificate %q", name)
	}
	certificate(t, dir, "second")
	if err := c.Reload(); err != nil {
		t.Fatal(err)
	}
	if _, name := dialTLS(t, l); name != "second" {
		t.Errorf("certificate %q after it was read again", name)
	}
	if err := os.WriteFile(chain, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := c.Reload(); err == nil {
		t.Error("a broken certificate is taken")
	}
	if _, name := dialTLS(t, l); name != "second" {
		t.Errorf("certificate %q after a broken one", name)
	}
	fmt.Fprint(held, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
	if got, _ := io.ReadAll(held); !strings.HasPrefix(string(got), "HTTP/1.1 200") {
		t.Errorf("a connection from before gets %q", got)
	}
}

// Old versions of TLS are not spoken.
func TestOldTLSIsRefused(t *testing.T) {
	t.Parallel()
	chain, key := certificate(t, t.TempDir(), "a")
	l, _ := serve(t, func(o *listener.Options) { o.Certificate = open(t, chain, key) })
	c, err := tls.Dial("tcp", address(l), &tls.Config{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10})
	if err == nil {
		t.Errorf("TLS %x", c.ConnectionState().Version)
	}
}
