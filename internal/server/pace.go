package server

import (
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
)

// Pace bounds how slowly a request with many proposals may come and its answer be taken. Only time that the client makes
// the service wait counts, never the time that evaluation takes. The zero value of each means its default.
type Pace struct {
	Grace time.Duration // to begin with; 10 s
	Rate  int64         // bytes per second after it; 64 KiB
	Most  time.Duration // for a whole request; 10 min
	Write time.Duration // to take a part of the answer; 60 s
}

func (p Pace) orDefault() Pace {
	if p.Grace == 0 {
		p.Grace = 10 * time.Second
	}
	if p.Rate == 0 {
		p.Rate = 64 << 10
	}
	if p.Most == 0 {
		p.Most = 10 * time.Minute
	}
	if p.Write == 0 {
		p.Write = time.Minute
	}
	return p
}

// allowance is how long a client that has sent so many bytes may have made the service wait.
func (p Pace) allowance(sent int64) time.Duration {
	seconds := float64(sent) / float64(p.Rate)
	return min(p.Grace+time.Duration(seconds*float64(time.Second)), p.Most)
}

// streamed are the routes whose requests and answers take as long as they are large.
var streamed = map[string]bool{"/v1/assessments/stream": true, "/v1/submissions/export": true,
	"/v1/batches": true, "/v1/batches/:batch": true, "/v1/batches/:batch/events": true, "/v1/batches/:batch/export": true, "/v1/batches/:batch/similar": true,
	"/v1/batches/:batch/replay": true, "/v1/batches/:batch/receipts": true, "/v1/batches/:batch/items/:item/proof": true,
}

// maxBody bounds all other requests: two proposals of 1 MiB in a form, or one that is escaped in JSON.
const maxBody = 4<<20 + 64<<10

// pace lets the deadlines of a connection, which are for ordinary requests, move on with what a stream sends and takes. It
// also refuses what says by itself that it is too large, and marks errors of a body as the client's.
func (s *Server) pace(c *gin.Context) {
	most := int64(maxBody)
	if !streamed[c.FullPath()] {
		c.Request.Body = &body{ReadCloser: c.Request.Body}
	} else {
		most = s.o.Limits.Archive
		conn := http.NewResponseController(c.Writer)
		_ = conn.SetReadDeadline(time.Time{})
		_ = conn.SetWriteDeadline(time.Time{})
		c.Request.Body = &body{ReadCloser: c.Request.Body, conn: conn, pace: s.o.Pace}
		c.Writer = &pacedWriter{ResponseWriter: c.Writer, conn: conn, within: s.o.Pace.Write}
		defer func() { // for what the connection still holds
			_ = conn.SetReadDeadline(time.Now().Add(s.o.Pace.Grace))
			_ = conn.SetWriteDeadline(time.Now().Add(s.o.Pace.Write))
		}()
	}
	if c.Request.ContentLength > most {
		refuse(c, &refusal{code: codeTooLarge})
		return
	}
	c.Next()
}

// bodyError is an error while a body was read: the client's, or of the way between.
type bodyError struct{ error }

func (e *bodyError) Unwrap() error { return e.error }

var brokenBody = catalog.Text{
	ZH: "请求内容不完整，或分块传输的格式有误。请重新发送。",
	EN: "The body ends too early, or its chunks are malformed. Send it again.",
}

// body reads the body of a request, at a pace when it has a connection. A deadline is set for each read and taken back
// after it: over HTTP/2 one that passes ends the stream, also when nobody reads.
type body struct {
	io.ReadCloser
	conn   *http.ResponseController // nil leaves deadlines as they are
	pace   Pace
	sent   int64
	waited time.Duration
}

func (b *body) Read(p []byte) (int, error) {
	var begun time.Time
	if b.conn != nil {
		begun = time.Now() // deadlines of connections are in the system's time
		_ = b.conn.SetReadDeadline(begun.Add(b.pace.allowance(b.sent) - b.waited))
	}
	n, err := b.ReadCloser.Read(p)
	if b.conn != nil {
		b.sent += int64(n)
		b.waited += time.Since(begun)
		if err == nil || errors.Is(err, io.EOF) { // after another error nothing more may be read
			_ = b.conn.SetReadDeadline(time.Time{})
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = &bodyError{err}
	}
	return n, err
}

// pacedWriter gives each part of an answer its own time.
type pacedWriter struct {
	gin.ResponseWriter
	conn   *http.ResponseController
	within time.Duration
}

func (w *pacedWriter) timed() (done func()) {
	_ = w.conn.SetWriteDeadline(time.Now().Add(w.within))
	return func() { _ = w.conn.SetWriteDeadline(time.Time{}) }
}

func (w *pacedWriter) Write(p []byte) (int, error) {
	defer w.timed()()
	return w.ResponseWriter.Write(p)
}

func (w *pacedWriter) WriteString(s string) (int, error) {
	defer w.timed()()
	return w.ResponseWriter.WriteString(s)
}

func (w *pacedWriter) Flush() {
	defer w.timed()()
	w.ResponseWriter.Flush()
}
