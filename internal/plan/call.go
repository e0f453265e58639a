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
	if slot.gen == m.gen && slot.fn == int32(fn.id) && slot.args[0] == args[0] && slot.args[1] == args[1] && slot.args[2] == args[2] {
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

// maxNames is how many parts of the path of a dynamic call are looked up.
const maxNames = 4

// finder finds a function by a path. Most of its parts are constant: the others tell the functions apart.
func (l *linked) finder(path []operand) func(m *machine, fp int) (int, bool) {
	var open []int
	for i, p := range path {
		if !isConst(p) {
			open = append(open, i)
		}
	}
	if len(open) > maxNames {
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
	byNames := map[[maxNames]value]int{}
	byName := map[value]int{}
	for id := range l.Program.funcs {
		if names, ok := l.namesOn(l.Program.funcs[id].path, path); ok {
			byNames[names], byName[names[0]] = id, id
		}
	}
	if len(open) == 1 {
		only := path[open[0]]
		return func(m *machine, fp int) (int, bool) {
			id, ok := byName[m.key(m.at(fp, only))]
			return id, ok
		}
	}
	return func(m *machine, fp int) (int, bool) {
		var names [maxNames]value
		for i, at := range open {
			names[i] = m.key(m.at(fp, path[at]))
		}
		id, ok := byNames[names]
		return id, ok
	}
}

// namesOn gives the parts of a function's path that a path leaves open; false where the others differ.
func (l *linked) namesOn(name []string, path []operand) (names [maxNames]value, ok bool) {
	if len(name) != len(path) {
		return names, false
	}
	n := 0
	for i, p := range path {
		v, known := l.tables.known[name[i]]
		switch {
		case !known || isConst(p) && l.consts[^p] != v:
			return names, false
		case !isConst(p):
			names[n] = v
			n++
		}
	}
	return names, true
}
