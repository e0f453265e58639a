package plan

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync/atomic"
)

// The reasons for which a run ends without a result. What exactly went wrong OPA's own evaluator says: it is asked again.
var (
	// ErrConflict says that a rule has two values, or an object two values for one key.
	ErrConflict = errors.New("a rule has more than one value")
	// ErrBuiltin says that a built-in refused its arguments, in a strict program.
	ErrBuiltin = errors.New("a built-in refused its arguments")
)

// machine runs one program for one goroutine at a time. What it makes lives in tables that begin with those of the
// program and are cut back to them for the next input, so that a run allocates next to nothing.
type machine struct {
	tables
	program *linked
	base    tables // how long the tables were before anything was run
	slab    []value

	mem  []value // constants, then the frames of the functions that run
	sp   int
	away int // where a rare step goes on

	ret     value
	err     error
	results []value
	stop    *atomic.Bool // set when the context has ended

	// What is remembered holds for one input: gen is its number, and with gives a number of its own.
	gen, gens uint32
	memo      []memo // by function without parameters of its own
	calls     []call // by hash of function and arguments
	texts     []call // the same of built-ins that work on texts
	paths     []memo // by path

	lastKeys [keySlots]uint16 // by hash, the last string of the program that was a key of a proposal

	x, y, z  big.Float
	patterns map[string]*pattern
	opa      *opaState
}

type memo struct {
	gen uint32
	v   value
}

// call is the remembered result of a function or a built-in with arguments.
type call struct {
	gen  uint32
	fn   int32
	args [maxKept]value
	v    value
}

const (
	maxKept   = 3    // parameters of functions whose calls are remembered
	callSlots = 1024 // powers of two
	textSlots = 512
)

func newMachine(p *linked) *machine {
	m := &machine{
		program: p, tables: p.tables, memo: make([]memo, len(p.funcs)), paths: make([]memo, len(p.paths)),
		calls: make([]call, callSlots), texts: make([]call, textSlots), mem: make([]value, len(p.consts)+4096), patterns: map[string]*pattern{},
	}
	// Appending to the program's own tables must copy them.
	m.strings = append(make([]string, 0, len(p.tables.strings)+1024), p.tables.strings...)
	m.numbers = append(make([]number, 0, len(p.tables.numbers)+256), p.tables.numbers...)
	m.arrays = append(make([][]value, 0, len(p.tables.arrays)+1024), p.tables.arrays...)
	m.objects = append(make([]object, 0, len(p.tables.objects)+1024), p.tables.objects...)
	m.sets = append(make([][]value, 0, len(p.tables.sets)+1024), p.tables.sets...)
	m.stood = make([]uint8, m.static)
	m.base = p.tables
	copy(m.mem, p.consts)
	return m
}

// maxKeptSlab is how much of its memory a machine keeps for the next input: 4 MiB of values, above what an ordinary
// proposal needs.
const maxKeptSlab = 512 << 10

// reset forgets everything about the last input.
func (m *machine) reset() {
	m.strings = m.strings[:len(m.base.strings)]
	m.numbers = m.numbers[:len(m.base.numbers)]
	m.arrays = m.arrays[:len(m.base.arrays)]
	m.objects = m.objects[:len(m.base.objects)]
	m.sets = m.sets[:len(m.base.sets)]
	if cap(m.slab) > maxKeptSlab {
		m.slab = nil
	}
	m.slab = m.slab[:0]
	m.results = m.results[:0]
	m.sp, m.ret, m.err = len(m.program.consts), undefined, nil
	m.nextGen()
}

// nextGen begins to remember anew.
func (m *machine) nextGen() {
	m.gens++
	if m.gens == 0 { // after four billion inputs
		clear(m.memo)
		clear(m.calls)
		clear(m.texts)
		clear(m.paths)
		m.gens = 1
	}
	m.gen = m.gens
}

// alloc gives room for n values. What was given out before stays where it is.
func (m *machine) alloc(n int) []value {
	if len(m.slab)+n > cap(m.slab) {
		m.slab = make([]value, 0, max(2*cap(m.slab), n, 8192))
	}
	start := len(m.slab)
	m.slab = m.slab[:start+n]
	return m.slab[start : start+n : start+n]
}

// grow gives a list room for one more, in the slab.
func (m *machine) grow(list []value) []value {
	if len(list) < cap(list) {
		return list
	}
	room := m.alloc(max(2*len(list), 4))
	return append(room[:0], list...)
}

// watch lets what runs end with the context, until the function it gives is called.
func (m *machine) watch(ctx context.Context) (done func() bool) {
	stop, opa := new(atomic.Bool), newOPAState(ctx)
	m.stop, m.opa = stop, opa
	return context.AfterFunc(ctx, func() {
		stop.Store(true)
		opa.cancel.Cancel()
	})
}

// run evaluates an entry point for an input, while the context is watched. undefined is no result.
func (m *machine) run(ctx context.Context, p *linkedPlan, input value) (value, error) {
	m.err, m.sp = nil, len(m.program.consts)
	m.results = m.results[:0]
	fp := m.frame(p.routine.locals)
	m.mem[fp], m.mem[fp+1] = input, m.program.data
	m.exec(p.routine, 0, fp)
	switch {
	case m.err != nil:
		return undefined, m.err
	case m.stop.Load():
		return undefined, ctx.Err()
	case len(m.results) == 0:
		return undefined, nil
	}
	return m.results[0], nil
}

// Rego has no recursion, so that a stack of that size is only reached by code that OPA never planned. A frame counts as
// minFrame values at least: what calls need besides is bounded, too.
const (
	maxStack = 1 << 20
	minFrame = 16
)

func (m *machine) frame(n int) int {
	n = max(n, minFrame)
	if m.sp+n-len(m.program.consts) > maxStack {
		panic("calls lie too deep in each other") // ends the run: see Evaluator.with
	}
	if m.sp+n > len(m.mem) {
		m.mem = append(m.mem, make([]value, len(m.mem)+n)...)
	}
	fp := m.sp
	m.sp += n
	clear(m.mem[fp:m.sp])
	return fp
}

// errEnded stops a run whose context has ended.
var errEnded = errors.New("the context has ended")

// fail ends the run.
func (m *machine) fail(err error) int {
	if m.err == nil {
		m.err = err
	}
	return stop
}

// refuse is the result of a built-in that cannot deal with its arguments.
func (m *machine) refuse() value {
	if m.program.strict {
		m.fail(ErrBuiltin)
	}
	return undefined
}

func (m *machine) plan(name string) (*linkedPlan, error) {
	for i := range m.program.plans {
		if m.program.plans[i].name == name {
			return &m.program.plans[i], nil
		}
	}
	return nil, fmt.Errorf("the program has no entry point %s", name)
}
