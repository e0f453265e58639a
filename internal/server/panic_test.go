package server

import (
	"bytes"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"hegui"
)

func openQuiet(t *testing.T, log io.Writer) *Server {
	t.Helper()
	s, err := New(Options{
		Packs: []PackSource{{Files: hegui.Files, ID: "aiplus"}}, Version: "test", Now: time.Now, Log: slog.New(slog.NewJSONHandler(log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A panic becomes an answer that names the request and nothing else; its cause is in the log; its slot is free again. An
// answer that has begun is broken off, so that nobody takes a part for the whole.
func TestPanic(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	s := openQuiet(t, &log)
	e := gin.New()
	e.Use(s.instrument, s.secure)
	e.GET("/before", func(c *gin.Context) {
		release, err := s.slot(c.Request.Context(), (*s.packs.Load())[0].pack)
		if err != nil {
			t.Error(err)
		}
		defer release()
		panic("secret of the house")
	})
	e.GET("/after", func(c *gin.Context) {
		c.String(http.StatusOK, "half")
		c.Writer.Flush()
		panic("secret of the house")
	})
	hs := httptest.NewServer(e)
	defer hs.Close()

	for range 3 {
		answer, err := http.Get(hs.URL + "/before")
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || answer.StatusCode != http.StatusInternalServerError || strings.Contains(string(body), "secret") ||
			!strings.Contains(string(body), answer.Header.Get("Request-Id")) {
			t.Errorf("%d %s %v", answer.StatusCode, body, err)
		}
	}
	if s.evaluating() != 0 {
		t.Errorf("%d slots are held", s.evaluating())
	}
	answer, err := http.Get(hs.URL + "/after")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); err == nil {
		t.Errorf("half an answer ended like a whole one: %q", body)
	}
	if got := log.String(); strings.Count(got, "secret of the house") != 4 || !strings.Contains(got, `"level":"ERROR"`) {
		t.Errorf("the log says %s", got)
	}
}

// panicking is a file system that fails in a way that the loader does not expect.
type panicking struct{ fs.FS }

func (panicking) Open(string) (fs.File, error) { panic("no such disk") }

// A pack that makes the loader panic is like any other that cannot be loaded.
func TestPanicWhileLoading(t *testing.T) {
	t.Parallel()
	s := openQuiet(t, io.Discard)
	s.o.Packs[0].Files = panicking{}
	if err := s.Reload(); err == nil || !strings.Contains(err.Error(), "no such disk") {
		t.Errorf("%v", err)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/v1/packs", nil))
	if w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
