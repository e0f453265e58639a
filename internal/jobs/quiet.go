package jobs

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// sameAgain is how long a line is not repeated: a database that is down is told of by every look at it.
const sameAgain = 10 * time.Second

// quiet gives a log that passes on one line for a cause in a while: River says the same several times a second when a disk is
// full. Nothing below a warning is passed on but by the debugging level.
func quiet(log *slog.Logger) *slog.Logger {
	if log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(&quietHandler{Handler: log.Handler(), said: &said{last: map[string]time.Time{}}})
}

type said struct {
	mu   sync.Mutex
	last map[string]time.Time // by message; there are as many as the library has
}

type quietHandler struct {
	slog.Handler
	said *said
}

func (h *quietHandler) Handle(ctx context.Context, r slog.Record) error {
	h.said.mu.Lock()
	again := r.Time.Sub(h.said.last[r.Message]) < sameAgain && r.Level >= slog.LevelWarn
	if !again {
		h.said.last[r.Message] = r.Time
	}
	h.said.mu.Unlock()
	if again {
		return nil
	}
	return h.Handler.Handle(ctx, r)
}

// Enabled takes what a library tells of its daily work for debugging.
func (h *quietHandler) Enabled(ctx context.Context, l slog.Level) bool {
	if l < slog.LevelWarn {
		l = slog.LevelDebug
	}
	return h.Handler.Enabled(ctx, l)
}

func (h *quietHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &quietHandler{h.Handler.WithAttrs(attrs), h.said}
}

func (h *quietHandler) WithGroup(name string) slog.Handler {
	return &quietHandler{h.Handler.WithGroup(name), h.said}
}
