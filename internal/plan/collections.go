package plan

// add puts a value into a set.
func (m *machine) add(set *[]value, v value) {
	s := *set
	if n := len(s); n > 0 {
		// What is built is mostly built in order.
		switch c := m.compare(s[n-1], v); {
		case c == 0:
			return
		case c > 0:
			m.insert(set, v)
			return
		}
	}
	*set = append(m.grow(s), v)
}

// insert puts a value into a set whose last member stands behind it.
func (m *machine) insert(set *[]value, v value) {
	// Mostly not far before it.
	lo, hi := 0, len(*set)-1
	for step := 1; step <= hi; step *= 2 {
		c := m.compare((*set)[hi-step], v)
		if c == 0 {
			return
		}
		if c < 0 {
			lo = hi - step + 1
			break
		}
		hi -= step
	}
	i, found := m.search((*set)[lo:hi], v)
	if found {
		return
	}
	i += lo
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
