package cli_test

import (
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

const draft = "apiVersion: hegui/v1\nkind: Proposal\nproject: {id: p-1}\n"

// Clients that send their header a byte at a time, their body at 10 bytes a second, or ask and go silent hold few
// connections each, lose them in time, and keep nobody else out.
func TestSlowClientsKeepNobodyOut(t *testing.T) {
	t.Parallel()
	sockets, config := 150, "limits: {header_timeout: 500ms, read_timeout: 1s, idle_timeout: 1s, write_timeout: 2s, connections_loopback: 8}\n"
	within := 5 * time.Second
	if *full {
		sockets, config, within = 600, "limits: {connections_loopback: 32}\n", 70*time.Second
	}
	s := serve(t, config)
	ask := func() time.Duration {
		c := s.dial(t, "127.0.0.1")
		begun := time.Now()
		if got, err := get(c, "/v1/packs"); got != "200 OK" {
			t.Errorf("an honest client gets %q, %v", got, err)
		}
		_ = c.Close()
		return time.Since(begun)
	}
	var alone, among []time.Duration
	for range 50 {
		alone = append(alone, ask())
	}

	var slow sync.WaitGroup
	var held, cut atomic.Int64
	begun := time.Now()
	for i := range sockets {
		slow.Add(1)
		c := s.dial(t, fmt.Sprintf("127.0.0.%d", 2+i%12))
		go func() {
			defer slow.Done()
			request := "GET /v1/packs HTTP/1.1\r\nHost: a\r\nX-Slow: " + strings.Repeat("x", 4000)
			switch i % 3 {
			case 1:
				_, _ = io.WriteString(c, "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/yaml\r\nContent-Length: 4000\r\n\r\n")
			case 2:
				_, _ = io.WriteString(c, "GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n")
				request = ""
			}
			held.Add(1)
			for sent := 0; time.Since(begun) < within; sent++ {
				if sent < len(request) {
					if _, err := c.Write([]byte(request[sent : sent+1])); err != nil {
						cut.Add(1)
						return
					}
				}
				_ = c.SetReadDeadline(time.Now().Add(100 * time.Millisecond)) // a byte in 100 ms: 10 B/s
				if _, err := io.Copy(io.Discard, c); err == nil || !strings.Contains(err.Error(), "timeout") {
					cut.Add(1)
					return
				}
			}
		}()
	}
	for held.Load() < int64(sockets) {
		time.Sleep(time.Millisecond)
	}
	for range 50 {
		among = append(among, ask())
	}
	slow.Wait()
	if cut.Load() != int64(sockets) {
		t.Errorf("of %d slow clients %d were cut within %v", sockets, cut.Load(), within)
	}
	t.Logf("an honest client waits %v alone and %v among %d slow ones (99 of 100)", percentile(alone, 99), percentile(among, 99), sockets)
	if ask() > 2*time.Second {
		t.Error("afterwards the service is slow")
	}
}

// A body above the limit is refused as soon as that is known, and the connection ends.
func TestOversizedBodies(t *testing.T) {
	t.Parallel()
	s := serve(t, "limits: {archive: 1MiB}\n")
	head := func(path, more string) string {
		return "POST " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n"
	}
	chunk := "10000\r\n" + strings.Repeat("#", 1<<16) + "\r\n"
	for _, tc := range []struct{ name, request, status string }{
		{"a length above the limit, before a byte of it", head("/v1/assessments", "Content-Type: application/yaml\r\nContent-Length: 104857600\r\n"), "413"},
		{"a length above the limit of archives, before a byte of it", head("/v1/assessments/stream", "Content-Type: application/zip\r\nContent-Length: 1048577\r\n"), "413"},
		{"chunks without end", head("/v1/assessments", "Content-Type: application/yaml\r\nTransfer-Encoding: chunked\r\n") + strings.Repeat(chunk, 64), "413"},
		{"an archive in chunks without end", head("/v1/assessments/stream", "Content-Type: application/zip\r\nTransfer-Encoding: chunked\r\n") + strings.Repeat(chunk, 64), "413"},
		{"a form of ten thousand parts", head("/v1/assessments", "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n") +
			chunked(strings.Repeat("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n", 10_000)), "400"},
	} {
		begun := time.Now()
		answer, closed := s.say(t, tc.request, 10*time.Second)
		if !strings.HasPrefix(status(answer), tc.status) || !closed {
			t.Errorf("%s: %q, closed %v", tc.name, status(answer), closed)
		}
		if took := time.Since(begun); took > 3*time.Second {
			t.Errorf("%s: took %v", tc.name, took)
		}
	}
}

func chunked(body string) string { return fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(body), body) }

// A header above 16 KiB is refused without looking at it further.
func TestOversizedHeaders(t *testing.T) {
	t.Parallel()
	s := serve(t, "")
	many := new(strings.Builder)
	for i := range 10_000 {
		fmt.Fprintf(many, "X-%d: a\r\n", i)
	}
	for _, tc := range []struct{ name, path, more string }{
		{"ten thousand headers", "/v1/packs", many.String()},
		{"a cookie of 1 MB", "/v1/packs", "Cookie: a=" + strings.Repeat("x", 1<<20) + "\r\n"},
		{"a hundred thousand parameters", "/v1/packs?" + strings.Repeat("a=1&", 100_000), ""},
		{"a path of 1 MB", "/" + strings.Repeat("x", 1<<20), ""},
	} {
		begun := time.Now()
		answer, closed := s.say(t, "GET "+tc.path+" HTTP/1.1\r\nHost: a\r\n"+tc.more+"\r\n", 10*time.Second)
		if got := status(answer); !strings.HasPrefix(got, "431") && !strings.HasPrefix(got, "400") || !closed {
			t.Errorf("%s: %q, closed %v", tc.name, got, closed)
		}
		t.Logf("%s: refused and closed after %v", tc.name, time.Since(begun))
	}
}

