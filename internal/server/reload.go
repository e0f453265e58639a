package server

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"runtime/debug"
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

// Reload loads every pack again. Requests under way keep the pack they began with. A pack that cannot be loaded keeps
// its last good version and is reported in the log, the metrics and readiness; the errors are returned, too.
func (s *Server) Reload() error {
	s.reload.Lock()
	defer s.reload.Unlock()
	old := *s.packs.Load()
	packs := make([]served, len(old))
	var failed []error
	for i, source := range s.o.Packs {
		p, err := load(source)
		s.metrics.reloaded(source.ID, err)
		if err != nil {
			failed = append(failed, err)
			packs[i] = old[i]
			packs[i].current = false
			s.o.Log.Error("pack is invalid; the last good version stays in use", "pack", source.ID, "digest", old[i].pack.Ref.Digest, "error", err.Error())
			continue
		}
		packs[i] = p
		old[i].pack.Close() // requests under way that still need it start what they need
		if p.pack.Ref.Digest != old[i].pack.Ref.Digest {
			s.o.Log.Info("pack is replaced", "pack", source.ID, "version", p.pack.Ref.Version, "digest", p.pack.Ref.Digest)
		}
	}
	s.serve(packs)
	return errors.Join(failed...)
}

func (s *Server) serve(packs []served) {
	s.packs.Store(&packs)
	s.metrics.packs(packs)
}

// Watch reloads the packs when their files change, until the context ends; see [pack.Watch].
func (s *Server) Watch(ctx context.Context, every time.Duration) {
	pack.Watch(ctx, every, s.signature, func() {
		_ = s.Reload() // it is in the log, the metrics and readiness
	})
}

// signature stands for the files of all packs.
func (s *Server) signature() uint64 {
	h := fnv.New64a()
	for _, source := range s.o.Packs {
		var roots []string // of a folder, all of a pack
		if source.Watch != "" {
			roots = []string{source.Watch}
		}
		fmt.Fprintf(h, "%x\n", pack.Signature(source.Files, roots...))
	}
	return h.Sum64()
}
