package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui"
	"hegui/internal/cli"
)

// full runs what is about time and numbers at the size of the service's own limits; else it is shortened.
var full = flag.Bool("full", false, "slow clients and floods at full size")

// service is `hegui serve` in this process.
type service struct {
	address string // host:port
	log     *lines
	stop    func() // as the first signal does
	ended   chan int
}

// lines gathers what is logged.
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

// entries are the lines with a message, as far as they are JSON.
func (l *lines) entries(message string) []map[string]any {
	var found []map[string]any
	for line := range strings.Lines(l.String()) {
		var entry map[string]any
		if json.Unmarshal([]byte(line), &entry) == nil && entry["msg"] == message {
			found = append(found, entry)
		}
	}
	return found
}

// serve starts the service with a configuration on a free port and waits until it answers.
func serve(t *testing.T, src string) *service {
	t.Helper()
	file := filepath.Join(t.TempDir(), "hegui.yaml")
	if err := os.WriteFile(file, []byte("address: 127.0.0.1:0\n"+src), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	s := &service{log: new(lines), stop: stop, ended: make(chan int, 1)}
	go func() {
		s.ended <- cli.Run(ctx, []string{"serve", "--config", file}, cli.Env{
			Files: hegui.Files, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: s.log,
			Getenv: os.Getenv, Now: time.Now, Version: "test",
		})
	}()
	for s.address == "" {
		select {
		case code := <-s.ended:
			t.Fatalf("exit code %d: %s", code, s.log)
		case <-time.After(10 * time.Millisecond):
		}
		for _, entry := range s.log.entries("serving") {
			_, s.address, _ = strings.Cut(entry["address"].(string), "://")
		}
	}
	t.Cleanup(func() { stop(); <-s.ended })
	return s
}

// dial connects from an address of this machine.
func (s *service) dial(t *testing.T, from string) net.Conn {
	t.Helper()
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}, Timeout: 10 * time.Second}
	c, err := d.DialContext(t.Context(), "tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// say sends bytes and gives what comes back until the connection is closed, at the latest after some time.
func (s *service) say(t *testing.T, request string, within time.Duration) (answer string, closed bool) {
	t.Helper()
	c := s.dial(t, "127.0.0.1")
	_ = c.SetDeadline(time.Now().Add(within))
	go func() { _, _ = io.WriteString(c, request) }() // the other side may close before it has read it all
	got, err := io.ReadAll(c)
	ne, ok := err.(net.Error)
	return string(got), !ok || !ne.Timeout()
}

// status is the first line of an answer.
func status(answer string) string {
	line, _, _ := strings.Cut(answer, "\r\n")
	return strings.TrimPrefix(line, "HTTP/1.1 ")
}

// get asks for a path on a connection that stays.
func get(c net.Conn, path string) (string, error) {
	_ = c.SetDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.WriteString(c, "GET "+path+" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"); err != nil {
		return "", err
	}
	line, err := bufio.NewReader(c).ReadString('\n')
	return strings.TrimSpace(strings.TrimPrefix(line, "HTTP/1.1 ")), err
}

// percentile gives the duration that so many of a hundred are not above.
func percentile(all []time.Duration, of int) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[(len(all)-1)*of/100]
}
