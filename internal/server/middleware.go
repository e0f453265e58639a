package server

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"

	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
	"hegui/internal/catalog"
)

// request is what the service knows of one request beside its content.
type request struct {
	id        string
	caller    string         // id of the principal; empty when nobody was asked for credentials, or they were refused
	principal auth.Principal // the caller; only ID, Kind and Name are shown anywhere
	denied    string         // why credentials did not admit it
	content   string         // digest of what was sent, once it was read; of a form, of what is in it
	from      string         // the address of the client, as far as it is known
	code      ProblemCode    // of the problem that it ended with
	cause     error          // of an internal error; never sent
}

const requestKey = "hegui.request"

func requestOf(c *gin.Context) *request { return c.MustGet(requestKey).(*request) }

// instrument names the request, turns a panic into an answer, and logs and measures what came of it. Nothing of a
// proposal reaches the log.
func (s *Server) instrument(c *gin.Context) {
	begun := s.o.Now()
	r := &request{id: rand.Text()}
	c.Set(requestKey, r)
	c.Header("Request-Id", r.id)
	defer func() {
		broken := false
		switch v := recover().(type) {
		case nil:
		case cutShort:
			r.cause, broken = v.cause, true
		default:
			r.cause = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
			broken = c.Writer.Written()
			if !broken {
				refuse(c, &refusal{code: codeInternal})
			}
		}
		route, status, took := c.FullPath(), c.Writer.Status(), s.o.Now().Sub(begun)
		s.metrics.request(c.Request.Method, route, status, took)
		if r.code != "" {
			s.metrics.problem(r.code)
		}
		level := slog.LevelInfo
		attrs := []any{"id", r.id, "method", c.Request.Method, "route", route, "status", status, "took", took, "bytes", max(c.Writer.Size(), 0)}
		if r.caller != "" {
			attrs = append(attrs, "caller", r.caller)
		}
		if r.denied != "" {
			attrs = append(attrs, "denied", r.denied, "from", r.from)
		}
		describe(c, r)
		if trace := traceOf(c); trace != "" {
			attrs = append(attrs, "trace", trace)
		}
		if r.code != "" {
			attrs = append(attrs, "code", string(r.code))
		}
		if r.cause != nil {
			level = slog.LevelError
			attrs = append(attrs, "error", r.cause.Error())
		}
		s.o.Log.Log(context.WithoutCancel(c), level, "request", attrs...)
		if broken { // the client must not take what it has for the whole
			panic(http.ErrAbortHandler)
		}
	}()
	c.Next()
}

// secure sets the headers that keep answers inert in a browser.
func (s *Server) secure(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if c.Request.TLS != nil { // a year, as browsers remember it; behind a proxy that ends TLS it is the proxy's to say
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
	h.Set("Vary", "Accept, Accept-Language, Authorization")
}

var parameterName = regexp.MustCompile(`(?i)(?:parameter|argument) ([a-z_]+)`)

// parameterOf finds the parameter that a generated error names.
func parameterOf(err error) string {
	if m := parameterName.FindStringSubmatch(err.Error()); m != nil {
		return m[1]
	}
	return ""
}

// wrong refuses a parameter and says what it should be.
func wrong(parameter string, detail catalog.Text) error {
	return &refusal{code: codeBadRequest, parameter: parameter, detail: detail}
}

// answer ends a request whose handler failed; one whose client left needs no answer.
func answer(c *gin.Context, err error) {
	switch {
	case err == nil:
	case gone(c, err):
		c.AbortWithStatus(statusGone)
	default:
		refuse(c, err)
	}
}

// gone says whether an error is that the client left.
func gone(c *gin.Context, err error) bool {
	return errors.Is(err, context.Canceled) && c.Request.Context().Err() != nil
}

// statusGone is what a request is logged with whose client left: the code nginx gave it.
const statusGone = 499

var _ http.Handler = (*Server)(nil)
