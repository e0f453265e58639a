package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
	"hegui/internal/store"
)

const (
	eventsEvery = time.Second      // is looked whether a batch has changed
	eventsAlive = 15 * time.Second // is said that the connection lives, for proxies that cut silent ones
)

// pulse is how often both are done.
type pulse struct{ every, alive time.Duration }

// WatchBatch answers GET /v1/batches/{batch}/events. Whoever watches asks the database once a second; workers on other machines
// tell nobody what they do. A service that ends closes the stream, and the client asks the next one. It is closed, too, when the
// batch is gone or the caller may see it no longer, and the client that asks again is told so.
func (s *Server) WatchBatch(c *gin.Context, id BatchPath) {
	ctx := c.Request.Context()
	look := func() (b Batch, err error) {
		err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
			b, err = seeBatch(c, tx, id)
			return err
		})
		return b, err
	}
	b, err := look()
	if err != nil {
		answer(c, err)
		return
	}
	c.Header("Content-Type", "text/event-stream")
	c.Header("X-Accel-Buffering", "no") // nginx would keep events back
	tick := time.NewTicker(s.events.every)
	defer tick.Stop()
	last, said := "", time.Now()
	for {
		now, err := json.Marshal(b)
		if err != nil {
			return
		}
		over := b.State == BatchState(store.BatchDone) || b.State == BatchState(store.BatchCancelled)
		switch {
		case string(now) != last:
			_, err = fmt.Fprintf(c.Writer, "event: progress\ndata: %s\n\n", now)
			last, said = string(now), time.Now()
		case time.Since(said) >= s.events.alive:
			_, err = fmt.Fprint(c.Writer, ": still here\n\n")
			said = time.Now()
		}
		if err == nil && over {
			_, err = fmt.Fprintf(c.Writer, "event: end\ndata: %s\n\n", now)
		}
		c.Writer.Flush()
		if err != nil || over || s.draining.Load() {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if !s.still(c) {
			return
		}
		var gone *refusal
		switch latest, err := look(); {
		case err == nil:
			b = latest
		case errors.As(err, &gone):
			return
		} // else a database that is away, which comes back
	}
}

// still says whether credentials that a request was admitted with count yet. Those that cannot be checked at the moment do.
func (s *Server) still(c *gin.Context) bool {
	token, _ := bearer(c)
	p, err := s.o.Auth.Authenticate(c.Request.Context(), token)
	if err != nil {
		return errors.Is(err, auth.ErrUnavailable)
	}
	op := s.operations.of(c)
	requestOf(c).principal = p
	return p.Holds(op.scopes...) && slices.Contains(op.roles, p.Role)
}
