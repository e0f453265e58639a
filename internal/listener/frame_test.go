package listener

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// bytesConn reads what it holds, some bytes at a time.
type bytesConn struct {
	net.Conn
	r    io.Reader
	step int
}

func (c *bytesConn) Read(p []byte) (int, error) { return c.r.Read(p[:min(len(p), c.step)]) }

// requests reads as net/http does, through the frame, and gives the bodies of the good requests.
func requests(src string, step int) (bodies []string, err error) {
	r := bufio.NewReader(&framedConn{Conn: &bytesConn{r: strings.NewReader(src), step: step}})
	for {
		req, err := http.ReadRequest(r)
		if errors.Is(err, io.EOF) {
			return bodies, nil
		}
		if err != nil {
			return bodies, err
		}
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return bodies, err
		}
		bodies = append(bodies, string(body))
	}
}

// What is plain passes; what can be read in two ways does not, and nothing after it is read.
func TestFraming(t *testing.T) {
	t.Parallel()
	const get = "GET / HTTP/1.1\r\nHost: a\r\n"
	const post = "POST / HTTP/1.1\r\nHost: a\r\n"
	const hidden = "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n"
	long := strings.Repeat("x", 5000)
	for _, tc := range []struct {
		name, src string
		bodies    []string
		refused   bool
	}{
		{"one without a body", get + "\r\n", []string{""}, false},
		{"two, one after the other", get + "\r\n" + get + "\r\n", []string{"", ""}, false},
		{"a body with a length", post + "Content-Length: 3\r\n\r\nabc" + get + "\r\n", []string{"abc", ""}, false},
		{"a length of nothing", post + "Content-Length: 0\r\n\r\n" + get + "\r\n", []string{"", ""}, false},
		{"a body that looks like a request", post + "Content-Length: 35\r\n\r\n" + hidden + "ab" + get + "\r\n", []string{hidden + "ab", ""}, false},
		{"a body in chunks", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n" + get + "\r\n", []string{"abc0123456789", ""}, false},
		{"chunks with a trailer", post + "transfer-encoding: Chunked\r\nTrailer: X\r\n\r\n1\r\na\r\n0\r\nX: b\r\n\r\n" + get + "\r\n", []string{"a", ""}, false},
		{"a long request line and a long header", "GET /" + long + " HTTP/1.1\r\nHost: a\r\nX: " + long + "\r\n\r\n" + get + "\r\n", []string{"", ""}, false},
		{"HTTP/1.0", "GET /" + long + " HTTP/1.0\r\n\r\n", []string{""}, false},

		{"length and chunks", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"the second request of a connection", get + "\r\n" + post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden, []string{""}, true},
		{"two lengths that agree", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc" + hidden, nil, true},
		{"a list of lengths", post + "Content-Length: 3, 3\r\n\r\nabc" + hidden, nil, true},
		{"a signed length", post + "Content-Length: +3\r\n\r\nabc" + hidden, nil, true},
		{"chunks twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"another encoding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"an encoding that is padded", post + "Transfer-Encoding: chunked" + strings.Repeat(" ", 100) + "x\r\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"a folded line", get + "X: a\r\n b\r\n\r\n" + hidden, nil, true},
		{"a folded length", post + "Content-Length:\r\n 3\r\n\r\nabc" + hidden, nil, true},
		{"a folded first line", "GET / HTTP/1.1\r\n Host: a\r\n\r\n" + hidden, nil, true},
		{"LF alone after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n" + hidden, nil, true},
		{"LF alone after a header", "GET / HTTP/1.1\r\nHost: a\n\r\n" + hidden, nil, true},
		{"LF alone after the encoding", post + "Transfer-Encoding: chunked\n\r\n0\r\n\r\n" + hidden, nil, true},
		{"LF alone at the end of the head", get + "\n" + hidden, nil, true},
		{"LF alone everywhere", strings.ReplaceAll(get+"\r\n"+hidden, "\r", ""), nil, true},
		{"a CR inside of a line", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n" + hidden, nil, true},
		{"an empty line before the request", "\r\n" + get + "\r\n", nil, true},
		{"a chunk whose size is no number", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n" + hidden, nil, true},
		{"a chunk without a size", post + "Transfer-Encoding: chunked\r\n\r\n\r\nabc\r\n0\r\n\r\n" + hidden, nil, true},
		{"a chunk size that overflows", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n" + hidden, nil, true},
		{"a chunk that is longer than its size", post + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n" + hidden, nil, true},
		{"a chunk size that ends in LF alone", post + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n" + hidden, nil, true},
		{"a chunk that ends in LF alone", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n" + hidden, nil, true},
		{"an extension that ends in LF alone", post + "Transfer-Encoding: chunked\r\n\r\n3;a\nabc\r\n0\r\n\r\n" + hidden, nil, true},
		{"a folded trailer", post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: a\r\n b\r\n\r\n" + hidden, nil, true},
	} {
		for _, step := range []int{1, 7, 1 << 20} { // the same, however the bytes arrive
			bodies, err := requests(tc.src, step)
			if (err != nil) != tc.refused || strings.Join(bodies, "|") != strings.Join(tc.bodies, "|") || len(bodies) != len(tc.bodies) {
				t.Errorf("%s, %d bytes at a time: %q, %v", tc.name, step, bodies, err)
			}
		}
	}
}

// Whatever arrives, what passes the frame is what arrived, and net/http reads no more requests through it than without.
func FuzzFraming(f *testing.F) {
	f.Add([]byte("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n"), 3)
	f.Add([]byte("POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\nHost: a\r\n b\n\n"), 1)
	f.Fuzz(func(t *testing.T, src []byte, step int) {
		if step < 1 {
			step = 1
		}
		c := &framedConn{Conn: &bytesConn{r: bytes.NewReader(src), step: step}}
		got, err := io.ReadAll(c)
		if err != nil {
			t.Fatal(err)
		}
		if !c.refused && !bytes.Equal(got, src) {
			t.Errorf("%q became %q", src, got)
		}
		through, _ := requests(string(src), step)
		var without []string
		for r := bufio.NewReader(bytes.NewReader(src)); ; {
			req, err := http.ReadRequest(r)
			if err != nil {
				break
			}
			body, err := io.ReadAll(req.Body)
			if err != nil {
				break
			}
			without = append(without, string(body))
		}
		for i, body := range through {
			if i >= len(without) || without[i] != body {
				t.Fatalf("request %d of %q is %q through the frame, without it there are %q", i, src, body, without)
			}
		}
	})
}
