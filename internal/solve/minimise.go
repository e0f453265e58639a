package solve

import (
	"context"
	"errors"
	"slices"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// minimiser drops parts of a proposal as long as it satisfies its profile.
type minimiser struct {
	s       *solver
	profile *catalog.Profile
	keep    []string // requirements that must go on applying; nil for any
	now     *node
}

// minimise drops what it can: first as much at once as possible, then every field and item by itself. When it returns true,
// each of them was tried on the result and none can go.
func (m *minimiser) minimise(ctx context.Context) (bool, error) {
	for depth := 1; len(atDepth(m.now.paths(), depth)) > 0; depth++ {
		if err := m.level(ctx, m.free(depth)); err != nil {
			return false, err
		}
	}
	err := m.single(ctx)
	return err == nil, err
}

// smallGroup is the least that is tried at once: below it most tries fail that single ones repeat.
const smallGroup = 8

// level tries to drop many at once, in ever smaller groups.
func (m *minimiser) level(ctx context.Context, paths []proposal.Path) error {
	for size := len(paths); size >= smallGroup; size /= 2 {
		for at := 0; at < len(paths); {
			group := paths[at:min(at+size, len(paths))]
			ok, err := m.try(ctx, without(m.now, group))
			if err != nil {
				return err
			}
			if !ok {
				at += size
				continue
			}
			paths = m.free(len(group[0])) // items behind what went have moved
			at = min(at, len(paths))
		}
		size = min(size, len(paths))
	}
	return nil
}

// single tries every field and item by itself, in a circle, until as many tries as there are parts have failed one after
// the other: then each has failed on what is left.
func (m *minimiser) single(ctx context.Context) error {
	paths := m.now.paths()
	for i, failed := 0, 0; failed < len(paths); i++ {
		if i >= len(paths) {
			i = 0
		}
		m.s.o.Told(StepMinimise, m.profile.ID, failed, len(paths))
		if m.required(paths[i]) {
			failed++
			continue
		}
		ok, err := m.try(ctx, m.now.with(paths[i], nil))
		if err != nil {
			return err
		}
		failed++
		if ok {
			failed = 0
			paths = m.now.paths() // what follows has moved up by what went
			i--
		}
	}
	return nil
}

// required says whether the schema refuses a proposal without a field: then it need not be tried.
func (m *minimiser) required(p proposal.Path) bool {
	f := m.s.pack.Schema.Field(p)
	_, isKey := p[len(p)-1].Key()
	return isKey && f != nil && f.Required
}

// free lists what may be dropped at a depth, as far as the schema goes.
func (m *minimiser) free(depth int) []proposal.Path {
	return slices.DeleteFunc(atDepth(m.now.paths(), depth), m.required)
}

// try takes a smaller tree when it still does.
func (m *minimiser) try(ctx context.Context, n *node) (bool, error) {
	if n == nil {
		return false, nil
	}
	as, err := m.s.assess(ctx, m.profile, n)
	switch {
	case errors.Is(err, errUnreadable):
		return false, nil
	case err != nil:
		return false, err
	case !m.fits(as):
		return false, nil
	}
	m.now = n
	return true, nil
}

func (m *minimiser) fits(as *assess.Assessment) bool {
	if !satisfied(as) {
		return false
	}
	apply := applicable(as)
	return !slices.ContainsFunc(m.keep, func(id string) bool { return !slices.Contains(apply, id) })
}

func atDepth(paths []proposal.Path, depth int) []proposal.Path {
	return slices.DeleteFunc(slices.Clone(paths), func(p proposal.Path) bool { return len(p) != depth })
}

// without drops several paths of one depth, the last first so that the others keep their place.
func without(n *node, paths []proposal.Path) *node {
	for _, p := range slices.Backward(paths) {
		if n = n.with(p, nil); n == nil {
			return nil
		}
	}
	return n
}
