package listener_test

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"

	"hegui/internal/listener"
)

// h2 is a connection of HTTP/2 that keeps to no rule.
type h2 struct {
	net.Conn
	*http2.Framer
	headers bytes.Buffer
	enc     *hpack.Encoder
	ended   chan struct{} // the service has closed it, or told it to go
	streams atomic.Int64  // that the service allows at a time
}

func newH2(t *testing.T, l *listener.Listener) *h2 {
	t.Helper()
	c, _ := dialTLS(t, l, "h2")
	if got := c.ConnectionState().NegotiatedProtocol; got != "h2" {
		t.Fatalf("protocol %q", got)
	}
	h := &h2{Conn: c, Framer: http2.NewFramer(c, c), ended: make(chan struct{})}
	h.enc = hpack.NewEncoder(&h.headers)
	_, _ = io.WriteString(c, http2.ClientPreface)
	_ = h.WriteSettings()
	settled := make(chan struct{})
	go func() {
		defer close(h.ended)
		for {
			frame, err := h.ReadFrame()
			if err != nil {
				return
			}
			switch f := frame.(type) {
			case *http2.SettingsFrame:
				if most, ok := f.Value(http2.SettingMaxConcurrentStreams); ok {
					h.streams.Store(int64(most))
					close(settled)
				}
			case *http2.GoAwayFrame:
				return
			}
		}
	}()
	select {
	case <-settled:
	case <-time.After(10 * time.Second):
		t.Fatal("no settings")
	}
	return h
}

func (h *h2) request(path string) []byte {
	h.headers.Reset()
	for _, f := range [][2]string{{":method", "GET"}, {":scheme", "https"}, {":authority", "a"}, {":path", path}} {
		_ = h.enc.WriteField(hpack.HeaderField{Name: f[0], Value: f[1]})
	}
	return h.headers.Bytes()
}

// Floods of frames that cost their sender nothing are bounded: in memory, in requests at the same time, and in what other
// connections notice.
func TestFloodsOfFrames(t *testing.T) {
	t.Parallel()
	const frames = 20_000
	var now, most atomic.Int64
	chain, key := certificate(t, t.TempDir(), "a")
	l, _ := serve(t, func(o *listener.Options) {
		o.Certificate = open(t, chain, key)
		o.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/slow" {
				return
			}
			for n := now.Add(1); ; {
				if before := most.Load(); n <= before || most.CompareAndSwap(before, n) {
					break
				}
			}
			defer now.Add(-1)
			time.Sleep(time.Millisecond)
		})
	})
	for _, tc := range []struct {
		name  string
		flood func(h *h2, i uint32) error
		ends  bool // the service ends the connection
	}{
		{"requests that are taken back at once", func(h *h2, i uint32) error {
			_ = h.WriteHeaders(http2.HeadersFrameParam{StreamID: 2*i + 1, BlockFragment: h.request("/slow"), EndStream: true, EndHeaders: true})
			return h.WriteRSTStream(2*i+1, http2.ErrCodeCancel)
		}, false},
		{"requests above the number that is allowed", func(h *h2, i uint32) error {
			return h.WriteHeaders(http2.HeadersFrameParam{StreamID: 2*i + 1, BlockFragment: h.request("/slow"), EndStream: true, EndHeaders: true})
		}, false},
		{"settings", func(h *h2, i uint32) error {
			return h.WriteSettings(http2.Setting{ID: http2.SettingInitialWindowSize, Val: 1 + i})
		}, false},
		{"pings", func(h *h2, i uint32) error { return h.WritePing(false, [8]byte{byte(i)}) }, false},
		{"a header that does not end", func(h *h2, i uint32) error {
			if i == 0 {
				return h.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: h.request("/")})
			}
			h.headers.Reset()
			_ = h.enc.WriteField(hpack.HeaderField{Name: "x", Value: strings.Repeat("y", 1000), Sensitive: true})
			return h.WriteContinuation(1, false, h.headers.Bytes())
		}, true},
	} {
		h := newH2(t, l)
		if got := h.streams.Load(); got != 64 {
			t.Errorf("%d streams are allowed", got)
		}
		before := heap()
		_ = h.SetWriteDeadline(time.Now().Add(20 * time.Second))
		for i := range uint32(frames) {
			if err := tc.flood(h, i); err != nil {
				break
			}
		}
		if grown := heap() - before; grown > 32<<20 {
			t.Errorf("%s: the heap grew by %d MiB", tc.name, grown>>20)
		}
		if tc.ends {
			select {
			case <-h.ended:
			case <-time.After(10 * time.Second):
				t.Errorf("%s: the connection goes on", tc.name)
			}
		}
		_ = h.Close()
		for end := time.Now().Add(10 * time.Second); now.Load() > 0 && time.Now().Before(end); { // else they count for the next connection
			time.Sleep(5 * time.Millisecond)
		}
		c, _ := dialTLS(t, l)
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
		if got, err := io.ReadAll(c); !strings.HasPrefix(string(got), "HTTP/1.1 200") {
			t.Errorf("%s: others get %q, %v", tc.name, got, err)
		}
	}
	if most.Load() > 64 {
		t.Errorf("%d requests of one connection at the same time", most.Load())
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// HTTP/2 is spoken under TLS only.
func TestNoHTTP2WithoutTLS(t *testing.T) {
	t.Parallel()
	l, _ := serve(t, func(*listener.Options) {})
	for _, request := range []string{
		http2.ClientPreface + "\x00\x00\x00\x04\x00\x00\x00\x00\x00",
		"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
	} {
		c, err := net.Dial("tcp", address(l))
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		_, _ = io.WriteString(c, request)
		got, _ := io.ReadAll(c)
		if !strings.HasPrefix(string(got), "HTTP/1.1 ") || strings.Contains(string(got), " 101 ") {
			t.Errorf("%q is answered with %q", request[:20], got)
		}
	}
}
