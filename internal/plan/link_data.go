package plan

import "slices"

// dataStep makes the steps that read, compare and make values.
func (l *linked) dataStep(o *op) step {
	a, b, c := o.a, o.b, o.c
	switch o.code {
	case opAssign:
		return func(m *machine, f []value) int {
			f[b] = m.read(f, a)
			return next
		}
	case opAssignOnce:
		return func(m *machine, f []value) int {
			v := m.read(f, a)
			if old := f[b]; old != undefined && !m.equal(old, v) {
				return m.fail(ErrConflict)
			}
			f[b] = v
			return next
		}
	case opReset:
		return func(_ *machine, f []value) int {
			f[a] = undefined
			return next
		}
	case opLength:
		return func(m *machine, f []value) int {
			n, ok := m.length(m.read(f, a))
			if !ok {
				return out1
			}
			f[b] = small(n)
			return next
		}
	case opArray, opSet, opObject:
		return l.collection(o)
	case opAppend:
		return func(m *machine, f []value) int {
			list := &m.arrays[m.read(f, a).index()]
			*list = append(m.grow(*list), m.read(f, b))
			return next
		}
	case opAdd:
		return func(m *machine, f []value) int {
			m.add(&m.sets[m.read(f, a).index()], m.read(f, b))
			return next
		}
	case opInsert:
		return func(m *machine, f []value) int {
			m.put(&m.objects[m.read(f, a).index()], m.read(f, b), m.read(f, c))
			return next
		}
	case opInsertOnce:
		return func(m *machine, f []value) int {
			o, key, v := &m.objects[m.read(f, a).index()], m.read(f, b), m.read(f, c)
			if old := m.field(o, m.key(key)); old != undefined && !m.equal(old, v) {
				return m.fail(ErrConflict)
			}
			m.put(o, key, v)
			return next
		}
	case opMerge:
		return func(m *machine, f []value) int {
			v, ok := m.merge(m.read(f, a), m.read(f, b))
			if !ok {
				return m.fail(ErrConflict)
			}
			f[c] = v
			return next
		}
	}
	return l.condition(o)
}

// condition makes the steps that only decide whether to go on.
func (l *linked) condition(o *op) step {
	a, b := o.a, o.b
	switch o.code {
	case opEqual:
		return func(m *machine, f []value) int {
			if m.equal(m.read(f, a), m.read(f, b)) {
				return next
			}
			return out1
		}
	case opUnequal:
		return func(m *machine, f []value) int {
			if m.equal(m.read(f, a), m.read(f, b)) {
				return out1
			}
			return next
		}
	case opIsArray:
		return l.isKind(a, kindArray)
	case opIsObject:
		return l.isKind(a, kindObject)
	case opIsSet:
		return l.isKind(a, kindSet)
	case opIsDefined:
		return func(m *machine, f []value) int {
			if m.read(f, a) == undefined {
				return out1
			}
			return next
		}
	case opIsUndefined:
		return func(m *machine, f []value) int {
			if m.read(f, a) == undefined {
				return next
			}
			return out1
		}
	}
	panic("plan: a step that nothing runs") // Decode and Lower let none in
}

func (l *linked) isKind(a operand, kind int) step {
	return func(m *machine, f []value) int {
		if m.read(f, a).kind() == kind {
			return next
		}
		return out1
	}
}

// collection makes a list, a set or an object of known keys.
func (l *linked) collection(o *op) step {
	res, args := o.a, o.args
	switch o.code {
	case opArray:
		return func(m *machine, f []value) int {
			items := m.alloc(len(args))
			for i, a := range args {
				items[i] = m.read(f, a)
			}
			f[res] = m.newArray(items)
			return next
		}
	case opSet:
		return func(m *machine, f []value) int {
			members := m.alloc(len(args))[:0]
			for _, a := range args {
				m.add(&members, m.read(f, a))
			}
			f[res] = m.newSet(members)
			return next
		}
	}
	keys := make([]value, 0, len(args)/2)
	for i := 0; i < len(args); i += 2 {
		keys = append(keys, l.consts[^args[i]])
	}
	keys = slices.Clip(keys)
	return func(m *machine, f []value) int {
		vals := m.alloc(len(keys))
		for i := range vals {
			vals[i] = m.read(f, args[2*i+1])
		}
		// The keys are shared; whoever adds one gets a copy, for they have no room.
		f[res] = m.newObject(object{keys, vals})
		return next
	}
}

// add puts a value into a set.
func (m *machine) add(set *[]value, v value) {
	i, found := m.search(*set, v)
	if found {
		return
	}
	s := m.grow(*set)
	s = s[:len(s)+1]
	copy(s[i+1:], s[i:])
	s[i] = v
	*set = s
}

// put sets the value of a key.
func (m *machine) put(o *object, key, v value) {
	key = m.key(key)
	i, found := m.search(o.keys, key)
	if found {
		o.vals[i] = v
		return
	}
	keys, vals := m.grow(o.keys), m.grow(o.vals)
	keys, vals = keys[:len(keys)+1], vals[:len(vals)+1]
	copy(keys[i+1:], keys[i:])
	copy(vals[i+1:], vals[i:])
	keys[i], vals[i] = key, v
	o.keys, o.vals = keys, vals
}

// merge puts two objects together, and those below the same key.
func (m *machine) merge(a, b value) (value, bool) {
	switch {
	case a == undefined:
		return b, true
	case b == undefined:
		return a, true
	case a.kind() != kindObject || b.kind() != kindObject:
		return undefined, false
	}
	x, y := *m.object(a), *m.object(b)
	out := m.copyOf(x, len(y.keys))
	for i, k := range y.keys {
		v := y.vals[i]
		if old := m.field(&x, k); old != undefined {
			merged, ok := m.merge(old, v)
			if !ok {
				return undefined, false
			}
			v = merged
		}
		m.put(&out, k, v)
	}
	return m.newObject(out), true
}

// copyOf gives a copy of an object with room for more.
func (m *machine) copyOf(o object, more int) object {
	return object{append(m.alloc(len(o.keys) + more)[:0], o.keys...), append(m.alloc(len(o.vals) + more)[:0], o.vals...)}
}

// dot makes the step of a[b].
func (l *linked) dot(o *op) step {
	a, b, c := o.a, o.b, o.c
	if isConst(b) && !isConst(a) {
		key := l.consts[^b]
		return func(m *machine, f []value) int {
			src := f[a]
			var v value
			if src.kind() == kindObject {
				v = m.field(&m.objects[src.index()], key)
			} else {
				v = m.get(src, key)
			}
			f[c] = v
			if v == undefined {
				return out1
			}
			return next
		}
	}
	return func(m *machine, f []value) int {
		v := m.get(m.read(f, a), m.read(f, b))
		f[c] = v
		if v == undefined {
			return out1
		}
		return next
	}
}

// path makes the step of a chain of constant keys below the input.
func (l *linked) path(o *op) step {
	n, c := o.n, o.c
	keys := l.paths[n]
	return func(m *machine, f []value) int {
		kept := &m.paths[n]
		if kept.gen != m.gen {
			v := f[0]
			for _, k := range keys {
				if v = m.get(v, k); v == undefined {
					break
				}
			}
			*kept = memo{m.gen, v}
		}
		f[c] = kept.v
		if kept.v == undefined {
			return out1
		}
		return next
	}
}
