package plan

// How a rare step ends besides with stop.
const (
	next  = iota // goes on behind it
	other        // goes on at its to
	away         // goes on at machine.away
)

// rare runs the steps that few rules have, and those that do much.
func (m *machine) rare(r *routine, i *instr, fp int) int {
	switch i.code {
	case iResult:
		m.results = append(m.results, m.at(fp, i.a))
	case iWith:
		return m.with(r, r.withs[i.c], fp)
	case iDynamic:
		return m.dynamic(r.finds[i.c], fp, i.a)
	case iOPA:
		args := r.args[i.c : i.c+i.b]
		values := make([]value, len(args))
		for j, a := range args {
			values[j] = m.at(fp, a)
		}
		v := m.opa.call(m, m.program.names[i.n], values...)
		if m.mem[fp+int(i.a)] = v; v == undefined {
			if m.err != nil {
				return stop
			}
			return other
		}
	case iAssignOnce:
		v := m.at(fp, i.b)
		x := &m.mem[fp+int(i.a)]
		if *x != undefined && !m.equal(*x, v) {
			return m.fail(ErrConflict)
		}
		*x = v
	case iLength:
		n, ok := m.length(m.at(fp, i.b))
		if !ok {
			return other
		}
		m.mem[fp+int(i.a)] = small(n)
	case iInsert:
		m.put(&m.objects[m.at(fp, i.a).index()], m.at(fp, i.b), m.at(fp, i.c))
	case iInsertOnce:
		o, key, v := &m.objects[m.at(fp, i.a).index()], m.at(fp, i.b), m.at(fp, i.c)
		if old := m.field(o, m.key(key)); old != undefined && !m.equal(old, v) {
			return m.fail(ErrConflict)
		}
		m.put(o, key, v)
	case iMerge:
		v, ok := m.merge(m.at(fp, i.b), m.at(fp, i.c))
		if !ok {
			return m.fail(ErrConflict)
		}
		m.mem[fp+int(i.a)] = v
	default:
		panic("plan: a step that nothing runs") // flatten emits none
	}
	return next
}

// at reads an operand.
func (m *machine) at(fp int, o operand) value { return operandOf(m.mem, fp, o) }

// with runs a body while a local is something else; nothing that was remembered holds in it.
func (m *machine) with(r *routine, w *withStep, fp int) int {
	saved, gen := m.at(fp, w.local), m.gen
	v := m.at(fp, w.value)
	if len(w.path) > 0 {
		v = m.upsert(fp, saved, w.path, v)
	}
	m.mem[fp+int(w.local)] = v
	m.gens++
	m.gen = m.gens
	left := m.exec(r, int(w.start), fp)
	m.mem[fp+int(w.local)], m.gen = saved, gen
	switch left {
	case stop:
		return stop
	case 0:
		m.away = int(w.end)
	default:
		m.away = int(w.leave[left-1])
	}
	return away
}

// upsert gives a copy of an object with a value at a path; what is no object on the way is replaced.
func (m *machine) upsert(fp int, v value, path []operand, leaf value) value {
	if len(path) == 0 {
		return leaf
	}
	var o object
	if v.kind() == kindObject {
		old := m.object(v)
		o = object{append(m.alloc(len(old.keys) + 1)[:0], old.keys...), append(m.alloc(len(old.vals) + 1)[:0], old.vals...)}
	}
	key := m.key(m.at(fp, path[0]))
	m.put(&o, key, m.upsert(fp, m.field(&o, key), path[1:], leaf))
	return m.newObject(o)
}
