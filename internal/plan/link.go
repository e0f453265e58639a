package plan

import "sync"

// step runs one step of a function in its frame. It gives next, stop, or how many blocks to leave.
type step func(m *machine, f []value) int

const (
	stop = -1 // the function has returned, or the run has failed
	next = 0
	out1 = 1 // the innermost block ends
)

// linked is a program whose code is closures. Those of a function are made when it is first called: one proposal calls few.
type linked struct {
	*Program
	funcs []linkedFunc
	plans []linkedPlan
	calls map[string]int // functions by path, for dynamic calls

	mu   sync.Mutex
	code [][]step // by function, nil before its first call
}

type linkedFunc struct {
	id     int
	params int
	locals int
	keep   bool // calls are worth remembering
}

type linkedPlan struct {
	name   string
	locals int
	code   []step
}

// link makes the closures of a program.
func link(p *Program) *linked {
	l := &linked{Program: p, funcs: make([]linkedFunc, len(p.funcs)), calls: map[string]int{}, code: make([][]step, len(p.funcs))}
	for i := range p.funcs {
		fn := &p.funcs[i]
		l.funcs[i] = linkedFunc{id: i, params: fn.params, locals: fn.locals, keep: fn.params-2 <= maxKept && works(fn.code)}
		if fn.path != nil {
			l.calls[pathKey(fn.path)] = i
		}
	}
	for _, pl := range p.plans {
		l.plans = append(l.plans, linkedPlan{name: pl.name, locals: pl.locals, code: l.blocks(pl.code)})
	}
	return l
}

