package server_test

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/auth"
	"hegui/internal/server"
)

// fickle lets in whoever byRole does, until told otherwise.
type fickle struct {
	byRole
	now atomic.Pointer[error] // why nobody is let in; nil for no reason
}

func (f *fickle) Authenticate(ctx context.Context, token string) (auth.Principal, error) {
	if err := f.now.Load(); err != nil {
		return auth.Principal{}, *err
	}
	return f.byRole.Authenticate(ctx, token)
}

// watched is a service with a batch that runs and whose events somebody reads.
type watched struct {
	*kept
	batch string
	auth  *fickle
	lines chan string  // of the events; closed at their end
	later atomic.Int64 // than the usual time it is, in nanoseconds
}

func watch(t *testing.T) *watched {
	t.Helper()
	w := &watched{auth: &fickle{}, lines: make(chan string, 1000)}
	w.kept = openKept(t, "sqlite", func(o *server.Options) { o.Auth = w.auth })
	w.ticks = func() time.Time { return now.Add(time.Duration(w.later.Load())) }
	w.PaceEvents(10*time.Millisecond, 50*time.Millisecond)
	made := w.as("chair", call{method: "POST", path: "/v1/batches", media: "application/x-ndjson", body: `{"apiVersion":"hegui/v1","kind":"Proposal"}` + "\n"})
	w.batch = made.Header().Get("Location")
	s := httptest.NewServer(w)
	t.Cleanup(s.Close)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+w.batch+"/events", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer chair")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%d", answer.StatusCode)
	}
	go func() {
		defer close(w.lines)
		defer func() { _ = answer.Body.Close() }()
		in := bufio.NewReader(answer.Body)
		for {
			line, err := in.ReadString('\n')
			if err != nil {
				if err != io.EOF && t.Context().Err() == nil {
					t.Errorf("the stream is cut: %v", err)
				}
				return
			}
			w.lines <- line
		}
	}()
	w.await("event: progress")
	return w
}

// await reads until a line begins with something; "" waits for the end, before which no event may come.
func (w *watched) await(begins string) {
	w.t.Helper()
	late := time.After(20 * time.Second)
	for {
		select {
		case line, more := <-w.lines:
			switch {
			case !more && begins == "", more && begins != "" && strings.HasPrefix(line, begins):
				return
			case !more:
				w.t.Fatalf("the stream ends before %q", begins)
			case begins == "" && strings.HasPrefix(line, "event: "):
				w.t.Errorf("before the end comes %q", line)
			}
		case <-late:
			w.t.Fatalf("no %q within 20 s", begins)
		}
	}
}

// away makes the store answer nothing about batches, or do so again.
func (w *watched) away(away bool) {
	w.t.Helper()
	statement := "ALTER TABLE gone RENAME TO batch"
	if away {
		statement = "ALTER TABLE batch RENAME TO gone"
	}
	if _, err := w.store.SQL().ExecContext(w.t.Context(), statement); err != nil {
		w.t.Fatal(err)
	}
}

// Events end with what they are about, with the service, and with the right to see them; not with a store that is away for a while.
func TestEventsEnd(t *testing.T) {
	t.Parallel()
	revoked, unavailable := error(auth.ErrRevoked), error(auth.ErrUnavailable)
	for name, end := range map[string]func(w *watched){
		"the batch is deleted": func(w *watched) { w.must("chair", call{method: "DELETE", path: w.batch}) },
		"retention removes the batch": func(w *watched) {
			w.later.Store(int64(1000 * time.Hour))
			if removed, err := w.store.Retain(w.t.Context(), "retention", now.Add(time.Hour), nil); err != nil || removed.Batches == 0 {
				w.t.Errorf("%+v, %v", removed, err)
			}
		},
		"the service ends": func(w *watched) { w.Drain() },
		"the service ends while the store is away": func(w *watched) {
			w.away(true)
			time.Sleep(50 * time.Millisecond) // it is looked meanwhile
			w.Drain()
		},
		"the key is revoked":                         func(w *watched) { w.auth.now.Store(&revoked) },
		"the key is revoked while the store is away": func(w *watched) { w.away(true); w.auth.now.Store(&revoked) },
		"the batch is cancelled after credentials could not be checked": func(w *watched) {
			w.auth.now.Store(&unavailable)
			w.await(": still here")
			w.auth.now.Store(nil)
			w.must("chair", call{method: "POST", path: w.batch + "/cancel"})
			w.await("event: progress")
			w.await("event: end")
		},
		"the batch is cancelled after the store was away": func(w *watched) {
			w.away(true)
			for len(w.lines) > 0 {
				<-w.lines
			}
			w.await(": still here")
			w.await(": still here")
			w.away(false)
			w.must("chair", call{method: "POST", path: w.batch + "/cancel"})
			w.await("event: progress")
			w.await("event: end")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := watch(t)
			end(w)
			w.await("")
		})
	}
}
