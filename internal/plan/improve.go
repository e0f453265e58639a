package plan

import "slices"

// improve makes the code of a program shorter, now that it is known which functions always give the same.
func (p *Program) improve() {
	m := &improver{Program: p, constants: map[value]operand{}}
	for i, v := range p.consts {
		m.constants[v] = operand(^i)
	}
	t := tidier{no: m.constant(boolFalse), tests: func(n int) bool { return natives[p.names[n]].test }, path: p.pathOf}
	for range 2 { // what was put in place of calls may have calls
		for i := range p.funcs {
			m.inline(&p.funcs[i])
		}
		for i := range p.funcs {
			m.function(p.funcs[i].code)
			t.function(&p.funcs[i])
		}
	}
	for i := range p.funcs {
		pack(&p.funcs[i])
	}
	p.pruneConstants()
}

// pathOf gives the number of a chain of constant keys below the input.
func (p *Program) pathOf(operands []operand) int {
	keys := make([]value, len(operands))
	for i, o := range operands {
		keys[i] = p.consts[^o]
	}
	if n := slices.IndexFunc(p.paths, func(other []value) bool { return slices.Equal(other, keys) }); n >= 0 {
		return n
	}
	p.paths = append(p.paths, keys)
	return len(p.paths) - 1
}

// maxInline is how many steps a function has at most that is put in the place of its calls.
const maxInline = 10

// inline puts small functions in the place of their calls.
func (m *improver) inline(fn *function) {
	var in func(b block) block
	in = func(b block) block {
		var out block
		for _, o := range b {
			for i := range o.body {
				o.body[i] = in(o.body[i])
			}
			if o.code == opCall && &m.funcs[o.n] != fn {
				if body, ok := m.straight(&m.funcs[o.n], &o); ok {
					out = append(out, m.placed(fn, body, &o)...)
					continue
				}
			}
			out = append(out, o)
		}
		return out
	}
	for i := range fn.code {
		fn.code[i] = in(fn.code[i])
	}
}

// straight gives the steps of a function that is one short block without anything that looks whether a local has a value:
// where one of its steps has no result, neither has its call, and the block around that ends.
func (m *improver) straight(fn *function, call *op) (block, bool) {
	if fn.params == 2 || fn.fixed != undefined || len(fn.code) == 0 || call.args[0] != 0 || !isConst(call.args[1]) || m.consts[^call.args[1]] != m.data {
		return nil, false
	}
	b := fn.code[0]
	if len(b) == 0 || b[len(b)-1].code != opReturn || !endsUndefined(fn) {
		return nil, false
	}
	n, ok := 0, true
	walk(fn.code[:1], func(o *op) {
		n++
		switch o.code {
		case opReturn:
			ok = ok && o == &b[len(b)-1]
		case opIsDefined, opIsUndefined, opAssignOnce, opReset, opBreak, opWith, opCallDynamic, opResult:
			ok = false
		}
		o.each(func(x *operand, assigned bool) { ok = ok && !(assigned && int(*x) < fn.params) })
	})
	return b, ok && n <= maxInline
}

// endsUndefined says whether a function has no value when its first block ends early.
func endsUndefined(fn *function) bool {
	switch len(fn.code) {
	case 1:
		return true
	case 2:
		b := fn.code[1]
		return len(b) == 1 && b[0].code == opReturn && int(b[0].a) >= fn.params && !assignsBefore(fn.code, b[0].a)
	}
	return false
}

// placed gives steps of a function as those of the function that calls it.
func (m *improver) placed(into *function, b block, call *op) block {
	from := m.funcs[call.n]
	first := into.locals
	into.locals += from.locals
	out := copyOf([]block{b})[0]
	walk([]block{out}, func(o *op) {
		o.each(func(x *operand, _ bool) {
			switch {
			case *x < 0:
			case int(*x) < from.params:
				*x = call.args[*x]
			default:
				*x += operand(first)
			}
		})
	})
	last := &out[len(out)-1]
	*last = op{code: opAssign, a: last.a, b: call.a}
	return out
}

func copyOf(code []block) []block {
	out := make([]block, len(code))
	for i, b := range code {
		out[i] = slices.Clone(b)
		for j := range out[i] {
			o := &out[i][j]
			o.args, o.body = slices.Clone(o.args), copyOf(o.body)
		}
	}
	return out
}

// pruneConstants drops the constants that no step names any more.
func (p *Program) pruneConstants() {
	var kept []value
	moved := map[operand]operand{}
	see := func(code []block) {
		walk(code, func(o *op) {
			o.each(func(x *operand, _ bool) {
				if *x >= 0 {
					return
				}
				to, ok := moved[*x]
				if !ok {
					kept = append(kept, p.consts[^*x])
					to = operand(^(len(kept) - 1))
					moved[*x] = to
				}
				*x = to
			})
		})
	}
	for i := range p.funcs {
		see(p.funcs[i].code)
	}
	for i := range p.plans {
		see(p.plans[i].code)
	}
	p.consts = kept
}