// codeOf gives the closures of a function.
func (l *linked) codeOf(id int) []step {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.code[id] == nil {
		l.code[id] = l.blocks(l.Program.funcs[id].code)
	}
	return l.code[id]
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

func (l *linked) blocks(code []block) []step {
	out := make([]step, len(code))
	for i, b := range code {
		out[i] = l.block(b)
	}
	return out
}

// block makes one step of a block: it leaves the block, so that the levels it gives count from the outside.
func (l *linked) block(b block) step {
	run := l.sequence(b)
	return func(m *machine, f []value) int {
		if r := run(m, f); r > 0 {
			return r - 1
		} else {
			return r
		}
	}
}

// sequence makes one step of many, which gives what the first of them gives that does not go on.
func (l *linked) sequence(b block) step {
	steps := make([]step, len(b))
	for i := range b {
		steps[i] = l.step(&b[i])
	}
	switch len(steps) {
	case 0:
		return func(*machine, []value) int { return next }
	case 1:
		return steps[0]
	case 2:
		s0, s1 := steps[0], steps[1]
		return func(m *machine, f []value) int {
			if r := s0(m, f); r != next {
				return r
			}
			return s1(m, f)
		}
	case 3:
		s0, s1, s2 := steps[0], steps[1], steps[2]
		return func(m *machine, f []value) int {
			if r := s0(m, f); r != next {
				return r
			}
			if r := s1(m, f); r != next {
				return r
			}
			return s2(m, f)
		}
	}
	return func(m *machine, f []value) int {
		for _, s := range steps {
			if r := s(m, f); r != next {
				return r
			}
		}
		return next
	}
}

func (l *linked) step(o *op) step {
	switch o.code {
	case opBlock:
		return l.blockStep(o)
	case opBreak:
		n := o.n + 1
		return func(*machine, []value) int { return n }
	case opReturn:
		a := o.a
		return func(m *machine, f []value) int {
			m.ret = m.read(f, a)
			return stop
		}
	case opResult:
		a := o.a
		return func(m *machine, f []value) int {
			m.results = append(m.results, m.read(f, a))
			return next
		}
	case opScan:
		return l.scan(o)
	case opNot:
		return l.not(o)
	case opWith:
		return l.with(o)
	case opCall:
		return l.call(o)
	case opCallDynamic:
		return l.callDynamic(o)
	case opBuiltin:
		return l.builtin(o)
	case opTest:
		return l.test(o)
	case opDot:
		return l.dot(o)
	case opPath:
		return l.path(o)
	}
	return l.dataStep(o)
}

func (l *linked) blockStep(o *op) step {
	if len(o.body) == 1 {
		return l.block(o.body[0])
	}
	blocks := l.blocks(o.body)
	return func(m *machine, f []value) int {
		for _, b := range blocks {
			if r := b(m, f); r != next {
				return r
			}
		}
		return next
	}
}

// scan runs its body for each entry. The body lies in two blocks of its own: leaving one goes on with the next entry,
// leaving two ends the scan.
func (l *linked) scan(o *op) step {
	src, key, val, body := o.a, o.b, o.c, l.sequence(o.body[0])
	return func(m *machine, f []value) int {
		var keys, vals []value
		v := m.read(f, src)
		switch v.kind() {
		case kindArray:
			vals = m.items(v)
		case kindObject:
			obj := m.object(v)
			keys, vals = obj.keys, obj.vals
		case kindSet:
			vals = m.members(v)
			keys = vals
		}
		for i, v := range vals {
			if keys == nil {
				f[key] = small(i)
			} else {
				f[key] = keys[i]
			}
			f[val] = v
			if r := body(m, f); r > out1 {
				return r - 2
			} else if r < 0 {
				return r
			}
			if m.stop.Load() {
				return m.fail(errEnded)
			}
		}
		return next
	}
}

func (l *linked) not(o *op) step {
	body := l.sequence(o.body[0])
	return func(m *machine, f []value) int {
		switch r := body(m, f); {
		case r == next:
			return out1
		case r > 0:
			return r - 1
		default:
			return r
		}
	}
}

// with runs its body while a local is something else; nothing that was remembered holds in it.
func (l *linked) with(o *op) step {
	local, val, path, body := o.a, o.b, o.args, l.sequence(o.body[0])
	return func(m *machine, f []value) int {
		saved, gen := f[local], m.gen
		v := m.read(f, val)
		if len(path) > 0 {
			v = m.upsert(f, saved, path, v)
		}
		f[local] = v
		m.gens++
		m.gen = m.gens
		r := body(m, f)
		f[local], m.gen = saved, gen
		if r > out1 {
			return r - 1
		}
		return r // a body that ends early ends the block around it
	}
}

// upsert gives a copy of an object with a value at a path; what is no object on the way is replaced.
func (m *machine) upsert(f []value, v value, path []operand, leaf value) value {
	if len(path) == 0 {
		return leaf
	}
	var o object
	if v.kind() == kindObject {
		old := m.object(v)
		o = object{append(m.alloc(len(old.keys) + 1)[:0], old.keys...), append(m.alloc(len(old.vals) + 1)[:0], old.vals...)}
	}
	key := m.key(m.read(f, path[0]))
	m.put(&o, key, m.upsert(f, m.field(&o, key), path[1:], leaf))
	return m.newObject(o)
}

func (l *linked) call(o *op) step {
	fn, res := &l.funcs[o.n], o.a
	args := o.args
	if v := l.Program.funcs[o.n].fixed; v != undefined {
		return func(_ *machine, f []value) int {
			f[res] = v
			return next
		}
	}
	if len(args) == 2 {
		input, data := args[0], args[1]
		return func(m *machine, f []value) int {
			v := m.rule(fn, m.read(f, input), m.read(f, data))
			f[res] = v
			switch {
			case v != undefined:
				return next
			case m.err != nil:
				return stop
			}
			return out1
		}
	}
	return func(m *machine, f []value) int {
		sp := m.sp
		callee := m.frame(fn.locals)
		for i, a := range args {
			callee[i] = m.read(f, a)
		}
		var v value
		if fn.keep {
			v = m.kept(fn, callee)
		} else {
			v = m.body(fn, callee)
		}
		m.sp = sp
		f[res] = v
		switch {
		case v != undefined:
			return next
		case m.err != nil:
			return stop
		}
		return out1
	}
}

// rule gives the value of a function that has no parameters of its own: it is found once for an input.
func (m *machine) rule(fn *linkedFunc, input, data value) value {
	kept := &m.memo[fn.id]
	if kept.gen == m.gen {
		return kept.v
	}
	sp := m.sp
	callee := m.frame(fn.locals)
	callee[0], callee[1] = input, data
	v := m.body(fn, callee)
	m.sp = sp
	if m.err == nil {
		*kept = memo{m.gen, v}
	}
	return v
}

// kept looks a call up among those that were made, and makes it when it was not.
func (m *machine) kept(fn *linkedFunc, callee []value) value {
	var args [maxKept]value
	copy(args[:], callee[2:fn.params])
	h := uint64(fn.id)
	for _, a := range args {
		h = (h ^ uint64(a)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	slot := &m.calls[h&(callSlots-1)]
	if slot.gen == m.gen && slot.fn == int32(fn.id) && slot.args == args {
		return slot.v
	}
	v := m.body(fn, callee)
	if m.err == nil {
		*slot = call{m.gen, int32(fn.id), args, v}
	}
	return v
}

// callDynamic makes the call of a function that is found by a path. Of its parts all but one are mostly constant: then
// that one alone tells the functions apart.
func (l *linked) callDynamic(o *op) step {
	path, res, levels := o.args, o.a, o.n+1
	find := l.finder(path)
	return func(m *machine, f []value) int {
		id, ok := find(m, f)
		if !ok {
			return out1
		}
		fn := &l.funcs[id]
		v := m.rule(fn, f[0], f[1])
		f[res] = v
		switch {
		case v != undefined:
			return next
		case m.err != nil:
			return stop
		}
		return levels
	}
}

// finder finds a function by a path.
func (l *linked) finder(path []operand) func(m *machine, f []value) (int, bool) {
	variable, n := 0, 0
	for i, p := range path {
		if !isConst(p) {
			variable, n = i, n+1
		}
	}
	if n != 1 {
		return func(m *machine, f []value) (int, bool) {
			names := make([]string, len(path))
			for i, p := range path {
				v := m.read(f, p)
				if v.kind() != kindString {
					return 0, false
				}
				names[i] = m.text(v)
			}
			id, ok := l.calls[pathKey(names)]
			return id, ok
		}
	}
	byName := map[value]int{}
	for id := range l.Program.funcs {
		fn := &l.Program.funcs[id]
		if k, ok := l.tables.known[nameAt(fn.path, variable)]; ok && l.onPath(fn.path, path, variable) {
			byName[k] = id
		}
	}
	return func(m *machine, f []value) (int, bool) {
		id, ok := byName[m.key(m.read(f, path[variable]))]
		return id, ok
	}
}

func nameAt(path []string, i int) string {
	if i < len(path) {
		return path[i]
	}
	return ""
}

// onPath says whether a function's path is a path of constants, one part of it left out.
func (l *linked) onPath(name []string, path []operand, except int) bool {
	if len(name) != len(path) {
		return false
	}
	for i, p := range path {
		if i == except {
			continue
		}
		if v := l.consts[^p]; v.kind() != kindString || l.tables.text(v) != name[i] {
			return false
		}
	}
	return true
}
