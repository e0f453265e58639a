package server

import (
	"context"

	"hegui/internal/jobs"
	"hegui/internal/store"
)

// UseQueue gives the service the queue that its batches are put into. It is called before the first request.
func (s *Server) UseQueue(q *jobs.Queue) { s.queue = q }

// Rules finds what the proposals of a batch are assessed with, for the queue: the pack that the batch began with, also when it
// has been replaced. Each proposal waits for its turn among the requests, so that batches take no more than their share.
func (s *Server) Rules(_ context.Context, b store.Batch) (jobs.Rules, error) {
	assessor, p, err := s.shelf.Assessor(b.NewBatch, s.o.Version, s.o.Limits.Evaluation)
	if err != nil {
		return jobs.Rules{}, err
	}
	return jobs.Rules{Assessor: assessor, Turn: s.turnsOf(p).takeAtLast}, nil
}
