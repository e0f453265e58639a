package server_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// Over a connection, too, every line of a request is answered: however the body is sent, and however much longer all lines
// take than one answer may.
func TestNoLineIsLost(t *testing.T) {
	t.Parallel()
	s := httptest.NewUnstartedServer(open(t, nil))
	s.Config.WriteTimeout = 100 * time.Millisecond
	s.Start()
	t.Cleanup(s.Close)
	const lines = 100 // with their titles more than the 256 KiB that a server reads by itself before it answers
	body := strings.Repeat(fmt.Sprintf(`{"apiVersion":"hegui/v1","project":{"id":"p","title_en":%q}}`+"\n", strings.Repeat("x", 4000)), lines)
	for name, r := range map[string]io.Reader{
		"of known length": strings.NewReader(body),
		"in chunks":       io.MultiReader(strings.NewReader(body)),
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := http.Post(s.URL+"/v1/assessments/stream", "application/x-ndjson", r)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = answer.Body.Close() }()
			in := bufio.NewReader(answer.Body)
			for i := 1; i <= lines; i++ {
				line, err := in.ReadString('\n')
				if err != nil || !strings.Contains(line, fmt.Sprintf(`"file":"proposals.ndjson:%d"`, i)) {
					t.Fatalf("line %d: %v %.200s", i, err, line)
				}
			}
			if rest, err := io.ReadAll(in); err != nil || len(rest) > 0 {
				t.Errorf("%d bytes more, %v", len(rest), err)
			}
		})
	}
}

// Many programs send all of a request before they read of the answer. They are answered, however much both are: neither
// side waits for the other.
func TestAClientMaySendAllBeforeItReads(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(open(t, nil))
	t.Cleanup(s.Close)
	conn, err := net.Dial("tcp", s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	_ = conn.(*net.TCPConn).SetReadBuffer(256 << 10)
	const lines = 240 // both ways more than the buffers of a connection hold
	line := fmt.Sprintf(`{"apiVersion":"hegui/v1","project":{"id":"p","title_en":%q}}`+"\n", strings.Repeat("x", 60_000))
	_ = conn.SetWriteDeadline(time.Now().Add(20 * time.Second))
	_, err = fmt.Fprintf(conn, "POST /v1/assessments/stream HTTP/1.1\r\nHost: hegui\r\nContent-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n%s",
		lines*len(line), strings.Repeat(line, lines))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	got, err := io.ReadAll(answer.Body)
	if n := strings.Count(string(got), "\n"); err != nil || n != lines {
		t.Errorf("%d lines of %d, %v", n, lines, err)
	}
}
