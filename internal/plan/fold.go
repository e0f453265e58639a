package plan

import (
	"context"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ir"
)

// fold computes what rules say that do not look at the input, once for all: tables of words, limits that follow from
// thresholds, the pieces of a text that proposals are compared with.
func (p *Program) fold(ctx context.Context) {
	m := newMachine(link(p))
	m.reset()
	m.opa, m.stop = newOPAState(ctx), new(atomic.Bool)
	for i, pure := range p.pure() {
		fn := &m.program.funcs[i]
		if !pure || fn.params != 2 {
			continue
		}
		code := m.program.routineOf(fn)
		callee := m.frame(code.locals)
		m.mem[callee+1] = p.data
		v := m.body(code, callee)
		if m.sp, m.err = len(p.consts), nil; v != undefined {
			p.funcs[i].fixed = v
		}
	}
	p.compact(&m.tables)
}

// pure says of each function whether neither it nor what it calls looks at the input.
func (p *Program) pure() []bool {
	pure := make([]bool, len(p.funcs))
	for i := range p.funcs {
		pure[i] = !looks(p.funcs[i].code)
	}
	for changed := true; changed; {
		changed = false
		for i := range p.funcs {
			if pure[i] && p.callsAny(p.funcs[i].code, func(n int) bool { return !pure[n] }) {
				pure[i], changed = false, true
			}
		}
	}
	return pure
}

func (p *Program) callsAny(code []block, is func(n int) bool) bool {
	found := false
	walk(code, func(o *op) { found = found || o.code == opCall && is(o.n) })
	return found
}

// looks says whether code itself reads the input, other than to hand it on to a function.
func looks(code []block) bool {
	found := false
	walk(code, func(o *op) {
		switch o.code {
		case opPath, opCallDynamic, opWith:
			found = true
		}
		for i, a := range o.args {
			found = found || a == operand(ir.Input) && (o.code != opCall || i > 0)
		}
		if o.code != opCall {
			o.each(func(x *operand, assigned bool) { found = found || !assigned && *x == operand(ir.Input) })
		}
	})
	return found
}

// compact takes over from tables what the program still needs.
func (p *Program) compact(from *tables) {
	c := copier{from: from, done: map[value]value{}}
	c.to.setStatic(from.strings[:from.static:from.static])
	for i, v := range p.consts {
		p.consts[i] = c.value(v)
	}
	p.data = c.value(p.data)
	for _, keys := range p.paths {
		for i, k := range keys {
			keys[i] = c.value(k)
		}
	}
	for i := range p.funcs {
		p.funcs[i].fixed = c.value(p.funcs[i].fixed)
	}
	p.tables = c.to
}

// copier copies values from some tables to others, each once.
type copier struct {
	from *tables
	to   tables
	done map[value]value
}

func (c *copier) value(v value) value {
	if v.kind() < kindNumber || v.kind() == kindString && v.index() < c.from.static {
		return v
	}
	if w, ok := c.done[v]; ok {
		return w
	}
	var w value
	switch v.kind() {
	case kindNumber:
		w = c.to.number(c.from.numberText(v))
	case kindString:
		w = c.to.addString(c.from.text(v))
	case kindArray:
		w = c.to.newArray(c.values(c.from.items(v)))
	case kindSet:
		w = c.to.newSet(c.values(c.from.members(v)))
	case kindObject:
		o := c.from.object(v)
		w = c.to.newObject(object{c.values(o.keys), c.values(o.vals)})
	}
	c.done[v] = w
	return w
}

func (c *copier) values(list []value) []value {
	out := make([]value, len(list))
	for i, v := range list {
		out[i] = c.value(v)
	}
	return out
}
