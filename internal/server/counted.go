package server

import (
	"context"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"hegui/internal/store"
)

const (
	countAge  = 5 * time.Second // how old counts may be, so that who measures often costs the database little
	countTime = 2 * time.Second // how long the database may take to count
)

// counted is when the store was counted. The zero counted is never.
type counted struct {
	mu sync.Mutex
	at time.Time
}

// keeping adds the measurements of what is kept.
func (m *metrics) keeping() {
	m.batches = prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "hegui_batches", Help: "Batches in the store by state."}, []string{"state"})
	m.pending = prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "hegui_items_pending", Help: "Proposals of batches that wait to be assessed."}, nil)
	m.registry.MustRegister(m.batches, m.pending)
}

// count brings the measurements of what is kept up to date. While the database does not answer there are none.
func (s *Server) count(ctx context.Context) {
	if s.o.Store == nil || !s.counted.mu.TryLock() { // somebody counts
		return
	}
	defer s.counted.mu.Unlock()
	if now := s.o.Now(); now.Sub(s.counted.at) < countAge && !now.Before(s.counted.at) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, countTime)
	defer cancel()
	var states map[store.BatchState]int
	pending := 0
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		if states, err = tx.BatchStates(ctx); err == nil {
			pending, err = tx.Pending(ctx, "")
		}
		return err
	})
	s.metrics.batches.Reset()
	s.metrics.pending.Reset()
	if err != nil {
		return
	}
	for _, state := range []store.BatchState{store.BatchOpen, store.BatchRunning, store.BatchPaused, store.BatchCancelled, store.BatchDone} {
		s.metrics.batches.WithLabelValues(string(state)).Set(float64(states[state]))
	}
	s.metrics.pending.WithLabelValues().Set(float64(pending))
	s.counted.at = s.o.Now()
}