// A request whose end two programs may see in different places is refused, and nothing that hides behind it is served.
func TestRequestsWithTwoReadings(t *testing.T) {
	t.Parallel()
	s := serve(t, "")
	const hidden = "GET /livez?hidden HTTP/1.1\r\nHost: a\r\n\r\n"
	const post = "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/yaml\r\n"
	for _, tc := range []struct{ name, request string }{
		{"length and chunks", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden},
		{"chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + hidden},
		{"a folded header", "GET /livez HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n" + hidden},
		{"lines that end in LF alone", "GET /livez HTTP/1.1\nHost: a\n\n" + strings.ReplaceAll(hidden, "\r", "")},
		{"a chunk whose size is no number", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\na: 1\r\n0\r\n\r\n" + hidden},
		{"a chunk longer than its size", post + "Transfer-Encoding: chunked\r\n\r\n2\r\na: 1\r\n0\r\n\r\n" + hidden},
		{"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\na: 1\n" + hidden},
		{"a space before the colon", post + "Content-Length : 5\r\n\r\na: 1\n" + hidden},
		{"no host", "GET /livez HTTP/1.1\r\n\r\n" + hidden},
	} {
		answer, closed := s.say(t, tc.request, 10*time.Second)
		if !strings.HasPrefix(status(answer), "400") || !closed || strings.Count(answer, "HTTP/1.1") != 1 {
			t.Errorf("%s: closed %v\n%s", tc.name, closed, answer)
		}
	}
	if answer, _ := s.say(t, strings.Replace(hidden, "\r\n\r\n", "\r\nConnection: close\r\n\r\n", 1), 10*time.Second); !strings.HasPrefix(answer, "HTTP/1.1 200") && !strings.HasPrefix(answer, "HTTP/1.1 400") {
		t.Errorf("afterwards: %s", answer)
	}
}

// When the service is told to end, it says that it is not ready, finishes what it began, and exits with 0.
func TestRequestsUnderWayAreFinished(t *testing.T) {
	t.Parallel()
	const clients = 200
	s := serve(t, "limits: {queue: 256, wait: 8s, evaluation: 8s, read_timeout: 60s, drain_delay: 2s}\n")
	var all sync.WaitGroup
	var began sync.WaitGroup
	finish := make(chan struct{})
	for range clients {
		c := s.dial(t, "127.0.0.1")
		all.Add(1)
		began.Add(1)
		go func() {
			defer all.Done()
			_ = c.SetDeadline(time.Now().Add(time.Minute))
			_, _ = fmt.Fprintf(c, "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/yaml\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", len(draft))
			buf := make([]byte, len("HTTP/1.1 100 Continue\r\n\r\n"))
			_, err := io.ReadFull(c, buf) // the handler has begun to read
			began.Done()
			if err != nil {
				t.Errorf("%q, %v", buf, err)
			}
			<-finish
			_, _ = io.WriteString(c, draft)
			got, err := io.ReadAll(c)
			if !strings.HasPrefix(string(got), "HTTP/1.1 200") || !strings.HasSuffix(strings.TrimSpace(string(got)), "}") {
				t.Errorf("%.200s, %v", got, err)
			}
		}()
	}
	began.Wait()
	s.stop()
	for len(s.log.entries("ending; requests under way are finished")) == 0 {
		time.Sleep(time.Millisecond)
	}
	if got, err := get(s.dial(t, "127.0.0.1"), "/readyz"); got != "503 Service Unavailable" {
		t.Errorf("readiness: %s, %v", got, err)
	}
	close(finish)
	all.Wait()
	if code := <-s.ended; code != 0 {
		t.Errorf("exit code %d\n%s", code, s.log)
	}
	s.ended <- 0
}

// The signals of the system: the first lets requests end, the second ends the program at once.
func TestSignals(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		busy    bool
		signals int
	}{
		{"one, with nothing to do", false, 1},
		{"two, with a request under way", true, 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := &service{log: new(lines), ended: make(chan int, 1)}
			cmd := exec.CommandContext(t.Context(), "hegui", "serve", "--addr", "127.0.0.1:0")
			cmd.Stderr = s.log
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			for s.address == "" {
				time.Sleep(10 * time.Millisecond)
				for _, entry := range s.log.entries("serving") {
					_, s.address, _ = strings.Cut(entry["address"].(string), "://")
				}
			}
			if tc.busy {
				c := s.dial(t, "127.0.0.1")
				_, _ = io.WriteString(c, "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/yaml\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n")
				_, _ = io.ReadFull(c, make([]byte, 20))
			}
			_ = cmd.Process.Signal(syscall.SIGTERM)
			if tc.signals == 2 {
				for len(s.log.entries("ending; requests under way are finished")) == 0 {
					time.Sleep(time.Millisecond)
				}
				_ = cmd.Process.Signal(syscall.SIGTERM)
			}
			begun := time.Now()
			_ = cmd.Wait()
			if tc.signals == 1 && cmd.ProcessState.ExitCode() != 0 {
				t.Errorf("exit code %d\n%s", cmd.ProcessState.ExitCode(), s.log)
			}
			if took := time.Since(begun); tc.signals == 2 && (took > 3*time.Second || cmd.ProcessState.Success()) {
				t.Errorf("ended %v after the second signal with %v", took, cmd.ProcessState)
			}
		})
	}
}
