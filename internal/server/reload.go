package server

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
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

// Watch reloads the packs when their files change, until the context ends. It looks every so often, at names, sizes and
// times, and waits until two looks in a row see the same: files that are being written are not loaded half. Looking works
// on every file system, where notifications do not come from network drives and from volumes that are swapped as a whole.
func (s *Server) Watch(ctx context.Context, every time.Duration) {
	loaded := s.signature()
	before := loaded
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := s.signature()
		if now != loaded && now == before {
			loaded = now
			_ = s.Reload() // it is in the log, the metrics and readiness
		}
		before = now
	}
}

// roots are what a pack is read from.
func roots(source PackSource) []string {
	if source.Watch != "" {
		return []string{source.Watch}
	}
	return []string{"policies", "rego", "seeds"}
}

// signature stands for the files of all packs. What cannot be looked at counts as changed: loading says why.
func (s *Server) signature() uint64 {
	h := fnv.New64a()
	for _, source := range s.o.Packs {
		for _, folder := range roots(source) {
			_ = fs.WalkDir(source.Files, folder, func(name string, d fs.DirEntry, err error) error {
				if err != nil {
					fmt.Fprintf(h, "%s %v\n", name, err)
					return nil
				}
				if info, err := d.Info(); err == nil && !d.IsDir() {
					fmt.Fprintf(h, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
				}
				return nil
			})
		}
	}
	return h.Sum64()
}
