package server

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"hegui/internal/pack"
)

// served is a pack in use.
type served struct {
	pack         *pack.Pack
	requirements []Requirement // its answers, which take a while to put together
	current      bool          // false when what its source holds now cannot be loaded
}

// load opens a pack. One that makes the loader panic is an invalid one: it must not end the service.
func load(source PackSource) (out served, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("loading panics: %v\n%s", v, debug.Stack())
		}
	}()
	if source.Open == nil {
		source.Open = func() (*pack.Pack, error) { return pack.Open(source.Files, source.ID) }
	}
	p, err := source.Open()
	if err != nil {
		return served{}, err
	}
	if p.Ref.ID != source.ID {
		p.Close()
		return served{}, fmt.Errorf("the pack is %q now, not %q", p.Ref.ID, source.ID)
	}
	out = served{pack: p, current: true}
	for i := range p.Catalog.Requirements {
		out.requirements = append(out.requirements, requirementAnswer(p, &p.Catalog.Requirements[i]))
	}
	return out, nil
}

// Reload loads every pack again that can have changed. Requests under way keep the pack they began with. A pack that cannot
// be loaded keeps its last good version and is reported in the log, the metrics and readiness; the errors are returned, too.
func (s *Server) Reload() error {
	var failed []error
	for i, source := range s.o.Packs {
		if !source.Fixed {
			failed = append(failed, s.reload(i))
		}
	}
	return errors.Join(failed...)
}

// reload loads one pack again, beside the others: one that takes long to load keeps nobody else's waiting.
func (s *Server) reload(i int) error {
	s.loading[i].Lock()
	defer s.loading[i].Unlock()
	source := s.o.Packs[i]
	p, err := load(source)
	s.metrics.reloaded(source.ID, err)
	s.swap.Lock()
	defer s.swap.Unlock()
	packs := slices.Clone(*s.packs.Load())
	old := packs[i]
	if err != nil {
		packs[i].current = false
		s.serve(packs)
		s.o.Log.Error("pack is invalid; the last good version stays in use", "pack", source.ID, "digest", old.pack.Ref.Digest, "error", err.Error())
		return err
	}
	packs[i] = p
	s.serve(packs)
	old.pack.Close() // requests under way that still need it start what they need
	if p.pack.Ref.Digest != old.pack.Ref.Digest {
		s.o.Log.Info("pack is replaced", "pack", source.ID, "version", p.pack.Ref.Version, "digest", p.pack.Ref.Digest)
	}
	return nil
}

func (s *Server) serve(packs []served) {
	s.packs.Store(&packs)
	for _, p := range packs {
		s.shelf.Put(p.pack)
	}
	s.metrics.packs(packs)
}

// Watch loads each pack again when its files change, until the context ends; see [pack.Watch].
func (s *Server) Watch(ctx context.Context, every time.Duration) {
	var watches sync.WaitGroup
	for i, source := range s.o.Packs {
		if source.Fixed {
			continue
		}
		watches.Go(func() {
			pack.Watch(ctx, every, source.Signature, func() {
				_ = s.reload(i) // it is in the log, the metrics and readiness
			})
		})
	}
	watches.Wait()
}

// Signature stands for the files of a pack: it changes when they do.
func (p PackSource) Signature() uint64 {
	if p.Watch != "" {
		return pack.Signature(p.Files, p.Watch)
	}
	return pack.Signature(p.Files) // all of the folder
}
