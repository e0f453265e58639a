package server_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/listener"
	"hegui/internal/server"
)

// lines gathers a log.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// listen serves on a real connection whose times for ordinary requests are short.
func listen(t *testing.T, ordinary time.Duration, pace server.Pace) (address string, log *lines) {
	t.Helper()
	log = new(lines)
	s := open(t, func(o *server.Options) {
		o.Pace, o.Log, o.Now = pace, slog.New(slog.NewTextHandler(log, nil)), time.Now
	})
	ctx, end := context.WithCancel(t.Context())
	l, err := listener.Listen(ctx, listener.Options{
		Address: "127.0.0.1:0", Handler: s, Connections: 100, PerClient: 100, Loopback: 100,
		Header: ordinary, Read: ordinary, Write: 2 * ordinary, Idle: ordinary, Drain: time.Second,
		Log: slog.New(slog.DiscardHandler), Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = l.Serve(ctx) }()
	t.Cleanup(func() { end(); <-ended })
	return strings.TrimPrefix(l.URL(), "http://"), log
}

// line is one proposal of many; what becomes of it is short, since it cannot be read.
const line = `{"apiVersion":"hegui/v1","kind":"Proposal","project":{"id":`

// An answer that begins before the request has ended answers all of it.
func TestAStreamIsReadToItsEnd(t *testing.T) {
	t.Parallel()
	address, _ := listen(t, time.Minute, server.Pace{})
	const many = 2000
	res, err := http.Post("http://"+address+"/v1/assessments/stream", "application/x-ndjson", strings.NewReader(strings.Repeat(line+"\n", many)))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	got, err := io.ReadAll(res.Body)
	if n := bytes.Count(got, []byte("\n")); n != many || err != nil {
		t.Errorf("%d lines for %d, %v", n, many, err)
	}
}

// A stream may take longer than an ordinary request, as long as both sides keep on.
func TestALongStreamIsNotCut(t *testing.T) {
	t.Parallel()
	address, _ := listen(t, 300*time.Millisecond, server.Pace{Grace: 20 * time.Second, Write: 20 * time.Second})
	in, out := io.Pipe()
	go func() {
		for range 15 {
			_, _ = io.WriteString(out, line+"\n")
			time.Sleep(100 * time.Millisecond)
		}
		_ = out.Close()
	}()
	res, err := http.Post("http://"+address+"/v1/assessments/stream", "application/x-ndjson", in)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	n := 0
	for scan := bufio.NewScanner(res.Body); scan.Scan(); n++ {
	}
	if n != 15 {
		t.Errorf("%d lines of 15", n)
	}
}

// Over HTTP/2 a deadline that passes ends a stream by itself, also while nobody reads or writes.
func TestALongStreamIsNotCutOverHTTP2(t *testing.T) {
	t.Parallel()
	const ordinary = 300 * time.Millisecond
	s := httptest.NewUnstartedServer(open(t, func(o *server.Options) {
		o.Pace = server.Pace{Grace: 20 * time.Second, Write: 150 * time.Millisecond}
	}))
	s.EnableHTTP2 = true
	s.Config.ReadTimeout, s.Config.WriteTimeout = ordinary, ordinary
	s.StartTLS()
	defer s.Close()
	in, out := io.Pipe()
	go func() {
		time.Sleep(2 * ordinary) // nothing is answered yet
		for range 10 {
			time.Sleep(2 * ordinary / 3)
			_, _ = io.WriteString(out, line+"\n")
		}
		_ = out.Close()
	}()
	res, err := s.Client().Post(s.URL+"/v1/assessments/stream", "application/x-ndjson", in)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	got, err := io.ReadAll(res.Body)
	if n := bytes.Count(got, []byte("\n")); n != 10 || err != nil || res.ProtoMajor != 2 {
		t.Errorf("%d lines of 10, %v, %s", n, err, res.Proto)
	}
}

// slowly sends a request and then 10 bytes a second, and gives what comes back and after what time the connection ended.
func slowly(t *testing.T, address, head string) (answer string, took time.Duration) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	begun := time.Now()
	_, _ = io.WriteString(c, head)
	go func() {
		for {
			if _, err := c.Write([]byte("#")); err != nil {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
	}()
	_ = c.SetReadDeadline(begun.Add(20 * time.Second))
	got, _ := io.ReadAll(c)
	return string(got), time.Since(begun)
}

// Bodies that come a drop at a time are cut, and that is the client's fault, not ours.
func TestSlowBodiesAreCut(t *testing.T) {
	t.Parallel()
	address, log := listen(t, 700*time.Millisecond, server.Pace{Grace: 400 * time.Millisecond})
	for _, tc := range []struct{ name, path, media string }{
		{"one proposal", "/v1/assessments", "application/yaml"},
		{"a form", "/v1/assessments", "multipart/form-data; boundary=x"},
		{"an archive", "/v1/assessments/stream", "application/zip"},
	} {
		answer, took := slowly(t, address, fmt.Sprintf("POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n", tc.path, tc.media))
		if !strings.HasPrefix(answer, "HTTP/1.1 408") || !strings.Contains(answer, `"too_slow"`) || took > 5*time.Second {
			t.Errorf("%s: after %v\n%s", tc.name, took, answer)
		}
	}
	answer, took := slowly(t, address, "POST /v1/assessments/stream HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"+line+"\n")
	if strings.Count(answer, "\n{") == 0 || took > 5*time.Second {
		t.Errorf("lines: after %v\n%s", took, answer)
	}
	if strings.Contains(log.String(), "level=ERROR") {
		t.Errorf("logged as our fault:\n%s", log)
	}
}

// A body that breaks off or is malformed is the client's fault, too.
func TestBrokenBodiesAreTheClients(t *testing.T) {
	t.Parallel()
	address, log := listen(t, 5*time.Second, server.Pace{})
	for name, body := range map[string]string{
		"a chunk that is no chunk": "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
		"a body that breaks off":   "Content-Length: 1000\r\n\r\na: 1\n",
	} {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(c, "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/yaml\r\n"+body)
		_ = c.(*net.TCPConn).CloseWrite()
		_ = c.SetReadDeadline(time.Now().Add(10 * time.Second))
		got, err := io.ReadAll(c)
		if !strings.HasPrefix(string(got), "HTTP/1.1 400") || !strings.Contains(string(got), `"bad_request"`) || err != nil {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	if strings.Contains(log.String(), "level=ERROR") {
		t.Errorf("logged as our fault:\n%s", log)
	}
}

// Who asks and does not read is cut; the request ends and gives back what it holds.
func TestWhoDoesNotReadIsCut(t *testing.T) {
	t.Parallel()
	address, log := listen(t, 20*time.Second, server.Pace{Write: 300 * time.Millisecond})
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.(*net.TCPConn).SetReadBuffer(4096)
	_, _ = io.WriteString(c, "POST /v1/assessments/stream HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
	go func() {
		lines := strings.Repeat(line+"\n", 1000)
		for {
			if _, err := fmt.Fprintf(c, "%x\r\n%s\r\n", len(lines), lines); err != nil {
				return
			}
		}
	}()
	for begun := time.Now(); !strings.Contains(log.String(), "route=/v1/assessments/stream"); time.Sleep(10 * time.Millisecond) {
		if time.Since(begun) > 20*time.Second {
			t.Fatal("the request goes on")
		}
	}
}

// The allowance grows with what has been sent, and ends.
func TestAllowance(t *testing.T) {
	t.Parallel()
	p := server.Pace{Grace: 10 * time.Second, Rate: 64 << 10, Most: 10 * time.Minute}
	for _, tc := range []struct {
		sent int64
		want time.Duration
	}{{0, 10 * time.Second}, {64 << 10, 11 * time.Second}, {1 << 20, 26 * time.Second}, {256 << 20, 10 * time.Minute}} {
		if got := server.Allowance(p, tc.sent); got != tc.want {
			t.Errorf("after %d bytes %v, want %v", tc.sent, got, tc.want)
		}
	}
}

// The service is not ready once it drains, and answers as before.
func TestDrain(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	if w := do(s, call{path: "/readyz"}); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"ready":true`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	s.Drain()
	if w := do(s, call{path: "/readyz"}); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"ready":false`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := do(s, call{path: "/v1/packs"}); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
