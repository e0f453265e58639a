package server

import (
	"context"
	"sync/atomic"
	"time"

	"hegui/internal/pack"
)

// turns are the places in which requests evaluate, and the queue before them.
type turns struct {
	slots   chan struct{}
	waiting atomic.Int64
	queue   int
	wait    time.Duration
}

func newTurns(l Limits, slots int) *turns {
	return &turns{slots: make(chan struct{}, min(slots, l.Slots)), queue: l.Queue, wait: l.Wait}
}

// take waits for the turn of a request to evaluate. The caller gives it back. The error is a full queue, a wait that was
// too long, or a client that left.
func (t *turns) take(ctx context.Context) (release func(), err error) {
	release = func() { <-t.slots }
	select {
	case t.slots <- struct{}{}:
		return release, nil
	default:
	}
	if t.waiting.Add(1) > int64(t.queue) {
		t.waiting.Add(-1)
		return nil, &refusal{code: codeOverloaded, retry: 1}
	}
	defer t.waiting.Add(-1)
	wait := time.NewTimer(t.wait)
	defer wait.Stop()
	select {
	case t.slots <- struct{}{}:
		return release, nil
	case <-wait.C:
		return nil, &refusal{code: codeOverloaded, retry: 1}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// takeAtLast waits however long it takes, beside the queue: what comes in one request waits for each other.
func (t *turns) takeAtLast(ctx context.Context) (release func(), err error) {
	select {
	case t.slots <- struct{}{}:
		return func() { <-t.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// turnsOf gives the turns of what evaluates a pack. A pack that is isolated has its own: one that takes all of its time would
// otherwise keep the requests of all others waiting.
func (s *Server) turnsOf(p *pack.Pack) *turns {
	if t := s.apart[p.Ref.ID]; t != nil && p.Isolated {
		return t
	}
	return s.turns
}

// slot waits for the turn of a request to evaluate packs. Two that are isolated are waited for one after the other, in the
// order in which they are served; a pack of this process that is compared with an isolated one goes along with it.
func (s *Server) slot(ctx context.Context, packs ...*pack.Pack) (release func(), err error) {
	needed := map[*turns]bool{}
	for _, p := range packs {
		needed[s.turnsOf(p)] = true
	}
	if len(needed) > 1 {
		delete(needed, s.turns)
	}
	var held []func()
	release = func() {
		for _, r := range held {
			r()
		}
	}
	for _, t := range s.allTurns() {
		if !needed[t] {
			continue
		}
		r, err := t.take(ctx)
		if err != nil {
			release()
			return nil, err
		}
		held = append(held, r)
	}
	return release, nil
}

// allTurns lists the turns, those of isolated packs in the order in which they are served.
func (s *Server) allTurns() []*turns {
	all := []*turns{s.turns}
	for _, source := range s.o.Packs {
		if t := s.apart[source.ID]; t != nil {
			all = append(all, t)
		}
	}
	return all
}

// inTurn does work on a pack when it is its turn. Nothing that waits for a client belongs in it.
func (s *Server) inTurn(ctx context.Context, p *pack.Pack, work func() error) error {
	release, err := s.slot(ctx, p)
	if err != nil {
		return err
	}
	defer release()
	return work()
}

func (s *Server) evaluating() int {
	n := 0
	for _, t := range s.allTurns() {
		n += len(t.slots)
	}
	return n
}

func (s *Server) queued() int {
	n := 0
	for _, t := range s.allTurns() {
		n += int(t.waiting.Load())
	}
	return n
}
