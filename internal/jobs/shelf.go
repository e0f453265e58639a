package jobs

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/store"
)

// Shelf holds packs by their digests: those that are in use, and those that were before. A batch is assessed to its end with the
// pack that it began with, also when the pack has been replaced. The zero Shelf is empty; it is safe for concurrent use.
type Shelf struct {
	mu    sync.Mutex
	packs []*pack.Pack // the latest first
}

// editions is how many versions of a pack are kept.
const editions = 4

// Put adds a pack, which is the one of its id in use from now on. It gives the one that is not held any longer, nil for none.
func (s *Shelf) Put(p *pack.Pack) (dropped *pack.Pack) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.packs = slices.DeleteFunc(s.packs, func(old *pack.Pack) bool { return old.Ref == p.Ref })
	s.packs = slices.Insert(s.packs, 0, p)
	n := 0
	for i, old := range s.packs {
		if old.Ref.ID != p.Ref.ID {
			continue
		}
		if n++; n > editions {
			s.packs = slices.Delete(s.packs, i, i+1)
			return old
		}
	}
	return nil
}

// Find gives the pack that a batch names. The error is [ErrNoPack].
func (s *Shelf) Find(ref assess.PackRef) (*pack.Pack, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.packs {
		if p.Ref == ref {
			return p, nil
		}
	}
	return nil, ErrNoPack
}

// Assessor gives what assesses the proposals of a batch; limit is the time for one of them. The error is [ErrNoPack], or a
// profile that the pack does not have.
func (s *Shelf) Assessor(b store.NewBatch, engine string, limit time.Duration) (*assess.Assessor, *pack.Pack, error) {
	p, err := s.Find(b.Pack)
	if err != nil {
		return nil, nil, err
	}
	profile, ok := p.Catalog.Profile(b.Profile)
	if !ok {
		return nil, nil, fmt.Errorf("pack %s has no profile %q", p.Ref.ID, b.Profile)
	}
	if p.Isolated {
		limit = 0 // the process of the pack has a deadline of its own, after which its requirements are errors
	}
	return &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: b.AsOf, Engine: engine, Limit: limit,
	}, p, nil
}
