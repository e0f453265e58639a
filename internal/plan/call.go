package plan

// call makes the call of a function with arguments.
func (m *machine) call(fn *linkedFunc, fp int, args []operand, keep bool) value {
	code := m.program.routineOf(fn)
	sp := m.sp
	callee := m.frame(code.locals)
	for i, a := range args {
		m.mem[callee+i] = operandOf(m.mem, fp, a)
	}
	var v value
	if keep {
		v = m.kept(fn, code, callee)
	} else {
		v = m.body(code, callee)
	}
	m.sp = sp
	return v
}

// rule gives the value of a function that has no parameters of its own: it is found once for an input.
func (m *machine) rule(fn *linkedFunc, input, data value) value {
	kept := &m.memo[fn.id]
	if kept.gen == m.gen {
		return kept.v
	}
	code := m.program.routineOf(fn)
	sp := m.sp
	callee := m.frame(code.locals)
	m.mem[callee], m.mem[callee+1] = input, data
	v := m.body(code, callee)
	m.sp = sp
	if m.err == nil {
		*kept = memo{m.gen, v}
	}
	return v
}

// kept looks a call up among those that were made, and makes it when it was not.
func (m *machine) kept(fn *linkedFunc, code *routine, callee int) value {
	var args [maxKept]value
	copy(args[:], m.mem[callee+2:callee+fn.params])
	h := uint64(fn.id)
	for _, a := range args {
		h = (h ^ uint64(a)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	slot := &m.calls[h&(callSlots-1)]
	if slot.gen == m.gen && slot.fn == int32(fn.id) && slot.args == args {
		return slot.v
	}
	v := m.body(code, callee)
	if m.err == nil {
		*slot = call{m.gen, int32(fn.id), args, v}
	}
	return v
}

// dynamic makes the call of a function that is found by a path.
func (m *machine) dynamic(d *dynamic, fp int, res operand) int {
	id, ok := d.find(m, fp)
	if !ok {
		return other
	}
	v := m.rule(&m.program.funcs[id], m.mem[fp], m.mem[fp+1])
	m.mem[fp+int(res)] = v
	switch {
	case v != undefined:
		return next
	case m.err != nil:
		return stop
	}
	m.away = int(d.leave)
	return away
}

// body runs a function in a frame that holds its arguments.
func (m *machine) body(code *routine, callee int) value {
	m.ret = undefined
	if m.stop.Load() {
		m.fail(errEnded)
		return undefined
	}
	m.exec(code, 0, callee)
	v := m.ret
	m.ret = undefined
	if m.err != nil {
		return undefined
	}
	return v
}

// finder finds a function by a path. Of its parts all but one are mostly constant: then that one alone tells the
// functions apart.
func (l *linked) finder(path []operand) func(m *machine, fp int) (int, bool) {
	variable, n := 0, 0
	for i, p := range path {
		if !isConst(p) {
			variable, n = i, n+1
		}
	}
	if n != 1 {
		return func(m *machine, fp int) (int, bool) {
			names := make([]string, len(path))
			for i, p := range path {
				v := m.at(fp, p)
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
	return func(m *machine, fp int) (int, bool) {
		id, ok := byName[m.key(m.at(fp, path[variable]))]
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
