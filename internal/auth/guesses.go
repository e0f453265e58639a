package auth

import (
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// At most guesses failures count within guessWindow; whoever fails more often waits.
const (
	guesses     = 5
	guessWindow = 15 * time.Minute
	guessers    = 1 << 16 // who is remembered: whoever failed longest ago is forgotten first
)

// Guesses counts failures by who made them. Safe for concurrent use.
type Guesses struct {
	now func() time.Time

	mu   sync.Mutex
	last *lru.Cache[string, *[guesses]time.Time] // the latest failures of one, oldest first
}

// NewGuesses counts from nothing.
func NewGuesses(now func() time.Time) *Guesses {
	cache, _ := lru.New[string, *[guesses]time.Time](guessers) // fails for a size below 1 only
	return &Guesses{now: now, last: cache}
}

// Wait says how long somebody must wait before the next try; 0 when they need not.
func (g *Guesses) Wait(who string) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.wait(who)
}

// Failed counts a failure. When there were too many before it, it is not counted, and the wait is above 0: of tries made at
// the same time, no more than allowed learn that they failed.
func (g *Guesses) Failed(who string) (wait time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if wait := g.wait(who); wait > 0 {
		return wait
	}
	last, ok := g.last.Get(who)
	if !ok {
		last = new([guesses]time.Time)
		g.last.Add(who, last)
	}
	copy(last[:], last[1:])
	last[guesses-1] = g.now()
	return 0
}

func (g *Guesses) wait(who string) time.Duration {
	last, ok := g.last.Get(who)
	if !ok || last[0].IsZero() {
		return 0
	}
	return max(0, last[0].Add(guessWindow).Sub(g.now()))
}
