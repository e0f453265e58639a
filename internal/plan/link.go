package plan

import (
	"slices"
	"sync"
	"sync/atomic"
)

// linked is a program whose code is routines. That of a function is made when it is first called, and then takes the place
// of what it was made of: one proposal calls few.
type linked struct {
	*Program
	natives  []native // by name
	funcs    []linkedFunc
	plans    []linkedPlan
	patterns []atomic.Pointer[pattern] // by the index of their text, those that were asked for
	rarest   []uint8                   // by the index of a text, where its rarest byte stands
	calls    map[string]int            // functions by path, for dynamic calls

	mu sync.Mutex // of making routines
}

type linkedFunc struct {
	id      int
	params  int
	keep    bool // calls are worth remembering
	routine atomic.Pointer[routine]
}

type linkedPlan struct {
	name    string
	routine *routine
}

// link makes a program ready to run.
func link(p *Program) *linked {
	own := *p
	own.funcs, own.plans = slices.Clone(p.funcs), nil // their code is dropped from here, not from p
	l := &linked{
		Program: &own, funcs: make([]linkedFunc, len(p.funcs)), calls: map[string]int{},
		patterns: make([]atomic.Pointer[pattern], p.tables.static),
	}
	for _, s := range p.tables.strings[:p.tables.static] {
		l.rarest = append(l.rarest, uint8(rarest(s)))
	}
	for i, name := range p.names {
		n := natives[name]
		if n.dear {
			n = n.remembered(int32(i))
		}
		l.natives = append(l.natives, n)
	}
	for i := range p.funcs {
		fn := &p.funcs[i]
		l.funcs[i].id, l.funcs[i].params = i, fn.params
		l.funcs[i].keep = fn.params-2 <= maxKept && works(fn.code)
		if fn.path != nil {
			l.calls[pathKey(fn.path)] = i
		}
	}
	for _, pl := range p.plans {
		l.plans = append(l.plans, linkedPlan{name: pl.name, routine: l.flatten(pl.code, pl.locals)})
	}
	return l
}

// routineOf gives the code of a function.
func (l *linked) routineOf(fn *linkedFunc) *routine {
	if r := fn.routine.Load(); r != nil {
		return r
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	r := fn.routine.Load()
	if r == nil {
		from := &l.Program.funcs[fn.id]
		r = l.flatten(from.code, from.locals)
		from.code = nil
		fn.routine.Store(r)
	}
	return r
}

// works says whether a function does enough that looking up its result is cheaper.
func works(code []block) bool {
	n := 0
	walk(code, func(o *op) {
		switch o.code {
		case opScan, opCall, opBuiltin:
			n += 3
		default:
			n++
		}
	})
	return n > 12
}

func pathKey(path []string) string {
	var n int
	for _, p := range path {
		n += len(p) + 1
	}
	key := make([]byte, 0, n)
	for _, p := range path {
		key = append(append(key, p...), 0)
	}
	return string(key)
}
