package listener

import (
	"log"
	"log/slog"
	"strings"
	"sync"
	"time"
)

// quietFor is how long a line is not logged again: strangers decide how often these things happen.
const quietFor = 10 * time.Second

// throttle logs a line for each cause, at most one in quietFor.
type throttle struct {
	log  *slog.Logger
	now  func() time.Time
	mu   sync.Mutex
	last map[string]time.Time
}

func (t *throttle) say(cause string, more ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	if last, ok := t.last[cause]; ok && now.Sub(last) < quietFor {
		return
	}
	if len(t.last) >= 64 { // causes are few; should they not be, none is kept
		clear(t.last)
	}
	t.last[cause] = now
	t.log.Warn(cause, more...)
}

// logger is for net/http. The words before the peer's address are the cause: "http: TLS handshake error from …".
func (t *throttle) logger() *log.Logger { return log.New(causes{t}, "", 0) }

type causes struct{ *throttle }

func (c causes) Write(line []byte) (int, error) {
	text := strings.TrimSpace(string(line))
	cause, _, _ := strings.Cut(text, " from ")
	cause, _, _ = strings.Cut(cause, "\n") // a panic comes with its stack
	c.say("connection: "+cause, "line", text)
	return len(line), nil
}
